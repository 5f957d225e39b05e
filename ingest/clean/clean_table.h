/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_CLEAN_TABLE_H
#define SVOD_CLEAN_TABLE_H

#include "clean_layout.h"
#include "clean_p.h"

/*
 * Tables that another program wrote out as text. If one begins at line k, appends its blocks (cells; headings of
 * sections between its parts) to the document and returns the line behind it; else returns k.
 *
 * A cell a line: each cell begins with a tab, lines without one continue it, an empty cell is a lone tab. How many
 * columns there are says the row of headings; rows are then counted off.
 * A row a line: cells with tabs between them, the same number in each of several lines; below a row of headings rows
 * may be shorter, and lines without tabs between them are headings of sections.
 */
size_t table_read(struct clean *c, const struct layout *ls, size_t k);

/* Do rows with tabs between their cells begin at line k? Then a paragraph before them ends, whatever its last sign. */
bool table_rows_begin(const struct clean *c, const struct layout *ls, size_t k);

#endif
