/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows and lines of totals: they are checked, and they are no rows of a plan. */
#include "total.h"

bool opens_total(const struct word_lists *lists, struct span fold, const struct words *w)
{
	return w->n && word_list_has(lists, WORDS_TOTAL, word_text(fold, w->v[0]));
}
