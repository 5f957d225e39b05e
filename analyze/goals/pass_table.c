/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Plans. A table whose heading names an action and a deadline or a responsible body is a plan; each of its rows is one
 * table_row item with cells by meaning, and its action is a goal. Sections are headings before a table or rows merged
 * over all columns. A table without a heading row that is as wide as the plan before it continues that plan; a row
 * without an action continues the row above it.
 */
#include "goals.h"
#include "grid.h"
#include "passes.h"
#include "plan.h"
#include "total.h"
#include "utf8.h"

/* Between two tables of one plan there is a heading, not a page of text; a section heading has no more words. */
enum { MAX_HEADING_WORDS = 70, MAX_GAP_BLOCKS = 6, MAX_TOTAL_WORDS = 4 };

struct plan_state {
	struct resolver *r;
	struct doc *d;
	struct plan_head head;
	bool in_plan;
	long section, row; /* numbers within the document and the section; 0: none yet */
	size_t last;       /* index in items of the row that a following one may continue */
	bool has_last;
	size_t after_block; /* first block behind the table before */
};

/* One row as it was read. */
struct plan_row {
	const struct grid_cell *cell[PLAN_COLUMNS];
	size_t start, end;
};

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* The number that a heading begins with: "2. Разработать" → 2; 0: none, or it has parts ("2.1"). */
static long leading_number(struct span s)
{
	long n = 0;
	size_t i = 0;

	while (i < s.n && i < 3 && is_digit(s.p[i]))
		n = n * 10 + (s.p[i++] - '0');
	if (i == 0 || i >= s.n || (s.p[i] != '.' && s.p[i] != ')'))
		return 0;
	return s.p[i] == '.' && i + 1 < s.n && is_digit(s.p[i + 1]) ? 0 : n;
}

/* Bytes of an arabic or Roman list mark at the start of s, with the spaces behind it. */
static size_t mark_length(struct span s)
{
	size_t i = 0;

	while (i < s.n && (is_digit(s.p[i]) || s.p[i] == 'I' || s.p[i] == 'V' || s.p[i] == 'X' || (i && s.p[i] == '.')))
		i++;
	if (i == 0 || (s.p[i - 1] != '.' && (i >= s.n || (s.p[i] != ')' && s.p[i] != ':'))))
		return 0;
	while (i < s.n && (s.p[i] == ' ' || s.p[i] == ')' || s.p[i] == ':'))
		i++;
	return i;
}

/* "Раздел 2.", "Section 2:" in front of a heading: bytes up to the number. */
static size_t label_length(struct plan_state *p, size_t start, size_t end)
{
	struct words w = resolver_words(p->r, start, end);

	if (w.n > 1 && word_list_has(p->r->lists, WORDS_SECTION_LABEL, word_text(p->r->fold, w.v[0])) &&
	    mark_length(doc_slice(p->d, w.v[1].start, end)))
		return w.v[1].start - start;
	return 0;
}

static void start_section(struct plan_state *p, size_t start, size_t end)
{
	size_t label = label_length(p, start, end);
	struct span s = doc_slice(p->d, start + label, end);
	long n = leading_number(s);
	struct item *goal;

	p->section = n ? n : p->section + 1;
	p->row = 0;
	p->has_last = false;
	start += label + mark_length(s);
	if (goal_opening(p->r, start, end) != VERB_INFINITIVE)
		return;
	goal = goal_add(p->d, start, end, "table", "section");
	if (goal)
		jval_set_str(&p->d->arena, goal->norm, "ref", arena_printf(&p->d->arena, "%ld", p->section));
}

static struct span cell_text(struct doc *d, const struct grid_cell *c)
{
	return text_squeeze(&d->arena, doc_slice(d, c->start, c->end));
}

/* The bytes of a cell in the item's field "cells": where the text of norm.cells stands. */
static void put_place(struct doc *d, struct item *it, enum plan_column m, const struct grid_cell *c)
{
	struct jval *place = jval_array(&d->arena), *cells;

	if (!it->extra)
		it->extra = jval_object(&d->arena);
	cells = jval_get(it->extra, "cells");
	if (!cells) {
		cells = jval_object(&d->arena);
		jval_set(&d->arena, it->extra, "cells", cells);
	}
	jval_push(place, jval_int(&d->arena, (int64_t)c->start));
	jval_push(place, jval_int(&d->arena, (int64_t)c->end));
	jval_set(&d->arena, cells, plan_column_names[m], place);
}

