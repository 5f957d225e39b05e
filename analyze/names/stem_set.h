/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_STEM_SET_H
#define SVOD_STEM_SET_H

#include "err.h"
#include "tokens.h"

/* What beginnings of words say of bodies beside them; the words themselves are in rules/lexicon/org_stems.tsv. */
enum stem_use { STEM_BELONGS, STEM_REPORTS, STEM_TITLED, STEM_TELLING, STEM_COUNTRY, STEM_LEVEL, STEM_USES };

struct stem_set;

/* Read-only, one a process. 78 where the lexicon is missing, broken, or has a use that is not known. */
struct stem_set *stem_set_open(struct err *e);
void stem_set_close(struct stem_set *s);

/* Does the word at i begin with a stem of that use? False for marks, and where s is NULL. */
bool stem_at(const struct stem_set *s, enum stem_use use, const struct tokens *ts, size_t i);

#endif
