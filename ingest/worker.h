/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_WORKER_H
#define SVOD_WORKER_H

#include "reader.h"
#include "sandbox.h"

/*
 * Reads one source in a child process of its own and passes on what comes out: lines of the stream. Whatever happens in
 * the child (crash, endless loop, out of memory) costs this source only, which then gets a line without text and a note
 * that says why. The members of a container are read in children of their own, one after the other.
 */
struct worker {
	const struct sandbox *sandbox; /* NULL: without */
	const struct read_options *options;
	struct buf *out; /* lines of the stream are appended here */
	/* Called after every line, so that the caller can write them out. May be NULL. */
	void (*line_done)(void *ctx);
	/* Page (1…) of pages is done. May be NULL. */
	void (*progress)(void *ctx, const char *name, int page, int pages);
	/* Why a source could not be read or only in part; "NAME: problem", code 65. */
	void (*problem)(void *ctx, struct err *e);
	/* Something worth saying: "NAME: …". May be NULL. */
	void (*remark)(void *ctx, const char *text);
	/*
	 * Is reading to stop at once? Asked several times a second, also while a source is waited for, which then gets
	 * no line. May be NULL.
	 */
	bool (*stopped)(void *ctx);
	void *ctx;
	struct readers_late late; /* the worker's own; starts all zero */
};

/* Reads bytes, known as path; they must be followed by a NUL. Always gives at least one line. */
void worker_read(struct worker *w, const char *path, struct span bytes);

/*
 * Opens path ("-": standard input) and reads it; a pipe is waited for. False: no line, e has 66 (not there or not
 * readable) or 65 (too large).
 */
bool worker_read_path(struct worker *w, const char *path, struct err *e) MUST_USE;

#endif
