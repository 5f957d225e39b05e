/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Noun phrases, lists of them and quotes: the pieces of which the tails of names are made. */
#include "org_phrase.h"

#include "utf8.h"

enum {
	ADJECTIVES = 5, /* of one noun phrase */
	QUOTE_TOKENS = 40,
};

bool org_is_capital(const struct org_scan *s, size_t i)
{
	const struct token *t = &s->ts->t[i];

	return t->cap && !t->loud;
}

static bool is_and(const struct org_scan *s, size_t i)
{
	static const char *const words[] = { "и", "і", "й", "та", "ды", NULL };

	return token_in(s->ts, i, words);
}

bool org_is_roman(const struct org_scan *s, size_t i)
{
	struct span w = token_fold(s->ts, i);

	for (size_t k = 0; k < w.n; k++)
		if (!memchr("ivxlc", w.p[k], 5))
			return false;
	return true;
}

bool org_is_verb(const struct org_scan *s, size_t i)
{
	const struct morph_parse *p = token_parse(s->ts, i, M_VERB, 0);

	return p && !(p->tags & M_PREDICTED);
}

bool org_is_postal_code(const struct org_scan *s, size_t i)
{
	const struct tokens *ts = s->ts;

	return ts->t[i].latin && tokens_same_block(ts, i, i + 2) && token_is_mark(ts, i + 1, '-') &&
	       ts->t[i + 1].glued && ts->t[i + 2].glued && ts->t[i + 2].kind == TOKEN_NUMBER;
}

/* ЦК – Центральный комитет ОК – областные комитеты: in a list of abbreviations the next one begins a line */
static bool opens_glossary_line(const struct org_scan *s, size_t i)
{
	enum { BACK = 200 };
	const struct tokens *ts = s->ts;
	size_t at = i;

	if (!token_is_mark(ts, i + 1, '-') || ts->t[i + 1].glued || !tokens_same_block(ts, i, i + 2))
		return false;
	while (at > 0 && i - at < BACK && ts->t[at - 1].block == ts->t[i].block)
		at--;
	return at < i && token_is_word(ts, at) && ts->t[at].caps && token_is_mark(ts, at + 1, '-') &&
	       !ts->t[at + 1].glued;
}

/* МОТ, ЖКХ; not a verb that is shouted (ПОСТАНОВЛЯЕТ) */
bool org_is_abbreviation(const struct org_scan *s, size_t i)
{
	enum { LETTERS = 8, UNION_LETTERS = 14 };
	struct span word = token_fold(s->ts, i);
	/* РОСПРОФЖЕЛ, ПРОФАВИА */
	bool is_union = span_find(word, SPAN("проф"), 0) != SPAN_NONE && utf8_count(word) <= UNION_LETTERS;

	return token_is_word(s->ts, i) && s->ts->t[i].caps && !s->ts->t[i].loud && !org_is_roman(s, i) &&
	       (utf8_count(word) <= LETTERS || is_union) && !org_is_verb(s, i) && !org_is_postal_code(s, i) &&
	       !opens_glossary_line(s, i);
}

bool org_is_barrier(const struct org_scan *s, size_t i)
{
	return s->barrier && s->barrier[i];
}

bool org_is_place(const struct org_scan *s, size_t i)
{
	size_t last;

	return s->places && gazetteer_at(s->places, s->ts, i, &last) != LEXICON_NONE;
}

/* … ТУРИЗМУ РЕЗОЛЮЦІЯ: in capitals the kind of the paper may stand right behind who wrote it */
static bool is_loud_title(const struct org_scan *s, size_t i)
{
	return s->ts->t[i].loud && token_says(s->ts, i, WORDS_LOUD_TITLE);
}

/* ---- one noun phrase ---- */

/* працівників бібліотек, волокон і пластмас України: where a word without an ending can only be a trade's */
static bool is_of_trade(const struct org_scan *s, size_t i)
{
	static const char *const workers[] = {
		"працівників", "робітників", "працаўнікоў", "работнікаў", "рабочых", NULL
	};

	if (i < 2 || !tokens_same_block(s->ts, i - 2, i + 1) || token_parse(s->ts, i, M_ADJ | M_GEN, 0))
		return false;
	return token_in(s->ts, i - 1, workers) || (is_and(s, i - 1) && s->ts->t[i + 1].cap && org_is_place(s, i + 1));
}

