/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text box or a page that was read twice must not count twice: its items say that they are a repetition. */
#include "passes.h"

bool pass_dup(struct resolver *r, struct doc *d, struct err *e)
{
	(void)r;
	(void)e;
	for (size_t i = 0; i < d->n_items; i++) {
		struct item *it = &d->items[i];
		int block = it->block >= 0 ? it->block : doc_block_at(d, it->start);

		if (block < 0 || !d->blocks[block].dup || it->type == ITEM_CHECK)
			continue;
		if (!it->norm)
			it->norm = jval_object(&d->arena);
		jval_set_true(&d->arena, it->norm, "dup");
	}
	return true;
}
