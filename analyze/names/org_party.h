/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_ORG_PARTY_H
#define SVOD_ORG_PARTY_H

#include "org_scan.h"

enum { ORG_PARTIES_MAX = 6 };

/* The parties of an English agreement, by the words in which its first sentence names them. */
struct org_parties {
	struct {
		size_t first, last; /* tokens, inclusive */
	} v[ORG_PARTIES_MAX];
	size_t n;
};

/*
 * "by and between Alder County, Ohio (hereinafter the "County") and Road Workers, Local 7, AFSCME ("Union")": a name of
 * any shape is a party's where a short name is given behind it, or it has a line of a title page to itself. None: the
 * paper is no agreement, or not in English.
 */
struct org_parties org_parties_of(const struct org_scan *s);

/* Is a party named at token i, in capitals or not? Then *c is it. */
bool org_party_at(const struct org_scan *s, const struct org_parties *p, size_t i, struct org_cand *c);

/* Union Security, UNION RIGHTS: where a party is the Union, what its word opens is a title, but for Union Committee */
bool org_party_opens_title(const struct org_scan *s, const struct org_parties *p, size_t first, size_t head,
			   size_t last);

#endif
