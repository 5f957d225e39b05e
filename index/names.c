/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of documents: short ones for reading, and whatever a person types for finding. */
#include "names.h"

#include <stdlib.h>
#include <string.h>

#include "codes.h"
#include "db_p.h"
#include "i18n.h"
#include "json.h"
#include "notes.h"
#include "utf8.h"

enum { HASH_PREFIX = 6, SHOWN = 6 };

static size_t common_prefix(struct span a, struct span b)
{
	size_t n = 0;

	while (n < a.n && n < b.n && a.p[n] == b.p[n])
		n++;
	return n;
}

/* The first text column of a query about name, copied into out. */
static bool neighbour(struct db *db, const char *sql, struct span name, struct buf *out, struct err *e)
{
	sqlite3_stmt *s = NULL;

	buf_reset(out);
	if (!db_prepare(db, sql, &s, e))
		return false;
	bind_text(s, ":name", name);
	if (sqlite3_step(s) == SQLITE_ROW)
		buf_add(out, column_text(s, 0));
	sqlite3_finalize(s);
	return true;
}

static bool is_boundary(char c)
{
	return c == '_' || c == '-' || c == '.' || c == ' ';
}

static bool shorten(struct db *db, struct span name, struct buf *out, struct err *e)
{
	struct buf other = { 0 };
	size_t n = 0, k;
	bool ok = neighbour(db, "SELECT max(name) FROM files WHERE name < :name", name, &other, e);

	n = common_prefix(name, buf_span(&other));
	ok = ok && neighbour(db, "SELECT min(name) FROM files WHERE name > :name", name, &other, e);
	k = common_prefix(name, buf_span(&other));
	n = k > n ? k : n;
	for (n = n < name.n ? n + 1 : n; n < name.n && !is_boundary(name.p[n]);)
		n++;
	buf_add(out, span_sub(name, 0, n));
	buf_free(&other);
	return ok;
}

bool names_label(struct db *db, long long doc, struct buf *out, struct err *e)
{
	sqlite3_stmt *s = NULL;
	bool ok;

	if (!db_prepare(db,
			"SELECT name, path, member, (SELECT count(DISTINCT doc) FROM files g WHERE g.name = f.name)"
			" FROM files f WHERE doc = :doc ORDER BY path, member LIMIT 1",
			&s, e))
		return false;
	bind_int(s, ":doc", doc);
	ok = sqlite3_step(s) == SQLITE_ROW;
	if (ok && sqlite3_column_int(s, 3) > 1) {
		buf_add(out, column_text(s, 1));
		if (column_text(s, 2).n)
			buf_addf(out, "!%.*s", SPAN_ARG(column_text(s, 2)));
	} else if (ok) {
		ok = shorten(db, column_text(s, 0), out, e);
	}
	sqlite3_finalize(s);
	return ok || e->code == 0;
}

/* ---- finding ---- */

struct candidates {
	sqlite3_int64 doc[SHOWN];
	size_t n;
};

static bool collect(struct db *db, const char *sql, struct span text, struct candidates *c, struct err *e)
{
	sqlite3_stmt *s = NULL;

	if (!db_prepare(db, sql, &s, e))
		return false;
	bind_text(s, ":text", text);
	while (c->n < SHOWN && sqlite3_step(s) == SQLITE_ROW)
		c->doc[c->n++] = sqlite3_column_int64(s, 0);
	sqlite3_finalize(s);
	return true;
}

static bool ambiguous(struct db *db, struct span text, const struct candidates *c, struct err *e)
{
	struct buf all = { 0 };

	for (size_t i = 0; i < c->n; i++) {
		buf_puts(&all, i ? ", " : "");
		if (!names_label(db, c->doc[i], &all, e))
			break;
	}
	err_set(e, EX_USAGE, _("%.*s: several documents begin so: %s%s"), SPAN_ARG(text), buf_str(&all),
		c->n == SHOWN ? " …" : "");
	buf_free(&all);
	return false;
}

