/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Most attempts of PCRE2 fail a few bytes behind their beginning: "74 тыс. рублей" is asked whether it is a date, a
 * range, a share. Here one pass over these bytes answers for all rules together.
 */
#include "sieve_p.h"

#include <stdlib.h>
#include <string.h>

enum {
	STATES_MAX = 12000, /* then all states are forgotten */
	RESETS_MAX = 4,     /* then the sieve gives up */
	INDEX_SLOTS = 1 << 15,
};

static uint16_t *row_of(struct sieve *s, size_t state)
{
	return s->next + state * s->n_classes;
}

/* ---- making ---- */

static void make_classes(struct sieve *s)
{
	bool begins[SIEVE_BYTES + 1] = { true };
	unsigned n = 0;

	for (size_t i = 0; i < s->parts.n; i++) {
		const struct part *p = &s->parts.v[i];

		if (p->kind != PART_RANGE || p->lo > p->hi)
			continue;
		begins[p->lo] = true;
		begins[p->hi + 1] = true;
	}
	for (unsigned b = 0; b < SIEVE_BYTES; b++) {
		if (begins[b])
			s->first_of[n++] = (unsigned char)b;
		s->class_of[b] = (unsigned char)(n - 1);
	}
	s->n_classes = n;
}

static void clear_states(struct sieve *s)
{
	s->n_states = s->n_pool = 0;
	memset(s->index, 0, INDEX_SLOTS * sizeof *s->index);
}

struct sieve *sieve_new(struct ruleset *rs, struct rule *const *rules, size_t n)
{
	struct sieve *s = mem_alloc(sizeof *s);

	s->n_rules = n;
	for (size_t i = 0; i < n; i++)
		s->starts[i] = sieve_build(&s->parts, rule_patterns(rs, rules[i]), rules[i]->cased, (unsigned)i);
	make_classes(s);
	s->index = mem_alloc(INDEX_SLOTS * sizeof *s->index);
	s->seen = mem_alloc((s->parts.n + 1) * sizeof *s->seen);
	s->stack = mem_alloc((s->parts.n + 1) * 2 * sizeof *s->stack);
	s->found = mem_alloc((s->parts.n + 1) * sizeof *s->found);
	return s;
}

void sieve_free(struct sieve *s)
{
	if (!s)
		return;
	free(s->parts.v);
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
		const struct part *p = &s->parts.v[i];

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
		uint64_t bit = (uint64_t)1 << s->parts.v[s->found[i]].rule;

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
	uint16_t *row;

	MEM_ROOM(s->states, s->n_states, s->cap_states);
	if ((s->n_states + 1) * s->n_classes > s->cap_next) {
		s->cap_next = (2 * s->n_states + 16) * s->n_classes;
		s->next = mem_grow(s->next, s->cap_next * sizeof *s->next);
	}
	made.first = (unsigned)s->n_pool;
	for (unsigned i = 0; i < made.n; i++) {
		MEM_ROOM(s->pool, s->n_pool, s->cap_pool);
		s->pool[s->n_pool++] = s->found[i];
	}
	s->states[s->n_states] = made;
	row = row_of(s, s->n_states);
	for (unsigned c = 0; c < s->n_classes; c++)
		row[c] = SIEVE_UNKNOWN;
	put_index(s, s->n_states);
	return (int)s->n_states++;
}

static unsigned hash_of(const unsigned *parts, size_t n, uint64_t accepts)
{
	uint64_t h = accepts * 0x9E3779B97F4A7C15ULL;

	for (size_t i = 0; i < n; i++)
		h = (h ^ parts[i]) * 0x100000001B3ULL;
	return (unsigned)(h >> 24);
}

/* The state of the parts found, made when new. */
static int find_state(struct sieve *s, uint64_t accepts)
{
	uint64_t lives = drop_decided(s, accepts);
	size_t bytes = s->n_found * sizeof *s->found;
	unsigned hash = hash_of(s->found, s->n_found, accepts);

	for (size_t slot = hash & (INDEX_SLOTS - 1); s->index[slot]; slot = (slot + 1) & (INDEX_SLOTS - 1)) {
		const struct state *old = &s->states[s->index[slot] - 1];

		if (old->hash == hash && old->n == s->n_found && old->accepts == accepts &&
		    (!old->n || !memcmp(s->pool + old->first, s->found, bytes)))
			return (int)s->index[slot] - 1;
	}
	return add_state(s, (struct state){ accepts, lives, 0, (unsigned)s->n_found, hash });
}

static void begin_closure(struct sieve *s)
{
	s->n_found = 0;
	if (++s->closure == 0) { /* after four thousand million closures */
		memset(s->seen, 0, s->parts.n * sizeof *s->seen);
		s->closure = 1;
	}
}

void sieve_make_start(struct sieve *s)
{
	uint64_t accepts = 0;

	begin_closure(s);
	for (size_t i = 0; i < s->n_rules; i++)
		close_over(s, s->starts[i], &accepts);
	find_state(s, accepts);
}

int sieve_make_next(struct sieve *s, int from, unsigned class)
{
	unsigned char byte = s->first_of[class];
	uint64_t accepts = 0;
	int to;

	begin_closure(s);
	for (unsigned i = 0; i < s->states[from].n; i++) {
		const struct part *p = &s->parts.v[s->pool[s->states[from].first + i]];

		if (byte >= p->lo && byte <= p->hi)
			close_over(s, p->next, &accepts);
	}
	to = find_state(s, accepts);
	row_of(s, (size_t)from)[class] = (uint16_t)to;
	return to;
}

uint64_t sieve_run(struct sieve *s, struct span text, size_t at)
{
	size_t end = text.n - at > SIEVE_REACH ? at + SIEVE_REACH : text.n;
	uint64_t may = 0;
	int state = SIEVE_START;

	if (s->resets >= RESETS_MAX)
		return ~(uint64_t)0;
	if (s->n_states >= STATES_MAX) {
		clear_states(s);
		s->resets++;
	}
	if (!s->n_states)
		sieve_make_start(s);
	may = s->states[SIEVE_START].accepts;
	for (; at < end && s->states[state].lives & ~may; at++) {
		unsigned class = s->class_of[(unsigned char)text.p[at]];
		uint16_t to = row_of(s, (size_t)state)[class];

		state = to == SIEVE_UNKNOWN ? sieve_make_next(s, state, class) : to;
		may |= s->states[state].accepts;
	}
	return at < text.n ? may | s->states[state].lives : may;
}
