/* SPDX-License-Identifier: GPL-3.0-or-later */
/* svod-index: the stream into a database. */
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "filter.h"
#include "i18n.h"
#include "known.h"
#include "put.h"
#include "upkeep.h"

struct options {
	struct opt_common common;
	bool no_wait, prune, remove, known, check, rebuild, repair, bulk;
	long wait;
};

static const struct opt opts[] = {
	{ "prune", 0, OPT_FLAG, offsetof(struct options, prune), NULL, N_("remove documents whose files are gone"), NULL, 0, 0 },
	{ "remove", 0, OPT_FLAG, offsetof(struct options, remove), NULL, N_("remove the files named after DB"), NULL, 0, 0 },
	{ "known", 0, OPT_FLAG, offsetof(struct options, known), NULL, N_("print the files that are there: \"SHA-256  path\", each ended by NUL"), NULL, 0, 0 },
	{ "check", 0, OPT_FLAG, offsetof(struct options, check), NULL, N_("look whether the database is whole; 65 when it is not"), NULL, 0, 0 },
	{ "rebuild", 0, OPT_FLAG, offsetof(struct options, rebuild), NULL, N_("write the words again, after a change of dictionary"), NULL, 0, 0 },
	{ "repair", 0, OPT_FLAG, offsetof(struct options, repair), NULL, N_("make all rows again from the documents that are whole"), NULL, 0, 0 },
	{ "bulk", 0, OPT_FLAG, offsetof(struct options, bulk), NULL, N_("first load: a new file that appears when it is complete"), NULL, 0, 0 },
	{ "wait", 0, OPT_INT, offsetof(struct options, wait), "SECONDS", N_("how long to wait for another writer (60)"), NULL, 0, 86400 },
	{ "no-wait", 0, OPT_FLAG, offsetof(struct options, no_wait), NULL, N_("do not wait for another writer"), NULL, 0, 0 },
	{ 0 },
};

static const struct example examples[] = {
	{ "svod-read FILES | svod-clean | svod-extract | svod-resolve | svod-index corpus.db", N_("index files") },
	{ "svod-index corpus.db a.jsonl b.jsonl", N_("index streams that were kept") },
	{ "svod-index --prune corpus.db", N_("forget documents whose files are gone") },
	{ "svod-index --check corpus.db", N_("is it whole?") },
	{ NULL, NULL },
};

static const struct program program = {
	.name = "svod-index",
	.summary = N_("puts documents of the stream into a database"),
	.operands = "DB [STREAM]...",
	.examples = examples,
	.opts = opts,
	.details = N_("Documents that are there already are left alone; changed ones replace their rows.\n"
		      "Exit: 0, 65 bad line, 73 not writable, 74 disk full, 75 another writer, 78 other word forms."),
};

enum { BATCH_BYTES = 16 << 20, BATCH_DOCS = 1000 };

struct run {
	const struct log *log;
	struct db *db;
	struct put *put;
	bool open; /* in a transaction */
	size_t bytes, docs;
	size_t count[PUT_RESULTS];
};

/* More to read at once? If not, others may write while we wait. */
static bool more_waits(void)
{
	struct pollfd in = { STDIN_FILENO, POLLIN, 0 };

	return poll(&in, 1, 0) > 0;
}

static bool commit(struct run *r, struct err *e)
{
	r->open = false;
	r->bytes = r->docs = 0;
	return db_commit(r->db, e);
}

static bool each(void *ctx, struct doc *d, struct err *e)
{
	struct run *r = ctx;
	enum put_result result = PUT_SAME;

	if (!r->open && !db_begin(r->db, e))
		return false;
	r->open = true;
	if (!put_doc(r->put, d, &result, e)) {
		db_rollback(r->db);
		r->open = false;
		return false;
	}
	r->count[result]++;
	r->bytes += d->text.n;
	r->docs++;
	if (r->bytes < BATCH_BYTES && r->docs < BATCH_DOCS && more_waits())
		return true;
	return commit(r, e);
}

