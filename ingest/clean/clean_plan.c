/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of headings in tables whose format does not say which they are: known by the names of their columns. */
#include "clean_lexicon.h"
#include "clean_p.h"
#include "utf8.h"

enum { HEAD_BYTES = 160 };

static bool is_column_name(const struct clean *c, const struct block *b)
{
	struct span s = doc_slice(c->d, b->start, b->end);
	char plain[HEAD_BYTES], folded[HEAD_BYTES];
	size_t n = 0, end;

	if (s.n > HEAD_BYTES)
		return false;
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] != '-')
			plain[n++] = s.p[i];
	utf8_fold(span_make(plain, n), folded);
	return lexicon_at(c->columns, span_make(folded, n), 0, &end) != NULL;
}

/* The block behind the row that begins at i. */
static size_t row_end(const struct doc *d, size_t i)
{
	const struct block *b = &d->blocks[i];
	size_t k = i + 1;

	while (k < d->n_blocks && d->blocks[k].table == b->table && d->blocks[k].row == b->row)
		k++;
	return k;
}

void clean_table_heads(struct clean *c)
{
	struct doc *d = c->d;

	for (size_t i = 0, end; i < d->n_blocks; i = end) {
		size_t known = 0, longest = 0;

		end = i + 1;
		if (!d->blocks[i].table || d->blocks[i].kind != BLOCK_CELL)
			continue;
		end = row_end(d, i);
		for (size_t k = i; k < end; k++) {
			size_t n = d->blocks[k].end - d->blocks[k].start;

			longest = n > longest ? n : longest;
			known += n <= HEAD_BYTES && longest <= HEAD_BYTES && is_column_name(c, &d->blocks[k]);
		}
		if (end - i < 2 || longest > HEAD_BYTES || known < 2 || known * 2 < end - i)
			continue;
		if (d->blocks[i].row > 0 && known < end - i) /* further down all must be names */
			continue;
		for (size_t k = i; k < end; k++)
			d->blocks[k].head = true;
	}
}
