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

/* What tesseract's sizes fall short of. */
#define MODEL_TO_SIZE 1.08

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
	if (span_trim(s).n == 0) /* a ruling line or a picture */
		return true;
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

/*
 * Font size of the text line around the word by tesseract's model of it, in points of the picture's resolution: whole
 * points, and some less than was typeset. 0: unknown.
 */
static double font_size(const TessResultIterator *it)
{
	BOOL bold, italic, line, mono, serif, small;
	int points = 0, font;
	TessResultIteratorWordFontAttributes(it, &bold, &italic, &line, &mono, &serif, &small, &points, &font);
	return points > 0 ? points * MODEL_TO_SIZE : 0;
}

/* The box reaches from ascender to descender around the base line, whatever letters the word has. */
static void take_word(TessResultIterator *it, const struct picture *im, struct page_words *w)
{
	const TessPageIterator *at = TessResultIteratorGetPageIteratorConst(it);
	int x0, y0, x1, y1;
	char *text = TessResultIteratorGetUTF8Text(it, RIL_WORD);
	float conf = TessResultIteratorConfidence(it, RIL_WORD);
	struct span s = span_of(text);
	if (s.n && utf8_valid(s) && !is_dirt(s, conf) &&
	    TessPageIteratorBoundingBox(at, RIL_WORD, &x0, &y0, &x1, &y1)) {
		double base = base_line(at, y1) * im->scale, size = font_size(it);
		size = size > 0 ? size : (y1 - y0) * im->scale;
		struct box b = { x0 * im->scale, base - 0.85 * size, x1 * im->scale, base + 0.25 * size };
		struct word *v = page_words_add(w, s, b);
		v->size = size;
		v->conf = conf < 1 ? 1 : conf > 100 ? 100 : (int)conf;
		v->space = true;
	}
	TessDeleteText(text);
}

bool ocr_read(struct ocr *o, const struct picture *im, struct page_words *w)
{
	int dpi = (int)(72 / im->scale + 0.5);
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
	return true;
}
