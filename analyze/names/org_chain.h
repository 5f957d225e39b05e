/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_ORG_CHAIN_H
#define SVOD_ORG_CHAIN_H

#include "org_scan.h"

/* An English name around its noun: capitals joined by of, and, for, the; false: the noun has no capital, or an act's.
 */
bool org_english_chain(const struct org_scan *s, size_t head, size_t *first, size_t *last);

/* A Kazakh or Kyrgyz name that ends with its noun: back to the quote or the first capital. */
bool org_turkic_chain(const struct org_scan *s, size_t head, size_t *first, size_t *last);

/* … реттеу жөніндегі облыстық үшжақты комиссия (бұдан әрі – Комиссия): one in small letters that the paper defines. */
bool org_turkic_defined(const struct org_scan *s, size_t head, size_t *first);

/* Is there an "of", "for" or the like (not "and") in tokens [from, to)? */
bool org_chain_has_joint(const struct org_scan *s, size_t from, size_t to);

/* Павлодар … кәсіподақ ұйымы: is token i the noun that says whose body it is, before the body's own noun at head? */
bool org_is_of_union(const struct org_scan *s, size_t i, size_t head);

/* Trade Union of Ferry Workers “Korpu”: takes the name that an English union has for itself, and the country behind. */
void org_english_quote(const struct org_scan *s, struct org_cand *c);

/* "Association Agreements", "Trade Union Act": is token i an English noun that the chain before it only describes? */
bool org_names_paper(const struct org_scan *s, size_t i);

#endif
