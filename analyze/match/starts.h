/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_STARTS_H
#define SVOD_STARTS_H

#include <stdint.h>
#include <string.h>

#include "pattern_stems.h"

/*
 * The bytes with which a match can begin, as sets: guards are asked for at every word before a match, and nearly none
 * of these words begins like one that the guard knows. They hold more than what is possible, never less.
 */
struct starts {
	bool any;         /* a match can begin with anything */
	bool words;       /* it begins with letters or signs, never with a figure */
	uint64_t one[4];  /* by the byte: beginnings of one byte, and figures */
	uint64_t two[4];  /* by a hash: the first two bytes of beginnings of two or three */
	uint64_t four[4]; /* by a hash: the first four bytes of all others */
};

/* Of the matches of n. What was found on the way stays in the arena. */
struct starts starts_of(struct arena *a, const struct node *n);

/* The bit that the first bytes (2 or 4) at p have in a set: 0 … 255. */
static inline unsigned starts_hash(const char *p, size_t bytes)
{
	uint32_t x = 0;

	memcpy(&x, p, bytes);
	return x * 0x9E3779B1u >> 24;
}

/* The set has that bit. */
static inline bool starts_has(const uint64_t set[4], unsigned bit)
{
	return set[bit / 64] >> (bit % 64) & 1;
}

/* False: no match begins with the folded text at p, of which four bytes can be read (zeros behind the end). */
static inline bool starts_may(const struct starts *s, const char *p)
{
	return s->any || starts_has(s->four, starts_hash(p, 4)) || starts_has(s->two, starts_hash(p, 2)) ||
	       starts_has(s->one, (unsigned char)*p);
}

#endif
