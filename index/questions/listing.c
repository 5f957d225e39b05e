/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions that SQL answers alone: what differs between them is a statement and its columns. */
#include "listing.h"

#include <string.h>

#include "db_p.h"
#include "i18n.h"
#include "names.h"
#include "where_p.h"

static void bind_params(sqlite3_stmt *st, const struct param *params, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		int at = sqlite3_bind_parameter_index(st, params[i].name);

		if (!at)
			continue;
		if (params[i].is_number)
			sqlite3_bind_int64(st, at, params[i].number);
		else if (params[i].text.n)
			sqlite3_bind_text64(st, at, params[i].text.p, params[i].text.n, SQLITE_STATIC, SQLITE_UTF8);
	}
}

bool listing_print(struct query *q, const struct listing *l, const struct param *params, size_t n, size_t *rows,
		   struct err *e)
{
	sqlite3_stmt *st = NULL;
	struct table *t;
	int rc;

	if (!db_prepare(q->db, l->sql, &st, e))
		return false;
	bind_params(st, params, n);
	t = query_table(q, l->columns);
	while ((rc = sqlite3_step(st)) == SQLITE_ROW) {
		for (int i = 0; i < sqlite3_column_count(st) && l->columns[i].key; i++)
			table_put(t, (size_t)i, column_text(st, i));
		table_end_row(t);
	}
	*rows = table_rows(t);
	if (rc != SQLITE_DONE)
		db_fail(q->db, e);
	sqlite3_finalize(st);
	table_end(t);
	return rc == SQLITE_DONE;
}

bool listing_number(struct query *q, const char *sql, const struct param *params, size_t n, long long *out,
		    struct err *e)
{
	sqlite3_stmt *st = NULL;
	int rc;

	*out = 0;
	if (!db_prepare(q->db, sql, &st, e))
		return false;
	bind_params(st, params, n);
	rc = sqlite3_step(st);
	if (rc == SQLITE_ROW)
		*out = sqlite3_column_int64(st, 0);
	else if (rc != SQLITE_DONE)
		db_fail(q->db, e);
	sqlite3_finalize(st);
	return rc == SQLITE_ROW || rc == SQLITE_DONE;
}

/* The documents that the filters leave, as the table temp.wanted(id). *any: were there filters? */
static bool find_wanted(struct query *q, bool *any, struct err *e)
{
	struct where w = { 0 };
	struct buf sql = { 0 };
	sqlite3_stmt *st = NULL;
	bool ok = where_options(&w, q, e);

	*any = w.sql.n > 0;
	buf_puts(&sql, "CREATE TEMP TABLE wanted AS SELECT d.id FROM documents d WHERE d.id IS NOT NULL");
	buf_add(&sql, buf_span(&w.sql));
	ok = ok && db_prepare(q->db, buf_str(&sql), &st, e);
	if (ok) {
		where_bind(&w, st);
		ok = sqlite3_step(st) == SQLITE_DONE || db_fail(q->db, e);
	}
	sqlite3_finalize(st);
	buf_free(&sql);
	where_free(&w);
	return ok;
}

#define WANTED(doc) doc " IN (SELECT id FROM temp.wanted)"

/* ---- list ---- */

static const struct column docs_columns[] = {
	{ "label", N_("DOC"), COL_BOTH },
	{ "name", NULL, COL_DATA },
	{ "lang", NULL, COL_BOTH },
	{ "country", NULL, COL_BOTH },
	{ "time", NULL, COL_BOTH },
	{ "kind", NULL, COL_BOTH },
	{ "items", NULL, COL_BOTH | COL_NUMBER },
	{ "rows", NULL, COL_BOTH | COL_NUMBER },
	{ "notes", N_("!"), COL_BOTH | COL_NUMBER },
	{ "title", NULL, COL_BOTH | COL_FLEX },
	{ "bytes", NULL, COL_DATA | COL_NUMBER },
	{ "pages", NULL, COL_DATA | COL_NUMBER },
	{ "issuer", NULL, COL_DATA },
	{ "path", NULL, COL_DATA },
	{ "doc", NULL, COL_DATA },
	{ NULL, NULL, 0 },
};

