/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Persons by the form of their names; the case in which a name stands is read from the role or preposition before it.
 */
#include "person_scan.h"

#include "given_name.h"
#include "patronymic.h"
#include "person_english.h"
#include "person_eponym.h"
#include "person_pair.h"
#include "person_parts.h"
#include "person_role.h"
#include "person_turkic.h"
#include "utf8.h"

enum { ROLE_NEAR = 10 /* for names that only a role proves */ };

static unsigned gender_of(const struct morph_parse *p)
{
	return p ? p->tags & (M_MASC | M_FEM) : 0;
}

/* ---- patterns ---- */

/* восстановить Давида Гогишвили: behind an infinitive nobody stands in the nominative */
static bool is_asked_of(struct tokens *ts, size_t first)
{
	return first > 0 && tokens_same_block(ts, first - 1, first) && token_parse(ts, first - 1, M_INF, 0);
}

/* Full names: patronymic and given name tell the case better than what stands before. */
static void cases_of_given(struct tokens *ts, struct person *p)
{
	const struct token_info *info = p->given != TOKEN_NONE ? token_info(ts, p->given) : NULL;
	unsigned cases = p->patronymic != TOKEN_NONE ? patronymic_cases(ts, p->patronymic) : 0;
	bool known = false;

	if (cases) {
		p->cases = cases;
		p->nominative = cases == M_NOM;
		return;
	}

	for (size_t k = 0; info && k < info->n; k++)
		if (info->parse[k].tags & M_NAME && info->parse[k].tags & M_SING && !(info->parse[k].tags & M_FIXED)) {
			cases |= info->parse[k].tags & M_CASES;
			known |= !(info->parse[k].tags & M_PREDICTED);
		}
	/* председатель Сахиб Мамедов: the role knows better than a guess at a name that no dictionary has */
	if (info && !known && p->role != TOKEN_NONE && p->cases == M_NOM && ts->t[p->first].lang == LANG_RU) {
		p->nominative = true;
		return;
	}
	/* Эркина Касымова may be she or his genitive: what stands before tells */
	if (known && ((!(p->cases & M_NOM) && p->cases & cases & (M_GEN | M_DAT | M_INS)) ||
		      (cases & M_ACC && is_asked_of(ts, p->first))))
		cases &= ~(unsigned)M_NOM;
	if (cases & M_NOM)
		cases = M_NOM;
	p->nominative = cases == M_NOM && !(info->tags & M_PREDICTED);
	if (cases)
		p->cases = p->cases & cases ? p->cases & cases : cases;
}

/*
 * "Раздел V. БЕЗОПАСНОСТЬ", "I. ОБЩИЕ ПОЛОЖЕНИЯ", "ТАРАПТАР ЖАНА ПРОФКОМДУН УКУКТАРЫ": a section's number, and words in
 * a line of capitals, are parts of nobody's name.
 */
static bool is_in_heading(const struct tokens *ts, const struct person *p)
{
	static const char *const numbers[] = { "i", "v", "x", "і", "х", NULL };
	size_t i = p->first, last = p->last;
	bool before = i > 0 && tokens_same_block(ts, i - 1, i) && token_is_word(ts, i - 1),
	     behind = last + 1 < ts->n && tokens_same_block(ts, last, last + 1) && token_is_word(ts, last + 1) &&
		      ts->t[last + 1].caps;

	if (!ts->t[last].caps)
		return false;
	if (p->initials[0] == i)
		return p->initials[1] == TOKEN_NONE && token_in(ts, i, numbers) &&
		       (before ? i == 1 || !tokens_same_block(ts, i - 2, i) : behind);
	return p->initials[0] == TOKEN_NONE && before && behind && ts->t[i].caps && ts->t[i - 1].caps;
}

