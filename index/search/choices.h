/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_CHOICES_H
#define SVOD_CHOICES_H

#include "mem.h"
#include "query.h"

/*
 * Values of filters that are one of a set: a slip in one would find nothing and look like an answer. Known is what svod
 * itself writes, and what the corpus holds.
 */
enum choice { CHOICE_COUNTRY, CHOICE_LANG, CHOICE_KIND };

/*
 * Sets *out to the value as documents have it: a country's code for its code, name or abbreviation (kz, Казахстан, РК),
 * small letters for a language and a kind; borrows from a. 64 where it is not known, with those of the corpus.
 */
bool choice_find(struct query *q, enum choice choice, struct span value, struct arena *a, struct span *out,
		 struct err *e) MUST_USE;

#endif
