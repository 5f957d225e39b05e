/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "далее – …" and its kin: a definition proves that a phrase is a name, and gives the name under which it goes on. */
#include "abbr.h"

#include "bisect.h"
#include "org_phrase.h"
#include "utf8.h"

enum { SHORT_WORDS = 6, ABBR_LETTERS = 8 /* ПОСТАНОВЛЯЕТ: is none */ };

static void add_def(const struct org_scan *s, struct abbr_defs *ds, struct abbr_def def)
{
	ARENA_ROOM(s->ts->arena, ds->v, ds->n, ds->cap);
	ds->v[ds->n++] = def;
}

/* профсоюз is short for профессиональный союз: heads that a short name may stand for. */
static bool head_fits(const struct org_scan *s, const struct org_cand *c, long row)
{
	if (row == LEXICON_NONE || c->row == LEXICON_NONE)
		return false;
	return c->row == row || (span_is(lexicon_cell(s->heads, row, "kind"), "union") &&
				 span_is(lexicon_cell(s->heads, c->row, "kind"), "union"));
}

/* A union, federation or association; not its council. */
static bool is_union(const struct org_scan *s, const struct org_cand *c)
{
	return c->row != LEXICON_NONE && span_is(lexicon_cell(s->heads, c->row, "kind"), "union");
}

/* The first candidate that begins at or behind that token; they stand in the order of their first tokens. */
static size_t cands_from(const struct org_cands *cs, size_t first)
{
	size_t lo;

	BISECT(lo, cs->n, cs->v[lo].first < first);
	return lo;
}

/*
 * The candidate that ends at this token: the longest; for a short name that is a noun (row: its head), the longest that
 * has this noun. longest: tokens from first to last of the longest candidate. "Центральный совет Профсоюза … (далее –
 * Профсоюз)" defines the union, not its council.
 */
static size_t cand_ending(const struct org_scan *s, const struct org_cands *cs, size_t longest, size_t last, long row,
			  bool union_only)
{
	size_t best = TOKEN_NONE, fitting = TOKEN_NONE;

	for (size_t i = cands_from(cs, last > longest ? last - longest : 0); i < cs->n && cs->v[i].first <= last; i++) {
		const struct org_cand *c = &cs->v[i];

		/* в организациях Профсоюза … (далее – Профсоюз): whose organizations they are */
		if (row != LEXICON_NONE && c->plural && c->row != row && c->flags & ORG_GENERIC &&
		    !s->ts->t[c->first].cap)
			continue;
		if (c->last != last || (c->first == c->last && c->plural && !s->ts->t[c->first].cap))
			continue;
		if (best == TOKEN_NONE || c->first < cs->v[best].first)
			best = i;
		if ((union_only ? is_union(s, c) : head_fits(s, c, row)) &&
		    (fitting == TOKEN_NONE || c->first < cs->v[fitting].first))
			fitting = i;
	}
	if (best != TOKEN_NONE && fitting != TOKEN_NONE && !cs->v[best].form && cs->v[best].known == LEXICON_NONE)
		return fitting;
	return best;
}

/* Are the letters of the word at abbr, three or more, the first letters of the words from first to last? */
static bool is_initials(const struct org_scan *s, size_t abbr, size_t first, size_t last)
{
	enum { MIN_LETTERS = 3 };
	static const char *const joints[] = { "и", "по", "of", "and", "the", "for", "та", "і", NULL };
	struct span letters = token_fold(s->ts, abbr);
	size_t at = 0;

	if (utf8_count(letters) < MIN_LETTERS)
		return false;
	for (size_t i = first; i <= last; i++) {
		struct span word = token_fold(s->ts, i);

		if (s->ts->t[i].kind != TOKEN_WORD || token_in(s->ts, i, joints))
			continue;
		while (word.p) {
			struct span part = span_cut(&word, '-');
			size_t k = 0;

			if (!part.n || at >= letters.n || utf8_next(part, &k) != utf8_next(letters, &at))
				return false;
		}
	}
	return at == letters.n;
}

