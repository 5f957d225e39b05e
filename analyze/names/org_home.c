/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a regional organization calls itself and its organs: by the level alone, because there is only one of it. */
#include "org_home.h"

#include "org_territory.h"
#include "org_body.h"
#include "org_clipped.h"
#include "org_owner.h"
#include "slavic_genitive.h"
#include "utf8.h"

enum {
	NEAR_TOKENS = 150,
	LEVEL_LETTERS = 4, /* областной, областная; краевой; территориальный */
};

static struct arena *arena_of(const struct org_names *n)
{
	return n->scan->ts->arena;
}

static struct span level_stem(struct span word)
{
	return span_sub(word, 0, utf8_offset(word, LEVEL_LETTERS));
}

static bool is_organization(const struct org_names *n, size_t i)
{
	return token_says(n->scan->ts, i, WORDS_ORGANIZATIONS);
}

static bool is_committee(const struct org_names *n, size_t i)
{
	return token_is_word(n->scan->ts, i) && span_starts(token_fold(n->scan->ts, i), SPAN("комитет"));
}

/* обком: областной комитет; empty: the noun at i is no clipped one */
static struct span clipped_full(const struct org_names *n, size_t i)
{
	long row = token_is_word(n->scan->ts, i) ? token_info(n->scan->ts, i)->head : LEXICON_NONE;
	struct span names = row == LEXICON_NONE ? (struct span){ 0 } : lexicon_cell(n->scan->heads, row, "lemma");

	return names.n ? org_clipped_full(n->naming->clipped, n->lang, span_trim(span_cut(&names, '|')))
		       : (struct span){ 0 };
}

/* A union's noun alone: Профсоюза */
static bool is_union_noun(const struct org_names *n, size_t i)
{
	long row = token_is_word(n->scan->ts, i) ? token_info(n->scan->ts, i)->head : LEXICON_NONE;

	return row != LEXICON_NONE && span_starts(lexicon_cell(n->scan->heads, row, "lemma"), SPAN("профсоюз"));
}

/* ---- the paper's own organization ---- */

static bool may_be_home(const struct org_names *n, size_t i)
{
	const struct org_cand *c = &n->cands.v[i];
	const struct org_body *b = n->body[i] == ORG_NO_BODY ? NULL : &n->bodies[n->body[i]];
	bool level = false;

	if (!b || n->verdict[i] != ORG_NAME || c->head == TOKEN_NONE || c->plural || c->form || b->is_class ||
	    !(is_organization(n, c->head) || is_committee(n, c->head)) || !(c->capital || c->weak_capital || c->loud))
		return false;
	for (size_t k = c->first; k < c->head; k++)
		level |= token_says(n->scan->ts, k, WORDS_BRANCH_LEVEL);
	return level && (org_is_union_word(b->key) || span_is(b->kind, "union"));
}

void org_home_find(struct org_names *n)
{
	n->home = TOKEN_NONE;
	n->by_level = arena_alloc(arena_of(n), n->cands.n + 1);
	if (n->lang != LANG_RU)
		return;
	for (size_t i = 0; i < n->cands.n && n->cands.v[i].first < NEAR_TOKENS; i++)
		if (may_be_home(n, i)) {
			n->home = i;
			return;
		}
}

/* Is that level one of those that the paper's own organization has? */
static bool is_home_level(const struct org_names *n, struct span level)
{
	const struct org_cand *c = &n->cands.v[n->home];

	for (size_t k = c->first; k < c->head; k++)
		if (token_says(n->scan->ts, k, WORDS_BRANCH_LEVEL) &&
		    span_eq(level_stem(token_fold(n->scan->ts, k)), level_stem(level)))
			return true;
	return false;
}

/* ---- phrases of its level ---- */

enum phrase { PHRASE_NONE, PHRASE_COMMITTEE, PHRASE_ORGANIZATION };

/* Are tokens [first, last] областной комитет, обком or областная организация, with the union's noun or without it? */
static enum phrase phrase_of(const struct org_names *n, size_t first, size_t last)
{
	const struct tokens *ts = n->scan->ts;
	struct span full;

	if (last > first && is_union_noun(n, last))
		last--;
	full = clipped_full(n, last);
	if (first == last)
		return full.n && is_home_level(n, full) ? PHRASE_COMMITTEE : PHRASE_NONE;
	if (last != first + 1 || !token_says(ts, first, WORDS_BRANCH_LEVEL) || !is_home_level(n, token_fold(ts, first)))
		return PHRASE_NONE;
	return is_committee(n, last) ? PHRASE_COMMITTEE : is_organization(n, last) ? PHRASE_ORGANIZATION : PHRASE_NONE;
}

