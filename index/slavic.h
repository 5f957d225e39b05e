/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_SLAVIC_H
#define SVOD_SLAVIC_H

#include "span.h"

/* Languages of slavic_stem. */
enum slavic { SLAVIC_UK, SLAVIC_BE };

/*
 * The stem of a folded Ukrainian or Belarusian word that hunspell's dictionary lacks (names, new words): the longest
 * ending of noun, adjective or -увати/-аваць verb is taken off, three letters with a vowel stay, a doubled consonant
 * before it becomes one (навчання, навчань). out has room for word.n bytes; returns its length.
 */
size_t slavic_stem(struct span word, enum slavic lang, char *out);

#endif
