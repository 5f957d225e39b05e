/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_CLEAN_LAYOUT_H
#define SVOD_CLEAN_LAYOUT_H

#include "doc.h"

/* The lines of a plain text as its author or another program broke them: what paragraphs and tables are found from. */
struct line {
	size_t start, end;    /* without white space around it; start == end: the cell of a table that is empty */
	size_t chars;         /* between start and end */
	size_t indent;        /* white space before it, in characters (a tab counts 8) */
	bool tab;             /* a tab stands before it: in flattened tables a cell begins */
	bool gap;             /* blank lines before it, or a page break */
	enum block_kind role; /* BLOCK_PARA; BLOCK_HEADER, BLOCK_FOOTER: stands beside the text */
	int64_t source;       /* line of the source file; 0: unknown */
};

struct layout {
	struct line *v; /* in the document's arena */
	size_t n, cap;
	size_t width; /* characters of a full line where the text is wrapped; 0: a line is a paragraph */
};

/* The lines of the document's text; block boundaries count as blank lines. */
struct layout layout_of(struct doc *d);

/* Is there no room in line k for the first word of line next, so that the break between them says nothing? */
bool layout_is_full(const struct doc *d, const struct layout *ls, size_t k, size_t next);

#endif