static const struct column orgs_columns[] = {
	{ "canonical", N_("ORGANIZATION"), COL_BOTH | COL_FLEX },
	{ "abbr", NULL, COL_BOTH },
	{ "kind", NULL, COL_BOTH },
	{ "country", NULL, COL_BOTH },
	{ "mentions", NULL, COL_BOTH | COL_NUMBER },
	{ "documents", N_("DOCS"), COL_BOTH | COL_NUMBER },
	{ "parent", NULL, COL_DATA },
	{ "variants", NULL, COL_DATA },
	{ NULL, NULL, 0 },
};

static const struct column types_columns[] = {
	{ "type", NULL, COL_BOTH },
	{ "items", NULL, COL_BOTH | COL_NUMBER },
	{ "values", NULL, COL_BOTH | COL_NUMBER },
	{ "documents", NULL, COL_BOTH | COL_NUMBER },
	{ NULL, NULL, 0 },
};

static const struct column words_columns[] = {
	{ "word", NULL, COL_BOTH },
	{ "places", NULL, COL_BOTH | COL_NUMBER },
	{ "count", NULL, COL_BOTH | COL_NUMBER },
	{ NULL, NULL, 0 },
};

static const struct column saved_columns[] = {
	{ "name", NULL, COL_BOTH },
	{ "query", NULL, COL_BOTH | COL_FLEX },
	{ NULL, NULL, 0 },
};

static const struct {
	const char *name;
	struct listing listing;
	bool filtered; /* asks temp.wanted */
} lists[] = {
	{ "docs",
	  { "SELECT svod_label(d.id), v.name, d.lang, d.country, coalesce(replace(d.period, '/', '–'), d.date), d.kind,"
	    " (SELECT count(*) FROM items i WHERE i.doc = d.id), nullif((SELECT count(*) FROM plan_rows p WHERE p.doc "
	    "= d.id), 0),"
	    " nullif((SELECT count(*) FROM notes n WHERE n.doc = d.id AND n.level <> 'info'), 0), d.title, "
	    "d.text_bytes, d.pages,"
	    " d.issuer, (SELECT path FROM files f WHERE f.doc = d.id ORDER BY path LIMIT 1), d.hash"
	    " FROM documents d JOIN v_documents v ON v.id = d.id WHERE " WANTED(
		    "d.id") " ORDER BY v.name, d.id LIMIT :limit OFFSET :offset",
	    docs_columns },
	  true },
	{ "orgs",
	  { "SELECT canonical, abbr, kind, country, mentions, documents, parent, variants FROM v_organizations"
	    " ORDER BY mentions DESC, canonical LIMIT :limit OFFSET :offset",
	    orgs_columns },
	  false },
	{ "types",
	  { "SELECT type, count(*), count(DISTINCT value), count(DISTINCT doc) FROM items WHERE " WANTED(
		    "doc") " GROUP BY type ORDER BY 2 DESC, 1 LIMIT :limit OFFSET :offset",
	    types_columns },
	  true },
	{ "words",
	  { "SELECT ltrim(term, '=~^'), max(doc), max(cnt) FROM temp.vocabulary WHERE term >= ':' AND term NOT GLOB "
	    "'~[^a-z]*' GROUP BY 1 ORDER BY 3 DESC, 1 LIMIT :limit OFFSET :offset",
	    words_columns },
	  false },
	{ "saved", /* as it would be typed in a shell */
	  { "SELECT name, (SELECT group_concat(CASE WHEN value GLOB '*[][ \"''()|*&;<>$!#~?]*'"
	    " THEN '''' || replace(value, '''', '''\\''''') || '''' ELSE value END, ' ') FROM json_each(args))"
	    " FROM saved ORDER BY name LIMIT :limit OFFSET :offset",
	    saved_columns },
	  false },
};

enum { PAGE = 2 };

/* --limit and --offset as :limit and :offset. */
static void page_params(const struct query *q, struct param p[PAGE])
{
	p[0] = (struct param){ .name = ":limit", .number = q->o->limit > 0 ? q->o->limit : -1, .is_number = true };
	p[1] = (struct param){ .name = ":offset", .number = q->o->offset, .is_number = true };
}

bool list_run(struct query *q, char **operands, int n, struct err *e)
{
	struct param params[PAGE];
	size_t rows = 0;
	bool any;

	if (!find_wanted(q, &any, e))
		return false;
	page_params(q, params);
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
		if (strcmp(lists[i].name, n ? operands[0] : "docs"))
			continue;
		if (any && !lists[i].filtered)
			return err_set(e, EX_USAGE,
				       _("filters choose documents: they go with list docs and list types"));
		if (!listing_print(q, &lists[i].listing, params, PAGE, &rows, e))
			return false;
		q->nothing = rows == 0;
		return true;
	}
	return err_set(e, EX_USAGE, _("list what? One of docs, orgs, types, words, saved"));
}