/* Областной комитет Профсоюза of the organization whose paper it is */
static size_t committee_of_home(struct org_names *n, size_t cand)
{
	const struct org_cand *c = &n->cands.v[cand];
	struct span full = clipped_full(n, c->head), inside, name;
	size_t body;

	if (is_committee(n, n->cands.v[n->home].head))
		return n->body[n->home];
	if (n->committee) {
		n->bodies[n->committee - 1].mentions++;
		return n->committee - 1;
	}
	if (!full.n) {
		struct org_cand bare = *c;

		bare.last = c->head;
		full = canonical_name(n->scan, &bare, NULL, 0);
	}
	/* Саратовский областной комитет Профсоюза, where the paper has it in full */
	body = org_owner_with_phrase(n, canonical_key(arena_of(n), full));
	if (body != ORG_NO_BODY) {
		n->committee = body + 1;
		n->bodies[body].mentions++;
		return body;
	}
	inside = n->issuer == ORG_NO_BODY ? (struct span){ 0 } : org_names_inside(n, n->issuer);
	if (!inside.n)
		inside = org_home_union(n);
	name = inside.n ? arena_printf(arena_of(n), "%.*s %.*s", SPAN_ARG(full), SPAN_ARG(inside)) : full;
	name = canonical_capital(arena_of(n), name);
	body = org_body_named(n, name, SPAN("organ"));
	n->committee = body + 1;
	n->bodies[body].flags |= ORG_ORGAN;
	n->bodies[body].mentions++;
	return body;
}

/* президиум обкома, правовая инспекция труда областного комитета: does a phrase of the level end the candidate? */
static bool is_organ_of_home(const struct org_names *n, const struct org_cand *c)
{
	struct span kind = c->row == LEXICON_NONE ? (struct span){ 0 } : lexicon_cell(n->scan->heads, c->row, "kind");
	enum { WORDS = 3 };

	if (!(c->flags & ORG_ORGAN) && !span_is(kind, "organ"))
		return false;
	for (size_t k = c->last; k > c->head && c->last - k < WORDS; k--)
		if (phrase_of(n, k, c->last) != PHRASE_NONE)
			return true;
	return false;
}

/* The primary organization of the document, in words that say so; ORG_NO_BODY: it has none, or several. */
static size_t primary_of(const struct org_names *n)
{
	size_t found = ORG_NO_BODY;

	for (size_t i = 0; i < n->n; i++) {
		if (!n->bodies[i].mentions || n->bodies[i].is_class ||
		    !(span_starts(n->bodies[i].key, SPAN("первичная ")) ||
		      span_starts(n->bodies[i].key, SPAN("профсоюзная организация "))))
			continue;
		if (found != ORG_NO_BODY)
			return ORG_NO_BODY;
		found = i;
	}
	return found;
}

/* Профком with a capital: the committee of the primary organization that the document names */
static size_t committee_of_primary(struct org_names *n, size_t cand)
{
	const struct org_cand *c = &n->cands.v[cand];
	size_t primary, body;
	struct span inside;

	if (c->first != c->last || !(c->capital || (c->weak_capital && n->primary)) ||
	    !span_is(clipped_full(n, c->head), "профсоюзный комитет"))
		return ORG_NO_BODY;
	if (!n->primary_asked) {
		n->primary_asked = true;
		n->primary = primary_of(n) + 1; /* of ORG_NO_BODY: 0 */
	}
	if (!n->primary)
		return ORG_NO_BODY;
	primary = n->primary - 1;
	inside = org_names_inside(n, primary);
	body = org_body_named(n,
			      inside.n ? arena_printf(arena_of(n), "Профсоюзный комитет %.*s", SPAN_ARG(inside))
				       : SPAN("Профсоюзный комитет"),
			      SPAN("organ"));
	n->bodies[body].mentions++;
	n->by_level[cand] = true;
	return body;
}

size_t org_home_body(struct org_names *n, size_t cand)
{
	const struct org_cand *c = &n->cands.v[cand];

	if (n->lang == LANG_RU && c->head != TOKEN_NONE && !c->plural && c->first == c->head && c->last == c->head &&
	    n->scan->ts->t[c->head].cap) {
		size_t body = committee_of_primary(n, cand);

		if (body != ORG_NO_BODY)
			return body;
	}
	if (n->home == TOKEN_NONE || c->plural || c->head == TOKEN_NONE || c->form || c->quote != TOKEN_NONE)
		return ORG_NO_BODY;
	switch (phrase_of(n, c->first, c->last)) {
	case PHRASE_COMMITTEE:
		n->by_level[cand] = true;
		return committee_of_home(n, cand);
	case PHRASE_ORGANIZATION:
		n->by_level[cand] = true;
		return is_organization(n, n->cands.v[n->home].head) ? n->body[n->home] : ORG_NO_BODY;
	case PHRASE_NONE:
		break;
	}
	if (c->last == c->head || !is_organ_of_home(n, c))
		return ORG_NO_BODY;
	org_body_settle(n, cand);
	return n->body[cand];
}

