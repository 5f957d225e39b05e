/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Steps are made from the end of a pattern to its beginning, each knowing what follows it, and so what it can begin
 * with together with what follows.
 */
#include <stdlib.h>
#include <string.h>

#include "steps_begin.h"
#include "steps_p.h"

enum { SETS_MAX = 4000, STEPS_MAX = 60000, WAYS_MAX = 120000, GROUPS_MAX = 60 };

struct making {
	struct arena arena;
	struct piece_defs defs;
	struct byte_set *sets;
	size_t n_sets, cap_sets;
	struct step *steps;
	struct begin *begins; /* of the steps */
	size_t n_steps, cap_steps, cap_begins;
	uint32_t *ways;
	size_t n_ways, cap_ways;
	struct buf texts;
	bool bad;
};

static uint32_t make(struct making *m, const struct piece *p, uint32_t next);

/* ---- tables ---- */

static uint16_t set_number(struct making *m, const struct byte_set *set)
{
	size_t i = 0;

	while (i < m->n_sets && memcmp(&m->sets[i], set, sizeof *set) != 0)
		i++;
	if (i < m->n_sets)
		return (uint16_t)i;
	if (i == SETS_MAX) {
		m->bad = true;
		return 0;
	}
	MEM_ROOM(m->sets, m->n_sets, m->cap_sets);
	m->sets[m->n_sets++] = *set;
	return (uint16_t)i;
}

static uint32_t add(struct making *m, struct step s, struct begin begin)
{
	size_t n = m->n_steps;

	if (n >= STEPS_MAX || m->bad) {
		m->bad = true;
		return 0;
	}
	MEM_ROOM(m->begins, m->n_steps, m->cap_begins);
	MEM_ROOM(m->steps, m->n_steps, m->cap_steps);
	m->begins[n] = begin;
	m->steps[n] = s;
	m->n_steps++;
	return (uint32_t)n;
}

/* A step that takes no text. */
static uint32_t add_empty(struct making *m, enum step_op op, uint32_t arg, uint32_t next)
{
	return add(m, (struct step){ .op = (uint8_t)op, .arg = arg, .next = next }, m->begins[next]);
}

static struct begin begin_of_all(const struct making *m, const uint32_t *to, size_t n)
{
	struct begin all = { 0 };

	for (size_t i = 0; i < n; i++)
		all = begin_both(&all, &m->begins[to[i]]);
	return all;
}

/* Alternatives as ways; n is at least 1, and to may be changed. What cannot begin alike is told apart in the walk. */
static uint32_t add_ways(struct making *m, uint32_t *to, size_t n)
{
	struct step s = { .op = n <= WAYS_FEW ? STEP_WAYS : STEP_WAYS_MANY, .arg = (uint32_t)m->n_ways };

	if (n > WAYS_MOST) { /* the last of a step stands for all that follow */
		to[WAYS_MOST - 1] = add_ways(m, to + WAYS_MOST - 1, n - (WAYS_MOST - 1));
		return add_ways(m, to, WAYS_MOST);
	}
	if (n == 1 || m->bad)
		return to[0];
	for (size_t i = 0; i < n; i++) {
		MEM_ROOM(m->ways, m->n_ways, m->cap_ways);
		m->ways[m->n_ways++] = to[i];
	}
	s.count = (uint32_t)n;
	m->bad = m->bad || m->n_ways > WAYS_MAX;
	return add(m, s, begin_of_all(m, to, n));
}

static uint32_t add_two(struct making *m, uint32_t first, uint32_t second, bool swapped)
{
	uint32_t to[2] = { swapped ? second : first, swapped ? first : second };

	return add_ways(m, to, 2);
}

/* ---- pieces ---- */

/* The only byte of a set, or -1. */
static int only_byte(const struct byte_set *set)
{
	int only = -1;

	for (int i = 0; i < 256; i++) {
		if (!byte_set_has(set, (unsigned char)i))
			continue;
		if (only >= 0)
			return -1;
		only = i;
	}
	return only;
}

