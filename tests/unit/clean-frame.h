/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What svod-clean promises about every document, checked: for tests and the fuzzer. */
#ifndef TESTS_CLEAN_FRAME_H
#define TESTS_CLEAN_FRAME_H

#include <string.h>

#include "doc.h"
#include "utf8.h"

static inline const char *frame_of_text(struct span s)
{
	for (size_t i = 0; i < s.n; i++) {
		unsigned char b = (unsigned char)s.p[i];

		if ((b < 0x20 && b != '\n') || b == 0x7F)
			return "a control character in the text";
		if (b == ' ' &&
		    (i == 0 || i + 1 == s.n || s.p[i + 1] == ' ' || s.p[i + 1] == '\n' || s.p[i - 1] == '\n'))
			return "a blank too many";
	}
	return utf8_valid(s) ? NULL : "the text is no UTF-8";
}

static inline const char *frame_of_blocks(const struct doc *d)
{
	size_t at = 0;

	for (size_t i = 0; i < d->n_blocks; i++) {
		const struct block *b = &d->blocks[i];

		if (b->start != at || b->end <= b->start || b->end > d->text.n)
			return "blocks do not cover the text in order";
		if (span_find_char(doc_slice(d, b->start, b->end), '\n', 0) != SPAN_NONE)
			return "a line feed in a block";
		if (b->body && (b->body <= b->start || b->body > b->end))
			return "body outside the block";
		if (b->mark.n && !span_starts(doc_slice(d, b->start, b->end), b->mark))
			return "the mark does not stand in the text";
		if (b->dup && (b->dup_end > b->start || b->dup_start >= b->dup_end))
			return "a block repeats what is not before it";
		at = b->end;
		if (at < d->text.n && d->text.p[at++] != '\n')
			return "no line feed between blocks";
	}
	return at == d->text.n ? NULL : "text behind the last block";
}

static inline const char *frame_of_map(const struct doc *d)
{
	size_t at = 0;

	for (size_t i = 0; i < d->n_map; i++) {
		const struct map_run *m = &d->map[i];

		if (m->t < at || m->n == 0 || m->t + m->n > d->text.n)
			return "map runs overlap or leave the text";
		for (; at < m->t; at++)
			if (d->text.p[at] != '\n')
				return "text without a source";
		at = m->t + m->n;
	}
	for (; at < d->text.n; at++)
		if (d->text.p[at] != '\n')
			return "text without a source at the end";
	return NULL;
}

/* NULL: all is well; else what is not. */
static inline const char *frame_problem(const struct doc *d)
{
	const char *problem = frame_of_text(d->text);

	if (!problem)
		problem = frame_of_blocks(d);
	if (!problem)
		problem = frame_of_map(d);
	for (size_t i = 0; i < d->n_sentences && !problem; i++)
		if (d->sentences[i].start >= d->sentences[i].end || d->sentences[i].end > d->text.n ||
		    (i && d->sentences[i].start < d->sentences[i - 1].end))
			problem = "sentences out of order";
	for (size_t i = 0; i < d->n_notes && !problem; i++)
		if (d->notes[i].placed && (d->notes[i].start > d->notes[i].end || d->notes[i].end > d->text.n))
			problem = "a note outside the text";
	return problem;
}

#endif
