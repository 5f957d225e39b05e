/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_SCAN_H
#define SVOD_SCAN_H

#include <stdbool.h>
#include <stdint.h>

#include "span.h"

/*
 * One pass over valid UTF-8: the case-folded shadow of equal length, and bit masks of where words, numbers and signs
 * begin (bit i of word i / 64 stands for byte i; each mask has (n + 63) / 64 words, zeroed by the caller).
 * Letters are judged by their lead byte (charset.h). A sign is any other visible character.
 */
struct scan_out {
	char *folded; /* n bytes */
	uint64_t *words, *digits, *signs;
};

void scan_text(struct span text, const struct scan_out *out);

/* Does an ASCII letter touch a Cyrillic one somewhere, or is there white space that is not a plain space? */
bool scan_needs_repair(struct span text);

#endif
