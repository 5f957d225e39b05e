/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_ORG_DASH_H
#define SVOD_ORG_DASH_H

#include "org_names.h"

/*
 * Общероссийская общественная организация – профсоюз работников …: what kind of body it is stands before a dash, and
 * both are one name. Candidates of such a kind go on to the end of the union's name.
 */
void org_dash_extend(const struct org_scan *s, struct org_cands *cs);

/* Gives candidate i, which has a dash, the body of the union behind it; false: it has none. */
bool org_dash_settle(struct org_names *n, size_t i);

#endif
