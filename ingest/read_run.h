/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_READ_RUN_H
#define SVOD_READ_RUN_H

#include "files.h"
#include "log.h"
#include "progress.h"
#include "reader.h"
#include "filter.h"

/* A run of svod-read: what all its documents share. Everything but the log starts zero. */
struct read_run {
	struct log log;
	struct sink sink; /* lines of the stream; started and finished by the caller */
	struct progress progress;
	bool strict; /* stop at the first input that cannot be read */
	int code;    /* exit code so far: 65 goes before 66, all others go before both */
	bool stop, interrupted;
};

/* Says e on standard error, keeps its code, and clears it. */
void read_run_problem(struct read_run *r, struct err *e);

/*
 * From here on Ctrl-C (and SIGTERM, SIGHUP) waits: reading stops at the next file, or within a fraction of a second
 * inside of one, and what is finished can still be written. read_run_obey lets it end the process then.
 */
void read_run_hold_signals(void);
void read_run_obey(void);

/* Reads every file into the sink, each in a worker of its own; sandboxed: in seccomp and Landlock. */
void read_run_files(struct read_run *r, const struct files *files, const struct read_options *how,
		    enum progress_mode progress, bool sandboxed);

#endif
