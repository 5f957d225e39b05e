/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_WHERE_H
#define SVOD_WHERE_H

#include "ask.h"
#include "query.h"

/*
 * Filters as SQL: a condition on blocks b and documents d, its values bound by position. Options and fields of a
 * query mean the same.
 */
struct where {
	struct buf sql; /* " AND …", nothing when there is no filter */
	struct arena arena;
	struct span *values; /* of ?FIRST, ?FIRST+1, … */
	size_t n, cap;
};

enum { WHERE_FIRST = 10 }; /* number of the first value: smaller ones are the statement's own */

/* Adds the options' filters. 64 for a value that cannot be one, 66 for a document that there is not. */
bool where_options(struct where *w, struct query *q, struct err *e) MUST_USE;

/* Adds one filter by its name. */
bool where_add(struct where *w, struct query *q, struct span name, struct span value, bool without,
	       struct err *e) MUST_USE;

/* The instrument that a word of a text names by its code (C190, с87, R205, MLC); else empty. Lives in a. */
struct span where_instrument(struct span word, struct arena *a);

void where_free(struct where *w);

#endif
