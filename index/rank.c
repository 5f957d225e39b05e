/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * BM25 for words that stand everywhere. bm25() pays for every hit: a pass to count them, and a look into the table of
 * lengths. Here a row whose length is not known yet is as short as its last hit allows; where even that would not bring
 * it among the best, its length is not looked up.
 */
#include "rank_p.h"

#include <math.h>
#include <stdlib.h>

#include "mem.h"

#ifdef SVOD_FTS5_EXTENSION
SQLITE_EXTENSION_INIT3
#endif

/* SAMPLE: rows of a phrase that are counted. MOST: of the best that are kept; who wants more gets every row's value. */
enum { SAMPLE = 4096, MOST = 10000 };

static const double k1 = 1.2, b = 0.75, least_rarity = 1e-6;

/* What is known of a query while its rows go by. */
struct rank {
	double *rarity; /* of each phrase */
	double *often;  /* of each phrase in the row at hand */
	double mean;    /* length of a row in tokens */
	double *best;   /* the best values so far, a heap with the least on top */
	int phrases;
	size_t most, n, cap;
};

static void rank_free(void *p)
{
	struct rank *r = p;

	free(r->rarity);
	free(r->often);
	free(r->best);
	free(r);
}

/* ---- rarity ---- */

struct sample {
	sqlite3_int64 rows, last;
};

static int count_row(const Fts5ExtensionApi *api, Fts5Context *fts, void *ctx)
{
	struct sample *s = ctx;

	s->last = api->xRowid(fts);
	return ++s->rows < SAMPLE ? SQLITE_OK : SQLITE_DONE;
}

/* Rows come in the order of their numbers: those of a full sample are as frequent behind it as before. */
static int find_rarity(const Fts5ExtensionApi *api, Fts5Context *fts, int phrase, double all, double *rarity)
{
	struct sample s = { 0, 0 };
	int rc = api->xQueryPhrase(fts, phrase, &s, count_row);
	double rows = (double)s.rows;

	if (s.rows == SAMPLE && s.last > 0 && (double)s.last < all)
		rows *= all / (double)s.last;
	*rarity = log((all - rows + 0.5) / (rows + 0.5));
	if (!(*rarity > least_rarity))
		*rarity = least_rarity;
	return rc;
}

static int rank_new(const Fts5ExtensionApi *api, Fts5Context *fts, size_t most, struct rank **out)
{
	struct rank *r = mem_alloc(sizeof *r);
	sqlite3_int64 rows = 0, tokens = 0;
	int rc = api->xRowCount(fts, &rows);

	r->phrases = api->xPhraseCount(fts);
	r->most = most <= MOST ? most : 0;
	r->rarity = mem_alloc(((size_t)r->phrases + 1) * sizeof *r->rarity);
	r->often = mem_alloc(((size_t)r->phrases + 1) * sizeof *r->often);
	r->rarity[0] = 1;
	if (rc == SQLITE_OK)
		rc = api->xColumnTotalSize(fts, -1, &tokens);
	r->mean = rows > 0 && tokens > 0 ? (double)tokens / (double)rows : 1;
	for (int i = 0; i < r->phrases && r->phrases > 1 && rc == SQLITE_OK; i++)
		rc = find_rarity(api, fts, i, (double)rows, &r->rarity[i]);
	if (rc == SQLITE_OK)
		rc = api->xSetAuxdata(fts, r, rank_free); /* which frees it when it fails */
	else
		rank_free(r);
	*out = rc == SQLITE_OK ? r : NULL;
	return rc;
}

/* ---- the best ---- */

static void sift(double *heap, size_t n, size_t at)
{
	for (size_t next = 2 * at + 1; next < n; at = next, next = 2 * at + 1) {
		double v = heap[at];

		next += next + 1 < n && heap[next + 1] < heap[next];
		if (v <= heap[next])
			return;
		heap[at] = heap[next];
		heap[next] = v;
	}
}

static void keep(struct rank *r, double value)
{
	if (r->n == r->most) {
		if (value > r->best[0]) {
			r->best[0] = value;
			sift(r->best, r->n, 0);
		}
		return;
	}
	MEM_ROOM(r->best, r->n, r->cap);
	r->best[r->n++] = value;
	for (size_t i = r->n / 2; r->n == r->most && i-- > 0;) /* a heap once it is full */
		sift(r->best, r->n, i);
}

/* ---- a row ---- */

/* How often each phrase stands in the row; *least: tokens that the row has at least. */
static int count_phrases(const Fts5ExtensionApi *api, Fts5Context *fts, struct rank *r, int *least)
{
	*least = 1;
	for (int i = 0; i < r->phrases; i++) {
		Fts5PhraseIter it;
		int column, at, rc;

		r->often[i] = 0;
		rc = api->xPhraseFirst(fts, i, &it, &column, &at);
		for (; rc == SQLITE_OK && column >= 0; api->xPhraseNext(fts, &it, &column, &at)) {
			r->often[i]++;
			*least = at >= *least ? at + 1 : *least;
		}
		if (rc != SQLITE_OK)
			return rc;
	}
	return SQLITE_OK;
}

static double value_of(const struct rank *r, int length)
{
	double value = 0, norm = k1 * (1 - b + b * length / r->mean);

	for (int i = 0; i < r->phrases; i++)
		value += r->rarity[i] * r->often[i] * (k1 + 1) / (r->often[i] + norm);
	return value;
}

static int rank_row(const Fts5ExtensionApi *api, Fts5Context *fts, struct rank *r, double *value)
{
	int length, rc = count_phrases(api, fts, r, &length);

	if (rc != SQLITE_OK)
		return rc;
	*value = value_of(r, length);
	if (r->most && r->n == r->most && *value <= r->best[0])
		return SQLITE_OK;
	rc = api->xColumnSize(fts, -1, &length);
	if (rc != SQLITE_OK)
		return rc;
	*value = value_of(r, length);
	if (r->most)
		keep(r, *value);
	return SQLITE_OK;
}

static void svod_rank(const Fts5ExtensionApi *api, Fts5Context *fts, sqlite3_context *out, int n, sqlite3_value **arg)
{
	struct rank *r = api->xGetAuxdata(fts, 0);
	sqlite3_int64 most = n > 0 ? sqlite3_value_int64(arg[0]) : 0;
	double value = 0;
	int rc = SQLITE_OK;

	if (!r)
		rc = rank_new(api, fts, most > 0 ? (size_t)most : 0, &r);
	if (rc == SQLITE_OK)
		rc = rank_row(api, fts, r, &value);
	if (rc == SQLITE_OK)
		sqlite3_result_double(out, -value);
	else
		sqlite3_result_error_code(out, rc);
}

int rank_register(fts5_api *api)
{
	return api->xCreateFunction(api, "svod_rank", NULL, svod_rank, NULL);
}
