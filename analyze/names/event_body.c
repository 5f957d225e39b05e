/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bodies in the names of meetings: short where the paper calls them so. */
#include "event_body.h"

/* Does the paper print the short name anywhere? One of the lexicon alone is not the paper's. */
static bool is_used(const struct event_bodies *b, struct span abbr)
{
	for (size_t i = 0; i < b->orgs->n; i++)
		if (span_eq(item_text(b->d, item_index_get(b->orgs, i)), abbr))
			return true;
	return false;
}

/* What stands for a body inside a name; empty: its name as it is printed. */
static struct span inside(const struct event_bodies *b, const struct item *it, bool whole)
{
	struct span abbr = jval_str(it->norm, "abbr"), name = jval_str(it->norm, "canonical");

	if (!whole)
		return abbr;
	if (b->issuer.n && span_eq(name, b->issuer_name))
		return b->issuer;
	return abbr.n && is_used(b, abbr) ? abbr : (struct span){ 0 };
}

size_t event_body_changes(const struct event_bodies *b, const struct org_cand *c, bool own,
			  struct canonical_change *out, size_t max)
{
	const struct tokens *ts = b->ts;
	size_t n = 0;

	for (size_t i = item_index_from(b->orgs, ts->t[c->head].end); i < b->orgs->n && n < max; i++) {
		const struct item *it = item_index_get(b->orgs, i);
		size_t first, last;
		struct span name;
		bool one;

		if (it->start > ts->t[c->last].end)
			break;
		if (it->end > ts->t[c->last].end)
			continue;
		first = tokens_from(ts, it->start);
		last = tokens_from(ts, it->end);
		one = last == first + 1;
		/* Съезд Федерации: of a short name; a full one only of a meeting of its own */
		name = one || own ? inside(b, it, !one) : (struct span){ 0 };
		if (span_is(name, "МКТ"))
			name = SPAN("Международной конференции труда");
		if (name.n && first > c->head && last - 1 <= c->last)
			out[n++] = (struct canonical_change){ first, last - 1, name };
	}
	return n;
}

bool event_ends_with_organ(const struct event_bodies *b, const struct org_cand *c)
{
	static const char *const organs[] = { "совета",       "комитета",  "президиума", "правления",
					      "исполкома",    "савета",    "камітэта",   "ради",
					      "конфедсовета", "генсовета", NULL };

	return b->issuer.n && c->last == c->head + 1 && token_in(b->ts, c->last, organs);
}

void event_body_contract(const struct event_bodies *b, struct arena *arena, struct item *event)
{
	static const char *const congresses[] = { " з'їзд ", " з’їзд ", " з'езд ", " з’езд ", " пленум " };
	struct span name = jval_str(event->norm, "canonical"), printed, body;
	bool congress = false;

	for (size_t i = 0; i < sizeof congresses / sizeof *congresses; i++)
		congress |= span_find(name, span_of(congresses[i]), 0) != SPAN_NONE;
	for (size_t i = item_index_from(b->orgs, event->start + 1); congress && i < b->orgs->n; i++) {
		const struct item *it = item_index_get(b->orgs, i);

		if (it->start >= event->end)
			return;
		if (it->end != event->end)
			continue;
		printed = text_squeeze(arena, item_text(b->d, it));
		body = inside(b, it, true);
		if (body.n && span_find_char(printed, ' ', 0) != SPAN_NONE && span_ends(name, printed))
			jval_set_str(arena, event->norm, "canonical",
				     arena_printf(arena, "%.*s%.*s", SPAN_ARG(span_sub(name, 0, name.n - printed.n)),
						  SPAN_ARG(body)));
		return;
	}
}
