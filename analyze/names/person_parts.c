/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a word may be in the name of a person. */
#include "person_parts.h"

#include "person_pair.h"
#include "utf8.h"

size_t person_letters(const struct tokens *ts, size_t i)
{
	return utf8_count(token_fold(ts, i));
}

/* Дж. Атаев, Чж. Ли, Zh. Asanova: two letters that stand for one sound */
static bool is_digraph(const struct tokens *ts, size_t i)
{
	static const char *const letters[] = { "дж", "дз", "чж", "цз", "zh", "kh", "sh", "ch",
					       "ts", "yu", "ya", "ye", "gh", "dz", NULL };

	return token_in(ts, i, letters) && !ts->t[i].caps;
}

bool person_is_initial(const struct tokens *ts, size_t i)
{
	return token_is_word(ts, i) && ts->t[i].cap && (person_letters(ts, i) == 1 || is_digraph(ts, i)) &&
	       token_is_mark(ts, i + 1, '.') && tokens_same_block(ts, i, i + 1);
}

bool person_ends_in(struct span word, const char *const *ends)
{
	for (; *ends; ends++)
		if (span_ends(word, span_of(*ends)))
			return true;
	return false;
}

/* A capital word that may be a surname: no head of bodies' names, no role, no preposition. */
bool person_may_be_surname(struct tokens *ts, size_t i)
{
	static const char *const infinitives[] = { "ити", "ати", "яти", "іти", "ути", "тися", NULL };
	const struct token_info *info;

	if (!token_is_word(ts, i) || !ts->t[i].cap || (ts->t[i].caps && !ts->t[i].loud && person_letters(ts, i) < 4) ||
	    person_letters(ts, i) < 2)
		return false;
	if (person_is_korean(ts, i))
		return true;
	if (ts->t[i].first && token_says(ts, i, WORDS_NO_SURNAME))
		return false;
	/* Розділ І. Поліпшити …: in Ukrainian an infinitive, which no surname ends like */
	if (ts->t[i].lang == LANG_UK && person_ends_in(token_fold(ts, i), infinitives))
		return false;
	info = token_info(ts, i);
	return info->head == LEXICON_NONE && !(info->tags & (M_PREP | M_CONJ));
}

/* Бабаева, Сериков, Шкарлета: what a surname may look like; towns are called so as well */
bool person_ends_like_surname(const struct tokens *ts, size_t i)
{
	static const char *const ends[] = { "ов",   "ев",   "ова",  "ева",  "ову",   "еву",   "овой", "евой",  "овым",
					    "евым", "ин",   "ина",  "ину",  "иной",  "иным",  "енко", "чук",   "чука",
					    "чуку", "ский", "ская", "ской", "ского", "скому", "ську", "ський", NULL };

	return person_ends_in(token_fold(ts, i), ends);
}

/* In the dictionary as a common word and not as a surname: Председатель, Информация */
bool person_is_common_word(struct tokens *ts, size_t i)
{
	const struct token_info *info = token_info(ts, i);

	if (ts->t[i].lang != LANG_RU)
		return info->head != LEXICON_NONE;
	if (info->n == 0 || info->tags & (M_SURN | M_PREDICTED) || person_is_korean(ts, i))
		return false;
	/* Рафиков, Айдарбеков: forms of a first name as well */
	return !(info->tags & (M_GEOX | M_NAME) && person_ends_like_surname(ts, i));
}

const struct morph_parse *person_name_parse(struct tokens *ts, size_t i, unsigned tag)
{
	if (!token_is_word(ts, i) || !ts->t[i].cap || (ts->t[i].caps && !ts->t[i].loud) || person_letters(ts, i) < 2)
		return NULL;
	for (size_t k = 0; k < token_info(ts, i)->n; k++) {
		const struct morph_parse *p = &token_info(ts, i)->parse[k];

		/* first names are known ones; patronymics are built by endings */
		if ((p->tags & tag) && (p->tags & M_NOUN) && (tag == M_PATR || !(p->tags & M_PREDICTED)))
			return p;
	}
	return NULL;
}

struct person person_empty(size_t first)
{
	return (struct person){ .first = first,
				.last = first,
				.surname = first,
				.initials = { TOKEN_NONE, TOKEN_NONE },
				.given = TOKEN_NONE,
				.particle = TOKEN_NONE,
				.patronymic = TOKEN_NONE };
}

bool person_is_name_word(struct tokens *ts, size_t i)
{
	return person_may_be_surname(ts, i) && !ts->t[i].latin && (!ts->t[i].caps || ts->t[i].loud) &&
	       person_letters(ts, i) >= 3;
}