/* True: what p covers is done with, though an eponym is not added. */
static bool add_person(struct tokens *ts, const struct lexicon *roles, struct persons *ps, struct person p)
{
	unsigned cases, before;
	bool named, nominative;

	/* в Республике Марий Эл */
	if (p.first > 0 && tokens_same_block(ts, p.first - 1, p.first) && p.given == p.first &&
	    p.patronymic == TOKEN_NONE && span_starts(token_fold(ts, p.first - 1), SPAN("республик")))
		return true;
	if (person_is_eponym(ts, roles, &p) || is_in_heading(ts, &p))
		return true; /* not a person, and no other one in it */
	named = p.cases != 0;
	cases = p.cases;
	nominative = p.nominative;
	before = person_cases_before(ts, roles, p.first);
	person_guess_case(ts, roles, ps, &p);
	if (p.latin ? p.needs_role && !person_beside_role(ts, roles, &p)
		    : p.needs_role && !person_signs_below_role(ts, roles, &p) &&
			      (p.role == TOKEN_NONE ||
			       (p.role < p.first && p.first - p.role > (p.near ? PERSON_ROLE_NEXT : ROLE_NEAR))))
		return false;
	if (p.latin)
		person_english_role(ts, roles, &p);
	if (p.initials[0] != TOKEN_NONE && p.initials[0] > p.surname && ts->t[p.first].lang == LANG_RU && before) {
		p.cases = before;
		p.nominative = false;
	} else if (named) {
		p.cases = cases;
		p.nominative = nominative;
	} else if (!person_pair_case(ts, &p)) {
		cases_of_given(ts, &p);
	}
	ARENA_ROOM(ts->arena, ps->v, ps->n, ps->cap);
	ps->v[ps->n++] = p;
	return true;
}

/* Initials that begin at i, one or two, each with its point; *next is the token behind them. */
static bool take_initials(const struct tokens *ts, size_t i, struct person *p, size_t *next)
{
	if (!person_is_initial(ts, i) ||
	    (i > 0 && tokens_same_block(ts, i - 1, i) && token_says(ts, i - 1, WORDS_PART_OF_PAPER))) /* Розділ V. */
		return false;
	p->initials[0] = i;
	*next = i + 2;
	/* Ж.-П. Мартен */
	if (token_is_mark(ts, *next, '-') && ts->t[*next].glued && tokens_same_block(ts, i, *next + 1) &&
	    person_is_initial(ts, *next + 1))
		++*next;
	if (tokens_same_block(ts, i, *next) && person_is_initial(ts, *next)) {
		p->initials[1] = *next;
		*next += 2;
	}
	return true;
}

/* председателя Белхимпрофсоюза С. М. Климова: a union's name in one word */
static bool names_body(const struct tokens *ts, size_t i)
{
	static const char *const stems[] = { "профсо",  "прафса",  "профсп",     "проф",       "обком",
					     "крайком", "совпроф", "арганізацы", "організаці", "организаци" };

	for (size_t k = 0; k < sizeof stems / sizeof *stems; k++)
		if (span_find(token_fold(ts, i), span_of(stems[k]), 0) != SPAN_NONE)
			return true;
	return false;
}

/* СамГМУ, ГМПР in a line that is not in capitals: letters of a body, no surname where one stands behind the initials */
static bool is_letters(const struct tokens *ts, size_t i)
{
	struct span word = span_sub(ts->text, ts->t[i].start, ts->t[i].end);
	size_t capitals = 0;

	if (ts->t[i].loud)
		return false;
	for (size_t at = 0; at < word.n;) {
		unsigned c = utf8_next(word, &at);

		if (c == '-')
			return false;
		capitals += utf8_is_upper(c);
	}
	return capitals >= 2;
}

/* A place that the dictionary has, and not only guesses at. */
static bool is_known_place(struct tokens *ts, size_t i)
{
	const struct token_info *info = token_info(ts, i);

	for (size_t k = 0; k < info->n; k++)
		if (info->parse[k].tags & M_GEOX && !(info->parse[k].tags & M_PREDICTED))
			return true;
	return false;
}

/* Абдрахман, Темир: a first name and nothing else; beside initials it is a surname */
static bool is_first_name_only(struct tokens *ts, size_t i)
{
	const struct token_info *info = token_info(ts, i);

	for (size_t k = 0; k < info->n; k++)
		if (!(info->parse[k].tags & M_NAME))
			return false;
	return info->n > 0 && !ts->t[i].caps;
}

