/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_ORG_SHARED_PLACES_H
#define SVOD_ORG_SHARED_PLACES_H

#include "org_shared.h"

/*
 * администрациям Ачинского и Канского районов: offices that share their noun, which is c, and the noun of their places.
 * Fills v (ORG_SHARED_MAX) and returns how many there are, 0: it is no such list.
 */
size_t org_shared_offices(const struct org_scan *s, const struct org_cand *c, struct org_shared *v);

#endif
