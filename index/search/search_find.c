/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From a query to its hits. FTS5 ranks first; only the best are weighted by what kind of block they are, and only the
 * page that is shown is looked up and highlighted, so that the price does not depend on how common a word is.
 */
#include <stdlib.h>

#include "db_p.h"
#include "mem.h"
#include "places.h"
#include "places_sql_p.h"
#include "rank_p.h"
#include "search_p.h"
#include "where_p.h"

enum { KWIC_PLACES = 20000 };

/* A title that holds the words is worth more than a footnote. */
#define WEIGHT "CASE b.kind WHEN 'title' THEN 1.3 WHEN 'heading' THEN 1.15 WHEN 'note' THEN 0.8 ELSE 1.0 END"

/* MATCH says which rows may have the words; do their texts decide? */
static bool is_wide(const struct search *s)
{
	return s->places && places_are_wide(s->places);
}

static const char best[] =
	"SELECT b.id, b.doc, r.value * " WEIGHT " AS score FROM (SELECT rowid AS id,"
	" svod_rank(blocks_fts, ?2, 'blocks_fts_docsize') AS value FROM blocks_fts WHERE blocks_fts MATCH ?1"
	" ORDER BY value, id LIMIT ?2) r JOIN blocks b ON b.id = r.id ORDER BY score, b.id";

static bool is_one(const struct ask_node *n)
{
	return n->kind == ASK_WORD || n->kind == ASK_PHRASE;
}

/* The same for one word or phrase. */
static const char best_of_one[] =
	"SELECT b.id, b.doc, r.value * " WEIGHT " AS score FROM json_each((SELECT"
	" svod_best(blocks_fts, ?2, 'blocks_fts_docsize') FROM blocks_fts WHERE blocks_fts MATCH ?1"
	" LIMIT 1)) r JOIN blocks b ON b.id = CAST(r.key AS INTEGER) ORDER BY score, b.id";

/* What a statement gives. */
enum give {
	GIVE_ROWS,  /* block and document of each row that MATCH and the filters find */
	GIVE_IDS,   /* … of each hit: where words are wide, the text of the row decides */
	GIVE_RANKED /* as GIVE_ROWS, with scores, in the order asked for */
};

/* ?1 MATCH expression, ?2 how many, ?3 places. */
static void put_select(struct buf *sql, const struct search *s, enum give give, size_t most)
{
	enum sort sort = (enum sort)s->q->o->sort;
	bool words = s->fts.n > 0, only_ids = give == GIVE_ROWS || give == GIVE_IDS;
	bool texts = is_wide(s) && give == GIVE_IDS;

	if (words && sort == SORT_RANK && !s->where->sql.n && !only_ids) {
		buf_puts(sql, is_one(s->ask.words) && most <= RANK_MOST ? best_of_one : best);
		return;
	}
	buf_addf(sql,
		 "SELECT b.id, b.doc%s FROM %sblocks b %sJOIN documents d ON d.id = b.doc WHERE b.text IS NOT "
		 "NULL%s%s%s",
		 only_ids ? ""
		 : words  ? ", svod_rank(blocks_fts, 0, 'blocks_fts_docsize') * " WEIGHT " AS score"
			  : ", 0 AS score",
		 words ? "blocks_fts JOIN " : "", words ? "ON b.id = blocks_fts.rowid " : "",
		 words ? " AND blocks_fts MATCH ?1" : "", s->where->sql.n ? s->where->sql.p : "",
		 texts ? " AND svod_holds(b.text, ?3)" : "");
	if (only_ids)
		return;
	switch (sort) {
	default: /* the orders of a concordance are its own */
		buf_puts(sql, " ORDER BY score, b.id LIMIT ?2");
		break;
	case SORT_DATE:
		buf_puts(sql, " ORDER BY d.date_to IS NULL, d.date_to DESC, b.id LIMIT ?2");
		break;
	case SORT_DOC:
		buf_puts(sql, " ORDER BY (SELECT min(name) FROM files f WHERE f.doc = b.doc), b.id LIMIT ?2");
		break;
	}
}

