/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_PDF_BIDI_H
#define SVOD_PDF_BIDI_H

#include "buf.h"

/*
 * A PDF holds glyphs by their place: a line of Arabic or Hebrew comes out from left to right. Puts such a line into the
 * order in which it is read (the Unicode bidirectional algorithm, UAX 9, the other way round); others stay.
 */
void pdf_bidi_line(struct buf *line);

#endif
