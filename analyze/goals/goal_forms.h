/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_GOAL_FORMS_H
#define SVOD_GOAL_FORMS_H

#include "goal_sentence.h"

/* Kazakh and Kyrgyz orders end with the third person of the imperative: … құрылсын, … өткөрүлсүн. */
bool goal_is_order(const struct resolver *r, const struct words *w);

/* "Үкіметтен мыналар талап етілсін:", "… төмөнкүлөр талап кылынсын:": the demands that are ordered stand below */
bool goal_orders_demand(const struct resolver *r, const struct words *w);

/* "Контроль за выполнением оставляю за собой": orders of one who signs alone. */
bool goal_keeps_control(const struct resolver *r, const struct words *w);

/* In plans Kazakh and Kyrgyz name what is to be done by a verbal noun, which stands last: … дайындау, … өткөрүү. */
bool goal_ends_in_verbal_noun(const struct goal_ctx *g, const struct words *w);

/* Is such a verbal noun the last word of all, a bracket apart? Then a numbered item of a programme is a task. */
bool goal_closes_with_verbal_noun(const struct goal_ctx *g, const struct words *w);

/* "Провести …", "В течение 2026 года обучить …": the times in front of the infinitive of text[start, end) are skipped.
 */
bool goal_opens_with_infinitive(const struct goal_ctx *g, size_t start, size_t end);

/* "в пункте 3 слова «…» заменить словами «…»": does the item say what to do with the words of an earlier order? */
bool goal_amends(const struct goal_ctx *g, const struct block *b);

/* "…, and the": no line ends so of itself, whatever the next one begins with. */
bool goal_ends_open(const struct goal_ctx *g, const struct block *b);

/* "во-первых, обновить реестр": how many words at the beginning count what is said; 0: none. */
size_t goal_enumerator(const struct goal_ctx *g, const struct words *w);

/* "Во-вторых, к осени завершить учёт": counted, and an infinitive with no verb before it. */
bool goal_is_enumerated(const struct goal_ctx *g, const struct words *w);

/* "Цель Профсоюза – защита …" below the heading "ЦЕЛИ": the item names and states its goal itself. */
bool goal_states_itself(const struct goal_ctx *g, const struct words *w);

/*
 * "Запретить выход в одиночку": the goal begins behind the ban, and lead gets the polarity; of "Не допускать
 * увольнений" lead gets the polarity alone. Returns start where there is no ban.
 */
size_t goal_behind_ban(const struct goal_ctx *g, size_t start, size_t end, struct lead *lead);

/* Does a preposition open it ("В области охраны труда:")? */
bool goal_opens_with_preposition(const struct goal_ctx *g, const struct block *b);

#endif
