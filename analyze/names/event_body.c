/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bodies in the names of meetings: short where the paper calls them so. */
#include "event_body.h"

#include <string.h>

#include "utf8.h"

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
	static const char *const congresses[] = { " з'їзд ", " з’їзд ",  " з'езд ",
						  " з’езд ", " пленум ", " Congress of the " };
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

/* Does the name begin with its number and end with the noun: XXVI съезі, and no "Бас кеңестің V пленумы"? */
static bool is_number_and_noun(struct span name)
{
	size_t blank = span_find_char(name, ' ', 0), at = 0;

	return blank != SPAN_NONE && span_find_char(name, ' ', blank + 1) == SPAN_NONE &&
	       (utf8_is_one_of(utf8_next(name, &(size_t){ at }), "IVXLІХ"));
}

/* 8TH CONGRESS: the noun in small letters */
static struct span without_capitals(struct arena *a, struct span name)
{
	static const char loud[] = "CONGRESS";
	size_t at = span_find(name, SPAN("CONGRESS"), 0);

	return at == SPAN_NONE ? name
			       : arena_printf(a, "%.*sCongress%.*s", (int)at, name.p, (int)(name.n - at - strlen(loud)),
					      name.p + at + strlen(loud));
}

/* The English issuer as the paper calls it: ICWTU, else its one word with a capital, Confederation; empty: none. */
static struct span english_issuer(const struct event_bodies *b)
{
	struct span issuer = jval_str(b->d->meta, "issuer"), word = { 0 };

	for (size_t i = 0; issuer.n && i < b->orgs->n; i++) {
		const struct item *it = item_index_get(b->orgs, i);
		struct span abbr = jval_str(it->norm, "abbr"), printed = item_text(b->d, it);

		if (!span_eq(jval_str(it->norm, "canonical"), issuer))
			continue;
		if (abbr.n && is_used(b, abbr))
			return abbr;
		if (!word.n && span_find_char(printed, ' ', 0) == SPAN_NONE)
			word = printed;
	}
	return word;
}

/* "… федерациясының (бұдан әрі – ҚРКФ) XXVI съезінің": whose it is stands before a bracket with its letters. */
static bool takes_bracket(const struct event_bodies *b, struct arena *arena, struct item *event, struct span name)
{
	enum { FAR = 60 };
	size_t end = event->start, from = end > FAR ? end - FAR : 0, open = end;
	struct span letters;
	const struct item *body;

	if (!span_ends(span_sub(b->d->text, from, end), SPAN(") ")))
		return false;
	while (open > from && b->d->text.p[open] != '(')
		open--;
	body = b->d->text.p[open] == '(' ? item_index_last(b->orgs, open > 4 * FAR ? open - 4 * FAR : 0, open) : NULL;
	letters = span_sub(b->d->text, open + 1, end - strlen(") "));
	for (size_t at = span_find_char(letters, ' ', 0); at != SPAN_NONE; at = span_find_char(letters, ' ', 0))
		letters = span_sub(letters, at + 1, letters.n);
	if (!body || body->end + 1 != open)
		return false;
	event->start = body->start;
	jval_set_str(arena, event->norm, "canonical",
		     arena_printf(arena, "%.*s %.*s", SPAN_ARG(letters), SPAN_ARG(name)));
	return true;
}

void event_name_issuer(const struct event_bodies *b, struct arena *arena, struct item *event, struct span plenary)
{
	static const char *const congresses[] = { "з'їзд", "з’їзд", "з'езд", "з’езд", "конгрес", "кангрэс", "пленум" };
	struct span name = jval_str(event->norm, "canonical"), lang = jval_str(b->d->meta, "lang");
	bool congress = false;

	if (!event->rule.n || !span_starts(event->rule, SPAN("event.")))
		return;
	if (span_is(lang, "en")) {
		struct span issuer = english_issuer(b);

		name = without_capitals(arena, name);
		if (issuer.n && span_ends(name, SPAN(" Congress")))
			jval_set_str(arena, event->norm, "canonical",
				     arena_printf(arena, "%.*s of the %.*s", SPAN_ARG(name), SPAN_ARG(issuer)));
		return;
	}
	if (!b->issuer.n)
		return;
	if (span_is(lang, "kk") || span_is(lang, "ky")) {
		if (is_number_and_noun(name) && takes_bracket(b, arena, event, name))
			return;
		if (is_number_and_noun(name)) /* the short name of an issuer is a genitive already */
			jval_set_str(arena, event->norm, "canonical",
				     arena_printf(arena, "%.*s %.*s", SPAN_ARG(b->issuer), SPAN_ARG(name)));
		return;
	}
	for (size_t k = 0; k < sizeof congresses / sizeof *congresses; k++)
		congress |= span_ends(name, span_of(congresses[k]));
	if (congress)
		jval_set_str(
			arena, event->norm, "canonical",
			arena_printf(arena, "%.*s %.*s", SPAN_ARG(name),
				     SPAN_ARG(plenary.n && span_ends(name, SPAN("пленум")) ? plenary : b->issuer)));
}
