/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of figures: the row called "Всего" or "Итого" against the column above it. */
#include <math.h>
#include <stdlib.h>

#include "checks.h"
#include "grid.h"
#include "passes.h"
#include "total.h"
#include "utf8.h"

enum { MAX_FIGURE_BYTES = 32, MIN_ROWS = 2, MAX_ADDENDS = 32 };

static const double SMALL = 1e-9; /* of a total */

struct table {
	const struct resolver *r;
	struct doc *d;
	const struct grid *grid;
	const struct item_index *numbers;
	bool *totals; /* a row each: "Итого" */
	int part;     /* the first row that repeats a part of the one above; grid->rows: none */
};

struct column {
	double sum;    /* of all rows that are no totals */
	double group;  /* of those since the nearest total or heading above, where there is one */
	double totals; /* of the totals above */
	int rows, groups, n_totals, group_rows;
	int known, bare; /* figures with the full value of their item, and figures as printed: not to be mixed */
};

/* A cell that is one number: digits, spaces between thousands, a decimal comma or point, a minus. NAN: something else.
 */
static double cell_number(const struct doc *d, const struct grid_cell *c)
{
	char text[MAX_FIGURE_BYTES];
	struct span s = doc_slice(d, c->start, c->end);
	size_t n = 0;
	char *rest;
	double value;

	for (size_t at = 0; at < s.n && n + 1 < sizeof text;) {
		unsigned u = utf8_next(s, &at);

		if (utf8_is_space(u))
			continue;
		if (u == 0x2212 || u == 0x2013)
			u = '-';
		if (u == ',')
			u = '.';
		if ((u < '0' || u > '9') && u != '.' && u != '-')
			return NAN;
		text[n++] = (char)u;
	}
	text[n] = 0;
	value = strtod(text, &rest);
	return n && !*rest ? value : NAN;
}

/* The number that is read in a cell of one number, or NULL. */
static const struct item *cell_item(const struct table *t, const struct grid_cell *c)
{
	const struct item *it = item_index_last(t->numbers, c->start, c->end);

	return it && !isnan(check_number(it)) ? it : NULL;
}

/*
 * What a cell counts, in full where its number was read: "тыс. сомов" of the heading and the thousands of 2,760 are in
 * that. NAN: not one number. A heading of years is none.
 */
static double cell_value(const struct table *t, const struct grid_cell *c)
{
	double printed = grid_empty(c) || c->head ? NAN : cell_number(t->d, c);
	const struct item *it = isnan(printed) ? NULL : cell_item(t, c);

	return it ? check_number(it) : c && c->row > 0 ? printed : NAN;
}

/* "–": nothing to add. */
static bool is_dash(const struct doc *d, const struct grid_cell *c)
{
	struct span s = span_trim(doc_slice(d, c->start, c->end));

	return span_is(s, "-") || span_is(s, "–") || span_is(s, "—");
}

static bool is_total(const struct table *t, const struct grid_cell *c)
{
	struct words w;

	if (grid_empty(c))
		return false;
	w = resolver_words(t->r, c->start, c->end);
	return opens_total(t->r->lists, t->r->fold, &w);
}

static bool is_total_row(const struct table *t, int row)
{
	return t->totals[row];
}

/*
 * Whether row n closes a group of rows: a total of its own, or one cell over all columns that heads the next group.
 */
static bool closes_group(const struct table *t, int n)
{
	const struct grid_cell *first = grid_own(t->grid, n, 0);

	return is_total_row(t, n) ||
	       (first && !grid_empty(first) && first->colspan >= t->grid->cols && t->grid->cols > 2);
}

/* The figures of a column above row; false where a cell of it holds something else (the headings apart). */
static bool add_up(const struct table *t, int row, int col, struct column *out)
{
	*out = (struct column){ 0 };
	for (int i = row - 1; i >= 0; i--) {
		const struct grid_cell *c = grid_own(t->grid, i, col);
		double value = cell_value(t, c);

		if (closes_group(t, i) && !out->groups++) {
			out->group = out->sum;
			out->group_rows = out->rows;
		}
		if (is_total_row(t, i) && !isnan(value)) {
			out->totals += value;
			out->n_totals++;
		} else if (!isnan(value)) {
			out->sum += value;
			out->rows++;
			out->known += cell_item(t, c) != NULL;
			out->bare += !cell_item(t, c) && value != 0;
		} else if (!grid_empty(c) && !is_dash(t->d, c) && !closes_group(t, i)) {
			return out->rows >= MIN_ROWS && (i < 2 || c->head);
		}
	}
	return out->rows >= MIN_ROWS;
}

/* What a total is the sum of. */
enum basis { BASIS_NONE, BASIS_ALL, BASIS_GROUP, BASIS_TOTALS };