/* Президиум Федерации … (ФНПР): the letters are those of the body inside the name, not of its organ. */
static size_t cand_of_letters(const struct org_scan *s, const struct org_cands *cs, size_t longest, size_t last,
			      size_t abbr)
{
	for (size_t i = cands_from(cs, last > longest ? last - longest : 0); i < cs->n && cs->v[i].first <= last; i++)
		if (cs->v[i].last == last && (is_initials(s, abbr, cs->v[i].first, last) ||
					      (cs->v[i].quote != TOKEN_NONE && token_is_mark(s->ts, last, '\'') &&
					       is_initials(s, abbr, cs->v[i].quote + 1, last - 1))))
			return i;
	/* Черкаська обласна військова адміністрація (ОВА): the place before it has no letter */
	for (size_t i = cands_from(cs, last > longest ? last - longest : 0); i < cs->n && cs->v[i].first < last; i++)
		if (cs->v[i].last == last && cs->v[i].head != TOKEN_NONE && cs->v[i].first + 1 < cs->v[i].head &&
		    is_initials(s, abbr, cs->v[i].first + 1, last))
			return i;
	return TOKEN_NONE;
}

static size_t cand_starting(const struct org_cands *cs, size_t first)
{
	size_t best = TOKEN_NONE;

	for (size_t i = cands_from(cs, first); i < cs->n && cs->v[i].first == first; i++)
		if (best == TOKEN_NONE || cs->v[i].last > cs->v[best].last)
			best = i;
	return best;
}

static bool all_caps(const struct org_scan *s, size_t first, size_t last)
{
	for (size_t i = first; i <= last; i++)
		if (s->ts->t[i].kind == TOKEN_WORD && !s->ts->t[i].caps &&
		    !(s->ts->t[i].cap && !s->ts->t[i].latin && s->ts->t[i].end - s->ts->t[i].start >= 4 &&
		      utf8_count(token_fold(s->ts, i)) <= 6 && token_info(s->ts, i)->n == 0 &&
		      !(s->ts->t[i].lang == LANG_TURKIC && token_info(s->ts, i)->head != LEXICON_NONE)))
			return false;
	return true;
}

bool abbr_is_compound(const struct org_scan *s, size_t i)
{
	static const char *const parts[] = { "проф", "праф", "одақ" };

	if (!token_is_word(s->ts, i) || !s->ts->t[i].cap || utf8_count(token_fold(s->ts, i)) < 8)
		return false;
	for (size_t k = 0; k < sizeof parts / sizeof *parts; k++) {
		size_t at = span_find(token_fold(s->ts, i), span_of(parts[k]), 0);

		if (at != SPAN_NONE && at > 2)
			return true;
	}
	return false;
}

/* Федеральное агентство … (Росрыболовство): what abbreviates an office in one word */
static bool is_office_word(const struct org_scan *s, size_t i)
{
	return token_says(s->ts, i, WORDS_SHORT_OFFICE) && s->ts->t[i].cap && utf8_count(token_fold(s->ts, i)) >= 6;
}

/* Общероссийский профессиональный союз … (Профсоюз связи): a union's capital noun, and a genitive before the bracket */
static bool names_union(const struct org_scan *s, size_t i, size_t bracket)
{
	size_t adjectives = 0;
	long row;

	/* (ОБЩЕРОССИЙСКИЙ ПРОФСОЮЗ ОБРАЗОВАНИЯ) */
	while (adjectives++ < 2 && token_info(s->ts, i)->head == LEXICON_NONE &&
	       token_parse(s->ts, i, M_ADJ | M_SING | M_NOM, 0) && tokens_same_block(s->ts, i, i + 1) &&
	       token_is_word(s->ts, i + 1))
		i++;
	row = token_info(s->ts, i)->head;
	return row != LEXICON_NONE && s->ts->t[i].cap && bracket > 0 && token_is_word(s->ts, bracket - 1) &&
	       token_parse(s->ts, bracket - 1, M_GEN, 0) && token_parse(s->ts, i, M_NOUN | M_SING | M_NOM, 0) &&
	       span_is(lexicon_cell(s->heads, row, "kind"), "union") && org_head_flags(s->heads, row) & ORG_ALIAS;
}

/* , Общество) or и Союз): the next short name of a bracket behind the one that ends before at, TOKEN_NONE: none */
static size_t next_short(const struct org_scan *s, size_t at)
{
	static const char *const joints[] = { "и", "или", "та", "або", "і", "ды", "or", "and", NULL };

	if (token_is_mark(s->ts, at, '\'')) /* behind a name in quotes */
		at++;
	if (!token_is_mark(s->ts, at, ',') && !token_in(s->ts, at, joints))
		return TOKEN_NONE;
	at++;
	if (!tokens_same_block(s->ts, at - 1, at + 1) || !token_is_word(s->ts, at) || !s->ts->t[at].cap ||
	    s->ts->t[at + 1].kind != TOKEN_MARK || org_is_place(s, at))
		return TOKEN_NONE;
	return at;
}

