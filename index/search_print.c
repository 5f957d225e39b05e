/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hits as people read them and as programs take them: snippets, concordances, counts. */
#include <stdlib.h>

#include "i18n.h"
#include "json.h"
#include "mem.h"
#include "search_p.h"
#include "utf8.h"

enum { SNIPPET_LINES = 3, SNIPPET_PIPE = 240, SNIPPET_LEAST = 120, ITEMS_SHOWN = 8, KWIC_PIPE = 50, MARKS = 64 };

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

static void put_place(const struct hit *hit, struct buf *out)
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
	put_place(hit, &place);
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

		put_place(&h->v[i], &b);
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

/* ---- concordance ---- */

struct line {
	struct span left, word, right, key;
	const struct hit *hit;
	size_t start;
};

static int by_key(const void *a, const void *b)
{
	const struct line *x = a, *y = b;
	int d = span_cmp(x->key, y->key);

	return d ? d : x->hit != y->hit ? x->hit < y->hit ? -1 : 1 : x->start < y->start ? -1 : x->start > y->start;
}

/* Folded, letters and digits alone; the left side from its last word backwards. */
static struct span key_of(struct span s, bool backwards, struct arena *a)
{
	char *out = arena_alloc(a, s.n * 4 + 1);
	size_t n = 0, at = backwards ? s.n : 0;

	while (backwards ? at > 0 : at < s.n) {
		unsigned c = utf8_lower(backwards ? utf8_prev(s, &at) : utf8_next(s, &at));

		c = c == 0x451 ? 0x435 : c;
		if (utf8_is_word(c) || (n && out[n - 1] != ' '))
			n += utf8_is_word(c) ? utf8_encode(c, out + n) : (out[n] = ' ', 1U);
	}
	return span_make(out, n);
}

static const struct column kwic_columns[] = {
	{ "doc", NULL, COL_DATA },
	{ "label", NULL, COL_DATA },
	{ "page", NULL, COL_DATA | COL_NUMBER },
	{ "line", NULL, COL_DATA | COL_NUMBER },
	{ "start", NULL, COL_DATA | COL_NUMBER },
	{ "left", NULL, COL_DATA },
	{ "word", NULL, COL_DATA },
	{ "right", NULL, COL_DATA },
	{ NULL, NULL, 0 },
};

/* At most width columns of s, its end kept. */
static struct span tail_of(struct span s, size_t width)
{
	size_t at = s.n;

	while (at > 0 && text_width(span_sub(s, at, s.n)) < width)
		utf8_prev(s, &at);
	while (at > 0 && at < s.n && text_width(span_sub(s, at, s.n)) > width)
		utf8_next(s, &at);
	return span_sub(s, at, s.n);
}

static void print_kwic_line(struct search *s, const struct line *l, size_t place_width, size_t side)
{
	struct buf *out = &s->q->out;
	struct buf place = { 0 };
	struct span left = tail_of(l->left, side);

	put_place(l->hit, &place);
	buf_add(out, buf_span(&place));
	text_pad(place_width - text_width(buf_span(&place)) + 2 + side - text_width(left), out);
	snippet_paint(left, &mark_brackets, out);
	buf_puts(out, s->q->color ? mark_colors.on : "  ");
	snippet_paint(l->word, &mark_brackets, out);
	buf_puts(out, s->q->color ? mark_colors.off : "  ");
	text_fit(l->right, side, out);
	buf_putc(out, '\n');
	buf_free(&place);
}

static void put_kwic_row(struct table *t, const struct line *l)
{
	table_put(t, 0, l->hit->hash);
	table_put(t, 1, l->hit->label);
	if (l->hit->page)
		table_put_int(t, 2, l->hit->page);
	if (l->hit->line)
		table_put_int(t, 3, l->hit->line);
	table_put_int(t, 4, (long long)(l->hit->start + l->start));
	table_put(t, 5, l->left);
	table_put(t, 6, l->word);
	table_put(t, 7, l->right);
	table_end_row(t);
}

struct lines {
	struct line *v;
	size_t n, cap;
};

static void add_lines(struct lines *all, const struct hit *hit, bool backwards, struct arena *a)
{
	struct buf plain = { 0 };
	struct mark marks[MARKS];
	size_t n = snippet_marks(hit->text, &plain, marks, MARKS);
	struct span text = arena_dup(a, buf_span(&plain));

	for (size_t i = 0; i < n; i++) {
		struct line l = { .left = span_sub(text, 0, marks[i].start),
				  .word = span_sub(text, marks[i].start, marks[i].end),
				  .right = span_sub(text, marks[i].end, text.n),
				  .hit = hit,
				  .start = marks[i].start };

		l.key = key_of(backwards ? l.left : l.right, backwards, a);
		MEM_ROOM(all->v, all->n, all->cap);
		all->v[all->n++] = l;
	}
	buf_free(&plain);
}

