/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document of the stream becomes rows. Which document a path holds is decided here; its parts are in put_*.c. */
#include "put.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "digest.h"
#include "files.h"
#include "i18n.h"
#include "mem.h"
#include "pack.h"
#include "put_p.h"
#include "utf8.h"
#include "when.h"

static const char *const statements[PUT_SQL] = {
	[SQL_FIND_DOC] = "SELECT id, line_hash FROM documents WHERE hash = :hash",
	[SQL_FIND_FILE] = "SELECT id, doc FROM files WHERE path = :path AND member = :member",
	[SQL_ADD_DOC] =
		"INSERT INTO documents(hash, title, kind, lang, country, date, date_from, date_to, period, issuer,"
		" format, bytes, pages, text_bytes, text_hash, line_hash, meta, sentences, map, extra) VALUES (:hash, "
		":title,"
		" :kind, :lang, :country, :date, :date_from, :date_to, :period, :issuer, :format, :bytes, :pages,"
		" :text_bytes, :text_hash, :line_hash, :meta, :sentences, :map, :extra)",
	[SQL_ADD_FILE] =
		"INSERT INTO files(doc, path, member, name, source) VALUES (:doc, :path, :member, :name, :source)",
	[SQL_MOVE_FILE] = "UPDATE files SET doc = :doc, source = :source WHERE id = :id",
	[SQL_SET_SOURCE] = "UPDATE files SET doc = :doc WHERE doc = :old",
	[SQL_DROP_FILE] = "DELETE FROM files WHERE id = :id",
	[SQL_COUNT_FILES] = "SELECT count(*) FROM files WHERE doc = :doc",
	[SQL_NEXT_BLOCK] = "SELECT coalesce(max(id), 0) + 1 FROM blocks",
	[SQL_ADD_BLOCK] =
		"INSERT INTO blocks(id, doc, kind, start, text, unsearched, level, section, page, line, para, more) "
		"VALUES"
		" (:id, :doc, :kind, :start, :text, :unsearched, :level, :section, :page, :line, :para, :more)",
	[SQL_ADD_FTS] = "INSERT INTO blocks_fts(rowid, text) VALUES (:id, :text)",
	[SQL_SET_BLOCKS] = "UPDATE documents SET first_block = :first, last_block = :last WHERE id = :doc",
	[SQL_ADD_ITEM] =
		"INSERT INTO items(id, doc, name, type, block, parent, start, stop, text, value, statement, due,"
		" date_from, date_to, repeats, low, high, unit, org, action, country, level, kind, rule, norm, extra) "
		"VALUES (:id,"
		" :doc, :name, :type, :block, :parent, :start, :stop, :text, :value, :statement, :due, :date_from, "
		":date_to,"
		" :repeats, :low, :high, :unit, :org, :action, :country, :level, :kind, :rule, :norm, :extra)",
	[SQL_ADD_ORG] =
		"INSERT INTO orgs(canonical, abbr, kind, parent, country) VALUES (:canonical, :abbr, :kind, :parent,"
		" :country) ON CONFLICT (canonical) DO UPDATE SET abbr = coalesce(abbr, excluded.abbr),"
		" kind = coalesce(kind, excluded.kind), parent = coalesce(parent, excluded.parent),"
		" country = coalesce(country, excluded.country)",
	[SQL_FIND_ORG] = "SELECT id FROM orgs WHERE canonical = :canonical",
	[SQL_ADD_NAME] = "INSERT OR IGNORE INTO org_names(org, fold, name) VALUES (:org, :fold, :name)",
	[SQL_ADD_ROW] =
		"INSERT INTO plan_rows(item, doc, section, row, action, deadline, due, responsible, who, partners,"
		" indicator, expected_result, budget, cells) VALUES (:item, :doc, :section, :row, :action, :deadline, "
		":due,"
		" :responsible, :who, :partners, :indicator, :expected_result, :budget, :cells)",
	[SQL_ADD_NOTE] =
		"INSERT INTO notes(doc, seq, level, code, text, start, stop, extra) VALUES (:doc, :seq, :level, :code,"
		" :text, :start, :stop, :extra)",
	[SQL_ADD_MADE] = "INSERT INTO made(doc, seq, by, version, detail) VALUES (:doc, :seq, :by, :version, :detail)",
	[SQL_RANGE] = "SELECT first_block, last_block FROM documents WHERE id = :doc",
	[SQL_FTS_DELETE] = "INSERT INTO blocks_fts(blocks_fts, rowid, text)"
			   " SELECT 'delete', id, text FROM blocks WHERE id BETWEEN :first AND :last",
	[SQL_DROP_ROWS] = "DELETE FROM plan_rows WHERE doc = :doc",
	[SQL_DROP_ITEMS] = "DELETE FROM items WHERE doc = :doc",
	[SQL_DROP_BLOCKS] = "DELETE FROM blocks WHERE id BETWEEN :first AND :last",
	[SQL_DROP_NOTES] = "DELETE FROM notes WHERE doc = :doc",
	[SQL_DROP_MADE] = "DELETE FROM made WHERE doc = :doc",
	[SQL_DROP_DOC] = "DELETE FROM documents WHERE id = :doc",
	[SQL_ALL_FILES] = "SELECT id, doc, path FROM files ORDER BY id",
	[SQL_FILES_AT] = "SELECT id, doc FROM files WHERE path = :path ORDER BY id",
	[SQL_ADD_LANG] = "INSERT OR IGNORE INTO settings VALUES ('lang:' || substr(:lang, 1, 2), '1')",
	[SQL_DROP_NAMES] = "DELETE FROM org_names WHERE org NOT IN (SELECT org FROM items WHERE org IS NOT NULL)",
	[SQL_DROP_ORGS] = "DELETE FROM orgs WHERE id NOT IN (SELECT org FROM items WHERE org IS NOT NULL)",
};

