/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_CALENDAR_H
#define SVOD_CALENDAR_H

#include <stdbool.h>

#include "span.h"

/*
 * Days of the Gregorian calendar, years 1 … 9999, and the values that name a stretch of them. Nothing here keeps or
 * allocates anything; no time zones, no leap seconds.
 */

/* Year 0: unknown; month or day 0: not that exact. The functions below that count want all three. */
struct day {
	int year, month, day;
};

/* The number that bytes [at, at + n) of s spell, n <= 9; -1 where s ends before or one of them is no ASCII digit. */
int calendar_digits(struct span s, size_t at, size_t n);

/* Days in a month; 0 where month is not 1 … 12. */
int calendar_month_days(int year, int month);

/*
 * Days since 1970-01-01 (before it: negative), and back. (Howard Hinnant, chrono-Compatible Low-Level Date Algorithms:
 * days_from_civil, civil_from_days.)
 */
long calendar_count(struct day d);
/* The other way. */
struct day calendar_day(long count);

/* Day of the week of such a count: 0 Monday … 6 Sunday. */
int calendar_weekday(long count);

/*
 * First and last day of YYYY, YYYY-MM, YYYY-MM-DD, YYYY-Qn (quarter) or YYYY-Hn (half). False, with nothing set: s is
 * none of these, or names a month or day that does not exist.
 */
bool calendar_period(struct span s, struct day *first, struct day *last);

#endif
