/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_CLEAN_LEXICON_H
#define SVOD_CLEAN_LEXICON_H

#include <stdbool.h>

#include "span.h"

/*
 * A table of rules/lexicon: tab-separated, lines that begin with # are comments, the first other line names the
 * columns. A cell may hold several phrases with " | " between them; a word of a phrase that ends in * has any ending.
 */
struct lexicon_phrase {
	struct span text; /* folded */
	struct span tag;  /* the row's second cell */
};

struct lexicon_table {
	char *bytes; /* the file; everything points into it */
	struct lexicon_phrase *v;
	size_t n, cap;
	unsigned *next;      /* index + 1 of the next phrase with the same first character; 0: none */
	unsigned first[256]; /* by a hash of the first character */
};

/* Reads rules/lexicon/NAME. A file that is not there gives an empty table: svod-clean then knows less. */
struct lexicon_table *lexicon_load(const char *name);
void lexicon_free(struct lexicon_table *t);

/* Can a phrase begin with the first character of s, whatever its case? A cheap question before folding more of it. */
bool lexicon_may_begin(const struct lexicon_table *t, struct span s);

/* The phrase that is exactly this folded text; NULL: none. */
const struct lexicon_phrase *lexicon_is(const struct lexicon_table *t, struct span folded);

/* The first phrase that stands in the folded text at `at`, up to the end of a word; NULL: none. *end gets its end. */
const struct lexicon_phrase *lexicon_at(const struct lexicon_table *t, struct span folded, size_t at, size_t *end);

/* The first phrase at any beginning of a word; with that tag, if tag is not NULL. */
const struct lexicon_phrase *lexicon_in(const struct lexicon_table *t, struct span folded, const char *tag);

#endif