struct put *put_new(struct db *db, struct err *e)
{
	struct put *p = mem_alloc(sizeof *p);

	p->db = db;
	for (int i = 0; i < PUT_SQL; i++) {
		if (!db_prepare(db, statements[i], &p->sql[i], e)) {
			put_free(p);
			return NULL;
		}
	}
	return p;
}

void put_free(struct put *p)
{
	if (!p)
		return;
	for (int i = 0; i < PUT_SQL; i++)
		sqlite3_finalize(p->sql[i]);
	buf_free(&p->text);
	buf_free(&p->json);
	free(p->blocks);
	free(p);
}

struct span put_json(struct put *p, const struct jval *v)
{
	struct json_out j = { &p->json, false };

	buf_reset(&p->json);
	if (!v || ((v->type == JSON_OBJECT || v->type == JSON_ARRAY) && v->count == 0))
		return (struct span){ 0 };
	json_put_jval(&j, v);
	return buf_span(&p->json);
}

/*
 * Of the document as it would be written, without where it lies (path and member do not make another document), and
 * with its text's hash for the text, which would be escaped and read twice.
 */
static void hash_line(struct put *p, struct doc *d)
{
	struct source source = d->source;
	struct span text = d->text;

	digest_quick(text, p->text_hash);
	buf_reset(&p->text);
	d->source.path = d->source.member = (struct span){ 0 };
	d->text = span_of(p->text_hash);
	doc_write(d, &p->text);
	d->source = source;
	d->text = text;
	digest_quick(buf_span(&p->text), p->line_hash);
}

/* ---- removing ---- */

static bool drop_doc(struct put *p, sqlite3_int64 doc, struct err *e)
{
	static const enum put_sql by_doc[] = { SQL_DROP_ROWS, SQL_DROP_ITEMS, SQL_DROP_NOTES, SQL_DROP_MADE,
					       SQL_DROP_DOC };
	static const enum put_sql by_block[] = { SQL_FTS_DELETE, SQL_DROP_BLOCKS };
	sqlite3_int64 first = 0, last = -1;
	sqlite3_stmt *range = p->sql[SQL_RANGE];
	bool row, ok;

	bind_int(range, ":doc", doc);
	ok = db_row(p->db, range, &row, e);
	if (row && sqlite3_column_type(range, 0) != SQLITE_NULL) {
		first = sqlite3_column_int64(range, 0);
		last = sqlite3_column_int64(range, 1);
	}
	sqlite3_reset(range);
	if (!ok)
		return false;
	for (size_t i = 0; i < sizeof by_block / sizeof *by_block; i++) {
		bind_int(p->sql[by_block[i]], ":first", first);
		bind_int(p->sql[by_block[i]], ":last", last);
		if (!db_run(p->db, p->sql[by_block[i]], e))
			return false;
	}
	for (size_t i = 0; i < sizeof by_doc / sizeof *by_doc; i++) {
		bind_int(p->sql[by_doc[i]], ":doc", doc);
		if (!db_run(p->db, p->sql[by_doc[i]], e))
			return false;
	}
	p->orgs_may_be_orphans = true;
	return true;
}

