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

/* The cell that row i continues: upwards along the same left edge. */
static struct grid_cell *owner_of(struct grid *g, size_t i)
{
	const struct grid_cell *c = &g->v[i];
	int row = c->row - 1;

	for (size_t k = i; k-- > 0 && g->v[k].row >= row;) {
		int off = g->v[k].left - c->left;

		if (g->v[k].row != row || off > NEAR || off < -NEAR)
			continue;
		if (!g->v[k].continues)
			return &g->v[k];
		row--;
	}
	return NULL;
}

void grid_settle(struct grid *g, struct doc *d)
{
	int *edges = g->n ? mem_alloc(g->n * 2 * sizeof *edges) : NULL;
	size_t n = g->n ? collect(g, edges) : 0;

	for (size_t i = 0; i < g->n; i++) {
		struct grid_cell *c = &g->v[i], *owner;
		int from = column_of(edges, n, c->left), to = column_of(edges, n, c->right);

		if (c->block >= 0 && (size_t)c->block < d->n_blocks) {
			d->blocks[c->block].col = from;
			d->blocks[c->block].colspan = to > from ? to - from : 1;
		}
		owner = c->continues ? owner_of(g, i) : NULL;
		if (owner && owner->block >= 0 && (size_t)owner->block < d->n_blocks) {
			struct block *b = &d->blocks[owner->block];

			b->rowspan = (b->rowspan ? b->rowspan : 1) + 1;
		}
	}
	free(edges);
	g->n = 0;
}

void grid_free(struct grid *g)
{
	free(g->v);
	*g = (struct grid){ 0 };
}
