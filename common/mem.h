/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_MEM_H
#define SVOD_MEM_H

#include <stddef.h>

#include "span.h"

/* Allocation that cannot fail: out of memory prints one line and exits 71 (EX_OSERR), in mem.c only. */
void *mem_alloc(size_t bytes); /* zeroed */
void *mem_grow(void *p, size_t bytes);
char *mem_dup(struct span s); /* NUL-terminated copy; the caller frees it with free() */

/*
 * Makes room for one more element in a malloc'd array: p is a pointer, n its count, cap its capacity (lvalues).
 * Capacity doubles. The size is checked for overflow.
 */
#define MEM_ROOM(p, n, cap) ((n) < (cap) ? (void)0 : (void)((p) = mem_room((p), &(cap), sizeof *(p))))
void *mem_room(void *p, size_t *cap, size_t each);

/*
 * An arena: everything one document needs, freed at once. Zero-initialized it is valid and empty.
 * Pointers stay valid until arena_reset or arena_free.
 */
struct arena_block;
struct arena {
	struct arena_block *head;
	size_t used; /* bytes used of the newest block */
};

/*
 * An arena in memory of the caller's, aligned for any type, of at least a few hundred zeroed bytes: what is asked for
 * comes from there as long as there is room. Not for arena_free: the memory is the caller's to give back.
 */
struct arena arena_within(void *p, size_t bytes);

/* How many bytes from p on are in use; 0: there was not enough room. */
size_t arena_within_used(const struct arena *a, const void *p);

/* Zeroed memory, aligned for any type. */
void *arena_alloc(struct arena *a, size_t bytes);

/* A copy of s in the arena; a NUL follows it (not counted), so .p can go to libc. */
struct span arena_dup(struct arena *a, struct span s);

/* Formatted text in the arena; NUL-terminated like arena_dup. */
struct span arena_printf(struct arena *a, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Like MEM_ROOM for arrays that live in an arena (the old array stays behind until reset). */
#define ARENA_ROOM(a, p, n, cap) ((n) < (cap) ? (void)0 : (void)((p) = arena_room((a), (p), (n), &(cap), sizeof *(p))))
void *arena_room(struct arena *a, const void *p, size_t n, size_t *cap, size_t each);

/* Forgets everything; the largest block is kept for reuse. */
void arena_reset(struct arena *a);

/* Frees everything; the arena is empty and usable afterwards. */
void arena_free(struct arena *a);

#endif
