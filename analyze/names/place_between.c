/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Towns that no lexicon has, by the company they keep. */
#include "place_between.h"

/* Is a known place printed at i? In Latin letters a gazetteer alone would find what begins alike as well. */
static bool is_place(const struct org_scan *s, const struct lexicon *places, size_t i)
{
	size_t last;
	long row =
		token_is_word(s->ts, i) && s->ts->t[i].latin ? gazetteer_at(s->places, s->ts, i, &last) : LEXICON_NONE;
	struct span names = row == LEXICON_NONE ? (struct span){ 0 } : lexicon_cell(places, row, "name");

	if (row != LEXICON_NONE && !s->ts->t[i].latin)
		return last == i && s->ts->t[i].lang == LANG_RU &&
		       !span_is(lexicon_cell(places, row, "kind"), "country");
	while (row != LEXICON_NONE && last == i && names.p)
		if (span_eq(span_trim(span_cut(&names, '|')), span_sub(s->text, s->ts->t[i].start, s->ts->t[i].end)))
			return true;
	return false;
}

/* No word of the Russian dictionary, or a place of it. */
static bool is_unknown(const struct org_scan *s, size_t i)
{
	const struct token_info *info = token_info(s->ts, i);

	return info->n == 0 || info->tags & (M_PREDICTED | M_GEOX);
}

bool place_between(const struct org_scan *s, const struct lexicon *places, size_t i)
{
	const struct token *t = &s->ts->t[i];

	if (!(t->latin || t->lang == LANG_RU) || !token_is_word(s->ts, i) || t->caps || t->first ||
	    (!t->latin && !is_unknown(s, i)) || i < 2 || !tokens_same_block(s->ts, i - 2, i + 2) ||
	    token_info(s->ts, i)->head != LEXICON_NONE || !token_is_mark(s->ts, i - 1, ',') ||
	    !(token_is_mark(s->ts, i + 1, ',') || token_is(s->ts, i + 1, "and") || token_is(s->ts, i + 1, "и")))
		return false;
	return is_place(s, places, i - 2) && is_place(s, places, i + 2);
}
