/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_READER_H
#define SVOD_READER_H

#include <stdbool.h>
#include <stddef.h>

#include "doc.h"
#include "err.h"
#include "span.h"

/*
 * One reader a format: source bytes in, text with blocks and provenance out. Readers run inside a worker (worker.h):
 * they have no network, cannot write or start processes, and may crash or run out of memory at the cost of one
 * document.
 */

enum ocr_mode { OCR_AUTO, OCR_NEVER, OCR_ALWAYS };

/* What the user asked for; the same for every document of a run. */
struct read_options {
	const char *charset; /* IANA name that overrides detection; NULL: found out */
	const char *format;  /* name of a reader that overrides detection; NULL: found out */
	enum ocr_mode ocr;
	const char *ocr_langs; /* tesseract's names, "rus+kaz"; NULL: chosen by the document */
	int threads;           /* threads that a reader may use (OCR); 0 = 1 */
	bool no_pictures;      /* draw no pages: drawing this document took too long */
};

struct reader_input {
	struct span bytes; /* the whole source; valid during the call, and NUL-terminated (not counted) */
	const char *name;  /* path or member name: for choosing between readers that the content leaves open */
	const struct read_options *options;
	int depth;        /* how many archives this source lies in */
	const void *late; /* what the reader's prepare returned; NULL: it was not called */
	/* Says that page (1…) of pages is done; resets the worker's CPU allowance. May be NULL. */
	void (*progress)(void *ctx, int page, int pages);
	void *progress_ctx;
};

/* Takes one member of a container. name: path inside it; bytes are borrowed for the call. False: stop unpacking. */
typedef bool reader_member(void *ctx, struct span name, struct span bytes);

struct reader {
	const char *format; /* source.format: "docx" */

	/* Is this source of the format? By content, and by name what that leaves open; called in the order of the
	 * table, the first that says yes reads. */
	bool (*sniff)(const struct reader_input *in);

	/*
	 * Reads the document into d, which is empty but for source (path, bytes, sha256). Sets text, has_text, blocks,
	 * map (all in d->arena), may set source.charset, pages, ocr, format (to refine it), meta (title, date …) and
	 * notes. Blocks are in text order, separated by one \n; a block may hold \n of its source (svod-clean joins
	 * them); every byte of every block lies in a map run. False: e has 65 and one sentence without the file's name
	 * that says what is wrong and what to do; text that was found until then may stay in d (has_text set) and is
	 * kept. NULL: the format is only a container.
	 */
	bool (*read)(const struct reader_input *in, struct doc *d, struct err *e);

	/*
	 * Loads the libraries that the reader needs, and returns what the reader asks them by (in->late), which lives
	 * as long as the program; NULL: nothing to hand over, or it cannot be loaded (read then says so). Called by the
	 * parent, before a worker is forked and locked in. May be NULL: nothing to load.
	 */
	const void *(*prepare)(void);

	/* Hands out the documents inside (archives, attachments), each to be read on its own; NULL: none. */
	bool (*unpack)(const struct reader_input *in, reader_member *each, void *ctx, struct err *e);
};

/* Every reader, in the order of sniffing; ends with NULL. The last ones take whatever is text. */
extern const struct reader *const readers[];

/* The reader for this source: options->format by name, else the first whose sniff says yes; NULL: none. */
const struct reader *reader_find(const struct reader_input *in);

/* What prepare of each reader returned, in the order of readers; starts all zero. */
struct readers_late {
	const void *of[16];
};

/* Calls prepare of the reader for this source, if it has one that was not called yet; what it returned. */
const void *reader_prepare(const struct reader_input *in, struct readers_late *known);

/*
 * What a source that no reader takes is ("JPEG picture", "binary data"), with what to do about it: one sentence for a
 * person, static.
 */
const char *reader_unknown(const struct reader_input *in);

/* The readers, each in its own file. */
extern const struct reader reader_late_pdf, reader_docx, reader_odt, reader_epub, reader_doc, reader_rtf,
	reader_archive;
extern const struct reader reader_fodt, reader_fb2, reader_mbox, reader_eml, reader_html, reader_md, reader_txt;

#endif
