/* SPDX-License-Identifier: GPL-3.0-or-later */
/* First names that no dictionary has are told by the surname beside them, and their case by both endings together. */
#include "person_pair.h"

#include "person_parts.h"

bool person_is_korean(const struct tokens *ts, size_t i)
{
	enum { LONGEST = 10 }; /* bytes */
	static const char *const surnames[] = { "ан",    "ким",  "ли",    "пак",   "цой", "цай",  "хан",  "тен",
						"тян",   "юн",   "кан",   "шин",   "ни",  "лим",  "сон",  "нам",
						"пан",   "мун",  "хон",   "эм",    "тё",  "цхай", "огай", "югай",
						"хегай", "хван", "когай", "шегай", NULL };

	return ts->t[i].cap && !ts->t[i].latin && ts->t[i].end - ts->t[i].start <= LONGEST && token_in(ts, i, surnames);
}

/* What stands in the nominative or in any case, and few words but surnames end like. */
static bool is_eastern_surname(const struct tokens *ts, size_t i)
{
	static const char *const ends[] = { "ов",   "ев",   "ова",  "ева",  "ову",   "еву",  "овой",  "евой",
					    "овым", "евым", "заде", "дзе",  "швили", "иани", "рели",  "тели",
					    "ян",   "яна",  "яну",  "яном", "янц",   "унц",  "лиева", NULL };

	return person_letters(ts, i) >= 5 && person_ends_in(token_fold(ts, i), ends);
}

/* Айсулуу, Дилшод: no word of the language, no place, no adjective that only looks unknown */
static bool is_unknown(struct tokens *ts, size_t i, size_t surname)
{
	static const char *const certain[] = { "заде", "дзе", "швили", "баев", "баева", "улы", NULL };
	static const char *const adjectives[] = { "ий",  "ый",  "ая", "яя", "ое", "ее", "ые", "ие", "ого",  "его",
						  "ому", "ему", "ых", "их", "ым", "им", "ую", "юю", "ской", NULL };
	const struct token_info *info;

	if (!person_is_name_word(ts, i) || ts->t[i].caps || ts->t[i].loud)
		return false;
	if (person_ends_in(token_fold(ts, surname), certain))
		return !person_is_common_word(ts, i);
	if (person_ends_in(token_fold(ts, i), adjectives))
		return false;
	info = token_info(ts, i);
	for (size_t k = 0; k < info->n; k++)
		if (!(info->parse[k].tags & (M_PREDICTED | M_NAME)) || info->parse[k].tags & M_ADJ)
			return false;
	return true;
}

/* село Кызыл Ажиева, ТОО «Айсулу Асанова»: a place or the name of a body */
static bool is_other_name(const struct tokens *ts, size_t first, size_t last)
{
	if (tokens_same_block(ts, last, last + 1) &&
	    (token_is_mark(ts, last + 1, '\'') ||
	     (token_is_word(ts, last + 1) && ts->t[last + 1].cap && !tokens_new_line(ts, last + 1)) ||
	     (token_is_mark(ts, last + 1, '-') && ts->t[last + 1].glued)))
		return true;
	if (first == 0 || !tokens_same_block(ts, first - 1, first) || tokens_new_line(ts, first))
		return false;
	return token_is_mark(ts, first - 1, '"') || token_says(ts, first - 1, WORDS_TOWN) ||
	       (token_is_word(ts, first - 1) && ts->t[first - 1].cap && !ts->t[first - 1].first) ||
	       (token_is_mark(ts, first - 1, '-') && ts->t[first - 1].glued) ||
	       (token_is_mark(ts, first - 1, '.') && !ts->t[first].first);
}

void person_pair_order(const struct tokens *ts, struct person *p)
{
	bool korean = person_is_korean(ts, p->given) && person_letters(ts, p->surname) > 4;

	if (korean || (is_eastern_surname(ts, p->given) && !is_eastern_surname(ts, p->surname))) {
		size_t given = p->given;

		p->given = p->surname;
		p->surname = given;
	}
}

