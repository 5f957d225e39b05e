/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_UNITS_H
#define SVOD_UNITS_H

#include <stdbool.h>

#include "span.h"
#include "word_lists.h"

/* Units as items carry them (norm.unit): money by ISO 4217, everything else a noun phrase in the nominative singular.
 */

bool unit_is_money(struct span unit);

/* Time, shares, lengths, votes: they measure and do not count; nobody goes on counting with them, no list shows them.
 */
bool unit_is_measure(const struct word_lists *lists, struct span unit);

#endif
