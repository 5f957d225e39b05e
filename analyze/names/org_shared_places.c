/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Offices of several places: the noun of the office stands before them, that of the places behind them, each once. */
#include "org_shared_places.h"

#include "canonical.h"
#include "org_phrase.h"
#include "org_territory.h"

static bool is_joint(const struct org_scan *s, size_t i)
{
	static const char *const and[] = { "и", "или", NULL };

	return token_is_mark(s->ts, i, ',') || token_in(s->ts, i, and);
}

/* Ачинского: an adjective of a place in the genitive singular */
static bool is_of_place(const struct org_scan *s, size_t i)
{
	return token_is_word(s->ts, i) && s->ts->t[i].cap && !s->ts->t[i].caps && !org_is_barrier(s, i) &&
	       token_parse(s->ts, i, M_ADJ | M_GEN | M_SING, 0);
}

/* районов: what the places are, in the genitive plural */
static const struct morph_parse *places_noun(const struct org_scan *s, size_t i)
{
	return token_is_word(s->ts, i) && !s->ts->t[i].cap && org_is_territory(s, i)
		       ? token_parse(s->ts, i, M_NOUN | M_GEN | M_PLUR, 0)
		       : NULL;
}

static struct span name_of(const struct org_scan *s, const struct org_cand *c, size_t place, size_t noun,
			   const struct morph_parse *of)
{
	struct buf out = { 0 };
	struct span name;

	canonical_word(s->ts, s->text, c->head, c->parse, M_NOM | M_SING | (c->parse->tags & M_GENDERS), &out);
	buf_putc(&out, ' ');
	buf_add(&out, span_sub(s->text, s->ts->t[place].start, s->ts->t[place].end));
	buf_putc(&out, ' ');
	canonical_word(s->ts, s->text, noun, of, M_GEN | M_SING | (of->tags & M_GENDERS), &out);
	name = canonical_capital(s->ts->arena, buf_span(&out));
	buf_free(&out);
	return name;
}

size_t org_shared_offices(const struct org_scan *s, const struct org_cand *c, struct org_shared *v)
{
	size_t at = c->head + 1, n = 0;
	const struct morph_parse *of;

	if (!c->plural || c->head == TOKEN_NONE || !c->parse || c->row == LEXICON_NONE || c->first != c->head ||
	    !span_is(lexicon_cell(s->heads, c->row, "kind"), "government") || s->ts->t[c->head].lang != LANG_RU)
		return 0;
	while (n < ORG_SHARED_MAX && tokens_same_block(s->ts, c->head, at) && is_of_place(s, at)) {
		v[n] = (struct org_shared){ n ? at : c->head, at, { 0 } };
		n++;
		at++;
		if (!is_joint(s, at))
			break;
		at++;
	}
	of = n >= 2 && tokens_same_block(s->ts, c->head, at) ? places_noun(s, at) : NULL;
	if (!of)
		return 0;
	for (size_t k = 0; k < n; k++)
		v[k].name = name_of(s, c, v[k].last, at, of);
	v[n - 1].last = at;
	return n;
}
