/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_NAMING_H
#define SVOD_NAMING_H

#include "err.h"
#include "gazetteer.h"
#include "lexicon.h"
#include "morph.h"
#include "span_index.h"

/* What an abbreviation of the lexicon orgs stands for, in documents of one language alone. */
struct known_abbr {
	long row;
	struct span lang; /* empty: of any */
};

/* What the passes for bodies, persons, places and events share: their lexicons, opened once a process, read-only. */
struct naming {
	struct lexicon *heads, *orgs, *forms, *places, *place_abbrs, *roles, *not_orgs, *given_names, *event_heads,
		*clipped;
	struct gazetteer *known_orgs, *known_places;
	struct arena arena;
	struct span_index abbrs; /* of orgs, by the letters: numbers in known_abbrs, the rows in their order */
	struct known_abbr *known_abbrs;
	size_t n_abbrs, cap_abbrs;
};

/* 78 where a lexicon is missing or broken. The dictionary must outlive it. */
struct naming *naming_open(const struct morph *m, struct err *e);
void naming_close(struct naming *n);

#endif
