/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Tesseract's C API. Only words and their boxes are taken over: order, columns and tables are found by the same
 * geometry as in born digital pages. A word gets the height of its text line, since the ink of "но" and "р," would sort
 * into different rows.
 */
#include "ocr.h"

#include <math.h>
#include <stdlib.h>
#include <tesseract/capi.h>
#include <unistd.h>

#include "mem.h"
#include "utf8.h"

/* Tall and small letters reach that far above the base line, in font sizes. */
#define TALL 0.70
#define SMALL 0.47

enum { WORDS_A_TICK = 40, MAX_TICKS = 40 };

/* A line is read again where its letters are less sure than that, by words enough; so many lines a page at most. */
enum { DOUBTFUL = 76, DOUBTFUL_WORDS = 3, MAX_AGAIN = 16, DIRT_LETTERS = 4 };

/* A text line: its words in page_words, dirt left out, and how sure its letters are with the dirt. */
struct text_line {
	size_t from, to;
	double sure, letters;
	bool strip;
};

struct text_lines {
	struct text_line *v;
	size_t n, cap;
};

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

/* Strokes of frames and dirt that were taken for characters. In a strip there is no picture to be taken for a word. */
static bool is_dirt(struct span s, float conf, bool strip)
{
	size_t at = 0, words = 0;
	while (at < s.n)
		words += utf8_is_word(utf8_next(s, &at));
	if (span_trim(s).n == 0) /* a ruling line or a picture */
		return true;
	return (conf < 5 && !(strip && words >= DIRT_LETTERS)) || (words == 0 && conf < 40) || span_is(s, "|") ||
	       span_is(s, "||");
}

/* The base line of the text line below the word, in pixels; its bottom where tesseract has none. */
static double base_line(const TessPageIterator *at, int bottom)
{
	int x0, y0, x1, y1;
	if (!TessPageIteratorBaseline(at, RIL_WORD, &x0, &y0, &x1, &y1))
		return bottom;
	return (y0 + y1) / 2.0;
}

