/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_FILTER_H
#define SVOD_FILTER_H

#include "doc.h"
#include "log.h"
#include "opt.h"

/*
 * The one loop of every program that reads the stream: opens the operands (none or "-": stdin), reads document by
 * document, calls each, writes the result to stdout through a 1 MiB pipe buffer, and keeps score of what went wrong.
 */
struct filter {
	/*
	 * Works on one document. True: it is written (a stage that failed on a document's content adds a note and
	 * returns true). False: e says why; the document is written unchanged as far as it is, the run goes on, and its
	 * exit code is e's. May be NULL. A code of EX_SOFTWARE, EX_OSERR or EX_CONFIG stops the run.
	 */
	bool (*each)(void *ctx, struct doc *d, struct err *e);
	/* Replaces doc_write, for other outputs than the stream (svod-clean --text); NULL: doc_write. */
	void (*put)(void *ctx, const struct doc *d, struct buf *out);
	void *ctx;
	const bool *over; /* each sets it where no document may follow; NULL: its codes alone decide */
	bool passes_on;   /* each leaves text, blocks, sentences and map alone: see doc_reader_keep_raw */
	bool no_output;   /* svod-index: nothing is written */
	bool strict;      /* the first bad document or line ends the run */
};

/* Runs it over the operands (argv[0 … n)); returns the exit code (0, 65, 66, 74 …). Messages go to l. */
int filter_run(const struct filter *f, const struct log *l, char **operands, int n);

/* Buffered output to a descriptor, grown to a 1 MiB pipe; sticky: the first failure is kept. */
struct sink {
	int fd;
	struct buf b;
	int failed; /* errno of the first failure, 0: none */
};
/* fd stays the caller's; what it was given is in the descriptor only after sink_finish. */
void sink_start(struct sink *s, int fd);
/* Writes out what has come together, if it is much. */
void sink_flush_if_full(struct sink *s);
bool sink_finish(struct sink *s, struct err *e) MUST_USE; /* flushes and closes the buffer; 74 with the reason */

#endif
