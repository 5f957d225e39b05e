/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A short name alone: is what stands behind it in the genitive a part of the name? */
#include "org_alone.h"

#include "org_phrase.h"

bool org_is_profession(const struct org_scan *s, size_t i)
{
	/* залізничників, будаўнікоў: without a dictionary the ending tells of many, and of people most often */
	if (s->ts->t[i].lang == LANG_UK || s->ts->t[i].lang == LANG_BE)
		return !s->ts->t[i].cap &&
		       (span_ends(token_fold(s->ts, i), SPAN("ків")) || span_ends(token_fold(s->ts, i), SPAN("рів")) ||
			span_ends(token_fold(s->ts, i), SPAN("ікаў")) || span_ends(token_fold(s->ts, i), SPAN("ікоў")));
	return token_parse(s->ts, i, M_NOUN | M_GEN | M_PLUR | M_ANIM, 0) && !token_says(s->ts, i, WORDS_EVERY_UNIONS);
}

/* Виконкому Спілки працівників …: an organ and the union that it is of */
static bool is_union_noun(const struct org_scan *s, size_t i)
{
	long row = token_is_word(s->ts, i) ? token_info(s->ts, i)->head : LEXICON_NONE;

	return row != LEXICON_NONE && span_is(lexicon_cell(s->heads, row, "kind"), "union");
}

/* опрошенных Профсоюзом курьеров: who did it stands between the participle and whom it was done to */
static bool is_agent(const struct org_scan *s, const struct org_cand *c)
{
	return c->first > 0 && tokens_same_block(s->ts, c->first - 1, c->first) && token_is_word(s->ts, c->first - 1) &&
	       org_is_capital(s, c->head) && token_parse(s->ts, c->head, M_NOUN | M_INS, 0) &&
	       token_parse(s->ts, c->first - 1, M_ADJ | M_PARTICIPLE | M_PLUR, 0);
}

bool org_stands_alone(const struct org_scan *s, const struct org_cand *c, size_t next)
{
	const struct org_aliases *a = s->aliases;
	bool hit = false, fits = false;

	if (!a || c->first != c->head || c->row == LEXICON_NONE)
		return false;
	if (is_agent(s, c))
		return true;
	for (size_t i = 0; i < a->n; i++) {
		if (a->v[i].row != c->row)
			continue;
		hit = true;
		fits |= span_eq(a->v[i].next_word, token_fold(s->ts, next)) ||
			(c->flags & ORG_ORGAN && is_union_noun(s, next)) ||
			token_says(s->ts, next, WORDS_UNION_WORDS) || org_is_profession(s, next);
	}
	return hit && !fits;
}

bool org_ends_in_union(const struct org_scan *s, size_t i)
{
	long row = token_is_word(s->ts, i) ? token_info(s->ts, i)->head : LEXICON_NONE;

	return row != LEXICON_NONE && span_starts(lexicon_cell(s->heads, row, "lemma"), SPAN("профсоюз")) &&
	       token_parse(s->ts, i, M_NOUN | M_SING | M_GEN, 0) && tokens_same_block(s->ts, i, i + 2) &&
	       s->ts->t[i + 2].cap;
}
