/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_ITEM_INDEX_H
#define SVOD_ITEM_INDEX_H

#include "doc.h"

/*
 * Items of some types by place: passes ask what stands here for every word, and a long document has many items.
 * An index knows the items there were when it was made; they may change, but must not be dropped or moved.
 */
struct item_index {
	const struct doc *d;
	size_t *v; /* positions in doc.items, by start */
	size_t n;
	size_t longest; /* bytes of the longest of them */
};

/* types: bits 1 << enum item_type. Lives in the document's arena. */
struct item_index item_index_of(struct doc *d, unsigned types);

/* Number in the index of the first item that begins at or behind byte at. */
size_t item_index_from(const struct item_index *x, size_t at);

static inline const struct item *item_index_get(const struct item_index *x, size_t k)
{
	return &x->d->items[x->v[k]];
}

/* The item of that type that begins at byte at, or NULL. */
const struct item *item_index_at(const struct item_index *x, size_t at, enum item_type type);

/* An item that begins at or before start and ends at or behind end, or NULL. */
const struct item *item_index_over(const struct item_index *x, size_t start, size_t end);

/* The last item that lies inside text[start, end), or NULL. */
const struct item *item_index_last(const struct item_index *x, size_t start, size_t end);

#endif
