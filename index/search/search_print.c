/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hits as people read them and as programs take them. */
#include "i18n.h"
#include "json.h"
#include "search_p.h"

enum { SNIPPET_LINES = 3, SNIPPET_PIPE = 240, SNIPPET_LEAST = 120, ITEMS_SHOWN = 8, MARKS = 64 };

static const char items_sql[] =
	"SELECT i.name, i.type, coalesce(i.due, i.value), i.text, o.abbr, p.row, p.deadline, p.responsible"
	" FROM items i LEFT JOIN orgs o ON o.id = i.org LEFT JOIN plan_rows p ON p.item = i.id"
	" WHERE i.doc = ?1 AND i.start >= ?2 AND i.start < ?3 ORDER BY i.start, i.id";

static sqlite3_stmt *items_of(struct search *s, const struct hit *hit, struct err *e)
{
	sqlite3_stmt *st = NULL;
	size_t marks = 0;

	for (size_t i = 0; i < hit->text.n; i++)
		marks += hit->text.p[i] == MARK_ON || hit->text.p[i] == MARK_OFF;
	if (!db_prepare(s->q->db, items_sql, &st, e))
		return NULL;
	sqlite3_bind_int64(st, 1, hit->doc);
	sqlite3_bind_int64(st, 2, (sqlite3_int64)hit->start);
	sqlite3_bind_int64(st, 3, (sqlite3_int64)(hit->start + hit->text.n - marks));
	return st;
}

/* ---- for programs ---- */

static const struct column hit_columns[] = {
	{ "doc", NULL, COL_DATA },
	{ "label", NULL, COL_DATA },
	{ "name", NULL, COL_DATA },
	{ "kind", NULL, COL_DATA },
	{ "row", NULL, COL_DATA },
	{ "section", NULL, COL_DATA },
	{ "page", NULL, COL_DATA | COL_NUMBER },
	{ "line", NULL, COL_DATA | COL_NUMBER },
	{ "para", NULL, COL_DATA | COL_NUMBER },
	{ "start", NULL, COL_DATA | COL_NUMBER },
	{ "end", NULL, COL_DATA | COL_NUMBER },
	{ "score", NULL, COL_DATA | COL_NUMBER },
	{ "snippet", NULL, COL_DATA },
	{ "text", NULL, COL_DATA },
	{ "marks", NULL, COL_DATA | COL_JSON },
	{ "items", NULL, COL_DATA | COL_JSON },
	{ NULL, NULL, 0 },
};
enum {
	H_DOC,
	H_LABEL,
	H_NAME,
	H_KIND,
	H_ROW,
	H_SECTION,
	H_PAGE,
	H_LINE,
	H_PARA,
	H_START,
	H_END,
	H_SCORE,
	H_SNIPPET,
	H_TEXT,
	H_MARKS,
	H_ITEMS
};

static bool put_items_json(struct search *s, const struct hit *hit, struct buf *out, struct err *e)
{
	struct json_out j = { out, false };
	sqlite3_stmt *st = items_of(s, hit, e);

	json_open(&j, '[');
	while (st && sqlite3_step(st) == SQLITE_ROW) {
		json_open(&j, '{');
		json_kv_str(&j, "id", column_text(st, 0));
		json_kv_str(&j, "type", column_text(st, 1));
		json_kv_str_opt(&j, "value", column_text(st, 2));
		json_kv_str(&j, "text", column_text(st, 3));
		json_close(&j, '}');
	}
	json_close(&j, ']');
	sqlite3_finalize(st);
	return st != NULL;
}

static void put_marks_json(const struct mark *marks, size_t n, struct buf *out)
{
	struct json_out j = { out, false };

	json_open(&j, '[');
	for (size_t i = 0; i < n; i++) {
		json_open(&j, '[');
		json_put_int(&j, (int64_t)marks[i].start);
		json_put_int(&j, (int64_t)marks[i].end);
		json_close(&j, ']');
	}
	json_close(&j, ']');
}

