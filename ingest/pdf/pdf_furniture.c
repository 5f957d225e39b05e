/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Page furniture. A running header may change its page number but not its other numbers: "Приложение 1" and
 * "Приложение 2" at the top of two pages are titles, "Страница 1" and "Страница 2" are furniture.
 */
#include "pdf_furniture.h"

#include <math.h>
#include <stdlib.h>

#include "utf8.h"

enum {
	DEPTH = 5,         /* lines at an edge of a page that may be furniture */
	REACH = 4,         /* pages to either side in which the same line must be found */
	ALIKE_BYTES = 400, /* longer lines are no furniture */
	ENOUGH = 3         /* pages that have it, this one included (fewer where the document is shorter) */
};

/* The lines of a page from one edge inwards. */
struct edge {
	size_t line[DEPTH];
	size_t n;
};

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* A number at s[*at], which moves behind it; at most nine digits count. */
static long number_at(struct span s, size_t *at)
{
	long v = 0;
	size_t from = *at;
	while (*at < s.n && is_digit(s.p[*at])) {
		if (*at - from < 9)
			v = v * 10 + (s.p[*at] - '0');
		++*at;
	}
	return v;
}

/* Same words, numbers equal or growing with the pages. */
static bool same_text(struct span a, struct span b, int pages_between)
{
	size_t i = 0, k = 0;
	while (i < a.n && k < b.n) {
		if (is_digit(a.p[i]) && is_digit(b.p[k])) {
			long x = number_at(a, &i), y = number_at(b, &k);
			if (x != y && y - x != pages_between)
				return false;
		} else if (a.p[i++] != b.p[k++]) {
			return false;
		}
	}
	return i == a.n && k == b.n;
}

/* Edit distance of two texts in bytes is at most a fifth of their length: one line, recognized twice. */
static bool alike(struct span a, struct span b)
{
	size_t row[ALIKE_BYTES + 1], n = a.n > b.n ? a.n : b.n;
	if (a.n > ALIKE_BYTES || b.n > ALIKE_BYTES || n < 8)
		return false;
	for (size_t k = 0; k <= b.n; k++)
		row[k] = k;
	for (size_t i = 1; i <= a.n; i++) {
		size_t corner = row[0];
		row[0] = i;
		for (size_t k = 1; k <= b.n; k++) {
			size_t change = corner + (a.p[i - 1] != b.p[k - 1]),
			       least = row[k] < row[k - 1] ? row[k] : row[k - 1];
			corner = row[k];
			row[k] = change < least + 1 ? change : least + 1;
		}
	}
	return row[b.n] * 5 <= n;
}

/* Born digital pages repeat a line to the point; a scan shifts and leans. */
static bool same_place(const struct line *a, const struct line *b)
{
	double off = a->conf || b->conf ? 1.5 * a->size : 4;
	return fabs(a->box.y0 - b->box.y0) < off && fabs(a->size - b->size) < (a->conf ? 0.3 * a->size : 1);
}

static bool same_line(const struct line *a, const struct line *b)
{
	return same_place(a, b) &&
	       (same_text(a->text, b->text, b->page - a->page) || (a->conf && b->conf && alike(a->text, b->text)));
}

static bool on_edge(const struct pdf_text *t, const struct edge *e, const struct line *l)
{
	for (size_t i = 0; i < e->n; i++) {
		const struct line *o = &t->lines[e->line[i]];
		if (same_line(l, o))
			return true;
	}
	return false;
}

/* Puts line i into the edge, which keeps the outermost lines in order. */
static void edge_add(const struct pdf_text *t, struct edge *e, size_t i, bool top)
{
	size_t at = e->n;
	const struct box *b = &t->lines[i].box;
	while (at > 0) {
		const struct box *o = &t->lines[e->line[at - 1]].box;
		if (top ? o->y0 <= b->y0 : o->y1 >= b->y1)
			break;
		at--;
	}
	if (at == DEPTH)
		return;
	if (e->n < DEPTH)
		e->n++;
	memmove(e->line + at + 1, e->line + at, (e->n - at - 1) * sizeof *e->line);
	e->line[at] = i;
}

/* Words on any of the neighbouring pages at the same place, on enough of them. */
static bool is_repeated(const struct pdf_text *t, const struct edge *edges, const struct line *l)
{
	int found = 0, first = l->page - 1 - REACH, last = l->page - 1 + REACH;
	for (int p = first < 0 ? 0 : first; p <= last && p < t->pages; p++)
		found += p == l->page - 1 || on_edge(t, &edges[p], l);
	return found >= (t->pages < ENOUGH ? t->pages : ENOUGH) && found > 1;
}

/* Moves *at over dashes, spaces and the words for page that stand around a page number. */
static void skip_around(struct span s, size_t *at)
{
	static const char *const around[] = { "-",        "–",        "—",   " ",    "стр.", "с.", "Стр.",
					      "Страница", "страница", "бет", "page", "Page", "|" };
	for (size_t i = 0; i < sizeof around / sizeof *around; i++) {
		struct span a = span_of(around[i]);
		if (span_starts(span_sub(s, *at, s.n), a)) {
			*at += a.n;
			i = (size_t)-1;
		}
	}
}

