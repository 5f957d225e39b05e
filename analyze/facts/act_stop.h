/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_ACT_STOP_H
#define SVOD_ACT_STOP_H

#include "act_parts.h"

/* "в 2022 году": when something was done under the act; its own period stands directly behind it or behind "на". */
bool act_tells_when(const struct reading *x, size_t i);

/* "постановление в газете «Труд»", "ход выполнения Плана на заседаниях": where it was printed or heard. */
bool act_tells_where(const struct reading *x, size_t i);

/* "привести Закон в соответствие с Конвенцией": what is done with it */
bool act_tells_accord(const struct reading *x, size_t i);

/* "Стратегии – заместитель Председателя": behind a dash stands who answers for it; years and titles go on. */
bool act_begins_aside(const struct reading *x, size_t i);

#endif
