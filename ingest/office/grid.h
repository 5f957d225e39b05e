/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_GRID_H
#define SVOD_GRID_H

#include "doc.h"

/*
 * Columns of a table whose rows only say where each cell ends (RTF, DOC): the grid is all the edges together, so it is
 * known when the table is over; blocks that were given out before are put right then.
 */
struct grid_cell {
	int row, left, right; /* twips */
	bool continues;       /* vertically merged with the one above */
	int block;            /* index of its block in the document; -1: empty */
};

struct grid {
	struct grid_cell *v; /* malloc'd */
	size_t n, cap;
};

/* Copies the cell. */
void grid_add(struct grid *g, const struct grid_cell *c);

/* Sets col, colspan and rowspan of the blocks and empties the grid. */
void grid_settle(struct grid *g, struct doc *d);

void grid_free(struct grid *g);

#endif