/* Иванова И. И. */
static bool surname_first(struct tokens *ts, size_t i, struct person *p)
{
	static const char *const companies[] = { "s", "n", "b", "a", NULL };
	static const char *const endings[] = { "a", "v", "s", "g", NULL };
	size_t next;

	*p = person_empty(i);
	if (!person_may_be_surname(ts, i) || !tokens_same_block(ts, i, i + 1) || !take_initials(ts, i + 1, p, &next))
		return false;
	/* Розділ І., Глава V.: the number of a part */
	if (p->initials[1] == TOKEN_NONE && token_says(ts, i, WORDS_PART_OF_PAPER))
		return false;
	/* Zorile S.A.: a company */
	if (ts->t[i].latin && p->initials[1] != TOKEN_NONE && token_in(ts, p->initials[0], companies) &&
	    token_in(ts, p->initials[1], endings))
		return false;
	p->last = next - 1;
	/* Председатель Н. А. Водянов: a common word before, a surname behind */
	if ((person_is_common_word(ts, i) || p->initials[1] == TOKEN_NONE || names_body(ts, i) || is_letters(ts, i)) &&
	    tokens_same_block(ts, i, next) && person_may_be_surname(ts, next) && !person_is_common_word(ts, next))
		return false;
	/* председатель Федерации … Беларуси М. С. Орда */
	if (is_known_place(ts, i) && !token_parse(ts, i, M_SURN, 0) && tokens_same_block(ts, i, next) &&
	    person_may_be_surname(ts, next))
		return false;
	return p->initials[1] != TOKEN_NONE || !person_is_common_word(ts, i) || is_first_name_only(ts, i);
}

/* О. Олимов, М. Ранцева: beside an initial no word stands in the genitive of many, and none that ends like a surname */
static bool is_no_nominative(struct tokens *ts, size_t i)
{
	return person_ends_like_surname(ts, i) && token_info(ts, i)->head == LEXICON_NONE &&
	       !token_parse(ts, i, M_NOM, 0);
}

/* (О. Зубок), Н. Сорока;: a name between the marks of a list */
static bool stands_alone(const struct tokens *ts, size_t first, size_t last)
{
	bool opens = first > 0 && tokens_same_block(ts, first - 1, first) && !ts->t[first].first &&
		     (token_is_mark(ts, first - 1, '(') || token_is_mark(ts, first - 1, ','));
	bool closes = tokens_same_block(ts, last, last + 1) &&
		      (token_is_mark(ts, last + 1, ')') || token_is_mark(ts, last + 1, ','));

	return opens && closes && !ts->t[last].caps;
}

/* И. И. Иванова */
static bool initials_first(struct tokens *ts, size_t i, struct person *p)
{
	size_t next;

	*p = person_empty(i);
	/* John P. Smith: the first of three */
	if (ts->t[i].latin && i > 0 && tokens_same_block(ts, i - 1, i) && person_is_latin_name(ts, i - 1) &&
	    !token_says(ts, i - 1, WORDS_ROLE_BEFORE_INITIALS))
		return false;
	if (!take_initials(ts, i, p, &next) || !tokens_same_block(ts, i, next) || !person_may_be_surname(ts, next))
		return false;
	if (p->initials[1] == TOKEN_NONE && person_is_common_word(ts, next) && !is_first_name_only(ts, next) &&
	    !is_no_nominative(ts, next)) {
		if (token_info(ts, next)->head != LEXICON_NONE || (!is_known_place(ts, next) && ts->t[i].first))
			return false;
		/* депутат Ю. Сквира, председатель съезда И. Зубок; but (О. Зубок) is nothing else */
		p->needs_role = !stands_alone(ts, i, next);
		p->near = !is_known_place(ts, next);
	}
	p->surname = p->last = next;
	/* А. К. Бейшебай кызы */
	if (tokens_same_block(ts, i, next + 1) && person_is_particle(ts, next + 1))
		p->particle = p->last = next + 1;
	return true;
}

