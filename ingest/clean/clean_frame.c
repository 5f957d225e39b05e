/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The frame that later programs rely on: blocks in order that cover the text (clean_cover, before anything moves), and
 * single spaces with one line feed between blocks (clean_frame, when all lines are joined).
 */
#include <stdlib.h>

#include "clean_p.h"
#include "utf8.h"

/*
 * Length in bytes of the white space at s.p[i], 0 if there is none. All of White_Space but the line and paragraph
 * separators, which clean_controls has made \n.
 */
static size_t space_at(struct span s, size_t i)
{
	unsigned char b = (unsigned char)s.p[i], b2, b3;

	if (b == ' ' || (b >= '\t' && b <= '\r'))
		return 1;
	if (b < 0xC2 || i + 1 >= s.n)
		return 0;
	b2 = (unsigned char)s.p[i + 1];
	if (b == 0xC2)
		return b2 == 0xA0 ? 2 : 0;
	if (b > 0xE3 || b < 0xE1 || i + 2 >= s.n)
		return 0;
	b3 = (unsigned char)s.p[i + 2];
	if (b == 0xE2 && ((b2 == 0x80 && (b3 <= 0x8A || b3 == 0xAF)) || (b2 == 0x81 && b3 == 0x9F)))
		return 3;
	return (b == 0xE3 && b2 == 0x80 && b3 == 0x80) || (b == 0xE1 && b2 == 0x9A && b3 == 0x80) ? 3 : 0;
}

static size_t skip_space(struct span s, size_t at, size_t end)
{
	for (size_t n; at < end && (n = space_at(s, at)) > 0;)
		at += n;
	return at;
}

/* The end of [start, end) without the white space behind it. */
static size_t trim_end(struct span s, size_t start, size_t end)
{
	while (end > start) {
		size_t at = end;

		utf8_prev(s, &at);
		if (at < start || !space_at(s, at))
			break;
		end = at;
	}
	return end;
}

/* ---- cover ---- */

static int block_order(const void *x, const void *y)
{
	const struct block *a = x, *b = y;

	if (a->start != b->start)
		return a->start < b->start ? -1 : 1;
	return (a->end > b->end) - (a->end < b->end);
}

/* Appends a copy of b, cut to [start, end) without white space around it; nothing if nothing is left. */
static void keep_block(struct doc *d, const struct block *b, size_t start, size_t end)
{
	struct block copy = *b;

	copy.start = skip_space(d->text, start, end);
	copy.end = trim_end(d->text, copy.start, end);
	if (copy.start >= copy.end)
		return;
	if (copy.body < copy.start || copy.body > copy.end)
		copy.body = 0;
	*doc_add_block(d, copy.kind, copy.start, copy.end) = copy;
}

void clean_cover(struct clean *c)
{
	static const struct block para = { .kind = BLOCK_PARA };
	struct doc *d = c->d;
	struct block *old = d->blocks;
	size_t n = d->n_blocks, at = 0;

	for (size_t i = 1; i < n; i++)
		if (block_order(&old[i - 1], &old[i]) > 0) {
			qsort(old, n, sizeof *old, block_order);
			break;
		}
	d->blocks = NULL;
	d->n_blocks = d->cap_blocks = 0;
	for (size_t i = 0; i < n; i++) {
		if (old[i].end <= at)
			continue;
		if (old[i].start > at)
			keep_block(d, &para, at, old[i].start);
		keep_block(d, &old[i], old[i].start > at ? old[i].start : at, old[i].end);
		at = old[i].end;
	}
	keep_block(d, &para, at, d->text.n);
}

/* ---- frame ---- */

static void single_spaces(struct clean *c, size_t start, size_t end)
{
	struct span s = span_sub(c->d->text, 0, end);

	for (size_t i = start; (i = bytes_next(&c->bytes, BYTES_SPACE, s, i)) < end;) {
		size_t from = i;

		i = skip_space(s, i, end);
		if (i == from)
			i++;
		else if (i - from > 1 || s.p[from] != ' ')
			edit_replace(&c->edits, c->d, from, i, SPAN(" "));
	}
}

void clean_frame(struct clean *c)
{
	struct doc *d = c->d;
	size_t kept = 0, at = 0;

	for (size_t i = 0; i < d->n_blocks; i++) {
		struct block b = d->blocks[i];

		b.start = skip_space(d->text, b.start, b.end);
		b.end = trim_end(d->text, b.start, b.end);
		if (b.start >= b.end)
			continue;
		if (b.body)
			b.body = skip_space(d->text, b.body < b.start ? b.start : b.body, b.end);
		edit_replace(&c->edits, d, at, b.start, kept ? SPAN("\n") : SPAN(""));
		single_spaces(c, b.start, b.end);
		at = b.end;
		d->blocks[kept++] = b;
	}
	edit_delete(&c->edits, d, at, d->text.n);
	d->n_blocks = kept;
}
