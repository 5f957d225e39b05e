/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Most attempts of PCRE2 fail a few bytes behind their beginning: "74 тыс. рублей" is asked whether it is a date, a
 * range, a share. Here one pass over these bytes answers for all rules together.
 */
#include "sieve.h"

#include <stdlib.h>
#include <string.h>

enum {
	REACH = 96,         /* bytes that are looked at; what is still possible then may match */
	STATES_MAX = 12000, /* then all states are forgotten */
	RESETS_MAX = 4,     /* then the sieve gives up */
	WIDE_DEPTH = 4,     /* bytes for which sieve_widen follows every way */
	WIDE_STATES = 8000, /* as long as there are not so many states */
	BYTES = 256,
};

/* A set of parts that wait for a byte. */
struct state {
	uint64_t accepts; /* rules that have matched when this state is reached */
	uint64_t lives;   /* rules that may still match */
	unsigned first,
		n; /* parts in the pool, in the order in which they are reached: most states are in one way only */
	unsigned hash;
	unsigned depth; /* bytes that lead there, at the least known */
};

struct sieve {
	const struct part *parts; /* own, or of the frozen bytes */
	size_t n_parts;
	struct parts own;
	unsigned starts[SIEVE_RULES];
	size_t n_rules;
	unsigned char class_of[BYTES]; /* bytes that all parts treat alike */
	unsigned n_classes;
	unsigned char first_of[BYTES]; /* a byte of each class */
	/* states; everything below is forgotten at once */
	struct state *states;
	size_t n_states, cap_states;
	uint16_t *next; /* by state behind the frozen ones and class: state, or UNKNOWN */
	size_t cap_next;
	unsigned *pool; /* behind the frozen ones */
	size_t n_pool, cap_pool;
	unsigned *index; /* hash of states: number + 1; made when a state is first looked for */
	int resets;
	bool lazy; /* makes what is not there yet when it is asked for again: most of a text comes once */
	/* of frozen bytes: the rows and parts of the first states */
	uint16_t *frozen_next;
	const unsigned *frozen_pool;
	size_t n_frozen, n_frozen_pool;
	/* scratch of one closure */
	unsigned *seen; /* by part: number of the closure that saw it */
	unsigned closure;
	unsigned *stack, *found;
	size_t n_found;
};

/* SEEN: asked for once, and not made then. */
enum { UNKNOWN = UINT16_MAX, SEEN = UNKNOWN - 1, START = 0, INDEX_SLOTS = 1 << 15 };

static inline uint16_t *row_of(struct sieve *s, size_t state)
{
	return state < s->n_frozen ? s->frozen_next + state * s->n_classes
				   : s->next + (state - s->n_frozen) * s->n_classes;
}

static const unsigned *parts_of(const struct sieve *s, const struct state *state)
{
	return state->first < s->n_frozen_pool ? s->frozen_pool + state->first
					       : s->pool + (state->first - s->n_frozen_pool);
}

/* ---- making ---- */

static void make_classes(struct sieve *s)
{
	bool begins[BYTES + 1] = { true };
	unsigned n = 0;

	for (size_t i = 0; i < s->n_parts; i++) {
		const struct part *p = &s->parts[i];

		if (p->kind != PART_RANGE || p->lo > p->hi)
			continue;
		begins[p->lo] = true;
		begins[p->hi + 1] = true;
	}
	for (unsigned b = 0; b < BYTES; b++) {
		if (begins[b])
			s->first_of[n++] = (unsigned char)b;
		s->class_of[b] = (unsigned char)(n - 1);
	}
	s->n_classes = n;
}

static void clear_states(struct sieve *s)
{
	s->n_states = s->n_pool = 0;
	s->n_frozen = s->n_frozen_pool = 0;
	if (s->index)
		memset(s->index, 0, INDEX_SLOTS * sizeof *s->index);
}

struct sieve *sieve_new(struct ruleset *rs, struct rule *const *rules, size_t n)
{
	struct sieve *s = mem_alloc(sizeof *s);

	s->n_rules = n;
	for (size_t i = 0; i < n; i++)
		s->starts[i] = sieve_build(&s->own, rule_patterns(rs, rules[i]), rules[i]->cased, (unsigned)i);
	s->parts = s->own.v;
	s->n_parts = s->own.n;
	make_classes(s);
	return s;
}

void sieve_free(struct sieve *s)
{
	if (!s)
		return;
	free(s->own.v);
	free(s->states);
	free(s->next);
	free(s->pool);
	free(s->index);
	free(s->seen);
	free(s->stack);
	free(s->found);
	free(s);
}

/* ---- states ---- */

/* Adds what is reached from a part without a byte: parts that wait to found, rules that have matched to accepts. */
static void close_over(struct sieve *s, unsigned start, uint64_t *accepts)
{
	size_t depth = 0;

	s->stack[depth++] = start;
	while (depth > 0) {
		unsigned i = s->stack[--depth];
		const struct part *p = &s->parts[i];

		if (s->seen[i] == s->closure)
			continue;
		s->seen[i] = s->closure;
		if (p->kind == PART_RANGE) {
			s->found[s->n_found++] = i;
		} else if (p->kind == PART_ACCEPT) {
			*accepts |= (uint64_t)1 << p->rule;
		} else {
			s->stack[depth++] = p->other;
			s->stack[depth++] = p->next;
		}
	}
}

