/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_ORG_CLIPPED_H
#define SVOD_ORG_CLIPPED_H

#include "lexicon.h"
#include "mem.h"
#include "tokens.h"

/*
 * The name with its clipped words in full, as rules/lexicon/clipped.tsv has them for that language: "Минский обком" →
 * "Минский областной комитет", "Президиум обкома" → "Президиум областного комитета". The name itself where there is
 * none, or where it is that word alone; else in the arena. m may be NULL: oblique forms stay then.
 */
struct span org_in_full(struct arena *a, const struct lexicon *clipped, const struct morph *m, enum token_lang lang,
			struct span name);

/* What that clipped word (folded, nominative) abbreviates in that language; empty: it is none. Of the lexicon. */
struct span org_clipped_full(const struct lexicon *clipped, enum token_lang lang, struct span word);

#endif
