/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A child process for every document. Forking one costs about a millisecond and buys that no document can touch the
 * next one, that memory is given back, and that the parent never parses anything. One child for many documents would be
 * twice as fast for small ones, and a document that takes its child over could then write the lines of those behind
 * it: what a corpus says would hang on its worst file. The child speaks in frames: a letter, a length, that many bytes.
 * A line counts only when its frame is whole.
 */
#include "worker.h"

#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "digest.h"
#include "files.h"
#include "i18n.h"
#include "limit.h"
#include "mem.h"
#include "notes.h"
#include "utf8.h"
#include "worker_death.h"

enum frame_kind {
	FRAME_LINE = 'L',     /* one line of the stream */
	FRAME_MEMBER = 'M',   /* name, NUL, bytes of a member */
	FRAME_PROBLEM = 'E',  /* exit code in decimal, space, sentence */
	FRAME_REMARK = 'R',   /* sentence for a person */
	FRAME_PROGRESS = 'P', /* "page pages" */
	FRAME_END = 'Z'       /* the child has said everything */
};

struct frame_head {
	uint64_t bytes;
	char kind;
};

/* One source: a file, or a member of an archive. */
struct source_job {
	const char *path;
	struct span member; /* path inside the archive(s), "a.zip!b.txt"; empty: the file itself */
	struct span bytes;
	char sha256[DIGEST_HEX]; /* of the file, hexadecimal */
	int64_t file_bytes;
	int depth;
};

/* ---- the child ---- */

struct child {
	int fd;
	const struct source_job *job;
	struct buf scratch;
};

static void send_frame(struct child *c, enum frame_kind kind, struct span payload)
{
	struct frame_head h = { .bytes = payload.n, .kind = (char)kind };
	char head[sizeof h];

	memset(head, 0, sizeof head);
	memcpy(head, &h.bytes, sizeof h.bytes);
	head[sizeof h.bytes] = h.kind;
	if (!buf_write_fd(c->fd, span_make(head, sizeof head)) || !buf_write_fd(c->fd, payload))
		_exit(EX_IOERR); /* the parent is gone */
}

static void on_progress(void *ctx, int page, int pages)
{
	struct child *c = ctx;

	buf_reset(&c->scratch);
	buf_addf(&c->scratch, "%d %d", page, pages);
	send_frame(c, FRAME_PROGRESS, buf_span(&c->scratch));
}

static bool on_member(void *ctx, struct span name, struct span bytes)
{
	struct child *c = ctx;

	buf_reset(&c->scratch);
	buf_add(&c->scratch, name);
	buf_putc(&c->scratch, '\0');
	buf_add(&c->scratch, bytes);
	send_frame(c, FRAME_MEMBER, buf_span(&c->scratch));
	return true;
}

static void name_source(struct doc *d, const struct source_job *job)
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

static void send_problem(struct child *c, const struct err *e)
{
	buf_reset(&c->scratch);
	buf_addf(&c->scratch, "%d %s", e->code, e->text);
	send_frame(c, FRAME_PROBLEM, buf_span(&c->scratch));
}

static void send_doc(struct child *c, struct doc *d)
{
	doc_add_made(d, "svod-read");
	buf_reset(&c->scratch);
	doc_write(d, &c->scratch);
	if (c->scratch.n > LIMIT_LINE_BYTES) {
		struct err e = { 0 };

		d->has_text = false;
		err_set(&e, EX_DATAERR, "its line is longer than %d MB", LIMIT_LINE_BYTES >> 20);
		doc_add_note(d, NOTE_ERROR, "limit", "%s", e.text);
		buf_reset(&c->scratch);
		doc_write(d, &c->scratch);
		send_frame(c, FRAME_LINE, buf_span(&c->scratch));
		send_problem(c, &e);
		return;
	}
	send_frame(c, FRAME_LINE, buf_span(&c->scratch));
}

/* A failure goes into the line and to the parent. */
static void fail(struct child *c, struct doc *d, const struct err *e)
{
	doc_add_note(d, NOTE_ERROR, d->has_text ? "partial" : "unreadable", "%s", e->text);
	send_problem(c, e);
}

