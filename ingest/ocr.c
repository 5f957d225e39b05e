/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Tesseract's C API. Only words and their boxes are taken over: order, columns and tables are found by the same
 * geometry as in born digital pages. A word gets the height of its text line, since the ink of "но" and "р," would sort
 * into different rows.
 */
#include "ocr.h"

#include <omp.h>
#include <stdlib.h>
#include <tesseract/capi.h>
#include <unistd.h>

#include "mem.h"
#include "utf8.h"

/* Font size of a line by the height of its ink: letters with ascenders and descenders. */
#define LINE_TO_SIZE 0.85

struct ocr {
	TessBaseAPI *api;
};

bool ocr_has(const struct ocr *o, const char *lang)
{
	struct buf path = { 0 };
	buf_addf(&path, "%s/%s.traineddata", TessBaseAPIGetDatapath(o->api), lang);
	bool there = access(buf_str(&path), R_OK) == 0;
	buf_free(&path);
	return there;
}

struct ocr *ocr_new(const char *langs, struct err *e)
{
	struct ocr *o = mem_alloc(sizeof *o);
	o->api = TessBaseAPICreate();
	if (TessBaseAPIInit3(o->api, NULL, langs) == 0) {
		TessBaseAPISetPageSegMode(o->api, PSM_AUTO);
		return o;
	}
	err_set(e, EX_UNAVAILABLE, "no trained data for %s: install tesseract-ocr-%s", langs, langs);
	ocr_free(o);
	return NULL;
}

void ocr_free(struct ocr *o)
{
	if (!o)
		return;
	TessBaseAPIEnd(o->api);
	TessBaseAPIDelete(o->api);
	free(o);
}

/* Strokes of frames and dirt that were taken for characters. */
static bool is_dirt(struct span s, float conf)
{
	size_t at = 0, words = 0;
	while (at < s.n)
		words += utf8_is_word(utf8_next(s, &at));
	return conf < 5 || (words == 0 && conf < 40) || span_is(s, "|") || span_is(s, "||");
}

/* The base line of the text line below the word, in pixels; its bottom where tesseract has none. */
static double base_line(const TessPageIterator *at, int bottom)
{
	int x0, y0, x1, y1;
	if (!TessPageIteratorBaseline(at, RIL_WORD, &x0, &y0, &x1, &y1))
		return bottom;
	return (y0 + y1) / 2.0;
}

static void take_word(TessResultIterator *it, const struct picture *im, struct page_words *w)
{
	const TessPageIterator *at = TessResultIteratorGetPageIteratorConst(it);
	int x0, y0, x1, y1, top, bottom, left, right;
	char *text = TessResultIteratorGetUTF8Text(it, RIL_WORD);
	float conf = TessResultIteratorConfidence(it, RIL_WORD);
	struct span s = span_of(text);
	if (s.n && utf8_valid(s) && !is_dirt(s, conf) &&
	    TessPageIteratorBoundingBox(at, RIL_WORD, &x0, &y0, &x1, &y1)) {
		if (!TessPageIteratorBoundingBox(at, RIL_TEXTLINE, &left, &top, &right, &bottom) ||
		    bottom - top > 2 * (y1 - y0) + 8) {
			top = y0;
			bottom = y1;
		}
		struct box b = { x0 * im->scale, y0 * im->scale, x1 * im->scale, base_line(at, y1) * im->scale };
		struct word *v = page_words_add(w, s, b);
		v->size = (bottom - top) * im->scale * LINE_TO_SIZE;
		v->conf = conf < 1 ? 1 : conf > 100 ? 100 : (int)conf;
		v->space = true;
	}
	TessDeleteText(text);
}

static int cmp_double(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return x < y ? -1 : x > y;
}

/*
 * The ink of a line is as high as its letters happen to be, so sizes near the usual one of the page become that; and
 * boxes reach from ascender to descender around the base line.
 */
static void even_sizes(struct page_words *w, size_t from)
{
	double *sizes = mem_alloc((w->n - from + 1) * sizeof *sizes), usual;
	for (size_t i = from; i < w->n; i++)
		sizes[i - from] = w->v[i].size;
	qsort(sizes, w->n - from, sizeof *sizes, cmp_double);
	usual = sizes[(w->n - from) / 2];
	free(sizes);
	for (size_t i = from; i < w->n; i++) {
		struct word *v = &w->v[i];
		double base = v->box.y1;
		if (v->size > 0.72 * usual && v->size < 1.3 * usual)
			v->size = usual;
		v->box.y0 = base - 0.85 * v->size;
		v->box.y1 = base + 0.25 * v->size;
	}
}

bool ocr_read(struct ocr *o, const struct picture *im, struct page_words *w)
{
	int dpi = (int)(72 / im->scale + 0.5);
	size_t from = w->n;
	omp_set_num_threads(1); /* pages run in parallel, not lines: faster, and no more threads than asked for */
	TessBaseAPISetImage(o->api, im->p, im->width, im->height, 1, im->width);
	TessBaseAPISetSourceResolution(o->api, dpi < 70 ? 70 : dpi);
	if (TessBaseAPIRecognize(o->api, NULL) != 0)
		return false;
	TessResultIterator *it = TessBaseAPIGetIterator(o->api);
	if (it) {
		do
			take_word(it, im, w);
		while (TessResultIteratorNext(it, RIL_WORD));
		TessResultIteratorDelete(it);
	}
	TessBaseAPIClear(o->api);
	if (w->n > from)
		even_sizes(w, from);
	return true;
}