/* бурових робіт, рухомых машын: behind an adjective that says so, a word without an ending is a genitive of many */
static bool is_bare_genitive(const struct org_scan *s, size_t i, unsigned in_case, unsigned number)
{
	static const char *const vowels = "аеєиіїоуюяьёыэўй";
	struct span word = token_fold(s->ts, i);
	size_t at = word.n;

	if ((s->ts->t[i].lang != LANG_UK && s->ts->t[i].lang != LANG_BE) ||
	    (number != M_PLUR && !token_is_mark(s->ts, i + 1, '"') && !is_of_trade(s, i)) || !(in_case & M_GEN) ||
	    (s->ts->t[i].cap && !s->ts->t[i].loud) || utf8_count(word) < 4 ||
	    (token_info(s->ts, i)->n && !is_of_trade(s, i)))
		return false;
	utf8_prev(word, &at);
	return span_find(span_of(vowels), span_sub(word, at, word.n), 0) == SPAN_NONE;
}

/* … РОБІТ ЦЕНТРАЛЬНА РАДА: in capitals the organ may stand right behind the body, and a guess takes it for more of it
 */
static bool begins_letterhead(const struct org_scan *s, size_t i)
{
	return s->ts->t[i].loud && (s->ts->t[i].lang == LANG_UK || s->ts->t[i].lang == LANG_BE) &&
	       tokens_same_block(s->ts, i, i + 1) && token_is_word(s->ts, i + 1) &&
	       token_info(s->ts, i + 1)->head != LEXICON_NONE && token_parse(s->ts, i, M_ADJ | M_NOM, 0);
}

static bool noun_in_case(const struct org_scan *s, size_t i, unsigned in_case, unsigned number)
{
	const struct token_info *info = token_info(s->ts, i);
	unsigned want = number ? number : (unsigned)M_NUMBERS;

	if (is_bare_genitive(s, i, in_case, number))
		return true;
	if (begins_letterhead(s, i))
		return false;
	if ((s->ts->t[i].caps && opens_glossary_line(s, i)) || token_says(s->ts, i, WORDS_NEVER_IN_NAMES) ||
	    info->tags & (M_PREP | M_CONJ) || is_loud_title(s, i))
		return false;
	for (size_t k = 0; k < info->n; k++) {
		unsigned tags = info->parse[k].tags;

		if (!(tags & M_NOUN) || !(tags & want))
			continue;
		if (tags & in_case && !(tags & (M_NAME | M_PATR)))
			return true;
		if (tags & M_FIXED)
			return true;
	}
	return false;
}

static const struct morph_parse *adjective_in_case(const struct org_scan *s, size_t i, unsigned in_case)
{
	static const char *const others[] = { "других", "иных", "другим", "иным", NULL };
	const struct morph_parse *p = token_parse(s->ts, i, M_ADJ | in_case, 0);

	if (token_in(s->ts, i, others))
		return p;
	if (!p || p->tags & M_PRON ||
	    (p->tags & M_PARTICIPLE && !org_is_capital(s, i) && !s->ts->t[i].loud &&
	     !token_says(s->ts, i, WORDS_NAMING_PARTICIPLE)))
		return NULL;
	return p;
}

/* служащих, трудящихся: adjectives and participles that stand for people */
static bool stands_for_people(const struct org_scan *s, size_t i)
{
	return token_says(s->ts, i, WORDS_STANDS_FOR_PEOPLE);
}

/* па працоўных пытаннях: before a noun of its case a Belarusian adjective stands for nobody */
static bool describes_noun(const struct org_scan *s, size_t i, unsigned in_case)
{
	return s->ts->t[i].lang == LANG_BE && tokens_same_block(s->ts, i, i + 1) && token_is_word(s->ts, i + 1) &&
	       !s->ts->t[i + 1].cap && token_parse(s->ts, i + 1, M_NOUN | M_PLUR | in_case, 0);
}

/* Numbers (as M_NUMBERS) in which the adjective has this case. */
static unsigned adjective_numbers(const struct org_scan *s, size_t i, unsigned in_case)
{
	const struct token_info *info = token_info(s->ts, i);
	unsigned numbers = 0;

	for (size_t k = 0; k < info->n; k++)
		if ((info->parse[k].tags & M_ADJ) && (info->parse[k].tags & in_case))
			numbers |= info->parse[k].tags & M_NUMBERS;
	return numbers;
}

