/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Passes look for many short phrases with free endings at every word of a text; phrases wait in buckets by the bytes
 * with which they begin, so that most words meet none.
 */
#include "phrases.h"

#include <stdlib.h>
#include <string.h>

#include "bisect.h"
#include "buf.h"
#include "utf8.h"

enum { MAX_PATTERN_WORDS = 12, BUCKETS = 256, HEAD_BYTES = 6 };

struct pattern_word {
	struct span text;
	bool open; /* any ending */
	bool gap;  /* one more word may stand before it */
};

struct pattern {
	struct pattern_word w[MAX_PATTERN_WORDS];
	size_t n, bytes;
	long row;
	struct pattern *next; /* in its bucket */
};

struct phrases {
	struct arena arena;
	struct pattern *bucket[BUCKETS]; /* by the first HEAD_BYTES of the first word, or all of it */
	struct pattern
		*loose[BUCKETS]; /* by the first letter: the first word is a shorter beginning, or may be missing */
};

struct words words_of(struct arena *a, struct span fold, size_t start, size_t end)
{
	struct words w = { 0 };
	struct span s = span_sub(fold, 0, end);
	size_t cap = 0, from = 0;
	bool inside = false;

	for (size_t at = start; at < s.n;) {
		size_t here = at;
		unsigned c = utf8_next(s, &at);
		bool is = utf8_is_word(c);

		if (is && !inside)
			from = here;
		if (inside && !is) {
			ARENA_ROOM(a, w.v, w.n, cap);
			w.v[w.n++] = (struct word){ from, here };
		}
		inside = is;
	}
	if (inside) {
		ARENA_ROOM(a, w.v, w.n, cap);
		w.v[w.n++] = (struct word){ from, s.n };
	}
	return w;
}

size_t words_from(const struct words *w, size_t at)
{
	size_t lo;

	BISECT(lo, w->n, w->v[lo].start < at);
	return lo;
}

/* The first letter's lead and second byte tell Cyrillic letters apart as well as Latin ones. */
static unsigned bucket_of(struct span word)
{
	unsigned char c = (unsigned char)word.p[0];

	if (c < 0x80 || word.n < 2)
		return c;
	return (unsigned)((c << 6 | ((unsigned char)word.p[1] & 0x3f)) & (BUCKETS - 1));
}

static unsigned head_bucket(struct span word)
{
	return (unsigned)(span_hash(span_sub(word, 0, HEAD_BYTES)) & (BUCKETS - 1));
}

static bool parse_pattern(struct pattern *p, struct span text)
{
	bool gap = false;

	while (text.p && p->n < MAX_PATTERN_WORDS) {
		struct span word = span_cut(&text, ' ');
		bool open = span_ends(word, SPAN("*"));

		if (span_is(word, "~")) {
			gap = true;
			continue;
		}
		word = span_sub(word, 0, word.n - open);
		if (!word.n)
			continue;
		p->w[p->n++] = (struct pattern_word){ word, open, gap };
		p->bytes += word.n;
		gap = false;
	}
	return p->n > 0;
}

static void add_phrase(struct phrases *p, struct span phrase, long row)
{
	struct pattern *new = arena_alloc(&p->arena, sizeof *new), **list;
	struct span text = arena_dup(&p->arena, span_trim(phrase));
	char *folded = arena_alloc(&p->arena, text.n + 1);

	utf8_fold(text, folded);
	new->row = row;
	if (!parse_pattern(new, span_make(folded, text.n)))
		return;
	list = new->w[0].gap || (new->w[0].open &&new->w[0].text.n < HEAD_BYTES)
		       ? &p->loose[bucket_of(new->w[0].text)]
		       : &p->bucket[head_bucket(new->w[0].text)];
	new->next = *list;
	*list = new;
}

struct phrases *phrases_new(const struct lexicon *l, const char *column)
{
	struct phrases *p = mem_alloc(sizeof *p);

	for (long row = 0; row < lexicon_rows(l); row++) {
		struct span rest = lexicon_cell(l, row, column);

		while (rest.p)
			add_phrase(p, span_cut(&rest, '|'), row);
	}
	return p;
}

void phrases_free(struct phrases *p)
{
	if (!p)
		return;
	arena_free(&p->arena);
	free(p);
}

static bool word_fits(const struct pattern_word *p, struct span word)
{
	return p->open ? span_starts(word, p->text) : span_eq(word, p->text);
}

