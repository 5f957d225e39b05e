/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a body stands for and against, in one sentence: each is a goal of its own. */
#include "goal_stance.h"

#include "goal_put.h"

/* "за 36-часовую неделю": the figure is a part of an adjective. */
static bool is_adjective(const struct clause *c, size_t k)
{
	return k + 1 < c->w.n && span_is(doc_slice(c->g->d, c->w.v[k].end, c->w.v[k + 1].start), "-");
}

bool goal_no_stance(const struct clause *c, size_t k)
{
	return k >= c->w.n || word_list_has(c->g->r->lists, WORDS_NO_STANCE, clause_word(c, k)) ||
	       (span_has_digit(clause_word(c, k)) && !is_adjective(c, k)) ||
	       item_index_over(&c->g->r->times, c->w.v[k].start, c->w.v[k].end);
}

/* Where the clause before word i ends: behind its last word and a quote that closes there. */
static size_t end_before(const struct clause *c, size_t i)
{
	size_t end = c->w.v[i - 1 - clause_joined(c, i)].end;

	return span_starts(doc_slice(c->g->d, end, c->end), SPAN("»")) ? end + sizeof "»" - 1 : end;
}

/* Does another stance begin with the preposition at word i? *against tells which. */
static bool turns(const struct clause *c, size_t i, bool *against)
{
	const struct word_lists *lists = c->g->r->lists;
	bool in_favour = word_list_has(lists, WORDS_IN_FAVOUR, clause_word(c, i));

	*against = word_list_has(lists, WORDS_AGAINST, clause_word(c, i));
	if (!*against && !in_favour)
		return false;
	if (*against ? !clause_joined(c, i) && !clause_gap_has(c, i, ",") && !clause_gap_has(c, i, ";")
		     : !clause_joined(c, i) && (!clause_gap_has(c, i, ",") || span_is(clause_word(c, i), "for")))
		return false;
	return *against || !goal_no_stance(c, i + 1);
}

void goal_put_stances(struct clause *c, size_t k, size_t end, const struct lead *lead, struct span actor)
{
	struct lead one = *lead;
	bool stance = lead->against || span_is(span_of(lead->level), "principle"), against;

	for (size_t i = k + 1; stance && i + 1 < c->w.n && c->w.v[i].start < end; i++) {
		if (!turns(c, i, &against))
			continue;
		(void)!goal_put(c->g, c->w.v[k].start, end_before(c, i), &one, actor);
		one.against = against;
		one.level = against ? "demand" : "principle";
		k = i + 1;
	}
	(void)!goal_put(c->g, c->w.v[k].start, end, &one, actor);
}
