/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_PERSON_NAME_H
#define SVOD_PERSON_NAME_H

#include "buf.h"
#include "span.h"

/*
 * The nominative of a Russian surname that stands in one of the cases (M_NOM … bits of morph.h) and belongs to one of
 * the genders (M_MASC, M_FEM; 0: unknown). Surnames are not looked up: most are in no dictionary, and their endings
 * tell: Шелобановой → Шелобанова, Дмитриеву → Дмитриев (dative) or Дмитриева (accusative), Дзеньдзюк, Седых, Кличко
 * stay. surname as printed; appends the nominative. The endings are those of A. A. Zaliznyak's grammatical dictionary,
 * types 1-4 of surnames.
 */
void person_nominative(struct span surname, unsigned cases, unsigned genders, struct buf *out);

#endif
