/* SPDX-License-Identifier: GPL-3.0-or-later */
/* svod-clean on anything: the first byte chooses the format and how blocks are cut, the rest is the text. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "../unit/clean-frame.h"
#include "clean.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void make_doc(struct doc *d, unsigned char how, struct span s)
{
	static const char *const formats[] = { "txt", "docx", "pdf", "md" };
	size_t start = 0;

	d->source.format = span_of(formats[how & 3]);
	d->text = arena_dup(&d->arena, s);
	d->has_text = true;
	for (size_t i = 0; i <= s.n; i++) {
		struct map_run *run;

		if ((i < s.n && s.p[i] != '\n') || start == s.n)
			continue;
		run = doc_add_map(d, how & 8 ? MAP_PAGE : MAP_BYTES, start, i - start + (i < s.n));
		run->at = (int64_t)start;
		run->len = (int64_t)(how & 16 ? utf8_count(span_sub(s, run->t, run->t + run->n)) : run->n);
		run->line = 1;
		if (how & 4 && i > start)
			doc_add_block(d, how & 32 ? BLOCK_CELL : BLOCK_PARA, start, i)->table = how & 32 ? 1 : 0;
		start = i + 1;
	}
	if (!(how & 4) && s.n)
		doc_add_block(d, BLOCK_PARA, 0, s.n);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct span s = span_make((const char *)data + (size > 0), size ? size - 1 : 0);
	struct doc d = { 0 };
	static struct clean *c; /* lexicons are read once */
	const char *problem;

	if (!size || !utf8_valid(s))
		return 0;
	if (!c)
		c = clean_new();
	make_doc(&d, data[0], s);
	clean_doc(c, &d);
	problem = frame_problem(&d);
	if (problem) {
		fprintf(stderr, "%s\n", problem);
		abort();
	}
	doc_free(&d);
	return 0;
}
