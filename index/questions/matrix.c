/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Instruments × documents. For programs a row is (instrument, document, action, count); for people a matrix, as long
 * as it has few enough columns to be one.
 */
#include "matrix.h"

#include <stdlib.h>
#include <string.h>

#include "category.h"
#include "codes.h"
#include "db_p.h"
#include "i18n.h"
#include "mem.h"
#include "where.h"
#include "where_p.h"

enum { MOST_COLUMNS = 12, INSTRUMENT_WIDTH = 24, COLUMN_WIDTH = 6 };

/*
 * Filters name the document d: its country is the one that the text speaks of, so that --country gives the columns that
 * were asked for.
 */
static const char sql_head[] = "SELECT d.instrument, max(d.title), coalesce(d.country, ''), svod_label(d.id), "
			       "coalesce(d.action, ''), count(*), d.hash, d.id"
			       " FROM (SELECT c.instrument, c.title, c.country, c.action, x.id, x.hash, x.lang, x.kind,"
			       " x.date_from, x.date_to FROM v_conventions c JOIN documents x ON x.id = c.doc) d"
			       " WHERE d.instrument IS NOT NULL";
static const char sql_tail[] =
	" GROUP BY d.instrument, d.id, d.country, d.action ORDER BY substr(d.instrument, 1, 1) = 'R', d.instrument,"
	" d.country, (SELECT name FROM v_documents v WHERE v.id = d.id), d.action";

struct entry {
	struct span instrument, title, country, label, action, hash;
	long long count, doc;
	enum category category;
};

struct entries {
	struct entry *v;
	size_t n, cap;
	struct arena arena;
};

static bool fetch(struct query *q, struct entries *all, struct err *e)
{
	struct where w = { 0 };
	struct buf sql = { 0 };
	sqlite3_stmt *st = NULL;
	struct categories *known = categories_new();
	bool ok = where_options(&w, q, e);

	buf_puts(&sql, sql_head);
	buf_add(&sql, buf_span(&w.sql));
	buf_puts(&sql, sql_tail);
	ok = ok && db_prepare(q->db, buf_str(&sql), &st, e);
	if (ok)
		where_bind(&w, st);
	while (ok && sqlite3_step(st) == SQLITE_ROW) {
		enum category category = categories_of(known, column_text(st, 0));
		struct span title = categories_title(known, column_text(st, 0));
		struct span s[5];

		if (q->o->category && category != (enum category)q->o->category)
			continue;
		for (int i = 0; i < 5; i++)
			s[i] = arena_dup(&all->arena, column_text(st, i));
		if (title.n)
			s[1] = arena_dup(&all->arena, title);
		MEM_ROOM(all->v, all->n, all->cap);
		all->v[all->n++] = (struct entry){ s[0],
						   s[1],
						   s[2],
						   s[3],
						   s[4],
						   arena_dup(&all->arena, column_text(st, 6)),
						   sqlite3_column_int64(st, 5),
						   sqlite3_column_int64(st, 7),
						   category };
	}
	sqlite3_finalize(st);
	buf_free(&sql);
	where_free(&w);
	categories_free(known);
	return ok;
}

enum { LABEL = 2 };
static const struct column long_columns[] = {
	{ "instrument", NULL, COL_BOTH },
	{ "country", NULL, COL_BOTH },
	[LABEL] = { "label", N_("DOC"), COL_BOTH },
	{ "action", NULL, COL_BOTH },
	{ "count", NULL, COL_BOTH | COL_NUMBER },
	{ "title", NULL, COL_BOTH | COL_FLEX },
	{ "doc", NULL, COL_DATA },
	{ "category", NULL, COL_DATA },
	{ NULL, NULL, 0 },
};

/* The action in words; "named" where a document names the instrument without one. */
static struct span action_of(const struct entry *x)
{
	struct code_words words = codes_action(x->action);

	return words.en ? span_of(_(words.en)) : x->action;
}

/* joined: a row is of a country, not of a document. */
static void print_long(struct query *q, const struct entries *all, bool joined)
{
	struct column columns[sizeof long_columns / sizeof *long_columns];
	struct table *t;

	memcpy(columns, long_columns, sizeof columns);
	if (joined)
		columns[LABEL].flags = COL_DATA;
	t = query_table(q, columns);
	for (size_t i = (size_t)q->o->offset; i < all->n && (q->o->limit <= 0 || table_rows(t) < (size_t)q->o->limit);
	     i++) {
		const struct entry *x = &all->v[i];
		const struct span cells[] = { x->instrument, x->country, x->label,
					      query_for_people(q) ? action_of(x) : x->action };

		for (size_t c = 0; c < 4; c++)
			table_put(t, c, cells[c]);
		table_put_int(t, 4, x->count);
		table_put(t, 5, x->title);
		table_put(t, 6, x->hash);
		if (x->category)
			table_put(t, 7, span_of(category_choices[x->category]));
		table_end_row(t);
	}
	table_end(t);
}

/* The documents that have any, in the order of country and name; 0 when there are too many for
 * the terminal's width. */
