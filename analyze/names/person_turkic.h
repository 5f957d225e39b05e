/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_PERSON_TURKIC_H
#define SVOD_PERSON_TURKIC_H

#include "person_scan.h"

/* уулу, кызы, оглы: behind a name, whose son or daughter it is */
bool person_is_particle(const struct tokens *ts, size_t i);

/* Each: does a name of that form begin at token i? Then *p is set and true returned. */

/* Асан уулу Бакыт, Рустама Мамед оглы Алиева */
bool person_turkic(struct tokens *ts, size_t i, struct person *p);

/* Айнура Токтогулова; in a list also Токтогулова Айнура */
bool person_turkic_two_names(struct tokens *ts, size_t i, struct person *p);

#endif