static void put_cells(struct doc *d, struct item *it, const struct plan_row *row)
{
	struct jval *cells = jval_object(&d->arena);

	for (enum plan_column m = COL_ACTION; m < PLAN_COLUMNS; m++) {
		const struct grid_cell *c = row->cell[m];

		if (!grid_empty(c)) {
			jval_set_str(&d->arena, cells, plan_column_names[m], cell_text(d, c));
			put_place(d, it, m, c);
		} else if (m <= COL_BUDGET) {
			jval_set(&d->arena, cells, plan_column_names[m], arena_alloc(&d->arena, sizeof *cells));
		}
	}
	jval_set(&d->arena, it->norm, "cells", cells);
}

/* The row's own number, "4.2" as printed in its number cell, else section and position. */
static struct span row_number(struct plan_state *p, const struct plan_row *row)
{
	struct arena *a = &p->d->arena;

	if (!grid_empty(row->cell[COL_NUMBER])) {
		struct span s = cell_text(p->d, row->cell[COL_NUMBER]);

		while (s.n && (s.p[s.n - 1] == '.' || s.p[s.n - 1] == ')'))
			s.n--;
		if (s.n && s.n < 12 && is_digit(s.p[0])) {
			if (span_find_char(s, '.', 0) != SPAN_NONE || !p->section)
				return s;
			return arena_printf(a, "%ld.%.*s", p->section, SPAN_ARG(s));
		}
	}
	return p->section ? arena_printf(a, "%ld.%ld", p->section, p->row) : arena_printf(a, "%ld", p->row);
}

static void add_row(struct plan_state *p, const struct plan_row *row)
{
	struct doc *d = p->d;
	const struct grid_cell *action = row->cell[COL_ACTION];
	struct item *it, *goal;
	struct span number;

	p->row++;
	number = row_number(p, row);
	it = doc_add_item(d, ITEM_TABLE_ROW, row->start, row->end, "table");
	jval_set_str(&d->arena, it->norm, "row", number);
	if (p->section)
		jval_set_int(&d->arena, it->norm, "section", p->section);
	put_cells(d, it, row);
	p->last = d->n_items - 1;
	p->has_last = true;
	goal = goal_add(d, action->start + mark_length(doc_slice(d, action->start, action->end)), action->end, "table",
			"action");
	if (goal)
		jval_set_str(&d->arena, goal->norm, "ref", number);
}

/* A row without an action: what its cells say belongs to the row above. */
static void continue_row(struct plan_state *p, const struct plan_row *row)
{
	struct doc *d = p->d;
	struct item *it = &d->items[p->last];
	struct jval *cells = jval_get(it->norm, "cells");

	for (enum plan_column m = COL_ACTION; m < PLAN_COLUMNS; m++) {
		const struct grid_cell *c = row->cell[m];
		struct span had = jval_str(cells, plan_column_names[m]);

		if (grid_empty(c) || c->start < it->end)
			continue;
		jval_set_str(&d->arena, cells, plan_column_names[m],
			     arena_printf(&d->arena, "%.*s%s%.*s", SPAN_ARG(had), had.n ? " " : "",
					  SPAN_ARG(cell_text(d, c))));
	}
	if (row->end > it->end)
		it->end = row->end;
}

/* What stands in row n below a heading: one cell, or, where the heading covers several columns, all of them as one. */
static const struct grid_cell *cell_below(const struct plan_state *p, const struct grid *g, int n, enum plan_column m)
{
	int from = p->head.col[m];
	const struct grid_cell *first = from < 0 ? NULL : grid_at(g, n, from);
	struct grid_cell *whole;

	if (from < 0 || p->head.width[m] < 2 || grid_empty(first) || first->row != n)
		return first;
	whole = arena_alloc(&p->d->arena, sizeof *whole);
	*whole = *first;
	for (int col = from + 1; col < from + p->head.width[m]; col++) {
		const struct grid_cell *c = grid_own(g, n, col);

		if (!grid_empty(c))
			whole->end = c->end;
	}
	return whole;
}

/* The span of a row covers the cells that begin in it; cells merged from above give their text only. */
static bool read_row(const struct plan_state *p, const struct grid *g, int n, struct plan_row *row)
{
	*row = (struct plan_row){ 0 };
	for (int m = 0; m < PLAN_COLUMNS; m++) {
		const struct grid_cell *c = cell_below(p, g, n, (enum plan_column)m);

		row->cell[m] = c;
		if (grid_empty(c) || c->row != n)
			continue;
		if (m != COL_NUMBER && (!row->end || c->start < row->start))
			row->start = c->start;
		if (m != COL_NUMBER && c->end > row->end)
			row->end = c->end;
	}
	return row->end > row->start;
}

/* "1 2 3 4" under a heading. */
static bool is_numbering(const struct doc *d, const struct grid *g, int n)
{
	int found = 0;

	for (int col = 0; col < g->cols; col++) {
		const struct grid_cell *c = grid_own(g, n, col);
		struct span s = grid_empty(c) ? (struct span){ 0 } : doc_slice(d, c->start, c->end);
		long long v;

		if (!s.n)
			continue;
		if (!span_to_long(s, &v) || v != found + 1)
			return false;
		found++;
	}
	return found >= 2;
}

