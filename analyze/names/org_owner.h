/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_ORG_OWNER_H
#define SVOD_ORG_OWNER_H

#include "org_names.h"

/*
 * The name with the short name of the issuer, where it is an organ of this body: Президиум → Президиум Профсоюза; else
 * the name as it is. In the arena of the tokens.
 */
struct span org_owner_added(const struct org_names *n, const struct org_cand *c, struct span name);

/* обком alone: the only regional committee of that level that the document names in full, or ORG_NO_BODY. */
size_t org_owner_clipped(const struct org_names *n, const struct org_cand *c);

/* The only body whose name has that phrase behind its first word: Камский территориальный комитет; or ORG_NO_BODY. */
size_t org_owner_with_phrase(const struct org_names *n, struct span phrase);

#endif
