/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Two documents side by side. Words are compared as lemmas: by log-likelihood which are used more in one (T. Dunning,
 * "Accurate Methods for the Statistics of Surprise and Coincidence", 1993), goals by the cosine of their lemmas, each
 * weighted by how rare it is among the goals.
 */
#include "compare.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "db_p.h"
#include "i18n.h"
#include "load.h"
#include "mem.h"
#include "morph.h"
#include "names.h"
#include "utf8.h"

enum { KEYWORDS = 12, PAIRS = 8, LEAST_LETTERS = 4, LEAST_COUNT = 3 };
#define LEAST_SCORE 0.35

static const struct column columns[] = {
	{ "what", NULL, COL_BOTH },
	{ "a", NULL, COL_BOTH | COL_FLEX },
	{ "b", NULL, COL_BOTH | COL_FLEX },
	{ "score", NULL, COL_DATA | COL_NUMBER },
	{ "a_place", NULL, COL_DATA },
	{ "b_place", NULL, COL_DATA },
	{ NULL, NULL, 0 },
};

/* ---- words ---- */

struct word {
	struct span lemma;
	long count[2];
};

struct words {
	struct word *v; /* open addressing */
	size_t n, cap;
	long total[2];
	struct arena arena;
	int side;
	const struct morph *morph;
};

static struct word *find_word(struct words *w, struct span lemma)
{
	size_t i;

	if (w->n * 2 >= w->cap) {
		struct word *old = w->v;
		size_t cap = w->cap;

		w->cap = cap ? cap * 2 : 1024;
		w->v = mem_alloc(w->cap * sizeof *w->v);
		for (size_t k = 0; k < cap; k++) {
			if (!old[k].lemma.n)
				continue;
			for (i = span_hash(old[k].lemma) % w->cap; w->v[i].lemma.n;)
				i = (i + 1) % w->cap;
			w->v[i] = old[k];
		}
		free(old);
	}
	for (i = span_hash(lemma) % w->cap; w->v[i].lemma.n && !span_eq(w->v[i].lemma, lemma);)
		i = (i + 1) % w->cap;
	if (!w->v[i].lemma.n) {
		w->v[i].lemma = arena_dup(&w->arena, lemma);
		w->n++;
	}
	return &w->v[i];
}

/* Is this the first token of its word, a lemma if it has one? Then without the mark of what is none. */
static bool take_first(bool same, struct span *token)
{
	if (same)
		return false;
	if (token->p[0] == '=' || token->p[0] == '~' || token->p[0] == '^')
		*token = span_sub(*token, 1, token->n);
	return true;
}

/* Nouns, adjectives and verbs by their first lemma; digits and short words say nothing. */
static int count_word(void *ctx, bool same, struct span token, size_t start, size_t end)
{
	struct words *w = ctx;
	struct morph_parse parses[MORPH_MAX];

	(void)start;
	(void)end;
	if (!take_first(same, &token))
		return 0;
	if (utf8_count(token) < LEAST_LETTERS || (token.p[0] >= '0' && token.p[0] <= '9'))
		return 0;
	if (morph_parses(w->morph, token, parses) > 0 &&
	    (!(parses[0].tags & (M_NOUN | M_ADJ | M_INF)) || parses[0].tags & M_PRON))
		return 0;
	find_word(w, token)->count[w->side]++;
	w->total[w->side]++;
	return 0;
}

static double term(double observed, double expected)
{
	return observed > 0 ? observed * log(observed / expected) : 0;
}

/* Dunning's G², with the sign of the side that uses the word more. */
static double keyness(const struct words *w, const struct word *x)
{
	double a = (double)x->count[0], b = (double)x->count[1], n = (double)w->total[0], m = (double)w->total[1];
	double ea = n * (a + b) / (n + m), eb = m * (a + b) / (n + m);
	double g = 2 * (term(a, ea) + term(b, eb));

	return a * m > b * n ? g : -g;
}

