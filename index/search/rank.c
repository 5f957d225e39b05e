/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * BM25 for words that stand everywhere. bm25() pays for every hit: a pass to count them, and a look into the table of
 * lengths. Here a row whose length is not known yet is as short as its last hit allows; where even that would not bring
 * it among the best, its length is not looked up.
 */
#include "rank_p.h"

#include <math.h>
#include <stdlib.h>

#include "buf.h"
#include "mem.h"

#ifdef SVOD_FTS5_EXTENSION
SQLITE_EXTENSION_INIT3
#endif

/* SAMPLE: rows of a phrase that are counted. */
enum { SAMPLE = 512, LENGTH_BYTES = 64 };

static const double k1 = 1.2, b = 0.75, least_rarity = 1e-6;

struct row {
	double value;
	sqlite3_int64 id;
};

/* What is known of a query while its rows go by. */
struct rank {
	double *rarity;        /* of each phrase */
	double *often;         /* of each phrase in the row at hand */
	double mean;           /* length of a row in tokens */
	sqlite3_blob *lengths; /* FTS5's own table of them, or NULL */
	struct row *best;      /* the best rows so far, a heap with the last of them on top */
	int phrases;
	size_t most, n, cap;
};

static void rank_free(void *p)
{
	struct rank *r = p;

	free(r->rarity);
	free(r->often);
	free(r->best);
	sqlite3_blob_close(r->lengths);
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

/* The arguments behind the table: how many, and the name of the table of lengths. */
static struct rank *rank_alloc(const Fts5ExtensionApi *api, Fts5Context *fts, sqlite3_context *out, int n,
			       sqlite3_value **arg)
{
	struct rank *r = mem_alloc(sizeof *r);
	sqlite3_int64 most = n > 0 ? sqlite3_value_int64(arg[0]) : 0;

	r->most = most > 0 && most <= RANK_MOST ? (size_t)most : 0;
	if (n > 1 && sqlite3_blob_open(sqlite3_context_db_handle(out), "main", (const char *)sqlite3_value_text(arg[1]),
				       "sz", 1, 0, &r->lengths) != SQLITE_OK) {
		sqlite3_blob_close(r->lengths);
		r->lengths = NULL;
	}
	r->phrases = api->xPhraseCount(fts);
	r->rarity = mem_alloc(((size_t)r->phrases + 1) * sizeof *r->rarity);
	r->often = mem_alloc(((size_t)r->phrases + 1) * sizeof *r->often);
	r->rarity[0] = 1;
	return r;
}

static int rank_start(const Fts5ExtensionApi *api, Fts5Context *fts, struct rank *r)
{
	sqlite3_int64 rows = 0, tokens = 0;
	int rc = api->xRowCount(fts, &rows);

	if (rc == SQLITE_OK)
		rc = api->xColumnTotalSize(fts, -1, &tokens);
	r->mean = rows > 0 && tokens > 0 ? (double)tokens / (double)rows : 1;
	for (int i = 0; i < r->phrases && r->phrases > 1 && rc == SQLITE_OK; i++)
		rc = find_rarity(api, fts, i, (double)rows, &r->rarity[i]);
	return rc;
}

/* ---- the best ---- */

/* Rows come in the order of their numbers, and of equal ones the first are the best. */
static bool is_worse(const struct row *x, const struct row *y)
{
	return x->value < y->value || (x->value == y->value && x->id > y->id);
}

static void sift(struct row *heap, size_t n, size_t at)
{
	for (size_t next = 2 * at + 1; next < n; at = next, next = 2 * at + 1) {
		struct row v = heap[at];

		next += next + 1 < n && is_worse(&heap[next + 1], &heap[next]);
		if (!is_worse(&heap[next], &v))
			return;
		heap[at] = heap[next];
		heap[next] = v;
	}
}

static void keep(struct rank *r, struct row row)
{
	if (r->n == r->most) {
		if (row.value > r->best[0].value) {
			r->best[0] = row;
			sift(r->best, r->n, 0);
		}
		return;
	}
	MEM_ROOM(r->best, r->n, r->cap);
	r->best[r->n++] = row;
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

/*
 * Tokens of the row. Where the table of lengths is open it is read in a third of the time: a number of 7 bits a byte
 * for each column (https://www.sqlite.org/fileformat2.html#varint; lengths are far below 9 bytes).
 */
static int length_of(const Fts5ExtensionApi *api, Fts5Context *fts, struct rank *r, int *length)
{
	unsigned char sz[LENGTH_BYTES];
	int n, number = 0;

	if (!r->lengths || sqlite3_blob_reopen(r->lengths, api->xRowid(fts)) != SQLITE_OK)
		return api->xColumnSize(fts, -1, length);
	n = sqlite3_blob_bytes(r->lengths);
	if (n > LENGTH_BYTES || sqlite3_blob_read(r->lengths, sz, n, 0) != SQLITE_OK)
		return api->xColumnSize(fts, -1, length);
	*length = 0;
	for (int i = 0; i < n; i++) {
		number = (number & 0xffffff) << 7 | (sz[i] & 0x7f);
		if (sz[i] < 0x80) {
			*length += number;
			number = 0;
		}
	}
	return SQLITE_OK;
}

static int rank_row(const Fts5ExtensionApi *api, Fts5Context *fts, struct rank *r, double *value)
{
	int length, rc = count_phrases(api, fts, r, &length);

	if (rc != SQLITE_OK)
		return rc;
	*value = value_of(r, length);
	if (r->most && r->n == r->most && *value <= r->best[0].value)
		return SQLITE_OK;
	rc = length_of(api, fts, r, &length);
	if (rc != SQLITE_OK)
		return rc;
	*value = value_of(r, length);
	if (r->most)
		keep(r, (struct row){ *value, api->xRowid(fts) });
	return SQLITE_OK;
}

static void svod_rank(const Fts5ExtensionApi *api, Fts5Context *fts, sqlite3_context *out, int n, sqlite3_value **arg)
{
	struct rank *r = api->xGetAuxdata(fts, 0);
	double value = 0;
	int rc = SQLITE_OK;

	if (!r) {
		r = rank_alloc(api, fts, out, n, arg);
		rc = rank_start(api, fts, r);
		if (rc == SQLITE_OK)
			rc = api->xSetAuxdata(fts, r, rank_free); /* which frees it when it fails */
		else
			rank_free(r);
	}
	if (rc == SQLITE_OK)
		rc = rank_row(api, fts, r, &value);
	if (rc == SQLITE_OK)
		sqlite3_result_double(out, -value);
	else
		sqlite3_result_error_code(out, rc);
}

/* ---- all rows of a phrase at once ---- */

static int best_row(const Fts5ExtensionApi *api, Fts5Context *fts, void *ctx)
{
	double value;

	return rank_row(api, fts, ctx, &value);
}

static int best_first(const void *x, const void *y)
{
	return is_worse(x, y) ? 1 : -1;
}

static void put_best(struct rank *r, struct buf *out)
{
	if (r->n)
		qsort(r->best, r->n, sizeof *r->best, best_first);
	buf_putc(out, '{');
	for (size_t i = 0; i < r->n; i++)
		buf_addf(out, "%s\"%lld\":%.17g", i ? "," : "", (long long)r->best[i].id, -r->best[i].value);
	buf_putc(out, '}');
}

static void svod_best(const Fts5ExtensionApi *api, Fts5Context *fts, sqlite3_context *out, int n, sqlite3_value **arg)
{
	struct rank *r = rank_alloc(api, fts, out, n, arg);
	struct buf json = { 0 };
	int rc = rank_start(api, fts, r);

	if (r->phrases != 1 || !r->most)
		rc = SQLITE_MISUSE;
	if (rc == SQLITE_OK)
		rc = api->xQueryPhrase(fts, 0, r, best_row);
	if (rc == SQLITE_OK) {
		put_best(r, &json);
		sqlite3_result_text64(out, buf_str(&json), json.n, SQLITE_TRANSIENT, SQLITE_UTF8);
	} else {
		sqlite3_result_error_code(out, rc);
	}
	buf_free(&json);
	rank_free(r);
}

int rank_register(fts5_api *api)
{
	int rc = api->xCreateFunction(api, "svod_rank", NULL, svod_rank, NULL);

	return rc == SQLITE_OK ? api->xCreateFunction(api, "svod_best", NULL, svod_best, NULL) : rc;
}
