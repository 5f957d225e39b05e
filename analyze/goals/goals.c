/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One way to add a goal, so that all passes cut its edges alike. */
#include "goals.h"

#include "utf8.h"
#include "verbs.h"

enum { RECENT = 8 };

/* What closes a goal or stands before it and is not of it. */
static bool is_edge(unsigned c, bool left)
{
	if (utf8_is_space(c) || c == ';' || c == ',' || c == ':' || c == 0x2022)
		return true;
	if (left)
		return c == '-' || c == 0x2013 || c == 0x2014 || c == ')' || c == '.' || c == 0x2713 || c == '*';
	return c == '.' || c == '!' || c == 0x2013 || c == 0x2014 || c == '*';
}

/* "и т.п.)" keeps its full stop: an abbreviation's last one is no end of a sentence. */
static bool abbreviation_ends(struct span text, size_t end)
{
	static const char *const kept[] = { "др.", "т.д.", "т.п.", "т. д.", "т. п.", "пр.", "гг.", "г.г.", "etc." };
	struct span s = span_sub(text, 0, end);

	for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
		if (span_ends(s, span_of(kept[i])))
			return true;
	return false;
}

static void cut_edges(const struct doc *d, size_t *start, size_t *end)
{
	while (*start < *end) {
		size_t at = *start;

		if (!is_edge(utf8_next(d->text, &at), true))
			break;
		*start = at;
	}
	while (*end > *start) {
		size_t at = *end;

		if (!is_edge(utf8_prev(d->text, &at), false) || abbreviation_ends(d->text, *end))
			break;
		*end = at;
	}
}

static bool overlaps_goal(const struct doc *d, size_t start, size_t end)
{
	size_t from = d->n_items > RECENT ? d->n_items - RECENT : 0; /* passes add goals in text order */

	for (size_t i = d->n_items; i-- > from;)
		if (d->items[i].type == ITEM_GOAL && d->items[i].start < end && d->items[i].end > start)
			return true;
	return false;
}

struct item *goal_add(struct doc *d, size_t start, size_t end, const char *rule, const char *level)
{
	struct item *it;

	cut_edges(d, &start, &end);
	if (start >= end || overlaps_goal(d, start, end))
		return NULL;
	it = doc_add_item(d, ITEM_GOAL, start, end, rule);
	jval_set_str(&d->arena, it->norm, "level", span_of(level));
	jval_set_str(&d->arena, it->norm, "text", text_squeeze(&d->arena, item_text(d, it)));
	return it;
}

enum verb_form goal_opening(const struct resolver *r, size_t start, size_t end)
{
	struct words w = resolver_words(r, start, end);
	size_t i = 0, at;
	long long number;

	while (i < w.n && span_to_long(word_text(r->fold, w.v[i]), &number))
		i++;
	return verb_opens(r, r->fold, &w, i, w.n, &at);
}
