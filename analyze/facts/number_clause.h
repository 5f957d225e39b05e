/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_NUMBER_CLAUSE_H
#define SVOD_NUMBER_CLAUSE_H

#include "resolve.h"
#include "tokens.h"

/* The value of a number, or its bound; 0: it has none. */
double number_value_of(const struct item *it);

/* The language of the item's block, else of the document (BCP 47); empty: unknown. */
struct span number_lang(const struct doc *d, const struct item *it);

/* "(в 2022 г. – 2 118)": does the figure stand behind a dash that is no minus? */
bool number_behind_dash(const struct resolver *r, const struct item *it);

/* Is what follows the figure, inside its block up to byte end, such that it may stand for its noun: the end of the
 * clause, a verb, a preposition, not another word? */
bool number_may_stand_alone(const struct resolver *r, const struct doc *d, const struct item *it, size_t end);

/* "питание – 36 500, проезд – 15 500;": nothing but a sign behind the figure. */
bool number_ends_clause(const struct resolver *r, const struct doc *d, const struct item *it);

/* "с 120 часов …, вместо нынешних 90": is it the figure that another one is to replace? */
bool number_is_replaced(const struct resolver *r, const struct item *it);

/* "31 процент, в цехах – 54": does it stand behind a dash and close a clause, with a share before it in the sentence?
 */
bool number_is_next_share(const struct resolver *r, const struct doc *d, const struct item *it,
			  const struct item *last);

/* "по трём отказано, ещё два не рассмотрены, семь остаются": a Russian short participle or a verb in the plural
 * follows. */
bool number_is_done_to(const struct resolver *r, const struct doc *d, const struct item *it);

/* "– 604,2 млн. Ставка …": what follows is another sentence. */
bool number_closes_sentence(const struct resolver *r, const struct doc *d, const struct item *it);

/* "3 группы по 12 детей": is what ends at byte end shared out, and so counted rather than named? */
bool number_is_shared_out(const struct tokens *ts, size_t end);

#endif
