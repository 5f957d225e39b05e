/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_GOAL_SENTENCE_H
#define SVOD_GOAL_SENTENCE_H

#include "goal_leads.h"
#include "goals.h"

/* What the goal pass knows while it goes through a document. */
struct goal_ctx {
	struct resolver *r;
	struct doc *d;
	bool agreement;         /* grants in the present tense count */
	bool statute;           /* only explicit aims count */
	struct item_index acts; /* legal acts, conventions and recommendations */
	struct item_index rows; /* goals of plans, made before */
	struct span section;    /* number of the section, printed; empty: none */
	int count;              /* goals of the section so far */
	struct span number; /* as the list mark of the current block prints it, without its last sign; empty: none */
	struct span parent; /* the number that an order with a list of its own printed; empty: none */
	struct span letter; /* "а" of a mark "а)"; empty: none */
	bool marked;        /* the current block prints a list mark */
	int below;          /* goals of that list so far */
};

/* Adds the goals that one sentence, text[start, end), states by itself. */
void goal_in_sentence(struct goal_ctx *g, size_t start, size_t end);

/* The next sentence of text[*from, end): moves *from behind it; false: none is left. */
bool goal_next_sentence(const struct doc *d, size_t *from, size_t end, size_t *start, size_t *stop);

/* Who is bound: the organization, or else the short capitalized subject, that stands in text[start, lead). */
struct span goal_actor(const struct goal_ctx *g, size_t start, size_t lead);

/* A genitive plural (целей, задач) names goals only behind "из": "для целей …" and "в решении задач" do not. */
bool goal_noun_counts(const struct resolver *r, const struct words *w, size_t i);

/* Is there an infinitive among words [i, end)? *at gets the first one's index. */
bool goal_find_infinitive(const struct resolver *r, const struct words *w, size_t i, size_t end, size_t *at);

#endif
