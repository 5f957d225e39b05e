/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables inside Markdown that md4c does not see by itself, found line by line before it reads what lies between them.
 */
#include "md_table.h"

#include <string.h>
#include <strings.h>

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

struct span md_next_table(struct span s, size_t from)
{
	bool fenced = false;

	for (size_t line = from; line < s.n;) {
		size_t end = span_find_char(s, '\n', line), at = line, closed;

		while (at < s.n && at < line + 3 && s.p[at] == ' ')
			at++;
		if (span_starts(span_sub(s, at, s.n), SPAN("```")) || span_starts(span_sub(s, at, s.n), SPAN("~~~")))
			fenced = !fenced;
		closed = !fenced && tag_at(s, at, SPAN("<table")) ? end_of_table(s, at) : SPAN_NONE;
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

size_t md_table_in_paragraph(struct span s)
{
	struct span rest = s, before = { 0 };
	bool fenced = false;

	while (rest.n) {
		size_t at = (size_t)(rest.p - s.p);
		struct span line = span_trim(span_cut(&rest, '\n')), after = rest;

		if (span_starts(line, SPAN("```")) || span_starts(line, SPAN("~~~")))
			fenced = !fenced;
		if (!fenced && before.n && before.p[0] != '|' && s.p[at] == '|' &&
		    is_delimiter_row(span_cut(&after, '\n')))
			return at;
		before = line;
	}
	return s.n;
}
