/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents in, the svod stream out. */
#include <stddef.h>
#include <unistd.h>

#include "i18n.h"
#include "opt.h"
#include "read_run.h"

struct read_program {
	struct opt_common common;
	const char *charset, *format, *ocr_langs;
	int ocr, progress;
	long threads;
	bool null_names, no_sandbox, strict;
};

static const char *const ocr_choices[] = { "auto", "never", "always", NULL };

#define AT(field) offsetof(struct read_program, field)
static const struct opt options[] = {
	{ "null", '0', OPT_FLAG, AT(null_names), NULL,
	  N_("standard input holds NUL-separated file names (find -print0)"), NULL, 0, 0 },
	{ "charset", 0, OPT_STRING, AT(charset), "NAME",
	  N_("charset of text, Markdown and HTML instead of finding it out"), NULL, 0, 0 },
	{ "format", 0, OPT_STRING, AT(format), "NAME", N_("read every input as this format: txt, md, html, docx, …"),
	  NULL, 0, 0 },
	{ "ocr", 0, OPT_CHOICE, AT(ocr), "WHEN", N_("recognize scanned pages: auto, never or always"), ocr_choices, 0,
	  0 },
	{ "ocr-lang", 0, OPT_STRING, AT(ocr_langs), "LANGS", N_("languages of scans, as tesseract names them: rus+kaz"),
	  NULL, 0, 0 },
	{ "threads", 't', OPT_INT, AT(threads), "N", N_("threads for scanned pages"), NULL, 1, 256 },
	{ "progress", 0, OPT_CHOICE, AT(progress), "WHEN", N_("progress on standard error: auto, never or json"),
	  progress_choices, 0, 0 },
	{ "strict", 0, OPT_FLAG, AT(strict), NULL, N_("stop at the first input that cannot be read"), NULL, 0, 0 },
	{ "no-sandbox", 0, OPT_FLAG, AT(no_sandbox), NULL,
	  N_("read without seccomp and Landlock, where the system has none"), NULL, 0, 0 },
	{ 0 },
};

static const struct example examples[] = {
	{ "svod-read programme.docx | svod-clean --text", N_("the text of a document") },
	{ "svod-read archive/ | svod-clean | svod-extract | svod-resolve | svod-index corpus.db",
	  N_("the whole chain") },
	{ "find . -name '*.pdf' -print0 | svod-read -0 --ocr=never", N_("names from find; scans are left out") },
	{ "svod-read --charset cp866 old.txt", N_("a text in a charset that is known") },
	{ 0 },
};

static const struct program program = {
	.name = "svod-read",
	.summary = N_("reads documents of any format into the svod stream"),
	.operands = "[FILE|DIR|-]...",
	.examples = examples,
	.opts = options,
	.details = N_("Every input gives a line, also one that cannot be read (with a note that says why); a file that "
		      "is not there\n"
		      "gives a message only. Exit codes: 0; 64 usage; 65 an input could not be read; 66 an input is "
		      "not there;\n"
		      "69 no sandbox here; 74 output failed."),
};

int main(int argc, char **argv)
{
	struct read_program o = { 0 };
	struct read_run r = { .log = { .program = "svod-read" } };
	struct read_options how;
	struct files files = { 0 };
	struct err e = { 0 };
	int n = opt_parse(&program, &o, argc, argv, &e);

	r.log.level = o.common.quiet ? -1 : o.common.verbose;
	r.log.color = log_wants_color(o.common.color, STDERR_FILENO);
	if (n < 0) {
		log_err(&r.log, &e);
		return e.code;
	}
	if (o.common.stop)
		return o.common.stop - 1;
	how = (struct read_options){ o.charset, o.format, (enum ocr_mode)o.ocr, o.ocr_langs, (int)o.threads, false };
	sink_start(&r.sink, STDOUT_FILENO);
	for (int i = 0; i < n; i++)
		if (!files_add(&files, argv[1 + i], &e))
			read_run_problem(&r, &e);
	if (o.null_names ? !files_add_fd(&files, STDIN_FILENO, &e) : n == 0 && !files_add(&files, "-", &e))
		read_run_problem(&r, &e);
	r.strict = o.strict;
	read_run_hold_signals();
	read_run_files(&r, &files, &how, (enum progress_mode)o.progress, !o.no_sandbox);
	files_free(&files);
	if (!sink_finish(&r.sink, &e))
		read_run_problem(&r, &e);
	read_run_obey();
	return r.code;
}
