/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_PDF_TABLE_H
#define SVOD_PDF_TABLE_H

#include "pdf_rules.h"
#include "pdf_text.h"

/* Could the page hold a table: do words start at the same x behind wide gaps, row for row? Cheap, and may be wrong. */
bool pdf_table_likely(const struct page_words *w);

/*
 * Takes the words inside a grid out of the reading order (word.table = -1) and puts a placeholder for it (index + 1) in
 * their place. False: the grid is a frame or a form around running text and was left alone.
 */
bool pdf_table_claim(struct page_words *w, const struct grid *g, int index);

/* Appends the table of that grid to t: its cells row by row and their lines. Words must have been claimed. */
void pdf_table_put(struct pdf_text *t, const struct page_words *w, const struct grid *g, int page);

#endif
