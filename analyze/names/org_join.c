/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names cut short are joined to the full ones: Федерация профсоюзов to Федерация профсоюзов Республики …. */
#include "org_join.h"

#include <stdlib.h>

#include "bisect.h"
#include "org_body.h"
#include "org_owner.h"

static struct arena *arena_of(const struct org_names *n)
{
	return n->scan->ts->arena;
}

/* May a name that goes on like this be the same body's full name? Комиссия ВКП – Комиссия ВКП по рассмотрению … */
static bool may_go_on(struct span full, size_t key_bytes)
{
	struct span rest = span_sub(full, key_bytes, full.n);

	if (!span_starts(rest, SPAN(" ")))
		return false;
	return (!span_starts(rest, SPAN(" по ")) && !span_starts(rest, SPAN(" для "))) ||
	       span_find(span_sub(full, 0, key_bytes), SPAN("трехсторонн"), 0) != SPAN_NONE ||
	       span_starts(full, SPAN("комисси")) || span_starts(full, SPAN("групп")) ||
	       span_starts(full, SPAN("комитет экспертов "));
}

struct sorted_key {
	struct span key;
	size_t body;
};

struct sorted_keys {
	struct sorted_key *v;
	size_t n;
};

static int by_key(const void *x, const void *y)
{
	const struct sorted_key *a = x, *b = y;
	int order = span_cmp(a->key, b->key);

	return order ? order : a->body < b->body ? -1 : a->body > b->body;
}

static void sort_them(struct sorted_keys *s)
{
	if (s->n)
		qsort(s->v, s->n, sizeof *s->v, by_key);
}

static struct sorted_keys sort_keys(const struct org_names *n)
{
	struct sorted_keys s = { arena_alloc(arena_of(n), (n->n + 1) * sizeof *s.v), n->n };

	for (size_t i = 0; i < n->n; i++)
		s.v[i] = (struct sorted_key){ n->bodies[i].key, i };
	sort_them(&s);
	return s;
}

/* What stands behind each of the last blanks of a key: кәсіподағы орталық кеңесі, орталық кеңесі, кеңесі. */
static struct sorted_keys sort_ends(const struct org_names *n)
{
	enum { MAX_ENDS = 8 };
	struct sorted_keys s = { arena_alloc(arena_of(n), (n->n * MAX_ENDS + 1) * sizeof *s.v), 0 };

	for (size_t i = 0; i < n->n; i++) {
		struct span key = n->bodies[i].key;

		for (size_t at = key.n, ends = 0; at-- > 1 && ends < MAX_ENDS;)
			if (key.p[at - 1] == ' ') {
				s.v[s.n++] = (struct sorted_key){ span_sub(key, at, key.n), i };
				ends++;
			}
	}
	sort_them(&s);
	return s;
}

static size_t keys_from(const struct sorted_keys *s, struct span key)
{
	size_t lo;

	BISECT(lo, s->n, span_cmp(s->v[lo].key, key) < 0);
	return lo;
}

static bool goes_on(const struct org_names *n, size_t b, size_t k)
{
	struct span full = n->bodies[k].key, key = n->bodies[b].key;

	return k != b && span_starts(full, key) && may_go_on(full, key.n) && !n->bodies[k].is_class;
}

/* Орталық кеңес is … кәсіподағы Орталық кеңесі: in Kazakh and Kyrgyz the whole stands first, its organ last. */
static size_t full_name_before(const struct org_names *n, const struct sorted_keys *ends, size_t b)
{
	enum { POSSESSIVE = 4 }; /* bytes that the possessive of the whole adds: кеңесі */
	struct span key = n->bodies[b].key;
	size_t found = ORG_NO_BODY;

	for (size_t i = keys_from(ends, key); i < ends->n && span_starts(ends->v[i].key, key); i++) {
		size_t k = ends->v[i].body;

		if (k == b || k == found || ends->v[i].key.n - key.n > POSSESSIVE || n->bodies[k].is_class ||
		    !n->bodies[k].mentions)
			continue;
		if (found != ORG_NO_BODY)
			return ORG_NO_BODY;
		found = k;
	}
	return found;
}

