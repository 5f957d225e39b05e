/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_ADD_H
#define SVOD_ADD_H

#include "buf.h"
#include "files.h"
#include "log.h"
#include "mem.h"
#include "opt.h"
#include "progress.h"

/* svod add: files through all stages into the database, several chains at a time, in an order that does not vary. */
struct add_options {
	struct opt_common common;
	const char *db;
	long jobs, wait; /* wait: seconds, for another writer */
	bool no_wait, null, force, prune, strict, keep_going, no_sandbox;
	int progress; /* enum progress_mode */
	const char *ocr, *charset, *rules;
};

/* What one document gave, for the summary. Spans live in add_result.arena. */
struct added {
	struct span path, lang, country, period, note;
	size_t items, rows, chars;
	int warnings;
	bool unread; /* no text */
};

struct add_result {
	struct arena arena;
	struct added *v;
	size_t n, cap;
	size_t unchanged; /* files that are in the corpus already */
	bool new_corpus, interrupted;
	bool unwritten; /* svod-index ended early and said why: not all of v is in the corpus */
	double seconds;
	struct buf db;
};

/*
 * Adds files to the corpus. Returns the exit code that counts (0, 65, 66, 74, 75, …; 130 when interrupted: what was
 * finished is kept). Messages of the stages go to stderr as they come.
 */
int add_run(const struct add_options *o, const struct files *f, const struct log *l, struct add_result *r);

/* Prints the summary to stdout. */
void add_print(const struct add_result *r, const struct add_options *o);

/* Frees what add_run filled, paths and notes too. */
void add_result_free(struct add_result *r);

#endif
