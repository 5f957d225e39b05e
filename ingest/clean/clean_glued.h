/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_CLEAN_GLUED_H
#define SVOD_CLEAN_GLUED_H

#include "clean_p.h"

/*
 * Where the text behind a numbered heading begins that stands in one paragraph with it, as an offset of the
 * document's text; 0: the block is a heading alone, or none. "4. Охрана труда Усилия Союза будут сосредоточены …":
 * behind a full stop, or at a capital in mid-sentence from which on there is a verb and which is no name.
 */
size_t glued_body(struct clean *c, const struct block *b);

/* Cuts that are to be made, in the order of the blocks; in the document's arena. */
struct cut {
	size_t block, at;
};
struct cuts {
	struct cut *v;
	size_t n, cap;
};

/* Block i is to be cut in two at that offset (a blank stands before it): the rest becomes a paragraph. */
void glued_cut(struct clean *c, struct cuts *cuts, size_t i, size_t at);

/* Makes all of them at once. */
void glued_finish(struct clean *c, const struct cuts *cuts);

/* Gives the heading in block i its last word, where that stands alone with a full stop at the start of the next
 * paragraph. */
void glued_take_rest(struct clean *c, size_t i);

#endif
