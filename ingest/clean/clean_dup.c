/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Blocks that say again what stands before them: text boxes that a conversion has written out twice, pages scanned
 * twice. A sample of all runs of words finds candidates at little cost; only these are compared word by word.
 */
#include <stdint.h>
#include <stdlib.h>

#include "clean_p.h"

enum {
	MIN_BYTES = 200, /* shorter blocks repeat by chance */
	MIN_WORDS = 12,
	SAMPLE = 4, /* one run of words in so many is kept for finding candidates */
	RUN_WORDS = 3,
	MIN_PER_CENT = 90,
	SLACK_WORDS = 20, /* how far words may have shifted, beyond a fifth of the block: damage adds words */
};

struct word {
	uint32_t hash;
	uint32_t block;
	size_t start, end;
};

struct run_slot {
	uint64_t hash; /* 0: free */
	size_t at;     /* first word of the first run with this hash */
};

struct runs {
	struct run_slot *slot;
	size_t n, cap;
};

struct repeats {
	struct word *v;
	size_t n, cap;
	struct runs sample, all;
	size_t all_upto; /* runs that begin before it are in all */
};

/* ---- words ---- */

static bool is_punctuation(unsigned char c)
{
	return c < 0x80 && !(c >= '0' && c <= '9') && !((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

/* The word without stops, quotes and dashes at its ends, which differ between copies. */
static struct span bare(struct span s)
{
	for (;;) {
		if (s.n && is_punctuation((unsigned char)s.p[0]))
			s = span_sub(s, 1, s.n);
		else if (s.n >= 2 && s.p[0] == '\xC2')
			s = span_sub(s, 2, s.n);
		else if (s.n >= 3 && s.p[0] == '\xE2')
			s = span_sub(s, 3, s.n);
		else if (s.n && is_punctuation((unsigned char)s.p[s.n - 1]))
			s.n--;
		else if (s.n >= 2 && s.p[s.n - 2] == '\xC2')
			s.n -= 2;
		else if (s.n >= 3 && s.p[s.n - 3] == '\xE2')
			s.n -= 3;
		else
			return s;
	}
}

static uint32_t hash_word(struct span s)
{
	uint64_t h = 0x9E3779B97F4A7C15u, part = 0;

	s = bare(s);
	if (!s.n)
		return 0;
	for (; s.n >= 8; s = span_sub(s, 8, s.n)) {
		memcpy(&part, s.p, 8);
		h = (h ^ part) * 0xFF51AFD7ED558CCDu;
		h ^= h >> 32;
	}
	part = 0;
	memcpy(&part, s.p, s.n);
	h = (h ^ part) * 0xFF51AFD7ED558CCDu;
	return (uint32_t)(h >> 32) | 1;
}

static bool is_compared(const struct block *b)
{
	return !b->hidden && !b->table && b->kind != BLOCK_HEADING && b->kind != BLOCK_TITLE;
}

static void add_words(struct repeats *r, const struct doc *d, size_t k)
{
	const struct block *b = &d->blocks[k];
	size_t at = b->start;

	while (at < b->end) {
		size_t end = span_find_char(d->text, ' ', at);
		uint32_t h;

		if (end > b->end)
			end = b->end;
		h = hash_word(doc_slice(d, at, end));
		if (h) {
			MEM_ROOM(r->v, r->n, r->cap);
			r->v[r->n++] = (struct word){ h, (uint32_t)k, at, end };
		}
		at = end + 1;
	}
}

/* ---- runs ---- */

static uint64_t run_hash(const struct repeats *r, size_t at)
{
	uint64_t h = 0;

	for (size_t i = 0; i < RUN_WORDS; i++)
		h = (h ^ r->v[at + i].hash) * 0x9E3779B97F4A7C15u, h ^= h >> 31;
	return h | 1;
}

static struct run_slot *find(const struct runs *t, uint64_t h)
{
	size_t i = (h >> 20) & (t->cap - 1);

	while (t->slot[i].hash && t->slot[i].hash != h)
		i = (i + 1) & (t->cap - 1);
	return &t->slot[i];
}

static void insert(struct runs *t, uint64_t h, size_t at)
{
	struct run_slot *s;

	if (t->n * 2 + 2 > t->cap) {
		struct runs old = *t;

		t->cap = old.cap ? old.cap * 2 : 1024;
		t->slot = mem_alloc(t->cap * sizeof *t->slot);
		for (size_t i = 0; i < old.cap; i++)
			if (old.slot[i].hash)
				*find(t, old.slot[i].hash) = old.slot[i];
		free(old.slot);
	}
	s = find(t, h);
	if (s->hash)
		return;
	*s = (struct run_slot){ h, at };
	t->n++;
}

/* Are at least half of the sampled runs of words [from, to) known? Adds them. */
static bool is_candidate(struct repeats *r, size_t from, size_t to)
{
	size_t seen = 0, known = 0;

	for (size_t i = from; i + RUN_WORDS <= to; i++) {
		uint64_t h = run_hash(r, i);

		if ((h >> 8) % SAMPLE)
			continue;
		seen++;
		known += r->sample.cap && find(&r->sample, h)->hash;
	}
	for (size_t i = from >= RUN_WORDS ? from - RUN_WORDS + 1 : 0; i + RUN_WORDS <= to; i++) {
		uint64_t h = run_hash(r, i);

		if ((h >> 8) % SAMPLE == 0)
			insert(&r->sample, h, i);
	}
	return seen && known * 2 >= seen;
}

/* ---- word by word ---- */

static int by_value(const void *x, const void *y)
{
	ptrdiff_t a = *(const ptrdiff_t *)x, b = *(const ptrdiff_t *)y;

	return (a > b) - (a < b);
}

/* Where each word of [from, to) stands before, by the runs it belongs to; -1: nowhere. */
static size_t find_words(struct repeats *r, size_t from, size_t to, ptrdiff_t *place)
{
	size_t found = 0;

	for (; r->all_upto + RUN_WORDS <= from; r->all_upto++)
		insert(&r->all, run_hash(r, r->all_upto), r->all_upto);
	for (size_t i = 0; i < to - from; i++)
		place[i] = -1;
	for (size_t i = from; r->all.cap && i + RUN_WORDS <= to; i++) {
		const struct run_slot *s = find(&r->all, run_hash(r, i));

		for (size_t k = 0; s->hash && k < RUN_WORDS; k++) {
			found += place[i - from + k] < 0;
			place[i - from + k] = (ptrdiff_t)(s->at + k);
		}
	}
	return found;
}

/* Do words [from, to) repeat an earlier stretch? Sets its bytes. */
static bool repeats(struct repeats *r, size_t from, size_t to, size_t *start, size_t *end)
{
	size_t n = to - from, near = 0, slack = n / 5 + SLACK_WORDS;
	ptrdiff_t *place = mem_alloc(2 * n * sizeof *place), *shift = place + n, middle;
	size_t found = find_words(r, from, to, place), k = 0, first = SPAN_NONE, last = 0;

	for (size_t i = 0; i < n; i++)
		if (place[i] >= 0)
			shift[k++] = place[i] - (ptrdiff_t)(from + i);
	if (found * 100 >= n * MIN_PER_CENT) {
		qsort(shift, k, sizeof *shift, by_value);
		middle = shift[k / 2];
		for (size_t i = 0; i < n; i++) {
			ptrdiff_t off = place[i] - (ptrdiff_t)(from + i) - middle;

			if (place[i] < 0 || off > (ptrdiff_t)slack || -off > (ptrdiff_t)slack)
				continue;
			near++;
			first = (size_t)place[i] < first ? (size_t)place[i] : first;
			last = (size_t)place[i] > last ? (size_t)place[i] : last;
		}
	}
	free(place);
	if (near * 100 < n * MIN_PER_CENT)
		return false;
	*start = r->v[first].start;
	*end = r->v[last].end;
	return true;
}

void clean_dup(struct clean *c)
{
	struct doc *d = c->d;
	struct repeats r = { 0 };

	for (size_t k = 0; k < d->n_blocks; k++) {
		struct block *b = &d->blocks[k];
		size_t from = r.n;

		if (!is_compared(b))
			continue;
		add_words(&r, d, k);
		if (!is_candidate(&r, from, r.n) || b->end - b->start < MIN_BYTES || r.n - from < MIN_WORDS)
			continue;
		if (!repeats(&r, from, r.n, &b->dup_start, &b->dup_end))
			continue;
		b->dup = true;
		doc_add_note(d, NOTE_WARN, "duplicate_block", "this block says again what stands before it");
		d->notes[d->n_notes - 1].placed = true;
		d->notes[d->n_notes - 1].start = b->start;
		d->notes[d->n_notes - 1].end = b->end;
	}
	free(r.v);
	free(r.sample.slot);
	free(r.all.slot);
}
