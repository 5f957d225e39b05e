/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two documents side by side: how much of what is in them, what only one names, how they speak, what both want. */
#include "compare.h"

#include <stdio.h>
#include <string.h>

#include "db_p.h"
#include "i18n.h"
#include "json.h"
#include "keywords.h"
#include "names.h"
#include "similar.h"

static const struct column columns[] = {
	{ "what", NULL, COL_BOTH },
	{ "a", NULL, COL_BOTH | COL_FLEX },
	{ "b", NULL, COL_BOTH | COL_FLEX },
	{ "score", NULL, COL_DATA | COL_NUMBER },
	{ "a_place", NULL, COL_DATA },
	{ "b_place", NULL, COL_DATA },
	{ NULL, NULL, 0 },
};

/* ---- counts ---- */

struct sides {
	struct query *q;
	long long doc[2];
	struct table *t;
};

static bool count_one(struct sides *s, const char *sql, int side, sqlite3_int64 *out, struct err *e)
{
	sqlite3_stmt *st = NULL;

	*out = 0;
	if (!db_prepare(s->q->db, sql, &st, e))
		return false;
	sqlite3_bind_int64(st, 1, s->doc[side]);
	if (sqlite3_step(st) == SQLITE_ROW)
		*out = sqlite3_column_int64(st, 0);
	sqlite3_finalize(st);
	return true;
}

/* A text of the interface; programs get it in one language. */
static const char *said(const struct sides *s, const char *text)
{
	return query_for_people(s->q) ? _(text) : text;
}

/* Columns a and b are JSON: they hold numbers and texts. */
static void put_value(struct sides *s, size_t column, struct span value, bool number)
{
	struct buf json = { 0 };
	struct json_out j = { &json, false };

	if (!number && value.n && query_is_json(s->q)) {
		json_put_str(&j, value);
		value = buf_span(&json);
	}
	table_put(s->t, column, value);
	buf_free(&json);
}

static void put_row(struct sides *s, const char *what, struct span a, struct span b)
{
	table_put(s->t, 0, span_of(what));
	put_value(s, 1, a, false);
	put_value(s, 2, b, false);
	table_end_row(s->t);
}

/* "66"; for people "–" for none, "66 (88 %)" of all. */
static void put_count(char text[40], sqlite3_int64 n, sqlite3_int64 all, bool people)
{
	if (!n && people)
		strcpy(text, "–");
	else if (all && people)
		snprintf(text, 40, "%lld (%lld %%)", (long long)n, (long long)((n * 100 + all / 2) / all));
	else
		snprintf(text, 40, "%lld", (long long)n);
}

static bool put_counts(struct sides *s, struct err *e)
{
	static const struct {
		const char *what, *sql;
		bool whole, part;
	} counts[] = {
		{ N_("goals"), "SELECT count(*) FROM items WHERE doc = ?1 AND type = 'goal' AND parent IS NULL", true,
		  false },
		{ N_("plan rows"), "SELECT count(*) FROM plan_rows WHERE doc = ?1", true, false },
		{ N_("with a deadline"), "SELECT count(*) FROM v_due WHERE doc = ?1 AND type <> 'deadline'", false,
		  true },
		{ N_("with one who answers"),
		  "SELECT count(*) FROM plan_rows WHERE doc = ?1 AND responsible IS NOT NULL", false, true },
		{ N_("with an indicator"), "SELECT count(*) FROM plan_rows WHERE doc = ?1 AND indicator IS NOT NULL",
		  false, true },
		{ N_("numbers"), "SELECT count(*) FROM items WHERE doc = ?1 AND type = 'number'", false, false },
		{ N_("organizations"), "SELECT count(DISTINCT org) FROM items WHERE doc = ?1 AND org IS NOT NULL",
		  false, false },
		{ N_("ILO instruments"),
		  "SELECT count(DISTINCT value) FROM items WHERE doc = ?1 AND type IN "
		  "('convention', 'recommendation', 'protocol')",
		  false, false },
		{ N_("legal acts"), "SELECT count(DISTINCT value) FROM items WHERE doc = ?1 AND type = 'legal_act'",
		  false, false },
	};

	sqlite3_int64 all[2] = { 0 }; /* goals and rows, of which the next lines count some */

	for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
		sqlite3_int64 n[2];
		char text[2][40];

		for (int side = 0; side < 2; side++) {
			if (!count_one(s, counts[i].sql, side, &n[side], e))
				return false;
			put_count(text[side], n[side], counts[i].part ? all[side] : 0, query_for_people(s->q));
			put_value(s, 1 + (size_t)side, span_of(text[side]), true);
			all[side] += counts[i].whole ? n[side] : 0;
		}
		table_put(s->t, 0, span_of(said(s, counts[i].what)));
		table_end_row(s->t);
	}
	return true;
}

