/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Short names that a sentence states: in statutes, among the parties of an agreement, in a list within a sentence. */
#include "abbr_stated.h"

#include "abbr_full.h"
#include "abbr_short.h"
#include "utf8.h"

static void add_def(const struct org_scan *s, struct abbr_defs *ds, struct abbr_def def)
{
	ARENA_ROOM(s->ts->arena, ds->v, ds->n, ds->cap);
	ds->v[ds->n++] = def;
}

/* A dash or a colon between two parts of a sentence. */
static bool is_dash(const struct org_scan *s, size_t i)
{
	return (token_is_mark(s->ts, i, '-') && !s->ts->t[i].glued) || token_is_mark(s->ts, i, ':');
}

/* ---- Сокращённое наименование Профсоюза – «Хлебный союз», ХС ---- */

static bool begins_statement(const struct org_scan *s, size_t i)
{
	static const char *const stems[] = { "сокращенн", "сокращённ", "скорочен", "скарочан" };
	bool begins = false;

	for (size_t k = 0; token_is_word(s->ts, i) && k < sizeof stems / sizeof *stems; k++)
		begins |= span_starts(token_fold(s->ts, i), span_of(stems[k]));
	return begins;
}

/* May the candidate be the full name of whose statute it is? */
static bool may_be_full(const struct org_scan *s, const struct org_cand *c)
{
	bool is_union = c->row != LEXICON_NONE && span_is(lexicon_cell(s->heads, c->row, "kind"), "union");

	return c->last > c->first + 1 && !c->plural && (is_union || c->form || c->quote != TOKEN_NONE) &&
	       (s->ts->t[c->first].cap || c->loud);
}

/* The longest full name between tokens from and to. */
static size_t full_between(const struct org_scan *s, const struct org_cands *cs, size_t from, size_t to)
{
	size_t best = TOKEN_NONE;

	for (size_t k = abbr_cands_from(cs, from); k < cs->n && cs->v[k].first < to; k++)
		if (cs->v[k].last < to && may_be_full(s, &cs->v[k]) &&
		    (best == TOKEN_NONE || cs->v[k].last - cs->v[k].first > cs->v[best].last - cs->v[best].first))
			best = k;
	return best;
}

/* The short name at `at`, in quotes or not; the token behind it and its quote, at where there is none. */
static size_t take_short(const struct org_scan *s, size_t at, struct abbr_def *def)
{
	enum { WORDS = 9 };
	size_t first = at;
	bool quoted = token_is_mark(s->ts, at, '"');

	at += quoted;
	if (!token_is_word(s->ts, at) || !s->ts->t[at].cap || !tokens_same_block(s->ts, first, at))
		return first;
	def->short_first = at;
	while (token_is_word(s->ts, at) && at - def->short_first < WORDS && tokens_same_block(s->ts, first, at))
		at++;
	def->short_last = at - 1;
	/* ОО «Хлебный союз»: letters and the name in quotes behind them */
	if (!quoted && token_is_mark(s->ts, at, '"')) {
		while (tokens_same_block(s->ts, first, at) && !token_is_mark(s->ts, at, '\'') &&
		       at - def->short_first < WORDS)
			at++;
		def->short_last = at;
		quoted = token_is_mark(s->ts, at, '\'');
	}
	at += quoted && token_is_mark(s->ts, at, '\'');
	if (tokens_same_block(s->ts, first, at) && s->ts->t[at].kind != TOKEN_MARK)
		return first;
	def->caps = def->short_first == def->short_last && s->ts->t[def->short_first].caps;
	return at;
}

static void stated_short(const struct org_scan *s, const struct org_cands *cs, size_t longest, size_t i,
			 struct abbr_defs *ds)
{
	enum { LEAD = 16, BACK = 200, NAMES = 3 };
	struct abbr_def def = { 0 };
	size_t at = i + 1, end;

