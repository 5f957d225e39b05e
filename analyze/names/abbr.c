/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "далее – …" and its kin: a definition proves that a phrase is a name, and gives the name under which it goes on. */
#include "abbr.h"

#include "abbr_full.h"
#include "abbr_short.h"
#include "abbr_stated.h"
#include "utf8.h"

static void add_def(const struct org_scan *s, struct abbr_defs *ds, struct abbr_def def)
{
	ARENA_ROOM(s->ts->arena, ds->v, ds->n, ds->cap);
	ds->v[ds->n++] = def;
}

/* (далее – Работодатель, Общество): each of them is a short name; last: token before the bracket */
static void more_names(const struct org_scan *s, const struct org_cands *cs, size_t longest, size_t last,
		       struct abbr_def def, struct abbr_defs *ds)
{
	enum { NAMES = 3 };
	long row = abbr_short_row(s, &def);
	size_t first = def.cand;

	for (size_t n = 0; n < NAMES; n++) {
		/* the "Board" or the "District": two names of one */
		bool own, same = token_is(s->ts, def.short_last + 1, "or") || token_is(s->ts, def.short_last + 2, "or");
		size_t cand;

		if (!abbr_next_short(s, &def))
			return;
		if (same) {
			add_def(s, ds, def);
			continue;
		}
		own = def.caps ? abbr_letters_fit(s, def.short_first, cs->v[def.cand].first, cs->v[def.cand].last)
			       : abbr_head_fits(s, &cs->v[def.cand], abbr_short_row(s, &def));
		cand = own ? TOKEN_NONE : abbr_full_in_bracket(s, cs, longest, last, &def);

		/* организация Профсоюза … (далее – Организация, Профсоюз): to each noun the body that has it */
		if (own && !def.caps && row != LEXICON_NONE && cs->v[first].row == row &&
		    abbr_short_row(s, &def) != row)
			cand = abbr_full_of_noun(s, cs, first, abbr_short_row(s, &def));
		if (cand != TOKEN_NONE && (!cs->v[cand].plural || s->ts->t[cs->v[cand].first].cap))
			def.cand = cand;
		add_def(s, ds, def);
	}
}

/* ГБУЗ «Приморская ЦБ», ФГБОУ ВО Заокский ГАУ): the last token of a company's name in a bracket, TOKEN_NONE: it has
 * none */
static size_t bracketed_end(const struct org_scan *s, const struct org_cand *c)
{
	enum { WORDS = 4 };
	size_t at = c->last;

	if (c->quote != TOKEN_NONE)
		return at;
	while (at - c->last < WORDS && tokens_same_block(s->ts, c->last, at + 1) && token_is_word(s->ts, at + 1) &&
	       s->ts->t[at + 1].cap)
		at++;
	return at > c->first && (token_is_mark(s->ts, at + 1, ')') || token_is_mark(s->ts, at + 1, ',')) ? at
													 : TOKEN_NONE;
}

/* канцэрн «Беллегпрам»: a noun of companies and a name in quotes */
static bool is_concern(const struct org_scan *s, const struct org_cand *c)
{
	return c->quote != TOKEN_NONE && c->row != LEXICON_NONE &&
	       span_is(lexicon_cell(s->heads, c->row, "kind"), "company");
}

/*
 * учреждение здравоохранения «Приморская центральная больница» (ГБУЗ «Приморская ЦБ», далее – Учреждение): the company
 * in the bracket that opens at i is the one before it, and what stands behind "далее" is, too.
 */
static void company_in_bracket(const struct org_scan *s, const struct org_cands *cs, size_t longest, size_t i,
			       struct abbr_defs *ds)
{
	size_t inside = abbr_cand_starting(cs, i + 1), full = TOKEN_NONE, at, inside_last;
	struct abbr_def def = { 0 };

	if (inside == TOKEN_NONE || !(cs->v[inside].form || is_concern(s, &cs->v[inside])))
		return;
	inside_last = bracketed_end(s, &cs->v[inside]);
	if (inside_last == TOKEN_NONE)
		return;
	for (size_t k = abbr_cands_from(cs, i > longest + 1 ? i - longest - 1 : 0); k < cs->n && cs->v[k].first < i;
	     k++)
		if (cs->v[k].last == i - 1 && full == TOKEN_NONE &&
		    (cs->v[k].quote != TOKEN_NONE || (!cs->v[inside].form && cs->v[k].row == cs->v[inside].row)))
			full = k;
	at = inside_last + 1;
	if (full == TOKEN_NONE || !(token_is_mark(s->ts, at, ',') || token_is_mark(s->ts, at, ')')))
		return;
	add_def(s, ds, (struct abbr_def){ .short_first = i + 1, .short_last = inside_last, .cand = full });
	if (!token_is_mark(s->ts, at, ',') || !token_says(s->ts, at + 1, WORDS_SHORT_NAMED) ||
	    !abbr_short_in_bracket(s, at, &def))
		return;
	def.cand = full;
	add_def(s, ds, def);
	more_names(s, cs, longest, i - 1, def, ds);
}

