/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Towns and regions inside the names of bodies. */
#include "org_territory.h"

#include "org_phrase.h"

bool org_is_territory(const struct org_scan *s, size_t i)
{
	return token_says(s->ts, i, WORDS_TERRITORY);
}

size_t org_town_end(const struct org_scan *s, size_t i)
{
	if (!token_says(s->ts, i, WORDS_PLACE_SHORTENED) || !token_is_mark(s->ts, i + 1, '.') ||
	    !tokens_same_block(s->ts, i, i + 2) || !token_is_word(s->ts, i + 2) || !s->ts->t[i + 2].cap)
		return TOKEN_NONE;
	return i + 2;
}

size_t org_second_name_end(const struct org_scan *s, size_t i)
{
	static const char *const names[] = { "кузбасс", "югр", "алани", "якути", "чуваши" };

	if (!token_is_mark(s->ts, i, '-') || s->ts->t[i].glued || !tokens_same_block(s->ts, i, i + 1) ||
	    !token_is_word(s->ts, i + 1) || !s->ts->t[i + 1].cap)
		return TOKEN_NONE;
	for (size_t k = 0; k < sizeof names / sizeof *names; k++)
		if (span_starts(token_fold(s->ts, i + 1), span_of(names[k])))
			return i + 1;
	return TOKEN_NONE;
}

size_t org_bracket_end(const struct org_scan *s, size_t i)
{
	static const char *const before[] = { "саха", "рс", NULL };

	if (i == 0 || !token_is_mark(s->ts, i, '(') || !tokens_same_block(s->ts, i - 1, i + 2) ||
	    !token_in(s->ts, i - 1, before) || !token_is_word(s->ts, i + 1) || !token_is_mark(s->ts, i + 2, ')') ||
	    !span_starts(token_fold(s->ts, i + 1), SPAN("я")))
		return TOKEN_NONE;
	return i + 2;
}

/* стран Восточной Европы: does the name of the region that ends at i say which countries are meant? */
static bool is_of_countries(const struct org_scan *s, size_t i)
{
	enum { WORDS = 3 };
	static const char *const countries[] = { "стран",   "странах",  "странам", "государств", "государствах",
						 "региона", "регионов", "країн",   "краін",      NULL };

	for (size_t k = i; k > 0 && i - k < WORDS && tokens_same_block(s->ts, k - 1, i); k--)
		if (token_in(s->ts, k - 1, countries))
			return true;
	return false;
}

size_t org_second_territory_end(const struct org_scan *s, size_t i)
{
	static const char *const and[] = { "и", "та", "і", NULL };
	size_t last, end;
	bool proper = false;

	/* Санкт-Петербурга и Ленинградской области */
	if (i == 0 || !token_in(s->ts, i, and) || !(org_is_territory(s, i - 1) || org_is_place(s, i - 1)) ||
	    !tokens_same_block(s->ts, i, i + 2) || !org_is_capital(s, i + 1) ||
	    !org_noun_phrase(s, i + 1, M_GEN, &last, &proper))
		return TOKEN_NONE;
	if (token_says(s->ts, i + 1, WORDS_PROPER_BEHIND) && tokens_same_block(s->ts, i, last + 1) &&
	    org_is_capital(s, last + 1) && org_is_place(s, last + 1))
		return last + 1;
	if (org_is_territory(s, last))
		return last;
	/* для стран Восточной Европы и Центральной Азии */
	return proper && is_of_countries(s, i - 1) && gazetteer_at(s->places, s->ts, i + 1, &end) != LEXICON_NONE &&
			       end == last
		       ? last
		       : TOKEN_NONE;
}

bool org_is_regional(const struct org_scan *s, const struct org_cand *c)
{
	struct span word = token_fold(s->ts, c->first);

	if (c->first < c->head && !c->form && s->ts->t[c->first].lang == LANG_UK &&
	    (span_find(word, SPAN("ськ"), 0) != SPAN_NONE || span_find(word, SPAN("цьк"), 0) != SPAN_NONE))
		return true;
	if (c->first >= c->head || c->form ||
	    !(span_find(word, SPAN("ск"), 0) != SPAN_NONE || span_find(word, SPAN("цк"), 0) != SPAN_NONE) ||
	    span_find(word, SPAN("еск"), 0) != SPAN_NONE)
		return false;
	return !token_says(s->ts, c->first, WORDS_NO_REGION) && token_parse(s->ts, c->first, M_ADJ, 0);
}
