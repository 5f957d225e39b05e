/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of persons that are names of things: streets, schools, funds. */
#include "person_eponym.h"

#include "person_parts.h"
#include "person_role.h"

/* от имени которого действует председатель: nobody is named after him */
static bool speaks_for(const struct tokens *ts, size_t i)
{
	static const char *const from[] = { "от", "від", "ад", NULL };

	return i > 0 && tokens_same_block(ts, i - 1, i) && token_in(ts, i - 1, from);
}

static bool is_eponym(const struct tokens *ts, size_t first)
{
	size_t at = first;

	/* Қаныш Сәтбаев атындағы университет */
	for (size_t k = first + 1; k < first + 7 && tokens_same_block(ts, first, k); k++)
		if (token_says(ts, k, WORDS_EPONYM_BEHIND))
			return true;
	/* имени первого Президента … Б. Н. Ельцина */
	for (size_t k = 0; k < 5 && at > 1 && tokens_same_block(ts, at - 1, first) && token_is_word(ts, at - 1);
	     k++, at--)
		if (token_says(ts, at - 1, WORDS_EPONYM))
			return !speaks_for(ts, at - 1);
	at = first;

	if (at > 0 && token_is_mark(ts, at - 1, '.'))
		at--;
	return at > 0 && tokens_same_block(ts, at - 1, first) && token_says(ts, at - 1, WORDS_EPONYM) &&
	       !speaks_for(ts, at - 1);
}

/* Фонд Ф. Эберта, Гаагский университет Э. Роттердамского: a body's head right before an eponym in the genitive */
static bool is_named_body(struct tokens *ts, size_t first)
{
	if (first == 0 || !tokens_same_block(ts, first - 1, first) || !token_is_word(ts, first - 1))
		return false;
	return token_says(ts, first - 1, WORDS_NAMED_BODY);
}

/*
 * Фонд Ф. Эберта, Фонда Конрада Аденауэра: who a body is named after. Директор Фонда Быкова Ш. М. is its director, and
 * so is a name in the genitive behind the fund of a director in the genitive.
 */
static bool is_body_of(struct tokens *ts, const struct lexicon *roles, const struct person *p)
{
	/* юристы Центра Ю. Заозерская и …: no genitive */
	static const char *const nominatives[] = { "ая", "ий", "ый", "ов", "ев", "ёв", "ин", "ын", NULL };

	if (!is_named_body(ts, p->first))
		return false;
	if (p->initials[0] == p->first)
		return !person_ends_in(token_fold(ts, p->surname), nominatives);
	return p->initials[0] == TOKEN_NONE && p->given == p->first && p->patronymic == TOKEN_NONE &&
	       token_parse(ts, p->given, M_NAME | M_SING | M_GEN, 0) &&
	       !(p->first > 1 && tokens_same_block(ts, p->first - 2, p->first) &&
		 person_role_at(ts, roles, p->first - 2) != LEXICON_NONE);
}

bool person_is_eponym(struct tokens *ts, const struct lexicon *roles, const struct person *p)
{
	return is_eponym(ts, p->first) || is_body_of(ts, roles, p);
}
