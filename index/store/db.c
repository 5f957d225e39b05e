/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Everything that SQLite needs to be told once: the file, WAL, the migrations of schema.sql, the tokenizer, who waits
 * for whom, and what its error codes mean for the person at the terminal.
 */
#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include "bulk_p.h"
#include "data.h"
#include "db_p.h"
#include "i18n.h"
#include "mem.h"

enum { SCHEMA_VERSION = 4, BUSY_STEP_MS = 20 };

static bool fail_damaged(struct db *db, struct err *e)
{
	return err_set(e, EX_DATAERR,
		       _("%s: this is no database of svod, or it is damaged (%s). svod index --check names the damage"),
		       db->path, sqlite3_errmsg(db->h));
}

bool db_fail(struct db *db, struct err *e)
{
	int rc = sqlite3_errcode(db->h);
	int system = sqlite3_system_errno(db->h);
	const char *why = system ? err_why(system) : sqlite3_errmsg(db->h);

	switch (rc & 0xff) {
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		return err_set(e, EX_TEMPFAIL,
			       _("%s: another svod writes to it and did not finish in %d s. Try again later"), db->path,
			       db->wait.seconds);
	case SQLITE_FULL:
		return err_set(e, EX_IOERR,
			       _("%s: the disk is full. What was finished before is safe; make room and run it again"),
			       db->path);
	case SQLITE_READONLY:
	case SQLITE_PERM:
		return err_set(e, EX_CANTCREAT,
			       _("%s: cannot be written to. Check the rights of the file and its folder"), db->path);
	case SQLITE_CANTOPEN:
		return err_set(e, EX_CANTCREAT, _("%s: cannot be opened: %s"), db->path, why);
	case SQLITE_IOERR:
		return err_set(e, EX_IOERR, _("%s: reading or writing failed: %s"), db->path, why);
	case SQLITE_CORRUPT:
	case SQLITE_NOTADB:
		return fail_damaged(db, e);
	case SQLITE_NOMEM:
		return err_set(e, EX_OSERR, _("%s: out of memory"), db->path);
	case SQLITE_ERROR: /* our statements fit our tables: these are another's, or a damaged list of them */
		if (strstr(sqlite3_errmsg(db->h), "no such ") || strstr(sqlite3_errmsg(db->h), "no column named "))
			return fail_damaged(db, e);
		return err_set(e, EX_SOFTWARE, "%s: %s", db->path, sqlite3_errmsg(db->h));
	default:
		return err_set(e, EX_SOFTWARE, "%s: %s", db->path, sqlite3_errmsg(db->h));
	}
}

bool db_exec(struct db *db, const char *sql, struct err *e)
{
	return sqlite3_exec(db->h, sql, NULL, NULL, NULL) == SQLITE_OK || db_fail(db, e);
}

bool db_prepare(struct db *db, const char *sql, sqlite3_stmt **out, struct err *e)
{
	return sqlite3_prepare_v3(db->h, sql, -1, SQLITE_PREPARE_PERSISTENT, out, NULL) == SQLITE_OK || db_fail(db, e);
}

bool db_run(struct db *db, sqlite3_stmt *s, struct err *e)
{
	int rc = sqlite3_step(s);
	bool ok = rc == SQLITE_DONE || rc == SQLITE_ROW || db_fail(db, e);

	sqlite3_reset(s);
	return ok;
}

bool db_row(struct db *db, sqlite3_stmt *s, bool *row, struct err *e)
{
	int rc = sqlite3_step(s);

	*row = rc == SQLITE_ROW;
	return *row || rc == SQLITE_DONE || db_fail(db, e);
}

static int slot(sqlite3_stmt *s, const char *name)
{
	int i = sqlite3_bind_parameter_index(s, name);

	assert(i > 0);
	return i;
}

void bind_int(sqlite3_stmt *s, const char *name, sqlite3_int64 v)
{
	sqlite3_bind_int64(s, slot(s, name), v);
}

void bind_real(sqlite3_stmt *s, const char *name, double v)
{
	sqlite3_bind_double(s, slot(s, name), v);
}

void bind_text(sqlite3_stmt *s, const char *name, struct span v)
{
	if (v.n)
		sqlite3_bind_text64(s, slot(s, name), v.p, v.n, SQLITE_STATIC, SQLITE_UTF8);
	else
		sqlite3_bind_null(s, slot(s, name));
}

void bind_blob(sqlite3_stmt *s, const char *name, struct span v)
{
	if (v.n)
		sqlite3_bind_blob64(s, slot(s, name), v.p, v.n, SQLITE_STATIC);
	else
		sqlite3_bind_null(s, slot(s, name));
}

void bind_null(sqlite3_stmt *s, const char *name)
{
	sqlite3_bind_null(s, slot(s, name));
}

