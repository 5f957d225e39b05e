/* SPDX-License-Identifier: GPL-3.0-or-later */
/* svod-rules: what a writer of rules needs: check, test, list, explain, profile, coverage. */
#include <stdlib.h>
#include <string.h>

#include "i18n.h"
#include "log.h"
#include "rules_cmd.h"

static const struct example examples[] = {
	{ "svod rules check", N_("reads all rule files, compiles them, runs every example") },
	{ "svod rules test date.", N_("the examples of the rules whose name begins with date.") },
	{ "svod rules explain \"Принято 30 ноября 2022 г.\"",
	  N_("which rules were tried, what matched, who suppressed whom") },
	{ "svod rules coverage clean.jsonl", N_("rules that never fired on a stream") },
	{ NULL, NULL },
};

static const struct opt opts[] = {
	{ .name = "rules",
	  .kind = OPT_LIST,
	  .offset = offsetof(struct rules_options, rules),
	  .arg = "DIR",
	  .help = N_("adds the rule files of a directory (also SVOD_RULES=DIR:DIR)") },
	{ .name = "only-rules",
	  .kind = OPT_FLAG,
	  .offset = offsetof(struct rules_options, no_builtin),
	  .help = N_("leaves the built-in rules out") },
	{ .name = "stamp",
	  .kind = OPT_STRING,
	  .offset = offsetof(struct rules_options, stamp),
	  .arg = "FILE",
	  .help = N_("check: writes the hash of a rule set that passed, so that svod-extract trusts it") },
	{ .name = "in",
	  .kind = OPT_STRING,
	  .offset = offsetof(struct rules_options, in),
	  .arg = "KIND",
	  .help = N_("explain: kind of the block (para item cell heading …)") },
	{ .name = "under",
	  .kind = OPT_STRING,
	  .offset = offsetof(struct rules_options, under),
	  .arg = "TEXT",
	  .help = N_("explain: the heading above") },
	{ .name = "after",
	  .kind = OPT_STRING,
	  .offset = offsetof(struct rules_options, after),
	  .arg = "TEXT",
	  .help = N_("explain: the block before, which introduces a list") },
	{ .name = "column",
	  .kind = OPT_STRING,
	  .offset = offsetof(struct rules_options, column),
	  .arg = "TEXT",
	  .help = N_("explain: the heading of the table column") },
	{ .name = NULL },
};

static const struct program program = {
	.name = "svod-rules",
	.summary = N_("checks, tests and explains the rules of svod-extract"),
	.operands = "check | test [NAME] | list [NAME] | explain TEXT | profile [FILE] | coverage [FILE]",
	.examples = examples,
	.opts = opts,
	.details =
		N_("Exit codes: 0; 1 a rule was not found, or rules never fired; 64 usage; 66 no input; 78 a rule file "
		   "with an\n"
		   "error or a failing example. The language: svod-rules(5)."),
};

int main(int argc, char **argv)
{
	struct rules_options o = { 0 };
	struct log l = { .program = program.name };
	struct err e = { 0 };
	int n = opt_parse(&program, &o, argc, argv, &e);
	int code;

	i18n_start(o.common.ui_lang);
	if (n >= 0 && o.common.stop)
		return o.common.stop - 1;
	l.level = o.common.quiet ? -1 : o.common.verbose;
	l.color = log_wants_color(o.common.color, 2);
	code = n < 0 ? e.code : rules_command(&o, argv + 1, n, &l, &e);
	if (e.code)
		log_err(&l, &e);
	opt_list_free(&o.rules);
	return e.code ? e.code : code;
}
