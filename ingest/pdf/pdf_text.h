/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_PDF_TEXT_H
#define SVOD_PDF_TEXT_H

#include "mem.h"
#include "pdf_words.h"

/*
 * A paginated document on its way from words to blocks: its lines in reading order and its table cells. Born digital
 * and recognized pages look the same here. Everything lives in the arena.
 */
enum line_role { LINE_BODY, LINE_HEADER, LINE_FOOTER, LINE_NOTE };

struct line {
	struct span text;
	struct box box;     /* points from the top left of the page as shown */
	double size;        /* font size of most of it, points */
	double left, right; /* margins of the column that it stands in */
	double first;       /* width of its first word */
	double space;       /* a usual gap between words in it */
	int page;           /* 1… */
	int column;         /* running number of its column in the document */
	int cell;           /* index in cells, -1: running text */
	int conf;           /* OCR, mean over its words; 0: born digital */
	bool bold;          /* all of it */
	enum line_role role;
};

struct cell {
	int table; /* 1… in the document */
	int row, col, rowspan, colspan;
	bool head;
	double x0, x1; /* its extent across the page, points */
};

/* A table of one page; pdf_tables_join makes one of those that go on over pages. */
struct table {
	int page, rows;
	double *xs; /* column borders, points */
	int n_xs;
	size_t line0, line1; /* its lines: [line0, line1) */
	size_t cell0, cell1; /* its cells, row by row */
};

/* A line of the outline: what its title says without white space and case, as a hash. */
struct outline {
	unsigned long long hash;
	int level;
};

struct pdf_text {
	struct arena arena;
	struct line *lines;
	size_t n, cap;
	struct cell *cells;
	size_t n_cells, cap_cells;
	struct outline *outline;
	size_t n_outline, cap_outline;
	struct table *tables;
	size_t n_tables, cap_tables;
	int pages, columns; /* columns: how many were numbered so far */
	struct box *sheets; /* size of each page when its text is upright */
	int *turns;         /* quarter turns to the left that made it so: boxes are turned back by them */
};

/* Adds a line of the outline; void * for pdf_file_outline. */
void pdf_text_outline(void *text, int level, struct span title);

/* Adds what s says, without white space, dashes and case, to *hash (0 at first): equal for titles broken differently.
 */
void pdf_text_hash(unsigned long long *hash, struct span s);

void pdf_text_free(struct pdf_text *t);

#endif
