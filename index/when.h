/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_WHEN_H
#define SVOD_WHEN_H

#include <stdbool.h>

#include "span.h"

/*
 * What a date value of the stream (docs/svod-stream.5) means in days of the Gregorian calendar. Values: YYYY, YYYY-MM,
 * YYYY-MM-DD, YYYY-Qn, YYYY-Hn, intervals a/b, ../b, a/.., R/P1Y, R2/P1M, --MM-DD (every year), continuous, regular,
 * per-schedule, as-needed.
 */
struct when {
	char from[12], to[12]; /* YYYY-MM-DD; empty: open or unknown */
	bool repeats;          /* R…, --MM-DD, continuous, regular: not one period of time */
	bool known;            /* false: per-schedule, as-needed, a duration or no value at all */
};

struct when when_parse(struct span value);

/* Days from 1970-01-01; year 1…9999. And back, as YYYY-MM-DD. (Howard Hinnant's days_from_civil: chrono-Compatible
 * Low-Level Date Algorithms.) */
long when_days(int year, int month, int day);
void when_from_days(long days, char out[12]);

/* YYYY-MM-DD → days; false where it is none. */
bool when_to_days(const char *iso, long *days);

#endif
