/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_ORG_BRAND_H
#define SVOD_ORG_BRAND_H

#include "org_names.h"

/*
 * Coined names of unions that the document does not define (Роспрофкабель): each becomes a short name of the union
 * whose words it is made of, else a body of its own, which speaks in the document where no union is named before it.
 */
void org_brand_learn(struct org_names *n);

#endif
