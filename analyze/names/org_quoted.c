/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names in quotes that share a noun in the plural: санатории «Чайка», «Прибой». */
#include "org_quoted.h"

#include "canonical.h"
#include "org_phrase.h"

/* The noun of the plural head in the nominative singular, with a capital. */
static struct span noun_of(const struct org_scan *s, const struct org_cand *c, const struct morph_parse *many)
{
	static const struct {
		const char *letter;
		unsigned gender;
	} genders[] = { { "m", M_MASC }, { "f", M_FEM }, { "n", M_NEUT } };
	unsigned gender = many->tags & M_GENDERS;
	struct buf out = { 0 };
	struct span name;

	for (size_t k = 0; k < sizeof genders / sizeof *genders; k++)
		if (span_is(lexicon_cell(s->heads, c->row, "gender"), genders[k].letter))
			gender = genders[k].gender;
	canonical_word(s->ts, s->text, c->head, many, M_NOM | M_SING | gender, &out);
	name = canonical_capital(s->ts->arena, buf_span(&out));
	buf_free(&out);
	return name;
}

/* Behind the quote that ends at `end`: the next quote of the list, over a bracket; TOKEN_NONE: there is none. */
static size_t next_quote(const struct org_scan *s, size_t end)
{
	enum { BRACKET = 6 };
	static const char *const and[] = { "и", "та", "і", "или", "да", NULL };
	const struct tokens *ts = s->ts;
	size_t at = end + 1;

	if (token_is_mark(ts, at, '(')) {
		while (at - end < BRACKET && tokens_same_block(ts, end, at) && !token_is_mark(ts, at, ')'))
			at++;
		at++;
	}
	if (!token_is_mark(ts, at, ',') && !token_in(ts, at, and))
		return TOKEN_NONE;
	at++;
	return tokens_same_block(ts, end, at) && token_is_mark(ts, at, '"') ? at : TOKEN_NONE;
}

size_t org_quoted_of(const struct org_scan *s, const struct org_cand *c, struct org_quoted *v)
{
	size_t n = 0, at = c->quote, end;
	struct span noun;
	const struct morph_parse *many; /* санатории: as well one as many */
	/* газетах «Утро» … : of a newspaper only what stands in the quotes is left */
	bool inner = c->flags & ORG_INNER && c->plural && c->head == TOKEN_NONE && c->first == c->quote + 1;

	if (c->quote == TOKEN_NONE || c->row == LEXICON_NONE)
		return 0;
	if (!inner && (c->head == TOKEN_NONE || s->ts->t[c->head].lang != LANG_RU || c->form ||
		       c->quote != c->head + 1 || c->flags & (ORG_INNER | ORG_EVENT) || org_is_titled(s, c->quote)))
		return 0;
	many = c->plural ? c->parse : token_parse(s->ts, c->head, M_NOUN | M_PLUR, 0);
	if (!many && !inner)
		return 0;
	noun = inner ? (struct span){ 0 } : noun_of(s, c, many);
	while (at != TOKEN_NONE && n < ORG_QUOTED_MAX) {
		end = org_quote_end(s, at);
		if (end == TOKEN_NONE || end < at + 2 || !org_quote_is_name(s, at))
			break;
		/* в газетах «Утро» и «Вечер»: a newspaper is called by what stands in the quotes alone */
		v[n++] = (struct org_quoted){ at + 1, end - 1,
					      inner ? canonical_text(s, at + 1, end - 1)
						    : arena_printf(s->ts->arena, "%.*s %.*s", SPAN_ARG(noun),
								   SPAN_ARG(canonical_text(s, at, end))) };
		at = next_quote(s, end);
	}
	return n >= 2 ? n : 0;
}
