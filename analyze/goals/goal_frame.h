/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_GOAL_FRAME_H
#define SVOD_GOAL_FRAME_H

#include "goal_sentence.h"

/* "– остановка падения численности": do the words begin as what a list of aims lists, with a noun? */
bool goal_opens_with_thing(const struct goal_ctx *g, const struct words *w);

/*
 * Does the block begin with an instrument or an act ("№ 102 «О минимальных нормах …» – 2028 год")? Then it is what the
 * deed above is about.
 */
bool goal_is_instrument(const struct goal_ctx *g, const struct block *b);

/* "По второму вопросу СЛУШАЛИ:", "ВЫСТУПИЛИ: …": does the block of minutes begin what somebody said? */
bool goal_opens_speech(const struct goal_ctx *g, const struct block *b);

/* "Исходя из того, что труд должен …, Профсоюз ставит задачи:": does the sentence in text[start, end) begin with its
 * reason? What must be there is no goal. */
bool goal_opens_with_reason(const struct goal_ctx *g, size_t start, size_t end);

#endif
