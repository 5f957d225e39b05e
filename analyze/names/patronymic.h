/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_PATRONYMIC_H
#define SVOD_PATRONYMIC_H

#include "tokens.h"

/* Is token i a patronymic: Petrovich, -ivna, -uly, in any case? */
bool patronymic_at(const struct tokens *ts, size_t i);

/* M_MASC or M_FEM of the patronymic at i. */
unsigned patronymic_gender(const struct tokens *ts, size_t i);

/* The cases (M_CASES) in which its ending can stand; 0: its ending does not tell. */
unsigned patronymic_cases(const struct tokens *ts, size_t i);

#endif
