/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * First every page is read with one language, Russian unless the user says otherwise. Where the words then speak of
 * Kazakhstan, say, the pages are read a second time in Kazakh, and a word of the second reading wins where it holds
 * letters that Russian lacks (the Russian model reads Қызмет as Кызмет, and is sure of it) or where the first reading
 * was unsure. Reading with both models at once does not do that: tesseract asks the second one only when the first is
 * unsure.
 */
#include "pdf_ocr.h"

#include <pthread.h>
#include <stdlib.h>

#include "morph.h"
#include "ocr_mend.h"
#include "utf8.h"

enum { MAX_THREADS = 16, LANGS = 5, UNSURE = 76, RUBBISH = 60, ENG = LANGS - 1 };

/* A language: its trained data, letters that Russian lacks, and stems by which a document speaks of its country. */
struct ocr_lang {
	const char *name, *letters;
	const char *stems[6];
};

static const struct ocr_lang langs[LANGS] = {
	{ "kaz", "ӘәҒғҚқҢңӨөҰұҮүҺһІі", { "казах", "алмат", "астан", "шымкент", "қаза" } },
	{ "kir", "ҢңӨөҮү", { "кыргыз", "киргиз", "бишкек", "жогорку" } },
	{ "bel", "ЎўІі", { "беларус", "рэспублік", "прафсаюз" } },
	{ "ukr", "ҐґЄєІіЇї", { "украін", "україн", "украин", "профспілк" } },
	{ "eng", "DFGIJLNQRSUVWZfgijlqsvwz", { NULL } },
};

struct ocr_run {
	const struct reader_input *in;
	const char *first;
	struct buf used, missing, mended;
	size_t hints[LANGS];
	int state[LANGS]; /* 0 not asked, 1 there, -1 missing */
	int threads;
	struct ocr *engines[MAX_THREADS];       /* of the first language */
	struct ocr *second[MAX_THREADS][LANGS]; /* of the others, made when needed */
	pthread_mutex_t lock;
	struct morph *morph; /* NULL: not opened yet, or there is none */
	bool morph_tried;
};

struct ocr_run *ocr_run_new(const struct reader_input *in, struct err *e)
{
	struct ocr_run *r = mem_alloc(sizeof *r);
	r->in = in;
	r->first = in->options->ocr_langs ? in->options->ocr_langs : "rus";
	r->threads = in->options->threads < 1 ? 1 : in->options->threads;
	r->threads = r->threads > MAX_THREADS ? MAX_THREADS : r->threads;
	pthread_mutex_init(&r->lock, NULL);
	r->engines[0] = ocr_new(r->first, e);
	if (!r->engines[0]) {
		ocr_run_free(r);
		return NULL;
	}
	buf_puts(&r->used, r->first);
	return r;
}

void ocr_run_free(struct ocr_run *r)
{
	if (!r)
		return;
	for (int t = 0; t < MAX_THREADS; t++) {
		ocr_free(r->engines[t]);
		for (int l = 0; l < LANGS; l++)
			ocr_free(r->second[t][l]);
	}
	pthread_mutex_destroy(&r->lock);
	morph_close(r->morph);
	buf_free(&r->used);
	buf_free(&r->missing);
	buf_free(&r->mended);
	free(r);
}

/* Text of the document that was found elsewhere: speaks for its languages. */
static void ocr_run_hint(struct ocr_run *r, struct span text)
{
	char *small = mem_alloc(text.n + 1);
	utf8_fold(text, small);
	struct span s = span_make(small, text.n);
	for (int l = 0; l < LANGS; l++)
		for (size_t i = 0; i < 6 && langs[l].stems[i]; i++)
			for (size_t at = 0; (at = span_find(s, span_of(langs[l].stems[i]), at)) != SPAN_NONE; at++)
				r->hints[l]++;
	free(small);
}

/* One pass over a batch. */
struct pass {
	struct ocr_run *r;
	struct ocr_page *pages;
	size_t n, next;
	int of;
	int lang; /* -1: the first */
};

struct worker {
	struct pass *pass;
	int index;
};

static struct ocr *engine(struct ocr_run *r, int thread, int lang)
{
	struct err e = { 0 };
	struct ocr **slot = lang < 0 ? &r->engines[thread] : &r->second[thread][lang];
	if (!*slot)
		*slot = ocr_new(lang < 0 ? r->first : langs[lang].name, &e);
	return *slot;
}

/* Letters of word that stand in letters too. */
static size_t letters_of(struct span word, const char *letters)
{
	size_t n = 0;
	for (size_t at = 0; at < word.n;) {
		size_t from = at;
		utf8_next(word, &at);
		n += span_find(span_of(letters), span_sub(word, from, at), 0) != SPAN_NONE;
	}
	return n;
}

static bool same_word_box(struct box a, struct box b)
{
	double w = (a.x1 < b.x1 ? a.x1 : b.x1) - (a.x0 > b.x0 ? a.x0 : b.x0);
	double h = (a.y1 < b.y1 ? a.y1 : b.y1) - (a.y0 > b.y0 ? a.y0 : b.y0);
	double least = a.x1 - a.x0 > b.x1 - b.x0 ? a.x1 - a.x0 : b.x1 - b.x0;
	return w > 0.8 * least && h > 0;
}

