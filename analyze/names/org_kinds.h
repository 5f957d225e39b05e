/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_ORG_KINDS_H
#define SVOD_ORG_KINDS_H

#include "org_names.h"

enum { ORG_KINDS_MAX = 4 };

/* One of several organs that share a noun in the plural; name: the adjective with the noun, nominative, in the arena.
 */
struct org_kind {
	size_t first, last;
	struct span name;
};

/*
 * Техническая и правовая инспекции труда: inspectorates of which each has its adjective in the singular, the first with
 * a capital, and all one noun in the plural, which heads c. Fills v (ORG_KINDS_MAX); the noun and its tail belong to
 * the last. 0: they are none.
 */
size_t org_kinds_of(const struct org_names *n, const struct org_cand *c, struct org_kind *v);

#endif
