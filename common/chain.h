/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_CHAIN_H
#define SVOD_CHAIN_H

#include <stddef.h>
#include <sys/types.h>

#include "err.h"

/*
 * Programs of svod's own, joined by pipes as a shell would join them. Children get the default SIGINT: Ctrl-C ends
 * them, and whoever started them (ignoring SIGINT) sees the end of their output.
 */
enum { CHAIN_PROGRAMS = 6 };

struct chain {
	pid_t pids[CHAIN_PROGRAMS];
	size_t n;
	int out; /* the read end behind the last program; -1: none */
};

/*
 * Starts the programs of argvs (n of them; argv[0] is a name such as "svod-read", looked for beside the running
 * program) with in as the first one's standard input. c->out gives what the last one writes. keep_interrupts: they
 * ignore SIGINT (a writer that must finish its transaction).
 */
bool chain_start(struct chain *c, char *const *const *argvs, size_t n, int in, bool keep_interrupts,
		 struct err *e) MUST_USE;

/* Starts one program whose standard input is a new pipe (*in, the write end); its output goes to ours. */
bool chain_start_writer(struct chain *c, char *const *argv, int *in, struct err *e) MUST_USE;

/*
 * Waits for all; returns the exit code that counts: 0, or the first code of the chain that is not 0 (75 and 74 before
 * 65 before 66); 128 + signal if one was killed.
 */
int chain_wait(struct chain *c);

/* Of two exit codes the one to report. */
int chain_worse(int a, int b);

#endif