/* No blocks and no words: to be told apart from success. */
static void note_emptiness(struct child *c, struct doc *d)
{
	static const char *const nothing = "no text in it";

	if (!d->has_text || span_trim(d->text).n)
		return;
	for (size_t i = 0; i < d->n_notes; i++)
		if (d->notes[i].level == NOTE_ERROR)
			return;
	doc_add_note(d, NOTE_WARN, "empty", "%s", nothing);
	send_frame(c, FRAME_REMARK, span_of(nothing));
}

/* Warnings that readers left in the notes are said to the user as well. */
static void send_remarks(struct child *c, const struct doc *d)
{
	for (size_t i = 0; i < d->n_notes; i++)
		if (d->notes[i].level != NOTE_ERROR && !span_is(d->notes[i].code, "empty") &&
		    !span_is(d->notes[i].code, "comment"))
			send_frame(c, FRAME_REMARK, d->notes[i].text);
}

static void read_document(struct child *c, const struct reader *r, const struct reader_input *in)
{
	struct doc d = { 0 };
	struct err e = { 0 };

	name_source(&d, c->job);
	d.source.format = span_of(r->format);
	if (!r->read(in, &d, &e))
		fail(c, &d, &e);
	send_remarks(c, &d);
	note_emptiness(c, &d);
	send_doc(c, &d);
	doc_free(&d);
}

static void refuse(struct child *c, const struct err *e, const char *format)
{
	struct doc d = { 0 };

	name_source(&d, c->job);
	d.source.format = span_of(format);
	fail(c, &d, e);
	send_doc(c, &d);
	doc_free(&d);
}

static void unpack(struct child *c, const struct reader *r, const struct reader_input *in)
{
	struct err e = { 0 };

	if (in->depth >= LIMIT_ARCHIVE_DEPTH)
		err_set(&e, EX_DATAERR, "archives inside archives, %d deep: unpack it first", in->depth + 1);
	else if (r->unpack(in, on_member, c, &e))
		return;
	if (r->read)
		send_problem(c, &e);
	else
		refuse(c, &e, r->format);
}

static void child_main(struct worker *w, const struct source_job *job, const void *late, int fd)
{
	struct child c = { .fd = fd, .job = job };
	struct reader_input in = {
		.bytes = job->bytes,
		.name = job->member.n ? job->member.p : job->path,
		.options = w->options,
		.depth = job->depth,
		.late = late,
		.progress = on_progress,
		.progress_ctx = &c,
	};
	const struct reader *r;
	struct err e = { 0 };

	setlocale(LC_MESSAGES, "C"); /* what is said here goes into the stream; the parent says it again for a person */
	sandbox_warm(job->bytes.n);
	sandbox_limit(LIMIT_WORKER_MB, (w->options->no_pictures ? LIMIT_AGAIN_CPU_S : LIMIT_WORKER_CPU_S) +
					       (long)(job->bytes.n >> 20) / LIMIT_WORKER_MB_PER_CPU_S);
	if (w->sandbox && !sandbox_enter(w->sandbox, &e)) {
		refuse(&c, &e, NULL);
		send_frame(&c, FRAME_END, SPAN(""));
		_exit(0);
	}
	r = job->bytes.n ? reader_find(&in) : NULL;
	if (!r) {
		if (w->options->format && job->bytes.n)
			err_set(&e, EX_USAGE, "format %s is unknown: pdf, docx, odt, doc, rtf, html, md, txt …",
				w->options->format);
		else
			err_set(&e, EX_DATAERR, "%s", reader_unknown(&in));
		refuse(&c, &e, NULL);
	}
	if (r && r->read)
		read_document(&c, r, &in);
	if (r && r->unpack)
		unpack(&c, r, &in);
	send_frame(&c, FRAME_END, SPAN(""));
	buf_free(&c.scratch);
}

/* ---- the parent ---- */

struct parent {
	struct worker *w;
	const struct source_job *job;
	pid_t pid;
	int fd;
	struct buf in; /* bytes of the pipe that are no whole frame yet */
	size_t at;     /* where the next frame begins in it */
	/* a line that is arriving goes straight into w->out: how much of it is still to come, and where it begins there
	 */
	uint64_t line_left;
	size_t line_from;
	int lines, members;
	bool ended;  /* FRAME_END came */
	bool simply; /* a second try, without what took too long */
};

