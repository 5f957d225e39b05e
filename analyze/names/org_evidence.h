/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_ORG_EVIDENCE_H
#define SVOD_ORG_EVIDENCE_H

#include "org_scan.h"
#include "span_index.h"

/*
 * Names that nothing in themselves gives away: abbreviations that nobody defines (ДПНИ), words of another script (BBC),
 * short names in quotes («Газпром»), Росстат and its kin. They are names of bodies when somewhere in the document
 * somebody is their president, member or speaker, or when they act or report; then every mention counts.
 */
struct org_guess {
	size_t first, last; /* tokens; quotes are outside */
	struct span key;    /* equal for mentions of one name */
	struct span name;   /* nominative where the dictionary knows the words */
	bool proved;        /* this very mention has evidence */
};

struct org_guesses {
	struct org_guess *v;
	size_t n, cap;
};

/*
 * The mentions of names that are proved somewhere, in text order. taken: a token each, true where another name stands
 * already. In a plan's column of the responsible, abbreviations are bodies. roles: lexicon of role nouns; not_orgs:
 * words that are no bodies. quotes: names in quotes of the bodies that are known.
 */
struct org_guesses org_evidence(const struct org_scan *s, const struct lexicon *roles, const struct lexicon *not_orgs,
				const bool *taken, const struct span_index *quotes);

#endif
