/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_RULES_SHOW_H
#define SVOD_RULES_SHOW_H

#include "rules_cmd.h"
#include "rules_p.h"

/* What svod-rules prints to stdout. The functions return exit codes; with e set, that is the reason. */

/* One line a rule; in full: its fields as they stand in the file, and the PCRE2 text it became. */
void rule_show(struct ruleset *rs, struct rule *r, bool in_full);

/* Which rules were tried on a text, what matched, which groups, who suppressed whom. */
int explain_show(struct ruleset *rs, const struct rules_options *o, const char *text, struct err *e);

/*
 * Runs the rules over streams (none: stdin) and prints a table by rule: tried, matched, items, time. only_silent: just
 * the rules that gave nothing; 1 when there are any.
 */
int counts_show(struct ruleset *rs, char **files, int n, bool only_silent, struct err *e);

#endif
