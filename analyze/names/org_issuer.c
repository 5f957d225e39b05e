/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The body whose paper it is: its letterhead, its short name, the noun by which the paper calls it. */
#include "org_issuer.h"

#include "org_body.h"
#include "utf8.h"

static struct arena *arena_of(const struct org_names *n)
{
	return n->scan->ts->arena;
}

enum { NEAR_TOKENS = 150 /* from the beginning of a paper to the union that it is of */ };

/* The union that a paper is of stands near its beginning; one that is named once far below is somebody else. */
static bool may_speak(const struct org_names *n, size_t cand)
{
	return n->cands.v[cand].first < NEAR_TOKENS ||
	       (n->body[cand] != ORG_NO_BODY && n->bodies[n->body[cand]].mentions > 1);
}

static bool has_word(struct span key, struct span word)
{
	for (size_t at = span_find(key, word, 0); at != SPAN_NONE; at = span_find(key, word, at + 1))
		if ((at == 0 || key.p[at - 1] == ' ') && (at + word.n == key.n || key.p[at + word.n] == ' '))
			return true;
	return false;
}

/* Has the body this noun: Kazakh and Kyrgyz nouns come last, with an ending (Кәсіподақ: … салалық кәсіподағы). */
bool org_issuer_has_noun(const struct org_names *n, struct span key, struct span noun)
{
	enum { ENDING = 8 }; /* bytes */
	size_t at = noun.n, from = key.n;

	if (n->lang != LANG_TURKIC)
		return has_word(key, noun);
	while (from > 0 && key.p[from - 1] != ' ')
		from--;
	utf8_prev(noun, &at);
	return span_starts(span_sub(key, from, key.n), span_sub(noun, 0, at)) && key.n - from <= noun.n + ENDING;
}

/* The noun for a union that stands alone with a capital most often: what the paper calls itself; empty: none does so.
 */
static struct span own_noun(const struct org_names *n)
{
	size_t *times = arena_alloc(arena_of(n), ((size_t)lexicon_rows(n->scan->heads) + 1) * sizeof *times), most = 1;
	struct span noun = { 0 };

	for (size_t i = 0; i < n->cands.n; i++) {
		const struct org_cand *c = &n->cands.v[i];
		struct span names;

		if (n->verdict[i] != ORG_SHORT || c->row == LEXICON_NONE || c->plural || !c->capital ||
		    !span_is(lexicon_cell(n->scan->heads, c->row, "kind"), "union") || ++times[c->row] <= most)
			continue;
		most = times[c->row];
		names = lexicon_cell(n->scan->heads, c->row, "lemma");
		noun = span_trim(span_cut(&names, '|'));
	}
	return noun;
}

static bool may_be_issuer(const struct org_names *n, size_t i)
{
	const struct org_body *b = n->body[i] == ORG_NO_BODY ? NULL : &n->bodies[n->body[i]];

	/* International Alliance of Ferry Workers (IAFW) */
	if (b && n->lang == LANG_EN && b->abbr.n && span_is(b->kind, "association") && n->verdict[i] == ORG_NAME &&
	    may_speak(n, i) && (span_ends(b->key, SPAN("workers")) || span_ends(b->key, SPAN("unions"))))
		return true;
	return b && n->verdict[i] == ORG_NAME && may_speak(n, i) && !b->is_class && span_is(b->kind, "union") &&
	       (org_is_union_word(b->key) || (n->lang == LANG_EN && b->abbr.n));
}

/*
 * ФЕДЕРАЦИЯ НЕЗАВИСИМЫХ ПРОФСОЮЗОВ РОССИИ, below it a regional union of unions: of two letterheads in capitals the
 * lower one is who speaks, where the upper one is a centre that everybody knows.
 */
static size_t last_of_letterhead(const struct org_names *n)
{
	enum { TOP = 60 };
	size_t first = ORG_NO_BODY, last = ORG_NO_BODY;

	for (size_t i = 0; i < n->cands.n && n->cands.v[i].first < TOP && n->cands.v[i].loud; i++) {
		const struct org_cand *c = &n->cands.v[i];
		bool inside = i > 0 && c->last <= n->cands.v[i - 1].last;

		if (inside || n->verdict[i] != ORG_NAME || n->body[i] == ORG_NO_BODY || c->flags & ORG_GENERIC ||
		    c->plural ||
		    !(span_is(n->bodies[n->body[i]].kind, "union") ||
		      span_is(n->bodies[n->body[i]].kind, "association")))
			continue;
		if (first == ORG_NO_BODY)
			first = n->body[i];
		else
			last = n->body[i];
	}
	return first != ORG_NO_BODY && n->bodies[first].known != LEXICON_NONE && last != first ? last : ORG_NO_BODY;
}

/* МИНИСТЕРСТВО ЭНЕРГЕТИКИ above ПРИКАЗ: the first name of the letterhead in capitals is a state body's. */
static bool is_of_state(const struct org_names *n)
{
	enum { TOP = 30 };

	for (size_t i = 0; i < n->cands.n && n->cands.v[i].first < TOP; i++)
		if (n->verdict[i] == ORG_NAME && n->body[i] != ORG_NO_BODY)
			return n->cands.v[i].loud && span_is(n->bodies[n->body[i]].kind, "government");
	return false;
}

/* A short name that is a word, and no letters as in LO Norway. */
static bool is_word(const struct org_names *n, size_t i)
{
	return !n->shorts[i].caps && !n->scan->ts->t[n->shorts[i].at].caps;
}

/* Who speaks: a body with a short name that is a word, else the union named first that has the noun of the paper. */
void org_issuer_find(struct org_names *n)
{
	struct span noun;

	n->of_state = is_of_state(n);
	n->issuer = last_of_letterhead(n);
	for (size_t i = 0; i < n->n_shorts && n->issuer == ORG_NO_BODY; i++)
		if (is_word(n, i) && span_is(n->bodies[n->shorts[i].body].kind, "union") &&
		    org_is_union_word(n->bodies[n->shorts[i].body].key) && n->shorts[i].at < NEAR_TOKENS &&
		    !span_starts(n->shorts[i].key, SPAN("профком")))
			n->issuer = n->shorts[i].body;
	for (size_t i = 0; i < n->n_shorts && n->issuer == ORG_NO_BODY; i++)
		if (is_word(n, i) && org_is_union_word(n->bodies[n->shorts[i].body].key) &&
		    !span_starts(n->shorts[i].key, SPAN("профком")) &&
		    (n->shorts[i].at < NEAR_TOKENS || n->bodies[n->shorts[i].body].mentions > 1))
			n->issuer = n->shorts[i].body;
	noun = own_noun(n);
	for (size_t i = 0; noun.n && i < n->cands.n && n->issuer == ORG_NO_BODY; i++)
		if (may_be_issuer(n, i) && org_issuer_has_noun(n, n->bodies[n->body[i]].key, noun))
			n->issuer = n->body[i];
	for (size_t i = 0; i < n->cands.n && n->issuer == ORG_NO_BODY; i++)
		if (may_be_issuer(n, i))
			n->issuer = n->body[i];
}
