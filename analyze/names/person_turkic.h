/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_PERSON_TURKIC_H
#define SVOD_PERSON_TURKIC_H

#include "person_scan.h"

/* Each: does a name of that form begin at token i? Then *p is set and true returned. */

/* Асан уулу Бакыт, Рустама Мамед оглы Алиева */
bool person_turkic(struct tokens *ts, size_t i, struct person *p);

/* Айнура Токтогулова */
bool person_turkic_two_names(struct tokens *ts, size_t i, struct person *p);

#endif
