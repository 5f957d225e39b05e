/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which documents, in which format, into which file or folder. */
#include "export.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "db_p.h"
#include "due.h"
#include "files.h"
#include "i18n.h"
#include "listing.h"
#include "load.h"
#include "names.h"
#include "span_index.h"

const char *const export_format_choices[] = { "jsonl", "json", "csv", "sqlite", "tei", "brat", "ics", NULL };
enum export_format { EXPORT_JSONL, EXPORT_JSON, EXPORT_CSV, EXPORT_SQLITE, EXPORT_TEI, EXPORT_BRAT, EXPORT_ICS };

/* ---- where it goes ---- */

static bool write_in(const char *dir, const char *name, struct span s, struct err *e)
{
	struct buf path = { 0 };
	bool ok;

	buf_addf(&path, "%s/%s", dir, name);
	ok = files_write(buf_str(&path), s, e);
	buf_free(&path);
	return ok;
}

static bool make_dir(const char *dir, struct err *e)
{
	if (mkdir(dir, 0777) == 0 || errno == EEXIST)
		return true;
	return err_sys(e, EX_CANTCREAT, "%s", dir);
}

/* ---- CSV: a file a table; document names one in all of them, as svod show takes it ---- */

static const struct {
	const char *name, *sql;
} csv_files[] = {
	{ "documents.csv", "SELECT svod_label(id) AS document, * FROM v_documents ORDER BY name, id" },
	{ "items.csv",
	  "SELECT svod_label(i.doc) AS document, i.name, i.type, i.text, i.value, i.due, i.date_from, i.date_to, "
	  "i.repeats,"
	  " i.low, i.high, i.unit, o.canonical AS org, i.action, i.country, i.level, i.kind, b.page, b.line, i.start, "
	  "i.stop,"
	  " i.norm FROM items i LEFT JOIN orgs o ON o.id = i.org LEFT JOIN blocks b ON b.id = i.block ORDER BY i.id" },
	{ "rows.csv", "SELECT svod_label(doc) AS document, section, row, action, deadline, due, date_from, date_to, "
		      "repeats, responsible, "
		      "who, partners,"
		      " indicator, expected_result, budget, page, line FROM v_plan ORDER BY item" },
	{ "orgs.csv", "SELECT canonical, abbr, kind, country, parent, mentions, documents, variants FROM "
		      "v_organizations ORDER BY canonical" },
	{ "conventions.csv", "SELECT country, instrument, title, action, svod_label(doc) AS document, text, page, line "
			     "FROM v_conventions ORDER BY item" },
	{ "figures.csv", "SELECT svod_label(doc) AS document, as_of, low, high, unit, comparator, \"of\", text, page, "
			 "line FROM v_figures "
			 "ORDER BY item" },
	{ "due.csv", "SELECT svod_label(doc) AS document, due, date_from, date_to, repeats, row, action, responsible, "
		     "page, line FROM "
		     "v_due ORDER BY item" },
};

static bool put_csv(struct query *q, const char *sql, struct buf *out, struct err *e)
{
	struct column columns[32] = { { 0 } };
	sqlite3_stmt *st = NULL;
	struct table *t;
	int n;

	if (!db_prepare(q->db, sql, &st, e))
		return false;
	n = sqlite3_column_count(st);
	for (int i = 0; i < n && i < 31; i++)
		columns[i] = (struct column){ sqlite3_column_name(st, i), NULL, COL_DATA };
	t = table_new(TABLE_CSV, columns, 0, false, out);
	while (sqlite3_step(st) == SQLITE_ROW) {
		for (int i = 0; i < n && i < 31; i++)
			table_put(t, (size_t)i, column_text(st, i));
		table_end_row(t);
	}
	table_end(t);
	sqlite3_finalize(st);
	return true;
}

static bool export_csv(struct query *q, const char *dir, struct err *e)
{
	bool ok = make_dir(dir, e);

	for (size_t i = 0; i < sizeof csv_files / sizeof *csv_files && ok; i++) {
		struct buf out = { 0 };

		buf_puts(&out, q->o->bom ? "\xef\xbb\xbf" : "");
		ok = put_csv(q, csv_files[i].sql, &out, e) && write_in(dir, csv_files[i].name, buf_span(&out), e);
		buf_free(&out);
	}
	return ok;
}

