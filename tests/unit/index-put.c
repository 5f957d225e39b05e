/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document replaces another while, each time at another step, one read or write of the database fails. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <cmocka.h>

#include "db_p.h"
#include "put.h"

enum { STEPS = 2000 };

/* A document with one organization; all lie at one path. */
static void make_doc(struct doc *d, const char *id, const char *title)
{
	struct item *org;

	d->id = span_of(id);
	d->source.path = SPAN("one.txt");
	d->text = SPAN("Профком");
	d->has_text = true;
	jval_set_str(&d->arena, doc_meta(d), "title", span_of(title));
	doc_add_block(d, BLOCK_PARA, 0, d->text.n);
	org = doc_add_item(d, ITEM_ORG, 0, d->text.n, "test");
	org->norm = jval_object(&d->arena);
	jval_set_str(&d->arena, org->norm, "canonical", SPAN("Профком"));
}

struct fault {
	sqlite3 *h;
	int left; /* steps until it fails, once */
};

/* FTS5 asks for data_version to keep a cache, and does without an answer: that is no failure of ours. */
static int fail_once(void *ctx)
{
	struct fault *f = ctx;

	for (sqlite3_stmt *s = NULL; (s = sqlite3_next_stmt(f->h, s));)
		if (sqlite3_stmt_busy(s) && span_starts(span_of(sqlite3_sql(s)), SPAN("PRAGMA")))
			return 0;
	return --f->left == 0;
}

/* Puts the document into the database of a first one, with a failure at a step; false where no step failed. */
static bool put_failing(struct db *db, struct put *put, const char *id, const char *title, int step)
{
	enum put_result result;
	struct doc d = { 0 };
	struct err e = { 0 };
	struct fault fault = { db->h, step };
	bool ok;

	make_doc(&d, id, title);
	assert_true(db_begin(db, &e));
	sqlite3_progress_handler(db->h, 1, fail_once, &fault);
	ok = put_doc(put, &d, &result, &e);
	sqlite3_progress_handler(db->h, 0, NULL, NULL);
	if (fault.left <= 0 && ok)
		fail_msg("%s: the failure of step %d was not noticed", title, step);
	if (fault.left > 0 && !ok)
		fail_msg("%s: %s", title, e.text);
	db_rollback(db);
	doc_free(&d);
	return fault.left <= 0;
}

static void no_failure_is_taken_for_no_row(void **state)
{
	static const char *const docs[][2] = {
		{ "aaaaaaaaaaaaaaaa", "Другой разбор" },
		{ "bbbbbbbbbbbbbbbb", "Другой документ" },
	};
	char dir[] = "/tmp/svod-put-XXXXXX", path[64];
	struct put *put;
	struct db *db = NULL;
	struct doc d = { 0 };
	struct err e = { 0 };
	enum put_result result;

	(void)state;
	assert_non_null(mkdtemp(dir));
	snprintf(path, sizeof path, "%s/c.db", dir);
	assert_true(db_open(&db, path, DB_WRITE, NULL, &e));
	put = put_new(db, &e);
	assert_non_null(put);
	make_doc(&d, docs[0][0], "План");
	assert_true(db_begin(db, &e) && put_doc(put, &d, &result, &e) && db_commit(db, &e));
	doc_free(&d);
	for (size_t i = 0; i < sizeof docs / sizeof *docs; i++) {
		int step = 1;

		while (step < STEPS && put_failing(db, put, docs[i][0], docs[i][1], step))
			step++;
		assert_in_range(step, 10, STEPS - 1);
	}
	put_free(put);
	db_close(db);
	unlink(path);
	rmdir(dir);
}

int main(void)
{
	static const struct CMUnitTest tests[] = { cmocka_unit_test(no_failure_is_taken_for_no_row) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