static void bind_search(const struct search *s, sqlite3_stmt *st)
{
	if (s->fts.n)
		sqlite3_bind_text64(st, 1, s->fts.p, s->fts.n, SQLITE_STATIC, SQLITE_UTF8);
	if (is_wide(s))
		sqlite3_bind_pointer(st, 3, s->places, PLACES_POINTER, NULL);
	where_bind(s->where, st);
}

/* Prepares head, the ids of all hits as the table m(id, doc), tail. The caller finalizes. */
bool search_prepare_all(struct search *s, const char *tail, sqlite3_stmt **out, struct err *e)
{
	struct buf sql = { 0 };
	bool ok;

	buf_str(&s->where->sql);
	buf_puts(&sql, "WITH m(id, doc) AS MATERIALIZED (");
	if (s->kept)
		buf_puts(&sql, "SELECT id, doc FROM temp.hits");
	else
		put_select(&sql, s, GIVE_IDS, 0);
	buf_puts(&sql, ") ");
	buf_puts(&sql, tail);
	ok = db_prepare(s->q->db, buf_str(&sql), out, e);
	if (ok && !s->kept)
		bind_search(s, *out);
	buf_free(&sql);
	return ok;
}

/* Texts that decide are read once, though what is found is counted in several ways. */
static bool keep_hits(struct search *s, struct err *e)
{
	sqlite3_stmt *st = NULL;
	struct buf sql = { 0 };
	bool ok = db_exec(s->q->db, "DROP TABLE IF EXISTS temp.hits", e);

	buf_str(&s->where->sql);
	buf_puts(&sql, "CREATE TEMP TABLE hits AS ");
	put_select(&sql, s, GIVE_IDS, 0);
	ok = ok && db_prepare(s->q->db, buf_str(&sql), &st, e);
	if (ok) {
		bind_search(s, st);
		ok = sqlite3_step(st) == SQLITE_DONE || db_fail(s->q->db, e);
	}
	sqlite3_finalize(st);
	buf_free(&sql);
	s->kept = ok;
	return ok;
}

bool search_fetch(struct search *s, struct hits *rows, size_t most, struct err *e)
{
	sqlite3_stmt *st = NULL;
	struct buf sql = { 0 };
	int rc = SQLITE_ERROR;

	buf_str(&s->where->sql);
	put_select(&sql, s, GIVE_RANKED, most);
	if (db_prepare(s->q->db, buf_str(&sql), &st, e)) {
		bind_search(s, st);
		sqlite3_bind_int64(st, 2, (sqlite3_int64)most);
		while ((rc = sqlite3_step(st)) == SQLITE_ROW) {
			MEM_ROOM(rows->v, rows->n, rows->cap);
			rows->v[rows->n++] = (struct hit){ .block = sqlite3_column_int64(st, 0),
							   .doc = sqlite3_column_int64(st, 1),
							   .score = -sqlite3_column_double(st, 2) };
		}
		if (rc != SQLITE_DONE)
			db_fail(s->q->db, e);
	}
	sqlite3_finalize(st);
	buf_free(&sql);
	return rc == SQLITE_DONE;
}

bool search_prepare_rows(struct search *s, sqlite3_stmt **out, struct err *e)
{
	struct buf sql = { 0 };
	bool ok;

	buf_str(&s->where->sql);
	if (s->where->sql.n)
		put_select(&sql, s, GIVE_ROWS, 0);
	else
		buf_puts(&sql, "SELECT rowid FROM blocks_fts WHERE blocks_fts MATCH ?1 ORDER BY rowid");
	ok = db_prepare(s->q->db, buf_str(&sql), out, e);
	if (ok)
		bind_search(s, *out);
	buf_free(&sql);
	return ok;
}

