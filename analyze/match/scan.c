/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Word starts and the folded shadow, byte by byte: the reference for the vectorized forms. */
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

static bool is_ascii_letter(unsigned char b)
{
	return (unsigned char)((b | 0x20) - 'a') < 26;
}

static bool is_cyrillic_lead(unsigned char b)
{
	return b >= 0xD0 && b <= 0xD4;
}

static bool is_repair(struct span text, size_t i)
{
	const unsigned char *p = (const unsigned char *)text.p;

	if (scan_is_odd_space(text, i))
		return true;
	if (i + 1 < text.n && is_ascii_letter(p[i]) && is_cyrillic_lead(p[i + 1]))
		return true;
	return i + 2 < text.n && is_cyrillic_lead(p[i]) && is_ascii_letter(p[i + 2]);
}

bool scan_text_scalar(struct span text, const struct scan_out *out)
{
	enum byte_class last = OTHER, now;
	bool odd = false;

	for (size_t w = 0; w <= text.n / 64; w++)
		out->words[w] = out->digits[w] = out->signs[w] = 0;
	for (size_t i = 0; i < text.n; i++) {
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
	utf8_fold(text, out->folded);
	for (size_t i = 0; i < text.n && !odd; i++)
		odd = is_repair(text, i);
	return odd;
}

void scan_fold_char(struct span text, size_t at, char *folded)
{
	size_t next = at;

	utf8_next(text, &next);
	utf8_fold(span_sub(text, at, next), folded + at);
}

enum scan_path scan_best(void)
{
#if defined(__x86_64__)
	if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("popcnt"))
		return SCAN_AVX2;
	if (__builtin_cpu_supports("ssse3"))
		return SCAN_SSE;
#endif
	return SCAN_SCALAR;
}

bool scan_text(enum scan_path path, struct span text, const struct scan_out *out)
{
	switch (path) {
	case SCAN_AVX2:
		return scan_text_avx2(text, out);
	case SCAN_SSE:
		return scan_text_sse(text, out);
	case SCAN_SCALAR:
	case SCAN_PATHS:
		break;
	}
	return scan_text_scalar(text, out);
}

/* From where on something may need repair. */
static size_t skip_clean(enum scan_path path, struct span text, size_t from)
{
	switch (path) {
	case SCAN_AVX2:
		return scan_clean_avx2(text, from);
	case SCAN_SSE:
		return scan_clean_sse(text, from);
	case SCAN_SCALAR:
	case SCAN_PATHS:
		break;
	}
	return from;
}

size_t scan_find_repair(enum scan_path path, struct span text, size_t from)
{
	for (from = skip_clean(path, text, from); from < text.n && !is_repair(text, from);)
		from++;
	return from;
}

size_t scan_list_bits(const uint64_t *mask, size_t words, size_t first, unsigned *out)
{
	size_t n = 0;

	for (size_t w = 0; w < words; w++)
		for (uint64_t left = mask[w]; left; left &= left - 1)
			out[n++] = (unsigned)(first + 64 * w) + (unsigned)__builtin_ctzll(left);
	return n;
}

size_t scan_list(enum scan_path path, const uint64_t *mask, size_t words, size_t first, unsigned *out)
{
	switch (path) {
	case SCAN_AVX2:
		return scan_list_avx2(mask, words, first, out);
	case SCAN_SSE:
		return scan_list_sse(mask, words, first, out);
	case SCAN_SCALAR:
	case SCAN_PATHS:
		break;
	}
	return scan_list_bits(mask, words, first, out);
}
