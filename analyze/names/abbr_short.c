/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a definition calls a body from then on: one word or several, letters, a name in quotes, two names and more. */
#include "abbr_short.h"

#include "org_phrase.h"
#include "utf8.h"

enum { SHORT_WORDS = 6 };

/* MoLSSM: letters of an English office, some of them small */
static bool is_mixed(const struct org_scan *s, size_t i)
{
	enum { CAPITALS = 3, LONGEST = 8 };
	const struct token *t = &s->ts->t[i];
	struct span word = span_sub(s->text, t->start, t->end);
	size_t capitals = 0;

	for (size_t at = 0; at < word.n;)
		capitals += utf8_is_upper(utf8_next(word, &at));
	return t->latin && t->cap && word.n <= LONGEST && capitals >= CAPITALS;
}

static bool all_caps(const struct org_scan *s, size_t first, size_t last)
{
	for (size_t i = first; i <= last; i++)
		if (s->ts->t[i].kind == TOKEN_WORD && !s->ts->t[i].caps && !is_mixed(s, i) &&
		    !(s->ts->t[i].cap && !s->ts->t[i].latin && s->ts->t[i].end - s->ts->t[i].start >= 4 &&
		      utf8_count(token_fold(s->ts, i)) <= 6 && token_info(s->ts, i)->n == 0 &&
		      !(s->ts->t[i].lang == LANG_TURKIC && token_info(s->ts, i)->head != LEXICON_NONE)))
			return false;
	return true;
}

