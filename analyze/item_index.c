/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looking an item up by place must not cost more the longer the document is. */
#include "item_index.h"

#include <stdlib.h>

#include "bisect.h"

struct entry {
	size_t start, at;
};

static int by_start(const void *x, const void *y)
{
	const struct entry *a = x, *b = y;

	if (a->start != b->start)
		return a->start < b->start ? -1 : 1;
	return a->at < b->at ? -1 : a->at > b->at;
}

struct item_index item_index_of(struct doc *d, unsigned types)
{
	struct item_index x = { .d = d };
	struct entry *all = arena_alloc(&d->arena, (d->n_items + 1) * sizeof *all);

	x.v = arena_alloc(&d->arena, (d->n_items + 1) * sizeof *x.v);
	for (size_t i = 0; i < d->n_items; i++) {
		const struct item *it = &d->items[i];

		if (!(types & 1u << it->type))
			continue;
		all[x.n++] = (struct entry){ it->start, i };
		if (it->end - it->start > x.longest)
			x.longest = it->end - it->start;
	}
	if (x.n)
		qsort(all, x.n, sizeof *all, by_start);
	for (size_t i = 0; i < x.n; i++)
		x.v[i] = all[i].at;
	return x;
}

size_t item_index_from(const struct item_index *x, size_t at)
{
	size_t lo;

	BISECT(lo, x->n, item_index_get(x, lo)->start < at);
	return lo;
}

const struct item *item_index_at(const struct item_index *x, size_t at, enum item_type type)
{
	for (size_t k = item_index_from(x, at); k < x->n && item_index_get(x, k)->start == at; k++)
		if (item_index_get(x, k)->type == type)
			return item_index_get(x, k);
	return NULL;
}

const struct item *item_index_over(const struct item_index *x, size_t start, size_t end)
{
	for (size_t k = item_index_from(x, start + 1); k-- > 0;) {
		const struct item *it = item_index_get(x, k);

		if (it->end >= end)
			return it;
		if (it->start + x->longest < end)
			break;
	}
	return NULL;
}

const struct item *item_index_last(const struct item_index *x, size_t start, size_t end)
{
	for (size_t k = item_index_from(x, end); k-- > 0 && item_index_get(x, k)->start >= start;)
		if (item_index_get(x, k)->end <= end)
			return item_index_get(x, k);
	return NULL;
}
