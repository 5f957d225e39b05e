/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plain text as lines, with what each tells about the layout. */
#include "clean_layout.h"

#include <stdlib.h>

#include "utf8.h"

enum {
	SPLIT_BLANKS = 5, /* so many blanks behind ; or . stand for a line break that another program lost */
	MIN_WIDTH = 40,
	MAX_WIDTH = 140, /* longer lines are paragraphs */
	FEW = 10,
};

static bool is_blank(char b)
{
	return b == ' ' || b == '\t' || b == '\r' || b == '\v';
}

static size_t indent_of(struct span s, bool *tab)
{
	size_t n = 0;

	*tab = false;
	for (size_t i = 0; i < s.n && is_blank(s.p[i]); i++) {
		*tab |= s.p[i] == '\t';
		n += s.p[i] == '\t' ? 8 : 1;
	}
	return n;
}

/* Line of the source file in which the character at `at` stands, by the map. */
static int64_t source_line(const struct doc *d, size_t at)
{
	int run = doc_map_at(d, at);
	int64_t line;

	if (run < 0 || d->map[run].kind != MAP_BYTES || !d->map[run].line)
		return 0;
	line = d->map[run].line;
	for (size_t i = d->map[run].t; (i = span_find_char(d->text, '\n', i)) < at; i++)
		line++;
	return line;
}

static void add_line(struct doc *d, struct layout *ls, size_t start, size_t end, bool gap)
{
	struct span whole = doc_slice(d, start, end), body = span_trim(whole);
	struct line l = { .gap = gap };

	l.indent = indent_of(whole, &l.tab);
	l.start = body.n ? (size_t)(body.p - d->text.p) : end;
	l.end = l.start + body.n;
	l.chars = utf8_count(body);
	l.source = source_line(d, l.start);
	ARENA_ROOM(&d->arena, ls->v, ls->n, ls->cap);
	ls->v[ls->n++] = l;
}

/* Where "; " or ". " with many blanks behind it ends inside [start, end), or end. */
static size_t hidden_break(struct span s, size_t start, size_t end)
{
	for (size_t i = start; i + SPLIT_BLANKS < end; i++) {
		size_t k = i + 1;

		if (s.p[i] != ';' && s.p[i] != '.')
			continue;
		while (k < end && is_blank(s.p[k]))
			k++;
		if (k - i > SPLIT_BLANKS && k < end)
			return k;
	}
	return end;
}

static void add_lines(struct doc *d, struct layout *ls, size_t start, size_t end, bool gap)
{
	while (start < end) {
		size_t to = hidden_break(d->text, start, end);

		add_line(d, ls, start, to, gap);
		start = to;
	}
}

static int by_size(const void *x, const void *y)
{
	size_t a = *(const size_t *)x, b = *(const size_t *)y;

	return (a > b) - (a < b);
}

/*
 * The width to which the text is wrapped: many lines end near it and almost none goes beyond. Lines of tables do not
 * count. Where a blank line stands behind nearly every line, each is a paragraph.
 */
static size_t wrap_width(struct doc *d, const struct layout *ls)
{
	size_t *chars = arena_alloc(&d->arena, (ls->n + 1) * sizeof *chars);
	size_t n = 0, width, near = 0, adjoining = 0;

	for (size_t i = 0; i < ls->n; i++)
		if (!ls->v[i].tab && ls->v[i].chars > 0) {
			chars[n++] = ls->v[i].chars;
			adjoining += !ls->v[i].gap;
		}
	if (n < 3 || adjoining * FEW < n)
		return 0;
	qsort(chars, n, sizeof *chars, by_size);
	width = chars[n - 1 - n / 50];
	if (width < MIN_WIDTH || width > MAX_WIDTH || chars[n - 1] > 2 * MAX_WIDTH)
		return 0;
	for (size_t i = 0; i < n; i++)
		near += chars[i] * 5 >= width * 4;
	return near * 4 >= n ? width : 0;
}

struct layout layout_of(struct doc *d)
{
	struct layout ls = { 0 };
	size_t block = 0;
	bool gap = true;

	for (size_t at = 0; at < d->text.n;) {
		size_t end = at;
		struct span s;

		while (end < d->text.n && d->text.p[end] != '\n' && d->text.p[end] != '\f')
			end++;
		for (; block < d->n_blocks && d->blocks[block].start < end; block++)
			gap |= d->blocks[block].start >= at;
		s = doc_slice(d, at, end);
		if (span_trim(s).n || span_find_char(s, '\t', 0) != SPAN_NONE) {
			add_lines(d, &ls, at, end, gap);
			gap = false;
		} else {
			gap = true;
		}
		gap |= end < d->text.n && d->text.p[end] == '\f';
		at = end + 1;
	}
	ls.width = wrap_width(d, &ls);
	return ls;
}

bool layout_is_full(const struct doc *d, const struct layout *ls, size_t k, size_t next)
{
	struct span s;
	size_t word = 0;

	if (!ls->width || next >= ls->n)
		return false;
	s = doc_slice(d, ls->v[k].start, ls->v[k].end);
	if (span_find(s, SPAN("    "), 0) != SPAN_NONE) /* set in columns: a post and a name */
		return false;
	s = doc_slice(d, ls->v[next].start, ls->v[next].end);
	for (size_t i = 0; i < s.n && s.p[i] != ' '; word++)
		utf8_next(s, &i);
	return (ls->v[k].chars + 1 + word) * 20 >= ls->width * 18;
}
