/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whoever stands in the column of the responsible is a body or a person: there, abbreviations need no other witness. */
#include "org_columns.h"

#include "grid.h"
#include "plan.h"

enum { HEAD_ROWS = 3 /* where a table's heading is looked for */ };

static void mark(const struct resolver *r, const struct grid_cell *c, bool *out)
{
	if (grid_empty(c))
		return;
	for (size_t i = tokens_from(r->tokens, c->start); i < r->tokens->n && r->tokens->t[i].start < c->end; i++)
		out[i] = true;
}

bool *org_columns(const struct resolver *r, struct doc *d)
{
	static const enum plan_column of[] = { COL_RESPONSIBLE, COL_PARTNERS };
	struct grids gs = grids_of(d);
	struct plan_head head = { .cols = 0 };
	bool *out = NULL;

	for (size_t g = 0; g < gs.n; g++) {
		struct plan_head own;
		int rows = 0, row = 0;

		while (row < gs.v[g].rows && row < HEAD_ROWS && !plan_read_head(r, d, &gs.v[g], row, &own, &rows))
			row++;
		if (row < gs.v[g].rows && row < HEAD_ROWS)
			head = own;
		else if (head.cols && head.cols == gs.v[g].cols)
			row = rows = 0; /* goes on behind the heading of a section */
		else
			continue;
		if (!out)
			out = arena_alloc(&d->arena, r->tokens->n + 1);
		for (row += rows; row < gs.v[g].rows; row++)
			for (size_t k = 0; k < sizeof of / sizeof *of; k++)
				if (head.col[of[k]] >= 0)
					mark(r, grid_own(&gs.v[g], row, head.col[of[k]]), out);
	}
	return out;
}