/* ФРГ, США, which no body has for its short name */
static bool names_country(const struct org_scan *s, size_t i)
{
	long row = s->not_orgs ? lexicon_find(s->not_orgs, token_fold(s->ts, i)) : LEXICON_NONE;

	return row != LEXICON_NONE && span_is(lexicon_cell(s->not_orgs, row, "meaning"), "place") &&
	       utf8_count(token_fold(s->ts, i)) > 2;
}

/* The short name in the bracket that opens at i: sets its tokens; false where the bracket holds something else. */
static bool short_in_bracket(const struct org_scan *s, size_t i, struct abbr_def *def)
{
	size_t at = i + 1, words = 0;
	bool said = false;

	/* (в дальнейшем – Правительство области) */
	if (token_is(s->ts, at, "в") && token_says(s->ts, at + 1, WORDS_SHORT_NAMED))
		at++;
	while (token_says(s->ts, at, WORDS_SHORT_NAMED) ||
	       (said &&
		(token_says(s->ts, at, WORDS_SHORT_NAME_FILLER) || token_is_mark(s->ts, at, '-') ||
		 token_is_mark(s->ts, at, ':') || token_is_mark(s->ts, at, '"') || token_is_mark(s->ts, at, ','))) ||
	       (!said && token_is(s->ts, at, "бұдан"))) {
		said |= token_says(s->ts, at, WORDS_SHORT_NAMED);
		at++;
	}
	def->short_first = at;
	while (tokens_same_block(s->ts, i, at) && words <= SHORT_WORDS && s->ts->t[at].kind != TOKEN_MARK) {
		if (said && words && next_short(s, at) != TOKEN_NONE)
			break; /* (далее – РС и Профсоюз) */
		def->short_last = at++;
		words++;
	}
	/* Отраслевой профсоюз «Қызмет» */
	if (said && words && token_is_mark(s->ts, at, '"') && token_is_mark(s->ts, at + 2, '\'')) {
		def->short_last = at + 2;
		at += 3;
	}
	if (!words || words > SHORT_WORDS || !tokens_same_block(s->ts, i, at))
		return false;
	def->caps = all_caps(s, def->short_first, def->short_last) &&
		    !(s->ts->t[def->short_first].loud && words > 1 &&
		      utf8_count(token_fold(s->ts, def->short_first)) > ABBR_LETTERS);
	if (!said && words == 1 &&
	    (names_country(s, def->short_first) ||
	     (!s->ts->t[def->short_first].caps && org_is_place(s, def->short_first))))
		return false; /* Союз «…» (Монголия), (ФРГ) */
	if (s->ts->t[at].kind != TOKEN_MARK && !(said && next_short(s, at) != TOKEN_NONE))
		return false;
	if (!said && words == 1 && token_is_mark(s->ts, at, ')') &&
	    (abbr_is_compound(s, def->short_first) || is_office_word(s, def->short_first)))
		return true;
	/* Министерство … (Минпромторг России) */
	if (!said && words == 2 && token_is_mark(s->ts, at, ')') && org_is_place(s, def->short_last) &&
	    (s->ts->t[def->short_first].caps || is_office_word(s, def->short_first)))
		return true;
	if (!said && words > 1 && token_is_mark(s->ts, at, ')') && names_union(s, def->short_first, i))
		return true;
	/* (далее – отраслевой профсоюз) */
	if (said && words == 2 && !s->ts->t[def->short_first].cap && token_is_word(s->ts, def->short_last) &&
	    token_parse(s->ts, def->short_first, M_ADJ | M_NOM, 0) &&
	    token_info(s->ts, def->short_last)->head != LEXICON_NONE)
		return span_is(lexicon_cell(s->heads, token_info(s->ts, def->short_last)->head, "kind"), "union") ||
		       span_is(lexicon_cell(s->heads, token_info(s->ts, def->short_last)->head, "kind"), "organ");
	return said ? s->ts->t[def->short_first].cap : def->caps && words <= 3 && token_is_mark(s->ts, at, ')');
}

