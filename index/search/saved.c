/* SPDX-License-Identifier: GPL-3.0-or-later */
/* svod search --save and --saved: what was typed, to be asked again when the corpus has grown. */
#include "saved.h"

#include <string.h>

#include "db_p.h"
#include "i18n.h"
#include "json.h"

enum { MOST_ARGUMENTS = 256 };

static void put_arguments(const struct query *q, struct buf *out)
{
	struct json_out j = { out, false };

	json_open(&j, '[');
	for (int i = 1; i < q->argc; i++) {
		if (!strcmp(q->argv[i], "--save"))
			i++;
		else if (strncmp(q->argv[i], "--save=", 7) != 0)
			json_put_str(&j, span_of(q->argv[i]));
	}
	json_close(&j, ']');
}

/* Changes the table through a second connection, since questions only read; *n rows were changed. */
static bool change(struct query *q, const char *sql, const char *name, struct span args, int *n, struct err *e)
{
	struct db_wait wait = { .seconds = 10 };
	sqlite3_stmt *st = NULL;
	struct db *db = NULL;
	bool ok = db_open(&db, q->db->path, DB_WRITE, &wait, e) && db_begin(db, e) && db_prepare(db, sql, &st, e);

	if (ok) {
		sqlite3_bind_text(st, 1, name, -1, SQLITE_STATIC);
		if (args.n)
			sqlite3_bind_text(st, 2, args.p, (int)args.n, SQLITE_STATIC);
		ok = db_run(db, st, e);
		*n = sqlite3_changes(db->h);
	}
	sqlite3_finalize(st);
	ok = ok && db_commit(db, e);
	db_close(db);
	return ok;
}

bool saved_keep(struct query *q, const char *name, struct err *e)
{
	struct buf args = { 0 };
	bool ok;
	int n;

	put_arguments(q, &args);
	ok = change(q, "INSERT OR REPLACE INTO saved VALUES (?1, ?2)", name, buf_span(&args), &n, e);
	buf_free(&args);
	return ok;
}

static bool unknown(struct query *q, const char *name, struct err *e)
{
	sqlite3_stmt *st = NULL;
	struct buf all = { 0 };

	if (!db_prepare(q->db, "SELECT group_concat(name, ', ') FROM (SELECT name FROM saved ORDER BY name)", &st, e))
		return false;
	if (sqlite3_step(st) == SQLITE_ROW)
		buf_add(&all, column_text(st, 0));
	sqlite3_finalize(st);
	if (all.n)
		err_set(e, EX_NOINPUT, _("%s: no such query was saved. There are: %s"), name, buf_str(&all));
	else
		err_set(e, EX_NOINPUT, _("%s: no query was saved yet: svod search --save NAME QUERY"), name);
	buf_free(&all);
	return false;
}

bool saved_forget(struct query *q, const char *name, struct err *e)
{
	int n = 0;

	return change(q, "DELETE FROM saved WHERE name = ?1", name, (struct span){ 0 }, &n, e) &&
	       (n > 0 || unknown(q, name, e));
}

bool saved_load(struct query *q, const char *name, struct arena *a, char ***args, int *n, struct err *e)
{
	struct json_parser *p = json_parser_new();
	sqlite3_stmt *st = NULL;
	struct json_ref all, one;
	struct json_iter it;
	struct span key;
	bool ok = db_prepare(q->db, "SELECT args FROM saved WHERE name = :name", &st, e);

	*args = arena_alloc(a, (MOST_ARGUMENTS + 2) * sizeof **args);
	*n = 1;
	if (ok) {
		bind_text(st, ":name", span_of(name));
		ok = sqlite3_step(st) == SQLITE_ROW ? json_parse(p, column_text(st, 0), &all, e) : unknown(q, name, e);
	}
	if (ok) {
		(*args)[0] = (char *)arena_dup(a, SPAN("search")).p;
		it = json_each(all);
		while (*n < MOST_ARGUMENTS && json_next(&it, &key, &one))
			(*args)[(*n)++] = (char *)arena_dup(a, json_string(one)).p;
	}
	sqlite3_finalize(st);
	json_parser_free(p);
	return ok;
}