static bool drop_if_no_file(struct put *p, sqlite3_int64 doc, struct err *e)
{
	sqlite3_stmt *s = p->sql[SQL_COUNT_FILES];
	bool row, none, ok;

	bind_int(s, ":doc", doc);
	ok = db_row(p->db, s, &row, e);
	none = row && sqlite3_column_int64(s, 0) == 0;
	sqlite3_reset(s);
	return ok && (!none || drop_doc(p, doc, e));
}

static bool drop_file(struct put *p, sqlite3_int64 file, sqlite3_int64 doc, struct err *e)
{
	bind_int(p->sql[SQL_DROP_FILE], ":id", file);
	return db_run(p->db, p->sql[SQL_DROP_FILE], e) && drop_if_no_file(p, doc, e);
}

static bool drop_orphans(struct put *p, struct err *e)
{
	if (!p->orgs_may_be_orphans)
		return true;
	p->orgs_may_be_orphans = false;
	return db_run(p->db, p->sql[SQL_DROP_NAMES], e) && db_run(p->db, p->sql[SQL_DROP_ORGS], e);
}

static bool is_gone(struct put *p, struct span name)
{
	buf_reset(&p->text);
	files_path_of(name, &p->text);
	return access(buf_str(&p->text), F_OK) != 0;
}

/* Files of the running statement that are picked are dropped at the end: rows do not change under it. */
static bool drop_files(struct put *p, sqlite3_stmt *s, bool missing_only, size_t *n, struct err *e)
{
	struct pair {
		sqlite3_int64 file, doc;
	} *gone = NULL;
	size_t count = 0, cap = 0;
	bool ok;
	int rc;

	while ((rc = sqlite3_step(s)) == SQLITE_ROW) {
		if (missing_only && !is_gone(p, column_text(s, 2)))
			continue;
		MEM_ROOM(gone, count, cap);
		gone[count++] = (struct pair){ sqlite3_column_int64(s, 0), sqlite3_column_int64(s, 1) };
	}
	ok = rc == SQLITE_DONE || db_fail(p->db, e);
	sqlite3_reset(s);
	for (size_t i = 0; i < count && ok; i++)
		ok = drop_file(p, gone[i].file, gone[i].doc, e);
	*n = count;
	free(gone);
	return ok && drop_orphans(p, e);
}

bool put_prune(struct put *p, size_t *n, struct err *e)
{
	return drop_files(p, p->sql[SQL_ALL_FILES], true, n, e);
}

bool put_remove(struct put *p, struct span path, size_t *n, struct err *e)
{
	bind_text(p->sql[SQL_FILES_AT], ":path", path);
	return drop_files(p, p->sql[SQL_FILES_AT], false, n, e);
}

/* ---- writing ---- */

static int by_span(const void *a, const void *b)
{
	return span_cmp(*(const struct span *)a, *(const struct span *)b);
}

/* Items without an id get one of their own later. */
static bool ids_differ(const struct doc *d, struct err *e)
{
	struct span *ids = mem_alloc(d->n_items * sizeof *ids);
	size_t n = 0;

	for (size_t i = 0; i < d->n_items; i++)
		if (d->items[i].id.n)
			ids[n++] = d->items[i].id;
	if (n)
		qsort(ids, n, sizeof *ids, by_span);
	for (size_t i = 1; i < n; i++)
		if (span_eq(ids[i - 1], ids[i]))
			err_set(e, EX_DATAERR, _("two items have the id \"%.*s\""), (int)utf8_offset(ids[i], 80),
				ids[i].p);
	free(ids);
	return !e->code;
}

bool put_check(const struct doc *d, struct err *e)
{
	if (!d->id.n)
		return err_set(e, EX_DATAERR, _("the document has no \"id\""));
	if (!d->source.path.n)
		return err_set(e, EX_DATAERR, _("the document has no \"path\" in \"source\""));
	for (size_t i = 0; i < d->n_items; i++)
		if (d->items[i].type == ITEM_OTHER && !d->items[i].type_name.n)
			return err_set(e, EX_DATAERR, _("item %zu has no \"type\""), i);
	return ids_differ(d, e);
}

static void bind_dates(sqlite3_stmt *s, const struct doc *d)
{
	struct when date = when_parse(jval_str(d->meta, "date"));
	struct when period = when_parse(jval_str(d->meta, "period"));
	const struct when *first = date.from[0] ? &date : &period;
	const struct when *last = period.to[0] ? &period : &date;

	if (period.from[0] && (!date.from[0] || strcmp(period.from, date.from) < 0))
		first = &period;
	sqlite3_bind_text(s, sqlite3_bind_parameter_index(s, ":date_from"), first->from[0] ? first->from : NULL, -1,
			  SQLITE_TRANSIENT);
	sqlite3_bind_text(s, sqlite3_bind_parameter_index(s, ":date_to"), last->to[0] ? last->to : NULL, -1,
			  SQLITE_TRANSIENT);
}