/*
 * Слушали Ивана Петровича Сидорова, секретаря ФНПР Наталью Николаевну Кузьмину: the sentence's first word, a common one
 * and letters are no surname where one stands behind the patronymic
 */
static bool stands_before_full_name(struct tokens *ts, size_t i)
{
	return tokens_same_block(ts, i, i + 3) && person_is_name_word(ts, i + 3) &&
	       (ts->t[i].first || person_is_common_word(ts, i) || is_letters(ts, i));
}

/* Григорій ОСОВИЙ: how papers are signed; four letters tell it from an abbreviation */
static bool is_loud_surname(struct tokens *ts, size_t i)
{
	return token_is_word(ts, i) && ts->t[i].caps && !ts->t[i].latin && person_letters(ts, i) >= 4 &&
	       (!tokens_same_block(ts, i, i + 1) || tokens_new_line(ts, i + 1)) && !person_is_common_word(ts, i);
}

/* Вадим Олегович ЧУМАЧЕНКО: behind a patronymic too long for the letters of a body */
static bool is_long_and_loud(struct tokens *ts, size_t i)
{
	enum { LETTERS = 6 };

	return token_is_word(ts, i) && ts->t[i].caps && !ts->t[i].latin && !person_is_common_word(ts, i) &&
	       (person_letters(ts, i) >= LETTERS || person_ends_like_surname(ts, i));
}

/* Віншуем Крысціну Грыцкевіч: behind a woman's first name that is no patronymic */
static bool is_womans_surname(struct tokens *ts, size_t i)
{
	struct given_name given;

	return patronymic_gender(ts, i) == M_MASC && given_name_at(ts, i - 1, &given) && given.gender == M_FEM;
}

/* Омарова Ерлана Тулегеновича, Георгію Федоровичу Труханову: the patronymic proves names that no dictionary has */
static bool with_patronymic(struct tokens *ts, size_t i, struct person *p)
{
	bool fathers;

	*p = person_empty(i);
	if (!tokens_same_block(ts, i, i + 2) || !person_is_name_word(ts, i) || !person_is_name_word(ts, i + 1))
		return false;
	/* Карповіч Таццяны Уладзіміраўны: a surname like a man's patronymic; Таццяны Уладзіміраўны Карповіч */
	fathers = patronymic_at(ts, i + 2) && !patronymic_at(ts, i + 1);
	if (patronymic_at(ts, i) && !(fathers && patronymic_gender(ts, i) == M_MASC))
		return false;
	if (fathers && (stands_before_full_name(ts, i) || is_womans_surname(ts, i + 2)))
		return false;
	if (fathers) {
		p->given = i + 1;
		p->patronymic = i + 2;
	} else if (patronymic_at(ts, i + 1) &&
		   (person_is_name_word(ts, i + 2) || is_loud_surname(ts, i + 2) || is_long_and_loud(ts, i + 2))) {
		p->given = i;
		p->patronymic = i + 1;
		p->surname = i + 2;
	} else {
		return false;
	}
	p->last = i + 2;
	p->genders = patronymic_gender(ts, p->patronymic);
	return true;
}

/* Иванов Иван Иванович */
static bool surname_and_full_name(struct tokens *ts, size_t i, struct person *p)
{
	const struct morph_parse *given = i + 1 < ts->n ? person_name_parse(ts, i + 1, M_NAME) : NULL;
	const struct morph_parse *patronymic = i + 2 < ts->n ? person_name_parse(ts, i + 2, M_PATR) : NULL;

	*p = person_empty(i);
	if (!given || !tokens_same_block(ts, i, i + 1) || !person_may_be_surname(ts, i))
		return false;
	/* Уважаемая Тамара Петровна! */
	if (patronymic_at(ts, i + 1) && i > 0 && tokens_same_block(ts, i - 1, i) &&
	    (span_starts(token_fold(ts, i - 1), SPAN("уважаем")) || span_starts(token_fold(ts, i - 1), SPAN("дорог"))))
		return false;
	if (!patronymic &&
	    (person_is_common_word(ts, i) || !token_parse(ts, i, M_SURN, 0) || token_parse(ts, i, M_NAME, 0)))
		return false;
	if (patronymic && stands_before_full_name(ts, i))
		return false;
	p->given = i + 1;
	p->last = i + 1;
	p->genders = gender_of(given);
	if (patronymic && tokens_same_block(ts, i, i + 2)) {
		p->patronymic = p->last = i + 2;
		p->genders = gender_of(patronymic);
	}
	return true;
}

