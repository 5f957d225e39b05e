/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_ORG_SHORT_H
#define SVOD_ORG_SHORT_H

#include "org_names.h"

/* The short name from token first to last as it is defined; borrowed from the text or in the arena of the tokens. */
struct span org_short_text(const struct org_names *n, size_t first, size_t last);

/* Adds the cases of a short name of one word that the dictionary may not have; its candidate has a body already. */
void org_short_cases(struct org_names *n, const struct abbr_def *d);

#endif
