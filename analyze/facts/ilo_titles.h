/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_ILO_TITLES_H
#define SVOD_ILO_TITLES_H

#include "lexicon.h"
#include "phrases.h"

/*
 * The titles of rules/lexicon/ilo.tsv, cut into words and sorted by the letters a title begins with, so that a text is
 * compared with the few titles that begin like it. Only what is said after "о", "про" (before "туралы", "Convention")
 * counts; years and "Revised" do not. Inflected words are equal by their beginnings, English ones in full.
 */
struct ilo_titles;

/* l must outlive it. Free with ilo_titles_free, which takes NULL. */
struct ilo_titles *ilo_titles_new(const struct lexicon *l);
void ilo_titles_free(struct ilo_titles *t);

enum ilo_order {
	ILO_BEHIND_HEAD, /* Конвенция о …: a title begins at a word and goes on to the right */
	ILO_BEFORE_HEAD, /* … Convention, … туралы конвенция: it ends there, read to the left */
	ILO_ORDERS
};

struct ilo_hit {
	long row;     /* of the lexicon */
	size_t words; /* how many words of the text it covers */
};

enum { ILO_HITS = 32 };

/*
 * The titles of conventions ('C') or recommendations ('R') that stand at word i, each row once with its longest form;
 * returns how many.
 */
size_t ilo_titles_at(const struct ilo_titles *t, enum ilo_order order, char kind, struct span fold,
		     const struct words *w, size_t i, struct ilo_hit hits[ILO_HITS]);

/* "о", "об", "про", "щодо": a title begins behind it. */
bool ilo_is_about(struct span word);

#endif
