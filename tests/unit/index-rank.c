/* SPDX-License-Identifier: GPL-3.0-or-later */
/* svod_rank gives the first rows of bm25, in its order, over a made-up table of short and long rows. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <math.h>
#include <stdio.h>
#include <cmocka.h>

#include "buf.h"
#include "fts_p.h"

enum { ROWS = 3000, FIRST = 20 };

struct table {
	sqlite3 *h;
	struct fts *fts;
};

static unsigned next(unsigned *seed)
{
	return (*seed = *seed * 1103515245U + 12345U) >> 16;
}

/* "a" in most rows, "b" in many, "c" in few. */
static void fill(sqlite3 *h)
{
	sqlite3_stmt *st = NULL;
	unsigned seed = 7;

	assert_int_equal(sqlite3_prepare_v2(h, "INSERT INTO t VALUES (?1)", -1, &st, NULL), SQLITE_OK);
	for (int row = 0; row < ROWS; row++) {
		struct buf text = { 0 };

		for (unsigned words = 1 + next(&seed) % 60; words > 0; words--) {
			unsigned r = next(&seed) % 200;

			buf_puts(&text, r < 20 ? "a " : r < 26 ? "b " : r < 27 ? "c " : "d ");
		}
		sqlite3_bind_text(st, 1, buf_str(&text), -1, SQLITE_TRANSIENT);
		assert_int_equal(sqlite3_step(st), SQLITE_DONE);
		sqlite3_reset(st);
		buf_free(&text);
	}
	sqlite3_finalize(st);
}

/* The values that bm25 gives the first rows in an order. */
static int values(struct table *t, const char *match, const char *order, double out[FIRST])
{
	sqlite3_stmt *st = NULL;
	struct buf sql = { 0 };
	int n = 0;

	buf_addf(&sql, "SELECT bm25(t), %s FROM t WHERE t MATCH ?1 ORDER BY 2, rowid LIMIT %d", order, FIRST);
	assert_int_equal(sqlite3_prepare_v2(t->h, buf_str(&sql), -1, &st, NULL), SQLITE_OK);
	sqlite3_bind_text(st, 1, match, -1, SQLITE_STATIC);
	while (sqlite3_step(st) == SQLITE_ROW)
		out[n++] = sqlite3_column_double(st, 0);
	assert_int_equal(sqlite3_finalize(st), SQLITE_OK);
	buf_free(&sql);
	return n;
}

static void check(struct table *t, const char *order)
{
	static const char *const asked[] = { "a", "c", "\"a a\"", "a AND b", "a OR c", "NEAR(a c, 5)", "a NOT b" };

	for (size_t i = 0; i < sizeof asked / sizeof *asked; i++) {
		double want[FIRST], got[FIRST];
		int n = values(t, asked[i], "bm25(t)", want);

		assert_int_equal(n, FIRST);
		assert_int_equal(values(t, asked[i], order, got), n);
		for (int k = 0; k < n; k++)
			assert_true(fabs(want[k] - got[k]) < 1e-9);
	}
}

static void the_first_rows_are_those_of_bm25(void **state)
{
	check(*state, "svod_rank(t, 20)");
	check(*state, "svod_rank(t, 20, 't_docsize')");
	check(*state, "svod_rank(t, 20, 'no_such_table')");
}

static void without_a_number_every_row_has_its_own_value(void **state)
{
	check(*state, "svod_rank(t, 0)");
	check(*state, "svod_rank(t)");
}

/* The value that bm25 gives a row. */
static double value(struct table *t, const char *match, sqlite3_int64 id)
{
	sqlite3_stmt *st = NULL;
	double v;

	assert_int_equal(
		sqlite3_prepare_v2(t->h, "SELECT bm25(t) FROM t WHERE t MATCH ?1 AND rowid = ?2", -1, &st, NULL),
		SQLITE_OK);
	sqlite3_bind_text(st, 1, match, -1, SQLITE_STATIC);
	sqlite3_bind_int64(st, 2, id);
	assert_int_equal(sqlite3_step(st), SQLITE_ROW);
	v = sqlite3_column_double(st, 0);
	sqlite3_finalize(st);
	return v;
}

static void the_best_of_a_phrase_come_at_once(void **state)
{
	static const char *const asked[] = { "a", "c", "\"a a\"" };

	for (size_t i = 0; i < sizeof asked / sizeof *asked; i++) {
		struct table *t = *state;
		double want[FIRST];
		sqlite3_stmt *st = NULL;
		int n = 0;

		assert_int_equal(values(t, asked[i], "bm25(t)", want), FIRST);
		assert_int_equal(
			sqlite3_prepare_v2(t->h,
					   "SELECT CAST(key AS INTEGER) FROM json_each((SELECT svod_best(t, 20, "
					   "'t_docsize') FROM t WHERE t MATCH ?1 LIMIT 1))",
					   -1, &st, NULL),
			SQLITE_OK);
		sqlite3_bind_text(st, 1, asked[i], -1, SQLITE_STATIC);
		for (; sqlite3_step(st) == SQLITE_ROW; n++)
			assert_true(fabs(value(t, asked[i], sqlite3_column_int64(st, 0)) - want[n]) < 1e-9);
		assert_int_equal(sqlite3_finalize(st), SQLITE_OK);
		assert_int_equal(n, FIRST);
	}
	assert_int_not_equal(sqlite3_exec(((struct table *)*state)->h,
					  "SELECT svod_best(t, 20) FROM t WHERE t MATCH 'a AND b'", NULL, NULL, NULL),
			     SQLITE_OK);
}

static int open_table(void **state)
{
	static struct table t;
	struct err e = { 0 };

	if (sqlite3_open(":memory:", &t.h) != SQLITE_OK || !fts_register(t.h, NULL, &t.fts, &e) ||
	    sqlite3_exec(t.h, "CREATE VIRTUAL TABLE t USING fts5(x, tokenize=unicode61)", NULL, NULL, NULL) !=
		    SQLITE_OK)
		return -1;
	fill(t.h);
	*state = &t;
	return 0;
}

static int close_table(void **state)
{
	struct table *t = *state;

	sqlite3_close(t->h);
	fts_free(t->fts);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_first_rows_are_those_of_bm25),
		cmocka_unit_test(the_best_of_a_phrase_come_at_once),
		cmocka_unit_test(without_a_number_every_row_has_its_own_value),
	};

	return cmocka_run_group_tests(tests, open_table, close_table);
}
