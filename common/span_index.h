/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_SPAN_INDEX_H
#define SVOD_SPAN_INDEX_H

#include "mem.h"
#include "span.h"

/*
 * Numbers by name: what a document calls bodies and short names is asked for at every word, so it must not cost more
 * the more of them there are. A name may have several numbers; they come in the order in which they were added.
 * Zero-initialized it is valid and empty. Lives in the arena; borrows the names.
 */
struct span_entry {
	struct span key;
	size_t value;
	struct span_entry *next; /* of the same name, NULL: none */
	struct span_entry *last; /* of the same name; kept in the first entry only */
};

struct span_index {
	struct span_entry **slots; /* first entries; open addressing, a power of two */
	size_t n, n_slots;
};

/* One number more for a name, behind those that it has. */
void span_index_add(struct span_index *x, struct arena *a, struct span key, size_t value);

/* The first entry of that name; go on with its next. NULL: none. */
const struct span_entry *span_index_get(const struct span_index *x, struct span key);

#endif
