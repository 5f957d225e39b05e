/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report's tables: documents, who answers for what, ILO instruments, checks. Every figure leads to its place. */
#include <stdlib.h>

#include "codes.h"
#include "mem.h"
#include "report_p.h"

enum { BODIES = 20, ROWS_OF_BODY = 200 };

static struct words words_of(struct code_words c)
{
	return c.en ? (struct words){ c.en, c.ru } : (struct words){ NULL, NULL };
}

/* ---- overview ---- */

/* A noun counted: one and many in English, one, few and many in Russian. */
struct counted {
	const char *en[2], *ru[3];
};

static struct words words_for(const struct counted *c, long long n)
{
	bool teen = n % 100 / 10 == 1;

	return (struct words){ c->en[n != 1], c->ru[!teen && n % 10 == 1                  ? 0
						    : !teen && n % 10 >= 2 && n % 10 <= 4 ? 1
											  : 2] };
}

/* A tile: how many, of what, and where they are shown. */
static void put_tile(struct report *r, long long n, const char *href, const struct counted *what)
{
	if (!n)
		return;
	buf_addf(r->out, "<li><a href=\"#%s\"><b>%lld</b> ", href, n);
	html_say(r->out, words_for(what, n));
	buf_puts(r->out, "</a></li>\n");
}

static bool count(struct report *r, const char *before, const char *after, long long *n, struct err *e)
{
	sqlite3_stmt *st = NULL;
	bool ok = report_prepare(r, before, after, &st, e);

	*n = ok && sqlite3_step(st) == SQLITE_ROW ? sqlite3_column_int64(st, 0) : 0;
	sqlite3_finalize(st);
	return ok;
}

static bool put_tiles(struct report *r, struct err *e)
{
	static const struct {
		const char *before, *after, *href;
		struct counted what;
	} tiles[] = {
		{ "SELECT count(*) FROM documents WHERE id",
		  "",
		  "documents",
		  { { "document", "documents" }, { "документ", "документа", "документов" } } },
		{ "SELECT count(*) FROM items WHERE type = 'goal' AND doc",
		  "",
		  "texts",
		  { { "goal", "goals" }, { "цель или задача", "цели и задачи", "целей и задач" } } },
		{ "SELECT count(*) FROM plan_rows WHERE doc",
		  "",
		  "who",
		  { { "plan row", "plan rows" }, { "строка плана", "строки плана", "строк плана" } } },
		{ "SELECT count(*) FROM v_due WHERE doc",
		  "",
		  "due",
		  { { "deadline", "deadlines" }, { "срок", "срока", "сроков" } } },
		{ "SELECT count(DISTINCT org) FROM items WHERE doc",
		  "",
		  "network",
		  { { "organization", "organizations" }, { "организация", "организации", "организаций" } } },
		{ "SELECT count(DISTINCT instrument) FROM v_conventions WHERE doc",
		  "",
		  "instruments",
		  { { "ILO instrument", "ILO instruments" }, { "акт МОТ", "акта МОТ", "актов МОТ" } } },
		{ "SELECT count(*) FROM items WHERE type = 'check' AND level IN ('warn', 'error') AND doc",
		  "",
		  "checks",
		  { { "warning", "warnings" }, { "предупреждение", "предупреждения", "предупреждений" } } },
	};
	bool ok = true;

	buf_puts(r->out, "<ul class=\"tiles\">\n");
	for (size_t i = 0; i < sizeof tiles / sizeof *tiles && ok; i++) {
		long long n;

		ok = count(r, tiles[i].before, tiles[i].after, &n, e);
		put_tile(r, n, tiles[i].href, &tiles[i].what);
	}
	buf_puts(r->out, "</ul>\n");
	return ok;
}

static void put_cell(struct report *r, struct span s)
{
	buf_puts(r->out, "<td>");
	html_put(r->out, s);
	buf_puts(r->out, "</td>");
}

