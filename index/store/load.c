/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows back into a document: exports, --text, checks and repairs work on the same thing that was indexed. */
#include "load.h"

#include "db_p.h"
#include "i18n.h"
#include "limit.h"
#include "pack.h"

/* One JSON value out of a column into the document's arena; NULL where the column is. */
static bool json_column(sqlite3_stmt *st, int i, struct json_parser *p, struct doc *d, struct jval **out, struct err *e)
{
	struct json_ref v;
	struct span s = column_text(st, i);

	*out = NULL;
	if (!s.n)
		return true;
	if (!json_parse(p, s, &v, e))
		return err_in(e, _("stored JSON"));
	*out = jval_from(&d->arena, v);
	return true;
}

static enum block_kind kind_of(struct span name)
{
	for (int i = 0; i < BLOCK_KINDS; i++)
		if (span_is(name, block_kind_names[i]))
			return (enum block_kind)i;
	return BLOCK_CELL; /* row */
}

/* Takes the known members out of a block's more; what is left is extra. */
static void take_fields(struct doc *d, struct block *b, struct jval *more)
{
	static const char *const known[] = { "lang", "mark", "body",  "rowspan", "colspan", "head", "conf", "hidden",
					     "dup",  "col",  "start", "end",     "table",   "row",  "cells" };
	const struct jval *dup = jval_get(more, "dup");

	b->lang = jval_str(more, "lang");
	b->mark = jval_str(more, "mark");
	b->body = (size_t)jval_num(more, "body", 0);
	b->rowspan = (int)jval_num(more, "rowspan", 0);
	b->colspan = (int)jval_num(more, "colspan", 0);
	b->conf = (int)jval_num(more, "conf", 0);
	b->head = jval_true(more, "head");
	b->hidden = jval_true(more, "hidden");
	if (dup && dup->type == JSON_ARRAY && dup->count == 2) {
		b->dup = true;
		b->dup_start = (size_t)dup->first->i;
		b->dup_end = (size_t)dup->last->i;
	}
	for (size_t i = 0; more && i < sizeof known / sizeof *known; i++)
		jval_set(&d->arena, more, known[i], NULL);
	b->extra = more && more->count ? more : NULL;
}

static void add_cells(struct doc *d, const struct jval *more)
{
	const struct jval *cells = jval_get(more, "cells");
	int table = (int)jval_num(more, "table", 1), row = (int)jval_num(more, "row", 0);

	for (struct jval *c = cells ? cells->first : NULL, *next; c; c = next) {
		struct block *b;

		next = c->next;
		b = doc_add_block(d, BLOCK_CELL, (size_t)jval_num(c, "start", 0), (size_t)jval_num(c, "end", 0));
		b->table = table;
		b->row = row;
		b->col = (int)jval_num(c, "col", 0);
		take_fields(d, b, c);
	}
}

static bool add_row(sqlite3_stmt *st, struct json_parser *p, struct doc *d, size_t end, struct err *e)
{
	struct span kind = column_text(st, 0);
	size_t start = (size_t)sqlite3_column_int64(st, 1);
	struct jval *more;
	struct block *b;

	if (!json_column(st, 3, p, d, &more, e))
		return false;
	if (span_is(kind, "gap"))
		return true;
	if (jval_get(more, "cells")) {
		add_cells(d, more);
		return true;
	}
	b = doc_add_block(d, kind_of(kind), start, end);
	b->level = sqlite3_column_int(st, 2);
	take_fields(d, b, more);
	return true;
}

static bool load_rows(struct db *db, sqlite3_stmt *st, struct json_parser *p, struct doc *d, size_t text_bytes,
		      struct err *e)
{
	char *text = arena_alloc(&d->arena, text_bytes + 1);
	size_t at = 0;
	int rc;