/* "Итого", and figures in the cells beside it. */
static bool is_total(const struct plan_state *p, const struct grid *g, int n)
{
	bool total = false;

	for (int col = 0; col < g->cols; col++) {
		const struct grid_cell *c = grid_own(g, n, col);
		struct words w;

		if (grid_empty(c))
			continue;
		w = resolver_words(p->r, c->start, c->end);
		if (!total && (w.n > MAX_TOTAL_WORDS || !opens_total(p->r->lists, p->r->fold, &w)))
			return false;
		if (total && !span_has_digit(doc_slice(p->d, c->start, c->end)))
			return false;
		total = true;
	}
	return total;
}

/* The only filled cell of a row, or NULL where there are more. */
static const struct grid_cell *only_cell(const struct grid *g, int n, int *own)
{
	const struct grid_cell *only = NULL;
	int filled = 0;

	*own = 0;
	for (int col = 0; col < g->cols; col++) {
		const struct grid_cell *c = grid_own(g, n, col);

		*own += c != NULL;
		if (!grid_empty(c)) {
			only = c;
			filled++;
		}
	}
	return filled == 1 ? only : NULL;
}

/* A row merged over the columns, or a numbered line alone in its row. */
static bool is_section(const struct doc *d, const struct grid *g, int n, const struct grid_cell **cell)
{
	int own;

	*cell = only_cell(g, n, &own);
	if (!*cell || g->cols < 3)
		return false;
	if ((*cell)->colspan >= g->cols - 1 || own == 1)
		return true;
	return (*cell)->col <= 1 && mark_length(doc_slice(d, (*cell)->start, (*cell)->end)) > 0;
}

static void one_row(struct plan_state *p, const struct grid *g, int n)
{
	const struct grid_cell *section;
	struct plan_row row;

	if (is_numbering(p->d, g, n) || is_total(p, g, n))
		return;
	if (is_section(p->d, g, n, &section)) {
		start_section(p, section->start, section->end);
		return;
	}
	if (!read_row(p, g, n, &row))
		return;
	if (!grid_empty(row.cell[COL_ACTION]) && row.cell[COL_ACTION]->row == n)
		add_row(p, &row);
	else if (p->has_last)
		continue_row(p, &row);
}

/* The line that names the section: the nearest text block between the table before and this one. */
static void heading_before(struct plan_state *p, const struct grid *g)
{
	size_t from = p->after_block, i = g->first_block;

	for (size_t gap = 0; i > from && gap < MAX_GAP_BLOCKS; gap++) {
		const struct block *b = &p->d->blocks[--i];
		struct words w;

		if (b->hidden || b->kind == BLOCK_NOTE || b->kind == BLOCK_CAPTION || b->kind == BLOCK_CELL)
			continue;
		w = resolver_words(p->r, b->start, b->end);
		if (!w.n)
			continue;
		if (w.n <= MAX_HEADING_WORDS &&
		    (b->kind == BLOCK_HEADING || leading_number(doc_slice(p->d, b->start, b->end)) ||
		     label_length(p, b->start, b->end) ||
		     (p->in_plan && goal_opening(p->r, block_body(b), b->end) != VERB_NONE)))
			start_section(p, b->start, b->end);
		return;
	}
}

static void one_table(struct plan_state *p, const struct grid *g)
{
	const struct grid_cell *above = NULL; /* a merged row over the heading row */
	bool had_plan = p->in_plan, announced = false;
	struct plan_head before = p->head;

	p->in_plan = false;
	for (int n = 0; n < g->rows; n++) {
		int used = 0;

		if (plan_read_head(p->r, p->d, g, n, &p->head, &used)) {
			p->in_plan = had_plan || announced;
			if (above)
				start_section(p, above->start, above->end);
			else if (!announced)
				heading_before(p, g);
			announced = p->in_plan = true;
			above = NULL;
			n += used - 1;
			continue;
		}
		if (n == 0 && had_plan && before.cols == g->cols) {
			p->head = before;
			p->in_plan = true;
		}
		if (p->in_plan)
			one_row(p, g, n);
		else if (!is_section(p->d, g, n, &above))
			above = NULL;
	}
}

bool pass_table(struct resolver *r, struct doc *d, struct err *e)
{
	struct grids all = grids_of(d);
	struct plan_state p = { .r = r, .d = d };

	(void)e;
	for (size_t i = 0; i < all.n; i++) {
		one_table(&p, &all.v[i]);
		p.after_block = all.v[i].last_block + 1;
	}
	return true;
}
