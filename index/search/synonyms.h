/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_SYNONYMS_H
#define SVOD_SYNONYMS_H

#include "search.h"

/*
 * Other names of organizations and instruments: ФПБ finds «Федерация профсоюзов Беларуси» as well, and the reverse.
 * s->said tells which were added.
 */
bool synonyms_add(struct search *s, struct err *e) MUST_USE;

#endif
