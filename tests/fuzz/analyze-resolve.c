/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The passes of svod-resolve over any text: each line is a block whose first byte chooses its kind, cells in rows of
 * three. Whatever comes, they end, and every item lies inside the text on character boundaries.
 */
#include <stdint.h>
#include <stdlib.h>

#include "resolve.h"
#include "utf8.h"

static void cut_into_blocks(struct doc *d)
{
	struct span rest = d->text;
	int cells = 0;

	while (rest.p) {
		struct span line = span_cut(&rest, '\n');
		size_t start = (size_t)(line.p - d->text.p);
		enum block_kind kind = line.n ? (enum block_kind)((unsigned char)line.p[0] % BLOCK_KINDS) : BLOCK_PARA;
		struct block *b;

		if (!line.n)
			continue;
		b = doc_add_block(d, kind, start, start + line.n);
		if (kind != BLOCK_CELL)
			continue;
		b->table = 1 + cells / 30;
		b->row = cells / 3 % 10;
		b->col = cells++ % 3;
	}
}

static void check_items(const struct doc *d)
{
	for (size_t i = 0; i < d->n_items; i++) {
		const struct item *it = &d->items[i];

		if (it->start > it->end || it->end > d->text.n || !utf8_valid(item_text(d, it)))
			abort();
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct resolver r;
	static bool open;
	struct span text = { (const char *)data, size };
	struct doc d = { 0 };
	struct err e = { 0 };

	if (!open && !resolver_open(&r, &e))
		abort();
	open = true;
	if (!utf8_valid(text) || size > 20000)
		return 0;
	d.text = arena_dup(&d.arena, text);
	d.has_text = true;
	cut_into_blocks(&d);
	if (resolver_run(&r, &d, &e))
		check_items(&d);
	doc_free(&d);
	return 0;
}
