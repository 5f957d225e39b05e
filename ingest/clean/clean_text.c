/* SPDX-License-Identifier: GPL-3.0-or-later */
/* svod-clean --text: what people read and other tools count words in. */
#include "clean_text.h"

static bool same_row(const struct block *a, const struct block *b)
{
	return a && a->table && b->table == a->table && b->row == a->row && b->kind == BLOCK_CELL &&
	       a->kind == BLOCK_CELL;
}

/* What stands before block b when `before` is the block written last (NULL: none). */
static void separate(const struct block *before, const struct block *b, struct buf *out)
{
	int col = 0;

	if (same_row(before, b)) {
		col = before->col;
		if (b->col == col)
			buf_putc(out, ' '); /* two paragraphs in one cell */
	} else if (before) {
		buf_putc(out, '\n');
	}
	for (; b->kind == BLOCK_CELL && b->table && col < b->col; col++)
		buf_putc(out, '\t');
}

void clean_text(const struct doc *d, struct buf *out)
{
	const struct block *before = NULL;

	for (size_t i = 0; i < d->n_blocks; i++) {
		const struct block *b = &d->blocks[i];

		if (b->hidden || b->dup)
			continue;
		separate(before, b, out);
		buf_add(out, doc_slice(d, b->start, b->end));
		before = b;
	}
	if (before)
		buf_putc(out, '\n');
}
