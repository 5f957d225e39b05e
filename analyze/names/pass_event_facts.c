/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * When and where a meeting was held and how many came: what stands in its sentence. Runs when dates, places and numbers
 * are there. A meeting that is named again takes what another mention says, where these agree.
 */
#include "passes.h"

#include "span_index.h"
#include "utf8.h"

enum { NEAR = 200 /* bytes between a meeting and its day or town */, LONG_SENTENCE = 1000 };

static const char *const facts[] = { "date", "place", "participants" };

enum { FACTS = sizeof facts / sizeof *facts };

/* What the mentions with one name say together. */
struct held {
	const struct jval *value[FACTS]; /* NULL: none says it */
	bool differs[FACTS];
};

/* Inside the name of something else: a town in a company's name, the date of an act. */
static bool is_part(const struct doc *d, size_t from, size_t to, const struct item *it)
{
	for (size_t i = from; i < to; i++) {
		const struct item *o = &d->items[i];

		if (o != it && o->start <= it->start && o->end >= it->end &&
		    (o->type == ITEM_ORG || o->type == ITEM_LEGAL_ACT || o->type == ITEM_EVENT ||
		     o->type == ITEM_PERSON || o->type == ITEM_CONVENTION))
			return true;
	}
	return false;
}

/* A day or days, a month, a year; not a habit or an open bound. */
static bool is_day(struct span v)
{
	return v.n >= 4 && v.p[0] >= '0' && v.p[0] <= '9' && span_find(v, SPAN(".."), 0) == SPAN_NONE;
}

/* "в Томске", "г. Псков", "in Tirana": a place where something is, not one that somebody is from */
static bool is_where(const struct doc *d, const struct item *place)
{
	static const char *const before[] = { "в ",  "во ", "г. ",    "г.",       "городе ", "у ",  "ў ",     "на ",
					      "м. ", "м.",  "місті ", "горадзе ", "in ",     "at ", "город ", "гор. " };
	struct span text = span_sub(d->text, 0, place->start);

	for (size_t i = 0; i < sizeof before / sizeof *before; i++)
		if (span_ends(text, span_of(before[i])))
			return true;
	return false;
}

static bool counts_people(const struct item *number)
{
	static const char *const units[] = { "участник", "человек",     "делегат",  "учасник", "удзельнік", "чалавек",
					     "осіб",     "participant", "delegate", "person",  "адам",      "киши" };
	struct span unit = jval_str(number->norm, "unit");

	for (size_t i = 0; i < sizeof units / sizeof *units; i++)
		if (span_starts(unit, span_of(units[i])))
			return true;
	return false;
}

static bool tells_who_came(const struct doc *d, const struct sentence *s)
{
	static const char *const words[] = { "участ",     "собра",  "прибыл",    "зібра", "удзел", "ўдзел",
					     "took part", "attend", "participa", "qatys", "қатыс", "катыш" };
	struct span text = span_sub(d->text, s->start, s->end);

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (span_find(text, span_of(words[i]), 0) != SPAN_NONE)
			return true;
	return false;
}

static size_t distance(const struct item *a, const struct item *b)
{
	return a->end <= b->start ? b->start - a->end : a->start >= b->end ? a->start - b->end : 0;
}

/* The value of the fact that the item states about the meeting, empty: none. */
static struct span fact_of(const struct doc *d, size_t fact, const struct item *it, bool came)
{
	struct span v = { 0 };

	if (fact == 0 && (it->type == ITEM_DATE || it->type == ITEM_DEADLINE)) {
		v = jval_str(it->norm, "value");
		return is_day(v) ? v : (struct span){ 0 };
	}
	if (fact == 1 && it->type == ITEM_PLACE && is_where(d, it)) {
		v = jval_str(it->norm, "canonical");
		return v.n ? v : jval_str(it->norm, "value");
	}
	if (fact == 2 && came && it->type == ITEM_NUMBER && counts_people(it))
		return item_text(d, it);
	return v;
}

static void set_participants(struct doc *d, struct item *event, const struct item *number)
{
	const struct jval *v = jval_get(number->norm, "value");

	if (v)
		jval_set(&d->arena, event->norm, facts[2], jval_copy(&d->arena, v));
}

static void own_facts(struct doc *d, struct item *event)
{
	size_t at = doc_sentence_at(d, event->start);
	struct sentence near = at < d->n_sentences ? d->sentences[at] : (struct sentence){ SPAN_NONE, 0 };
	size_t from, to, best[FACTS] = { NEAR, NEAR, SPAN_NONE };
	const struct item *by[FACTS] = { NULL, NULL, NULL };
	bool came;

	if (near.start > event->start)
		return;
	if (event->start - near.start > LONG_SENTENCE)
		near.start = event->start - LONG_SENTENCE;
	if (near.end > event->end + LONG_SENTENCE)
		near.end = event->end + LONG_SENTENCE;
	came = tells_who_came(d, &near);
	from = doc_item_from(d, near.start);
	to = doc_item_from(d, near.end);
	for (size_t i = from; i < to; i++) {
		const struct item *it = &d->items[i];

		for (size_t k = 0; k < FACTS; k++) {
			size_t far = distance(it, event);

			if (!fact_of(d, k, it, came).n || far >= best[k] || is_part(d, from, to, it))
				continue;
			best[k] = far;
			by[k] = it;
		}
	}
	for (size_t k = 0; k < 2; k++)
		if (by[k])
			jval_set_str(&d->arena, event->norm, facts[k], fact_of(d, k, by[k], came));
	if (by[2])
		set_participants(d, event, by[2]);
}

static bool is_same(const struct jval *a, const struct jval *b)
{
	return a->type == b->type &&
	       (a->type == JSON_STRING ? span_eq(a->s, b->s) : a->type == JSON_INT && a->i == b->i);
}

static void note_facts(struct held *h, const struct item *event)
{
	for (size_t k = 0; k < FACTS; k++) {
		const struct jval *v = jval_get(event->norm, facts[k]);

		if (v && h->value[k] && !is_same(v, h->value[k]))
			h->differs[k] = true;
		else if (v)
			h->value[k] = v;
	}
}

static void share_facts(struct doc *d, const struct held *h, struct item *event)
{
	for (size_t k = 0; k < FACTS; k++)
		if (h->value[k] && !h->differs[k] && !jval_get(event->norm, facts[k]))
			jval_set(&d->arena, event->norm, facts[k], jval_copy(&d->arena, h->value[k]));
}

bool pass_event_facts(struct resolver *r, struct doc *d, struct err *e)
{
	struct span_index by_name = { 0 };
	struct held *held = NULL;
	size_t n = 0, cap = 0;

	(void)r;
	(void)e;
	for (size_t i = 0; i < d->n_items; i++) {
		struct item *it = &d->items[i];
		struct span name = jval_str(it->norm, "canonical");
		const struct span_entry *known;

		if (it->type != ITEM_EVENT || !name.n)
			continue;
		own_facts(d, it);
		known = span_index_get(&by_name, name);
		if (!known) {
			ARENA_ROOM(&d->arena, held, n, cap);
			held[n] = (struct held){ 0 };
			span_index_add(&by_name, &d->arena, name, n++);
			known = span_index_get(&by_name, name);
		}
		note_facts(&held[known->value], it);
	}
	for (size_t i = 0; n && i < d->n_items; i++) {
		const struct span_entry *known =
			d->items[i].type == ITEM_EVENT
				? span_index_get(&by_name, jval_str(d->items[i].norm, "canonical"))
				: NULL;

		if (known)
			share_facts(d, &held[known->value], &d->items[i]);
	}
	return true;
}