/* ---- questions about one document, or all ---- */

/* DOC as :doc; without an operand all documents. */
static bool doc_param(struct query *q, char **operands, int n, struct param *p, struct err *e)
{
	*p = (struct param){ .name = ":doc" };
	p->is_number = n > 0;
	return n == 0 || names_find(q->db, span_of(operands[0]), &p->number, e);
}

/* A listing of what the operand says; *rows: how many there were. Finding none is an answer of its own (exit 1). */
static bool print_about(struct query *q, const struct listing *l, char **operands, int n, size_t *rows, struct err *e)
{
	enum { DOC, UNIT, FIRST_PAGE };
	struct param params[FIRST_PAGE + PAGE] = { [UNIT] = { .name = ":unit", .text = span_of(q->o->unit) } };

	page_params(q, &params[FIRST_PAGE]);
	if (!doc_param(q, operands, n, &params[DOC], e) ||
	    !listing_print(q, l, params, sizeof params / sizeof *params, rows, e))
		return false;
	q->nothing = *rows == 0;
	return true;
}

static const struct column plan_columns[] = {
	{ "row", NULL, COL_BOTH },
	{ "action", NULL, COL_BOTH | COL_FLEX | COL_WRAP },
	{ "deadline", NULL, COL_BOTH | COL_FLEX | COL_WRAP },
	{ "responsible", N_("WHO"), COL_BOTH | COL_FLEX | COL_WRAP },
	{ "indicator", NULL, COL_BOTH | COL_FLEX | COL_WRAP },
	{ "expected_result", NULL, COL_DATA },
	{ "budget", NULL, COL_DATA },
	{ "section", NULL, COL_DATA },
	{ "due", NULL, COL_DATA },
	{ "date_from", NULL, COL_DATA },
	{ "date_to", NULL, COL_DATA },
	{ "who", NULL, COL_DATA | COL_JSON },
	{ "partners", NULL, COL_DATA | COL_JSON },
	{ "page", NULL, COL_DATA | COL_NUMBER },
	{ "line", NULL, COL_DATA | COL_NUMBER },
	{ "item", NULL, COL_DATA },
	{ "doc", NULL, COL_DATA },
	{ NULL, NULL, 0 },
};

static const struct listing plan_listing = {
	"SELECT p.row, p.action, p.deadline, p.responsible, p.indicator, p.expected_result, p.budget, p.section, p.due,"
	" p.date_from, p.date_to, p.who, p.partners, p.page, p.line, i.name, d.hash"
	" FROM v_plan p JOIN items i ON i.id = p.item JOIN documents d ON d.id = p.doc"
	" WHERE (:doc IS NULL OR p.doc = :doc) ORDER BY p.doc, i.start LIMIT :limit OFFSET :offset",
	plan_columns,
};

bool plan_run(struct query *q, char **operands, int n, struct err *e)
{
	size_t rows = 0;

	if (!print_about(q, &plan_listing, operands, n, &rows, e))
		return false;
	if (query_for_people(q) && rows)
		buf_addf(&q->out, ngettext("%zu row\n", "%zu rows\n", rows), rows);
	return true;
}

static const struct column check_columns[] = {
	{ "place", NULL, COL_TEXT },
	{ "result_words", N_("RESULT"), COL_TEXT },
	{ "kind_words", N_("KIND"), COL_TEXT },
	{ "what", NULL, COL_TEXT | COL_FLEX | COL_WRAP },
	{ "result", NULL, COL_DATA },
	{ "kind", NULL, COL_DATA },
	{ "text", NULL, COL_DATA },
	{ "stated", NULL, COL_DATA },
	{ "computed", NULL, COL_DATA },
	{ "page", NULL, COL_DATA | COL_NUMBER },
	{ "line", NULL, COL_DATA | COL_NUMBER },
	{ "start", NULL, COL_DATA | COL_NUMBER },
	{ "label", NULL, COL_DATA },
	{ "doc", NULL, COL_DATA },
	{ NULL, NULL, 0 },
};