/* Рагимли, Гасанзаде: a surname and no first name */
static bool ends_beyond_doubt(const struct tokens *ts, size_t i)
{
	static const char *const ends[] = { "ли", "лы", "заде", "дзе", "швили", "ян", "баев", "кулов", "зода", NULL };

	return person_ends_in(token_fold(ts, i), ends);
}

/* Вахтанг Р. Беридзе */
static bool given_initial_surname(struct tokens *ts, size_t i, struct person *p)
{
	const struct morph_parse *given = person_name_parse(ts, i, M_NAME);
	struct given_name by_list = { 0 };
	bool listed;

	*p = person_empty(i);
	if (!tokens_same_block(ts, i, i + 3) || !person_is_initial(ts, i + 1) || !person_is_name_word(ts, i) ||
	    token_says(ts, i, WORDS_PART_OF_PAPER)) /* Розділ V. Охорона праці */
		return false;
	listed = given_name_at(ts, i, &by_list);
	if ((!given && person_is_common_word(ts, i)) || ts->t[i].caps || !person_is_name_word(ts, i + 3) ||
	    !(given || listed || token_info(ts, i)->n == 0 || token_info(ts, i)->tags & M_PREDICTED) ||
	    (tokens_same_block(ts, i, i + 4) && person_is_initial(ts, i + 4)) ||
	    (person_ends_like_surname(ts, i) && !(given && !token_parse(ts, i, M_SURN, 0)) &&
	     !(span_ends(token_fold(ts, i), SPAN("ин")) && ends_beyond_doubt(ts, i + 3))))
		return false;
	p->given = i;
	p->patronymic = i + 1;
	p->surname = p->last = i + 3;
	p->genders = gender_of(given);
	if (listed) {
		p->genders = by_list.gender;
		p->cases = by_list.cases & M_NOM ? M_NOM : by_list.cases;
		p->nominative = by_list.cases & M_NOM;
	}
	return true;
}

/* A word that no dictionary has, or has as a name: what first names and surnames of many peoples are. */
static bool is_unknown_name(struct tokens *ts, size_t i)
{
	return person_may_be_surname(ts, i) && !ts->t[i].latin && !ts->t[i].caps && !ts->t[i].loud &&
	       person_letters(ts, i) >= 3 && !person_is_common_word(ts, i) &&
	       (!is_known_place(ts, i) || person_ends_like_surname(ts, i));
}

/* председатель Ион Гурэу: a first name that is a word as well, in the sentence, before what no dictionary has */
static bool is_word_and_name(struct tokens *ts, size_t i)
{
	return ts->t[i].lang == LANG_RU && !ts->t[i].first && person_may_be_surname(ts, i) && !ts->t[i].caps &&
	       person_letters(ts, i) >= 3 && token_parse(ts, i, M_NOUN | M_SING | M_NOM, 0) &&
	       !token_parse(ts, i, M_GEOX, 0) && token_is_word(ts, i + 1) &&
	       (token_info(ts, i + 1)->n == 0 || token_info(ts, i + 1)->tags & M_PREDICTED) && ts->t[i + 1].cap &&
	       !ts->t[i + 1].caps;
}

/* Прэзідэнта Рэспублікі Беларусь */
static bool names_republic(const struct tokens *ts, size_t i)
{
	static const char *const stems[] = { "республик", "рэспублік", "республік" };
	bool is = false;

	for (size_t k = 0; k < sizeof stems / sizeof *stems; k++)
		is |= span_starts(token_fold(ts, i), span_of(stems[k]));
	return is;
}

