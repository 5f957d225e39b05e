/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_PLACE_BETWEEN_H
#define SVOD_PLACE_BETWEEN_H

#include "org_scan.h"

/*
 * In English and Russian: is token i a capital word between two names of the lexicon places, in one list (in Batumi,
 * Samtredia and Poti)? Then it is a place as they are.
 */
bool place_between(const struct org_scan *s, const struct lexicon *places, size_t i);

#endif
