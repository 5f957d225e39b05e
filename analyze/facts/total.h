/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_TOTAL_H
#define SVOD_TOTAL_H

#include "word_lists.h"

/* These words of the folded text open with "Итого", "Total" or their like: the figures beside them are a sum. */
bool opens_total(const struct word_lists *lists, struct span fold, const struct words *w);

#endif
