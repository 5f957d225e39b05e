/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lines, cells and outline of a paginated document: the one allocation that holds them. */
#include "pdf_text.h"

#include "utf8.h"

void pdf_text_hash(unsigned long long *hash, struct span s)
{
	for (size_t at = 0; at < s.n;) {
		unsigned c = utf8_next(s, &at);
		if (utf8_is_word(c))
			*hash = (*hash ^ utf8_lower(c)) * 1099511628211ull; /* FNV-1a over code points */
	}
}

void pdf_text_outline(void *text, int level, struct span title)
{
	struct pdf_text *t = text;
	unsigned long long hash = 0;
	pdf_text_hash(&hash, title);
	if (hash == 0)
		return;
	ARENA_ROOM(&t->arena, t->outline, t->n_outline, t->cap_outline);
	t->outline[t->n_outline++] = (struct outline){ hash, level };
}

void pdf_text_free(struct pdf_text *t)
{
	arena_free(&t->arena);
	*t = (struct pdf_text){ 0 };
}
