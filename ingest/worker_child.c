/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A worker's child: it reads one source inside its bounds and says what comes out, then it is gone. */
#include "worker_p.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "limit.h"

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

	worker_name_source(&d, c->job);
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

	worker_name_source(&d, c->job);
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

void worker_child(struct worker *w, const struct source_job *job, const void *late, int fd)
{
	struct child c = { .fd = fd, .job = job };
	struct reader_input in = {
		.bytes = job->bytes,
		.name = worker_name(job),
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
