/* SPDX-License-Identifier: GPL-3.0-or-later */
/* UTF-8 by hand where it is a few comparisons; ICU for the properties of characters outside Latin and Cyrillic. */
#include "utf8.h"

#include <unicode/uchar.h>

size_t utf8_encode(unsigned c, char out[4])
{
	if (c > 0x10FFFF || (c >= 0xD800 && c < 0xE000))
		c = 0xFFFD;
	if (c < 0x80) {
		out[0] = (char)c;
		return 1;
	}
	if (c < 0x800) {
		out[0] = (char)(0xC0 | c >> 6);
		out[1] = (char)(0x80 | (c & 0x3F));
		return 2;
	}
	if (c < 0x10000) {
		out[0] = (char)(0xE0 | c >> 12);
		out[1] = (char)(0x80 | (c >> 6 & 0x3F));
		out[2] = (char)(0x80 | (c & 0x3F));
		return 3;
	}
	out[0] = (char)(0xF0 | c >> 18);
	out[1] = (char)(0x80 | (c >> 12 & 0x3F));
	out[2] = (char)(0x80 | (c >> 6 & 0x3F));
	out[3] = (char)(0x80 | (c & 0x3F));
	return 4;
}

static bool is_tail(unsigned char c)
{
	return (c & 0xC0) == 0x80;
}

/* Length of the well-formed sequence at p with n bytes left, 0 if there is none. */
static size_t sequence(const unsigned char *p, size_t n)
{
	if (p[0] < 0x80)
		return 1;
	if (p[0] >= 0xC2 && p[0] < 0xE0)
		return n >= 2 && is_tail(p[1]) ? 2 : 0;
	if (p[0] >= 0xE0 && p[0] < 0xF0) {
		if (n < 3 || !is_tail(p[1]) || !is_tail(p[2]))
			return 0;
		if ((p[0] == 0xE0 && p[1] < 0xA0) || (p[0] == 0xED && p[1] > 0x9F))
			return 0;
		return 3;
	}
	if (p[0] >= 0xF0 && p[0] < 0xF5) {
		if (n < 4 || !is_tail(p[1]) || !is_tail(p[2]) || !is_tail(p[3]))
			return 0;
		if ((p[0] == 0xF0 && p[1] < 0x90) || (p[0] == 0xF4 && p[1] > 0x8F))
			return 0;
		return 4;
	}
	return 0;
}

unsigned utf8_next_rare(struct span s, size_t *at)
{
	const unsigned char *p = (const unsigned char *)s.p + *at;
	size_t n;

	if (*at >= s.n)
		return 0;
	n = sequence(p, s.n - *at);
	if (n == 0) {
		*at += 1;
		return 0xFFFD;
	}
	*at += n;
	if (n == 3)
		return (p[0] & 0x0Fu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
	return (p[0] & 0x07u) << 18 | (p[1] & 0x3Fu) << 12 | (p[2] & 0x3Fu) << 6 | (p[3] & 0x3Fu);
}

unsigned utf8_prev(struct span s, size_t *at)
{
	size_t i = *at;
	size_t again;

	if (i == 0 || i > s.n)
		return 0;
	do
		i--;
	while (i > 0 && *at - i < 4 && is_tail((unsigned char)s.p[i]));
	*at = again = i;
	return utf8_next(s, &again);
}

struct span utf8_whole(struct span s)
{
	size_t at = s.n;

	utf8_prev(s, &at);
	if (s.n && sequence((const unsigned char *)s.p + at, s.n - at) == 0)
		s.n = at;
	return s;
}

size_t utf8_count(struct span s)
{
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++)
		n += !is_tail((unsigned char)s.p[i]);
	return n;
}

int utf8_lacks(struct span s, int width)
{
	size_t n = utf8_count(s);

	return n < (size_t)width ? width - (int)n : 0;
}

size_t utf8_offset(struct span s, size_t nth)
{
	size_t i = 0;

	for (; i < s.n; i++)
		if (!is_tail((unsigned char)s.p[i]) && nth-- == 0)
			break;
	return i;
}

