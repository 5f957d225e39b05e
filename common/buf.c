/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Growing text: every writer of the house appends to one of these and checks once at the end. */
#include "buf.h"

#include <errno.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "mem.h"
#include "utf8.h"

void buf_room(struct buf *b, size_t more)
{
	size_t cap = b->cap ? b->cap : 256;

	if (b->cap - b->n >= more)
		return;
	while (cap - b->n < more) {
		if (cap > SIZE_MAX / 2)
			cap = SIZE_MAX; /* mem_grow ends the program */
		else
			cap *= 2;
	}
	b->p = mem_grow(b->p, cap);
	b->cap = cap;
}

void buf_add(struct buf *b, struct span s)
{
	if (s.n == 0)
		return;
	buf_room(b, s.n);
	memcpy(b->p + b->n, s.p, s.n);
	b->n += s.n;
}

void buf_puts(struct buf *b, const char *s)
{
	buf_add(b, span_of(s));
}

void buf_addf(struct buf *b, const char *format, ...)
{
	va_list ap;
	int n;

	va_start(ap, format);
	n = vsnprintf(NULL, 0, format, ap);
	va_end(ap);
	if (n <= 0)
		return;
	buf_room(b, (size_t)n + 1);
	va_start(ap, format);
	vsnprintf(b->p + b->n, (size_t)n + 1, format, ap);
	va_end(ap);
	b->n += (size_t)n;
}

void buf_add_plain(struct buf *b, struct span s, const char *keep)
{
	size_t at = 0;

	while (at < s.n) {
		unsigned c = utf8_next(s, &at);
		bool control = c < 0x20 ? !c || !strchr(keep, (int)c) : c >= 0x7F && c < 0xA0;

		buf_put_utf8(b, control ? ' ' : c);
	}
}

void buf_put_utf8(struct buf *b, unsigned c)
{
	buf_room(b, 4);
	b->n += utf8_encode(c, b->p + b->n);
}

const char *buf_str(struct buf *b)
{
	buf_room(b, 1);
	b->p[b->n] = 0;
	return b->p;
}

char *buf_take(struct buf *b)
{
	char *p = (char *)(uintptr_t)buf_str(b);

	*b = (struct buf){ 0 };
	return p;
}

void buf_free(struct buf *b)
{
	free(b->p);
	*b = (struct buf){ 0 };
}

int buf_read_fd(struct buf *b, int fd, size_t max)
{
	for (;;) {
		size_t want = 64 * 1024;
		ssize_t got;

		if (want > max - b->n)
			want = max - b->n + 1;
		buf_room(b, want);
		got = read(fd, b->p + b->n, want);
		if (got == 0)
			return 0;
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return -1;
		b->n += (size_t)got;
		if (b->n > max) {
			b->n = max;
			return 1;
		}
	}
}

bool buf_write_fd(int fd, struct span s)
{
	while (s.n) {
		ssize_t n = write(fd, s.p, s.n);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return false;
		s = span_sub(s, (size_t)n, s.n);
	}
	return true;
}
