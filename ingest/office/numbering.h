/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_NUMBERING_H
#define SVOD_NUMBERING_H

#include "listnum.h"
#include "mem.h"

/* Automatic lists of Word's formats (ISO/IEC 29500-1, 17.9; [MS-DOC] 2.4.6.3): definitions, lists, counters. */
enum { NUM_LEVELS = 9 };

struct num_level {
	bool set;
	int start;
	enum num_format format;
	struct span text;  /* "%1.%2)": %N is the number of level N, 1 … */
	struct span style; /* id of the paragraph style that is tied to the level */
	int restart; /* begins anew after this level (1 …) and higher ones; 0: never; -1: after every higher one */
	bool legal;  /* all numbers of the mark in digits */
};

struct num_definition {
	int id;
	struct span link, style_link; /* stands for the definition that has this style_link */
	struct num_level levels[NUM_LEVELS];
	int count[NUM_LEVELS];
	bool begun[NUM_LEVELS];
};

struct num_list {
	int id, definition;
	int start[NUM_LEVELS]; /* overrides the level's start; -1: not */
	bool used[NUM_LEVELS];
	struct num_level levels[NUM_LEVELS]; /* override the definition's where set */
};

/* Valid when zero; everything lives in the arena that is passed to the functions that add. */
struct numbering {
	struct num_definition *definitions;
	size_t n_definitions, cap_definitions;
	struct num_list *lists;
	size_t n_lists, cap_lists;
};

/* The pointers are valid until the next one is added. */
struct num_definition *numbering_add_definition(struct numbering *n, struct arena *a, int id);
struct num_list *numbering_add_list(struct numbering *n, struct arena *a, int id, int definition);

/*
 * Counts one paragraph at that level (0 …) of the list and appends its mark ("3.1.", "•") to to. False: the list is not
 * defined, nothing appended. A level whose mark is empty appends nothing and is true.
 */
bool numbering_next(struct numbering *n, int list, int level, struct buf *to);

/*
 * Lets list to, if it has not begun at that level and has the same marks as list from, go on counting where from
 * stands.
 */
void numbering_go_on(struct numbering *n, int from, int to, int level);

/* The level of the list that is tied to a paragraph style, or -1. */
int numbering_level_of(const struct numbering *n, int list, struct span style);

#endif
