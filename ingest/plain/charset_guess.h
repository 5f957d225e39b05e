/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_CHARSET_GUESS_H
#define SVOD_CHARSET_GUESS_H

#include <stddef.h>

#include "charset_tables.h"
#include "span.h"

/* How unlikely a text is, in bits: the sum over its characters beyond ASCII, and how many of them there are. */
struct guess_score {
	long bits, chars;
};

/* Scores code points as text in a language written in Cyrillic (or Latin with some accents). */
struct guess_score guess_score(const unsigned *c, size_t n);

enum { GUESS_SAMPLE = 16384 }; /* characters that are looked at */

/* The same for UTF-8. */
size_t guess_sample_utf8(struct span s, unsigned out[GUESS_SAMPLE]);

/* The table that makes the most likely text of bytes; *score gets its score. Never NULL. */
const struct charset_table *guess_table(struct span bytes, struct guess_score *score);

#endif
