/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A document in the report: its text with everything that was found marked and anchored, and beside it a register of
 * what was found, by kind and value, that leads to every mention.
 */
#include <stdlib.h>

#include "load.h"
#include "mem.h"
#include "report_p.h"
#include "utf8.h"

enum { DEEPEST = 6, MENTIONS = 30, LONGEST_VALUE = 160 };

/* Items in the order in which marks open: by start, the longer ones first. */
struct marks {
	const struct doc *d;
	const struct item **v;
	size_t n, next;
};

static int by_opening(const void *a, const void *b)
{
	const struct item *x = *(const struct item *const *)a, *y = *(const struct item *const *)b;

	if (x->start != y->start)
		return x->start < y->start ? -1 : 1;
	if (x->end != y->end)
		return x->end > y->end ? -1 : 1;
	return x < y ? -1 : x > y;
}

/* Rows, goals and checks are places to go to, not marks: they hold other items. */
static bool is_mark(const struct item *i)
{
	return i->type != ITEM_TABLE_ROW && i->type != ITEM_GOAL && i->type != ITEM_CHECK && i->type < ITEM_TYPES;
}

static void open_mark(struct report *r, const struct marks *m, const struct item *it)
{
	struct span value = jval_str(it->norm, "canonical");

	value = value.n ? value : jval_str(it->norm, "value");
	buf_addf(r->out, "<mark class=\"%s\"", item_type_names[it->type]);
	html_id(r->out, m->d->id, it->id);
	buf_addf(r->out, " title=\"%s", r->russian ? html_type(it->type).ru : html_type(it->type).en);
	if (value.n) {
		buf_puts(r->out, ": ");
		html_put(r->out, value);
	}
	buf_puts(r->out, "\">");
}

/* The text [at, end) with the marks that begin in it; those that reach further are anchors only. */
static void put_marked(struct report *r, struct marks *m, size_t at, size_t end, int depth)
{
	while (m->next < m->n && m->v[m->next]->start < end) {
		const struct item *it = m->v[m->next++];
		size_t start = it->start > at ? it->start : at;

		html_put(r->out, doc_slice(m->d, at, start));
		at = start;
		if (!is_mark(it) || it->end > end || it->start < start || depth == DEEPEST || it->end == it->start) {
			buf_puts(r->out, "<span");
			html_id(r->out, m->d->id, it->id);
			buf_puts(r->out, "></span>");
			continue;
		}
		open_mark(r, m, it);
		put_marked(r, m, it->start, it->end, depth + 1);
		buf_puts(r->out, "</mark>");
		at = it->end;
	}
	html_put(r->out, doc_slice(m->d, at, end));
}

static void put_table(struct report *r, struct marks *m, size_t *i)
{
	const struct doc *d = m->d;
	int table = d->blocks[*i].table, row = -1;

	buf_puts(r->out, "<div class=\"wide\"><table><tbody>");
	for (; *i < d->n_blocks && d->blocks[*i].table == table; ++*i) {
		const struct block *b = &d->blocks[*i];
		const char *tag = b->head ? "th" : "td";

		if (b->row != row)
			buf_puts(r->out, row < 0 ? "<tr>" : "</tr>\n<tr>");
		row = b->row;
		buf_addf(r->out, "<%s", tag);
		if (b->colspan > 1)
			buf_addf(r->out, " colspan=\"%d\"", b->colspan);
		if (b->rowspan > 1)
			buf_addf(r->out, " rowspan=\"%d\"", b->rowspan);
		buf_putc(r->out, '>');
		put_marked(r, m, b->start, b->end, 0);
		buf_addf(r->out, "</%s>", tag);
	}
	buf_puts(r->out, "</tr></tbody></table></div>\n");
}

static const char *tag_of(const struct block *b)
{
	if (b->kind == BLOCK_TITLE || b->kind == BLOCK_HEADING)
		return b->level > 1 ? "h4" : "h3";
	return "p";
}

static void put_body(struct report *r, const struct doc *d)
{
	struct span lang = jval_str(d->meta, "lang");
	struct marks m = { .d = d, .v = mem_alloc((d->n_items + 1) * sizeof *m.v), .n = d->n_items };

	for (size_t i = 0; i < d->n_items; i++)
		m.v[i] = &d->items[i];
	qsort(m.v, m.n, sizeof *m.v, by_opening);
	buf_puts(r->out, "<div class=\"text\"");
	if (lang.n) {
		buf_puts(r->out, " lang=\"");
		html_put(r->out, lang);
		buf_putc(r->out, '"');
	}
	buf_puts(r->out, ">\n");
	for (size_t i = 0; i < d->n_blocks;) {
		const struct block *b = &d->blocks[i];

		if (b->table) {
			put_table(r, &m, &i);
			continue;
		}
		buf_addf(r->out, "<%s%s>", tag_of(b),
			 b->hidden || b->dup                   ? " class=\"aside\""
			 : b->kind == BLOCK_ITEM && !b->mark.n ? " class=\"li\""
							       : "");
		put_marked(r, &m, b->start, b->end, 0);
		buf_addf(r->out, "</%s>\n", tag_of(b));
		i++;
	}
	buf_puts(r->out, "</div>\n");
	free(m.v);
}

