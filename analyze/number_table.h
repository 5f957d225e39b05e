/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures in tables, and what figures and units look like. */
#ifndef NUMBER_TABLE_H
#define NUMBER_TABLE_H

#include "passes.h"

/* The table that was looked at last, and which tables of the document are plans. */
struct number_table {
	struct resolver *r;
	struct doc *d;
	int table, first; /* the current table: its number and first block */
	int *plans;       /* numbers of the tables that have plan rows, sorted; in the document's arena */
	size_t n_plans;
	bool plan; /* the current one is a plan */
};

/* Borrows r and d, whose tokens and rows of plans must be known. */
void number_table_open(struct number_table *n, struct resolver *r, struct doc *d);

/*
 * A figure that fills its cell takes its unit from the headings of its column, the nearest first, from the label of its
 * row or from what stands over the table. False: it names something there.
 */
bool number_from_heading(struct number_table *n, struct item *it);

/* Units that measure and do not count: nobody goes on counting with them. */
bool number_is_measure(struct span unit);

/* Thousands or millions that folded text names, "тыс. сомов" = 1000; else 1. */
double number_scale(struct span fold);

bool number_has_digit(struct span s);

#endif