/* ---- a document at a time ---- */

struct target {
	struct query *q;
	enum export_format format;
	const char *to; /* NULL: stdout */
	struct buf all; /* one file for all */
	size_t n;
	bool corpus; /* TEI of several documents in one file */
	struct arena arena;
	struct span_index names; /* file names, each with its document */
};

/* The label as a file name, another one for each document: "a b" and "a:b" become a_b and a_b-2. */
static void put_name(struct target *t, size_t doc, struct span label, struct buf *out)
{
	const struct span_entry *taken;
	size_t nth = 1, n;

	for (size_t i = 0; i < label.n; i++)
		buf_putc(out, strchr("/ :!", label.p[i]) ? '_' : label.p[i]);
	n = out->n;
	while ((taken = span_index_get(&t->names, buf_span(out))) && taken->value != doc) {
		out->n = n;
		buf_addf(out, "-%zu", ++nth);
	}
	if (!taken)
		span_index_add(&t->names, &t->arena, arena_dup(&t->arena, buf_span(out)), doc);
}

static bool put_brat(struct target *t, size_t id, const struct doc *d, struct span label, struct err *e)
{
	struct buf name = { 0 }, ann = { 0 };
	size_t n;
	bool ok;

	put_name(t, id, label, &name);
	n = name.n;
	buf_puts(&name, ".txt");
	ok = write_in(t->to, buf_str(&name), d->text, e);
	name.n = n;
	buf_puts(&name, ".ann");
	export_brat(d, &ann);
	ok = ok && write_in(t->to, buf_str(&name), buf_span(&ann), e);
	buf_free(&name);
	buf_free(&ann);
	return ok;
}

static const char xml_head[] = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

/* Several documents in one file are a corpus: https://tei-c.org/release/doc/tei-p5-doc/en/html/ref-teiCorpus.html */
static const char corpus_head[] =
	"<teiCorpus "
	"xmlns=\"http://www.tei-c.org/ns/1.0\">\n<teiHeader><fileDesc><titleStmt><title>svod</title></titleStmt>"
	"<publicationStmt><p>svod</p></publicationStmt><sourceDesc><p>svod</p></sourceDesc></fileDesc></teiHeader>\n";

static bool put_tei(struct target *t, size_t id, const struct doc *d, struct span label, struct err *e)
{
	struct buf name = { 0 }, xml = { 0 };
	bool ok = true;

	if (!t->corpus)
		buf_puts(&xml, xml_head);
	export_tei(d, label, &xml);
	if (t->to) {
		put_name(t, id, label, &name);
		buf_puts(&name, ".xml");
		ok = write_in(t->to, buf_str(&name), buf_span(&xml), e);
	} else {
		buf_add(&t->all, buf_span(&xml));
	}
	buf_free(&name);
	buf_free(&xml);
	return ok;
}

/* In a file of several documents an id names its document too. */
static void prefix_ids(struct doc *d)
{
	for (size_t i = 0; i < d->n_items; i++) {
		struct buf id = { 0 };

		buf_addf(&id, "d%.*s-%.*s", SPAN_ARG(d->id), SPAN_ARG(d->items[i].id));
		d->items[i].id = arena_dup(&d->arena, buf_span(&id));
		buf_free(&id);
	}
}

static bool put_document(struct target *t, long long id, struct err *e)
{
	struct doc d = { 0 };
	struct buf label = { 0 };
	bool ok = load_doc(t->q->db, id, &d, e) && names_label(t->q->db, id, &label, e);

	switch (ok ? t->format : EXPORT_ICS) {
	case EXPORT_JSONL:
		doc_write(&d, &t->all);
		break;
	case EXPORT_JSON:
		buf_puts(&t->all, t->n ? ",\n" : "[");
		doc_write(&d, &t->all);
		t->all.n--; /* the newline */
		break;
	case EXPORT_TEI:
		if (t->corpus)
			prefix_ids(&d);
		ok = put_tei(t, (size_t)id, &d, buf_span(&label), e);
		break;
	case EXPORT_BRAT:
		ok = put_brat(t, (size_t)id, &d, buf_span(&label), e);
		break;
	case EXPORT_CSV:
	case EXPORT_SQLITE:
	case EXPORT_ICS:
		break;
	}
	t->n++;
	doc_free(&d);
	buf_free(&label);
	return ok;
}