bool report_overview(struct report *r, struct err *e)
{
	static const struct words heads[] = { { "Title", "Название" }, { "File", "Файл" },  { "Language", "Язык" },
					      { "Country", "Страна" }, { "Time", "Время" }, { "Items", "Находок" },
					      { NULL, NULL } };
	sqlite3_stmt *st = NULL;

	if (!put_tiles(r, e) ||
	    !report_prepare(
		    r,
		    "SELECT d.hash, coalesce(d.title, v.name), v.name, d.lang, d.country, coalesce(d.period, d.date),"
		    " (SELECT count(*) FROM items i WHERE i.doc = d.id)"
		    " FROM documents d JOIN v_documents v ON v.id = d.id WHERE d.id",
		    "ORDER BY v.name, d.id", &st, e))
		return false;
	html_section(r, "documents", (struct words){ "Documents", "Документы" });
	buf_puts(r->out, "<div class=\"wide\"><table>");
	html_heads(r, heads);
	buf_puts(r->out, "<tbody>\n");
	while (sqlite3_step(st) == SQLITE_ROW) {
		buf_puts(r->out, "<tr><td>");
		html_link(r->out, column_text(st, 0), (struct span){ 0 });
		html_put(r->out, column_text(st, 1));
		buf_puts(r->out, "</a></td>");
		for (int i = 2; i < 6; i++)
			put_cell(r, column_text(st, i));
		buf_addf(r->out, "<td class=\"n\">%lld</td></tr>\n", sqlite3_column_int64(st, 6));
	}
	sqlite3_finalize(st);
	buf_puts(r->out, "</tbody></table></div></section>\n");
	return true;
}

/* ---- who answers ---- */

struct body {
	struct buf name;
	long long count, most;
	int bodies, links; /* written so far: bodies, and rows of this one */
};

static void end_body(struct report *r, struct body *b)
{
	if (b->links > ROWS_OF_BODY)
		buf_addf(r->out, " … +%d", b->links - ROWS_OF_BODY);
	if (b->name.n)
		buf_puts(r->out, "</td></tr>\n");
	b->links = 0;
}

static void start_body(struct report *r, struct body *b, struct span name, long long n)
{
	b->bodies++;
	b->most = n > b->most ? n : b->most;
	buf_reset(&b->name);
	buf_add(&b->name, name);
	buf_puts(r->out, "<tr><th scope=\"row\">");
	html_put(r->out, name);
	buf_addf(r->out,
		 "</th><td class=\"n\">%lld</td><td class=\"rows\"><span class=\"bar\" style=\"width:%lld%%\"></span>",
		 n, n * 100 / b->most);
}

bool report_who(struct report *r, struct err *e)
{
	static const struct words heads[] = {
		{ "Body", "Орган" }, { "Rows", "Строк" }, { "Which", "Какие" }, { NULL, NULL }
	};
	sqlite3_stmt *st = NULL;
	struct body b = { 0 };
	int left = 0;

	if (!report_prepare(
		    r,
		    "SELECT w.value, count(*) OVER (PARTITION BY w.value) AS n, coalesce(p.row, i.name), i.name, d.hash"
		    " FROM plan_rows p JOIN json_each(p.who) w JOIN items i ON i.id = p.item JOIN documents d ON d.id "
		    "= p.doc"
		    " WHERE p.doc",
		    "ORDER BY n DESC, w.value, p.doc, i.start", &st, e))
		return false;
	while (sqlite3_step(st) == SQLITE_ROW) {
		struct span name = column_text(st, 0);

		if (!b.bodies) {
			html_section(
				r, "who",
				(struct words){ "Who answers for how many rows", "Кто отвечает и за сколько строк" });
			buf_puts(r->out, "<div class=\"wide\"><table class=\"bars\">");
			html_heads(r, heads);
			buf_puts(r->out, "<tbody>\n");
		}
		if (!b.bodies || !span_eq(name, buf_span(&b.name))) {
			end_body(r, &b);
			buf_reset(&b.name);
			if (b.bodies == BODIES) {
				left++;
				break;
			}
			start_body(r, &b, name, sqlite3_column_int64(st, 1));
		}
		if (b.links++ >= ROWS_OF_BODY)
			continue;
		buf_putc(r->out, ' ');
		html_link(r->out, column_text(st, 4), column_text(st, 3));
		html_put(r->out, column_text(st, 2));
		buf_puts(r->out, "</a>");
	}
	sqlite3_finalize(st);
	end_body(r, &b);
	if (b.bodies)
		buf_puts(r->out, "</tbody></table></div>\n");
	if (left) {
		buf_puts(r->out, "<p class=\"quiet\">");
		html_say(r->out,
			 (struct words){ "The twenty with most rows.", "Двадцать, у которых строк больше всего." });
		buf_puts(r->out, "</p>\n");
	}
	buf_puts(r->out, b.bodies ? "</section>\n" : "");
	buf_free(&b.name);
	return true;
}

