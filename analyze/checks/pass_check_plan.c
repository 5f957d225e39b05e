/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The document against its own frame: rows of a plan that end outside its period, and the table of contents against the
 * headings that it announces.
 */
#include "checks.h"
#include "passes.h"
#include "utf8.h"

enum { MAX_HEADINGS = 400, MIN_SHARED = 2 };

struct years {
	long long from, to; /* 0: open */
};

/* The years of a value: 2022/2025, 2022-04, 2024-Q4/2025-Q4, ../2025. */
static struct years years_of(struct span value)
{
	struct years y = { 0 };
	size_t slash = span_find_char(value, '/', 0);
	struct span a = span_sub(value, 0, slash == SPAN_NONE ? value.n : slash);
	struct span b = slash == SPAN_NONE ? a : span_sub(value, slash + 1, value.n);

	if (!span_to_long(span_sub(a, 0, 4), &y.from) || a.n < 4)
		y.from = 0;
	if (!span_to_long(span_sub(b, 0, 4), &y.to) || b.n < 4)
		y.to = 0;
	return y;
}

/* 2025-05-16/2025-05-17, 2025-05-30/2025-06-01: the days of a meeting, which are no time to do something in. */
static bool is_days(struct span period)
{
	enum { YEAR = sizeof "2025-" - 1, MONTH = sizeof "2025-05" - 1, DAY = sizeof "2025-05-16" - 1 };
	struct span first = span_sub(period, 0, DAY), last = span_sub(period, DAY + 1, period.n);
	long long from, to;

	if (period.n == DAY && span_find_char(period, '/', 0) == SPAN_NONE)
		return true;
	return last.n == DAY && period.p[DAY] == '/' && span_eq(span_sub(first, 0, YEAR), span_sub(last, 0, YEAR)) &&
	       span_to_long(span_sub(first, YEAR, MONTH), &from) && span_to_long(span_sub(last, YEAR, MONTH), &to) &&
	       to - from <= 1;
}

/* The document's period, or that of the act which is the document itself; none where it is that of a meeting. */
static struct span plan_period(const struct doc *d)
{
	struct span period = jval_str(d->meta, "period");

	for (size_t i = 0; i < d->n_items && !period.n; i++)
		if (d->items[i].type == ITEM_LEGAL_ACT && jval_true(d->items[i].norm, "self"))
			period = jval_str(d->items[i].norm, "period");
	return is_days(period) ? (struct span){ 0 } : period;
}

/* The heading above the rows seen so far: what lies before block `behind` was looked at. */
struct above {
	int behind;
	struct span period;
};

static struct span period_in(const struct doc *d, const struct block *heading)
{
	for (size_t i = doc_item_from(d, heading->start); i < d->n_items && d->items[i].start < heading->end; i++) {
		struct span value = jval_str(d->items[i].norm, "value");

		if (d->items[i].type == ITEM_DATE && (value.n == 4 || (value.n == 9 && value.p[4] == '/')))
			return value;
	}
	return (struct span){ 0 };
}

/* "Дорожная карта на 2026–2027 годы": the period that the heading above a table names; empty: it names none. */
static struct span heading_period(const struct doc *d, const struct item *row, struct above *a)
{
	for (int b = row->block - 1; b >= a->behind; b--)
		if (d->blocks[b].kind == BLOCK_HEADING || d->blocks[b].kind == BLOCK_TITLE) {
			a->period = period_in(d, &d->blocks[b]);
			break;
		}
	a->behind = row->block > a->behind ? row->block : a->behind;
	return a->period;
}

static void check_rows(struct doc *d)
{
	struct span whole = plan_period(d);
	bool report = span_is(jval_str(d->meta, "kind"), "report"); /* its period is over, its tasks are not in it */
	struct above above = { 0 };
	size_t n = d->n_items;

	for (size_t i = 0; i < n; i++) {
		struct span value = jval_str(d->items[i].norm, "deadline"), id = d->items[i].id, period;
		struct years row = years_of(value), plan;
		struct item *check;

		if (d->items[i].type != ITEM_TABLE_ROW || !value.n)
			continue;
		period = heading_period(d, &d->items[i], &above);
		if (!period.n && !report)
			period = whole;
		if (!period.n)
			continue;
		plan = years_of(period);
		if (!(row.to && plan.to && row.to > plan.to) && !(row.from && plan.from && row.from < plan.from))
			continue;
		check = check_add(d, d->items[i].start, d->items[i].end, "period_outside_plan", "warn");
		check_texts(d, check, value, period);
		check_part(d, check, id);
	}
}

