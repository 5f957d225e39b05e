/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a document speaks of more than another, and what both do. */
#include "keywords.h"

#include <math.h>
#include <stdlib.h>

#include "db_p.h"
#include "lemma_counts.h"
#include "load.h"
#include "morph.h"
#include "utf8.h"

enum { KEYWORDS = 12, LEAST_LETTERS = 4, LEAST_COUNT = 3 };

/* Words of the two documents, while they are read. */
struct counter {
	struct lemma_counts words;
	long total[2];
	int side;
	const struct morph *morph;
};

/* Nouns, adjectives and verbs by their first lemma; digits and short words say nothing. */
static int count_word(void *ctx, bool same, struct span token, size_t start, size_t end)
{
	struct counter *c = ctx;
	struct morph_parse parses[MORPH_MAX];

	(void)start;
	(void)end;
	if (!lemma_first(same, &token))
		return 0;
	if (utf8_count(token) < LEAST_LETTERS || (token.p[0] >= '0' && token.p[0] <= '9'))
		return 0;
	if (morph_parses(c->morph, token, parses) > 0 &&
	    (!(parses[0].tags & (M_NOUN | M_ADJ | M_INF)) || parses[0].tags & M_PRON))
		return 0;
	lemma_counts_at(&c->words, token)->count[c->side]++;
	c->total[c->side]++;
	return 0;
}

static double term(double observed, double expected)
{
	return observed > 0 ? observed * log(observed / expected) : 0;
}

/* Dunning's G², with the sign of the side that uses the word more. */
static double keyness(const struct counter *c, const struct lemma_count *x)
{
	double a = (double)x->count[0], b = (double)x->count[1], n = (double)c->total[0], m = (double)c->total[1];
	double ea = n * (a + b) / (n + m), eb = m * (a + b) / (n + m);
	double g = 2 * (term(a, ea) + term(b, eb));

	return a * m > b * n ? g : -g;
}

struct key {
	const struct lemma_count *word;
	double score;
};

static int by_score(const void *x, const void *y)
{
	const struct key *a = x, *b = y;

	if (a->score != b->score)
		return a->score > b->score ? -1 : 1;
	return span_cmp(a->word->lemma, b->word->lemma);
}

/* The words that set side apart, as one cell. */
static void put_keywords(const struct counter *c, int side, struct buf *out)
{
	struct key *keys = mem_alloc((c->words.n + 1) * sizeof *keys);
	size_t n = 0;

	for (size_t i = 0; i < c->words.cap; i++) {
		double g;

		if (!c->words.v[i].lemma.n || c->words.v[i].count[side] < LEAST_COUNT)
			continue;
		g = keyness(c, &c->words.v[i]) * (side ? -1 : 1);
		if (g > 0)
			keys[n++] = (struct key){ &c->words.v[i], g };
	}
	qsort(keys, n, sizeof *keys, by_score);
	for (size_t i = 0; i < n && i < KEYWORDS; i++)
		buf_addf(out, "%s%.*s", i ? ", " : "", SPAN_ARG(keys[i].word->lemma));
	free(keys);
}

/* The words that both use most, ranked by the side that uses a word less; each side with its own counts. */
static void put_shared(const struct counter *c, struct buf out[2])
{
	struct key *keys = mem_alloc((c->words.n + 1) * sizeof *keys);
	size_t n = 0;

	for (size_t i = 0; i < c->words.cap; i++) {
		const struct lemma_count *x = &c->words.v[i];
		double a, b;

		if (!x->lemma.n || x->count[0] < LEAST_COUNT || x->count[1] < LEAST_COUNT)
			continue;
		a = (double)x->count[0] / (double)c->total[0];
		b = (double)x->count[1] / (double)c->total[1];
		keys[n++] = (struct key){ x, a < b ? a : b };
	}
	qsort(keys, n, sizeof *keys, by_score);
	for (size_t i = 0; i < n && i < KEYWORDS; i++)
		for (int side = 0; side < 2; side++)
			buf_addf(&out[side], "%s%.*s %ld", i ? ", " : "", SPAN_ARG(keys[i].word->lemma),
				 keys[i].word->count[side]);
	free(keys);
}

static bool count_text(struct db *db, long long doc, struct counter *c, struct err *e)
{
	struct doc d = { 0 };
	bool ok = load_text(db, doc, &d, e);

	for (size_t i = 0; i < d.n_blocks && ok; i++)
		if (!d.blocks[i].hidden && !d.blocks[i].dup)
			tokenizer_run(fts_tokenizer(db->fts), TOKEN_TEXT,
				      doc_slice(&d, d.blocks[i].start, d.blocks[i].end), count_word, c);
	doc_free(&d);
	return ok;
}

bool keywords_find(struct db *db, const long long doc[2], struct buf apart[2], struct buf shared[2], struct err *e)
{
	struct counter c = { .morph = tokenizer_morph(fts_tokenizer(db->fts)) };
	bool ok = true;

	for (c.side = 0; c.side < 2 && ok; c.side++)
		ok = count_text(db, doc[c.side], &c, e);
	for (int side = 0; side < 2 && ok; side++)
		put_keywords(&c, side, &apart[side]);
	if (ok)
		put_shared(&c, shared);
	lemma_counts_free(&c.words);
	return ok;
}
