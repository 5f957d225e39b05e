/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_TEST_ORACLE_H
#define SVOD_TEST_ORACLE_H

#include <stdio.h>

#include "matcher.h"

/*
 * The matcher said a second time, as simply as can be: every rule over every block with PCRE2 UTF | UCP | CASELESS and
 * no trigger table; triggers and needs are looked for character by character. Guards and values are not its matter.
 */
struct oracle;
struct oracle *oracle_new(struct ruleset *rs);
void oracle_free(struct oracle *o);

/* The number of matches that one pass a rule finds (this is the peer that is timed: nothing else is done). */
size_t oracle_count(struct oracle *o, const struct doc *d);

/* Runs both over d and prints what only one of them finds; returns how many. Items of d are thrown away. */
size_t oracle_differences(struct oracle *o, struct matcher *m, struct doc *d, FILE *out);

#endif
