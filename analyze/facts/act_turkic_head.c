/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Kazakh and Kyrgyz title pages: what is above the title in one block with it, and titles of several lines. */
#include "act_turkic_head.h"

#include "utf8.h"

struct words act_behind_stamp(const struct resolver *r, const struct words *w)
{
	struct words rest = *w;

	for (size_t i = 0; i + 1 < w->n; i++)
		if (word_list_has(r->lists, WORDS_STAMP, word_text(r->fold, w->v[i])) &&
		    (span_ends(word_text(r->fold, w->v[i]), SPAN("ген"))))
			rest = (struct words){ w->v + i + 1, w->n - i - 1 };
	return rest;
}

size_t act_turkic_start(const struct resolver *r, const struct doc *d, size_t block, size_t start)
{
	static const char *const goes_on[] = { "арналған", "арасындағы", "саласындағы",
					       "карата",   "арналган",   "ортосундагы" };
	const struct block *above = block ? &d->blocks[block - 1] : NULL;
	struct words w = { 0 };

	if (above && !above->hidden && above->kind != BLOCK_CELL)
		w = resolver_words(r, above->start, above->end);
	for (size_t i = 0; w.n > 1 && i < sizeof goes_on / sizeof *goes_on; i++)
		if (span_is(word_text(r->fold, w.v[w.n - 1]), goes_on[i]))
			return above->start;
	return start;
}

struct span act_head_last(struct doc *d, struct span name)
{
	static const char *const heads[] = { "САЛАЛЫҚ КЕЛІСІМ ", "Салалық келісім ", "ӨҢІРЛІК КЕЛІСІМ ",
					     "Өңірлік келісім ", "БАС КЕЛІСІМ ",     "Бас келісім " };

	if (!span_ends(name, SPAN(" арналған")))
		return name;
	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
		struct span head = span_of(heads[i]);
		char *fold;

		if (!span_starts(name, head))
			continue;
		fold = arena_alloc(&d->arena, head.n + 1);
		utf8_fold(span_sub(head, 0, head.n - 1), fold);
		return arena_printf(&d->arena, "%.*s %.*s", SPAN_ARG(span_sub(name, head.n, name.n)), (int)(head.n - 1),
				    fold);
	}
	return name;
}
