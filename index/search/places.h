/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_PLACES_H
#define SVOD_PLACES_H

#include "ask.h"
#include "token.h"

/*
 * Where the words of a query stand in a text: to mark them, and to tell what the index cannot. It knows the lemmas of
 * a row, not which of its forms stands where; so for =exact words, and for word* where forms begin otherwise than
 * their lemma, MATCH gives more rows than are asked for (ask_node.wide), and the text decides.
 * A word of a text is what is asked for when they have a token in common (token.h); exactly so, when the folded
 * words are equal; word*, when the folded word or its lemma begins so. Phrases, NEAR, AND, OR and NOT as in FTS5
 * (https://www.sqlite.org/fts5.html).
 */
struct places;

/* Both are borrowed; words must not change until places_free. Sets wide where words of the query are. */
struct places *places_new(struct tokenizer *t, struct ask_node *words);
void places_free(struct places *p);

/* Are rows of MATCH to be looked at with places_find? */
bool places_are_wide(const struct places *p);

/* Around each stretch of text that was asked for, whatever overlaps taken together. */
struct place_marks {
	struct span on, off;
};

/*
 * Has the text what is asked for? When it has and out is given, the text with its marks is appended to it; nothing is
 * marked that the query takes away, nor that stands alone where it should be near.
 */
bool places_find(struct places *p, struct span text, const struct place_marks *marks, struct buf *out);

#endif
