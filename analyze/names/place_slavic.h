/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_PLACE_SLAVIC_H
#define SVOD_PLACE_SLAVIC_H

#include "tokens.h"

/* Нововолинська → Нововолинськ, Жыткавічах → Жыткавічы: a town that no lexicon has; the word itself where no ending is
 * known. */
struct span slavic_town(struct arena *a, struct span word);

/*
 * Гродзенская вобласць of the tokens i and i + 1 (Гродзенскай вобласці), in the arena of the tokens; empty: they are no
 * adjective and noun of a territory. text: of the document.
 */
struct span slavic_territory(struct tokens *ts, struct span text, size_t i);

/* Донецькій, Гродзенскай: is the folded word an adjective that is made from a town, and not the town? */
bool slavic_is_town_adjective(struct span word);

#endif
