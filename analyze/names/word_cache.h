/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_WORD_CACHE_H
#define SVOD_WORD_CACHE_H

#include "mem.h"
#include "span.h"

/*
 * What is known of words, kept from document to document: the words of papers are much the same, and their forms take
 * longer to find than the papers to read. Bounded: a document that begins while there are more than WORD_CACHE_MAX
 * words begins with none. Zero-initialized it is valid and empty.
 */
struct token_info;

enum { WORD_CACHE_MAX = 1 << 15 };

struct word_cache {
	struct arena arena;        /* of the words, for whoever makes one */
	struct token_info **slots; /* open addressing, a power of two */
	size_t n, n_slots;
};

/* A document begins; what was got before is no longer good. */
void word_cache_begin(struct word_cache *c);

/* Where the word in that language stands, or NULL is to be replaced by it, before anything else is asked. */
struct token_info **word_cache_at(struct word_cache *c, struct span folded, int lang);

/* The lemma of each parse of a word of the cache; kept with it. */
struct morph;
const struct span *word_cache_lemmas(struct word_cache *c, const struct morph *m, struct token_info *info);

void word_cache_free(struct word_cache *c);

#endif
