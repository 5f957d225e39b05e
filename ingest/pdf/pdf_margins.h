/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_PDF_MARGINS_H
#define SVOD_PDF_MARGINS_H

#include "pdf_text.h"

/*
 * Sets left and right of every line of running text, once furniture is known: the extent of its column, or, where a
 * stretch of lines is set flush to its own right edge (a quotation, a narrow last column), the extent of the stretch.
 */
void pdf_margins(struct pdf_text *t);

#endif
