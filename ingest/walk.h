/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_WALK_H
#define SVOD_WALK_H

#include "err.h"

/*
 * The files behind one operand: the operand itself, or, for a folder, every file in it and below, sorted by the bytes
 * of the path. Names that begin with a dot are skipped, links to folders are not followed, what is neither file nor
 * folder (devices, pipes) is skipped unless it is the operand itself.
 */
struct walk {
	char **paths; /* owned */
	size_t n, cap;
};

/*
 * Adds the operand's files. A folder that cannot be read: problem is called with 66 and a sentence, the rest is still
 * added. An operand that does not exist is added as it is: opening it will say so.
 */
void walk_add(struct walk *w, const char *operand, void (*problem)(void *ctx, struct err *e), void *ctx);

void walk_free(struct walk *w);

#endif
