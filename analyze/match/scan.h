/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_SCAN_H
#define SVOD_SCAN_H

#include <stdbool.h>
#include <stdint.h>

#include "span.h"

/*
 * One pass over valid UTF-8: the case-folded shadow of equal length (utf8_fold), and bit masks of where words, numbers
 * and signs begin: bit i % 64 of mask word i / 64 stands for byte i; each mask has n / 64 + 1 words, all of them
 * written. Letters are judged by their lead byte (charset.h). A sign is any other visible character.
 */
struct scan_out {
	char *folded; /* room for n bytes and SCAN_SLACK more */
	uint64_t *words, *digits, *signs;
};

enum { SCAN_SLACK = 64, SCAN_LIST_SLACK = 8 };

/* The same work by different instructions; all give the same bytes and bits. */
enum scan_path { SCAN_SCALAR, SCAN_SSE, SCAN_AVX2, SCAN_PATHS };

/* The fastest that this CPU has. */
enum scan_path scan_best(void);

/* False: nothing needs repair (scan_find_repair); true: something may. */
bool scan_text(enum scan_path path, struct span text, const struct scan_out *out);

/*
 * The first place at or after from where an ASCII letter touches a Cyrillic one (the offset of the first of the two) or
 * white space stands that is not a plain space; text.n if there is none.
 */
size_t scan_find_repair(enum scan_path path, struct span text, size_t from);

/*
 * The bits of mask words as offsets, bit 0 of the first word being `first`; returns how many. out: room for as many and
 * SCAN_LIST_SLACK more.
 */
size_t scan_list(enum scan_path path, const uint64_t *mask, size_t words, size_t first, unsigned *out);

#endif
