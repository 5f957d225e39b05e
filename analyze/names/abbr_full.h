/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_ABBR_FULL_H
#define SVOD_ABBR_FULL_H

#include "abbr.h"

/*
 * The candidate that a short name stands for, TOKEN_NONE: there is none. longest: tokens from first to last of the
 * longest candidate; end: the last token before the bracket, or before the comma.
 */
size_t abbr_full_in_bracket(const struct org_scan *s, const struct org_cands *cs, size_t longest, size_t end,
			    const struct abbr_def *def);
size_t abbr_full_behind_comma(const struct org_scan *s, const struct org_cands *cs, size_t longest, size_t end,
			      const struct abbr_def *def);

/* The nearest candidate before token i that has the noun of the short name, or may be a party of that role. */
size_t abbr_full_before(const struct org_scan *s, const struct org_cands *cs, size_t longest, size_t i,
			const struct abbr_def *def);

/* The candidate with that noun inside the name of another, and at its end. */
size_t abbr_full_of_noun(const struct org_scan *s, const struct org_cands *cs, size_t outer, long row);

/* The first candidate that begins at or behind that token; they stand in the order of their first tokens. */
size_t abbr_cands_from(const struct org_cands *cs, size_t first);

/* The longest candidate that begins at this token. */
size_t abbr_cand_starting(const struct org_cands *cs, size_t first);

/* Do the letters of the abbreviation begin words of the name, most of them? Then МКП (…) is a definition. */
bool abbr_letters_fit(const struct org_scan *s, size_t abbr, size_t first, size_t last);

/* профсоюз is short for профессиональный союз: may a short name with that head stand for c? */
bool abbr_head_fits(const struct org_scan *s, const struct org_cand *c, long row);

#endif
