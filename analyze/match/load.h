/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_LOAD_H
#define SVOD_LOAD_H

#include "ruleset.h"

/*
 * Loads a rule set for work on documents. A rule set with an error, or that fails an example, is refused (78; the first
 * complaint, and how many there are).
 *
 * Running every example costs more than a whole document does. So svod-rules check, which the build runs on the
 * built-in rules, leaves a stamp: the hash of the rule set that passed and the rule set as it is in memory (image.h,
 * share/rules.stamp beside the program). A rule set with that hash is trusted, and used as it lies there. Rules with
 * directories of a user's are kept so once they passed (rule_cache.h). Any other ones are checked in full each time.
 */
struct ruleset *rules_load_trusted(const struct ruleset_source *src, struct err *e);

/* The stamp of a rule set of src that passed; false: it cannot be made. */
bool rules_stamp(struct ruleset *rs, const struct ruleset_source *src, struct buf *out);

#endif
