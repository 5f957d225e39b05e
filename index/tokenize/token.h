/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_TOKEN_H
#define SVOD_TOKEN_H

#include "buf.h"
#include "err.h"
#include "span.h"

/*
 * From text to the tokens of the index: every form of a word finds every other.
 *
 * A token is a run of letters or a run of digits, case-folded, ё = е. At its position stand
 *   digits     the digits
 *   letters    the lemmas; of a word that no dictionary knows the guessed ones and ~stem (Snowball; slavic.h); ^stem of
 * a Turkic or Tajik word, so that a lemma is never taken for a form; =word, the word as it is, where it is no word with
 * forms.
 * The exact form of a word is not indexed: it is in the text, and whoever asks for it (=exact) gets the rows with the
 * lemma whose text has the form (places.h), the best first (search_wide.c). Measured at 200 MB of Russian: with the
 * forms beside the lemmas the file is 1.67 of the text instead of 1.38 and written at three quarters of the speed;
 * forms alone, asked for in all forms of a lemma, make queries four times as slow. At 50 MB: forms in an index of their
 * own that knows only rows (detail=none, no lengths) add .105 to 1.39, and a second pass over every text.
 * Words of one letter or two stand as they are ("см" is no form of "сметь"). Words all in capitals stand as they are
 * if they have three letters ("МОТ" is none of "мотать"), or up to six that the dictionary does not know (ФПРК). Where
 * most letters of the text are capitals (a heading), capitals say nothing, and three letters are both. A
 * letter of the other alphabet that looks alike (Latin C in «Cистема») is read as what it looks like. Apostrophes
 * between letters belong to the word, soft hyphens and stress marks do not.
 *
 * Language. SQLite 3.40 tells a tokenizer neither row nor column, and an external-content index must give the same
 * tokens when a row is deleted, checked or rebuilt, from whatever program. So the language is a function of the text
 * handed in (the block: letters that only some alphabets have, their share), and of the word itself (ї, є: Ukrainian;
 * ў: Belarusian; ә ғ қ ң ө ұ ү һ: Turkic; ҷ ӣ ӯ: Tajik; oʻ gʻ and q without u: Uzbek in Latin letters), never of a
 * column or a setting. A word that the Russian dictionary does not know, in a text that gives no sign, gets both
 * readings. A query word is read in every language of the corpus at once, so that the person who asks need not say
 * which.
 */
struct tokenizer;

enum token_mode {
	TOKEN_TEXT,  /* what is indexed */
	TOKEN_QUERY, /* a word or phrase of a query; behind a leading = capitals do not count: more than the exact form
		      */
	TOKEN_PREFIX /* the last word is the beginning of one: what tokens begin with, see tokenizer_is_wide */
};

/* Languages whose dictionaries or endings a query word is looked up in. */
enum token_lang { TOKEN_UK = 1, TOKEN_BE = 2, TOKEN_TURKIC = 4, TOKEN_TAJIK = 8 };

/* dictionary: folder of the Russian one, NULL to look for it (common/data.h). The others are opened when a text first
 * needs them. Fails on a broken dictionary (78). */
struct tokenizer *tokenizer_new(const char *dictionary, struct err *e);
void tokenizer_free(struct tokenizer *t);

/* Which languages queries speak beside Russian and English, a set of enum token_lang; at first those without a
 * dictionary, TOKEN_TURKIC (Kazakh, Kyrgyz, Uzbek) and TOKEN_TAJIK. */
void tokenizer_query_languages(struct tokenizer *t, unsigned langs);

/*
 * Calls emit for every token in text order; same: it stands at the position of the one before. start and end are the
 * word's bytes in the text. A result other than 0 stops and is returned.
 */
typedef int token_emit(void *ctx, bool same, struct span token, size_t start, size_t end);
int tokenizer_run(struct tokenizer *t, enum token_mode mode, struct span text, token_emit *emit, void *ctx);

/*
 * Do tokens of other words too begin with what TOKEN_PREFIX gives for this word? A word begins so in the text or in the
 * dictionary; "дети" has the lemma "ребенок", and "дет" must find it, but not "ребенку".
 */
bool tokenizer_is_wide(struct tokenizer *t, struct span beginning);

/* Everything that tokens depend on: "svod-7 ru:0123456789abcdef uk:1f8 be:0". Two indexes with equal signatures have
 * equal tokens.
 */
enum { TOKEN_SIGNATURE = 120 };
void tokenizer_signature(const struct tokenizer *t, char out[TOKEN_SIGNATURE]);

/* The parts of a word's analysis that queries need by themselves (did-you-mean, stop words). */
struct morph;
const struct morph *tokenizer_morph(const struct tokenizer *t);

#endif
