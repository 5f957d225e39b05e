/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_OUT_H
#define SVOD_OUT_H

#include "doc.h"

/*
 * Builds a document's text with its blocks and its map, in order: open a block, add stretches of text each with its
 * place in the source, close it. Neighbouring stretches whose places follow each other become one run.
 */
struct out {
	struct doc *d;
	struct buf text;    /* so far; moved into the document's arena by out_finish */
	struct block *open; /* the block being built: change its fields until out_close; NULL: none */
	struct block block;
	bool tabs; /* tabs at the end of a block are text: the empty cell of a table written a cell a line */
	bool full; /* LIMIT_TEXT_BYTES was reached: further text is dropped, and a note says so */
};

void out_start(struct out *o, struct doc *d);

/* Closes the open block and opens one of that kind. The pointer is valid until out_close. */
struct block *out_open(struct out *o, enum block_kind kind);

/*
 * Appends s to the open block (opens a para if there is none). place gives kind and place of the run; t and n are
 * filled in. For MAP_BYTES the lengths follow the merge rule of out_same_place. s must be valid UTF-8.
 */
void out_text(struct out *o, struct span s, const struct map_run *place);

/* Appends s to the run that was added last, which then covers len more bytes of the source (a line break mostly). */
void out_extend(struct out *o, struct span s, int64_t len);

/*
 * Closes the open block: white space at its end goes, an empty block (and its runs) goes too. Blocks are separated by
 * one \n. Does nothing where none is open.
 */
void out_close(struct out *o);

/* Bytes of text in the open block. */
size_t out_block_bytes(const struct out *o);

/* Closes the block and gives text and has_text to the document; frees the buffer. */
void out_finish(struct out *o);

#endif
