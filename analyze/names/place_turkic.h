/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_PLACE_TURKIC_H
#define SVOD_PLACE_TURKIC_H

#include "place_p.h"

/* As in place_regions.h: Қостанай, Ақмола және Абай облыстарында; Көкшетау қаласында. */
bool place_turkic_list(struct place_pass *p, size_t i, size_t *last);
bool place_turkic_noun(struct place_pass *p, size_t i, size_t *last);

#endif
