/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose organ it is in an English paper: the short name of its body stands behind "of". */
#include "org_english.h"

#include "org_body.h"
#include "org_phrase.h"
#include "utf8.h"

static struct arena *arena_of(const struct org_names *n)
{
	return n->scan->ts->arena;
}

/* ---- the short name behind "of" ---- */

static bool is_at_word(struct span text, size_t at, size_t n)
{
	size_t before = at, behind = at + n;

	return (at == 0 || !utf8_is_word(utf8_prev(text, &before))) &&
	       (behind >= text.n || !utf8_is_word(utf8_next(text, &behind)));
}

/* Does the paper say "the IAFCIN" more often than IAFCIN alone? */
static bool has_article(const struct org_names *n, struct span letters)
{
	struct span text = n->scan->text, the = SPAN("the ");
	size_t with = 0, without = 0;

	for (size_t at = span_find(text, letters, 0); at != SPAN_NONE; at = span_find(text, letters, at + letters.n)) {
		size_t from = at >= the.n ? at - the.n : 0;

		if (!is_at_word(text, at, letters.n))
			continue;
		if (span_find(span_make(n->scan->ts->fold.p + from, at - from), the, 0) != SPAN_NONE)
			with++;
		else if (at > 1 && text.p[at - 1] == ' ' && text.p[at - 2] >= 'a' && text.p[at - 2] <= 'z')
			without++; /* "by CITUN"; a sentence or a cell of a table that begins with it tells nothing */
	}
	return with >= without;
}

/* " of the Confederation", " of CITUN": what stands behind the name of an organ of that body; empty: no short name. */
static struct span behind_organ(const struct org_names *n, size_t body)
{
	const struct org_body *b = &n->bodies[body];

	/* (hereinafter referred to as the Federation, FTUUz): the noun that is said first */
	if (b->said_alias && b->alias.n && body == n->issuer)
		return arena_printf(arena_of(n), " of the %.*s", SPAN_ARG(b->alias));
	if (b->abbr.n && span_find(n->scan->text, b->abbr, 0) != SPAN_NONE)
		return arena_printf(arena_of(n), " of %s%.*s", has_article(n, b->abbr) ? "the " : "",
				    SPAN_ARG(b->abbr));
	if (b->alias.n && body == n->issuer)
		return arena_printf(arena_of(n), " of the %.*s", SPAN_ARG(b->alias));
	return (struct span){ 0 };
}

/* ---- organs ---- */

static bool is_organ(const struct org_names *n, const struct org_cand *c)
{
	static const char *const kinds[] = { "organ", "department", "fund", NULL };
	struct span kind = c->row == LEXICON_NONE ? (struct span){ 0 } : lexicon_cell(n->scan->heads, c->row, "kind");

	for (const char *const *k = kinds; *k; k++)
		if (span_is(kind, *k))
			return true;
	return token_is(n->scan->ts, c->head, "department") || token_is(n->scan->ts, c->head, "bureau");
}

/* Executive, General, Resolutions: an organ as every union has it; a regional one has its own name */
static bool is_called_by_task(const struct org_names *n, const struct org_cand *c)
{
	struct tokens *ts = n->scan->ts;

	for (size_t i = c->first; i < c->head; i++)
		if (!token_says(ts, i, WORDS_ISSUERS_ORGAN) && !token_is(ts, i, "and") && !token_is(ts, i, "s") &&
		    ts->t[i].kind != TOKEN_MARK) /* Women’s Committee */
			return false;
	return c->first < c->head || token_is(ts, c->head, "bureau") || token_is(ts, c->head, "secretariat") ||
	       token_is(ts, c->head, "presidium");
}

/* Department of International Relations, Commission on Women's Affairs: what a union has them for */
static bool is_for_concern(const struct org_names *n, const struct org_cand *c)
{
	static const char *const heads[] = { "department", "commission", "sector", "division", NULL };
	struct tokens *ts = n->scan->ts;

	return c->first == c->head && c->last > c->head + 1 && token_in(ts, c->head, heads) &&
	       (token_is(ts, c->head + 1, "of") || token_is(ts, c->head + 1, "on") ||
		token_is(ts, c->head + 1, "for")) &&
	       token_says(ts, c->head + 2, WORDS_UNIONS_CONCERN) && !org_is_place(n->scan, c->last);
}

/* Technical Inspectorate: unions have one too */
static bool is_inspectorate(const struct org_names *n, const struct org_cand *c)
{
	return c->first + 1 == c->head && c->last == c->head && token_is(n->scan->ts, c->head, "inspectorate") &&
	       (token_is(n->scan->ts, c->first, "technical") || token_is(n->scan->ts, c->first, "legal"));
}

/* Regional Office, where the paper has the IndustriALL Regional Office and no other; empty: it has none */
static struct span named_in_full(const struct org_names *n, struct span name)
{
	struct span end = arena_printf(arena_of(n), " %.*s", SPAN_ARG(canonical_key(arena_of(n), name))), found = { 0 };

