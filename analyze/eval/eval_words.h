/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_EVAL_WORDS_H
#define SVOD_EVAL_WORDS_H

#include "mem.h"
#include "span.h"

/* Texts as lists of folded words, and the alignment of two of them: so one gold serves every format of a document. */

struct eval_word {
	struct span folded; /* in the arena */
	size_t start, end;  /* bytes of the text */
};

struct eval_words {
	struct eval_word *v; /* in the arena */
	size_t n, cap;
};

/*
 * NFKC, case-folded, ё = е, without combining marks except the breve (so й stays й), NFC. The result is in the arena.
 */
struct span eval_fold(struct arena *a, struct span s);

/* The words of text: runs of letters and digits (categories L and N), folded. */
struct eval_words eval_split(struct arena *a, struct span text);

/* The words of an already folded text joined by sep ("" or " "), for comparing names and cells. */
struct span eval_join(struct arena *a, struct span folded, const char *sep);

/* First and last word that lie (partly) in bytes [start, end); false where there is none. */
bool eval_range(const struct eval_words *w, size_t start, size_t end, size_t *first, size_t *last);

/* Words of the reference that a word of the other text stands for; lo > hi: none. */
struct eval_image {
	size_t lo, hi;
};

/*
 * For each word of hyp the words of ref it stands for: a longest common subsequence over the words (Myers 1986, linear
 * space), and inside stretches that differ one over the characters, so that a word joined or split still maps.
 */
struct eval_image *eval_align(struct arena *a, const struct eval_words *ref, const struct eval_words *hyp);

#endif