/* Does the stated total equal a sum that it may stand for: of its group, of all rows, of the totals above it? */
static enum basis agrees(const struct column *c, double stated)
{
	double small = SMALL * (1 + fabs(stated));

	if (fabs(c->sum - stated) < small)
		return BASIS_ALL;
	if (c->groups && fabs(c->group - stated) < small)
		return BASIS_GROUP;
	return c->n_totals && (fabs(c->totals - stated) < small || fabs(c->totals + c->group - stated) < small)
		       ? BASIS_TOTALS
		       : BASIS_NONE;
}

/* "%", "удельный вес", "в среднем": what such a column holds is not added up. */
static bool is_rate(const struct table *t, int row, int col)
{
	for (int i = 0; i < row; i++) {
		const struct grid_cell *c = grid_at(t->grid, i, col);
		struct words w;

		if (grid_empty(c) || !isnan(cell_value(t, c)))
			break;
		if (span_find_char(doc_slice(t->d, c->start, c->end), '%', 0) != SPAN_NONE)
			return true;
		w = resolver_words(t->r, c->start, c->end);
		if (word_list_within(t->r->lists, WORDS_RATE, t->r->fold, &w, 0, w.n))
			return true;
	}
	return false;
}

/* "в том числе", "из них", "1.1": the row repeats a part of the one above; then no sum below is certain. */
static bool is_part(const struct table *t, const struct grid_cell *c)
{
	struct words w;
	struct span s;

	if (grid_empty(c))
		return false;
	s = doc_slice(t->d, c->start, c->end);
	if (s.n > 2 && s.p[0] >= '0' && s.p[0] <= '9' && s.p[1] == '.' && s.p[2] >= '0' && s.p[2] <= '9')
		return true;
	if (s.p[0] == '-' || span_starts(s, SPAN("–")) || span_starts(s, SPAN("—")))
		return true;
	w = resolver_words(t->r, c->start, c->end);
	return word_list_phrase(t->r->lists, WORDS_PART_ROW, t->r->fold, &w, 0, w.n);
}

/* What the labels of the rows say, each read once. */
static void read_labels(struct table *t)
{
	t->part = t->grid->rows;
	t->totals = arena_alloc(&t->d->arena, (size_t)t->grid->rows + 1);
	for (int row = 0; row < t->grid->rows; row++)
		for (int col = 0; col < 2; col++) {
			const struct grid_cell *c = grid_own(t->grid, row, col);

			t->totals[row] |= is_total(t, c);
			if (t->part == t->grid->rows && is_part(t, c))
				t->part = row;
		}
}

/* The figures above row that were added up, where they are not too many to be told. */
static void put_addends(const struct table *t, struct item *check, int row, int col, bool group)
{
	int from = row;

	while (from > 0 && row - from <= MAX_ADDENDS && !(group && closes_group(t, from - 1)))
		from--;
	for (; row - from <= MAX_ADDENDS && from < row; from++) {
		const struct grid_cell *c = grid_own(t->grid, from, col);

		if (!isnan(cell_value(t, c)) && !is_total_row(t, from) && cell_item(t, c))
			check_part(t->d, check, cell_item(t, c)->id);
	}
}

static void check_cell(const struct table *t, const struct grid_cell *c, int row)
{
	double stated = cell_value(t, c);
	struct column sum;
	struct item *check;
	enum basis basis;

	if (isnan(stated) || !add_up(t, row, c->col, &sum))
		return;
	sum.known += cell_item(t, c) != NULL;
	sum.bare += !cell_item(t, c);
	basis = agrees(&sum, stated);
	/* what cannot be told from an error is passed over */
	if (!basis && (t->part < row || sum.n_totals > 1 || (sum.groups && sum.group_rows < MIN_ROWS) ||
		       (sum.known && sum.bare) || is_rate(t, row, c->col)))
		return;
	check = check_add(t->d, c->start, c->end, "sum", basis ? "ok" : "warn");
	check_figures(t->d, check, stated, basis ? stated : sum.groups ? sum.group : sum.sum);
	if (basis != BASIS_TOTALS && !sum.bare)
		put_addends(t, check, row, c->col, basis ? basis == BASIS_GROUP : sum.groups > 0);
}

bool pass_check_tables(struct resolver *r, struct doc *d, struct err *e)
{
	struct grids all = grids_of(d);
	struct item_index numbers = item_index_of(d, 1u << ITEM_NUMBER);

	(void)e;
	for (size_t i = 0; i < all.n; i++) {
		struct table t = { r, d, &all.v[i], &numbers, NULL, 0 };

		read_labels(&t);
		for (int row = MIN_ROWS; row < t.grid->rows; row++)
			for (int col = 1; is_total_row(&t, row) && col < t.grid->cols; col++)
				check_cell(&t, grid_own(t.grid, row, col), row);
	}
	return true;
}
