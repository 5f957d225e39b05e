/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which sieve judges which rule, and when: one run of a sieve serves all its rules that are asked for at a place. */
#include "matcher_p.h"

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

void matcher_deal_sieves(struct matcher *m, int phase)
{
	for (int figures = 1; figures >= 0; figures--) {
		bool full = true;

		for (size_t i = 0; i < m->rs->n_rules; i++) {
			const struct rule *r = &m->rs->rules[i];

			if (r->phase == phase && r->triggers.n && r->type != -2 && begins_with_figures(r) == figures)
				deal_to_sieve(m, i, &full);
		}
	}
}

static struct sieve *sieve_of(const struct matcher *m, struct sieve_use *u)
{
	if (!u->sieve)
		u->sieve = sieve_new(m->rs, u->rules, u->n);
	return u->sieve;
}

void matcher_thaw_sieves(struct matcher *m)
{
	struct span bytes = m->rs->sieves;

	for (size_t i = 0; i < m->n_sieves && bytes.n; i++) {
		m->sieves[i].sieve = sieve_frozen(&bytes, m->sieves[i].n);
		if (!m->sieves[i].sieve)
			return;
	}
	if (m->rs->sieves.n)
		matcher_warm(m);
}

bool matcher_sieve_passes(struct matcher *m, const struct rule_state *s, size_t at, bool exact)
{
	struct sieve_use *u = &m->sieves[s->sieve - 1];

	if (u->block != m->block_number || u->at != at || exact) {
		u->may = sieve_run(sieve_of(m, u), span_sub(m->view.folded, 0, m->here.end), at, exact);
		u->block = m->block_number;
		u->at = at;
	}
	return u->may >> s->sieve_bit & 1;
}

void matcher_save_sieves(struct matcher *m, struct buf *out)
{
	for (size_t i = 0; i < m->n_sieves; i++) {
		sieve_widen(sieve_of(m, &m->sieves[i]));
		sieve_save(m->sieves[i].sieve, out);
	}
}

void matcher_warm(struct matcher *m)
{
	m->sieve_calls = ~0u;
}
