/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_ILO_H
#define SVOD_ILO_H

#include "phrases.h"
#include "resolve.h"

/*
 * The instruments of the ILO by code and by title (rules/lexicon/ilo.tsv; numbers as in NORMLEX,
 * https://normlex.ilo.org).
 */

/* Does a convention, recommendation or protocol of this code exist? Recommendations are known by their range only. */
bool ilo_exists(const struct resolver *r, struct span code);

/* The official title in the language (Russian where it is known, else English); empty: unknown. */
struct span ilo_title(const struct resolver *r, struct span code, struct span lang);

struct ilo_match {
	struct span code;
	size_t first, last; /* words, inclusive */
};

/*
 * An instrument named by its title at the head word i (конвенц…, convention, recommendation): Russian titles stand
 * behind the head, English ones before it, the year may stand on either side. Without a year the title must be unique.
 */
bool ilo_by_title(const struct resolver *r, const struct words *w, size_t i, struct ilo_match *m);

#endif