struct key {
	const struct word *word;
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
static void put_keywords(const struct words *w, int side, struct buf *out)
{
	struct key *keys = mem_alloc((w->n + 1) * sizeof *keys);
	size_t n = 0;

	for (size_t i = 0; i < w->cap; i++) {
		double g;

		if (!w->v[i].lemma.n || w->v[i].count[side] < LEAST_COUNT)
			continue;
		g = keyness(w, &w->v[i]) * (side ? -1 : 1);
		if (g > 0)
			keys[n++] = (struct key){ &w->v[i], g };
	}
	qsort(keys, n, sizeof *keys, by_score);
	for (size_t i = 0; i < n && i < KEYWORDS; i++)
		buf_addf(out, "%s%.*s", i ? ", " : "", SPAN_ARG(keys[i].word->lemma));
	free(keys);
}

/* The words that both use most, ranked by the side that uses a word less; each side with its own counts. */
static void put_shared(const struct words *w, struct buf out[2])
{
	struct key *keys = mem_alloc((w->n + 1) * sizeof *keys);
	size_t n = 0;

	for (size_t i = 0; i < w->cap; i++) {
		const struct word *x = &w->v[i];
		double a, b;

		if (!x->lemma.n || x->count[0] < LEAST_COUNT || x->count[1] < LEAST_COUNT)
			continue;
		a = (double)x->count[0] / (double)w->total[0];
		b = (double)x->count[1] / (double)w->total[1];
		keys[n++] = (struct key){ x, a < b ? a : b };
	}
	qsort(keys, n, sizeof *keys, by_score);
	for (size_t i = 0; i < n && i < KEYWORDS; i++)
		for (int side = 0; side < 2; side++)
			buf_addf(&out[side], "%s%.*s %ld", i ? ", " : "", SPAN_ARG(keys[i].word->lemma),
				 keys[i].word->count[side]);
	free(keys);
}

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

static void put_row(struct sides *s, const char *what, struct span a, struct span b)
{
	table_put(s->t, 0, span_of(what));
	table_put(s->t, 1, a);
	table_put(s->t, 2, b);
	table_end_row(s->t);
}

/* "66", "–" for none, "66 (88 %)" of all. */
static void put_count(char text[40], sqlite3_int64 n, sqlite3_int64 all)
{
	if (!n)
		strcpy(text, "–");
	else if (all)
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
			put_count(text[side], n[side], counts[i].part && query_for_people(s->q) ? all[side] : 0);
			all[side] += counts[i].whole ? n[side] : 0;
		}
		put_row(s, _(counts[i].what), span_of(text[0]), span_of(text[1]));
	}
	return true;
}

/* What only A has, only B has, and both have, of one kind of value. */
static bool put_sets(struct sides *s, const char *what, const char *set_sql, struct err *e)
{
	static const char *const ways[] = { "SELECT v FROM a EXCEPT SELECT v FROM b",
					    "SELECT v FROM b EXCEPT SELECT v FROM a",
					    "SELECT v FROM a INTERSECT SELECT v FROM b" };
	struct buf cells[3] = { 0 }, name = { 0 };
	bool ok = true;

	for (int i = 0; i < 3 && ok; i++) {
		struct buf sql = { 0 };
		sqlite3_stmt *st = NULL;

		buf_addf(&sql,
			 "WITH a(v) AS (%s ?1), b(v) AS (%s ?2) SELECT v FROM (%s) WHERE v IS NOT NULL ORDER BY v "
			 "LIMIT 40",
			 set_sql, set_sql, ways[i]);
		ok = db_prepare(s->q->db, buf_str(&sql), &st, e);
		if (ok) {
			sqlite3_bind_int64(st, 1, s->doc[0]);
			sqlite3_bind_int64(st, 2, s->doc[1]);
		}
		while (ok && sqlite3_step(st) == SQLITE_ROW)
			buf_addf(&cells[i], "%s%.*s", cells[i].n ? ", " : "", SPAN_ARG(column_text(st, 0)));
		sqlite3_finalize(st);
		buf_free(&sql);
	}
	buf_addf(&name, _("%s in one only"), what);
	put_row(s, buf_str(&name), buf_span(&cells[0]), buf_span(&cells[1]));
	buf_reset(&name);
	buf_addf(&name, _("%s in both"), what);
	if (cells[2].n)
		put_row(s, buf_str(&name), buf_span(&cells[2]), (struct span){ 0 });
	for (int i = 0; i < 3; i++)
		buf_free(&cells[i]);
	buf_free(&name);
	return ok;
}

