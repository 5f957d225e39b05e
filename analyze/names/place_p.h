/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_PLACE_P_H
#define SVOD_PLACE_P_H

#include "doc.h"
#include "naming.h"
#include "org_phrase.h"

/* What the ways to find a place share; everything lives in the document's arena. */
struct place_pass {
	struct doc *d;
	const struct naming *n;
	struct org_scan scan;
	struct tokens *ts;
	bool *taken; /* a token each: it stands in a name that is no place, or in a place */
};

/* An item from token first to last, unless a name stands there already. */
void place_add(struct place_pass *p, size_t first, size_t last, struct span canonical, struct span country);

/* The last word (a noun) and the adjectives before it in the nominative. */
struct span place_nominative(const struct place_pass *p, size_t first, size_t last);

/* The first parse of a noun with all those tags that is no patronymic; NULL: none. */
const struct morph_parse *place_noun_parse(struct tokens *ts, size_t i, unsigned tags);

/* Вагаршапата, Энгельсе: a name that no dictionary has, without the ending of a genitive or locative. */
struct span place_without_ending(struct span word);

#endif
