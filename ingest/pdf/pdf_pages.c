/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Page by page from words to lines. Pages that need recognition wait in a queue with the pages behind them, so that a
 * batch is read in parallel and the lines still come in the order of the pages.
 */
#include "pdf_pages.h"

#include <math.h>
#include <stdlib.h>

#include "late.h"
#include "late_ocr.h"
#include "pdf_align.h"
#include "pdf_initials.h"
#include "pdf_ink.h"
#include "pdf_order.h"
#include "pdf_quality.h"
#include "pdf_table.h"
#include "utf8.h"

enum {
	QUEUE = 48,             /* pages that wait, scanned or not */
	RULES_PIXELS = 4000000, /* picture in which ruling lines are looked for; at 72 dpi a page has 0.5 million */
	SCAN_PIXELS = 20000000, /* picture for recognition */
	POOR = 30,              /* a page of words that unsure is a photograph, not text */
};

struct waiting {
	struct ocr_page ocr; /* ocr.words are the page's words, recognized or not */
	bool scan;
};

struct pages {
	struct pdf_file *file;
	const struct reader_input *in;
	struct pdf_text *t;
	struct page_counts *count;
	struct pdf_objects *objects; /* NULL: not asked yet, or unusual */
	bool asked;
	const struct ocr_calls *calls; /* NULL: not loaded yet */
	struct ocr_run *ocr;
	bool no_ocr; /* there is no trained data, or no library */
	struct waiting queue[QUEUE];
	size_t n, scans;
	struct err *e;
};

/* A page on its way to lines. */
struct laying {
	struct pdf_text *t;
	struct page_words *w;
	struct grid *grids;
	size_t n, cap;
	int page;
};

static void put_table(void *ctx, int table)
{
	struct laying *l = ctx;
	pdf_table_put(l->t, l->w, &l->grids[table], l->page);
}

/* Claims the words of those grids that are tables, and keeps the grids. */
static void claim(struct laying *l, const struct grid *grids, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		ARENA_ROOM(&l->t->arena, l->grids, l->n, l->cap);
		l->grids[l->n] = grids[i];
		l->n += pdf_table_claim(l->w, &grids[i], (int)l->n);
	}
}

/* Tables with lines in the picture of the page (im.p NULL: none), then tables without. */
static void find_tables(struct laying *l, struct picture im)
{
	struct grid *grids;
	size_t n = 0;
	if (im.p)
		n = pdf_rules_grids(im, l->w, &l->t->arena, &grids);
	if (n)
		claim(l, grids, n);
	n = pdf_align_grids(l->w, &l->t->arena, &grids);
	claim(l, grids, n);
}

static bool draw(struct pages *p, int index, double dpi, double pixels, bool smooth, struct picture *im)
{
	return !p->in->options->no_pictures && pdf_file_render(p->file, index, dpi, pixels, smooth, im);
}

/* The picture in which ruling lines are looked for; im->p NULL: there are none. */
static void draw_rules(struct pages *p, int index, const struct page_words *w, struct picture *im)
{
	if (!p->asked)
		p->objects = pdf_objects_new(p->in->bytes);
	p->asked = true;
	if (!pdf_ink_draw(p->objects, index, w->width, w->height, RULES_PIXELS, im) &&
	    !draw(p, index, 72, RULES_PIXELS, false, im))
		im->p = NULL;
}

/* Puts the words of a page into lines; scan is its picture where it was recognized (scan.p NULL: born digital),
 * which was turned scan_turns times to be so. */
static void lay_page(struct pages *p, struct page_words *w, int page, struct picture scan, int scan_turns)
{
	struct laying l = { .t = p->t, .w = w, .page = page };
	struct picture im = { 0 };
	int turns = page_words_upright(w);
	pdf_initials_join(w);
	p->t->sheets[page - 1] = (struct box){ 0, 0, w->width, w->height };
	p->t->turns[page - 1] = turns + scan_turns;
	if (turns == 0 && (scan.p || pdf_table_likely(w))) {
		if (scan.p)
			im = pdf_rules_shrink(scan, (int)fmax(1, 0.8 / scan.scale));
		else
			draw_rules(p, page - 1, w, &im);
		find_tables(&l, im);
		free(im.p);
	}
	pdf_order_page(p->t, w, page, put_table, &l);
	p->count->empty += w->n == 0;
}

static bool start_ocr(struct pages *p)
{
	if (p->ocr || p->no_ocr)
		return p->ocr != NULL;
	struct err e = { 0 };
	const struct ocr_calls *(*entry)(void);
	/* Pages run in parallel, not lines: four threads a line, which tesseract asks for by number, cost twice the
	 * time. libgomp reads this when it is loaded. */
	setenv("OMP_THREAD_LIMIT", "1", 1);
	entry = (const struct ocr_calls *(*)(void))late_load("svod_ocr.so", "svod_late_ocr", "scans", &e);
	if (entry) {
		p->calls = entry();
		p->ocr = p->calls->start(p->in, &e);
	}
	p->no_ocr = p->ocr == NULL;
	if (p->no_ocr && p->in->options->ocr == OCR_ALWAYS)
		*p->e = e;
	return p->ocr != NULL;
}

