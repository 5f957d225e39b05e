/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_SIEVE_H
#define SVOD_SIEVE_H

#include "rules_p.h"

/*
 * Which of up to 64 rules may match at a place: their patterns together as one automaton over the bytes of the folded
 * text, which reads the text once for all of them. It takes more than the patterns do (what they look around for and
 * whatever stands far behind the beginning is left out), never less, so what it refuses PCRE2 need not be asked.
 *
 * The automaton is made as it is needed (subset construction, one transition at a time) and holds a bounded number of
 * states; a text that would need more makes it give up and let everything pass.
 */
struct sieve;

enum { SIEVE_RULES = 64 };

/* The patterns of rules[0 … n); n is at most SIEVE_RULES. Nothing of them is kept. */
struct sieve *sieve_new(struct ruleset *rs, struct rule *const *rules, size_t n);
void sieve_free(struct sieve *s);

/*
 * Bit i: rules[i] may match from offset at of text. Where a frozen sieve meets something for the first time, it lets
 * pass; exact: it looks all the same, so that the answer does not depend on what it has seen before.
 */
uint64_t sieve_run(struct sieve *s, struct span text, size_t at, bool exact);

/* Makes what may follow the first bytes, whatever they are, so that a text of other words finds it made. */
void sieve_widen(struct sieve *s);

/*
 * A sieve as bytes, with the states that it has made so far; and back, so that a program that starts need not make
 * them again. The bytes begin at a multiple of 8, are borrowed, must be writable and unharmed, and of this build.
 * sieve_save: of a sieve of sieve_new. sieve_frozen takes its bytes from the beginning of *bytes; NULL: they are not of
 * a sieve of n_rules rules.
 */
void sieve_save(struct sieve *s, struct buf *out);
struct sieve *sieve_frozen(struct span *bytes, size_t n_rules);

/* ---- between the two parts of it ---- */

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

#endif
