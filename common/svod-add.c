/* SPDX-License-Identifier: GPL-3.0-or-later */
/* svod add: everything at once, for people. The stages themselves are for pipes. */
#include <stdio.h>
#include <unistd.h>

#include "add.h"
#include "i18n.h"

#define AT(field) offsetof(struct add_options, field)

static const struct opt options[] = {
	{ "db", 'd', OPT_STRING, AT(db), "FILE", N_("the corpus to write to (else SVOD_DB, else the user's own)"), NULL,
	  0, 0 },
	{ "jobs", 'j', OPT_INT, AT(jobs), "N", N_("documents worked on at the same time"), NULL, 1, 256 },
	{ "null", '0', OPT_FLAG, AT(null), NULL, N_("read NUL-separated file names from standard input"), NULL, 0, 0 },
	{ "force", 'f', OPT_FLAG, AT(force), NULL, N_("read unchanged files again (after a change of rules)"), NULL, 0,
	  0 },
	{ "prune", 0, OPT_FLAG, AT(prune), NULL, N_("remove documents whose files are gone, as seen from this folder"),
	  NULL, 0, 0 },
	{ "strict", 0, OPT_FLAG, AT(strict), NULL, N_("stop at the first document that cannot be read"), NULL, 0, 0 },
	{ "keep-going", 'k', OPT_FLAG, AT(keep_going), NULL, N_("go on after bad documents (this is so anyway)"), NULL,
	  0, 0 },
	{ "progress", 0, OPT_CHOICE, AT(progress), "MODE", N_("progress on standard error: auto, never or json"),
	  progress_choices, 0, 0 },
	{ "ocr", 0, OPT_STRING, AT(ocr), "WHEN", N_("recognize scanned pages: auto, always or never"), NULL, 0, 0 },
	{ "charset", 0, OPT_STRING, AT(charset), "NAME", N_("charset of plain text, where the guess is wrong"), NULL, 0,
	  0 },
	{ "rules", 0, OPT_STRING, AT(rules), "DIR", N_("rules of your own beside the built-in ones"), NULL, 0, 0 },
	{ "wait", 0, OPT_INT, AT(wait), "SECONDS", N_("how long to wait for another writer (60)"), NULL, 0, 86400 },
	{ "no-wait", 0, OPT_FLAG, AT(no_wait), NULL, N_("do not wait for another writer"), NULL, 0, 0 },
	{ "no-sandbox", 0, OPT_FLAG, AT(no_sandbox), NULL, N_("parse without isolation (where the system has none)"),
	  NULL, 0, 0 },
	{ 0 },
};

static const struct example examples[] = {
	{ "svod add ~/programmes", N_("a folder, with all that is in it; again: only what has changed") },
	{ "svod add --db plans.db -j 2 *.docx *.pdf", N_("into a corpus of its own, two at a time") },
	{ "find . -name '*.pdf' -print0 | svod add -0 --ocr=never", NULL },
	{ 0 },
};

static const struct program program = {
	.name = "svod-add",
	.summary = N_("reads documents into a corpus: all stages, with progress"),
	.operands = "FILE|DIR...",
	.examples = examples,
	.opts = options,
	.details = N_("A document that cannot be read costs that document only; the exit code is then 65 (66: a file "
		      "was not there).\n"
		      "Ctrl-C keeps what is finished."),
};

static int run(struct add_options *o, char **operands, int n, const struct log *l)
{
	struct files files = { 0 };
	struct add_result r = { 0 };
	struct err e = { 0 };
	int code = 0, added;

	if (o->null && !files_add_fd(&files, STDIN_FILENO, &e)) {
		log_err(l, &e);
		return e.code;
	}
	for (int i = 0; i < n; i++) {
		if (files_add(&files, operands[i], &e))
			continue;
		log_err(l, &e);
		code = e.code;
		err_clear(&e);
	}
	added = add_run(o, &files, l, &r);
	add_print(&r, o);
	add_result_free(&r);
	files_free(&files);
	return added ? added : code;
}

int main(int argc, char **argv)
{
	struct add_options o = { .jobs = 1, .wait = 60 };
	struct log l = { .program = "svod-add" };
	struct err e = { 0 };
	int n = opt_parse(&program, &o, argc, argv, &e), code;

	l.color = log_wants_color(o.common.color, STDERR_FILENO);
	l.level = o.common.quiet ? -1 : o.common.verbose;
	if (o.common.stop)
		return o.common.stop - 1;
	if (n >= 0 && n == 0 && !o.null)
		err_set(&e, EX_USAGE, _("what is to be added? svod add FILE or DIR"));
	if (e.code) {
		log_err(&l, &e);
		return e.code;
	}
	code = run(&o, argv + 1, n, &l);
	if (err_flush(&e))
		return code;
	log_err(&l, &e);
	return e.code;
}