/* Hits of words come in the order of the blocks, and a document's blocks are a range: each document is met once. */
static bool count_words(struct search *s, struct hits *h, struct err *e)
{
	sqlite3_stmt *st = NULL, *range = NULL;
	long long last = -1;
	bool ok =
		db_prepare(s->q->db, "SELECT rowid FROM blocks_fts WHERE blocks_fts MATCH ?1 ORDER BY rowid", &st, e) &&
		db_prepare(s->q->db,
			   "SELECT last_block FROM documents WHERE first_block <= ?1 ORDER BY first_block DESC LIMIT 1",
			   &range, e);
	int rc = SQLITE_DONE;

	h->places = h->docs = 0;
	if (ok)
		bind_search(s, st);
	while (ok && (rc = sqlite3_step(st)) == SQLITE_ROW) {
		long long block = sqlite3_column_int64(st, 0);

		h->places++;
		if (block <= last)
			continue;
		h->docs++;
		sqlite3_bind_int64(range, 1, block);
		last = sqlite3_step(range) == SQLITE_ROW ? sqlite3_column_int64(range, 0) : block;
		sqlite3_reset(range);
	}
	ok = ok && (rc == SQLITE_DONE || db_fail(s->q->db, e));
	sqlite3_finalize(st);
	sqlite3_finalize(range);
	return ok;
}

static int by_number(const void *x, const void *y)
{
	const long long *a = x, *b = y;

	return *a < *b ? -1 : *a > *b;
}

/* Of hits that are all there are. */
static void count_hits(struct hits *h)
{
	long long *docs = mem_alloc((h->n + 1) * sizeof *docs);

	for (size_t i = 0; i < h->n; i++)
		docs[i] = h->v[i].doc;
	qsort(docs, h->n, sizeof *docs, by_number);
	h->places = (long long)h->n;
	h->docs = 0;
	for (size_t i = 0; i < h->n; i++)
		h->docs += i == 0 || docs[i] != docs[i - 1];
	free(docs);
}

static bool count_rows(struct search *s, struct hits *h, struct err *e)
{
	sqlite3_stmt *st = NULL;

	if (!search_prepare_all(s, "SELECT count(*), count(DISTINCT doc) FROM m", &st, e))
		return false;
	if (sqlite3_step(st) == SQLITE_ROW) {
		h->places = sqlite3_column_int64(st, 0);
		h->docs = sqlite3_column_int64(st, 1);
	}
	sqlite3_finalize(st);
	return true;
}

/* All that there are, counted without ranks. */
static bool count_all(struct search *s, struct hits *h, size_t most, struct err *e)
{
	if (h->n >= most)
		return s->fts.n && !s->where->sql.n ? count_words(s, h, e) : count_rows(s, h, e);
	count_hits(h);
	return true;
}

static const char details_sql[] =
	"SELECT b.kind, b.start, b.page, b.line, svod_label(b.doc), d.name, d.hash, coalesce(h.text, h.unsearched), "
	"b.text,"
	" (SELECT p.row FROM items i JOIN plan_rows p ON p.item = i.id WHERE i.doc = b.doc AND i.start >= b.start AND"
	"  i.start < b.start + length(CAST(b.text AS BLOB)) AND i.type = 'table_row'), b.para"
	" FROM blocks b JOIN v_documents d ON d.id = b.doc LEFT JOIN blocks h ON h.id = b.section WHERE b.id = ?1";

static void take_details(struct hit *hit, struct arena *a, sqlite3_stmt *st)
{
	hit->kind = arena_dup(a, column_text(st, 0));
	hit->start = (size_t)sqlite3_column_int64(st, 1);
	hit->page = sqlite3_column_int(st, 2);
	hit->line = sqlite3_column_int(st, 3);
	hit->label = arena_dup(a, column_text(st, 4));
	hit->name = arena_dup(a, column_text(st, 5));
	hit->hash = arena_dup(a, column_text(st, 6));
	hit->section = arena_dup(a, column_text(st, 7));
	hit->text = arena_dup(a, column_text(st, 8));
	hit->row = arena_dup(a, column_text(st, 9));
	hit->para = sqlite3_column_type(st, 10) == SQLITE_NULL ? -1 : sqlite3_column_int(st, 10);
}

