/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_ORG_SHARED_H
#define SVOD_ORG_SHARED_H

#include "org_scan.h"

enum { ORG_SHARED_MAX = 16 };

/* One body of a list that shares its noun; name lives in the arena of the tokens. */
struct org_shared {
	size_t first, last;
	struct span name; /* nominative, with the shared noun */
};

/* The noun of a list, the first of its plural adjectives (or itself) and its gender. */
struct org_shared_noun {
	size_t head, level;
	unsigned gender;
	bool known;
};

/*
 * Bodies of which only the adjective is printed, the noun standing once for all, before or behind them: "Томскому,
 * Омскому областным комитетам", "районным организациям: Ирбитской, Серовской". Fills v (ORG_SHARED_MAX) with the list
 * that begins at token i and returns how many there are, 0: none begins there. The noun behind belongs to the last.
 * "Гродненскому – 10 руб., Минскому – 20 руб." has the noun of the list before; *noun is the last list's, at first
 * zero.
 */
size_t org_shared_at(const struct org_scan *s, size_t i, struct org_shared *v, struct org_shared_noun *noun);

/* Is the noun of the list that of offices (облисполкомам), which are of no union? */
bool org_shared_is_office(const struct org_scan *s, const struct org_shared_noun *noun);

/*
 * Томский и Омский городские советы профсоюзов: the last token of what the noun at last goes on with in small letters,
 * which names no union; last itself where nothing follows.
 */
size_t org_shared_tail(const struct org_scan *s, size_t last);

#endif
