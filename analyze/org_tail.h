/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_ORG_TAIL_H
#define SVOD_ORG_TAIL_H

#include "org_scan.h"

/*
 * The part of a name behind its head: genitives (профсоюзов Республики Казахстан), lists of them (труда, социального
 * обеспечения и миграции), по with the dative, при and в, abbreviations, names in quotes, имени …, № 5.
 * Sets last, proper, tail, abbr and quote of the candidate, whose head and flags are set.
 */
void org_tail(const struct org_scan *s, struct org_cand *c);

/*
 * A noun phrase in that case (one bit of M_CASES) that begins at token i: adjectives that agree, a noun. Sets *last and
 * *proper (a capital, an abbreviation or the name of a place) and returns true, or false where there is none.
 */
bool org_noun_phrase(const struct org_scan *s, size_t i, unsigned in_case, size_t *last, bool *proper);

/* The closing quote of the quote that opens at token i, nested ones skipped; an unbalanced one ends with its block's
 * name-like part. TOKEN_NONE: this is no name in quotes. */
size_t org_quote_end(const struct org_scan *s, size_t i);

#endif
