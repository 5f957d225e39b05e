/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shared by the tests of svod-clean: documents from a string, and what came out as a string. */
#ifndef TESTS_INGEST_CLEAN_H
#define TESTS_INGEST_CLEAN_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "clean.h"
#include "utf8.h"

/* A document as a reader gives it: \x1e in the source stands between blocks (and is a line feed in the text). */
static inline void make_doc(struct doc *d, const char *format, const char *source)
{
	struct span s = span_of(source);
	char *p;
	size_t start = 0;
	int64_t line = 1;

	doc_reset(d);
	d->source.format = span_of(format);
	d->text = arena_dup(&d->arena, s);
	d->has_text = true;
	p = (char *)(uintptr_t)d->text.p;
	for (size_t i = 0; i <= s.n; i++) {
		struct map_run *run;

		if ((i < s.n && s.p[i] != '\x1e' && s.p[i] != '\n') || start == s.n)
			continue;
		run = doc_add_map(d, MAP_BYTES, start, i - start + (i < s.n));
		run->at = (int64_t)start;
		run->len = (int64_t)run->n;
		run->line = line++;
		start = i + 1;
	}
	start = 0;
	for (size_t i = 0; i <= s.n; i++) {
		if (i < s.n && s.p[i] != '\x1e')
			continue;
		doc_add_block(d, BLOCK_PARA, start, i);
		start = i + 1;
		if (i < s.n)
			p[i] = '\n';
	}
}

/* One block a line: kind, level, [row,col], {mark}, flags, text. Free with buf_free. */
static inline const char *show(const struct doc *d, struct buf *out)
{
	buf_reset(out);
	for (size_t i = 0; i < d->n_blocks; i++) {
		const struct block *b = &d->blocks[i];

		buf_puts(out, block_kind_names[b->kind]);
		if (b->level)
			buf_addf(out, " %d", b->level);
		if (b->table)
			buf_addf(out, " [%d,%d]%s", b->row, b->col, b->head ? " head" : "");
		if (b->mark.n)
			buf_addf(out, " {%.*s}", SPAN_ARG(b->mark));
		if (b->hidden)
			buf_puts(out, " hidden");
		if (b->dup)
			buf_puts(out, " dup");
		if (b->lang.n)
			buf_addf(out, " %.*s", SPAN_ARG(b->lang));
		buf_addf(out, ": %.*s\n", SPAN_ARG(doc_slice(d, block_body(b), b->end)));
	}
	return buf_str(out);
}

/* Cleans source with all passes and compares. */
static inline void expect_clean(const char *format, const char *source, const char *blocks)
{
	struct clean *c = clean_new();
	struct doc d = { 0 };
	struct buf out = { 0 };

	make_doc(&d, format, source);
	clean_doc(c, &d);
	assert_string_equal(show(&d, &out), blocks);
	buf_free(&out);
	doc_free(&d);
	clean_free(c);
}

/* The text alone after one pass. */
static inline void expect_text(const char *pass, const char *format, const char *source, const char *text)
{
	struct clean *c = clean_new();
	struct doc d = { 0 };

	make_doc(&d, format, source);
	assert_true(clean_doc_pass(c, &d, pass));
	assert_string_equal(arena_dup(&d.arena, d.text).p, text);
	doc_free(&d);
	clean_free(c);
}

#endif
