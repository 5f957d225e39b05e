/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parties of English agreements: counties, boards and locals, whose names have any shape. */
#include "org_party.h"

#include "org_tail.h"

enum {
	TITLE_BYTES = 600,
	NAME_TOKENS = 40,  /* of a party's name */
	PAGE_TOKENS = 200, /* of a title page */
	ASIDE_TOKENS = 30, /* between the name and its short form: ", affiliated with …," */
};

static bool is_agreement(const struct org_scan *s)
{
	static const char *const words[] = { "agreement", "contract", "memorandum" };
	struct span head = span_sub(s->ts->fold, 0, TITLE_BYTES);
	bool is = false;

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		is |= span_find(head, span_of(words[i]), 0) != SPAN_NONE;
	return is;
}

static bool is_joint(const struct tokens *ts, size_t i)
{
	static const char *const joints[] = { "of", "the", "and", "for", "in", NULL };

	return token_in(ts, i, joints);
}

/* ("County"), (the "County"), (hereinafter …), , hereinafter …: is a short name given at token i? */
static bool is_named_short(const struct tokens *ts, size_t i)
{
	bool comma = token_is_mark(ts, i, ',');

	i += comma;
	if (token_is_mark(ts, i, '(')) {
		i += 1 + token_is(ts, i + 1, "the");
		return token_is_mark(ts, i, '"') || token_says(ts, i, WORDS_SHORT_NAMED);
	}
	return comma && token_says(ts, i, WORDS_SHORT_NAMED);
}

/* Is a short name given behind an aside that begins with the comma at i? */
static bool is_named_behind(const struct tokens *ts, size_t i)
{
	for (size_t k = i + 1; k < i + ASIDE_TOKENS && tokens_same_block(ts, i, k); k++)
		if (is_named_short(ts, k))
			return true;
	return false;
}

/* The last token of the name that begins at first and has a short name behind it; TOKEN_NONE: there is none. */
static size_t name_last(const struct org_scan *s, size_t first)
{
	const struct tokens *ts = s->ts;
	size_t last = TOKEN_NONE;

	for (size_t i = first; i < first + NAME_TOKENS && tokens_same_block(ts, first, i); i++) {
		const struct token *t = &ts->t[i];

		if (s->barrier && s->barrier[i])
			return TOKEN_NONE;
		if (last != TOKEN_NONE && is_named_short(ts, i))
			return last;
		if (t->kind == TOKEN_NUMBER || (t->kind == TOKEN_WORD && t->latin && t->cap)) {
			last = i;
			continue;
		}
		if (is_joint(ts, i) || token_is_mark(ts, i, '.') || token_is_mark(ts, i, '&') ||
		    (t->glued && (token_is_mark(ts, i, '-') || token_is_mark(ts, i, '\''))))
			continue;
		if (!token_is_mark(ts, i, ',') || last == TOKEN_NONE)
			return TOKEN_NONE;
		if (tokens_same_block(ts, i, i + 1) && (ts->t[i + 1].cap || ts->t[i + 1].kind == TOKEN_NUMBER))
			continue;
		return is_named_behind(ts, i) ? last : TOKEN_NONE;
	}
	return TOKEN_NONE;
}

/* On a title page a party has a block of its own: the last token of a name that fills the one that first begins. */
static size_t page_last(const struct org_scan *s, size_t first)
{
	const struct tokens *ts = s->ts;
	size_t last = first;

	for (size_t i = first; tokens_same_block(ts, first, i); i++) {
		const struct token *t = &ts->t[i];
		bool name = t->kind == TOKEN_NUMBER || (t->kind == TOKEN_WORD && t->latin && t->cap) ||
			    is_joint(ts, i) || token_is_mark(ts, i, ',') || token_is_mark(ts, i, '.') ||
			    token_is_mark(ts, i, '-') || token_is_mark(ts, i, '\'') || token_is_mark(ts, i, '&');

		if (!name || i - first >= NAME_TOKENS || (s->barrier && s->barrier[i]))
			return TOKEN_NONE;
		if (t->kind != TOKEN_MARK && !is_joint(ts, i))
			last = i;
	}
	return last;
}

