/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_PDF_FURNITURE_H
#define SVOD_PDF_FURNITURE_H

#include "pdf_text.h"

/*
 * Finds what stands on the pages beside the text and sets the role of its lines: running headers and footers (the same
 * words at the same place on neighbouring pages, numbers in them equal or counting with the pages), page numbers, and
 * footnotes (small lines at the foot that begin with a mark).
 */
void pdf_furniture(struct pdf_text *t);

/* The font size that most characters of the running text have; 0 where there is none. */
double pdf_body_size(const struct pdf_text *t);

#endif
