/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_SEARCH_P_H
#define SVOD_SEARCH_P_H

#include "db_p.h"
#include "search.h"
#include "snippet.h"

/* Prepares `tail` after a WITH that gives all hits as m(id, doc). The caller finalizes. */
bool search_prepare_all(struct search *s, const char *tail, sqlite3_stmt **out, struct err *e) MUST_USE;

/* The forms in which hits are printed. */
bool search_print(struct search *s, struct hits *h, struct err *e) MUST_USE;
bool search_print_kwic(struct search *s, struct hits *h, struct err *e) MUST_USE;
bool search_print_facet(struct search *s, const char *facet, struct err *e) MUST_USE;
bool search_print_documents(struct search *s, struct err *e) MUST_USE;

#endif