static void say_waiting(void *ctx, const char *path, long pid)
{
	if (pid)
		log_warn(ctx, _("%s is written by another svod (pid %ld). Waiting… (--no-wait to stop)"), path, pid);
	else
		log_warn(ctx, _("%s is written by another svod. Waiting… (--no-wait to stop)"), path);
}

/* --prune and --remove: instead of reading a stream. */
static int remove_files(struct run *r, const struct options *o, char **paths, int n, struct err *e)
{
	size_t gone = 0, one = 0;
	bool ok = db_begin(r->db, e);

	if (ok && o->prune)
		ok = put_prune(r->put, &gone, e);
	for (int i = 0; i < n && ok && o->remove; i++, gone += one)
		ok = put_remove(r->put, span_of(paths[i]), &one, e);
	ok = ok && db_commit(r->db, e);
	if (ok)
		log_info(r->log, ngettext("%zu file removed", "%zu files removed", gone), gone);
	else
		db_rollback(r->db);
	return e->code;
}

static void say_fault(void *ctx, const char *text)
{
	const struct run *r = ctx;

	log_warn(r->log, "%s", text);
}

/* --check, --rebuild and --repair read no stream either. */
static int keep_up(struct run *r, const struct options *o, struct err *e)
{
	const struct upkeep_report report = { say_fault, r };
	size_t bad = 0;
	bool ok;

	if (o->rebuild)
		return upkeep_rebuild(r->db, e) ? 0 : e->code;
	ok = o->check ? upkeep_check(r->db, &report, &bad, e) : upkeep_repair(r->db, &report, &bad, e);
	if (!ok)
		return e->code;
	if (o->check && !bad)
		log_info(r->log, _("the database is whole"));
	return bad ? EX_DATAERR : 0;
}

static int read_stream(struct run *r, char **operands, int n, struct err *e)
{
	struct filter f = { .each = each, .ctx = r, .no_output = true };
	int code = filter_run(&f, r->log, operands, n);

	if (r->open && !commit(r, e))
		return e->code;
	log_info(r->log, _("%zu new, %zu changed, %zu at another path, %zu as before"), r->count[PUT_NEW],
		 r->count[PUT_CHANGED], r->count[PUT_PATH], r->count[PUT_SAME]);
	return code;
}

static int work(struct run *r, const struct options *o, char **operands, int n, struct err *e)
{
	if (o->check || o->rebuild || o->repair)
		return keep_up(r, o, e);
	r->put = put_new(r->db, e);
	if (!r->put)
		return e->code;
	if (o->prune || o->remove)
		return remove_files(r, o, operands, n, e);
	return read_stream(r, operands, n, e);
}

/* The mode that the options want: a check writes nothing but needs FTS5's integrity check, which is an INSERT. */
static enum db_mode mode_of(const struct options *o)
{
	if (o->known)
		return DB_READ;
	return o->rebuild || o->repair || o->check ? DB_REPAIR : o->bulk ? DB_BULK : DB_WRITE;
}

int main(int argc, char **argv)
{
	struct options o = { .wait = 60 };
	struct err e = { 0 };
	int n = opt_parse(&program, &o, argc, argv, &e);
	struct log log = { "svod-index", o.common.quiet ? -1 : o.common.verbose, log_wants_color(o.common.color, STDERR_FILENO) };
	struct db_wait wait = { say_waiting, &log, o.no_wait ? 0 : (int)o.wait };
	struct run r = { .log = &log };
	int code = 0;

	if (o.common.stop)
		return o.common.stop - 1;
	if (n == 0)
		err_set(&e, EX_USAGE, _("which database? svod-index DB [STREAM]…"));
	if (n > 0 && db_open(&r.db, argv[1], mode_of(&o), &wait, &e))
		code = o.known ? known_print(r.db, stdout, &e) ? 0 : e.code : work(&r, &o, argv + 2, n - 1, &e);
	log_err(&log, &e);
	put_free(r.put);
	if (!db_finish(r.db, !e.code && code != EX_SOFTWARE, &e))
		log_err(&log, &e);
	return e.code ? e.code : code;
}
