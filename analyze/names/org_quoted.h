/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_ORG_QUOTED_H
#define SVOD_ORG_QUOTED_H

#include "org_scan.h"

/* One of several names in quotes behind a noun in the plural: its tokens without the quotes, and its canonical name. */
struct org_quoted {
	size_t first, last;
	struct span name;
};

enum { ORG_QUOTED_MAX = 12 };

/* профсоюзов «Хлеб» (Тува) и «Соль»: the names behind the plural noun of c, in the arena; returns how many. */
size_t org_quoted_of(const struct org_scan *s, const struct org_cand *c, struct org_quoted *v);

#endif
