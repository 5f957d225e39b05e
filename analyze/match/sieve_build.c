/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Patterns as an automaton that takes all they match and more: assertions and look-around hold always, counts end
 * early, and what stands behind the first characters is not looked at. Built from the end, each node knowing what
 * follows it.
 */
#include "sieve_p.h"

#include <stdlib.h>
#include <string.h>

#include "utf8.h"

enum {
	DEPTH = 12,        /* characters of a match that are looked at, at least */
	COPIES = 4,        /* of something counted; more are a loop */
	LIST_MAX = 200,    /* nodes in a row */
	FOLDED_MAX = 32,   /* different classes of a rule that are kept */
	PARTS_MAX = 60000, /* of one rule; a larger one passes always */
};

/* A class of a pattern that sees letters as printed, and what it is in folded text. */
struct folded {
	const struct charset *from, *to;
};

struct building {
	struct parts *parts;
	struct arena arena;
	size_t first; /* part of this rule */
	unsigned accept;
	unsigned char rule;
	bool cased; /* the pattern sees the text as printed, the sieve folded */
	struct folded folded[FOLDED_MAX];
	size_t n_folded;
};

static unsigned build(struct building *b, const struct node *n, unsigned next, int depth);

static unsigned add(struct building *b, struct part p)
{
	struct parts *parts = b->parts;

	if (parts->n - b->first > PARTS_MAX)
		return b->accept;
	p.rule = b->rule;
	MEM_ROOM(parts->v, parts->n, parts->cap);
	parts->v[parts->n] = p;
	return (unsigned)parts->n++;
}

static unsigned range(struct building *b, unsigned char lo, unsigned char hi, unsigned next)
{
	return add(b, (struct part){ .kind = PART_RANGE, .lo = lo, .hi = hi, .next = next });
}

static unsigned split(struct building *b, unsigned next, unsigned other)
{
	return next == other ? next : add(b, (struct part){ .kind = PART_SPLIT, .next = next, .other = other });
}

/* Any number of what leads from the returned part back to it; body is built by the caller, then closed. */
static unsigned open_loop(struct building *b, unsigned next)
{
	return add(b, (struct part){ .kind = PART_SPLIT, .next = next, .other = next });
}

static void close_loop(struct building *b, unsigned loop, unsigned body)
{
	if (loop != b->accept)
		b->parts->v[loop].other = body;
}

static unsigned build_bytes(struct building *b, struct span bytes, unsigned next)
{
	for (size_t n = bytes.n; n-- > 0;)
		next = range(b, (unsigned char)bytes.p[n], (unsigned char)bytes.p[n], next);
	return next;
}

static unsigned build_char(struct building *b, unsigned cp, unsigned next)
{
	unsigned all = 0;
	char cases[3][4], folded[3][4];
	unsigned cps[3] = { cp, utf8_lower(cp), utf8_upper(cp) };
	size_t n[3];

	n[0] = utf8_encode(cp, cases[0]);
	if (!b->cased)
		return build_bytes(b, span_make(cases[0], n[0]), next);
	for (size_t i = 0; i < 3; i++) {
		n[i] = utf8_encode(cps[i], cases[i]);
		utf8_fold(span_make(cases[i], n[i]), folded[i]);
		if (i == 0)
			all = build_bytes(b, span_make(folded[i], n[i]), next);
		else if (n[i] != n[0] || memcmp(folded[i], folded[0], n[0]) != 0) /* its case changes its length */
			all = split(b, build_bytes(b, span_make(folded[i], n[i]), next), all);
	}
	return all;
}

/* Characters lo … hi of n bytes: exact where they differ in the last byte only, else all with such lead bytes. */
static unsigned build_range(struct building *b, unsigned lo, unsigned hi, size_t n, unsigned next)
{
	char first[4], last[4];
	bool alike;

	utf8_encode(lo, first);
	utf8_encode(hi, last);
	alike = !memcmp(first, last, n - 1);
	for (size_t i = n; i-- > 1;)
		next = alike ? range(b, (unsigned char)first[i], (unsigned char)last[i], next)
			     : range(b, 0x80, 0xBF, next);
	return range(b, (unsigned char)first[0], (unsigned char)last[0], next);
}

