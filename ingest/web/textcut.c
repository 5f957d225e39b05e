/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking text out of markup and putting it back: textcut.h says why. */
#include "textcut.h"

#include <stdint.h>
#include <stdlib.h>

#include "bisect.h"
#include "mem.h"
#include "utf8.h"

/* DEL and eight hexadecimal digits: no XML or HTML has the one, and it is a character to both. */
enum { SIGN = 0x7f, DIGITS = 8, PLACEHOLDER_BYTES = 1 + DIGITS, SHORTEST = 16 };

static void put_placeholder(struct textcut *c, struct span text)
{
	char digits[PLACEHOLDER_BYTES];

	digits[0] = SIGN;
	for (int i = 0; i < DIGITS; i++)
		digits[1 + i] = "0123456789abcdef"[c->n >> 4 * (DIGITS - 1 - i) & 15];
	MEM_ROOM(c->v, c->n, c->cap);
	c->v[c->n++] = (struct textcut_piece){ (size_t)(text.p - c->source.p), text.n, c->compact.n };
	buf_add(&c->compact, span_make(digits, sizeof digits));
}

/* Longer than its placeholder, more than ASCII, no entity, and no line break that the parser would have to count. */
static bool worth_cutting(struct span s, bool lines)
{
	if (s.n < SHORTEST || memchr(s.p, '&', s.n) || (!lines && memchr(s.p, '\n', s.n)))
		return false;
	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)s.p[i] >= 0x80)
			return true;
	return false;
}

/* Behind the first of these marks from at on; the end where there is none. */
static size_t behind(struct span s, size_t at, struct span mark)
{
	size_t found = span_find(s, mark, at);

	return found == SPAN_NONE ? s.n : found + mark.n;
}

/* The end of a tag with quotes: a > in a value does not close it. A quote that is never closed was none. */
static size_t quoted_tag_end(struct span s, size_t lt, size_t first)
{
	char quote = 0, before = 0;

	for (size_t i = lt; i < s.n; i++) {
		char c = s.p[i];

		if (quote)
			quote = c == quote ? 0 : quote;
		else if ((c == '"' || c == '\'') && before == '=')
			quote = c;
		else if (c == '>')
			return i + 1;
		before = strchr(" \t\r\n", c) ? before : c;
	}
	return first;
}

/* Does a value in double quotes end at the end of the tag, the > or /> left aside? It does not begin there: ="> */
static bool ends_in_value(const char *tag, size_t n)
{
	n -= n > 3 && tag[n - 2] == '/' ? 2 : 1;
	return n > 3 && tag[n - 1] == '"' && tag[n - 2] != '=';
}

static size_t tag_end(struct span s, size_t lt)
{
	const char *tag = s.p + lt, *gt = memchr(tag, '>', s.n - lt);
	size_t n = gt ? (size_t)(gt + 1 - tag) : s.n - lt;

	if (tag[1] == '/' || (!memchr(tag, '\'', n) && (ends_in_value(tag, n) || !memchr(tag, '"', n))))
		return lt + n;
	return quoted_tag_end(s, lt, lt + n);
}

/* Where the markup ends that the < at lt begins; 0: it is a sign of the text. */
static size_t markup_end(struct span s, size_t lt)
{
	struct span rest = span_sub(s, lt, s.n);
	unsigned char c = rest.n > 1 ? (unsigned char)rest.p[1] : 0;

	if (c == '!') {
		if (span_starts(rest, SPAN("<!--")))
			return behind(s, lt + 4, SPAN("-->"));
		if (span_starts(rest, SPAN("<![CDATA[")))
			return behind(s, lt, SPAN("]]>"));
		return behind(s, lt, SPAN(">"));
	}
	return c == '?' ? behind(s, lt, SPAN(">")) : c == '/' || c >= 'A' ? tag_end(s, lt) : 0;
}

