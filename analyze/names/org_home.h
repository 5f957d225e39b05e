/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_ORG_HOME_H
#define SVOD_ORG_HOME_H

#include "org_names.h"

/*
 * The regional organization, or the committee of one, whose paper it is (Саратовская областная организация Профсоюза
 * …): in it областной комитет, обком and областная организация are names in small letters too, and so are президиум
 * обкома and аппарат областного комитета.
 */

/* Finds it among the candidates that have a body: n->home becomes the candidate, or stays TOKEN_NONE. */
void org_home_find(struct org_names *n);

/* The body that a candidate without one stands for by its level; it is added where it is new. ORG_NO_BODY: none. */
size_t org_home_body(struct org_names *n, size_t cand);

/* ППО of the primary organization that the paper names at its beginning, and no other: its letters. */
void org_home_primary(struct org_names *n);

/*
 * Гомельская областная организация Профсоюза: where the union has a short name of one word, its organization whose
 * paper it is is called by it.
 */
void org_home_contract(struct org_names *n);

/* Профком → Профспілковий комітет ППО, … Підприємства: in Ukrainian and Belarusian, whose committee one alone is. */
void org_home_committee(struct org_names *n);

/*
 * How the union of the paper is called in the names of its lower organizations: the issuer, or the union that it is an
 * organization of. Empty: nobody knows.
 */
struct span org_home_union(const struct org_names *n);

#endif