static void read_job(struct worker *w, const struct source_job *job);

/* "PATH!MEMBER: TEXT", for a person. */
static void say_of(const struct parent *p, struct span text, struct buf *out)
{
	buf_puts(out, p->job->path);
	if (p->job->member.n)
		buf_addf(out, "!%.*s", SPAN_ARG(p->job->member));
	buf_puts(out, ": ");
	notes_say(text, out);
}

static void problem(const struct parent *p, const char *text, int code)
{
	struct buf said = { 0 };
	struct err e = { 0 };

	say_of(p, span_of(text), &said);
	err_set(&e, code, "%s", buf_str(&said));
	p->w->problem(p->w->ctx, &e);
	buf_free(&said);
}

static void on_frame_problem(struct parent *p, struct span s)
{
	char *text = mem_dup(s), *sentence;
	long code = strtol(text, &sentence, 10);

	problem(p, sentence + (*sentence == ' '), code > 0 ? (int)code : EX_DATAERR);
	free(text);
}

static void on_frame_member(struct parent *p, struct span s)
{
	struct source_job inner = *p->job;
	struct span name = span_cut(&s, '\0');
	struct buf path = { 0 };
	char *copy;

	p->members++;
	if (p->job->member.n)
		buf_addf(&path, "%.*s!", SPAN_ARG(p->job->member));
	if (utf8_valid(name))
		buf_add(&path, name);
	else
		buf_addf(&path, "member-%d", p->members);
	inner.member = span_make(buf_str(&path), path.n);
	copy = mem_dup(s); /* NUL-terminated, as readers are promised */
	inner.bytes = span_make(copy, s.n);
	inner.depth++;
	read_job(p->w, &inner);
	free(copy);
	buf_free(&path);
}

static void on_frame_progress(struct parent *p, struct span s)
{
	char *text = mem_dup(s), *end;
	long page = strtol(text, &end, 10), pages = strtol(end, NULL, 10);

	free(text);
	sandbox_more_cpu(p->pid, (long)LIMIT_WORKER_CPU_S * (p->w->options->threads > 1 ? p->w->options->threads : 1));
	if (p->w->progress && page > 0 && page <= LIMIT_PAGES && pages <= LIMIT_PAGES)
		p->w->progress(p->w->ctx, p->job->path, (int)page, (int)pages);
}

static void on_frame_remark(struct parent *p, struct span s)
{
	struct buf text = { 0 };

	if (!p->w->remark)
		return;
	say_of(p, s, &text);
	p->w->remark(p->w->ctx, buf_str(&text));
	buf_free(&text);
}

static void on_frame(struct parent *p, char kind, struct span payload)
{
	switch (kind) {
	case FRAME_MEMBER:
		on_frame_member(p, payload);
		break;
	case FRAME_PROBLEM:
		on_frame_problem(p, payload);
		break;
	case FRAME_REMARK:
		on_frame_remark(p, payload);
		break;
	case FRAME_PROGRESS:
		on_frame_progress(p, payload);
		break;
	case FRAME_END:
		p->ended = true;
		break;
	default:
		break;
	}
}

static void end_line(struct parent *p)
{
	p->lines++;
	if (p->w->line_done)
		p->w->line_done(p->w->ctx);
}

/* Begins a line of so many bytes with what has arrived of it. */
static void begin_line(struct parent *p, uint64_t bytes)
{
	size_t here = p->in.n - p->at;

	if (here > bytes)
		here = (size_t)bytes;
	p->line_from = p->w->out->n;
	buf_room(p->w->out, (size_t)bytes);
	buf_add(p->w->out, span_make(p->in.p + p->at, here));
	p->at += here;
	p->line_left = bytes - here;
	if (!p->line_left)
		end_line(p);
}

