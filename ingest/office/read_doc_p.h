/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_READ_DOC_P_H
#define SVOD_READ_DOC_P_H

#include <stdint.h>

#include "doc_file.h"
#include "flow.h"
#include "grid.h"

/* A DOC while it is read: between read_doc.c (text) and doc_props.c (properties of paragraphs). */

/* Characters with a meaning of their own in Word's text. */
enum {
	MARK_NOTE = 0x02, /* number of a foot- or endnote, in the text and before the note */
	MARK_CELL = 0x07,
	MARK_LINE = 0x0b,
	MARK_PAGE = 0x0c,
	MARK_PARA = 0x0d,
	MARK_FIELD = 0x13,
	MARK_FIELD_RESULT = 0x14,
	MARK_FIELD_END = 0x15,
	MARK_HYPHEN = 0x1e,
	MARK_SYMBOL = 0x28
};

enum { MAX_DEPTH = 16, MAX_FIELDS = 64 };

/* What is known of a paragraph when its end is reached. */
struct props {
	bool in_table, row_end, inner_cell, inner_row_end, header;
	int depth, list, level, outline; /* outline 1 …; 0: none */
	int kind;                        /* sti of the style */
	struct doc_bytes cells;          /* sprmTDefTable */
};

struct table {
	bool row_open, cell_open;
	int row, cell;
	size_t before, row_from; /* blocks before the cell; grid cells before the row */
	struct grid grid;
};

struct box {
	uint32_t anchor; /* character position in the main text; UINT32_MAX: not known */
	uint32_t from, to;
	bool done;
};

struct word {
	struct doc_file file;
	struct doc *d;
	struct flow f;
	struct box *boxes;
	size_t n_boxes;
	int paras;
	/* the last paragraph of a list: where it stood, which list, and whether that list had only this one yet */
	int list_para, last_list, last_level;
	bool list_first;
};

/* One story or box being read. */
struct story {
	struct word *w;
	enum doc_story kind;
	enum block_kind block; /* of its paragraphs; BLOCK_PARA: as their style says */
	bool hidden;
	struct buf text;
	struct table tables[MAX_DEPTH];
	int depth;
	bool field_result[MAX_FIELDS], field_toc[MAX_FIELDS];
	int fields;
	struct buf instr;
	size_t notes; /* of the story that were read, where it is one of notes */
	bool toc;
	uint32_t para_from;
};

struct props doc_props_at(const struct doc_file *f, uint32_t fc);

#endif
