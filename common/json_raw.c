/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Most of a line of the stream is passed on as it came; finding where a member ends is cheaper than writing it again.
 */
#include "json_raw.h"

#include <string.h>

static size_t skip_space(struct span s, size_t at)
{
	while (at < s.n && (unsigned char)s.p[at] <= ' ')
		at++;
	return at;
}

/* at: the opening quote; the result is behind the closing one. */
static size_t skip_string(struct span s, size_t at)
{
	size_t start = ++at;

	while (at < s.n) {
		const char *quote = memchr(s.p + at, '"', s.n - at);
		size_t before;

		if (!quote)
			return s.n;
		at = (size_t)(quote - s.p);
		for (before = at; before > start && s.p[before - 1] == '\\';)
			before--;
		at++;
		if ((at - 1 - before) % 2 == 0)
			return at;
	}
	return s.n;
}

/* at: the opening bracket; the result is behind the one that closes it. */
static size_t skip_brackets(struct span s, size_t at)
{
	enum { PLAIN, OPEN, CLOSE, QUOTE };
	static const unsigned char kinds[256] = {
		['['] = OPEN, ['{'] = OPEN, [']'] = CLOSE, ['}'] = CLOSE, ['"'] = QUOTE
	};
	size_t depth = 0;

	while (at < s.n) {
		unsigned char kind = kinds[(unsigned char)s.p[at]];

		if (kind == QUOTE) {
			at = skip_string(s, at);
			continue;
		}
		at++;
		if (kind == OPEN)
			depth++;
		else if (kind == CLOSE && --depth == 0)
			return at;
	}
	return s.n;
}

static size_t skip_value(struct span s, size_t at)
{
	if (at >= s.n)
		return s.n;
	if (s.p[at] == '"')
		return skip_string(s, at);
	if (s.p[at] == '[' || s.p[at] == '{')
		return skip_brackets(s, at);
	while (at < s.n && s.p[at] != ',' && s.p[at] != '}' && (unsigned char)s.p[at] > ' ')
		at++;
	return at;
}

bool json_raw_next(struct json_raw *r, struct span *key, struct span *value)
{
	size_t at = skip_space(r->s, r->at), end;

	if (at < r->s.n && (r->s.p[at] == '{' || r->s.p[at] == ','))
		at = skip_space(r->s, at + 1);
	if (at >= r->s.n || r->s.p[at] != '"')
		return false;
	end = skip_string(r->s, at);
	*key = span_sub(r->s, at + 1, end - 1);
	at = skip_space(r->s, end);
	at = skip_space(r->s, at < r->s.n ? at + 1 : at); /* the colon */
	end = skip_value(r->s, at);
	*value = span_sub(r->s, at, end);
	r->at = end;
	return true;
}