static size_t find_columns(const struct query *q, const struct entries *all, const struct entry *docs[MOST_COLUMNS])
{
	size_t n = 0, width = INSTRUMENT_WIDTH;

	for (size_t i = 0; i < all->n; i++) {
		size_t k = 0, at;

		while (k < n && docs[k]->doc != all->v[i].doc)
			k++;
		if (k < n)
			continue;
		width += COLUMN_WIDTH + all->v[i].label.n;
		if (n == MOST_COLUMNS || (q->width && width > (size_t)q->width))
			return 0;
		for (at = n++; at > 0; at--) {
			int c = span_cmp(docs[at - 1]->country, all->v[i].country);

			if (c < 0 || (c == 0 && span_cmp(docs[at - 1]->label, all->v[i].label) < 0))
				break;
			docs[at] = docs[at - 1];
		}
		docs[at] = &all->v[i];
	}
	return n;
}

/* Too many documents for a column each: one a country. Entries stand in the order of instrument and country. */
static void join_countries(struct entries *all)
{
	size_t n = 0;

	for (size_t i = 0; i < all->n; i++) {
		struct entry x = all->v[i];
		size_t k = n;

		x.label = (struct span){ 0 };
		x.doc = (long long)(span_hash(x.country) >> 1);
		while (k > 0 && span_eq(all->v[k - 1].instrument, x.instrument) &&
		       !(all->v[k - 1].doc == x.doc && span_eq(all->v[k - 1].action, x.action)))
			k--;
		if (k > 0 && span_eq(all->v[k - 1].instrument, x.instrument))
			all->v[k - 1].count += x.count;
		else
			all->v[n++] = x;
	}
	all->n = n;
}

/* "ratify ×2, discuss"; "·" for none. */
static void put_cell(const struct entries *all, size_t from, size_t to, long long doc, struct buf *out)
{
	for (size_t i = from; i < to; i++) {
		if (all->v[i].doc != doc)
			continue;
		buf_puts(out, out->n ? ", " : "");
		buf_add(out, action_of(&all->v[i]));
		if (all->v[i].count > 1)
			buf_addf(out, " ×%lld", all->v[i].count);
	}
	if (!out->n)
		buf_puts(out, "·");
}

static void print_matrix(struct query *q, const struct entries *all, const struct entry **docs, size_t n)
{
	struct column columns[MOST_COLUMNS + 3] = { { "instrument", "", COL_TEXT } };
	struct buf heads[MOST_COLUMNS] = { 0 }, cell = { 0 };
	struct table *t;

	for (size_t i = 0; i < n; i++) {
		buf_add(&heads[i], docs[i]->country.n ? docs[i]->country : SPAN("?"));
		if (docs[i]->label.n)
			buf_addf(&heads[i], "(%.*s)", SPAN_ARG(docs[i]->label));
		columns[i + 1] = (struct column){ buf_str(&heads[i]), buf_str(&heads[i]), COL_TEXT };
	}
	columns[n + 1] = (struct column){ "title", N_("TITLE"), COL_TEXT | COL_FLEX };
	t = query_table(q, columns);
	for (size_t i = 0, end; i < all->n && (q->o->limit <= 0 || table_rows(t) < (size_t)q->o->limit); i = end) {
		for (end = i; end < all->n && span_eq(all->v[end].instrument, all->v[i].instrument);)
			end++;
		table_put(t, 0, all->v[i].instrument);
		for (size_t k = 0; k < n; k++) {
			buf_reset(&cell);
			put_cell(all, i, end, docs[k]->doc, &cell);
			table_put(t, k + 1, buf_span(&cell));
		}
		table_put(t, n + 1, all->v[i].title);
		table_end_row(t);
	}
	table_end(t);
	buf_free(&cell);
	for (size_t i = 0; i < n; i++)
		buf_free(&heads[i]);
}

/* "20 instruments in 001 (KZ), 4 in 003 (KG)" */
static void say_counts(struct query *q, const struct entries *all, const struct entry **docs, size_t n)
{
	for (size_t k = 0; k < n; k++) {
		size_t count = 0;
		struct span last = { 0 };

		for (size_t i = 0; i < all->n; i++) {
			if (all->v[i].doc != docs[k]->doc || span_eq(all->v[i].instrument, last))
				continue;
			last = all->v[i].instrument;
			count++;
		}
		buf_puts(&q->out, k ? ", " : "");
		buf_addf(&q->out, ngettext("%zu instrument in %.*s", "%zu instruments in %.*s", count), count,
			 SPAN_ARG(docs[k]->label.n     ? docs[k]->label
				  : docs[k]->country.n ? docs[k]->country
						       : SPAN("?")));
	}
	buf_puts(&q->out, ".\n");
}

bool conventions_run(struct query *q, char **operands, int n, struct err *e)
{
	const struct entry *docs[MOST_COLUMNS];
	struct entries all = { 0 };
	bool ok = fetch(q, &all, e);
	size_t columns = ok ? find_columns(q, &all, docs) : 0;
	bool joined = false;

	(void)operands;
	(void)n;
	if (ok && !columns && query_for_people(q)) {
		join_countries(&all);
		joined = true;
		columns = find_columns(q, &all, docs);
	}
	q->nothing = all.n == 0;
	if (ok && query_for_people(q) && columns) {
		print_matrix(q, &all, docs, columns);
		say_counts(q, &all, docs, columns);
	} else if (ok) {
		print_long(q, &all, joined);
	}
	free(all.v);
	arena_free(&all.arena);
	return ok;
}