static uint32_t make_set(struct making *m, const struct byte_set *set, uint32_t next)
{
	struct begin begin = begin_of_set(set, &m->begins[next]);
	int byte = only_byte(set);

	if (byte >= 0)
		return add(m, (struct step){ .op = STEP_BYTE, .low = (uint8_t)byte, .next = next }, begin);
	return add(m, (struct step){ .op = STEP_SET, .set = set_number(m, set), .next = next }, begin);
}

/* Bytes in a row. */
static uint32_t make_text(struct making *m, const struct piece *const *v, size_t n, uint32_t next)
{
	struct step s = { .op = STEP_TEXT, .arg = (uint32_t)m->texts.n, .count = (uint32_t)n, .next = next };
	struct begin begin = m->begins[next];

	for (size_t i = 0; i < n; i++)
		buf_putc(&m->texts, (char)only_byte(&v[i]->set));
	for (size_t i = n; i-- > 0;)
		begin = begin_of_set(&v[i]->set, &begin);
	return add(m, s, begin);
}

static bool is_byte(const struct piece *p)
{
	return p->kind == PIECE_SET && only_byte(&p->set) >= 0;
}

static uint32_t make_list(struct making *m, const struct piece *kids, uint32_t next)
{
	const struct piece **v;
	size_t n = 0, i = 0;

	for (const struct piece *k = kids; k; k = k->next)
		n++;
	v = arena_alloc(&m->arena, (n + 1) * sizeof *v);
	for (; kids; kids = kids->next)
		v[i++] = kids;
	while (n > 0 && !m->bad) {
		size_t from = n;

		while (from > 0 && is_byte(v[from - 1]))
			from--;
		if (n - from > 1) {
			next = make_text(m, v + from, n - from, next);
			n = from;
		} else {
			next = make(m, v[--n], next);
		}
	}
	return next;
}

static uint32_t make_alternatives(struct making *m, const struct piece *kids, uint32_t next)
{
	uint32_t *to;
	size_t n = 0;

	for (const struct piece *k = kids; k; k = k->next)
		n++;
	to = arena_alloc(&m->arena, (n + 1) * sizeof *to);
	n = 0;
	for (const struct piece *k = kids; k && !m->bad; k = k->next)
		to[n++] = make(m, k, next);
	return m->bad ? 0 : add_ways(m, to, n);
}

static bool may_be_empty(const struct making *m, const struct piece *p)
{
	switch (p->kind) {
	case PIECE_SET:
		return false;
	case PIECE_CAT:
		for (const struct piece *k = p->kids; k; k = k->next)
			if (!may_be_empty(m, k))
				return false;
		return true;
	case PIECE_ALT:
		for (const struct piece *k = p->kids; k; k = k->next)
			if (may_be_empty(m, k))
				return true;
		return false;
	case PIECE_REPEAT:
		return p->least == 0 || may_be_empty(m, p->kids);
	case PIECE_GROUP:
	case PIECE_ONE:
		return may_be_empty(m, p->kids);
	case PIECE_EMPTY:
	case PIECE_LOOK:
	case PIECE_CALL: /* it may be; nothing depends on knowing better */
	case PIECE_START:
	case PIECE_END:
		return true;
	}
	return true;
}

/* The set of one byte that a piece is, behind what only groups; NULL: it is more. */
static const struct byte_set *as_set(const struct piece *p)
{
	while (p->kind == PIECE_CAT && p->kids && !p->kids->next)
		p = p->kids;
	return p->kind == PIECE_SET ? &p->set : NULL;
}

static uint32_t make_many(struct making *m, const struct piece *p, const struct byte_set *set, uint32_t next)
{
	struct step s = { .op = STEP_MANY, .next = next };
	struct begin begin = begin_of_set(set, &begin_any);

	s.least = (uint16_t)p->least;
	s.most = (uint16_t)(p->most < 0 ? STEPS_MOST : p->most);
	s.set = set_number(m, set);
	if (p->mode == '+' || (!p->mode && !begin_meets(&m->begins[next], &begin)))
		s.op = STEP_MANY_ALL;
	else if (p->mode == '?')
		s.op = STEP_MANY_FEW;
	if (p->least == 0)
		begin = begin_both(&begin, &m->begins[next]);
	return add(m, s, begin);
}