bool names_find(struct db *db, struct span text, long long *doc, struct err *e)
{
	static const char *const ways[] = {
		"SELECT id FROM documents WHERE hash = :text",
		"SELECT DISTINCT doc FROM files WHERE path = :text OR path || '!' || member = :text",
		"SELECT DISTINCT doc FROM files WHERE name = :text",
		"SELECT DISTINCT doc FROM files WHERE name >= :text AND name < :text || char(0x10fffd)",
		"SELECT id FROM documents WHERE length(:text) >= 6 AND hash >= :text AND hash < :text || 'g'",
		"SELECT DISTINCT doc FROM files WHERE path LIKE '%/' || :text",
	};
	struct candidates c = { .n = 0 };

	for (size_t i = 0; i < sizeof ways / sizeof *ways && c.n == 0; i++)
		if (!collect(db, ways[i], text, &c, e))
			return false;
	if (c.n > 1)
		return ambiguous(db, text, &c, e);
	if (c.n == 0)
		return err_set(e, EX_NOINPUT, _("%.*s: no such document. svod list docs names them"), SPAN_ARG(text));
	*doc = c.doc[0];
	return true;
}

/* ---- places ---- */

/*
 * What the blocks of a document are counted by: the column; the last number that a place may have, where the last block
 * goes on over several lines (each holds a letter at least: a word may be divided) or pages; what is said beyond it,
 * with the number asked for and the last at which a block begins.
 */
struct measure {
	const char *column, *last, *beyond;
};

enum { BY_LINE, BY_PAGE, BY_PARA };

static const struct measure measures[] = {
	[BY_LINE] = { "line", "(SELECT sum(length(bytes)) FROM b WHERE line = last) + last",
		      N_("%lld: no such line; the last paragraph begins in line %lld") },
	[BY_PAGE] = { "page", "(SELECT pages FROM documents WHERE id = :doc)",
		      N_("%lld: no such page; the last text begins on page %lld") },
	[BY_PARA] = { "para", "last", N_("%lld: no such paragraph; the last is %lld") },
};

/* What a place (210, l.210, p.3, ¶12) is counted in, and its number; NULL where it is no place. */
static const struct measure *read_place(struct span place, long long *number)
{
	const struct {
		const char *format;
		int by;
	} marks[] = { { "%d", BY_LINE },   { "l.%d", BY_LINE },    { _("l.%d"), BY_LINE },
		      { "p.%d", BY_PAGE }, { _("p.%d"), BY_PAGE }, { "¶%d", BY_PARA } };

	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		struct span mark = span_make(marks[i].format, strcspn(marks[i].format, "%"));

		if (span_starts(place, mark) && span_to_long(span_sub(place, mark.n, place.n), number))
			return &measures[marks[i].by];
	}
	return NULL;
}

/* The blocks that begin at the last beginning that is not behind the number: a block may go on over several lines. */
static bool find_blocks(struct db *db, const struct measure *by, long long number, struct name_place *place,
			struct err *e)
{
	struct buf sql = { 0 };
	sqlite3_stmt *s = NULL;
	bool ok;

	buf_addf(&sql,
		 "WITH b AS (SELECT b.*, coalesce(text, unsearched, '') AS bytes FROM documents d, blocks b"
		 " WHERE d.id = :doc AND b.id BETWEEN d.first_block AND d.last_block),"
		 " ends AS (SELECT max(%s) AS last FROM b)"
		 " SELECT min(start), max(start + length(CAST(bytes AS BLOB))), last, max(last, coalesce(%s, 0))"
		 " FROM b, ends WHERE %s = (SELECT max(%s) FROM b WHERE %s <= :number)",
		 by->column, by->last, by->column, by->column, by->column);
	ok = db_prepare(db, buf_str(&sql), &s, e);
	buf_free(&sql);
	if (!ok)
		return false;
	bind_int(s, ":doc", place->doc);
	bind_int(s, ":number", number);
	ok = sqlite3_step(s) == SQLITE_ROW && sqlite3_column_type(s, 0) != SQLITE_NULL;
	if (!ok)
		err_set(e, EX_NOINPUT, _("%lld: this document has no such place"), number);
	else if (number > sqlite3_column_int64(s, 3))
		ok = err_set(e, EX_NOINPUT, _(by->beyond), number, (long long)sqlite3_column_int64(s, 2));
	place->start = ok ? sqlite3_column_int64(s, 0) : 0;
	place->stop = ok ? sqlite3_column_int64(s, 1) : 0;
	sqlite3_finalize(s);
	return ok;
}

