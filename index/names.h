/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_NAMES_H
#define SVOD_NAMES_H

#include "buf.h"
#include "db.h"
#include "mem.h"

/*
 * How people name documents. A label is the shortest beginning of the file's name that no other file's name has and
 * that ends before one of "_-. " (003 for 003_9726585ca9d64371.txt); of files with the same name, the path.
 */

/* Registers the SQL functions svod_label(doc), svod_fold(text), svod_place(page, line, para), svod_json_list(json), and
 * the words of the index as the table temp.vocabulary (fts5vocab, row). */
bool names_register(struct db *db, struct err *e) MUST_USE;

/* Appends the label. */
bool names_label(struct db *db, long long doc, struct buf *out, struct err *e) MUST_USE;

/*
 * The document that text names: an id, a path, a file's name, or the beginning of one that is unique. 66 where there is
 * none, 64 where there are several, with their labels.
 */
bool names_find(struct db *db, struct span text, long long *doc, struct err *e) MUST_USE;

/* A place of a document: bytes start..stop of its text; doc 0: none. */
struct name_place {
	long long doc, start, stop;
};

/*
 * The place that answers print as DOC:210 (a line of the source), DOC:p.3 (a page) or DOC:¶12 (a paragraph), or as the
 * person's language has these: the whole blocks that begin there, or before it and go on. Where text is not written
 * like a place, place->doc is 0; 66 where the document has none with this number.
 */
bool names_find_place(struct db *db, struct span text, struct name_place *place, struct err *e) MUST_USE;

/* An item: DOC:TYPE-START, or a row of a plan: DOC:row-4.3. */
bool names_find_item(struct db *db, struct span text, long long *doc, long long *item, struct err *e) MUST_USE;

#endif
