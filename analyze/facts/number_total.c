/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Out of how many: "40 организациях из 54" is one number, and 54 its total. */
#include "number_total.h"

#include "number_clause.h"

#include "number_tail.h"

enum { TOTAL_BYTES = 120 };

/* "з 64 до 51": not of 64. */
static bool begins_range(const struct tokens *ts, const struct item *it)
{
	size_t i = tokens_from(ts, it->end);

	return token_is(ts, i, "до") || token_is(ts, i, "да") || token_is(ts, i, "to");
}

static bool token_is_out_of(const struct tokens *ts, size_t i)
{
	return token_is(ts, i, "из") || token_is(ts, i, "з") || token_is(ts, i, "із");
}

/* Nouns and adjectives in the genitive: "членов Президиума" from token i to last, where there are any. */
static bool is_counted_phrase(struct tokens *ts, size_t i, size_t last)
{
	for (; i < last; i++)
		if (!token_is_word(ts, i) || !token_parse(ts, i, M_GEN, M_NOUN | M_ADJ))
			return token_is_word(ts, i) && i + 1 == last && token_parse(ts, i, M_ADJ | M_GEN, 0);
	return true;
}

bool number_is_total(const struct resolver *r, struct doc *d, const struct item *it, struct item *before)
{
	struct tokens *ts = r->tokens;
	size_t i = tokens_from(ts, it->start);

	if (i > 1 && token_is_out_of(ts, i - 2) && token_parse(ts, i - 1, M_ADJ | M_GEN, 0))
		i--; /* "из положенных 5 100", "9 из каждых 10" */
	if (i == 0 || !token_is_out_of(ts, i - 1) || !before || before->block != it->block ||
	    it->start - before->end > TOTAL_BYTES || number_value_of(before) > number_value_of(it) ||
	    begins_range(ts, it))
		return false;
	jval_set_num(&d->arena, before->norm, "total", number_value_of(it));
	if (is_counted_phrase(ts, tokens_from(ts, before->end), i - 1)) /* "40 организациях из 54" */
		before->end = it->end;
	return true;
}

/* "63 мүчөсүнүн 51и", "52 ұйымның 47-сінде": the whole in the genitive right before its part. */
static bool behind_genitive(const struct resolver *r, const struct item *it, const struct item *before)
{
	return before->end + 1 == it->start && number_is_turkic_genitive(span_sub(r->fold, before->start, before->end));
}

/* "Из 19 членских организаций лишь 7", "з 12 пунктаў – толькі 8"; the token that opens it, or TOKEN_NONE. */
static size_t behind_out_of(const struct tokens *ts, const struct item *it, const struct item *before)
{
	static const char *const only[] = { "лишь", "только", "всего",  "толькі", "усяго",
					    "лише", "тільки", "всього", NULL };
	size_t first = tokens_from(ts, before->start), i = tokens_from(ts, before->end);

	if (first == 0 || !token_is_out_of(ts, first - 1) || ts->t[first - 1].block != it->block)
		return TOKEN_NONE;
	i += token_is_mark(ts, i, '-');
	return token_in(ts, i, only) && i + 1 < ts->n && ts->t[i + 1].start == it->start ? first - 1 : TOKEN_NONE;
}

bool number_follows_total(const struct resolver *r, struct doc *d, const struct item *it, struct item *before)
{
	size_t opens = TOKEN_NONE;

	if (!before || before->block != it->block || before->end > it->start || it->start - before->end > TOTAL_BYTES ||
	    !jval_get(before->norm, "value") || jval_get(before->norm, "total") ||
	    number_value_of(before) < number_value_of(it))
		return false;
	if (number_is_turkic(number_lang(d, it))) {
		if (!behind_genitive(r, it, before))
			return false;
	} else {
		opens = behind_out_of(r->tokens, it, before);
		if (opens == TOKEN_NONE)
			return false;
		before->start = r->tokens->t[opens].start;
	}
	jval_set_num(&d->arena, before->norm, "total", number_value_of(before));
	jval_set_num(&d->arena, before->norm, "value", number_value_of(it));
	before->end = it->end;
	return true;
}
