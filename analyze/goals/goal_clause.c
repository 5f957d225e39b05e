/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of a sentence and the signs between them. */
#include "goal_clause.h"

struct span clause_word(const struct clause *c, size_t i)
{
	return word_text(c->g->r->fold, c->w.v[i]);
}

bool clause_gap_has(const struct clause *c, size_t i, const char *sign)
{
	return i < c->w.n && span_find(doc_slice(c->g->d, i ? c->w.v[i - 1].end : c->start, c->w.v[i].start),
				       span_of(sign), 0) != SPAN_NONE;
}

bool clause_gap_is_dash(const struct clause *c, size_t i)
{
	return clause_gap_has(c, i, " – ") || clause_gap_has(c, i, " — ") || clause_gap_has(c, i, " - ");
}

bool clause_joined(const struct clause *c, size_t k)
{
	return k > 1 && word_list_has(c->g->r->lists, WORDS_SECOND_LEAD, clause_word(c, k - 1));
}
