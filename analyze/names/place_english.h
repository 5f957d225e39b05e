/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_PLACE_ENGLISH_H
#define SVOD_PLACE_ENGLISH_H

#include "place_p.h"

/* Naryn, Talas and Issyk-Kul regions: takes the regions of a list whose noun stands behind the last of them. */
bool place_english_list(struct place_pass *p, size_t i, size_t *last);

#endif
