/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_CHECKS_H
#define SVOD_CHECKS_H

#include "doc.h"

/* What the check passes share: one way to state a fact of consistency. */

/*
 * Adds a check item over text[start, end) with norm.kind and norm.result (ok warn info error). The pointer is valid
 * until the next item is added.
 */
struct item *check_add(struct doc *d, size_t start, size_t end, const char *kind, const char *result);

/* norm.stated and norm.computed as numbers. */
void check_figures(struct doc *d, struct item *check, double stated, double computed);

/* norm.stated and norm.computed as texts. */
void check_texts(struct doc *d, struct item *check, struct span stated, struct span computed);

/* Appends an id to norm.parts; an empty one is left out. */
void check_part(struct doc *d, struct item *check, struct span id);

/* Is this item in a stretch that repeats another? */
bool check_repeats(const struct doc *d, const struct item *it);

/* One value of a number item: its value, or NAN where it is a range or compared. */
double check_number(const struct item *it);

#endif
