/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_PDF_OCR_H
#define SVOD_PDF_OCR_H

#include "ocr.h"
#include "reader.h"

/* Recognition of a document's pages: batches in threads, languages chosen by what the pages say. */
struct ocr_run;

/* One page to recognize: im is owned by the caller and may be exchanged for a turned one, words has the size of the
 * page and gets the result, other what stood in its place before lines were read again. */
struct ocr_page {
	int page; /* 1… */
	struct picture im;
	struct page_words words, other;
	int turns; /* quarter turns to the left that made im and words upright */
};

/* Pages a batch; the same for any number of threads, since the languages of a batch are decided together. */
enum { OCR_BATCH = 6 };

/* Starts; NULL with e (69) where the trained data for the first language is missing. */
struct ocr_run *ocr_run_new(const struct reader_input *in, struct err *e);
void ocr_run_free(struct ocr_run *r);

/* Recognizes at most OCR_BATCH pages; pages is the length of the document, for the progress. */
void ocr_run_batch(struct ocr_run *r, struct ocr_page *p, size_t n, int pages);

/* Languages used so far, "rus+kaz"; valid until the next call. */
const char *ocr_run_languages(struct ocr_run *r);

/* Languages that were wanted and have no trained data; NULL: none. */
const char *ocr_run_missing(struct ocr_run *r);

/* Repairs of confusions so far, "ХП → XII, …"; NULL: none. */
const char *ocr_run_mended(struct ocr_run *r);

#endif
