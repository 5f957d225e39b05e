/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Damage that a reader should know of: repeated stretches, quotes that do not balance, words of two alphabets. */
#include "checks.h"
#include "morph.h"
#include "passes.h"
#include "utf8.h"

enum { MIN_MIXED = 3, MAX_NESTED = 8, QUOTE_OPENS = 0xab, QUOTE_CLOSES = 0xbb };

static struct jval *place(struct doc *d, size_t start, size_t end)
{
	struct jval *a = jval_array(&d->arena);

	jval_push(a, jval_int(&d->arena, (int64_t)start));
	jval_push(a, jval_int(&d->arena, (int64_t)end));
	return a;
}

/* One fact for each run of blocks that repeats earlier text. */
static void find_repeats(struct doc *d)
{
	for (size_t i = 0; i < d->n_blocks; i++) {
		size_t first = i;
		struct item *check;

		if (!d->blocks[i].dup)
			continue;
		while (i + 1 < d->n_blocks && d->blocks[i + 1].dup)
			i++;
		check = check_add(d, d->blocks[first].start, d->blocks[i].end, "duplicate_block", "warn");
		jval_set(&d->arena, check->norm, "repeats", place(d, d->blocks[first].dup_start, d->blocks[i].dup_end));
	}
}

/* A quote that is not closed yet, and the first that stands in it; 0: none. Bytes behind « and behind ». */
struct quote {
	size_t start, inner_start, inner_end;
};

/* What is open at the end of a block. */
struct quotes {
	struct quote open[MAX_NESTED];
	int depth, opened, closed;
	bool stray; /* closed and not opened, or too deep */
};

static void open_quote(struct quotes *q, size_t at)
{
	q->opened++;
	if (q->depth == MAX_NESTED) {
		q->stray = true;
		return;
	}
	if (q->depth > 0 && !q->open[q->depth - 1].inner_start)
		q->open[q->depth - 1].inner_start = at;
	q->open[q->depth++] = (struct quote){ .start = at };
}

static void close_quote(struct quotes *q, size_t at)
{
	q->closed++;
	if (q->depth == 0)
		q->stray = true;
	else if (--q->depth > 0 && !q->open[q->depth - 1].inner_end)
		q->open[q->depth - 1].inner_end = at;
}

static struct quotes read_quotes(const struct doc *d, const struct block *b)
{
	struct quotes q = { 0 };
	struct span text = span_sub(d->text, 0, b->end);

	for (size_t at = b->start; at < b->end;) {
		unsigned c = utf8_next(text, &at);

		if (c == QUOTE_OPENS)
			open_quote(&q, at);
		else if (c == QUOTE_CLOSES)
			close_quote(&q, at);
	}
	return q;
}

/* Does a sentence or an aside stand in text[start, end), which no name contains? */
static bool tells(const struct resolver *r, const struct doc *d, size_t start, size_t end)
{
	struct words w = resolver_words(r, start, end);
	struct span s = doc_slice(d, start, end);

	for (size_t i = 0; i < w.n; i++) {
		struct morph_parse p[MORPH_MAX];

		if (morph_parses(r->morph, word_text(r->fold, w.v[i]), p) && (p[0].tags & M_VERB) &&
		    !(p[0].tags & M_PREDICTED))
			return true;
	}
	return span_find_char(s, ';', 0) != SPAN_NONE || span_find_char(s, '(', 0) != SPAN_NONE;
}

/* May the word behind byte at belong to the name before it: "«Центр «Парасат» г. Алматы благодаря …"? */
static bool name_may_go_on(const struct resolver *r, const struct doc *d, size_t at, size_t end)
{
	struct words w = resolver_words(r, at, end);
	struct morph_parse p[MORPH_MAX];

	if (!w.n || w.v[0].start != at + 1 || d->text.p[at] != ' ' ||
	    utf8_is_upper(utf8_next(d->text, &(size_t){ w.v[0].start })))
		return false;
	return morph_parses(r->morph, word_text(r->fold, w.v[0]), p) && (p[0].tags & (M_NOUN | M_ADJ)) &&
	       (p[0].tags & M_GEN) && !(p[0].tags & M_PARTICIPLE);
}

/*
 * Two quotes of one shape that end together are printed as one: ОО «Союз связистов «Байланыс» (далее …). That is no
 * damage, as long as one can see that both end there.
 */
static void check_quotes(const struct resolver *r, struct doc *d, const struct block *b)
{
	struct quotes q = read_quotes(d, b);
	bool damaged = q.stray;

	for (int i = 0; i < q.depth; i++)
		damaged = damaged || !q.open[i].inner_end || tells(r, d, q.open[i].start, q.open[i].inner_start) ||
			  name_may_go_on(r, d, q.open[i].inner_end, b->end);
	if (damaged)
		check_figures(d, check_add(d, b->start, b->end, "unbalanced_quotes", "warn"), q.opened, q.closed);
}

static bool is_cyrillic(unsigned c)
{
	return c >= 0x400 && c < 0x530;
}

static bool is_latin(unsigned c)
{
	return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= 0xc0 && c < 0x250 && c != 0xd7 && c != 0xf7);
}

/* Letters of both alphabets in one word: "Cистема"; "eКонок", where a Latin prefix stands before a capital, is a name.
 */
static bool is_mixed(struct span s)
{
	int cyrillic = 0, latin = 0;
	unsigned before = 0;

	for (size_t at = 0; at < s.n;) {
		unsigned c = utf8_next(s, &at);

		if (is_cyrillic(c) && utf8_is_upper(c) && is_latin(before) && !utf8_is_upper(before))
			return false;
		cyrillic += is_cyrillic(c);
		latin += is_latin(c);
		before = c;
	}
	return cyrillic && latin && cyrillic + latin >= MIN_MIXED;
}

static void check_scripts(const struct resolver *r, struct doc *d, const struct block *b)
{
	struct words w = resolver_words(r, b->start, b->end);

	for (size_t i = 0; i < w.n; i++) {
		struct span s = doc_slice(d, w.v[i].start, w.v[i].end);

		if (is_mixed(s))
			jval_set_str(&d->arena, check_add(d, w.v[i].start, w.v[i].end, "mixed_script", "warn")->norm,
				     "stated", s);
	}
}

bool pass_check_text(struct resolver *r, struct doc *d, struct err *e)
{
	(void)e;
	find_repeats(d);
	for (size_t i = 0; i < d->n_blocks; i++) {
		const struct block *b = &d->blocks[i];

		if (b->dup || b->hidden)
			continue;
		check_quotes(r, d, b);
		check_scripts(r, d, b);
	}
	return true;
}
