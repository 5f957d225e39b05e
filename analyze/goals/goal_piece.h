/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_GOAL_PIECE_H
#define SVOD_GOAL_PIECE_H

#include "doc.h"

/*
 * Cuts the next piece off *rest: up to a mark of a list that is printed inside the block ("ставит задачи: а) …; б) …",
 * "• …; • …", "(i) …; (ii) …"), or all of it. *rest goes on behind; its start reaches its end with the last piece. A
 * piece behind a mark is an item with that mark.
 */
struct block goal_next_piece(const struct doc *d, struct block *rest);

/* A paragraph that begins with such a mark which no reader has seen ("(ii) рекомендовать …") becomes an item with it.
 */
void goal_see_mark(const struct doc *d, struct block *b);

/* Bytes of a mark "а)", "(b)", "12)", "(iii)" at byte at with a blank behind it; 0: there is none. */
size_t goal_label_bytes(struct span text, size_t at);

#endif
