/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Out of how many: "40 организациях из 54" is one number, and 54 its total. */
#include "number_total.h"

#include "number_clause.h"

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