bool names_find_place(struct db *db, struct span text, struct name_place *place, struct err *e)
{
	const char *colon = memrchr(text.p, ':', text.n);
	const struct measure *by;
	size_t at = colon ? (size_t)(colon - text.p) : 0;
	long long number;

	*place = (struct name_place){ 0 };
	if (!colon || !(by = read_place(span_sub(text, at + 1, text.n), &number)))
		return true;
	return names_find(db, span_sub(text, 0, at), &place->doc, e) && find_blocks(db, by, number, place, e);
}

/* ---- items ---- */

bool names_find_item(struct db *db, struct span text, long long *doc, long long *item, struct err *e)
{
	const char *colon = memrchr(text.p, ':', text.n);
	sqlite3_stmt *s = NULL;
	struct span name;

	if (!colon)
		return err_set(e, EX_USAGE, _("%.*s: an item is written DOC:TYPE-START, as svod show DOC prints it"),
			       SPAN_ARG(text));
	name = span_sub(text, (size_t)(colon + 1 - text.p), text.n);
	if (!names_find(db, span_sub(text, 0, (size_t)(colon - text.p)), doc, e) ||
	    !db_prepare(db,
			"SELECT id FROM items WHERE doc = :doc AND name = :name UNION ALL"
			" SELECT item FROM plan_rows WHERE doc = :doc AND 'row-' || row = :name LIMIT 1",
			&s, e))
		return false;
	bind_int(s, ":doc", *doc);
	bind_text(s, ":name", name);
	*item = sqlite3_step(s) == SQLITE_ROW ? sqlite3_column_int64(s, 0) : 0;
	sqlite3_finalize(s);
	return *item || err_set(e, EX_NOINPUT, _("%.*s: no such item in this document. svod show DOC names them"),
				SPAN_ARG(name));
}

/* ---- SQL functions ---- */

static struct span value_text(sqlite3_value *v)
{
	const char *p = (const char *)sqlite3_value_text(v);

	return span_make(p, p ? (size_t)sqlite3_value_bytes(v) : 0);
}

static void give(sqlite3_context *ctx, struct buf *b)
{
	sqlite3_result_text64(ctx, b->n ? b->p : "", b->n, SQLITE_TRANSIENT, SQLITE_UTF8);
	buf_free(b);
}

static void sql_label(sqlite3_context *ctx, int n, sqlite3_value **v)
{
	struct buf out = { 0 };
	struct err e = { 0 };

	(void)n;
	if (names_label(sqlite3_user_data(ctx), sqlite3_value_int64(v[0]), &out, &e)) {
		give(ctx, &out);
	} else {
		sqlite3_result_error(ctx, e.text, -1);
		buf_free(&out);
	}
}

static void sql_fold(sqlite3_context *ctx, int n, sqlite3_value **v)
{
	struct span s = value_text(v[0]);
	struct buf out = { 0 };

	(void)n;
	buf_room(&out, s.n);
	utf8_fold(s, out.p);
	out.n = s.n;
	give(ctx, &out);
}

