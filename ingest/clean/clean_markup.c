/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Markup that a conversion has left in the text: emphasis signs, HTML tags of inline style, Word's bookmarks. */
#include "clean_p.h"

static const char *const inline_tags[] = { "i",   "b",  "u", "s",    "em",   "strong", "sup",
					   "sub", "br", "p", "span", "font", "small",  "big" };

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/* The end of a tag of inline style at s.p[at] ('<'), or at. Angle brackets around anything else are text. */
static size_t tag_end(struct span s, size_t at)
{
	size_t i = at + 1, from, gt;
	char name[8] = { 0 };

	i += i < s.n && s.p[i] == '/';
	for (from = i; i < s.n && is_letter(s.p[i]); i++)
		if (i - from < sizeof name - 1)
			name[i - from] = (char)(s.p[i] | 0x20);
	gt = span_find_char(span_sub(s, 0, i + 200), '>', i);
	if (gt == SPAN_NONE || (s.p[i] != '>' && s.p[i] != ' ' && s.p[i] != '/'))
		return at;
	for (size_t k = 0; k < sizeof inline_tags / sizeof *inline_tags; k++)
		if (span_is(span_of(name), inline_tags[k]))
			return gt + 1;
	return at;
}

/* "[bookmark: NAME]", as text extracted from Word files has it. */
static size_t bookmark_end(struct span s, size_t at)
{
	struct span head = SPAN("[bookmark:");
	size_t close;

	if (!span_starts(span_sub(s, at, s.n), head))
		return at;
	close = span_find_char(span_sub(s, 0, at + 200), ']', at);
	return close == SPAN_NONE ? at : close + 1;
}

/* Does a byte of a word stand at `at`? Anything above ASCII is taken for one. */
static bool is_word(struct span s, size_t at)
{
	return at < s.n && (is_letter(s.p[at]) || (unsigned char)s.p[at] >= 0x80);
}

/* Two or three asterisks, or two underscores, at the edge of a word; a row of them is a line and stays. */
static size_t emphasis_end(struct span s, size_t at)
{
	size_t i = at;

	while (i < s.n && s.p[i] == s.p[at])
		i++;
	if (i - at < 2 || i - at > 3 || (s.p[at] == '_' && i - at > 2))
		return at;
	return s.p[at] == '*' || is_word(s, at - 1) != is_word(s, i) ? i : at;
}

static bool is_break(struct span tag)
{
	return span_starts(tag, SPAN("<br")) || span_starts(tag, SPAN("<BR")) || span_starts(tag, SPAN("</p"));
}

static size_t markup_end(struct span s, size_t i)
{
	switch (s.p[i]) {
	case '<':
		return tag_end(s, i);
	case '[':
		return bookmark_end(s, i);
	default:
		return emphasis_end(s, i);
	}
}

void clean_markup(struct clean *c)
{
	struct span s = c->d->text;

	for (size_t i = 0, end; (i = bytes_next(&c->bytes, BYTES_MARKUP, s, i)) < s.n; i = end) {
		end = markup_end(s, i);
		if (end > i)
			edit_replace(&c->edits, c->d, i, end, is_break(span_sub(s, i, end)) ? SPAN("\n") : SPAN(""));
		else
			for (end = i + 1; end < s.n && s.p[end] == s.p[i] && s.p[i] == '_';)
				end++;
	}
}
