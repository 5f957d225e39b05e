/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_FLOW_H
#define SVOD_FLOW_H

#include "out.h"

/*
 * The story of an office document as its reader meets it: paragraphs, tables in tables, and asides (text boxes, notes)
 * that stand inside a paragraph but are read after it. Brings them into the order of blocks: a cell is one block (its
 * paragraphs separated by \n), a table of one column is no table but a frame, asides follow the paragraph or the
 * outermost table that they hang on.
 */
struct flow_piece {
	size_t n; /* bytes of text */
	struct map_run place;
};

/* Text with the places that it comes from. */
struct flow_chunk {
	struct buf text;
	struct flow_piece *pieces;
	size_t n, cap;
};

struct flow_cell {
	int col;              /* 0-based column of the grid */
	int colspan, rowspan; /* 0 = 1 */
	bool continues;       /* vertically merged with the cell above it: adds to that one's rowspan */
	bool head;
};

struct flow_para {
	enum block_kind kind;
	int level;
	bool hidden;
	struct span mark; /* automatic list mark, put before the text as made up; or … */
	size_t own_mark;  /* … bytes of a mark that the text already begins with */
};

struct flow {
	struct out o;
	struct map_run place;      /* of the text that comes next; kept up to date by the reader */
	struct flow_frame *frames; /* open paragraphs, tables, cells, asides; innermost last */
	size_t n_frames, cap_frames;
	struct flow_late *late; /* asides waiting for their turn */
	size_t n_late, cap_late;
	int tables;                   /* counted so far */
	int notes;                    /* references to foot- and endnotes so far */
	int note;                     /* number of the note that the next paragraph of notes begins; 0: none */
	struct buf high;              /* the mark given out last */
	int too_deep, too_deep_paras; /* tables and asides, paragraphs beyond LIMIT_DEPTH that were not opened */
	bool cut;                     /* there were such */
};

void flow_start(struct flow *f, struct doc *d);

void flow_para_open(struct flow *f);
/* s goes into the innermost open paragraph with the place f->place; without one it is dropped. */
void flow_text(struct flow *f, struct span s);
/* Text of the open paragraph so far; valid until the next change. */
struct span flow_para_text(const struct flow *f);
void flow_para_close(struct flow *f, const struct flow_para *p);

/* columns: how many the table has as far as is known before it is read; 0: not known. */
void flow_table_open(struct flow *f, int columns);
void flow_row_open(struct flow *f);
void flow_cell_open(struct flow *f, const struct flow_cell *c);
void flow_cell_close(struct flow *f);
void flow_table_close(struct flow *f);
/* Table and position of the innermost cell, for f->place; 0 outside of tables. */
void flow_position(const struct flow *f, int *table, int *row, int *col);

/* What comes until the close is an aside of that kind (BLOCK_PARA: a text box; BLOCK_NOTE: a foot- or endnote). */
void flow_aside_open(struct flow *f, enum block_kind kind);
void flow_aside_close(struct flow *f);

/*
 * A reference to a note, which the program numbers by itself: counts it, and returns what stands for it in the text
 * behind before ("¹", apart from a number: "2023 ¹"); valid until the next call.
 */
struct span flow_note_ref(struct flow *f, struct span before);
/* The note of that reference (1 …) begins: its first paragraph gets the mark. 0: it has none. */
void flow_note_begin(struct flow *f, int number);

/* Closes whatever is open and hands text, blocks and map to the document. */
void flow_finish(struct flow *f);

#endif
