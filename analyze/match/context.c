/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands above and before a block: headings, the lead of a list, the heading of a column. One pass over the
 * blocks. */
#include "matcher_p.h"

enum { LEVELS = 16, COLUMNS = 64 };

struct walk {
	const struct block *blocks;
	int headings[LEVELS + 1]; /* the last of each level, 0 = title */
	int leads[LEVELS + 1];    /* the last item of each depth; 0: what is no item */
	int columns[COLUMNS];
	int above[COLUMNS]; /* the heading over that of the column */
	int table;
};

static int clamp_level(int level)
{
	return level < 1 ? 1 : level > LEVELS ? LEVELS : level;
}

static void enter_heading(struct walk *w, int i)
{
	const struct block *b = &w->blocks[i];
	int level = b->kind == BLOCK_TITLE ? 0 : clamp_level(b->level);

	w->headings[level] = i;
	for (int k = level + 1; k <= LEVELS; k++)
		w->headings[k] = -1;
}

static int deepest(const int *levels, int below)
{
	for (int k = below; k >= 0; k--)
		if (levels[k] >= 0)
			return levels[k];
	return -1;
}

static int enter_lead(struct walk *w, int i)
{
	const struct block *b = &w->blocks[i];
	int level = b->kind == BLOCK_ITEM ? clamp_level(b->level) : 0;
	int lead = level ? deepest(w->leads, level - 1) : deepest(w->leads, LEVELS);

	w->leads[level] = i;
	for (int k = level + 1; k <= LEVELS; k++)
		w->leads[k] = -1;
	return lead;
}

/* A heading counts for all columns that it covers; one further down takes its place there and stands below it. */
static void enter_column(struct walk *w, int i)
{
	const struct block *b = &w->blocks[i];
	int end = b->colspan > 1 ? b->col + b->colspan : b->col + 1;

	for (int k = b->col; k < end && k < COLUMNS; k++) {
		if (w->columns[k] >= 0 && w->blocks[w->columns[k]].row < b->row)
			w->above[k] = w->columns[k];
		w->columns[k] = i;
	}
}

static void enter_cell(struct walk *w, int i, struct context *out)
{
	const struct block *b = &w->blocks[i];

	if (b->table != w->table)
		for (int k = 0; k < COLUMNS; k++)
			w->columns[k] = w->above[k] = -1;
	w->table = b->table;
	if (b->kind != BLOCK_CELL || b->col < 0 || b->col >= COLUMNS)
		return;
	if (b->head || (b->row == 0 && w->columns[b->col] < 0)) {
		enter_column(w, i);
		return;
	}
	out->column = w->columns[b->col];
	out->above = w->above[b->col];
}

/* Contexts of all blocks, in the arena. */
static struct context *context_make(struct arena *a, const struct block *blocks, size_t n)
{
	struct context *out = arena_alloc(a, (n + 1) * sizeof *out);
	struct walk w = { .blocks = blocks };

	for (int k = 0; k <= LEVELS; k++)
		w.headings[k] = w.leads[k] = -1;
	for (int k = 0; k < COLUMNS; k++)
		w.columns[k] = w.above[k] = -1;
	for (size_t i = 0; i < n; i++) {
		bool heading = blocks[i].kind == BLOCK_TITLE || blocks[i].kind == BLOCK_HEADING;
		int level = blocks[i].kind == BLOCK_TITLE ? 0 : clamp_level(blocks[i].level);

		out[i] = (struct context){ -1, -1, -1, -1 };
		if (!block_is_visible(&blocks[i]))
			continue;
		out[i].heading = heading ? (level ? deepest(w.headings, level - 1) : -1) : deepest(w.headings, LEVELS);
		enter_cell(&w, (int)i, &out[i]);
		if (blocks[i].kind != BLOCK_CELL)
			out[i].lead = enter_lead(&w, (int)i);
		if (heading)
			enter_heading(&w, (int)i);
	}
	return out;
}

const struct context *context_of(struct matcher *m, int block)
{
	if (!m->contexts)
		m->contexts = context_make(m->a, m->blocks, m->n_blocks);
	return &m->contexts[block];
}
