/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_PARADIGM_H
#define SVOD_PARADIGM_H

#include "rules_p.h"

/*
 * A line of a %paradigm as a pattern: each word in all forms that the dictionary (morph.h) gives it; what is no plain
 * word stays as it is. False: a word is not in the dictionary in its first form, or there is no dictionary (said in
 * rs->diags).
 */
bool paradigm_pattern(struct ruleset *rs, const struct field *line, struct buf *out);

#endif
