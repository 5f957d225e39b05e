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

/* The official title in the language (Ukrainian where it is known, else Russian, else English); empty: unknown. */
struct span ilo_title(const struct resolver *r, struct span code, struct span lang);

struct ilo_match {
	struct span code;
	size_t first, last; /* words, inclusive */
	size_t year;        /* the word behind last that says the year; 0: none */
};

/*
 * An instrument named by its title at the head word i (конвенц…, convention, recommendation). Russian, Ukrainian and
 * Belarusian titles stand behind the head, with nothing between but the ILO, a date and "пересмотренная"; English,
 * Kazakh and Kyrgyz ones before it. The year may stand on either side; one before the title must be the instrument's.
 *
 * Several instruments share a title (maternity protection: 3, 103, 183). The year tells which; without it the revised
 * one is meant where that is said, else the newest in force. A title is not cut short: what carries it on without a
 * comma ("о безработице среди молодёжи", "о ночном труде женщин") makes it another one. Recommendations, and titles of
 * one word ("об асбесте"), need the ILO, quotes or a year.
 */
bool ilo_by_title(const struct resolver *r, const struct words *w, size_t i, struct ilo_match *m);

/* "Конвенции о …, об … и о …": the next title of a list behind the one before, which has no head of its own. */
bool ilo_next_title(const struct resolver *r, const struct words *w, const struct ilo_match *before,
		    struct ilo_match *m);

#endif
