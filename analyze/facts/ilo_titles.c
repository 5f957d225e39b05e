/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why an index: there are a thousand forms of titles, and a document about conventions has the head everywhere. */
#include "ilo_titles.h"

#include <stdlib.h>
#include <string.h>

#include "bisect.h"
#include "mem.h"
#include "utf8.h"

enum { KEY = 4, TITLE_WORDS = 48, SAME_BYTES = 10, SHORT_BYTES = 4 };

struct form {
	const struct span *words; /* in the order of comparison */
	size_t n;
	char key[KEY]; /* what the first word begins with */
	char kind;     /* of the code: C, R */
	bool exact;
	long row;
};

struct forms {
	struct form *v;
	size_t n, cap;
};

struct ilo_titles {
	struct arena arena;
	struct forms by[ILO_ORDERS];
};

/* Columns with titles; the cells of all but title_ and official ones may hold several forms with " | ". */
static const struct column {
	const char *name;
	enum ilo_order order;
	bool exact;
} columns[] = {
	{ "title_ru", ILO_BEHIND_HEAD, false }, { "short_ru", ILO_BEHIND_HEAD, false },
	{ "title_uk", ILO_BEHIND_HEAD, false }, { "short_uk", ILO_BEHIND_HEAD, false },
	{ "short_be", ILO_BEHIND_HEAD, false }, { "short_kk", ILO_BEFORE_HEAD, false },
	{ "short_ky", ILO_BEFORE_HEAD, false }, { "title_en", ILO_BEFORE_HEAD, true },
};

bool ilo_is_about(struct span word)
{
	static const char *const about[] = {
		"о", "об", "обо", "про", "щодо", "аб", "пра", "относительно", "касающаяся"
	};

	for (size_t k = 0; k < sizeof about / sizeof *about; k++)
		if (span_is(word, about[k]))
			return true;
	return false;
}

/* Equal, or equal for the first letters of both: свободе – свободы. */
static bool same_word(struct span a, struct span b)
{
	size_t n = a.n < b.n ? a.n : b.n;

	if (n >= SAME_BYTES)
		return span_eq(span_sub(a, 0, SAME_BYTES), span_sub(b, 0, SAME_BYTES));
	return span_eq(a, b) || (n > SHORT_BYTES && a.n > n - 3 && b.n > n - 3 && a.n < n + 5 && b.n < n + 5 &&
				 span_eq(span_sub(a, 0, n - 2), span_sub(b, 0, n - 2)));
}

static void set_key(char key[KEY], struct span word)
{
	memset(key, 0, KEY);
	memcpy(key, word.p, word.n < KEY ? word.n : KEY);
}

/* The words of one form, years left out, from its preposition on or up to its head. */
static size_t form_words(struct span form, enum ilo_order order, struct span out[TITLE_WORDS])
{
	size_t n = 0, from = 0, end;

	for (size_t at = 0; at < form.n && n < TITLE_WORDS;) {
		size_t start = at;

		if (!utf8_is_word(utf8_next(form, &at)))
			continue;
		for (end = at; at < form.n && utf8_is_word(utf8_next(form, &at));)
			end = at;
		if (form.p[start] < '0' || form.p[start] > '9')
			out[n++] = span_sub(form, start, end);
	}
	if (order == ILO_BEHIND_HEAD) {
		while (from < n && !ilo_is_about(out[from]))
			from++;
		n = from < n ? n - ++from : 0;
		memmove(out, out + from, n * sizeof *out);
		return n;
	}
	for (end = n; end > 0; end--)
		if (span_is(out[end - 1], "convention") || span_is(out[end - 1], "recommendation"))
			break;
	return end ? end - 1 : n;
}

