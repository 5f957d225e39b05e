/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Towns that no lexicon has, by the company they keep. */
#include "place_between.h"

/* Is a known place printed at i, in Latin letters? A gazetteer alone would find what begins alike as well. */
static bool is_latin_place(const struct org_scan *s, const struct lexicon *places, size_t i)
{
	size_t last;
	long row =
		token_is_word(s->ts, i) && s->ts->t[i].latin ? gazetteer_at(s->places, s->ts, i, &last) : LEXICON_NONE;
	struct span names = row == LEXICON_NONE ? (struct span){ 0 } : lexicon_cell(places, row, "name");

	while (row != LEXICON_NONE && last == i && names.p)
		if (span_eq(span_trim(span_cut(&names, '|')), span_sub(s->text, s->ts->t[i].start, s->ts->t[i].end)))
			return true;
	return false;
}

bool place_between(const struct org_scan *s, const struct lexicon *places, size_t i)
{
	const struct token *t = &s->ts->t[i];

	if (!t->latin || t->caps || t->first || i < 2 || !tokens_same_block(s->ts, i - 2, i + 2) ||
	    token_info(s->ts, i)->head != LEXICON_NONE || !token_is_mark(s->ts, i - 1, ',') ||
	    !(token_is_mark(s->ts, i + 1, ',') || token_is(s->ts, i + 1, "and")))
		return false;
	return is_latin_place(s, places, i - 2) && is_latin_place(s, places, i + 2);
}
