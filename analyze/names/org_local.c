/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Branches of English unions that are called by a number: Larkspur Bus Drivers, Local 12. */
#include "org_local.h"

#include "org_body.h"
#include "org_chain.h"

enum { WORDS = 10 /* before the number */ };

static bool is_branch_word(const struct tokens *ts, size_t i)
{
	static const char *const words[] = { "local", "lodge", NULL };

	return token_in(ts, i, words) && ts->t[i].cap;
}

static bool is_joint(const struct tokens *ts, size_t i)
{
	static const char *const joints[] = { "of", "and", NULL };

	return token_in(ts, i, joints);
}

/* Board of Education of Troy and Bus Drivers, Local 12: the other party stands before "and" */
static bool is_behind_body(const struct org_scan *s, size_t and)
{
	for (size_t i = and; i > 0 && and-i < WORDS && tokens_same_block(s->ts, i - 1, and) &&
			     token_is_word(s->ts, i - 1) && (s->ts->t[i - 1].cap || is_joint(s->ts, i - 1));
	     i--)
		if (token_info(s->ts, i - 1)->head != LEXICON_NONE)
			return true;
	return false;
}

/* Back over the capitals before the word, and over one comma right before it. */
static size_t branch_first(const struct org_scan *s, size_t i)
{
	const struct tokens *ts = s->ts;
	size_t first = i, at = i;

	/* Bus Drivers, Local 12; not AFL-CIO, Local 12 */
	if (at > 1 && token_is_mark(ts, at - 1, ',') && tokens_same_block(ts, at - 2, i) && token_is_word(ts, at - 2) &&
	    !ts->t[i].caps == !ts->t[at - 2].caps && span_find_char(token_fold(ts, at - 2), '-', 0) == SPAN_NONE)
		at--;
	for (; at > 0 && i - at < WORDS && tokens_same_block(ts, at - 1, i) && token_is_word(ts, at - 1); at--) {
		bool small = !ts->t[at - 1].cap || is_joint(ts, at - 1);

		if ((s->barrier && s->barrier[at - 1]) || (small && !(is_joint(ts, at - 1) && at < i)) ||
		    token_says(ts, at - 1, WORDS_OUTSIDE_NAME) || token_is(ts, at - 1, "the"))
			break;
		if (token_is(ts, at - 1, "and") && (ts->t[at - 1].caps != ts->t[i].caps || is_behind_body(s, at - 1)))
			break;
		if (!small)
			first = at - 1;
		/* Board of Supervisors AFSCME Local 12: side by side in two columns */
		if (ts->t[at - 1].caps && !ts->t[i].caps)
			break;
	}
	return first;
}

/* Local 12 of the American Federation of Teachers: the union that it is a branch of; number: there is none */
static size_t union_last(const struct org_scan *s, size_t number)
{
	size_t at = number + 1, first, last;

	if (!token_is(s->ts, at, "of"))
		return number;
	at += 1 + token_is(s->ts, at + 1, "the");
	for (size_t i = at; i < at + WORDS && tokens_same_block(s->ts, number, i) && token_is_word(s->ts, i); i++)
		if (token_info(s->ts, i)->head != LEXICON_NONE && org_english_chain(s, i, &first, &last) && first <= at)
			return last;
	return number;
}

bool org_local_at(const struct org_scan *s, size_t i, struct org_cand *c)
{
	const struct tokens *ts = s->ts;
	size_t number = i + 1;

	if (!is_branch_word(ts, i) || !tokens_same_block(ts, i, number))
		return false;
	if (token_is(ts, number, "no") && token_is_mark(ts, number + 1, '.'))
		number += 2;
	if (!tokens_same_block(ts, i, number) || ts->t[number].kind != TOKEN_NUMBER)
		return false;
	*c = org_cand_as_printed(branch_first(s, i), union_last(s, number), i, lexicon_find(s->heads, SPAN("union")),
				 ts->t[i].caps);
	c->numbered = true;
	return true;
}

void org_local_join(struct org_names *n)
{
	for (size_t i = 0; n->lang == LANG_EN && i < n->cands.n; i++) {
		size_t b = n->body[i];

		if (b == ORG_NO_BODY || !n->cands.v[i].numbered || n->cands.v[i].first != n->cands.v[i].head)
			continue;
		for (size_t k = 0; k < n->n; k++) {
			struct span full = n->bodies[k].key, key = n->bodies[b].key;

			if (k == b || full.n <= key.n || !span_ends(full, key) || full.p[full.n - key.n - 1] != ' ')
				continue;
			n->body[i] = k;
			break;
		}
	}
}