/* ---- instruments ---- */

struct mention {
	struct span instrument, title, action, item;
	long long doc;
};

struct mentions {
	struct arena arena;
	struct mention *v;
	size_t n, cap;
};

static bool fetch_mentions(struct report *r, struct mentions *all, struct err *e)
{
	sqlite3_stmt *st = NULL;

	if (!report_prepare(
		    r,
		    "SELECT c.instrument, max(c.title) OVER (PARTITION BY c.instrument), coalesce(c.action, ''), "
		    "i.name, c.doc"
		    " FROM v_conventions c JOIN items i ON i.id = c.item WHERE c.instrument IS NOT NULL AND c.doc",
		    "ORDER BY substr(c.instrument, 1, 1) = 'R', c.instrument, c.doc, c.action, i.start", &st, e))
		return false;
	while (sqlite3_step(st) == SQLITE_ROW) {
		MEM_ROOM(all->v, all->n, all->cap);
		all->v[all->n++] =
			(struct mention){ arena_dup(&all->arena, column_text(st, 0)),
					  arena_dup(&all->arena, column_text(st, 1)),
					  arena_dup(&all->arena, column_text(st, 2)),
					  arena_dup(&all->arena, column_text(st, 3)), sqlite3_column_int64(st, 4) };
	}
	sqlite3_finalize(st);
	return true;
}

/* Hash and label of a document. */
static bool doc_names(struct report *r, long long doc, struct arena *a, struct span *hash, struct span *label,
		      struct err *e)
{
	sqlite3_stmt *st = NULL;
	bool ok = db_prepare(r->q->db, "SELECT hash, svod_label(id), country FROM documents WHERE id = ?1", &st, e);

	if (ok) {
		struct buf b = { 0 };

		sqlite3_bind_int64(st, 1, doc);
		ok = sqlite3_step(st) == SQLITE_ROW || db_fail(r->q->db, e);
		*hash = arena_dup(a, column_text(st, 0));
		buf_add(&b, column_text(st, 1));
		if (column_text(st, 2).n)
			buf_addf(&b, " (%.*s)", SPAN_ARG(column_text(st, 2)));
		*label = arena_dup(a, buf_span(&b));
		buf_free(&b);
	}
	sqlite3_finalize(st);
	return ok;
}

/* The mentions [i, end) of one instrument in one document: each action once, every further mention a number. */
static void put_mentions(struct report *r, const struct mention *v, size_t i, size_t end, struct span hash)
{
	for (size_t k = i, nth = 1; k < end; k++, nth++) {
		bool same = k > i && span_eq(v[k].action, v[k - 1].action);
		struct words w = words_of(codes_action(v[k].action));

		nth = same ? nth : 1;
		buf_puts(r->out, k > i ? " " : "");
		html_link(r->out, hash, v[k].item);
		if (same) {
			buf_addf(r->out, "<sup>%zu</sup>", nth);
		} else {
			buf_addf(r->out, "<span class=\"act %s\">", w.en ? w.en : "");
			if (w.en)
				html_say(r->out, w);
			else
				html_put(r->out, v[k].action);
			buf_puts(r->out, "</span>");
		}
		buf_puts(r->out, "</a>");
	}
}

