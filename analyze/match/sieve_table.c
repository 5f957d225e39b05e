/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * All states of a few rules are few once those that nothing tells apart are one (Moore 1956). Of many rules they would
 * multiply, so rules are parted until theirs can be made.
 */
#include "sieve_table.h"

#include <stdlib.h>
#include <string.h>

#include "sieve_p.h"

enum {
	STATES_MAX = 4000, /* before those that are alike are joined; rules that need more are parted */
	ALONE_MAX = 16000, /* of one rule; what lies behind them is let pass */
};

/*
 * The bytes of a table: this head, then a row for each state, then zeros up to a multiple of 8 bytes. A row is the bits
 * of the rules that have matched there, of those that still may, and the state behind a byte of each class.
 */
struct sieve_table {
	uint32_t bytes; /* of all of it */
	uint16_t n_rules, n_states, n_classes;
	uint16_t rules[SIEVE_TABLE_RULES];
	unsigned char class_of[SIEVE_BYTES];
	uint16_t rows[];
};

enum { ROW_ACCEPTS, ROW_LIVES, ROW_NEXT };

/* ---- making ---- */

struct joining {
	struct sieve *s;
	size_t n_states, n_classes;
	uint16_t *block; /* by state: with which others it is one; the unknown one is alone */
	uint16_t *finer; /* the same after one more byte */
	size_t n_blocks;
	uint16_t *first; /* by block: a state of it */
	unsigned *index; /* hash of blocks: number + 1 */
	size_t slots;
};

/*
 * A number for each class that tells which parts of the state wait for it: equal numbers, equal states behind them (64
 * bits that are well mixed do not meet by chance).
 */
