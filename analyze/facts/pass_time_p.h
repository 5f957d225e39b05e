/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_PASS_TIME_P_H
#define SVOD_PASS_TIME_P_H

#include "resolve.h"
#include "time_frame.h"

struct times {
	struct resolver *r;
	struct doc *d;
	struct time_frame frame;
	bool *in_act; /* item by item: inside the name of an act */
};

/*
 * The year that the text around a time names, from its sentence outward: the block so far, what introduces the list,
 * the headings above. 0: none.
 */
int time_year_around(const struct times *t, const struct item *it);

/* The year of a time whose value leaves it open, 0: of each year. */
int time_year_for(const struct times *t, const struct item *it, struct span value);

#endif
