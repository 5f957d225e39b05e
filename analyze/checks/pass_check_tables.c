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

struct column {
	double sum;
	int rows;
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

static bool is_total(const struct resolver *r, const struct grid_cell *c)
{
	struct words w;

	if (grid_empty(c))
		return false;
	w = resolver_words(r, c->start, c->end);
	return opens_total(r->fold, &w);
}

/* The figures of a column above row; false where a cell of it holds something else (the headings apart). */
static bool add_up(const struct doc *d, const struct grid *g, int row, int col, struct column *out)
{
	*out = (struct column){ 0 };
	for (int i = row - 1; i >= 0; i--) {
		const struct grid_cell *c = grid_own(g, i, col);
		double value = grid_empty(c) ? NAN : cell_number(d, c);

		if (!isnan(value)) {
			out->sum += value;
			out->rows++;
		} else if (!grid_empty(c)) {
			return out->rows >= MIN_ROWS && i < 2;
		}
	}
	return out->rows >= MIN_ROWS;
}

static void check_row(struct doc *d, const struct grid *g, int row)
{
	for (int col = 1; col < g->cols; col++) {
		const struct grid_cell *c = grid_own(g, row, col);
		double stated = grid_empty(c) ? NAN : cell_number(d, c);
		struct column sum;
		struct item *check;

		if (isnan(stated) || !add_up(d, g, row, col, &sum))
			continue;
		check = check_add(d, c->start, c->end, "sum", fabs(sum.sum - stated) < 1e-6 ? "ok" : "error");
		check_figures(d, check, stated, sum.sum);
	}
}

bool pass_check_tables(struct resolver *r, struct doc *d, struct err *e)
{
	struct grids all = grids_of(d);

	(void)e;
	for (size_t i = 0; i < all.n; i++)
		for (int row = MIN_ROWS; row < all.v[i].rows; row++)
			if (is_total(r, grid_own(&all.v[i], row, 0)) || is_total(r, grid_own(&all.v[i], row, 1)))
				check_row(d, &all.v[i], row);
	return true;
}