/* A reader's note of repeated text says again what the check of that text says: only where there is no such check. */
#define CHECKS                                                                                                         \
	" FROM v_checks c JOIN documents d ON d.id = c.doc"                                                            \
	" LEFT JOIN items i ON i.doc = c.doc AND i.start = c.start AND i.type = 'check' AND i.kind = c.kind AND "      \
	"i.text = c.text"                                                                                              \
	" WHERE (:doc IS NULL OR c.doc = :doc) AND (i.id IS NOT NULL OR NOT EXISTS (SELECT 1 FROM items o"             \
	" WHERE o.doc = c.doc AND o.type = 'check' AND o.kind = c.kind))"

/* The numbers that were added, as "114+133+111". */
#define PARTS                                                                                                          \
	"(SELECT group_concat(printf('%.12g', p.low), '+') FROM json_each(i.norm, '$.parts') j"                        \
	" JOIN items p ON p.doc = c.doc AND p.name = j.value)"

/* A total as printed, and its figure where that is said otherwise: "118,0 (118000000)", "шесть семинаров (6)". */
#define UNSPACED "replace(replace(replace(c.text, ' ', ''), char(160), ''), char(8239), '')"
#define TOTAL                                                                                                          \
	" c.text || CASE WHEN instr(replace(" UNSPACED ", ',', '.'), printf('%.12g', c.stated))"                       \
	" OR instr(replace(" UNSPACED ", ',', ''), printf('%.12g', c.stated)) THEN ''"                                 \
	" ELSE printf(' (%.12g)', c.stated) END"

/* Whole paragraphs are in the data formats. */
#define SHORT(text) "substr(" text ", 1, 100) || CASE WHEN length(" text ") > 100 THEN '…' ELSE '' END"

static const struct listing check_listing = {
	"SELECT svod_label(c.doc) || svod_at(c.page, c.line, c.para),"
	" svod_result_words(c.result), svod_check_words(c.kind), CASE"
	" WHEN c.computed IS NULL THEN " SHORT(
		"svod_note(c.text)") " WHEN c.kind IN ('sum', 'count', 'equal') THEN" TOTAL
				     " || CASE c.result WHEN 'ok' THEN ' = ' ELSE ' ≠ ' END || CASE"
				     "  WHEN c.kind = 'sum' AND c.result = 'ok' THEN coalesce(" PARTS ", c.computed)"
				     "  WHEN c.kind = 'sum' THEN coalesce(" PARTS
				     " || ' = ', '') || c.computed ELSE c.computed END"
				     " WHEN c.kind = 'unbalanced_quotes' THEN"
				     "  '« ' || c.stated || ', » ' || c.computed || ': ' || " SHORT(
					     "c.text") " WHEN c.kind LIKE 'abbr%' THEN"
						       "  coalesce(c.stated, c.text) || CASE c.kind WHEN "
						       "'abbr_undefined' THEN ' ×' ELSE "
						       "' ↔ ' END || c.computed"
						       " WHEN c.kind = 'toc_vs_heading' THEN c.stated || ' ↔ ' || "
						       "c.computed"
						       " ELSE coalesce(c.stated || ' ↔ ', '') || c.computed || ': ' "
						       "|| " SHORT(
							       "c.text") " END,"
									 " c.result, c.kind, c.text, c.stated, "
									 "c.computed, c.page, "
									 "c.line, c.start, svod_label(c.doc), "
									 "d.hash" CHECKS
									 " ORDER BY (SELECT name FROM v_documents v "
									 "WHERE v.id = c.doc), "
									 "c.doc, c.start, c.kind LIMIT :limit OFFSET "
									 ":offset",
	check_columns,
};

static bool say_checks(struct query *q, const struct param *doc, struct err *e)
{
	static const char sql[] = "SELECT count(*)" CHECKS " AND c.result = :result";
	static const char *const results[] = { "ok", "info", "warn", "error" };
	long long count[4];

	for (size_t i = 0; i < 4; i++) {
		struct param params[2] = { *doc, { .name = ":result", .text = span_of(results[i]) } };

		if (!listing_number(q, sql, params, 2, &count[i], e))
			return false;
	}
	buf_addf(&q->out, _("ok: %lld, notes: %lld, warnings: %lld, errors: %lld\n"), count[0], count[1], count[2],
		 count[3]);
	return true;
}