/* What waits for a rule that has matched need not be followed. */
static uint64_t drop_decided(struct sieve *s, uint64_t accepts)
{
	uint64_t lives = 0;
	size_t kept = 0;

	for (size_t i = 0; i < s->n_found; i++) {
		uint64_t bit = (uint64_t)1 << s->parts[s->found[i]].rule;

		if (accepts & bit)
			continue;
		lives |= bit;
		s->found[kept++] = s->found[i];
	}
	s->n_found = kept;
	return lives;
}

static void put_index(struct sieve *s, size_t state)
{
	size_t slot = s->states[state].hash & (INDEX_SLOTS - 1);

	while (s->index[slot])
		slot = (slot + 1) & (INDEX_SLOTS - 1);
	s->index[slot] = (unsigned)state + 1;
}

/* A state with an empty row. */
static int add_state(struct sieve *s, struct state made)
{
	size_t fresh = s->n_states - s->n_frozen;
	uint16_t *row;

	MEM_ROOM(s->states, s->n_states, s->cap_states);
	if ((fresh + 1) * s->n_classes > s->cap_next) {
		s->cap_next = (2 * fresh + 16) * s->n_classes;
		s->next = mem_grow(s->next, s->cap_next * sizeof *s->next);
	}
	made.first = (unsigned)(s->n_frozen_pool + s->n_pool);
	for (unsigned i = 0; i < made.n; i++) {
		MEM_ROOM(s->pool, s->n_pool, s->cap_pool);
		s->pool[s->n_pool++] = s->found[i];
	}
	s->states[s->n_states++] = made;
	row = row_of(s, s->n_states - 1);
	for (unsigned c = 0; c < s->n_classes; c++)
		row[c] = UNKNOWN;
	put_index(s, s->n_states - 1);
	return (int)s->n_states - 1;
}

static unsigned hash_of(const unsigned *parts, size_t n, uint64_t accepts)
{
	uint64_t h = accepts * 0x9E3779B97F4A7C15ULL;

	for (size_t i = 0; i < n; i++)
		h = (h ^ parts[i]) * 0x100000001B3ULL;
	return (unsigned)(h >> 24);
}

/* The state of the parts found, made when new. */
static int find_state(struct sieve *s, uint64_t accepts, unsigned depth)
{
	uint64_t lives = drop_decided(s, accepts);
	size_t bytes = s->n_found * sizeof *s->found;
	unsigned hash = hash_of(s->found, s->n_found, accepts);

	for (size_t slot = hash & (INDEX_SLOTS - 1); s->index[slot]; slot = (slot + 1) & (INDEX_SLOTS - 1)) {
		const struct state *old = &s->states[s->index[slot] - 1];

		if (old->hash == hash && old->n == s->n_found && old->accepts == accepts &&
		    (!old->n || !memcmp(parts_of(s, old), s->found, bytes)))
			return (int)s->index[slot] - 1;
	}
	return add_state(s, (struct state){ accepts, lives, 0, (unsigned)s->n_found, hash, depth });
}

/* What only new states need. */
static void make_tools(struct sieve *s)
{
	s->index = mem_alloc(INDEX_SLOTS * sizeof *s->index);
	s->seen = mem_alloc((s->n_parts + 1) * sizeof *s->seen);
	s->stack = mem_alloc((s->n_parts + 1) * 2 * sizeof *s->stack);
	s->found = mem_alloc((s->n_parts + 1) * sizeof *s->found);
	for (size_t i = 0; i < s->n_states; i++)
		put_index(s, i);
}

static void begin_closure(struct sieve *s)
{
	if (!s->index)
		make_tools(s);
	s->n_found = 0;
	if (++s->closure == 0) { /* after four thousand million closures */
		memset(s->seen, 0, s->n_parts * sizeof *s->seen);
		s->closure = 1;
	}
}

static void make_start(struct sieve *s)
{
	uint64_t accepts = 0;

	begin_closure(s);
	for (size_t i = 0; i < s->n_rules; i++)
		close_over(s, s->starts[i], &accepts);
	find_state(s, accepts, 0);
}

static int make_next(struct sieve *s, int from, unsigned class)
{
	unsigned char byte = s->first_of[class];
	uint64_t accepts = 0;
	int to;

	begin_closure(s);
	for (unsigned i = 0; i < s->states[from].n; i++) {
		const struct part *p = &s->parts[parts_of(s, &s->states[from])[i]];

		if (byte >= p->lo && byte <= p->hi)
			close_over(s, p->next, &accepts);
	}
	to = find_state(s, accepts, s->states[from].depth + 1);
	row_of(s, (size_t)from)[class] = (uint16_t)to;
	return to;
}

