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
 * states; a text that would need more makes it give up and let everything pass. What a program uses at every start is
 * made once, whole and as small as it can be: sieve_table.h.
 */
struct sieve;

enum { SIEVE_RULES = 64 };

/* The patterns of rules[0 … n); n is at most SIEVE_RULES. Nothing of them is kept. */
struct sieve *sieve_new(struct ruleset *rs, struct rule *const *rules, size_t n);
/* s may be NULL. */
void sieve_free(struct sieve *s);

/* Bit i: rules[i] may match from offset at of text. */
uint64_t sieve_run(struct sieve *s, struct span text, size_t at);

#endif
