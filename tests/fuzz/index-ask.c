/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as a query: a message or an FTS5 query, never a crash; and snippets cut from any marked text. */
#include <stdint.h>

#include "ask.h"
#include "match.h"
#include "snippet.h"
#include "utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct span s = span_make((const char *)data, size);
	struct arena a = { 0 };
	struct buf out = { 0 };
	struct ask ask;
	struct err e = { 0 };

	if (ask_parse(s, &a, &ask, &e) && ask.words)
		match_put(ask.words, &out);
	buf_reset(&out);
	if (utf8_valid(s)) {
		snippet_cut(s, size % 300, &out);
		snippet_wrap(s, &mark_brackets, 80, 10, &out);
	}
	buf_free(&out);
	arena_free(&a);
	return 0;
}
