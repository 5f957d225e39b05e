/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_PERSON_EPONYM_H
#define SVOD_PERSON_EPONYM_H

#include "person_scan.h"

/* Is something called by this name (улица …, имени …, Фонд Ф. Эберта), and nobody meant? roles: lexicon of roles. */
bool person_is_eponym(struct tokens *ts, const struct lexicon *roles, const struct person *p);

#endif