/* What the fold may make of the characters of a set, and more. */
static const struct charset *fold_class(struct building *b, const struct charset *set)
{
	enum { FOLDS_TO = 0x530, SIGNS = 0x2000, SIGNS_END = 0x2BFF, LAST = 0x10FFFF };
	struct charset *all = arena_alloc(&b->arena, sizeof *all), fold = { 0 };

	charset_add_set(&b->arena, all, set);
	charset_both_cases(&b->arena, all);
	charset_add_set(&b->arena, &fold, all);
	charset_fold(&b->arena, &fold);
	charset_add_set(&b->arena, all, &fold);
	for (size_t i = 0; i < set->n; i++)
		if (set->v[i].hi >= FOLDS_TO && !(set->v[i].lo >= SIGNS && set->v[i].hi <= SIGNS_END))
			charset_add(&b->arena, all, FOLDS_TO, LAST);
	charset_settle(all);
	return all;
}

/* As fold_class; a rule uses few different classes, each often. */
static const struct charset *folded_class(struct building *b, const struct charset *set)
{
	size_t i = 0;

	while (i < b->n_folded &&
	       (b->folded[i].from->n != set->n || memcmp(b->folded[i].from->v, set->v, set->n * sizeof *set->v) != 0))
		i++;
	if (i < b->n_folded)
		return b->folded[i].to;
	if (i == FOLDED_MAX)
		return fold_class(b, set);
	b->folded[b->n_folded++] = (struct folded){ set, fold_class(b, set) };
	return b->folded[i].to;
}

static unsigned build_class(struct building *b, const struct charset *set, unsigned next)
{
	static const struct range lengths[] = {
		[1] = { 0, 0x7F }, { 0x80, 0x7FF }, { 0x800, 0xFFFF }, { 0x10000, 0x10FFFF }
	};
	unsigned all = 0;
	bool any = false;

	if (b->cased)
		set = folded_class(b, set);
	for (size_t i = 0; i < set->n; i++)
		for (size_t n = 1; n <= 4; n++) {
			unsigned lo = set->v[i].lo > lengths[n].lo ? set->v[i].lo : lengths[n].lo;
			unsigned hi = set->v[i].hi < lengths[n].hi ? set->v[i].hi : lengths[n].hi;
			unsigned one;

			if (lo > hi)
				continue;
			one = build_range(b, lo, hi, n, next);
			all = any ? split(b, one, all) : one;
			any = true;
		}
	return any ? all : range(b, 1, 0, next); /* the empty class: nothing */
}

/* Spaces, or glue: nothing at all. */
static unsigned build_space(struct building *b, unsigned next)
{
	unsigned loop = open_loop(b, next);

	close_loop(b, loop, range(b, ' ', ' ', loop));
	return loop;
}

/* Letters, judged by their lead bytes (charset.h), and the bytes behind these. */
static unsigned build_tail(struct building *b, unsigned next)
{
	static const unsigned char ranges[][2] = {
		{ 'A', 'Z' }, { 'a', 'z' }, { 0x80, 0xBF }, { 0xC3, 0xE1 }, { 0xE3, 0xED }
	};
	unsigned loop = open_loop(b, next);
	unsigned body = range(b, 1, 0, loop);

	for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
		body = split(b, range(b, ranges[i][0], ranges[i][1], loop), body);
	close_loop(b, loop, body);
	return loop;
}

/* Characters that a node takes at least, roughly: it only decides how far the automaton looks. */
static int least(const struct node *n)
{
	int sum = 0;

	switch (n->kind) {
	case NODE_CHAR:
	case NODE_CLASS:
	case NODE_SET:
		return 1;
	case NODE_CAT:
		for (const struct node *k = n->kids; k && sum < DEPTH; k = k->next)
			sum += least(k);
		return sum;
	case NODE_GROUP:
		return n->kids ? least(n->kids) : 0;
	case NODE_REPEAT:
		return n->min ? least(n->kids) : 0;
	case NODE_ALT:
	case NODE_EMPTY:
	case NODE_SPACE:
	case NODE_TAIL:
	case NODE_ASSERT:
		return 0;
	}
	return 0;
}

static unsigned build_list(struct building *b, const struct node *kids, unsigned next, int depth)
{
	const struct node *list[LIST_MAX];
	int depths[LIST_MAX];
	size_t n = 0;

	for (; kids && depth < DEPTH && n < LIST_MAX; kids = kids->next) {
		list[n] = kids;
		depths[n++] = depth;
		depth += least(kids);
	}
	if (kids)
		next = b->accept;
	while (n-- > 0)
		next = build(b, list[n], next, depths[n]);
	return next;
}

/* ---- alternatives: those that begin alike share that ---- */

struct branch {
	const struct node *first; /* of a list; NULL: empty */
	bool alone;               /* what follows first is the next alternative, not its own */
	bool done;
};