static bool add_doc_row(struct put *p, const struct doc *d, struct err *e)
{
	static const char *const meta[] = { "title", "kind", "lang", "country", "date", "period", "issuer" };
	sqlite3_stmt *s = p->sql[SQL_ADD_DOC];
	struct buf map = { 0 }, sentences = { 0 }, extra = { 0 };
	bool ok;

	pack_map(d, &map);
	pack_sentences(d, &sentences);
	bind_text(s, ":hash", d->id);
	for (size_t i = 0; i < sizeof meta / sizeof *meta; i++) {
		char name[16] = ":";

		bind_text(s, strcat(name, meta[i]), jval_str(d->meta, meta[i]));
	}
	bind_dates(s, d);
	bind_text(s, ":format", d->source.format);
	bind_int(s, ":bytes", d->source.bytes);
	if (d->source.pages)
		bind_int(s, ":pages", d->source.pages);
	else
		bind_null(s, ":pages");
	bind_int(s, ":text_bytes", (sqlite3_int64)d->text.n);
	bind_text(s, ":text_hash", span_of(p->text_hash));
	bind_text(s, ":line_hash", span_of(p->line_hash));
	buf_add(&extra, put_json(p, d->extra));
	bind_text(s, ":extra", buf_span(&extra));
	bind_text(s, ":meta", put_json(p, d->meta));
	bind_blob(s, ":map", buf_span(&map));
	bind_blob(s, ":sentences", buf_span(&sentences));
	ok = db_run(p->db, s, e);
	p->doc = sqlite3_last_insert_rowid(p->db->h);
	buf_free(&map);
	buf_free(&sentences);
	buf_free(&extra);
	return ok;
}

static bool put_notes(struct put *p, const struct doc *d, struct err *e)
{
	static const char *const levels[] = { [NOTE_INFO] = "info", [NOTE_WARN] = "warn", [NOTE_ERROR] = "error" };
	sqlite3_stmt *s = p->sql[SQL_ADD_NOTE];
	bool ok = true;

	for (size_t i = 0; i < d->n_notes && ok; i++) {
		const struct note *n = &d->notes[i];

		bind_int(s, ":doc", p->doc);
		bind_int(s, ":seq", (sqlite3_int64)i);
		bind_text(s, ":level", span_of(levels[n->level]));
		bind_text(s, ":code", n->code);
		bind_text(s, ":text", n->text);
		bind_null(s, ":start");
		bind_null(s, ":stop");
		if (n->placed) {
			bind_int(s, ":start", (sqlite3_int64)n->start);
			bind_int(s, ":stop", (sqlite3_int64)n->end);
		}
		bind_text(s, ":extra", put_json(p, n->extra));
		ok = db_run(p->db, s, e);
	}
	return ok;
}

static bool put_made(struct put *p, const struct doc *d, struct err *e)
{
	sqlite3_stmt *s = p->sql[SQL_ADD_MADE];
	sqlite3_int64 seq = 0;
	bool ok = true;

	for (const struct jval *m = d->made ? d->made->first : NULL; m && ok; m = m->next) {
		bind_int(s, ":doc", p->doc);
		bind_int(s, ":seq", seq++);
		bind_text(s, ":by", jval_str(m, "by"));
		bind_text(s, ":version", jval_str(m, "version"));
		sqlite3_bind_text(s, sqlite3_bind_parameter_index(s, ":detail"), "{}", -1, SQLITE_STATIC);
		if (m->type == JSON_OBJECT && m->count)
			bind_text(s, ":detail", put_json(p, m));
		ok = db_run(p->db, s, e);
	}
	return ok;
}

static bool add_doc(struct put *p, struct doc *d, struct err *e)
{
	return add_doc_row(p, d, e) && put_blocks(p, d, e) && put_items(p, d, e) && put_notes(p, d, e) &&
	       put_made(p, d, e);
}

static struct span file_name(const struct doc *d)
{
	struct span name = d->source.member.n ? d->source.member : d->source.path;
	const char *slash = memrchr(name.p, '/', name.n);

	return slash ? span_sub(name, (size_t)(slash + 1 - name.p), name.n) : name;
}

