/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The scan with vectors of 32 bytes. With 64 (AVX-512BW, comparisons as masks) it was 8 % slower: the clock goes down.
 */
#include "scan_p.h"

#if defined(__x86_64__)
#include <immintrin.h>
#include <string.h>

#define WIDTH 32
#define TARGET __attribute__((target("avx2,bmi,popcnt")))
#define TEXT scan_text_avx2
#define CLEAN scan_clean_avx2
#define LIST scan_list_avx2

typedef uint8_t vec __attribute__((vector_size(WIDTH)));
typedef uint16_t vec_of_16 __attribute__((vector_size(WIDTH)));
typedef uint8_t vec_anywhere __attribute__((vector_size(WIDTH), aligned(1), may_alias));
typedef vec flags;

#define equal(v, w) ((flags)((v) == (w)))
#define at_most(v, w) ((flags)((v) <= (w)))
#define keep(f, v) ((f) & (v))
/* The bytes that have one of these bits; what is added carries into the highest. */
#define bits_with(v, mask) bits(((v)&all(mask)) + all(127))
#define bits(f) ((uint64_t)(uint32_t)_mm256_movemask_epi8((__m256i)(f)))
#define lookup(table, v)                                                                                               \
	((vec)_mm256_shuffle_epi8(_mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)(table))), (__m256i)(v)))
#define behind(last, v)                                                                                                \
	((vec)_mm256_alignr_epi8((__m256i)(v), _mm256_permute2x128_si256((__m256i)(last), (__m256i)(v), 0x21), 15))
#include "scan_vector_p.h"

#else

bool scan_text_avx2(struct span text, const struct scan_out *out)
{
	return scan_text_scalar(text, out);
}

size_t scan_clean_avx2(struct span text, size_t from)
{
	(void)text;
	return from;
}

size_t scan_list_avx2(const uint64_t *mask, size_t words, size_t first, unsigned *out)
{
	return scan_list_bits(mask, words, first, out);
}

#endif
