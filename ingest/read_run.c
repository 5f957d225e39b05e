/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What svod-read does with its files: a worker each, problems to the log and into the exit code. */
#include "read_run.h"

#include <signal.h>

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

static const int ends[] = { SIGINT, SIGTERM, SIGHUP };

enum { ENDS = sizeof ends / sizeof *ends };

/* The signals that would end the process: not those that whoever started it had it ignore (nohup, a job of a shell). */
static void change_mask(int how)
{
	struct sigaction now;
	sigset_t set;

	sigemptyset(&set);
	for (int i = 0; i < ENDS; i++)
		if (!sigaction(ends[i], NULL, &now) && now.sa_handler == SIG_DFL)
			sigaddset(&set, ends[i]);
	sigprocmask(how, &set, NULL);
}

void read_run_hold_signals(void)
{
	change_mask(SIG_BLOCK);
}

void read_run_obey(void)
{
	change_mask(SIG_UNBLOCK);
}

static bool is_interrupted(void *ctx)
{
	struct read_run *r = ctx;
	sigset_t waiting;

	sigpending(&waiting);
	for (int i = 0; i < ENDS; i++)
		r->interrupted |= sigismember(&waiting, ends[i]) > 0;
	return r->interrupted;
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
		.stopped = is_interrupted,
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
	for (size_t i = 0; i < files->n && !r->stop && !is_interrupted(r) && (box || !sandboxed); i++) {
		progress_step(&r->progress, i, span_of(files->v[i]));
		if (!worker_read_path(&w, files->v[i], &e))
			read_run_problem(r, &e);
	}
	progress_clear(&r->progress);
	sandbox_free(box);
}