/* ---- goals ---- */

struct goal {
	struct span text, place;
	size_t *words; /* indices of lemmas, ascending, each once */
	size_t n;
	double length;
};

struct goals {
	struct goal *v[2];
	size_t n[2], cap[2];
	struct words all;
	struct arena arena;
};

struct collector {
	struct goals *g;
	struct goal *goal;
	size_t cap;
};

static int collect_lemma(void *ctx, bool same, struct span token, size_t start, size_t end)
{
	struct collector *c = ctx;
	struct words *w = &c->g->all;
	size_t i;

	(void)start;
	(void)end;
	if (!take_first(same, &token))
		return 0;
	if (utf8_count(token) < LEAST_LETTERS)
		return 0;
	i = (size_t)span_hash(token);
	for (size_t k = 0; k < c->goal->n; k++)
		if (c->goal->words[k] == i)
			return 0;
	find_word(w, token)->count[0]++;
	ARENA_ROOM(&c->g->arena, c->goal->words, c->goal->n, c->cap);
	c->goal->words[c->goal->n++] = i;
	return 0;
}

static bool fetch_goals(struct sides *s, struct goals *g, struct err *e)
{
	static const char sql[] =
		"SELECT i.statement, coalesce(p.row, svod_place(b.page, b.line, b.para))"
		" FROM items i LEFT JOIN plan_rows p ON p.item = i.id LEFT JOIN blocks b ON b.id = i.block"
		" WHERE i.doc = ?1 AND i.type IN ('goal', 'table_row') AND i.parent IS NULL AND i.statement IS NOT NULL"
		" ORDER BY i.start LIMIT 2000";
	struct tokenizer *t = fts_tokenizer(s->q->db->fts);

	for (int side = 0; side < 2; side++) {
		sqlite3_stmt *st = NULL;

		if (!db_prepare(s->q->db, sql, &st, e))
			return false;
		sqlite3_bind_int64(st, 1, s->doc[side]);
		while (sqlite3_step(st) == SQLITE_ROW) {
			struct goal *goal;
			struct collector c = { .g = g };

			ARENA_ROOM(&g->arena, g->v[side], g->n[side], g->cap[side]);
			goal = &g->v[side][g->n[side]++];
			*goal = (struct goal){ .text = arena_dup(&g->arena, column_text(st, 0)),
					       .place = arena_dup(&g->arena, column_text(st, 1)) };
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

struct pair {
	const struct goal *a, *b;
	double score;
};

static void keep_pair(struct pair *best, struct pair p)
{
	int i = PAIRS;

	while (i > 0 && best[i - 1].score < p.score)
		i--;
	if (i == PAIRS)
		return;
	memmove(&best[i + 1], &best[i], (size_t)(PAIRS - 1 - i) * sizeof *best);
	best[i] = p;
}

static void find_pairs(struct goals *g, struct pair best[PAIRS + 1])
{
	size_t n;
	struct weight *w = make_weights(g, &n);

	for (int side = 0; side < 2; side++)
		for (size_t i = 0; i < g->n[side]; i++)
			for (size_t k = 0; k < g->v[side][i].n; k++)
				g->v[side][i].length += pow(weight_of(w, n, g->v[side][i].words[k]), 2);
	for (size_t i = 0; i < g->n[0]; i++) {
		for (size_t j = 0; j < g->n[1]; j++) {
			const struct goal *a = &g->v[0][i], *b = &g->v[1][j];
			double dot = 0;

			for (size_t x = 0; x < a->n; x++)
				for (size_t y = 0; y < b->n; y++)
					dot += a->words[x] == b->words[y] ? pow(weight_of(w, n, a->words[x]), 2) : 0;
			if (dot > 0 && dot / sqrt(a->length * b->length) >= LEAST_SCORE)
				keep_pair(best, (struct pair){ a, b, dot / sqrt(a->length * b->length) });
		}
	}
	free(w);
}

/* Two goals with their rows or lines: "2.2: …" for people. */
static void put_pair(struct sides *s, const struct pair *p)
{
	const struct goal *goals[2] = { p->a, p->b };
	struct buf cells[2] = { 0 };
	char score[16], what[120];

	snprintf(score, sizeof score, "%.2f", p->score);
	snprintf(what, sizeof what, query_for_people(s->q) ? "%s ≈ %s" : "%s", _("similar goals"), score);
	for (int i = 0; i < 2; i++) {
		if (query_for_people(s->q))
			buf_addf(&cells[i], "%.*s: ", SPAN_ARG(goals[i]->place));
		buf_add(&cells[i], goals[i]->text);
		table_put(s->t, 4 + (size_t)i, goals[i]->place);
	}
	table_put(s->t, 3, span_of(score));
	put_row(s, what, buf_span(&cells[0]), buf_span(&cells[1]));
	buf_free(&cells[0]);
	buf_free(&cells[1]);
}

static bool put_pairs(struct sides *s, struct err *e)
{
	struct pair best[PAIRS + 1] = { 0 };
	struct goals g = { 0 };
	bool ok = fetch_goals(s, &g, e);

	if (ok)
		find_pairs(&g, best);
	for (int i = 0; i < PAIRS && ok && best[i].a; i++)
		put_pair(s, &best[i]);
	free(g.all.v);
	arena_free(&g.all.arena);
	arena_free(&g.arena);
	return ok;
}

/* ---- the command ---- */

static bool put_words(struct sides *s, struct err *e)
{
	struct words w = { .morph = tokenizer_morph(fts_tokenizer(s->q->db->fts)) };
	struct buf cells[2] = { 0 };
	bool ok = true;

	for (w.side = 0; w.side < 2 && ok; w.side++) {
		struct doc d = { 0 };

		ok = load_text(s->q->db, s->doc[w.side], &d, e);
		for (size_t i = 0; i < d.n_blocks && ok; i++)
			if (!d.blocks[i].hidden && !d.blocks[i].dup)
				tokenizer_run(fts_tokenizer(s->q->db->fts), TOKEN_TEXT,
					      doc_slice(&d, d.blocks[i].start, d.blocks[i].end), count_word, &w);
		doc_free(&d);
	}
	for (int side = 0; side < 2 && ok; side++)
		put_keywords(&w, side, &cells[side]);
	if (ok)
		put_row(s, _("words that set it apart"), buf_span(&cells[0]), buf_span(&cells[1]));
	for (int side = 0; side < 2; side++)
		buf_reset(&cells[side]);
	if (ok)
		put_shared(&w, cells);
	if (cells[0].n)
		put_row(s, _("words that both use"), buf_span(&cells[0]), buf_span(&cells[1]));
	for (int side = 0; side < 2; side++)
		buf_free(&cells[side]);
	free(w.v);
	arena_free(&w.arena);
	return ok;
}

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
			shown[i + 1].flags |= COL_WRAP;
		}
		s.t = query_table(q, shown);
		ok = put_counts(&s, e) &&
		     put_sets(&s, _("instruments"),
			      "SELECT value FROM items WHERE type IN ('convention', 'recommendation', 'protocol') AND "
			      "doc =",
			      e) &&
		     put_sets(&s, _("organizations"),
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
