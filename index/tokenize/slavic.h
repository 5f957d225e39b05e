/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_SLAVIC_H
#define SVOD_SLAVIC_H

#include <stdbool.h>

#include "buf.h"
#include "span.h"

/* Ukrainian and Belarusian words that the dictionaries lack: names, new words, forms that they forgot. */
enum slavic { SLAVIC_UK, SLAVIC_BE };

/*
 * Appends the stems that a folded word may have, each ended by \n: without the longest ending of a noun, of an
 * adjective and of a verb (three letters with a vowel stay), and as they are before other endings: праверцы праверк,
 * кучерець кучерц. A doubled consonant before a soft ending becomes one (навчання, навчань).
 */
void slavic_stems(struct span word, enum slavic lang, struct buf *out);

/*
 * Appends the words, each ended by \n, that a folded word may be a form of: its stems with the endings of dictionaries,
 * and with vowels and consonants as they change: договором договір, гарадамі горад, зямель зямля. Whoever asks has to
 * look which of them there are.
 */
void slavic_lemmas(struct span word, enum slavic lang, struct buf *out);

/* Does it end as words in dictionaries do? The dictionaries give "гарады" and "днях" for words as well. */
bool slavic_is_lemma(struct span word, enum slavic lang);

#endif
