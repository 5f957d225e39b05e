/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small documents for the tests of the resolve passes: lines with a block kind, and questions to the items found. */
#ifndef TESTS_ANALYZE_DOC_H
#define TESTS_ANALYZE_DOC_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <cmocka.h>

#include "buf.h"
#include "resolve.h"

/* One line: "" ends the list. A mark that the text begins with makes it an item. */
struct line {
	enum block_kind kind;
	const char *mark, *text;
};

struct fixture {
	struct resolver r;
	struct doc d;
	struct buf text;
};

static inline int open_resolver(void **state)
{
	struct fixture *f = calloc(1, sizeof *f);
	struct err e = { 0 };

	if (!resolver_open(&f->r, &e)) {
		fprintf(stderr, "%s\n", e.text);
		free(f);
		return -1;
	}
	*state = f;
	return 0;
}

static inline int close_resolver(void **state)
{
	struct fixture *f = *state;

	resolver_close(&f->r);
	doc_free(&f->d);
	buf_free(&f->text);
	free(f);
	return 0;
}

static inline struct doc *start_doc(struct fixture *f)
{
	doc_reset(&f->d);
	buf_reset(&f->text);
	return &f->d;
}

static inline struct block *add_line(struct fixture *f, enum block_kind kind, const char *mark, const char *text)
{
	size_t start = f->text.n, body;
	struct block *b;

	if (mark)
		buf_addf(&f->text, "%s ", mark);
	body = f->text.n;
	buf_puts(&f->text, text);
	b = doc_add_block(&f->d, kind, start, f->text.n);
	b->mark = span_of(mark);
	b->body = body;
	buf_putc(&f->text, '\n');
	return b;
}

static inline void add_cell(struct fixture *f, int table, int row, int col, const char *text)
{
	struct block *b = add_line(f, BLOCK_CELL, NULL, text);

	b->table = table;
	b->row = row;
	b->col = col;
}

/* Runs all passes (only: one of them) over the lines that were added. */
static inline void resolve(struct fixture *f, const char *only)
{
	struct err e = { 0 };

	f->d.text = buf_span(&f->text);
	f->d.has_text = true;
	f->r.only = only;
	if (!resolver_run(&f->r, &f->d, &e))
		fail_msg("%s", e.text);
}

static inline void resolve_lines(struct fixture *f, const struct line *lines, const char *only)
{
	start_doc(f);
	for (; lines->text; lines++)
		add_line(f, lines->kind, lines->mark, lines->text);
	resolve(f, only);
}

/* The n-th item of that type (from 0), or NULL. */
static inline const struct item *nth(const struct fixture *f, enum item_type type, int n)
{
	for (size_t i = 0; i < f->d.n_items; i++)
		if (f->d.items[i].type == type && n-- == 0)
			return &f->d.items[i];
	return NULL;
}

static inline int count(const struct fixture *f, enum item_type type)
{
	int n = 0;

	while (nth(f, type, n))
		n++;
	return n;
}

static inline void assert_text(const struct fixture *f, const struct item *it, const char *text)
{
	char got[1000];

	assert_non_null(it);
	snprintf(got, sizeof got, "%.*s", SPAN_ARG(item_text(&f->d, it)));
	assert_string_equal(got, text);
}

static inline void assert_norm(const struct item *it, const char *key, const char *value)
{
	char got[1000];

	assert_non_null(it);
	snprintf(got, sizeof got, "%.*s", SPAN_ARG(jval_str(it->norm, key)));
	assert_string_equal(got, value);
}

#endif
