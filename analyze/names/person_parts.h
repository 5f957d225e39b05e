/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_PERSON_PARTS_H
#define SVOD_PERSON_PARTS_H

#include "person_scan.h"

/* Code points of the word. */
size_t person_letters(const struct tokens *ts, size_t i);

/* One capital letter and its point. */
bool person_is_initial(const struct tokens *ts, size_t i);

/* Does the word end in one of a NULL-ended list? */
bool person_ends_in(struct span word, const char *const *ends);

/* A capital word that may be a surname: no head of bodies' names, no role, no preposition. */
bool person_may_be_surname(struct tokens *ts, size_t i);

/* Бабаева, Сериков, Шкарлета: what a surname may look like; towns are called so as well */
bool person_ends_like_surname(const struct tokens *ts, size_t i);

/* In the dictionary as a common word and not as a surname: Председатель, Информация */
bool person_is_common_word(struct tokens *ts, size_t i);

/*
 * The first parse of a capital word as a noun with that tag (M_NAME, M_PATR); first names are known ones only. NULL:
 * none; borrowed from the tokens.
 */
const struct morph_parse *person_name_parse(struct tokens *ts, size_t i, unsigned tag);

/* A person of whom nothing but the first token is known. */
struct person person_empty(size_t first);

/* A word with a capital that may be a first name or surname in Cyrillic letters: no abbreviation. */
bool person_is_name_word(struct tokens *ts, size_t i);

#endif
