/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Meetings and courses, which bear the noun of a body or stand before its name: a congress speaks, but is nobody. */
#include "org_meeting.h"

#include <string.h>

#include "org_accept.h"
#include "org_phrase.h"

bool org_meets(const struct org_scan *s, size_t i, size_t last)
{
	if (!token_says(s->ts, i, WORDS_MEETING) || !token_is(s->ts, i + 1, "of") || !token_is(s->ts, i + 2, "the"))
		return false;
	for (size_t k = i + 3; k <= last && token_is_word(s->ts, k); k++)
		if (token_info(s->ts, k)->head != LEXICON_NONE &&
		    span_is(lexicon_cell(s->heads, token_info(s->ts, k)->head, "kind"), "union"))
			return true;
	return false;
}

bool org_is_meeting(const struct org_scan *s, const struct org_cand *c)
{
	/* Third Baltic Trade Union Forum */
	if (c->last > c->head && !token_is(s->ts, c->last, "congress") && token_says(s->ts, c->last, WORDS_MEETING))
		return true;
	if (org_meets(s, c->head, c->last))
		return true;
	if (!token_says(s->ts, c->head, WORDS_MEETING) ||
	    (c->last != c->head && !(c->first < c->head && token_is(s->ts, c->head + 1, "of"))))
		return false;
	for (size_t i = c->first; i < c->head; i++)
		if (!token_says(s->ts, i, WORDS_MEETING_KIND) && !(s->ts->t[i].caps && org_is_roman(s, i)))
			return false;
	return true;
}

bool org_is_numbered_meeting(const struct org_scan *s, const struct org_cand *c)
{
	static const char *const english[] = { "st", "nd", "rd", "th", NULL };
	size_t at = c->first;
	struct span w;

	if (!(c->flags & ORG_EVENT) || at == 0 || !tokens_same_block(s->ts, at - 1, at))
		return false;
	at--;
	if (at > 0 && token_in(s->ts, at, english) && s->ts->t[at].glued)
		at--;
	if (s->ts->t[at].kind == TOKEN_NUMBER)
		return true;
	w = token_fold(s->ts, at);
	for (size_t i = 0; i < w.n; i++)
		if (!memchr("ivxl", w.p[i], 4) && !span_is(w, "х"))
			return false;
	return token_is_word(s->ts, at);
}

bool org_is_course(const struct org_scan *s, const struct org_cand *c)
{
	return c->head != TOKEN_NONE && c->quote == c->head + 1 && !c->form && !c->numbered &&
	       token_says(s->ts, c->head, WORDS_COURSE) && !s->ts->t[c->first].caps;
}

bool org_is_world_congress(const struct org_scan *s, const struct org_cand *c)
{
	return c->flags & ORG_EVENT && c->head == c->first + 1 && c->last == c->head + 1 && s->ts->t[c->last].caps &&
	       token_says(s->ts, c->first, WORDS_MEETING_KIND);
}
