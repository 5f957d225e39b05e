/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Counting of automatic lists, as Word does it. A list refers to a definition and may override its levels. Lists of one
 * definition go on counting where the other left off, unless a list overrides the start of a level: then its first
 * paragraph there begins anew.
 */
#include "numbering.h"

#include "utf8.h"

struct num_definition *numbering_add_definition(struct numbering *n, struct arena *a, int id)
{
	ARENA_ROOM(a, n->definitions, n->n_definitions, n->cap_definitions);
	n->definitions[n->n_definitions] = (struct num_definition){ .id = id };
	return &n->definitions[n->n_definitions++];
}

struct num_list *numbering_add_list(struct numbering *n, struct arena *a, int id, int definition)
{
	struct num_list *l;

	ARENA_ROOM(a, n->lists, n->n_lists, n->cap_lists);
	l = &n->lists[n->n_lists++];
	*l = (struct num_list){ .id = id, .definition = definition };
	for (int i = 0; i < NUM_LEVELS; i++)
		l->start[i] = -1;
	return l;
}

static struct num_definition *definition_by_id(struct numbering *n, int id)
{
	for (size_t i = 0; i < n->n_definitions; i++)
		if (n->definitions[i].id == id)
			return &n->definitions[i];
	return NULL;
}

static struct num_list *list_by_id(const struct numbering *n, int id)
{
	for (size_t i = 0; i < n->n_lists; i++)
		if (n->lists[i].id == id)
			return &n->lists[i];
	return NULL;
}

/* A definition may only point at the one that carries the style of its name. */
static struct num_definition *definition_of(struct numbering *n, const struct num_list *l)
{
	struct num_definition *d = definition_by_id(n, l->definition);

	if (!d || !d->link.n)
		return d;
	for (size_t i = 0; i < n->n_definitions; i++)
		if (span_eq(n->definitions[i].style_link, d->link))
			return &n->definitions[i];
	return d;
}

static const struct num_level *level_of(const struct num_list *l, const struct num_definition *d, int i)
{
	return l->levels[i].set ? &l->levels[i] : &d->levels[i];
}

/* Counts level i on; deeper levels begin anew. */
static void count_on(struct num_list *l, struct num_definition *d, int i)
{
	if (l->start[i] >= 0 && !l->used[i])
		d->count[i] = l->start[i];
	else if (!d->begun[i])
		d->count[i] = level_of(l, d, i)->start;
	else
		d->count[i]++;
	l->used[i] = d->begun[i] = true;
	for (int k = i + 1; k < NUM_LEVELS; k++) {
		int restart = level_of(l, d, k)->restart;

		if (restart < 0 || (restart > 0 && i < restart))
			d->begun[k] = false;
	}
}

/* The number of level i for a mark; a higher level that has not begun counts as begun. */
static int number_at(struct num_list *l, struct num_definition *d, int i)
{
	if (!d->begun[i]) {
		d->count[i] = l->start[i] >= 0 ? l->start[i] : level_of(l, d, i)->start;
		d->begun[i] = l->used[i] = true;
	}
	return d->count[i];
}

static void put_bullet(struct span text, struct buf *to)
{
	size_t at = 0;

	if (text.n)
		listnum_put_bullet(to, utf8_next(text, &at));
}

static void put_mark(struct num_list *l, struct num_definition *d, int i, struct buf *to)
{
	const struct num_level *lv = level_of(l, d, i);

	if (lv->format == NUM_BULLET) {
		put_bullet(lv->text, to);
		return;
	}
	for (size_t k = 0; k < lv->text.n; k++) {
		char c = lv->text.p[k], digit = k + 1 < lv->text.n ? lv->text.p[k + 1] : 0;

		if (c == '%' && digit >= '1' && digit <= '9') {
			int at = digit - '1';
			enum num_format f = level_of(l, d, at)->format;

			listnum_put(to, lv->legal && f != NUM_NONE ? NUM_DECIMAL : f, number_at(l, d, at));
			k++;
		} else {
			buf_putc(to, c);
		}
	}
}

bool numbering_next(struct numbering *n, int num_id, int level, struct buf *to)
{
	struct num_list *l = list_by_id(n, num_id);
	struct num_definition *d = l ? definition_of(n, l) : NULL;

	if (!d)
		return false;
	level = level < 0 ? 0 : level >= NUM_LEVELS ? NUM_LEVELS - 1 : level;
	if (!level_of(l, d, level)->set)
		return false;
	count_on(l, d, level);
	put_mark(l, d, level, to);
	return true;
}

void numbering_go_on(struct numbering *n, int from, int to, int level)
{
	struct num_list *a = list_by_id(n, from), *b = list_by_id(n, to);
	struct num_definition *x = a ? definition_of(n, a) : NULL, *y = b ? definition_of(n, b) : NULL;
	const struct num_level *lx, *ly;

	if (!x || !y || x == y || level < 0 || level >= NUM_LEVELS || !x->begun[level] || y->begun[level])
		return;
	lx = level_of(a, x, level);
	ly = level_of(b, y, level);
	if (lx->format != ly->format || lx->start != ly->start || !span_eq(lx->text, ly->text) || b->start[level] >= 0)
		return;
	y->count[level] = x->count[level];
	y->begun[level] = b->used[level] = true;
}

int numbering_level_of(const struct numbering *n, int num_id, struct span style)
{
	const struct num_list *l = list_by_id(n, num_id);

	for (size_t i = 0; l && style.n && i < n->n_definitions; i++)
		for (int k = 0; n->definitions[i].id == l->definition && k < NUM_LEVELS; k++)
			if (span_eq(n->definitions[i].levels[k].style, style))
				return k;
	return -1;
}
