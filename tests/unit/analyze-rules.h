/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_TEST_RULES_H
#define SVOD_TEST_RULES_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <cmocka.h>

#include "matcher.h"

/* A rule set from texts of rule files, one directory each; ended by NULL. */
static inline struct ruleset *rules_of(const char *first, ...)
{
	char dirs[4][40];
	const char *names[4];
	struct err e = { 0 };
	struct ruleset *rs;
	size_t n = 0;
	va_list args;

	va_start(args, first);
	for (const char *text = first; text && n < 4; text = va_arg(args, const char *), n++) {
		char path[200];
		FILE *f;

		snprintf(dirs[n], sizeof dirs[n], "/tmp/svod-rules-XXXXXX");
		assert_non_null(mkdtemp(dirs[n]));
		snprintf(path, sizeof path, "%s/a.rules", dirs[n]);
		f = fopen(path, "w");
		assert_non_null(f);
		fputs(text, f);
		fclose(f);
		names[n] = dirs[n];
	}
	va_end(args);
	rs = ruleset_load(&(struct ruleset_source){ names, n, NULL, true }, &e);
	assert_non_null(rs);
	for (size_t i = 0; i < n; i++) {
		char path[200];

		snprintf(path, sizeof path, "%s/a.rules", dirs[i]);
		unlink(path);
		rmdir(dirs[i]);
	}
	return rs;
}

/* One paragraph a line; the caller frees it. */
static inline void doc_of(struct doc *d, const char *text)
{
	size_t n = strlen(text);

	*d = (struct doc){ 0 };
	d->text = arena_dup(&d->arena, span_of(text));
	d->has_text = true;
	for (size_t at = 0; at < n;) {
		size_t end = span_find_char(d->text, '\n', at);

		end = end == SPAN_NONE ? n : end;
		if (end > at)
			doc_add_block(d, BLOCK_PARA, at, end);
		at = end + 1;
	}
}

#endif
