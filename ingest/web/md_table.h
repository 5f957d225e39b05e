/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_MD_TABLE_H
#define SVOD_MD_TABLE_H

#include "mem.h"
#include "span.h"

/*
 * Tables in HTML inside Markdown: what GFM's own tables cannot say (merged cells, lists in cells) converters write as
 * "<table> … </table>".
 */

/*
 * The first such table of s at or behind from: it begins a line (indented by three blanks at most) that stands in no
 * fenced code, and ends with the tag that closes it, tables inside counted. n = 0: there is none.
 */
struct span md_next_table(struct span s, size_t from);

/*
 * Markdown with an empty line before each GFM table that stands right behind a line of its paragraph: GitHub ends the
 * paragraph there, md4c reads on. One text for md4c: what a link refers to may stand behind any of the tables.
 */
struct md_parted {
	struct span text; /* in the arena; the source itself where no line was added */
	size_t *added;    /* where in it the added line ends stand, ascending; in the arena */
	size_t n, cap;
};
struct md_parted md_part_tables(struct span s, struct arena *a);

/* Where in s stands what stands at `at` of the text, both in bytes. */
size_t md_parted_source(const struct md_parted *p, size_t at);

#endif
