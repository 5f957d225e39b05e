/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_SPAN_H
#define SVOD_SPAN_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

/*
 * A stretch of UTF-8 text: borrowed, passed by value, not NUL-terminated. Whoever made the bytes owns them; a
 * function that returns a span borrows from its argument unless it says otherwise. { NULL, 0 } is the empty span.
 */
struct span {
	const char *p;
	size_t n; /* bytes */
};

/* The span of a string literal, computed at compile time. */
#define SPAN(lit) ((struct span){ (lit), sizeof(lit) - 1 })

/* For printf("%.*s", SPAN_ARG(s)). */
#define SPAN_ARG(s) (int)(s).n, (s).p ? (s).p : ""

/* The span of a NUL-terminated string; NULL gives the empty span. */
static inline struct span span_of(const char *s)
{
	return (struct span){ s, s ? strlen(s) : 0 };
}

/* n bytes from p on, which are borrowed. */
static inline struct span span_make(const char *p, size_t n)
{
	return (struct span){ p, n };
}

/* Bytes [start, end) of s; both are clamped to s. */
static inline struct span span_sub(struct span s, size_t start, size_t end)
{
	if (end > s.n)
		end = s.n;
	if (start > end)
		start = end;
	return (struct span){ s.p ? s.p + start : NULL, end - start }; /* NULL + 0 is undefined in C */
}

/* The same bytes; all empty spans are equal. */
static inline bool span_eq(struct span a, struct span b)
{
	return a.n == b.n && (a.n == 0 || (a.p[a.n - 1] == b.p[a.n - 1] && memcmp(a.p, b.p, a.n) == 0));
}

/* a has the bytes of the NUL-terminated s. */
static inline bool span_is(struct span a, const char *s)
{
	return span_eq(a, span_of(s));
}

/* s begins with prefix; anything begins with the empty one. */
static inline bool span_starts(struct span s, struct span prefix)
{
	return s.n >= prefix.n &&
	       (prefix.n == 0 || (s.p[prefix.n - 1] == prefix.p[prefix.n - 1] && memcmp(s.p, prefix.p, prefix.n) == 0));
}

/* s ends with suffix; anything ends with the empty one. */
static inline bool span_ends(struct span s, struct span suffix)
{
	return s.n >= suffix.n && (suffix.n == 0 || (s.p[s.n - 1] == suffix.p[suffix.n - 1] &&
						     memcmp(s.p + s.n - suffix.n, suffix.p, suffix.n) == 0));
}

#define SPAN_NONE ((size_t)-1)

/* Byte order (memcmp, the shorter first): <0, 0, >0. */
int span_cmp(struct span a, struct span b);

/* Offset of the first occurrence of needle at or after from, or SPAN_NONE. */
size_t span_find(struct span s, struct span needle, size_t from);

/* Offset of the first byte c at or after from, or SPAN_NONE. */
size_t span_find_char(struct span s, char c, size_t from);

/* s without ASCII white space and U+00A0 at both ends. */
struct span span_trim(struct span s);

/*
 * Cuts the next field up to sep off *rest and returns it (without sep); *rest moves behind sep. At the end of the
 * text *rest becomes { NULL, 0 }: loop with `while (rest.p)`.
 */
struct span span_cut(struct span *rest, char sep);

/* An ASCII digit stands in s. */
bool span_has_digit(struct span s);

/* Decimal digits only, at most 18 of them: true and *out set; anything else, an empty span too: false. */
bool span_to_long(struct span s, long long *out);

/* What a hexadecimal digit stands for; -1: c is none. */
int hex_digit(char c);

/* The byte that two hexadecimal digits at s.p[at] stand for; -1: they do not stand there. */
int span_hex_byte(struct span s, size_t at);

/* FNV-1a, 64 bits (http://www.isthe.com/chongo/tech/comp/fnv/): for hash tables, never for identity. */
unsigned long long span_hash(struct span s);

#endif
