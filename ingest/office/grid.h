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

/*
 * The last block, from index before on, that a cell of that table (as flow_position counts them) gave; -1: it is empty,
 * or has nothing but a table in it, whose blocks are not its own.
 */
int grid_block(const struct doc *d, size_t before, int table);

/* Copies the cell. */
void grid_add(struct grid *g, const struct grid_cell *c);

/* Sets col, colspan and rowspan of the blocks and empties the grid. */
void grid_settle(struct grid *g, struct doc *d);

void grid_free(struct grid *g);

#endif
