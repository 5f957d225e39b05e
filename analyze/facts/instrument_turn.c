/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where a sentence turns from one thing said of instruments of the ILO to another: "однако", a clause that begins with
 * "а", what somebody says or recalls.
 */
#include "instrument_p.h"

enum { THAT_WORDS = 4 /* from a verb to what is said; farther off it is of something else */ };

bool instrument_action_ahead(const struct resolver *r, const struct words *w, size_t k)
{
	struct phrase_hit hit;

	for (; k < w->n; k++)
		if (resolver_phrase_at(r, LEX_INSTRUMENT_ACTIONS, w, k, w->n, &hit))
			return true;
	return false;
}

/* "if they have not yet done so": no turn. */
static bool is_not_yet(const struct resolver *r, const struct words *w, size_t k)
{
	return k && span_is(word_text(r->fold, w->v[k]), "yet") &&
	       word_list_has(r->lists, WORDS_DENIES, word_text(r->fold, w->v[k - 1]));
}

/* "…, а Рекомендация № 206 издана": a clause of its own about an instrument, by its nominative. */
static bool opens_with_instrument(const struct resolver *r, const struct words *w, size_t k)
{
	struct span word = word_text(r->fold, w->v[k]), next;

	if (!words_open_with(r, w, k, ',') || k + 1 >= w->n || !span_is(word, "а"))
		return false;
	next = word_text(r->fold, w->v[k + 1]);
	return span_is(next, "конвенция") || span_is(next, "рекомендация") || span_is(next, "конвенція") ||
	       span_is(next, "рекомендація") || span_is(next, "канвенцыя") || span_is(next, "рэкамендацыя");
}

bool instrument_turns_between(const struct resolver *r, const struct words *w, size_t from, size_t to)
{
	for (size_t k = from; k < to; k++) {
		struct span word = word_text(r->fold, w->v[k]);

		if ((word_list_has(r->lists, WORDS_TURNS, word) && !is_not_yet(r, w, k)) ||
		    opens_with_instrument(r, w, k) || word_list_phrase(r->lists, WORDS_SAYS, r->fold, w, k, to) ||
		    (words_open_with(r, w, k, ',') && k + 1 < w->n && word_list_has(r->lists, WORDS_AND_BUT, word) &&
		     instrument_action_ahead(r, w, k)) ||
		    (k <= from + THAT_WORDS && words_open_with(r, w, k, ',') &&
		     word_list_has(r->lists, WORDS_THAT, word)) ||
		    (words_open_with(r, w, k, ';') && instrument_has_verb(r, w, k, to)))
			return true;
	}
	return false;
}
