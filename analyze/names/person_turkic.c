/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of persons as Turkic peoples have them: whose child, and two words of which the second ends like a surname. */
#include "person_turkic.h"

#include "patronymic.h"
#include "person_parts.h"

bool person_is_particle(const struct tokens *ts, size_t i)
{
	static const char *const particles[] = { "уулу", "улуу", "улы",  "ұлы",  "оглы", "оглу",
						 "кызы", "қызы", "гызы", "кизи", "угли", NULL };

	return token_in(ts, i, particles);
}

/* Azerbaijani and Uzbek: the father's name before it is a patronymic, the surname stands beside */
static bool is_child_of(const struct tokens *ts, size_t i)
{
	static const char *const particles[] = { "оглы", "оглу", "гызы", "кызы", "угли", "кизи", NULL };

	return token_in(ts, i, particles);
}

/* Асан уулу Бакыт, Жумабек кызы Айгуль, Айгуль Жумабек кызы: whose son or daughter, and the name */
bool person_turkic(struct tokens *ts, size_t i, struct person *p)
{
	size_t last = i + 2;

	*p = person_empty(i);
	if (!person_is_name_word(ts, i) || !tokens_same_block(ts, i, last))
		return false;
	/* Рустама Мамед оглы Алиева; Алиев Рустам Мамед оглы */
	if (tokens_same_block(ts, i, i + 3) && person_is_name_word(ts, i + 1) && is_child_of(ts, i + 2) &&
	    person_is_name_word(ts, i + 3) && !token_is(ts, i + 2, "уулу")) {
		p->given = i;
		p->patronymic = i + 1;
		p->surname = p->last = i + 3;
		return true;
	}
	if (tokens_same_block(ts, i, i + 3) && person_is_name_word(ts, i + 1) && person_is_name_word(ts, i + 2) &&
	    is_child_of(ts, i + 3) && person_ends_like_surname(ts, i)) {
		p->given = i + 1;
		p->patronymic = i + 2;
		p->last = i + 3;
		return true;
	}
	if (person_is_particle(ts, i + 1) && person_is_name_word(ts, last)) {
		p->particle = i + 1;
		p->given = last;
	} else if (person_is_particle(ts, last) && person_is_name_word(ts, i + 1) && !ts->t[last].cap &&
		   !(tokens_same_block(ts, i, last + 1) && person_is_name_word(ts, last + 1))) {
		p->particle = last;
		p->given = i;
		p->surname = i + 1;
	} else {
		return false;
	}
	p->last = last;
	return true;
}

/* (…, Токтогулова Айнура, …): alone between the marks of a list */
static bool is_listed_alone(const struct tokens *ts, size_t first, size_t last)
{
	bool opens = first == 0 || !tokens_same_block(ts, first - 1, first) || tokens_new_line(ts, first) ||
		     ts->t[first - 1].kind == TOKEN_MARK;
	bool closes = !tokens_same_block(ts, last, last + 1) || tokens_new_line(ts, last + 1) ||
		      ts->t[last + 1].kind == TOKEN_MARK;

	return opens && closes && !(first > 0 && token_is_mark(ts, first - 1, '"')) &&
	       !token_is_mark(ts, last + 1, '"');
}

/* Айнура Токтогулова: in Kazakh and Kyrgyz papers two words of which the second ends like a surname */
bool person_turkic_two_names(struct tokens *ts, size_t i, struct person *p)
{
	static const char *const ends[] = { "ова", "ева", "ов", "ев", "баева", "баев", NULL };

	*p = person_empty(i);
	if (ts->t[i].lang != LANG_TURKIC || !tokens_same_block(ts, i, i + 1) || !person_is_name_word(ts, i) ||
	    !person_is_name_word(ts, i + 1) || ts->t[i].caps || ts->t[i + 1].caps)
		return false;
	if (person_letters(ts, i) >= 6 && person_ends_in(token_fold(ts, i), ends) && is_listed_alone(ts, i, i + 1) &&
	    !person_ends_in(token_fold(ts, i + 1), ends) && token_info(ts, i + 1)->head == LEXICON_NONE) {
		p->given = p->last = i + 1;
		p->nominative = true;
		p->cases = M_NOM;
		return true;
	}
	/* Әсел Нұрланқызы */
	if (patronymic_at(ts, i + 1) && person_letters(ts, i) >= 4 && !patronymic_at(ts, i)) {
		p->given = i;
		p->surname = p->last = i + 1;
		p->nominative = true;
		p->cases = M_NOM;
		return true;
	}
	if (person_letters(ts, i + 1) < 6 || !person_ends_in(token_fold(ts, i + 1), ends) ||
	    person_ends_in(token_fold(ts, i), ends) ||
	    (tokens_same_block(ts, i, i + 2) && (token_is_mark(ts, i + 2, '"') || ts->t[i + 2].cap)))
		return false;
	p->given = i;
	p->surname = p->last = i + 1;
	p->nominative = true;
	p->cases = M_NOM;
	return true;
}
