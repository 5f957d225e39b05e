/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_OCR_RIVALS_H
#define SVOD_OCR_RIVALS_H

#include "ocr_lattice.h"
#include "pdf_words.h"

/* The pages of a batch, for words that were read surely elsewhere. */
struct ocr_known {
	const struct page_words *const *v;
	size_t n;
};

/*
 * Word i of w belongs to a line that was read several times (other: all its readings): what they agree on, into now.
 * The text that most of them have wins; of its letters those that make it a word of the document (known), or else, for
 * small letters and where o is not NULL, the only word of the dictionary that they allow (ocr_lattice.h). False: there
 * are no other readings of it, or nothing is to be changed.
 */
bool ocr_rivals_agree(const struct page_words *w, size_t i, const struct page_words *other,
		      const struct ocr_known *known, const struct ocr_oracle *o, struct buf *now) MUST_USE;

#endif
