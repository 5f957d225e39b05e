/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_ABBR_SHORT_H
#define SVOD_ABBR_SHORT_H

#include "abbr.h"

/* The short names of a definition: where they stand in a bracket or behind a comma. They set short_first, short_last
 * and caps of a definition. */

/* The short name in the bracket that opens at i, the first of several; false where the bracket holds something else. */
bool abbr_short_in_bracket(const struct org_scan *s, size_t i, struct abbr_def *def);

/* The next one of the same bracket: Общество of (далее – Работодатель, Общество); false: there is none. */
bool abbr_next_short(const struct org_scan *s, struct abbr_def *def);

/* ", именуемое в дальнейшем «Наниматели»": the short name of the clause that begins at i; false: there is none. */
bool abbr_short_behind_comma(const struct org_scan *s, size_t i, struct abbr_def *def);

/* The row of the noun that heads a short name (Профсоюзная организация, областной комитет профсоюза), or LEXICON_NONE
 * where it has none or is letters. */
long abbr_short_row(const struct org_scan *s, const struct abbr_def *def);

enum { ABBR_LETTERS = 8 /* ПОСТАНОВЛЯЕТ: is none */ };

#endif
