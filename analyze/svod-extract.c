/* SPDX-License-Identifier: GPL-3.0-or-later */
/* svod-extract: finds items in the blocks of documents by the rules of rules/. */
#include <stdlib.h>
#include <string.h>

#include "filter.h"
#include "i18n.h"
#include "load.h"
#include "matcher.h"

struct extract_options {
	struct opt_common common;
	struct opt_list rules;
	bool strict, no_builtin;
};

static const struct example examples[] = {
	{ "svod-read plan.docx | svod-clean | svod-extract", N_("items of one document") },
	{ "svod-extract --rules my-rules clean.jsonl", N_("with rules of your own behind the built-in ones") },
	{ NULL, NULL },
};

static const struct opt opts[] = {
	{ .name = "rules",
	  .kind = OPT_LIST,
	  .offset = offsetof(struct extract_options, rules),
	  .arg = "DIR",
	  .help = N_("adds the rule files of a directory; they extend or override the built-in ones (also "
		     "SVOD_RULES=DIR:DIR)") },
	{ .name = "only-rules",
	  .kind = OPT_FLAG,
	  .offset = offsetof(struct extract_options, no_builtin),
	  .help = N_("leaves the built-in rules out") },
	{ .name = "strict",
	  .kind = OPT_FLAG,
	  .offset = offsetof(struct extract_options, strict),
	  .help = N_("stops at the first bad document") },
	{ .name = NULL },
};

static const struct program program = {
	.name = "svod-extract",
	.summary = N_("finds dates, numbers, organizations and other items in the svod stream"),
	.operands = "[FILE|-]...",
	.examples = examples,
	.opts = opts,
	.details = N_(
		"Exit codes: 0, 64 usage, 65 a bad line, 66 no input, 74 output failed, 78 a rule file with an error.\n"
		"Rules: svod-rules(5). A rule file that fails its own examples is refused; see what it says with "
		"svod-rules check."),
};

struct extract {
	struct ruleset *rules;
	struct matcher *matcher;
	char hash[20];
};

static bool each(void *ctx, struct doc *d, struct err *e)
{
	struct extract *x = ctx;
	struct jval *made = doc_add_made(d, program.name);

	(void)e;
	jval_set_str(&d->arena, made, "rules", span_of(x->hash));
	matcher_run(x->matcher, d);
	d->has_items = true;
	doc_sort_items(d);
	doc_number_items(d);
	return true;
}

int main(int argc, char **argv)
{
	struct extract_options o = { 0 };
	struct log l = { .program = program.name };
	struct err e = { 0 };
	struct extract x = { 0 };
	struct filter f = { .each = each, .ctx = &x, .passes_on = true };
	int n = opt_parse(&program, &o, argc, argv, &e);

	i18n_start(o.common.ui_lang);
	if (n < 0) {
		log_err(&l, &e);
		return e.code;
	}
	if (o.common.stop)
		return o.common.stop - 1;
	l.level = o.common.quiet ? -1 : o.common.verbose;
	l.color = log_wants_color(o.common.color, 2);
	f.strict = o.strict;
	x.rules = rules_load_trusted(
		&(struct ruleset_source){ o.rules.v, o.rules.n, getenv("SVOD_RULES"), o.no_builtin }, &e);
	if (!x.rules) {
		log_err(&l, &e);
		return e.code;
	}
	x.matcher = matcher_new(x.rules);
	snprintf(x.hash, sizeof x.hash, "%016llx", ruleset_hash(x.rules));
	n = filter_run(&f, &l, argv + 1, n);
	matcher_free(x.matcher);
	ruleset_free(x.rules);
	opt_list_free(&o.rules);
	return n;
}
