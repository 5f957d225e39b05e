/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_LINES_H
#define SVOD_LINES_H

#include "charset.h"
#include "doc.h"

/* From an offset in decoded text to line and bytes of the source file. */
struct lines {
	const struct decoded *dec;
	struct line_start *starts; /* in the document's arena */
	size_t n, cap;
	size_t last; /* line that was asked for last: places are asked for in order mostly */
};

/* Indexes the decoded text; dec must outlive it. */
void lines_index(struct lines *l, const struct decoded *dec, struct arena *a);

/* The place (MAP_BYTES: at, len, line) of bytes [at, at + n) of the decoded text. */
struct map_run lines_place(struct lines *l, size_t at, size_t n);

#endif
