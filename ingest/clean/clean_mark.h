/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_CLEAN_MARK_H
#define SVOD_CLEAN_MARK_H

#include "span.h"

enum mark_kind {
	MARK_NONE,
	MARK_BULLET, /* •, ✓ and the like */
	MARK_DASH,   /* -, –, —: may also be a dash inside a sentence */
	MARK_NUMBER, /* 1. 1) (1) 3.1. 3.1 */
	MARK_LETTER, /* а) b) */
	MARK_ROMAN,  /* IV. */
};

/* The list mark or number at the beginning of a paragraph. */
struct mark {
	enum mark_kind kind;
	size_t bytes; /* of the mark alone, which stands at the very beginning */
	size_t body;  /* where the text behind it begins: at least bytes */
	int depth;    /* numbers in it: 1 for "2.", 2 for "2.1." */
	int number;   /* the last of them, or the letter's place in its alphabet; 0: none */
};

/* Looks at the beginning of s (no white space before it). kind is MARK_NONE where there is none. */
struct mark mark_of(struct span s);

#endif
