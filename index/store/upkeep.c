/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Is the database whole, and making it so again. */
#include "upkeep.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "db_p.h"
#include "digest.h"
#include "i18n.h"
#include "load.h"
#include "mem.h"
#include "put.h"

struct job {
	struct db *db;
	const struct upkeep_report *report;
	size_t bad;
};

static void __attribute__((format(printf, 2, 3))) say(struct job *j, const char *format, ...)
{
	char text[400];
	va_list ap;

	va_start(ap, format);
	vsnprintf(text, sizeof text, format, ap);
	va_end(ap);
	j->bad++;
	j->report->said(j->report->ctx, text);
}

/* The next row; one that cannot be read is a fault too, and the last. */
static bool next_row(struct job *j, sqlite3_stmt *st)
{
	int rc = sqlite3_step(st);

	if (rc != SQLITE_ROW && rc != SQLITE_DONE)
		say(j, _("what follows cannot be read: %s"), sqlite3_errmsg(j->db->h));
	return rc == SQLITE_ROW;
}

/* Every row of a PRAGMA that lists faults, as a message; "ok" is none. */
static bool list_faults(struct job *j, const char *pragma, const char *what, struct err *e)
{
	sqlite3_stmt *st = NULL;

	if (!db_prepare(j->db, pragma, &st, e))
		return false;
	while (next_row(j, st))
		if (!span_is(column_text(st, 0), "ok"))
			say(j, "%s: %.*s", what, SPAN_ARG(column_text(st, 0)));
	sqlite3_finalize(st);
	return true;
}

static bool check_words(struct job *j)
{
	if (sqlite3_exec(j->db->h, "INSERT INTO blocks_fts(blocks_fts, rank) VALUES ('integrity-check', 1)", NULL, NULL,
			 NULL) == SQLITE_OK)
		return true;
	say(j, _("the words do not fit the blocks: svod index --rebuild %s"), j->db->path);
	return true;
}

static void check_items(struct job *j, const struct doc *d)
{
	for (size_t i = 0; i < d->n_items; i++)
		if (d->items[i].start > d->items[i].end || d->items[i].end > d->text.n)
			say(j, _("document %.*s: item %.*s lies outside of the text"), SPAN_ARG(d->id),
			    SPAN_ARG(d->items[i].id));
}

/* Reads one document whole and compares its text with the hash. False in *whole when it cannot be trusted. */
static bool check_doc(struct job *j, long long id, struct span hash, struct span text_hash, bool *whole)
{
	struct doc d = { 0 };
	struct err e = { 0 };
	char now[DIGEST_HEX];
	size_t before = j->bad;

	if (!load_doc(j->db, id, &d, &e)) {
		say(j, _("document %.*s cannot be read whole: %s"), SPAN_ARG(hash), e.text);
	} else {
		if (text_hash.n == DIGEST_HEX - 1) /* as version 0.1.0 wrote it */
			digest_hex(d.text, now);
		else
			digest_quick(d.text, now);
		if (!span_is(text_hash, now))
			say(j, _("document %.*s: its text is not what was indexed"), SPAN_ARG(hash));
		check_items(j, &d);
	}
	doc_free(&d);
	*whole = j->bad == before;
	return true;
}

static bool check_texts(struct job *j, struct err *e)
{
	sqlite3_stmt *st = NULL;
	bool whole;

	if (!db_prepare(j->db, "SELECT id, hash, text_hash FROM documents ORDER BY id", &st, e))
		return false;
	while (next_row(j, st))
		check_doc(j, sqlite3_column_int64(st, 0), column_text(st, 1), column_text(st, 2), &whole);
	sqlite3_finalize(st);
	st = NULL;
	if (!db_prepare(
		    j->db,
		    "SELECT i.name, d.hash FROM items i JOIN documents d ON d.id = i.doc JOIN blocks b ON b.id = "
		    "i.block"
		    " WHERE i.start >= b.start AND i.stop <= b.start + length(CAST(b.text AS BLOB)) AND"
		    " substr(CAST(b.text AS BLOB), i.start - b.start + 1, i.stop - i.start) <> CAST(i.text AS BLOB)",
		    &st, e))
		return false;
	while (next_row(j, st))
		say(j, _("document %.*s: item %.*s is not the text at its place"), SPAN_ARG(column_text(st, 1)),
		    SPAN_ARG(column_text(st, 0)));
	sqlite3_finalize(st);
	return true;
}

