/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_TESTS_ANALYZE_NAMES_H
#define SVOD_TESTS_ANALYZE_NAMES_H

/* Sentences and the names that are found in them. What needs the dictionary is skipped, with the reason. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <cmocka.h>

#include "doc.h"
#include "morph.h"
#include "resolve.h"
#include "utf8.h"

struct sentence_case {
	const char *lang, *text, *names; /* canonical names in text order, joined by " | " */
};

static bool open_or_skip(struct resolver *r)
{
	struct err e = { 0 };

	if (!resolver_open(r, &e))
		fail_msg("%s", e.text);
	if (morph_has_dictionary(r->morph))
		return true;
	printf("skipped: the Russian dictionary is not there (make setup fetches it)\n");
	resolver_close(r);
	return false;
}

/* One paragraph a line of the text, as svod-clean gives it. */
static void make_doc(struct doc *d, const struct sentence_case *c)
{
	struct span text = span_of(c->text), rest = text;

	doc_reset(d);
	d->has_text = true;
	d->text = text;
	jval_set_str(&d->arena, doc_meta(d), "lang", span_of(c->lang));
	while (rest.p) {
		struct span line = span_cut(&rest, '\n');
		size_t start = (size_t)(line.p - text.p);

		doc_add_block(d, BLOCK_PARA, start, start + line.n);
		doc_add_sentence(d, start, start + line.n);
	}
}

static void check_names(const struct sentence_case *cases, size_t n, enum item_type type)
{
	struct resolver r = { 0 };
	struct doc d = { 0 };
	struct buf found = { 0 };

	if (!open_or_skip(&r))
		skip();
	for (size_t i = 0; i < n; i++) {
		struct err e = { 0 };

		make_doc(&d, &cases[i]);
		assert_true(resolver_run(&r, &d, &e));
		buf_reset(&found);
		for (size_t k = 0; k < d.n_items; k++) {
			if (d.items[k].type != type)
				continue;
			if (found.n)
				buf_puts(&found, " | ");
			buf_add(&found, jval_str(d.items[k].norm, "canonical"));
		}
		assert_string_equal(buf_str(&found), cases[i].names);
	}
	buf_free(&found);
	doc_free(&d);
	resolver_close(&r);
}

#endif
