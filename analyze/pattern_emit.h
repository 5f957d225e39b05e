/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_PATTERN_EMIT_H
#define SVOD_PATTERN_EMIT_H

#include "pattern.h"

/* How a pattern tree is written as PCRE2 text. */
struct emitter {
	struct arena *arena; /* scratch for tries */
	struct buf *out;
	bool utf;   /* for UTF | UCP | CASELESS (the oracle), else for bytes */
	bool cased; /* the subject is not folded: %sets match any case */
	bool any_case;
	struct buf defs; /* classes that are counted often, defined once: pattern_emit_defs */
	int n_defs;
};

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
enum { SEQUENCES_MAX = 20000 };

/* Flattens; false when there would be more than SEQUENCES_MAX. Lookarounds stay nodes. */
bool pattern_flatten(struct arena *a, const struct node *n, struct sequences *out);

#endif
