/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_GOAL_CLAUSE_H
#define SVOD_GOAL_CLAUSE_H

#include "goal_sentence.h"

/* A sentence as the goal pass reads it. */
struct clause {
	struct goal_ctx *g;
	struct words w;
	size_t start, end; /* the sentence */
};

/* Word i, folded. */
struct span clause_word(const struct clause *c, size_t i);

/* Does the text between word i - 1 (or the beginning) and word i hold this sign? */
bool clause_gap_has(const struct clause *c, size_t i, const char *sign);

/* Does a dash between blanks stand before word i? */
bool clause_gap_is_dash(const struct clause *c, size_t i);

/* Does "и" stand before word k, so that a second lead goes on from there: "выступает против … и выступает за …"? */
bool clause_joined(const struct clause *c, size_t k);

#endif
