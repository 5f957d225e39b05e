/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_EXAMPLE_H
#define SVOD_EXAMPLE_H

#include "matcher.h"
#include "ruleset.h"

/* Examples of rules, run through the whole rule set. */
struct example_result {
	size_t run, failed;
	size_t known;       /* known failures that still fail */
	size_t now_passing; /* known failures that pass: the mark can go */
};

/*
 * Runs all examples (of the rules whose name begins with prefix, NULL: all). Each failure becomes a complaint of the
 * rule set (ruleset_error); a known failure that passes becomes one in `passing` lines, appended to out.
 */
struct example_result examples_run(struct ruleset *rs, struct matcher *m, const char *prefix, struct buf *passing);

#endif
