/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_VIEW_H
#define SVOD_VIEW_H

#include <stdint.h>

#include "buf.h"

/*
 * What rules see of a text: as printed, with white space made plain and look-alike letters of the wrong alphabet put
 * right (cased), and the same folded (lower case, ё = е). The two have equal length. Zero-initialized it is valid and
 * empty. Where a repair changed the length (a Latin letter has one byte, its Cyrillic twin two), shifts map offsets;
 * usually there are none.
 */
struct shift {
	size_t view, text; /* from here on, until the next shift, offsets differ by text - view */
};

struct repair {
	size_t start, end; /* the word, in the text */
};

struct view {
	struct span cased, folded;
	/* Bit i: a word, a number, a sign begins at byte i. Words also begin between digit and letter. */
	uint64_t *words, *digits, *signs;
	struct shift *shifts;
	size_t n_shifts, cap_shifts;
	struct repair *repairs;
	size_t n_repairs, cap_repairs;
	struct buf rewritten, shadow; /* cased where it was repaired; folded */
	size_t cap_masks;
};

/* Makes the view of text (valid UTF-8), reusing the memory of the last one; cased may borrow text. */
void view_make(struct view *v, struct span text);
/* Frees its memory; the view is empty and may be used again. */
void view_free(struct view *v);

/* Offsets of the view as offsets of the text, and back. On character boundaries. */
size_t view_to_text(const struct view *v, size_t at);
/* The other way. */
size_t view_from_text(const struct view *v, size_t at);

#endif
