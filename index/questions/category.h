/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_CATEGORY_H
#define SVOD_CATEGORY_H

#include "span.h"

/*
 * How the ILO classes its conventions and protocols (NORMLEX, since the Conference of June 2022 added C155 and C187 to
 * the fundamental ones): the column class of rules/lexicon/ilo.tsv. Recommendations have none.
 */
enum category { CATEGORY_NONE, CATEGORY_FUNDAMENTAL, CATEGORY_GOVERNANCE, CATEGORY_TECHNICAL };

/* "any", "fundamental", "governance", "technical", NULL */
extern const char *const category_choices[];

struct categories;

/* Reads the lexicon; without it every instrument has CATEGORY_NONE. The caller frees. */
struct categories *categories_new(void);
void categories_free(struct categories *c);

/* code: "C190", "P029". */
enum category categories_of(const struct categories *c, struct span code);

/*
 * The instrument's title in the language of messages, in English where there is none; empty where the lexicon does not
 * know it. Borrows from c.
 */
struct span categories_title(const struct categories *c, struct span code);

#endif
