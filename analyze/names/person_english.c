/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names in Latin letters: capitals that a role, a title or a surname of the region proves to be a person. */
#include "person_english.h"

#include "person_parts.h"

/* A Latin capital word that is neither the head of a body's name nor in capitals throughout. */
bool person_is_latin_name(struct tokens *ts, size_t i)
{
	static const char *const small[] = { "for", "the", "on",   "in", "at",     "by",
					     "and", "of",  "from", "to", "signed", NULL };

	return token_is_word(ts, i) && ts->t[i].latin && ts->t[i].cap && !token_in(ts, i, small) &&
	       (!ts->t[i].caps || ts->t[i].loud) && token_info(ts, i)->head == LEXICON_NONE;
}

/* Gulnara Asanova, Levan Beridze: surnames of the region in Latin letters; a few towns end so as well */
static bool tells_itself(const struct tokens *ts, size_t i)
{
	static const char *const ends[] = { "shvili", "dze", "zade", "yan", "enko", "ova", "eva", "ov", "ev", NULL };
	static const char *const towns[] = { "geneva", "moldova", "kiev",   "rostov",    "saratov", "tambov", "azov",
					     "lvov",   "pskov",   "genova", "terranova", "innova",  NULL };

	return person_letters(ts, i) >= 5 && person_ends_in(token_fold(ts, i), ends) && !token_in(ts, i, towns) &&
	       !(ts->t[i].loud);
}

/* Ms Jane Carter, General Secretary Jane Carter, Jane Carter, President: capitals beside a role or title */
bool person_english(struct tokens *ts, size_t i, struct person *p)
{
	static const char *const daughters[] = { "kyzy", "uulu", "qyzy", "uly", "ogly", "gyzy", NULL };
	size_t last = i + 1;

	*p = person_empty(i);
	if (!person_is_latin_name(ts, i) || person_letters(ts, i) < 2)
		return false;
	if (tokens_same_block(ts, i, i + 2) && person_letters(ts, i + 1) == 1 && token_is_mark(ts, i + 2, '.'))
		last = i + 3; /* Jane M. Carter */
	if (!tokens_same_block(ts, i, last) || !person_is_latin_name(ts, last) || person_letters(ts, last) < 2 ||
	    (tokens_same_block(ts, i, last + 1) && person_is_latin_name(ts, last + 1)) ||
	    token_says(ts, last, WORDS_NO_SURNAME)) /* Minister of Labour and Social Affairs (Chair) */
		return false;
	/* Aizada Marat kyzy */
	if (tokens_same_block(ts, i, last + 1) && token_in(ts, last + 1, daughters)) {
		p->particle = last + 1;
		p->given = i;
		p->surname = last;
		p->last = last + 1;
		p->latin = p->needs_role = true;
		return true;
	}
	if (last == i + 3)
		p->patronymic = i + 1;
	p->given = i;
	p->surname = p->last = last;
	p->needs_role = !(tells_itself(ts, last) && !token_is_mark(ts, last + 1, '\''));
	p->latin = true;
	return true;
}
