/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_PACK_H
#define SVOD_PACK_H

#include "buf.h"
#include "doc.h"

/*
 * The packed columns of documents: map (provenance) and sentences. Provenance as JSON would be as long as the text;
 * packed, a line of a text file costs three or four bytes.
 *
 * Numbers are LEB128 varints (7 bits a byte, low first), signed ones zigzag-coded ((v << 1) ^ (v >> 63)).
 *
 * sentences: pairs (start - previous end, signed), (end - start).
 *
 * map: a run is a flag byte and what differs from the run's prediction, in this order:
 *   bits 0–1 kind (enum map_kind); bit 2 made; bit 3: t - (t + n of the run before + 1), signed; then always n
 *   MAP_BYTES  bit 4: at - (at + len before + 1), signed; bit 5: len - n, signed; bit 6: line - (line before + 1),
 *              signed; bit 7: path, a string
 *   MAP_PAGE   bit 4: page - page before, signed; bit 5: the box is four little-endian doubles, else four signed
 *              differences to the box before in hundredths of a point; bit 6: no box
 *   MAP_PART   bit 4: part, a string; bit 5: para - (para before + 1), signed; bit 6: table, row, col, each signed
 *              against the run before, else not in a table
 * A string is its number in the order of first use; a new one is followed by its length and bytes. The run before
 * the first is all zero with t + n + 1 = 0.
 */
void pack_map(const struct doc *d, struct buf *out);
void pack_sentences(const struct doc *d, struct buf *out);

/* The reverse, into the document's arrays (strings in its arena). False: the bytes are damaged (65). */
bool unpack_map(struct span blob, struct doc *d, struct err *e) MUST_USE;
bool unpack_sentences(struct span blob, struct doc *d, struct err *e) MUST_USE;

#endif
