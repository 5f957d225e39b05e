/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_LETTER_PAIRS_H
#define SVOD_LETTER_PAIRS_H

/*
 * How likely one Cyrillic letter follows another in Russian, Belarusian, Ukrainian, Kazakh or Kyrgyz: what tells a
 * charset from the ones that give other letters for the same bytes.
 */
enum { LETTER_CLASSES = 46 }; /* 0: no Cyrillic letter; then а–я (ё counts as е), і ї є ґ ў ә ғ қ ң ө ұ ү һ */

/* Class of a lower case code point; 0 for everything else. */
int letter_class(unsigned c);

/* Bits of surprise, 0 … 15, to see class b behind class a: -log2 of the probability in the language that likes it best.
 */
int letter_pair_bits(int a, int b);

#endif
