/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parser and compiler of rules on anything: it says what is wrong, and what it lets through can be run. */
#include <stdint.h>

#include "matcher.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void run(struct ruleset *rs)
{
	static const char text[] = "Принято 30 ноября 2022 г. в Москве: «План» № 5, 12 тыс. руб. (x1)";
	struct matcher *m = matcher_new(rs);
	struct doc d = { 0 };

	d.text = span_of(text);
	d.has_text = true;
	doc_add_block(&d, BLOCK_PARA, 0, sizeof text - 1);
	matcher_run(m, &d);
	doc_free(&d);
	matcher_free(m);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct err e = { 0 };
	struct ruleset *rs = size < 4096 ? ruleset_of_text("fuzz", span_make((const char *)data, size), &e) : NULL;

	if (!rs)
		return 0;
	ruleset_compile_all(rs);
	for (size_t i = 0; i < ruleset_errors(rs); i++) {
		err_clear(&e);
		ruleset_error(rs, i, &e);
	}
	run(rs);
	ruleset_free(rs);
	return 0;
}
