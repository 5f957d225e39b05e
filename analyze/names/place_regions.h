/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_PLACE_REGIONS_H
#define SVOD_PLACE_REGIONS_H

#include "place_p.h"

/*
 * Each: does a place of that kind begin at token i? Then its items are added, *last is its last token and true is
 * returned. Lists print the noun once: Полтавській, Сумській та Чернігівській областях; 20 в Мурманской и 14 в …
 */
bool place_region_list(struct place_pass *p, size_t i, size_t *last);
bool place_shared_noun(struct place_pass *p, size_t i, size_t *last);
bool place_slavic_territory(struct place_pass *p, size_t i, size_t *last);
bool place_named_region(struct place_pass *p, size_t i, size_t *last);
bool place_territory(struct place_pass *p, size_t i, size_t *last);

/* Does a territory of that kind begin at i? Nothing is added. Уральском федеральном округе */
bool place_begins_territory(const struct place_pass *p, size_t i, size_t *last);

#endif