/* Do the letters of the abbreviation begin words of the name, most of them? Then МКП (…) is a definition. */
static bool letters_fit(const struct org_scan *s, size_t abbr, size_t first, size_t last)
{
	struct span letters = token_fold(s->ts, abbr);
	size_t at = 0, i = first, hits = 0;

	while (at < letters.n) {
		unsigned c = utf8_next(letters, &at);

		for (; i <= last; i++) {
			size_t k = 0;

			if (s->ts->t[i].kind == TOKEN_WORD && utf8_next(token_fold(s->ts, i), &k) == c)
				break;
		}
		if (i > last)
			break;
		hits++;
		i++;
	}
	return hits >= 2 && hits + 1 >= utf8_count(letters);
}

/* ЦК Профспілки трудящих … (далі – ПТПУ): where the letters do not begin the outer name, a body inside it may be meant
 */
static size_t cand_of_some_letters(const struct org_scan *s, const struct org_cands *cs, size_t longest, size_t last,
				   size_t abbr)
{
	size_t at = 0;
	unsigned letter = utf8_next(token_fold(s->ts, abbr), &at);

	for (size_t i = cands_from(cs, last > longest ? last - longest : 0); i < cs->n && cs->v[i].first <= last; i++) {
		if (cs->v[i].last != last)
			continue;
		at = 0;
		if (utf8_next(token_fold(s->ts, cs->v[i].first), &at) == letter &&
		    letters_fit(s, abbr, cs->v[i].first, last))
			return i;
	}
	return TOKEN_NONE;
}

/* Executive Committee of the … Union (SINDLEX): letters that are not the organ's are those of the union that it is of
 */
static size_t union_inside(const struct org_scan *s, const struct org_cands *cs, size_t cand, size_t abbr)
{
	const struct org_cand *out = &cs->v[cand];

	if (!(out->flags & ORG_ORGAN ||
	      (out->row != LEXICON_NONE && span_is(lexicon_cell(s->heads, out->row, "kind"), "organ"))) ||
	    letters_fit(s, abbr, out->first, out->last))
		return cand;
	for (size_t i = cands_from(cs, out->first + 1); i < cs->n && cs->v[i].first <= out->last; i++)
		if (cs->v[i].last == out->last && is_union(s, &cs->v[i]))
			return i;
	return cand;
}

/* … комиссии комиссией (далее – КРК): letters that are not those of the name before them, but of one shortly before */
static size_t cand_of_letters_before(const struct org_scan *s, const struct org_cands *cs, size_t last, size_t abbr)
{
	enum { NEAR = 60 };
	size_t best = TOKEN_NONE;

	for (size_t i = cands_from(cs, last > NEAR ? last - NEAR : 0); i < cs->n && cs->v[i].first <= last; i++)
		if (cs->v[i].last <= last && is_initials(s, abbr, cs->v[i].first, cs->v[i].last))
			best = i;
	return best;
}

/* The candidate that ends at last and has that short name behind it; TOKEN_NONE: there is none. */
static size_t cand_of_short(const struct org_scan *s, const struct org_cands *cs, size_t longest, size_t last,
			    const struct abbr_def *def)
{
	bool letters = def->caps && def->short_first == def->short_last;
	size_t cand = letters ? cand_of_letters(s, cs, longest, last, def->short_first) : TOKEN_NONE;

	if (cand == TOKEN_NONE && letters)
		cand = cand_of_some_letters(s, cs, longest, last, def->short_first);
	if (cand == TOKEN_NONE && letters)
		cand = cand_of_letters_before(s, cs, last, def->short_first);
	if (cand == TOKEN_NONE)
		cand = cand_ending(s, cs, longest, last,
				   def->caps ? LEXICON_NONE : token_info(s->ts, def->short_last)->head,
				   def->short_first == def->short_last && abbr_is_compound(s, def->short_first));
	return cand != TOKEN_NONE && letters ? union_inside(s, cs, cand, def->short_first) : cand;
}

/* (далее – Работодатель, Общество): each of them is a short name; last: token before the bracket */
static void more_names(const struct org_scan *s, const struct org_cands *cs, size_t longest, size_t last,
		       struct abbr_def def, struct abbr_defs *ds)
{
	enum { NAMES = 3 };

	for (size_t n = 0; n < NAMES; n++) {
		size_t at = next_short(s, def.short_last + 1), cand;
		bool own;

		if (at == TOKEN_NONE)
			return;
		def.short_first = def.short_last = at;
		def.caps = s->ts->t[at].caps;
		own = def.caps ? letters_fit(s, at, cs->v[def.cand].first, cs->v[def.cand].last)
			       : head_fits(s, &cs->v[def.cand], token_info(s->ts, at)->head);
		cand = own ? TOKEN_NONE : cand_of_short(s, cs, longest, last, &def);
		if (cand != TOKEN_NONE)
			def.cand = cand;
		add_def(s, ds, def);
	}
}

