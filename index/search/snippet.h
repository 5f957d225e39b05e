/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_SNIPPET_H
#define SVOD_SNIPPET_H

#include "buf.h"
#include "span.h"

/*
 * Text of a hit as FTS5's highlight() gives it: MARK_ON and MARK_OFF (control characters, which no text of a database
 * holds) around every word that was found.
 */
#define MARK_ON '\001'
#define MARK_OFF '\002'

/* How marks look: on a terminal with colours, or [ ]. */
struct mark_style {
	const char *on, *off;
};
extern const struct mark_style mark_brackets, mark_colors;

/*
 * The stretch of at most letters code points that holds most of the marks, cut between words, with … where text was
 * left out; marks stay as they are. Appended to out.
 */
void snippet_cut(struct span marked, size_t letters, struct buf *out);

/* Appends s with marks in that style, newlines as " · " and other control characters as spaces. */
void snippet_paint(struct span s, const struct mark_style *style, struct buf *out);

/* The same, broken into lines of width columns that begin with indent spaces (the first line does not). */
void snippet_wrap(struct span s, const struct mark_style *style, size_t width, size_t indent, struct buf *out);

/* One stretch between marks, and where it stands in the text without marks (bytes). */
struct mark {
	size_t start, end;
};

/* Takes the marks out of s: the plain text is appended to plain, at most max marks go to marks; returns their number.
 */
size_t snippet_marks(struct span s, struct buf *plain, struct mark *marks, size_t max);

#endif
