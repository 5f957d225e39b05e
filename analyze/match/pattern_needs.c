/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Most attempts of a rule fail because a later word of its pattern is not there. Such words are found here, so that the
 * hash of stems, which sees every word of the sentence anyway, saves the attempt.
 */
#include "pattern_stems.h"

#include "utf8.h"

/* What is known of the place between two nodes: a letter here begins a word. */
struct walk {
	struct arena *a;
	struct triggers best;
	double best_score;
	bool word_start;
	bool first; /* nothing that takes up text came before: that is the trigger's place */
};

static void walk_node(struct walk *w, const struct node *n, const struct node *rest);

/* How much of a text the stems would let through, roughly: a letter more, a tenth of the places. */
static double score(const struct triggers *ts)
{
	static const double by_letters[] = { 1, 0.3, 0.06, 0.012, 0.003 };
	double sum = 0;

	for (size_t i = 0; i < ts->n; i++) {
		size_t letters = utf8_count(ts->v[i].text);

		if (ts->v[i].kind != TRIGGER_STEM)
			return 1;
		if (byte_is_letter((unsigned char)ts->v[i].text.p[0]))
			sum += by_letters[letters < 4 ? letters : 4] * (ts->v[i].whole ? 0.3 : 1);
		else
			sum += 0.02; /* a sign */
	}
	return sum;
}

/* A set of so many words that they are found everywhere. */
static bool is_large_set(const struct node *n)
{
	enum { LARGE = 90 };

	while (n->kind == NODE_GROUP && n->kids)
		n = n->kids;
	if (n->kind == NODE_CAT && n->kids)
		n = n->kids;
	return n->kind == NODE_SET && n->kids->starts && n->kids->starts->n > LARGE;
}

/* Are the stems of the nodes from n on worth more than the best so far? */
static void consider(struct walk *w, const struct node *n)
{
	struct node cat = { .kind = NODE_CAT };
	struct triggers ts = { 0 };
	struct node copy = *n;
	double s;

	cat.kids = &copy;
	if (w->first || !w->word_start || is_large_set(n) || !pattern_triggers(w->a, &cat, false, &ts))
		return;
	s = score(&ts);
	if (s < w->best_score) {
		w->best = ts;
		w->best_score = s;
	}
}

static void push_all(struct arena *a, struct triggers *out, const struct triggers *more)
{
	for (size_t i = 0; i < more->n; i++) {
		ARENA_ROOM(a, out->v, out->n, out->cap);
		out->v[out->n++] = more->v[i];
	}
}

/* A node that may be left out tells nothing, but it may end inside a word. */
static void walk_optional(struct walk *w, const struct node *n)
{
	struct walk inside = *w;

	inside.best_score = -1; /* finds nothing */
	walk_node(&inside, n, NULL);
	w->word_start = w->word_start && inside.word_start;
}

static void walk_kids(struct walk *w, const struct node *kids)
{
	for (; kids; kids = kids->next)
		walk_node(w, kids, kids);
}

/* Each alternative demands words of its own; together they are demanded by the whole. */
static void walk_alternatives(struct walk *w, const struct node *n)
{
	bool word_start = true, first = false;
	struct triggers together = { 0 };
	double sum = 0;

	for (const struct node *k = n->kids; k; k = k->next) {
		struct walk one = *w;

		one.best = (struct triggers){ 0 };
		one.best_score = w->best_score > 0 ? 1 : -1;
		walk_node(&one, k, NULL);
		sum += one.best.n ? one.best_score : 1;
		push_all(w->a, &together, &one.best);
		word_start = word_start && one.word_start;
		first = first || one.first;
	}
	if (sum < w->best_score) {
		w->best = together;
		w->best_score = sum;
	}
	w->word_start = word_start;
	w->first = w->first && first;
}

static bool has_letter(const struct charset *set)
{
	for (size_t i = 0; i < set->n; i++)
		if (set->v[i].hi >= 'a' && !(set->v[i].lo > 'z' && set->v[i].hi < 0xC0) &&
		    !(set->v[i].lo >= 0x2000 && set->v[i].hi < 0x3000))
			return true;
	return false;
}

static void walk_group(struct walk *w, const struct node *n)
{
	if (!n->name.n && (n->open[1] == '=' || n->open[1] == '!' || n->open[1] == '<'))
		return; /* look-around takes up no text */
	walk_node(w, n->kids, NULL);
}

/* rest: n and what follows it in its list, for stems that grow over several nodes; NULL: n alone. */
static void walk_node(struct walk *w, const struct node *n, const struct node *rest)
{
	switch (n->kind) {
	case NODE_EMPTY:
	case NODE_ASSERT:
		return;
	case NODE_CAT:
		walk_kids(w, n->kids);
		return;
	case NODE_GROUP:
		if (rest && w->best_score > 0 && n->kids->kind != NODE_CAT)
			consider(w, rest);
		walk_group(w, n);
		return;
	case NODE_ALT:
		if (rest)
			consider(w, rest);
		walk_alternatives(w, n);
		return;
	case NODE_REPEAT:
		if (n->min == 0) {
			walk_optional(w, n->kids);
			return;
		}
		walk_node(w, n->kids, NULL);
		return;
	case NODE_SET:
		consider(w, rest ? rest : n);
		w->word_start = true;
		w->first = false;
		return;
	case NODE_CHAR:
		if (w->best_score > 0)
			consider(w, rest ? rest : n);
		w->word_start = !utf8_is_letter(n->cp);
		w->first = false;
		return;
	case NODE_CLASS:
		w->word_start = !has_letter(n->set);
		w->first = false;
		return;
	case NODE_SPACE:
	case NODE_TAIL:
		w->word_start = true;
		w->first = false;
		return;
	}
}

bool pattern_needs(struct arena *a, const struct node *n, struct triggers *out)
{
	static const double worth = 0.25; /* of all alternatives together */
	double sum = 0;

	for (const struct node *k = n->kids; k; k = k->next) {
		struct walk w = { .a = a, .best_score = worth, .first = true };

		walk_node(&w, k, NULL);
		sum += w.best_score;
		if (w.best.n == 0 || sum > worth)
			return false;
		push_all(a, out, &w.best);
	}
	return out->n > 0;
}
