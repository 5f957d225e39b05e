/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Readers work on decoded text, people look into the file: this leads from the one to the other. */
#include "lines.h"
#include "bisect.h"

struct line_start {
	size_t text, source;
};

static void add_start(struct lines *l, struct arena *a, size_t text, size_t source)
{
	ARENA_ROOM(a, l->starts, l->n, l->cap);
	l->starts[l->n++] = (struct line_start){ text, source };
}

void lines_index(struct lines *l, const struct decoded *dec, struct arena *a)
{
	struct span text = dec->text;
	size_t source = dec->skipped;

	*l = (struct lines){ .dec = dec };
	for (size_t at = 0; at < text.n;) {
		size_t end = span_find_char(text, '\n', at);

		end = end == SPAN_NONE ? text.n : end + 1;
		add_start(l, a, at, source);
		source += charset_source_bytes(dec, span_sub(text, at, end));
		at = end;
	}
	if (!l->n)
		add_start(l, a, 0, source);
}

static bool holds(const struct lines *l, size_t line, size_t at)
{
	return l->starts[line].text <= at && (line + 1 == l->n || l->starts[line + 1].text > at);
}

static size_t line_of(struct lines *l, size_t at)
{
	size_t next;

	if (holds(l, l->last, at))
		return l->last;
	if (l->last + 1 < l->n && holds(l, l->last + 1, at))
		return ++l->last;
	BISECT(next, l->n, l->starts[next].text <= at);
	return l->last = next ? next - 1 : 0;
}

struct map_run lines_place(struct lines *l, size_t at, size_t n)
{
	size_t line = line_of(l, at);
	struct span text = l->dec->text;
	const struct line_start *s = &l->starts[line];
	size_t before = charset_source_bytes(l->dec, span_sub(text, s->text, at));

	return (struct map_run){
		.kind = MAP_BYTES,
		.at = (int64_t)(s->source + before),
		.len = (int64_t)charset_source_bytes(l->dec, span_sub(text, at, at + n)),
		.line = (int64_t)line + 1,
	};
}
