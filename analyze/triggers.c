/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Builds the hash of stems from the triggers and needs of all rules of a phase. */
#include "triggers.h"

#include <stdlib.h>

static const uint64_t level_masks[STEM_LEVELS] = { 0xFF, 0xFFFF, 0xFFFFFFFF, ~(uint64_t)0 };

static int level_of(size_t bytes)
{
	return bytes >= 8 ? 3 : bytes >= 4 ? 2 : bytes >= 2 ? 1 : 0;
}

/* One use of a stem, before stems are joined. */
struct use {
	struct span text;
	bool whole, is_need;
	unsigned id;
};

struct building {
	struct ruleset *rs;
	struct trigger_table *t;
	struct use *uses;
	size_t n, cap;
};

static int compare_uses(const void *x, const void *y)
{
	const struct use *a = x, *b = y;
	int c = span_cmp(a->text, b->text);

	if (c)
		return c;
	if (a->whole != b->whole)
		return a->whole - b->whole;
	if (a->is_need != b->is_need)
		return a->is_need - b->is_need;
	return a->id < b->id ? -1 : a->id > b->id;
}

static void add_use(struct building *b, const struct trigger *t, unsigned id, bool is_need)
{
	struct trigger_table *table = b->t;

	if (t->kind == TRIGGER_STEM) {
		unsigned char first = (unsigned char)t->text.p[0];

		MEM_ROOM(b->uses, b->n, b->cap);
		b->uses[b->n++] = (struct use){ t->text, t->whole, is_need, id };
		table->has_digit_stems = table->has_digit_stems || (first >= '0' && first <= '9');
		table->has_digits = table->has_digits || table->has_digit_stems;
		table->has_signs = table->has_signs || (!byte_is_letter(first) && !(first >= '0' && first <= '9'));
		return;
	}
	ARENA_ROOM(&b->rs->arena, table->classes, table->n_classes, table->cap_classes);
	table->classes[table->n_classes++] = (struct class_trigger){ t->kind, t->min, t->max, id, is_need };
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

static void join_stems(struct building *b)
{
	struct trigger_table *t = b->t;
	struct arena *a = &b->rs->arena;
	unsigned n_rules = 0, n_needs = 0;

	t->rules = arena_alloc(a, (b->n + 1) * sizeof *t->rules);
	t->needs = arena_alloc(a, (b->n + 1) * sizeof *t->needs);
	for (size_t i = 0; i < b->n; i++) {
		const struct use *u = &b->uses[i];
		struct stem *s = t->n_stems ? &t->stems[t->n_stems - 1] : NULL;

		if (i > 0 && compare_uses(u, u - 1) == 0)
			continue;
		if (!s || !span_eq(s->text, u->text) || s->whole != u->whole) {
			ARENA_ROOM(a, t->stems, t->n_stems, t->cap_stems);
			s = &t->stems[t->n_stems++];
			*s = (struct stem){ .text = u->text, .whole = u->whole, .first_rule = n_rules, .first_need = n_needs };
		}
		if (u->is_need) {
			t->needs[n_needs++] = u->id;
			s->n_needs++;
		} else {
			t->rules[n_rules++] = u->id;
			s->n_rules++;
		}
	}
}

static uint64_t stem_key(const struct stem *s, int level)
{
	char bytes[8] = { 0 };

	memcpy(bytes, s->text.p, s->text.n < 8 ? s->text.n : 8);
	return load8(bytes) & level_masks[level];
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

static void insert_stem(struct trigger_table *t, size_t number, int level)
{
	struct stem_level *l = &t->levels[level];
	uint64_t key = stem_key(&t->stems[number], level);
	size_t h = stem_hash(key);
	size_t i = h & (l->slots - 1);

	set_head(&t->stems[number]);
	while (l->first[i] && l->keys[i] != key)
		i = (i + 1) & (l->slots - 1);
	l->keys[i] = key;
	t->stems[number].next = l->first[i];
	l->first[i] = (unsigned)number + 1;
	l->bloom[(h >> 6) & 1023] |= (uint64_t)1 << (h & 63);
}

static void make_levels(struct ruleset *rs, struct trigger_table *t)
{
	size_t counts[STEM_LEVELS] = { 0 };

	for (size_t i = 0; i < t->n_stems; i++)
		counts[level_of(t->stems[i].text.n)]++;
	for (int l = 0; l < STEM_LEVELS; l++) {
		if (!counts[l])
			continue;
		t->active[t->n_active++] = &t->levels[l];
		t->levels[l].mask = level_masks[l];
		for (t->levels[l].slots = 16; t->levels[l].slots < 2 * counts[l] + 1;)
			t->levels[l].slots *= 2;
		t->levels[l].keys = arena_alloc(&rs->arena, t->levels[l].slots * sizeof *t->levels[l].keys);
		t->levels[l].first = arena_alloc(&rs->arena, t->levels[l].slots * sizeof *t->levels[l].first);
	}
	for (size_t i = t->n_stems; i-- > 0;)
		insert_stem(t, i, level_of(t->stems[i].text.n));
}

struct trigger_table *triggers_make(struct ruleset *rs, int phase)
{
	struct building b = { .rs = rs, .t = arena_alloc(&rs->arena, sizeof *b.t) };

	collect(&b, phase);
	if (b.n)
		qsort(b.uses, b.n, sizeof *b.uses, compare_uses);
	join_stems(&b);
	make_levels(rs, b.t);
	free(b.uses);
	return b.t;
}