bool utf8_is_letter(unsigned c)
{
	if (c < 0x80)
		return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
	if (c >= 0x400 && c < 0x482)
		return true;
	return u_isalpha((UChar32)c);
}

bool utf8_is_word(unsigned c)
{
	if (c < 0x80)
		return ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || (c >= '0' && c <= '9');
	if (c >= 0x400 && c < 0x482)
		return true;
	return u_isalnum((UChar32)c) || (U_GET_GC_MASK((UChar32)c) & (U_GC_M_MASK | U_GC_N_MASK));
}

bool utf8_is_one_of(unsigned c, const char *letters)
{
	struct span s = span_of(letters);
	size_t at = 0;

	while (at < s.n)
		if (utf8_next(s, &at) == c)
			return true;
	return false;
}

bool utf8_is_upper(unsigned c)
{
	if (c < 0x80)
		return c >= 'A' && c <= 'Z';
	if (c >= 0x400 && c < 0x460)
		return c < 0x430;
	return u_isupper((UChar32)c);
}

bool utf8_is_space(unsigned c)
{
	if (c < 0x80)
		return c == ' ' || (c >= '\t' && c <= '\r');
	return c == 0xFEFF || u_isUWhiteSpace((UChar32)c);
}

unsigned utf8_lower(unsigned c)
{
	if (c < 0x80)
		return c >= 'A' && c <= 'Z' ? c + 32 : c;
	if (c >= 0x410 && c < 0x430)
		return c + 32;
	if (c >= 0x400 && c < 0x410)
		return c + 80;
	if (c >= 0x430 && c < 0x460)
		return c;
	return (unsigned)u_tolower((UChar32)c);
}

unsigned utf8_upper(unsigned c)
{
	if (c < 0x80)
		return c >= 'a' && c <= 'z' ? c - 32 : c;
	if (c >= 0x430 && c < 0x450)
		return c - 32;
	if (c >= 0x450 && c < 0x460)
		return c - 80;
	return (unsigned)u_toupper((UChar32)c);
}

/*
 * ASCII, and the letters А to џ: U+0400 is D0 80. Returns how many bytes it folded of the n that are left; 0: the
 * character needs more than that.
 */
static size_t fold_plain(const unsigned char *p, size_t n, char *out)
{
	unsigned char b;

	if (p[0] < 0x80) {
		*out = (char)(p[0] >= 'A' && p[0] <= 'Z' ? p[0] + 32 : p[0]);
		return 1;
	}
	if ((p[0] != 0xD0 && p[0] != 0xD1) || n < 2 || !is_tail(p[1]))
		return 0;
	b = p[1];
	if (p[0] == 0xD1 && b >= 0xA0)
		return 0;
	out[0] = (char)p[0];
	out[1] = (char)b;
	if ((p[0] == 0xD0 && b == 0x81) || (p[0] == 0xD1 && b == 0x91)) { /* Ё, ё → е */
		out[0] = '\xD0';
		out[1] = '\xB5';
	} else if (p[0] == 0xD0 && b < 0x90) { /* Ђ → ђ */
		out[0] = '\xD1';
		out[1] = (char)(b + 0x10);
	} else if (p[0] == 0xD0 && b < 0xA0) { /* А → а */
		out[1] = (char)(b + 0x20);
	} else if (p[0] == 0xD0 && b < 0xB0) { /* Р → р */
		out[0] = '\xD1';
		out[1] = (char)(b - 0x20);
	}
	return 2;
}

void utf8_fold(struct span s, char *out)
{
	size_t at = 0;

	while (at < s.n) {
		size_t start = at, plain = fold_plain((const unsigned char *)s.p + at, s.n - at, out + at);
		unsigned c;
		char bytes[4];
		size_t n;

		if (plain) {
			at += plain;
			continue;
		}
		c = utf8_lower(utf8_next(s, &at));
		if (c == 0x451)
			c = 0x435;
		n = utf8_encode(c, bytes);
		if (n == at - start)
			memcpy(out + start, bytes, n);
		else
			memcpy(out + start, s.p + start, at - start);
	}
}
