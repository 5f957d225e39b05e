/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_PDF_OBJECTS_H
#define SVOD_PDF_OBJECTS_H

#include "buf.h"
#include "mem.h"
#include "pdf_words.h"

/*
 * The pages of a PDF and what they paint, as far as poppler-cpp does not show it. Only what most programs write is
 * understood; whatever is unusual (encrypted, changed in place, filters other than Flate) is refused: poppler then
 * draws the page.
 */
struct pdf_objects;

/* bytes must outlive it. NULL: unusual. Free with pdf_objects_free. */
struct pdf_objects *pdf_objects_new(struct span bytes);
void pdf_objects_free(struct pdf_objects *o);

/* A page: its crop box as it is written (points from the bottom left), not turned. */
struct pdf_leaf {
	struct box box;
	struct span resources; /* a dictionary, or empty */
	struct span contents;
};

/* Page index (from 0). False: there is none, or it is turned or scaled. */
bool pdf_objects_page(const struct pdf_objects *o, int index, struct pdf_leaf *out) MUST_USE;

/* Appends the page's contents, all streams of it, at most PDF_CONTENTS bytes. False: unusual. */
enum { PDF_CONTENTS = 32 << 20 };
bool pdf_objects_contents(const struct pdf_objects *o, const struct pdf_leaf *page, struct buf *out) MUST_USE;

/* The value itself, where it is a reference what it refers to; empty: nothing. */
struct span pdf_objects_value(const struct pdf_objects *o, struct span value);

#endif
