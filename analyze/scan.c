/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Word starts and the folded shadow, byte by byte: the reference for the vectorized forms. */
#include "scan.h"

#include "charset.h"
#include "utf8.h"

enum byte_class { OTHER, LETTER, DIGIT, SPACE };

static enum byte_class class_of(unsigned char b)
{
	if (b == ' ' || b < 0x20)
		return SPACE;
	if (b >= '0' && b <= '9')
		return DIGIT;
	return byte_is_letter(b) ? LETTER : OTHER;
}

void scan_text(struct span text, const struct scan_out *out)
{
	enum byte_class last = OTHER, now;

	for (size_t i = 0; i < text.n; i++) {
		unsigned char b = (unsigned char)text.p[i];
		uint64_t bit = (uint64_t)1 << (i & 63);

		if ((b & 0xC0) == 0x80)
			continue;
		now = class_of(b);
		if (now == LETTER && last != LETTER && b != '_')
			out->words[i / 64] |= bit;
		else if (now == DIGIT && last != DIGIT)
			out->digits[i / 64] |= bit;
		else if (now == OTHER)
			out->signs[i / 64] |= bit;
		last = now;
	}
	utf8_fold(text, out->folded);
}

static bool is_ascii_letter(unsigned char b)
{
	return (unsigned char)((b | 0x20) - 'a') < 26;
}

/* Is there white space of several bytes, or a tab, at i? */
static bool is_odd_space(const unsigned char *p, size_t i, size_t n)
{
	if (p[i] == '\t')
		return true;
	if (p[i] == 0xC2)
		return i + 1 < n && p[i + 1] == 0xA0;
	if (i + 2 >= n || (p[i] != 0xE2 && p[i] != 0xE3))
		return false;
	if (p[i] == 0xE3)
		return p[i + 1] == 0x80 && p[i + 2] == 0x80;
	return (p[i + 1] == 0x80 && (p[i + 2] <= 0x8A || p[i + 2] == 0xAF)) || (p[i + 1] == 0x81 && p[i + 2] == 0x9F);
}

bool scan_needs_repair(struct span text)
{
	const unsigned char *p = (const unsigned char *)text.p;

	for (size_t i = 0; i < text.n; i++) {
		if (is_odd_space(p, i, text.n))
			return true;
		if (i > 0 && is_ascii_letter(p[i - 1]) && p[i] >= 0xD0 && p[i] <= 0xD4)
			return true;
		if (i > 1 && is_ascii_letter(p[i]) && p[i - 1] >= 0x80 && p[i - 2] >= 0xD0 && p[i - 2] <= 0xD4)
			return true;
	}
	return false;
}
