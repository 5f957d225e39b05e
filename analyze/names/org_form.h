/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_ORG_FORM_H
#define SVOD_ORG_FORM_H

#include "org_scan.h"

/* Is the word at i a legal form, of the lexicon, by its ending or because a short name in quotes stands behind it? */
bool org_is_form(const struct org_scan *s, size_t i);

#endif
