/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_SLAVIC_GENITIVE_H
#define SVOD_SLAVIC_GENITIVE_H

#include "lexicon.h"
#include "mem.h"
#include "slavic.h"

/*
 * Центральна рада Профспілки → Центральної ради Профспілки: a Ukrainian or Belarusian name in the genitive, in the
 * arena: adjectives and the noun that heads the name, by their endings. The name as it is where its first words are not
 * adjectives in the nominative and a noun of heads.
 */
struct span slavic_genitive_name(struct arena *a, const struct lexicon *heads, enum slavic_lang lang, struct span name);

#endif
