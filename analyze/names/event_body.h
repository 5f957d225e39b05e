/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_EVENT_BODY_H
#define SVOD_EVENT_BODY_H

#include "canonical.h"
#include "item_index.h"
#include "org_scan.h"

/* The bodies of a document, as the names of its meetings call them. */
struct event_bodies {
	const struct doc *d;
	const struct tokens *ts;
	const struct item_index *orgs;
	struct span issuer,
		issuer_name; /* the one that speaks: inside names (ФПРК, Профсоюза), in full; empty: unknown */
};

/*
 * Bodies inside the event's name by their abbreviation: XXVI съезд ФПРК. own: the meeting is one of a body's own, whose
 * full name gives way to the short one, too, where the paper has it. Returns how many changes of at most max.
 */
size_t event_body_changes(const struct event_bodies *b, const struct org_cand *c, bool own,
			  struct canonical_change *out, size_t max);

/*
 * IX з'їзд Федерації професійних спілок України → IX з'їзд ФПУ: the canonical name of a congress that a rule has found
 * and whose body ends it; arena: of the document.
 */
void event_body_contract(const struct event_bodies *b, struct arena *arena, struct item *event);

/*
 * VI з'їзд, 8th Congress, IV Пленумы: a congress that a rule has found with its number alone is the issuer's, a plenum
 * its committee's (plenary: in the genitive, empty: unknown).
 */
void event_name_issuer(const struct event_bodies *b, struct arena *arena, struct item *event, struct span plenary);

/* V пленум Совета: does the name end with an organ that is nobody's, so that it is the issuer's? */
bool event_ends_with_organ(const struct event_bodies *b, const struct org_cand *c);

#endif
