/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_UPKEEP_H
#define SVOD_UPKEEP_H

#include "db.h"

/* Keeping a database whole. */

/* Told about each thing that is wrong, in the words of a message. Only main prints. */
struct upkeep_report {
	void (*said)(void *ctx, const char *text);
	void *ctx;
};

/*
 * Looks at everything: SQLite's own structures, foreign keys, the words against the blocks, every document's text
 * against its hash, every item against its text. *bad counts what is wrong.
 */
bool upkeep_check(struct db *db, const struct upkeep_report *r, size_t *bad, struct err *e) MUST_USE;

/* Writes the words again from the blocks, with the tokenizer and dictionary of now. */
bool upkeep_rebuild(struct db *db, struct err *e) MUST_USE;

/*
 * Makes all rows again from the documents that can still be read whole, in one transaction of the file itself: readers
 * see the old or the new. Documents that are damaged are reported and left out; *lost counts them.
 */
bool upkeep_repair(struct db *db, const struct upkeep_report *r, size_t *lost, struct err *e) MUST_USE;

#endif
