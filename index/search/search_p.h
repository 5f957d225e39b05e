/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_SEARCH_P_H
#define SVOD_SEARCH_P_H

#include "db_p.h"
#include "search.h"
#include "snippet.h"

/* --sort, in the order of its choices; the last three are those of a concordance. */
enum sort { SORT_RANK, SORT_DATE, SORT_DOC, SORT_LEFT, SORT_RIGHT, SORT_WORD };

/* Are hits only counted (--facet, --list, --count), by a statement of their own? */
static inline bool search_is_counted(const struct query_options *o)
{
	return o->facet || o->list || o->count;
}

/* Prepares `tail` after a WITH that gives all hits as m(id, doc). The caller finalizes. */
bool search_prepare_all(struct search *s, const char *tail, sqlite3_stmt **out, struct err *e) MUST_USE;

enum {
	SEARCH_RANKED = 200, /* rows whose order the kind of block decides as well */
	SEARCH_ALL = 1000000
};

/* Appends rows of MATCH and the filters to rows, in the order asked for, at most that many; their texts decide. */
bool search_fetch(struct search *s, struct hits *rows, size_t most, struct err *e) MUST_USE;

/* Prepares a statement that gives the numbers of all blocks that MATCH and the filters find. The caller finalizes. */
bool search_prepare_rows(struct search *s, sqlite3_stmt **out, struct err *e) MUST_USE;

/*
 * Where words are wide (places.h): appends the first hits to h, until there are enough. *all: there are no more. The
 * same hits come first, however many are asked for.
 */
bool search_find_ranked(struct search *s, struct hits *h, size_t enough, bool *all, struct err *e) MUST_USE;

/* Sets h->places and h->docs; where there are many, h->places to an estimate, and h->about. */
bool search_estimate(struct search *s, struct hits *h, struct err *e) MUST_USE;

/* Of the hits that are shown: everything that is printed beside their text. */
bool search_fetch_details(struct search *s, struct hits *h, struct err *e) MUST_USE;

/* "003:210", "scan:p.3", "act:¶12": where a hit stands, as people write it. */
void search_put_place(const struct hit *hit, struct buf *out);

/* The forms in which hits are printed. The concordance sets h->lines and h->shown. */
bool search_print(struct search *s, struct hits *h, struct err *e) MUST_USE;
bool search_print_kwic(struct search *s, struct hits *h, struct err *e) MUST_USE;
bool search_print_facet(struct search *s, const char *facet, struct err *e) MUST_USE;
bool search_print_documents(struct search *s, struct err *e) MUST_USE;

#endif
