/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_PHRASES_H
#define SVOD_PHRASES_H

#include <stdbool.h>
#include <stddef.h>

#include "lexicon.h"
#include "mem.h"
#include "span.h"

/*
 * Words of a text, and lexicons of phrases looked up in them.
 *
 * A word is a run of letters, digits and marks (utf8_is_word) of the folded text; hyphens and signs separate words.
 */
struct word {
	size_t start, end; /* bytes of the text */
};
struct words {
	struct word *v;
	size_t n;
};

/* The words of fold[start, end), in the arena. */
struct words words_of(struct arena *a, struct span fold, size_t start, size_t end);

static inline struct span word_text(struct span fold, struct word w)
{
	return span_sub(fold, w.start, w.end);
}

/* Index of the first word that starts at or after byte at (w->n: none). */
size_t words_from(const struct words *w, size_t at);

/*
 * A phrase lexicon: the first column holds phrases (several with " | "), each a row of words; a word that ends in * is
 * the beginning of a word, and "~" between two words allows one word more there. Case and ё do not count.
 */
struct phrases;

/* Compiles the first column, which must be called column. The lexicon must outlive it. Free with phrases_free. */
struct phrases *phrases_new(const struct lexicon *l, const char *column);
void phrases_free(struct phrases *p);

struct phrase_hit {
	long row;     /* of the lexicon */
	size_t words; /* how many words of the text it covers */
	size_t bytes; /* letters that the phrase itself fixes: the more, the more exact */
};

/* The longest phrase that begins at word i and ends before word end; false: none. */
bool phrases_at(const struct phrases *p, struct span fold, const struct words *w, size_t i, size_t end,
		struct phrase_hit *hit);

enum { PHRASE_HITS = 8 };

/* All phrases that begin at word i, the longest first; returns their number (the shortest beyond PHRASE_HITS are lost).
 */
size_t phrases_all(const struct phrases *p, struct span fold, const struct words *w, size_t i, size_t end,
		   struct phrase_hit hits[PHRASE_HITS]);

/* One phrase of that language against word i: the number of words it covers, 0: no match. */
size_t phrase_match(struct span phrase, struct span fold, const struct words *w, size_t i, size_t end);

/* s with runs of white space as one space, trimmed; in the arena. */
struct span text_squeeze(struct arena *a, struct span s);

/* s with its first letter a capital; in the arena. */
struct span text_capital(struct arena *a, struct span s);

#endif
