/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of figures: the row called "Всего" or "Итого" against the column above it. */
#include <math.h>
#include <stdlib.h>

#include "checks.h"
#include "grid.h"
#include "passes.h"
#include "total.h"
#include "utf8.h"

enum { MAX_FIGURE_BYTES = 32, MIN_ROWS = 2 };

static const double SMALL = 1e-6;

struct column {
	double sum;    /* of all rows that are no totals */
	double group;  /* of those since the nearest total or heading above, where there is one */
	double totals; /* of the totals above */
	int rows, groups, n_totals, group_rows;
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

/* "–": nothing to add. */
static bool is_dash(const struct doc *d, const struct grid_cell *c)
{
	struct span s = span_trim(doc_slice(d, c->start, c->end));

	return span_is(s, "-") || span_is(s, "–") || span_is(s, "—");
}

static bool is_total(const struct resolver *r, const struct grid_cell *c)
{
	struct words w;

	if (grid_empty(c))
		return false;
	w = resolver_words(r, c->start, c->end);
	return opens_total(r->lists, r->fold, &w);
}

/*
 * Whether row n closes a group of rows: a total of its own, or one cell over all columns that heads the next group.
 */
static bool closes_group(const struct resolver *r, const struct grid *g, int n)
{
	const struct grid_cell *first = grid_own(g, n, 0);

	return is_total(r, first) || is_total(r, grid_own(g, n, 1)) ||
	       (first && !grid_empty(first) && first->colspan >= g->cols && g->cols > 2);
}

/* The figures of a column above row; false where a cell of it holds something else (the headings apart). */
static bool add_up(const struct resolver *r, const struct doc *d, const struct grid *g, int row, int col,
		   struct column *out)
{
	*out = (struct column){ 0 };
	for (int i = row - 1; i >= 0; i--) {
		const struct grid_cell *c = grid_own(g, i, col);
		double value = grid_empty(c) ? NAN : cell_number(d, c);
		bool total = is_total(r, grid_own(g, i, 0)) || is_total(r, grid_own(g, i, 1));

		if (closes_group(r, g, i) && !out->groups++) {
			out->group = out->sum;
			out->group_rows = out->rows;
		}
		if (total && !isnan(value)) {
			out->totals += value;
			out->n_totals++;
		} else if (!isnan(value)) {
			out->sum += value;
			out->rows++;
		} else if (!grid_empty(c) && !is_dash(d, c) && !closes_group(r, g, i)) {
			return out->rows >= MIN_ROWS && i < 2;
		}
	}
	return out->rows >= MIN_ROWS;
}

/* Does the stated total equal a sum that it may stand for: of its group, of all rows, of the totals above it? */
static bool agrees(const struct column *c, double stated)
{
	return fabs(c->sum - stated) < SMALL || (c->groups && fabs(c->group - stated) < SMALL) ||
	       (c->n_totals && fabs(c->totals - stated) < SMALL) ||
	       (c->n_totals && fabs(c->totals + c->group - stated) < SMALL);
}

/* "%", "удельный вес", "в среднем": what such a column holds is not added up. */
static bool is_rate(const struct resolver *r, const struct doc *d, const struct grid *g, int row, int col)
{
	for (int i = 0; i < row; i++) {
		const struct grid_cell *c = grid_at(g, i, col);
		struct words w;

		if (grid_empty(c) || !isnan(cell_number(d, c)))
			break;
		if (span_find_char(doc_slice(d, c->start, c->end), '%', 0) != SPAN_NONE)
			return true;
		w = resolver_words(r, c->start, c->end);
		if (word_list_within(r->lists, WORDS_RATE, r->fold, &w, 0, w.n))
			return true;
	}
	return false;
}

/* "в том числе", "из них", "1.1": rows that repeat a part of the one above; then no sum is certain. */
static bool has_parts(const struct resolver *r, const struct doc *d, const struct grid *g, int row)
{
	for (int i = 0; i < row; i++)
		for (int col = 0; col < 2; col++) {
			const struct grid_cell *c = grid_own(g, i, col);
			struct words w = { 0 };
			struct span s;

			if (grid_empty(c))
				continue;
			s = doc_slice(d, c->start, c->end);
			if (s.n > 2 && s.p[0] >= '0' && s.p[0] <= '9' && s.p[1] == '.' && s.p[2] >= '0' &&
			    s.p[2] <= '9')
				return true;
			if (s.p[0] == '-' || span_starts(s, SPAN("–")) || span_starts(s, SPAN("—")))
				return true;
			w = resolver_words(r, c->start, c->end);
			if (word_list_phrase(r->lists, WORDS_PART_ROW, r->fold, &w, 0, w.n))
				return true;
		}
	return false;
}

/*
 * What a figure of the cell counts: 1000 where the heading says "тыс. сомов" and its item has the full value; 1 where
 * it has none.
 */
static double unit_of_cell(const struct item_index *numbers, const struct grid_cell *c, double printed)
{
	const struct item *it = item_index_last(numbers, c->start, c->end);
	double ratio = it ? check_number(it) / printed : 1;

	return ratio > 1 ? ratio : 1;
}

static void check_row(const struct resolver *r, struct doc *d, const struct grid *g, int row,
		      const struct item_index *numbers)
{
	bool parts = has_parts(r, d, g, row);

	for (int col = 1; col < g->cols; col++) {
		const struct grid_cell *c = grid_own(g, row, col);
		double stated = grid_empty(c) ? NAN : cell_number(d, c);
		struct column sum;
		struct item *check;
		double unit;
		bool ok;

		if (isnan(stated) || !add_up(r, d, g, row, col, &sum))
			continue;
		ok = agrees(&sum, stated);
		/* what cannot be told from an error is passed over */
		if (!ok && (parts || sum.n_totals > 1 || (sum.groups && sum.group_rows < MIN_ROWS) ||
			    is_rate(r, d, g, row, col)))
			continue;
		check = check_add(d, c->start, c->end, "sum", ok ? "ok" : "warn");
		unit = unit_of_cell(numbers, c, stated);
		check_figures(d, check, stated * unit, (ok ? stated : sum.groups ? sum.group : sum.sum) * unit);
	}
}

bool pass_check_tables(struct resolver *r, struct doc *d, struct err *e)
{
	struct grids all = grids_of(d);
	struct item_index numbers = item_index_of(d, 1u << ITEM_NUMBER);

	(void)e;
	for (size_t i = 0; i < all.n; i++)
		for (int row = MIN_ROWS; row < all.v[i].rows; row++)
			if (is_total(r, grid_own(&all.v[i], row, 0)) || is_total(r, grid_own(&all.v[i], row, 1)))
				check_row(r, d, &all.v[i], row, &numbers);
	return true;
}
