/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_ORG_PHRASE_H
#define SVOD_ORG_PHRASE_H

#include "org_scan.h"

/* Республики Молдова MD-2012: is the token letters of a postal code? */
bool org_is_postal_code(const struct org_scan *s, size_t i);

/* ПОСТАНОВЛЯЕТ: a verb that the dictionary has, not one guessed by its ending. */
bool org_is_verb(const struct org_scan *s, size_t i);

/* XIV: letters of a numeral, in capitals or not. */
bool org_is_roman(const struct org_scan *s, size_t i);

/* What a token is for a name: a capital that means something, an abbreviation, part of a person's name, a known place.
 */
bool org_is_capital(const struct org_scan *s, size_t i);
bool org_is_abbreviation(const struct org_scan *s, size_t i);
bool org_is_barrier(const struct org_scan *s, size_t i);
bool org_is_place(const struct org_scan *s, size_t i);

/*
 * A noun phrase in that case (one bit of M_CASES) that begins at token i: adjectives that agree, a noun. Sets *last and
 * *proper (a capital, an abbreviation or the name of a place) and returns true, or false where there is none.
 */
bool org_noun_phrase(const struct org_scan *s, size_t i, unsigned in_case, size_t *last, bool *proper);

/* The closing quote of the quote that opens at token i, nested ones skipped; an unbalanced one ends with its block's
 * name-like part. TOKEN_NONE: this is no name in quotes. */
size_t org_quote_end(const struct org_scan *s, size_t i);

/* Does the quote that opens at i hold a name, and not the title of a text (О …, Об …)? */
bool org_quote_is_name(const struct org_scan *s, size_t i);

/* ", NP … и NP" or "и NP" in that case behind *last: true, and *last moved to its end. */
bool org_list_behind(const struct org_scan *s, size_t *last, unsigned in_case, bool *proper);

/* Is the phrase [first, last] an act or an instrument (Трудового кодекса, Конвенций), which no body is named by? */
bool org_is_act(const struct org_scan *s, size_t first, size_t last);

#endif