/* p.3, l.210, ¶12, or nothing. */
static void sql_place(sqlite3_context *ctx, int n, sqlite3_value **v)
{
	struct buf out = { 0 };

	(void)n;
	if (sqlite3_value_type(v[0]) != SQLITE_NULL)
		buf_addf(&out, _("p.%d"), sqlite3_value_int(v[0]));
	else if (sqlite3_value_type(v[1]) != SQLITE_NULL)
		buf_addf(&out, _("l.%d"), sqlite3_value_int(v[1]));
	else if (sqlite3_value_type(v[2]) != SQLITE_NULL)
		buf_addf(&out, "¶%d", sqlite3_value_int(v[2]));
	give(ctx, &out);
}

/* The same behind the label of a document, as a search prints it and a person types it: :p.3, :210, :¶12, or "". */
static void sql_at(sqlite3_context *ctx, int n, sqlite3_value **v)
{
	struct buf out = { 0 };

	(void)n;
	if (sqlite3_value_type(v[0]) != SQLITE_NULL)
		buf_addf(&out, _(":p.%d"), sqlite3_value_int(v[0]));
	else if (sqlite3_value_type(v[1]) != SQLITE_NULL)
		buf_addf(&out, ":%d", sqlite3_value_int(v[1]));
	else if (sqlite3_value_type(v[2]) != SQLITE_NULL)
		buf_addf(&out, ":¶%d", sqlite3_value_int(v[2]));
	give(ctx, &out);
}

/* A note in the language of the session. */
static void sql_note(sqlite3_context *ctx, int n, sqlite3_value **v)
{
	struct buf out = { 0 };

	(void)n;
	notes_say(value_text(v[0]), &out);
	give(ctx, &out);
}

/* ["a","b"] → a, b */
static void sql_list(sqlite3_context *ctx, int n, sqlite3_value **v)
{
	struct span s = value_text(v[0]);
	struct json_parser *p = json_parser_new();
	struct buf out = { 0 };
	struct json_ref all, one;
	struct err e = { 0 };
	struct span key;

	(void)n;
	if (s.n && json_parse(p, s, &all, &e)) {
		struct json_iter it = json_each(all);

		while (json_next(&it, &key, &one)) {
			buf_puts(&out, out.n ? ", " : "");
			buf_add(&out, json_string(one));
		}
	}
	json_parser_free(p);
	give(ctx, &out);
}

/* Codes of checks in words of the person's language; the code itself where it has none. */
static void put_words(sqlite3_context *ctx, struct code_words words, struct span code)
{
	struct buf out = { 0 };

	buf_add(&out, words.en ? span_of(_(words.en)) : code);
	give(ctx, &out);
}

static void sql_check(sqlite3_context *ctx, int n, sqlite3_value **v)
{
	struct span code = span_of((const char *)sqlite3_value_text(v[0]));

	(void)n;
	put_words(ctx, codes_check(code), code);
}

static void sql_result(sqlite3_context *ctx, int n, sqlite3_value **v)
{
	struct span code = span_of((const char *)sqlite3_value_text(v[0]));

	(void)n;
	put_words(ctx, codes_result(code), code);
}

bool names_register(struct db *db, struct err *e)
{
	static const struct {
		const char *name;
		int args;
		void (*f)(sqlite3_context *ctx, int n, sqlite3_value **v);
	} functions[] = { { "svod_label", 1, sql_label },
			  { "svod_fold", 1, sql_fold },
			  { "svod_place", 3, sql_place },
			  { "svod_json_list", 1, sql_list },
			  { "svod_at", 3, sql_at },
			  { "svod_note", 1, sql_note },
			  { "svod_check_words", 1, sql_check },
			  { "svod_result_words", 1, sql_result } };

	for (size_t i = 0; i < sizeof functions / sizeof *functions; i++)
		if (sqlite3_create_function(db->h, functions[i].name, functions[i].args, SQLITE_UTF8, db,
					    functions[i].f, NULL, NULL) != SQLITE_OK)
			return db_fail(db, e);
	return db_exec(db, "CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab(main, blocks_fts, row)",
		       e);
}