struct span column_text(sqlite3_stmt *s, int i)
{
	const char *p = (const char *)sqlite3_column_text(s, i);

	return span_make(p, p ? (size_t)sqlite3_column_bytes(s, i) : 0);
}

struct span column_blob(sqlite3_stmt *s, int i)
{
	const char *p = sqlite3_column_blob(s, i);

	return span_make(p, p ? (size_t)sqlite3_column_bytes(s, i) : 0);
}

bool db_int(struct db *db, const char *sql, sqlite3_int64 *out, struct err *e)
{
	sqlite3_stmt *s = NULL;
	bool row = false, ok = db_prepare(db, sql, &s, e) && db_row(db, s, &row, e);

	if (row)
		*out = sqlite3_column_int64(s, 0);
	sqlite3_finalize(s);
	return ok;
}

/* The value of a setting, appended to out; nothing where it is missing. */
static bool get_setting(struct db *db, const char *key, struct buf *out, struct err *e)
{
	sqlite3_stmt *s = NULL;
	bool row, ok;

	if (!db_prepare(db, "SELECT value FROM settings WHERE key = :key", &s, e))
		return false;
	bind_text(s, ":key", span_of(key));
	ok = db_row(db, s, &row, e);
	if (row)
		buf_add(out, column_text(s, 0));
	sqlite3_finalize(s);
	return ok;
}

static bool set_setting(struct db *db, const char *key, struct span value, struct err *e)
{
	sqlite3_stmt *s = NULL;
	bool ok;

	if (!db_prepare(db, "INSERT OR REPLACE INTO settings VALUES (:key, :value)", &s, e))
		return false;
	bind_text(s, ":key", span_of(key));
	bind_text(s, ":value", value);
	ok = db_run(db, s, e);
	sqlite3_finalize(s);
	return ok;
}

bool db_sign(struct db *db, struct err *e)
{
	char signature[TOKEN_SIGNATURE];

	tokenizer_signature(fts_tokenizer(db->fts), signature);
	return set_setting(db, "tokenizer", span_of(signature), e);
}

/* The process that holds the writer's lock (byte 120 of the shm file, https://www.sqlite.org/walformat.html), or 0. */
static long writer_pid(const char *path)
{
	struct buf shm = { 0 };
	struct stat st;
	char line[256];
	long pid = 0;
	FILE *f;

	buf_addf(&shm, "%s-shm", path);
	f = stat(buf_str(&shm), &st) == 0 ? fopen("/proc/locks", "re") : NULL;
	buf_free(&shm);
	while (f && !pid && fgets(line, sizeof line, f)) {
		unsigned major_no, minor_no;
		unsigned long inode;
		long holder, from;

		if (sscanf(line, "%*d: POSIX ADVISORY WRITE %ld %x:%x:%lu %ld", &holder, &major_no, &minor_no, &inode,
			   &from) == 5 &&
		    inode == st.st_ino && from == 120)
			pid = holder;
	}
	if (f)
		fclose(f);
	return pid;
}

static int on_busy(void *ctx, int tries)
{
	struct db *db = ctx;

	if (tries >= db->wait.seconds * (1000 / BUSY_STEP_MS))
		return 0;
	if (!db->said_waiting && tries >= 1000 / BUSY_STEP_MS && db->wait.said) {
		db->said_waiting = true;
		db->wait.said(db->wait.ctx, db->path, writer_pid(db->path));
	}
	usleep(BUSY_STEP_MS * 1000);
	return 1;
}

/* The text of schema.sql. */
static bool read_schema(struct buf *out, struct err *e)
{
	struct buf path = { 0 };
	bool ok = data_path("index/schema.sql", &path);
	int fd = ok ? open(buf_str(&path), O_RDONLY | O_CLOEXEC) : -1;

	ok = fd >= 0 && buf_read_fd(out, fd, 1 << 20) == 0;
	if (!ok)
		err_set(e, EX_CONFIG, _("index/schema.sql is not found. Set SVOD_DATA to the folder that holds it"));
	if (fd >= 0)
		close(fd);
	buf_free(&path);
	return ok;
}

static void on_message(void *ctx, int rc, const char *text)
{
	struct db_watch *w = ctx;

	(void)text;
	w->harmed |= (rc & 0xff) == SQLITE_CORRUPT || (rc & 0xff) == SQLITE_IOERR;
}

void db_watch(struct db_watch *w)
{
	sqlite3_config(SQLITE_CONFIG_LOG, on_message, w);
}

bool db_unharmed(const struct db_watch *w, const struct db *db, struct err *e)
{
	return !w->harmed ||
	       err_set(e, EX_DATAERR,
		       _("%s: a part of it could not be read: the answer may not be whole. svod index --check names "
			 "the damage"),
		       db->path);
}

