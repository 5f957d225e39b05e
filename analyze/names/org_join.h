/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_ORG_JOIN_H
#define SVOD_ORG_JOIN_H

#include "org_names.h"

/* Candidates whose name is the beginning of one other body's (the issuer before others) become mentions of that body.
 */
void org_join_prefixes(struct org_names *n);

#endif