uint64_t sieve_run(struct sieve *s, struct span text, size_t at, bool exact)
{
	size_t end = text.n - at > REACH ? at + REACH : text.n;
	uint64_t may = 0;
	int state = START;

	if (s->resets >= RESETS_MAX)
		return ~(uint64_t)0;
	if (s->n_states >= STATES_MAX) {
		clear_states(s);
		s->resets++;
	}
	if (!s->n_states)
		make_start(s);
	may = s->states[START].accepts;
	for (; at < end && s->states[state].lives & ~may; at++) {
		unsigned class = s->class_of[(unsigned char)text.p[at]];
		uint16_t *to = &row_of(s, (size_t)state)[class];

		if (*to == UNKNOWN && s->lazy && !exact) {
			*to = SEEN;
			break;
		}
		state = *to >= SEEN ? make_next(s, state, class) : *to;
		may |= s->states[state].accepts;
	}
	return at < text.n ? may | s->states[state].lives : may;
}

void sieve_widen(struct sieve *s)
{
	if (!s->n_states)
		make_start(s);
	for (size_t i = 0; i < s->n_states && s->n_states < WIDE_STATES; i++)
		for (unsigned c = 0; s->states[i].depth < WIDE_DEPTH && s->states[i].lives && c < s->n_classes; c++)
			if (row_of(s, i)[c] == UNKNOWN)
				make_next(s, (int)i, c);
}

/* ---- frozen ---- */

/* What stands before the arrays, which follow in the order of save: each at a multiple of 8 bytes. */
struct frozen_head {
	unsigned bytes; /* of all of it */
	unsigned n_rules, n_parts, n_classes, n_states, n_pool;
	unsigned starts[SIEVE_RULES];
	unsigned char class_of[BYTES], first_of[BYTES];
};

static void put_array(struct buf *out, const void *p, size_t bytes)
{
	if (bytes)
		buf_add(out, span_make(p, bytes));
	while (out->n % 8)
		buf_putc(out, 0);
}

void sieve_save(struct sieve *s, struct buf *out)
{
	struct frozen_head h;
	size_t start = out->n;

	if (!s->n_states)
		make_start(s);
	h = (struct frozen_head){ .n_rules = (unsigned)s->n_rules,
				  .n_parts = (unsigned)s->n_parts,
				  .n_classes = s->n_classes,
				  .n_states = (unsigned)s->n_states,
				  .n_pool = (unsigned)s->n_pool };
	memcpy(h.starts, s->starts, sizeof h.starts);
	memcpy(h.class_of, s->class_of, sizeof h.class_of);
	memcpy(h.first_of, s->first_of, sizeof h.first_of);
	put_array(out, &h, sizeof h);
	put_array(out, s->states, h.n_states * sizeof *s->states);
	put_array(out, s->next, (size_t)h.n_states * s->n_classes * sizeof *s->next);
	put_array(out, s->pool, h.n_pool * sizeof *s->pool);
	put_array(out, s->parts, s->n_parts * sizeof *s->parts);
	h.bytes = (unsigned)(out->n - start);
	memcpy(out->p + start, &h, sizeof h.bytes);
}

/* The next array of so many bytes; at is moved behind it. */
static void *take_array(struct span s, size_t *at, size_t bytes)
{
	void *p = (void *)(uintptr_t)(s.p + *at);

	*at += (bytes + 7) & ~(size_t)7;
	return p;
}

struct sieve *sieve_frozen(struct span *bytes, size_t n_rules)
{
	struct frozen_head h;
	struct sieve *s;
	size_t at = 0;

	if (bytes->n < sizeof h)
		return NULL;
	memcpy(&h, bytes->p, sizeof h);
	if (h.bytes > bytes->n || h.n_rules != n_rules || h.n_states > STATES_MAX || !h.n_states)
		return NULL;
	s = mem_alloc(sizeof *s);
	s->n_rules = h.n_rules;
	s->n_parts = h.n_parts;
	s->n_classes = h.n_classes;
	memcpy(s->starts, h.starts, sizeof h.starts);
	memcpy(s->class_of, h.class_of, sizeof h.class_of);
	memcpy(s->first_of, h.first_of, sizeof h.first_of);
	s->n_states = s->cap_states = s->n_frozen = h.n_states;
	s->lazy = true;
	s->n_frozen_pool = h.n_pool;
	s->states = mem_alloc(h.n_states * sizeof *s->states);
	take_array(*bytes, &at, sizeof h);
	memcpy(s->states, take_array(*bytes, &at, h.n_states * sizeof *s->states), h.n_states * sizeof *s->states);
	s->frozen_next = take_array(*bytes, &at, (size_t)h.n_states * h.n_classes * sizeof *s->next);
	s->frozen_pool = take_array(*bytes, &at, h.n_pool * sizeof *s->pool);
	s->parts = take_array(*bytes, &at, h.n_parts * sizeof *s->parts);
	*bytes = span_sub(*bytes, h.bytes, bytes->n);
	return s;
}
