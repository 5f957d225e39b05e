/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_CLEAN_SIGNS_H
#define SVOD_CLEAN_SIGNS_H

#include <stdbool.h>

#include "span.h"

/* What the beginning and the end of a stretch of text say about its place in a document. */

/* The last character that says something: closing quotes, brackets and marks of emphasis are looked through. 0: none.
 */
unsigned sign_at_end(struct span s);

/* Does a sentence, clause or list item end here: . ! ? ; : … */
bool sign_is_stop(unsigned c);

/* How a stretch begins, opening quotes, brackets and emphasis looked through. */
enum opening { OPENS_LOWER, OPENS_UPPER, OPENS_OTHER };
enum opening sign_opening(struct span s);

/* "от 12 мая 2031 г. № 5": the day of a paper, a line of its own under its title. */
bool sign_is_day(struct span s);

bool sign_has_lower(struct span s);
size_t sign_letters(struct span s); /* how many letters there are */

/* Capitals only, and at least four of them. */
static inline bool sign_all_caps(struct span s)
{
	return !sign_has_lower(s) && sign_letters(s) >= 4;
}

#endif
