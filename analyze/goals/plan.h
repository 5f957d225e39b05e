/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_PLAN_H
#define SVOD_PLAN_H

#include "grid.h"
#include "phrases.h"
#include "resolve.h"

/* What a column of a plan means; the names are those of norm.cells. */
enum plan_column {
	COL_NUMBER,
	COL_ACTION,
	COL_DEADLINE,
	COL_RESPONSIBLE,
	COL_INDICATOR,
	COL_RESULT,
	COL_BUDGET,
	COL_PARTNERS,
	COL_NOTE,
	PLAN_COLUMNS
};
extern const char *const plan_column_names[PLAN_COLUMNS];

/* Where each meaning stands: column of the grid, or -1. */
struct plan_head {
	int col[PLAN_COLUMNS];
	int width[PLAN_COLUMNS]; /* columns that its heading covers: "Сроки" over "начало" and "окончание" */
	int cols;                /* of the table it was read from */
};

/*
 * Reads row as a heading row: true when its cells name an action column and a deadline or responsible column.
 * Two heading rows one above the other (merged cells) are read as one; *rows tells how many were used.
 */
bool plan_read_head(const struct resolver *r, struct doc *d, const struct grid *g, int row, struct plan_head *head,
		    int *rows);

#endif
