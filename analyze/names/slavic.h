/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_SLAVIC_H
#define SVOD_SLAVIC_H

#include "morph.h"
#include "span.h"

/*
 * Ukrainian and Belarusian words without a dictionary: what case, number and gender an ending can be. Coarse, but
 * enough to see where a name ends and to put its adjectives into the nominative. Endings after the school grammars.
 */
enum slavic_lang { SLAVIC_UK, SLAVIC_BE };

/* установ, навук: a genitive of many that has no ending. */
bool slavic_is_bare_genitive(struct span folded);

/* Parses that the ending allows; their paradigm is SLAVIC_GUESS, which the dictionary's functions take for "unknown".
 */
#define SLAVIC_GUESS 0xffffffffu
size_t slavic_parses(enum slavic_lang lang, struct span folded, struct morph_parse out[MORPH_MAX]);

/* Does the folded word end like a verb or a participle that says what is or was done? */
bool slavic_is_verb(struct span w);

/*
 * Appends the adjective in the nominative, of that gender or in the plural (M_MASC, M_FEM, M_NEUT or M_PLUR); printed
 * is the word of which the parse is. Unchanged where the ending is none of an adjective.
 */
void slavic_nominative(enum slavic_lang lang, struct span printed, const struct morph_parse *p, unsigned want,
		       struct buf *out);

/*
 * Appends the Belarusian name with ў behind a vowel and у behind anything else where a word begins with one of them: a
 * word that stood in another case may have asked for the other (Галоўным упраўленнем, Галоўнае ўпраўленне).
 */
void slavic_short_u(struct span name, struct buf *out);

#endif
