/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_ORG_LOCAL_H
#define SVOD_ORG_LOCAL_H

#include "org_names.h"

/* Ferry Crews, Local 12: does the name of a numbered branch end with the number behind token i? Then *c is it. */
bool org_local_at(const struct org_scan *s, size_t i, struct org_cand *c);

/* Local 12 alone is the branch whose name ends with it. */
void org_local_join(struct org_names *n);

#endif
