/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A report to read, print or send: one file without scripts and without anything from elsewhere. Drawings are SVG, what
 * can be switched is switched by CSS, every drawing has its figures as a table, and kinds differ in more than colour.
 */
#include "report.h"

#include <stdio.h>
#include <stdlib.h>

#include "data.h"
#include "files.h"
#include "i18n.h"
#include "mem.h"
#include "names.h"
#include "report_p.h"

static bool is_shown(int type)
{
	return type != ITEM_TABLE_ROW && type != ITEM_GOAL && type != ITEM_CHECK;
}

/* report.css, a file of its own for whoever wants to look at it. */
static bool put_style(struct report *r, struct err *e)
{
	enum { MOST = 1 << 20 };
	struct buf path = { 0 };
	bool ok = data_path("index/report/report.css", &path);
	FILE *f = ok ? fopen(buf_str(&path), "re") : NULL;

	if (!f)
		ok = err_set(e, EX_CONFIG,
			     _("index/report/report.css is not found. Set SVOD_DATA to the folder that holds it"));
	else
		ok = buf_read_fd(r->out, fileno(f), MOST) == 0 || err_sys(e, EX_IOERR, "%s", buf_str(&path));
	if (f)
		fclose(f);
	buf_free(&path);
	return ok;
}

/* The switches: inputs before all else, so that CSS reaches what follows them; their labels stand in the bar. */
static void put_switches(struct report *r)
{
	buf_addf(r->out,
		 "<input class=\"sw\" type=\"radio\" name=\"language\" id=\"sw-ru\"%s>"
		 "<input class=\"sw\" type=\"radio\" name=\"language\" id=\"sw-en\"%s>\n",
		 r->russian ? " checked" : "", r->russian ? "" : " checked");
	for (int i = 0; i < ITEM_TYPES; i++)
		if (is_shown(i))
			buf_addf(r->out, "<input class=\"sw\" type=\"checkbox\" id=\"sw-%s\" checked>\n",
				 item_type_names[i]);
}

static void put_bar(struct report *r)
{
	buf_puts(r->out, "<div class=\"bar\"><div class=\"language\"><label for=\"sw-ru\" lang=\"ru\">Русский</label>"
			 "<label for=\"sw-en\" lang=\"en\">English</label></div>\n<div class=\"legend\">");
	for (int i = 0; i < ITEM_TYPES; i++) {
		if (!is_shown(i))
			continue;
		buf_addf(r->out, "<label for=\"sw-%s\"><mark class=\"%s\">", item_type_names[i], item_type_names[i]);
		html_say(r->out, html_type((enum item_type)i));
		buf_puts(r->out, "</mark></label>\n");
	}
	buf_puts(r->out, "</div></div>\n");
}

/* The title of the only document, or "Report". */
static bool find_title(struct report *r, struct buf *title, struct err *e)
{
	sqlite3_stmt *st = NULL;

	if (r->n > 1)
		return true;
	if (!report_prepare(
		    r, "SELECT coalesce(d.title, v.name) FROM documents d JOIN v_documents v ON v.id = d.id WHERE d.id",
		    "", &st, e))
		return false;
	if (sqlite3_step(st) == SQLITE_ROW)
		buf_add(title, column_text(st, 0));
	sqlite3_finalize(st);
	return true;
}

static bool put_head(struct report *r, struct err *e)
{
	struct words word = { "Report", "Отчёт" };
	struct buf title = { 0 };
	bool ok = find_title(r, &title, e);

	buf_addf(r->out, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n<title>",
		 r->russian ? "ru" : "en");
	if (title.n)
		html_put(r->out, buf_span(&title));
	else
		buf_puts(r->out, r->russian ? word.ru : word.en);
	buf_puts(r->out, "</title>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
			 "<meta name=\"color-scheme\" content=\"light dark\">\n<style>\n");
	ok = ok && put_style(r, e);
	buf_puts(r->out, "</style>\n</head>\n<body>\n");
	put_switches(r);
	put_bar(r);
	buf_puts(r->out, "<main>\n<h1>");
	if (title.n)
		html_put(r->out, buf_span(&title));
	else
		html_say(r->out, word);
	buf_puts(r->out, "</h1>\n");
	buf_free(&title);
	return ok;
}

static bool put_page(struct report *r, struct err *e)
{
	bool ok = put_head(r, e) && report_overview(r, e) && report_due(r, e) && report_who(r, e) &&
		  report_instruments(r, e) && report_network(r, e) && report_checks(r, e);

	buf_puts(r->out, "<div id=\"texts\">\n");
	for (size_t i = 0; ok && i < r->n; i++)
		ok = report_text(r, r->docs[i], e);
	buf_puts(r->out, "</div>\n</main>\n</body>\n</html>\n");
	return ok;
}

/* The documents that were named, each once. */
static bool find_documents(struct report *r, char **operands, int n, struct err *e)
{
	r->docs = mem_alloc((size_t)n * sizeof *r->docs);
	for (int i = 0; i < n; i++) {
		bool before = false;
		long long id;

		if (!names_find(r->q->db, span_of(operands[i]), &id, e))
			return false;
		for (size_t k = 0; k < r->n; k++)
			before |= r->docs[k] == id;
		if (before)
			continue;
		r->docs[r->n++] = id;
		buf_addf(&r->ids, "%s%lld", r->ids.n ? "," : "", id);
	}
	return true;
}

bool report_run(struct query *q, char **operands, int n, struct err *e)
{
	/* the locale's language is known by its catalogue alone */
	struct report r = { .q = q, .out = &q->out, .russian = strcmp(_("Report"), "Report") != 0 };
	bool ok = find_documents(&r, operands, n, e) && put_page(&r, e);

	if (ok && q->o->to) {
		ok = files_write(q->o->to, buf_span(&q->out), e);
		buf_reset(&q->out);
	}
	if (!ok)
		buf_reset(&q->out);
	buf_free(&r.ids);
	free(r.docs);
	return ok;
}
