/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_WORD_LISTS_H
#define SVOD_WORD_LISTS_H

#include <stdbool.h>

#include "err.h"
#include "span.h"

/*
 * Short lists of words that passes ask for by what the words say of others beside them: rules/lexicon/words.tsv, a use
 * a row, where the use is described. "word" is a whole word, "stem*" begins one, "*ending" ends one; all are folded.
 */
enum word_use {
	WORDS_APPROVED,   /* by whom and when a paper was adopted */
	WORDS_SALUTATION, /* opens a letter */
	WORDS_SIGNED,     /* when a paper was signed */
	WORDS_SUBJECT,    /* what a paper is about: о, про, on */
	WORD_USES
};

struct word_lists;

/*
 * Read-only, one a process. 78 where the lexicon is missing or broken, has a use that is not known, or lacks one. The
 * caller frees it with word_lists_close.
 */
struct word_lists *word_lists_open(struct err *e) MUST_USE;
void word_lists_close(struct word_lists *l);

/* Is the folded word in the list of that use? */
bool word_list_has(const struct word_lists *l, enum word_use use, struct span word);

#endif
