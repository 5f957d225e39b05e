/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_CHARSET_H
#define SVOD_CHARSET_H

#include <stdbool.h>
#include <stddef.h>

#include "buf.h"
#include "mem.h"

/*
 * Sets of code points, and how they are written for a matcher that sees bytes. What counts as a word character is
 * decided by the lead byte alone, so that scanning, patterns and glue agree: ASCII letters, digits, '_', and every
 * character from U+00C0 to U+1FFF and U+3000 to U+D7FF (no punctuation of our languages lies there).
 */
struct range {
	unsigned lo, hi; /* inclusive */
};

struct charset {
	struct range *v;
	size_t n, cap;
};

/* Add code points (both ends inclusive), another set, or a class; ranges live in the arena, in any order. */
void charset_add(struct arena *a, struct charset *s, unsigned lo, unsigned hi);
/* All of more, which stays the caller's. */
void charset_add_set(struct arena *a, struct charset *s, const struct charset *more);
/* Word characters as defined above: letters, ASCII digits, '_'. */
void charset_add_word(struct arena *a, struct charset *s);
/* Letters as defined above, of any script. */
void charset_add_letters(struct arena *a, struct charset *s);
void charset_add_case(struct arena *a, struct charset *s, bool upper); /* letters of one case, Latin, Greek, Cyrillic */
/* The hyphen-minus, U+2010 to U+2015, the minus sign. */
void charset_add_dashes(struct arena *a, struct charset *s);
/* The straight double quote, « and », double ones of U+201C to U+201F. No apostrophes. */
void charset_add_quotes(struct arena *a, struct charset *s);
/* The straight one, single quotes U+2018 and U+2019, letters U+02B9 to U+02BC. */
void charset_add_apostrophes(struct arena *a, struct charset *s);

/* Sorts and joins ranges; every other function below needs that. */
void charset_settle(struct charset *s);
/* The set becomes all code points that were not in it. */
void charset_negate(struct arena *a, struct charset *s);
/* The code point is in the set. */
bool charset_has(const struct charset *s, unsigned c);
/* Number of code points, at most limit. */
size_t charset_count(const struct charset *s, size_t limit);

/* Replaces every letter by its folded form (lower case, ё → е). */
void charset_fold(struct arena *a, struct charset *s);
/* Adds the other case of every letter. */
void charset_both_cases(struct arena *a, struct charset *s);
/* Adds ё where there is е, Ё where there is Е. */
void charset_add_yo(struct arena *a, struct charset *s);

/* ё → е, Ё → Е. */
static inline unsigned charset_plain_e(unsigned c)
{
	return c == 0x451 ? 0x435 : c == 0x401 ? 0x415 : c;
}

/* Appends PCRE2 text that matches one character of the set: by bytes, or as a class of code points for UTF mode. */
void charset_emit_bytes(const struct charset *s, struct buf *out);
/* The same as a class of code points, for UTF mode. */
void charset_emit_utf(const struct charset *s, struct buf *out);

/* Pieces of PCRE2 text that several modules need; next: what may follow, one byte. */
#define BYTES_LEAD "\\xc3-\\xdf\\xe0\\xe1\\xe3-\\xed"
#define BYTES_NEXT_LETTER "[A-Za-z" BYTES_LEAD "]"
#define BYTES_NEXT_WORD "[0-9A-Za-z_" BYTES_LEAD "]"
#define UTF_LETTERS "A-Za-z\\x{c0}-\\x{1fff}\\x{3000}-\\x{d7ff}"

/* Is a character with this lead byte (or this ASCII character) a letter, as defined above? */
static inline bool byte_is_letter(unsigned char b)
{
	return (b | 0x20) >= 'a' && (b | 0x20) <= 'z' ? b < 0x80 : b >= 0xC3 && b <= 0xED && b != 0xE2;
}

#endif