/* "из 12", "of 12" behind the page's number at s[*at], which moves behind it: how many pages there are. */
static bool skip_total(struct span s, size_t *at, int pages)
{
	static const char *const of[] = { "из", "of", "/", "з" };
	for (size_t i = 0; i < sizeof of / sizeof *of; i++) {
		size_t end = *at + strlen(of[i]);
		if (!span_starts(span_sub(s, *at, s.n), span_of(of[i])))
			continue;
		skip_around(s, &end);
		*at = end;
		return number_at(s, at) == pages && *at > end;
	}
	return true;
}

/* A lone number, perhaps between dashes, that is the page's; the number of all pages may follow. */
static bool is_page_number(const struct pdf_text *t, const struct line *l)
{
	size_t at = 0, digits;
	skip_around(l->text, &at);
	digits = at;
	long v = number_at(l->text, &at);
	if (at == digits || at - digits > 4)
		return false;
	skip_around(l->text, &at);
	if (!skip_total(l->text, &at, t->pages))
		return false;
	skip_around(l->text, &at);
	return at == l->text.n && v == l->page;
}

/* Marks the furniture of one edge of a page, from outside until a line that is none. */
static void mark_edge(struct pdf_text *t, const struct edge *edges, const struct edge *e, bool top)
{
	for (size_t i = 0; i < e->n; i++) {
		struct line *l = &t->lines[e->line[i]];
		double height = t->sheets[l->page - 1].y1;
		bool outside = top ? l->box.y0 < 0.25 * height : l->box.y1 > 0.75 * height;
		bool number =
			i == 0 && is_page_number(t, l) && (top ? l->box.y1 < 0.12 * height : l->box.y0 > 0.88 * height);
		if (!outside || !(number || is_repeated(t, edges, l)))
			return;
		l->role = top ? LINE_HEADER : LINE_FOOTER;
	}
}

static void headers_and_footers(struct pdf_text *t)
{
	struct edge *top = mem_alloc((size_t)t->pages * sizeof *top),
		    *foot = mem_alloc((size_t)t->pages * sizeof *foot);
	for (size_t i = 0; i < t->n; i++) {
		const struct line *l = &t->lines[i];
		if (l->cell >= 0)
			continue;
		edge_add(t, &top[l->page - 1], i, true);
		edge_add(t, &foot[l->page - 1], i, false);
	}
	for (int p = 0; p < t->pages; p++) {
		mark_edge(t, top, &top[p], true);
		mark_edge(t, foot, &foot[p], false);
	}
	free(top);
	free(foot);
}

double pdf_body_size(const struct pdf_text *t)
{
	size_t chars[400] = { 0 }; /* by quarter points */
	size_t best = 0;
	for (size_t i = 0; i < t->n; i++) {
		double q = t->lines[i].size * 4;
		if (t->lines[i].role == LINE_BODY && q >= 0 && q < 400)
			chars[(size_t)q] += t->lines[i].text.n;
	}
	for (size_t q = 1; q < 400; q++)
		if (chars[q] > chars[best])
			best = q;
	return chars[best] ? (double)best / 4 : 0;
}

/* Does the line begin as a footnote does: digits or stars and then a letter? */
static bool is_note_start(const struct line *l)
{
	size_t at = 0;
	while (at < l->text.n && at < 4 && (is_digit(l->text.p[at]) || l->text.p[at] == '*'))
		at++;
	if (at == 0) {
		unsigned c = utf8_next(l->text, &at);
		return c == 0xb9 || c == 0xb2 || c == 0xb3 || (c >= 0x2070 && c <= 0x2079);
	}
	return at < l->text.n && !is_digit(l->text.p[at]) && l->text.p[at] != '.' && l->text.p[at] != ')';
}

/* A footnote's number is often set close to its text: a space between them keeps the first word a word. */
static void part_number(struct pdf_text *t, struct line *l)
{
	size_t at = 0, next;
	while (at < l->text.n && is_digit(l->text.p[at]))
		at++;
	next = at;
	if (at > 0 && at < l->text.n && utf8_is_letter(utf8_next(l->text, &next)))
		l->text =
			arena_printf(&t->arena, "%.*s %.*s", (int)at, l->text.p, (int)(l->text.n - at), l->text.p + at);
}

/* Footnotes of one page: its lines are t->lines[from, to). */
static void notes_of_page(struct pdf_text *t, size_t from, size_t to, double body)
{
	size_t first = to, large = 0;
	for (size_t i = to; i > from; i--) {
		struct line *l = &t->lines[i - 1];
		if (l->role != LINE_BODY)
			continue;
		if (l->cell >= 0 || l->size > 0.93 * body)
			break;
		if (is_note_start(l) && l->box.y0 > 0.4 * t->sheets[l->page - 1].y1)
			first = i - 1;
	}
	for (size_t i = from; i < first; i++)
		large += t->lines[i].size > 0.93 * body;
	for (size_t i = first; i < to && large > 0; i++)
		if (t->lines[i].role == LINE_BODY) {
			t->lines[i].role = LINE_NOTE;
			part_number(t, &t->lines[i]);
		}
}

void pdf_furniture(struct pdf_text *t)
{
	if (t->n == 0)
		return;
	headers_and_footers(t);
	double body = pdf_body_size(t);
	for (size_t from = 0, i = 1; i <= t->n; i++)
		if (i == t->n || t->lines[i].page != t->lines[from].page) {
			notes_of_page(t, from, i, body);
			from = i;
		}
}
