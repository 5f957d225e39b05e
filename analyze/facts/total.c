/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows and lines of totals: they are checked, and they are no rows of a plan. */
#include "total.h"

bool opens_total(struct span fold, const struct words *w)
{
	static const char *const words[] = { "всего",     "итого",  "итог",      "разом",   "усього",
					     "всього",    "усяго",  "барлығы",   "бардыгы", "жиынтығы",
					     "жыйынтыгы", "total*", "altogether" };

	for (size_t i = 0; w->n && i < sizeof words / sizeof *words; i++)
		if (phrase_match(words[i], fold, w, 0, w->n))
			return true;
	return false;
}
