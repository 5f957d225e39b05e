/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The text of a row is read once: every word's tokens are looked up in a small table of the query's words, which gives
 * their positions; phrases, distances and operators are asked of these. An index of the page's texts (FTS5) did the
 * same in ten times the time, most of it spent on making a table.
 */
#include "places.h"

#include <stdlib.h>

#include "forms_p.h"
#include "glance.h"
#include "mem.h"
#include "utf8.h"

/* A word of the query. */
struct word {
	struct span form; /* folded: exact, or a beginning; else empty */
	bool exact, begins;
	size_t *at; /* where it stands in the text, ascending, counted in words */
	size_t n, cap;
};

/* A word or phrase of the query: words [first, first + n). */
struct leaf {
	const struct ask_node *node;
	size_t first, n;
	size_t *at; /* where its first word stands */
	size_t found, cap;
};

/* A token and the word that has it. */
struct entry {
	struct span token;
	size_t word, next; /* next with the same hash, + 1 */
};

struct range {
	size_t start, end; /* bytes */
};

struct places {
	struct tokenizer *t;
	struct ask_node *root;
	struct arena arena;
	struct word *words;
	struct leaf *leaves;
	struct entry *entries;
	size_t n_words, cap_words, n_leaves, cap_leaves, n_entries, cap_entries;
	size_t *slots; /* first entry of a hash, + 1 */
	size_t mask;
	size_t n_begins;      /* words that are beginnings */
	struct range *ranges; /* words of the text at hand */
	size_t n_ranges, cap_ranges;
	struct range *marked;
	size_t n_marked, cap_marked;
	struct span text;
	struct buf folded; /* the text's word at hand, when it was needed */
	bool is_folded, wide;
};

/* ---- the query ---- */

struct leaf_reader {
	struct places *p;
	struct span text; /* whose offsets come */
	bool exact;       /* all words, or else those behind = */
	bool wide;
};

/* Does the token stand for this form alone, and no other word? So the index is enough: short words, numbers. */
static bool is_form(struct span token, struct span form)
{
	bool marked = token.n && token.p[0] == '=';
	size_t at = 0;

	return span_eq(span_sub(token, marked, token.n), form) && (marked || !utf8_is_letter(utf8_next(form, &at)));
}

static int take_token(void *ctx, bool same, struct span token, size_t start, size_t end)
{
	struct leaf_reader *r = ctx;
	struct places *p = r->p;

	if (!same) {
		MEM_ROOM(p->words, p->n_words, p->cap_words);
		p->words[p->n_words++] =
			(struct word){ .exact = r->exact || (start > 0 && r->text.p[start - 1] == '=') };
		buf_reset(&p->folded);
		forms_fold(span_sub(r->text, start, end), &p->folded);
		p->words[p->n_words - 1].form = arena_dup(&p->arena, buf_span(&p->folded));
	}
	r->wide |= p->words[p->n_words - 1].exact && !is_form(token, p->words[p->n_words - 1].form);
	MEM_ROOM(p->entries, p->n_entries, p->cap_entries);
	p->entries[p->n_entries++] = (struct entry){ .token = arena_dup(&p->arena, token), .word = p->n_words - 1 };
	return 0;
}

/* The last word of a leaf is a beginning: its tokens say nothing, each word of the text is looked at. */
static void make_beginning(struct places *p, struct ask_node *n)
{
	p->words[p->n_words - 1].begins = true;
	p->n_begins++;
	while (p->n_entries && p->entries[p->n_entries - 1].word == p->n_words - 1)
		p->n_entries--;
	n->wide |= tokenizer_is_wide(p->t, p->words[p->n_words - 1].form);
}

