/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_PDF_INK_H
#define SVOD_PDF_INK_H

#include "pdf_objects.h"
#include "pdf_rules.h"

/*
 * The lines and shades of a page without its text, as a picture for pdf_rules.h at one point a pixel: a thirtieth of
 * what poppler needs to draw the page, and sharper. width and height: of the page as poppler shows it, points.
 * False: the page paints something else (pictures, patterns, large curves, slanted lines, transparency): poppler must
 * draw it. True with out->p NULL: it paints nothing. The caller frees out->p.
 */
bool pdf_ink_draw(const struct pdf_objects *o, int index, double width, double height, double max_pixels,
		  struct picture *out) MUST_USE;

#endif
