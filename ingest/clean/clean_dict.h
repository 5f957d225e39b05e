/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_CLEAN_DICT_H
#define SVOD_CLEAN_DICT_H

#include "clean_p.h"

/* The dictionary (common/morph.h), opened when the first question is asked: most documents ask none. */

/* Is there one? Without it the passes do without its advice. */
bool dict_is_there(struct clean *c);

/* Does it hold this word form, of any case, as it stands (not guessed from the ending)? */
bool dict_knows(struct clean *c, struct span word);

/* Is the word, which begins with a capital, one that is no name: a preposition, verb, adverb, conjunction … ? */
bool dict_is_plain(struct clean *c, struct span word);

/* Is the word a finite verb, or a short participle that stands for one, and nothing else? An infinitive counts too. */
bool dict_is_verb(struct clean *c, struct span word);

/* Is the word one that no sentence ends with: an adjective in full form, a preposition, a conjunction, whatever it is
 * read as? */
bool dict_is_open(struct clean *c, struct span word);

/* Can the word depend on a noun before it: is there a genitive of it, and no nominative singular, which would begin
 * something new? */
bool dict_is_genitive(struct clean *c, struct span word);

#endif
