/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_TURKIC_H
#define SVOD_TURKIC_H

#include "buf.h"
#include "span.h"

/*
 * The stem of a folded word in Kazakh, Kyrgyz or Uzbek (Cyrillic): endings of case, possession and number are taken
 * off; three letters with a vowel stay, or a vowel and a consonant. out has room for word.n bytes; returns its length.
 */
size_t turkic_stem(struct span word, char *out);

/* The same for Tajik: the object's ро, possessors, the link и, plurals. */
size_t tajik_stem(struct span word, char *out);

/*
 * Appends a folded word of Uzbek in Latin letters as it is written in Cyrillic (oʻ ў, gʻ ғ, sh ш, ch ч, ya я …; the
 * apostrophes are folded to '), so that one stem serves both. Source: the tables of the two official alphabets.
 */
void uzbek_cyrillic(struct span word, struct buf *out);

/* Has the folded Latin word letters that Uzbek alone has: o' or g' before a letter or at the end, q without u? */
bool uzbek_letters(struct span word);

#endif
