/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_ORG_LETTERS_H
#define SVOD_ORG_LETTERS_H

#include "org_names.h"

/* Short names of letters that the text does not define (ГМПР, ФП РТ, ЕФП): the bodies whose words they begin. */
void org_letters_learn(struct org_names *n);

/* АТиСО, МОиН: letters of a name whose "and" stays small. */
bool org_letters_mixed(const struct tokens *ts, size_t i);

#endif
