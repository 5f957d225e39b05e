/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_ORG_ENGLISH_H
#define SVOD_ORG_ENGLISH_H

#include "org_names.h"

/* Executive Board → Executive Board of the IAFCIN: the name of an organ that stands alone, with its issuer's; or as it
 * is. */
struct span org_english_of_issuer(const struct org_names *n, const struct org_cand *c, struct span name);

/*
 * Executive Committee of the Trade Union of Ferry Crews, TUFC Executive Committee → Executive Committee of the TUFC: a
 * body inside the name of an organ by the short name that the paper has for it, behind it; the name as it is where it
 * has none.
 */
struct span org_english_contracted(const struct org_names *n, const struct org_cand *c, struct span name);

/* "of Georgia", "of the Kyrgyz Republic": as the paper calls the country that it names most often; empty: none. */
struct span org_english_state(const struct org_names *n);

#endif
