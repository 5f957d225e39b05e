/* SPDX-License-Identifier: GPL-3.0-or-later */
/* svod-index: the stream into a database. */
#include <stdio.h>
#include <unistd.h>

#include "i18n.h"
#include "intake.h"
#include "known.h"
#include "log.h"
#include "opt.h"
#include "upkeep.h"

struct options {
	struct opt_common common;
	bool no_wait, prune, remove, known, check, rebuild, repair, bulk;
	long wait;
};

static const struct opt opts[] = {
	{ "prune", 0, OPT_FLAG, offsetof(struct options, prune), NULL,
	  N_("remove documents whose files are gone, as seen from this folder"), NULL, 0, 0 },
	{ "remove", 0, OPT_FLAG, offsetof(struct options, remove), NULL, N_("remove the files named after DB"), NULL, 0,
	  0 },
	{ "known", 0, OPT_FLAG, offsetof(struct options, known), NULL,
	  N_("print the files that are there: \"SHA-256  path\", each ended by NUL"), NULL, 0, 0 },
	{ "check", 0, OPT_FLAG, offsetof(struct options, check), NULL,
	  N_("look whether the database is whole; 65 when it is not"), NULL, 0, 0 },
	{ "rebuild", 0, OPT_FLAG, offsetof(struct options, rebuild), NULL,
	  N_("write the words again, after a change of dictionary"), NULL, 0, 0 },
	{ "repair", 0, OPT_FLAG, offsetof(struct options, repair), NULL,
	  N_("make all rows again from the documents that are whole"), NULL, 0, 0 },
	{ "bulk", 0, OPT_FLAG, offsetof(struct options, bulk), NULL,
	  N_("first load: a new file that appears when it is complete"), NULL, 0, 0 },
	{ "wait", 0, OPT_INT, offsetof(struct options, wait), "SECONDS", N_("how long to wait for another writer (60)"),
	  NULL, 0, 86400 },
	{ "no-wait", 0, OPT_FLAG, offsetof(struct options, no_wait), NULL, N_("do not wait for another writer"), NULL,
	  0, 0 },
	{ 0 },
};

static const struct example examples[] = {
	{ "svod-read archive/ | svod-clean | svod-extract | svod-resolve | svod-index corpus.db", N_("index files") },
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

static void say_waiting(void *ctx, const char *path, long pid)
{
	if (pid)
		log_warn(ctx, _("%s is written by another svod (pid %ld). Waiting… (--no-wait to stop)"), path, pid);
	else
		log_warn(ctx, _("%s is written by another svod. Waiting… (--no-wait to stop)"), path);
}

static int work(struct db *db, const struct log *log, const struct options *o, char **operands, int n, struct err *e)
{
	if (o->known)
		return known_print(db, stdout, e) ? 0 : e->code;
	if (o->rebuild)
		return upkeep_rebuild(db, e) ? 0 : e->code;
	if (o->check || o->repair)
		return intake_check(db, log, o->repair, e);
	if (o->prune || o->remove)
		return intake_remove(db, log, o->prune, operands, o->remove ? n : 0, e);
	return intake_stream(db, log, operands, n, e);
}

/* The mode that the options want: a check writes nothing but needs FTS5's integrity check, which is an INSERT. */
static enum db_mode mode_of(const struct options *o)
{
	if (o->known)
		return DB_KNOWN;
	return o->rebuild || o->repair || o->check ? DB_REPAIR : o->bulk ? DB_BULK : DB_WRITE;
}

int main(int argc, char **argv)
{
	struct options o = { .wait = 60 };
	struct err e = { 0 };
	int n = opt_parse(&program, &o, argc, argv, &e);
	struct log log = { "svod-index", o.common.quiet ? -1 : o.common.verbose,
			   log_wants_color(o.common.color, STDERR_FILENO) };
	struct db_wait wait = { say_waiting, &log, o.no_wait ? 0 : (int)o.wait };
	struct db *db = NULL;
	int code = 0;

	if (o.common.stop)
		return o.common.stop - 1;
	if (n == 0)
		err_set(&e, EX_USAGE, _("which database? svod-index DB [STREAM]…"));
	if (n > 0 && db_open(&db, argv[1], mode_of(&o), &wait, &e))
		code = work(db, &log, &o, argv + 2, n - 1, &e);
	log_err(&log, &e);
	if (!db_finish(db, !e.code && code != EX_SOFTWARE && code != EX_IOERR, &e))
		log_err(&log, &e);
	return e.code ? e.code : code;
}