static void put_grid(struct report *r, const struct mentions *all, const struct span *hashes, const struct span *labels,
		     const long long *docs, size_t n)
{
	buf_puts(r->out, "<div class=\"wide\"><table class=\"grid\"><thead><tr><td></td>");
	for (size_t d = 0; d < n; d++) {
		buf_puts(r->out, "<th scope=\"col\">");
		html_link(r->out, hashes[d], (struct span){ 0 });
		html_put(r->out, labels[d]);
		buf_puts(r->out, "</a></th>");
	}
	buf_puts(r->out, "</tr></thead>\n<tbody>\n");
	for (size_t i = 0; i < all->n;) {
		const struct mention *m = &all->v[i];

		buf_puts(r->out, "<tr><th scope=\"row\">");
		html_put(r->out, m->instrument);
		if (m->title.n) {
			buf_puts(r->out, " <small>");
			html_put(r->out, m->title);
			buf_puts(r->out, "</small>");
		}
		buf_puts(r->out, "</th>");
		for (size_t d = 0; d < n; d++) {
			size_t end = i;

			while (end < all->n && all->v[end].doc == docs[d] &&
			       span_eq(all->v[end].instrument, m->instrument))
				end++;
			buf_puts(r->out, "<td>");
			put_mentions(r, all->v, i, end, hashes[d]);
			buf_puts(r->out, "</td>");
			i = end;
		}
		buf_puts(r->out, "</tr>\n");
	}
	buf_puts(r->out, "</tbody></table></div>\n");
}

static int by_number(const void *a, const void *b)
{
	long long x = *(const long long *)a, y = *(const long long *)b;

	return x < y ? -1 : x > y;
}

bool report_instruments(struct report *r, struct err *e)
{
	struct mentions all = { 0 };
	long long *docs = mem_alloc((r->n + 1) * sizeof *docs);
	struct span *hashes = mem_alloc((r->n + 1) * sizeof *hashes), *labels = mem_alloc((r->n + 1) * sizeof *labels);
	size_t n = 0;
	bool ok = fetch_mentions(r, &all, e);

	qsort(r->docs, r->n, sizeof *r->docs, by_number); /* the order of the mentions */
	for (size_t d = 0; d < r->n && ok; d++) {
		bool named = false;

		for (size_t i = 0; i < all.n && !named; i++)
			named = all.v[i].doc == r->docs[d];
		if (!named)
			continue;
		docs[n] = r->docs[d];
		ok = doc_names(r, docs[n], &all.arena, &hashes[n], &labels[n], e);
		n++;
	}
	if (ok && all.n) {
		html_section(
			r, "instruments",
			(struct words){ "ILO instruments and what is wanted of them", "Акты МОТ и что с ними делать" });
		put_grid(r, &all, hashes, labels, docs, n);
		buf_puts(r->out, "</section>\n");
	}
	free(all.v);
	free(docs);
	free(hashes);
	free(labels);
	arena_free(&all.arena);
	return ok;
}

/* ---- checks ---- */

/* " (118000000)": the figure of a total that is printed otherwise ("118,0"), so that it can be compared. */
static void put_stated(struct report *r, sqlite3_stmt *check)
{
	struct span text = column_text(check, 3), stated = column_text(check, 4);
	size_t k = 0;

	for (size_t i = 0; i < text.n && k < stated.n; i++)
		if (text.p[i] >= '0' && text.p[i] <= '9')
			k = text.p[i] == stated.p[k] ? k + 1 : stated.n + 1;
	if (k == stated.n)
		return;
	buf_puts(r->out, " (");
	html_put(r->out, stated);
	buf_puts(r->out, ")");
}

