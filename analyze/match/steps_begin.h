/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_STEPS_BEGIN_H
#define SVOD_STEPS_BEGIN_H

#include "steps_p.h"

/* The keys with which something can begin; at_end: it can match where nothing follows. */
struct begin {
	struct key_set keys;
	bool at_end;
};

/* With anything, or with nothing at all. */
extern const struct begin begin_any;

/* With one of these bytes, where next follows. */
struct begin begin_of_set(const struct byte_set *set, const struct begin *next);

/* What either, or what both can begin with. */
struct begin begin_both(const struct begin *x, const struct begin *y);
/* What both can begin with. */
struct begin begin_common(const struct begin *x, const struct begin *y);

/* Without what begins with a byte of the set, as far as keys tell. */
struct begin begin_without(const struct begin *x, const struct byte_set *set);

/* Can both begin with the same? */
bool begin_meets(const struct begin *x, const struct begin *y);

#endif
