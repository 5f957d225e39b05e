/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_ACT_FULL_H
#define SVOD_ACT_FULL_H

#include "resolve.h"

enum { ACT_MAX_FULL = 200 };

/* Acts printed in full, the first of each name: what short mentions may stand for. */
struct act_full_names {
	const struct item *v[ACT_MAX_FULL];
	size_t n;
};

/* Is it the head alone, or with one word: "Устава", "Устава Профсоюза", "Госпрограмма"? */
bool act_is_short(const struct resolver *r, const struct item *it);

void act_full_names(const struct resolver *r, const struct doc *d, struct act_full_names *f);

/* The name of the same act where it is printed in full: same kind, and the same issuer or a name that goes on. */
struct span act_fuller_name(const struct act_full_names *f, const struct item *it);

/* An act of which this mention has the number, or the title in quotes, alone takes the name that tells more. */
void act_resolve_number(const struct act_full_names *f, struct doc *d, struct item *it);
void act_resolve_title(const struct act_full_names *f, struct doc *d, struct item *it);

#endif
