/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_UTF8_H
#define SVOD_UTF8_H

#include <stdbool.h>
#include <stddef.h>

#include "span.h"

/* Well-formed UTF-8 (Unicode 15.0, table 3-7)? Vectorized (simdjson). */
bool utf8_valid(struct span s);

/* utf8_next of what is neither ASCII nor two bytes long. */
unsigned utf8_next_rare(struct span s, size_t *at);

/*
 * The code point at s.p[*at], which moves behind it. The text must be valid, or else each bad byte comes back as
 * U+FFFD and *at moves by one. At the end of the text: 0 and *at unchanged.
 */
static inline unsigned utf8_next(struct span s, size_t *at)
{
	const unsigned char *p = (const unsigned char *)s.p + *at;

	if (*at < s.n && p[0] < 0x80) {
		++*at;
		return p[0];
	}
	if (*at + 1 < s.n && p[0] >= 0xC2 && p[0] < 0xE0 && (p[1] & 0xC0) == 0x80) { /* Cyrillic, nearly always */
		*at += 2;
		return (p[0] & 0x1Fu) << 6 | (p[1] & 0x3Fu);
	}
	return utf8_next_rare(s, at);
}

/* The code point that ends before *at, which moves to its start. At 0: returns 0. */
unsigned utf8_prev(struct span s, size_t *at);

/* s without a character that is cut off at its end. */
struct span utf8_whole(struct span s);

/* Writes c to out (room for 4 bytes); returns the length. What is no scalar value becomes U+FFFD. */
size_t utf8_encode(unsigned c, char out[4]);

/* The code point stands in letters. */
bool utf8_is_one_of(unsigned c, const char *letters);

/* Number of code points. */
size_t utf8_count(struct span s);

/* Spaces that s lacks to be width characters long, for %*s of printf, which counts bytes. */
int utf8_lacks(struct span s, int width);

/* Byte offset of code point number nth (0-based), at most s.n. */
size_t utf8_offset(struct span s, size_t nth);

/* Letter or digit or combining mark of any script (ICU's \p{L}\p{N}\p{M}), table-driven for Latin and Cyrillic. */
bool utf8_is_word(unsigned c);
/* A letter of any script (\p{L}). */
bool utf8_is_letter(unsigned c);
/* An upper-case letter (\p{Lu}). */
bool utf8_is_upper(unsigned c);
bool utf8_is_space(unsigned c); /* White_Space, and U+FEFF */

/* Simple lower case of one code point (ICU u_tolower, table-driven for Latin and Cyrillic). */
unsigned utf8_lower(unsigned c);
/* Simple upper case, likewise. */
unsigned utf8_upper(unsigned c);

/*
 * The case-folded shadow of s: the same number of bytes, so that offsets hold in both. Each code point is lower-cased
 * where its lower case has the same length in UTF-8, ё becomes е; U+00A0, U+2007, U+202F and other spaces keep their
 * bytes. out needs s.n bytes and may not overlap s.
 */
void utf8_fold(struct span s, char *out);

#endif
