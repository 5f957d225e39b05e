/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Abbreviations: one that a text explains twice in different words, and one that it uses again and again without
 * explaining it. An explanation is "full name (ABBR)" whose initials fit, or a glossary line "ABBR – full name".
 */
#include "checks.h"
#include "morph.h"
#include "passes.h"
#include "span_index.h"
#include "utf8.h"

enum {
	MAX_DEFINED = 300,
	MAX_USED = 300,
	MIN_LETTERS = 2,
	MAX_LETTERS = 8,
	OFTEN = 2,
	SAME_STEM = 8,
	WORD_LETTERS = 5
};

struct definition {
	struct span abbr;
	struct words expansion;
	size_t start, end;
};

struct use {
	struct span abbr;
	size_t start, end;
	int n;
};

struct abbrs {
	struct resolver *r;
	struct doc *d;
	struct definition *defined;
	size_t n_defined;
	struct use *used;
	size_t n_used;
	struct span_index names; /* abbreviations of bodies */
};

static bool is_running_text(const struct block *b)
{
	return !b->hidden && !b->dup && b->kind != BLOCK_TOC && b->kind != BLOCK_HEADING && b->kind != BLOCK_TITLE &&
	       b->kind != BLOCK_HEADER && b->kind != BLOCK_FOOTER;
}

/* Capitals only, two letters or more: МОП, ТК, СУОТ; no Roman number. */
static bool is_abbr(struct span s)
{
	size_t n = 0;
	bool roman = true;

	for (size_t at = 0; at < s.n; n++) {
		unsigned c = utf8_next(s, &at);

		if (!utf8_is_letter(c) || !utf8_is_upper(c))
			return false;
		roman = roman && (c == 'I' || c == 'V' || c == 'X' || c == 'L' || c == 'C' || c == 'M');
	}
	return n >= MIN_LETTERS && n <= MAX_LETTERS && !roman;
}

/* The words before word i whose initials are the letters of abbr (folded), from the last letter back. */
static bool expansion_before(const struct abbrs *a, const struct words *w, size_t i, struct span abbr,
			     struct words *out)
{
	size_t letter = abbr.n, k = i;

	while (letter > 0 && k > 0) {
		struct span word = word_text(a->r->fold, w->v[--k]);
		size_t at = letter, first = 0;
		unsigned want = utf8_prev(abbr, &at);

		if (utf8_next(word, &first) == want) {
			letter = at;
			continue;
		}
		if (!word_list_has(a->r->lists, WORDS_UNINITIALLED, word))
			return false;
	}
	*out = (struct words){ w->v + k, i - k };
	return letter == 0;
}

static void define(struct abbrs *a, struct word abbr, struct words expansion)
{
	if (a->n_defined == MAX_DEFINED || !expansion.n)
		return;
	a->defined[a->n_defined++] =
		(struct definition){ doc_slice(a->d, abbr.start, abbr.end), expansion,
				     expansion.v[0].start < abbr.start ? expansion.v[0].start : abbr.start,
				     expansion.v[expansion.n - 1].end > abbr.end ? expansion.v[expansion.n - 1].end
										 : abbr.end };
}

static void note_use(struct abbrs *a, struct word w)
{
	struct span s = doc_slice(a->d, w.start, w.end);

	for (size_t i = 0; i < a->n_used; i++)
		if (span_eq(a->used[i].abbr, s)) {
			a->used[i].n++;
			return;
		}
	if (a->n_used < MAX_USED)
		a->used[a->n_used++] = (struct use){ s, w.start, w.end, 1 };
}

static bool in_brackets(const struct abbrs *a, struct word w)
{
	return w.start > 0 && a->d->text.p[w.start - 1] == '(' && w.end < a->d->text.n && a->d->text.p[w.end] == ')';
}

/* "ФПК – Федерация …": the abbreviation opens the line and a dash follows; the hyphen of an ending (ХЕҰ-ның) is none.
 */
static bool is_glossary(const struct abbrs *a, const struct words *w)
{
	struct span gap;

	if (w->n < 2)
		return false;
	gap = doc_slice(a->d, w->v[0].end, w->v[1].start);
	return span_is(span_trim(gap), "–") || span_is(span_trim(gap), "—") || span_is(gap, " - ");
}

/* A line of capitals is a heading, not abbreviations. */
static bool mostly_capitals(const struct abbrs *a, const struct words *w)
{
	size_t n = 0;

	for (size_t i = 0; i < w->n; i++)
		n += is_abbr(doc_slice(a->d, w->v[i].start, w->v[i].end));
	return n > 3 && n * 2 > w->n;
}

