/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_CLEAN_BYTES_H
#define SVOD_CLEAN_BYTES_H

#include <stdbool.h>

#include "span.h"

/*
 * Sets of bytes that a pass looks for. Clean text costs a pass one look at each byte: does it begin a character that
 * may need work? False alarms are allowed, misses are not.
 */
enum byte_set {
	BYTES_CONTROL, /* begin characters that clean_controls may change */
	BYTES_COMPOSE, /* begin characters that composition may change, or that compose with the one before */
	BYTES_MARKUP,  /* < [ * _ */
	BYTES_SPACE,   /* begin white space */
	BYTES_WORD,    /* end a word for clean_spaced: blanks, and an opening bracket */
	BYTES_STOP,    /* begin . ! ? … */
	BYTES_GROWN,   /* Latin letters, digits, commas; second bytes of Cyrillic capitals */
	BYTE_SETS
};

struct byte_sets {
	bool has[BYTE_SETS][256];
};

void bytes_init(struct byte_sets *b);

/* The next byte of s from `at` on that is in the set, or s.n. */
static inline size_t bytes_next(const struct byte_sets *b, enum byte_set set, struct span s, size_t at)
{
	const bool *has = b->has[set];
	const unsigned char *p = (const unsigned char *)s.p;

	for (; at + 4 <= s.n; at += 4) /* four at a time: most bytes are in no set */
		if (has[p[at]] | has[p[at + 1]] | has[p[at + 2]] | has[p[at + 3]])
			break;
	while (at < s.n && !has[p[at]])
		at++;
	return at;
}

#endif
