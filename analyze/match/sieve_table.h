/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_SIEVE_TABLE_H
#define SVOD_SIEVE_TABLE_H

#include "rules_p.h"

/*
 * Sieves (sieve.h) whose states were all made beforehand, as few as will do, in bytes that are only ever read: they are
 * mapped from a file, and a start costs nothing.
 */
struct sieve_table;

enum { SIEVE_TABLE_RULES = 16 };

/*
 * Appends the tables of rules[0 … n), numbered as in rs->rules, to out, whose length is a multiple of 8 and stays one.
 * Rules whose states together would be too many come into different tables.
 */
void sieve_tables_write(struct ruleset *rs, struct rule *const *rules, size_t n, struct buf *out);

/*
 * The table at the beginning of *bytes, which is moved behind it; NULL: there is none, or it is none of a rule set of
 * n_rules rules. It points into the bytes, which must come unharmed from sieve_tables_write of this build.
 */
const struct sieve_table *sieve_table_take(struct span *bytes, size_t n_rules);

/* Its rules: how many, and the number of each. */
size_t sieve_table_rules(const struct sieve_table *t);
/* The number of rule i of the table, which bit i of sieve_table_run stands for. */
size_t sieve_table_rule(const struct sieve_table *t, size_t i);

/* As sieve_run; only the bits of wanted count: the text is read no further than they need it. */
uint64_t sieve_table_run(const struct sieve_table *t, struct span text, size_t at, uint64_t wanted);

#endif
