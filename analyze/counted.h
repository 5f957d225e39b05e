/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_COUNTED_H
#define SVOD_COUNTED_H

#include "base_form.h"
#include "tokens.h"

/*
 * What a numeral counts: the noun phrase behind it, by the agreement that a Russian numeral asks for (2 региона, 5
 * регионов, 21 регион, в 5 регионах). Other languages have no dictionary here: there the words behind the numeral are
 * taken by their endings.
 */
enum counted_kind {
	COUNTED_NONE, /* no noun follows */
	COUNTED_NOUN,
	COUNTED_ADJ,   /* an adjective without its noun: "4 директивных" */
	COUNTED_LABEL, /* the numeral names a thing: "6 разряда", "2 уровень" */
};

struct counted {
	enum counted_kind kind;
	bool label;       /* the noun is one of things that are numbered: класс, курс */
	bool verb;        /* a verb in the past follows at once: "312 загинуло" */
	size_t end;       /* byte behind the phrase */
	struct span unit; /* nominative singular, folded; in the arena; empty for COUNTED_ADJ */
};

/*
 * Looks behind byte at, where the numeral ends, inside its block. value: of the numeral (a range: its upper end).
 * lang: BCP 47 of the block; empty: unknown. base: dictionary forms of Ukrainian and Belarusian; NULL: by endings only.
 */
struct counted counted_after(struct tokens *ts, struct base_forms *base, size_t at, size_t block_end, double value,
			     struct span lang);

#endif
