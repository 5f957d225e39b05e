/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_BISECT_H
#define SVOD_BISECT_H

#include <stddef.h>

/*
 * Binary search: sets at, a size_t variable, to the first index in [0, n) of which before does not hold, or to n.
 * before is an expression of at; the elements of which it holds stand in front of all others. "v[at] < x" gives the
 * lower bound of x, "v[at] <= x" the upper one. The order of the elements is the caller's affair, which bsearch(3)
 * cannot offer: it finds some equal element, where svod asks for the first one behind a place in the text.
 */
#define BISECT(at, n, before)                                                                                          \
	do {                                                                                                           \
		for (size_t bisect_lo = 0, bisect_hi = (n);                                                            \
		     (at) = bisect_lo + (bisect_hi - bisect_lo) / 2, bisect_lo < bisect_hi;)                           \
			if (before)                                                                                    \
				bisect_lo = (at) + 1;                                                                  \
			else                                                                                           \
				bisect_hi = (at);                                                                      \
	} while (0)

#endif