bool upkeep_check(struct db *db, const struct upkeep_report *r, size_t *bad, struct err *e)
{
	struct job j = { db, r, 0 };
	bool ok = list_faults(&j, "PRAGMA integrity_check", _("file"), e) &&
		  list_faults(&j, "PRAGMA foreign_key_check", _("row without its parent in"), e) && check_words(&j) &&
		  check_texts(&j, e);

	*bad = j.bad;
	return ok;
}

bool upkeep_rebuild(struct db *db, struct err *e)
{
	if (!db_begin(db, e))
		return false;
	if (db_exec(db, "INSERT INTO blocks_fts(blocks_fts) VALUES ('rebuild')", e) && db_sign(db, e))
		return db_commit(db, e);
	db_rollback(db);
	return false;
}

/* ---- repair ---- */

static bool put_files(struct db *from, struct put *to, long long id, struct doc *d, struct err *e)
{
	sqlite3_stmt *st = NULL;
	enum put_result result;
	int rc = SQLITE_DONE;
	bool ok = db_prepare(from, "SELECT path, member FROM files WHERE doc = ?1 ORDER BY id", &st, e);

	if (ok)
		sqlite3_bind_int64(st, 1, id);
	while (ok && (rc = sqlite3_step(st)) == SQLITE_ROW) {
		d->source.path = arena_dup(&d->arena, column_text(st, 0));
		d->source.member = arena_dup(&d->arena, column_text(st, 1));
		ok = put_doc(to, d, &result, e);
	}
	ok = ok && (rc == SQLITE_DONE || db_fail(from, e));
	sqlite3_finalize(st);
	return ok;
}

static bool copy_docs(struct job *j, struct db *to, struct err *e)
{
	struct put *put = put_new(to, e);
	sqlite3_stmt *st = NULL;
	bool ok = put && db_begin(to, e) &&
		  db_prepare(j->db, "SELECT id, hash, text_hash FROM documents ORDER BY id", &st, e);

	while (ok && next_row(j, st)) {
		long long id = sqlite3_column_int64(st, 0);
		struct doc d = { 0 };
		bool whole;

		check_doc(j, id, column_text(st, 1), column_text(st, 2), &whole);
		if (whole)
			ok = load_doc(j->db, id, &d, e) && put_files(j->db, put, id, &d, e);
		doc_free(&d);
	}
	sqlite3_finalize(st);
	put_free(put);
	return ok && db_commit(to, e);
}

/* Copies every page of `from` over `to`, as one transaction there. */
static bool replace_file(struct db *to, struct db *from, struct err *e)
{
	sqlite3_backup *b = sqlite3_backup_init(to->h, "main", from->h, "main");

	if (!b)
		return db_fail(to, e);
	sqlite3_backup_step(b, -1);
	return sqlite3_backup_finish(b) == SQLITE_OK || db_fail(to, e);
}

bool upkeep_repair(struct db *db, const struct upkeep_report *r, size_t *lost, struct err *e)
{
	struct job j = { db, r, 0 };
	struct db *fresh = NULL;
	struct buf path = { 0 };
	bool ok;

	buf_addf(&path, "%s-repair", db->path);
	unlink(buf_str(&path));
	ok = db_open(&fresh, buf_str(&path), DB_WRITE, NULL, e) && copy_docs(&j, fresh, e) &&
	     replace_file(db, fresh, e);
	*lost = j.bad;
	db_close(fresh);
	unlink(buf_str(&path));
	buf_puts(&path, "-wal");
	unlink(buf_str(&path));
	path.n -= 4;
	buf_puts(&path, "-shm");
	unlink(buf_str(&path));
	buf_free(&path);
	return ok;
}
