/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_TOKENS_H
#define SVOD_TOKENS_H

#include "doc.h"
#include "lexicon.h"
#include "morph.h"
#include "word_cache.h"
#include "word_lists.h"

/*
 * The words, numbers and signs of a document with what names need to know of them: capitals, where sentences begin, and
 * (looked up once a distinct word) their forms. Tokens live in the document's arena, what is known of words in a cache.
 */
enum token_lang { LANG_RU, LANG_UK, LANG_BE, LANG_TURKIC, LANG_EN };

enum token_kind { TOKEN_WORD, TOKEN_NUMBER, TOKEN_MARK };

/* What is known of a folded word; shared by its occurrences. */
struct token_info {
	struct span folded;
	enum token_lang lang;
	size_t n; /* parses, best first */
	const struct morph_parse *parse;
	const struct span *lemmas; /* of the parses; NULL until word_cache_lemmas */
	long head;                 /* row in the lexicon of heads, or LEXICON_NONE */
	size_t head_parse;         /* the parse whose lemma that row is */
	unsigned tags;             /* of all parses together: a first look, not an agreement */
	unsigned not_in;           /* bits of the gazetteers in which no name begins with it */
};

#define TOKEN_NONE ((size_t)-1)

struct token {
	size_t start, end;
	enum token_kind kind;
	unsigned mark; /* TOKEN_MARK: the sign; all quotes are '"' («) or '\'' (closing »), dashes '-' */
	bool cap;      /* begins with a capital */
	bool caps;     /* two letters or more, all capital */
	bool latin;
	bool first;         /* of a sentence or block: its capital says little */
	bool loud;          /* in a run of capitals (a heading): capitals say nothing */
	bool glued;         /* no space before it */
	unsigned char lang; /* enum token_lang, of its block */
	int block;
	struct token_info *info; /* words only; NULL until token_info */
};

struct tokens {
	struct token *t;
	size_t n, cap;
	const struct morph *morph;
	const struct lexicon *heads;
	const struct word_lists *lists; /* set by whoever made the tokens, before anything is asked of them */
	const struct lexicon *given;    /* first names of languages without a dictionary; may be NULL */
	struct span text, fold;
	struct arena *arena;
	struct word_cache *words; /* what is known of words outlives the document */
	bool kazakh;              /* Turkic words take Kazakh endings, not Kyrgyz ones */
};

/*
 * All blocks that are not hidden. fold: utf8_fold of the document's text. words: of documents with the same dictionary
 * and lexicons; what tokens of an earlier document knew of words is no longer good.
 */
struct tokens *tokens_of(struct doc *d, struct span fold, const struct morph *m, const struct lexicon *heads,
			 struct word_cache *words);

/* Never NULL for words; looked up on first use. */
const struct token_info *token_info(struct tokens *ts, size_t i);

/* Tokens i and k stand in one block. False where one of them is out of range. */
bool tokens_same_block(const struct tokens *ts, size_t i, size_t k);

/* Does token i begin a line of its own: an end of line stands before it, though its block goes on? */
bool tokens_new_line(const struct tokens *ts, size_t i);

/* Index of the first token that starts at or after byte at; n: none. */
size_t tokens_from(const struct tokens *ts, size_t at);

/* The first parse of a word that has all bits of all and (unless 0) one of any; NULL: none. */
const struct morph_parse *token_parse(struct tokens *ts, size_t i, unsigned all, unsigned any);

static inline bool token_is_mark(const struct tokens *ts, size_t i, unsigned mark)
{
	return i < ts->n && ts->t[i].kind == TOKEN_MARK && ts->t[i].mark == mark;
}

static inline bool token_is_word(const struct tokens *ts, size_t i)
{
	return i < ts->n && ts->t[i].kind == TOKEN_WORD;
}

static inline struct span token_fold(const struct tokens *ts, size_t i)
{
	return span_sub(ts->fold, ts->t[i].start, ts->t[i].end);
}

/* The capitals with which the printed word begins, and no more where it has a small ending: ЖЧК of ЖЧКсында. */
struct span token_letters(const struct tokens *ts, size_t i);

/* Is it that folded word? */
bool token_is(const struct tokens *ts, size_t i, const char *folded);

/* One of the words in a NULL-ended list? */
bool token_in(const struct tokens *ts, size_t i, const char *const *list);

/* One of the words of that use? False for marks and numbers. */
bool token_says(const struct tokens *ts, size_t i, enum word_use use);

#endif
