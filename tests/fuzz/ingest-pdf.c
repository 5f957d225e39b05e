/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Geometry of pages on words and ruling lines at any place: what comes out are blocks in order, each byte of them with
 * a page and a box. No PDF is read here, so that all of the time goes into our own code.
 */
#include <math.h>
#include <stdint.h>
#include <stdlib.h>

#include "doc.h"
#include "pdf_align.h"
#include "pdf_blocks.h"
#include "pdf_furniture.h"
#include "pdf_join.h"
#include "pdf_margins.h"
#include "pdf_order.h"
#include "pdf_table.h"
#include "utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { WIDE = 600, HIGH = 800, SCALE = 4, MAX_PAGES = 3, MAX_GRIDS = 200 };

/* What the input says, byte after byte; zeros behind its end. */
struct input {
	const uint8_t *p;
	size_t n;
};

static unsigned next(struct input *in)
{
	if (!in->n)
		return 0;
	in->n--;
	return *in->p++;
}

struct laying {
	struct pdf_text *t;
	struct page_words *w;
	struct grid grids[MAX_GRIDS];
	size_t n;
	int page;
};

static void put_table(void *ctx, int table)
{
	struct laying *l = ctx;

	if (table < 0 || (size_t)table >= l->n)
		abort();
	pdf_table_put(l->t, l->w, &l->grids[table], l->page);
}

static void claim(struct laying *l, const struct grid *grids, size_t n)
{
	for (size_t i = 0; i < n && l->n < MAX_GRIDS; i++) {
		l->grids[l->n] = grids[i];
		l->n += pdf_table_claim(l->w, &grids[i], (int)l->n);
	}
}

static void draw(const struct picture *im, struct input *in)
{
	int x = (int)(next(in) * (unsigned)im->width / 256), y = (int)(next(in) * (unsigned)im->height / 256);
	int n = (int)next(in), down = (int)next(in) & 1;

	for (int i = 0; i < n; i++) {
		int px = down ? x : x + i, py = down ? y + i : y;

		if (px < im->width && py < im->height)
			im->p[(size_t)py * (size_t)im->width + (size_t)px] = 0;
	}
}

/* A word behind the last one, on a new line, or anywhere. */
static void put_word(struct page_words *w, struct input *in, double *x, double *y)
{
	static const char *const texts[] = { "1.",  "а)",       "Провести",  "обучение", "2024-",   "2026", "•",
					     "-",   "Страница", "3",         "I.",       "работни", "ков",  "П",
					     "1/2", "№",        "постоянно", "¹",        "«",       "x" };
	unsigned how = next(in), what = next(in), gap = next(in);
	struct span text = span_of(texts[what % (sizeof texts / sizeof *texts)]);
	double size = 4 + (how >> 4), wide = 0.6 * size * (double)utf8_count(text);
	struct word *v;

	if ((how & 3) == 1) {
		*x = 50 + (gap & 7) * 70;
		*y += size * (1 + (gap >> 5));
	} else if ((how & 3) == 2) {
		*x = (double)gap * 3 - 60;
		*y = (double)next(in) * 4 - 60;
	} else {
		*x += gap & 15;
	}
	v = page_words_add(w, text, (struct box){ *x, *y, *x + wide, *y + size });
	v->size = size;
	v->bold = how & 4;
	v->space = how & 8;
	v->turn = gap == 255 ? (int)(what & 3) : 0;
	v->conf = gap == 254 ? 50 : 0;
	*x += wide;
}

static void lay_page(struct pdf_text *t, struct input *in, int page)
{
	struct page_words w = { .width = WIDE, .height = HIGH };
	struct laying l = { .t = t, .w = &w, .page = page };
	struct picture im = { mem_alloc(WIDE / SCALE * HIGH / SCALE), WIDE / SCALE, HIGH / SCALE, SCALE };
	struct grid *grids;
	double x = 50, y = 50;
	int turns;

	memset(im.p, 255, WIDE / SCALE * HIGH / SCALE);
	for (unsigned op; in->n && (op = next(in)) != 0;)
		if (op < 60)
			draw(&im, in);
		else
			put_word(&w, in, &x, &y);
	turns = page_words_upright(&w);
	t->sheets[page - 1] = (struct box){ 0, 0, w.width, w.height };
	t->turns[page - 1] = turns;
	if (turns == 0) {
		size_t n = pdf_rules_grids(im, &w, &t->arena, &grids);

		claim(&l, grids, n);
		n = pdf_align_grids(&w, &t->arena, &grids);
		claim(&l, grids, n);
	}
	pdf_order_page(t, &w, page, put_table, &l);
	free(im.p);
	page_words_free(&w);
}

static void check(const struct doc *d, int pages)
{
	size_t at = 0, run = 0;

	if (!utf8_valid(d->text))
		abort();
	for (size_t i = 0; i < d->n_blocks; i++) {
		const struct block *b = &d->blocks[i];

		if (b->start < at || b->end <= b->start || b->end > d->text.n)
			abort();
		for (at = b->start; at < b->end; at = d->map[run].t + d->map[run].n) {
			while (run < d->n_map && d->map[run].t + d->map[run].n <= at)
				run++;
			if (run == d->n_map || d->map[run].t > at || d->map[run].page < 1 || d->map[run].page > pages ||
			    !isfinite(d->map[run].box[0]) || d->map[run].box[2] < d->map[run].box[0])
				abort();
		}
		at = b->end;
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct input in = { data, size };
	struct pdf_text t = { .pages = 1 + (int)(next(&in) % MAX_PAGES) };
	struct doc d = { 0 };

	t.sheets = arena_alloc(&t.arena, (size_t)t.pages * sizeof *t.sheets);
	t.turns = arena_alloc(&t.arena, (size_t)t.pages * sizeof *t.turns);
	for (int i = 1; i <= t.pages; i++)
		lay_page(&t, &in, i);
	pdf_furniture(&t);
	pdf_margins(&t);
	pdf_join_tables(&t);
	pdf_blocks(&t, &d);
	check(&d, t.pages);
	doc_free(&d);
	pdf_text_free(&t);
	return 0;
}
