/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_CLEAN_TEXT_H
#define SVOD_CLEAN_TEXT_H

#include "doc.h"

/*
 * Appends the normalized text alone: a block a line, the cells of a table row in one line with tabs between them (an
 * empty cell is nothing between two tabs). Hidden and repeated blocks are left out.
 */
void clean_text(const struct doc *d, struct buf *out);

#endif