/* ---- the register ---- */

static const char register_sql[] =
	"SELECT i.type, CASE WHEN i.type IN ('number', 'goal') THEN i.text ELSE coalesce(o.canonical, i.due, i.value, "
	"i.text) END"
	" AS v, i.name, count(*) OVER (PARTITION BY i.type, CASE WHEN i.type IN ('number', 'goal') THEN i.text ELSE"
	" coalesce(o.canonical, i.due, i.value, i.text) END), count(*) OVER (PARTITION BY i.type)"
	" FROM items i LEFT JOIN orgs o ON o.id = i.org WHERE i.doc = ?1 AND i.type NOT IN ('check', 'table_row')"
	" AND json_extract(i.norm, '$.dup') IS NULL"
	" ORDER BY i.type, i.type = 'goal' AND i.start, v, i.start";

static void put_value(struct report *r, struct span s, bool due)
{
	struct buf value = { 0 };

	if (due) {
		html_due(r->out, s);
		return;
	}
	buf_add(&value, span_sub(s, 0, utf8_offset(s, LONGEST_VALUE)));
	html_put(r->out, buf_span(&value));
	buf_puts(r->out, value.n < s.n ? "…" : "");
	buf_free(&value);
}

static bool put_register(struct report *r, long long doc, struct span hash, struct err *e)
{
	sqlite3_stmt *st = NULL;
	struct buf type = { 0 }, value = { 0 };
	int nth = 0;

	if (!db_prepare(r->q->db, register_sql, &st, e))
		return false;
	sqlite3_bind_int64(st, 1, doc);
	buf_puts(r->out, "<aside><h3>");
	html_say(r->out, (struct words){ "What was found", "Что найдено" });
	buf_puts(r->out, "</h3>\n");
	while (sqlite3_step(st) == SQLITE_ROW) {
		struct span t = column_text(st, 0), v = column_text(st, 1);
		bool new_type = !span_eq(t, buf_span(&type));

		if (new_type) {
			buf_puts(r->out, type.n ? "</li></ul></details>\n<details><summary>" : "<details><summary>");
			html_say(r->out, html_type(item_type_of(t)));
			buf_addf(r->out, " <span class=\"quiet\">%lld</span></summary><ul>",
				 sqlite3_column_int64(st, 4));
			buf_reset(&type);
			buf_add(&type, t);
		}
		if (new_type || !span_eq(v, buf_span(&value))) {
			buf_puts(r->out, new_type ? "<li>" : "</li><li>");
			buf_reset(&value);
			buf_add(&value, v);
			nth = 0;
			html_link(r->out, hash, column_text(st, 2));
			put_value(r, v, span_is(t, "deadline") || span_is(t, "date"));
			buf_puts(r->out, "</a>");
		} else if (nth < MENTIONS) {
			buf_putc(r->out, ' ');
			html_link(r->out, hash, column_text(st, 2));
			buf_addf(r->out, "%d</a>", nth + 1);
		} else if (nth == MENTIONS) {
			buf_addf(r->out, " … %lld", sqlite3_column_int64(st, 3));
		}
		nth++;
	}
	buf_puts(r->out, type.n ? "</li></ul></details></aside>\n" : "</aside>\n");
	sqlite3_finalize(st);
	buf_free(&type);
	buf_free(&value);
	return true;
}

bool report_text(struct report *r, long long doc, struct err *e)
{
	struct doc d = { 0 };
	struct buf label = { 0 };
	bool ok = load_doc(r->q->db, doc, &d, e);

	if (ok) {
		struct span title = jval_str(d.meta, "title");

		buf_puts(r->out, "<article");
		html_id(r->out, d.id, (struct span){ 0 });
		buf_puts(r->out, ">\n<h2>");
		html_put(r->out, title.n ? title : d.source.path);
		buf_puts(r->out, "</h2>\n<p class=\"source\">");
		html_put(r->out, d.source.path);
		buf_puts(r->out, "</p>\n<div class=\"pair\">\n");
		put_body(r, &d);
		ok = put_register(r, doc, d.id, e);
		buf_puts(r->out, "</div>\n</article>\n");
	}
	doc_free(&d);
	buf_free(&label);
	return ok;
}