static unsigned build_branch(struct building *b, const struct branch *x, unsigned next, int depth)
{
	if (!x->first)
		return next;
	return x->alone ? build(b, x->first, next, depth) : build_list(b, x->first, next, depth);
}

static bool begins_alike(const struct branch *x, const struct branch *y)
{
	return x->first && y->first && x->first->kind == NODE_CHAR && y->first->kind == NODE_CHAR &&
	       x->first->cp == y->first->cp;
}

static unsigned build_branches(struct building *b, struct branch *v, size_t n, unsigned next, int depth);

/* v[i] and all that begin with the same character. */
static unsigned build_alike(struct building *b, struct branch *v, size_t n, size_t i, unsigned next, int depth)
{
	struct branch *rests = arena_alloc(&b->arena, (n - i) * sizeof *rests);
	size_t alike = 0;

	for (size_t k = i; k < n; k++) {
		if (v[k].done || (k > i && !begins_alike(&v[i], &v[k])))
			continue;
		v[k].done = true;
		rests[alike++] = (struct branch){ .first = v[k].alone || !v[k].first ? NULL : v[k].first->next };
	}
	if (alike == 1)
		return build_branch(b, &v[i], next, depth);
	return build_char(b, v[i].first->cp, build_branches(b, rests, alike, next, depth + 1));
}

static unsigned build_branches(struct building *b, struct branch *v, size_t n, unsigned next, int depth)
{
	unsigned all = 0;
	bool any = false;

	if (depth >= DEPTH)
		return b->accept;
	for (size_t i = 0; i < n; i++) {
		unsigned one;

		if (v[i].done)
			continue;
		one = build_alike(b, v, n, i, next, depth);
		all = any ? split(b, one, all) : one;
		any = true;
	}
	return any ? all : next;
}

static unsigned build_alternatives(struct building *b, const struct node *kids, unsigned next, int depth)
{
	size_t n = 0;
	struct branch *v;

	if (kids && !kids->next)
		return build(b, kids, next, depth);
	for (const struct node *k = kids; k; k = k->next)
		n++;
	v = arena_alloc(&b->arena, (n + 1) * sizeof *v);
	n = 0;
	for (const struct node *k = kids; k; k = k->next)
		v[n++] = k->kind == NODE_CAT ? (struct branch){ .first = k->kids }
					     : (struct branch){ .first = k, .alone = true };
	return build_branches(b, v, n, next, depth);
}

static unsigned build_repeat(struct building *b, const struct node *n, unsigned next, int depth)
{
	bool loops = n->max < 0 || n->max > COPIES;
	int copies = loops ? (n->min < COPIES ? n->min : COPIES) : n->max;
	unsigned end = next;

	if (loops) {
		unsigned loop = open_loop(b, next);

		close_loop(b, loop, build(b, n->kids, loop, depth));
		next = loop;
	}
	for (int i = copies; i-- > 0;) {
		next = build(b, n->kids, next, depth);
		if (i >= n->min)
			next = split(b, next, end);
	}
	return next;
}

static unsigned build(struct building *b, const struct node *n, unsigned next, int depth)
{
	if (depth >= DEPTH)
		return b->accept;
	switch (n->kind) {
	case NODE_EMPTY:
	case NODE_ASSERT:
		return next;
	case NODE_CHAR:
		return build_char(b, n->cp, next);
	case NODE_CLASS:
		return build_class(b, n->set, next);
	case NODE_SPACE:
		return build_space(b, next);
	case NODE_TAIL:
		return build_tail(b, next);
	case NODE_CAT:
		return build_list(b, n->kids, next, depth);
	case NODE_ALT:
	case NODE_SET:
		return build_alternatives(b, n->kids, next, depth);
	case NODE_GROUP:
		if (!n->name.n && (n->open[1] == '=' || n->open[1] == '!' || n->open[1] == '<'))
			return next; /* takes up no text */
		return build_alternatives(b, n->kids, next, depth);
	case NODE_REPEAT:
		return build_repeat(b, n, next, depth);
	}
	return b->accept;
}

unsigned sieve_build(struct parts *parts, const struct node *patterns, bool cased, unsigned rule)
{
	struct building b = { .parts = parts, .first = parts->n, .rule = (unsigned char)rule, .cased = cased };
	unsigned start;

	b.accept = add(&b, (struct part){ .kind = PART_ACCEPT });
	start = build(&b, patterns, b.accept, 0);
	if (parts->n - b.first > PARTS_MAX)
		start = b.accept;
	arena_free(&b.arena);
	return start;
}