static void sign_classes(const struct sieve *s, const struct state *state, uint64_t *signs)
{
	memset(signs, 0, s->n_classes * sizeof *signs);
	for (unsigned i = 0; i < state->n; i++) {
		const struct part *p = &s->parts.v[s->pool[state->first + i]];
		uint64_t mixed = ((uint64_t)i + 1) * 0x9E3779B97F4A7C15ULL;

		mixed = (mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9ULL;
		mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EBULL; /* splitmix64 */
		for (unsigned c = s->class_of[p->lo]; p->lo <= p->hi && c <= s->class_of[p->hi]; c++)
			signs[c] += mixed;
	}
}

/* All that stands behind a state; where nothing is awaited any more, it stays so. */
static void make_row(struct sieve *s, size_t state)
{
	uint16_t *row = s->next + state * s->n_classes;
	uint64_t signs[SIEVE_BYTES];

	for (unsigned c = 0; c < s->n_classes && !s->states[state].lives; c++)
		row[c] = (uint16_t)state;
	if (!s->states[state].lives)
		return;
	sign_classes(s, &s->states[state], signs);
	for (unsigned c = 0; c < s->n_classes; c++) {
		unsigned like = 0;

		while (signs[like] != signs[c])
			like++;
		if (like == c)
			sieve_make_next(s, (int)state, c);
		else
			s->next[state * s->n_classes + c] = s->next[state * s->n_classes + like];
	}
}

/* Every state; false: there would be more than max. */
static bool make_all(struct sieve *s, size_t max)
{
	sieve_make_start(s);
	for (size_t i = 0; i < s->n_states && s->n_states < max; i++)
		make_row(s, i);
	return s->n_states < max;
}

static const uint16_t *row_of(const struct joining *j, size_t state)
{
	return j->s->next + state * j->n_classes;
}

static bool are_alike(const struct joining *j, size_t a, size_t b)
{
	const uint16_t *x = row_of(j, a), *y = row_of(j, b);
	size_t c = 0;

	while (c < j->n_classes && j->block[x[c]] == j->block[y[c]])
		c++;
	return c == j->n_classes && j->block[a] == j->block[b];
}

static uint64_t hash_state(const struct joining *j, size_t state)
{
	const uint16_t *row = row_of(j, state);
	uint64_t h = j->block[state];

	for (size_t c = 0; c < j->n_classes; c++)
		h = (h ^ j->block[row[c]]) * 0x100000001B3ULL;
	return h ^ h >> 29;
}

/* Parts the blocks by what stands behind one more byte; false: nothing was left to part. */
static bool refine(struct joining *j)
{
	size_t n = 0;

	memset(j->index, 0, j->slots * sizeof *j->index);
	for (size_t i = 0; i < j->n_states; i++) {
		size_t slot = hash_state(j, i) & (j->slots - 1);

		while (j->index[slot] && !are_alike(j, j->first[j->index[slot] - 1], i))
			slot = (slot + 1) & (j->slots - 1);
		if (!j->index[slot]) {
			j->first[n] = (uint16_t)i;
			j->index[slot] = (unsigned)++n;
		}
		j->finer[i] = (uint16_t)(j->index[slot] - 1);
	}
	memcpy(j->block, j->finer, j->n_states * sizeof *j->block);
	if (n == j->n_blocks)
		return false;
	j->n_blocks = n;
	return true;
}

/* The blocks before anything is read: what matches there. */
static void part_by_accepts(struct joining *j)
{
	uint64_t *known = mem_alloc((j->n_states + 1) * sizeof *known);
	size_t n = 0, k;

	for (size_t i = 0; i < j->n_states; i++) {
		for (k = 0; k < n && known[k] != j->s->states[i].accepts; k++)
			continue;
		if (k == n)
			known[n++] = j->s->states[i].accepts;
		j->block[i] = (uint16_t)k;
	}
	free(known);
}

static void join_states(struct joining *j)
{
	part_by_accepts(j);
	while (refine(j))
		continue;
}

static void begin_joining(struct joining *j, struct sieve *s)
{
	*j = (struct joining){ .s = s, .n_states = s->n_states, .n_classes = s->n_classes };
	for (j->slots = 64; j->slots < 2 * s->n_states;)
		j->slots *= 2;
	j->block = mem_alloc((SIEVE_UNKNOWN + 1) * sizeof *j->block);
	j->block[SIEVE_UNKNOWN] = SIEVE_UNKNOWN;
	j->finer = mem_alloc(s->n_states * sizeof *j->finer);
	j->first = mem_alloc(s->n_states * sizeof *j->first);
	j->index = mem_alloc(j->slots * sizeof *j->index);
}

static void end_joining(struct joining *j)
{
	free(j->block);
	free(j->finer);
	free(j->first);
	free(j->index);
}

/* What may still match from each block: what matches anywhere behind it; where something is not known, all that lives.
 */
static void find_lives(const struct joining *j, uint64_t *lives)
{
	bool more = true;

	while (more) {
		more = false;
		for (size_t b = j->n_blocks; b-- > 0;) {
			const struct state *state = &j->s->states[j->first[b]];
			uint64_t now = lives[b];

			for (size_t c = 0; c < j->n_classes; c++) {
				uint16_t to = j->block[row_of(j, j->first[b])[c]];

				now |= to == SIEVE_UNKNOWN ? state->lives
							   : lives[to] | j->s->states[j->first[to]].accepts;
			}
			more = more || now != lives[b];
			lives[b] = now;
		}
	}
}

static bool same_column(const struct joining *j, unsigned a, unsigned b)
{
	for (size_t i = 0; i < j->n_blocks; i++) {
		const uint16_t *row = row_of(j, j->first[i]);

		if (j->block[row[a]] != j->block[row[b]])
			return false;
	}
	return true;
}

/* Classes that nothing tells apart any more are one: a class of each goes to classes; returns how many there are. */
static unsigned join_classes(const struct joining *j, unsigned *classes, unsigned char *class_of)
{
	unsigned number[SIEVE_BYTES], n = 0, k;

	for (unsigned c = 0; c < j->n_classes; c++) {
		for (k = 0; k < n && !same_column(j, classes[k], c); k++)
			continue;
		if (k == n)
			classes[n++] = c;
		number[c] = k;
	}
	for (unsigned b = 0; b < SIEVE_BYTES; b++)
		class_of[b] = (unsigned char)number[j->s->class_of[b]];
	return n;
}

static void write_rows(const struct joining *j, struct sieve_table *t, const unsigned *classes)
{
	size_t width = ROW_NEXT + (size_t)t->n_classes;
	uint64_t *lives = mem_alloc(j->n_blocks * sizeof *lives);

	find_lives(j, lives);
	for (size_t b = 0; b < j->n_blocks; b++) {
		uint16_t *row = t->rows + b * width;

		row[ROW_ACCEPTS] = (uint16_t)j->s->states[j->first[b]].accepts;
		row[ROW_LIVES] = (uint16_t)lives[b];
		for (size_t c = 0; c < t->n_classes; c++)
			row[ROW_NEXT + c] = j->block[row_of(j, j->first[b])[classes[c]]];
	}
	free(lives);
}

static void write_table(const struct ruleset *rs, struct sieve *s, struct rule *const *rules, struct buf *out)
{
	struct joining j;
	struct sieve_table head = { .n_rules = (uint16_t)s->n_rules }, *t;
	unsigned classes[SIEVE_BYTES];
	size_t bytes;

	begin_joining(&j, s);
	join_states(&j);
	head.n_states = (uint16_t)j.n_blocks;
	head.n_classes = (uint16_t)join_classes(&j, classes, head.class_of);
	for (size_t i = 0; i < s->n_rules; i++)
		head.rules[i] = (uint16_t)(rules[i] - rs->rules);
	bytes = sizeof head + j.n_blocks * (ROW_NEXT + (size_t)head.n_classes) * sizeof *t->rows;
	bytes = (bytes + 7) & ~(size_t)7;
	head.bytes = (uint32_t)bytes;
	t = mem_alloc(bytes);
	memcpy(t, &head, sizeof head);
	write_rows(&j, t, classes);
	buf_add(out, span_make((const char *)t, bytes));
	free(t);
	end_joining(&j);
}

void sieve_tables_write(struct ruleset *rs, struct rule *const *rules, size_t n, struct buf *out)
{
	struct sieve *s;
	bool done = false;

	if (n == 0)
		return;
	if (n <= SIEVE_TABLE_RULES) {
		s = sieve_new(rs, rules, n);
		done = make_all(s, n > 1 ? STATES_MAX : ALONE_MAX) || n == 1;
		if (done)
			write_table(rs, s, rules, out);
		sieve_free(s);
	}
	if (!done) {
		sieve_tables_write(rs, rules, n / 2, out);
		sieve_tables_write(rs, rules + n / 2, n - n / 2, out);
	}
}

/* ---- use ---- */

const struct sieve_table *sieve_table_take(struct span *bytes, size_t n_rules)
{
	const struct sieve_table *t = (const void *)bytes->p;

	if (bytes->n < sizeof *t || t->bytes < sizeof *t || t->bytes > bytes->n || t->n_rules > SIEVE_TABLE_RULES)
		return NULL;
	for (size_t i = 0; i < t->n_rules; i++)
		if (t->rules[i] >= n_rules)
			return NULL;
	*bytes = span_sub(*bytes, t->bytes, bytes->n);
	return t;
}

size_t sieve_table_rules(const struct sieve_table *t)
{
	return t->n_rules;
}

size_t sieve_table_rule(const struct sieve_table *t, size_t i)
{
	return t->rules[i];
}

uint64_t sieve_table_run(const struct sieve_table *t, struct span text, size_t at, uint64_t wanted)
{
	size_t end = text.n - at > SIEVE_REACH ? at + SIEVE_REACH : text.n;
	size_t width = ROW_NEXT + (size_t)t->n_classes;
	const uint16_t *row = t->rows;
	unsigned may = row[ROW_ACCEPTS];

	for (; at < end && row[ROW_LIVES] & ~may & wanted; at++) {
		uint16_t to = row[ROW_NEXT + t->class_of[(unsigned char)text.p[at]]];

		if (to == SIEVE_UNKNOWN)
			break;
		row = t->rows + to * width;
		may |= row[ROW_ACCEPTS];
	}
	return at < text.n ? may | row[ROW_LIVES] : may;
}
