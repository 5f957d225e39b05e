/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_WHEN_H
#define SVOD_WHEN_H

#include <stdbool.h>

#include "calendar.h"
#include "span.h"

/*
 * What a date value of the stream (docs/man/svod-stream.5) means in days of the Gregorian calendar. Values: YYYY,
 * YYYY-MM, YYYY-MM-DD, YYYY-Qn, YYYY-Hn, intervals a/b, ../b, a/.., R/P1Y, R2/P1M, --MM-DD (every year), continuous,
 * regular, per-schedule, as-needed.
 */
struct when {
	char from[12], to[12]; /* YYYY-MM-DD; empty: open or unknown */
	bool repeats;          /* R…, --MM-DD, continuous, regular: not one period of time */
	bool known;            /* false: per-schedule, as-needed, a duration or no value at all */
};

/* Never fails: what is no value gives known = false. The result borrows nothing. */
struct when when_parse(struct span value);

/* YYYY-MM-DD; empty where the year has more than four digits. */
void when_put(struct day d, char out[12]);

#endif
