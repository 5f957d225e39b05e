/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_PDF_ORDER_H
#define SVOD_PDF_ORDER_H

#include "pdf_text.h"

/*
 * Reading order of a page: rivers of white space cut it into columns and what stands above and below them, again and
 * again; what cannot be cut is read row by row. Appends the lines to t, with page number page (1…). Words that are
 * placeholders of tables come out by a call of put_table(ctx, table index).
 */
void pdf_order_page(struct pdf_text *t, const struct page_words *w, int page, void (*put_table)(void *ctx, int table),
		    void *ctx);

/* Makes one line of those words, which it sorts from left to right, and appends it to t. Used for cells too. */
struct line *pdf_line_add(struct pdf_text *t, const struct page_words *w, size_t *words, size_t n, int page);

/*
 * Makes lines of the words of the n that are written in another direction (word.turn), as one reads them with the head
 * bent: headings on the side of a table, stamps at its margin. Appends them to t; returns how many.
 */
size_t pdf_turned_lines(struct pdf_text *t, const struct page_words *w, const size_t *words, size_t n, int page);

/*
 * Groups words into rows: sorts the n indices in words by row, top to bottom, and writes where each row begins into
 * starts (room for n + 1; the last is n). Returns the number of rows.
 */
size_t pdf_rows(const struct page_words *w, size_t *words, size_t n, size_t *starts);

/* Do the words read as a column of prose: wide enough, and most rows reach well towards its right edge? Sorts them. */
bool pdf_is_prose(const struct page_words *w, size_t *words, size_t n);

/*
 * Is the page set in columns of prose? The river between two of them, over most rows: its x, and from where to where it
 * reaches. Sorts the words.
 */
bool pdf_prose_river(const struct page_words *w, size_t *words, size_t n, double *x, double *y0, double *y1);

#endif
