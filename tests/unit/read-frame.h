/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_TEST_READ_FRAME_H
#define SVOD_TEST_READ_FRAME_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "reader.h"

/* What the tests of readers share: source bytes in, a document out. The bytes must outlive the document. */

static inline void read_bytes(struct doc *d, const struct reader *r, struct span bytes, bool wanted, struct err *e)
{
	static const struct read_options none = { 0 };
	const struct reader_input in = { .bytes = bytes, .name = "test", .options = &none };

	assert_int_equal(r->read(&in, d, e), wanted);
}

static inline void read_text(struct doc *d, const struct reader *r, const char *text)
{
	struct err e = { 0 };

	read_bytes(d, r, span_of(text), true, &e);
}

/* Block i has that kind and text. */
static inline void expect_block(const struct doc *d, size_t i, enum block_kind kind, const char *text)
{
	struct span s;

	assert_true(i < d->n_blocks);
	s = doc_slice(d, d->blocks[i].start, d->blocks[i].end);
	if (!span_is(s, text) || d->blocks[i].kind != kind)
		fail_msg("block %zu is %s \"%.*s\"", i, block_kind_names[d->blocks[i].kind], SPAN_ARG(s));
}

static inline void expect_cell(const struct doc *d, size_t i, int row, int col, const char *text)
{
	expect_block(d, i, BLOCK_CELL, text);
	assert_int_equal(d->blocks[i].row, row);
	assert_int_equal(d->blocks[i].col, col);
}

static inline void expect_mark(const struct doc *d, size_t i, const char *mark)
{
	assert_true(i < d->n_blocks);
	if (!span_is(d->blocks[i].mark, mark))
		fail_msg("mark of block %zu is \"%.*s\"", i, SPAN_ARG(d->blocks[i].mark));
}

/* Every byte of every block lies in a run of the map. */
static inline void expect_whole_map(const struct doc *d)
{
	for (size_t i = 0; i < d->n_blocks; i++)
		for (size_t at = d->blocks[i].start; at < d->blocks[i].end; at++)
			if (doc_map_at(d, at) < 0)
				fail_msg("byte %zu of block %zu comes from nowhere", at, i);
}

#endif
