/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Two first loads of one database must not write to one file, and neither may take the place of what the other has
 * made: a lock on PATH-bulk-lock keeps the second out, and the finished file is linked, not moved, to its place.
 */
#include "bulk_p.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "i18n.h"

static char *beside(const char *path, const char *ending)
{
	struct buf name = { 0 };

	buf_addf(&name, "%s%s", path, ending);
	return buf_take(&name);
}

/* Whose lock it is may finish between our open and our lock: the file is then no longer there. */
static bool take_lock(int fd, const char *final)
{
	struct stat st;

	if (flock(fd, LOCK_EX | LOCK_NB) && errno == EWOULDBLOCK)
		return false;
	return fstat(fd, &st) == 0 && st.st_nlink > 0 && access(final, F_OK) != 0;
}

bool bulk_begin(struct db *db, struct err *e)
{
	char *lock = beside(db->path, "-bulk-lock");
	int fd = open(lock, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
	bool ok = fd >= 0 || err_sys(e, EX_CANTCREAT, "%s", db->path);

	if (ok && !take_lock(fd, db->path)) {
		ok = err_set(e, EX_TEMPFAIL, _("%s: another svod is making it. Try again when it has finished"),
			     db->path);
		close(fd);
	}
	free(lock);
	if (!ok)
		return false;
	db->lock = fd;
	db->final = db->path;
	db->path = beside(db->final, "-bulk");
	unlink(db->path); /* what an earlier one left there is nothing */
	return true;
}

static bool to_disk(const char *path, struct err *e)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	bool ok = fd >= 0 && fsync(fd) == 0;

	if (!ok)
		err_sys(e, EX_IOERR, "%s", path);
	if (fd >= 0)
		close(fd);
	return ok;
}

/* A link never takes the place of a file; where the file system knows no links, we look first. */
static bool put_in_place(const char *path, const char *final, struct err *e)
{
	if (link(path, final) == 0)
		return true; /* bulk_drop removes the first name */
	if (errno != EEXIST && access(final, F_OK) != 0)
		return rename(path, final) == 0 || err_sys(e, EX_CANTCREAT, "%s", final);
	return err_set(e, EX_TEMPFAIL,
		       _("%s: another svod has made it in the meantime, and nothing was added to it. Run this again"),
		       final);
}

bool bulk_end(struct db *db, struct err *e)
{
	bool ok = db_exec(db,
			  "INSERT INTO blocks_fts(blocks_fts, rank) VALUES ('automerge', 4);"
			  "PRAGMA journal_mode = WAL",
			  e);

	sqlite3_close(db->h);
	db->h = NULL;
	ok = ok && to_disk(db->path, e) && put_in_place(db->path, db->final, e);
	bulk_drop(db);
	return ok;
}

void bulk_drop(struct db *db)
{
	char *lock;

	if (!db->final)
		return;
	lock = beside(db->final, "-bulk-lock");
	unlink(db->path);
	unlink(lock);
	close(db->lock);
	free(lock);
	free(db->final);
	db->final = NULL;
}
