/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_ORG_TERRITORY_H
#define SVOD_ORG_TERRITORY_H

#include "org_scan.h"

/* областью, краю, республики: a noun of territories */
bool org_is_territory(const struct org_scan *s, size_t i);

/* Each: the last token of the territory that begins at i inside a body's name, TOKEN_NONE: there is none. */

/* г. Севастополя, гор. Минска */
size_t org_town_end(const struct org_scan *s, size_t i);

/* Кемеровской области – Кузбасса, автономного округа – Югры: the second name of a region, from the dash on */
size_t org_second_name_end(const struct org_scan *s, size_t i);

/* … Астраханской области и Республики Дагестан: a second territory, which has its noun, from "and" on */
size_t org_second_territory_end(const struct org_scan *s, size_t i);

/* Республики Саха (Якутия), РС(Я): the end of the other name in the bracket that opens at i, or TOKEN_NONE. */
size_t org_bracket_end(const struct org_scan *s, size_t i);

/* Камская территориальная организация: does an adjective made from a place's name begin it? */
bool org_is_regional(const struct org_scan *s, const struct org_cand *c);

#endif
