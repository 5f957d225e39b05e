/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_SEARCH_P_H
#define SVOD_SEARCH_P_H

#include "db_p.h"
#include "search.h"
#include "snippet.h"

/* --sort, in the order of its choices; the last three are those of a concordance. */
enum sort { SORT_RANK, SORT_DATE, SORT_DOC, SORT_LEFT, SORT_RIGHT, SORT_WORD };

/* Prepares `tail` after a WITH that gives all hits as m(id, doc). The caller finalizes. */
bool search_prepare_all(struct search *s, const char *tail, sqlite3_stmt **out, struct err *e) MUST_USE;

/* "003:210", "scan:p.3", "act:¶12": where a hit stands, as people write it. */
void search_put_place(const struct hit *hit, struct buf *out);

/* The forms in which hits are printed. The concordance sets h->lines and h->shown. */
bool search_print(struct search *s, struct hits *h, struct err *e) MUST_USE;
bool search_print_kwic(struct search *s, struct hits *h) MUST_USE;
bool search_print_facet(struct search *s, const char *facet, struct err *e) MUST_USE;
bool search_print_documents(struct search *s, struct err *e) MUST_USE;

#endif