/* As often as it will, at least once where least is not 0: the body leads back to the loop. */
static uint32_t make_loop(struct making *m, const struct piece *p, uint32_t next)
{
	bool empty = may_be_empty(m, p->kids);
	uint32_t none[2] = { next, next };
	uint32_t loop = add_ways(m, none, 2), body, end;
	size_t ways = m->n_ways - 2;

	if (m->bad)
		return 0;
	m->begins[loop] = begin_any;
	end = empty ? add(m, (struct step){ .op = STEP_LOOP_OUT, .next = loop, .arg = next }, begin_any) : loop;
	body = make(m, p->kids, end);
	if (empty)
		body = add_empty(m, STEP_LOOP_IN, 0, body);
	if (m->bad)
		return 0;
	m->begins[loop] = begin_both(&m->begins[body], &m->begins[next]);
	m->ways[ways + (p->mode == '?')] = body;
	return p->least > 0 ? body : loop;
}

/* Which way is taken inside may not depend on what follows: that comes when it is decided. */
static uint32_t make_one(struct making *m, const struct piece *kid, uint32_t next)
{
	next = add(m, (struct step){ .op = STEP_ONE_OUT, .next = next }, begin_any);
	next = m->bad ? 0 : make(m, kid, next);
	return m->bad ? 0 : add_empty(m, STEP_ONE_IN, 0, next);
}

static uint32_t make_repeat(struct making *m, const struct piece *p, uint32_t next)
{
	const struct byte_set *set = as_set(p->kids);
	uint32_t end = next;

	if (set)
		return make_many(m, p, set, next);
	if (p->mode == '+') {
		struct piece plain = *p;

		plain.mode = 0;
		plain.next = NULL;
		return make_one(m, &plain, next);
	}
	if (p->most < 0)
		next = make_loop(m, p, next);
	for (int i = p->most < 0 ? p->least - 1 : p->most; i-- > 0 && !m->bad;) {
		next = make(m, p->kids, next);
		if (p->most >= 0 && i >= p->least && !m->bad)
			next = add_two(m, next, end, p->mode == '?');
	}
	return m->bad ? 0 : next;
}

/* ---- what looks around ---- */

/* Bytes that a piece takes, if always as many; else -1. */
static int fixed_length(const struct piece *p)
{
	int n = 0;

	switch (p->kind) {
	case PIECE_SET:
		return 1;
	case PIECE_CAT:
		for (const struct piece *k = p->kids; k && n >= 0; k = k->next) {
			int one = fixed_length(k);

			n = one < 0 ? -1 : n + one;
		}
		return n;
	case PIECE_ALT:
		n = fixed_length(p->kids);
		for (const struct piece *k = p->kids->next; k && n >= 0; k = k->next)
			n = fixed_length(k) == n ? n : -1;
		return n;
	case PIECE_GROUP:
	case PIECE_ONE:
		return fixed_length(p->kids);
	case PIECE_REPEAT:
		n = fixed_length(p->kids);
		return n < 0 || p->least != p->most ? -1 : n * p->least;
	case PIECE_EMPTY:
	case PIECE_LOOK:
	case PIECE_START:
	case PIECE_END:
		return 0;
	case PIECE_CALL:
		return -1;
	}
	return -1;
}

/* What stands before: each alternative begins as far back as it is long. */
static uint32_t make_behind(struct making *m, const struct piece *p, uint32_t next)
{
	bool many = p->kind == PIECE_ALT;
	uint32_t to[64];
	size_t n = 0;

	for (const struct piece *k = many ? p->kids : p; k && !m->bad; k = many ? k->next : NULL) {
		int length = fixed_length(k);
		uint32_t body;

		if (length < 0 || n == sizeof to / sizeof *to) {
			m->bad = true;
			return 0;
		}
		body = make(m, k, next);
		to[n++] = add(m, (struct step){ .op = STEP_BACK, .arg = (uint32_t)length, .next = body }, begin_any);
	}
	return m->bad ? 0 : add_ways(m, to, n);
}

