/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_ORG_ELLIPSIS_H
#define SVOD_ORG_ELLIPSIS_H

#include "org_scan.h"

/*
 * Bodies of which only the adjective is printed, the noun being understood, each with its head in brackets:
 * "председателям Алтайской республиканской (Иванова А. А.), Еврейской (Петров Б. Б.)".
 * Sets *last and *name (nominative with "организация") for the item that begins at token i; false: there is none.
 */
bool org_ellipsis_at(const struct org_scan *s, size_t i, size_t *last, struct span *name);

#endif
