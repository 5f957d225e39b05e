/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_GOAL_PUT_H
#define SVOD_GOAL_PUT_H

#include "goal_sentence.h"

/*
 * Adds a goal with level, polarity, ref and actor; start and end as for goal_add. Its list mark, the words that count
 * it and what only explains it are left out. NULL: it is too little, or pass_table has made a goal of that text.
 */
struct item *goal_put(struct goal_ctx *g, size_t start, size_t end, const struct lead *lead, struct span actor);

#endif
