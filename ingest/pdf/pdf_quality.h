/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_PDF_QUALITY_H
#define SVOD_PDF_QUALITY_H

#include "pdf_rules.h"
#include "pdf_words.h"

/* What the text layer of a page is worth. */
enum quality {
	QUALITY_GOOD,
	QUALITY_NONE,    /* no words, or next to none */
	QUALITY_BROKEN,  /* characters without meaning: the fonts do not say what they stand for */
	QUALITY_MOJIBAKE /* CP1251 shown as Latin-1: pdf_quality_mend undoes it */
};

enum quality pdf_quality(const struct page_words *w);

/* Turns words of QUALITY_MOJIBAKE back into Cyrillic. */
void pdf_quality_mend(struct page_words *w);

/* Is there anything but paper on the picture? Asked where a page has no text: a blank page needs no recognition. */
bool pdf_quality_has_ink(const struct picture *im);

#endif