static bool put_hit(struct search *s, struct table *t, const struct hit *hit, struct err *e)
{
	struct buf plain = { 0 }, cut = { 0 }, painted = { 0 }, json = { 0 };
	struct mark marks[MARKS];
	size_t n = snippet_marks(hit->text, &plain, marks, MARKS);
	bool ok;

	table_put(t, H_DOC, hit->hash);
	table_put(t, H_LABEL, hit->label);
	table_put(t, H_NAME, hit->name);
	table_put(t, H_KIND, hit->kind);
	table_put(t, H_ROW, hit->row);
	table_put(t, H_SECTION, hit->section);
	if (hit->page)
		table_put_int(t, H_PAGE, hit->page);
	if (hit->line)
		table_put_int(t, H_LINE, hit->line);
	if (hit->para >= 0)
		table_put_int(t, H_PARA, hit->para);
	table_put_int(t, H_START, (long long)hit->start);
	table_put_int(t, H_END, (long long)(hit->start + plain.n));
	buf_addf(&json, "%.4f", hit->score);
	table_put(t, H_SCORE, buf_span(&json));
	snippet_cut(hit->text, SNIPPET_PIPE, &cut);
	snippet_paint(buf_span(&cut), &mark_brackets, &painted);
	table_put(t, H_SNIPPET, buf_span(&painted));
	table_put(t, H_TEXT, buf_span(&plain));
	buf_reset(&json);
	put_marks_json(marks, n, &json);
	table_put(t, H_MARKS, buf_span(&json));
	buf_reset(&json);
	ok = put_items_json(s, hit, &json, e);
	table_put(t, H_ITEMS, buf_span(&json));
	table_end_row(t);
	buf_free(&plain);
	buf_free(&cut);
	buf_free(&painted);
	buf_free(&json);
	return ok;
}

/* ---- for people ---- */

void search_put_place(const struct hit *hit, struct buf *out)
{
	buf_add(out, hit->label);
	if (hit->page)
		buf_addf(out, _(":p.%d"), hit->page);
	else if (hit->line)
		buf_addf(out, ":%d", hit->line);
	else if (hit->para >= 0)
		buf_addf(out, ":¶%d", hit->para);
	else
		buf_addf(out, "@%zu", hit->start);
}

static void put_kind(const struct hit *hit, struct buf *out)
{
	static const struct {
		const char *kind, *shown;
	} kinds[] = { { "row", N_("row") },         { "para", N_("text") },          { "item", N_("list item") },
		      { "heading", N_("heading") }, { "title", N_("title") },        { "note", N_("note") },
		      { "caption", N_("caption") }, { "signature", N_("signature") } };

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (span_is(hit->kind, kinds[i].kind))
			buf_puts(out, _(kinds[i].shown));
	if (hit->row.n)
		buf_addf(out, " %.*s", SPAN_ARG(hit->row));
}

/* "срок: постоянно · кто: ОПО" of a plan row; else the values of the items, each once. */
static bool put_items_line(struct search *s, const struct hit *hit, struct buf *out, struct err *e)
{
	static const char left_out[] = "goal table_row check person place";
	sqlite3_stmt *st = items_of(s, hit, e);
	size_t start = out->n;
	int shown = 0;
	bool row = hit->row.n > 0;

	while (st && sqlite3_step(st) == SQLITE_ROW && shown < ITEMS_SHOWN) {
		struct span type = column_text(st, 1),
			    value = column_text(st, 4).n ? column_text(st, 4) : column_text(st, 2);
		size_t at = out->n;

		if (column_text(st, 5).n) {
			if (column_text(st, 6).n)
				buf_addf(out, _("due: %.*s"), SPAN_ARG(column_text(st, 6)));
			if (column_text(st, 7).n)
				buf_addf(out, _("%swho: %.*s"), out->n > at ? " · " : "", SPAN_ARG(column_text(st, 7)));
			shown += out->n > at;
			continue;
		}
		if (row || span_find(span_of(left_out), type, 0) != SPAN_NONE)
			continue;
		value = value.n ? value : column_text(st, 3);
		if (span_is(type, "number"))
			value = column_text(st, 3);
		if (span_find(span_make(out->p + start, out->n - start), value, 0) != SPAN_NONE)
			continue;
		buf_addf(out, "%s%.*s", shown++ ? " · " : "", SPAN_ARG(value));
	}
	sqlite3_finalize(st);
	return st != NULL;
}

