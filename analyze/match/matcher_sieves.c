/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which sieve judges which rule, and when: one run of a sieve serves all its rules that are asked for at a place. */
#include <stdlib.h>
#include <string.h>

#include "matcher_p.h"

enum { SIEVE_AFTER = 8000 /* attempts after which sieves are worth their making */ };

static bool begins_with_figures(const struct rule *r)
{
	for (size_t i = 0; i < r->triggers.n; i++)
		if (r->triggers.v[i].kind == TRIGGER_DIGIT)
			return true;
	return false;
}

static void deal_to_sieve(struct matcher *m, size_t rule, bool *full)
{
	struct sieve_use *u;

	if (*full) {
		MEM_ROOM(m->sieves, m->n_sieves, m->cap_sieves);
		m->sieves[m->n_sieves++] = (struct sieve_use){ 0 };
	}
	u = &m->sieves[m->n_sieves - 1];
	m->state[rule].sieve = (unsigned)m->n_sieves;
	m->state[rule].sieve_bit = (unsigned)u->n;
	u->rules[u->n++] = &m->rs->rules[rule];
	*full = u->n == SIEVE_RULES;
}

/* A rule by what it begins with. */
struct order {
	bool figures;
	struct span stem; /* the first; empty: none */
	size_t rule;
};

static int by_beginning(const void *x, const void *y)
{
	const struct order *a = x, *b = y;
	size_t n = a->stem.n < b->stem.n ? a->stem.n : b->stem.n;
	int c;

	if (a->figures != b->figures)
		return a->figures ? -1 : 1;
	c = n ? memcmp(a->stem.p, b->stem.p, n) : 0;
	if (c || a->stem.n != b->stem.n)
		return c ? c : a->stem.n < b->stem.n ? -1 : 1;
	return a->rule < b->rule ? -1 : a->rule > b->rule;
}

/* Those that begin with figures, or with the same stem, meet at the same places, so they come together. */
static void deal_sieves(struct matcher *m, int phase)
{
	struct order *v = mem_alloc((m->rs->n_rules + 1) * sizeof *v);
	bool full = true;
	size_t n = 0;

	for (size_t i = 0; i < m->rs->n_rules; i++) {
		const struct rule *r = &m->rs->rules[i];

		if (r->phase != phase || !r->triggers.n || r->type == -2 || m->state[i].sieve)
			continue;
		v[n++] = (struct order){ begins_with_figures(r), r->triggers.v[0].text, i };
	}
	if (n)
		qsort(v, n, sizeof *v, by_beginning);
	for (size_t i = 0; i < n; i++)
		deal_to_sieve(m, v[i].rule, &full);
	free(v);
}

/* The tables say themselves which rules they judge; rules that none does get sieves that are made on the way. */
static void take_tables(struct matcher *m)
{
	struct span bytes = m->rs->sieves;
	const struct sieve_table *t;

	while (bytes.n && (t = sieve_table_take(&bytes, m->rs->n_rules))) {
		MEM_ROOM(m->sieves, m->n_sieves, m->cap_sieves);
		m->sieves[m->n_sieves++] = (struct sieve_use){ .table = t };
		for (size_t i = 0; i < sieve_table_rules(t); i++) {
			struct rule_state *s = &m->state[sieve_table_rule(t, i)];

			s->sieve = (unsigned)m->n_sieves;
			s->sieve_bit = (unsigned)i;
		}
	}
}

void matcher_make_sieves(struct matcher *m)
{
	take_tables(m);
	for (int p = 1; p <= PHASES; p++)
		deal_sieves(m, p);
}

static uint64_t ask(struct matcher *m, struct sieve_use *u, size_t at, uint64_t wanted)
{
	struct span text = span_sub(m->view.folded, 0, m->here.end);

	if (u->table)
		return sieve_table_run(u->table, text, at, wanted);
	if (!u->sieve)
		u->sieve = sieve_new(m->rs, u->rules, u->n);
	return sieve_run(u->sieve, text, at);
}

bool matcher_sieve_passes(struct matcher *m, const struct rule_state *s, size_t at)
{
	return ask(m, &m->sieves[s->sieve - 1], at, ~(uint64_t)0) >> s->sieve_bit & 1;
}

/* Titles in capitals could go on for long; most sentences have no rule that asks. */
static uint64_t wanted_in(struct matcher *m, struct sieve_use *u, size_t stretch)
{
	if (!u->table || (u->wanted_block == m->block_number && u->wanted_stretch == stretch))
		return u->wanted;
	u->wanted_block = m->block_number;
	u->wanted_stretch = stretch;
	u->wanted = 0;
	for (size_t i = 0; i < sieve_table_rules(u->table); i++)
		if (matcher_wants(m, &m->rs->rules[sieve_table_rule(u->table, i)], stretch))
			u->wanted |= (uint64_t)1 << i;
	return u->wanted;
}

bool matcher_may_begin(struct matcher *m, const struct rule_state *s, size_t at, size_t stretch)
{
	struct sieve_use *u = &m->sieves[s->sieve - 1];

	if (!u->table && m->sieve_calls < SIEVE_AFTER) {
		m->sieve_calls++;
		return true;
	}
	if (u->block != m->block_number || u->at != at) {
		u->may = ask(m, u, at, wanted_in(m, u, stretch));
		u->block = m->block_number;
		u->at = at;
	}
	return u->may >> s->sieve_bit & 1;
}

void matcher_save_sieves(struct matcher *m, struct buf *out)
{
	for (size_t i = 0; i < m->n_sieves; i++)
		sieve_tables_write(m->rs, m->sieves[i].rules, m->sieves[i].n, out);
}

void matcher_warm(struct matcher *m)
{
	m->sieve_calls = ~0u;
}
