/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_PERSON_SCAN_H
#define SVOD_PERSON_SCAN_H

#include "tokens.h"

/*
 * Where persons are named: a surname with initials before or behind it, a first name (and patronymic) with a surname.
 * Eponyms (имени М. Ю. Ломоносова, Фонд Ф. Эберта) are no persons.
 */
struct person {
	size_t first, last;       /* tokens, inclusive */
	size_t surname;           /* token */
	size_t initials[2];       /* tokens of the initials, or TOKEN_NONE */
	size_t given, patronymic; /* tokens of full names, or TOKEN_NONE */
	size_t role;              /* token of the role's noun before the name, or TOKEN_NONE */
	size_t role_first;        /* where the words of the role begin (первый заместитель) */
	size_t role_last;         /* last token of the role's words; of a list of names, before the first */
	bool needs_role;          /* only a role nearby makes it a person */
	bool near;                /* and it must be very near */
	bool latin;               /* English: the name is proved by a role or title beside it */
	bool nominative;          /* first name or patronymic leave no doubt: the surname stands as printed */
	size_t particle;          /* уулу, кызы, оглы between the parts of a Turkic name, or TOKEN_NONE */
	unsigned cases;           /* cases in which the name may stand, best guess */
	unsigned genders;         /* 0: unknown */
};

struct persons {
	struct person *v;
	size_t n, cap;
};

/* All persons in text order, in the arena of the tokens. roles: lexicon of role nouns. */
struct persons person_scan(struct tokens *ts, const struct lexicon *roles);

#endif
