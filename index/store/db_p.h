/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_DB_P_H
#define SVOD_DB_P_H

#include <sqlite3.h>

#include "buf.h"
#include "db.h"
#include "fts_p.h"

/* Inside of index/ only: the connection, and SQL in the form that all modules use. */
struct db {
	sqlite3 *h;
	char *path;
	char *final;     /* DB_BULK: where path goes when it is complete; else NULL */
	int lock;        /* DB_BULK: keeps other loads of the same database out */
	struct fts *fts; /* the tokenizer's dictionaries */
	struct db_wait wait;
	bool said_waiting;
};

/* Turns SQLite's last failure into e: 75 busy, 74 full disk or I/O, 73 not writable, 65 damaged, 70 else. False. */
bool db_fail(struct db *db, struct err *e);

/* Runs SQL without a result. */
bool db_exec(struct db *db, const char *sql, struct err *e) MUST_USE;

/* Prepares; the caller finalizes. A mistake in our own SQL is a bug (70). */
bool db_prepare(struct db *db, const char *sql, sqlite3_stmt **out, struct err *e) MUST_USE;

/* Steps a statement that gives no row, and resets it. */
bool db_run(struct db *db, sqlite3_stmt *s, struct err *e) MUST_USE;

/* Steps a statement that gives one row or none; *row: it has come, to be read before the caller's reset. No row is no
 * failure, and a failure is not "no row". */
bool db_row(struct db *db, sqlite3_stmt *s, bool *row, struct err *e) MUST_USE;

/* Binding by name (":doc"); a name that the statement lacks is a bug and asserts. Text is borrowed until the reset. */
void bind_int(sqlite3_stmt *s, const char *name, sqlite3_int64 v);
void bind_real(sqlite3_stmt *s, const char *name, double v);
void bind_text(sqlite3_stmt *s, const char *name, struct span v); /* the empty span binds NULL */
void bind_blob(sqlite3_stmt *s, const char *name, struct span v); /* likewise */
void bind_null(sqlite3_stmt *s, const char *name);

/* A column's text, borrowed until the next step; NULL gives the empty span. */
struct span column_text(sqlite3_stmt *s, int i);
struct span column_blob(sqlite3_stmt *s, int i);

/* The first column of the first row as an integer, or otherwise. */
bool db_int(struct db *db, const char *sql, sqlite3_int64 *out, struct err *e) MUST_USE;

/* Records which tokenizer and dictionary write the index. */
bool db_sign(struct db *db, struct err *e) MUST_USE;

/* 78 where the index has words of another version of the tokenizer: a query would miss some without a word. */
bool db_check_words(struct db *db, struct err *e) MUST_USE;

#endif
