/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_TIMEVAL_H
#define SVOD_TIMEVAL_H

#include <stdbool.h>

#include "buf.h"
#include "calendar.h"
#include "span.h"

/*
 * Values of times as STREAM.md has them (ISO 8601 with YYYY-Qn, YYYY-Hn, open intervals a/.. and ../b), and the
 * unfinished ones that rules write: "@?" for a year that the expression leaves out, "@=" for the year that was named
 * last, "@" sign number unit for one that is counted from the document's date: Y year, M month, Q quarter, W week, D
 * day; y, m, w, d: so far away, as precisely as people mean it (two years ago is a month, three weeks ago a day); s, e:
 * the Monday and the Sunday of that week; "@>3" and "@<3": the next and the last Wednesday.
 */

/* The day that a value YYYY[-MM[-DD]] begins with; false (and zeros) where it is none. */
bool time_day_of(struct span value, struct day *out);

/* Is something left to fill in? */
bool timeval_open(struct span value);

/*
 * Appends value with everything after an @ filled in: years left out from year, relative ones from now. False, with
 * nothing appended, where what is needed is unknown (0) or the value is broken.
 */
bool timeval_fill(struct span value, struct day now, int year, struct buf *out);

/* First and last day as YYYYMMDD; an open side is 0 or 99999999. False: no stretch of days (recurrences, durations). */
bool timeval_extent(struct span value, int *first, int *last);

/* Can it be? False for a day that its month does not have, and for an interval that ends before it begins. */
bool timeval_possible(struct span value);

#endif