/*
 * учреждение здравоохранения «Приморская центральная больница» (ГБУЗ «Приморская ЦБ», далее – Учреждение): the company
 * in the bracket that opens at i is the one before it, and what stands behind "далее" is, too.
 */
static void company_in_bracket(const struct org_scan *s, const struct org_cands *cs, size_t longest, size_t i,
			       struct abbr_defs *ds)
{
	size_t inside = cand_starting(cs, i + 1), full = TOKEN_NONE, at;
	struct abbr_def def = { 0 };

	if (inside == TOKEN_NONE || !cs->v[inside].form || cs->v[inside].quote == TOKEN_NONE)
		return;
	for (size_t k = cands_from(cs, i > longest + 1 ? i - longest - 1 : 0); k < cs->n && cs->v[k].first < i; k++)
		if (cs->v[k].last == i - 1 && cs->v[k].quote != TOKEN_NONE && full == TOKEN_NONE)
			full = k;
	at = cs->v[inside].last + 1;
	if (full == TOKEN_NONE || !(token_is_mark(s->ts, at, ',') || token_is_mark(s->ts, at, ')')))
		return;
	add_def(s, ds,
		(struct abbr_def){
			.short_first = i + 1, .short_last = cs->v[inside].last, .cand = full, .caps = false });
	if (!token_is_mark(s->ts, at, ',') || !token_says(s->ts, at + 1, WORDS_SHORT_NAMED) ||
	    !short_in_bracket(s, at, &def))
		return;
	def.cand = full;
	add_def(s, ds, def);
	more_names(s, cs, longest, i - 1, def, ds);
}

/* МКП (Международная конфедерация профсоюзов) */
static void reversed(const struct org_scan *s, const struct org_cands *cs, size_t i, struct abbr_defs *ds)
{
	size_t cand;

	if (i == 0 || !tokens_same_block(s->ts, i - 1, i + 1) || !token_is_word(s->ts, i - 1) || !s->ts->t[i - 1].caps)
		return;
	cand = cand_starting(cs, i + 1);
	if (cand == TOKEN_NONE || !token_is_mark(s->ts, cs->v[cand].last + 1, ')') ||
	    !letters_fit(s, i - 1, cs->v[cand].first, cs->v[cand].last))
		return;
	add_def(s, ds, (struct abbr_def){ .short_first = i - 1, .short_last = i - 1, .cand = cand, .caps = true });
}

/* , именуемое в дальнейшем «Наниматели»: the short name behind a comma; false where there is none */
static bool short_behind_comma(const struct org_scan *s, size_t i, struct abbr_def *def)
{
	enum { WORDS = 3 };
	size_t at = i + 1;
	bool said = false;

	if (i < 2 || !token_is_word(s->ts, i) || !token_is_mark(s->ts, i - 1, ',') ||
	    !span_starts(token_fold(s->ts, i), SPAN("именуем")))
		return false;
	for (; token_says(s->ts, at, WORDS_SHORT_NAMED) || token_says(s->ts, at, WORDS_SHORT_NAME_FILLER) ||
	       token_is_mark(s->ts, at, '-') || token_is_mark(s->ts, at, ':');
	     at++)
		said |= token_says(s->ts, at, WORDS_SHORT_NAMED);
	if (!said || !tokens_same_block(s->ts, i, at + 1))
		return false;
	if (token_is_mark(s->ts, at, '"'))
		at++;
	def->short_first = def->short_last = at;
	while (token_is_word(s->ts, def->short_last + 1) && token_is_mark(s->ts, at - 1, '"') &&
	       def->short_last - at < WORDS)
		def->short_last++;
	def->caps = all_caps(s, at, def->short_last);
	return token_is_word(s->ts, at) && s->ts->t[at].cap;
}

/*
 * АО «…» в лице директора … (далее – Работодатель): the role of a party tells nothing of its noun; it is the company or
 * the institution named nearest before token i.
 */
static size_t party_before(const struct org_scan *s, const struct org_cands *cs, size_t i, size_t role)
{
	enum { NEAR = 40 };
	size_t best = TOKEN_NONE;

	if (!token_says(s->ts, role, WORDS_PARTY_ROLE))
		return best;
	for (size_t k = cands_from(cs, i > NEAR ? i - NEAR : 0); k < cs->n && cs->v[k].first < i; k++) {
		const struct org_cand *c = &cs->v[k];

		if (c->last < i && tokens_same_block(s->ts, c->first, i) && (c->form || c->quote != TOKEN_NONE) &&
		    !is_union(s, c) && !(c->flags & ORG_ORGAN) &&
		    (best == TOKEN_NONE || c->first > cs->v[best].last || c->last > cs->v[best].last))
			best = k;
	}
	return best;
}

