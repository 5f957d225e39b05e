/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_PERSON_ENGLISH_H
#define SVOD_PERSON_ENGLISH_H

#include "person_scan.h"

/* A Latin capital word that is neither the head of a body's name nor in capitals throughout. */
bool person_is_latin_name(struct tokens *ts, size_t i);

/* Jane Carter, Jane M. Carter, Aizada Marat kyzy: does such a name begin at i? Then *p is set. */
bool person_english(struct tokens *ts, size_t i, struct person *p);

#endif
