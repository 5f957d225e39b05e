/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Passes have to tell what is counted from what is measured. */
#include "units.h"

bool unit_is_money(struct span unit)
{
	for (size_t i = 0; i < unit.n; i++)
		if (unit.p[i] < 'A' || unit.p[i] > 'Z')
			return false;
	return unit.n == 3;
}

bool unit_is_measure(const struct word_lists *lists, struct span unit)
{
	size_t blank = unit.n;

	if (span_is(unit, "пункт")) /* of a plan or an act; a percentage point has its adjective */
		return false;
	while (blank > 0 && unit.p[blank - 1] != ' ')
		blank--;
	return word_list_has(lists, WORDS_MEASURE, span_sub(unit, blank, unit.n));
}
