/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_PERSON_PAIR_H
#define SVOD_PERSON_PAIR_H

#include "person_scan.h"

/*
 * A first name and a surname that no dictionary has, in either order: Бектур Асанов, Сооронбаева Чынара, Ким Виолетта.
 * Endings tell which of them is the surname, and mostly the case and the gender.
 */

/* A Korean surname: Ли, Пак, Цой; some are common words as well. */
bool person_is_korean(const struct tokens *ts, size_t i);

/* Two capital words at i, one of which ends like the surnames of Central Asia and the Caucasus. */
bool person_pair(struct tokens *ts, size_t i, struct person *p);

/* Which of given and surname is which, where the words say it themselves. */
void person_pair_order(const struct tokens *ts, struct person *p);

/* Case and gender by both endings, where the first name is in no dictionary; p->cases: what the context asks for.
 * False: the endings do not tell. */
bool person_pair_case(struct tokens *ts, struct person *p);

#endif