/* The next < from at on that begins markup, whose end goes into *end. */
static size_t next_markup(struct span s, size_t at, size_t *end)
{
	const char *lt;

	while (at < s.n && (lt = memchr(s.p + at, '<', s.n - at))) {
		size_t i = (size_t)(lt - s.p);
		if ((*end = markup_end(s, i)))
			return i;
		at = i + 1;
	}
	return *end = s.n;
}

/* Word's <![if …]> is a comment to browsers, and text to libxml2: it becomes one as long. */
static void put_condition(struct textcut *c, size_t n)
{
	char *to;

	buf_room(&c->compact, n);
	to = c->compact.p + c->compact.n;
	memset(to, 'x', n);
	memcpy(to, "<!--", 4);
	memcpy(to + n - 3, "-->", 3);
	c->compact.n += n;
}

static bool is_condition(struct span markup)
{
	return markup.n >= 7 && span_starts(markup, SPAN("<!["));
}

void textcut_make(struct textcut *c, struct span source, bool html)
{
	size_t at = 0, end, done = 0; /* what lies before done is in compact */

	*c = (struct textcut){ .source = source };
	c->off = !source.n || memchr(source.p, SIGN, source.n) || !utf8_valid(source);
	if (c->off)
		return;
	buf_room(&c->compact, source.n + 16);
	for (; at < source.n; at = end) {
		size_t lt = next_markup(source, at, &end);
		struct span text = span_sub(source, at, lt), markup = span_sub(source, lt, end);

		if (at && end > lt && worth_cutting(text, html)) {
			buf_add(&c->compact, span_sub(source, done, at));
			put_placeholder(c, text);
			done = lt;
		}
		if (html && is_condition(markup)) {
			buf_add(&c->compact, span_sub(source, done, lt));
			put_condition(c, markup.n);
			done = end;
		}
	}
	buf_add(&c->compact, span_sub(source, done, source.n));
}

void textcut_free(struct textcut *c)
{
	buf_free(&c->compact);
	free(c->v);
	*c = (struct textcut){ 0 };
}

struct span textcut_span(const struct textcut *c)
{
	return c->off ? c->source : buf_span(&c->compact);
}

/* The number of the placeholder that s begins with; c->n: it begins with none. */
static size_t number_of(const struct textcut *c, struct span s)
{
	size_t n = 0;

	if (s.n < PLACEHOLDER_BYTES || s.p[0] != SIGN)
		return c->n;
	for (int i = 1; i <= DIGITS; i++)
		n = n << 4 | (size_t)(s.p[i] <= '9' ? s.p[i] - '0' : s.p[i] - 'a' + 10);
	return n < c->n ? n : c->n;
}

struct span textcut_restore(const struct textcut *c, struct span *text, size_t *at)
{
	struct span s = *text;
	size_t n = c->off ? c->n : number_of(c, s);
	const char *next;

	*at = SIZE_MAX;
	if (n < c->n) {
		*text = span_sub(s, PLACEHOLDER_BYTES, s.n);
		*at = c->v[n].at;
		return span_sub(c->source, c->v[n].at, c->v[n].at + c->v[n].n);
	}
	next = c->off || s.n <= PLACEHOLDER_BYTES ? NULL : memchr(s.p + 1, SIGN, s.n - 1);
	*text = next ? span_sub(s, (size_t)(next - s.p), s.n) : span_sub(s, s.n, s.n);
	return next ? span_sub(s, 0, (size_t)(next - s.p)) : s;
}

size_t textcut_origin(const struct textcut *c, size_t compact)
{
	size_t lo;
	const struct textcut_piece *p;

	if (c->off)
		return compact;
	BISECT(lo, c->n, c->v[lo].compact <= compact);
	if (!lo)
		return compact;
	p = &c->v[lo - 1];
	if (compact < p->compact + PLACEHOLDER_BYTES)
		return p->at;
	return p->at + p->n + (compact - p->compact - PLACEHOLDER_BYTES);
}