bool person_pair(struct tokens *ts, size_t i, struct person *p)
{
	size_t name = i, surname = i + 1;

	*p = person_empty(i);
	if (ts->t[i].lang != LANG_RU || !tokens_same_block(ts, i, i + 1) || !token_is_word(ts, i + 1))
		return false;
	if (is_eastern_surname(ts, i) || person_is_korean(ts, i)) {
		name = i + 1;
		surname = i;
	}
	if (is_eastern_surname(ts, i) == is_eastern_surname(ts, i + 1) && !person_is_korean(ts, i))
		return false;
	if (!person_is_name_word(ts, surname) && !person_is_korean(ts, surname))
		return false;
	if (!is_unknown(ts, name, surname) || person_is_common_word(ts, surname) || ts->t[surname].caps ||
	    ts->t[surname].loud || is_other_name(ts, i, i + 1))
		return false;
	/* Ким Виолетта, and not Ли Ново: behind a surname that is short a first name that is known */
	if (person_is_korean(ts, surname) && !token_parse(ts, name, M_NAME | M_NOM, 0))
		return false;
	p->given = name;
	p->surname = surname;
	p->last = i + 1;
	return true;
}

/* экипаж Шахина Мусазаде: right behind a thing or a group stands a genitive */
static bool is_behind_thing(struct tokens *ts, size_t first)
{
	return first > 0 && tokens_same_block(ts, first - 1, first) && token_is_word(ts, first - 1) &&
	       !ts->t[first - 1].cap && token_parse(ts, first - 1, M_NOUN | M_INAN, 0) &&
	       !(token_info(ts, first - 1)->tags & (M_ANIM | M_VERB | M_PREP));
}

/* The case and gender that the endings of first name and surname have together. */
static bool pair_case(struct tokens *ts, const struct person *p, unsigned *cases, unsigned *gender)
{
	static const char *const man[] = { "ов", "ев", "ин", NULL };
	static const char *const a[] = { "ова", "ева", "ина", NULL };
	static const char *const u[] = { "ову", "еву", "ину", NULL };
	static const char *const oj[] = { "овой", "евой", "иной", NULL };
	static const char *const ym[] = { "овым", "евым", "иным", NULL };
	static const char *const given_a[] = { "а", "я", NULL };
	static const char *const given_u[] = { "у", "ю", NULL };
	struct span name = token_fold(ts, p->given), surname = token_fold(ts, p->surname);
	bool thing = p->role == TOKEN_NONE && is_behind_thing(ts, p->first);

	*gender = M_FEM;
	*cases = M_NOM;
	if (person_ends_in(surname, man)) {
		*gender = M_MASC;
	} else if (person_ends_in(surname, a)) {
		if (person_ends_in(name, given_a) && (thing || !(p->cases & M_NOM))) {
			*gender = M_MASC;
			*cases = M_GEN | M_ACC;
		}
	} else if (person_ends_in(surname, u)) {
		*cases = M_ACC;
		if (person_ends_in(name, given_u) && (p->cases & M_DAT || !(p->cases & M_ACC))) {
			*gender = M_MASC;
			*cases = M_DAT;
		}
	} else if (person_ends_in(surname, oj)) {
		*cases = M_GEN | M_DAT | M_INS | M_LOC;
	} else if (person_ends_in(surname, ym)) {
		*gender = M_MASC;
		*cases = M_INS;
	} else if (thing && person_ends_in(name, given_a)) {
		*gender = M_MASC;
		*cases = M_GEN;
	} else {
		return false;
	}
	return true;
}

static bool is_known_name(struct tokens *ts, size_t i)
{
	const struct token_info *info = token_info(ts, i);

	for (size_t k = 0; k < info->n; k++)
		if (info->parse[k].tags & M_NAME && !(info->parse[k].tags & M_PREDICTED))
			return true;
	return false;
}

bool person_pair_case(struct tokens *ts, struct person *p)
{
	unsigned cases, gender;

	if (p->given == TOKEN_NONE || p->patronymic != TOKEN_NONE || p->particle != TOKEN_NONE ||
	    ts->t[p->given].lang != LANG_RU || p->latin || is_known_name(ts, p->given) ||
	    !pair_case(ts, p, &cases, &gender))
		return false;
	p->cases = cases;
	p->genders = gender;
	p->nominative = cases == M_NOM;
	return true;
}