bool abbr_is_small_compound(const struct org_scan *s, size_t i)
{
	static const char *const parts[] = { "совпроф", "обком", "горком", "райком", "крайком", "терком" };

	for (size_t k = 0; token_is_word(s->ts, i) && !s->ts->t[i].cap && k < sizeof parts / sizeof *parts; k++)
		if (span_find(token_fold(s->ts, i), span_of(parts[k]), 0) != SPAN_NONE)
			return true;
	return false;
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
	/* Курскстат, Geostat: the statistical office of a region or country */
	if (token_is_word(s->ts, i) && s->ts->t[i].cap &&
	    (span_ends(token_fold(s->ts, i), SPAN("стат")) || span_ends(token_fold(s->ts, i), SPAN("stat"))) &&
	    utf8_count(token_fold(s->ts, i)) >= 7)
		return true;
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

static bool is_joint(const struct org_scan *s, size_t i)
{
	static const char *const joints[] = { "и",  "или", "либо", "та", "або",    "і",
					      "ды", "or",  "and",  "же", "немесе", NULL };

	return token_in(s->ts, i, joints);
}

/* A noun of unions, their organs and offices: what a short name in small letters is headed by */
static bool heads_small(const struct org_scan *s, size_t i)
{
	long row = token_is_word(s->ts, i) ? token_info(s->ts, i)->head : LEXICON_NONE;
	struct span kind = row == LEXICON_NONE ? (struct span){ 0 } : lexicon_cell(s->heads, row, "kind");

	return span_is(kind, "union") || span_is(kind, "organ");
}

/* (далее – отраслевой профсоюз), (… , областной комитет профсоюза): adjectives, a noun of unions, whose it is */
static bool small_phrase(const struct org_scan *s, size_t first, size_t *last)
{
	enum { ADJECTIVES = 3 };
	size_t at = first;

	while (at - first < ADJECTIVES && token_is_word(s->ts, at) && !heads_small(s, at) &&
	       token_parse(s->ts, at, M_ADJ | M_NOM, 0) && tokens_same_block(s->ts, first, at + 1))
		at++;
	if (at == first || s->ts->t[first].cap || !heads_small(s, at))
		return false;
	if (tokens_same_block(s->ts, first, at + 1) && heads_small(s, at + 1) &&
	    token_parse(s->ts, at + 1, M_NOUN | M_GEN, 0))
		at++;
	*last = at;
	return true;
}

/* Госкорпорация «Росатом»: the quote behind the word at last belongs to the short name */
static void take_quote(const struct org_scan *s, size_t *last)
{
	enum { WORDS = 4 };
	size_t end;

	if (!token_is_mark(s->ts, *last + 1, '"'))
		return;
	for (end = *last + 2; end <= *last + 1 + WORDS && token_is_word(s->ts, end); end++)
		;
	if (token_is_mark(s->ts, end, '\'') && end > *last + 2 && tokens_same_block(s->ts, *last, end))
		*last = end;
}

/* , Общество) or и Союз): the next short name of a bracket behind the one that ends before at */
static bool next_short(const struct org_scan *s, size_t at, struct abbr_def *def)
{
	size_t last;

	if (token_is_mark(s->ts, at, '\'')) /* behind a name in quotes */
		at++;
	if (!token_is_mark(s->ts, at, ',') && !is_joint(s, at))
		return false;
	at += token_is_mark(s->ts, at, ',') && is_joint(s, at + 1) ? 2 : 1;
	/* "the County" or "the Employer", the "Board" or the "District" */
	for (size_t k = 0; k < 2 && (token_is_mark(s->ts, at, '"') || token_is(s->ts, at, "the")); k++)
		at++;
	if (!tokens_same_block(s->ts, at - 1, at + 1) || !token_is_word(s->ts, at))
		return false;
	last = at;
	if (!s->ts->t[at].cap && !small_phrase(s, at, &last))
		return false;
	while (s->ts->t[at].cap && last - at + 1 < SHORT_WORDS && token_is_word(s->ts, last + 1) &&
	       !is_joint(s, last + 1) && tokens_same_block(s->ts, at, last + 2))
		last++;
	if (at == last && org_is_place(s, at))
		return false;
	take_quote(s, &last);
	if (s->ts->t[last + 1].kind != TOKEN_MARK && !is_joint(s, last + 1))
		return false;
	def->short_first = at;
	def->short_last = last;
	def->caps = all_caps(s, at, last);
	return true;
}

bool abbr_next_short(const struct org_scan *s, struct abbr_def *def)
{
	return next_short(s, def->short_last + 1, def);
}

long abbr_short_row(const struct org_scan *s, const struct abbr_def *def)
{
	if (def->caps)
		return LEXICON_NONE;
	for (size_t i = def->short_first; i < def->short_last; i++)
		if (token_is_word(s->ts, i) && token_info(s->ts, i)->head != LEXICON_NONE &&
		    token_parse(s->ts, i, M_NOUN | M_NOM, 0))
			return token_info(s->ts, i)->head;
	return token_is_word(s->ts, def->short_last) ? token_info(s->ts, def->short_last)->head : LEXICON_NONE;
}

/* ФРГ, США, which no body has for its short name; (EXTRACT) below a title */
static bool names_country(const struct org_scan *s, size_t i)
{
	long row = s->not_orgs ? lexicon_find(s->not_orgs, token_fold(s->ts, i)) : LEXICON_NONE;

	if (row != LEXICON_NONE && span_is(lexicon_cell(s->not_orgs, row, "meaning"), "paper"))
		return true;
	return row != LEXICON_NONE && span_is(lexicon_cell(s->not_orgs, row, "meaning"), "place") &&
	       utf8_count(token_fold(s->ts, i)) > 2;
}

/* (the Company): another noun is a short name of its body without a bracket that says so */
static bool names_company(const struct org_scan *s, size_t i)
{
	long row = token_is_word(s->ts, i) ? token_info(s->ts, i)->head : LEXICON_NONE;

	return row != LEXICON_NONE && span_is(lexicon_cell(s->heads, row, "kind"), "company");
}

bool abbr_has_letter(const struct org_scan *s, size_t i, size_t head)
{
	enum { FAR = 8 };
	const struct tokens *ts = s->ts;
	size_t letters = TOKEN_NONE, a = 0, b = 0;

	if (i >= 2 && token_is_mark(ts, i - 1, '-') && tokens_same_block(ts, i - 2, i) && token_is_word(ts, i - 2))
		letters = i - 2;
	for (size_t k = head + 1; letters == TOKEN_NONE && k < head + FAR && tokens_same_block(ts, head, k + 1); k++) {
		if (!token_is_mark(ts, k, '('))
			continue;
		for (k++; token_says(s->ts, k, WORDS_SHORT_NAMED) || token_is_mark(ts, k, '-'); k++)
			;
		letters = k;
	}
	return letters != TOKEN_NONE && token_is_word(ts, letters) && ts->t[letters].caps &&
	       utf8_next(token_fold(ts, letters), &a) == utf8_next(token_fold(ts, i), &b);
}

/* именуемые в дальнейшем Стороны: all of them together, which is nobody's name */
static bool names_parties(const struct org_scan *s, size_t i)
{
	static const char *const stems[] = { "сторон", "сторін", "бакі", "бакам" };
	bool is = false;

	for (size_t k = 0; k < sizeof stems / sizeof *stems; k++)
		is |= span_starts(token_fold(s->ts, i), span_of(stems[k]));
	return is;
}

/* What leads to a short name in a bracket: "далее –", the "…, hereinafter …; *article: an English one stood there. */
static size_t behind_opening(const struct org_scan *s, size_t bracket, bool *said, bool *article)
{
	size_t at = bracket + 1;

	/* (в дальнейшем – Правительство области) */
	if (token_is(s->ts, at, "в") && token_says(s->ts, at + 1, WORDS_SHORT_NAMED))
		at++;
	/* (“the Ministry”), (the RCTU) */
	if (token_is_mark(s->ts, at, '"') && tokens_same_block(s->ts, bracket, at + 2) && s->ts->t[at + 1].latin) {
		at++;
		*said = true;
	}
	if (token_is(s->ts, at, "the") && tokens_same_block(s->ts, bracket, at + 2) &&
	    (s->ts->t[at + 1].cap || (token_is_mark(s->ts, at + 1, '"') && s->ts->t[at + 2].latin))) {
		*article = true;
		at++;
	}
	/* (the “Company”) */
	if (*article && token_is_mark(s->ts, at, '"')) {
		at++;
		*said = true;
	}
	while (token_says(s->ts, at, WORDS_SHORT_NAMED) ||
	       (*said &&
		(token_says(s->ts, at, WORDS_SHORT_NAME_FILLER) || token_is_mark(s->ts, at, '-') ||
		 token_is_mark(s->ts, at, ':') || token_is_mark(s->ts, at, '"') || token_is_mark(s->ts, at, ','))) ||
	       (!*said && token_is(s->ts, at, "бұдан"))) {
		*said |= token_says(s->ts, at, WORDS_SHORT_NAMED);
		at++;
	}
	return at;
}

/* Is the short name, of that many words before token at, one that needs no "далее": (ФНПР), (Минпромторг России)? */
static bool needs_no_word(const struct org_scan *s, const struct abbr_def *def, size_t at, size_t words, bool article,
			  size_t bracket)
{
	size_t first = def->short_first;

	if (!token_is_mark(s->ts, at, ')'))
		return false;
	if (words == 1)
		return abbr_is_compound(s, first) || is_office_word(s, first) || (article && names_company(s, first));
	/* Министерство … (Минпромторг России) */
	if (words == 2 && org_is_place(s, def->short_last) &&
	    (s->ts->t[first].caps || is_office_word(s, first) || abbr_is_compound(s, first)))
		return true;
	return names_union(s, first, bracket);
}

bool abbr_short_in_bracket(const struct org_scan *s, size_t i, struct abbr_def *def)
{
	bool said = false, article = false;
	size_t at = behind_opening(s, i, &said, &article), words = 0, bracket = 0;
	struct abbr_def other;

	def->short_first = at;
	while (tokens_same_block(s->ts, i, at) && words <= SHORT_WORDS && s->ts->t[at].kind != TOKEN_MARK) {
		if (said && words && next_short(s, at, &other))
			break; /* (далее – РС и Профсоюз) */
		def->short_last = at++;
		words++;
	}
	/* ФП РС (Я) */
	if (words && token_is_mark(s->ts, at, '(') && s->ts->t[at - 1].caps && tokens_same_block(s->ts, i, at + 3) &&
	    token_is_word(s->ts, at + 1) && s->ts->t[at + 1].cap && utf8_count(token_fold(s->ts, at + 1)) <= 2 &&
	    token_is_mark(s->ts, at + 2, ')')) {
		bracket = at;
		at += 3;
	}
	/* Отраслевой профсоюз «Қызмет» */
	if (said && words && !bracket) {
		take_quote(s, &def->short_last);
		at = def->short_last + 1;
	}
	if (!words || words > SHORT_WORDS || !tokens_same_block(s->ts, i, at))
		return false;
	def->caps = all_caps(s, def->short_first, def->short_last) &&
		    !(s->ts->t[def->short_first].loud && words > 1 &&
		      utf8_count(token_fold(s->ts, def->short_first)) >= ABBR_LETTERS);
	if (bracket)
		def->short_last = bracket + 2;
	if (!said && words == 1 &&
	    (names_country(s, def->short_first) ||
	     (!s->ts->t[def->short_first].caps && org_is_place(s, def->short_first))))
		return false; /* Союз «…» (Монголия), (ФРГ) */
	if (s->ts->t[at].kind != TOKEN_MARK && !(said && next_short(s, at, &other)))
		return false;
	if (!said && needs_no_word(s, def, at, words, article, i))
		return true;
	/* (далее – облсовпроф) */
	if (said && words == 1 && abbr_is_small_compound(s, def->short_first))
		return true;
	if (said && small_phrase(s, def->short_first, &at) && at == def->short_last)
		return true;
	if (names_parties(s, def->short_first))
		return false;
	return said ? s->ts->t[def->short_first].cap : def->caps && words <= 3 && token_is_mark(s->ts, at, ')');
}

bool abbr_short_behind_comma(const struct org_scan *s, size_t i, struct abbr_def *def)
{
	enum { WORDS = 3 };
	size_t at = i + 1;
	bool said = false;

	if (i < 2 || !token_is_word(s->ts, i) || !token_is_mark(s->ts, i - 1, ','))
		return false;
	if (token_says(s->ts, i, WORDS_SHORT_NAMED) ||
	    (token_is(s->ts, i, "в") && token_says(s->ts, i + 1, WORDS_SHORT_NAMED)))
		at = i;
	else if (!span_starts(token_fold(s->ts, i), SPAN("именуем")))
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
	return token_is_word(s->ts, at) && s->ts->t[at].cap && !names_parties(s, at);
}
