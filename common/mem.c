/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The only place that calls malloc for the rest of the house, and the only one that ends a program for want of it. */
#include "mem.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sysexits.h>

#include "i18n.h"

enum { ARENA_BLOCK_BYTES = 64 * 1024, ALIGN = 16 };

/* Memory of that size is asked for in huge pages: a fault for each of its 4 KB costs more than what is done with them.
 */
enum { HUGE_PAGE_BYTES = 2 << 20, HUGE_FROM = 4 << 20 };

struct arena_block {
	struct arena_block *next;
	size_t size; /* usable bytes after the header */
	_Alignas(ALIGN) unsigned char bytes[];
};

static _Noreturn void out_of_memory(void)
{
	fputs(_("svod: out of memory. Give it fewer or smaller documents at a time (split -l), or more memory\n"),
	      stderr);
	exit(EX_OSERR);
}

static void prefer_huge(void *p, size_t bytes)
{
	size_t skip = -(uintptr_t)p & (HUGE_PAGE_BYTES - 1);

	if (bytes >= HUGE_FROM)
		(void)madvise((char *)p + skip, (bytes - skip) & ~(size_t)(HUGE_PAGE_BYTES - 1), MADV_HUGEPAGE);
}

void *mem_alloc(size_t bytes)
{
	void *p = calloc(1, bytes ? bytes : 1);

	if (!p)
		out_of_memory();
	return p;
}

void *mem_grow(void *p, size_t bytes)
{
	p = realloc(p, bytes ? bytes : 1);
	if (!p)
		out_of_memory();
	prefer_huge(p, bytes);
	return p;
}

char *mem_dup(struct span s)
{
	char *p = mem_alloc(s.n + 1);

	if (s.n)
		memcpy(p, s.p, s.n);
	return p;
}

static size_t room_for(size_t cap, size_t each)
{
	size_t want = cap ? cap * 2 : 16;

	if (want < cap || want > SIZE_MAX / 2 / each)
		out_of_memory();
	return want;
}

void *mem_room(void *p, size_t *cap, size_t each)
{
	*cap = room_for(*cap, each);
	return mem_grow(p, *cap * each);
}

static void arena_push(struct arena *a, size_t bytes)
{
	size_t size = bytes > ARENA_BLOCK_BYTES ? bytes : ARENA_BLOCK_BYTES;
	struct arena_block *b;

	/* Blocks double, so that a large document costs few of them. */
	if (a->head && a->head->size < SIZE_MAX / 4 && size < a->head->size * 2)
		size = a->head->size * 2 < (64u << 20) ? a->head->size * 2 : size;
	if (size > SIZE_MAX - sizeof *b)
		out_of_memory();
	b = malloc(sizeof *b + size);
	if (!b)
		out_of_memory();
	prefer_huge(b, size);
	b->size = size;
	b->next = a->head;
	a->head = b;
	a->used = 0;
}

struct arena arena_within(void *p, size_t bytes)
{
	struct arena_block *b = p;

	*b = (struct arena_block){ .size = bytes - sizeof *b };
	return (struct arena){ .head = b };
}

size_t arena_within_used(const struct arena *a, const void *p)
{
	return a->head == p ? sizeof *a->head + a->used : 0;
}

static void *arena_raw(struct arena *a, size_t bytes)
{
	void *p;

	if (bytes > SIZE_MAX - ALIGN)
		out_of_memory();
	bytes = (bytes + ALIGN - 1) & ~(size_t)(ALIGN - 1);
	if (!a->head || a->head->size - a->used < bytes)
		arena_push(a, bytes);
	p = a->head->bytes + a->used;
	a->used += bytes;
	return p;
}

void *arena_alloc(struct arena *a, size_t bytes)
{
	return memset(arena_raw(a, bytes), 0, bytes);
}

struct span arena_dup(struct arena *a, struct span s)
{
	char *p = arena_raw(a, s.n + 1);

	if (s.n)
		memcpy(p, s.p, s.n);
	p[s.n] = 0;
	return span_make(p, s.n);
}

struct span arena_printf(struct arena *a, const char *format, ...)
{
	va_list ap;
	char *p;
	int n;

	va_start(ap, format);
	n = vsnprintf(NULL, 0, format, ap);
	va_end(ap);
	if (n < 0)
		return span_make("", 0);
	p = arena_raw(a, (size_t)n + 1);
	va_start(ap, format);
	vsnprintf(p, (size_t)n + 1, format, ap);
	va_end(ap);
	return span_make(p, (size_t)n);
}

void *arena_room(struct arena *a, const void *p, size_t n, size_t *cap, size_t each)
{
	void *q;

	*cap = room_for(*cap, each);
	q = arena_raw(a, *cap * each);
	if (n)
		memcpy(q, p, n * each);
	return q;
}

void arena_reset(struct arena *a)
{
	struct arena_block *keep = a->head;

	for (struct arena_block *b = a->head; b; b = b->next)
		if (b->size > keep->size)
			keep = b;
	for (struct arena_block *b = a->head, *next; b; b = next) {
		next = b->next;
		if (b != keep)
			free(b);
	}
	if (keep)
		keep->next = NULL;
	a->head = keep;
	a->used = 0;
}

void arena_free(struct arena *a)
{
	for (struct arena_block *b = a->head, *next; b; b = next) {
		next = b->next;
		free(b);
	}
	*a = (struct arena){ 0 };
}
