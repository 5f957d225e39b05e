/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_RANK_P_H
#define SVOD_RANK_P_H

#include "fts_p.h"

/*
 * svod_rank(TABLE, MOST, LENGTHS): an auxiliary function of FTS5, BM25 with the constants of bm25() (k1 1.2, b 0.75;
 * https://www.sqlite.org/fts5.html, "The bm25() function"), less is better. Made for ORDER BY svod_rank(…) LIMIT MOST:
 * the first MOST rows are those of BM25, in its order; rows behind them may get a better value than they deserve,
 * though none that would bring them forward. MOST 0 or above RANK_MOST: every row's value is its own. The value of a
 * single word or phrase is without its rarity, the same factor for all rows; rarity of the very common is estimated.
 * LENGTHS, if given, is the name of TABLE's own table of lengths (TABLE_docsize in main), which is faster than asking
 * FTS5.
 *
 * svod_best(TABLE, MOST, LENGTHS): the first MOST (1 … RANK_MOST) rows of a MATCH that is one word or phrase, as a JSON
 * object, rowid: value, best first. It reads all rows of the phrase by itself, in half the time that ORDER BY takes:
 * ask with LIMIT 1. SQLITE_MISUSE for other queries.
 *
 * Returns SQLite's code.
 */
enum { RANK_MOST = 10000 };
int rank_register(fts5_api *api);

#endif