/* Runs the migrations above version `from`. */
static bool migrate(struct db *db, int from, struct err *e)
{
	struct buf sql = { 0 };
	struct buf one = { 0 };
	bool ok = read_schema(&sql, e);
	size_t at = 0;

	for (int v = 1; ok && v <= SCHEMA_VERSION; v++) {
		char mark[32];
		size_t start, end;

		snprintf(mark, sizeof mark, "-- migration %d\n", v);
		start = span_find(buf_span(&sql), span_of(mark), at);
		if (start == SPAN_NONE) {
			ok = err_set(e, EX_CONFIG, _("index/schema.sql: \"%.*s\" is missing"), (int)strlen(mark) - 1,
				     mark);
			break;
		}
		snprintf(mark, sizeof mark, "-- migration %d\n", v + 1);
		end = span_find(buf_span(&sql), span_of(mark), start);
		end = end == SPAN_NONE ? sql.n : end;
		at = start;
		if (v <= from)
			continue;
		buf_reset(&one);
		buf_add(&one, span_sub(buf_span(&sql), start, end));
		buf_addf(&one, ";\nPRAGMA user_version = %d;", v);
		ok = db_exec(db, buf_str(&one), e);
	}
	buf_free(&one);
	buf_free(&sql);
	return ok;
}

/* The name of the tokenizer in a signature, without its dictionary. */
static struct span version_of(struct span signature)
{
	return span_cut(&signature, ' ');
}

static bool check_signature(struct db *db, bool only_version, struct err *e)
{
	struct buf was = { 0 };
	char now[TOKEN_SIGNATURE];
	bool ok = get_setting(db, "tokenizer", &was, e), same;

	tokenizer_signature(fts_tokenizer(db->fts), now);
	same = only_version ? span_eq(version_of(buf_span(&was)), version_of(span_of(now)))
			    : span_is(buf_span(&was), now);
	if (ok && was.n && !same)
		ok = err_set(e, EX_CONFIG,
			     _("%s: its index was written with other word forms (%s; now %s). Bring it up to date: "
			       "svod index --rebuild %s"),
			     db->path, buf_str(&was), now, db->path);
	buf_free(&was);
	return ok;
}

bool db_check_words(struct db *db, struct err *e)
{
	return check_signature(db, true, e);
}

static bool only_reads(enum db_mode mode)
{
	return mode == DB_READ || mode == DB_KNOWN;
}

/* A database of another program, which has tables and no version, stays as it is. */
static bool is_ours(struct db *db, struct err *e)
{
	sqlite3_int64 foreign = 0;

	if (!db_int(db, "SELECT count(*) FROM sqlite_master WHERE (SELECT user_version FROM pragma_user_version) = 0",
		    &foreign, e))
		return false;
	return !foreign || err_set(e, EX_DATAERR, _("%s: a database of another program. Name another file"), db->path);
}

/* A new or older database gets its tables; two writers that arrive together are put in order by the lock. */
static bool prepare_for_writing(struct db *db, enum db_mode mode, struct err *e)
{
	sqlite3_int64 version = 0;
	bool ok;

	/* a bulk load that is killed leaves a file that nobody looks at: it needs no journal */
	if (!is_ours(db, e) ||
	    !db_exec(db,
		     db->final ? "PRAGMA page_size = 16384; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF"
			       : "PRAGMA page_size = 16384; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL",
		     e))
		return false;
	if (!db_exec(db,
		     "PRAGMA secure_delete = OFF; PRAGMA foreign_keys = OFF; PRAGMA wal_autocheckpoint = 500;"
		     "PRAGMA cache_size = -8000; PRAGMA temp_store = FILE",
		     e) ||
	    !db_begin(db, e))
		return false;
	ok = db_int(db, "PRAGMA user_version", &version, e);
	if (ok && version > SCHEMA_VERSION)
		ok = err_set(e, EX_CONFIG, _("%s: made by a newer svod (schema %d, this one knows %d)"), db->path,
			     (int)version, SCHEMA_VERSION);
	if (ok && version < SCHEMA_VERSION)
		ok = migrate(db, (int)version, e) && (version > 0 || db_sign(db, e));
	if (ok && mode != DB_REPAIR)
		ok = check_signature(db, false, e);
	if (ok && db->final) /* until db_finish: what is merged leaves free pages behind */
		ok = db_exec(db, "INSERT INTO blocks_fts(blocks_fts, rank) VALUES ('automerge', 0)", e);
	if (ok)
		return db_commit(db, e);
	db_rollback(db);
	return false;
}

