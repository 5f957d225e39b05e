/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_GRID_H
#define SVOD_GRID_H

#include "doc.h"

/*
 * The tables of a document, put together from its cell blocks: blocks of one (table, row, col) are one cell.
 * Everything lives in the document's arena.
 */
struct grid_cell {
	int row, col, rowspan, colspan; /* spans at least 1 */
	size_t start, end;              /* trimmed; start == end: empty */
	bool head;
};

struct grid {
	int table;
	struct grid_cell *cells; /* by row, then col */
	size_t n, cap;
	int rows, cols;
	size_t first_block, last_block; /* index in doc.blocks, inclusive */
};

struct grids {
	struct grid *v;
	size_t n, cap;
};

/* All tables in text order. Hidden and repeated blocks are left out. */
struct grids grids_of(struct doc *d);

/* The cell that stands in row and col, counting cells merged from above or from the left; NULL: none. */
const struct grid_cell *grid_at(const struct grid *g, int row, int col);

/* The cell that begins in row and col; NULL: none. */
const struct grid_cell *grid_own(const struct grid *g, int row, int col);

static inline bool grid_empty(const struct grid_cell *c)
{
	return !c || c->start == c->end;
}

#endif