	while ((rc = sqlite3_step(st)) == SQLITE_ROW) {
		struct span s = column_text(st, 4);
		size_t start = (size_t)sqlite3_column_int64(st, 1);

		if (start < at || start > text_bytes || s.n > text_bytes - start)
			return err_set(e, EX_DATAERR, _("block at byte %zu lies outside of its document"), start);
		memset(text + at, '\n', start - at);
		memcpy(text + start, s.p ? s.p : "", s.n);
		at = start + s.n;
		if (!add_row(st, p, d, at, e))
			return false;
	}
	memset(text + at, '\n', text_bytes - at);
	d->text = span_make(text, text_bytes);
	d->has_text = true;
	return rc == SQLITE_DONE || db_fail(db, e);
}

static bool load_blocks(struct db *db, long long doc, struct json_parser *p, struct doc *d, struct err *e)
{
	sqlite3_stmt *st = NULL;
	sqlite3_int64 bytes = 0;
	bool row, ok = db_prepare(db, "SELECT text_bytes FROM documents WHERE id = ?1", &st, e);

	if (ok) {
		sqlite3_bind_int64(st, 1, doc);
		ok = db_row(db, st, &row, e);
		bytes = row ? sqlite3_column_int64(st, 0) : 0;
		if (bytes < 0 || bytes > LIMIT_LINE_BYTES)
			ok = err_set(e, EX_DATAERR, _("no text is %lld bytes long"), (long long)bytes);
	}
	sqlite3_finalize(st);
	st = NULL;
	ok = ok &&
	     db_prepare(db,
			"SELECT b.kind, b.start, b.level, b.more, coalesce(b.text, b.unsearched) FROM documents d JOIN"
			" blocks b ON b.id BETWEEN d.first_block AND d.last_block WHERE d.id = ?1 ORDER BY b.id",
			&st, e);
	if (ok) {
		sqlite3_bind_int64(st, 1, doc);
		ok = load_rows(db, st, p, d, (size_t)bytes, e);
	}
	sqlite3_finalize(st);
	return ok;
}

static bool take_source(sqlite3_stmt *st, struct json_parser *p, struct doc *d, struct err *e)
{
	static const char *const known[] = { "path", "member", "format", "bytes", "sha256", "charset", "pages", "ocr" };
	struct jval *s;

	if (!json_column(st, 4, p, d, &s, e))
		return false;
	d->source = (struct source){ .path = jval_str(s, "path"),
				     .member = jval_str(s, "member"),
				     .format = jval_str(s, "format"),
				     .sha256 = jval_str(s, "sha256"),
				     .charset = jval_str(s, "charset"),
				     .bytes = (int64_t)jval_num(s, "bytes", 0),
				     .pages = (int)jval_num(s, "pages", 0),
				     .ocr = (int)jval_num(s, "ocr", 0) };
	for (size_t i = 0; s && i < sizeof known / sizeof *known; i++)
		jval_set(&d->arena, s, known[i], NULL);
	d->source.extra = s && s->count ? s : NULL;
	return true;
}

static bool load_head(struct db *db, long long doc, struct json_parser *p, struct doc *d, struct err *e)
{
	sqlite3_stmt *st = NULL;
	bool row, ok = db_prepare(db,
				  "SELECT d.hash, d.meta, d.map, d.sentences, f.source, d.extra FROM documents d LEFT "
				  "JOIN files f ON"
				  " f.doc = d.id WHERE d.id = ?1 ORDER BY f.path, f.member LIMIT 1",
				  &st, e);

	if (ok) {
		sqlite3_bind_int64(st, 1, doc);
		ok = db_row(db, st, &row, e) && (row || err_set(e, EX_NOINPUT, _("document %lld is not there"), doc));
	}
	if (ok) {
		d->id = arena_dup(&d->arena, column_text(st, 0));
		ok = json_column(st, 1, p, d, &d->meta, e) && unpack_map(column_blob(st, 2), d, e) &&
		     unpack_sentences(column_blob(st, 3), d, e) && take_source(st, p, d, e) &&
		     json_column(st, 5, p, d, &d->extra, e);
	}
	sqlite3_finalize(st);
	return ok;
}