static bool prepare_for_reading(struct db *db, enum db_mode mode, struct err *e)
{
	sqlite3_int64 version = 0;

	if (!db_exec(db, "PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16000; PRAGMA mmap_size = 1073741824", e) ||
	    !db_int(db, "PRAGMA user_version", &version, e) || !is_ours(db, e))
		return false;
	if (version > SCHEMA_VERSION)
		return err_set(e, EX_CONFIG, _("%s: made by a newer svod (schema %d, this one knows %d)"), db->path,
			       (int)version, SCHEMA_VERSION);
	if (version < 1 && mode != DB_KNOWN)
		return err_set(e, EX_NOINPUT, _("%s: no svod database, or nothing was indexed yet. svod add FOLDER"),
			       db->path);
	return true;
}

/* The folder of a new database is made when it is the default one's. */
static void make_folders(const char *path)
{
	struct buf part = { 0 };
	const char *slash = path;

	while ((slash = strchr(slash + 1, '/'))) {
		buf_reset(&part);
		buf_add(&part, span_make(path, (size_t)(slash - path)));
		if (mkdir(buf_str(&part), 0777) && errno != EEXIST)
			break; /* opening the file says why */
	}
	buf_free(&part);
}

/* A file beside it that is no database must not be mistaken for one; a missing one is a plain answer. */
static bool is_there(const char *path, struct err *e)
{
	struct stat st;

	if (stat(path, &st) == 0)
		return !S_ISDIR(st.st_mode) ||
		       err_set(e, EX_NOINPUT, _("%s: a folder, no database. --db names a file"), path);
	return err_set(e, EX_NOINPUT, _("%s: no such database. Make one: svod add --db %s FOLDER"), path, path);
}

/*
 * A database on a read-only disk or in a folder without rights has no shm file to map: SQLite reads it as a file
 * that nobody changes.
 */
static int open_file(struct db *db, enum db_mode mode)
{
	struct buf uri = { 0 };
	int rc;

	if (!only_reads(mode))
		return sqlite3_open_v2(db->path, &db->h,
				       SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL);
	rc = sqlite3_open_v2(db->path, &db->h, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, NULL);
	if (rc == SQLITE_OK)
		rc = sqlite3_exec(db->h, "SELECT 1 FROM sqlite_schema", NULL, NULL, NULL);
	if ((rc & 0xff) != SQLITE_CANTOPEN && (rc & 0xff) != SQLITE_READONLY)
		return rc;
	sqlite3_close(db->h);
	db->h = NULL;
	buf_puts(&uri, "file:");
	for (const char *c = db->path; *c; c++) {
		if (strchr("%?#", *c))
			buf_addf(&uri, "%%%02X", *c);
		else
			buf_putc(&uri, *c);
	}
	buf_puts(&uri, "?immutable=1");
	rc = sqlite3_open_v2(buf_str(&uri), &db->h, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI, NULL);
	buf_free(&uri);
	return rc;
}

bool db_open(struct db **out, const char *path, enum db_mode mode, const struct db_wait *wait, struct err *e)
{
	struct db *db;
	bool ok;

	if ((only_reads(mode) || mode == DB_REPAIR) && !is_there(path, e))
		return false;
	make_folders(path);
	db = mem_alloc(sizeof *db);
	db->path = mem_dup(span_of(path));
	if (wait)
		db->wait = *wait;
	ok = mode != DB_BULK || access(path, F_OK) == 0 || bulk_begin(db, e);
	if (ok)
		ok = open_file(db, mode) == SQLITE_OK || db_fail(db, e);
	if (ok) {
		sqlite3_busy_handler(db->h, on_busy, db);
		ok = fts_register(db->h, NULL, &db->fts, e);
	}
	if (ok)
		ok = only_reads(mode) ? prepare_for_reading(db, mode, e) : prepare_for_writing(db, mode, e);
	if (!ok) {
		db_close(db);
		return false;
	}
	*out = db;
	return true;
}

void db_close(struct db *db)
{
	if (!db)
		return;
	sqlite3_close(db->h);
	bulk_drop(db);
	fts_free(db->fts);
	free(db->path);
	free(db->final);
	free(db);
}

bool db_finish(struct db *db, bool well, struct err *e)
{
	bool ok = !db || !db->final || !well || bulk_end(db, e);

	db_close(db);
	return ok;
}

bool db_begin(struct db *db, struct err *e)
{
	db->said_waiting = false;
	return db_exec(db, "BEGIN IMMEDIATE", e);
}

bool db_commit(struct db *db, struct err *e)
{
	return db_exec(db, "COMMIT", e);
}

void db_rollback(struct db *db)
{
	if (!sqlite3_get_autocommit(db->h))
		sqlite3_exec(db->h, "ROLLBACK", NULL, NULL, NULL);
}
