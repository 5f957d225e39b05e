/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_DOC_FILE_H
#define SVOD_DOC_FILE_H

#include <stdint.h>

#include "charset.h"
#include "err.h"
#include "mem.h"
#include "numbering.h"

/*
 * The binary Word 97–2003 file ([MS-DOC]): its streams, its text by character position, and the properties of
 * characters and paragraphs. Everything lives in the arena; every read is checked against the stream's end.
 */
struct doc_bytes {
	const unsigned char *p;
	size_t n;
};

/* A stretch of text that is stored in one place ([MS-DOC] 2.8.35). */
struct doc_piece {
	uint32_t cp, cp_end; /* character positions */
	uint32_t fc;         /* offset in the main stream */
	bool compressed;     /* a byte a character, else UTF-16 */
};

/* Properties of the characters at [fc, fc_end) of the main stream. */
struct doc_chars {
	uint32_t fc, fc_end;
	bool hidden, deleted, superscript, special;
	unsigned symbol; /* character of a symbol font; 0: none */
};

/* Properties of the paragraph whose end mark lies in [fc, fc_end). */
struct doc_para {
	uint32_t fc, fc_end;
	int style;
	struct doc_bytes sprms;
};

struct doc_style {
	int kind;               /* sti: 1 … 9 heading, 62 title, 34 caption, 19 … 27 contents */
	int base;               /* istd; 4095: none */
	struct doc_bytes sprms; /* of its paragraphs */
};

/* The parts of the text, in the order of their character positions. */
enum doc_story {
	STORY_MAIN,
	STORY_FOOTNOTES,
	STORY_HEADERS,
	STORY_MACROS,
	STORY_COMMENTS,
	STORY_ENDNOTES,
	STORY_BOXES,
	STORY_HEADER_BOXES,
	DOC_STORIES
};

struct doc_file {
	struct arena *a;
	struct doc_bytes main, table, data;
	uint32_t story[DOC_STORIES + 1]; /* character positions; the last is the end */
	struct doc_piece *pieces;
	size_t n_pieces;
	struct doc_chars *chars; /* sorted by fc */
	size_t n_chars, cap_chars;
	struct doc_para *paras; /* sorted by fc */
	size_t n_paras, cap_paras;
	struct doc_style *styles;
	size_t n_styles;
	struct numbering numbering; /* list ids are ilfo, 1 … */
	struct charset bytes;       /* of compressed pieces */
};

/* reader.prepare (reader.h): what doc_file_open takes as late. */
const void *doc_file_prepare(void);

/* Opens the compound file in bytes, which must outlive f; late: reader_input's. False: 65 with what it is instead (Word
 * 6, Excel, encrypted …). */
bool doc_file_open(struct doc_file *f, struct span bytes, const void *late, struct arena *a, struct err *e) MUST_USE;

/* Pair number index of FibRgFcLcb ([MS-DOC] 2.5.6): a stretch of the table stream; empty where it is absent. */
struct doc_bytes doc_table_part(const struct doc_file *f, int index);

/* Little-endian numbers at offset at; 0 beyond the end. */
unsigned doc_u16(struct doc_bytes b, size_t at);
uint32_t doc_u32(struct doc_bytes b, size_t at);

/* The piece that holds cp, or NULL; and where a character of it stands in the main stream. */
const struct doc_piece *doc_piece_at(const struct doc_file *f, uint32_t cp);
uint32_t doc_fc(const struct doc_piece *p, uint32_t cp);

/* Properties at an offset of the main stream; NULL: plain. */
const struct doc_chars *doc_chars_at(const struct doc_file *f, uint32_t fc);
/* Where the next properties behind fc begin; UINT32_MAX: nowhere. */
uint32_t doc_chars_next(const struct doc_file *f, uint32_t fc);
const struct doc_para *doc_para_at(const struct doc_file *f, uint32_t fc);

/* The next property modifier at *at of sprms: its code and operand. False: no more. */
bool doc_next_sprm(struct doc_bytes sprms, size_t *at, unsigned *sprm, struct doc_bytes *operand);

#endif