/* A line without its leading number, dots and page number: words from first to last. */
static struct words heading_words(const struct resolver *r, size_t start, size_t end)
{
	struct words w = resolver_words(r, start, end);
	long long number;

	while (w.n && span_to_long(word_text(r->fold, w.v[w.n - 1]), &number))
		w.n--;
	while (w.n && span_to_long(word_text(r->fold, w.v[0]), &number)) {
		w.v++;
		w.n--;
	}
	return w;
}

static size_t shared_words(const struct resolver *r, const struct words *a, const struct words *b)
{
	size_t shared = 0;

	for (size_t i = 0; i < a->n; i++)
		for (size_t k = 0; k < b->n; k++)
			if (span_eq(word_text(r->fold, a->v[i]), word_text(r->fold, b->v[k]))) {
				shared++;
				break;
			}
	return shared;
}

static bool same_words(const struct resolver *r, const struct words *a, const struct words *b)
{
	if (a->n != b->n)
		return false;
	for (size_t i = 0; i < a->n; i++)
		if (!span_eq(word_text(r->fold, a->v[i]), word_text(r->fold, b->v[i])))
			return false;
	return true;
}

struct headings {
	struct words w[MAX_HEADINGS];
	size_t block[MAX_HEADINGS];
	size_t n;
};

static void collect_headings(const struct resolver *r, struct doc *d, struct headings *h)
{
	for (size_t i = 0; i < d->n_blocks && h->n < MAX_HEADINGS; i++) {
		const struct block *b = &d->blocks[i];

		if (b->kind != BLOCK_HEADING || b->hidden)
			continue;
		h->w[h->n] = heading_words(r, b->start, b->end);
		h->block[h->n++] = i;
	}
}

/* The heading an entry means where it is not printed alike: the one that shares most of its words. */
static size_t closest(const struct resolver *r, const struct headings *h, const struct words *entry)
{
	size_t best = h->n, most = MIN_SHARED - 1;

	for (size_t i = 0; i < h->n; i++) {
		size_t shared = shared_words(r, entry, &h->w[i]);

		if (same_words(r, entry, &h->w[i]))
			return SPAN_NONE;
		if (shared > most && shared * 2 >= entry->n) {
			most = shared;
			best = i;
		}
	}
	return best;
}

static void check_contents(const struct resolver *r, struct doc *d)
{
	struct headings *h = arena_alloc(&d->arena, sizeof *h);
	size_t entries = 0, differ = 0, first = 0, last = 0;

	collect_headings(r, d, h);
	for (size_t i = 0; h->n && i < d->n_blocks; i++) {
		const struct block *b = &d->blocks[i];
		struct words w;
		size_t at;

		if (b->kind != BLOCK_TOC)
			continue;
		w = heading_words(r, b->start, b->end);
		at = w.n ? closest(r, h, &w) : h->n;
		first = entries++ ? first : b->start;
		last = b->end;
		if (at == SPAN_NONE || at == h->n)
			continue;
		differ++;
		check_texts(d, check_add(d, b->start, b->end, "toc_vs_heading", "warn"), doc_slice(d, b->start, b->end),
			    doc_slice(d, d->blocks[h->block[at]].start, d->blocks[h->block[at]].end));
	}
	if (entries && !differ)
		check_figures(d, check_add(d, first, last, "toc_vs_heading", "ok"), (double)entries, (double)h->n);
}

bool pass_check_plan(struct resolver *r, struct doc *d, struct err *e)
{
	(void)e;
	check_rows(d);
	check_contents(r, d);
	return true;
}
