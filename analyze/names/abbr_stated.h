/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_ABBR_STATED_H
#define SVOD_ABBR_STATED_H

#include "abbr.h"

/*
 * The definitions that begin at token i and stand in no bracket: "Сокращённое наименование: ФНПР", "Работодатель – АО
 * «Сплав»", "РС – Республиканский совет" in the middle of a list. They are appended to ds. longest: as in abbr_full.h.
 */
void abbr_stated(const struct org_scan *s, const struct org_cands *cs, size_t longest, size_t i, struct abbr_defs *ds);

#endif
