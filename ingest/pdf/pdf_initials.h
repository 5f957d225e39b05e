/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_PDF_INITIALS_H
#define SVOD_PDF_INITIALS_H

#include "pdf_words.h"

/*
 * Large first letters beside several lines of text (drop caps) become the beginning of the first of these lines: joined
 * to its first word, or a word before it (В целях). For upright pages that were not recognized.
 */
void pdf_initials_join(struct page_words *w);

#endif
