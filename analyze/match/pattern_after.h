/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_PATTERN_AFTER_H
#define SVOD_PATTERN_AFTER_H

#include <stdint.h>

#include "pattern.h"

/*
 * Rules of figures are asked for at every figure, and most find out two characters later that they do not hold there.
 * What a pattern that begins with a figure can go on with is read from its tree, so that one look at the text spares
 * entering PCRE2. Sets are a superset of what is possible: they never refuse a match.
 */
struct after_set {
	bool any; /* the pattern may be over there: everything is possible */
	uint64_t ascii[2];
	uint64_t other; /* bit c % 64 of characters outside ASCII */
};

struct digits_after {
	struct after_set digits; /* the first character that is no digit */
	struct after_set figure; /* the first that is none of digit, space, full stop, comma */
};

/* For a pattern whose first character is a digit. Not for patterns that match text which is not folded. */
struct digits_after pattern_after(const struct node *n);

/* The pattern may go on with the character c. */
static inline bool after_has(const struct after_set *s, unsigned c)
{
	if (s->any)
		return true;
	return c < 0x80 ? s->ascii[c / 64] >> (c % 64) & 1 : s->other >> (c % 64) & 1;
}

#endif
