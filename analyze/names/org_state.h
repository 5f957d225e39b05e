/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_ORG_STATE_H
#define SVOD_ORG_STATE_H

#include "org_names.h"

/*
 * Министру труда Республики Казахстан above a letter: the short name Министерство stands for that minister's ministry,
 * unless the document says otherwise. Before short names are settled.
 */
void org_state_addressee(struct org_names *n);

/* Кабинет Министров, Парламент, the Government without a country are those of the state whose name the document has
 * most often. */
void org_state_countries(struct org_names *n);

/*
 * What the letters of that row of place_abbrs are spelled out as (genitive): the country, or the region with the same
 * letters where the document names it and not the country (РТ: Республики Татарстан). Empty: nobody knows.
 */
struct span org_state_of_letters(const struct org_names *n, long row);

#endif
