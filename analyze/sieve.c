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
	BYTES = 256,
};

/* A set of parts that wait for a byte. */
struct state {
	const unsigned *parts; /* in the order in which they are reached: most states are reached in one way only */
	unsigned n;
	uint64_t accepts; /* rules that have matched when this state is reached */
	uint64_t lives;   /* rules that may still match */
};

struct sieve {
	struct parts parts;
	unsigned *starts;
	size_t n_rules;
	unsigned char class_of[BYTES]; /* bytes that all parts treat alike */
	unsigned n_classes;
	unsigned char first_of[BYTES]; /* a byte of each class */
	/* states; everything below is forgotten at once */
	struct arena arena;
	struct state *states;
	size_t n_states, cap_states;
	int *next; /* by state and class: state, or UNKNOWN */
	size_t cap_next;
	unsigned *index; /* hash of states: number + 1 */
	int resets;
	/* scratch of one closure */
	unsigned *seen; /* by part: number of the closure that saw it */
	unsigned closure;
	unsigned *stack, *found;
	size_t n_found;
};

enum { UNKNOWN = -1, START = 0, INDEX_SLOTS = 1 << 15 };

/* ---- making ---- */

static void make_classes(struct sieve *s)
{
	bool begins[BYTES + 1] = { true };
	unsigned n = 0;

	for (size_t i = 0; i < s->parts.n; i++) {
		const struct part *p = &s->parts.v[i];

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
	arena_reset(&s->arena);
	s->n_states = 0;
	memset(s->index, 0, INDEX_SLOTS * sizeof *s->index);
}

struct sieve *sieve_new(struct ruleset *rs, struct rule *const *rules, size_t n)
{
	struct sieve *s = mem_alloc(sizeof *s);

	s->n_rules = n;
	s->starts = mem_alloc((n + 1) * sizeof *s->starts);
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
	arena_free(&s->arena);
	free(s->parts.v);
	free(s->starts);
	free(s->states);
	free(s->next);
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

/* The state of the parts found, made when new. */
static int find_state(struct sieve *s, uint64_t accepts)
{
	uint64_t lives = drop_decided(s, accepts);
	struct span bytes = span_make((const char *)s->found, s->n_found * sizeof *s->found);
	size_t slot = (size_t)(span_hash(bytes) ^ accepts * 0x9E3779B97F4A7C15ULL) & (INDEX_SLOTS - 1);
	struct state *made;

	for (; s->index[slot]; slot = (slot + 1) & (INDEX_SLOTS - 1)) {
		const struct state *old = &s->states[s->index[slot] - 1];

		if (old->n == s->n_found && old->accepts == accepts &&
		    (!old->n || !memcmp(old->parts, s->found, bytes.n)))
			return (int)s->index[slot] - 1;
	}
	MEM_ROOM(s->states, s->n_states, s->cap_states);
	if ((s->n_states + 1) * s->n_classes > s->cap_next) {
		s->cap_next = s->cap_states * s->n_classes;
		s->next = mem_grow(s->next, s->cap_next * sizeof *s->next);
	}
	for (unsigned c = 0; c < s->n_classes; c++)
		s->next[s->n_states * s->n_classes + c] = UNKNOWN;
	made = &s->states[s->n_states++];
	*made = (struct state){ .n = (unsigned)s->n_found, .accepts = accepts, .lives = lives };
	made->parts = (const unsigned *)(const void *)arena_dup(&s->arena, bytes).p;
	s->index[slot] = (unsigned)s->n_states;
	return (int)s->n_states - 1;
}

static void begin_closure(struct sieve *s)
{
	s->n_found = 0;
	if (++s->closure == 0) { /* after four thousand million closures */
		memset(s->seen, 0, s->parts.n * sizeof *s->seen);
		s->closure = 1;
	}
}

static void make_start(struct sieve *s)
{
	uint64_t accepts = 0;

	begin_closure(s);
	for (size_t i = 0; i < s->n_rules; i++)
		close_over(s, s->starts[i], &accepts);
	find_state(s, accepts);
}

static int make_next(struct sieve *s, int from, unsigned class)
{
	unsigned char byte = s->first_of[class];
	uint64_t accepts = 0;
	int to;

	begin_closure(s);
	for (unsigned i = 0; i < s->states[from].n; i++) {
		const struct part *p = &s->parts.v[s->states[from].parts[i]];

		if (byte >= p->lo && byte <= p->hi)
			close_over(s, p->next, &accepts);
	}
	to = find_state(s, accepts);
	s->next[(size_t)from * s->n_classes + class] = to;
	return to;
}

uint64_t sieve_run(struct sieve *s, struct span text, size_t at)
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
		int to = s->next[(size_t)state * s->n_classes + class];

		state = to == UNKNOWN ? make_next(s, state, class) : to;
		may |= s->states[state].accepts;
	}
	return at < text.n ? may | s->states[state].lives : may;
}
