/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A report to read, print or send. It works without scripts: what is drawn is SVG and CSS, every drawing has its
 * figures as a table beside it, and types differ in more than colour.
 */
#include "report.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "db_p.h"
#include "html_style.h"
#include "i18n.h"
#include "load.h"
#include "mem.h"
#include "names.h"

enum { BARS = 20, CHART_HEIGHT = 120, CHART_STEP = 34, CHART_BASE = 140 };

static void put_html(struct span s, struct buf *out)
{
	for (size_t i = 0; i < s.n; i++) {
		switch (s.p[i]) {
		case '<':
			buf_puts(out, "&lt;");
			break;
		case '>':
			buf_puts(out, "&gt;");
			break;
		case '&':
			buf_puts(out, "&amp;");
			break;
		case '"':
			buf_puts(out, "&quot;");
			break;
		default:
			buf_putc(out, (unsigned char)s.p[i] < 0x20 ? ' ' : s.p[i]);
		}
	}
}

struct report {
	struct query *q;
	struct buf *out;
	struct buf docs; /* "1,4": the documents, for SQL */
};

/* Runs sql with the documents for %s. */
static bool prepare(struct report *r, const char *before, const char *after, sqlite3_stmt **st, struct err *e)
{
	struct buf sql = { 0 };
	bool ok;

	buf_addf(&sql, "%s IN (%s) %s", before, buf_str(&r->docs), after);
	ok = db_prepare(r->q->db, buf_str(&sql), st, e);
	buf_free(&sql);
	return ok;
}

static void put_cell(struct report *r, struct span s)
{
	buf_puts(r->out, "<td>");
	put_html(s, r->out);
	buf_puts(r->out, "</td>");
}

/* A heading and the rows of a statement as a table; nothing where there are none. */
static bool put_table(struct report *r, const char *title, const char *const *heads, const char *before,
		      const char *after, struct err *e)
{
	sqlite3_stmt *st = NULL;
	bool any = false;

	if (!prepare(r, before, after, &st, e))
		return false;
	while (sqlite3_step(st) == SQLITE_ROW) {
		if (!any) {
			buf_addf(r->out, "<h2>%s</h2>\n<table><thead><tr>", title);
			for (size_t i = 0; heads[i]; i++)
				buf_addf(r->out, "<th>%s</th>", _(heads[i]));
			buf_puts(r->out, "</tr></thead>\n<tbody>");
		}
		any = true;
		buf_puts(r->out, "<tr>");
		for (int i = 0; i < sqlite3_column_count(st); i++)
			put_cell(r, column_text(st, i));
		buf_puts(r->out, "</tr>\n");
	}
	buf_puts(r->out, any ? "</tbody></table>\n" : "");
	sqlite3_finalize(st);
	return true;
}

/* ---- deadlines by quarter ---- */

struct quarter {
	char name[16];
	long long count;
};

static void put_bars(struct report *r, const struct quarter *v, size_t n)
{
	long long most = 1;

	for (size_t i = 0; i < n; i++)
		most = v[i].count > most ? v[i].count : most;
	buf_addf(r->out, "<svg role=\"img\" aria-label=\"%s\" viewBox=\"0 0 %zu 175\" class=\"chart\">\n",
		 _("Deadlines by quarter"), n * CHART_STEP + 10);
	for (size_t i = 0; i < n; i++) {
		int x = 5 + (int)i * CHART_STEP, h = (int)(v[i].count * CHART_HEIGHT / most);

		buf_addf(r->out, "<rect x=\"%d\" y=\"%d\" width=\"24\" height=\"%d\"/>", x, CHART_BASE - h, h);
		buf_addf(r->out, "<text x=\"%d\" y=\"%d\">%lld</text>", x + 12, CHART_BASE - h - 4, v[i].count);
		buf_addf(r->out, "<text x=\"%d\" y=\"153\">%.2s</text><text x=\"%d\" y=\"167\">%.4s</text>\n", x + 12,
			 v[i].name + 5, x + 12, v[i].name);
	}
	buf_puts(r->out, "</svg>\n");
}

static bool put_timeline(struct report *r, struct err *e)
{
	static const char before[] =
		"SELECT substr(date_to, 1, 4) || '-Q' || ((CAST(substr(date_to, 6, 2) AS INTEGER) + 2) / 3), count(*)"
		" FROM v_due WHERE repeats IS NULL AND date_to IS NOT NULL AND doc";
	sqlite3_stmt *st = NULL;
	struct quarter *v = NULL;
	size_t n = 0, cap = 0;

	if (!prepare(r, before, "GROUP BY 1 ORDER BY 1", &st, e))
		return false;
	while (sqlite3_step(st) == SQLITE_ROW) {
		MEM_ROOM(v, n, cap);
		snprintf(v[n].name, sizeof v[n].name, "%.*s", SPAN_ARG(column_text(st, 0)));
		v[n++].count = sqlite3_column_int64(st, 1);
	}
	sqlite3_finalize(st);
	if (n) {
		buf_addf(r->out, "<h2>%s</h2>\n", _("Deadlines by the quarter in which they end"));
		put_bars(r, v, n);
	}
	free(v);
	return true;
}

