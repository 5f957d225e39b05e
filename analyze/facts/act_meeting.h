/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_ACT_MEETING_H
#define SVOD_ACT_MEETING_H

#include "resolve.h"

/*
 * The numbered meeting whose paper it is: "VII СЪЕЗД" on a line of its own above the header in block, "VIII з'їзду «…»"
 * on the line below it. In the genitive with the body that met ("VII съезда Профсоюза"), in the document's arena;
 * empty: none. *title gets what stands in quotes behind it, or nothing.
 */
struct span act_meeting(const struct resolver *r, struct doc *d, size_t block, struct span *title);

#endif
