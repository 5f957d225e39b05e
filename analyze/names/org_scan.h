/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_ORG_SCAN_H
#define SVOD_ORG_SCAN_H

#include "gazetteer.h"
#include "tokens.h"

/*
 * Where a body's name may stand: a head noun (федерация, комитет …: lexicon org_heads) with the adjectives that agree
 * with it before and the genitives, quotes and further parts behind it; a legal form with a name in quotes; a name of
 * the gazetteer. What looks like a name is a candidate; which candidates are names is decided by pass_org.
 */
enum org_flag {
	ORG_STRONG = 1 << 0,
	ORG_NAMED = 1 << 1,
	ORG_CAP = 1 << 2,
	ORG_QUOTE = 1 << 3,
	ORG_INNER = 1 << 4,
	ORG_GENERIC = 1 << 5,
	ORG_ALIAS = 1 << 6,
	ORG_ORGAN = 1 << 7,
	ORG_LIST = 1 << 8,
	ORG_PO = 1 << 9,
	ORG_V = 1 << 10,
	ORG_PRI = 1 << 11,
	ORG_EVENT = 1 << 12,
	ORG_FINAL = 1 << 13,
	ORG_ITSELF = 1 << 14,
	ORG_START = 1 << 15,
	ORG_DEFINED = 1 << 16,
};

struct org_cand {
	size_t first, last;              /* tokens, inclusive */
	size_t head;                     /* token, or TOKEN_NONE */
	const struct morph_parse *parse; /* the head's, or NULL */
	unsigned flags;                  /* enum org_flag of the head */
	long row;                        /* of the heads, or LEXICON_NONE */
	long known;                      /* row of the gazetteer, or LEXICON_NONE */
	size_t dash;                     /* behind which the name goes on with a union's, or 0 */
	size_t quote;                    /* token of the opening quote that belongs to the name, or TOKEN_NONE */
	bool capital;                    /* a capital that means something (not a sentence's, not a heading's) */
	bool weak_capital;               /* a capital at the beginning of a sentence */
	bool proper;                     /* the part behind the head has a proper name */
	bool tail;                       /* there is a part behind the head */
	bool abbr;                       /* the tail has an abbreviation */
	bool numbered;                   /* № 5 */
	bool plural;
	bool loud; /* in a heading of capitals */
	bool form; /* begins with a legal form */
};

/* A name as it stands, of which nothing is to be told by grammar; head and row are the caller's. */
static inline struct org_cand org_cand_as_printed(size_t first, size_t last, size_t head, long row, bool loud)
{
	return (struct org_cand){ .first = first,
				  .last = last,
				  .head = head,
				  .row = row,
				  .known = LEXICON_NONE,
				  .quote = TOKEN_NONE,
				  .flags = ORG_FINAL,
				  .tail = true,
				  .proper = true,
				  .capital = true,
				  .loud = loud };
}

struct org_cands {
	struct org_cand *v;
	size_t n, cap;
};

struct org_scan {
	const bool *responsible; /* a token each: in a plan's column of the responsible; NULL: there is none */
	struct tokens *ts;
	struct span text; /* of the document */
	const struct lexicon *heads;
	struct gazetteer *known;           /* bodies */
	struct gazetteer *places;          /* regions, cities, countries */
	const struct lexicon *forms;       /* legal forms in capitals */
	const struct lexicon *not_orgs;    /* letters that are no bodies (ГОСТ); NULL: unknown */
	const bool *barrier;               /* a token each: a person's name, which no body's name crosses */
	const struct org_aliases *aliases; /* short names that the document defines; NULL: not known yet */
};

/* A short name that the document defines for a head noun: "(далее – Федерация)". */
struct org_alias {
	long row;              /* of the noun in the heads */
	struct span next_word; /* the first word behind the head in the full name, folded, else empty */
};
struct org_aliases {
	struct org_alias *v;
	size_t n, cap;
};

/* All candidates by their first token, the longer first; they may overlap and nest. In the arena of the tokens. */
struct org_cands org_scan(const struct org_scan *s);

/* The flags of a row of the heads. */
unsigned org_head_flags(const struct lexicon *heads, long row);

/* A parse of token i as an adjective; also Слуцкая, Лидский, which a dictionary may have as surnames alone. */
bool org_is_adjective(const struct org_scan *s, size_t i, const struct morph_parse *p);

/* конкурс «Лучшая организация»: what stands in the quotes that open at i is a title, not a body */
bool org_is_titled(const struct org_scan *s, size_t i);

/* Do the tags of an adjective and a noun (enum morph_tag) agree in case, number and gender? */
bool org_agrees(unsigned adjective, unsigned noun);

#endif
