/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_RULE_CACHE_H
#define SVOD_RULE_CACHE_H

#include "ruleset.h"

/*
 * Images (image.h) of rule sets with directories of the user's that passed their examples, so that these are not run at
 * every start: svod/rules-N.stamp in XDG_CACHE_HOME (else ~/.cache), N from the hash, so never more than a few files.
 * Nothing goes wrong where it cannot be written or read.
 */

/* The rule set of that hash; NULL: it is not there, damaged, of another build, or not the user's own file. */
struct ruleset *rule_cache_take(unsigned long long hash);

/* Keeps rs, of src, which passed. */
void rule_cache_keep(struct ruleset *rs, const struct ruleset_source *src);

#endif
