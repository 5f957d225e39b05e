/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions in SQL, for what no command answers. */
#include "sql.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "db_p.h"
#include "i18n.h"

enum { MOST_SQL_COLUMNS = 31, STEPS = 100000, MOST_SECONDS = 60 };

static int authorize(void *ctx, int action, const char *a, const char *b, const char *c, const char *d)
{
	static const int allowed[] = { SQLITE_SELECT, SQLITE_READ, SQLITE_FUNCTION, SQLITE_RECURSIVE };

	(void)ctx;
	(void)c;
	(void)d;
	if (action == SQLITE_FUNCTION && b &&
	    (!strcmp(b, "load_extension") || !strcmp(b, "writefile") || !strcmp(b, "readfile")))
		return SQLITE_DENY;
	if (action == SQLITE_PRAGMA)
		return a && (!strcmp(a, "table_info") || !strcmp(a, "data_version") || !strcmp(a, "table_list"))
			       ? SQLITE_OK
			       : SQLITE_DENY;
	for (size_t i = 0; i < sizeof allowed / sizeof *allowed; i++)
		if (action == allowed[i])
			return SQLITE_OK;
	return SQLITE_DENY;
}

static int too_long(void *ctx)
{
	struct timespec now;
	const struct timespec *end = ctx;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec > end->tv_sec;
}

/* Whatever the statement gives: numbers to the right as long as the first row has them. */
static void print_rows(struct query *q, sqlite3_stmt *st, int rc)
{
	struct column columns[MOST_SQL_COLUMNS + 1] = { { 0 } };
	int n = sqlite3_column_count(st);
	struct table *t;

	n = n > MOST_SQL_COLUMNS ? MOST_SQL_COLUMNS : n;
	for (int i = 0; i < n; i++) {
		int type = rc == SQLITE_ROW ? sqlite3_column_type(st, i) : SQLITE_NULL;

		columns[i] = (struct column){ sqlite3_column_name(st, i), sqlite3_column_name(st, i),
					      COL_BOTH | (type == SQLITE_INTEGER || type == SQLITE_FLOAT ? COL_NUMBER
													 : COL_FLEX) };
	}
	t = query_table(q, columns);
	for (; rc == SQLITE_ROW; rc = sqlite3_step(st)) {
		for (int i = 0; i < n; i++)
			if (sqlite3_column_type(st, i) != SQLITE_BLOB)
				table_put(t, (size_t)i, column_text(st, i));
			else
				table_put(t, (size_t)i, SPAN("(blob)"));
		table_end_row(t);
	}
	q->nothing = table_rows(t) == 0;
	table_end(t);
}

bool sql_run(struct query *q, char **operands, int n, struct err *e)
{
	struct timespec end;
	sqlite3_stmt *st = NULL;
	const char *rest = NULL;
	int rc;

	(void)n;
	clock_gettime(CLOCK_MONOTONIC, &end);
	end.tv_sec += MOST_SECONDS;
	/* The tables behind FTS5 are read by FTS5 itself: it has prepared what it needs before the lock is shut. */
	if (sqlite3_exec(q->db->h, "SELECT rowid FROM blocks_fts WHERE blocks_fts MATCH 'svod' LIMIT 0", NULL, NULL,
			 NULL) != SQLITE_OK)
		return db_fail(q->db, e);
	sqlite3_set_authorizer(q->db->h, authorize, NULL);
	sqlite3_progress_handler(q->db->h, STEPS, too_long, &end);
	rc = sqlite3_prepare_v2(q->db->h, operands[0], -1, &st, &rest);
	if (rc == SQLITE_AUTH)
		return err_set(e, EX_USAGE,
			       _("only questions are answered: SELECT … (the database is read-only here)"));
	if (rc != SQLITE_OK)
		return err_set(e, EX_USAGE, "%s", sqlite3_errmsg(q->db->h));
	if (!st || strspn(rest, " \t\n;") != strlen(rest)) {
		sqlite3_finalize(st);
		return err_set(e, EX_USAGE, _("one statement is wanted"));
	}
	rc = sqlite3_step(st);
	if (rc == SQLITE_ROW || rc == SQLITE_DONE)
		print_rows(q, st, rc);
	rc = sqlite3_finalize(st);
	if (rc == SQLITE_INTERRUPT)
		return err_set(e, EX_TEMPFAIL, _("stopped after %d seconds"), MOST_SECONDS);
	return rc == SQLITE_OK || err_set(e, EX_USAGE, "%s", sqlite3_errmsg(q->db->h));
}
