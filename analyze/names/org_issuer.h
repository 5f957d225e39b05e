/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_ORG_ISSUER_H
#define SVOD_ORG_ISSUER_H

#include "org_names.h"

/* Sets n->issuer, the body that speaks in the document, ORG_NO_BODY where none is found. Full names are settled. */
void org_issuer_find(struct org_names *n);

/* Has the body with that key this noun (folded): Профсоюз of a профессиональный союз, Кәсіподақ of a … кәсіподағы? */
bool org_issuer_has_noun(const struct org_names *n, struct span key, struct span noun);

#endif
