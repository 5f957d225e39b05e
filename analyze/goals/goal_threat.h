/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_GOAL_THREAT_H
#define SVOD_GOAL_THREAT_H

#include "goal_clause.h"

/*
 * Does the sentence say what a body will do under a condition or for its own part? *verb gets the word that says so.
 */
bool goal_is_threat(const struct clause *c, size_t *verb);

#endif
