/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Alignment of two texts. E. W. Myers, "An O(ND) Difference Algorithm and Its Variations", Algorithmica 1 (1986), the
 * linear-space form: texts are long and differ little.
 */
#include <stdint.h>
#include <stdlib.h>

#include "eval_words.h"
#include "utf8.h"

/* Two sequences of symbols (equal symbols have equal numbers), and where matched pairs go. */
struct lcs {
	const uint64_t *a, *b;
	long *forward, *backward; /* furthest reaching x by diagonal, offset by middle */
	long middle;
	void (*match)(void *ctx, long x, long y, long n);
	void *ctx;
};

struct snake {
	long x, y, u, v; /* from (x, y) to (u, v) along a diagonal */
};

/* The middle snake of a[0…n) and b[0…m), n and m > 0. */
static struct snake middle_snake(struct lcs *l, const uint64_t *a, long n, const uint64_t *b, long m)
{
	long delta = n - m, max = (n + m + 1) / 2;
	long *f = l->forward + l->middle, *r = l->backward + l->middle;

	f[1] = 0;
	r[1] = 0;
	for (long d = 0; d <= max; d++) {
		for (long k = -d; k <= d; k += 2) {
			long x = k == -d || (k != d && f[k - 1] < f[k + 1]) ? f[k + 1] : f[k - 1] + 1;
			long y = x - k, x0 = x, y0 = y;

			while (x < n && y < m && a[x] == b[y])
				x++, y++;
			f[k] = x;
			if ((delta & 1) && k - delta >= -(d - 1) && k - delta <= d - 1 && x + r[-(k - delta)] >= n)
				return (struct snake){ x0, y0, x, y };
		}
		for (long k = -d; k <= d; k += 2) {
			long x = k == -d || (k != d && r[k - 1] < r[k + 1]) ? r[k + 1] : r[k - 1] + 1;
			long y = x - k, x0 = x, y0 = y;

			while (x < n && y < m && a[n - 1 - x] == b[m - 1 - y])
				x++, y++;
			r[k] = x;
			if (!(delta & 1) && -(k - delta) >= -d && -(k - delta) <= d && x + f[-(k - delta)] >= n)
				return (struct snake){ n - x, m - y, n - x0, m - y0 };
		}
	}
	return (struct snake){ 0, 0, 0, 0 }; /* not reached: d = max always meets */
}

/* Reports every matched run of a[x…x+n) and b[y…y+m), in order. */
static void solve(struct lcs *l, long x, long n, long y, long m)
{
	long same = 0;

	while (same < n && same < m && l->a[x + same] == l->b[y + same])
		same++;
	if (same)
		l->match(l->ctx, x, y, same);
	x += same, y += same, n -= same, m -= same;
	if (n > 0 && m > 0) {
		struct snake s = middle_snake(l, l->a + x, n, l->b + y, m);

		if ((s.x < n || s.y < m) && (s.u > 0 || s.v > 0)) { /* so after the common prefix is cut */
			solve(l, x, s.x, y, s.y);
			if (s.u > s.x)
				l->match(l->ctx, x + s.x, y + s.y, s.u - s.x);
			solve(l, x + s.u, n - s.u, y + s.v, m - s.v);
		}
	}
}

static void run_lcs(struct lcs *l, long n, long m)
{
	size_t cells = (size_t)(2 * (n + m) + 8);

	l->middle = n + m + 3;
	l->forward = mem_alloc(cells * sizeof *l->forward);
	l->backward = mem_alloc(cells * sizeof *l->backward);
	solve(l, 0, n, 0, m);
	free(l->forward);
	free(l->backward);
}

/* ---- words ---- */

struct aligning {
	struct arena *arena;
	const struct eval_words *ref, *hyp;
	struct eval_image *back;
	long next_ref, next_hyp; /* behind the last match */
};

/* Characters of words [from, to), each with its word. */
struct letters {
	uint64_t *c;
	size_t *word;
	long n;
};

static struct letters letters_of(struct arena *arena, const struct eval_words *w, size_t from, size_t to)
{
	struct letters l = { 0 };
	size_t bytes = 0;

	for (size_t i = from; i < to; i++)
		bytes += w->v[i].folded.n;
	l.c = arena_alloc(arena, (bytes + 1) * sizeof *l.c);
	l.word = arena_alloc(arena, (bytes + 1) * sizeof *l.word);
	for (size_t i = from; i < to; i++) {
		for (size_t at = 0; at < w->v[i].folded.n;) {
			l.c[l.n] = utf8_next(w->v[i].folded, &at);
			l.word[l.n++] = i;
		}
	}
	return l;
}

struct inner {
	struct aligning *al;
	struct letters ref, hyp;
};

static void widen(struct eval_image *i, size_t word)
{
	if (i->lo > i->hi)
		*i = (struct eval_image){ word, word };
	if (word < i->lo)
		i->lo = word;
	if (word > i->hi)
		i->hi = word;
}

static void match_letters(void *ctx, long x, long y, long n)
{
	struct inner *in = ctx;

	for (long k = 0; k < n; k++)
		widen(&in->al->back[in->hyp.word[y + k]], in->ref.word[x + k]);
}

/* A stretch where both texts have words that are not equal: aligned by their characters. */
static void replaced(struct aligning *al, size_t r0, size_t r1, size_t h0, size_t h1)
{
	struct inner in = { al, letters_of(al->arena, al->ref, r0, r1), letters_of(al->arena, al->hyp, h0, h1) };
	struct lcs l = { .a = in.ref.c, .b = in.hyp.c, .match = match_letters, .ctx = &in };

	run_lcs(&l, in.ref.n, in.hyp.n);
}

static void gap(struct aligning *al, long ref, long hyp)
{
	if (ref > al->next_ref && hyp > al->next_hyp)
		replaced(al, (size_t)al->next_ref, (size_t)ref, (size_t)al->next_hyp, (size_t)hyp);
}

static void match_words(void *ctx, long x, long y, long n)
{
	struct aligning *al = ctx;

	gap(al, x, y);
	for (long k = 0; k < n; k++)
		al->back[y + k] = (struct eval_image){ (size_t)(x + k), (size_t)(x + k) };
	al->next_ref = x + n;
	al->next_hyp = y + n;
}

static uint64_t *symbols(struct arena *a, const struct eval_words *w)
{
	uint64_t *s = arena_alloc(a, (w->n + 1) * sizeof *s);

	for (size_t i = 0; i < w->n; i++)
		s[i] = span_hash(w->v[i].folded);
	return s;
}

struct eval_image *eval_align(struct arena *a, const struct eval_words *ref, const struct eval_words *hyp)
{
	struct aligning al = { .arena = a, .ref = ref, .hyp = hyp };
	struct lcs l = { .match = match_words, .ctx = &al };

	al.back = arena_alloc(a, (hyp->n + 1) * sizeof *al.back);
	for (size_t i = 0; i < hyp->n; i++)
		al.back[i] = (struct eval_image){ 1, 0 };
	l.a = symbols(a, ref);
	l.b = symbols(a, hyp);
	run_lcs(&l, (long)ref->n, (long)hyp->n);
	gap(&al, (long)ref->n, (long)hyp->n);
	return al.back;
}
