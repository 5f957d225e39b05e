/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_NUMBER_TABLE_H
#define SVOD_NUMBER_TABLE_H

#include "passes.h"

/* The table that was looked at last, and which tables of the document are plans. */
struct number_table {
	struct resolver *r;
	struct doc *d;
	int table, first; /* the current table: its number and first block */
	int *plans;       /* numbers of the tables that have plan rows, sorted; in the document's arena */
	size_t n_plans;
	bool plan;                        /* the current one is a plan */
	int unit_col;                     /* its column of units ("Ед. изм."); -1: none */
	const struct block *part, *whole; /* its last row asked for what it is a part of, and that; NULL: none */
};

/* Borrows r and d, whose tokens and rows of plans must be known. */
void number_table_open(struct number_table *n, struct resolver *r, struct doc *d);

/*
 * A figure that fills its cell takes unit and scale ("тыс. леев") from the headings of its column, the nearest first,
 * from the label of its row or from what stands over the table. False: it names something there.
 */
bool number_from_heading(struct number_table *n, struct item *it);

/* 1000, 1e6, 1e9 where text[start, end) says thousands, millions, milliards of something; else 1. */
double number_scale(const struct resolver *r, size_t start, size_t end);

#endif