/* с профсоюзными центрами России (ФНПР): letters that begin otherwise name one of several, not all of them */
static bool names_one_of_several(const struct org_scan *s, const struct org_cand *c, const struct abbr_def *def)
{
	struct span letters = token_fold(s->ts, def->short_first), word = token_fold(s->ts, c->first);
	size_t a = 0, b = 0;

	return c->plural && def->caps && letters.n && word.n && utf8_next(letters, &a) != utf8_next(word, &b);
}

/* Бюро (АКТРАВ): letters that are not those of a noun alone tell which part of that body is meant */
static bool is_part_of(const struct org_scan *s, const struct org_cand *c, const struct abbr_def *def)
{
	size_t a = 0, b = 0;

	return c->first == c->last && def->caps && !def->said && c->flags & ORG_ORGAN &&
	       utf8_next(token_fold(s->ts, def->short_first), &a) != utf8_next(token_fold(s->ts, c->first), &b);
}

/* … спілки … (Укртекстильпрофспілка, далі – Профспілка), (ТК, бұдан әрі – Кәсіподақ): its letters, or the word that it
 * is clipped to, and behind the comma what it is called from there on */
static void letters_and_short(const struct org_scan *s, const struct org_cands *cs, size_t longest, size_t i,
			      struct abbr_defs *ds)
{
	struct abbr_def def = { .short_first = i + 1, .short_last = i + 1 }, more = { 0 };
	bool said;

	if (!tokens_same_block(s->ts, i, i + 4) || !token_is_word(s->ts, i + 1) || !token_is_mark(s->ts, i + 2, ','))
		return;
	said = token_says(s->ts, i + 3, WORDS_SHORT_NAMED) || token_says(s->ts, i + 4, WORDS_SHORT_NAMED);
	def.caps = s->ts->t[i + 1].caps;
	if (!said || !(def.caps || abbr_is_compound(s, i + 1)))
		return;
	def.cand = abbr_full_in_bracket(s, cs, longest, i - 1, &def);
	if (def.cand == TOKEN_NONE || names_one_of_several(s, &cs->v[def.cand], &def) ||
	    is_part_of(s, &cs->v[def.cand], &def))
		return;
	add_def(s, ds, def);
	if (!abbr_short_in_bracket(s, i + 2, &more))
		return;
	more.cand = abbr_full_in_bracket(s, cs, longest, i - 1, &more);
	more.said = true;
	if (more.cand != TOKEN_NONE)
		add_def(s, ds, more);
}

/* МКП (Международная конфедерация профсоюзов) */
static void reversed(const struct org_scan *s, const struct org_cands *cs, size_t i, struct abbr_defs *ds)
{
	size_t cand;

	if (i == 0 || !tokens_same_block(s->ts, i - 1, i + 1) || !token_is_word(s->ts, i - 1) || !s->ts->t[i - 1].caps)
		return;
	cand = abbr_cand_starting(cs, i + 1);
	if (cand == TOKEN_NONE || !token_is_mark(s->ts, cs->v[cand].last + 1, ')') ||
	    !abbr_letters_fit(s, i - 1, cs->v[cand].first, cs->v[cand].last))
		return;
	add_def(s, ds, (struct abbr_def){ .short_first = i - 1, .short_last = i - 1, .cand = cand, .caps = true });
}

static void behind_comma(const struct org_scan *s, const struct org_cands *cs, size_t longest, size_t i,
			 struct abbr_defs *ds)
{
	struct abbr_def def = { 0 };

	if (!abbr_short_behind_comma(s, i, &def))
		return;
	def.said = true;
	def.cand = abbr_full_behind_comma(s, cs, longest, i - 2, &def);
	if (def.cand == TOKEN_NONE)
		return;
	add_def(s, ds, def);
	/* hereinafter referred to as the "City" or the "Employer" */
	if (s->ts->t[def.short_first].latin)
		more_names(s, cs, longest, i - 2, def, ds);
}

/* A list of abbreviations whose lines a reader joined: ЦК – … ОК – …: does the block begin with one? */
static bool in_glossary(const struct org_scan *s, size_t i)
{
	enum { BACK = 200 };
	const struct tokens *ts = s->ts;
	size_t at = i;

	while (at > 0 && i - at < BACK && ts->t[at - 1].block == ts->t[i].block)
		at--;
	return at < i && token_is_word(ts, at) && ts->t[at].caps && token_is_mark(ts, at + 1, '-') &&
	       !ts->t[at + 1].glued && token_is_mark(ts, i + 1, '-') && !ts->t[i + 1].glued;
}

/* УСТАВ ОБЩЕСТВЕННОЙ ОРГАНИЗАЦИИ – …: in a line of capitals a word is no abbreviation */
static bool begins_title(const struct org_scan *s, size_t i)
{
	enum { WORD_LETTERS = 5 };

	return s->ts->t[i].loud && utf8_count(token_fold(s->ts, i)) >= WORD_LETTERS && token_info(s->ts, i)->n > 0 &&
	       !(token_info(s->ts, i)->parse[0].tags & M_PREDICTED);
}