/* инновационных и малых предприятий: behind "and" what may be a noun as well is an adjective before one */
static bool is_before_noun(const struct org_scan *s, size_t joint, unsigned in_case)
{
	size_t noun = joint + 2;

	return tokens_same_block(s->ts, joint, noun) && token_is_word(s->ts, noun) &&
	       token_parse(s->ts, joint + 1, M_ADJ | M_PLUR | in_case, 0) &&
	       token_parse(s->ts, noun, M_NOUN | M_PLUR | in_case, 0) && !s->ts->t[noun].cap &&
	       !stands_for_people(s, joint + 1);
}

bool org_noun_phrase(const struct org_scan *s, size_t i, unsigned in_case, size_t *last, bool *proper)
{
	unsigned numbers = M_NUMBERS;
	size_t at = i, adjectives = 0;
	bool capital = false, listed = false;

	while (tokens_same_block(s->ts, i, at) && token_is_word(s->ts, at) && !org_is_barrier(s, at) &&
	       adjectives < ADJECTIVES) {
		if (noun_in_case(s, at, in_case, numbers) || org_is_abbreviation(s, at))
			break;
		if (stands_for_people(s, at) && token_parse(s->ts, at, M_ADJ | M_PLUR | in_case, 0) &&
		    !describes_noun(s, at, in_case)) {
			*last = at;
			return true;
		}
		if (!adjective_in_case(s, at, in_case))
			break;
		capital |= org_is_capital(s, at);
		numbers &= adjective_numbers(s, at, in_case);
		adjectives++;
		at++;
		/* государственных, банковских учреждений; профессионального и высшего образования */
		if ((token_is_mark(s->ts, at, ',') || is_and(s, at)) && tokens_same_block(s->ts, i, at + 1) &&
		    token_is_word(s->ts, at + 1) && adjective_in_case(s, at + 1, in_case) &&
		    (!noun_in_case(s, at + 1, in_case, 0) || is_before_noun(s, at, in_case))) {
			at++;
			listed = true;
		}
	}
	if (!tokens_same_block(s->ts, i, at) || !token_is_word(s->ts, at) || org_is_barrier(s, at))
		return false;
	if (listed)
		numbers = M_NUMBERS;
	if (org_is_abbreviation(s, at) || (noun_in_case(s, at, in_case, numbers) && !(numbers == 0))) {
		*last = at;
		*proper = *proper || capital || org_is_capital(s, at) || org_is_abbreviation(s, at) ||
			  org_is_place(s, i) || org_is_place(s, at);
		return true;
	}
	return false;
}

/* ---- lists ---- */

/*
 * Does a noun phrase at i name somebody of its own: then it is the next item of a sentence's list, not of the tail's.
 * Libraries and schools in small letters are what a union or ministry is for; unions, councils and offices are bodies.
 */
static bool opens_other_name(const struct org_scan *s, size_t i, size_t last, bool of_acts)
{
	static const char *const things[] = { "institution", "science", "health", "culture", "company", "media", NULL };

	for (size_t k = i; k <= last; k++) {
		long row = s->ts->t[k].kind == TOKEN_WORD ? token_info(s->ts, k)->head : LEXICON_NONE;
		bool thing = false;

		/* от Фонда грантов и соглашений с работодателями */
		if (!of_acts && token_says(s->ts, k, WORDS_ACT_NOUN))
			return true;

		for (size_t t = 0; row != LEXICON_NONE && things[t]; t++)
			thing |= span_is(lexicon_cell(s->heads, row, "kind"), things[t]);
		if (row != LEXICON_NONE && (!thing || org_is_capital(s, k)))
			return true;
	}
	/* Фонд страхования и НАО «…» */
	if (org_is_abbreviation(s, last) && token_is_mark(s->ts, last + 1, '"'))
		return true;
	return org_is_capital(s, i) && !org_is_abbreviation(s, i);
}

/* взаимодействию с общественными организациями: the end of whom the noun at i is with, i: with nobody */
static size_t with_whom(const struct org_scan *s, size_t i)
{
	static const char *const with[] = { "с", "со", NULL };
	size_t last;
	bool ignored = false;

	return token_says(s->ts, i, WORDS_OFFICE_WITH) && token_in(s->ts, i + 1, with) &&
			       org_noun_phrase(s, i + 2, M_INS, &last, &ignored)
		       ? last
		       : i;
}

