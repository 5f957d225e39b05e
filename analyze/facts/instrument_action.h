/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_INSTRUMENT_ACTION_H
#define SVOD_INSTRUMENT_ACTION_H

#include "resolve.h"

/*
 * What the document does with that instrument: an action of rules/lexicon/instrument_actions.tsv, or empty. before: the
 * instrument found last, which has its action already, or NULL: a list without verbs between its members shares it.
 * instruments: all of the document, whose words tell nothing.
 */
struct span instrument_action(const struct resolver *r, struct doc *d, const struct item *it, const struct item *before,
			      const struct item_index *instruments);

/* The country (ISO 3166) that the item's sentence names by itself, the nearest to it; else that of the document. */
struct span instrument_country(const struct resolver *r, struct doc *d, const struct item *it);

#endif
