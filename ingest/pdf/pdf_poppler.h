/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_PDF_POPPLER_H
#define SVOD_PDF_POPPLER_H

#include "buf.h"
#include "pdf_rules.h"
#include "pdf_words.h"

/* The C face of poppler-cpp: pages, words with boxes and fonts, outline, information, rendering. */

struct pdf_file; /* an open document; owns what poppler holds */

enum pdf_state {
	PDF_OPEN,   /* readable */
	PDF_CUT,    /* readable before the cut: its end is missing */
	PDF_LOCKED, /* encrypted, and the empty user password does not open it */
	PDF_BROKEN  /* poppler could not make sense of it, even with its repair */
};

/* What poppler complained of while it worked. */
struct pdf_complaints {
	size_t n;        /* how many */
	char first[200]; /* the first one, NUL-terminated, for a person */
};

/*
 * Opens a document in memory; bytes must live as long as the file. NULL with *state set when it cannot be read.
 * Where the end of the file is missing, a copy with a trailer of ours is tried. Complaints go to *c, which must live as
 * long as the file too: poppler's handler is one a process, so one file is open at a time. password may be NULL.
 */
struct pdf_file *pdf_file_open(struct span bytes, const char *password, struct pdf_complaints *c,
			       enum pdf_state *state);
void pdf_file_close(struct pdf_file *f);

int pdf_file_pages(const struct pdf_file *f);

/* Appends the title in the information dictionary to out, as UTF-8; nothing where it is absent. */
void pdf_file_title(const struct pdf_file *f, struct buf *out);

/*
 * Hands out the lines of the outline, in order: level from 1, title in UTF-8, borrowed for the call. At most
 * PDF_OUTLINE lines.
 */
enum { PDF_OUTLINE = 20000 };
void pdf_file_outline(const struct pdf_file *f, void (*each)(void *ctx, int level, struct span title), void *ctx);

/*
 * Reads page index (from 0) into w, which is emptied first: size of the page as shown (crop box, turned), words in no
 * particular order with boxes in points from the top left. False: poppler could not make the page.
 */
bool pdf_file_words(struct pdf_file *f, int index, struct page_words *w) MUST_USE;

/*
 * Renders page index at dots per inch, at most max_pixels of them (the resolution is lowered to fit). smooth asks for
 * antialiasing; without it, hair lines stay one dark pixel wide. The caller
 * frees out->p. False: nothing could be rendered.
 */
bool pdf_file_render(struct pdf_file *f, int index, double dpi, double max_pixels, bool smooth,
		     struct picture *out) MUST_USE;

#endif
