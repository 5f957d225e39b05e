/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_CANONICAL_H
#define SVOD_CANONICAL_H

#include "org_scan.h"

/*
 * The name in the nominative: head and agreeing adjectives inflected, everything behind the head as printed, white
 * space and quotes normalized, capitals of a heading lowered, the first letter capital. In the arena.
 */

/* A stretch of the name that is printed otherwise than it stands: [first, last] tokens become text. */
struct canonical_change {
	size_t first, last;
	struct span text;
};

struct span canonical_name(const struct org_scan *s, const struct org_cand *c, const struct canonical_change *changes,
			   size_t n_changes);

/*
 * Tokens [first, last] of a text in a heading of capitals or not, as one string: single spaces, none inside quotes and
 * brackets.
 */
struct span canonical_text(const struct org_scan *s, size_t first, size_t last);

/*
 * The form of a word in the case, number and gender of want, with the capitals and the ё of the word as printed where
 * both forms begin alike. Appends the word unchanged where it has no such form.
 */
void canonical_word(struct tokens *ts, struct span text, size_t i, const struct morph_parse *p, unsigned want,
		    struct buf *out);

/* The name with a capital at its beginning, in the arena. */
struct span canonical_capital(struct arena *a, struct span s);

/* The key under which names are one: folded, marks dropped, профессиональный союз = профсоюз. In the arena. */
struct span canonical_key(struct arena *a, struct span name);

#endif
