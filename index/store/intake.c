/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Documents in batches: large enough to be fast, and ended whenever no document waits, so that others may write. A
 * batch's words become one piece of the index: 64 MB of text take 40 MB of memory, and there is little to merge.
 */
#include "intake.h"

#include <poll.h>
#include <unistd.h>

#include "filter.h"
#include "i18n.h"
#include "put.h"
#include "upkeep.h"

enum { BATCH_BYTES = 64 << 20, BATCH_DOCS = 4000 };

struct run {
	const struct log *log;
	struct db *db;
	struct put *put;
	bool open;  /* in a transaction */
	bool piped; /* documents come from stdin, perhaps slowly */
	bool over;  /* a batch was lost: none may follow, as if nothing had happened */
	size_t bytes, docs;
	size_t batch[PUT_RESULTS], count[PUT_RESULTS]; /* of the open transaction, and of those before it */
};

/* More to read at once? If not, others may write while we wait. */
static bool more_waits(const struct run *r)
{
	struct pollfd in = { STDIN_FILENO, POLLIN, 0 };

	return !r->piped || poll(&in, 1, 0) > 0;
}

/* The open batch is gone: more than single documents that are refused, which is what 65 says of a run. */
static bool lose(struct run *r, struct err *e)
{
	r->over = true;
	if (e->code == EX_DATAERR)
		e->code = EX_IOERR;
	return false;
}

static bool commit(struct run *r, struct err *e)
{
	bool ok = db_commit(r->db, e);

	r->open = false;
	r->bytes = r->docs = 0;
	for (int i = 0; i < PUT_RESULTS; i++) {
		r->count[i] += ok ? r->batch[i] : 0;
		r->batch[i] = 0;
	}
	return ok || lose(r, e);
}

static bool each(void *ctx, struct doc *d, struct err *e)
{
	struct run *r = ctx;
	enum put_result result = PUT_SAME;

	if (!put_check(d, e) || (!r->open && !db_begin(r->db, e)))
		return false;
	r->open = true;
	if (!put_doc(r->put, d, &result, e)) {
		db_rollback(r->db);
		r->open = false;
		return lose(r, e);
	}
	r->batch[result]++;
	r->bytes += d->text.n;
	r->docs++;
	if (r->bytes < BATCH_BYTES && r->docs < BATCH_DOCS && more_waits(r))
		return true;
	return commit(r, e);
}

int intake_stream(struct db *db, const struct log *log, char **operands, int n, struct err *e)
{
	struct run r = { .log = log, .db = db, .put = put_new(db, e), .piped = n == 0 };
	struct filter f = { .each = each, .ctx = &r, .over = &r.over, .no_output = true };
	int code;

	if (!r.put)
		return e->code;
	code = filter_run(&f, log, operands, n);
	if (r.open && !commit(&r, e))
		code = e->code;
	put_free(r.put);
	log_info(log, _("%zu new, %zu changed, %zu at another path, %zu as before"), r.count[PUT_NEW],
		 r.count[PUT_CHANGED], r.count[PUT_PATH], r.count[PUT_SAME]);
	return code;
}

int intake_remove(struct db *db, const struct log *log, bool prune, char **paths, int n, struct err *e)
{
	struct put *put = put_new(db, e);
	size_t gone = 0, one = 0;
	bool ok = put && db_begin(db, e);

	if (ok && prune)
		ok = put_prune(put, &gone, e);
	for (int i = 0; i < n && ok; i++, gone += one)
		ok = put_remove(put, span_of(paths[i]), &one, e);
	ok = ok && db_commit(db, e);
	if (ok)
		log_info(log, ngettext("%zu file removed", "%zu files removed", gone), gone);
	else
		db_rollback(db);
	put_free(put);
	return e->code;
}

static void say_fault(void *ctx, const char *text)
{
	log_warn(ctx, "%s", text);
}

int intake_check(struct db *db, const struct log *log, bool repair, struct err *e)
{
	const struct upkeep_report report = { say_fault, (void *)(size_t)log };
	size_t bad = 0;
	bool ok = repair ? upkeep_repair(db, &report, &bad, e) : upkeep_check(db, &report, &bad, e);

	if (!ok)
		return e->code;
	if (!bad)
		log_info(log, _("the database is whole"));
	return bad ? EX_DATAERR : 0;
}
