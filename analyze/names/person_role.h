/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_PERSON_ROLE_H
#define SVOD_PERSON_ROLE_H

#include "person_scan.h"

enum { PERSON_ROLE_NEXT = 4 /* tokens to a role that proves a name where no dictionary says which words are common */ };

/* Is token i a noun of the lexicon of roles? Its row, or LEXICON_NONE. */
long person_role_at(struct tokens *ts, const struct lexicon *roles, size_t i);

/* Sets role and cases of p by what stands before it; found: the persons before it in the text. */
void person_guess_case(struct tokens *ts, const struct lexicon *roles, const struct persons *found, struct person *p);

/* English: the role or title stands right before the name, or behind it and a comma. */
bool person_beside_role(struct tokens *ts, const struct lexicon *roles, const struct person *p);

/* English: "Jane Carter, General Secretary of the …" or "General Secretary Jane Carter"; sets the role's tokens. */
void person_english_role(struct tokens *ts, const struct lexicon *roles, struct person *p);

/* A name alone in its line, below a line that begins with a role: how many documents are signed. */
bool person_signs_below_role(struct tokens *ts, const struct lexicon *roles, const struct person *p);

/* СЛУШАЛИ: Сабирова Е.С.; доклад тов. Сабирова Е.С.: whom, and whose (bits of M_CASES); 0: nothing tells it. */
unsigned person_cases_before(struct tokens *ts, const struct lexicon *roles, size_t first);

#endif
