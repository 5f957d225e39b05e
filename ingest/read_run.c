/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What svod-read does with its files: a worker each, problems to the log and into the exit code. */
#include "read_run.h"

#include "i18n.h"
#include "sandbox.h"
#include "worker.h"

void read_run_problem(struct read_run *r, struct err *e)
{
	progress_clear(&r->progress);
	log_err(&r->log, e);
	if (!r->code || (r->code == EX_NOINPUT && e->code == EX_DATAERR) ||
	    (e->code != EX_DATAERR && e->code != EX_NOINPUT))
		r->code = e->code;
	r->stop |= r->strict || (e->code != EX_DATAERR && e->code != EX_NOINPUT && e->code != EX_UNAVAILABLE);
	err_clear(e);
}

static void on_problem(void *ctx, struct err *e)
{
	read_run_problem(ctx, e);
}

static void on_remark(void *ctx, const char *text)
{
	struct read_run *r = ctx;

	progress_clear(&r->progress);
	log_warn(&r->log, "%s", text);
}

static void on_line(void *ctx)
{
	struct read_run *r = ctx;

	sink_flush_if_full(&r->sink);
	r->stop |= r->sink.failed != 0;
}

static void on_page(void *ctx, const char *path, int page, int pages)
{
	progress_page(&((struct read_run *)ctx)->progress, path, page, pages);
}

void read_run_files(struct read_run *r, const struct files *files, const struct read_options *how,
		    enum progress_mode progress, bool sandboxed)
{
	struct worker w = {
		.options = how,
		.out = &r->sink.b,
		.line_done = on_line,
		.problem = on_problem,
		.remark = on_remark,
		.progress = on_page,
		.ctx = r,
	};
	struct err e = { 0 };
	struct sandbox *box = sandboxed ? sandbox_new(&e) : NULL;

	if (!sandboxed)
		log_warn(&r->log, "%s", _("documents are read without a sandbox"));
	if (e.code)
		read_run_problem(r, &e);
	w.sandbox = box;
	progress_start(&r->progress, progress, files->n);
	for (size_t i = 0; i < files->n && !r->stop && (box || !sandboxed); i++) {
		progress_step(&r->progress, i, span_of(files->v[i]));
		if (!worker_read_path(&w, files->v[i], &e))
			read_run_problem(r, &e);
	}
	progress_clear(&r->progress);
	sandbox_free(box);
}
