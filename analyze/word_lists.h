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
	WORDS_ANNEX,              /* heads an annex */
	WORDS_APPROVED,           /* by whom and when a paper was adopted */
	WORDS_BEFORE_ASKED,       /* small words between a demand and whom it asks */
	WORDS_BEFORE_COUNTED,     /* what may stand before a noun that opens its clause */
	WORDS_BEFORE_TIME,        /* prepositions before a time by which something is to be done */
	WORDS_CIRCUMSTANCE,       /* adjectives that tell where or how, not what is counted */
	WORDS_CIRCUMSTANCE_FIRST, /* opens an item of an agreement that says when before what */
	WORDS_DATED,              /* before the day that a thing is called by */
	WORDS_DATES_ACTION,       /* before a year that dates an action */
	WORDS_EMPTY_ADJECTIVE,    /* adjectives that say nothing of what is counted */
	WORDS_FREE_TO,            /* gives a right or a possibility, no task */
	WORDS_FUNCTION,           /* words between nouns that name nothing */
	WORDS_KEEPS_CONTROL,      /* verbs with which a head keeps or gives the control of an order */
	WORDS_NUMBERED,           /* things that are numbered rather than counted */
	WORDS_PEOPLE,             /* participles and adjectives that have become nouns for people */
	WORDS_PERIOD_OF,          /* before a period that a thing is for */
	WORDS_PLACE_PREPOSITION,  /* opens an item with where or when */
	WORDS_RIGHT_OR_DUTY,      /* an item with it gives a right or states a duty in full */
	WORDS_SALUTATION,         /* opens a letter */
	WORDS_SCHEDULED,          /* sets a time for what is to come */
	WORDS_SECOND_LEAD,        /* conjunctions before a second lead of a sentence */
	WORDS_SECTION_LABEL,      /* stands before the number of a heading */
	WORDS_SIGNED,             /* when a paper was signed */
	WORDS_SO_THAT,            /* conjunctions before what is wished for */
	WORDS_STAMP,              /* opens the stamp that tells by what a paper was approved */
	WORDS_STATE_VERB,         /* verbs of how things are, not of deeds */
	WORDS_SUBJECT,            /* what a paper is about: о, про, on */
	WORDS_TERMS,              /* opens a sentence of its own that says when and who */
	WORDS_UNFINISHED,         /* a line that ends with it goes on below */
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
