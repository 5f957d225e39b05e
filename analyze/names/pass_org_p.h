/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_PASS_ORG_P_H
#define SVOD_PASS_ORG_P_H

#include "org_names.h"

/* What the files of the pass for bodies share: the mentions found so far, of which the outermost become items. */
struct mention {
	size_t first, last, body;
	struct span canonical; /* empty: the body's */
	bool elliptical, glossary, glossary_full, weak;
	bool one; /* the body is a class, and this is one of it */
};

struct org_pass {
	struct doc *d;
	struct org_scan scan;
	struct org_names names;
	struct abbr_defs defs;
	struct mention *v;
	size_t n, cap;
	size_t *longest;            /* 1 + the longest mention that begins at a token, 0: none */
	struct span_index initials; /* organs by the letters of their name up to its noun */
	bool *barrier;
	bool rule_items; /* rules of svod-extract gave items of this type */
};

/* Adds a mention; it need not stand behind those before. */
void org_pass_add(struct org_pass *p, struct mention m);

/* The longest mention that begins at that token, or NULL. */
const struct mention *org_pass_from(const struct org_pass *p, size_t first);

/* Adds the bodies of lists that print their noun, or all but an adjective, once. */
void org_pass_lists(struct org_pass *p);

/*
 * ПК по охране труда, where ПК are постоянные комиссии: the letters and what the one of them that is meant is for. The
 * mention of the letters becomes that of the whole name.
 */
void org_pass_concern(struct org_pass *p, struct mention *m);

#endif
