/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_LEXICON_H
#define SVOD_LEXICON_H

#include <stdbool.h>
#include <stddef.h>

#include "err.h"
#include "span.h"

/*
 * A lexicon: a table of facts or words kept as data, rules/lexicon/NAME.tsv. UTF-8, tab-separated; lines that begin
 * with # are comments; the first other line names the columns. The first column is the key; several keys of one row
 * are separated by " | ". Keys are compared folded (utf8_fold: lower case, ё = е) with single spaces.
 * Read-only after lexicon_open; rows are numbered from 0 in the order of the file.
 */
struct lexicon;

enum { LEXICON_NONE = -1 };

/*
 * name without folder and .tsv. Fails with 78 (EX_CONFIG) where the file is missing, unreadable, not UTF-8, or has a
 * row with more cells than the header; e says which line. The caller frees it with lexicon_close.
 */
struct lexicon *lexicon_open(const char *name, struct err *e) MUST_USE;
void lexicon_close(struct lexicon *l);

/* The first row that has this key, or LEXICON_NONE. key need not be folded. */
long lexicon_find(const struct lexicon *l, struct span key);

long lexicon_rows(const struct lexicon *l);

/* The cell's text, trimmed; borrowed from the lexicon; empty where the row has no such column or the name is unknown.
 */
struct span lexicon_cell(const struct lexicon *l, long row, const char *column);

#endif
