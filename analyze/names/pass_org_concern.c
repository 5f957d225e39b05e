/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Letters of an organ with what it is for behind them: one of the commissions that a plan writes ПК. */
#include "pass_org_p.h"

#include "canonical.h"
#include "org_tail.h"
#include "phrases.h"

/* The candidate whose definition gave the body those letters, or NULL. */
static const struct org_cand *defined_by(const struct org_pass *p, size_t body)
{
	for (size_t i = 0; i < p->defs.n; i++)
		if (p->defs.v[i].caps && p->names.body[p->defs.v[i].cand] == body)
			return &p->names.cands.v[p->defs.v[i].cand];
	return NULL;
}

/* постоянные комиссии … → Постоянная комиссия: the words up to the noun of many, as of one; empty: they have no such
 * form
 */
static struct span one_of_many(const struct org_pass *p, const struct org_cand *c)
{
	struct tokens *ts = p->scan.ts;
	const struct morph_parse *noun = token_parse(ts, c->head, M_NOUN | M_PLUR, 0);
	unsigned gender = noun ? noun->tags & M_GENDERS : 0;
	struct buf out = { 0 };
	struct span name;

	if (!gender || gender & (gender - 1))
		return (struct span){ 0 };
	for (size_t i = c->first; i <= c->head; i++) {
		const struct morph_parse *word = i == c->head ? noun : token_parse(ts, i, M_ADJ | M_PLUR, 0);

		if (out.n)
			buf_putc(&out, ' ');
		canonical_word(ts, p->scan.text, i, word, M_NOM | M_SING | gender, &out);
	}
	name = canonical_capital(ts->arena, buf_span(&out));
	buf_free(&out);
	return name;
}

/* What stands in the canonical name behind its first words. */
static struct span behind_words(struct span name, size_t words)
{
	for (; words > 0 && name.n; words--)
		span_cut(&name, ' ');
	return name;
}

void org_pass_concern(struct org_pass *p, struct mention *m)
{
	const struct tokens *ts = p->scan.ts;
	const struct org_body *b = &p->names.bodies[m->body];
	const struct org_cand *full;
	struct org_cand letters = { .first = m->first, .head = m->last, .known = LEXICON_NONE };
	struct span name = b->canonical, concern;

	if (!(b->flags & ORG_PO) || !(b->flags & ORG_ORGAN) || !tokens_same_block(ts, m->last, m->last + 2) ||
	    !token_is(ts, m->last + 1, "по") || token_says(ts, m->last + 2, WORDS_TASK))
		return;
	full = defined_by(p, m->body);
	if (!full || full->head == TOKEN_NONE ||
	    (!full->plural && span_find(b->canonical, SPAN(" по "), 0) != SPAN_NONE))
		return;
	letters.row = b->row;
	letters.flags = b->flags;
	org_tail(&p->scan, &letters);
	if (letters.last < m->last + 2)
		return;
	if (full->plural) {
		struct span one = one_of_many(p, full), rest = behind_words(b->canonical, full->head - full->first + 1);

		if (!one.n)
			return;
		name = rest.n ? arena_printf(&p->d->arena, "%.*s %.*s", SPAN_ARG(one), SPAN_ARG(rest)) : one;
	}
	concern = text_squeeze(&p->d->arena, doc_slice(p->d, ts->t[m->last + 1].start, ts->t[letters.last].end));
	m->last = letters.last;
	m->one = full->plural;
	m->canonical = arena_printf(&p->d->arena, "%.*s %.*s", SPAN_ARG(name), SPAN_ARG(concern));
}
