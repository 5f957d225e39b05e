/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a body is called inside the name of another one: Совет ФПК, Рада Профспілки, Кәсіподақтың Орталық кеңесі. */
#include "org_body.h"
#include "org_genitive.h"
#include "org_names.h"
#include "utf8.h"

enum { QUOTE_BYTES = 48 /* of a name in quotes that is said with a short name */ };

/* The end of the genitive of letters behind byte at: КПФнын, ҚРКФ-ның; at itself: they have no such ending there. */
static size_t genitive_end(struct span text, size_t at)
{
	static const char *const ends[] = { "нын", "нин", "нун", "нүн", "дын", "дин", "дун", "дүн", "тын",
					    "тин", "тун", "түн", "ның", "нің", "дың", "дің", "тың", "тің" };
	size_t from = at + span_starts(span_sub(text, at, text.n), SPAN("-"));

	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		if (span_starts(span_sub(text, from, text.n), span_of(ends[i])) && from + span_of(ends[i]).n < text.n &&
		    text.p[from + span_of(ends[i]).n] == ' ')
			return from + span_of(ends[i]).n;
	return at;
}

/*
 * КПФнын Кеңеши, ҚРКФ Заң бөлімі: letters stand before an organ in the genitive or as they are, as the paper prints
 * them before capitals; empty: it has them nowhere.
 */
static struct span letters_before_organ(const struct org_names *n, struct span letters)
{
	struct span text = n->scan->text, genitive = { 0 };
	size_t declined = 0, bare = 0;

	for (size_t at = span_find(text, letters, 0); letters.n && at != SPAN_NONE;
	     at = span_find(text, letters, at + letters.n)) {
		size_t end = genitive_end(text, at + letters.n), next = end + 1;
		bool capital =
			end < text.n && text.p[end] == ' ' && next < text.n && utf8_is_upper(utf8_next(text, &next));

		if (end > at + letters.n) {
			genitive = span_sub(text, at, end);
			declined += capital;
		} else {
			bare += capital;
		}
	}
	return genitive.n && declined >= bare ? genitive : bare ? letters : genitive;
}

/* A known body has other letters in the lexicon: those that the paper defines count here. */
static struct span own_letters(const struct org_names *n, size_t body)
{
	for (size_t i = 0; i < n->n_shorts; i++) {
		struct span inside =
			n->shorts[i].body == body && n->shorts[i].caps
				? letters_before_organ(n, span_sub(n->scan->text, n->scan->ts->t[n->shorts[i].at].start,
								   n->scan->ts->t[n->shorts[i].at].end))
				: (struct span){ 0 };

		if (inside.n)
			return inside;
	}
	return letters_before_organ(n, n->bodies[body].abbr);
}

struct span org_names_inside(const struct org_names *n, size_t body)
{
	const struct org_body *b = &n->bodies[body];
	const struct morph *m = n->scan->ts->morph;
	struct span rest = b->alias, inside;
	struct buf out = { 0 };
	bool several = span_find_char(b->alias, ' ', 0) != SPAN_NONE;
	/* Профсоюзной организации: adjectives have the noun's gender */
	unsigned gender = span_ends(b->alias, SPAN("а")) || span_ends(b->alias, SPAN("я")) ? M_FEM : M_MASC;

	if (n->lang == LANG_EN)
		return (struct span){ 0 }; /* Executive Committee of the … Union: English names stay whole */
	if (n->lang == LANG_TURKIC)
		return b->alias.n ? org_genitive_turkic(n->scan->ts->arena, b->alias, n->scan->ts->kazakh)
				  : own_letters(n, body);
	if (!b->abbr.n && b->alias.n && !several && (n->lang == LANG_UK || n->lang == LANG_BE))
		return org_genitive_slavic(n->scan->ts->arena, b->alias);
	/* (далее – Профсоюз, ОПЛЭХ): the noun that every union has for itself goes before its letters */
	if ((b->abbr.n && !(b->said_alias && span_is(b->alias, "Профсоюз"))) || !b->alias.n || n->lang != LANG_RU)
		return b->abbr;
	while (rest.p) {
		if (out.n)
			buf_putc(&out, ' ');
		org_genitive_word(m, span_cut(&rest, ' '), gender, &out);
	}
	/* a short name of several words is itself common: Отраслевого профсоюза «Қызмет» */
	if (several && b->quote_text.n && b->quote_text.n < QUOTE_BYTES &&
	    span_find(b->alias, SPAN("«"), 0) == SPAN_NONE)
		buf_addf(&out, " «%.*s»", SPAN_ARG(b->quote_text));
	inside = arena_dup(n->scan->ts->arena, buf_span(&out));
	buf_free(&out);
	return inside;
}

bool org_is_federation(const struct org_body *b)
{
	return span_find(b->key, SPAN("федерац"), 0) != SPAN_NONE ||
	       span_find(b->key, SPAN("объединен"), 0) != SPAN_NONE;
}

struct span org_body_initials(struct arena *a, struct span key, size_t words)
{
	struct buf out = { 0 };
	struct span rest = key, initials;
	bool all = words == ORG_ALL_WORDS;

	for (; words && rest.n; words--) {
		struct span word = span_cut(&rest, ' ');
		size_t end = 0;

		if (word.n)
			utf8_next(word, &end);
		buf_add(&out, span_sub(word, 0, end));
	}
	initials = words && !all ? (struct span){ 0 } : arena_dup(a, buf_span(&out));
	buf_free(&out);
	return initials;
}

bool org_is_unions_inspectorate(struct span key)
{
	return span_starts(key, SPAN("правовая инспекция")) || span_starts(key, SPAN("техническая инспекция"));
}

bool org_is_union_word(struct span key)
{
	static const char *const parts[] = { "профсоюз",      "союз работник", "федерац",      "спілк",
					     "спілок",        "саюз работнік", "прафсаюз",     "кәсіподақ",
					     "кәсіптік одақ", "кәсіптік одағ", "кәсіподағ",    "кесиптик бирли",
					     "trade union",   "federation",    "workers union" };

	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		if (span_find(key, span_of(parts[i]), 0) != SPAN_NONE)
			return true;
	return false;
}
