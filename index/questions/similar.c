/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Goals of two documents that say the same in other words. */
#include "similar.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "db_p.h"
#include "lemma_counts.h"
#include "token.h"
#include "utf8.h"

enum { LEAST_LETTERS = 4 };
static const double least_score = 0.35;

struct goal {
	struct span text, place;
	size_t *words; /* hashes of lemmas, each once */
	size_t n;
	double length; /* of its vector, squared */
};

struct goals {
	struct goal *v[2];
	size_t n[2], cap[2];
	struct lemma_counts all; /* count[0]: in how many goals */
	struct arena *arena;
};

struct collector {
	struct goals *g;
	struct goal *goal;
	size_t cap;
};

static int collect_lemma(void *ctx, bool same, struct span token, size_t start, size_t end)
{
	struct collector *c = ctx;
	size_t i;

	(void)start;
	(void)end;
	if (!lemma_first(same, &token))
		return 0;
	if (utf8_count(token) < LEAST_LETTERS)
		return 0;
	i = (size_t)span_hash(token);
	for (size_t k = 0; k < c->goal->n; k++)
		if (c->goal->words[k] == i)
			return 0;
	lemma_counts_at(&c->g->all, token)->count[0]++;
	ARENA_ROOM(c->g->arena, c->goal->words, c->goal->n, c->cap);
	c->goal->words[c->goal->n++] = i;
	return 0;
}

static bool fetch_goals(struct db *db, const long long doc[2], struct goals *g, struct err *e)
{
	static const char sql[] =
		"SELECT i.statement, coalesce(p.row, svod_place(b.page, b.line, b.para))"
		" FROM items i LEFT JOIN plan_rows p ON p.item = i.id LEFT JOIN blocks b ON b.id = i.block"
		" WHERE i.doc = ?1 AND i.type IN ('goal', 'table_row') AND i.parent IS NULL AND i.statement IS NOT NULL"
		" ORDER BY i.start LIMIT 2000";
	struct tokenizer *t = fts_tokenizer(db->fts);

	for (int side = 0; side < 2; side++) {
		sqlite3_stmt *st = NULL;

		if (!db_prepare(db, sql, &st, e))
			return false;
		sqlite3_bind_int64(st, 1, doc[side]);
		while (sqlite3_step(st) == SQLITE_ROW) {
			struct goal *goal;
			struct collector c = { .g = g };

			ARENA_ROOM(g->arena, g->v[side], g->n[side], g->cap[side]);
			goal = &g->v[side][g->n[side]++];
			*goal = (struct goal){ .text = arena_dup(g->arena, column_text(st, 0)),
					       .place = arena_dup(g->arena, column_text(st, 1)) };
			c.goal = goal;
			tokenizer_run(t, TOKEN_TEXT, goal->text, collect_lemma, &c);
		}
		sqlite3_finalize(st);
	}
	return true;
}

/* Weights by the hash of a lemma. */
struct weight {
	size_t word;
	double w;
};

static int by_word(const void *x, const void *y)
{
	const struct weight *a = x, *b = y;

	return a->word < b->word ? -1 : a->word > b->word;
}

static double weight_of(const struct weight *w, size_t n, size_t word)
{
	const struct weight key = { word, 0 }, *found = bsearch(&key, w, n, sizeof *w, by_word);

	return found ? found->w : 0;
}

static struct weight *make_weights(const struct goals *g, size_t *n)
{
	struct weight *w = mem_alloc((g->all.n + 1) * sizeof *w);
	double goals = (double)(g->n[0] + g->n[1]);

	*n = 0;
	for (size_t i = 0; i < g->all.cap; i++)
		if (g->all.v[i].lemma.n)
			w[(*n)++] = (struct weight){ (size_t)span_hash(g->all.v[i].lemma),
						     log(1 + goals / (double)g->all.v[i].count[0]) };
	qsort(w, *n, sizeof *w, by_word);
	return w;
}

static void keep_pair(struct similar *best, struct similar p)
{
	int i = SIMILAR_MOST;

	while (i > 0 && best[i - 1].score < p.score)
		i--;
	if (i == SIMILAR_MOST)
		return;
	memmove(&best[i + 1], &best[i], (size_t)(SIMILAR_MOST - 1 - i) * sizeof *best);
	best[i] = p;
}

/* What the lemmas that both have weigh, squared. */
static double weigh_common(const struct weight *w, size_t n, const struct goal *a, const struct goal *b)
{
	double sum = 0;

	for (size_t x = 0; x < a->n; x++)
		for (size_t y = 0; y < b->n; y++)
			if (a->words[x] == b->words[y])
				sum += pow(weight_of(w, n, a->words[x]), 2);
	return sum;
}

static void compare_goals(const struct weight *w, size_t n, const struct goal *a, const struct goal *b,
			  struct similar *best)
{
	double common = weigh_common(w, n, a, b), score = common > 0 ? common / sqrt(a->length * b->length) : 0;

	if (score >= least_score)
		keep_pair(best, (struct similar){ { a->text, b->text }, { a->place, b->place }, score });
}

static void find_pairs(struct goals *g, struct similar best[SIMILAR_MOST + 1])
{
	size_t n;
	struct weight *w = make_weights(g, &n);

	for (int side = 0; side < 2; side++)
		for (size_t i = 0; i < g->n[side]; i++)
			g->v[side][i].length = weigh_common(w, n, &g->v[side][i], &g->v[side][i]);
	for (size_t i = 0; i < g->n[0]; i++)
		for (size_t k = 0; k < g->n[1]; k++)
			compare_goals(w, n, &g->v[0][i], &g->v[1][k], best);
	free(w);
}

bool similar_find(struct db *db, const long long doc[2], struct arena *a, struct similar out[SIMILAR_MOST], size_t *n,
		  struct err *e)
{
	struct similar best[SIMILAR_MOST + 1] = { 0 };
	struct goals g = { .arena = a };
	bool ok = fetch_goals(db, doc, &g, e);

	if (ok)
		find_pairs(&g, best);
	for (*n = 0; *n < SIMILAR_MOST && best[*n].text[0].p; ++*n)
		out[*n] = best[*n];
	lemma_counts_free(&g.all);
	return ok;
}
