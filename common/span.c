/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text slices: the few operations every stage needs and libc has only for NUL-terminated strings. */
#include "span.h"

int span_cmp(struct span a, struct span b)
{
	size_t n = a.n < b.n ? a.n : b.n;
	int c = n ? memcmp(a.p, b.p, n) : 0;

	return c ? c : (a.n > b.n) - (a.n < b.n);
}

size_t span_find(struct span s, struct span needle, size_t from)
{
	const char *hit;

	if (from > s.n || needle.n > s.n - from)
		return SPAN_NONE;
	if (needle.n == 0)
		return from;
	hit = memmem(s.p + from, s.n - from, needle.p, needle.n);
	return hit ? (size_t)(hit - s.p) : SPAN_NONE;
}

size_t span_find_char(struct span s, char c, size_t from)
{
	const char *hit;

	if (from >= s.n)
		return SPAN_NONE;
	hit = memchr(s.p + from, c, s.n - from);
	return hit ? (size_t)(hit - s.p) : SPAN_NONE;
}

static bool is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

struct span span_trim(struct span s)
{
	struct span nbsp = SPAN("\xC2\xA0");

	for (;;) {
		if (s.n && is_space(s.p[0]))
			s = span_sub(s, 1, s.n);
		else if (span_starts(s, nbsp))
			s = span_sub(s, 2, s.n);
		else
			break;
	}
	for (;;) {
		if (s.n && is_space(s.p[s.n - 1]))
			s.n--;
		else if (span_ends(s, nbsp))
			s.n -= 2;
		else
			return s;
	}
}

struct span span_cut(struct span *rest, char sep)
{
	size_t at = span_find_char(*rest, sep, 0);
	struct span field = *rest;

	if (at == SPAN_NONE) {
		*rest = (struct span){ NULL, 0 };
		return field;
	}
	field.n = at;
	*rest = span_sub(*rest, at + 1, rest->n);
	return field;
}

bool span_has_digit(struct span s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] >= '0' && s.p[i] <= '9')
			return true;
	return false;
}

bool span_to_long(struct span s, long long *out)
{
	long long v = 0;

	if (s.n == 0 || s.n > 18)
		return false;
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
		v = v * 10 + (s.p[i] - '0');
	}
	*out = v;
	return true;
}

int hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

int span_hex_byte(struct span s, size_t at)
{
	int high = at < s.n ? hex_digit(s.p[at]) : -1, low = at + 1 < s.n ? hex_digit(s.p[at + 1]) : -1;

	return high < 0 || low < 0 ? -1 : high * 16 + low;
}

unsigned long long span_hash(struct span s)
{
	unsigned long long h = 14695981039346656037ULL;

	for (size_t i = 0; i < s.n; i++)
		h = (h ^ (unsigned char)s.p[i]) * 1099511628211ULL;
	return h;
}
