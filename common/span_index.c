/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A hash table that keeps several numbers a name, in order. */
#include "span_index.h"

enum { FIRST_SLOTS = 64 };

static struct span_entry **slot_of(const struct span_index *x, struct span key)
{
	size_t mask = x->n_slots - 1, i = (size_t)span_hash(key) & mask;

	while (x->slots[i] && !span_eq(x->slots[i]->key, key))
		i = (i + 1) & mask;
	return &x->slots[i];
}

static void grow(struct span_index *x, struct arena *a)
{
	struct span_index wide = { .n = x->n, .n_slots = x->n_slots ? 2 * x->n_slots : FIRST_SLOTS };

	wide.slots = arena_alloc(a, wide.n_slots * sizeof(struct span_entry *));
	for (size_t i = 0; i < x->n_slots; i++)
		if (x->slots[i])
			*slot_of(&wide, x->slots[i]->key) = x->slots[i];
	*x = wide;
}

void span_index_add(struct span_index *x, struct arena *a, struct span key, size_t value)
{
	struct span_entry *e = arena_alloc(a, sizeof *e), **slot;

	if (2 * (x->n + 1) > x->n_slots)
		grow(x, a);
	*e = (struct span_entry){ .key = key, .value = value };
	slot = slot_of(x, key);
	if (*slot) {
		(*slot)->last->next = e;
		(*slot)->last = e;
		return;
	}
	e->last = e;
	*slot = e;
	x->n++;
}

const struct span_entry *span_index_get(const struct span_index *x, struct span key)
{
	return x->n_slots ? *slot_of(x, key) : NULL;
}
