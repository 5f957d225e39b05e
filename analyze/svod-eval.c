/* SPDX-License-Identifier: GPL-3.0-or-later */
/* svod eval: how well items were found, against annotations made by hand. */
#include <string.h>
#include <unistd.h>

#include "eval.h"
#include "filter.h"
#include "i18n.h"

#define AT(field) offsetof(struct eval_options, field)

static const struct opt options[] = {
	{ "gold", 'g', OPT_STRING, AT(gold), "DIR", N_("folder of NAME.jsonl with NAME.txt"), NULL, 0, 0 },
	{ "texts", 0, OPT_STRING, AT(texts), "DIR", N_("where the reference texts are, if not beside the gold"), NULL,
	  0, 0 },
	{ "no-dup", 0, OPT_FLAG, AT(no_dup), NULL, N_("leave out what is marked as repeated"), NULL, 0, 0 },
	{ "partial", 0, OPT_FLAG, AT(partial), NULL, N_("only the documents of the stream count"), NULL, 0, 0 },
	{ "errors", 'e', OPT_INT, AT(errors), "N", N_("list up to N missed and N spurious items of each type"), NULL, 0,
	  100000 },
	{ "min", 0, OPT_LIST, AT(min), "TYPE.MEASURE=F1", N_("exit 1 where a figure is lower, e.g. date.value=0.9"),
	  NULL, 0, 0 },
	{ "output", 'o', OPT_STRING, AT(output), "FORM", N_("table or jsonl"), NULL, 0, 0 },
	{ 0 },
};

static const struct example examples[] = {
	{ "svod read corpus/*.docx | svod clean | svod extract | svod resolve | svod eval --gold corpus/gold", NULL },
	{ "svod eval --gold gold --errors 20 items.jsonl", N_("what was missed, and what should not have been found") },
	{ 0 },
};

static const struct program program = {
	.name = "svod-eval",
	.summary = N_("precision and recall of a stream against gold annotations"),
	.operands = "[STREAM]...",
	.examples = examples,
	.opts = options,
	.details =
		N_("strict: same type and words; relaxed: same type and overlap; value: and equal normalized value;\n"
		   "full: and equal detail (unit of a number, country and action of an instrument).\n"
		   "Exit code 1: a figure below --min, or a gold document that the stream lacks."),
};

struct run {
	struct eval *eval;
	const struct log *l;
};

static bool each(void *ctx, struct doc *d, struct err *e)
{
	struct run *r = ctx;

	return eval_add(r->eval, d, r->l, e);
}

int main(int argc, char **argv)
{
	struct eval_options o = { 0 };
	struct log l = { .program = "svod-eval" };
	struct err e = { 0 };
	struct run r = { .l = &l };
	int n = opt_parse(&program, &o, argc, argv, &e), code, verdict;

	l.color = log_wants_color(o.common.color, STDERR_FILENO);
	l.level = o.common.quiet ? -1 : o.common.verbose;
	if (o.common.stop)
		return o.common.stop - 1;
	if (n >= 0 && !o.gold)
		err_set(&e, EX_USAGE, _("where is the gold? --gold DIR"));
	if (!e.code)
		r.eval = eval_open(&o, &e);
	if (e.code) {
		log_err(&l, &e);
		return e.code;
	}
	code = filter_run(&(struct filter){ .each = each, .ctx = &r, .no_output = true }, &l, argv + 1, n);
	verdict = eval_report(r.eval, stdout);
	eval_close(r.eval);
	opt_list_free(&o.min);
	if (err_flush(&e))
		return code ? code : verdict;
	log_err(&l, &e);
	return e.code;
}
