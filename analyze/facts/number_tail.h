/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_NUMBER_TAIL_H
#define SVOD_NUMBER_TAIL_H

#include "resolve.h"

/* Kazakh or Kyrgyz, by the BCP 47 code? */
bool number_is_turkic(struct span lang);

/* Does a folded Kazakh or Kyrgyz word end as a genitive? */
bool number_is_turkic_genitive(struct span word);

/*
 * Adds norm.per, norm.of and the comparator up_to to a number that has its unit and lies in a block, and widens its
 * span over the words that say so. lang: of the block.
 */
void number_add_tail(const struct resolver *r, struct doc *d, struct item *it, struct span lang);

/*
 * Units that the lexicon calls by their Russian names get those of the text's language, and roubles of a Belarusian
 * document are Belarusian. fold: the folded text.
 */
void number_name_locally(struct doc *d, struct item *it, struct span fold, struct span lang);

#endif