/* "СЛУХАЛІ: …", "ВЫРАШЫЛІ:": a word in capitals before a colon says what the line is. */
static bool heads_line(const struct abbrs *a, struct word w)
{
	return w.end < a->d->text.n && a->d->text.p[w.end] == ':';
}

static void read_block(struct abbrs *a, const struct block *b)
{
	struct words w = resolver_words(a->r, block_body(b), b->end);

	if (mostly_capitals(a, &w))
		return;
	for (size_t i = 0; i < w.n; i++) {
		struct words expansion;

		if (!is_abbr(doc_slice(a->d, w.v[i].start, w.v[i].end)) || (i == 0 && heads_line(a, w.v[0])))
			continue;
		note_use(a, w.v[i]);
		if (in_brackets(a, w.v[i]) && expansion_before(a, &w, i, word_text(a->r->fold, w.v[i]), &expansion))
			define(a, w.v[i], expansion);
		else if (i == 0 && is_glossary(a, &w))
			define(a, w.v[0], (struct words){ w.v + 1, w.n - 1 });
	}
}

static bool same_expansion(const struct abbrs *a, const struct words *x, const struct words *y)
{
	if (x->n != y->n)
		return false;
	for (size_t i = 0; i < x->n; i++) {
		struct span p = word_text(a->r->fold, x->v[i]), q = word_text(a->r->fold, y->v[i]);

		if (!span_eq(span_sub(p, 0, SAME_STEM), span_sub(q, 0, SAME_STEM)))
			return false;
	}
	return true;
}

static struct span expansion_text(const struct abbrs *a, const struct words *w)
{
	return text_squeeze(&a->d->arena, doc_slice(a->d, w->v[0].start, w->v[w->n - 1].end));
}

static void find_conflicts(const struct abbrs *a)
{
	for (size_t i = 0; i < a->n_defined; i++)
		for (size_t k = 0; k < i; k++) {
			const struct definition *one = &a->defined[k], *two = &a->defined[i];

			if (!span_eq(one->abbr, two->abbr))
				continue;
			if (!same_expansion(a, &one->expansion, &two->expansion))
				check_texts(a->d, check_add(a->d, two->start, two->end, "abbr_conflict", "warn"),
					    expansion_text(a, &one->expansion), expansion_text(a, &two->expansion));
			break;
		}
}

static void index_names(struct abbrs *a)
{
	for (size_t i = 0; i < a->d->n_items; i++) {
		struct span abbr = jval_str(a->d->items[i].norm, "abbr");

		if (abbr.n && !span_index_get(&a->names, abbr))
			span_index_add(&a->names, &a->d->arena, abbr, i);
	}
}

/* Explained here, by an organization's own alias, or known to everybody. */
static bool is_explained(const struct abbrs *a, struct span abbr)
{
	struct morph_parse p[MORPH_MAX];
	char fold[4 * MAX_LETTERS];

	utf8_fold(abbr, fold); /* a word printed in capitals */
	if (utf8_count(abbr) >= WORD_LETTERS && morph_parses(a->r->morph, span_make(fold, abbr.n), p) &&
	    !(p[0].tags & M_PREDICTED))
		return true;
	for (size_t i = 0; i < a->n_defined; i++)
		if (span_eq(a->defined[i].abbr, abbr))
			return true;
	return span_index_get(&a->names, abbr) || lexicon_find(a->r->lexicon[LEX_KNOWN_ABBR], abbr) != LEXICON_NONE;
}

static void find_undefined(const struct abbrs *a)
{
	for (size_t i = 0; i < a->n_used; i++) {
		const struct use *u = &a->used[i];
		struct item *check;

		if (u->n < OFTEN || is_explained(a, u->abbr))
			continue;
		check = check_add(a->d, u->start, u->end, "abbr_undefined", "info");
		jval_set_str(&a->d->arena, check->norm, "stated", u->abbr);
		jval_set_int(&a->d->arena, check->norm, "computed", u->n);
	}
}

bool pass_check_abbr(struct resolver *r, struct doc *d, struct err *e)
{
	struct abbrs a = { .r = r, .d = d };

	(void)e;
	a.defined = arena_alloc(&d->arena, MAX_DEFINED * sizeof *a.defined);
	a.used = arena_alloc(&d->arena, MAX_USED * sizeof *a.used);
	for (size_t i = 0; i < d->n_blocks; i++)
		if (is_running_text(&d->blocks[i]))
			read_block(&a, &d->blocks[i]);
	find_conflicts(&a);
	index_names(&a);
	find_undefined(&a);
	return true;
}
