/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a document of the stream and its gold to two lists of marks over the reference's words. */
#include "eval.h"

#include <stdlib.h>

#include "eval_p.h"
#include "eval_value.h"
#include "i18n.h"

struct eval *eval_open(const struct eval_options *o, struct err *e)
{
	struct eval *v = mem_alloc(sizeof *v);

	v->o = o;
	v->json = json_parser_new();
	if (eval_gold_load(v, e))
		return v;
	eval_close(v);
	return NULL;
}

void eval_close(struct eval *v)
{
	if (!v)
		return;
	json_parser_free(v->json);
	arena_free(&v->arena);
	free(v);
}

static bool is_true(const struct jval *norm, const char *key)
{
	const struct jval *m = jval_get(norm, key);

	if (!m)
		return false;
	return m->type == JSON_BOOL ? m->b : m->type == JSON_STRING ? m->s.n > 0 : m->type == JSON_INT && m->i;
}

/* Code point where the first item marked dup begins; -1: none. */
static long first_dup(const struct gold_doc *g)
{
	long first = -1;

	for (size_t i = 0; i < g->n_items; i++) {
		long start = (long)jval_num(g->items[i], "start", 0);

		if (is_true(jval_get(g->items[i], "norm"), "dup") && (first < 0 || start < first))
			first = start;
	}
	return first;
}

static void gold_marks(struct eval *v, const struct gold_doc *g, struct marks *out)
{
	for (size_t i = 0; i < g->n_items; i++) {
		const struct jval *item = g->items[i], *norm = jval_get(item, "norm");
		size_t lo, hi, start = eval_gold_byte(g, (long)jval_num(item, "start", 0)),
			       end = eval_gold_byte(g, (long)jval_num(item, "end", 0));
		struct mark *m;

		if ((v->o->no_dup && is_true(norm, "dup")) || !eval_range(&g->words, start, end, &lo, &hi))
			continue;
		m = marks_add(out);
		m->type = jval_str(item, "type");
		m->lo = lo, m->hi = hi;
		m->value = eval_value(&v->arena, m->type, norm);
		m->detail = eval_detail(&v->arena, m->type, norm);
		m->text = jval_str(item, "quote");
		m->alt_type = jval_str(norm, "alt_type");
		m->optional = is_true(norm, "optional") || is_true(norm, "uncertain");
	}
}

/* Types that are always scored; others only where the gold has them. */
static bool is_scored(struct span type, const struct gold_doc *g)
{
	static const enum item_type always[] = { ITEM_DATE,       ITEM_DEADLINE,       ITEM_NUMBER,   ITEM_ORG,
						 ITEM_CONVENTION, ITEM_RECOMMENDATION, ITEM_PROTOCOL, ITEM_LEGAL_ACT,
						 ITEM_GOAL,       ITEM_PERSON,         ITEM_PLACE };

	for (size_t i = 0; i < sizeof always / sizeof *always; i++)
		if (span_is(type, item_type_names[always[i]]))
			return true;
	for (size_t i = 0; i < g->n_items; i++)
		if (span_eq(type, jval_str(g->items[i], "type")) ||
		    span_eq(type, jval_str(jval_get(g->items[i], "norm"), "alt_type")))
			return true;
	return false;
}

/* The slices of a document: those of "*" under its own; a plain list holds for every type. */
static struct jval *slices_of(struct eval *v, const struct gold_doc *g, struct jval **every)
{
	struct jval *all = jval_object(&v->arena);
	const struct jval *own = jval_get(v->slices, g->key.p), *common = jval_get(v->slices, "*");

	*every = NULL;
	for (const struct jval *m = common ? common->first : NULL; m; m = m->next)
		jval_set(&v->arena, all, m->key.p, jval_copy(&v->arena, m));
	if (own && own->type == JSON_ARRAY)
		*every = jval_copy(&v->arena, own);
	else
		for (const struct jval *m = own ? own->first : NULL; m; m = m->next)
			jval_set(&v->arena, all, m->key.p, jval_copy(&v->arena, m));
	return all;
}

/* Does [from, to) of the reference lie in one of the ranges of code points? */
static bool in_ranges(const struct gold_doc *g, const struct jval *ranges, size_t from, size_t to)
{
	if (!ranges || ranges->type != JSON_ARRAY)
		return true;
	for (const struct jval *r = ranges->first; r; r = r->next) {
		if (r->count < 2)
			continue;
		if (from >= eval_gold_byte(g, (long)r->first->i) && to <= eval_gold_byte(g, (long)r->last->i))
			return true;
	}
	return false;
}

/* Where the words lo…hi of the stream's text stand in the reference; false: nowhere. */
static bool image_of(const struct eval_image *back, size_t lo, size_t hi, size_t *from, size_t *to)
{
	bool any = false;

	for (size_t w = lo; w <= hi; w++) {
		if (back[w].lo > back[w].hi)
			continue;
		if (!any || back[w].lo < *from)
			*from = back[w].lo;
		if (!any || back[w].hi > *to)
			*to = back[w].hi;
		any = true;
	}
	return any;
}

struct predicting {
	struct eval *v;
	const struct gold_doc *g;
	struct eval_words words;
	const struct eval_image *back;
	const struct jval *slices, *every;
	long dup_from; /* code point of the reference, or -1 */
	struct marks *out;
};

static void predict(const struct predicting *p, const struct doc *d, const struct item *i)
{
	struct span type = i->type == ITEM_OTHER ? i->type_name : span_of(item_type_names[i->type]);
	struct mark m = { .type = type, .lo = 1, .hi = 0, .text = item_text(d, i) };
	const struct jval *ranges = jval_get(p->slices, item_type_names[i->type < ITEM_TYPES ? i->type : 0]);
	bool drop_dup = p->v->o->no_dup && p->dup_from >= 0;
	size_t lo, hi, from = 0, to = 0;

	if (!is_scored(type, p->g) || (drop_dup && is_true(i->norm, "dup")))
		return;
	if (eval_range(&p->words, i->start, i->end, &lo, &hi) && image_of(p->back, lo, hi, &from, &to)) {
		size_t start = p->g->words.v[from].start, end = p->g->words.v[to].end;

		if (drop_dup && start >= eval_gold_byte(p->g, p->dup_from))
			return;
		if (!in_ranges(p->g, ranges ? ranges : p->every, start, end))
			return;
		m.lo = from, m.hi = to;
	}
	m.value = eval_value(&p->v->arena, type, i->norm);
	m.detail = eval_detail(&p->v->arena, type, i->norm);
	*marks_add(p->out) = m;
}

bool eval_add(struct eval *v, struct doc *d, const struct log *l, struct err *e)
{
	struct gold_doc *g = eval_gold_for(v, d->source.path);
	struct marks gold = { 0 }, got = { 0 };
	struct predicting p = { .v = v, .g = g, .out = &got };
	struct jval *every;

	(void)e;
	if (!g) {
		log_info(l, _("%.*s: no gold for it"), SPAN_ARG(d->source.path));
		return true;
	}
	if (!d->has_text || !d->has_items)
		return true;
	g->seen = true;
	p.words = eval_split(&d->arena, d->text);
	p.back = eval_align(&d->arena, &g->words, &p.words);
	p.slices = slices_of(v, g, &every);
	p.every = every;
	p.dup_from = first_dup(g);
	gold_marks(v, g, &gold);
	for (size_t i = 0; i < d->n_items; i++)
		predict(&p, d, &d->items[i]);
	eval_score(v, g->key, &gold, &got, p.slices);
	free(gold.v);
	free(got.v);
	return true;
}
