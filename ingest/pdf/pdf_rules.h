/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_PDF_RULES_H
#define SVOD_PDF_RULES_H

#include "mem.h"
#include "pdf_words.h"

/*
 * Ruled tables: finds horizontal and vertical lines (or edges of shading) in a picture of the page and makes grids of
 * cells from those that meet.
 */
struct grid_cell {
	struct box box; /* points */
	int row, col, rowspan, colspan;
};

struct grid {
	struct box box;
	int rows, cols;
	struct grid_cell *cells; /* row by row */
	size_t n;
};

/* Grey picture of a page, 8 bits a pixel, row by row. */
struct picture {
	unsigned char *p;
	int width, height; /* pixels */
	double scale;      /* points a pixel */
};

/*
 * The grids of a picture, top to bottom, in the arena; *out is set. Returns their number. A grid has two cells at
 * least. The words of the page are blotted out in the picture first: strokes of letters are no rules.
 */
size_t pdf_rules_grids(struct picture im, const struct page_words *w, struct arena *a, struct grid **out);

/*
 * A smaller copy of a picture, black and white, in which every dark pixel is kept (a hair line stays a line). by: how
 * many pixels become one in each direction. The caller frees p; NULL where by is too large.
 */
struct picture pdf_rules_shrink(struct picture im, int by);

#endif
