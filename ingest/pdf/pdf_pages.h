/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_PDF_PAGES_H
#define SVOD_PDF_PAGES_H

#include "pdf_poppler.h"
#include "pdf_text.h"
#include "reader.h"

/* What happened to the pages of a document while they were read. */
struct page_counts {
	int lost;   /* poppler could not make them */
	int empty;  /* blank, or nothing was found on them */
	int unread; /* need recognition that was switched off or not possible */
	int recognized;
	int mended;         /* letters of CP1251 had been shown as Latin-1 */
	long conf;          /* sum of the confidence of the words recognized */
	long words;         /* how many those are */
	char langs[64];     /* languages of the recognition */
	char repaired[200]; /* confusions that were repaired: "ХП → XII", as many as fit */
	char missing[64];   /* wanted ones without trained data */
};

/*
 * Reads all pages into t (lines in reading order, tables a page): text layer where it is good, recognition where it is
 * not, as options->ocr says. False: e has 69, recognition was forced and there is no trained data.
 */
bool pdf_pages_read(struct pdf_file *f, const struct reader_input *in, struct pdf_text *t, struct page_counts *c,
		    struct err *e) MUST_USE;

#endif
