/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A hash table of words that forgets all of them when they have become too many. */
#include "word_cache.h"

#include <stdlib.h>

#include "tokens.h"

enum { FIRST_SLOTS = 4096 };

void word_cache_begin(struct word_cache *c)
{
	if (c->n > WORD_CACHE_MAX)
		word_cache_free(c);
}

void word_cache_free(struct word_cache *c)
{
	arena_free(&c->arena);
	free(c->slots);
	*c = (struct word_cache){ 0 };
}

static struct token_info **slot_of(const struct word_cache *c, struct span folded, int lang)
{
	size_t at = (size_t)span_hash(folded) & (c->n_slots - 1);

	while (c->slots[at] && !((int)c->slots[at]->lang == lang && span_eq(c->slots[at]->folded, folded)))
		at = (at + 1) & (c->n_slots - 1);
	return &c->slots[at];
}

static void grow(struct word_cache *c)
{
	struct word_cache wide = *c;

	wide.n_slots = c->n_slots ? 2 * c->n_slots : FIRST_SLOTS;
	wide.slots = mem_alloc(wide.n_slots * sizeof(struct token_info *));
	for (size_t i = 0; i < c->n_slots; i++)
		if (c->slots[i])
			*slot_of(&wide, c->slots[i]->folded, (int)c->slots[i]->lang) = c->slots[i];
	free(c->slots);
	*c = wide;
}

struct token_info **word_cache_at(struct word_cache *c, struct span folded, int lang)
{
	struct token_info **slot;

	if (2 * (c->n + 1) > c->n_slots)
		grow(c);
	slot = slot_of(c, folded, lang);
	c->n += !*slot;
	return slot;
}

const struct span *word_cache_lemmas(struct word_cache *c, const struct morph *m, struct token_info *info)
{
	struct span *lemmas;
	struct buf one = { 0 };

	if (info->lemmas)
		return info->lemmas;
	lemmas = arena_alloc(&c->arena, (info->n + 1) * sizeof *lemmas);
	for (size_t i = 0; i < info->n; i++) {
		buf_reset(&one);
		morph_lemma(m, info->folded, &info->parse[i], &one);
		lemmas[i] = arena_dup(&c->arena, buf_span(&one));
	}
	buf_free(&one);
	return info->lemmas = lemmas;
}
