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

bool unit_is_measure(struct span unit)
{
	static const char *const last[] = { "год",     "месяц", "неделя", "день",    "час",    "минута", "раз",
					    "процент", "пункт", "часть",  "балл",    "голос",  "метр",   "километр",
					    "тонна",   "рік",   "місяць", "тиждень", "година", "жыл",    "year",
					    "month",   "week",  "day",    "hour",    "%" };
	size_t blank = unit.n;

	while (blank > 0 && unit.p[blank - 1] != ' ')
		blank--;
	for (size_t i = 0; i < sizeof last / sizeof *last; i++)
		if (span_is(span_sub(unit, blank, unit.n), last[i]))
			return true;
	return false;
}
