/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_ORG_NAMES_H
#define SVOD_ORG_NAMES_H

#include "abbr.h"
#include "canonical.h"
#include "naming.h"
#include "org_accept.h"
#include "span_index.h"

/*
 * The bodies of a document: each with one canonical name, whatever its mentions look like, and the short names that
 * stand for it. Everything lives in the arena of the tokens.
 */
struct org_body {
	struct span canonical, key, kind, country, parent;
	struct span official;   /* the lexicon's first name, where the document's language has another */
	struct span abbr;       /* in capitals, empty: none */
	struct span alias;      /* a word that stands for it, nominative (Федерация), empty: none */
	bool said_alias;        /* далее, именуемый: the document says that the body is called so */
	bool loose_alias;       /* it stands in a bracket that does not say that the body is called so from then on */
	struct span quote;      /* key of the innermost name in quotes, empty: none */
	struct span quote_text; /* it as printed */
	struct span printed;    /* of a known one: its fullest name as this document has it, empty: letters alone */
	long known;             /* row of the lexicon orgs, or LEXICON_NONE */
	unsigned flags;         /* enum org_flag of the head */
	long row;               /* of the head */
	bool form;              /* behind a legal form */
	size_t mentions;
	size_t head_words; /* words up to the head: Центральный Совет has two */
	bool loud;         /* the canonical name comes from a heading of capitals: any other mention is better */
	bool is_class;     /* a kind of body, not one: ЦК, областные советы профсоюзов */
};

struct org_short {
	struct span key; /* canonical_key of the short name */
	size_t body;
	size_t at; /* token where it is defined */
	bool caps;
};

/* The definitions of one short name, by position in org_names.shorts. */
struct org_meanings {
	size_t *v;
	size_t n, cap;
	bool jumps; /* their places do not go forward only */
};

struct org_names {
	const struct org_scan *scan;
	const struct naming *naming;
	const struct lexicon *known;       /* lexicon orgs */
	const struct lexicon *place_abbrs; /* lexicon place_abbrs: РК → Республики Казахстан */
	struct org_cands cands;
	enum org_verdict *verdict; /* a candidate each */
	size_t *body;              /* a candidate each: its body, or ORG_NO_BODY */
	struct org_body *bodies;
	size_t n, cap;
	struct org_short *shorts;
	size_t n_shorts, cap_shorts;
	struct org_meanings *meanings;
	size_t n_meanings, cap_meanings;
	struct span_index by_key;      /* bodies by key */
	struct span_index by_quote;    /* bodies by quote */
	struct span_index by_initials; /* bodies behind a legal form by the initials of quote */
	struct span_index by_short;    /* meanings by short name */
	size_t *by_known;              /* number + 1 of the body of each row of known, 0: none */
	unsigned char *organ_of;       /* a row of place_abbrs each: do its letters mean an organ here? (org_body.c) */
	enum token_lang lang;          /* of most of the document */
	size_t issuer;                 /* the body that speaks in the document, or ORG_NO_BODY */
	bool of_state;    /* the letterhead is a state body's: the union in it has no short name of its own accord */
	size_t home;      /* candidate: the regional organization whose paper it is, or TOKEN_NONE */
	size_t committee; /* 1 + the body of its committee, 0: not asked for yet */
	size_t primary;   /* 1 + the body of its primary organization, 0: it has none, or nobody asked */
	bool primary_asked;
	bool unions_short; /* unions are written short inside the names of their organizations, too */
	bool *by_level;    /* a candidate each: its level alone names it (обком), its words are no name */
};

#define ORG_NO_BODY ((size_t)-1)

/* Settles verdicts and bodies of all candidates. defs: what the document defines. */
void org_names_settle(struct org_names *n, const struct abbr_defs *defs);

/* The body that the short name (its key) stands for at that token: the last definition before it, else the first. */
size_t org_names_short(const struct org_names *n, struct span key, size_t at);

/* The row of the lexicon orgs that has this abbreviation, as a body (added when new), or ORG_NO_BODY. */
size_t org_names_known_abbr(struct org_names *n, struct span abbr);

/* How the body is called inside another name: its abbreviation, or its short name in the genitive; empty: neither. */
struct span org_names_inside(const struct org_names *n, size_t body);

#endif