/* A look at one byte. */
static uint32_t make_glance(struct making *m, const struct piece *p, const struct byte_set *set, uint32_t next)
{
	static const uint8_t ops[2][2] = { { STEP_NEXT_IS, STEP_NEXT_NOT }, { STEP_PREV_IS, STEP_PREV_NOT } };
	struct begin begin = m->begins[next];
	struct begin own = begin_of_set(set, &begin_any);

	if (!p->behind)
		begin = p->no ? begin_without(&begin, set) : begin_common(&begin, &own);
	return add(m, (struct step){ .op = ops[p->behind][p->no], .set = set_number(m, set), .next = next }, begin);
}

static uint32_t make_look(struct making *m, const struct piece *p, uint32_t next)
{
	const struct byte_set *set = as_set(p->kids);
	struct begin begin;
	uint32_t out, body;

	if (set)
		return make_glance(m, p, set, next);
	out = add(m, (struct step){ .op = p->no ? STEP_NOT_OUT : STEP_LOOK_OUT, .next = next }, begin_any);
	body = m->bad ? 0 : p->behind ? make_behind(m, p->kids, out) : make(m, p->kids, out);
	if (m->bad)
		return 0;
	begin = m->begins[next];
	if (p->no)
		return add(m, (struct step){ .op = STEP_NOT_IN, .arg = body, .next = next }, begin);
	if (!p->behind)
		begin = begin_common(&begin, &m->begins[body]);
	return add(m, (struct step){ .op = STEP_ONE_IN, .next = body }, begin);
}

static uint32_t make_call(struct making *m, struct span name, uint32_t next)
{
	struct piece_def *def = NULL;
	uint32_t body;

	for (size_t i = 0; i < m->defs.n; i++)
		if (span_eq(m->defs.v[i].name, name))
			def = &m->defs.v[i];
	if (!def || def->step == UINT32_MAX) { /* unknown, or it calls itself */
		m->bad = true;
		return 0;
	}
	if (!def->step) {
		def->step = UINT32_MAX;
		body = add(m, (struct step){ .op = STEP_RETURN }, begin_any);
		body = m->bad ? 0 : make(m, def->body, body);
		def->step = body;
	}
	return m->bad ? 0
		      : add(m, (struct step){ .op = STEP_CALL, .arg = def->step, .next = next }, m->begins[def->step]);
}

static uint32_t make_group(struct making *m, const struct piece *p, uint32_t next)
{
	next = add_empty(m, STEP_CLOSE, p->group, next);
	next = m->bad ? 0 : make(m, p->kids, next);
	return m->bad ? 0 : add_empty(m, STEP_OPEN, p->group, next);
}

static uint32_t make(struct making *m, const struct piece *p, uint32_t next)
{
	if (m->bad)
		return 0;
	switch (p->kind) {
	case PIECE_EMPTY:
		return next;
	case PIECE_SET:
		return make_set(m, &p->set, next);
	case PIECE_CAT:
		return make_list(m, p->kids, next);
	case PIECE_ALT:
		return make_alternatives(m, p->kids, next);
	case PIECE_REPEAT:
		return make_repeat(m, p, next);
	case PIECE_GROUP:
		return make_group(m, p, next);
	case PIECE_LOOK:
		return make_look(m, p, next);
	case PIECE_ONE:
		return make_one(m, p->kids, next);
	case PIECE_CALL:
		return make_call(m, p->name, next);
	case PIECE_START:
		return add_empty(m, STEP_START, 0, next);
	case PIECE_END: {
		const struct begin end = { .at_end = true };

		return add(m, (struct step){ .op = STEP_END, .next = next }, end);
	}
	}
	return 0;
}

/* ---- the whole ---- */

enum { CLASSES_MAX = 250 };

/* Parts the classes so that all keys of one are in the set, or none; returns how many there are then. */
static uint32_t part_classes(uint16_t *class_of, const struct key_set *keys)
{
	int halves[2][KEYS]; /* by old class, of those in the set and of the others: the new one; -1: none yet */
	uint32_t n = 0;

	memset(halves, -1, sizeof halves);
	for (unsigned key = 0; key < KEYS; key++) {
		int *to = &halves[key_set_has(keys, key)][class_of[key]];

		if (*to < 0)
			*to = (int)n++;
		class_of[key] = (uint16_t)*to;
	}
	return n;
}