static bool put_who(struct report *r, struct err *e)
{
	static const char before[] = "SELECT w.value, count(*) FROM plan_rows p JOIN json_each(p.who) w WHERE p.doc";
	sqlite3_stmt *st = NULL;
	long long most = 0;
	int n = 0;

	if (!prepare(r, before, "GROUP BY 1 ORDER BY 2 DESC, 1", &st, e))
		return false;
	for (; n < BARS && sqlite3_step(st) == SQLITE_ROW; n++) {
		long long count = sqlite3_column_int64(st, 1);

		if (n == 0) {
			most = count;
			buf_addf(r->out, "<h2>%s</h2>\n<table class=\"bars\"><tbody>\n",
				 _("Rows by who answers for them"));
		}
		buf_puts(r->out, "<tr>");
		put_cell(r, column_text(st, 0));
		buf_addf(r->out,
			 "<td class=\"n\">%lld</td><td><span class=\"bar\" style=\"width:%lld%%\"></span></td></tr>\n",
			 count, count * 100 / most);
	}
	buf_puts(r->out, n ? "</tbody></table>\n" : "");
	sqlite3_finalize(st);
	return true;
}

/* ---- a document ---- */

/* The outermost items that are shown as marks, in text order; rows and goals are anchors only. */
static bool is_mark(const struct item *i)
{
	return i->type != ITEM_TABLE_ROW && i->type != ITEM_GOAL && i->type != ITEM_CHECK && i->type < ITEM_TYPES;
}

static void put_marked(struct report *r, const struct doc *d, size_t start, size_t end, size_t *next)
{
	size_t at = start;

	while (*next < d->n_items && d->items[*next].start < end) {
		const struct item *it = &d->items[(*next)++];
		struct span value = jval_str(it->norm, "value");

		if (it->type == ITEM_TABLE_ROW || it->type == ITEM_GOAL) {
			if (it->start >= at)
				buf_addf(r->out, "<a id=\"%.*s-%.*s\"></a>", SPAN_ARG(d->id), SPAN_ARG(it->id));
			continue;
		}
		if (!is_mark(it) || it->start < at || it->end > end)
			continue;
		put_html(doc_slice(d, at, it->start), r->out);
		value = value.n ? value : jval_str(it->norm, "canonical");
		buf_addf(r->out, "<mark class=\"%s\" id=\"%.*s-%.*s\" title=\"%s", item_type_names[it->type],
			 SPAN_ARG(d->id), SPAN_ARG(it->id), item_type_names[it->type]);
		if (value.n)
			buf_puts(r->out, ": ");
		put_html(value, r->out);
		buf_puts(r->out, "\">");
		put_html(item_text(d, it), r->out);
		buf_puts(r->out, "</mark>");
		at = it->end;
	}
	put_html(doc_slice(d, at, end), r->out);
}

static void put_rows(struct report *r, const struct doc *d, size_t *i, size_t *next)
{
	int table = d->blocks[*i].table, row = -1;

	buf_puts(r->out, "<table class=\"doc\"><tbody>");
	for (; *i < d->n_blocks && d->blocks[*i].table == table; ++*i) {
		const struct block *b = &d->blocks[*i];

		if (b->row != row)
			buf_puts(r->out, row < 0 ? "<tr>" : "</tr>\n<tr>");
		row = b->row;
		buf_puts(r->out, b->head ? "<th>" : "<td>");
		put_marked(r, d, b->start, b->end, next);
		buf_puts(r->out, b->head ? "</th>" : "</td>");
	}
	buf_puts(r->out, "</tr></tbody></table>\n");
}

static const char *tag_of(const struct block *b)
{
	if (b->kind == BLOCK_TITLE || b->kind == BLOCK_HEADING)
		return b->level > 1 ? "h4" : "h3";
	return "p";
}

