/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The scan with vectors of 16 bytes (SSSE3: every x86-64 CPU since 2006). */
#include "scan_p.h"

#if defined(__x86_64__)
#include <immintrin.h>
#include <string.h>

#define WIDTH 16
#define TARGET __attribute__((target("ssse3")))
#define TEXT scan_text_sse
#define CLEAN scan_clean_sse
#define LIST scan_list_sse

typedef uint8_t vec __attribute__((vector_size(WIDTH)));
typedef uint16_t vec_of_16 __attribute__((vector_size(WIDTH)));
typedef uint8_t vec_anywhere __attribute__((vector_size(WIDTH), aligned(1), may_alias));
typedef vec flags;

#define equal(v, w) ((flags)((v) == (w)))
#define at_most(v, w) ((flags)((v) <= (w)))
#define keep(f, v) ((f) & (v))
/* The bytes that have one of these bits; what is added carries into the highest. */
#define bits_with(v, mask) bits(((v)&all(mask)) + all(127))
#define bits(f) ((uint64_t)(uint32_t)_mm_movemask_epi8((__m128i)(f)))
#define lookup(table, v) ((vec)_mm_shuffle_epi8(_mm_loadu_si128((const __m128i *)(table)), (__m128i)(v)))
#define behind(last, v) ((vec)_mm_alignr_epi8((__m128i)(v), (__m128i)(last), 15))
#include "scan_vector_p.h"

#else

bool scan_text_sse(struct span text, const struct scan_out *out)
{
	return scan_text_scalar(text, out);
}

size_t scan_clean_sse(struct span text, size_t from)
{
	(void)text;
	return from;
}

size_t scan_list_sse(const uint64_t *mask, size_t words, size_t first, unsigned *out)
{
	return scan_list_bits(mask, words, first, out);
}

#endif
