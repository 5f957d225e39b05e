/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_CLEAN_H
#define SVOD_CLEAN_H

#include "doc.h"
#include "err.h"

/*
 * Normalized text out of what a reader gave: a list of small passes, each of which does one thing to a document and
 * keeps the map to its source (edit.h). Afterwards the text is NFC with one \n between blocks and none inside them,
 * without control characters, with single spaces, and the blocks cover it in order.
 */
struct clean;

/* One pass: its name, what it does in a line (for --help and the man page), and the function. */
struct clean_pass {
	const char *name, *what;
	void (*run)(struct clean *c);
};

/* In the order in which they run; the last one has no name. */
extern const struct clean_pass clean_passes[];

/* Never NULL; the caller frees it. One a thread; it may clean any number of documents. */
struct clean *clean_new(void);
void clean_free(struct clean *c);

/*
 * Cleans one document in place. A document without text, or one that svod-clean has been over before, stays as it is.
 */
void clean_doc(struct clean *c, struct doc *d);

/* The same with the one pass of that name only, and nothing recorded in `made`: for tests. False: no such pass. */
bool clean_doc_pass(struct clean *c, struct doc *d, const char *name);

#endif
