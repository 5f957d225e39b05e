/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Alternatives spelled out one by one: what a set's trie and a look-behind are made of. */
#include "pattern_emit.h"

enum { COPIES_MAX = 4 << 20 /* nodes that are copied before it gives up: each step copies what stands before it */ };

struct flat {
	struct arena *a;
	bool open_sets;
	size_t copies;
};

static bool flatten_onto(struct flat *f, const struct node *n, const struct sequences *before, struct sequences *out);

static bool push(struct flat *f, struct sequences *out, struct sequence before, const struct node *n)
{
	struct sequence s = { .n = before.n + 1 };

	f->copies += s.n;
	if (out->n >= SEQUENCES_MAX || f->copies > COPIES_MAX)
		return false;
	s.v = arena_alloc(f->a, s.n * sizeof *s.v);
	if (before.n)
		memcpy(s.v, before.v, before.n * sizeof *s.v);
	s.v[before.n] = n;
	ARENA_ROOM(f->a, out->v, out->n, out->cap);
	out->v[out->n++] = s;
	return true;
}

static bool push_all(struct arena *a, struct sequences *out, const struct sequences *more)
{
	for (size_t i = 0; i < more->n; i++) {
		if (out->n >= SEQUENCES_MAX)
			return false;
		ARENA_ROOM(a, out->v, out->n, out->cap);
		out->v[out->n++] = more->v[i];
	}
	return true;
}

static bool flatten_cat(struct flat *f, const struct node *kids, const struct sequences *before, struct sequences *out)
{
	struct sequences now = *before;

	for (; kids; kids = kids->next) {
		struct sequences next = { 0 };

		if (!flatten_onto(f, kids, &now, &next))
			return false;
		now = next;
	}
	return push_all(f->a, out, &now);
}

static bool is_plain_group(const struct node *n)
{
	return n->kind == NODE_GROUP && !n->name.n && !strcmp(n->open, "?:");
}

/* A set is opened where it is a whole alternative; else its alternatives would multiply. */
static bool is_open_set(const struct flat *f, const struct node *n, const struct sequences *before)
{
	return n->kind == NODE_SET && (f->open_sets || (before->n == 1 && before->v[0].n == 0 && !n->next));
}

static bool flatten_onto(struct flat *f, const struct node *n, const struct sequences *before, struct sequences *out)
{
	if (n->kind == NODE_EMPTY)
		return push_all(f->a, out, before);
	if (n->kind == NODE_CAT)
		return flatten_cat(f, n->kids, before, out);
	if (is_open_set(f, n, before) || is_plain_group(n))
		return flatten_onto(f, n->kids, before, out);
	if (n->kind == NODE_ALT) {
		for (const struct node *k = n->kids; k; k = k->next)
			if (!flatten_onto(f, k, before, out))
				return false;
		return true;
	}
	if (n->kind == NODE_REPEAT && n->min == 0 && n->max == 1)
		return flatten_onto(f, n->kids, before, out) && push_all(f->a, out, before);
	for (size_t i = 0; i < before->n; i++)
		if (!push(f, out, before->v[i], n))
			return false;
	return true;
}

bool pattern_flatten(struct arena *a, const struct node *n, bool open_sets, struct sequences *out)
{
	struct flat f = { .a = a, .open_sets = open_sets };
	struct sequence empty = { 0 };
	struct sequences start = { &empty, 1, 1 };

	return flatten_onto(&f, n, &start, out);
}
