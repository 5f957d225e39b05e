/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_GAZETTEER_H
#define SVOD_GAZETTEER_H

#include "lexicon.h"
#include "tokens.h"

/*
 * Names of several words found in every grammatical form: a word of the text fits a word of the name when it is the
 * same or they share a lemma; words that the Russian dictionary does not have (other languages) fit on the same
 * beginning. The names are the first column of a lexicon, which must outlive it, as morph must. Whoever asks it must be
 * one thread: it keeps what it looked up of its own words.
 */
struct gazetteer;

/* bit: one of token_info.not_in, of this gazetteer's own. */
struct gazetteer *gazetteer_new(const struct lexicon *l, const char *column, const struct morph *m, unsigned bit);
void gazetteer_free(struct gazetteer *g);

/* The longest name that begins at token i: its row, and *last its last token; LEXICON_NONE where there is none. */
long gazetteer_at(struct gazetteer *g, struct tokens *ts, size_t i, size_t *last);

#endif
