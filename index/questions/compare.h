/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_COMPARE_H
#define SVOD_COMPARE_H

#include "query.h"

/*
 * svod compare A B: counts side by side, organizations and instruments of one or both, the words that set each apart,
 * and goals that say nearly the same.
 */
bool compare_run(struct query *q, char **operands, int n, struct err *e);

#endif
