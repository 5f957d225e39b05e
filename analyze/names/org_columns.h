/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_ORG_COLUMNS_H
#define SVOD_ORG_COLUMNS_H

#include "resolve.h"
#include "tokens.h"

/*
 * A flag for each token of the document: it stands in a plan's column of those who are responsible, or of partners.
 * NULL where the document has no such column. In the document's arena.
 */
bool *org_columns(const struct resolver *r, struct doc *d);

#endif