/* Cuts the bare word for a union off the end of a key: горком профсоюза. False: there is none. */
static bool ends_in_union(struct span *key)
{
	static const char *const ends[] = { " профсоюза", " союза", " профспілки", " прафсаюза" };

	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		if (span_ends(*key, span_of(ends[i])) && key->n > span_of(ends[i]).n) {
			*key = span_sub(*key, 0, key->n - span_of(ends[i]).n);
			return true;
		}
	return false;
}

static bool is_of_union(const struct org_names *n, size_t b)
{
	return org_is_union_word(n->bodies[b].key) && !n->bodies[b].is_class;
}

/* The body whose full name goes on where that of b ends: the issuer, or the only one there is; s: sort_ends in Kazakh.
 */
static size_t full_name_of(const struct org_names *n, const struct sorted_keys *s, size_t b)
{
	struct span key = n->bodies[b].key, prefix;
	size_t found = ORG_NO_BODY, weak = ORG_NO_BODY;
	bool generic = ends_in_union(&key);

	if (n->lang == LANG_TURKIC)
		return full_name_before(n, s, b);
	if (n->issuer != ORG_NO_BODY && goes_on(n, b, n->issuer))
		return n->issuer;
	prefix = arena_printf(arena_of(n), "%.*s ", SPAN_ARG(key));
	for (size_t i = keys_from(s, prefix); i < s->n && span_starts(s->v[i].key, prefix); i++) {
		struct span full = s->v[i].key;

		if (s->v[i].body == b || (generic ? !is_of_union(n, s->v[i].body) : !goes_on(n, b, s->v[i].body)))
			continue;
		/* … областной комитет профсоюза: where another mention says of which union, that is the name */
		if (ends_in_union(&full) && span_eq(full, key)) {
			weak = s->v[i].body;
			continue;
		}
		if (found != ORG_NO_BODY)
			return ORG_NO_BODY;
		found = s->v[i].body;
	}
	return found != ORG_NO_BODY ? found : weak;
}

/* Short names of a body that turned out to be another one. */
static void move_shorts(struct org_names *n, size_t *count, size_t from, size_t to)
{
	for (size_t k = 0; count[from] && k < n->n_shorts; k++)
		if (n->shorts[k].body == from)
			n->shorts[k].body = to;
	count[to] += count[from];
	count[from] = 0;
}

/* A name cut short: Общероссийский профсоюз, Федерация профсоюзов, Министерство труда; the issuer before others. */
void org_join_prefixes(struct org_names *n)
{
	enum { UNASKED = 0, ASKED = 2 }; /* ASKED + the body, which may be ORG_NO_BODY */
	struct sorted_keys s = n->lang == LANG_TURKIC ? sort_ends(n) : sort_keys(n);
	size_t *full = arena_alloc(arena_of(n), (n->n + 1) * sizeof *full);
	size_t *shorts = arena_alloc(arena_of(n), (n->n + 1) * sizeof *shorts);

	for (size_t k = 0; k < n->n_shorts; k++)
		shorts[n->shorts[k].body]++;
	for (size_t i = 0; i < n->cands.n; i++) {
		size_t b = n->body[i], found;

		if (n->verdict[i] != ORG_NAME || b == ORG_NO_BODY || n->bodies[b].known != LEXICON_NONE ||
		    !(n->cands.v[i].tail || n->cands.v[i].first < n->cands.v[i].head ||
		      (n->cands.v[i].flags & ORG_ORGAN && !n->cands.v[i].plural)))
			continue;
		if (full[b] == UNASKED)
			full[b] = ASKED + full_name_of(n, &s, b);
		/* областная трёхсторонняя комиссия: the Новгородская областная трёхсторонняя комиссия … */
		if (full[b] == ASKED + ORG_NO_BODY && !n->bodies[b].is_class &&
		    token_says(n->scan->ts, n->cands.v[i].first, WORDS_BRANCH_LEVEL))
			full[b] = ASKED + org_owner_with_phrase(n, n->bodies[b].key);
		found = full[b] - ASKED;
		if (found == ORG_NO_BODY)
			continue;
		n->body[i] = found;
		move_shorts(n, shorts, b, found);
		if (!n->bodies[found].abbr.n)
			n->bodies[found].abbr = n->bodies[b].abbr;
	}
}
