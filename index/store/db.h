/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_DB_H
#define SVOD_DB_H

#include <stdbool.h>

#include "err.h"
#include "span.h"

/*
 * The database file: opening, making, migrating, and errors in the words of a person. A struct db owns its SQLite
 * connection with the tokenizer `svod` registered; one thread uses it.
 */
struct db;

enum db_mode {
	DB_READ,  /* an existing database, read-only; 66 when it is not there or nothing was indexed yet */
	DB_KNOWN, /* DB_READ, but a database that has no tables yet opens too */
	DB_WRITE, /* made when missing; migrated; refuses (78) a database that another tokenizer or dictionary wrote */
	DB_BULK,  /* DB_WRITE where the file is there; else a new one beside it, without safety, that db_finish moves
		     there */
	DB_REPAIR /* an existing database (66), like DB_WRITE, without that refusal: --rebuild makes it right */
};

/* Called once when another writer holds the database; pid 0: unknown. Only main prints. */
struct db_wait {
	void (*said)(void *ctx, const char *path, long pid);
	void *ctx;
	int seconds; /* how long to wait before giving up with 75; 0: not at all */
};

/*
 * *out is the caller's, to be closed with db_close or db_finish; where opening fails it is left as it was and nothing
 * stays open. wait is copied and may be NULL; its ctx must live as long as the database is open.
 */
bool db_open(struct db **out, const char *path, enum db_mode mode, const struct db_wait *wait, struct err *e) MUST_USE;
void db_close(struct db *db);

/* Closes a database that was written; after DB_BULK the new file takes its place when all is well, else it is removed:
 * also where another writer has made the database in the meantime (75). */
bool db_finish(struct db *db, bool well, struct err *e) MUST_USE;

/*
 * What SQLite says of damage and failing disks, whoever asked: a question that reads row by row takes the end of what
 * can be read for the end of the answer. db_watch comes before the first db_open of the process, and w outlives it.
 */
struct db_watch {
	bool harmed;
};
void db_watch(struct db_watch *w);

/* False, with 65: something could not be read, so what was answered may not be all. */
bool db_unharmed(const struct db_watch *w, const struct db *db, struct err *e) MUST_USE;

/* Transactions; db_begin takes the write lock (75 when another holds it too long). */
bool db_begin(struct db *db, struct err *e) MUST_USE;
bool db_commit(struct db *db, struct err *e) MUST_USE;
void db_rollback(struct db *db);

#endif
