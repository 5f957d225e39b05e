/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_PDF_TRAILER_H
#define SVOD_PDF_TRAILER_H

#include "buf.h"
#include "err.h"

/*
 * Appends to out the bytes of a PDF whose end is missing, with a trailer that points to its catalog (PDF 1.7, 7.5.5):
 * all that poppler's own reconstruction of the table of objects needs. False, nothing appended: there is a trailer, no
 * catalog stands in clear before the cut, or the file is encrypted and its key is lost with the trailer.
 */
bool pdf_trailer_add(struct span bytes, struct buf *out) MUST_USE;

#endif
