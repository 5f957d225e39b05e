/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Builds the hash of stems from the triggers and needs of all rules of a phase. */
#include "triggers.h"

#include <stdlib.h>

static const uint64_t level_masks[STEM_LEVELS] = { 0xFF, 0xFFFF, 0xFFFFFFFF, ~(uint64_t)0 };

static int level_of(size_t bytes)
{
	return bytes >= 8 ? 3 : bytes >= 4 ? 2 : bytes >= 2 ? 1 : 0;
}

/* One use of a stem or class, before those of different rules are joined; chained in the order of the rules. */
struct use {
	const struct trigger *trigger;
	bool is_need;
	unsigned id;
	unsigned next; /* number + 1 of the next use of the same */
};

struct building {
	struct ruleset *rs;
	struct trigger_table *t;
	struct use *uses;
	size_t n, cap;
};

static void add_use(struct building *b, const struct trigger *t, unsigned id, bool is_need)
{
	struct trigger_table *table = b->t;

	MEM_ROOM(b->uses, b->n, b->cap);
	b->uses[b->n++] = (struct use){ .trigger = t, .is_need = is_need, .id = id };
	if (t->kind == TRIGGER_STEM) {
		unsigned char first = (unsigned char)t->text.p[0];

		table->has_digit_stems = table->has_digit_stems || (first >= '0' && first <= '9');
		table->has_digits = table->has_digits || table->has_digit_stems;
		table->has_signs = table->has_signs || (!byte_is_letter(first) && !(first >= '0' && first <= '9'));
	}
	table->has_starts = table->has_starts || t->kind == TRIGGER_START;
	table->has_digits = table->has_digits || t->kind == TRIGGER_DIGIT;
	table->has_case = table->has_case || t->kind == TRIGGER_UPPER || t->kind == TRIGGER_CAPS;
}

static bool same_triggers(const struct triggers *a, const struct triggers *b)
{
	if (a->n != b->n)
		return false;
	for (size_t i = 0; i < a->n; i++)
		if (a->v[i].kind != b->v[i].kind || a->v[i].whole != b->v[i].whole || a->v[i].min != b->v[i].min ||
		    a->v[i].max != b->v[i].max || !span_eq(a->v[i].text, b->v[i].text))
			return false;
	return true;
}

/* The id of a list of needs: equal lists of different rules share one. */
static unsigned need_id(struct building *b, const struct triggers *list, const struct triggers **known)
{
	for (size_t i = 0; i < b->t->n_need_ids; i++)
		if (same_triggers(known[i], list))
			return (unsigned)i;
	known[b->t->n_need_ids] = list;
	for (size_t i = 0; i < list->n; i++)
		add_use(b, &list->v[i], (unsigned)b->t->n_need_ids, true);
	return (unsigned)b->t->n_need_ids++;
}

static void collect(struct building *b, int phase)
{
	const struct triggers **known = mem_alloc((b->rs->n_rules * (NEEDS_MAX + 1) + 1) * sizeof *known);

	for (size_t i = 0; i < b->rs->n_rules; i++) {
		struct rule *r = &b->rs->rules[i];

		if (r->phase != phase || r->type == -2)
			continue;
		for (size_t k = 0; k < r->n_needs; k++)
			r->need_ids[k] = need_id(b, &r->needs[k], known);
		if (r->found_needs.n)
			r->found_id = need_id(b, &r->found_needs, known);
		for (size_t k = 0; k < r->triggers.n; k++)
			add_use(b, &r->triggers.v[k], (unsigned)i, false);
		b->t->has_rules = b->t->has_rules || r->triggers.n || r->follows;
	}
	free(known);
}

/* Once all needs have their numbers. */
static struct rule_use rule_use(const struct building *b, unsigned rule)
{
	const struct rule *r = &b->rs->rules[rule];
	unsigned none = (unsigned)b->t->n_need_ids;
	struct rule_use use = { rule, { none, none } };
	size_t n = 0;

	if (r->found_needs.n)
		use.needs[n++] = r->found_id;
	for (size_t i = 0; i < r->n_needs && n < 2; i++)
		use.needs[n++] = r->need_ids[i];
	return use;
}

static uint64_t asked_by(const struct building *b, const struct rule_use *use)
{
	return use->needs[0] == b->t->n_need_ids ? ~(uint64_t)0 : need_sign(use->needs[0]);
}

