/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A hash table of lemmas, for the questions that compare two documents. */
#include "lemma_counts.h"

#include <stdlib.h>

struct lemma_count *lemma_counts_at(struct lemma_counts *c, struct span lemma)
{
	size_t i;

	if (c->n * 2 >= c->cap) {
		struct lemma_count *old = c->v;
		size_t cap = c->cap;

		c->cap = cap ? cap * 2 : 1024;
		c->v = mem_alloc(c->cap * sizeof *c->v);
		for (size_t k = 0; k < cap; k++) {
			if (!old[k].lemma.n)
				continue;
			for (i = span_hash(old[k].lemma) % c->cap; c->v[i].lemma.n;)
				i = (i + 1) % c->cap;
			c->v[i] = old[k];
		}
		free(old);
	}
	for (i = span_hash(lemma) % c->cap; c->v[i].lemma.n && !span_eq(c->v[i].lemma, lemma);)
		i = (i + 1) % c->cap;
	if (!c->v[i].lemma.n) {
		c->v[i].lemma = arena_dup(&c->arena, lemma);
		c->n++;
	}
	return &c->v[i];
}

void lemma_counts_free(struct lemma_counts *c)
{
	free(c->v);
	arena_free(&c->arena);
	*c = (struct lemma_counts){ 0 };
}

bool lemma_first(bool same, struct span *token)
{
	if (same)
		return false;
	if (token->p[0] == '=' || token->p[0] == '~' || token->p[0] == '^')
		*token = span_sub(*token, 1, token->n);
	return true;
}