static void find_classes(struct making *m, uint32_t start, struct steps *h)
{
	uint16_t class_of[KEYS] = { 0 };

	h->end_class = part_classes(class_of, &m->begins[start].keys);
	for (size_t i = 0; i < m->n_ways; i++)
		h->end_class = part_classes(class_of, &m->begins[m->ways[i]].keys);
	m->bad = m->bad || h->end_class > CLASSES_MAX;
	for (unsigned key = 0; key < KEYS && !m->bad; key++) {
		h->class_of[key] = (uint8_t)class_of[key];
		h->can_begin[class_of[key]] |= key_set_has(&m->begins[start].keys, key);
	}
	if (!m->bad)
		h->can_begin[h->end_class] = m->begins[start].at_end;
}

/* The masks of a step that has ways. */
static void put_masks(const struct making *m, const struct steps *h, struct step *s, struct buf *out)
{
	uint64_t masks[KEYS] = { 0 };

	for (uint32_t i = 0; i < s->count; i++) {
		const struct begin *b = &m->begins[m->ways[s->arg + i]];

		for (unsigned key = 0; key < KEYS; key++)
			masks[h->class_of[key]] |= (uint64_t)key_set_has(&b->keys, key) << i;
		masks[h->end_class] |= (uint64_t)b->at_end << i;
	}
	while (s->op == STEP_WAYS_MANY && out->n % sizeof *masks)
		buf_putc(out, 0);
	s->next = (uint32_t)out->n;
	for (uint32_t i = 0; i <= h->end_class; i++)
		buf_add(out, span_make((const char *)&masks[i], s->op == STEP_WAYS ? 1 : sizeof *masks));
}

static void put(struct buf *out, const void *p, size_t bytes)
{
	if (bytes)
		buf_add(out, span_make(p, bytes));
	while (out->n % STEPS_ALIGN)
		buf_putc(out, 0);
}

static void write_steps(struct making *m, uint32_t start, bool anchored, struct buf *out)
{
	struct steps h = { .start = start, .anchored = anchored, .groups = m->defs.groups + 1 };
	struct buf masks = { 0 };
	size_t before = out->n;

	find_classes(m, start, &h);
	for (size_t i = 0; i < m->n_steps && !m->bad; i++)
		if (m->steps[i].op == STEP_WAYS || m->steps[i].op == STEP_WAYS_MANY)
			put_masks(m, &h, &m->steps[i], &masks);
	h.n_sets = (uint32_t)m->n_sets;
	h.n_steps = (uint32_t)m->n_steps;
	h.n_ways = (uint32_t)m->n_ways;
	h.n_texts = (uint32_t)m->texts.n;
	h.n_masks = (uint32_t)masks.n;
	put(out, &h, sizeof h);
	put(out, m->sets, m->n_sets * sizeof *m->sets);
	put(out, m->steps, m->n_steps * sizeof *m->steps);
	put(out, m->ways, m->n_ways * sizeof *m->ways);
	put(out, masks.p, masks.n);
	put(out, m->texts.p, m->texts.n);
	h.bytes = (uint32_t)(out->n - before);
	memcpy(out->p + before, &h, sizeof h);
	out->n = m->bad ? before : out->n;
	buf_free(&masks);
}

bool steps_make(struct span source, bool anchored, struct buf *out)
{
	struct making m = { 0 };
	const struct piece *all = steps_parse(&m.arena, source, &m.defs);
	uint32_t start = 0;

	m.bad = !all || m.defs.groups > GROUPS_MAX;
	if (!m.bad) {
		start = add(&m, (struct step){ .op = STEP_MATCH }, begin_any);
		start = make(&m, all, start);
	}
	if (!m.bad)
		write_steps(&m, start, anchored, out);
	arena_free(&m.arena);
	free(m.sets);
	free(m.steps);
	free(m.begins);
	free(m.ways);
	buf_free(&m.texts);
	return !m.bad;
}
