/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Offices of state that a paper names by half: whose they are stands elsewhere in it. */
#include "org_state.h"

#include "org_body.h"
#include "org_english.h"
#include "org_phrase.h"
#include "org_tail.h"
#include "utf8.h"

static struct arena *arena_of(const struct org_names *n)
{
	return n->scan->ts->arena;
}

/* ---- the addressee ---- */

struct office {
	enum token_lang lang;
	const char *minister, *key, *ministry;
};

static const struct office offices[] = {
	{ LANG_RU, "министру", "министерство", "Министерство" },
	{ LANG_UK, "міністру", "міністерство", "Міністерство" },
	{ LANG_UK, "міністрові", "міністерство", "Міністерство" },
	{ LANG_BE, "міністру", "міністэрства", "Міністэрства" },
};

static const struct office *office_at(const struct tokens *ts, size_t i)
{
	for (size_t k = 0; k < sizeof offices / sizeof *offices; k++)
		if (ts->t[i].lang == offices[k].lang && token_is(ts, i, offices[k].minister))
			return &offices[k];
	return NULL;
}

void org_state_addressee(struct org_names *n)
{
	enum { HEAD_TOKENS = 120 }; /* of the paper: where it says to whom it goes */
	struct tokens *ts = n->scan->ts;

	for (size_t i = 0; i < ts->n && i < HEAD_TOKENS; i++) {
		const struct office *o = office_at(ts, i);
		struct span key, name;
		size_t parent = ORG_NO_BODY, body;
		struct org_cand c;
		long row;

		if (!o || !ts->t[i].cap)
			continue;
		key = span_of(o->key);
		row = lexicon_find(n->scan->heads, key);
		if (row == LEXICON_NONE || org_names_short(n, key, i) != ORG_NO_BODY)
			continue;
		c = (struct org_cand){ .first = i,
				       .head = i,
				       .last = i,
				       .row = row,
				       .known = LEXICON_NONE,
				       .quote = TOKEN_NONE,
				       .flags = org_head_flags(n->scan->heads, row) };
		org_tail(n->scan, &c);
		if (c.last == i)
			continue;
		name = org_body_name(n, &c, &parent);
		name = arena_printf(arena_of(n), "%s%.*s", o->ministry,
				    SPAN_ARG(span_sub(name, ts->t[i].end - ts->t[i].start, name.n)));
		body = org_body_named(n, name, SPAN("government"));
		org_body_add_short(n, span_of(o->ministry), body, i, false);
		return;
	}
}

/* ---- the state ---- */

static size_t occurrences(struct span text, struct span what)
{
	size_t n = 0;

	for (size_t at = span_find(text, what, 0); at != SPAN_NONE; at = span_find(text, what, at + what.n))
		n++;
	return n;
}

static size_t letters_printed(const struct org_names *n, struct span abbr)
{
	const struct tokens *ts = n->scan->ts;
	size_t count = 0;

	/* РК that the document explains otherwise is no state */
	if (org_names_short(n, canonical_key(arena_of(n), abbr), 0) != ORG_NO_BODY)
		return 0;
	for (size_t i = 0; i < ts->n; i++)
		count += ts->t[i].caps && ts->t[i].end - ts->t[i].start == abbr.n &&
			 span_eq(span_sub(n->scan->text, ts->t[i].start, ts->t[i].end), abbr);
	return count;
}

/* The genitive of the state's name that the document has most often; empty: none, or two as often. */
static struct span state_of(const struct org_names *n)
{
	struct span best = { 0 };
	size_t most = 0;

	for (long row = 0; row < lexicon_rows(n->place_abbrs); row++) {
		struct span genitive = lexicon_cell(n->place_abbrs, row, "genitive"),
			    abbr = lexicon_cell(n->place_abbrs, row, "abbr");
		char folded[128];
		size_t count;

		if (!genitive.n || genitive.n >= sizeof folded ||
		    !span_starts(lexicon_cell(n->place_abbrs, row, "kind"), SPAN("country")))
			continue;
		utf8_fold(genitive, folded);
		count = occurrences(n->scan->ts->fold, span_make(folded, genitive.n)) + letters_printed(n, abbr);
		if (count == most)
			best = (struct span){ 0 };
		if (count > most) {
			most = count;
			best = genitive;
		}
	}
	return best;
}

/* Уряд: what the constitution of Ukraine calls the Cabinet, in a paper that speaks of no other country's */
static void name_cabinet(struct org_names *n)
{
	size_t government = org_body_find(n, SPAN("уряд")), cabinet;

	if (government == ORG_NO_BODY || span_find(n->scan->ts->fold, SPAN("україн"), 0) == SPAN_NONE)
		return;
	cabinet = org_body_find(n, SPAN("кабінет міністрів україни"));
	n->bodies[government].canonical = SPAN("Кабінет Міністрів України");
	n->bodies[government].kind = SPAN("government");
	for (size_t i = 0; cabinet != ORG_NO_BODY && i < n->cands.n; i++)
		if (n->body[i] == government)
			n->body[i] = cabinet;
}

void org_state_countries(struct org_names *n)
{
	struct span state = { 0 };
	bool asked = false;

	if (n->lang == LANG_UK)
		name_cabinet(n);
	if (n->lang != LANG_RU && n->lang != LANG_EN)
		return;
	for (size_t i = 0; i < n->n; i++) {
		struct org_body *b = &n->bodies[i];

		if (b->known != LEXICON_NONE || !word_list_has(n->scan->ts->lists, WORDS_OF_STATE, b->key))
			continue;
		if (!asked)
			state = n->lang == LANG_EN ? org_english_state(n) : state_of(n);
		asked = true;
		if (state.n)
			b->canonical = arena_printf(arena_of(n), "%.*s %.*s", SPAN_ARG(b->canonical), SPAN_ARG(state));
	}
}

struct span org_state_of_letters(const struct org_names *n, long row)
{
	static const struct {
		const char *abbr, *country, *stem, *genitive;
		bool often; /* the letters mean the country where the document says nothing */
	} regions[] = {
		{ "РТ", "таджик", "татар", "Республики Татарстан", false },
		{ "РА", "армен", "адыг", "Республики Адыгея", false },
		{ "РБ", "белар", "башк", "Республики Башкортостан", true },
		{ "РК", "казах", "карел", "Республики Карелия", true },
		{ "РМ", "молд", "мордов", "Республики Мордовия", true },
	};
	struct span fold = n->scan->ts->fold, abbr = lexicon_cell(n->place_abbrs, row, "abbr");

	for (size_t i = 0; i < sizeof regions / sizeof *regions; i++) {
		if (!span_is(abbr, regions[i].abbr) || span_find(fold, span_of(regions[i].country), 0) != SPAN_NONE)
			continue;
		if (span_find(fold, span_of(regions[i].stem), 0) != SPAN_NONE)
			return span_of(regions[i].genitive);
		if (!regions[i].often)
			return (struct span){ 0 };
	}
	return lexicon_cell(n->place_abbrs, row, "genitive");
}
