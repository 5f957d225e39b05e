/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A letter as high as three lines hangs these lines together as one row, whose words would then come out from left to
 * right. Whether it is a word itself the page tells, if it has the one or the other elsewhere.
 */
#include "pdf_initials.h"

#include <math.h>

#include "utf8.h"

/* How many times as large as its neighbours an initial is, and how far from them, in their font sizes. */
static const double LARGE = 1.8, APART = 1.2;

static bool is_capital(struct span s)
{
	size_t at = 0;
	return s.n && utf8_is_upper(utf8_next(s, &at)) && at == s.n;
}

/* Does v begin a line of text to the right of the initial? */
static bool is_beside(const struct word *initial, const struct word *v)
{
	const struct box *b = &initial->box;
	double middle = (v->box.y0 + v->box.y1) / 2;
	return v != initial && !v->turn && v->size * LARGE <= initial->size && middle > b->y0 && middle < b->y1 &&
	       v->box.x0 > b->x1 - v->size && v->box.x0 < b->x1 + APART * v->size;
}

/* The first word of the uppermost of the lines beside the initial; w->n: there are none, or only one. */
static size_t first_beside(const struct page_words *w, const struct word *initial)
{
	size_t first = w->n, lines = 0;
	for (size_t i = 0; i < w->n; i++) {
		if (!is_beside(initial, &w->v[i]))
			continue;
		lines++;
		if (first == w->n || w->v[i].box.y0 < w->v[first].box.y0)
			first = i;
	}
	return lines > 1 ? first : w->n;
}

/* The lines beside the initial are not indented: they begin where it begins. */
static void widen_lines(struct page_words *w, const struct word *initial)
{
	for (size_t i = 0; i < w->n; i++)
		if (is_beside(initial, &w->v[i]))
			w->v[i].box.x0 = fmin(w->v[i].box.x0, initial->box.x0);
}

/* The letters at the beginning of s in lower case, into out. */
static void put_letters(struct buf *out, struct span s)
{
	for (size_t at = 0; at < s.n;) {
		unsigned c = utf8_next(s, &at);
		if (!utf8_is_letter(c))
			return;
		buf_put_utf8(out, utf8_lower(c));
	}
}

static bool has_word(const struct page_words *w, struct span word, size_t but)
{
	struct buf one = { 0 };
	bool found = false;
	for (size_t i = 0; i < w->n && !found; i++) {
		buf_reset(&one);
		if (i != but)
			put_letters(&one, page_words_text(w, &w->v[i]));
		found = one.n && span_eq(buf_span(&one), word);
	}
	buf_free(&one);
	return found;
}

/* Is the initial the first letter of that word? В is a word of its own more often than a beginning. */
static bool begins(const struct page_words *w, struct span letter, size_t word)
{
	struct buf rest = { 0 }, whole = { 0 };
	struct span text = page_words_text(w, &w->v[word]);
	size_t at = 0;
	unsigned c = utf8_next(text, &at);
	bool yes = utf8_is_letter(c) && !utf8_is_upper(c);
	put_letters(&whole, letter);
	put_letters(&whole, text);
	put_letters(&rest, text);
	if (yes && !has_word(w, buf_span(&whole), word))
		yes = !has_word(w, buf_span(&rest), word) && !span_is(letter, "В");
	buf_free(&rest);
	buf_free(&whole);
	return yes;
}

static void join(struct page_words *w, size_t initial, size_t word)
{
	struct buf text = { 0 };
	struct word *v = &w->v[word];
	buf_add(&text, page_words_text(w, &w->v[initial]));
	if (!begins(w, page_words_text(w, &w->v[initial]), word))
		buf_putc(&text, ' ');
	buf_add(&text, page_words_text(w, v));
	v->at = w->text.n;
	v->n = text.n;
	buf_add(&w->text, buf_span(&text));
	buf_free(&text);
	memmove(w->v + initial, w->v + initial + 1, (w->n - initial - 1) * sizeof *w->v);
	w->n--;
}

void pdf_initials_join(struct page_words *w)
{
	for (size_t i = 0; i < w->n; i++) {
		const struct word *v = &w->v[i];
		if (v->conf || v->turn || !is_capital(page_words_text(w, v)))
			continue;
		size_t word = first_beside(w, v);
		if (word == w->n)
			continue;
		struct word initial = *v;
		widen_lines(w, &initial);
		join(w, i, word);
	}
}