static void read_leaf(struct places *p, struct ask_node *n)
{
	struct buf text = { 0 };
	struct leaf_reader r = { .p = p, .exact = n->exact };
	struct leaf leaf = { .node = n, .first = p->n_words };

	buf_puts(&text, n->exact ? "=" : "");
	buf_add(&text, n->text);
	r.text = buf_span(&text);
	tokenizer_run(p->t, TOKEN_QUERY, r.text, take_token, &r);
	buf_free(&text);
	leaf.n = p->n_words - leaf.first;
	n->wide = r.wide;
	if (n->prefix && leaf.n)
		make_beginning(p, n);
	MEM_ROOM(p->leaves, p->n_leaves, p->cap_leaves);
	p->leaves[p->n_leaves++] = leaf;
	p->wide |= n->wide;
}

static void read_tree(struct places *p, struct ask_node *n)
{
	if (n->kind == ASK_WORD || n->kind == ASK_PHRASE)
		read_leaf(p, n);
	for (struct ask_node *c = n->first; c; c = c->next)
		read_tree(p, c);
}

static void fill_slots(struct places *p)
{
	p->mask = 63;
	while (p->mask < 2 * p->n_entries)
		p->mask = 2 * p->mask + 1;
	p->slots = mem_alloc((p->mask + 1) * sizeof *p->slots);
	for (size_t i = 0; i < p->n_entries; i++) {
		size_t *slot = &p->slots[span_hash(p->entries[i].token) & p->mask];

		p->entries[i].next = *slot;
		*slot = i + 1;
	}
}

struct places *places_new(struct tokenizer *t, struct ask_node *words)
{
	struct places *p = mem_alloc(sizeof *p);

	p->t = t;
	p->root = words;
	read_tree(p, words);
	fill_slots(p);
	return p;
}

void places_free(struct places *p)
{
	if (!p)
		return;
	for (size_t i = 0; i < p->n_words; i++)
		free(p->words[i].at);
	for (size_t i = 0; i < p->n_leaves; i++)
		free(p->leaves[i].at);
	free(p->words);
	free(p->leaves);
	free(p->entries);
	free(p->slots);
	free(p->ranges);
	free(p->marked);
	buf_free(&p->folded);
	arena_free(&p->arena);
	free(p);
}

bool places_are_wide(const struct places *p)
{
	return p->wide;
}

/* ---- the words of a text ---- */

/* The word of the text at hand, folded; folding costs more than looking up, so only where it is needed. */
static struct span folded_word(struct places *p)
{
	if (!p->is_folded) {
		buf_reset(&p->folded);
		forms_fold(span_sub(p->text, p->ranges[p->n_ranges - 1].start, p->ranges[p->n_ranges - 1].end),
			   &p->folded);
	}
	p->is_folded = true;
	return buf_span(&p->folded);
}

static void add_position(struct places *p, struct word *w)
{
	size_t at = p->n_ranges - 1;

	if (w->n && w->at[w->n - 1] == at)
		return;
	if (w->exact && !w->begins && !span_eq(folded_word(p), w->form))
		return;
	MEM_ROOM(w->at, w->n, w->cap);
	w->at[w->n++] = at;
}

/* A stem is no word: what follows it in the text is unknown, so it does not tell how the word begins. */
static bool begins_so(struct places *p, const struct word *w, struct span token)
{
	if (token.p[0] != '~' && token.p[0] != '^' && !w->exact &&
	    span_starts(token.p[0] == '=' ? span_sub(token, 1, token.n) : token, w->form))
		return true;
	return span_starts(folded_word(p), w->form);
}

static int meet_token(void *ctx, bool same, struct span token, size_t start, size_t end)
{
	struct places *p = ctx;

	if (!same) {
		MEM_ROOM(p->ranges, p->n_ranges, p->cap_ranges);
		p->ranges[p->n_ranges++] = (struct range){ start, end };
		p->is_folded = false;
	}
	for (size_t i = p->slots[span_hash(token) & p->mask]; i; i = p->entries[i - 1].next)
		if (span_eq(p->entries[i - 1].token, token))
			add_position(p, &p->words[p->entries[i - 1].word]);
	for (size_t i = 0, left = p->n_begins; left; i++) {
		left -= p->words[i].begins;
		if (p->words[i].begins && begins_so(p, &p->words[i], token))
			add_position(p, &p->words[i]);
	}
	return 0;
}

