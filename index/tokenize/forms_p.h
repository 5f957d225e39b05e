/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_FORMS_P_H
#define SVOD_FORMS_P_H

#include "buf.h"
#include "err.h"
#include "span.h"
#include "token.h"

/* Inside of the tokenizer: one word → its tokens. */

/* What the text around a word says of its language. */
/* LANG_TURKIC: Kazakh, Kyrgyz, Uzbek in Cyrillic; LANG_UZBEK: in Latin letters. */
enum text_lang { LANG_UNSURE, LANG_RU, LANG_UK, LANG_BE, LANG_TURKIC, LANG_TAJIK, LANG_UZBEK };

struct word_context {
	enum text_lang lang;
	bool capitals; /* most letters of the text are capitals */
	bool query;
};

/* The dictionaries, opened once. dictionary: folder of the Russian one (NULL: svod's own). NULL: e has 78. Not for
 * threads. */
struct forms;
struct forms *forms_new(const char *dictionary, struct err *e);
void forms_free(struct forms *f);

/* Which languages beside Russian a query may be in (TOKEN_UK … of token.h): words are then looked up in all of them. */
void forms_query_languages(struct forms *f, unsigned langs);

/* The Russian dictionary; it lives as long as f. */
const struct morph *forms_morph(const struct forms *f);

/* Appends the tokens of a run of letters, each as a length byte and its bytes (at most 255). */
void forms_of(struct forms *f, struct span word, struct word_context c, struct buf *out);

/*
 * Appends what tokens of words with this beginning begin with. True: tokens of other words begin so too, and the text
 * has to tell which are meant.
 */
bool forms_begun(struct forms *f, struct span word, struct buf *out);

/* Appends the folded word alone: lower case, ё = е, one alphabet, apostrophes as ', no stress marks and soft hyphens.
 */
void forms_fold(struct span word, struct buf *out);

#endif
