/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_WORDS_H
#define SVOD_WORDS_H

#include "search.h"

/* What is done to the words of a query before FTS5 sees them, and what is said when nothing was found. */

/*
 * Takes words without a meaning of their own ("о", "и", "the", "какие") out of an AND of several words, unless they
 * were asked for exactly.
 */
void words_drop_function_words(struct search *s);

/* An AND of words and phrases that is all that was asked becomes an OR; false where that changes nothing. */
bool words_any(struct search *s);

/*
 * A word that the corpus does not have, but has when its keys are read on the other keyboard (ghjacj.p) or its letters
 * in the other alphabet (MOT), is replaced; s->said tells so. True in *changed when one was.
 */
bool words_fix_layout(struct search *s, bool *changed, struct err *e) MUST_USE;

/* Appends "word → nearest words of the corpus" lines for the words that the corpus does not have. */
bool words_did_you_mean(struct search *s, struct buf *out, struct err *e) MUST_USE;

/* After what was found: a line for each word that is the code of an instrument, which texts seldom write. */
bool words_instruments(struct search *s, struct buf *out, struct err *e) MUST_USE;

/*
 * After a query with few places: a line for each word that has a near one in the vocabulary that stands in twenty times
 * as many, and is no form of it.
 */
bool words_rare(struct search *s, long long places, struct buf *out, struct err *e) MUST_USE;

#endif