bool search_print_kwic(struct search *s, struct hits *h, struct err *e)
{
	enum { SORT_LEFT = 3 };
	struct lines all = { 0 };
	struct arena a = { 0 };
	size_t place, kind, side = KWIC_PIPE;
	struct table *t = query_for_people(s->q) ? NULL : query_table(s->q, kwic_columns);

	(void)e;
	for (size_t i = 0; i < h->n; i++)
		add_lines(&all, &h->v[i], s->q->o->sort == SORT_LEFT, &a);
	if (all.n)
		qsort(all.v, all.n, sizeof *all.v, by_key);
	find_widths(h, &place, &kind);
	if (s->q->width && (size_t)s->q->width > place + 50)
		side = ((size_t)s->q->width - place - 2 - 18) / 2;
	for (size_t i = 0; i < all.n; i++) {
		if (t)
			put_kwic_row(t, &all.v[i]);
		else
			print_kwic_line(s, &all.v[i], place, side);
	}
	if (t)
		table_end(t);
	free(all.v);
	arena_free(&a);
	return true;
}

/* ---- counts ---- */

static const struct {
	const char *name, *sql;
} facets[] = {
	{ "type", "SELECT i.type, count(*), count(DISTINCT i.doc) FROM m JOIN items i ON i.doc = m.doc AND i.block = "
		  "m.id GROUP BY 1 ORDER BY 2 DESC, 1" },
	{ "org",
	  "SELECT o.canonical, count(*), count(DISTINCT i.doc) FROM m JOIN items i ON i.doc = m.doc AND i.block = m.id"
	  " JOIN orgs o ON o.id = i.org GROUP BY 1 ORDER BY 2 DESC, 1" },
	{ "convention", "SELECT i.value, count(*), count(DISTINCT i.doc) FROM m JOIN items i ON i.doc = m.doc AND "
			"i.block = m.id WHERE"
			" i.type IN ('convention', 'recommendation', 'protocol') GROUP BY 1 ORDER BY 2 DESC, 1" },
	{ "country", "SELECT d.country, count(*), count(DISTINCT d.id) FROM m JOIN documents d ON d.id = m.doc GROUP "
		     "BY 1 ORDER BY 2 DESC, 1" },
	{ "year", "SELECT substr(d.date_to, 1, 4), count(*), count(DISTINCT d.id) FROM m JOIN documents d ON d.id = "
		  "m.doc GROUP BY 1 ORDER BY 1" },
	{ "kind", "SELECT d.kind, count(*), count(DISTINCT d.id) FROM m JOIN documents d ON d.id = m.doc GROUP BY 1 "
		  "ORDER BY 2 DESC, 1" },
	{ "lang", "SELECT d.lang, count(*), count(DISTINCT d.id) FROM m JOIN documents d ON d.id = m.doc GROUP BY 1 "
		  "ORDER BY 2 DESC, 1" },
	{ "doc", "SELECT svod_label(m.doc), count(*), 1 FROM m GROUP BY m.doc ORDER BY 2 DESC, 1" },
};

static const struct column facet_columns[] = {
	{ "value", NULL, COL_BOTH | COL_FLEX },
	{ "places", NULL, COL_BOTH | COL_NUMBER },
	{ "documents", NULL, COL_BOTH | COL_NUMBER },
	{ NULL, NULL, 0 },
};

bool search_print_facet(struct search *s, const char *facet, struct err *e)
{
	size_t i = 0, n = sizeof facets / sizeof *facets;
	sqlite3_stmt *st = NULL;
	struct table *t;

	while (i < n && strcmp(facets[i].name, facet))
		i++;
	if (i == n)
		return err_set(e, EX_USAGE,
			       _("--facet %s: one of these is wanted: type org convention country year kind lang doc"),
			       facet);
	if (!search_prepare_all(s, facets[i].sql, &st, e))
		return false;
	t = query_table(s->q, facet_columns);
	while (sqlite3_step(st) == SQLITE_ROW) {
		struct span value = column_text(st, 0);

		table_put(t, 0, value.n ? value : span_of(_("(unknown)")));
		table_put(t, 1, column_text(st, 1));
		table_put(t, 2, column_text(st, 2));
		table_end_row(t);
	}
	sqlite3_finalize(st);
	table_end(t);
	return true;
}

static const struct column document_columns[] = {
	{ "label", N_("DOC"), COL_BOTH },
	{ "places", NULL, COL_BOTH | COL_NUMBER },
	{ "title", NULL, COL_BOTH | COL_FLEX },
	{ "doc", NULL, COL_DATA },
	{ "path", NULL, COL_DATA },
	{ NULL, NULL, 0 },
};

bool search_print_documents(struct search *s, struct err *e)
{
	sqlite3_stmt *st = NULL;
	struct table *t;
	bool paths = s->q->o->list && query_for_people(s->q);

	if (!search_prepare_all(s,
				"SELECT svod_label(m.doc), count(*), coalesce(d.title, v.name), d.hash,"
				" (SELECT path FROM files f WHERE f.doc = m.doc ORDER BY path LIMIT 1)"
				" FROM m JOIN documents d ON d.id = m.doc JOIN v_documents v ON v.id = d.id"
				" GROUP BY m.doc ORDER BY 2 DESC, 1",
				&st, e))
		return false;
	t = query_table(s->q, document_columns);
	while (sqlite3_step(st) == SQLITE_ROW) {
		if (paths) {
			buf_addf(&s->q->out, "%.*s\n", SPAN_ARG(column_text(st, 4)));
			continue;
		}
		for (int i = 0; i < 5; i++)
			table_put(t, (size_t)i, column_text(st, i));
		table_end_row(t);
	}
	sqlite3_finalize(st);
	table_end(t);
	return true;
}
