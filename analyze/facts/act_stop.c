/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a citation ends: behind its name a text says when, where and why something is done with the act. */
#include "act_stop.h"

enum { PLACE_WORDS = 3, MIN_PLACE_BYTES = 4 };

bool act_tells_when(const struct reading *x, size_t i)
{
	return word_list_has(x->r->lists, WORDS_DONE_WHEN, reading_word(x, i)) && i + 1 < x->w->n &&
	       reading_time_at(x, x->w->v[i + 1].start);
}

bool act_tells_where(const struct reading *x, size_t i)
{
	size_t k = i + 1;

	if (word_list_has(x->r->lists, WORDS_PUBLISHED_IN, reading_word(x, i)))
		return true;
	if (!span_is(reading_word(x, i), "на") && !span_is(reading_word(x, i), "at"))
		return false;
	for (; k < x->w->n && k <= i + PLACE_WORDS; k++) {
		if (word_list_has(x->r->lists, WORDS_HELD_AT, reading_word(x, k)))
			return true; /* "на з'їзді": two words, the first is short */
		if (k == i + PLACE_WORDS || x->w->v[k].end - x->w->v[k].start >= MIN_PLACE_BYTES)
			return false; /* "at a meeting" */
	}
	return false;
}

bool act_tells_accord(const struct reading *x, size_t i)
{
	static const char *const stems[] = { "соответстви", "відповідн", "адпаведн" };
	struct span next = i + 1 < x->w->n ? reading_word(x, i + 1) : (struct span){ 0 };

	for (size_t k = 0; k < sizeof stems / sizeof *stems; k++)
		if (span_starts(next, span_of(stems[k])))
			return span_is(reading_word(x, i), "в") || span_is(reading_word(x, i), "у");
	return false;
}

bool act_begins_aside(const struct reading *x, size_t i)
{
	static const char *const dashes[] = { " – ", " — ", " - ", NULL };
	struct span g = reading_gap(x, i);

	return x->w->v[i - 1].end == x->a->head_end && reading_has_any(g, dashes) &&
	       !reading_has_any(g, reading_quotes) && !span_has_digit(reading_word(x, i));
}