static bool load_items(struct db *db, long long doc, struct json_parser *p, struct doc *d, struct err *e)
{
	sqlite3_stmt *st = NULL;
	int rc = SQLITE_DONE;
	bool ok = db_prepare(
		db, "SELECT type, start, stop, name, rule, norm, extra FROM items WHERE doc = ?1 ORDER BY id", &st, e);

	if (ok)
		sqlite3_bind_int64(st, 1, doc);
	while (ok && (rc = sqlite3_step(st)) == SQLITE_ROW) {
		enum item_type type = item_type_of(column_text(st, 0));
		struct item *i = doc_add_item(d, type, (size_t)sqlite3_column_int64(st, 1),
					      (size_t)sqlite3_column_int64(st, 2), "");

		if (type == ITEM_OTHER)
			i->type_name = arena_dup(&d->arena, column_text(st, 0));
		i->id = arena_dup(&d->arena, column_text(st, 3));
		i->rule = arena_dup(&d->arena, column_text(st, 4));
		ok = json_column(st, 5, p, d, &i->norm, e) && json_column(st, 6, p, d, &i->extra, e);
	}
	d->has_items = true;
	ok = ok && (rc == SQLITE_DONE || db_fail(db, e));
	sqlite3_finalize(st);
	return ok;
}

static bool load_notes(struct db *db, long long doc, struct json_parser *p, struct doc *d, struct err *e)
{
	sqlite3_stmt *st = NULL;
	int rc = SQLITE_DONE;
	bool ok = db_prepare(db, "SELECT level, code, text, start, stop, extra FROM notes WHERE doc = ?1 ORDER BY seq",
			     &st, e);

	if (ok)
		sqlite3_bind_int64(st, 1, doc);
	while (ok && (rc = sqlite3_step(st)) == SQLITE_ROW) {
		struct span level = column_text(st, 0);
		struct note *n = doc_add_note(d,
					      span_is(level, "error")  ? NOTE_ERROR
					      : span_is(level, "warn") ? NOTE_WARN
								       : NOTE_INFO,
					      "", "%s", "");

		n->code = arena_dup(&d->arena, column_text(st, 1));
		n->text = arena_dup(&d->arena, column_text(st, 2));
		n->placed = sqlite3_column_type(st, 3) != SQLITE_NULL;
		n->start = (size_t)sqlite3_column_int64(st, 3);
		n->end = (size_t)sqlite3_column_int64(st, 4);
		ok = json_column(st, 5, p, d, &n->extra, e);
	}
	ok = ok && (rc == SQLITE_DONE || db_fail(db, e));
	sqlite3_finalize(st);
	return ok;
}

static bool load_made(struct db *db, long long doc, struct json_parser *p, struct doc *d, struct err *e)
{
	sqlite3_stmt *st = NULL;
	int rc = SQLITE_DONE;
	bool ok = db_prepare(db, "SELECT detail FROM made WHERE doc = ?1 ORDER BY seq", &st, e);

	d->made = jval_array(&d->arena);
	if (ok)
		sqlite3_bind_int64(st, 1, doc);
	while (ok && (rc = sqlite3_step(st)) == SQLITE_ROW) {
		struct jval *one;

		ok = json_column(st, 0, p, d, &one, e);
		if (ok && one)
			jval_push(d->made, one);
	}
	ok = ok && (rc == SQLITE_DONE || db_fail(db, e));
	sqlite3_finalize(st);
	return ok;
}

bool load_text(struct db *db, long long doc, struct doc *d, struct err *e)
{
	struct json_parser *p = json_parser_new();
	bool ok = load_blocks(db, doc, p, d, e);

	json_parser_free(p);
	return ok;
}

bool load_doc(struct db *db, long long doc, struct doc *d, struct err *e)
{
	struct json_parser *p = json_parser_new();
	bool ok = load_head(db, doc, p, d, e) && load_blocks(db, doc, p, d, e) && load_items(db, doc, p, d, e) &&
		  load_notes(db, doc, p, d, e) && load_made(db, doc, p, d, e);

	json_parser_free(p);
	return ok;
}
