/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_PDF_VOCAB_H
#define SVOD_PDF_VOCAB_H

#include "pdf_text.h"

/*
 * How often each word stands in the document, case folded: to tell words from pieces of words. First and last words of
 * lines in cells are not counted, since they may be pieces themselves.
 */
struct vocab;

struct vocab *vocab_new(const struct pdf_text *t);
void vocab_free(struct vocab *v);

/* Occurrences of the word; a word is a run of letters and digits. */
unsigned vocab_count(const struct vocab *v, struct span word);

#endif