enum { LISTED = 40 }; /* values in a cell, for people */

/* Values that A has (or B, or both: in either column), in one cell for people, each in a row of its own for programs.
 */
static bool put_set(struct sides *s, const char *what, const char *sql, bool a, bool b, struct buf *cell, struct err *e)
{
	sqlite3_stmt *st = NULL;

	if (!db_prepare(s->q->db, sql, &st, e))
		return false;
	sqlite3_bind_int64(st, 1, s->doc[0]);
	sqlite3_bind_int64(st, 2, s->doc[1]);
	sqlite3_bind_int64(st, 3, query_for_people(s->q) ? LISTED : -1);
	while (sqlite3_step(st) == SQLITE_ROW) {
		struct span v = column_text(st, 0), none = { 0 };

		if (query_for_people(s->q))
			buf_addf(cell, "%s%.*s", cell->n ? ", " : "", SPAN_ARG(v));
		else
			put_row(s, what, a ? v : none, b ? v : none);
	}
	sqlite3_finalize(st);
	return true;
}

/* What only A has, only B has, and both have, of one kind of value. */
static bool put_sets(struct sides *s, const char *one, const char *both, const char *set_sql, struct err *e)
{
	static const struct {
		const char *sql;
		bool a, b;
	} ways[] = { { "SELECT v FROM a EXCEPT SELECT v FROM b", true, false },
		     { "SELECT v FROM b EXCEPT SELECT v FROM a", false, true },
		     { "SELECT v FROM a INTERSECT SELECT v FROM b", true, true } };
	struct buf cells[3] = { 0 };
	bool ok = true;

	for (int i = 0; i < 3 && ok; i++) {
		struct buf sql = { 0 };

		buf_addf(&sql,
			 "WITH a(v) AS (%s ?1), b(v) AS (%s ?2) SELECT v FROM (%s) WHERE v IS NOT NULL ORDER BY v "
			 "LIMIT ?3",
			 set_sql, set_sql, ways[i].sql);
		ok = put_set(s, i < 2 ? one : both, buf_str(&sql), ways[i].a, ways[i].b, &cells[i], e);
		buf_free(&sql);
	}
	if (query_for_people(s->q))
		put_row(s, _(one), buf_span(&cells[0]), buf_span(&cells[1]));
	if (cells[2].n)
		put_row(s, _(both), buf_span(&cells[2]), (struct span){ 0 });
	for (int i = 0; i < 3; i++)
		buf_free(&cells[i]);
	return ok;
}

/* ---- words and goals ---- */

/* Two goals with their rows or lines: "2.2: …" for people. */
static void put_pair(struct sides *s, const struct similar *p)
{
	struct buf cells[2] = { 0 };
	char score[16], what[120];

	snprintf(score, sizeof score, "%.2f", p->score);
	snprintf(what, sizeof what, query_for_people(s->q) ? "%s ≈ %s" : "%s", said(s, N_("similar goals")), score);
	for (size_t i = 0; i < 2; i++) {
		if (query_for_people(s->q))
			buf_addf(&cells[i], "%.*s: ", SPAN_ARG(p->place[i]));
		buf_add(&cells[i], p->text[i]);
		table_put(s->t, 4 + i, p->place[i]);
	}
	table_put(s->t, 3, span_of(score));
	put_row(s, what, buf_span(&cells[0]), buf_span(&cells[1]));
	buf_free(&cells[0]);
	buf_free(&cells[1]);
}

