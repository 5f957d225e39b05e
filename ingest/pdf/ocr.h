/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_OCR_H
#define SVOD_OCR_H

#include "err.h"
#include "pdf_rules.h"
#include "pdf_words.h"

/* Tesseract behind an opaque type: one engine reads one picture at a time; threads need an engine each. */
struct ocr;

/* An engine for these languages; NULL with e (69: data missing). Free with ocr_free. */
struct ocr *ocr_new(const char *langs, struct err *e);
void ocr_free(struct ocr *o);

/* Is there trained data for that language beside the engine's own? */
bool ocr_has(const struct ocr *o, const char *lang);

/* Called now and then while a page is recognized, a few dozen times at most; ctx is handed on. May be NULL. */
typedef void ocr_tick(void *ctx);

/*
 * Recognizes a grey picture: words with boxes in points (im.scale points a pixel), heights of their text line, and
 * confidence are added to w, which is empty. A line that was read badly is read once more by itself; words that gave
 * way to that reading are added to other. False: nothing was recognized, or it took longer than OCR_SECONDS.
 */
enum { OCR_SECONDS = 120 };
bool ocr_read(struct ocr *o, const struct picture *im, struct page_words *w, struct page_words *other, ocr_tick *tick,
	      void *ctx) MUST_USE;

#endif