/* The stream's field source, with the path. */
static void source_json(const struct source *src, struct buf *out)
{
	struct json_out j = { out, false };

	json_open(&j, '{');
	json_kv_str(&j, "path", src->path);
	json_kv_str_opt(&j, "member", src->member);
	json_kv_str_opt(&j, "format", src->format);
	json_kv_int(&j, "bytes", src->bytes);
	json_kv_str_opt(&j, "sha256", src->sha256);
	json_kv_str_opt(&j, "charset", src->charset);
	json_kv_int_opt(&j, "pages", src->pages);
	json_kv_int_opt(&j, "ocr", src->ocr);
	for (const struct jval *m = src->extra ? src->extra->first : NULL; m; m = m->next) {
		json_key_span(&j, m->key);
		json_put_jval(&j, m);
	}
	json_close(&j, '}');
}

static void bind_member(sqlite3_stmt *s, struct span member)
{
	sqlite3_bind_text64(s, sqlite3_bind_parameter_index(s, ":member"), member.n ? member.p : "", member.n,
			    SQLITE_STATIC, SQLITE_UTF8);
}

/* Makes the path hold document p->doc. */
static bool put_file(struct put *p, const struct doc *d, sqlite3_int64 file, sqlite3_int64 old_doc, struct err *e)
{
	sqlite3_stmt *s = p->sql[file ? SQL_MOVE_FILE : SQL_ADD_FILE];
	struct buf source = { 0 };
	bool ok;

	source_json(&d->source, &source);
	bind_int(s, ":doc", p->doc);
	bind_text(s, ":source", buf_span(&source));
	if (file) {
		bind_int(s, ":id", file);
	} else {
		bind_text(s, ":path", d->source.path);
		bind_member(s, d->source.member);
		bind_text(s, ":name", file_name(d));
	}
	ok = db_run(p->db, s, e) && (!file || !old_doc || drop_if_no_file(p, old_doc, e));
	buf_free(&source);
	return ok;
}

/* The analysis of a document changed: its files move to the new rows. */
static bool replace_doc(struct put *p, struct doc *d, sqlite3_int64 old, struct err *e)
{
	if (!drop_doc(p, old, e) || !add_doc(p, d, e))
		return false;
	bind_int(p->sql[SQL_SET_SOURCE], ":doc", p->doc);
	bind_int(p->sql[SQL_SET_SOURCE], ":old", old);
	return db_run(p->db, p->sql[SQL_SET_SOURCE], e);
}

static bool find_doc(struct put *p, const struct doc *d, sqlite3_int64 *doc, bool *same, struct err *e)
{
	sqlite3_stmt *s = p->sql[SQL_FIND_DOC];
	bool row, ok;

	bind_text(s, ":hash", d->id);
	ok = db_row(p->db, s, &row, e);
	if (row) {
		*doc = sqlite3_column_int64(s, 0);
		*same = span_is(column_text(s, 1), p->line_hash);
	}
	sqlite3_reset(s);
	return ok;
}

static bool find_file(struct put *p, const struct doc *d, sqlite3_int64 *file, sqlite3_int64 *file_doc, struct err *e)
{
	sqlite3_stmt *s = p->sql[SQL_FIND_FILE];
	bool row, ok;

	bind_text(s, ":path", d->source.path);
	bind_member(s, d->source.member);
	ok = db_row(p->db, s, &row, e);
	if (row) {
		*file = sqlite3_column_int64(s, 0);
		*file_doc = sqlite3_column_int64(s, 1);
	}
	sqlite3_reset(s);
	return ok;
}

/*
 * No savepoint a document: FTS5 writes its pending words out at each one. What can fail here ends the run anyway, and
 * the caller rolls the batch back.
 */
bool put_doc(struct put *p, struct doc *d, enum put_result *result, struct err *e)
{
	sqlite3_int64 doc = 0, file = 0, file_doc = 0;
	bool same = false, ok = true;

	hash_line(p, d);
	if (!find_doc(p, d, &doc, &same, e) || !find_file(p, d, &file, &file_doc, e))
		return false;
	p->doc = doc;
	*result = !doc ? file ? PUT_CHANGED : PUT_NEW : !same ? PUT_CHANGED : file_doc != doc ? PUT_PATH : PUT_SAME;
	if (!doc)
		ok = add_doc(p, d, e);
	else if (!same)
		ok = replace_doc(p, d, doc, e);
	if (*result == PUT_SAME || !ok)
		return ok;
	return put_file(p, d, file, file_doc == doc ? 0 : file_doc, e) && drop_orphans(p, e);
}