/* Handles every whole frame that has arrived. False: a frame is too large to be true. */
static bool take_frames(struct parent *p)
{
	struct frame_head h;

	while (p->in.n - p->at >= sizeof h) {
		memcpy(&h.bytes, p->in.p + p->at, sizeof h.bytes);
		h.kind = p->in.p[p->at + sizeof h.bytes];
		if (h.bytes > (uint64_t)LIMIT_LINE_BYTES + 4096)
			return false;
		if (h.kind == FRAME_LINE) {
			p->at += sizeof h;
			begin_line(p, h.bytes);
			continue;
		}
		if (p->in.n - p->at - sizeof h < h.bytes)
			break;
		on_frame(p, h.kind, span_make(p->in.p + p->at + sizeof h, (size_t)h.bytes));
		p->at += sizeof h + (size_t)h.bytes;
	}
	if (p->at == p->in.n)
		p->at = p->in.n = 0;
	return true;
}

/* One read: into the line that is arriving, or for the next frames. -1: failed; 0: the end. */
static ssize_t take_bytes(struct parent *p)
{
	struct buf *to = p->line_left ? p->w->out : &p->in;
	size_t want = 1 << 16;
	ssize_t n;

	if (p->line_left)
		want = p->line_left < (1 << 20) ? (size_t)p->line_left : 1 << 20;
	buf_room(to, want);
	n = read(p->fd, to->p + to->n, want);
	if (n <= 0)
		return n;
	to->n += (size_t)n;
	if (p->line_left) {
		p->line_left -= (uint64_t)n;
		if (!p->line_left)
			end_line(p);
	}
	return n;
}

enum { TICK_MS = 200 };

/* Reads until the pipe ends. False: killed for silence or nonsense, or stopped. */
static bool listen_to_child(struct parent *p)
{
	for (int silent = 0; silent < LIMIT_WORKER_IDLE_S * 1000;) {
		struct pollfd wait = { .fd = p->fd, .events = POLLIN };
		int ready = poll(&wait, 1, TICK_MS);
		ssize_t n;

		if (p->w->stopped && p->w->stopped(p->w->ctx))
			return false;
		if (ready < 0 && errno == EINTR)
			continue;
		if (ready < 0)
			return false;
		silent = ready ? 0 : silent + TICK_MS;
		if (!ready)
			continue;
		n = take_bytes(p);
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return true;
		if (!p->line_left && !take_frames(p))
			return false;
	}
	return false;
}

static void line_without_text(struct parent *p, const char *why)
{
	struct doc d = { 0 };

	name_source(&d, p->job);
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
	return worker_took_too_long(status) && !p->simply && !p->lines &&
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
	if (p->ended || (p->w->stopped && p->w->stopped(p->w->ctx)))
		return true;
	if (may_do_without_pictures(p, status))
		return false;
	why = worker_death_cause(status, listened);
	if (!p->lines)
		line_without_text(p, why);
	problem(p, why, EX_DATAERR);
	return true;
}

static bool start_child(struct worker *w, const struct source_job *job, struct parent *p)
{
	const struct reader_input in = { .bytes = job->bytes, .options = w->options, .depth = job->depth };
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
		child_main(w, job, late, fds[1]);
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

static void read_job(struct worker *w, const struct source_job *job)
{
	bool done = false;

	for (int i = 0; i < 2 && !done; i++) {
		struct parent p = { .w = w, .job = job, .simply = i > 0 };

		if (!start_child(w, job, &p)) {
			problem(&p, err_why(errno), EX_OSERR);
			return;
		}
		done = bury_child(&p, listen_to_child(&p));
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
	read_job(w, &job);
	buf_free(&name);
}

bool worker_read_path(struct worker *w, const char *path, struct err *e)
{
	bool std = !strcmp(path, "-");
	int fd = std ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
	struct buf bytes = { 0 };
	int got;

	if (fd < 0)
		return err_sys(e, EX_NOINPUT, "%s", path);
	got = buf_read_fd(&bytes, fd, LIMIT_FILE_BYTES);
	if (got < 0)
		err_sys(e, EX_NOINPUT, "%s", path);
	else if (got > 0)
		err_set(e, EX_DATAERR, _("%s: larger than %d MB. Split it"), path, LIMIT_FILE_BYTES >> 20);
	if (!std)
		close(fd);
	if (got == 0) {
		(void)buf_str(&bytes);
		worker_read(w, path, buf_span(&bytes));
	}
	buf_free(&bytes);
	return got == 0;
}
