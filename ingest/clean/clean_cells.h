/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_CLEAN_CELLS_H
#define SVOD_CLEAN_CELLS_H

#include "clean_layout.h"
#include "clean_p.h"

/*
 * Plans copied out of another program cell by cell: each cell on a line of its own, or each between blank lines, and
 * nothing that says so. Known by a row of headings that begins with "№", and by rows that begin with 1, 2, 3 … alone.
 * If such a table begins at line k, appends its cells (and headings of sections between its rows) to the document and
 * returns the line behind it; else returns k.
 */
size_t cells_read(struct clean *c, const struct layout *ls, size_t k);

#endif
