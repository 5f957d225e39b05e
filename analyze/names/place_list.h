/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_PLACE_LIST_H
#define SVOD_PLACE_LIST_H

#include "place_p.h"

/*
 * A capital word that no lexicon has as a place, but that stands in a list with one: в Гюмри, Ванадзоре и Капане; in
 * Batumi, Samtredia and Poti. As in place_regions.h.
 */
bool place_in_list(struct place_pass *p, size_t i, size_t *last);

#endif
