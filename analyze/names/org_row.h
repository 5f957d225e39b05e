/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_ORG_ROW_H
#define SVOD_ORG_ROW_H

#include "tokens.h"

/* names: a cell of the lexicon orgs, joined by " | "; what is returned is borrowed from it. */

struct span org_row_first(struct span names);

/* Has the name letters that only this language's texts have? */
bool org_row_is_in(struct span name, enum token_lang lang);

/* The name in the language; the first where the row has none in it. */
struct span org_row_name(struct span names, enum token_lang lang);

/* Kazakh or Kyrgyz: the name that begins like the mention; else as org_row_name. */
struct span org_row_like(struct span names, enum token_lang lang, struct span mention);

#endif
