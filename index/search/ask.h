/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_ASK_H
#define SVOD_ASK_H

#include <stdbool.h>

#include "buf.h"
#include "err.h"
#include "mem.h"
#include "span.h"

/*
 * The query language of svod search (docs/man/svod-query.7), parsed here and nowhere else: FTS5 only ever sees queries
 * that this module wrote, so a person never meets its syntax errors.
 *
 *   word            all forms of the word           -x, NOT x      without x
 *   "two words"     the phrase, in all forms        x OR y         either
 *   =word ="a b"    exactly so, also "a =b"         ( … )          grouping
 *   word*           words that begin so             x NEAR/5 y     at most 5 words between them
 *   field:value     a filter (see ask_fields), also -field:value; value may be "quoted"
 */
enum ask_kind { ASK_WORD, ASK_PHRASE, ASK_AND, ASK_OR, ASK_NOT, ASK_NEAR };

struct ask_node {
	enum ask_kind kind;
	struct span text; /* ASK_WORD, ASK_PHRASE: the words, without marks */
	bool exact, prefix;
	bool wide;    /* the index finds more than this, the text decides (places.h); of a word or phrase */
	int distance; /* ASK_NEAR */
	size_t at;    /* where it stands in the query */
	struct ask_node *first, *next; /* operands (ASK_NOT: one), and the next operand of the parent */
};

struct ask_field {
	struct span name, value;
	bool without; /* -field:value */
	size_t at;
	struct ask_field *next;
};

struct ask {
	struct ask_node *words;   /* NULL: filters only */
	struct ask_field *fields; /* in the order of the query */
};

/* Names of fields, ended by NULL: org convention type due country year doc lang section kind who has. */
extern const char *const ask_fields[];

/*
 * Parses into the arena. False: e has 64, the problem, the query and a caret under the place; the text is three lines.
 */
bool ask_parse(struct span query, struct arena *a, struct ask *out, struct err *e) MUST_USE;

/* Sets e to 64, what is wrong, the query on a line of its own and a caret under byte at. Returns false. */
bool ask_complain(struct span query, size_t at, const char *what, struct err *e);

#endif