bool check_run(struct query *q, char **operands, int n, struct err *e)
{
	struct param doc;
	size_t rows = 0;

	if (!doc_param(q, operands, n, &doc, e) || !print_about(q, &check_listing, operands, n, &rows, e))
		return false;
	q->nothing = false; /* the counts below are the answer */
	return !query_for_people(q) || say_checks(q, &doc, e);
}

static const struct column glossary_columns[] = {
	{ "abbr", NULL, COL_BOTH },
	{ "expansion", NULL, COL_BOTH | COL_FLEX | COL_WRAP },
	{ "mentions", NULL, COL_BOTH | COL_NUMBER },
	{ "place", N_("FIRST"), COL_BOTH },
	{ "conflict", N_("!"), COL_BOTH },
	{ NULL, NULL, 0 },
};

static const struct listing glossary_listing = {
	"WITH g AS (SELECT coalesce(json_extract(i.norm, '$.abbr'), o.abbr) AS abbr, o.canonical AS expansion, i.block"
	"  FROM items i JOIN orgs o ON o.id = i.org WHERE i.doc = :doc),"
	" h AS (SELECT abbr, expansion, count(*) AS mentions, min(block) AS block FROM g WHERE abbr IS NOT NULL GROUP "
	"BY 1, 2)"
	" SELECT h.abbr, h.expansion, h.mentions, svod_place(b.page, b.line, b.para),"
	" CASE WHEN (SELECT count(*) FROM h k WHERE k.abbr = h.abbr) > 1 THEN '!' END"
	" FROM h LEFT JOIN blocks b ON b.id = h.block ORDER BY h.abbr, h.mentions DESC, h.expansion LIMIT :limit "
	"OFFSET :offset",
	glossary_columns,
};

bool glossary_run(struct query *q, char **operands, int n, struct err *e)
{
	size_t rows = 0;

	return print_about(q, &glossary_listing, operands, n, &rows, e);
}

static const struct column figures_columns[] = {
	{ "unit", NULL, COL_BOTH | COL_FLEX },
	{ "value", NULL, COL_BOTH },
	{ "as_of", NULL, COL_BOTH },
	{ "text", NULL, COL_BOTH | COL_FLEX },
	{ "where", NULL, COL_TEXT },
	{ "low", NULL, COL_DATA | COL_NUMBER },
	{ "high", NULL, COL_DATA | COL_NUMBER },
	{ "comparator", NULL, COL_DATA },
	{ "of", NULL, COL_DATA },
	{ "label", NULL, COL_DATA },
	{ "page", NULL, COL_DATA | COL_NUMBER },
	{ "line", NULL, COL_DATA | COL_NUMBER },
	{ "doc", NULL, COL_DATA },
	{ NULL, NULL, 0 },
};

static const struct listing figures_listing = {
	"SELECT f.unit, CASE f.comparator WHEN 'gt' THEN '> ' WHEN 'ge' THEN '≥ ' WHEN 'lt' THEN '< ' WHEN 'le' THEN "
	"'≤ '"
	" WHEN 'up_to' THEN '≤ ' WHEN 'approx' THEN '≈ ' ELSE '' END ||"
	" CASE WHEN f.comparator IN ('lt', 'le', 'up_to') AND f.high IS NOT NULL THEN printf('%.12g', f.high)"
	" WHEN f.comparator IN ('gt', 'ge') AND f.low IS NOT NULL THEN printf('%.12g', f.low)"
	" WHEN f.low IS f.high THEN printf('%.12g', f.low) ELSE coalesce(printf('%.12g', f.low), '') || '–' ||"
	" coalesce(printf('%.12g', f.high), '') END, f.as_of, f.text, svod_label(f.doc) ||"
	" svod_at(f.page, f.line, f.para),"
	" f.low, f.high, f.comparator, f.\"of\", svod_label(f.doc), f.page, f.line, d.hash"
	" FROM v_figures f JOIN documents d ON d.id = f.doc WHERE (:doc IS NULL OR f.doc = :doc)"
	" AND " WANTED("f.doc") " AND (:unit IS NULL OR instr(svod_fold(f.unit), svod_fold(:unit)) > 0)"
				" ORDER BY f.unit IS NULL, f.unit, f.as_of, f.doc, f.item LIMIT :limit OFFSET :offset",
	figures_columns,
};

bool figures_run(struct query *q, char **operands, int n, struct err *e)
{
	size_t rows = 0;
	bool any;

	return find_wanted(q, &any, e) && print_about(q, &figures_listing, operands, n, &rows, e);
}