static void add_form(struct ilo_titles *t, const struct column *c, struct span text, char kind, long row)
{
	struct forms *f = &t->by[c->order];
	struct span words[TITLE_WORDS], *kept;
	char *fold = arena_alloc(&t->arena, text.n + 1);
	size_t n;

	utf8_fold(text, fold);
	n = form_words(span_make(fold, text.n), c->order, words);
	if (!n)
		return;
	kept = arena_alloc(&t->arena, n * sizeof *kept);
	for (size_t k = 0; k < n; k++)
		kept[k] = c->order == ILO_BEHIND_HEAD ? words[k] : words[n - 1 - k];
	MEM_ROOM(f->v, f->n, f->cap);
	f->v[f->n] = (struct form){ .words = kept, .n = n, .kind = kind, .exact = c->exact, .row = row };
	set_key(f->v[f->n++].key, kept[0]);
}

/* By key, the longest first. */
static int by_key(const void *a, const void *b)
{
	const struct form *x = a, *y = b;
	int order = memcmp(x->key, y->key, KEY);

	if (order)
		return order;
	return x->n == y->n ? (x->row > y->row) - (x->row < y->row) : (x->n < y->n) - (x->n > y->n);
}

static void add_cell(struct ilo_titles *t, const struct column *c, struct span cell, char kind, long row)
{
	while (cell.n) {
		size_t bar = span_find(cell, SPAN(" | "), 0);

		add_form(t, c, span_sub(cell, 0, bar == SPAN_NONE ? cell.n : bar), kind, row);
		cell = bar == SPAN_NONE ? (struct span){ 0 } : span_sub(cell, bar + 3, cell.n);
	}
}

struct ilo_titles *ilo_titles_new(const struct lexicon *l)
{
	struct ilo_titles *t = mem_alloc(sizeof *t);

	for (long row = 0; row < lexicon_rows(l); row++) {
		struct span code = lexicon_cell(l, row, "code");

		for (size_t k = 0; code.n && k < sizeof columns / sizeof *columns; k++)
			add_cell(t, &columns[k], lexicon_cell(l, row, columns[k].name), code.p[0], row);
	}
	for (int k = 0; k < ILO_ORDERS; k++)
		if (t->by[k].n)
			qsort(t->by[k].v, t->by[k].n, sizeof *t->by[k].v, by_key);
	return t;
}

void ilo_titles_free(struct ilo_titles *t)
{
	if (!t)
		return;
	for (int k = 0; k < ILO_ORDERS; k++)
		free(t->by[k].v);
	arena_free(&t->arena);
	free(t);
}

static bool form_at(const struct form *f, enum ilo_order order, struct span fold, const struct words *w, size_t i)
{
	if (order == ILO_BEHIND_HEAD ? f->n > w->n - i : f->n > i + 1)
		return false;
	for (size_t k = 0; k < f->n; k++) {
		struct span word = word_text(fold, w->v[order == ILO_BEHIND_HEAD ? i + k : i - k]);

		if (f->exact ? !span_eq(f->words[k], word) : !same_word(f->words[k], word))
			return false;
	}
	return true;
}

static void add_hit(struct ilo_hit hits[ILO_HITS], size_t *n, const struct form *f)
{
	for (size_t k = 0; k < *n; k++)
		if (hits[k].row == f->row)
			return; /* the longest came first */
	if (*n < ILO_HITS)
		hits[(*n)++] = (struct ilo_hit){ f->row, f->n };
}

size_t ilo_titles_at(const struct ilo_titles *t, enum ilo_order order, char kind, struct span fold,
		     const struct words *w, size_t i, struct ilo_hit hits[ILO_HITS])
{
	const struct forms *f = &t->by[order];
	size_t n = 0, at;
	char key[KEY];

	if (i >= w->n)
		return 0;
	set_key(key, word_text(fold, w->v[i]));
	BISECT(at, f->n, memcmp(f->v[at].key, key, KEY) < 0);
	for (; at < f->n && !memcmp(f->v[at].key, key, KEY); at++)
		if (f->v[at].kind == kind && form_at(&f->v[at], order, fold, w, i))
			add_hit(hits, &n, &f->v[at]);
	return n;
}
