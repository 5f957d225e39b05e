/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_DOC_H
#define SVOD_DOC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "err.h"
#include "json.h"
#include "mem.h"
#include "span.h"

/*
 * One document of the svod stream (docs/man/svod-stream.5): the record that every program reads and writes.
 *
 * All offsets are bytes of doc.text, half-open, on character boundaries. All spans and arrays live in doc.arena, in the
 * stream's line, or in storage that the program keeps longer than the document. Empty spans, zeros and false are
 * "absent" and are not written.
 */

enum block_kind {
	BLOCK_PARA,
	BLOCK_TITLE,
	BLOCK_HEADING,
	BLOCK_ITEM,
	BLOCK_CELL,
	BLOCK_NOTE,
	BLOCK_TOC,
	BLOCK_HEADER,
	BLOCK_FOOTER,
	BLOCK_CAPTION,
	BLOCK_SIGNATURE,
	BLOCK_KINDS
};
extern const char *const block_kind_names[BLOCK_KINDS];

struct block {
	enum block_kind kind;
	bool head;   /* heading cell */
	bool hidden; /* kept, not searched, gives no items */
	bool dup;    /* repeats [dup_start, dup_end) */
	size_t start, end;
	size_t body;          /* where the content after the mark begins; 0: same as start (see block_body) */
	struct span lang;     /* BCP 47, where it differs from the document's */
	struct span mark;     /* list mark, as it stands in text at start ("3.1.", "а)", "•") */
	int level;            /* heading level 1…, list depth 1…; 0: none */
	int table;            /* 1…: number of the table in the document; 0: not in a table */
	int row, col;         /* 0-based; written for cells only */
	int rowspan, colspan; /* 0 = 1 */
	int conf;             /* OCR, 1–100; 0: none */
	size_t dup_start, dup_end;
	struct jval *extra; /* fields this version does not know; NULL: none */
};

/* Where the content of a block begins, behind its list mark. */
static inline size_t block_body(const struct block *b)
{
	return b->body > b->start ? b->body : b->start;
}

enum map_kind {
	MAP_BYTES, /* at, len, line (and path in HTML) of the source file */
	MAP_PAGE,  /* page (1…), box in points from the top left */
	MAP_PART   /* part, para; table, row, col for cells */
};

struct map_run {
	size_t t, n; /* bytes of text */
	enum map_kind kind;
	bool made; /* made up by a repair or generated */
	int64_t at, len, line;
	struct span path;
	int page;
	double box[4]; /* x0 y0 x1 y1 */
	struct span part;
	int para, table, row, col; /* table 0: not in a table; row, col 0-based */
};

/* Item types. The order is that of the names in doc.c; ITEM_OTHER keeps its own name in type_name. */
enum item_type {
	ITEM_DATE,
	ITEM_DEADLINE,
	ITEM_NUMBER,
	ITEM_ORG,
	ITEM_CONVENTION,
	ITEM_RECOMMENDATION,
	ITEM_PROTOCOL,
	ITEM_LEGAL_ACT,
	ITEM_GOAL,
	ITEM_TABLE_ROW,
	ITEM_PERSON,
	ITEM_PLACE,
	ITEM_EVENT,
	ITEM_CHECK,
	ITEM_OTHER,
	ITEM_TYPES = ITEM_OTHER
};
extern const char *const item_type_names[ITEM_TYPES];

/* The type of that name, or ITEM_OTHER. */
enum item_type item_type_of(struct span name);

struct item {
	enum item_type type;
	struct span type_name; /* only for ITEM_OTHER */
	size_t start, end;
	struct span id;    /* given by doc_number_items; stable afterwards */
	struct span rule;  /* name of the rule or pass that made it */
	int block;         /* index in blocks; -1: none */
	struct jval *norm; /* object; NULL: none. Written in the order of its members */
	struct jval *extra;
};

enum note_level { NOTE_INFO, NOTE_WARN, NOTE_ERROR };

struct note {
	enum note_level level;
	struct span code; /* short, stable: "charset", "truncated", "limit", … */
	struct span text; /* one sentence for a person */
	bool placed;      /* start and end are set */
	size_t start, end;
	struct jval *extra;
};

struct source {
	struct span path;    /* as given */
	struct span format;  /* pdf docx odt doc rtf html md txt … */
	struct span sha256;  /* hex */
	struct span charset; /* IANA name */
	struct span member;  /* inside an archive */
	int64_t bytes;
	int pages;
	int ocr; /* pages recognized */
	struct jval *extra;
};

struct sentence {
	size_t start, end;
};

/* Parts of a line as they stand in it, for programs that leave them as they are; empty: written anew. */
struct doc_raw {
	struct span text, blocks, sentences, map;
};

