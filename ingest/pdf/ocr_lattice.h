/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_OCR_LATTICE_H
#define SVOD_OCR_LATTICE_H

#include "buf.h"

/* Does the language have this small-letter word? knows may be NULL: no dictionary. */
struct ocr_oracle {
	bool (*knows)(void *ctx, struct span word);
	void *ctx;
};

/*
 * Readings of one word: small Russian letters, two bytes each, all equally long. A word is allowed by them where each
 * of its letters is that of some reading; one may be taken for its double (д for л).
 */
struct ocr_readings {
	const struct span *v;
	size_t n;
};

/*
 * How far a word is from what they allow: nothing for a letter that one of them has, 1 for a double, 3 for another one,
 * which may not be of the last two (endings differ in no more). A large number: it is none of theirs.
 */
int ocr_lattice_cost(const struct ocr_readings *r, struct span word);

/*
 * The one word of the dictionary that they allow, into out. False: no word, more than one, more than 40 letters, or too
 * many words to look up; out is then empty.
 */
bool ocr_lattice_word(const struct ocr_readings *r, const struct ocr_oracle *o, struct buf *out);

#endif
