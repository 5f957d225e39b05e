/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_NAMING_H
#define SVOD_NAMING_H

#include "err.h"
#include "gazetteer.h"
#include "lexicon.h"
#include "morph.h"

/* What the passes for bodies, persons, places and events share: their lexicons, opened once a process, read-only. */
struct naming {
	struct lexicon *heads, *orgs, *forms, *places, *place_abbrs, *roles, *not_orgs, *given_names, *event_heads;
	struct gazetteer *known_orgs, *known_places;
};

/* 78 where a lexicon is missing or broken. The dictionary must outlive it. */
struct naming *naming_open(const struct morph *m, struct err *e);
void naming_close(struct naming *n);

#endif