struct doc {
	struct arena arena; /* owns everything that the stages add */
	struct span id;
	struct source source;
	struct jval *meta; /* the field "doc": title kind lang country date period issuer parts; NULL: absent */
	bool has_text;
	struct span text;
	struct block *blocks;
	size_t n_blocks, cap_blocks;
	struct sentence *sentences;
	size_t n_sentences, cap_sentences;
	struct map_run *map;
	size_t n_map, cap_map;
	bool has_items; /* "items" is written, even when empty */
	struct item *items;
	size_t n_items, cap_items;
	struct note *notes;
	size_t n_notes, cap_notes;
	struct jval *made;  /* array */
	struct jval *extra; /* object of unknown top-level fields; NULL: none */
	struct doc_raw raw; /* only of a reader that keeps them (doc_reader_keep_raw) */
};

/* Appends; the pointer is valid until the next append. */
struct block *doc_add_block(struct doc *d, enum block_kind kind, size_t start, size_t end);
/* A sentence; they must come in text order. */
struct sentence *doc_add_sentence(struct doc *d, size_t start, size_t end);
/* A run of the map for n bytes of text from t; runs must come in text order. */
struct map_run *doc_add_map(struct doc *d, enum map_kind kind, size_t t, size_t n);
/* block is found from start. norm is an empty object. */
struct item *doc_add_item(struct doc *d, enum item_type type, size_t start, size_t end, const char *rule);
/* A note without a place. code is borrowed; the text is English and cut at 500 bytes (docs/HACKING.md). */
struct note *doc_add_note(struct doc *d, enum note_level level, const char *code, const char *format, ...)
	__attribute__((format(printf, 4, 5)));

/* The object of field "doc", made when absent. */
struct jval *doc_meta(struct doc *d);

/* Appends {"by": program, "version": …} to made and returns the object, so that a stage can add to it. */
struct jval *doc_add_made(struct doc *d, const char *program);

/* Bytes [start, end) of the text. */
static inline struct span doc_slice(const struct doc *d, size_t start, size_t end)
{
	return span_sub(d->text, start, end);
}

/* What the item spans in the text. */
static inline struct span item_text(const struct doc *d, const struct item *i)
{
	return span_sub(d->text, i->start, i->end);
}

/* Index of the last block that holds offset at, or -1. Blocks are in text order. */
int doc_block_at(const struct doc *d, size_t at);

/*
 * Index of the first item that begins at or after offset at, n_items: none. Items must be sorted (doc_sort_items).
 */
size_t doc_item_from(const struct doc *d, size_t at);

/*
 * Index of the sentence that holds offset at, or of the first one behind it where at lies between two; n_sentences:
 * there is neither.
 */
size_t doc_sentence_at(const struct doc *d, size_t at);

/* Index of the map run that holds offset at, or -1. */
int doc_map_at(const struct doc *d, size_t at);

/*
 * Sorts items by (start, longer first, type, rule) and drops exact repeats (same type and span, the first wins; checks
 * and numbers of a range may share a place).
 */
void doc_sort_items(struct doc *d);
/* Gives ids TYPE-START, -N where two share it; items must be sorted. Those that have an id keep it. */
void doc_number_items(struct doc *d);

/* Empties the document and keeps its arena's memory. */
void doc_reset(struct doc *d);
/* Frees all of it; the document is empty and may be used again. */
void doc_free(struct doc *d);

/* ---- the stream ---- */

enum step { STEP_RECORD, STEP_END, STEP_ERROR };

/*
 * Reads a stream line by line. The document is borrowed until the next call. STEP_ERROR: e has code 65 (or 74) and the
 * text "NAME: line N: …". Such an error is a line that was cut off (no \n and no valid JSON), that is not valid JSON or
 * no object with "svod": 1, whose offsets lie outside the text or inside a character, whose blocks, sentences or map
 * are not in the order of the text or overlap, or that has anything but a whole number from 0 to a billion (bytes and
 * lines of a file: 2^48) where one belongs; after it the next call goes on with the next line. Lines in a row that do
 * not begin as an object (a document that nobody read) are one error.
 */
struct doc_reader;
/* fd stays the caller's; name, for messages, is borrowed. Never NULL. */
struct doc_reader *doc_reader_new(int fd, const char *name);
/* Documents that it read are void afterwards; r may be NULL. */
void doc_reader_free(struct doc_reader *r);
/*
 * For a program that changes nothing of text, blocks, sentences and map, and does not look at the map: these are passed
 * on as they stand (doc.raw), and the map is not read; its offsets are checked by the next program that does.
 */
void doc_reader_keep_raw(struct doc_reader *r);
/* The next document of the stream, into d, which is emptied first: as described above. */
enum step doc_read(struct doc_reader *r, struct doc *d, struct err *e) MUST_USE;

/* Had the line that was read last no \n? If it was an error, too, the program that wrote it was ended in the middle. */
bool doc_reader_cut_off(const struct doc_reader *r);

/* Puts "NAME: line N: " of the document that was read last before an error that is set, for what its user found. */
void doc_reader_place(const struct doc_reader *r, struct err *e);

/* Fills d from one line of the stream (without \n); d is reset first. */
bool doc_parse(struct json_parser *p, struct span line, struct doc *d, struct err *e) MUST_USE;

/* Appends the document as one line with \n. */
void doc_write(const struct doc *d, struct buf *out);

#endif
