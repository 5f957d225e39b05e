/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_DOCX_BODY_P_H
#define SVOD_DOCX_BODY_P_H

#include "docx_body.h"
#include "xml.h"

/* A story of a DOCX while it is read: between docx_body.c (structure) and docx_text.c (runs). */

/* An open paragraph; more than one where a text box stands inside another paragraph. */
struct para {
	struct map_run place;
	const struct docx_style *style;
	struct span style_id;
	int num_id, level; /* -1: not said here */
	int outline;       /* as in docx_style */
	bool mark_deleted; /* tracked deletion of the paragraph's end: goes on in the next */
	bool toc;
};

struct table {
	int grid;    /* columns of tblGrid */
	bool opened; /* told to the flow */
	bool row_head, row_deleted, in_row;
	int col;
	struct flow_cell cell;
	bool in_cell, cell_opened;
};

struct field {
	bool result; /* behind its separator: what is shown */
	bool toc;
};

enum { MAX_FIELDS = 64, MAX_SDT = 64 };

struct element; /* what to do at an element: docx_body.c */

/* An element that was looked up before, by the addresses of its name and namespace. */
struct known_element {
	const char *name, *uri;
	const struct element *element;
};

struct body {
	const struct docx_parts *p;
	struct known_element known[128];
	struct flow *f;
	enum docx_story story;
	struct span part;
	int paras; /* counted in this part */
	struct para *para;
	size_t n_para, cap_para;
	struct table *table;
	size_t n_table, cap_table;
	struct field fields[MAX_FIELDS];
	int n_fields;
	struct {
		bool toc, placeholder;
	} sdt[MAX_SDT];
	int n_sdt;
	int skip;    /* depth inside an element that is left out */
	int choices; /* AlternateContent: a Choice was taken; bit by depth */
	unsigned long long taken;
	bool in_ppr, in_rpr, in_run, in_text, in_instr, keep_space;
	int hidden; /* of the run; -1: not said */
	bool superscript;
	int math_sup;
	const struct docx_style *run_style;
	struct buf text, instr;
	size_t notes_from; /* comments: where the comment's first block is */
	struct span author;
};

/*
 * Functions of both files. NAME_start and NAME_end are called at the begin and end of the element of that name.
 */
struct para *docx_current(struct body *b);
struct table *docx_current_table(struct body *b);
void docx_put(struct body *b, struct span s);
void docx_on_text(void *ctx, struct span text);
/* References to notes: their numbers are kept for the notes, which come as a story of their own. */
void docx_noteref_start(struct body *b, const struct xml_tag *tag);
void docx_text_start(struct body *b, const struct xml_tag *tag);
void docx_text_end(struct body *b);
void docx_tab_start(struct body *b, const struct xml_tag *tag);
void docx_break_start(struct body *b, const struct xml_tag *tag);
void docx_hyphen_start(struct body *b, const struct xml_tag *tag);
/* A character of a symbol font by number: bullets and ticks; letters that are drawn with it stay as they are. */
void docx_sym_start(struct body *b, const struct xml_tag *tag);
void docx_run_start(struct body *b, const struct xml_tag *tag);
void docx_run_end(struct body *b);
void docx_rpr_start(struct body *b, const struct xml_tag *tag);
void docx_rpr_end(struct body *b);
void docx_vanish_start(struct body *b, const struct xml_tag *tag);
void docx_align_start(struct body *b, const struct xml_tag *tag);
void docx_position_start(struct body *b, const struct xml_tag *tag);
void docx_rstyle_start(struct body *b, const struct xml_tag *tag);
/* w:del is a mark on a paragraph's or row's properties, else a wrapper of what was deleted. */
void docx_del_start(struct body *b, const struct xml_tag *tag);
void docx_skip_start(struct body *b, const struct xml_tag *tag);
void docx_fldchar_start(struct body *b, const struct xml_tag *tag);
void docx_instr_start(struct body *b, const struct xml_tag *tag);
void docx_instr_end(struct body *b);
void docx_sdt_start(struct body *b, const struct xml_tag *tag);
void docx_sdt_end(struct body *b);
void docx_gallery_start(struct body *b, const struct xml_tag *tag);
void docx_placeholder_start(struct body *b, const struct xml_tag *tag);

#endif
