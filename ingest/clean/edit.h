/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_EDIT_H
#define SVOD_EDIT_H

#include "doc.h"

/*
 * Changing the text of a document without losing where anything came from. A pass records replacements, edit_apply
 * carries them all out at once: text, blocks, sentences, notes and the map follow.
 *
 * The map stays exact: a run whose bytes are those of the source (n == len), or one source unit a character (len == k
 * times the characters, as in the 8-bit charsets and UTF-16), is split where the text changes; any other run
 * keeps its whole place for each of its parts. Neighbours that say the same are merged again.
 */
struct edit {
	size_t start, end; /* bytes of the text as it is before edit_apply */
	struct span with;  /* what stands there afterwards: a literal or in the document's arena */
	bool made;         /* made up by a repair: gets a map run of its own with made: true */
};

/* Zero-initialized it is valid and empty; free with edit_free. */
struct edits {
	struct edit *v;
	size_t n, cap;
	ptrdiff_t *shift; /* by how much the text behind edit i has moved; filled by edit_apply */
	size_t cap_shift;
};

/*
 * Records: bytes [start, end) become `with`, which comes from them (a join, a space, a composed letter). Parts that do
 * not change at both ends are left out. Edits may be recorded in any order; of two that overlap the earlier one in
 * the text wins.
 */
void edit_replace(struct edits *es, const struct doc *d, size_t start, size_t end, struct span with);

/* Records: bytes [start, end) are replaced by text that the source does not have. */
void edit_make(struct edits *es, size_t start, size_t end, struct span with);

static inline void edit_delete(struct edits *es, const struct doc *d, size_t start, size_t end)
{
	edit_replace(es, d, start, end, (struct span){ 0 });
}

/* Carries out and forgets all edits; returns whether there were any. The new text lives in the document's arena. */
bool edit_apply(struct edits *es, struct doc *d);

/*
 * Exchanges two neighbouring stretches at once: bytes [start, middle) and [middle, end). For what stands in the middle
 * of a sentence and belongs behind it (page numbers). Blocks are not moved: a pass that calls this makes them
 * afterwards. The text must be the document's own (edit_own_text), and no edits may be waiting.
 */
void edit_exchange(struct doc *d, size_t start, size_t middle, size_t end);

/* Copies the text into the arena, so that edit_exchange may change it in place. */
void edit_own_text(struct doc *d);

/*
 * Gives text that lies between two runs, but not the line feeds between blocks, to the run before it: the blank that a
 * line break between two runs has become. Where the source has bytes between the runs too, lengths keep step.
 */
void edit_close_gaps(struct doc *d);

/*
 * Merges neighbouring runs of the map until the map, as written, is smaller than the text; what comes from the same
 * line or page stays together longest. Does nothing where it is small enough already.
 */
void edit_shrink_map(struct doc *d);

void edit_free(struct edits *es);

#endif