	for (size_t i = 0; i < n->n; i++) {
		const struct org_body *b = &n->bodies[i];

		if (!b->mentions || b->known != LEXICON_NONE || !span_ends(b->key, end) || b->key.n == end.n - 1 ||
		    span_find_char(span_sub(b->key, 0, b->key.n - end.n), ' ', 0) != SPAN_NONE)
			continue;
		if (found.n)
			return (struct span){ 0 };
		found = b->canonical;
	}
	return found;
}

struct span org_english_of_issuer(const struct org_names *n, const struct org_cand *c, struct span name)
{
	struct span whole;

	if (c->row == LEXICON_NONE ||
	    !(is_for_concern(n, c) || is_inspectorate(n, c) ||
	      (c->last == c->head && is_organ(n, c) && is_called_by_task(n, c))) ||
	    token_is(n->scan->ts, c->head, "bureau"))
		return name;
	whole = named_in_full(n, name);
	if (whole.n)
		return whole;
	return arena_printf(arena_of(n), "%.*s%.*s", SPAN_ARG(name), SPAN_ARG(behind_organ(n, n->issuer)));
}

/* WFU Technical Inspection → Technical Inspection of the WFU, by the letters that the paper defines */
static struct span behind_letters(const struct org_names *n, const struct org_cand *c, struct span name)
{
	static const char *const no_organ[] = { "union", "company", "association", "international", NULL };
	const struct token *t = &n->scan->ts->t[c->first];
	struct span kind = lexicon_cell(n->scan->heads, c->row, "kind"),
		    letters = span_sub(n->scan->text, t->start, t->end), behind;
	size_t body;

	if (!t->caps || c->loud || c->last != c->head || c->head < c->first + 2)
		return name;
	for (const char *const *k = no_organ; *k; k++)
		if (span_is(kind, *k))
			return name;
	body = org_names_short(n, canonical_key(arena_of(n), letters), c->first);
	if (body == ORG_NO_BODY || !span_is(n->bodies[body].kind, "union") || !span_starts(name, letters))
		return name;
	behind = behind_organ(n, body);
	return behind.n ? arena_printf(arena_of(n), "%.*s%.*s", SPAN_ARG(span_sub(name, letters.n + 1, name.n)),
				       SPAN_ARG(behind))
			: name;
}

struct span org_english_contracted(const struct org_names *n, const struct org_cand *c, struct span name)
{
	struct span of = SPAN(" of ");

	if (c->row == LEXICON_NONE || c->head == TOKEN_NONE)
		return name;
	if (!is_organ(n, c) || !is_called_by_task(n, c))
		return behind_letters(n, c, name);
	for (size_t at = span_find(name, of, 0); at != SPAN_NONE; at = span_find(name, of, at + of.n)) {
		struct span inner = span_sub(name, at + of.n, name.n), behind;
		size_t body;

		if (span_starts(inner, SPAN("the ")))
			inner = span_sub(inner, SPAN("the ").n, inner.n);
		body = org_body_find(n, canonical_key(arena_of(n), inner));
		if (body == ORG_NO_BODY || n->bodies[body].is_class)
			continue;
		behind = behind_organ(n, body);
		if (behind.n)
			return arena_printf(arena_of(n), "%.*s%.*s", (int)at, name.p, SPAN_ARG(behind));
	}
	return name;
}

/* ---- the state ---- */

struct span org_english_state(const struct org_names *n)
{
	const struct org_scan *s = n->scan;
	const struct lexicon *places = n->naming->places;
	size_t rows = (size_t)lexicon_rows(places), most = 0;
	size_t *times = arena_alloc(arena_of(n), (rows + 1) * sizeof *times);
	struct span *form = arena_alloc(arena_of(n), (rows + 1) * sizeof *form), best = { 0 };

	for (size_t i = 0; i < s->ts->n; i++) {
		size_t last = i;
		long row = token_is_word(s->ts, i) && s->ts->t[i].cap ? gazetteer_at(s->places, s->ts, i, &last)
								      : LEXICON_NONE;
		struct span name;

		if (row == LEXICON_NONE || !span_is(lexicon_cell(places, row, "kind"), "country"))
			continue;
		/* Republic of Belarus */
		if (i > 1 && token_is(s->ts, i - 1, "of") && token_is(s->ts, i - 2, "republic") &&
		    tokens_same_block(s->ts, i - 2, i))
			i -= 2;
		name = span_sub(s->text, s->ts->t[i].start, s->ts->t[last].end);
		if (name.n > form[row].n && !s->ts->t[i].caps)
			form[row] = name;
		if (++times[row] > most) {
			most = times[row];
			best = form[row];
		}
		i = last;
	}
	if (!best.n)
		return best;
	return arena_printf(arena_of(n), "of %s%.*s", span_find_char(best, ' ', 0) == SPAN_NONE ? "" : "the ",
			    SPAN_ARG(best));
}
