/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_SCAN_P_H
#define SVOD_SCAN_P_H

#include "scan.h"

/* As scan_text: the forms that scan.c chooses from. Without the instructions (other CPUs) they are the scalar one. */
bool scan_text_scalar(struct span text, const struct scan_out *out);
/* With SSSE3. */
bool scan_text_sse(struct span text, const struct scan_out *out);
/* With AVX2. */
bool scan_text_avx2(struct span text, const struct scan_out *out);

/* From where on something may need repair: never behind the first such place at or after from. */
size_t scan_clean_sse(struct span text, size_t from);
/* The same with AVX2. */
size_t scan_clean_avx2(struct span text, size_t from);

/* As scan_list. */
size_t scan_list_sse(const uint64_t *mask, size_t words, size_t first, unsigned *out);
/* The same with AVX2. */
size_t scan_list_avx2(const uint64_t *mask, size_t words, size_t first, unsigned *out);
/* The same bit by bit, on any CPU. */
size_t scan_list_bits(const uint64_t *mask, size_t words, size_t first, unsigned *out);

/* What the pass carries from one piece of the text to the next; words, so that no store is waited for. */
struct scan_carry {
	uint64_t letter, digit; /* the last character was one */
	uint64_t latin;         /* the last byte is such a letter */
	uint64_t cyrillic;      /* bits 1, 0: the last two bytes are lead bytes of Cyrillic */
	uint64_t odd;           /* something may need repair */
	uint64_t pair;          /* the last byte is the first of Ё or of a letter in a pair */
	uint64_t rare;          /* so many bytes before the end begins a rare letter; 0: none, or it ends there too */
};

/* Folds the one character at `at`. */
void scan_fold_char(struct span text, size_t at, char *folded);

/* Does the character there need repair by itself, as white space that is no plain space? */
static inline bool scan_is_odd_space(struct span text, size_t at)
{
	const unsigned char *p = (const unsigned char *)text.p;
	size_t n = text.n;

	if (p[at] == '\t')
		return true;
	if (p[at] == 0xC2)
		return at + 1 < n && p[at + 1] == 0xA0;
	if (at + 2 >= n || (p[at] != 0xE2 && p[at] != 0xE3))
		return false;
	if (p[at] == 0xE3)
		return p[at + 1] == 0x80 && p[at + 2] == 0x80;
	return (p[at + 1] == 0x80 && (p[at + 2] <= 0x8A || p[at + 2] == 0xAF)) ||
	       (p[at + 1] == 0x81 && p[at + 2] == 0x9F);
}

/* A dash, a quote, №: the signs of our texts whose lead byte begins letters too. */
static inline bool scan_is_plain_sign(struct span text, size_t at)
{
	const unsigned char *p = (const unsigned char *)text.p + at;

	return at + 2 < text.n && p[0] == 0xE2 && (p[1] == 0x80 || (p[1] == 0x84 && p[2] == 0x96));
}

#endif
