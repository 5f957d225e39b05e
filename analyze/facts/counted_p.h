/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_COUNTED_P_H
#define SVOD_COUNTED_P_H

#include "counted.h"

/*
 * Private to counted.c. The noun phrase that begins at token i and ends before byte block_end, in Ukrainian,
 * Belarusian, Kazakh, Kyrgyz or English; base may be NULL. The unit lives in the arena of ts.
 */
struct counted counted_by_endings(struct tokens *ts, struct base_forms *base, size_t i, size_t block_end,
				  struct span lang);

/* An adjective by its ending, in the plural. Ukrainian, Belarusian. */
bool counted_is_slavic_adjective(struct span word);

#endif
