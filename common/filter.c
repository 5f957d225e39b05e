/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The loop that all programs on the stream share, so that they agree about inputs, errors and exit codes. */
#include "filter.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "i18n.h"

enum {
	PIPE_BYTES = 1 << 20,
	WRITE_BYTES = 1 << 16, /* what is written at once is still in the nearest caches */
};

void sink_start(struct sink *s, int fd)
{
	*s = (struct sink){ .fd = fd };
	(void)fcntl(fd, F_SETPIPE_SZ, PIPE_BYTES); /* no pipe, or not allowed: as good as it is */
}

static void sink_flush(struct sink *s)
{
	if (!s->failed && !buf_write_fd(s->fd, buf_span(&s->b)))
		s->failed = errno;
	buf_reset(&s->b);
}

void sink_flush_if_full(struct sink *s)
{
	if (s->b.n >= WRITE_BYTES)
		sink_flush(s);
}

bool sink_finish(struct sink *s, struct err *e)
{
	sink_flush(s);
	buf_free(&s->b);
	if (!s->failed)
		return true;
	return err_set(e, EX_IOERR, "%s: %s", _("standard output"), err_why(s->failed));
}

struct run {
	const struct filter *f;
	const struct log *l;
	struct sink out;
	int code; /* of the worst so far */
	bool stop;
};

/* The run cannot go on after e, whose fault is not in one document or file. */
static bool ends_run(const struct run *r, const struct err *e)
{
	return r->f->strict || (r->f->over && *r->f->over) || e->code == EX_SOFTWARE || e->code == EX_OSERR ||
	       e->code == EX_CONFIG || e->code == EX_IOERR || e->code == EX_TEMPFAIL || e->code == EX_CANTCREAT ||
	       e->code == EX_UNAVAILABLE;
}

static void note_failure(struct run *r, struct err *e)
{
	log_err(r->l, e);
	r->stop = ends_run(r, e);
	/* what ends the run wins over bad data, which wins over a missing file */
	if (r->stop || !r->code || (r->code == EX_NOINPUT && e->code == EX_DATAERR))
		r->code = e->code;
	err_clear(e);
}

static void handle(struct run *r, const struct doc_reader *in, struct doc *d)
{
	struct err e = { 0 };

	if (r->f->each && !r->f->each(r->f->ctx, d, &e)) {
		if (e.code == EX_DATAERR)
			doc_reader_place(in, &e);
		note_failure(r, &e);
	}
	if (r->f->no_output || r->stop)
		return;
	if (r->f->put)
		r->f->put(r->f->ctx, d, &r->out.b);
	else
		doc_write(d, &r->out.b);
	sink_flush_if_full(&r->out);
}

static void run_fd(struct run *r, int fd, const char *name)
{
	struct doc_reader *in = doc_reader_new(fd, name);
	struct doc d = { 0 };

	if (r->f->passes_on)
		doc_reader_keep_raw(in);
	while (!r->stop && !r->out.failed) {
		struct err e = { 0 };
		enum step step = doc_read(in, &d, &e);

		if (step == STEP_END)
			break;
		if (step == STEP_ERROR)
			note_failure(r, &e);
		else
			handle(r, in, &d);
	}
	doc_free(&d);
	doc_reader_free(in);
}

static void run_operand(struct run *r, const char *name)
{
	struct err e = { 0 };
	int fd;

	if (!strcmp(name, "-")) {
		run_fd(r, STDIN_FILENO, "standard input");
		return;
	}
	fd = open(name, O_RDONLY | O_CLOEXEC);
	if (fd < 0) {
		err_sys(&e, EX_NOINPUT, "%s", name);
		note_failure(r, &e);
		return;
	}
	run_fd(r, fd, name);
	close(fd);
}

int filter_run(const struct filter *f, const struct log *l, char **operands, int n)
{
	struct run r = { .f = f, .l = l };
	struct err e = { 0 };

	sink_start(&r.out, STDOUT_FILENO);
	if (n == 0)
		run_fd(&r, STDIN_FILENO, "standard input");
	for (int i = 0; i < n && !r.stop; i++)
		run_operand(&r, operands[i]);
	if (!sink_finish(&r.out, &e)) {
		log_err(l, &e);
		r.code = EX_IOERR;
	}
	return r.code;
}
