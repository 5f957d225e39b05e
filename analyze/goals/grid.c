/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Readers give cells block by block; what a plan means stands in rows and columns. */
#include "grid.h"

#include "bisect.h"
#include "utf8.h"

/* No plan has more; a stream that says so is not to be walked cell by cell. */
enum { MAX_ROWS = 100000, MAX_COLS = 1000 };

static struct grid *grid_for(struct doc *d, struct grids *all, size_t block)
{
	int table = d->blocks[block].table;

	for (size_t i = all->n; i-- > 0;)
		if (all->v[i].table == table)
			return &all->v[i];
	ARENA_ROOM(&d->arena, all->v, all->n, all->cap);
	all->v[all->n] = (struct grid){ .table = table, .first_block = block };
	return &all->v[all->n++];
}

static void trim(const struct doc *d, size_t *start, size_t *end)
{
	struct span s = span_sub(d->text, 0, *end);

	while (*start < *end) {
		size_t at = *start;

		if (!utf8_is_space(utf8_next(s, &at)))
			break;
		*start = at;
	}
	while (*end > *start) {
		size_t at = *end;

		if (!utf8_is_space(utf8_prev(d->text, &at)))
			break;
		*end = at;
	}
}

static int between(int n, int low, int high)
{
	return n < low ? low : n > high ? high : n;
}

static bool in_table(const struct block *b)
{
	return b->kind == BLOCK_CELL && b->table > 0 && !b->hidden && !b->dup && b->row >= 0 && b->row < MAX_ROWS &&
	       b->col >= 0 && b->col < MAX_COLS;
}

static void add_block(struct doc *d, struct grid *g, size_t index)
{
	const struct block *b = &d->blocks[index];
	struct grid_cell *last = g->n ? &g->cells[g->n - 1] : NULL;
	size_t start = b->start, end = b->end;

	trim(d, &start, &end);
	g->last_block = index;
	if (last && last->row == b->row && last->col == b->col) {
		if (last->start == last->end)
			last->start = start;
		if (end > start)
			last->end = end;
		last->head |= b->head;
		return;
	}
	ARENA_ROOM(&d->arena, g->cells, g->n, g->cap);
	last = &g->cells[g->n++];
	*last = (struct grid_cell){ .row = b->row, .col = b->col, .start = start, .end = end, .head = b->head };
	last->rowspan = between(b->rowspan, 1, MAX_ROWS - b->row);
	last->colspan = between(b->colspan, 1, MAX_COLS - b->col);
	if (b->row + 1 > g->rows)
		g->rows = b->row + 1;
	if (b->col + last->colspan > g->cols)
		g->cols = b->col + last->colspan;
}

struct grids grids_of(struct doc *d)
{
	struct grids all = { 0 };

	for (size_t i = 0; i < d->n_blocks; i++)
		if (in_table(&d->blocks[i]))
			add_block(d, grid_for(d, &all, i), i);
	return all;
}

/* Index of the first cell of that row or a later one. */
static size_t row_from(const struct grid *g, int row)
{
	size_t lo;

	BISECT(lo, g->n, g->cells[lo].row < row);
	return lo;
}

const struct grid_cell *grid_own(const struct grid *g, int row, int col)
{
	for (size_t i = row_from(g, row); i < g->n && g->cells[i].row == row; i++)
		if (g->cells[i].col == col)
			return &g->cells[i];
	return NULL;
}

const struct grid_cell *grid_at(const struct grid *g, int row, int col)
{
	for (size_t i = row_from(g, row + 1); i-- > 0;) {
		const struct grid_cell *c = &g->cells[i];

		if (c->row + c->rowspan > row && c->col <= col && col < c->col + c->colspan)
			return c;
		if (c->row < row - 200)
			break;
	}
	return NULL;
}
