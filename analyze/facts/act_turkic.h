/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_ACT_TURKIC_H
#define SVOD_ACT_TURKIC_H

#include "resolve.h"

/*
 * Kazakh and Kyrgyz acts by whose they are: «Дән» кәсіподағының Жарғысы for Кәсіподақтың Жарғысы. resolver_index must
 * know the names; header: byte where the document's own begins, SPAN_NONE: it has none.
 */
void act_turkic_owners(struct resolver *r, struct doc *d, size_t header);

#endif