	while (at - i < LEAD && tokens_same_block(s->ts, i, at) && !is_dash(s, at))
		at++;
	if (!is_dash(s, at) || !tokens_same_block(s->ts, i, at + 1))
		return;
	def.cand = full_between(s, cs, i + 1, at);
	if (i > 1 && token_is_mark(s->ts, i - 1, '(')) /* общество «Завод лопаток» (сокращенно – ПАО «ЗЛ») */
		def.cand = abbr_full_in_bracket(s, cs, longest, i - 2,
						&(struct abbr_def){ .short_first = at + 1, .short_last = at + 1 });
	if (def.cand == TOKEN_NONE)
		def.cand = full_between(s, cs, i > BACK ? i - BACK : 0, i);
	if (def.cand == TOKEN_NONE)
		return;
	at++;
	for (size_t n = 0; n < NAMES; n++) {
		end = take_short(s, at, &def);
		if (end == at || s->ts->t[def.short_first].latin)
			return;
		add_def(s, ds, def);
		if (!token_is_mark(s->ts, end, ';') && !token_is_mark(s->ts, end, ','))
			return;
		at = end + 1;
	}
}

/* ---- Работодатель – АО «Сплав» ---- */

static void stated_role(const struct org_scan *s, const struct org_cands *cs, size_t i, struct abbr_defs *ds)
{
	size_t cand;

	if (!s->ts->t[i].cap || !token_says(s->ts, i, WORDS_PARTY_ROLE) || !token_is_mark(s->ts, i + 1, '-') ||
	    s->ts->t[i + 1].glued || !tokens_same_block(s->ts, i, i + 2))
		return;
	cand = abbr_cand_starting(cs, i + 2);
	if (cand != TOKEN_NONE && cs->v[cand].last > cs->v[cand].first &&
	    (cs->v[cand].form || cs->v[cand].quote != TOKEN_NONE))
		add_def(s, ds, (struct abbr_def){ .short_first = i, .short_last = i, .cand = cand, .said = true });
}

/* ---- Сокращения: РС – Республиканский совет; ФПУз – Федерация профсоюзов Узбекистана ---- */

/* Capitals, and at most two small letters behind them: ФПУз */
static bool is_letters(const struct org_scan *s, size_t i)
{
	enum { SMALL = 2 };
	size_t letters = utf8_count(token_fold(s->ts, i)), capitals;

	if (s->ts->t[i].caps)
		return letters <= ABBR_LETTERS;
	capitals = utf8_count(token_letters(s->ts, i));
	return s->ts->t[i].cap && capitals >= 2 && letters - capitals <= SMALL;
}

static void stated_letters(const struct org_scan *s, const struct org_cands *cs, size_t i, struct abbr_defs *ds)
{
	size_t cand;

	if (i == 0 || !s->ts->t[i].cap || !tokens_same_block(s->ts, i - 1, i + 2) ||
	    !(token_is_mark(s->ts, i - 1, ';') || token_is_mark(s->ts, i - 1, ':')) ||
	    !token_is_mark(s->ts, i + 1, '-') || s->ts->t[i + 1].glued || !is_letters(s, i))
		return;
	cand = abbr_cand_starting(cs, i + 2);
	if (cand == TOKEN_NONE || !abbr_letters_fit(s, i, cs->v[cand].first, cs->v[cand].last) ||
	    (tokens_same_block(s->ts, i, cs->v[cand].last + 1) && s->ts->t[cs->v[cand].last + 1].kind != TOKEN_MARK))
		return;
	add_def(s, ds,
		(struct abbr_def){ .short_first = i,
				   .short_last = i,
				   .cand = cand,
				   .caps = true,
				   .glossary = true,
				   .said = true });
}

void abbr_stated(const struct org_scan *s, const struct org_cands *cs, size_t longest, size_t i, struct abbr_defs *ds)
{
	if (!token_is_word(s->ts, i))
		return;
	if (begins_statement(s, i))
		stated_short(s, cs, longest, i, ds);
	stated_role(s, cs, i, ds);
	stated_letters(s, cs, i, ds);
}
