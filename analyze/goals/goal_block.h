/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_GOAL_BLOCK_H
#define SVOD_GOAL_BLOCK_H

#include "doc.h"

/* Blocks that state no goals: hidden ones, cells (pass_table reads them), headers, captions, signatures. */
bool goal_block_skipped(const struct block *b);

/* The last sign of text[start, end), blanks and asterisks left out; 0: there is none. */
unsigned goal_last_char(const struct doc *d, size_t start, size_t end);

/* Does the text of the block begin with a small letter, quotes left out? */
bool goal_starts_lower(const struct doc *d, const struct block *b);

/*
 * The kind of a list mark: 0 none, 1 bullet, 2 letter, 3 number with a bracket, 4 "1.", 5 "1.1." …; -1 an item without
 * mark, -3 a Roman number. Equal marks are one list.
 */
int goal_mark_kind(const struct block *b);

bool goal_has_mark(const struct block *b);

/* "2.1." → 2.1, "3)" → 3; empty: letters and bullets number nothing. Borrows the mark. */
struct span goal_printed_number(const struct block *b);

/* "а)" → а; empty: numbers and bullets are no letters. Borrows the mark. */
struct span goal_printed_letter(const struct block *b);

#endif
