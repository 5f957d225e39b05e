/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents in, the svod stream out. */
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "files.h"
#include "filter.h"
#include "i18n.h"
#include "log.h"
#include "opt.h"
#include "progress.h"
#include "worker.h"

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
	"svod-read",
	N_("reads documents of any format into the svod stream"),
	"[FILE|DIR|-]...",
	examples,
	options,
	N_("Every input gives a line, also one that cannot be read (with a note that says why); a file that is not "
	   "there\n"
	   "gives a message only. Exit codes: 0; 64 usage; 65 an input could not be read; 66 an input is not there;\n"
	   "69 no sandbox here; 74 output failed."),
};

struct run {
	struct read_program o;
	struct log log;
	struct sink sink;
	struct progress progress;
	int code;
	bool stop;
};

static void on_problem(void *ctx, struct err *e)
{
	struct run *r = ctx;

	progress_clear(&r->progress);
	log_err(&r->log, e);
	if (!r->code || (r->code == EX_NOINPUT && e->code == EX_DATAERR) ||
	    (e->code != EX_DATAERR && e->code != EX_NOINPUT))
		r->code = e->code;
	r->stop |= r->o.strict || (e->code != EX_DATAERR && e->code != EX_NOINPUT && e->code != EX_UNAVAILABLE);
	err_clear(e);
}

static void on_remark(void *ctx, const char *text)
{
	struct run *r = ctx;

	progress_clear(&r->progress);
	log_warn(&r->log, "%s", text);
}

static void on_line(void *ctx)
{
	struct run *r = ctx;

	sink_flush_if_full(&r->sink);
	r->stop |= r->sink.failed != 0;
}

static void on_page(void *ctx, const char *path, int page, int pages)
{
	progress_page(&((struct run *)ctx)->progress, path, page, pages);
}

static void read_files(struct run *r, const struct files *files)
{
	const struct read_options how = {
		.charset = r->o.charset,
		.format = r->o.format,
		.ocr = (enum ocr_mode)r->o.ocr,
		.ocr_langs = r->o.ocr_langs,
		.threads = (int)r->o.threads,
	};
	struct worker w = {
		.options = &how,
		.out = &r->sink.b,
		.line_done = on_line,
		.problem = on_problem,
		.remark = on_remark,
		.progress = on_page,
		.ctx = r,
	};
	struct err e = { 0 };
	struct sandbox *box = r->o.no_sandbox ? NULL : sandbox_new(&e);

	if (r->o.no_sandbox)
		log_warn(&r->log, "%s", _("documents are read without a sandbox"));
	if (e.code)
		on_problem(r, &e);
	w.sandbox = box;
	progress_start(&r->progress, (enum progress_mode)r->o.progress, files->n);
	for (size_t i = 0; i < files->n && !r->stop && (box || r->o.no_sandbox); i++) {
		progress_step(&r->progress, i, span_of(files->v[i]));
		if (!worker_read_path(&w, files->v[i], &e))
			on_problem(r, &e);
	}
	progress_clear(&r->progress);
	sandbox_free(box);
}

int main(int argc, char **argv)
{
	struct run r = { .log = { .program = "svod-read" } };
	struct files files = { 0 };
	struct err e = { 0 };
	int n = opt_parse(&program, &r.o, argc, argv, &e);

	r.log.level = r.o.common.quiet ? -1 : r.o.common.verbose;
	r.log.color = log_wants_color(r.o.common.color, STDERR_FILENO);
	if (n < 0) {
		log_err(&r.log, &e);
		return e.code;
	}
	if (r.o.common.stop)
		return r.o.common.stop - 1;
	sink_start(&r.sink, STDOUT_FILENO);
	for (int i = 0; i < n; i++)
		if (!files_add(&files, argv[1 + i], &e))
			on_problem(&r, &e);
	if (r.o.null_names ? !files_add_fd(&files, STDIN_FILENO, &e) : n == 0 && !files_add(&files, "-", &e))
		on_problem(&r, &e);
	read_files(&r, &files);
	files_free(&files);
	if (!sink_finish(&r.sink, &e))
		on_problem(&r, &e);
	return r.code;
}
