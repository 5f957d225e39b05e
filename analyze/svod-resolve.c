/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The stage that sees whole documents: instruments, acts, goals, plan rows, names, years and checks. */
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "filter.h"
#include "i18n.h"
#include "log.h"
#include "opt.h"
#include "resolve.h"

struct resolve_options {
	struct opt_common common;
	const char *pass;
	bool list, strict;
};

static const struct opt options[] = {
	{ "pass", 'p', OPT_STRING, offsetof(struct resolve_options, pass), "NAME", N_("run this pass alone"), NULL, 0,
	  0 },
	{ "list-passes", 0, OPT_FLAG, offsetof(struct resolve_options, list), NULL,
	  N_("print the names of the passes in running order"), NULL, 0, 0 },
	{ "strict", 0, OPT_FLAG, offsetof(struct resolve_options, strict), NULL,
	  N_("stop at the first bad document or line"), NULL, 0, 0 },
	{ 0 },
};

static const struct example examples[] = {
	{ "svod-read plan.docx | svod-clean | svod-extract | svod-resolve > plan.jsonl",
	  N_("one document, from the file to its facts") },
	{ "svod-resolve items.jsonl | jq -r '.items[] | select(.type==\"goal\") | .text'",
	  N_("the goals that were found") },
	{ "svod-resolve --list-passes", N_("what is done, in which order") },
	{ 0 },
};

static const struct program program = {
	.name = "svod-resolve",
	.summary = N_("settles what needs the whole document: names, lists, plan rows, goals, acts, checks"),
	.operands = "[FILE|-]...",
	.examples = examples,
	.opts = options,
	.details = N_(
		"Reads the svod stream and writes it with items added, completed and numbered.\n"
		"Exit codes: 0; 65 bad line or document; 66 no such file; 74 output failed; 78 a lexicon is broken."),
};

static bool each(void *ctx, struct doc *d, struct err *e)
{
	return resolver_run(ctx, d, e);
}

static bool known_pass(const char *name)
{
	for (const struct pass *p = resolve_passes; p->name; p++)
		if (!strcmp(p->name, name))
			return true;
	return false;
}

static int fail(const struct log *l, struct err *e)
{
	log_err(l, e);
	return e->code;
}

static int list_passes(const struct log *l, struct err *e)
{
	for (const struct pass *p = resolve_passes; p->name; p++)
		puts(p->name);
	return err_flush(e) ? 0 : fail(l, e);
}

int main(int argc, char **argv)
{
	struct resolve_options o = { 0 };
	struct log l = { .program = program.name };
	struct resolver r = { 0 };
	struct err e = { 0 };
	int n = opt_parse(&program, &o, argc, argv, &e), code;

	i18n_start(o.common.ui_lang);
	l.level = o.common.quiet ? -1 : o.common.verbose;
	l.color = log_wants_color(o.common.color, 2);
	if (n < 0)
		return fail(&l, &e);
	if (o.common.stop)
		return o.common.stop - 1;
	if (o.list)
		return list_passes(&l, &e);
	if (o.pass && !known_pass(o.pass)) {
		err_set(&e, EX_USAGE, _("--pass %s: no such pass; svod-resolve --list-passes names them"), o.pass);
		return fail(&l, &e);
	}
	if (resolver_open(&r, &e)) {
		struct filter f = { .each = each, .ctx = &r, .strict = o.strict };

		r.only = o.pass;
		code = filter_run(&f, &l, argv + 1, n);
	} else {
		code = fail(&l, &e);
	}
	resolver_close(&r);
	return code;
}
