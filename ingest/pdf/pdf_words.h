/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_PDF_WORDS_H
#define SVOD_PDF_WORDS_H

#include "buf.h"
#include "err.h"
#include "mem.h"

/*
 * The words of a page and their geometry, before any reading order: what poppler gives of a page with text and
 * tesseract of a scanned one. Points from the top left of the page as shown, y downwards.
 */
struct box {
	double x0, y0, x1, y1;
};

struct word {
	struct box box;
	double size;  /* font size in points */
	size_t at, n; /* bytes of page_words.text */
	int conf;     /* 1–100 from OCR, 0: born digital */
	int turn;     /* quarter turns clockwise of its writing direction: 0 upright */
	int table;    /* 1…: a placeholder for that grid of the page; -1: a word that stands in a table; 0: a word */
	bool bold;
	bool space; /* a space follows for certain */
};

struct page_words {
	double width, height; /* points */
	struct word *v;
	size_t n, cap;
	struct buf text;
};

void page_words_reset(struct page_words *w);
void page_words_free(struct page_words *w);

/* Appends a word with that text; the pointer is valid until the next one. */
struct word *page_words_add(struct page_words *w, struct span text, struct box box);

static inline struct span page_words_text(const struct page_words *w, const struct word *v)
{
	return span_make(w->text.p + v->at, v->n);
}

/*
 * Makes the direction that most words are written in upright: turns the boxes of a page whose text stands on its side
 * or its head (and swaps width and height). Returns the number of quarter turns, 0–3; what is written in other
 * directions stays as it is, with turn set.
 */
int page_words_upright(struct page_words *w);

/* A box turned back by that many quarter turns on a page of the upright width and height. */
struct box box_unturn(struct box b, int turns, double width, double height);

static inline struct box box_join(struct box a, struct box b)
{
	return (struct box){ a.x0 < b.x0 ? a.x0 : b.x0, a.y0 < b.y0 ? a.y0 : b.y0, a.x1 > b.x1 ? a.x1 : b.x1,
			     a.y1 > b.y1 ? a.y1 : b.y1 };
}

#endif