/* A concordance sorts thousands of places to print a few: all that it needs of most of them. */
static const char text_sql[] = "SELECT start, text FROM blocks WHERE id = ?1";

static void take_text(struct hit *hit, struct arena *a, sqlite3_stmt *st)
{
	hit->start = (size_t)sqlite3_column_int64(st, 0);
	hit->text = arena_dup(a, column_text(st, 1));
}

static bool fetch_rows(struct search *s, struct hits *h, bool texts, struct err *e)
{
	sqlite3_stmt *st = NULL;
	bool ok = db_prepare(s->q->db, texts ? text_sql : details_sql, &st, e);

	for (size_t i = 0; i < h->n && ok; i++) {
		if (!texts && !h->v[i].shown)
			continue;
		sqlite3_bind_int64(st, 1, h->v[i].block);
		ok = sqlite3_step(st) == SQLITE_ROW || db_fail(s->q->db, e);
		if (ok)
			(texts ? take_text : take_details)(&h->v[i], &h->arena, st);
		sqlite3_reset(st);
	}
	sqlite3_finalize(st);
	return ok;
}

bool search_fetch_details(struct search *s, struct hits *h, struct err *e)
{
	return fetch_rows(s, h, false, e);
}

static void mark_words(struct search *s, struct hits *h)
{
	static const char on[] = { MARK_ON }, off[] = { MARK_OFF };
	const struct place_marks marks = { { on, 1 }, { off, 1 } };
	struct buf marked = { 0 };

	for (size_t i = 0; i < h->n; i++) {
		buf_reset(&marked);
		if (places_find(s->places, h->v[i].text, &marks, &marked))
			h->v[i].text = arena_dup(&h->arena, buf_span(&marked));
	}
	buf_free(&marked);
}

static bool fetch_page(struct search *s, struct hits *h, struct err *e)
{
	for (size_t i = 0; i < h->n; i++)
		h->v[i].shown = !s->q->o->kwic;
	if (!fetch_rows(s, h, s->q->o->kwic, e))
		return false;
	if (s->places)
		mark_words(s, h);
	return true;
}

/* Keeps the page of the hits that is shown. */
static void keep_page(struct hits *h, long offset, long limit)
{
	size_t from = (size_t)offset < h->n ? (size_t)offset : h->n;
	size_t n = h->n - from;

	if (limit > 0 && n > (size_t)limit)
		n = (size_t)limit;
	if (n)
		memmove(h->v, h->v + from, n * sizeof *h->v);
	h->n = n;
}

/* The first hits of a query whose texts decide. All are looked at only where all are counted. */
static bool find_wide(struct search *s, struct hits *h, size_t enough, struct err *e)
{
	const struct query_options *o = s->q->o;
	bool all;

	if (search_is_counted(o))
		return keep_hits(s, e) && count_rows(s, h, e);
	if (!search_find_ranked(s, h, enough, &all, e))
		return false;
	count_hits(h);
	return all || !query_for_people(s->q) || search_estimate(s, h, e);
}

bool search_find(struct search *s, struct hits *h, struct err *e)
{
	const struct query_options *o = s->q->o;
	long offset = o->offset, limit = o->limit;
	size_t most;

	if (search_is_counted(o))
		offset = 0, limit = 1; /* they are asked for in a way of their own */
	else if (o->kwic)
		offset = 0, limit = KWIC_PLACES; /* a concordance is sorted first; its lines are counted then */
	most = (size_t)(offset + (limit ? limit : SEARCH_ALL));
	if (most < SEARCH_RANKED)
		most = SEARCH_RANKED;
	if (is_wide(s) ? !find_wide(s, h, (size_t)offset + (limit ? (size_t)limit : SEARCH_ALL), e)
		       : !search_fetch(s, h, most, e) || !count_all(s, h, most, e))
		return false;
	keep_page(h, offset, limit);
	return fetch_page(s, h, e);
}

void hits_free(struct hits *h)
{
	free(h->v);
	arena_free(&h->arena);
	*h = (struct hits){ 0 };
}
