/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_GOAL_TAIL_H
#define SVOD_GOAL_TAIL_H

#include "goal_clause.h"

/*
 * Adds the goal that stands before the verb at word i, in Kazakh and Kyrgyz ("… қамтамасыз етуге міндеттенеді"), if
 * any. Returns the word to go on from.
 */
size_t goal_take_tail(struct clause *c, size_t i, const struct lead *tail);

#endif
