/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_TABLE_H
#define SVOD_TABLE_H

#include <stdbool.h>

#include "buf.h"
#include "span.h"

/*
 * Rows for people and for programs: an aligned table, CSV (RFC 4180), TSV, one JSON array, or JSON Lines. The same
 * columns serve all; a column says where it is shown.
 */
enum table_format { TABLE_TEXT, TABLE_CSV, TABLE_TSV, TABLE_JSON, TABLE_JSONL };
extern const char *const table_format_choices[]; /* table csv tsv json jsonl */

enum column_flag {
	COL_TEXT = 1,   /* in the table for people */
	COL_DATA = 2,   /* in the formats for programs */
	COL_NUMBER = 4, /* to the right; a number in JSON */
	COL_FLEX = 8,   /* is cut where the terminal is too narrow */
	COL_WRAP = 32,  /* is broken into lines there instead */
	COL_JSON = 16,  /* the value is JSON already */
	COL_BOTH = COL_TEXT | COL_DATA,
};

struct column {
	const char *key;   /* name in CSV and JSON; a NULL key ends the columns */
	const char *title; /* heading in the table, translated when printed; NULL: the key in capitals */
	unsigned flags;
};

struct table;

/* Rows are appended to out; width: columns of the terminal, 0: nothing is cut. The columns must outlive the table. */
struct table *table_new(enum table_format format, const struct column *columns, int width, bool color, struct buf *out);

/* Sets the cell of column i in the row that is being made; it is copied. Empty cells are left out of JSON. */
void table_put(struct table *t, size_t i, struct span value);
void table_put_int(struct table *t, size_t i, long long value);
void table_end_row(struct table *t);
size_t table_rows(const struct table *t);

/* Writes what is left and frees it. */
void table_end(struct table *t);

/* Columns that the text takes on a terminal: code points without combining marks, wide characters twice. */
size_t text_width(struct span s);

/* Appends at most width columns of s, control characters as spaces; "…" at the end where it was cut. */
void text_fit(struct span s, size_t width, struct buf *out);

/* Appends n spaces. */
void text_pad(size_t n, struct buf *out);

/* Columns of the terminal on stdout; COLUMNS wins; 100 when it is none: what is cut there, -o tsv has whole. */
int text_terminal_width(void);

#endif