static size_t match(const struct pattern *p, struct span fold, const struct words *w, size_t i, size_t end)
{
	size_t at = i;

	for (size_t k = 0; k < p->n; k++, at++) {
		if (at >= end)
			return 0;
		if (word_fits(&p->w[k], word_text(fold, w->v[at])))
			continue;
		if (!p->w[k].gap || at + 1 >= end || !word_fits(&p->w[k], word_text(fold, w->v[at + 1])))
			return 0;
		at++;
	}
	return at - i;
}

static bool longer(const struct phrase_hit *a, const struct phrase_hit *b)
{
	if (a->words != b->words)
		return a->words > b->words;
	return a->bytes != b->bytes ? a->bytes > b->bytes : a->row < b->row;
}

static void keep_hit(struct phrase_hit hits[PHRASE_HITS], size_t *n, struct phrase_hit hit)
{
	size_t at = *n < PHRASE_HITS ? (*n)++ : PHRASE_HITS - 1;

	if (at == PHRASE_HITS - 1 && *n == PHRASE_HITS && hits[at].words && !longer(&hit, &hits[at]))
		return;
	for (; at > 0 && longer(&hit, &hits[at - 1]); at--)
		hits[at] = hits[at - 1];
	hits[at] = hit;
}

static void try_list(const struct pattern *t, struct span fold, const struct words *w, size_t i, size_t end,
		     struct phrase_hit hits[PHRASE_HITS], size_t *found)
{
	for (; t; t = t->next) {
		size_t n = match(t, fold, w, i, end);

		if (n)
			keep_hit(hits, found, (struct phrase_hit){ t->row, n, t->bytes });
	}
}

size_t phrases_all(const struct phrases *p, struct span fold, const struct words *w, size_t i, size_t end,
		   struct phrase_hit hits[PHRASE_HITS])
{
	const struct pattern *same, *loose;
	size_t found = 0;

	if (!p || i >= end)
		return 0;
	same = p->bucket[head_bucket(word_text(fold, w->v[i]))];
	loose = p->loose[bucket_of(word_text(fold, w->v[i]))];
	if (!same && !loose)
		return 0;
	memset(hits, 0, PHRASE_HITS * sizeof *hits);
	try_list(same, fold, w, i, end, hits, &found);
	try_list(loose, fold, w, i, end, hits, &found);
	return found;
}

bool phrases_at(const struct phrases *p, struct span fold, const struct words *w, size_t i, size_t end,
		struct phrase_hit *hit)
{
	struct phrase_hit hits[PHRASE_HITS];

	if (!phrases_all(p, fold, w, i, end, hits))
		return false;
	*hit = hits[0];
	return true;
}

size_t phrase_match(struct span phrase, struct span fold, const struct words *w, size_t i, size_t end)
{
	struct pattern p = { 0 };
	struct span word = i < end ? word_text(fold, w->v[i]) : (struct span){ 0 };

	/* most words begin with another letter; a letter of ours is two bytes */
	if (word.n > 1 && phrase.n && phrase.p[0] != '~' && phrase.p[0] != '*' && word.p[0] != phrase.p[0])
		return 0;
	if (word.n > 1 && phrase.n > 1 && (unsigned char)phrase.p[0] >= 0x80 && word.p[1] != phrase.p[1])
		return 0;
	return parse_pattern(&p, phrase) ? match(&p, fold, w, i, end) : 0;
}

struct span text_squeeze(struct arena *a, struct span s)
{
	char *out = arena_alloc(a, s.n + 1);
	size_t n = 0;

	for (size_t at = 0; at < s.n;) {
		size_t from = at;
		unsigned c = utf8_next(s, &at);

		if (!utf8_is_space(c)) {
			memcpy(out + n, s.p + from, at - from);
			n += at - from;
		} else if (n && out[n - 1] != ' ') {
			out[n++] = ' ';
		}
	}
	if (n && out[n - 1] == ' ')
		n--;
	return span_make(out, n);
}

struct span text_capital(struct arena *a, struct span s)
{
	struct buf b = { 0 };
	struct span out;
	size_t at = 0;

	if (!s.n)
		return s;
	buf_put_utf8(&b, utf8_upper(utf8_next(s, &at)));
	buf_add(&b, span_sub(s, at, s.n));
	out = arena_dup(a, buf_span(&b));
	buf_free(&b);
	return out;
}
