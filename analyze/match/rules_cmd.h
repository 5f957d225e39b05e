/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_RULES_CMD_H
#define SVOD_RULES_CMD_H

#include "log.h"
#include "opt.h"

struct rules_options {
	struct opt_common common;
	struct opt_list rules;
	bool no_builtin;
	const char *stamp, *in, *under, *after, *column;
};

/*
 * The commands of svod-rules; argv[0] is the command. Prints to stdout, complaints about rules to stderr. Returns the
 * exit code; with e set, that is the reason.
 */
int rules_command(const struct rules_options *o, char **argv, int n, const struct log *l, struct err *e);

#endif
