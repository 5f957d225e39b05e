/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_HTML_H
#define SVOD_HTML_H

#include "flow.h"
#include "lines.h"

/* HTML in memory, and how places in it are named in the map. */
struct html_source {
	struct span text;    /* UTF-8 */
	size_t base;         /* where text begins in the text that lines knows */
	struct lines *lines; /* bytes and lines of the file; or NULL: … */
	struct span part;    /* … the name of the part inside a package (EPUB) */
};

/*
 * Appends the text of an HTML document to the flow: paragraphs, headings, lists with marks, tables. Scripts, styles,
 * forms, menus and what is not displayed are left out; page headers and footers become hidden blocks. The title is
 * appended to title where that is not NULL. Damaged HTML gives what browsers would show of it.
 */
void html_read(struct flow *f, const struct html_source *s, struct buf *title);

#endif
