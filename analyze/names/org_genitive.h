/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_ORG_GENITIVE_H
#define SVOD_ORG_GENITIVE_H

#include "buf.h"
#include "mem.h"
#include "morph.h"

/*
 * Appends one word of a Russian short name in the genitive, agreeing with the gender (as in morph.h) of its noun;
 * printed capitals stay. The word as it is where the dictionary does not have it.
 */
void org_genitive_word(const struct morph *m, struct span word, unsigned gender, struct buf *out);

/*
 * Профспілка → Профспілки, Федэрацыя → Федэрацыі, Прафсаюз → Прафсаюза: a Ukrainian or Belarusian short name of one
 * word in the genitive, in the arena; empty: its ending is not known.
 */
struct span org_genitive_slavic(struct arena *a, struct span name);

/* Кәсіподақ → Кәсіподақтың, Федерация → Федерациянын: a Kazakh or Kyrgyz name, as above. */
struct span org_genitive_turkic(struct arena *a, struct span name, bool kazakh);

#endif