/* ", NP … и NP" or "и NP" behind last; true: *last is moved to the end of the list. */
bool org_list_behind(const struct org_scan *s, size_t *last, unsigned in_case, bool *proper)
{
	size_t at = *last + 1, end = *last;
	bool closed = false, some = false;
	/* застосування конвенцій і рекомендацій: what the body deals with are acts */
	bool of_acts = token_says(s->ts, *last, WORDS_ACT_NOUN) && !s->ts->t[*last].cap;

	while (tokens_same_block(s->ts, *last, at + 1) && !closed) {
		size_t np = 0;
		bool ignored = false;

		closed = is_and(s, at);
		if (!closed && !token_is_mark(s->ts, at, ','))
			break;
		if (!org_noun_phrase(s, at + 1, in_case, &np, &ignored) || opens_other_name(s, at + 1, np, of_acts))
			return false;
		/* genitives that belong to the item: социального обеспечения населения */
		for (size_t more; org_noun_phrase(s, np + 1, M_GEN, &more, &ignored) &&
				  !opens_other_name(s, np + 1, more, of_acts) && !org_is_abbreviation(s, np + 1) &&
				  !(in_case != M_DAT && token_says(s->ts, np + 1, WORDS_DONE_WITH));)
			np = more;
		np = with_whom(s, np);
		end = np;
		at = np + 1;
		some = true;
		*proper |= org_is_abbreviation(s, np);
	}
	if (!some || !closed)
		return false;
	*last = end;
	return true;
}

/* ---- quotes ---- */

/* Is the next quote mark behind i, within the sentence, a closing one? */
static bool closes_again(const struct org_scan *s, size_t i, size_t stop)
{
	for (size_t at = i + 1; at < stop && tokens_same_block(s->ts, i, at); at++) {
		if (token_is_mark(s->ts, at, '\''))
			return true;
		if (token_is_mark(s->ts, at, '"') || (s->ts->t[at].first && token_is_mark(s->ts, at - 1, '.')))
			return false;
	}
	return false;
}

size_t org_quote_end(const struct org_scan *s, size_t i)
{
	size_t depth = 0, stop = i + QUOTE_TOKENS;

	for (size_t at = i; at < stop && tokens_same_block(s->ts, i, at); at++) {
		if (token_is_mark(s->ts, at, '"')) {
			depth++;
		} else if (token_is_mark(s->ts, at, '\'')) {
			/* «… «Қызмет» стоит …: one closing quote for two */
			if (--depth == 0 || !closes_again(s, at, stop))
				return at;
		} else if (token_is_mark(s->ts, at, '(') && token_is_word(s->ts, at + 1) && !s->ts->t[at + 1].cap &&
			   token_is_mark(s->ts, at + 2, ')')) {
			at += 2; /* «Союз предпринимателей (работодателей)» */
		} else if (token_is_mark(s->ts, at, ';') || token_is_mark(s->ts, at, '(')) {
			break;
		}
	}
	return TOKEN_NONE;
}

/* A quote behind a head is its name when it begins like a name: with a capital, and is no title of a text (О …, Об …).
 */
bool org_quote_is_name(const struct org_scan *s, size_t i)
{
	static const char *const title_words[] = { "о", "об", "за", "в", "на", "про", "пра", "аб", "по", "к", NULL };
	size_t at = i + 1;

	while (token_is_mark(s->ts, at, '"'))
		at++;
	if (!tokens_same_block(s->ts, i, at) || s->ts->t[at].kind == TOKEN_MARK)
		return false;
	if (token_in(s->ts, at, title_words) && !s->ts->t[at].caps)
		return token_is(s->ts, at, "за");
	if (s->ts->t[at].kind == TOKEN_NUMBER) /* «26» сентября is a day */
		return !token_is_mark(s->ts, at + 1, '\'');
	return s->ts->t[at].cap;
}

bool org_is_act(const struct org_scan *s, size_t first, size_t last)
{
	for (size_t i = first; i <= last; i++)
		if (token_says(s->ts, i, WORDS_ACT_NOUN))
			return s->ts->t[first].cap;
	return false;
}
