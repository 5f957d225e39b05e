/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_LISTING_H
#define SVOD_LISTING_H

#include "query.h"

/* A question that is one SELECT: its columns are those of the table, in their order. */
struct listing {
	const char *sql;
	const struct column *columns;
};

/* A value for :name; an empty text without number binds NULL. A statement that lacks the name ignores it. */
struct param {
	const char *name;
	struct span text;
	long long number;
	bool is_number;
};

/* Prints the rows; *rows counts them. */
bool listing_print(struct query *q, const struct listing *l, const struct param *params, size_t n, size_t *rows,
		   struct err *e) MUST_USE;

/* The first column of the first row, as a number (0 where there is none). */
bool listing_number(struct query *q, const char *sql, const struct param *params, size_t n, long long *out,
		    struct err *e) MUST_USE;

/* svod list WHAT, plan, check, glossary, figures: the commands that are such questions. */
bool list_run(struct query *q, char **operands, int n, struct err *e);
bool plan_run(struct query *q, char **operands, int n, struct err *e);
bool check_run(struct query *q, char **operands, int n, struct err *e);
bool glossary_run(struct query *q, char **operands, int n, struct err *e);
bool figures_run(struct query *q, char **operands, int n, struct err *e);

#endif
