/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_PUT_H
#define SVOD_PUT_H

#include "db.h"
#include "doc.h"

/*
 * Documents into the database. The same line again changes nothing; a document whose analysis changed replaces its
 * rows; a path whose content changed moves to the new document, and a document that no path holds any more is removed.
 */
struct put;

/* Statements are prepared once. The database must be open for writing and outlive it. */
struct put *put_new(struct db *db, struct err *e);
void put_free(struct put *p);

enum put_result { PUT_SAME, PUT_NEW, PUT_CHANGED, PUT_PATH, PUT_RESULTS };

/* False, with 65: the database cannot hold it, since its id, path, a type of an item or the id of one is not as the
 * stream promises (docs/man/svod-stream.5). Nothing is written. */
bool put_check(const struct doc *d, struct err *e) MUST_USE;

/* A document that put_check lets pass. Inside a transaction, which must be rolled back when it returns false (the
 * document may be written in part). */
bool put_doc(struct put *p, struct doc *d, enum put_result *result, struct err *e) MUST_USE;

/* Removes the files at paths that are not there any more (and documents without a file); *n counts them. */
bool put_prune(struct put *p, size_t *n, struct err *e) MUST_USE;

/* Removes the documents at a path (all its members). *n counts files. */
bool put_remove(struct put *p, struct span path, size_t *n, struct err *e) MUST_USE;

#endif
