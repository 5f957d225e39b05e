/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_NUMERAL_H
#define SVOD_NUMERAL_H

#include <stdbool.h>

#include "span.h"

/* Gives the value text of a folded word (%map numeral): "25", "x1000" for a multiplier; false: no numeral. */
typedef bool (*numeral_lookup)(const void *ctx, struct span word, struct span *value);

/*
 * A number in digits ("3 262", "2,9", "19-ти"), in words, or mixed ("2,9 тыс."). Digits: white space, or points between
 * groups of three, separate thousands; a comma, or a point before other than three digits, is decimal.
 * text is folded. False: no number in it.
 */
bool numeral_parse(struct span text, numeral_lookup lookup, const void *ctx, double *out);

/* A Roman numeral in Latin or look-alike Cyrillic letters, any case; 0: none. */
int numeral_roman(struct span text);

#endif
