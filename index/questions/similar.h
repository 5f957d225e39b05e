/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_SIMILAR_H
#define SVOD_SIMILAR_H

#include "db.h"
#include "mem.h"

/* A goal or plan row of each of two documents, and how alike they are. */
struct similar {
	struct span text[2], place[2]; /* place: number of the row, or page, line or paragraph */
	double score;                  /* cosine of their lemmas, each weighted by how rare it is among the goals */
};

enum { SIMILAR_MOST = 8 };

/* The most alike, best first; *n of them, fewer where goals are not alike. doc: ids. Texts live in the arena. */
bool similar_find(struct db *db, const long long doc[2], struct arena *a, struct similar out[SIMILAR_MOST], size_t *n,
		  struct err *e) MUST_USE;

#endif
