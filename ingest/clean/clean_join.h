/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_CLEAN_JOIN_H
#define SVOD_CLEAN_JOIN_H

#include <stdbool.h>

#include "span.h"

/*
 * What becomes of a hyphen at a line end, by the rule that scored best on typeset documents: nothing is joined
 * around digits or a capital (the hyphen stays, the line break goes); the hyphen stays where the divided word with it
 * stands elsewhere in the document and the joined word does not; otherwise the word is joined. Additions: words in
 * capitals are treated like others; a dictionary keeps the hyphen that knows the word with it, or both halves, but not
 * the whole; the lexicon, for languages without a dictionary too, names halves that are mostly followed by a hyphen;
 * and before a conjunction it stands for the rest of a word ("двух- и трёхлетний").
 */
enum hyphen { HYPHEN_DASH, HYPHEN_KEEP, HYPHEN_DROP };

/* The words of a document, for that question. Words divided at a line end are not among them. */
struct vocabulary;
void vocabulary_free(struct vocabulary *v);

/* What the language has: this word (NULL: no dictionary is there), this first half of words with a hyphen (соціально-).
 */
struct word_oracle {
	bool (*knows)(void *ctx, struct span word);
	bool (*is_half)(void *ctx, struct span word);
	void *ctx;
};

/*
 * Is a number divided by the line end between both, so that nothing stands between its parts: a date behind the day
 * ("12.", "05.2022"), or a fraction before its unit ("3,", "5 %")?
 */
bool number_is_divided(struct span before, struct span after);

#endif
