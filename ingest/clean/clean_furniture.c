/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Page furniture in plain text, where a form feed or a box on the page no longer tells. */
#include "clean_furniture.h"

#include "utf8.h"

enum {
	PAGE_BYTES = 500, /* two page numbers lie further apart; rows of a table do not */
	NEAR = 3,         /* a running header stands so many lines from the page number at most */
	HEADER_CHARS = 120,
	MIN_PAGES = 2,
	SET_APART = 10, /* blanks before a number that is set in the middle or at the right */
};

/* The number of a line that says nothing else: "5", "- 5 -", "— 5 —", "стр. 5", "Page 5 of 9". 0: none. */
static int page_number(struct span s)
{
	static const char *const words[] = { "стр.", "страница", "page", "бет", "с.", "p." };
	size_t at = 0, digits;
	char folded[64];
	int n = 0;

	if (s.n == 0 || s.n > sizeof folded)
		return 0;
	utf8_fold(s, folded);
	s = span_make(folded, s.n);
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (span_starts(s, span_of(words[i])))
			at = span_of(words[i]).n;
	while (at < s.n && (s.p[at] == ' ' || s.p[at] == '-' || (unsigned char)s.p[at] == 0xE2))
		at += (unsigned char)s.p[at] == 0xE2 ? 3 : 1;
	for (digits = at; at < s.n && s.p[at] >= '0' && s.p[at] <= '9' && at - digits < 5; at++)
		n = n * 10 + (s.p[at] - '0');
	if (at == digits || at - digits > 4)
		return 0;
	s = span_trim(span_sub(s, at, s.n));
	if (s.n == 0 || span_is(s, "-") || span_is(s, "\u2013") || span_is(s, "\u2014"))
		return n;
	return span_starts(s, SPAN("из ")) || span_starts(s, SPAN("of ")) || span_starts(s, SPAN("/")) ? n : 0;
}

static bool stands_alone(const struct layout *ls, size_t k)
{
	bool above = k == 0 || ls->v[k].gap || ls->v[k].indent >= SET_APART;

	return !ls->v[k].tab && above && (k + 1 == ls->n || ls->v[k + 1].gap);
}

/* Lines that are page numbers, in order: each one more than the one before, and a page behind it. Returns how many. */
static size_t find_numbers(const struct doc *d, const struct layout *ls, size_t *lines)
{
	size_t n = 0;
	int last = 0;

	for (size_t k = 0; k < ls->n; k++) {
		int number = page_number(doc_slice(d, ls->v[k].start, ls->v[k].end));
		bool page; /* the last one may be short */

		if (!number || !stands_alone(ls, k))
			continue;
		page = n &&
		       (ls->v[k].start - ls->v[lines[n - 1]].end >= PAGE_BYTES || (n >= MIN_PAGES && k + 1 == ls->n));
		if (page && number == last + 1)
			lines[n++] = k;
		else if (n < MIN_PAGES)
			lines[0] = k, n = 1;
		else
			continue;
		last = number;
	}
	return n >= MIN_PAGES ? n : 0;
}

/* Do both lines say the same, digits not counted? */
static bool same_line(const struct doc *d, const struct line *a, const struct line *b)
{
	struct span x = doc_slice(d, a->start, a->end), y = doc_slice(d, b->start, b->end);
	size_t i = 0, k = 0;

	if (!x.n || a->chars > HEADER_CHARS || a->tab || b->tab)
		return false;
	for (;;) {
		while (i < x.n && x.p[i] >= '0' && x.p[i] <= '9')
			i++;
		while (k < y.n && y.p[k] >= '0' && y.p[k] <= '9')
			k++;
		if (i == x.n || k == y.n)
			return i == x.n && k == y.n;
		if (x.p[i++] != y.p[k++])
			return false;
	}
}

/* The lines at the same distance from two page numbers that say the same. */
static void mark_beside(const struct doc *d, struct layout *ls, size_t a, size_t b)
{
	for (size_t step = 1; step <= NEAR && step <= a; step++)
		if (same_line(d, &ls->v[a - step], &ls->v[b - step]))
			ls->v[a - step].role = ls->v[b - step].role = BLOCK_FOOTER;
		else
			break;
	for (size_t step = 1; step <= NEAR && b + step < ls->n; step++)
		if (same_line(d, &ls->v[a + step], &ls->v[b + step]))
			ls->v[a + step].role = ls->v[b + step].role = BLOCK_HEADER;
		else
			break;
}

bool furniture_mark(struct doc *d, struct layout *ls)
{
	size_t *lines = arena_alloc(&d->arena, (ls->n + 1) * sizeof *lines);
	size_t n = find_numbers(d, ls, lines);

	for (size_t i = 0; i < n; i++)
		ls->v[lines[i]].role = BLOCK_FOOTER;
	for (size_t i = 1; i < n; i++)
		mark_beside(d, ls, lines[i - 1], lines[i]);
	return n > 0;
}
