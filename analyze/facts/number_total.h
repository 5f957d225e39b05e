/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_NUMBER_TOTAL_H
#define SVOD_NUMBER_TOTAL_H

#include "resolve.h"
#include "tokens.h"

/*
 * "23 члена Совета из 27": is it the total of the number before (NULL: there is none)? That one then gets it, and ends
 * behind it where nothing but what it counts stands between.
 */
bool number_is_total(const struct resolver *r, struct doc *d, const struct item *it, struct item *before);

/*
 * "63 мүчөсүнүн 51и", "Из 19 организаций лишь 7": is the number before (NULL: there is none) the total of this one?
 * That one then becomes the statement of both.
 */
bool number_follows_total(const struct resolver *r, struct doc *d, const struct item *it, struct item *before);

#endif
