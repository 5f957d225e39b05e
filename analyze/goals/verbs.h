/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_VERBS_H
#define SVOD_VERBS_H

#include "phrases.h"
#include "resolve.h"

/*
 * What kind of action word a word is, by the dictionary where it is at hand and by ending and the lexicon goal_words
 * otherwise: infinitives (обеспечить, забезпечити, забяспечыць, ensure) and verbal nouns (обеспечение, реализация,
 * қамтамасыз ету). Words are folded.
 */
enum verb_form { VERB_NONE, VERB_INFINITIVE, VERB_NOUN };

enum verb_form verb_form_of(const struct resolver *r, struct span word);

/* May this word stand between a subject and its action word: an adverb, an adjective, a word of form "before"? */
bool verb_may_precede(const struct resolver *r, struct span word);

/*
 * The action word that words [i, end) begin with, after at most a few adverbs and adjectives ("активнее внедрять",
 * "дальнейшее совершенствование"); *at gets its index. VERB_NONE: they begin with something else.
 */
enum verb_form verb_opens(const struct resolver *r, struct span fold, const struct words *w, size_t i, size_t end,
			  size_t *at);

#endif
