/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pairing gold and predicted items of one document, type by type, and counting. */
#include <stdlib.h>

#include "eval_p.h"

struct mark *marks_add(struct marks *m)
{
	MEM_ROOM(m->v, m->n, m->cap);
	m->v[m->n] = (struct mark){ 0 };
	return &m->v[m->n++];
}

struct figure *eval_figure(struct eval *v, struct span type)
{
	for (size_t i = 0; i < v->n_figures; i++)
		if (span_eq(v->figures[i].type, type))
			return &v->figures[i];
	ARENA_ROOM(&v->arena, v->figures, v->n_figures, v->cap_figures);
	v->figures[v->n_figures] = (struct figure){ .type = arena_dup(&v->arena, type) };
	return &v->figures[v->n_figures++];
}

static bool stands(const struct mark *m)
{
	return m->lo <= m->hi;
}

static bool overlap(const struct mark *a, const struct mark *b)
{
	return stands(a) && stands(b) && a->lo <= b->hi && a->hi >= b->lo;
}

static bool touched(const struct mark *m, struct span type, const struct marks *others)
{
	for (size_t i = 0; i < others->n; i++)
		if (span_eq(others->v[i].type, type) && overlap(m, &others->v[i]))
			return true;
	return false;
}

/* Gold that an item of its other accepted type covers changes to that type; what is optional and missed goes. */
static void settle_gold(struct marks *gold, const struct marks *got)
{
	size_t kept = 0;

	for (size_t i = 0; i < gold->n; i++) {
		struct mark *g = &gold->v[i];

		if (g->alt_type.n && !touched(g, g->type, got) && touched(g, g->alt_type, got))
			g->type = g->alt_type;
		if (!g->optional || touched(g, g->type, got))
			gold->v[kept++] = *g;
	}
	gold->n = kept;
}

/* Where the gold of a type is only for recall, predictions that touch none of it do not count. */
static void settle_predicted(struct marks *got, const struct marks *gold, const struct jval *slices)
{
	char name[64];
	size_t kept = 0;

	for (size_t i = 0; i < got->n; i++) {
		struct mark *p = &got->v[i];

		if (p->type.n < sizeof name) {
			memcpy(name, p->type.p, p->type.n);
			name[p->type.n] = 0;
			if (span_is(jval_str(slices, name), "recall") && !touched(p, p->type, gold))
				continue;
		}
		got->v[kept++] = *p;
	}
	got->n = kept;
}

struct pair {
	size_t overlap, gold, got;
	bool equal;
};

/* The best first: equal value, then the longest common stretch, then the earliest. */
static int by_quality(const void *x, const void *y)
{
	const struct pair *a = x, *b = y;

	if (a->equal != b->equal)
		return a->equal ? -1 : 1;
	if (a->overlap != b->overlap)
		return a->overlap > b->overlap ? -1 : 1;
	if (a->gold != b->gold)
		return a->gold < b->gold ? -1 : 1;
	return (a->got > b->got) - (a->got < b->got);
}

static void add_miss(struct eval *v, struct span doc, const char *what, const struct mark *gold, const struct mark *got)
{
	const struct mark *any = gold ? gold : got;
	struct arena *a = &v->arena;
	struct miss *m;

	if (!v->o->errors)
		return;
	ARENA_ROOM(a, v->misses, v->n_misses, v->cap_misses);
	m = &v->misses[v->n_misses++];
	*m = (struct miss){ .type = arena_dup(a, any->type), .doc = arena_dup(a, doc), .what = span_of(what) };
	if (gold) {
		m->gold = arena_dup(a, gold->text);
		m->gold_value = arena_dup(a, gold->value);
	}
	if (got) {
		m->got = arena_dup(a, got->text);
		m->got_value = arena_dup(a, got->value);
	}
}

static void take_pair(struct eval *v, struct span doc, struct mark *g, struct mark *p, bool equal)
{
	struct figure *f = eval_figure(v, g->type);

	g->used = p->used = true;
	f->n[FIG_RELAXED]++;
	f->n[FIG_VALUE] += equal;
	f->n[FIG_FULL] += equal && span_eq(g->detail, p->detail);
	if (!equal && !span_is(g->type, "goal"))
		add_miss(v, doc, "value", g, p);
}

static void pair_all(struct eval *v, struct span doc, struct marks *gold, struct marks *got)
{
	struct pair *pairs = NULL;
	size_t n = 0, cap = 0;

	for (size_t i = 0; i < gold->n; i++) {
		for (size_t j = 0; j < got->n; j++) {
			const struct mark *g = &gold->v[i], *p = &got->v[j];
			size_t lo, hi;

			if (!span_eq(g->type, p->type) || !overlap(g, p))
				continue;
			lo = g->lo > p->lo ? g->lo : p->lo;
			hi = g->hi < p->hi ? g->hi : p->hi;
			MEM_ROOM(pairs, n, cap);
			pairs[n++] = (struct pair){ hi - lo + 1, i, j, span_eq(g->value, p->value) };
		}
	}
	if (n)
		qsort(pairs, n, sizeof *pairs, by_quality);
	for (size_t k = 0; k < n; k++) {
		struct mark *g = &gold->v[pairs[k].gold], *p = &got->v[pairs[k].got];

		if (!g->used && !p->used)
			take_pair(v, doc, g, p, pairs[k].equal);
	}
	free(pairs);
}

/* Same type and same words, each gold item once. */
static void count_strict(struct eval *v, const struct marks *gold, const struct marks *got)
{
	bool *taken = mem_alloc(got->n + 1);

	for (size_t i = 0; i < gold->n; i++) {
		for (size_t j = 0; j < got->n; j++) {
			const struct mark *g = &gold->v[i], *p = &got->v[j];

			if (taken[j] || !stands(p) || g->lo != p->lo || g->hi != p->hi || !span_eq(g->type, p->type))
				continue;
			taken[j] = true;
			eval_figure(v, g->type)->n[FIG_STRICT]++;
			break;
		}
	}
	free(taken);
}

void eval_score(struct eval *v, struct span doc, struct marks *gold, struct marks *got, const struct jval *slices)
{
	settle_gold(gold, got);
	settle_predicted(got, gold, slices);
	for (size_t i = 0; i < gold->n; i++)
		eval_figure(v, gold->v[i].type)->n[FIG_GOLD]++;
	for (size_t i = 0; i < got->n; i++)
		eval_figure(v, got->v[i].type)->n[FIG_PREDICTED]++;
	count_strict(v, gold, got);
	pair_all(v, doc, gold, got);
	for (size_t i = 0; i < gold->n; i++)
		if (!gold->v[i].used)
			add_miss(v, doc, "missed", &gold->v[i], NULL);
	for (size_t i = 0; i < got->n; i++)
		if (!got->v[i].used)
			add_miss(v, doc, "spurious", NULL, &got->v[i]);
}
