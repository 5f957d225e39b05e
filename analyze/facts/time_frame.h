/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_TIME_FRAME_H
#define SVOD_TIME_FRAME_H

#include "doc.h"
#include "timeval.h"

/* When a document was written and what time it is about. */
struct time_frame {
	struct day now; /* the document's date; year alone where only that is known */
	int period;     /* the one year that the document is about, 0: none */
	int starts;     /* the first year of a period of several, 0: unknown */
};

/*
 * From the document's facts, else from its head and its times. in_act[i]: item i lies inside the name of an act. The
 * items must be sorted by their starts.
 */
struct time_frame time_frame_of(const struct doc *d, const bool *in_act);

/* Is it a time, of whichever type? */
bool time_is(const struct item *it);

/* The year that a value begins or is bounded with, 0: none. */
int time_first_year(struct span value);

/* The one year of a value: both ends of an interval lie in it. */
int time_single_year(struct span value);

/* Is the document a report? */
bool time_in_report(const struct doc *d);

#endif