/* Is the word at i, "between" or "and", the last of its block, dashes apart? */
static bool ends_block(const struct tokens *ts, size_t i)
{
	return i + 1 < ts->n && (!tokens_same_block(ts, i, i + 1) ||
				 (token_is_mark(ts, i + 1, '-') && !tokens_same_block(ts, i, i + 2)));
}

/* Do parties begin behind token i: "between", or the "and" behind the short name of the one before? */
static bool opens_party(const struct tokens *ts, size_t i, bool others)
{
	if (token_is(ts, i, "between"))
		return true;
	return others && token_is(ts, i, "and") && i > 0 &&
	       (token_is_mark(ts, i - 1, ')') || token_is_mark(ts, i - 1, ',') || token_is_mark(ts, i - 1, '\'') ||
		(ends_block(ts, i) && (!tokens_same_block(ts, i - 1, i) || token_is_mark(ts, i - 1, '-'))));
}

static bool same_words(const struct tokens *ts, size_t a, size_t b, size_t n)
{
	for (size_t k = 0; k < n; k++)
		if (b + k >= ts->n || !span_eq(token_fold(ts, a + k), token_fold(ts, b + k)))
			return false;
	return true;
}

struct org_parties org_parties_of(const struct org_scan *s)
{
	const struct tokens *ts = s->ts;
	struct org_parties p = { .n = 0 };

	if (!ts->n || ts->t[0].lang != LANG_EN || !is_agreement(s))
		return p;
	for (size_t i = 0; i + 1 < ts->n && p.n < ORG_PARTIES_MAX; i++) {
		size_t first, last;
		bool page;

		if (!opens_party(ts, i, p.n > 0))
			continue;
		page = ends_block(ts, i) && i < PAGE_TOKENS;
		first = i + 1 + (page && tokens_same_block(ts, i, i + 1));
		first += token_is(ts, first, "the");
		if ((!page && !tokens_same_block(ts, i, first)) || !token_is_word(ts, first) || !ts->t[first].cap)
			continue;
		last = name_last(s, first);
		if (page && last == TOKEN_NONE)
			last = page_last(s, first);
		if (last == TOKEN_NONE || last == first)
			continue;
		p.v[p.n].first = first;
		p.v[p.n++].last = last;
		i = last;
	}
	return p;
}

/* The noun by which the name is known: a union's before others. */
static size_t noun_of(const struct org_scan *s, size_t first, size_t last)
{
	size_t found = TOKEN_NONE;

	for (size_t i = first; i <= last; i++) {
		long row = token_is_word(s->ts, i) ? token_info(s->ts, i)->head : LEXICON_NONE;

		if (token_is(s->ts, i, "local"))
			return i;
		if (row == LEXICON_NONE)
			continue;
		if (span_is(lexicon_cell(s->heads, row, "kind"), "union"))
			return i;
		if (found == TOKEN_NONE)
			found = i;
	}
	return found;
}

bool org_party_at(const struct org_scan *s, const struct org_parties *p, size_t i, struct org_cand *c)
{
	for (size_t k = 0; k < p->n; k++) {
		size_t n = p->v[k].last - p->v[k].first + 1, head;
		bool local;

		if (!same_words(s->ts, p->v[k].first, i, n) || !tokens_same_block(s->ts, i, i + n - 1))
			continue;
		head = noun_of(s, i, i + n - 1);
		local = head != TOKEN_NONE && token_is(s->ts, head, "local");
		*c = org_cand_as_printed(i, i + n - 1, head,
					 head == TOKEN_NONE ? LEXICON_NONE
					 : local            ? lexicon_find(s->heads, SPAN("union"))
							    : token_info(s->ts, head)->head,
					 s->ts->t[i].caps);
		c->numbered = local;
		return true;
	}
	return false;
}

bool org_party_opens_title(const struct org_scan *s, const struct org_parties *p, size_t first, size_t head,
			   size_t last)
{
	if (!p->n || head != first || !token_is(s->ts, first, "union"))
		return false;
	return last > first ? !token_is(s->ts, first + 1, "of") : s->ts->t[first].caps;
}