/* Takes words of the second reading over where it knows better. */
static void merge(struct page_words *w, const struct page_words *other, const struct ocr_lang *l)
{
	for (size_t i = 0; i < w->n; i++)
		for (size_t k = 0; k < other->n; k++) {
			struct word *a = &w->v[i];
			const struct word *b = &other->v[k];
			if (!same_word_box(a->box, b->box))
				continue;
			struct span s = page_words_text(other, b);
			size_t own = letters_of(s, l->letters);
			bool better = a->conf < UNSURE && b->conf > a->conf + 10;
			bool latin = l == &langs[ENG]; /* takes Cyrillic for Latin only too gladly */
			if (latin ? own > 1 && better
				  : better || (own && b->conf + 8 >= a->conf && b->conf >= UNSURE)) {
				a->at = w->text.n;
				a->n = s.n;
				a->conf = b->conf;
				buf_add(&w->text, s);
			}
			break;
		}
}

/* What the first reading of pages says about its languages. */
struct doubts {
	size_t words, unsure, capitals; /* capitals: unsure words in capitals, which may be Latin (COVID) */
};

static struct doubts count_doubts(const struct ocr_page *p, size_t n)
{
	struct doubts d = { 0 };
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < p[i].words.n; k++) {
			const struct word *v = &p[i].words.v[k];
			struct span s = page_words_text(&p[i].words, v);
			size_t at = 0, upper = 0;
			d.words++;
			if (v->conf >= UNSURE)
				continue;
			while (at < s.n)
				upper += utf8_is_upper(utf8_next(s, &at));
			d.unsure++;
			d.capitals += upper > 2;
		}
	return d;
}

/*
 * How well the words were read: their mean confidence, 0 where there are none, or where they run down the page (longer
 * words are higher than wide, or lie in lines one below the other at the same place).
 */
static int grade(const struct page_words *w)
{
	long sum = 0;
	size_t upright = 0, below = 0;
	for (size_t i = 0; i < w->n; i++) {
		sum += w->v[i].conf;
		if (i == 0)
			continue;
		const struct box *a = &w->v[i - 1].box, *b = &w->v[i].box;
		upright += b->x0 > a->x1 - 1;
		below += b->x0 < a->x1 - 1 && b->x1 > a->x0 + 1;
	}
	return w->n && below <= 2 * upright + 2 ? (int)(sum / (long)w->n) : 0;
}

/* Tells the outside that page number page is being worked on, so that it does not take patience for a hang. */
struct sign {
	struct ocr_run *r;
	int page, of;
};

static void sign_of_life(void *ctx)
{
	struct sign *s = ctx;
	pthread_mutex_lock(&s->r->lock);
	if (s->r->in->progress)
		s->r->in->progress(s->r->in->progress_ctx, s->page, s->of);
	pthread_mutex_unlock(&s->r->lock);
}

/* A copy of the picture, a quarter turn to the left. */
static struct picture turn_picture(const struct picture *im)
{
	struct picture out = { .width = im->height, .height = im->width, .scale = im->scale };
	out.p = mem_alloc((size_t)out.width * (size_t)out.height);
	for (int y = 0; y < im->height; y++)
		for (int x = 0; x < im->width; x++)
			out.p[(size_t)(im->width - 1 - x) * (size_t)out.width + (size_t)y] =
				im->p[(size_t)y * (size_t)im->width + (size_t)x];
	return out;
}

/* Reads the picture as it stands; if that gives rubbish, on its sides and its head too, and keeps the best. */
static void read_upright(struct ocr *o, struct ocr_page *page, struct page_words *best, struct sign *sign)
{
	struct picture im = page->im;
	if (!ocr_read(o, &page->im, best, &page->other, sign_of_life, sign) || grade(best) >= RUBBISH || best->n == 0)
		return;
	for (int t = 1; t < 4; t++) {
		struct page_words words = { 0 }, other = { 0 };
		struct picture turned = turn_picture(&im);
		if (im.p != page->im.p)
			free(im.p);
		im = turned;
		if (ocr_read(o, &im, &words, &other, sign_of_life, sign) && grade(&words) > grade(best) + 12) {
			page_words_free(best);
			page_words_free(&page->other);
			*best = words;
			page->other = other;
			page->turns = t;
		} else {
			page_words_free(&words);
			page_words_free(&other);
		}
	}
	if (im.p != page->im.p)
		free(im.p);
	for (int t = 0; t < page->turns; t++) {
		im = turn_picture(&page->im);
		free(page->im.p);
		page->im = im;
	}
}

