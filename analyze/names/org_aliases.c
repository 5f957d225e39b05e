/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nouns that stand for a body alone: what the document defines, and what it uses again and again. */
#include "org_aliases.h"

/* The word behind the noun of that row inside a full name. */
static struct span word_behind(const struct org_scan *s, const struct org_cand *c, long row)
{
	for (size_t i = c->first; i < c->last; i++)
		if (token_is_word(s->ts, i) && row != LEXICON_NONE && token_info(s->ts, i)->head == row)
			return token_is_word(s->ts, i + 1) ? token_fold(s->ts, i + 1) : (struct span){ 0 };
	return (struct span){ 0 };
}

/* Профсоюза гражданского персонала России: the word behind the noun in the first name that has a proper name too */
static struct span word_of_full(const struct org_scan *s, const struct org_cands *cs, long row)
{
	enum { NEAR = 150 };

	for (size_t i = 0; i < cs->n && cs->v[i].first < NEAR; i++)
		if (cs->v[i].row == row && cs->v[i].head != TOKEN_NONE && cs->v[i].proper &&
		    cs->v[i].last > cs->v[i].head && token_is_word(s->ts, cs->v[i].head + 1))
			return token_fold(s->ts, cs->v[i].head + 1);
	return (struct span){ 0 };
}

/* A noun that stands alone with a capital again and again is a short name, defined or not. */
static void add_implicit(const struct org_scan *s, const struct org_cands *cs, struct org_aliases *a)
{
	enum { OFTEN = 3 };
	for (size_t i = 0; i < cs->n; i++) {
		const struct org_cand *c = &cs->v[i];
		size_t times = 0;

		if (c->first != c->last || !c->capital || c->row == LEXICON_NONE || !(c->flags & ORG_ALIAS))
			continue;
		for (size_t k = 0; k < a->n; k++)
			times += a->v[k].row == c->row ? OFTEN : 0;
		for (size_t k = 0; k < cs->n && times < OFTEN; k++)
			times += cs->v[k].first == cs->v[k].last && cs->v[k].capital && cs->v[k].row == c->row;
		if (times == OFTEN) {
			ARENA_ROOM(s->ts->arena, a->v, a->n, a->cap);
			a->v[a->n++] = (struct org_alias){ c->row, word_of_full(s, cs, c->row) };
		}
	}
}

/* Once each, and so many as a document can mean: they are asked for at every head. */
static void add_alias(const struct org_scan *s, struct org_aliases *a, long row, struct span next_word)
{
	enum { ALIASES_MAX = 300 };

	for (size_t i = 0; i < a->n; i++)
		if (a->v[i].row == row && span_eq(a->v[i].next_word, next_word))
			return;
	if (a->n == ALIASES_MAX)
		return;
	ARENA_ROOM(s->ts->arena, a->v, a->n, a->cap);
	a->v[a->n++] = (struct org_alias){ row, next_word };
}

struct org_aliases *org_aliases_of(const struct org_scan *s, const struct org_cands *cs, const struct abbr_defs *defs)
{
	struct org_aliases *a = arena_alloc(s->ts->arena, sizeof *a);
	struct tokens *ts = s->ts;

	for (size_t i = 0; i < defs->n; i++) {
		const struct abbr_def *d = &defs->v[i];
		const struct token_info *info = token_info(ts, d->short_first);

		if (d->caps || d->short_first != d->short_last || info->head == LEXICON_NONE)
			continue;
		add_alias(s, a, info->head, word_behind(s, &cs->v[d->cand], info->head));
	}
	add_implicit(s, cs, a);
	return a;
}