/* The first and last use of a stem or class while they are chained. */
struct chain {
	unsigned first, last;
};

/* The number of the stem of a use, made when new; index is a hash of stem numbers + 1. */
static unsigned find_stem(struct building *b, const struct trigger *u, unsigned *index, size_t slots)
{
	struct trigger_table *t = b->t;
	size_t i = (span_hash(u->text) + u->whole) & (slots - 1);

	for (; index[i]; i = (i + 1) & (slots - 1)) {
		const struct stem *s = &t->stems[index[i] - 1];

		if (s->whole == u->whole && span_eq(s->text, u->text))
			return index[i] - 1;
	}
	ARENA_ROOM(&b->rs->arena, t->stems, t->n_stems, t->cap_stems);
	t->stems[t->n_stems] = (struct stem){ .text = u->text, .whole = u->whole };
	index[i] = (unsigned)++t->n_stems;
	return index[i] - 1;
}

static unsigned find_class(struct building *b, const struct trigger *u)
{
	struct trigger_table *t = b->t;
	size_t i = 0;

	while (i < t->n_classes &&
	       (t->classes[i].kind != u->kind || t->classes[i].min != u->min || t->classes[i].max != u->max))
		i++;
	if (i == t->n_classes) {
		ARENA_ROOM(&b->rs->arena, t->classes, t->n_classes, t->cap_classes);
		t->classes[t->n_classes++] = (struct class_trigger){ u->kind, u->min, u->max };
	}
	return (unsigned)i;
}

static bool same_use(const struct use *a, const struct use *b)
{
	return a->is_need == b->is_need && a->id == b->id;
}

/* Chains of stems from the beginning of chains on, of classes from its middle on. */
static void chain_uses(struct building *b, struct chain *chains, unsigned *index, size_t slots)
{
	for (size_t i = 0; i < b->n; i++) {
		struct use *u = &b->uses[i];
		bool stem = u->trigger->kind == TRIGGER_STEM;
		struct chain *c =
			chains + (stem ? find_stem(b, u->trigger, index, slots) : b->n + find_class(b, u->trigger));

		if (c->last && same_use(&b->uses[c->last - 1], u))
			continue; /* the same twice in one rule */
		if (c->last)
			b->uses[c->last - 1].next = (unsigned)i + 1;
		else
			c->first = (unsigned)i + 1;
		c->last = (unsigned)i + 1;
	}
}

struct laying {
	unsigned n_rules, n_needs;
};

static void lay_out(struct building *b, struct laying *l, const struct chain *chain, struct hit_use *use)
{
	struct trigger_table *t = b->t;

	use->first_rule = l->n_rules;
	use->first_need = l->n_needs;
	for (unsigned i = chain->first; i; i = b->uses[i - 1].next) {
		unsigned id = b->uses[i - 1].id;

		if (b->uses[i - 1].is_need) {
			t->needs[l->n_needs++] = id;
			use->gives |= need_sign(id);
		} else {
			t->rules[l->n_rules] = rule_use(b, id);
			use->asks |= asked_by(b, &t->rules[l->n_rules++]);
		}
	}
	use->n_rules = l->n_rules - use->first_rule;
	use->n_needs = l->n_needs - use->first_need;
}

static void lay_out_all(struct building *b, const struct chain *chains)
{
	struct trigger_table *t = b->t;
	struct laying l = { 0 };

	t->uses = arena_alloc(&b->rs->arena, (t->n_stems + t->n_classes + 1) * sizeof *t->uses);
	for (size_t i = 0; i < t->n_stems; i++) {
		lay_out(b, &l, &chains[i], &t->uses[i]);
		t->uses[i].bytes = t->stems[i].text.n;
	}
	for (size_t i = 0; i < t->n_classes; i++) {
		lay_out(b, &l, &chains[b->n + i], &t->uses[t->n_stems + i]);
		if (t->classes[i].kind == TRIGGER_START)
			t->start = t->n_stems + i;
	}
}

/* Joins equal stems and classes of different rules: each stands once in the table. */
static void join_uses(struct building *b)
{
	size_t slots = 16;
	unsigned *index;
	struct chain *chains = mem_alloc((2 * b->n + 1) * sizeof *chains);

	while (slots < 2 * b->n + 1)
		slots *= 2;
	index = mem_alloc(slots * sizeof *index);
	b->t->rules = arena_alloc(&b->rs->arena, (b->n + 1) * sizeof *b->t->rules);
	b->t->needs = arena_alloc(&b->rs->arena, (b->n + 1) * sizeof *b->t->needs);
	chain_uses(b, chains, index, slots);
	lay_out_all(b, chains);
	free(index);
	free(chains);
}