/* ---- leaves ---- */

/* First index of a position that is not less; the list is ascending. */
static size_t lower(const size_t *v, size_t n, size_t at)
{
	size_t from = 0;

	while (n > 0) {
		size_t half = n / 2;

		if (v[from + half] < at) {
			from += half + 1;
			n -= half + 1;
		} else {
			n = half;
		}
	}
	return from;
}

static bool stands_at(const struct word *w, size_t at)
{
	size_t i = lower(w->at, w->n, at);

	return i < w->n && w->at[i] == at;
}

static void find_leaf(struct places *p, struct leaf *l)
{
	const struct word *w = p->words + l->first;

	l->found = 0;
	for (size_t i = 0; l->n && i < w->n; i++) {
		size_t k = 1;

		while (k < l->n && stands_at(&w[k], w->at[i] + k))
			k++;
		if (k < l->n)
			continue;
		MEM_ROOM(l->at, l->found, l->cap);
		l->at[l->found++] = w->at[i];
	}
}

static struct leaf *leaf_of(const struct places *p, const struct ask_node *n)
{
	size_t i = 0;

	while (p->leaves[i].node != n)
		i++;
	return &p->leaves[i];
}

/* ---- the tree ---- */

/* With the last of them beginning at word last: is the leaf near enough before it? *at: the nearest. */
static bool is_near(const struct leaf *l, size_t last, int distance, size_t *at)
{
	size_t i = lower(l->at, l->found, last + 1);

	if (i == 0)
		return false;
	*at = l->at[i - 1];
	return *at + l->n + (size_t)distance >= last;
}

/* Are all leaves of a NEAR near before word last? */
static bool all_near(const struct places *p, const struct ask_node *n, size_t last)
{
	size_t at;

	for (const struct ask_node *c = n->first; c; c = c->next)
		if (!is_near(leaf_of(p, c), last, n->distance, &at))
			return false;
	return true;
}

/* The first place of a NEAR at or behind place i of leaf l, which is then the last of its leaves; else l->found. */
static size_t next_near(const struct places *p, const struct ask_node *n, const struct leaf *l, size_t i)
{
	while (i < l->found && !all_near(p, n, l->at[i]))
		i++;
	return i;
}

static bool holds_near(const struct places *p, const struct ask_node *n)
{
	for (const struct ask_node *c = n->first; c; c = c->next) {
		const struct leaf *l = leaf_of(p, c);

		if (next_near(p, n, l, 0) < l->found)
			return true;
	}
	return false;
}

static bool holds(const struct places *p, const struct ask_node *n)
{
	const struct leaf *l;
	bool any = false;

	switch (n->kind) {
	case ASK_WORD:
	case ASK_PHRASE:
		l = leaf_of(p, n);
		return l->found > 0 || l->n == 0; /* FTS5 passes over a phrase without words */
	case ASK_NEAR:
		return holds_near(p, n);
	case ASK_NOT:
		return !holds(p, n->first);
	case ASK_OR:
		for (const struct ask_node *c = n->first; c && !any; c = c->next)
			any = holds(p, c);
		return any;
	case ASK_AND:
		for (const struct ask_node *c = n->first; c; c = c->next)
			if (!holds(p, c))
				return false;
		return true;
	}
	return false;
}

/* ---- marks ---- */

static void mark_words(struct places *p, size_t at, size_t n)
{
	MEM_ROOM(p->marked, p->n_marked, p->cap_marked);
	p->marked[p->n_marked++] = (struct range){ p->ranges[at].start, p->ranges[at + n - 1].end };
}

/* What of the node n stands near the word at. */
static void mark_around(struct places *p, const struct ask_node *n, size_t at)
{
	for (const struct ask_node *c = n->first; c; c = c->next) {
		size_t there = 0;

		if (is_near(leaf_of(p, c), at, n->distance, &there))
			mark_words(p, there, leaf_of(p, c)->n);
	}
}

