/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_FTS_P_H
#define SVOD_FTS_P_H

#ifdef SVOD_FTS5_EXTENSION /* all calls go through the table that the host hands in */
#include <sqlite3ext.h>
#else
#include <sqlite3.h>
#endif

#include "err.h"
#include "token.h"

/* The tokenizer of token.h as FTS5's tokenizer `svod` (https://www.sqlite.org/fts5.html, "Custom Tokenizers"). */
struct fts;

/*
 * Registers it, svod_rank() of rank_p.h, svod_holds() and svod_mark() of places_sql_p.h with the connection.
 * dictionary: folder of the Russian one, NULL to look for it (common/data.h). *out lives longer than the connection:
 * fts_free it after sqlite3_close.
 */
bool fts_register(sqlite3 *h, const char *dictionary, struct fts **out, struct err *e) MUST_USE;
void fts_free(struct fts *f);

/* The words behind it; for_queries: it knows which languages the corpus has. */
struct tokenizer *fts_tokenizer(struct fts *f);
struct tokenizer *fts_tokenizer_for_queries(struct fts *f);

#endif
