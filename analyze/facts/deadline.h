/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_DEADLINE_H
#define SVOD_DEADLINE_H

#include "doc.h"
#include "resolve.h"
#include "timeval.h"

/*
 * Date or deadline. A deadline bounds or schedules an action that the document announces, orders or promises;
 * everything else is a date: acts, validity, the past, habits, reference years of figures, effective dates.
 */
struct deadlines;

/*
 * What the items and words of the document say, gathered once; lives in the document's arena. now: the document's date
 * (year 0: unknown). The items must be sorted by their starts.
 */
struct deadlines *deadlines_of(struct resolver *r, struct doc *d, struct day now);

/* Does the time expression it (a date item with its final value) bound an action? */
bool deadline_is(struct deadlines *dl, const struct item *it);

#endif
