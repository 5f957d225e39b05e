/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_ODT_BODY_P_H
#define SVOD_ODT_BODY_P_H

#include "mathml.h"
#include "odt_body.h"
#include "xml.h"

/* A part of an ODF text while it is read: between odt_body.c (structure) and odt_text.c (text and lists). */

/* A list: text:list elements may continue one another, so counters belong to a list and outlive its element. */
struct list {
	struct span id, style;
	int counts[ODT_LEVELS];
	bool begun[ODT_LEVELS];
};

/* An open text:list. */
struct open_list {
	size_t list; /* index in lists */
	struct span style;
};

struct para {
	struct map_run place;
	struct odt_style style;
	struct span style_name;
	int outline; /* of text:h */
	int start;   /* of text:h: what its number begins anew with; -1: it does not */
	bool heading, no_number;
	bool item;  /* first of a list item */
	bool blank; /* the text so far ends in white space (or is empty) */
};

struct table {
	int columns, col;
	bool opened, head, in_row;
};

enum { MAX_SPANS = 64, MAX_OPEN_LISTS = 64, MAX_FORMULA_BYTES = 8 << 20 };

struct body {
	struct flow *f;
	struct odt_styles *styles;
	struct span part;
	const struct odt_parts *parts; /* NULL: none */
	struct mathml math;            /* of the formula that is open */
	struct buf formula;
	size_t formula_bytes; /* of parts with formulas that were read */
	bool in_body;         /* inside office:text, or a header or footer */
	bool margins;         /* reading styles.xml for its headers and footers */
	enum block_kind margin;
	int paras, skip, toc, spans, draws;
	unsigned char span_flags[MAX_SPANS]; /* 1: superscript, 2: hidden */
	struct para *para;
	size_t n_para, cap_para;
	struct table *table;
	size_t n_table, cap_table;
	struct list *lists;
	size_t n_lists, cap_lists;
	struct open_list open[MAX_OPEN_LISTS];
	int n_open;
	bool item;              /* the next paragraph is the first of a list item */
	int item_start;         /* its start-value; -1: none */
	struct span item_style; /* of a list, in place of the list's own; empty: none */
	int outline_counts[ODT_LEVELS];
	bool outline_begun[ODT_LEVELS];
	bool comment;
	struct buf comment_text;
};

/*
 * Functions of both files. NAME_start and NAME_end are called at the begin and end of the element of that name.
 */
static inline struct arena *arena_of(struct body *b)
{
	return &b->f->o.d->arena;
}

static inline struct para *current(struct body *b)
{
	return b->n_para ? &b->para[b->n_para - 1] : NULL;
}

/* What was read of a formula goes into the text. */
void odt_put_formula(struct body *b);
/* White space in the XML collapses; what is meant to stay has elements of its own. */
void odt_on_text(void *ctx, struct span s);
/* A reference to a foot- or endnote. */
void odt_noteref_start(struct body *b, const struct xml_tag *tag);
void odt_s_start(struct body *b, const struct xml_tag *tag);
void odt_tab_start(struct body *b, const struct xml_tag *tag);
void odt_break_start(struct body *b, const struct xml_tag *tag);
void odt_span_start(struct body *b, const struct xml_tag *tag);
void odt_span_end(struct body *b);
void odt_list_start(struct body *b, const struct xml_tag *tag);
void odt_list_end(struct body *b);
void odt_item_start(struct body *b, const struct xml_tag *tag);
void odt_item_end(struct body *b);
/* The mark of the paragraph that is being closed; false: it is not in a list. */
bool odt_mark_of(struct body *b, const struct para *p, struct buf *mark, int *level);

#endif
