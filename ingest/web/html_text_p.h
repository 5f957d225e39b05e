/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_HTML_TEXT_P_H
#define SVOD_HTML_TEXT_P_H

#include <libxml/HTMLparser.h>

#include "html.h"
#include "listnum.h"
#include "textcut.h"

/* HTML while it is read: between html.c (elements) and html_text.c (paragraphs). */

enum role {
	ROLE_INLINE,  /* looked through */
	ROLE_BLOCK,   /* begins and ends a paragraph */
	ROLE_HEADING, /* h1 … h6 */
	ROLE_SKIP,    /* with all that is in it */
	ROLE_HEADER,
	ROLE_FOOTER,
	ROLE_LIST,
	ROLE_ITEM,
	ROLE_TABLE,
	ROLE_ROW,
	ROLE_CELL,
	ROLE_HEAD, /* thead */
	ROLE_BREAK,
	ROLE_PRE,
	ROLE_CAPTION,
	ROLE_TITLE,
	ROLE_SUP,
	ROLE_NOTE,
};

struct element {
	const char *name;
	enum role role;
};

struct list {
	bool numbered;
	enum num_format format;
	int next;
};

enum { MAX_COLUMNS = 256, MAX_LISTS = 32, MAX_TABLES = 64, PATH_DEPTH = 24, NAMES = 6, TAB = 8 };

struct table {
	int col;
	bool head;
	bool in_row, in_cell;
	unsigned short busy[MAX_COLUMNS]; /* rows that a rowspan above still covers */
};

/* One open element, for the path: how many children of each name it has had. */
struct node {
	const struct element *element;
	bool skip_begins, hidden_begins, note_begins, mark_begins;
	bool blank_after; /* the number of a note, set close to its text */
	char name[16];
	int index;
	struct {
		char name[16];
		int count;
	} children[NAMES];
};

struct html {
	struct flow *f;
	const struct html_source *s;
	htmlParserCtxtPtr parser;
	struct textcut cut;
	struct buf *title;
	struct node *nodes; /* grows with depth, at most PATH_DEPTH have a path */
	size_t n_nodes, cap_nodes;
	struct list lists[MAX_LISTS];
	int n_lists;
	struct table *tables;
	size_t n_tables, cap_tables;
	int skip, hidden;
	enum block_kind hidden_kind;
	int heading, pre, caption, sup, note;
	bool in_title;
	bool open;       /* a paragraph is open */
	bool item;       /* the next paragraph begins a list item */
	bool blank;      /* white space is due before the next word */
	struct buf mark; /* of the open paragraph */
	struct flow_para para;
	size_t margin; /* of the last line of preformatted text */
	size_t done;   /* bytes of the source that lie behind */
	int paras;
};

size_t html_position(struct html *h);
void html_close_para(struct html *h);
void html_on_text(void *ctx, const xmlChar *text, int n);

#endif
