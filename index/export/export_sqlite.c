/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A database for people who have SQLite and nothing of svod: plain tables with names that explain themselves, and a
 * search index of SQLite's own (word forms as they are written).
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "db_p.h"
#include "export.h"
#include "files.h"
#include "i18n.h"
#include "mem.h"

static const char copy_sql[] =
	"PRAGMA page_size = 16384; BEGIN;"
	"CREATE TABLE documents(id INTEGER PRIMARY KEY, name TEXT, title TEXT, kind TEXT, lang TEXT, country TEXT, "
	"date TEXT,"
	" period TEXT, issuer TEXT, format TEXT, pages INTEGER, text_bytes INTEGER, hash TEXT);"
	"INSERT INTO documents SELECT * FROM c.v_documents;"
	"CREATE TABLE blocks(id INTEGER PRIMARY KEY, document INTEGER REFERENCES documents(id), kind TEXT, start "
	"INTEGER,"
	" page INTEGER, line INTEGER, text TEXT);"
	"INSERT INTO blocks SELECT id, doc, kind, start, page, line, text FROM c.blocks WHERE text IS NOT NULL;"
	"CREATE TABLE items(id INTEGER PRIMARY KEY, document INTEGER REFERENCES documents(id), name TEXT, type TEXT,"
	" block INTEGER REFERENCES blocks(id), start INTEGER, stop INTEGER, text TEXT, value TEXT, due TEXT, date_from "
	"TEXT,"
	" date_to TEXT, repeats TEXT, low REAL, high REAL, unit TEXT, action TEXT, country TEXT, level TEXT, kind "
	"TEXT, norm TEXT);"
	"INSERT INTO items SELECT id, doc, name, type, block, start, stop, text, value, due, date_from, date_to, "
	"repeats, low, high,"
	" unit, action, country, level, kind, norm FROM c.items;"
	"CREATE TABLE rows(item INTEGER PRIMARY KEY REFERENCES items(id), document INTEGER REFERENCES documents(id), "
	"section TEXT,"
	" row TEXT, action TEXT, deadline TEXT, due TEXT, date_from TEXT, date_to TEXT, repeats TEXT, responsible "
	"TEXT, who TEXT,"
	" partners TEXT, indicator TEXT, expected_result TEXT, budget TEXT, page INTEGER, line INTEGER);"
	"INSERT INTO rows SELECT item, doc, section, row, action, deadline, due, date_from, date_to, repeats, "
	"responsible, who,"
	" partners, indicator, expected_result, budget, page, line FROM c.v_plan;"
	"CREATE TABLE orgs(id INTEGER PRIMARY KEY, canonical TEXT, abbr TEXT, kind TEXT, country TEXT, parent TEXT,"
	" mentions INTEGER, documents INTEGER, variants TEXT);"
	"INSERT INTO orgs SELECT * FROM c.v_organizations;"
	"CREATE TABLE mentions(item INTEGER PRIMARY KEY REFERENCES items(id), org INTEGER REFERENCES orgs(id),"
	" document INTEGER REFERENCES documents(id), text TEXT);"
	"INSERT INTO mentions SELECT id, org, doc, text FROM c.items WHERE org IS NOT NULL;"
	"CREATE TABLE conventions(country TEXT, instrument TEXT, type TEXT, action TEXT, document INTEGER REFERENCES "
	"documents(id),"
	" item INTEGER REFERENCES items(id), text TEXT, title TEXT, page INTEGER, line INTEGER);"
	"INSERT INTO conventions SELECT country, instrument, type, action, doc, item, text, title, page, line FROM "
	"c.v_conventions;"
	"CREATE INDEX items_document ON items(document, start);"
	"CREATE INDEX items_type ON items(type, value);"
	"CREATE VIEW v_due AS SELECT r.due, r.row, r.action, r.responsible, d.name AS document, r.date_from, "
	"r.date_to, r.repeats"
	" FROM rows r JOIN documents d ON d.id = r.document WHERE r.due IS NOT NULL ORDER BY r.date_to, r.date_from;"
	"CREATE VIEW v_matrix AS SELECT instrument, max(title) AS title, country, group_concat(DISTINCT action) AS "
	"actions,"
	" count(*) AS mentions FROM conventions GROUP BY instrument, country ORDER BY instrument, country;"
	"CREATE VIRTUAL TABLE blocks_fts USING fts5(text, content=\"blocks\", content_rowid=\"id\","
	" tokenize=\"unicode61 remove_diacritics 2\");"
	"INSERT INTO blocks_fts(blocks_fts) VALUES ('rebuild');"
	"COMMIT;";

static const char metadata[] =
	"{\n  \"title\": \"svod\",\n  \"description\": \"Documents of labour unions, and what was found in them\",\n"
	"  \"databases\": {\n    \"%s\": {\n      \"tables\": {\n"
	"        \"documents\": {\"label_column\": \"name\", \"facets\": [\"country\", \"kind\", \"lang\"]},\n"
	"        \"items\": {\"label_column\": \"name\", \"facets\": [\"type\", \"document\"]},\n"
	"        \"rows\": {\"label_column\": \"row\", \"sort\": \"date_to\"},\n"
	"        \"orgs\": {\"label_column\": \"canonical\", \"sort_desc\": \"mentions\"},\n"
	"        \"blocks\": {\"fts_table\": \"blocks_fts\", \"fts_pk\": \"id\"}\n      }\n    }\n  }\n}\n";

static bool put_metadata(const char *path, struct err *e)
{
	const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path, *dot = strrchr(name, '.');
	struct buf file = { 0 }, text = { 0 };
	char *base;
	bool ok;

	buf_addf(&file, "%.*smetadata.json", slash ? (int)(slash + 1 - path) : 0, path);
	base = mem_dup(span_make(name, dot ? (size_t)(dot - name) : strlen(name)));
	buf_addf(&text, metadata, base);
	ok = files_write(buf_str(&file), buf_span(&text), e);
	buf_free(&text);
	free(base);
	buf_free(&file);
	return ok;
}

bool export_sqlite(struct query *q, const char *path, struct err *e)
{
	sqlite3 *out = NULL;
	sqlite3_stmt *attach = NULL;
	char *message = NULL;
	bool ok;

	if (access(path, F_OK) == 0)
		return err_set(e, EX_CANTCREAT, _("%s is there already. Name another file, or remove it"), path);
	ok = sqlite3_open_v2(path, &out, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL) == SQLITE_OK &&
	     sqlite3_prepare_v2(out, "ATTACH ?1 AS c", -1, &attach, NULL) == SQLITE_OK;
	if (ok) {
		sqlite3_bind_text(attach, 1, q->db->path, -1, SQLITE_STATIC);
		ok = sqlite3_step(attach) == SQLITE_DONE;
	}
	sqlite3_finalize(attach);
	ok = ok && sqlite3_exec(out, copy_sql, NULL, NULL, &message) == SQLITE_OK;
	if (!ok)
		err_set(e, EX_CANTCREAT, "%s: %s", path, message ? message : sqlite3_errmsg(out));
	sqlite3_free(message);
	sqlite3_close(out);
	if (!ok) {
		unlink(path);
		return false;
	}
	return put_metadata(path, e);
}
