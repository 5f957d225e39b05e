/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_LEMMA_COUNTS_H
#define SVOD_LEMMA_COUNTS_H

#include <stdbool.h>

#include "mem.h"
#include "span.h"

/* How often lemmas stand in two documents. Valid when zero; the lemmas live in the arena. */
struct lemma_count {
	struct span lemma; /* empty: a free place of the table */
	long count[2];
};

struct lemma_counts {
	struct lemma_count *v; /* open addressing: cap places, n of them taken */
	size_t n, cap;
	struct arena arena;
};

/* The count of a lemma, which is added where it is new; valid until the next call. */
struct lemma_count *lemma_counts_at(struct lemma_counts *c, struct span lemma);

void lemma_counts_free(struct lemma_counts *c);

/*
 * Of the tokens of a word (token.h) the first is taken, its lemma if it has one: true, and the token is without the
 * mark of what is no lemma. same: it stands where the token before it stood.
 */
bool lemma_first(bool same, struct span *token);

#endif
