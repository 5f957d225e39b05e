/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_BASE_FORM_H
#define SVOD_BASE_FORM_H

#include "buf.h"
#include "span.h"

/*
 * Dictionary forms of Ukrainian and Belarusian words (common/wordforms.h). Where a language's dictionary is not
 * installed nothing is found.
 */
struct base_forms;

struct base_forms *base_forms_new(void);
void base_forms_free(struct base_forms *b);

/* Appends the dictionary form of a folded word; lang: uk or be. False, and nothing appended, where it is unknown. */
bool base_form(struct base_forms *b, struct span lang, struct span word, struct buf *out);

/*
 * Appends an adjective, given in its dictionary form (masculine), in the nominative of the gender of noun, which is
 * told from the noun's ending.
 */
void base_adjective(struct span lang, struct span adjective, struct span noun, struct buf *out);

#endif
