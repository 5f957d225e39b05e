/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Damage that a reader should know of: repeated stretches, quotes that do not balance, words of two alphabets. */
#include "checks.h"
#include "passes.h"
#include "utf8.h"

enum { MIN_MIXED = 3 };

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

struct quotes {
	int angle, low; /* opened and not closed: « », „ “ */
};

static struct quotes count_quotes(struct span s)
{
	struct quotes q = { 0 };

	for (size_t at = 0; at < s.n;) {
		unsigned c = utf8_next(s, &at);

		q.angle += (c == 0xab) - (c == 0xbb);
		q.low += c == 0x201e;
	}
	return q;
}

static void check_quotes(struct doc *d, const struct block *b)
{
	struct quotes q = count_quotes(doc_slice(d, b->start, b->end));
	struct item *check;

	if (!q.angle)
		return;
	check = check_add(d, b->start, b->end, "unbalanced_quotes", "warn");
	check_figures(d, check, 0, q.angle);
}

static bool is_cyrillic(unsigned c)
{
	return c >= 0x400 && c < 0x530;
}

static bool is_latin(unsigned c)
{
	return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= 0xc0 && c < 0x250 && c != 0xd7 && c != 0xf7);
}

static void check_scripts(const struct resolver *r, struct doc *d, const struct block *b)
{
	struct words w = resolver_words(r, b->start, b->end);

	for (size_t i = 0; i < w.n; i++) {
		struct span s = doc_slice(d, w.v[i].start, w.v[i].end);
		int cyrillic = 0, latin = 0;

		for (size_t at = 0; at < s.n;) {
			unsigned c = utf8_next(s, &at);

			cyrillic += is_cyrillic(c);
			latin += is_latin(c);
		}
		if (!cyrillic || !latin || cyrillic + latin < MIN_MIXED)
			continue;
		jval_set_str(&d->arena, check_add(d, w.v[i].start, w.v[i].end, "mixed_script", "warn")->norm, "stated",
			     s);
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
		check_quotes(d, b);
		check_scripts(r, d, b);
	}
	return true;
}
