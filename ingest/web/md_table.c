/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables inside Markdown that md4c does not see by itself, found line by line before it reads what lies between them.
 */
#include "md_table.h"

#include <string.h>
#include <strings.h>

#include "buf.h"

static bool tag_at(struct span s, size_t at, struct span tag)
{
	return at + tag.n < s.n && !strncasecmp(s.p + at, tag.p, tag.n) && strchr(" \t\r\n>", s.p[at + tag.n]);
}

/* Where the table that opens at `at` has ended, or SPAN_NONE. */
static size_t end_of_table(struct span s, size_t at)
{
	int depth = 0;

	while ((at = span_find_char(s, '<', at)) != SPAN_NONE) {
		if (tag_at(s, at, SPAN("<table")))
			depth++;
		else if (tag_at(s, at, SPAN("</table")))
			depth--;
		at++;
		if (!depth) {
			at = span_find_char(s, '>', at);
			return at == SPAN_NONE ? at : at + 1;
		}
	}
	return SPAN_NONE;
}

/* The fence of the code that a line stands in; n = 0: it stands in none. */
struct fence {
	char mark;
	size_t n;
};

/* A line that opens such code, or closes it: only the sign that opened it does, as often at least, and alone. */
static void cross_fence(struct fence *f, struct span line)
{
	size_t n = 0;

	line = span_trim(line);
	while (n < line.n && strchr("`~", line.p[n]) && line.p[n] && line.p[n] == line.p[0])
		n++;
	if (n < 3)
		return;
	if (f->n)
		f->n = line.p[0] == f->mark && n >= f->n && n == line.n ? 0 : f->n;
	else if (line.p[0] == '~' || span_find_char(line, '`', n) == SPAN_NONE)
		*f = (struct fence){ line.p[0], n };
}

struct span md_next_table(struct span s, size_t from)
{
	struct fence fence = { 0 };

	for (size_t line = from; line < s.n;) {
		size_t end = span_find_char(s, '\n', line), at = line, closed;

		while (at < s.n && at < line + 3 && s.p[at] == ' ')
			at++;
		cross_fence(&fence, span_sub(s, line, end == SPAN_NONE ? s.n : end));
		closed = !fence.n && tag_at(s, at, SPAN("<table")) ? end_of_table(s, at) : SPAN_NONE;
		if (closed != SPAN_NONE)
			return span_sub(s, at, closed);
		if (end == SPAN_NONE)
			break;
		line = end + 1;
	}
	return span_make(s.p + s.n, 0);
}

/* "|---|:--:|": the line between head and body. */
static bool is_delimiter_row(struct span line)
{
	size_t i = 0;

	while (i < line.n && strchr("|:- \t\r", line.p[i]))
		i++;
	return i == line.n && span_find_char(line, '|', 0) != SPAN_NONE && span_find_char(line, '-', 0) != SPAN_NONE;
}

struct md_parted md_part_tables(struct span s, struct arena *a)
{
	struct md_parted p = { .text = s };
	struct span rest = s, before = { 0 };
	struct fence fence = { 0 };
	struct buf text = { 0 };
	size_t copied = 0;

	while (rest.n) {
		size_t at = (size_t)(rest.p - s.p);
		struct span line = span_trim(span_cut(&rest, '\n')), after = rest;

		cross_fence(&fence, line);
		if (!fence.n && before.n && before.p[0] != '|' && s.p[at] == '|' &&
		    is_delimiter_row(span_cut(&after, '\n'))) {
			buf_add(&text, span_sub(s, copied, at));
			copied = at;
			ARENA_ROOM(a, p.added, p.n, p.cap);
			p.added[p.n++] = text.n;
			buf_putc(&text, '\n');
		}
		before = line;
	}
	if (p.n) {
		buf_add(&text, span_sub(s, copied, s.n));
		p.text = arena_dup(a, buf_span(&text));
	}
	buf_free(&text);
	return p;
}

size_t md_parted_source(const struct md_parted *p, size_t at)
{
	size_t low = 0, high = p->n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (p->added[mid] < at)
			low = mid + 1;
		else
			high = mid;
	}
	return at - low;
}
