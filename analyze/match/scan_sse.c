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
#define bits(v) ((uint64_t)(uint32_t)_mm_movemask_epi8((__m128i)(v)))
#define TABLE(n8, n9, nA) _mm_setr_epi8(0, 0, 0, 0, 0, 0, 0, 0, n8, n9, nA, 0, 0, 0, 0, 0)
/* By the upper half of the byte: what is added to a tail behind D0, and to D0 before such a tail. */
#define by_nibble(table, v)                                                                                            \
	((vec)_mm_shuffle_epi8(table, _mm_and_si128(_mm_srli_epi16((__m128i)(v), 4), _mm_set1_epi8(15))))
#define lookup_tail(v) by_nibble(TABLE(0x10, 0x20, -0x20), v)
#define lookup_lead(v) by_nibble(TABLE(1, 0, 1), v)
#include "scan_vector_p.h"

#else

void scan_text_sse(struct span text, const struct scan_out *out)
{
	scan_tail(text, 0, (struct scan_carry){ 0 }, out);
}

size_t scan_clean_sse(struct span text, size_t from)
{
	(void)text;
	return from;
}

#endif
