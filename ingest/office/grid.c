/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From edges to columns. */
#include "grid.h"

#include <stdlib.h>

#include "bisect.h"
#include "mem.h"

enum { NEAR = 40 }; /* edges nearer than two points are one: nobody draws a column that narrow */

int grid_block(const struct doc *d, size_t before, int table)
{
	for (size_t i = d->n_blocks; i-- > before;)
		if (d->blocks[i].kind == BLOCK_CELL && d->blocks[i].table == table)
			return (int)i;
	return -1;
}

void grid_add(struct grid *g, const struct grid_cell *c)
{
	MEM_ROOM(g->v, g->n, g->cap);
	g->v[g->n++] = *c;
}

static int by_value(const void *a, const void *b)
{
	int x = *(const int *)a, y = *(const int *)b;

	return (x > y) - (x < y);
}

/* All edges, sorted, near ones once. */
static size_t collect(const struct grid *g, int *edges)
{
	size_t n = 0, kept = 0;

	for (size_t i = 0; i < g->n; i++) {
		edges[n++] = g->v[i].left;
		edges[n++] = g->v[i].right;
	}
	if (n)
		qsort(edges, n, sizeof *edges, by_value);
	for (size_t i = 0; i < n; i++)
		if (!kept || edges[i] - edges[kept - 1] > NEAR)
			edges[kept++] = edges[i];
	return kept;
}

static int column_of(const int *edges, size_t n, int at)
{
	size_t lo;

	BISECT(lo, n, edges[lo] <= at);
	return lo ? (int)lo - 1 : 0;
}

/* The cell that began last at a column, and the last row that it, or what continues it, stands in. */
struct above {
	const struct grid_cell *owner; /* NULL: none that can be continued */
	int row;
};

/* The cell that c continues: upwards along the same column, without a gap. NULL: none. */
static const struct grid_cell *owner_of(struct above *a, const struct grid_cell *c)
{
	if (!c->continues)
		a->owner = c;
	else if (a->row < c->row - 1)
		a->owner = NULL;
	a->row = c->row;
	return c->continues ? a->owner : NULL;
}

/* The block of a cell; NULL: it is empty. */
static struct block *block_of(const struct grid_cell *c, struct doc *d)
{
	return c->block >= 0 && (size_t)c->block < d->n_blocks ? &d->blocks[c->block] : NULL;
}

void grid_settle(struct grid *g, struct doc *d)
{
	int *edges = mem_alloc(g->n * 2 * sizeof *edges);
	size_t n = collect(g, edges);
	struct above *above = mem_alloc(n * sizeof *above);

	for (size_t i = 0; i < g->n; i++) {
		const struct grid_cell *c = &g->v[i], *owner;
		int from = column_of(edges, n, c->left), to = column_of(edges, n, c->right);
		struct block *b = block_of(c, d);

		if (b) {
			b->col = from;
			b->colspan = to > from ? to - from : 1;
		}
		owner = owner_of(&above[from], c);
		b = owner ? block_of(owner, d) : NULL;
		if (b)
			b->rowspan = (b->rowspan ? b->rowspan : 1) + 1;
	}
	free(above);
	free(edges);
	g->n = 0;
}

void grid_free(struct grid *g)
{
	free(g->v);
	*g = (struct grid){ 0 };
}