/* " = 1 + 2 + 3" with a link each, " ≠ 1 + 2 = 3", or " ≠ 20"; nothing where nothing was computed. */
static bool put_parts(struct report *r, sqlite3_stmt *parts, sqlite3_stmt *check, struct span hash)
{
	struct span stated = column_text(check, 4), computed = column_text(check, 5), result = column_text(check, 0);
	struct span kind = column_text(check, 1);
	const char *sign = span_is(result, "ok") ? " = " : " ≠ ";
	int n = 0;

	if (span_is(kind, "unbalanced_quotes")) {
		buf_addf(r->out, " · « %.*s, » %.*s", (int)stated.n, stated.p, (int)computed.n, computed.p);
		return true;
	}
	if (span_is(kind, "sum") || span_is(kind, "count"))
		put_stated(r, check);
	sqlite3_bind_value(parts, 1, sqlite3_column_value(check, 7));
	sqlite3_bind_value(parts, 2, sqlite3_column_value(check, 8));
	while (sqlite3_step(parts) == SQLITE_ROW) {
		buf_puts(r->out, n++ ? " + " : sign);
		html_link(r->out, hash, column_text(parts, 0));
		html_put(r->out, column_text(parts, 1));
		buf_puts(r->out, "</a>");
	}
	sqlite3_reset(parts);
	if (span_is(kind, "abbr_undefined")) {
		buf_puts(r->out, " ×");
		html_put(r->out, computed);
	} else if (computed.n && (!n || !span_eq(stated, computed))) {
		if (span_is(kind, "period_outside_plan")) {
			buf_puts(r->out, " · ");
			html_put(r->out, stated);
		}
		buf_puts(r->out, n ? " = " : sign);
		html_put(r->out, computed);
	}
	return true;
}

static const char checks_sql[] =
	"SELECT c.level, c.kind, coalesce(b.start, 0), substr(c.text, 1, 240), json_extract(c.norm, '$.stated'),"
	" json_extract(c.norm, '$.computed'), d.hash, CASE c.kind WHEN 'sum' THEN json_extract(c.norm, '$.parts') END, "
	"c.doc,"
	" c.name, " REPORT_PLACE("c.doc") " FROM items c JOIN documents d ON d.id = c.doc LEFT JOIN blocks b ON b.id = "
					  "c.block WHERE c.type = 'check' "
					  "AND c.doc";

bool report_checks(struct report *r, struct err *e)
{
	static const struct words heads[] = {
		{ "Result", "Итог" }, { "What", "Что" }, { "Where it stands", "Где и о чём" }, { NULL, NULL }
	};
	static const char *const marks[] = { "✓", "i", "!", "✕" };
	sqlite3_stmt *st = NULL, *parts = NULL;
	bool any = false, ok;

	ok = report_prepare(r, checks_sql, "ORDER BY c.level IN ('ok', 'info'), c.level = 'info', c.doc, c.start", &st,
			    e) &&
	     db_prepare(r->q->db,
			"SELECT i.name, i.text FROM json_each(?1) j JOIN items i ON i.doc = ?2 AND i.name = j.value "
			"ORDER BY j.id",
			&parts, e);
	while (ok && sqlite3_step(st) == SQLITE_ROW) {
		struct span level = column_text(st, 0);
		size_t k = span_is(level, "ok") ? 0 : span_is(level, "info") ? 1 : span_is(level, "warn") ? 2 : 3;
		struct words kind = words_of(codes_check(column_text(st, 1)));

		if (!any) {
			html_section(r, "checks", (struct words){ "Checks and warnings", "Проверки и предупреждения" });
			buf_puts(r->out, "<div class=\"wide\"><table>");
			html_heads(r, heads);
			buf_puts(r->out, "<tbody>\n");
		}
		any = true;
		buf_addf(r->out, "<tr><td><span class=\"mark r%zu\"><span aria-hidden=\"true\">%s</span> ", k,
			 marks[k]);
		html_say(r->out, words_of(codes_result(level)));
		buf_puts(r->out, "</span></td><td>");
		if (kind.en)
			html_say(r->out, kind);
		else
			html_put(r->out, column_text(st, 1));
		buf_puts(r->out, "</td><td>");
		html_link(r->out, column_text(st, 6), column_text(st, 9));
		html_put(r->out, column_text(st, 10));
		buf_puts(r->out, "</a> ");
		html_put(r->out, column_text(st, 3));
		put_parts(r, parts, st, column_text(st, 6));
		buf_puts(r->out, "</td></tr>\n");
	}
	buf_puts(r->out, any ? "</tbody></table></div></section>\n" : "");
	sqlite3_finalize(st);
	sqlite3_finalize(parts);
	return ok;
}
