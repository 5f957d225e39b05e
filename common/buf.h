/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_BUF_H
#define SVOD_BUF_H

#include "span.h"

/* Growing text. Zero-initialized it is valid and empty. The buffer owns its bytes; free with buf_free. */
struct buf {
	char *p;
	size_t n, cap; /* bytes */
};

/* Makes room for at least more bytes beyond n, so that p[n … n+more) may be written. */
void buf_room(struct buf *b, size_t more);

/* Append; s may not point into b itself. Without memory the process ends (mem.h), so nothing here fails. */
void buf_add(struct buf *b, struct span s);
/* A NUL-terminated text. */
void buf_puts(struct buf *b, const char *s);
/* As printf; a text that cannot be formatted adds nothing. */
void buf_addf(struct buf *b, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* One byte. */
static inline void buf_putc(struct buf *b, char c)
{
	if (b->n == b->cap)
		buf_room(b, 1);
	b->p[b->n++] = c;
}

/*
 * s as a terminal may show it: control characters (C0 other than those in keep, DEL, C1) become spaces, bytes that are
 * no UTF-8 U+FFFD. The name of a file can then neither break a line nor speak to the terminal.
 */
void buf_add_plain(struct buf *b, struct span s, const char *keep);

/* The code point c in UTF-8; surrogates and values above U+10FFFF become U+FFFD. */
void buf_put_utf8(struct buf *b, unsigned c);

/* What the buffer holds; valid until the next change. */
static inline struct span buf_span(const struct buf *b)
{
	return span_make(b->p, b->n);
}

/* The text NUL-terminated (the NUL is not counted); valid until the next change. */
const char *buf_str(struct buf *b);

/* Empties it and keeps the memory. */
static inline void buf_reset(struct buf *b)
{
	b->n = 0;
}

/* Gives the bytes away, NUL-terminated; the caller frees them, the buffer is empty afterwards. */
char *buf_take(struct buf *b);

/* Frees the bytes; the buffer is empty and may be used again. */
void buf_free(struct buf *b);

/* Reads all of fd up to max bytes. 0: all read; 1: there was more than max; -1: errno says why. */
int buf_read_fd(struct buf *b, int fd, size_t max);

/* Writes all of s to fd, going on behind a signal. False: errno says why, and a part may have been written. */
bool buf_write_fd(int fd, struct span s);

#endif