/* The documents that are named, or all. */
static bool put_documents(struct target *t, char **operands, int n, struct err *e)
{
	sqlite3_stmt *st = NULL;
	bool ok = true;
	long long id;

	for (int i = 0; i < n && ok; i++)
		ok = names_find(t->q->db, span_of(operands[i]), &id, e) && put_document(t, id, e);
	if (n || !ok)
		return ok;
	ok = db_prepare(t->q->db, "SELECT id FROM v_documents ORDER BY name, id", &st, e);
	while (ok && sqlite3_step(st) == SQLITE_ROW) {
		ok = put_document(t, sqlite3_column_int64(st, 0), e);
		if (ok && !t->to && t->format == EXPORT_JSONL) { /* a corpus need not fit into memory */
			ok = buf_write_fd(STDOUT_FILENO, buf_span(&t->all)) ||
			     err_sys(e, EX_IOERR, "%s", _("standard output"));
			buf_reset(&t->all);
		}
	}
	sqlite3_finalize(st);
	return ok;
}

static bool export_documents(struct target *t, char **operands, int n, struct err *e)
{
	bool folder = t->format == EXPORT_BRAT || (t->format == EXPORT_TEI && t->to);
	bool ok;

	t->corpus = t->format == EXPORT_TEI && !t->to && n != 1;
	if (t->corpus) {
		buf_puts(&t->all, xml_head);
		buf_puts(&t->all, corpus_head);
	}
	ok = (!folder || make_dir(t->to, e)) && put_documents(t, operands, n, e);
	if (t->corpus)
		buf_puts(&t->all, "</teiCorpus>\n");

	if (ok && t->format == EXPORT_JSON)
		buf_puts(&t->all, t->n ? "]\n" : "[]\n");
	if (ok && t->format == EXPORT_BRAT) {
		export_brat_conf(&t->all);
		ok = write_in(t->to, "annotation.conf", buf_span(&t->all), e);
		buf_reset(&t->all);
	}
	if (ok && !folder && t->to)
		ok = files_write(t->to, buf_span(&t->all), e);
	else if (ok)
		buf_add(&t->q->out, buf_span(&t->all));
	buf_free(&t->all);
	arena_free(&t->arena);
	return ok;
}

/* Of one document, or of all. */
static bool export_ics(struct query *q, char **operands, int n, struct err *e)
{
	enum { FORMAT_ICS = 5 };
	const char *to = q->o->to, *only = n ? operands[0] : NULL;
	bool ok;

	if (n > 1)
		return err_set(e, EX_USAGE, _("-f ics exports one document or all"));
	if (n)
		q->o->doc = (struct opt_list){ .v = &only, .n = 1 };
	q->o->to = NULL; /* which is the end of the period for svod due */
	q->o->format = FORMAT_ICS;
	q->o->recurring = true;
	ok = due_run(q, NULL, 0, e);
	q->nothing = false;
	q->o->doc = (struct opt_list){ 0 };
	if (ok && to) {
		ok = files_write(to, buf_span(&q->out), e);
		buf_reset(&q->out);
	}
	return ok;
}

bool export_run(struct query *q, char **operands, int n, struct err *e)
{
	struct target t = { .q = q, .format = (enum export_format)q->o->export_format, .to = q->o->to };
	const char *to = q->o->to;

	if (!to && (t.format == EXPORT_CSV || t.format == EXPORT_SQLITE || t.format == EXPORT_BRAT))
		return err_set(e, EX_USAGE, _("-f %s makes files: name the place with --to"),
			       export_format_choices[t.format]);
	if (n && (t.format == EXPORT_CSV || t.format == EXPORT_SQLITE))
		return err_set(e, EX_USAGE, _("-f %s exports all documents"), export_format_choices[t.format]);
	switch (t.format) {
	case EXPORT_CSV:
		return export_csv(q, to, e);
	case EXPORT_SQLITE:
		return export_sqlite(q, to, e);
	case EXPORT_ICS:
		return export_ics(q, operands, n, e);
	case EXPORT_JSONL:
	case EXPORT_JSON:
	case EXPORT_TEI:
	case EXPORT_BRAT:
		break;
	}
	return export_documents(&t, operands, n, e);
}
