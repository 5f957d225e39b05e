/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A quote behind a proper name is mostly the title of something else; when it is the body's own name all the same. */
#include "org_quote.h"

#include "org_phrase.h"

/* объединение работодателей Москвы «Московская Конфедерация …»: the quote names a body as well */
static bool begins_with_head(const struct org_scan *s, size_t first)
{
	for (size_t i = first; i < first + 3 && tokens_same_block(s->ts, first, i) && token_is_word(s->ts, i); i++) {
		long row = token_info(s->ts, i)->head;

		if (row != LEXICON_NONE)
			return org_head_flags(s->heads, row) & ORG_STRONG;
	}
	return false;
}

/* a plan, a programme: what a union has, and what has a title itself */
static bool is_paper(const struct org_scan *s, size_t i)
{
	static const char *const papers[] = { "план",    "программ", "проект", "закон", "тем",
					      "програм", "праграм",  "праект", "проєкт" };

	for (size_t k = 0; k < sizeof papers / sizeof *papers; k++)
		if (span_starts(token_fold(s->ts, i), span_of(papers[k])))
			return true;
	return false;
}

/* Профсоюз печатников Казахстана «Таңба»: a union's own name, unless something titled is what is spoken of */
static bool is_unions_own(const struct org_scan *s, const struct org_cand *c, size_t at)
{
	enum { TOKENS = 6, BACK = 3 };
	size_t end = org_quote_end(s, at), before = c->first;
	bool is_union = false;
	long row;

	for (size_t i = c->head; i < at; i++) {
		row = s->ts->t[i].kind == TOKEN_WORD ? token_info(s->ts, i)->head : LEXICON_NONE;

		is_union |= row != LEXICON_NONE &&
			    (span_is(lexicon_cell(s->heads, row, "kind"), "union") ||
			     (i == c->head && span_is(lexicon_cell(s->heads, row, "kind"), "association"))) &&
			    org_head_flags(s->heads, row) & ORG_ALIAS;
	}
	if (!is_union || end == TOKEN_NONE || end > at + TOKENS)
		return false;
	if (before == 0 || !tokens_same_block(s->ts, before - 1, before) || !token_is_word(s->ts, before - 1))
		return true;
	row = token_info(s->ts, before - 1)->head;
	/* Программа действий Союза … «Твёрдая почва»; one word is the union's, behind whatever paper of it */
	for (size_t k = before; k > 0 && before - k < BACK && tokens_same_block(s->ts, k - 1, before); k--)
		if (token_says(s->ts, k - 1, WORDS_TITLED))
			return is_paper(s, k - 1) &&
			       (end == at + 2 || (end == at + 4 && token_is_mark(s->ts, at + 2, '-')));
	return !(row != LEXICON_NONE && span_is(lexicon_cell(s->heads, row, "kind"), "media"));
}

bool org_quote_is_events(const struct org_scan *s, const struct org_cand *c, size_t at)
{
	enum { TITLE_TOKENS = 4 }; /* with the quote: a union's own name is shorter */
	size_t end = org_quote_end(s, at);

	if (end == TOKEN_NONE || end < at + TITLE_TOKENS || c->first == 0 ||
	    !tokens_same_block(s->ts, c->first - 1, c->first) || !token_is_word(s->ts, c->first - 1))
		return false;
	return !is_paper(s, c->first - 1) && token_says(s->ts, c->first - 1, WORDS_TITLED);
}

bool org_quote_is_own(const struct org_scan *s, const struct org_cand *c, size_t at)
{
	return begins_with_head(s, at + 1) || is_unions_own(s, c, at);
}
