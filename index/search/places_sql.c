/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What places.h knows, for SQL: svod search filters with it, the sqlite3 shell marks with it. */
#include "i18n.h"
#include "places_sql_p.h"

#include <stdlib.h>

#include "mem.h"
#include "places.h"

#ifdef SVOD_FTS5_EXTENSION
SQLITE_EXTENSION_INIT3
#endif

/* A query that came as text: read once a statement. */
struct asked {
	struct arena arena;
	struct ask ask;
	struct places *places;
};

static void asked_free(void *p)
{
	struct asked *a = p;

	places_free(a->places);
	arena_free(&a->arena);
	free(a);
}

static struct asked *read_query(struct fts *f, struct span query, struct err *e)
{
	struct asked *a = mem_alloc(sizeof *a);
	struct span text = arena_dup(&a->arena, query);

	if (ask_parse(text, &a->arena, &a->ask, e) && !a->ask.words)
		err_set(e, EX_USAGE, _("%.*s: a word is wanted"), SPAN_ARG(query));
	if (e->code == 0) {
		a->places = places_new(fts_tokenizer_for_queries(f), a->ask.words);
		return a;
	}
	asked_free(a);
	return NULL;
}

static struct span text_of(sqlite3_value *v)
{
	const char *p = (const char *)sqlite3_value_text(v);

	return span_make(p, p ? (size_t)sqlite3_value_bytes(v) : 0);
}

/* NULL: the error is set. */
static struct places *places_of(sqlite3_context *out, sqlite3_value *query)
{
	struct places *p = sqlite3_value_pointer(query, PLACES_POINTER);
	struct asked *a = p ? NULL : sqlite3_get_auxdata(out, 1);
	struct err e = { 0 };

	if (p || a)
		return p ? p : a->places;
	a = read_query(sqlite3_user_data(out), text_of(query), &e);
	if (!a) {
		sqlite3_result_error(out, e.text, -1);
		return NULL;
	}
	sqlite3_set_auxdata(out, 1, a, asked_free);
	a = sqlite3_get_auxdata(out, 1);
	if (!a)
		sqlite3_result_error_nomem(out);
	return a ? a->places : NULL;
}

static void svod_holds(sqlite3_context *out, int n, sqlite3_value **arg)
{
	struct places *p = places_of(out, arg[1]);

	(void)n;
	if (p)
		sqlite3_result_int(out, places_find(p, text_of(arg[0]), NULL, NULL));
}

static void svod_mark(sqlite3_context *out, int n, sqlite3_value **arg)
{
	struct places *p = places_of(out, arg[1]);
	struct place_marks marks = { text_of(arg[2]), text_of(arg[3]) };
	struct buf marked = { 0 };

	(void)n;
	if (p && places_find(p, text_of(arg[0]), &marks, &marked))
		sqlite3_result_text64(out, buf_str(&marked), marked.n, SQLITE_TRANSIENT, SQLITE_UTF8);
	buf_free(&marked);
}

int places_register(sqlite3 *h, struct fts *f)
{
	enum { FLAGS = SQLITE_UTF8 | SQLITE_INNOCUOUS };
	int rc = sqlite3_create_function_v2(h, "svod_holds", 2, FLAGS, f, svod_holds, NULL, NULL, NULL);

	if (rc == SQLITE_OK)
		rc = sqlite3_create_function_v2(h, "svod_mark", 4, FLAGS, f, svod_mark, NULL, NULL, NULL);
	return rc;
}
