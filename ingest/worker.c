/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A child process for every document. Forking one costs about a millisecond and buys that no document can touch the
 * next one, that memory is given back, and that the parent never parses anything. One child for many documents would be
 * twice as fast for small ones, and a document that takes its child over could then write the lines of those behind
 * it: what a corpus says would hang on its worst file.
 */
#include "worker.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "files.h"
#include "i18n.h"
#include "limit.h"
#include "worker_death.h"
#include "worker_p.h"

const char *worker_name(const struct source_job *job)
{
	return job->member.n ? job->member.p : job->path;
}

void worker_name_source(struct doc *d, const struct source_job *job)
{
	if (job->member.n)
		d->id = arena_printf(&d->arena, "%.16s!%.*s", job->sha256, SPAN_ARG(job->member));
	else
		d->id = arena_printf(&d->arena, "%.16s", job->sha256);
	d->source.path = span_of(job->path);
	d->source.member = job->member;
	d->source.bytes = job->file_bytes;
	d->source.sha256 = span_of(job->sha256);
}

static void line_without_text(struct parent *p, const char *why)
{
	struct doc d = { 0 };

	worker_name_source(&d, p->job);
	doc_add_note(&d, NOTE_ERROR, "unreadable", "%s", why);
	doc_add_made(&d, "svod-read");
	doc_write(&d, p->w->out);
	doc_free(&d);
	if (p->w->line_done)
		p->w->line_done(p->w->ctx);
}

/* Pages are drawn to find ruling lines and scans; some take for ever, and their text is there without. */
static bool may_do_without_pictures(const struct parent *p, int status)
{
	return worker_took_too_long(status) && !p->nonsense && !p->simply && !p->lines &&
	       span_find(span_sub(p->job->bytes, 0, 1024), SPAN("%PDF-"), 0) != SPAN_NONE;
}

/* False: the source should be read once more, more simply. */
static bool bury_child(struct parent *p, bool listened)
{
	int status = 0;
	const char *why;

	close(p->fd);
	if (p->line_left) /* half a line is none */
		p->w->out->n = p->line_from;
	if (!listened)
		kill(p->pid, SIGKILL);
	while (waitpid(p->pid, &status, 0) < 0 && errno == EINTR)
		;
	if ((p->ended && !p->nonsense) || (p->w->stopped && p->w->stopped(p->w->ctx)))
		return true;
	if (may_do_without_pictures(p, status))
		return false;
	why = p->nonsense ? "reading it was stopped: what came of it is no document (damaged, or made to do so)"
			  : worker_death_cause(status, listened);
	if (!p->lines)
		line_without_text(p, why);
	worker_problem(p, why, EX_DATAERR);
	return true;
}

static bool start_child(struct worker *w, const struct source_job *job, struct parent *p)
{
	const struct reader_input in = {
		.bytes = job->bytes,
		.name = worker_name(job),
		.options = w->options,
		.depth = job->depth,
	};
	struct read_options simple;
	const void *late;
	int fds[2];

	late = reader_prepare(&in, &w->late);
	if (pipe2(fds, O_CLOEXEC) < 0)
		return false;
	(void)fcntl(fds[1], F_SETPIPE_SZ, 1 << 20);
	p->pid = fork();
	if (p->pid == 0) {
		sigset_t none;

		sigemptyset(&none);
		sigprocmask(SIG_SETMASK, &none, NULL);
		close(fds[0]);
		if (p->simply) {
			simple = *w->options;
			simple.no_pictures = true;
			w->options = &simple;
		}
		worker_child(w, job, late, fds[1]);
		_exit(0);
	}
	close(fds[1]);
	if (p->pid < 0) {
		close(fds[0]);
		return false;
	}
	p->fd = fds[0];
	return true;
}

void worker_read_job(struct worker *w, const struct source_job *job)
{
	bool done = false;

	for (int i = 0; i < 2 && !done; i++) {
		struct parent p = { .w = w, .job = job, .simply = i > 0 };

		if (!start_child(w, job, &p)) {
			worker_problem(&p, err_why(errno), EX_OSERR);
			return;
		}
		done = bury_child(&p, worker_listen(&p));
		buf_free(&p.in);
	}
}

void worker_read(struct worker *w, const char *path, struct span bytes)
{
	struct buf name = { 0 };
	struct source_job job = { .bytes = bytes, .file_bytes = (int64_t)bytes.n };

	files_name_of(path, &name);
	job.path = buf_str(&name);
	digest_hex(bytes, job.sha256);
	worker_read_job(w, &job);
	buf_free(&name);
}

/* Waits until fd gives something or has ended. False: reading is to stop. */
static bool wait_for(const struct worker *w, int fd)
{
	struct pollfd wait = { .fd = fd, .events = POLLIN };
	int ready = 0;

	while (ready == 0 || (ready < 0 && errno == EINTR)) {
		if (w->stopped && w->stopped(w->ctx))
			return false;
		ready = poll(&wait, 1, WORKER_TICK_MS);
	}
	return true; /* what is wrong with it reading will say */
}

/* Appends all of fd, which may be a pipe that nobody writes to yet. False: e says why; without a code: to stop. */
static bool read_source(const struct worker *w, int fd, const char *path, struct buf *bytes, struct err *e)
{
	enum { CHUNK = 1 << 16 };

	while (wait_for(w, fd)) {
		ssize_t got;

		buf_room(bytes, CHUNK);
		got = read(fd, bytes->p + bytes->n, CHUNK);
		if (got == 0)
			return true;
		if (got < 0 && errno != EINTR && errno != EAGAIN)
			return err_sys(e, EX_NOINPUT, "%s", path);
		bytes->n += got > 0 ? (size_t)got : 0;
		if (bytes->n > LIMIT_FILE_BYTES)
			return err_set(e, EX_DATAERR, _("%s: larger than %d MB. Split it"), path,
				       LIMIT_FILE_BYTES >> 20);
	}
	return false;
}

bool worker_read_path(struct worker *w, const char *path, struct err *e)
{
	bool std = !strcmp(path, "-");
	/* of a FIFO opening would wait for its writer */
	int fd = std ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	struct buf bytes = { 0 };
	bool whole;

	if (fd < 0)
		return err_sys(e, EX_NOINPUT, "%s", path);
	whole = read_source(w, fd, path, &bytes, e);
	if (!std)
		close(fd);
	if (whole) {
		(void)buf_str(&bytes);
		worker_read(w, path, buf_span(&bytes));
	}
	buf_free(&bytes);
	return !e->code;
}
