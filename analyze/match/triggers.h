/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_TRIGGERS_H
#define SVOD_TRIGGERS_H

#include "rules_p.h"

/*
 * The places of a text where rules of one phase may begin. Stems are found by a hash of the first 1, 2, 4 or 8 bytes at
 * a word start; a stem that is too short for a level stands in the level below it.
 */
enum { STEM_LEVELS = 4 };

struct stem {
	struct span text;
	uint64_t head[STEM_BYTES / 8], head_mask[STEM_BYTES / 8]; /* the text, 8 bytes at a time */
	bool whole;
	bool has_rules; /* not needs only */
};

/* The stems of a level with one key, which stand side by side. */
struct stem_slot {
	uint64_t key;
	unsigned first, n; /* n = 0: free */
};

struct stem_level {
	uint64_t mask;
	struct stem_slot *slots;
	size_t n_slots;       /* power of two; 0: no stem on this level */
	uint64_t bloom[1024]; /* 64 Ki bits: most words stop here */
};

/*
 * A rule that begins with a trigger, and two of the needs without which it need not be looked at (all of them: in the
 * rule); where it has less, the number behind the last need stands for them.
 */
struct rule_use {
	unsigned rule;
	unsigned needs[2];
};

/* Digits, capitals, block starts. */
struct class_trigger {
	enum trigger_kind kind;
	int min, max;
};

/* What it means for rules that a stem, or something of a class, stands somewhere. */
struct hit_use {
	unsigned first_rule, n_rules; /* in table.rules */
	unsigned first_need, n_needs; /* in table.needs */
	/* The needs that it meets, and of each of its rules one that it has (all bits: one has none), as bits by id
	 * % 64. */
	uint64_t gives, asks;
	size_t bytes; /* of the stem */
};

struct trigger_table {
	struct stem *stems; /* one more than there are, so that two can be looked at always */
	size_t n_stems, cap_stems;
	struct stem_level levels[STEM_LEVELS];
	struct class_trigger *classes;
	size_t n_classes, cap_classes;
	struct hit_use *uses;   /* of the stems, then of the classes */
	struct rule_use *rules; /* use by use */
	unsigned *needs;
	size_t start; /* number of the use of TRIGGER_START, with has_starts */
	size_t n_need_ids;
	/* What the search has to look at: signs, numbers, stems that are numbers, capitals (Aa, AA). */
	bool has_rules, has_signs, has_digits, has_digit_stems, has_case, has_starts;
	const struct stem_level *active[STEM_LEVELS]; /* levels with stems */
	size_t n_active;
};

/* The table of the rules of one phase, in the rule set's arena; gives every rule its need_ids. */
struct trigger_table *triggers_make(struct ruleset *rs, int phase);

/* A need as a bit; others may have the same. */
static inline uint64_t need_sign(unsigned id)
{
	return (uint64_t)1 << (id % 64);
}

/* The first 8 bytes at p; bytes behind the text must be readable (zeros). */
static inline uint64_t load8(const char *p)
{
	uint64_t x;

	memcpy(&x, p, sizeof x);
	return x;
}

/* A hash of 24 bits, for tables and filters of stems. */
static inline size_t stem_hash(uint64_t key)
{
	return (size_t)((key * 0x9E3779B97F4A7C15ULL) >> 40);
}

/* False: no stem of the level begins so. */
static inline bool level_may_have(const struct stem_level *l, uint64_t key)
{
	size_t h = stem_hash(key & l->mask);

	return l->bloom[(h >> 6) & 1023] >> (h & 63) & 1;
}

/* The slot of the key, or a free one. */
static inline struct stem_slot *level_find(const struct stem_level *l, uint64_t key)
{
	size_t i = stem_hash(key) & (l->n_slots - 1);

	while (l->slots[i].n && l->slots[i].key != key)
		i = (i + 1) & (l->n_slots - 1);
	return &l->slots[i];
}

#endif
