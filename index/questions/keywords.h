/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_KEYWORDS_H
#define SVOD_KEYWORDS_H

#include "buf.h"
#include "db.h"

/*
 * Words of two documents (their ids) as lemmas: those that set each apart, by log-likelihood (T. Dunning, "Accurate
 * Methods for the Statistics of Surprise and Coincidence", 1993), and those that both use most, each side with its own
 * counts. Appends a list with commas to each; nothing where there are none.
 */
bool keywords_find(struct db *db, const long long doc[2], struct buf apart[2], struct buf shared[2],
		   struct err *e) MUST_USE;

#endif
