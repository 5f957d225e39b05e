/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_PDF_BLOCKS_H
#define SVOD_PDF_BLOCKS_H

#include "doc.h"
#include "pdf_text.h"

/*
 * Lines into blocks, and the blocks into the document: paragraphs (over columns and pages), headings, list items,
 * cells, footnotes, hidden furniture. A line of the page is a run of the map. Sets text, blocks and map of d.
 */
void pdf_blocks(const struct pdf_text *t, struct doc *d);

#endif
