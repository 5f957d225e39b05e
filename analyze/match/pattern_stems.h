/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_PATTERN_STEMS_H
#define SVOD_PATTERN_STEMS_H

#include "pattern.h"

/* A place where a match may begin. */
enum trigger_kind {
	TRIGGER_STEM,  /* text: folded prefix of a word (whole: exactly the word), or one sign */
	TRIGGER_DIGIT, /* a word that begins with a digit; digits: exactly so many, or min … max (0: any) */
	TRIGGER_UPPER, /* capitalized word */
	TRIGGER_CAPS,  /* word of two capitals or more */
	TRIGGER_START, /* the first character of the block */
};

struct trigger {
	enum trigger_kind kind;
	bool whole;
	int min, max;
	struct span text;
};

struct triggers {
	struct trigger *v;
	size_t n, cap;
};

enum { TRIGGERS_MAX = 20000, STEM_BYTES = 24 /* of a stem; what follows is left to the pattern */ };

/*
 * Appends the places where matches of n can begin. False: it can begin with anything (the rule must name its trigger).
 * ends: where n ends, a word ends. Stems live in arena.
 */
bool pattern_triggers(struct arena *a, const struct node *n, bool ends, struct triggers *out);

/*
 * Words of which one must stand in every match of the alternatives of n, behind its beginning: what a writer of rules
 * would put into `needs`. False: there are none worth looking for.
 */
bool pattern_needs(struct arena *a, const struct node *n, struct triggers *out);

#endif
