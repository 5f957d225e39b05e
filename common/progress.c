/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Delayed, rate-limited, foreground-only: a bar that is there when one waits and in nobody's log. */
#include "progress.h"

#include <stdio.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

#include "buf.h"
#include "i18n.h"
#include "json.h"
#include "utf8.h"

const char *const progress_choices[] = { "auto", "never", "json", NULL };

enum { BAR_CELLS = 30 };
static const double DELAY_S = 0.5, INTERVAL_S = 1.0 / 6;

static double now_s(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

void progress_start(struct progress *p, enum progress_mode mode, size_t total)
{
	*p = (struct progress){ .mode = mode, .total = total, .started_s = now_s() };
	if (mode == PROGRESS_AUTO && !isatty(STDERR_FILENO))
		p->mode = PROGRESS_NEVER;
}

double progress_seconds(const struct progress *p)
{
	return now_s() - p->started_s;
}

static size_t terminal_columns(void)
{
	struct winsize w;

	return ioctl(STDERR_FILENO, TIOCGWINSZ, &w) == 0 && w.ws_col ? w.ws_col : 80;
}

/* The end of s that fits into columns characters. */
static struct span tail_of(struct span s, size_t columns)
{
	size_t n = utf8_count(s);

	return n <= columns ? s : span_sub(s, utf8_offset(s, n - columns), s.n);
}

static void draw(struct progress *p, struct span label, double at)
{
	size_t columns = terminal_columns();
	size_t cells = columns > 70 ? BAR_CELLS : columns / 3; /* what wraps cannot be erased */
	size_t filled = p->total ? p->done * cells / p->total : 0;
	double left_s = p->done ? (at - p->started_s) * (double)(p->total - p->done) / (double)p->done : 0;
	struct buf line = { 0 };
	long s = (long)(left_s + 0.5);
	size_t used;

	buf_putc(&line, '[');
	for (size_t i = 0; i < cells; i++)
		buf_putc(&line, i < filled ? '#' : '-');
	buf_addf(&line, "] %zu/%zu %3zu%% ", p->done, p->total, p->total ? p->done * 100 / p->total : 100);
	if (p->done)
		buf_addf(&line, _("%ld:%02ld:%02ld left "), s / 3600, s / 60 % 60, s % 60);
	used = utf8_count(buf_span(&line));
	if (columns > used + 1)
		buf_add_plain(&line, tail_of(label, columns - used - 1), "");
	line.n = utf8_offset(buf_span(&line), columns - 1);
	fprintf(stderr, "\r%s\033[K", buf_str(&line));
	buf_free(&line);
	p->shown = true;
}

static void step_json(const struct progress *p, struct span label)
{
	struct buf line = { 0 };
	struct json_out j = { &line, false };

	json_open(&j, '{');
	json_kv_int(&j, "done", (int64_t)p->done);
	json_kv_int(&j, "total", (int64_t)p->total);
	json_kv_str(&j, "path", label);
	json_close(&j, '}');
	buf_putc(&line, '\n');
	fwrite(line.p, 1, line.n, stderr);
	buf_free(&line);
}

void progress_step(struct progress *p, size_t done, struct span label)
{
	double at = now_s();

	p->done = done;
	if (p->mode == PROGRESS_JSON)
		step_json(p, label);
	if (p->mode != PROGRESS_AUTO || at - p->started_s < DELAY_S || at - p->drawn_s < INTERVAL_S)
		return;
	if (tcgetpgrp(STDERR_FILENO) != getpgrp())
		return;
	p->drawn_s = at;
	draw(p, label, at);
}

void progress_page(struct progress *p, const char *path, int page, int pages)
{
	struct buf label = { 0 };

	if (p->mode != PROGRESS_AUTO) /* json: a step a file, as programs expect */
		return;
	buf_addf(&label, _("%s: page %d of %d"), path, page, pages);
	progress_step(p, p->done, buf_span(&label));
	buf_free(&label);
}

void progress_clear(struct progress *p)
{
	if (p->shown)
		fputs("\r\033[K", stderr);
	p->shown = false;
}