void org_home_primary(struct org_names *n)
{
	struct span letters = SPAN("ППО"), key = canonical_key(arena_of(n), letters);
	size_t primary = n->lang == LANG_RU ? primary_of(n) : ORG_NO_BODY;

	if (primary == ORG_NO_BODY || span_index_get(&n->by_short, key))
		return;
	for (size_t i = 0; i < n->cands.n && n->cands.v[i].first < NEAR_TOKENS; i++)
		if (n->body[i] == primary) {
			struct span abbr = n->bodies[primary].abbr;

			org_body_add_short(n, letters, primary, 0, true);
			n->bodies[primary].abbr = abbr; /* inside other names it stays what the paper calls it */
			return;
		}
}

void org_home_contract(struct org_names *n)
{
	size_t home = n->home == TOKEN_NONE ? ORG_NO_BODY : n->body[n->home], parent = ORG_NO_BODY;

	if (home == ORG_NO_BODY || n->bodies[home].known != LEXICON_NONE ||
	    !is_organization(n, n->cands.v[n->home].head) || !org_is_regional(n->scan, &n->cands.v[n->home]))
		return;
	/* СОГЛАСОВАНО: the paper of a hospital is only seen by the organization */
	if (n->issuer != ORG_NO_BODY && n->issuer != home && !span_is(n->bodies[n->issuer].kind, "union") &&
	    !(n->bodies[n->issuer].flags & ORG_ORGAN))
		return;
	n->unions_short = true;
	for (size_t i = n->home; i < n->cands.n; i++) {
		const struct org_cand *c = &n->cands.v[i];
		struct span name;

		if (n->body[i] != home || !c->tail || c->head == TOKEN_NONE || !is_organization(n, c->head) ||
		    c->first == c->head || n->by_level[i])
			continue;
		name = org_body_name(n, c, &parent);
		if (parent != ORG_NO_BODY && span_is(n->bodies[parent].kind, "union") &&
		    name.n < n->bodies[home].canonical.n)
			n->bodies[home].canonical = name;
	}
	n->unions_short = false;
}

/* Підприємства: the employer whose paper it is, by the noun that the paper has for it; empty: it has none */
static struct span employer_inside(const struct org_names *n)
{
	for (size_t i = 0; i < n->n; i++) {
		const struct org_body *b = &n->bodies[i];

		if (b->mentions && b->said_alias && b->alias.n && span_find_char(b->alias, ' ', 0) == SPAN_NONE &&
		    (span_is(b->kind, "company") || span_is(b->kind, "institution") || span_is(b->kind, "health")))
			return slavic_genitive_name(arena_of(n), n->scan->heads,
						    n->lang == LANG_UK ? SLAVIC_UK : SLAVIC_BE, b->alias);
	}
	return (struct span){ 0 };
}

void org_home_committee(struct org_names *n)
{
	bool ukrainian = n->lang == LANG_UK;
	size_t committee = org_body_find(n, ukrainian ? SPAN("профспілковий комітет") : SPAN("прафсаюзны камітэт"));
	struct span first = ukrainian ? SPAN("первинна ") : SPAN("пярвічная "), inside = { 0 };

	if ((!ukrainian && n->lang != LANG_BE) || committee == ORG_NO_BODY || n->bodies[committee].is_class)
		return;
	for (size_t i = 0; i < n->n && !inside.n; i++)
		if (n->bodies[i].mentions && !n->bodies[i].is_class && span_starts(n->bodies[i].key, first))
			inside = org_names_inside(n, i);
	if (!inside.n)
		inside = employer_inside(n);
	if (inside.n)
		n->bodies[committee].canonical = arena_printf(
			arena_of(n), "%.*s %.*s", SPAN_ARG(n->bodies[committee].canonical), SPAN_ARG(inside));
}

struct span org_home_union(const struct org_names *n)
{
	struct span inside = n->issuer == ORG_NO_BODY ? (struct span){ 0 } : org_names_inside(n, n->issuer);

	if (n->lang != LANG_RU || n->issuer == ORG_NO_BODY)
		return inside;
	/* Организации, областного комитета: lower organizations are those of the union that it is a part of */
	if (n->home != TOKEN_NONE && n->issuer == n->body[n->home] && n->bodies[n->issuer].parent.n) {
		size_t of = org_body_find(n, canonical_key(arena_of(n), n->bodies[n->issuer].parent));
		struct span name = of == ORG_NO_BODY ? (struct span){ 0 } : org_names_inside(n, of);

		if (name.n && span_find(n->scan->text, name, 0) != SPAN_NONE)
			return name;
	}
	if (span_starts(n->bodies[n->issuer].alias, SPAN("Организация")) ||
	    span_starts(n->bodies[n->issuer].alias, SPAN("Филиал")) ||
	    (n->home != TOKEN_NONE && n->issuer == n->body[n->home]))
		return SPAN("Профсоюза");
	/* Лунинецкая районная организация профсоюза: where the union has no short name */
	return !inside.n && org_is_union_word(n->bodies[n->issuer].key) && !org_is_federation(&n->bodies[n->issuer])
		       ? SPAN("профсоюза")
		       : inside;
}
