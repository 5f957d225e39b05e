/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_FROZEN_H
#define SVOD_FROZEN_H

#include "rules_p.h"

/*
 * What is expensive to make of the rules, as bytes: the names of groups, the triggers and needs read from the patterns,
 * and the compiled PCRE2 codes. A program that finds these bytes (rules_load_trusted) parses no pattern and compiles
 * none until somebody asks for it. The bytes are for this machine and this build only: they begin with a layout number,
 * and are written anew whenever the rules or the program change.
 *
 * Layout: numbers are 4 bytes as the machine has them; a text is its length and its bytes; a code is its length, zeros
 * up to a multiple of 8 bytes, and the bytes of pcre2_serialize_encode(3).
 */

/* All rules must be compiled (ruleset_compile_all) and right. False: PCRE2 gave no bytes. */
bool frozen_write(struct ruleset *rs, struct buf *out);

struct thaw {
	struct span s; /* borrowed: what is taken from it points into it */
	size_t at;
	bool bad; /* the bytes ended too early, or are of another layout */
};

/* False: another layout, another PCRE2, or another number of rules. */
bool thaw_begin(struct thaw *t, struct span bytes, size_t n_rules);

/* The next rule: everything that rule_fields_compile would read from its patterns. */
void thaw_rule(struct thaw *t, struct ruleset *rs, struct rule *r);

/* The next guard of that rule that has a pattern. */
void thaw_guard(struct thaw *t, struct ruleset *rs, struct guard *g);

#endif
