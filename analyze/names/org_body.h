/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_ORG_BODY_H
#define SVOD_ORG_BODY_H

#include "org_names.h"

/*
 * The name of a candidate as it is known so far: bodies inside it by their short names, countries spelled out. *parent
 * becomes the body that stands inside it, where one does. In the arena of the tokens.
 */
struct span org_body_name(const struct org_names *n, const struct org_cand *c, size_t *parent);

/* The body with this key, or ORG_NO_BODY. */
size_t org_body_find(const struct org_names *n, struct span key);

/* The only body whose innermost quotes hold this name («Северной верфи»: завод «Северная верфь»), or ORG_NO_BODY. */
size_t org_body_in_quotes(const struct org_names *n, struct span name);

/* Gives candidate i its body: one that is there (same key, same name in quotes, short name), or a new one. */
void org_body_settle(struct org_names *n, size_t i);

/* text is a short name of the body from token at on; caps: an abbreviation. */
void org_body_add_short(struct org_names *n, struct span text, size_t body, size_t at, bool caps);

/*
 * The first letters of that many words of a key (all with ORG_ALL_WORDS), in the arena; empty where it has fewer.
 */
#define ORG_ALL_WORDS ((size_t)-1)
struct span org_body_initials(struct arena *a, struct span key, size_t words);

/* A key that is a union's: профсоюз, федерация, профспілка. */
bool org_is_union_word(struct span key);

/* правовая, техническая инспекция труда (a key): unions have them, the state's are called Государственная */
bool org_is_unions_inspectorate(struct span key);

/* Unions of unions: the organs that such a paper lists are those of its members. */
bool org_is_federation(const struct org_body *b);

/* The body of that name, added with that kind when it is new; it has no mention by this. */
size_t org_body_named(struct org_names *n, struct span name, struct span kind);

/*
 * Do the letters of that row of place_abbrs (a key) mean an organ in this document: РК where it has a Республиканский
 * комитет and nothing of Kazakhstan? Asked of the document once for each row.
 */
bool org_body_stands_for_organ(const struct org_names *n, struct span letters, long row);

#endif