/* Is there something to see on a page without words? */
static bool has_ink(struct pages *p, int index)
{
	struct picture im;
	if (!draw(p, index, 36, RULES_PIXELS, true, &im))
		return false;
	bool ink = pdf_quality_has_ink(&im);
	free(im.p);
	return ink;
}

/* Should the page be recognized? Sets *usable when the words that it has may be kept. */
static bool needs_ocr(struct pages *p, int index, struct page_words *w, bool *usable)
{
	enum quality q = pdf_quality(w);
	*usable = q != QUALITY_BROKEN;
	if (q == QUALITY_MOJIBAKE) {
		pdf_quality_mend(w);
		p->count->mended++;
	}
	if (p->in->options->ocr == OCR_ALWAYS)
		return true;
	return q == QUALITY_BROKEN || (q == QUALITY_NONE && has_ink(p, index));
}

/* 300 dpi on a page of A4, fewer on a larger sheet: a scan whose page size is its size in pixels is no poster. */
static double scan_dpi(double width, double height)
{
	double side = fmax(width, height);
	return side <= 900 ? 300 : fmax(100, 300 * 842 / side);
}

/* Keeps what was recognized if it is text. */
static void take_recognized(struct pages *p, struct waiting *w)
{
	long conf = 0;
	for (size_t i = 0; i < w->ocr.words.n; i++)
		conf += w->ocr.words.v[i].conf;
	if (w->ocr.words.n && conf < POOR * (long)w->ocr.words.n) {
		w->ocr.words.n = 0;
		return;
	}
	p->count->recognized++;
	p->count->conf += conf;
	p->count->words += (long)w->ocr.words.n;
}

/* Recognizes what waits to be and lays all pages of the queue. */
static void flush(struct pages *p)
{
	struct ocr_page scans[OCR_BATCH];
	size_t n = 0;
	for (size_t i = 0; i < p->n; i++)
		if (p->queue[i].scan)
			scans[n++] = p->queue[i].ocr;
	if (n)
		p->calls->batch(p->ocr, scans, n, p->t->pages);
	n = 0;
	for (size_t i = 0; i < p->n; i++) {
		struct waiting *w = &p->queue[i];
		if (w->scan) {
			w->ocr = scans[n++];
			take_recognized(p, w);
		}
		lay_page(p, &w->ocr.words, w->ocr.page, w->ocr.im, w->ocr.turns);
		page_words_free(&w->ocr.words);
		free(w->ocr.im.p);
	}
	p->n = p->scans = 0;
}

/* Queues the page; its words move there. */
static void wait_page(struct pages *p, struct page_words *words, int page, struct picture im)
{
	struct waiting *w = &p->queue[p->n++];
	*w = (struct waiting){ .ocr = { .page = page, .im = im }, .scan = im.p != NULL };
	w->ocr.words = *words;
	*words = (struct page_words){ 0 };
	p->scans += w->scan;
	if (p->n == QUEUE || p->scans == OCR_BATCH)
		flush(p);
}

/* A page without usable words: renders it for recognition, or counts it as unread. */
static void scan_page(struct pages *p, struct page_words *w, int index, bool usable)
{
	struct picture im = { 0 };
	if (p->in->options->ocr == OCR_NEVER || !start_ocr(p) ||
	    !draw(p, index, scan_dpi(w->width, w->height), SCAN_PIXELS, true, &im)) {
		p->count->unread++;
		if (!usable)
			w->n = 0;
		lay_page(p, w, index + 1, (struct picture){ 0 }, 0);
		return;
	}
	w->n = 0;
	buf_reset(&w->text);
	wait_page(p, w, index + 1, im);
}

static void read_page(struct pages *p, struct page_words *w, int index)
{
	bool usable;
	if (!pdf_file_words(p->file, index, w)) {
		p->count->lost++;
	} else if (needs_ocr(p, index, w, &usable)) {
		scan_page(p, w, index, usable);
	} else if (p->n) {
		wait_page(p, w, index + 1, (struct picture){ 0 });
	} else {
		lay_page(p, w, index + 1, (struct picture){ 0 }, 0);
	}
	if (p->in->progress)
		p->in->progress(p->in->progress_ctx, index + 1, p->t->pages);
}

bool pdf_pages_read(struct pdf_file *f, const struct reader_input *in, struct pdf_text *t, struct page_counts *c,
		    struct err *e)
{
	struct pages *p = mem_alloc(sizeof *p);
	struct page_words w = { 0 };
	*p = (struct pages){ .file = f, .in = in, .t = t, .count = c, .e = e };
	for (int i = 0; i < t->pages && e->code == 0; i++)
		read_page(p, &w, i);
	flush(p);
	if (p->ocr) {
		const char *missing = p->calls->missing(p->ocr), *mended = p->calls->mended(p->ocr);
		struct span said = utf8_whole(span_sub(span_of(mended), 0, sizeof c->repaired - 1));
		snprintf(c->repaired, sizeof c->repaired, "%.*s", SPAN_ARG(said));
		snprintf(c->langs, sizeof c->langs, "%s", p->calls->languages(p->ocr));
		snprintf(c->missing, sizeof c->missing, "%s", missing ? missing : "");
		p->calls->free(p->ocr);
	}
	page_words_free(&w);
	pdf_objects_free(p->objects);
	free(p);
	return e->code == 0;
}
