/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_TURKIC_H
#define SVOD_TURKIC_H

#include "span.h"

/*
 * The stem of a folded word in Kazakh, Kyrgyz, Uzbek (Cyrillic) or Tajik: endings of case, possession and number are
 * taken off, at least three letters and one vowel stay. out has room for word.n bytes; returns its length. The stem
 * ends in п к қ where a vowel ending had voiced it (кітабы → кітап).
 */
size_t turkic_stem(struct span word, char *out);

#endif
