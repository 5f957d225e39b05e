/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Snippets. FTS5's snippet() counts tokens from the start of a sentence and cuts in the middle of numbers and dates;
 * here the stretch with most of the words that were asked for is chosen and cut between words.
 */
#include "snippet.h"

#include "table.h"
#include "utf8.h"

const struct mark_style mark_brackets = { "[", "]" };
const struct mark_style mark_colors = { "\033[1;31m", "\033[0m" };

enum { MOST_MARKS = 256 };

static bool is_mark(char c)
{
	return c == MARK_ON || c == MARK_OFF;
}

size_t snippet_marks(struct span s, struct buf *plain, struct mark *marks, size_t max)
{
	size_t from = plain->n, n = 0;
	bool open = false;

	for (size_t i = 0; i < s.n; i++) {
		if (!is_mark(s.p[i])) {
			buf_putc(plain, s.p[i]);
		} else if (s.p[i] == MARK_ON) {
			if (n < max)
				marks[n].start = plain->n - from;
			open = true;
		} else if (open) {
			if (n < max)
				marks[n++].end = plain->n - from;
			open = false;
		}
	}
	return n;
}

/* Bytes that letters code points forward from at take. */
static size_t forward(struct span s, size_t at, size_t letters)
{
	while (at < s.n && letters-- > 0)
		utf8_next(s, &at);
	return at;
}

static size_t backward(struct span s, size_t at, size_t letters)
{
	while (at > 0 && letters-- > 0)
		utf8_prev(s, &at);
	return at;
}

/* The window that begins at mark i holds how many marks? */
static size_t held(const struct mark *marks, size_t n, size_t i, size_t end)
{
	size_t k = i;

	while (k < n && marks[k].end <= end)
		k++;
	return k - i;
}

static size_t best_mark(struct span text, const struct mark *marks, size_t n, size_t letters)
{
	size_t best = 0, most = 0;

	for (size_t i = 0; i < n; i++) {
		size_t count = held(marks, n, i, forward(text, marks[i].start, letters));

		if (count > most) {
			most = count;
			best = i;
		}
	}
	return best;
}

static bool is_gap(char c)
{
	return c == ' ' || c == '\n' || c == '\t';
}

/* Puts text[start … end) with its marks back in. */
static void put_marked(struct span text, size_t start, size_t end, const struct mark *marks, size_t n, struct buf *out)
{
	size_t at = start;

	for (size_t i = 0; i < n; i++) {
		if (marks[i].end <= start || marks[i].start >= end)
			continue;
		buf_add(out, span_sub(text, at, marks[i].start));
		buf_putc(out, MARK_ON);
		buf_add(out, span_sub(text, marks[i].start, marks[i].end));
		buf_putc(out, MARK_OFF);
		at = marks[i].end;
	}
	buf_add(out, span_sub(text, at, end));
}

static void cut_window(struct span text, const struct mark *marks, size_t n, size_t letters, struct buf *out)
{
	size_t first = n ? marks[best_mark(text, marks, n, letters * 3 / 4)].start : 0;
	size_t start = backward(text, first, letters / 4), end;

	if (utf8_count(span_sub(text, start, text.n)) < letters)
		start = backward(text, text.n, letters);
	while (start > 0 && start < first && !is_gap(text.p[start - 1]))
		start++;
	end = forward(text, start, letters);
	while (end < text.n && end > first && !is_gap(text.p[end]))
		end--;
	if (start > 0)
		buf_puts(out, "…");
	put_marked(text, start, end, marks, n, out);
	if (end < text.n)
		buf_puts(out, "…");
}

void snippet_cut(struct span marked, size_t letters, struct buf *out)
{
	struct mark marks[MOST_MARKS];
	struct buf plain = { 0 };
	size_t n = snippet_marks(marked, &plain, marks, MOST_MARKS);

	if (utf8_count(buf_span(&plain)) <= letters)
		buf_add(out, marked);
	else
		cut_window(buf_span(&plain), marks, n, letters, out);
	buf_free(&plain);
}

static void paint(char c, const struct mark_style *style, struct buf *out)
{
	if (c == MARK_ON)
		buf_puts(out, style->on);
	else if (c == MARK_OFF)
		buf_puts(out, style->off);
	else if (c == '\n')
		buf_puts(out, " · ");
	else
		buf_putc(out, (unsigned char)c < 0x20 || c == 0x7f ? ' ' : c);
}

void snippet_paint(struct span s, const struct mark_style *style, struct buf *out)
{
	for (size_t i = 0; i < s.n; i++)
		paint(s.p[i], style, out);
}

/* Columns of a word with its marks as they will look. */
static size_t painted_width(struct span word, const struct mark_style *style)
{
	size_t n = 0, visible = style->on[0] == '[' ? 1 : 0;
	size_t from = 0;

	for (size_t i = 0; i <= word.n; i++) {
		if (i < word.n && !is_mark(word.p[i]))
			continue;
		n += text_width(span_sub(word, from, i)) + (i < word.n ? visible : 0);
		from = i + 1;
	}
	return n;
}

void snippet_wrap(struct span s, const struct mark_style *style, size_t width, size_t indent, struct buf *out)
{
	size_t column = 0, room = width > indent + 20 ? width - indent : 20;
	struct buf joined = { 0 };
	struct span rest;

	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '\n')
			buf_puts(&joined, " · ");
		else
			buf_putc(&joined, s.p[i]);
	}
	rest = buf_span(&joined);
	while (rest.n) {
		struct span word = span_cut(&rest, ' ');
		size_t w = painted_width(word, style);

		if (!word.n)
			continue;
		if (column && column + 1 + w > room) {
			buf_putc(out, '\n');
			text_pad(indent, out);
			column = 0;
		} else if (column) {
			buf_putc(out, ' ');
			column++;
		}
		snippet_paint(word, style, out);
		column += w;
	}
	buf_free(&joined);
}