static void mark_near(struct places *p, const struct ask_node *n)
{
	for (const struct ask_node *c = n->first; c; c = c->next) {
		const struct leaf *l = leaf_of(p, c);

		for (size_t i = next_near(p, n, l, 0); i < l->found; i = next_near(p, n, l, i + 1))
			mark_around(p, n, l->at[i]);
	}
}

/* Of a node that holds. */
static void mark(struct places *p, const struct ask_node *n)
{
	if (n->kind == ASK_WORD || n->kind == ASK_PHRASE) {
		const struct leaf *l = leaf_of(p, n);

		for (size_t i = 0; i < l->found; i++)
			mark_words(p, l->at[i], l->n);
	} else if (n->kind == ASK_NEAR) {
		mark_near(p, n);
	} else {
		for (const struct ask_node *c = n->first; c; c = c->next)
			if (n->kind != ASK_NOT && c->kind != ASK_NOT && holds(p, c))
				mark(p, c);
	}
}

static int by_start(const void *x, const void *y)
{
	const struct range *a = x, *b = y;

	return a->start < b->start ? -1 : a->start > b->start;
}

static void put_marked(const struct places *p, const struct place_marks *marks, struct buf *out)
{
	size_t at = 0;

	for (size_t i = 0; i < p->n_marked;) {
		size_t start = p->marked[i].start, end = p->marked[i].end;

		while (++i < p->n_marked && p->marked[i].start < end)
			end = p->marked[i].end > end ? p->marked[i].end : end;
		buf_add(out, span_sub(p->text, at, start));
		buf_add(out, marks->on);
		buf_add(out, span_sub(p->text, start, end));
		buf_add(out, marks->off);
		at = end;
	}
	buf_add(out, span_sub(p->text, at, p->text.n));
}

/* What a glance says of the node, where it is an exact word, or all of several. */
static enum glance glance_at(const struct places *p, const struct ask_node *n, struct span text)
{
	enum glance all = GLANCE_YES;

	if (n->kind == ASK_WORD || n->kind == ASK_PHRASE) {
		const struct leaf *l = leaf_of(p, n);
		enum glance word = GLANCE_UNSURE;

		for (size_t i = 0; i < l->n && word != GLANCE_NO; i++)
			if (p->words[l->first + i].exact && !p->words[l->first + i].begins)
				word = glance(text, p->words[l->first + i].form);
		return l->n == 1 || word == GLANCE_NO ? word : GLANCE_UNSURE;
	}
	if (n->kind != ASK_AND && n->kind != ASK_NEAR)
		return GLANCE_UNSURE;
	for (const struct ask_node *c = n->first; c && all != GLANCE_NO; c = c->next) {
		enum glance one = glance_at(p, c, text);

		all = one == GLANCE_YES ? all : one;
	}
	return n->kind == ASK_AND || all == GLANCE_NO ? all : GLANCE_UNSURE;
}

bool places_find(struct places *p, struct span text, const struct place_marks *marks, struct buf *out)
{
	enum glance seen = glance_at(p, p->root, text);

	if (seen == GLANCE_NO || (seen == GLANCE_YES && !out))
		return seen == GLANCE_YES;
	p->text = text;
	p->n_ranges = p->n_marked = 0;
	for (size_t i = 0; i < p->n_words; i++)
		p->words[i].n = 0;
	tokenizer_run(p->t, TOKEN_TEXT, text, meet_token, p);
	for (size_t i = 0; i < p->n_leaves; i++)
		find_leaf(p, &p->leaves[i]);
	if (!holds(p, p->root))
		return false;
	if (!out)
		return true;
	mark(p, p->root);
	if (p->n_marked)
		qsort(p->marked, p->n_marked, sizeof *p->marked, by_start);
	put_marked(p, marks, out);
	return true;
}
