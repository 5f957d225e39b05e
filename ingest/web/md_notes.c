/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Footnotes and heads of metadata in Markdown, found in the source before and behind md4c. */
#include "md_notes.h"

#include <stdint.h>
#include <string.h>

enum { LABEL_BYTES = 60, LABELS = 2000, HEAD_LINES = 100 };

/* The label of a footnote's sign at `at`, framed by those brackets; empty: there is none. */
static struct span label_at(struct span s, size_t at, char open, char close)
{
	size_t end = at + 2;

	if (at + 3 > s.n || s.p[at] != open || s.p[at + 1] != '^')
		return span_make(NULL, 0);
	while (end < s.n && end - at < LABEL_BYTES && s.p[end] != close && (unsigned char)s.p[end] > ' ' &&
	       s.p[end] != '[')
		end++;
	return end < s.n && s.p[end] == close ? span_sub(s, at + 2, end) : span_make(NULL, 0);
}

struct span md_hide_notes(struct span text, struct arena *a)
{
	struct span copy = arena_dup(a, text);
	char *p = (char *)(uintptr_t)copy.p;

	for (size_t at = 0; (at = span_find(text, SPAN("[^"), at)) != SPAN_NONE; at += 2) {
		struct span label = label_at(text, at, '[', ']');

		if (!label.n)
			continue;
		p[at] = MD_NOTE_OPEN;
		p[at + 2 + label.n] = MD_NOTE_CLOSE;
	}
	return copy;
}

size_t md_next_note(struct span s, size_t *at, struct span *label)
{
	for (*at = 0; (*at = span_find_char(s, MD_NOTE_OPEN, *at)) != SPAN_NONE; ++*at) {
		*label = label_at(s, *at, MD_NOTE_OPEN, MD_NOTE_CLOSE);
		if (label->n)
			return label->n + 3;
	}
	return 0;
}

size_t md_definition(struct span text, size_t at)
{
	struct span label = label_at(text, at, '[', ']');
	size_t line = at, end = at + 3 + label.n;

	while (line > 0 && text.p[line - 1] == ' ')
		line--;
	if (!label.n || at - line > 3 || (line > 0 && text.p[line - 1] != '\n') || end >= text.n || text.p[end] != ':')
		return 0;
	for (end++; end < text.n && (text.p[end] == ' ' || text.p[end] == '\t');)
		end++;
	return end - at;
}

int md_number(struct md_labels *l, struct span label, struct arena *a)
{
	long long n;

	if (span_to_long(label, &n) && n > 0 && n < 10000)
		return (int)n;
	for (size_t i = 0; i < l->n; i++)
		if (span_eq(l->v[i], label))
			return (int)i + 1;
	if (l->n == LABELS)
		return 0;
	ARENA_ROOM(a, l->v, l->n, l->cap);
	l->v[l->n++] = label;
	return (int)l->n;
}

/* A line of YAML as such heads have it: "key: value", or set in under one, or a list. */
static bool is_head_line(struct span line)
{
	size_t key = 0;

	if (!line.n || line.p[0] == ' ' || line.p[0] == '\t' || line.p[0] == '-' || line.p[0] == '#')
		return true;
	while (key < line.n && line.p[key] != ':' && line.p[key] != ' ')
		key++;
	return key > 0 && key < line.n && line.p[key] == ':' && (key + 1 == line.n || line.p[key + 1] == ' ');
}

static struct span unquoted(struct span s)
{
	if (s.n > 1 && (s.p[0] == '"' || s.p[0] == '\'') && s.p[s.n - 1] == s.p[0])
		return span_sub(s, 1, s.n - 1);
	return s;
}

size_t md_head(struct span text, struct span *title)
{
	struct span rest = text;

	*title = span_make(NULL, 0);
	for (int i = 0; i < HEAD_LINES && rest.n; i++) {
		struct span line = span_cut(&rest, '\n');

		if (span_ends(line, SPAN("\r")))
			line.n--;
		if (i == 0 && !span_is(line, "---"))
			break;
		if (i > 1 && (span_is(line, "---") || span_is(line, "...")))
			return (size_t)(rest.p - text.p);
		if (i > 0 && (!is_head_line(line) || span_is(line, "---")))
			break;
		if (span_starts(line, SPAN("title:")))
			*title = unquoted(span_trim(span_sub(line, 6, line.n)));
	}
	*title = span_make(NULL, 0);
	return 0;
}
