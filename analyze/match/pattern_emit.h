/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_PATTERN_EMIT_H
#define SVOD_PATTERN_EMIT_H

#include "pattern.h"

/* How a pattern tree is written as PCRE2 text. Zero-initialized but for the first members. */
enum { EMIT_SETS = 64 };

struct set_use {
	const struct node *kids; /* of the set */
	int times;
	bool defined;
};

struct emitter {
	struct arena *arena; /* scratch for tries */
	struct arena *keep;  /* of the rule set: texts of sets are kept there; NULL: nowhere */
	struct buf *out;
	bool utf;   /* for UTF | UCP | CASELESS (the oracle), else for bytes */
	bool cased; /* the subject is not folded: %sets match any case */
	bool any_case;
	bool glue, end;  /* definitions that are called */
	struct buf defs; /* what is called more than once, defined once: see pattern_emit_defs */
	int n_defs;
	struct set_use uses[EMIT_SETS];
	size_t n_uses;
};

/* Counts how often each set is used, so that a large one is written once; to be called before pattern_emit. */
void pattern_count_sets(struct emitter *e, const struct node *n);

/* Appends the tree n to e->out as PCRE2 text; what it calls is still to be defined: pattern_emit_defs. */
void pattern_emit(struct emitter *e, const struct node *n);

/* Closes the pattern: appends what it has to define, and frees that. */
void pattern_emit_defs(struct emitter *e);

/* The assertion that a match does not end inside a word or a number. */
void pattern_emit_end(struct emitter *e);

/* A pattern as a list of flat sequences of nodes (CHAR, CLASS, SPACE, TAIL, or a node that cannot be flattened). */
struct sequence {
	const struct node **v;
	size_t n;
};
struct sequences {
	struct sequence *v;
	size_t n, cap;
};
enum { SEQUENCES_MAX = 5000 };

/* Flattens; false when there would be more than SEQUENCES_MAX. Lookarounds stay nodes, sets too unless open_sets. */
bool pattern_flatten(struct arena *a, const struct node *n, bool open_sets, struct sequences *out);

#endif