/* председатель Сатыбалды Даулеталин: behind a role, two words that can only be a name */
static bool role_and_two_names(struct tokens *ts, size_t i, struct person *p)
{
	*p = person_empty(i);
	/* Кабінету Міністрів України: a body's noun goes on */
	if (i > 0 && (ts->t[i].lang == LANG_UK || ts->t[i].lang == LANG_BE) && tokens_same_block(ts, i - 1, i) &&
	    token_is_word(ts, i - 1) && ts->t[i - 1].cap && token_info(ts, i - 1)->head != LEXICON_NONE)
		return false;
	if (!tokens_same_block(ts, i, i + 1) || (ts->t[i].first && i > 0 && tokens_same_block(ts, i - 1, i)) ||
	    (i > 0 && tokens_same_block(ts, i - 1, i) && ts->t[i - 1].kind == TOKEN_MARK &&
	     !(ts->t[i - 1].mark == '\'' && (person_ends_like_surname(ts, i + 1) || ts->t[i].lang == LANG_BE))) ||
	    !(is_unknown_name(ts, i) || is_word_and_name(ts, i)) ||
	    !(is_unknown_name(ts, i + 1) || is_loud_surname(ts, i + 1)) || names_republic(ts, i))
		return false;
	if (tokens_same_block(ts, i, i + 2) &&
	    ((token_is_mark(ts, i + 2, '"') && !person_ends_like_surname(ts, i + 1)) ||
	     (token_is_word(ts, i + 2) && ts->t[i + 2].cap &&
	      !(ts->t[i].lang == LANG_TURKIC && person_ends_like_surname(ts, i + 1)))))
		return false;
	p->given = i;
	p->surname = p->last = i + 1;
	person_pair_order(ts, p);
	p->needs_role = true;
	p->near = ts->t[i].lang != LANG_RU;
	return true;
}

/* Людмила Черных, Дмитрий Трудовой: behind a first name in the sentence an adjective with a capital is a surname */
static bool is_adjective_surname(struct tokens *ts, size_t given, size_t i)
{
	static const char *const plural[] = { "ых", "их", NULL };
	const struct morph_parse *name = person_name_parse(ts, given, M_NAME);

	return person_ends_in(token_fold(ts, i), plural) ||
	       (!ts->t[i].loud && name && !(name->tags & M_PREDICTED) && !token_parse(ts, given, M_GEOX, 0) &&
		!token_parse(ts, i, M_NOUN, 0) && !token_parse(ts, i, M_ADJ | M_PRON, 0) &&
		token_parse(ts, i, M_ADJ | M_SING | M_NOM | (name->tags & (M_MASC | M_FEM)), 0));
}

/* поздравить Татьяну Лях: a woman's first name in an oblique case, and behind it a man's nominative */
static bool is_undeclined(struct tokens *ts, size_t given, size_t i)
{
	const struct morph_parse *name = person_name_parse(ts, given, M_NAME);

	return name && name->tags & M_FEM && !(name->tags & M_PREDICTED) &&
	       !token_parse(ts, given, M_NAME | M_SING | M_NOM, 0) && !ts->t[given].first &&
	       token_parse(ts, i, M_NOUN | M_SING | M_NOM | M_MASC, 0) && !token_parse(ts, i, M_GEOX, 0);
}

/* Ульяне Михайловой: Ульян has that form as well, but no man's surname has */
static bool only_she_ends_so(struct span surname)
{
	static const char *const ends[] = {
		"овой", "евой", "иной", "ской", "цкой", "ская", "цкая", "скую", "цкую", NULL
	};

	return person_ends_in(surname, ends);
}

