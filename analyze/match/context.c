/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands above and before a block: headings, the lead of a list, the heading of a column. One pass over the
 * blocks. */
#include "matcher_p.h"

enum { LEVELS = 16, COLUMNS = 64 };

struct walk {
	const struct block *blocks;
	struct span text;
	int headings[LEVELS + 1]; /* the last of each level, 0 = title */
	int leads[LEVELS + 1];    /* the last item of each depth; 0: what is no item */
	int opened;               /* the last item that ended in a colon; -1: none, or another of its marks came */
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

/* "9." and "10.", "а)" and "б)": marks of one list. The last sign tells, and whether there is a figure. */
static bool same_marks(const struct block *a, const struct block *b)
{
	return a->mark.n && b->mark.n && a->mark.p[a->mark.n - 1] == b->mark.p[b->mark.n - 1] &&
	       span_has_digit(a->mark) == span_has_digit(b->mark);
}

/*
 * "9. Стороны добиваются ратификации Конвенций МОТ:" before "1) № 131": where the text does not tell the depths of two
 * lists apart, an item that ends in a colon leads those with other marks.
 */
static int lead_in_list(struct walk *w, int i, int lead)
{
	const struct block *b = &w->blocks[i];
	const struct block *opened = w->opened >= 0 ? &w->blocks[w->opened] : NULL;
	bool opens = b->end > b->start && w->text.p[b->end - 1] == ':';

	if (b->kind != BLOCK_ITEM || (opened && (opened->level != b->level || same_marks(opened, b))))
		w->opened = -1;
	if (w->opened >= 0)
		lead = w->opened;
	if (opens && b->kind == BLOCK_ITEM)
		w->opened = i;
	return lead;
}

static int enter_lead(struct walk *w, int i)
{
	const struct block *b = &w->blocks[i];
	int level = b->kind == BLOCK_ITEM ? clamp_level(b->level) : 0;
	int lead = lead_in_list(w, i, level ? deepest(w->leads, level - 1) : deepest(w->leads, LEVELS));

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
static struct context *context_make(struct arena *a, struct span text, const struct block *blocks, size_t n)
{
	struct context *out = arena_alloc(a, (n + 1) * sizeof *out);
	struct walk w = { .blocks = blocks, .text = text, .opened = -1 };

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
		m->contexts = context_make(m->a, m->d->text, m->blocks, m->n_blocks);
	return &m->contexts[block];
}
