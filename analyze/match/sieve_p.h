/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_SIEVE_P_H
#define SVOD_SIEVE_P_H

#include "sieve.h"

/* What a sieve is made of: for its parts (sieve_build), its states (sieve) and its tables (sieve_table). */

enum { SIEVE_BYTES = 256, SIEVE_UNKNOWN = UINT16_MAX, SIEVE_START = 0 };

/* Bytes that are looked at; what is still possible then may match. */
enum { SIEVE_REACH = 96 };

enum part_kind { PART_RANGE, PART_SPLIT, PART_ACCEPT };

/* A state of the automaton before it is made deterministic. */
struct part {
	unsigned char kind, lo, hi; /* PART_RANGE: one byte of lo … hi */
	unsigned char rule;
	unsigned next, other; /* where to: parts; other: PART_SPLIT only */
};

struct parts {
	struct part *v;
	size_t n, cap;
};

/* Appends the parts of a rule (cased: with the field case); returns the first of them. */
unsigned sieve_build(struct parts *parts, const struct node *patterns, bool cased, unsigned rule);

/* A set of parts that wait for a byte. */
struct state {
	uint64_t accepts; /* rules that have matched when this state is reached */
	uint64_t lives;   /* rules that may still match */
	unsigned first;   /* of its parts in the pool, in the order in which they are reached: most states are in one
			     way only */
	unsigned n;
	unsigned hash;
};

struct sieve {
	struct parts parts;
	unsigned starts[SIEVE_RULES];
	size_t n_rules;
	unsigned char class_of[SIEVE_BYTES]; /* bytes that all parts treat alike */
	unsigned n_classes;
	unsigned char first_of[SIEVE_BYTES]; /* a byte of each class */
	/* states; everything below is forgotten at once */
	struct state *states;
	size_t n_states, cap_states;
	uint16_t *next; /* by state and class: state, or SIEVE_UNKNOWN */
	size_t cap_next;
	unsigned *pool;
	size_t n_pool, cap_pool;
	unsigned *index; /* hash of states: number + 1 */
	int resets;
	/* scratch of one closure */
	unsigned *seen; /* by part: number of the closure that saw it */
	unsigned closure;
	unsigned *stack, *found;
	size_t n_found;
};

/* The first state, which must not be there yet. */
void sieve_make_start(struct sieve *s);

/* The state behind a byte of that class, made where it is new; returns its number. */
int sieve_make_next(struct sieve *s, int from, unsigned class);

#endif
