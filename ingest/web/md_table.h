/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_MD_TABLE_H
#define SVOD_MD_TABLE_H

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
 * Where the first GFM table of s begins that stands right behind a line of its paragraph: GitHub ends the paragraph
 * there, md4c reads on. s.n: there is none.
 */
size_t md_table_in_paragraph(struct span s);

#endif
