/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_GOAL_PARTY_H
#define SVOD_GOAL_PARTY_H

#include "goal_clause.h"
#include "goal_sentence.h"

/*
 * Whom an order or a demand is meant for. Each function returns where the goal in text that begins at start (words w of
 * it) begins or ends; where nobody is named, that is start (or end), and *actor stays as it was. Spans live in the
 * document's arena.
 */

/* "Членским организациям провести …": the dative before the infinitive. */
size_t goal_behind_addressee(const struct goal_ctx *g, const struct words *w, size_t start, struct span *actor);

/*
 * "Від правління – негайно зупинити …": who is asked stands before a dash; in a list of demands also without "from"
 * ("Жогорку Кенеш – ратифицировать …").
 */
size_t goal_behind_asked(const struct goal_ctx *g, const struct words *w, size_t start, bool demand,
			 struct span *actor);

/* Kazakh and Kyrgyz: the body that is ordered to act opens the sentence in the nominative. */
size_t goal_behind_body(const struct goal_ctx *g, size_t start, size_t end, struct span *actor);

/* Kazakh and Kyrgyz: how many words at the beginning name the party that speaks ("Кәсіподақ …ға міндеттенеді"). */
size_t goal_subject_words(const struct goal_ctx *g, const struct words *w);

/*
 * Kazakh and Kyrgyz: words [from, RESULT) of "Үкіметтен … талап етеміз" name whom the demand is meant for, in the
 * ablative; from: nobody is named before word end.
 */
size_t goal_asked_words(const struct goal_ctx *g, const struct words *w, size_t from, size_t end);

/* The same of "Одақтарды бізді қолдауға шақырамыз": who is called to something stands in the accusative. */
size_t goal_called_words(const struct goal_ctx *g, const struct words *w, size_t from, size_t end);

/* The name in those words, without its case. */
struct span goal_asked_name(const struct goal_ctx *g, const struct words *w, size_t from, size_t to);

/*
 * "Наниматель бесплатно выдаёт …": the sentence of words w opens with a party of an agreement. *verb gets the word in
 * the present tense behind it; false: none that tells what the party does.
 */
bool goal_party_acts(const struct goal_ctx *g, const struct words *w, size_t *verb);

/*
 * "Стороны в месячный срок после подписания утверждают план": what the party does begins right behind its name; the
 * word there, or word verb where no party opens the sentence or its part behind a comma.
 */
size_t goal_behind_actor(const struct clause *c, size_t verb);

/* The word with which a time that begins at word i truly begins: its preposition, "в срок" included. */
size_t goal_with_preposition(const struct goal_ctx *g, const struct words *w, size_t i);

/* Is this word a verb in the third person of the present or the future, and nothing else? */
bool goal_is_finite(const struct goal_ctx *g, struct span word);

/* "… Срок – до 1 мая. Ответственный – …": the end of the goal before such sentences. */
size_t goal_before_terms(const struct goal_ctx *g, const struct words *w, size_t end);

/* "Органам, осуществляющим полномочия учредителя, …": does the first word end as datives do? */
bool goal_opens_with_dative(const struct goal_ctx *g, const struct words *w);

/*
 * Who is meant by text[start, end): the organization that it names, or else the words themselves, brackets left out and
 * a Russian dative put into the nominative.
 */
struct span goal_addressee(const struct goal_ctx *g, size_t start, size_t end);

/*
 * "требует [от Правительства] повысить", "calls on [Parliament] to ratify": who is asked in words [first, last); empty
 * where they are none or too many.
 */
struct span goal_asked(const struct goal_ctx *g, const struct words *w, size_t first, size_t last);

#endif
