/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_ORG_SHARED_TURKIC_H
#define SVOD_ORG_SHARED_TURKIC_H

#include "org_shared.h"

/*
 * Kazakh and Kyrgyz bodies of several places that print their noun once, in the plural: "Ош облустук жана Чүй облустук
 * кеңештери", "Абай және Ұлытау облыстық кәсіподақ ұйымдары". Fills v (ORG_SHARED_MAX) with the list that begins at
 * token i, each with its noun in the singular, and returns how many there are; 0: none begins there.
 */
size_t org_shared_turkic_at(const struct org_scan *s, size_t i, struct org_shared *v);

#endif