/* Елена Тимашова, Ивана Петровича Сидорова */
static bool full_name_and_surname(struct tokens *ts, size_t i, struct person *p)
{
	const struct morph_parse *given = person_name_parse(ts, i, M_NAME), *patronymic;
	size_t next = i + 1;

	*p = person_empty(i);
	if (!given || next >= ts->n || !tokens_same_block(ts, i, next))
		return false;
	/* Аким … области: a role that is also a first name */
	if (token_says(ts, i, WORDS_ROLE_LIKE_NAME) && !person_name_parse(ts, next, M_PATR))
		return false;
	p->given = i;
	p->genders = gender_of(given);
	patronymic = person_name_parse(ts, next, M_PATR);
	/* Сергей Антусевич: in Belarus surnames end so, and nothing follows */
	if (patronymic && patronymic->tags & M_PREDICTED &&
	    !(tokens_same_block(ts, i, next + 1) && person_may_be_surname(ts, next + 1)))
		patronymic = NULL;
	if (patronymic) {
		p->patronymic = next++;
		p->genders = gender_of(patronymic);
	}
	if (!tokens_same_block(ts, i, next) || !person_may_be_surname(ts, next) || ts->t[next].latin)
		return false;
	/* Людмила Черных; президент Игорь Зубок: a word like others, with a capital behind a first name */
	if (person_is_common_word(ts, next) && !patronymic) {
		p->needs_role = !(is_adjective_surname(ts, i, next) || person_ends_like_surname(ts, next) ||
				  is_undeclined(ts, i, next));
		/* председатель областной организации Владимир Савик: a first name may be a surname as well */
		p->near = p->needs_role && !is_first_name_only(ts, next);
		if (ts->t[next].caps)
			return false;
	}
	/* a place behind a first name is a place: Владимир Калининград; Мария Кашина may be from Кашин, and is not */
	if (token_parse(ts, next, M_GEOX, 0) && !token_parse(ts, next, M_SURN, 0) &&
	    !(person_ends_like_surname(ts, next) && !token_parse(ts, i, M_GEOX, 0)))
		return false;
	p->surname = p->last = next;
	if (p->patronymic == TOKEN_NONE && only_she_ends_so(token_fold(ts, next)) &&
	    token_parse(ts, i, M_NAME | M_FEM, 0))
		p->genders = M_FEM;
	/* Ким Виолетта */
	if (p->patronymic == TOKEN_NONE && person_is_korean(ts, i) && token_parse(ts, next, M_NAME | M_NOM, 0)) {
		p->given = next;
		p->surname = i;
	}
	return true;
}

/* Михайлом Волинцем, Вольга Кавалёва: first names that only the lexicon has, and a surname in the same case */
static bool slavic_name(struct tokens *ts, size_t i, struct person *p)
{
	struct given_name given;

	*p = person_empty(i);
	if (!given_name_at(ts, i, &given) || !tokens_same_block(ts, i, i + 1) ||
	    !(person_is_name_word(ts, i + 1) || is_loud_surname(ts, i + 1)) || person_is_common_word(ts, i + 1) ||
	    (patronymic_at(ts, i + 1) && !is_womans_surname(ts, i + 1)) ||
	    given_name_at(ts, i + 1, &(struct given_name){ 0 }))
		return false;
	p->given = i;
	p->surname = p->last = i + 1;
	p->cases = given.cases & M_NOM ? M_NOM : given.cases;
	p->genders = given.gender;
	p->nominative = given.cases & M_NOM;
	return true;
}

/* Председатель М. М. Орда: the role is no surname */
static bool begins_with_role(struct tokens *ts, const struct lexicon *roles, const struct person *p)
{
	return p->initials[0] != p->first && !(token_info(ts, p->first)->tags & (M_SURN | M_NAME)) &&
	       person_role_at(ts, roles, p->first) != LEXICON_NONE;
}

struct persons person_scan(struct tokens *ts, const struct lexicon *roles)
{
	static bool (*const patterns[])(struct tokens * ts, size_t i, struct person * p) = {
		person_turkic,         given_initial_surname, surname_first, initials_first,
		with_patronymic,       surname_and_full_name, slavic_name,   person_turkic_two_names,
		full_name_and_surname, role_and_two_names,    person_pair,   person_english,
	};
	struct persons ps = { 0 };

	for (size_t i = 0; i < ts->n; i++) {
		struct person p;

		if (!token_is_word(ts, i) || !ts->t[i].cap)
			continue;
		for (size_t k = 0; k < sizeof patterns / sizeof *patterns; k++) {
			if (!patterns[k](ts, i, &p) || begins_with_role(ts, roles, &p) ||
			    !add_person(ts, roles, &ps, p))
				continue;
			i = p.last;
			break;
		}
	}
	return ps;
}
