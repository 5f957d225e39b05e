/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_ORG_ALONE_H
#define SVOD_ORG_ALONE_H

#include "org_scan.h"

/* Профсоюз мелиораторов: people of one trade; not the people that every union has */
bool org_is_profession(const struct org_scan *s, size_t i);

/* Is the head of c a short name of the document that the words from token next on do not belong to? */
bool org_stands_alone(const struct org_scan *s, const struct org_cand *c, size_t next);

/* обкома профсоюза и ЦК Профсоюза: is token i a union's noun alone, behind which the next body begins? */
bool org_ends_in_union(const struct org_scan *s, size_t i);

#endif
