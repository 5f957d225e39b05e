/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Hits of =exact words and of word*, for which MATCH gives more rows than are asked for. The texts of the rows decide;
 * they are read in the order of rank until there are enough, so that the form of a word that stands everywhere is found
 * as soon as another. Each step looks at rows that the one before has not given: pages follow each other without gaps.
 */
#include <stdlib.h>

#include "mem.h"
#include "places.h"
#include "rank_p.h"
#include "search_p.h"

/* Rows that the steps look at, ranked; the last step has all that there are. */
static const size_t steps[] = { SEARCH_RANKED, RANK_MOST };

/* Places are counted one by one up to COUNTED rows that may have them, else in SAMPLE of them. */
enum { COUNTED = 4000, SAMPLE = 2000 };

/* ---- rows that were met ---- */

struct seen {
	long long *v;
	size_t n, cap, sorted;
};

static int by_number(const void *x, const void *y)
{
	const long long *a = x, *b = y;

	return *a < *b ? -1 : *a > *b;
}

/* Those that were met before the last sort. */
static bool was_seen(const struct seen *s, long long block)
{
	return s->sorted && bsearch(&block, s->v, s->sorted, sizeof *s->v, by_number);
}

static void add_seen(struct seen *s, long long block)
{
	MEM_ROOM(s->v, s->n, s->cap);
	s->v[s->n++] = block;
}

static void sort_seen(struct seen *s)
{
	if (s->n)
		qsort(s->v, s->n, sizeof *s->v, by_number);
	s->sorted = s->n;
}

/* ---- the texts ---- */

/* Has the text of the block what is asked for? st: SELECT text, doc FROM blocks WHERE id = ?1. False: e is set. */
static bool holds(struct search *s, sqlite3_stmt *st, long long block, bool *yes, long long *doc, struct err *e)
{
	bool ok;

	sqlite3_bind_int64(st, 1, block);
	ok = sqlite3_step(st) == SQLITE_ROW || db_fail(s->q->db, e);
	if (ok) {
		*yes = places_find(s->places, column_text(st, 0), NULL, NULL);
		*doc = sqlite3_column_int64(st, 1);
	}
	sqlite3_reset(st);
	return ok;
}

/* Adds to h those of the rows that hold, in their order, until it has enough. */
static bool take_rows(struct search *s, sqlite3_stmt *st, const struct hits *rows, struct seen *seen, size_t enough,
		      struct hits *h, struct err *e)
{
	bool ok = true;

	for (size_t i = 0; i < rows->n && h->n < enough && ok; i++) {
		bool yes = false;
		long long doc;

		if (was_seen(seen, rows->v[i].block))
			continue;
		add_seen(seen, rows->v[i].block);
		ok = holds(s, st, rows->v[i].block, &yes, &doc, e);
		if (!ok || !yes)
			continue;
		MEM_ROOM(h->v, h->n, h->cap);
		h->v[h->n++] = rows->v[i];
	}
	return ok;
}

static const char text_sql[] = "SELECT text, doc FROM blocks WHERE id = ?1";

bool search_find_ranked(struct search *s, struct hits *h, size_t enough, bool *all, struct err *e)
{
	size_t n = sizeof steps / sizeof *steps;
	struct seen seen = { 0 };
	sqlite3_stmt *st = NULL;
	bool ok = db_prepare(s->q->db, text_sql, &st, e);

	*all = false;
	for (size_t i = 0; i <= n && ok && h->n < enough && !*all; i++) {
		struct hits rows = { 0 };
		size_t most = i < n ? steps[i] : SEARCH_ALL;

		ok = search_fetch(s, &rows, most, e) && take_rows(s, st, &rows, &seen, enough, h, e);
		*all = ok && h->n < enough && (rows.n < most || i == n);
		sort_seen(&seen);
		hits_free(&rows);
	}
	free(seen.v);
	sqlite3_finalize(st);
	return ok;
}

/* ---- how many there are ---- */

static bool fetch_candidates(struct search *s, struct seen *all, struct err *e)
{
	sqlite3_stmt *st = NULL;
	int rc = SQLITE_ERROR;

	if (!search_prepare_rows(s, &st, e))
		return false;
	while ((rc = sqlite3_step(st)) == SQLITE_ROW)
		add_seen(all, sqlite3_column_int64(st, 0));
	sqlite3_finalize(st);
	return rc == SQLITE_DONE || db_fail(s->q->db, e);
}

/* Of row i of those that are looked at: its number among all. Spread by the golden ratio, so that no rhythm of a text
 * meets that of the sample. */
static size_t sampled(size_t i, size_t looked, size_t all)
{
	double turns = (double)i * 0.6180339887498949;

	return looked == all ? i : (size_t)((turns - (double)(size_t)turns) * (double)all);
}

/* Two digits of an estimate are true. */
static long long two_digits(double x)
{
	long long unit = 1;

	while (x / (double)unit >= 100)
		unit *= 10;
	return (long long)(x / (double)unit + .5) * unit;
}

bool search_estimate(struct search *s, struct hits *h, struct err *e)
{
	struct seen all = { 0 };
	sqlite3_stmt *st = NULL;
	bool ok = fetch_candidates(s, &all, e) && db_prepare(s->q->db, text_sql, &st, e);
	size_t looked = all.n <= COUNTED ? all.n : SAMPLE;
	long long last = -1, places = 0, docs = 0;

	for (size_t i = 0; i < looked && ok; i++) {
		bool yes = false;
		long long doc = 0;

		ok = holds(s, st, all.v[sampled(i, looked, all.n)], &yes, &doc, e);
		places += yes;
		docs += yes && doc != last;
		last = yes ? doc : last;
	}
	h->about = looked < all.n;
	h->docs = h->about ? 0 : docs;
	h->places = h->about ? two_digits((double)places * (double)all.n / (double)looked) : places;
	if (h->about && h->places < (long long)h->n)
		h->places = (long long)h->n;
	free(all.v);
	sqlite3_finalize(st);
	return ok;
}
