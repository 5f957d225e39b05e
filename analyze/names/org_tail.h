/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_ORG_TAIL_H
#define SVOD_ORG_TAIL_H

#include "org_scan.h"

/*
 * The part of a name behind its head: genitives (профсоюзов Республики Казахстан), lists of them (труда, социального
 * обеспечения и миграции), по with the dative, при and в, abbreviations, names in quotes, имени …, № 5.
 * Sets last, proper, tail, abbr and quote of the candidate, whose head and flags are set.
 */
void org_tail(const struct org_scan *s, struct org_cand *c);

#endif
