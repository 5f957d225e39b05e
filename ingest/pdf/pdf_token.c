/* SPDX-License-Identifier: GPL-3.0-or-later */
/* PDF's syntax: few kinds of tokens, everything else is made of them. */
#include "pdf_token.h"

#include <string.h>

enum { WHOLE_DIGITS = 15 }; /* more digits do not fit a double */

static bool is_space(char c)
{
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

static bool is_regular(char c)
{
	return !is_space(c) && !strchr("()<>[]{}/%", c);
}

static size_t skip_space(struct span s, size_t at)
{
	while (at < s.n && (is_space(s.p[at]) || s.p[at] == '%'))
		if (s.p[at++] == '%')
			while (at < s.n && s.p[at] != '\n' && s.p[at] != '\r')
				at++;
	return at;
}

/* Behind the string in parentheses that begins at; parentheses inside are balanced or escaped. */
static size_t string_end(struct span s, size_t at)
{
	for (int depth = 0; at < s.n; at++) {
		if (s.p[at] == '\\')
			at++;
		else if (s.p[at] == '(')
			depth++;
		else if (s.p[at] == ')' && --depth == 0)
			return at + 1;
	}
	return s.n;
}

static bool read_number(struct span s, double *out)
{
	double value = 0, unit = 1;
	size_t at = s.n && (s.p[0] == '-' || s.p[0] == '+'), digits = 0;
	bool point = false;
	for (; at < s.n; at++) {
		if (s.p[at] == '.' && !point) {
			point = true;
			continue;
		}
		if (s.p[at] < '0' || s.p[at] > '9')
			return false;
		if (++digits > WHOLE_DIGITS)
			continue;
		value = value * 10 + (s.p[at] - '0');
		unit *= point ? 10 : 1;
	}
	*out = (s.p[0] == '-' ? -value : value) / unit;
	return digits > 0;
}

static struct token take(struct span s, size_t from, size_t to, enum token_kind kind)
{
	return (struct token){ .kind = kind, .text = span_sub(s, from, to) };
}

/* What begins with a bracket: two of them are a dictionary, one angle alone a string of hexadecimal digits. */
static struct token take_bracket(struct span s, size_t *at)
{
	size_t from = *at;
	char c = s.p[from];
	bool twice = from + 1 < s.n && s.p[from + 1] == c;
	if (c == '<' && !twice) {
		while (*at < s.n && s.p[*at] != '>')
			++*at;
		*at += *at < s.n;
		return take(s, from, *at, TOKEN_STRING);
	}
	*at += (c == '<' || c == '>') && twice ? 2 : 1;
	return take(s, from, *at,
		    c == '<'   ? TOKEN_DICT
		    : c == '>' ? TOKEN_DICT_END
		    : c == '[' ? TOKEN_ARRAY
		    : c == ']' ? TOKEN_ARRAY_END
			       : TOKEN_WORD);
}

struct token token_next(struct span s, size_t *at)
{
	size_t from = *at = skip_space(s, *at);
	struct token t;
	if (from >= s.n)
		return (struct token){ 0 };
	if (s.p[from] == '(') {
		*at = string_end(s, from);
		return take(s, from, *at, TOKEN_STRING);
	}
	if (s.p[from] != '/' && !is_regular(s.p[from]))
		return take_bracket(s, at);
	++*at;
	while (*at < s.n && is_regular(s.p[*at]))
		++*at;
	if (s.p[from] == '/')
		return take(s, from + 1, *at, TOKEN_NAME);
	t = take(s, from, *at, TOKEN_WORD);
	if (read_number(t.text, &t.number))
		t.kind = TOKEN_NUMBER;
	return t;
}

/* Behind "0 R" where the number before was that of a reference; at where not. */
static size_t reference_end(struct span s, size_t at)
{
	size_t end = at;
	if (token_next(s, &end).kind != TOKEN_NUMBER)
		return at;
	struct token r = token_next(s, &end);
	return r.kind == TOKEN_WORD && span_is(r.text, "R") ? end : at;
}

struct span value_next(struct span s, size_t *at)
{
	size_t from = skip_space(s, *at);
	*at = from;
	struct token t = token_next(s, at);
	if (t.kind == TOKEN_NUMBER)
		*at = reference_end(s, *at);
	for (int depth = t.kind == TOKEN_DICT || t.kind == TOKEN_ARRAY; depth > 0;) {
		t = token_next(s, at);
		depth += (t.kind == TOKEN_DICT || t.kind == TOKEN_ARRAY) -
			 (t.kind == TOKEN_DICT_END || t.kind == TOKEN_ARRAY_END);
		if (t.kind == TOKEN_END)
			return (struct span){ NULL, 0 };
	}
	return span_sub(s, from, *at);
}

struct span value_of_key(struct span dict, const char *key)
{
	size_t at = 0;
	if (token_next(dict, &at).kind != TOKEN_DICT)
		return (struct span){ NULL, 0 };
	for (;;) {
		struct token name = token_next(dict, &at);
		if (name.kind != TOKEN_NAME)
			return (struct span){ NULL, 0 };
		struct span value = value_next(dict, &at);
		if (span_is(name.text, key) || value.n == 0)
			return value;
	}
}

bool value_number(struct span value, double *out)
{
	size_t at = 0;
	struct token t = token_next(value, &at);
	*out = t.number;
	return t.kind == TOKEN_NUMBER && at == value.n;
}

bool value_reference(struct span value, size_t *object)
{
	size_t at = 0;
	struct token t = token_next(value, &at);
	if (t.kind != TOKEN_NUMBER || t.number < 0 || t.number > 1e8 || reference_end(value, at) != value.n ||
	    at == value.n)
		return false;
	*object = (size_t)t.number;
	return true;
}