/* ЦК – центральный комитет: a block that begins with an abbreviation and a dash and ends with the name */
static void glossary_line(const struct org_scan *s, const struct org_cands *cs, size_t i, struct abbr_defs *ds)
{
	size_t at = i, cand;

	while (tokens_same_block(s->ts, i, at) && token_is_word(s->ts, at) && s->ts->t[at].caps && at - i < 3)
		at++;
	if (at == i || utf8_count(token_fold(s->ts, i)) > ABBR_LETTERS || begins_title(s, i) ||
	    !(token_is_mark(s->ts, at, '-') || token_is_mark(s->ts, at, '=') || token_is_mark(s->ts, at, ':')))
		return;
	cand = abbr_cand_starting(cs, at + 1);
	if (cand == TOKEN_NONE)
		return;
	if (tokens_same_block(s->ts, i, cs->v[cand].last + 1) && s->ts->t[cs->v[cand].last + 1].kind != TOKEN_MARK &&
	    !(s->ts->t[cs->v[cand].last + 1].caps && in_glossary(s, cs->v[cand].last + 1)))
		return;
	add_def(s, ds,
		(struct abbr_def){
			.short_first = i, .short_last = at - 1, .cand = cand, .caps = true, .glossary = true });
}

/* , именуемое (далее – Общество), Ohio, (hereinafter …): the token before the clause that ends with the bracket at i */
static size_t before_bracket(const struct org_scan *s, size_t i)
{
	if (i > 1 && token_is_mark(s->ts, i - 1, ',') && s->ts->t[i - 2].latin)
		return i - 2;
	return i > 3 && token_is_word(s->ts, i - 1) && span_starts(token_fold(s->ts, i - 1), SPAN("именуем")) &&
			       token_is_mark(s->ts, i - 2, ',')
		       ? i - 3
		       : i - 1;
}

/* Министерство … и Профсоюз … (далее соответственно – Министерство, Профсоюз): each has its body by its noun */
static bool is_respective(const struct org_scan *s, size_t i)
{
	enum { WORDS = 5 };
	static const char *const words[] = { "соответственно", "відповідно", "адпаведна", NULL };
	bool is = false;

	for (size_t k = i + 1; k < i + WORDS && tokens_same_block(s->ts, i, k); k++)
		is |= token_in(s->ts, k, words);
	return is;
}

static void in_bracket(const struct org_scan *s, const struct org_cands *cs, size_t longest, size_t i,
		       struct abbr_def def, struct abbr_defs *ds)
{
	size_t end = before_bracket(s, i);

	def.said = token_says(s->ts, i + 1, WORDS_SHORT_NAMED) || token_says(s->ts, i + 2, WORDS_SHORT_NAMED) ||
		   (token_is(s->ts, i + 1, "the") && token_is_mark(s->ts, i + 2, '"'));
	if (is_respective(s, i)) {
		bool more = true;

		for (; more; more = abbr_next_short(s, &def)) {
			def.cand = abbr_full_before(s, cs, longest, i, &def);
			if (def.cand != TOKEN_NONE)
				add_def(s, ds, def);
		}
		return;
	}
	def.cand = abbr_full_in_bracket(s, cs, longest, end, &def);
	if (def.cand == TOKEN_NONE || names_one_of_several(s, &cs->v[def.cand], &def) ||
	    is_part_of(s, &cs->v[def.cand], &def))
		return;
	add_def(s, ds, def);
	if (def.said)
		more_names(s, cs, longest, end, def, ds);
}

struct abbr_defs abbr_definitions(const struct org_scan *s, const struct org_cands *cs)
{
	struct abbr_defs ds = { 0 };
	size_t longest = 0;

	for (size_t i = 0; i < cs->n; i++)
		if (cs->v[i].last - cs->v[i].first > longest)
			longest = cs->v[i].last - cs->v[i].first;
	for (size_t i = 0; i < s->ts->n; i++) {
		struct abbr_def def = { 0 };

		if (token_is_word(s->ts, i) && s->ts->t[i].caps &&
		    (i == 0 || s->ts->t[i - 1].block != s->ts->t[i].block || in_glossary(s, i)))
			glossary_line(s, cs, i, &ds);
		abbr_stated(s, cs, longest, i, &ds);
		behind_comma(s, cs, longest, i, &ds);
		if (!token_is_mark(s->ts, i, '(') || i == 0)
			continue;
		reversed(s, cs, i, &ds);
		company_in_bracket(s, cs, longest, i, &ds);
		letters_and_short(s, cs, longest, i, &ds);
		if (!abbr_short_in_bracket(s, i, &def))
			continue;
		in_bracket(s, cs, longest, i, def, &ds);
	}
	return ds;
}
