/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_GOALS_H
#define SVOD_GOALS_H

#include "doc.h"
#include "resolve.h"
#include "verbs.h"

/*
 * Adds a goal over text[start, end) without the spaces, list marks and closing marks (; . , :) at its edges, with
 * norm.level and norm.text. NULL where nothing is left or one of the goals added last overlaps it.
 * The item pointer is valid until the next item is added.
 */
struct item *goal_add(struct doc *d, size_t start, size_t end, const char *rule, const char *level);

/* What text[start, end) begins with, numbers in front left aside. */
enum verb_form goal_opening(const struct resolver *r, size_t start, size_t end);

#endif
