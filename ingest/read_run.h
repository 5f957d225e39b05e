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
	bool stop;
};

/* Says e on standard error, keeps its code, and clears it. */
void read_run_problem(struct read_run *r, struct err *e);

/* Reads every file into the sink, each in a worker of its own; sandboxed: in seccomp and Landlock. */
void read_run_files(struct read_run *r, const struct files *files, const struct read_options *how,
		    enum progress_mode progress, bool sandboxed);

#endif
