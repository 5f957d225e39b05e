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

/* "Первичные организации": the noun of token noun with the adjectives of tokens from first on, in the nominative
 * singular; p: the noun's parse. In the arena. */
struct span counted_name(struct tokens *ts, size_t first, size_t noun, const struct morph_parse *p);

/* Is token i, a word, one that cannot be counted: a preposition or conjunction that begins what follows the figure? */
bool counted_is_function_word(const struct tokens *ts, size_t i);

/*
 * "20 отраслевых и 7 областных организаций": the figure that ends at byte at has an adjective, and the noun stands
 * behind a later figure of the list. COUNTED_NONE where it is not so. Arguments as above.
 */
struct counted counted_ahead(struct tokens *ts, struct base_forms *base, size_t at, size_t block_end, struct span lang);

/*
 * "Первичных организаций – 1 846", "в том числе женщин: 45": what is counted stands before the dash, colon or verb in
 * front of the figure at byte start, in the genitive plural and at the beginning of its clause. Russian only; empty:
 * nothing. comma: the clause may begin behind a comma, as in a list whose items name what they count.
 */
struct span counted_before(struct tokens *ts, size_t start, bool comma);

/* "жінок – 45", "ткачоў: 12": the same in Ukrainian and Belarusian, by the endings of the genitive plural. */
struct span counted_before_slavic(struct tokens *ts, struct base_forms *base, size_t start, struct span lang);

#endif