static bool put_context(struct search *s, const struct hit *hit, bool before, size_t indent, struct err *e)
{
	sqlite3_stmt *st = NULL;
	long n = s->q->o->context;
	bool ok = n == 0 ||
		  db_prepare(s->q->db,
			     "SELECT text FROM blocks WHERE id BETWEEN ?1 AND ?2 AND doc = ?3 AND text IS NOT NULL"
			     " ORDER BY id",
			     &st, e);

	if (n == 0 || !ok)
		return ok;
	sqlite3_bind_int64(st, 1, before ? hit->block - n : hit->block + 1);
	sqlite3_bind_int64(st, 2, before ? hit->block - 1 : hit->block + n);
	sqlite3_bind_int64(st, 3, hit->doc);
	while (sqlite3_step(st) == SQLITE_ROW) {
		text_pad(indent, &s->q->out);
		snippet_wrap(column_text(st, 0), &mark_brackets, s->q->width ? (size_t)s->q->width : 1000000, indent,
			     &s->q->out);
		buf_putc(&s->q->out, '\n');
	}
	sqlite3_finalize(st);
	return true;
}

static bool put_for_people(struct search *s, const struct hit *hit, size_t place_width, size_t kind_width,
			   struct err *e)
{
	struct buf *out = &s->q->out;
	struct buf place = { 0 }, kind = { 0 }, cut = { 0 }, items = { 0 };
	size_t indent = place_width + 2 + kind_width + 2, width = s->q->width ? (size_t)s->q->width : 0;
	size_t room = width > indent + 20 ? (width - indent) * SNIPPET_LINES : SNIPPET_PIPE;
	bool ok;

	if (width && width < 60)
		indent = 2;
	search_put_place(hit, &place);
	put_kind(hit, &kind);
	ok = put_context(s, hit, true, indent, e);
	if (s->q->color)
		buf_puts(out, "\033[35m");
	buf_add(out, buf_span(&place));
	if (s->q->color)
		buf_puts(out, "\033[0m");
	text_pad(place_width - text_width(buf_span(&place)) + 2, out);
	buf_add(out, buf_span(&kind));
	if (indent == 2) {
		buf_puts(out, "\n  ");
		room = width * SNIPPET_LINES;
	} else {
		text_pad(kind_width - text_width(buf_span(&kind)) + 2, out);
	}
	snippet_cut(hit->text, room < SNIPPET_LEAST ? SNIPPET_LEAST : room, &cut);
	snippet_wrap(buf_span(&cut), s->q->color ? &mark_colors : &mark_brackets, width ? width : 1000000, indent, out);
	buf_putc(out, '\n');
	ok = ok && put_items_line(s, hit, &items, e);
	if (items.n) {
		text_pad(indent, out);
		if (s->q->color)
			buf_puts(out, "\033[2m");
		text_fit(buf_span(&items), width > indent ? width - indent : 1000000, out);
		if (s->q->color)
			buf_puts(out, "\033[0m");
		buf_putc(out, '\n');
	}
	ok = ok && put_context(s, hit, false, indent, e);
	buf_free(&place);
	buf_free(&kind);
	buf_free(&cut);
	buf_free(&items);
	return ok;
}

static void find_widths(const struct hits *h, size_t *place, size_t *kind)
{
	*place = *kind = 0;
	for (size_t i = 0; i < h->n; i++) {
		struct buf b = { 0 };
		size_t w;

		search_put_place(&h->v[i], &b);
		w = text_width(buf_span(&b));
		*place = w > *place ? w : *place;
		buf_reset(&b);
		put_kind(&h->v[i], &b);
		w = text_width(buf_span(&b));
		*kind = w > *kind ? w : *kind;
		buf_free(&b);
	}
}

bool search_print(struct search *s, struct hits *h, struct err *e)
{
	size_t place, kind;
	bool ok = true;

	if (!query_for_people(s->q)) {
		struct table *t = query_table(s->q, hit_columns);

		for (size_t i = 0; i < h->n && ok; i++)
			ok = put_hit(s, t, &h->v[i], e);
		table_end(t);
		return ok;
	}
	find_widths(h, &place, &kind);
	for (size_t i = 0; i < h->n && ok; i++)
		ok = put_for_people(s, &h->v[i], place, kind, e);
	return ok;
}