/* Takes the word with its ink's top and its base line as box, for size_line. */
static void take_word(TessResultIterator *it, const struct picture *im, struct page_words *w, struct text_line *line)
{
	const TessPageIterator *at = TessResultIteratorGetPageIteratorConst(it);
	int x0, y0, x1, y1;
	char *text = TessResultIteratorGetUTF8Text(it, RIL_WORD);
	float conf = TessResultIteratorConfidence(it, RIL_WORD);
	struct span s = span_of(text);
	line->sure += conf * (double)s.n;
	line->letters += (double)s.n;
	if (s.n && utf8_valid(s) && !is_dirt(s, conf, line->strip) &&
	    TessPageIteratorBoundingBox(at, RIL_WORD, &x0, &y0, &x1, &y1)) {
		double foot = fmax(base_line(at, y1), y0 + 1);
		struct word *v = page_words_add(
			w, s, (struct box){ x0 * im->scale, y0 * im->scale, x1 * im->scale, foot * im->scale });
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

/* Does the character reach above the small letters? */
static bool is_tall(unsigned c)
{
	static const unsigned small_tall[] = { 0x431, 0x439, 0x451, 0x444, 0x456, 0x457, 0x45e, 0x49b };
	if (c < 0x80)
		return !strchr("acegmnopqrsuvwxyz-.,_:;~", (int)c);
	for (size_t i = 0; i < sizeof small_tall / sizeof *small_tall; i++)
		if (c == small_tall[i])
			return true;
	return utf8_is_upper(c) || c == 0xab || c == 0xbb || c == 0x2116;
}

/* How far the ink of a word reaches above the base line, in font sizes: by whether it has a tall letter. 0: says
 * nothing. */
static double reach(struct span s)
{
	bool tall = false, letter = false;
	for (size_t at = 0; at < s.n;) {
		unsigned c = utf8_next(s, &at);
		letter = letter || utf8_is_word(c);
		tall = tall || is_tall(c);
	}
	return !letter ? 0 : tall ? TALL : SMALL;
}

/*
 * Font size of the words [from, w->n), a text line: the middle one of what its words say (tesseract's own sizes vary by
 * half from line to line).
 */
static void size_line(struct page_words *w, size_t from)
{
	size_t n = 0;
	double *sizes = mem_alloc((w->n - from + 1) * sizeof *sizes);
	for (size_t i = from; i < w->n; i++) {
		double up = reach(page_words_text(w, &w->v[i]));
		if (up > 0)
			sizes[n++] = (w->v[i].box.y1 - w->v[i].box.y0) / up;
	}
	qsort(sizes, n, sizeof *sizes, cmp_double);
	for (size_t i = from; i < w->n; i++)
		w->v[i].size = n ? sizes[n / 2] : 10;
	free(sizes);
}

/* Has the word a capital, and no small letter that is as high as one? */
static bool may_be_small(struct span s)
{
	size_t capitals = 0;
	for (size_t at = 0; at < s.n;) {
		unsigned c = utf8_next(s, &at);
		if (utf8_is_letter(c) && !utf8_is_upper(c) && is_tall(c))
			return false;
		capitals += utf8_is_upper(c);
	}
	return capitals > 0;
}

/*
 * Capitals that are no higher than small letters are small letters: в, к, о, с, х and others differ from their capitals
 * in size only, and a line of nothing else has nothing to compare with. usual is the size of the page.
 */
static void lower_small(struct page_words *w, size_t i, double usual)
{
	struct word *v = &w->v[i];
	struct span s = page_words_text(w, v);
	bool rest = i > 0 && span_ends(page_words_text(w, v - 1), SPAN("-"));
	double up = v->box.y1 - v->box.y0;
	if (!may_be_small(s) || up > 0.57 * (rest ? usual : v->size))
		return;
	struct buf b = { 0 };
	for (size_t at = 0; at < s.n;)
		buf_put_utf8(&b, utf8_lower(utf8_next(s, &at)));
	v->size = rest ? usual : v->size;
	v->at = w->text.n;
	v->n = b.n;
	buf_add(&w->text, buf_span(&b));
	buf_free(&b);
}

/* The middle one of the words' font sizes. */
static double usual_size(const struct page_words *w)
{
	double *sizes = mem_alloc((w->n + 1) * sizeof *sizes), usual;
	for (size_t i = 0; i < w->n; i++)
		sizes[i] = w->v[i].size;
	qsort(sizes, w->n, sizeof *sizes, cmp_double);
	usual = w->n ? sizes[w->n / 2] : 0;
	free(sizes);
	return usual;
}

/* Sizes near the usual one of the page become that; boxes reach from ascender to descender around the base line. */
static void even_sizes(struct page_words *w)
{
	double usual = usual_size(w);
	for (size_t i = 0; i < w->n; i++) {
		struct word *v = &w->v[i];
		double base = v->box.y1;
		lower_small(w, i, usual);
		if (v->size > 0.86 * usual && v->size < 1.16 * usual)
			v->size = usual;
		v->box.y0 = base - 0.85 * v->size;
		v->box.y1 = base + 0.25 * v->size;
	}
}

/* All words, line by line. */
static void take_words(TessResultIterator *it, const struct picture *im, struct page_words *w, struct text_lines *lines)
{
	const TessPageIterator *at = TessResultIteratorGetPageIteratorConst(it);
	struct text_line line = { .from = w->n };
	bool more = true;
	while (more) {
		take_word(it, im, w, &line);
		more = TessResultIteratorNext(it, RIL_WORD);
		if (more && !TessPageIteratorIsAtBeginningOf(at, RIL_TEXTLINE))
			continue;
		line.to = w->n;
		if (line.to > line.from) {
			size_line(w, line.from);
			MEM_ROOM(lines->v, lines->n, lines->cap);
			lines->v[lines->n++] = line;
		}
		line = (struct text_line){ .from = w->n };
	}
}

/* What tesseract's monitor calls at every word. */
struct watch {
	ocr_tick *tick;
	void *ctx;
	int words, ticks;
};

static bool on_word(void *arg, int words)
{
	struct watch *w = arg;
	(void)words;
	if (w->tick && w->words++ % WORDS_A_TICK == 0 && w->ticks++ < MAX_TICKS)
		w->tick(w->ctx);
	return false; /* go on */
}

static bool recognize(struct ocr *o, struct watch *watch)
{
	ETEXT_DESC *monitor = TessMonitorCreate();
	TessMonitorSetCancelFunc(monitor, on_word);
	TessMonitorSetCancelThis(monitor, watch);
	TessMonitorSetDeadlineMSecs(monitor, OCR_SECONDS * 1000);
	bool ok = TessBaseAPIRecognize(o->api, monitor) == 0;
	TessMonitorDelete(monitor);
	return ok;
}

/* ---- lines that were read badly ---- */

/*
 * Tesseract stretches the ink of a line to the height that its model reads, so a line whose feet a frame or the edge of
 * the sheet cuts off is read with letters out of shape. Such a line is read again as it lies, in strips about as high
 * as the lines of this page are. The surest of the readings stays, the others are kept beside it.
 */
static const struct {
	double top, height; /* from so far above the tall letters, so high; in font sizes */
} strips[] = { { 0.33, 1.15 }, { 0.33, 1.25 }, { 0.33, 1.37 }, { 0.20, 1.04 }, { 0.25, 1.04 } };

enum { STRIPS = sizeof strips / sizeof *strips };

static double sureness(const struct text_line *l)
{
	return l->letters > 0 ? l->sure / l->letters : 0;
}

static bool is_doubtful(const struct text_line *l)
{
	return l->to - l->from >= DOUBTFUL_WORDS && sureness(l) < DOUBTFUL;
}

static struct box line_box(const struct page_words *w, const struct text_line *l)
{
	struct box b = w->v[l->from].box;
	for (size_t i = l->from; i < l->to; i++)
		b = box_join(b, w->v[i].box);
	return b;
}

/* What was read in the margins beside the line is dirt. */
static void drop_outside(struct page_words *w, struct box line)
{
	size_t n = 0;
	for (size_t i = 0; i < w->n; i++) {
		double middle = (w->v[i].box.x0 + w->v[i].box.x1) / 2;
		if (middle > line.x0 && middle < line.x1)
			w->v[n++] = w->v[i];
	}
	w->n = n;
}

/* Reads a strip around a line. */
static bool read_strip(struct ocr *o, const struct picture *im, struct box line, double size, size_t strip,
		       struct page_words *again, struct text_line *sum)
{
	double top = line.y0 - strips[strip].top * size, height = strips[strip].height;
	int x0 = (int)fmax(0, (line.x0 - size) / im->scale), y0 = (int)fmax(0, top / im->scale);
	int x1 = (int)fmin(im->width, (line.x1 + size) / im->scale);
	int y1 = (int)fmin(im->height, (top + height * size) / im->scale);
	if (x1 - x0 < 8 || y1 - y0 < 8)
		return false;
	TessBaseAPISetRectangle(o->api, x0, y0, x1 - x0, y1 - y0);
	TessResultIterator *it = TessBaseAPIRecognize(o->api, NULL) == 0 ? TessBaseAPIGetIterator(o->api) : NULL;
	if (!it)
		return false;
	do
		take_word(it, im, again, sum);
	while (TessResultIteratorNext(it, RIL_WORD));
	TessResultIteratorDelete(it);
	drop_outside(again, line);
	return again->n > 0;
}

static void copy_words(struct page_words *to, const struct page_words *from, size_t first, size_t end)
{
	for (size_t i = first; i < end; i++)
		page_words_add(to, page_words_text(from, &from->v[i]), from->v[i].box)->conf = from->v[i].conf;
}

/* The words of another reading take the place of the line's. */
static void exchange(struct page_words *w, const struct text_line *l, const struct page_words *again)
{
	struct word first = w->v[l->from];
	struct word *tail = mem_alloc((w->n - l->to + 1) * sizeof *tail);
	size_t n = w->n - l->to;
	memcpy(tail, w->v + l->to, n * sizeof *tail);
	w->n = l->from;
	copy_words(w, again, 0, again->n);
	for (size_t i = l->from; i < w->n; i++) {
		w->v[i].size = first.size;
		w->v[i].space = true;
		w->v[i].box.y1 = first.box.y1;
		w->v[i].box.y0 = first.box.y1 - TALL * first.size;
	}
	for (size_t i = 0; i < n; i++) {
		MEM_ROOM(w->v, w->n, w->cap);
		w->v[w->n++] = tail[i];
	}
	free(tail);
}

/* Reads one line in all strips. */
static void read_line_again(struct ocr *o, const struct picture *im, struct page_words *w, const struct text_line *l,
			    double size, struct page_words *other)
{
	struct page_words again[STRIPS] = { 0 };
	struct box line = line_box(w, l);
	double best = sureness(l);
	const struct page_words *take = NULL;
	copy_words(other, w, l->from, l->to);
	for (size_t i = 0; i < STRIPS; i++) {
		struct text_line sum = { .strip = true };
		bool read = read_strip(o, im, line, size, i, &again[i], &sum);
		copy_words(other, &again[i], 0, again[i].n);
		if (read && sureness(&sum) > best) {
			best = sureness(&sum);
			take = &again[i];
		}
	}
	if (take)
		exchange(w, l, take);
	for (size_t i = 0; i < STRIPS; i++)
		page_words_free(&again[i]);
}

static void look_again(struct ocr *o, const struct picture *im, struct page_words *w, const struct text_lines *lines,
		       struct page_words *other)
{
	double size = usual_size(w);
	size_t doubtful = 0;
	for (size_t i = 0; i < lines->n; i++)
		doubtful += is_doubtful(&lines->v[i]);
	if (doubtful == 0 || doubtful > MAX_AGAIN || doubtful * 2 > lines->n)
		return;
	TessBaseAPISetPageSegMode(o->api, PSM_RAW_LINE);
	for (size_t i = lines->n; i-- > 0;) /* from the last: earlier lines keep their places */
		if (is_doubtful(&lines->v[i]))
			read_line_again(o, im, w, &lines->v[i], size, other);
	TessBaseAPISetPageSegMode(o->api, PSM_AUTO);
}

bool ocr_read(struct ocr *o, const struct picture *im, struct page_words *w, struct page_words *other, ocr_tick *tick,
	      void *ctx)
{
	int dpi = (int)(72 / im->scale + 0.5);
	struct watch watch = { tick, ctx, 0, 0 };
	struct text_lines lines = { 0 };
	TessBaseAPISetImage(o->api, im->p, im->width, im->height, 1, im->width);
	TessBaseAPISetSourceResolution(o->api, dpi < 70 ? 70 : dpi);
	if (!recognize(o, &watch))
		return false;
	TessResultIterator *it = TessBaseAPIGetIterator(o->api);
	if (it) {
		take_words(it, im, w, &lines);
		TessResultIteratorDelete(it);
		look_again(o, im, w, &lines, other);
		even_sizes(w);
	}
	free(lines.v);
	TessBaseAPIClear(o->api);
	return true;
}
