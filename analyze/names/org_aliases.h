/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_ORG_ALIASES_H
#define SVOD_ORG_ALIASES_H

#include "abbr.h"

/* The nouns that are short names (Федерация, Профсоюз), each with the word that goes on the full name; in the arena of
 * the tokens, never NULL. */
struct org_aliases *org_aliases_of(const struct org_scan *s, const struct org_cands *cs, const struct abbr_defs *defs);

#endif
