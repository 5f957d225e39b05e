/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_GLANCE_H
#define SVOD_GLANCE_H

#include "span.h"

/*
 * Does this word stand in the text? A look at the bytes, twenty times as fast as the tokenizer. word: folded
 * (forms_fold). What the glance cannot judge is unsure: words of two alphabets, soft hyphens and stress marks near by,
 * words that are not in the Russian alphabet.
 */
enum glance { GLANCE_NO, GLANCE_YES, GLANCE_UNSURE };
enum glance glance(struct span text, struct span word);

#endif
