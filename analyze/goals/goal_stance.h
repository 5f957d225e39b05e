/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_GOAL_STANCE_H
#define SVOD_GOAL_STANCE_H

#include "goal_clause.h"

/*
 * Adds the goal that begins at word k and ends at byte end; where it tells what is stood for or against, each of
 * "против A, против B и за C" is one.
 */
void goal_put_stances(struct clause *c, size_t k, size_t end, const struct lead *lead, struct span actor);

/* "за 2025 год", "за счёт …": does the preposition before word k stand for no stance? */
bool goal_no_stance(const struct clause *c, size_t k);

#endif
