/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_RTF_TEXT_P_H
#define SVOD_RTF_TEXT_P_H

#include "flow.h"
#include "grid.h"
#include "rtf_fonts.h"
#include "rtf_lists.h"
#include "rtf_token.h"

/* An RTF while it is read: between read_rtf.c (groups and control words) and rtf_text.c (where text goes). */

enum dest { DEST_TEXT, DEST_SKIP, DEST_FONTS, DEST_STYLES, DEST_MARK, DEST_TITLE, DEST_COMMENT, DEST_PROPERTY };

/* What a group saves. */
struct state {
	enum dest dest;
	bool upr; /* inside \upr: only \ud counts (the half before it is lost), and goes to … */
	bool lost;
	enum dest ud; /* … this */
	bool aside;   /* this group opened an aside */
	bool hidden, deleted, super;
	bool in_table;
	int itap, font, uc;
	int style, outline;     /* -1: not said */
	int list, level;        /* \ls (0: none), \ilvl */
	enum block_kind margin; /* header or footer being filled, else BLOCK_PARA */
};

struct style {
	int number, outline; /* outline 1 …; 0: none */
	bool title;
};

/* One cell definition of \trowd. */
struct cell_def {
	int right;
	bool continues, merged_left;
};

enum { MAX_CELLS = 256, MAX_TABLE_DEPTH = 16, MAX_GROUPS = 20000, LEFTMOST = -100000, SOME_WIDTH = 1000 };

struct table {
	bool row_open, cell_open;
	int row, cell, edge; /* edge: right one of the last cell, twips */
	size_t block_before;
	struct grid grid;
};

/* The paragraph and tables outside of an aside, while it is read. */
struct outer {
	bool para_open;
	struct map_run place;
	int depth, base;
	bool row_defined;
	struct buf mark; /* its own */
};

struct rtf {
	struct rtf_input in;
	struct flow f;
	struct doc *d;
	struct rtf_fonts fonts;
	struct numbering lists;
	struct state *stack;
	size_t n_stack, cap_stack;
	struct state s;
	bool star;       /* \* was the last token */
	int skip_chars;  /* of what follows a \u */
	unsigned high;   /* first half of a surrogate pair */
	struct buf raw;  /* bytes of the current font that wait for decoding */
	struct buf text; /* decoded, waits for the flow */
	struct buf mark, title, comment, name;
	bool para_open;
	struct map_run place;
	struct table tables[MAX_TABLE_DEPTH];
	int depth, base; /* open tables; those outside of the aside */
	struct cell_def defs[MAX_CELLS];
	int n_defs;
	struct cell_def def; /* being read */
	bool row_head, row_defined;
	struct style *styles;
	size_t n_styles, cap_styles;
	struct style style;
	struct outer *outer;
	size_t n_outer, cap_outer;
};

void rtf_close_cell(struct rtf *r, struct table *t);
void rtf_open_cell(struct rtf *r, struct table *t);
/* \cell, \row and their nested kin: the cell or row at that depth of tables is over. */
void rtf_end_cell(struct rtf *r, int depth);
void rtf_end_row(struct rtf *r, int depth);
void rtf_close_table(struct rtf *r);
/* Opens and closes tables until as many are open as the next paragraph lies in. */
void rtf_adjust_depth(struct rtf *r);
/* The name of a style is over: what does it make of its paragraphs? */
void rtf_end_style(struct rtf *r);
void rtf_open_para(struct rtf *r, size_t at);
void rtf_close_para(struct rtf *r);
/* Decodes the bytes that were gathered in one font. */
void rtf_flush(struct rtf *r);
void rtf_put_bytes(struct rtf *r, struct span s);
void rtf_put_char(struct rtf *r, unsigned c);
void rtf_put_unicode(struct rtf *r, int value);
void rtf_open_aside(struct rtf *r, enum block_kind kind);
void rtf_close_aside(struct rtf *r);

#endif
