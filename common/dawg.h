/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_DAWG_H
#define SVOD_DAWG_H

#include <stddef.h>
#include <stdint.h>

#include "err.h"

/*
 * A word graph in the format of dawgdic (double array; little-endian units of 32 bits: count, units, then optionally
 * count, two guide bytes a unit), as pymorphy2 and az ship their dictionaries; keys are Windows-1251 in az's files. The
 * file stays mapped, nothing is copied.
 * A unit: bits 0-7 label, 8 "a value hangs here", 9 scale of the offset, 10-30 offset, 31 "this is a value".
 * Zero-initialized it is valid and holds no word. Read-only after dawg_open, so threads may share it.
 */
struct dawg {
	const unsigned char *map;
	size_t map_bytes;
	const uint32_t *unit;
	uint32_t n_units;
	const unsigned char *guide; /* first child and next sibling of each unit; NULL: none */
	uint32_t n_guide;
};

enum { DAWG_ROOT = 0 };
#define DAWG_NONE UINT32_MAX

/* Maps the file. 66 where it cannot be read, 78 where its sizes contradict each other. */
bool dawg_open(struct dawg *d, const char *path, struct err *e) MUST_USE;
/* Unmaps the file; the graph holds no word afterwards. */
void dawg_close(struct dawg *d);

/* The unit behind the byte c, or DAWG_NONE. at may be DAWG_NONE. Never leaves the file, whatever it holds. */
uint32_t dawg_step(const struct dawg *d, uint32_t at, unsigned char c);

/* The same for n bytes. */
uint32_t dawg_walk(const struct dawg *d, uint32_t at, const char *p, size_t n);

/* The value of the key that ends at this unit: true and *value set, or false where no key ends here. */
bool dawg_value(const struct dawg *d, uint32_t at, uint32_t *value);

/*
 * Keys of a record graph are WORD 0x01 RECORD, a record being up to DAWG_FIELDS numbers of 14 bits, each in two bytes
 * of seven bits, high first, shifted left by one with the lowest bit set (so no byte is 0). Calls got for each record
 * behind the unit where WORD ends, in the order of the graph.
 */
enum { DAWG_FIELDS = 3 };
void dawg_records(const struct dawg *d, uint32_t at, void (*got)(void *ctx, const unsigned *field, size_t n),
		  void *ctx);

#endif
