/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists that name regional organizations by their adjective alone. */
#include "org_ellipsis.h"

#include "canonical.h"

enum { ADJECTIVES = 3 };

/* A singular feminine adjective with a capital (the first) in a case other than the nominative alone. */
static bool is_regional(const struct org_scan *s, size_t i, bool first)
{
	return token_is_word(s->ts, i) && (!first || (s->ts->t[i].cap && !s->ts->t[i].loud)) &&
	       token_parse(s->ts, i, M_ADJ | M_FEM | M_SING, 0) && !token_parse(s->ts, i, M_ADJ | M_PRON, 0);
}

/* Behind the adjectives stands a person in brackets. */
static bool person_in_bracket(const struct org_scan *s, size_t i)
{
	return token_is_mark(s->ts, i, '(') && i + 1 < s->ts->n && s->barrier && s->barrier[i + 1];
}

/* Before them the role that all share, or the bracket of the item before. */
static bool in_list(const struct org_scan *s, size_t i)
{
	if (i < 1 || !tokens_same_block(s->ts, i - 1, i))
		return false;
	if (token_is_word(s->ts, i - 1) && (span_starts(token_fold(s->ts, i - 1), SPAN("председател")) ||
					    span_starts(token_fold(s->ts, i - 1), SPAN("руководител"))))
		return true;
	/* Районным организациям: Ирбитской (…), Серовской (…) */
	if (i >= 2 && token_is_mark(s->ts, i - 1, ':') && token_is_word(s->ts, i - 2) &&
	    span_starts(token_fold(s->ts, i - 2), SPAN("организаци")))
		return true;
	if (i >= 2 && (token_is_mark(s->ts, i - 1, ',') || token_is(s->ts, i - 1, "и")))
		return token_is_mark(s->ts, i - 2, ')') && i >= 4 && s->barrier &&
		       (s->barrier[i - 3] || s->barrier[i - 4]);
	return false;
}

static bool is_organizations(const struct org_scan *s, size_t i)
{
	return token_says(s->ts, i, WORDS_ORGANIZATIONS);
}

/* Behind 6 областных и, 7 областных (: a plural adjective shares its noun with a region's; *head is the noun */
static bool shares_noun(const struct org_scan *s, size_t i, size_t end, size_t *head)
{
	size_t at = token_is_mark(s->ts, end, ')') ? end + 1 : end;

	if (i < 2 || !tokens_same_block(s->ts, i - 2, at) ||
	    !(token_is_mark(s->ts, i - 1, '(') || token_is(s->ts, i - 1, "и") || token_is_mark(s->ts, i - 1, ',')) ||
	    !token_parse(s->ts, i - 2, M_ADJ | M_PLUR, 0) || !token_is_word(s->ts, at) || !is_organizations(s, at) ||
	    !token_parse(s->ts, at, M_NOUN | M_PLUR, 0))
		return false;
	*head = at;
	return true;
}

/* Владимирской областной (Иванов И. И.), Калужской областной (…) организациям: the first of a list that opens an item
 */
static bool opens_list(const struct org_scan *s, size_t i, size_t end)
{
	enum { BRACKET = 12 };
	size_t at = end;

	if (!s->ts->t[i].first || end < i + 2)
		return false;
	while (at - end < BRACKET && tokens_same_block(s->ts, i, at) && !token_is_mark(s->ts, at, ')'))
		at++;
	return token_is_mark(s->ts, at, ')') && (token_is_mark(s->ts, at + 1, ',') || token_is(s->ts, at + 1, "и")) &&
	       tokens_same_block(s->ts, i, at + 2) && token_is_word(s->ts, at + 2) && is_regional(s, at + 2, true);
}

bool org_ellipsis_at(const struct org_scan *s, size_t i, size_t *last, struct span *name)
{
	struct buf out = { 0 };
	size_t end = i, head = TOKEN_NONE;

	if (!is_regional(s, i, true))
		return false;
	while (end - i < ADJECTIVES && is_regional(s, end, false))
		end++;
	if (!shares_noun(s, i, end, &head) && !((in_list(s, i) || opens_list(s, i, end)) && person_in_bracket(s, end)))
		return false;
	for (size_t k = i; k < end; k++) {
		canonical_word(s->ts, s->text, k, token_parse(s->ts, k, M_ADJ | M_FEM | M_SING, 0),
			       M_NOM | M_SING | M_FEM, &out);
		buf_putc(&out, ' ');
	}
	buf_puts(&out, s->ts->t[i].lang == LANG_UK   ? "організація"
		       : s->ts->t[i].lang == LANG_BE ? "арганізацыя"
						     : "организация");
	*name = arena_dup(s->ts->arena, buf_span(&out));
	*last = head == end ? head : end - 1;
	buf_free(&out);
	return true;
}
