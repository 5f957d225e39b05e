/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A union whose kind stands before its name, behind which a dash follows. */
#include "org_dash.h"

#include "org_body.h"
#include "utf8.h"

/* общественная организация, объединение: with an adjective that says so */
static bool is_kind(const struct org_scan *s, const struct org_cand *c)
{
	if (c->head == TOKEN_NONE || c->plural || c->last != c->head || c->form)
		return false;
	/* Ассоциация – региональное объединение работодателей «…» */
	if (c->first == c->head)
		return s->ts->t[c->head].cap && (span_starts(token_fold(s->ts, c->head), SPAN("ассоциац")) ||
						 span_starts(token_fold(s->ts, c->head), SPAN("союз")));
	if (!span_starts(token_fold(s->ts, c->head - 1), SPAN("обществен")))
		return false;
	return token_says(s->ts, c->head, WORDS_ORGANIZATIONS) ||
	       span_starts(token_fold(s->ts, c->head), SPAN("объединени"));
}

/* The longest name of a union that begins at that token, in a case that the kind has too. */
static size_t union_at(const struct org_scan *s, const struct org_cands *cs, size_t from, size_t at,
		       const struct org_cand *kind)
{
	size_t best = TOKEN_NONE;

	for (size_t k = from; k < cs->n && cs->v[k].first <= at; k++) {
		const struct org_cand *c = &cs->v[k];

		if (c->first != at || c->row == LEXICON_NONE || c->plural || c->last == c->first ||
		    !span_is(lexicon_cell(s->heads, c->row, "kind"), "union"))
			continue;
		if (c->parse && kind->parse &&
		    !token_parse(s->ts, kind->head, M_NOUN | M_SING, c->parse->tags & M_CASES))
			continue;
		if (best == TOKEN_NONE || c->last > cs->v[best].last)
			best = k;
	}
	return best;
}

void org_dash_extend(const struct org_scan *s, struct org_cands *cs)
{
	for (size_t i = 0; i < cs->n; i++) {
		struct org_cand *c = &cs->v[i];
		size_t dash = c->last + 1, of;

		if (!is_kind(s, c) || !token_is_mark(s->ts, dash, '-') || s->ts->t[dash].glued ||
		    !tokens_same_block(s->ts, c->last, dash + 1))
			continue;
		of = union_at(s, cs, i + 1, dash + 1, c);
		if (of == TOKEN_NONE)
			continue;
		c->dash = dash;
		c->last = cs->v[of].last;
		c->tail = c->proper = true;
	}
}

bool org_dash_settle(struct org_names *n, size_t i)
{
	struct org_cand kind = n->cands.v[i];
	struct span name, of;
	size_t body, at = 0;

	if (!kind.dash)
		return false;
	for (size_t k = i + 1; k < n->cands.n && n->cands.v[k].first <= kind.dash + 1; k++) {
		const struct org_cand *c = &n->cands.v[k];

		if (c->first != kind.dash + 1 || c->last != kind.last || c->row == LEXICON_NONE)
			continue;
		if (n->body[k] == ORG_NO_BODY)
			org_body_settle(n, k);
		body = n->body[k];
		n->body[i] = body;
		if (n->bodies[body].known != LEXICON_NONE ||
		    span_find(n->bodies[body].canonical, SPAN(" – "), 0) != SPAN_NONE)
			return true;
		kind.last = kind.head;
		name = canonical_name(n->scan, &kind, NULL, 0);
		of = n->bodies[body].canonical;
		/* профсоюз работников …: behind the dash it has the letter that is printed */
		if (!n->scan->ts->t[c->first].cap && !n->scan->ts->t[c->first].loud) {
			unsigned letter = utf8_next(of, &at);
			struct buf small = { 0 };

			buf_put_utf8(&small, utf8_lower(letter));
			buf_add(&small, span_sub(of, at, of.n));
			of = arena_dup(n->scan->ts->arena, buf_span(&small));
			buf_free(&small);
		}
		n->bodies[body].canonical =
			arena_printf(n->scan->ts->arena, "%.*s – %.*s", SPAN_ARG(name), SPAN_ARG(of));
		return true;
	}
	return false;
}
