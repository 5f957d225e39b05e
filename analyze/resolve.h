/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_RESOLVE_H
#define SVOD_RESOLVE_H

#include <stdbool.h>

#include "doc.h"
#include "err.h"
#include "item_index.h"
#include "lexicon.h"
#include "phrases.h"
#include "span.h"
#include "word_cache.h"
#include "word_lists.h"

/*
 * What rules cannot see in one place is settled here, over the whole document: a chain of passes, each of which reads
 * the items, blocks and text as the passes before it left them, and adds, changes or drops items.
 *
 * The table of passes is in resolve.c; its order is the order of dependence and is explained there. A new pass is a
 * file pass_NAME.c, a prototype in passes.h and a line in the table.
 */
struct morph;
struct naming;
struct base_forms;
struct tokens;
struct phrase_memo;
struct ilo_titles;

enum resolve_lexicon {
	LEX_COLUMNS,            /* headings of plan columns: what a cell means */
	LEX_DOC_KINDS,          /* heads of titles: what kind of document */
	LEX_COUNTRIES,          /* names of countries */
	LEX_ILO,                /* instruments of the ILO */
	LEX_INSTRUMENT_ACTIONS, /* what is done with them */
	LEX_SPEAKERS,           /* bodies that speak, with their genitive */
	LEX_ACT_KINDS,          /* heads of legal acts */
	LEX_KNOWN_ABBR,         /* abbreviations that need no explanation */
	LEX_GOAL_LEADS,         /* what announces a goal */
	LEX_ACTION_WORDS,       /* action words that endings do not tell */
	LEX_TIME_CUES,          /* words that make a time a deadline, or a date */
	LEX_PER,                /* what a quantity is stated per */
	LEX_MEETINGS,           /* meetings that pass decisions, with their genitive */
	LEX_HEADING_UNITS,      /* what the heading of a column says of its figures */
	RESOLVE_LEXICONS
};

/* Shared by all passes; read-only but for fold, which is the document's. */
struct resolver {
	struct lexicon *lexicon[RESOLVE_LEXICONS];
	struct phrases *phrases[RESOLVE_LEXICONS]; /* its first column, compiled; NULL where it holds no phrases */
	struct morph *morph;                       /* without dictionary it knows stems only */
	struct base_forms *base;                   /* Ukrainian and Belarusian; opens its dictionaries when asked */
	struct naming *naming;                     /* lexicons of names */
	struct word_lists *lists;                  /* short lists of words */
	struct ilo_titles *instruments;            /* titles of LEX_ILO, by the letters they begin with */
	struct span issuer; /* how names of the current document call its issuer (ФПРК, Профсоюза); set by pass_org */
	struct span issuer_name;                    /* its canonical name, as its items have it; set by pass_org */
	struct word_cache known_words;              /* what tokens know of words */
	struct tokens *tokens;                      /* of the current document, for the passes that look for names */
	struct item_index names;                    /* organizations, as of the last resolver_index */
	struct item_index times;                    /* dates and deadlines, likewise */
	struct item_index standards;                /* conventions, recommendations and protocols, likewise */
	struct phrase_memo *memo[RESOLVE_LEXICONS]; /* see resolver_phrase_at; NULL: not asked yet */
	struct words words;                         /* of the whole document */
	struct span fold;                           /* utf8_fold of the current document's text: the same offsets */
	struct span lang;                           /* BCP 47, of the current document; empty: not known */
	const char *only;                           /* run this pass alone (--pass), NULL: all */
};

struct pass {
	const char *name;
	/* False stops the work on this document with e; a pass that merely finds nothing returns true. */
	bool (*run)(struct resolver *r, struct doc *d, struct err *e);
};

/* Looks up where names and times stand now; passes that ask for them call it first. */
void resolver_index(struct resolver *r, struct doc *d);

/* The words of text[start, end) of the current document, cut once for all passes; borrowed until its end. */
struct words resolver_words(const struct resolver *r, size_t start, size_t end);

/*
 * phrases_at for words of resolver_words and a lexicon with phrases, looked up once a word of the document: what stands
 * around is asked for by every item of a sentence.
 */
bool resolver_phrase_at(const struct resolver *r, enum resolve_lexicon lexicon, const struct words *w, size_t i,
			size_t end, struct phrase_hit *hit);

/* The table, in running order, ended by a NULL name. */
extern const struct pass resolve_passes[];

/* Loads what the passes share. 78 where a lexicon is missing or broken; resolver_close is safe afterwards. */
bool resolver_open(struct resolver *r, struct err *e) MUST_USE;
void resolver_close(struct resolver *r);

/* Runs the passes over one document, sorts and numbers its items. A document without text is left alone. */
bool resolver_run(struct resolver *r, struct doc *d, struct err *e) MUST_USE;

#endif
