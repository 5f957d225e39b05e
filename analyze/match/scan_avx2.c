/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The scan with vectors of 32 bytes. */
#include "scan_p.h"

#if defined(__x86_64__)
#include <immintrin.h>
#include <string.h>

#define WIDTH 32
#define TARGET __attribute__((target("avx2")))
#define TEXT scan_text_avx2
#define CLEAN scan_clean_avx2
#define bits(v) ((uint64_t)(uint32_t)_mm256_movemask_epi8((__m256i)(v)))
#define TABLE(n8, n9, nA)                                                                                              \
	_mm256_setr_epi8(0, 0, 0, 0, 0, 0, 0, 0, n8, n9, nA, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, n8, n9, nA, 0, 0,  \
			 0, 0, 0)
/* By the upper half of the byte: what is added to a tail behind D0, and to D0 before such a tail. */
#define by_nibble(table, v)                                                                                            \
	((vec)_mm256_shuffle_epi8(table, _mm256_and_si256(_mm256_srli_epi16((__m256i)(v), 4), _mm256_set1_epi8(15))))
#define lookup_tail(v) by_nibble(TABLE(0x10, 0x20, -0x20), v)
#define lookup_lead(v) by_nibble(TABLE(1, 0, 1), v)
#include "scan_vector_p.h"

#else

void scan_text_avx2(struct span text, const struct scan_out *out)
{
	scan_tail(text, 0, (struct scan_carry){ 0 }, out);
}

size_t scan_clean_avx2(struct span text, size_t from)
{
	(void)text;
	return from;
}

#endif