/* Союз «…» в лице председателя …, именуемый далее Союз: the nearest candidate before whose noun the short name has */
static size_t cand_before(const struct org_scan *s, const struct org_cands *cs, size_t i, long row)
{
	enum { NEAR = 40 };
	size_t best = TOKEN_NONE;

	for (size_t k = cands_from(cs, i > NEAR ? i - NEAR : 0); k < cs->n && cs->v[k].first < i; k++)
		if (cs->v[k].last < i && tokens_same_block(s->ts, cs->v[k].first, i) &&
		    cs->v[k].last > cs->v[k].first && head_fits(s, &cs->v[k], row) &&
		    (best == TOKEN_NONE || cs->v[k].first > cs->v[best].last || cs->v[k].last > cs->v[best].last))
			best = k;
	return best;
}

static void behind_comma(const struct org_scan *s, const struct org_cands *cs, size_t longest, size_t i,
			 struct abbr_defs *ds)
{
	struct abbr_def def = { 0 };
	long row;

	if (!short_behind_comma(s, i, &def))
		return;
	row = def.caps ? LEXICON_NONE : token_info(s->ts, def.short_last)->head;
	def.cand = cand_ending(s, cs, longest, i - 2, row, false);
	if (def.cand == TOKEN_NONE)
		def.cand = cand_before(s, cs, i, row);
	if (def.cand == TOKEN_NONE)
		def.cand = party_before(s, cs, i, def.short_last);
	if (def.cand != TOKEN_NONE)
		add_def(s, ds, def);
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

/* ЦК – центральный комитет: a block that begins with an abbreviation and a dash and ends with the name */
static void glossary_line(const struct org_scan *s, const struct org_cands *cs, size_t i, struct abbr_defs *ds)
{
	size_t at = i, cand;

	while (tokens_same_block(s->ts, i, at) && token_is_word(s->ts, at) && s->ts->t[at].caps && at - i < 3)
		at++;
	if (at == i || utf8_count(token_fold(s->ts, i)) > ABBR_LETTERS ||
	    !(token_is_mark(s->ts, at, '-') || token_is_mark(s->ts, at, '=') || token_is_mark(s->ts, at, ':')))
		return;
	cand = cand_starting(cs, at + 1);
	if (cand == TOKEN_NONE)
		return;
	if (tokens_same_block(s->ts, i, cs->v[cand].last + 1) && s->ts->t[cs->v[cand].last + 1].kind != TOKEN_MARK &&
	    !(s->ts->t[cs->v[cand].last + 1].caps && in_glossary(s, cs->v[cand].last + 1)))
		return;
	add_def(s, ds,
		(struct abbr_def){
			.short_first = i, .short_last = at - 1, .cand = cand, .caps = true, .glossary = true });
}

/* с профсоюзными центрами России (ФНПР): letters that begin otherwise name one of several, not all of them */
static bool names_one_of_several(const struct org_scan *s, const struct org_cand *c, const struct abbr_def *def)
{
	struct span letters = token_fold(s->ts, def->short_first), word = token_fold(s->ts, c->first);
	size_t a = 0, b = 0;

	return c->plural && def->caps && letters.n && word.n && utf8_next(letters, &a) != utf8_next(word, &b);
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
		behind_comma(s, cs, longest, i, &ds);
		if (!token_is_mark(s->ts, i, '(') || i == 0)
			continue;
		reversed(s, cs, i, &ds);
		company_in_bracket(s, cs, longest, i, &ds);
		if (!short_in_bracket(s, i, &def))
			continue;
		def.cand = cand_of_short(s, cs, longest, i - 1, &def);
		if (def.cand == TOKEN_NONE)
			def.cand = party_before(s, cs, i, def.short_first);
		if (def.cand == TOKEN_NONE || names_one_of_several(s, &cs->v[def.cand], &def))
			continue;
		add_def(s, &ds, def);
		if (token_says(s->ts, i + 1, WORDS_SHORT_NAMED) || token_says(s->ts, i + 2, WORDS_SHORT_NAMED))
			more_names(s, cs, longest, i - 1, def, &ds);
	}
	return ds;
}