static uint64_t stem_key(struct span text, int level)
{
	char bytes[8] = { 0 };

	memcpy(bytes, text.p, text.n < 8 ? text.n : 8);
	return load8(bytes) & level_masks[level];
}

/* A stem, and where it is to stand: by its key, then by its number, so that the order of the rules is kept. */
struct stem_place {
	int level;
	uint64_t key;
	size_t number;
};

static int by_key(const void *x, const void *y)
{
	const struct stem_place *a = x, *b = y;

	if (a->level != b->level)
		return a->level < b->level ? -1 : 1;
	if (a->key != b->key)
		return a->key < b->key ? -1 : 1;
	return a->number < b->number ? -1 : a->number > b->number;
}

static void set_head(struct stem *s)
{
	for (size_t i = 0; i < STEM_BYTES / 8; i++) {
		char bytes[8] = { 0 }, mask[8] = { 0 };
		size_t n = s->text.n > 8 * i ? s->text.n - 8 * i : 0;

		n = n < 8 ? n : 8;
		if (n) {
			memcpy(bytes, s->text.p + 8 * i, n);
			memset(mask, 0xFF, n);
		}
		s->head[i] = load8(bytes);
		s->head_mask[i] = load8(mask);
	}
}

/* Puts stems and what they are for in the order of places. */
static void order_stems(struct ruleset *rs, struct trigger_table *t, struct stem_place *places)
{
	struct stem *stems = arena_alloc(&rs->arena, (t->n_stems + 1) * sizeof *stems);
	struct hit_use *uses = mem_alloc((t->n_stems + 1) * sizeof *uses);

	for (size_t i = 0; i < t->n_stems; i++)
		places[i] = (struct stem_place){ level_of(t->stems[i].text.n),
						 stem_key(t->stems[i].text, level_of(t->stems[i].text.n)), i };
	if (t->n_stems)
		qsort(places, t->n_stems, sizeof *places, by_key);
	for (size_t i = 0; i < t->n_stems; i++) {
		stems[i] = t->stems[places[i].number];
		uses[i] = t->uses[places[i].number];
		stems[i].has_rules = uses[i].n_rules > 0;
		set_head(&stems[i]);
	}
	memcpy(t->uses, uses, t->n_stems * sizeof *uses);
	t->stems = stems;
	free(uses);
}

static void insert_stem(struct stem_level *l, uint64_t key, size_t number)
{
	struct stem_slot *slot = level_find(l, key);
	size_t h = stem_hash(key);

	if (!slot->n)
		*slot = (struct stem_slot){ .key = key, .first = (unsigned)number };
	slot->n++;
	l->bloom[(h >> 6) & 1023] |= (uint64_t)1 << (h & 63);
}

static void make_levels(struct ruleset *rs, struct trigger_table *t)
{
	struct stem_place *places = mem_alloc((t->n_stems + 1) * sizeof *places);
	size_t counts[STEM_LEVELS] = { 0 };

	order_stems(rs, t, places);
	for (size_t i = 0; i < t->n_stems; i++)
		counts[places[i].level]++;
	for (int i = 0; i < STEM_LEVELS; i++) {
		struct stem_level *l = &t->levels[i];

		if (!counts[i])
			continue;
		t->active[t->n_active++] = l;
		l->mask = level_masks[i];
		for (l->n_slots = 16; l->n_slots < 2 * counts[i] + 1;)
			l->n_slots *= 2;
		l->slots = arena_alloc(&rs->arena, l->n_slots * sizeof *l->slots);
	}
	for (size_t i = 0; i < t->n_stems; i++)
		insert_stem(&t->levels[places[i].level], places[i].key, i);
	free(places);
}

struct trigger_table *triggers_make(struct ruleset *rs, int phase)
{
	struct building b = { .rs = rs, .t = arena_alloc(&rs->arena, sizeof *b.t) };

	collect(&b, phase);
	join_uses(&b);
	make_levels(rs, b.t);
	free(b.uses);
	return b.t;
}
