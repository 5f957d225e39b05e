/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the parent makes of the frames of a worker's child. A line counts only when its frame is whole. The child may by
 * then be what its document made of it: whatever it says is bounded, and speaks of its own source alone.
 */
#include "worker_p.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "limit.h"
#include "mem.h"
#include "notes.h"
#include "utf8.h"

/* "PATH!MEMBER: TEXT", for a person. */
static void say_of(const struct parent *p, struct span text, struct buf *out)
{
	buf_puts(out, p->job->path);
	if (p->job->member.n)
		buf_addf(out, "!%.*s", SPAN_ARG(p->job->member));
	buf_puts(out, ": ");
	notes_say(text, out);
}

void worker_problem(const struct parent *p, const char *text, int code)
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

	if (code != EX_USAGE && code != EX_UNAVAILABLE)
		code = EX_DATAERR; /* others would end the whole run */
	worker_problem(p, sentence + (*sentence == ' '), (int)code);
	free(text);
}

static void on_frame_member(struct parent *p, struct span s)
{
	struct source_job inner = *p->job;
	struct span name = span_cut(&s, '\0');
	struct buf path = { 0 };
	char *copy;

	if (++p->members > LIMIT_MEMBERS || p->job->depth >= LIMIT_ARCHIVE_DEPTH) {
		p->nonsense = true;
		return;
	}
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
	worker_read_job(p->w, &inner);
	free(copy);
	buf_free(&path);
}

static void on_frame_progress(struct parent *p, struct span s)
{
	char *text = mem_dup(s), *end;
	long page = strtol(text, &end, 10), pages = strtol(end, NULL, 10);

	free(text);
	if (++p->pages > LIMIT_PAGES)
		return;
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

/* The format that a line says its source has, which only the child knows; what the line begins with is checked anyway.
 */
static struct span format_in(struct span line)
{
	const struct span field = SPAN(",\"format\":\"");
	size_t at = span_find(line, field, 0);

	return at == SPAN_NONE ? SPAN("") : span_sub(line, at + field.n, span_find_char(line, '"', at + field.n));
}

/* Is it one line, and one of the job's own document, as the parent would begin it? */
static bool is_own_line(const struct parent *p, struct span line)
{
	struct doc d = { 0 };
	struct buf head = { 0 };
	bool own = false;

	worker_name_source(&d, p->job);
	for (int formats = 0; formats < 2 && !own; formats++) {
		d.source.format = formats ? format_in(line) : SPAN("");
		buf_reset(&head);
		doc_write(&d, &head);
		own = span_starts(line, span_make(head.p, head.n - strlen("}}\n")));
	}
	doc_free(&d);
	buf_free(&head);
	return own && span_find_char(line, '\n', 0) == line.n - 1;
}

/* The line has arrived. */
static void end_line(struct parent *p)
{
	if (!is_own_line(p, span_sub(buf_span(p->w->out), p->line_from, p->w->out->n))) {
		p->w->out->n = p->line_from;
		p->nonsense = true;
		return;
	}
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

/* Leaves in p->in what is no whole frame yet: an archive would fill it with all that it unpacks to. */
static void drop_taken(struct parent *p)
{
	if (!p->at)
		return;
	p->in.n -= p->at;
	memmove(p->in.p, p->in.p + p->at, p->in.n);
	p->at = 0;
}

/* Handles every whole frame that has arrived. */
static void take_frames(struct parent *p)
{
	struct frame_head h;

	while (!p->nonsense && p->in.n - p->at >= sizeof h) {
		memcpy(&h.bytes, p->in.p + p->at, sizeof h.bytes);
		h.kind = p->in.p[p->at + sizeof h.bytes];
		p->nonsense = h.bytes > (uint64_t)LIMIT_LINE_BYTES + 4096 || (h.kind == FRAME_LINE && p->lines);
		if (p->nonsense)
			return;
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
	drop_taken(p);
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

bool worker_listen(struct parent *p)
{
	for (int silent = 0; silent < LIMIT_WORKER_IDLE_S * 1000;) {
		struct pollfd wait = { .fd = p->fd, .events = POLLIN };
		int ready = poll(&wait, 1, WORKER_TICK_MS);
		ssize_t n;

		if (p->w->stopped && p->w->stopped(p->w->ctx))
			return false;
		if (ready < 0 && errno == EINTR)
			continue;
		if (ready < 0)
			return false;
		silent = ready ? 0 : silent + WORKER_TICK_MS;
		if (!ready)
			continue;
		n = take_bytes(p);
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return true;
		if (!p->line_left)
			take_frames(p);
		if (p->nonsense)
			return false;
	}
	return false;
}