static void read_page(struct pass *p, int thread, struct ocr_page *page)
{
	struct doubts d = count_doubts(page, 1);
	if (p->lang == ENG && d.capitals == 0 && d.unsure * 10 <= d.words * 3)
		return;
	struct ocr *o = engine(p->r, thread, p->lang);
	struct page_words words = { 0 }, other = { 0 };
	struct sign sign = { p->r, page->page, p->of };
	if (o && p->lang < 0) {
		read_upright(o, page, &words, &sign);
		words.width = page->turns & 1 ? page->words.height : page->words.width;
		words.height = page->turns & 1 ? page->words.width : page->words.height;
		page_words_free(&page->words);
		page->words = words;
		return;
	}
	if (o && ocr_read(o, &page->im, &words, &other, sign_of_life, &sign))
		merge(&page->words, &words, &langs[p->lang]);
	page_words_free(&words);
	page_words_free(&other);
}

static void *work(void *arg)
{
	struct worker *w = arg;
	struct pass *p = w->pass;
	for (;;) {
		pthread_mutex_lock(&p->r->lock);
		size_t i = p->next++;
		pthread_mutex_unlock(&p->r->lock);
		if (i >= p->n)
			return NULL;
		read_page(p, w->index, &p->pages[i]);
		sign_of_life(&(struct sign){ p->r, p->pages[i].page, p->of });
	}
}

/* Reads the batch in one language; this thread works too. */
static void run_pass(struct ocr_run *r, struct ocr_page *pages, size_t n, int of, int lang)
{
	struct pass p = { r, pages, n, 0, of, lang };
	struct worker w[MAX_THREADS];
	pthread_t id[MAX_THREADS];
	int started = 0;
	for (int t = 1; t < r->threads && (size_t)t < n; t++) {
		w[t] = (struct worker){ &p, t };
		if (pthread_create(&id[t], NULL, work, &w[t]))
			break;
		started = t;
	}
	w[0] = (struct worker){ &p, 0 };
	work(&w[0]);
	for (int t = 1; t <= started; t++)
		pthread_join(id[t], NULL);
}

/* Should the batch be read in that language too? Turkic letters get lost in a Russian reading that is sure of itself.
 */
static bool is_wanted(const struct ocr_run *r, int lang, const struct doubts *d)
{
	bool doubtful = d->unsure * 10 > d->words * 3, turkic = lang < 2;
	if (r->in->options->ocr_langs || d->words == 0)
		return false;
	if (lang == ENG)
		return doubtful || d->capitals > 0;
	return (turkic && r->hints[lang] >= 2) || (doubtful && r->hints[lang] > 0);
}

/* Is there trained data for it? What is missing is remembered once. */
static bool is_there(struct ocr_run *r, int lang)
{
	if (r->state[lang] == 0) {
		r->state[lang] = ocr_has(r->engines[0], langs[lang].name) ? 1 : -1;
		struct buf *list = r->state[lang] > 0 ? &r->used : &r->missing;
		buf_puts(list, list->n ? "+" : "");
		buf_puts(list, langs[lang].name);
	}
	return r->state[lang] > 0;
}

static bool is_in_dictionary(void *ctx, struct span word)
{
	struct ocr_run *r = ctx;
	struct morph_parse parses[MORPH_MAX];
	size_t n = morph_parses(r->morph, word, parses);
	for (size_t i = 0; i < n; i++)
		if (!(parses[i].tags & M_PREDICTED) && !parses[i].lead_bytes)
			return true;
	return false;
}

static struct ocr_oracle dictionary(struct ocr_run *r)
{
	struct err ignored = { 0 };
	if (!r->morph_tried)
		r->morph = morph_open(NULL, &ignored);
	r->morph_tried = true;
	return (struct ocr_oracle){ r->morph && morph_has_dictionary(r->morph) ? is_in_dictionary : NULL, r };
}

void ocr_run_batch(struct ocr_run *r, struct ocr_page *p, size_t n, int pages)
{
	run_pass(r, p, n, pages, -1);
	struct buf text = { 0 };
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < p[i].words.n; k++) {
			buf_add(&text, page_words_text(&p[i].words, &p[i].words.v[k]));
			buf_putc(&text, ' ');
		}
	ocr_run_hint(r, buf_span(&text));
	buf_free(&text);
	struct doubts d = count_doubts(p, n);
	for (int l = 0; l < LANGS; l++)
		if (is_wanted(r, l, &d) && is_there(r, l))
			run_pass(r, p, n, pages, l);
	const struct page_words *all[OCR_BATCH];
	for (size_t i = 0; i < n; i++)
		all[i] = &p[i].words;
	struct ocr_oracle o = dictionary(r);
	for (size_t i = 0; i < n; i++) {
		ocr_mend(&p[i].words, &p[i].other, all, n, &o, &r->mended);
		page_words_free(&p[i].other);
	}
}

const char *ocr_run_mended(struct ocr_run *r)
{
	return r->mended.n ? buf_str(&r->mended) : NULL;
}

const char *ocr_run_languages(struct ocr_run *r)
{
	return buf_str(&r->used);
}

const char *ocr_run_missing(struct ocr_run *r)
{
	return r->missing.n ? buf_str(&r->missing) : NULL;
}
