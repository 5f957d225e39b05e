/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_GOAL_LEADS_H
#define SVOD_GOAL_LEADS_H

#include "phrases.h"
#include "resolve.h"

/* The rows of rules/lexicon/goal_leads.tsv as the goal pass asks for them; what each word means stands in that file. */
enum lead_kind {
	LEAD_LEAD = 1 << 0,
	LEAD_NOUN = 1 << 1,
	LEAD_COPULA = 1 << 2,
	LEAD_TAIL = 1 << 3,
	LEAD_GRANT = 1 << 4,
	LEAD_STOP = 1 << 5,
	LEAD_SPEECH = 1 << 6,
	LEAD_PARTY = 1 << 7,
	LEAD_STATE = 1 << 8,
	LEAD_PERMIT = 1 << 9,
};
enum lead_where { LEAD_LIST = 1, LEAD_INLINE = 2, LEAD_BOTH = 3 };
enum lead_after { AFTER_ANY, AFTER_ACTION, AFTER_ORDER, AFTER_VERB, AFTER_THAT };

struct lead {
	enum lead_kind kind;
	enum lead_after after;
	const char *level; /* static text */
	bool against;      /* polarity */
	size_t words;
};

/*
 * The longest lead at word i of one of these kinds and places. A speech phrase that is at least as long hides it: then
 * false, and lead->kind is LEAD_SPEECH with its words.
 */
bool goal_lead_at(const struct resolver *r, const struct words *w, size_t i, size_t end, unsigned kinds, unsigned where,
		  struct lead *lead);

#endif
