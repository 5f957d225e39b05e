/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_GIVEN_NAME_H
#define SVOD_GIVEN_NAME_H

#include "tokens.h"

/* What a form of a Ukrainian or Belarusian first name says of its bearer. */
struct given_name {
	struct span nominative; /* lives as long as the lexicon */
	unsigned cases, gender; /* as in morph.h */
};

/*
 * The first name that stands at i, by the lexicon given_names; false: none. Олександра may be a woman in the nominative
 * or a man in the genitive: the surname behind decides.
 */
bool given_name_at(const struct tokens *ts, size_t i, struct given_name *out);

/* The nominative of a word by the case endings of Kazakh and Kyrgyz surnames and nouns; the word where it has none. */
struct span turkic_surname(struct span name, bool kazakh);

/* Likewise, but only a surname with a Russian ending before that of the case: Серовға is Серов. */
struct span turkic_russian_surname(struct span name);

/* The n-th shorter form of a Kazakh or Kyrgyz word without a case ending, from 0; empty: there are no more. */
struct span turkic_stem(struct span word, size_t n);

#endif
