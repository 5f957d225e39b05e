/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plans name their columns in many words; the lexicon of headings says which column is the action, which the deadline.
 */
#include "plan.h"

#include "utf8.h"

const char *const plan_column_names[PLAN_COLUMNS] = {
	[COL_NUMBER] = "number",           [COL_ACTION] = "action",       [COL_DEADLINE] = "deadline",
	[COL_RESPONSIBLE] = "responsible", [COL_INDICATOR] = "indicator", [COL_RESULT] = "expected_result",
	[COL_BUDGET] = "budget",           [COL_PARTNERS] = "partners",   [COL_NOTE] = "note",
};

/* A heading is short, and what the lexicon knows of it is a good part of it. */
enum { MAX_HEAD_WORDS = 14, MAX_HEAD_ROWS = 2 };

static enum plan_column column_of(struct span name)
{
	enum plan_column c = 0;

	while (c < PLAN_COLUMNS && !span_is(name, plan_column_names[c]))
		c++;
	return c;
}

static bool is_number_sign(struct span s)
{
	s = span_trim(s);
	return span_starts(s, SPAN("№")) && s.n <= sizeof "№ п/п" + 2;
}

/* The meaning of a heading, or PLAN_COLUMNS where the lexicon knows none. */
static enum plan_column plan_meaning(const struct resolver *r, struct doc *d, size_t start, size_t end)
{
	struct words w = resolver_words(r, start, end);
	struct phrase_hit best = { 0 }, hit;

	if (is_number_sign(doc_slice(d, start, end)))
		return COL_NUMBER;
	if (w.n == 0 || w.n > MAX_HEAD_WORDS)
		return PLAN_COLUMNS;
	for (size_t i = 0; i < w.n; i++) {
		if (!phrases_at(r->phrases[LEX_COLUMNS], r->fold, &w, i, w.n, &hit))
			continue;
		if (hit.words > best.words || (hit.words == best.words && !best.words))
			best = hit;
	}
	if (!best.words || best.words * 5 < w.n)
		return PLAN_COLUMNS;
	return column_of(lexicon_cell(r->lexicon[LEX_COLUMNS], best.row, "meaning"));
}

static void read_cell(const struct resolver *r, struct doc *d, const struct grid_cell *c, struct plan_head *head)
{
	enum plan_column m = grid_empty(c) ? PLAN_COLUMNS : plan_meaning(r, d, c->start, c->end);

	if (m == PLAN_COLUMNS || head->col[m] >= 0)
		return;
	head->col[m] = c->col;
	head->width[m] = c->colspan;
}

static int known(const struct plan_head *head)
{
	int n = 0;

	for (int m = 0; m < PLAN_COLUMNS; m++)
		n += head->col[m] >= 0;
	return n;
}

static void read_row(const struct resolver *r, struct doc *d, const struct grid *g, int row, struct plan_head *head)
{
	for (int col = 0; col < g->cols; col++) {
		const struct grid_cell *c = grid_own(g, row, col);

		if (c)
			read_cell(r, d, c, head);
	}
}

static void forget(struct plan_head *head, const struct grid *g)
{
	for (int m = 0; m < PLAN_COLUMNS; m++)
		head->col[m] = -1;
	head->cols = g->cols;
}

static int filled_cells(const struct grid *g, int row)
{
	int filled = 0;

	for (int col = 0; col < g->cols; col++)
		filled += !grid_empty(grid_own(g, row, col));
	return filled;
}

/* Every filled cell of a heading row has a meaning, or nearly so: a row of the plan that mentions "сроки" has not. */
static bool mostly_known(const struct grid *g, int row, int meanings)
{
	return meanings * 2 > filled_cells(g, row);
}

bool plan_read_head(const struct resolver *r, struct doc *d, const struct grid *g, int row, struct plan_head *head,
		    int *rows)
{
	struct plan_head one, below;

	forget(&one, g);
	read_row(r, d, g, row, &one);
	if (one.col[COL_ACTION] < 0 || known(&one) < 2 || !mostly_known(g, row, known(&one)))
		return false;
	*rows = 1;
	below = one;
	if (row + 1 < g->rows && filled_cells(g, row + 1) > 1) { /* "Outcome 2. Training" alone is a section */
		read_row(r, d, g, row + 1, &below);
		if (known(&below) > known(&one) && mostly_known(g, row + 1, known(&below) - known(&one)))
			*rows = MAX_HEAD_ROWS;
	}
	*head = *rows > 1 ? below : one;
	return head->col[COL_DEADLINE] >= 0 || head->col[COL_RESPONSIBLE] >= 0;
}
