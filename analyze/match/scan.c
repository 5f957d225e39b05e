/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Word starts and the folded shadow, byte by byte: the reference for the vectorized forms, and their last bytes. */
#include "scan.h"

#include "charset.h"
#include "scan_p.h"
#include "utf8.h"

enum byte_class { OTHER, LETTER, DIGIT, SPACE };

static enum byte_class class_of(unsigned char b)
{
	if (b <= ' ')
		return SPACE;
	if (b >= '0' && b <= '9')
		return DIGIT;
	return byte_is_letter(b) ? LETTER : OTHER;
}

void scan_tail(struct span text, size_t from, struct scan_carry carry, const struct scan_out *out)
{
	enum byte_class last = carry.letter ? LETTER : carry.digit ? DIGIT : OTHER, now;

	for (size_t w = from / 64; w <= text.n / 64; w++) {
		out->words[w] = out->digits[w] = out->signs[w] =
			0; /* before from only the end of a character lies in it */
	}
	for (size_t i = from; i < text.n; i++) {
		unsigned char b = (unsigned char)text.p[i];
		uint64_t bit = (uint64_t)1 << (i & 63);

		if ((b & 0xC0) == 0x80)
			continue;
		now = class_of(b);
		if (now == LETTER && last != LETTER)
			out->words[i / 64] |= bit;
		else if (now == DIGIT && last != DIGIT)
			out->digits[i / 64] |= bit;
		else if (now == OTHER)
			out->signs[i / 64] |= bit;
		last = now;
	}
	if (from < text.n)
		utf8_fold(span_sub(text, from, text.n), out->folded + from);
}

void scan_fold_char(struct span text, size_t at, char *folded)
{
	size_t next = at;

	utf8_next(text, &next);
	utf8_fold(span_sub(text, at, next), folded + at);
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

static bool is_cyrillic_lead(unsigned char b)
{
	return b >= 0xD0 && b <= 0xD4;
}

static bool is_repair(struct span text, size_t i)
{
	const unsigned char *p = (const unsigned char *)text.p;

	if (is_odd_space(p, i, text.n))
		return true;
	if (i + 1 < text.n && is_ascii_letter(p[i]) && is_cyrillic_lead(p[i + 1]))
		return true;
	return i + 2 < text.n && is_cyrillic_lead(p[i]) && is_ascii_letter(p[i + 2]);
}

enum scan_path scan_best(void)
{
#if defined(__x86_64__)
	if (__builtin_cpu_supports("avx2"))
		return SCAN_AVX2;
	if (__builtin_cpu_supports("ssse3"))
		return SCAN_SSE;
#endif
	return SCAN_SCALAR;
}

void scan_text(enum scan_path path, struct span text, const struct scan_out *out)
{
	if (path == SCAN_AVX2)
		scan_text_avx2(text, out);
	else if (path == SCAN_SSE)
		scan_text_sse(text, out);
	else
		scan_tail(text, 0, (struct scan_carry){ 0 }, out);
}

size_t scan_find_repair(enum scan_path path, struct span text, size_t from)
{
	if (path == SCAN_AVX2)
		from = scan_clean_avx2(text, from);
	else if (path == SCAN_SSE)
		from = scan_clean_sse(text, from);
	while (from < text.n && !is_repair(text, from))
		from++;
	return from;
}
