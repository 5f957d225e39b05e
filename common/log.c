/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Messages for people. One write a message, so that lines of parallel programs do not mix. */
#include "log.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "buf.h"
#include "utf8.h"

static void say(const struct log *l, const char *paint, const char *text)
{
	struct buf line = { 0 };

	buf_addf(&line, l->color ? "\033[1m%s:\033[0m \033[%sm" : "%s: ", l->program, paint);
	buf_add_plain(&line, utf8_whole(span_of(text)), "\n\t");
	buf_puts(&line, l->color ? "\033[0m\n" : "\n");
	fwrite(line.p, 1, line.n, stderr);
	buf_free(&line);
}

void log_err(const struct log *l, const struct err *e)
{
	if (e->code)
		say(l, "31", e->text);
}

void log_warn(const struct log *l, const char *format, ...)
{
	char text[1000];
	va_list ap;

	if (l->level < 0)
		return;
	va_start(ap, format);
	vsnprintf(text, sizeof text, format, ap);
	va_end(ap);
	say(l, "33", text);
}

void log_info(const struct log *l, const char *format, ...)
{
	char text[1000];
	va_list ap;

	if (l->level < 1)
		return;
	va_start(ap, format);
	vsnprintf(text, sizeof text, format, ap);
	va_end(ap);
	say(l, "0", text);
}

bool log_wants_color(int choice, int fd)
{
	const char *no = getenv("NO_COLOR");
	const char *term = getenv("TERM");

	if (choice)
		return choice == 1;
	return isatty(fd) && !(no && *no) && !(term && !strcmp(term, "dumb"));
}