static bool put_document(struct report *r, long long id, struct err *e)
{
	struct doc d = { 0 };
	struct buf label = { 0 };
	size_t next = 0;
	bool ok = load_doc(r->q->db, id, &d, e) && names_label(r->q->db, id, &label, e);

	if (ok) {
		buf_puts(r->out, "<article><h2>");
		put_html(buf_span(&label), r->out);
		buf_puts(r->out, " · ");
		put_html(jval_str(d.meta, "title"), r->out);
		buf_puts(r->out, "</h2>\n<p class=\"source\">");
		put_html(d.source.path, r->out);
		buf_puts(r->out, "</p>\n");
		for (size_t i = 0; i < d.n_blocks;) {
			const struct block *b = &d.blocks[i];

			if (b->table) {
				put_rows(r, &d, &i, &next);
				continue;
			}
			buf_addf(r->out, "<%s%s>", tag_of(b), b->hidden || b->dup ? " class=\"aside\"" : "");
			put_marked(r, &d, b->start, b->end, &next);
			buf_addf(r->out, "</%s>\n", tag_of(b));
			i++;
		}
		buf_puts(r->out, "</article>\n");
	}
	doc_free(&d);
	buf_free(&label);
	return ok;
}

/* ---- the page ---- */

static void put_head(struct report *r)
{
	buf_addf(r->out,
		 "<!DOCTYPE html>\n<html lang=\"%s\">\n<head><meta charset=\"utf-8\"><title>%s</title>\n"
		 "<meta name=\"viewport\" "
		 "content=\"width=device-width\">\n<style>\n%s</style></head>\n<body>\n<h1>%s</h1>\n<p "
		 "class=\"legend\">",
		 r->q->o->common.ui_lang == 1 ? "ru" : "en", _("Report"), html_style, _("Report"));
	for (int i = 0; i < ITEM_TYPES; i++)
		if (i != ITEM_TABLE_ROW && i != ITEM_GOAL && i != ITEM_CHECK)
			buf_addf(r->out, "<mark class=\"%s\">%s</mark> ", item_type_names[i], item_type_names[i]);
	buf_puts(r->out, "</p>\n");
}

static bool put_tables(struct report *r, struct err *e)
{
	static const char *const docs[] = { N_("Document"), N_("Title"), N_("Language"), N_("Country"), N_("Time"),
					    N_("Items"),    NULL };
	static const char *const instruments[] = { N_("Instrument"), N_("Title"),    N_("Document"),
						   N_("Action"),     N_("Mentions"), NULL };
	static const char *const due[] = { N_("Document"), N_("Row"), N_("Due"), N_("Action"), N_("Who"), NULL };
	static const char *const checks[] = { N_("Document"), N_("Result"), N_("Kind"), N_("Text"), NULL };

	return put_table(r, _("Documents"), docs,
			 "SELECT svod_label(d.id), d.title, d.lang, d.country, coalesce(d.period, d.date), (SELECT "
			 "count(*) FROM items i"
			 " WHERE i.doc = d.id) FROM documents d WHERE d.id",
			 "ORDER BY d.id", e) &&
	       put_timeline(r, e) &&
	       put_table(r, _("Deadlines"), due,
			 "SELECT svod_label(doc), row, due, action, responsible FROM v_due WHERE doc",
			 "ORDER BY date_to IS NULL, date_to, date_from, doc, start", e) &&
	       put_who(r, e) &&
	       put_table(r, _("ILO instruments"), instruments,
			 "SELECT instrument, max(title), svod_label(doc), group_concat(DISTINCT action), count(*) FROM "
			 "v_conventions WHERE doc",
			 "GROUP BY instrument, doc ORDER BY instrument, doc", e) &&
	       put_table(r, _("Checks and warnings"), checks,
			 "SELECT svod_label(doc), result, kind, substr(text, 1, 200) FROM v_checks WHERE doc",
			 "ORDER BY doc, start", e);
}

static bool write_report(const char *path, struct span s, struct err *e)
{
	FILE *f = fopen(path, "we");
	bool ok;

	if (!f)
		return err_sys(e, EX_CANTCREAT, "%s", path);
	ok = fwrite(s.p, 1, s.n, f) == s.n;
	ok = fclose(f) == 0 && ok;
	return ok || err_sys(e, EX_IOERR, "%s", path);
}

bool report_run(struct query *q, char **operands, int n, struct err *e)
{
	struct report r = { .q = q, .out = &q->out };
	bool ok = true;

	for (int i = 0; i < n && ok; i++) {
		long long id;

		ok = names_find(q->db, span_of(operands[i]), &id, e);
		if (ok)
			buf_addf(&r.docs, "%s%lld", r.docs.n ? "," : "", id);
	}
	if (ok) {
		struct span rest = span_of(buf_str(&r.docs));

		put_head(&r);
		ok = put_tables(&r, e);
		while (ok && rest.n)
			ok = put_document(&r, strtoll(span_cut(&rest, ',').p, NULL, 10), e);
		buf_puts(r.out, "</body></html>\n");
	}
	if (ok && q->o->to) {
		ok = write_report(q->o->to, buf_span(&q->out), e);
		buf_reset(&q->out);
	}
	if (!ok)
		buf_reset(&q->out);
	buf_free(&r.docs);
	return ok;
}