static bool put_pairs(struct sides *s, struct err *e)
{
	struct similar pairs[SIMILAR_MOST];
	struct arena a = { 0 };
	size_t n = 0;
	bool ok = similar_find(s->q->db, s->doc, &a, pairs, &n, e);

	for (size_t i = 0; i < n && ok; i++)
		put_pair(s, &pairs[i]);
	arena_free(&a);
	return ok;
}

/* Words of A and of B, listed with commas: side by side for people, each in a row of its own for programs. */
static void put_lists(struct sides *s, const char *what, struct span a, struct span b)
{
	const struct span none = { 0 };

	if (query_for_people(s->q)) {
		put_row(s, _(what), a, b);
		return;
	}
	while (a.n)
		put_row(s, what, span_trim(span_cut(&a, ',')), none);
	while (b.n)
		put_row(s, what, none, span_trim(span_cut(&b, ',')));
}

static bool put_words(struct sides *s, struct err *e)
{
	struct buf apart[2] = { 0 }, shared[2] = { 0 };
	bool ok = keywords_find(s->q->db, s->doc, apart, shared, e);

	if (ok)
		put_lists(s, N_("words that set it apart"), buf_span(&apart[0]), buf_span(&apart[1]));
	if (ok && shared[0].n)
		put_lists(s, N_("words that both use"), buf_span(&shared[0]), buf_span(&shared[1]));
	for (int side = 0; side < 2; side++) {
		buf_free(&apart[side]);
		buf_free(&shared[side]);
	}
	return ok;
}

/* ---- the command ---- */

/* "003 (KG 2022–2025)"; for programs the label alone. */
static bool put_heading(struct query *q, long long doc, struct buf *out, struct err *e)
{
	sqlite3_stmt *st = NULL;
	bool ok = names_label(q->db, doc, out, e);

	if (!ok || !query_for_people(q))
		return ok;
	ok = db_prepare(q->db,
			"SELECT trim(coalesce(country, '') || ' ' || replace(coalesce(period, date, ''), '/', '–')) "
			"FROM documents"
			" WHERE id = ?1",
			&st, e);
	if (ok) {
		sqlite3_bind_int64(st, 1, doc);
		if (sqlite3_step(st) == SQLITE_ROW && column_text(st, 0).n)
			buf_addf(out, " (%.*s)", SPAN_ARG(column_text(st, 0)));
	}
	sqlite3_finalize(st);
	return ok;
}

bool compare_run(struct query *q, char **operands, int n, struct err *e)
{
	struct column shown[sizeof columns / sizeof *columns];
	struct buf heads[2] = { 0 };
	struct sides s = { .q = q };
	bool ok = true;

	(void)n;
	for (int i = 0; i < 2 && ok; i++)
		ok = names_find(q->db, span_of(operands[i]), &s.doc[i], e) && put_heading(q, s.doc[i], &heads[i], e);
	if (ok) {
		memcpy(shown, columns, sizeof columns);
		shown[0].title = "";
		for (int i = 0; i < 2; i++) {
			shown[i + 1].title = buf_str(&heads[i]);
			shown[i + 1].flags |= COL_WRAP | (query_is_json(q) ? COL_JSON : 0);
		}
		s.t = query_table(q, shown);
		ok = put_counts(&s, e) &&
		     put_sets(&s, N_("instruments in one only"), N_("instruments in both"),
			      "SELECT value FROM items WHERE type IN ('convention', 'recommendation', 'protocol') AND "
			      "doc =",
			      e) &&
		     put_sets(&s, N_("organizations in one only"), N_("organizations in both"),
			      "SELECT coalesce(o.abbr, o.canonical) FROM items i JOIN orgs o ON o.id = i.org WHERE "
			      "i.doc =",
			      e) &&
		     put_words(&s, e) && put_pairs(&s, e);
		table_end(s.t);
	}
	for (int i = 0; i < 2; i++)
		buf_free(&heads[i]);
	return ok;
}
