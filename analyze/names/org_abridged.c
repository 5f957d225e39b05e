/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names that are cut short word by word: letters inside quotes, ministries in one word. */
#include "org_abridged.h"

#include "org_body.h"
#include "utf8.h"

/* ---- ГБУЗ «Заречная ЦРБ» ---- */

/* Takes as many words off the key as there are letters, which must begin them. */
static bool cut_letters(struct span letters, struct span *key)
{
	for (size_t at = 0; at < letters.n;) {
		struct span word = span_cut(key, ' ');
		size_t k = 0;

		if (!word.n || utf8_next(word, &k) != utf8_next(letters, &at))
			return false;
	}
	return true;
}

/* Do the words between the quotes of c, some of them letters, stand for the words of the key? */
static bool is_abridged(const struct org_names *n, const struct org_cand *c, struct span key)
{
	const struct tokens *ts = n->scan->ts;
	bool letters = false;

	for (size_t i = c->quote + 1; i < c->last; i++) {
		struct span rest = key;

		if (ts->t[i].kind != TOKEN_WORD)
			return false;
		if (span_eq(span_cut(&rest, ' '), token_fold(ts, i))) {
			key = rest;
			continue;
		}
		if (!ts->t[i].caps || !cut_letters(token_fold(ts, i), &key))
			return false;
		letters = true;
	}
	return letters && !key.n;
}

static bool has_letters_and_words(const struct org_names *n, const struct org_cand *c)
{
	const struct tokens *ts = n->scan->ts;
	bool letters = false, words = false;

	for (size_t i = c->quote + 1; i < c->last; i++) {
		letters |= ts->t[i].caps;
		words |= token_is_word(ts, i) && !ts->t[i].caps;
	}
	return letters && words;
}

size_t org_abridged_body(const struct org_names *n, const struct org_cand *c)
{
	enum { BODIES = 200 };
	size_t found = ORG_NO_BODY;

	if (!c->form || c->quote == TOKEN_NONE || c->last < c->quote + 3 ||
	    !token_is_mark(n->scan->ts, c->last, '\'') || !has_letters_and_words(n, c))
		return ORG_NO_BODY;
	for (size_t i = 0; i < n->n && i < BODIES; i++) {
		if (!n->bodies[i].quote.n || !is_abridged(n, c, n->bodies[i].quote))
			continue;
		if (found != ORG_NO_BODY)
			return ORG_NO_BODY;
		found = i;
	}
	return found;
}

/* ---- Минтранс ---- */

/* The only ministry of the document whose first word behind the noun begins like that. */
static size_t ministry_of(const struct org_names *n, struct span begin, struct span rest)
{
	struct span noun = n->lang == LANG_UK   ? SPAN("міністерство ")
			   : n->lang == LANG_BE ? SPAN("міністэрства ")
						: SPAN("министерство ");
	size_t found = ORG_NO_BODY;

	for (size_t i = 0; i < n->n; i++) {
		if (!n->bodies[i].mentions || !span_starts(n->bodies[i].key, noun) ||
		    !span_starts(span_sub(n->bodies[i].key, noun.n, n->bodies[i].key.n), begin) ||
		    (rest.n && span_find(n->bodies[i].key, rest, 0) == SPAN_NONE)) /* Минздрав Башкирии */
			continue;
		if (found != ORG_NO_BODY)
			return ORG_NO_BODY;
		found = i;
	}
	return found;
}

void org_abridged_ministries(struct org_names *n)
{
	enum { SHORTEST = 3, UNASKED = 0, ASKED = 1 /* + the ministry, which may be ORG_NO_BODY */ };
	bool slavic = n->lang == LANG_UK || n->lang == LANG_BE;
	struct span min = slavic ? SPAN("мін") : SPAN("мин"), office = slavic ? SPAN("міністэ") : SPAN("министер");
	size_t *asked;

	if (n->lang != LANG_RU && !slavic)
		return;
	asked = arena_alloc(n->scan->ts->arena, (n->n + 1) * sizeof *asked);
	for (size_t i = 0; i < n->cands.n; i++) {
		const struct org_cand *c = &n->cands.v[i];
		size_t body = n->body[i], whole;
		struct span begin, rest;

		if (body == ORG_NO_BODY || !(c->flags & ORG_ITSELF) || n->bodies[body].known != LEXICON_NONE ||
		    !span_starts(n->bodies[body].key, min) || span_starts(n->bodies[body].key, office) ||
		    span_starts(n->bodies[body].key, SPAN("міністе")))
			continue;
		rest = n->bodies[body].key;
		begin = span_cut(&rest, ' ');
		begin = span_sub(begin, min.n, begin.n);
		if (utf8_count(begin) < SHORTEST)
			continue;
		if (asked[body] == UNASKED)
			asked[body] = ASKED + 1 + ministry_of(n, begin, rest);
		whole = asked[body] - ASKED - 1;
		if (whole == ORG_NO_BODY || whole == body)
			continue;
		n->body[i] = whole;
		n->bodies[whole].mentions++;
	}
}
