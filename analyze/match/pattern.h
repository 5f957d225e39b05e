/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_PATTERN_H
#define SVOD_PATTERN_H

#include "charset.h"
#include "rulefile.h"

/*
 * A pattern of the rule language as a tree: parsed once, then written as PCRE2 for bytes or for UTF mode
 * (pattern_emit), and searched for the words that it must begin with or contain (pattern_stems).
 */
struct triggers;

enum node_kind {
	NODE_EMPTY,
	NODE_CHAR,   /* cp */
	NODE_CLASS,  /* set */
	NODE_SPACE,  /* white space or glue */
	NODE_TAIL,   /* ~ */
	NODE_CAT,    /* kids */
	NODE_ALT,    /* kids */
	NODE_GROUP,  /* kids (one); open: what stands after "(" ("?:", "?=", "?>"…); name: of a capturing group */
	NODE_REPEAT, /* kids (one), min, max, mode */
	NODE_ASSERT, /* ^ $ \b \B: cp is the letter */
	NODE_SET,    /* kids: the alternatives, shared by all patterns that name the set */
};

struct node {
	enum node_kind kind;
	unsigned cp;
	bool any_case; /* inside (?i:…) */
	int min, max;  /* max -1: no limit */
	char mode;     /* 0 greedy, '?' lazy, '+' possessive */
	const char *open;
	struct span name; /* of a group or set */
	struct charset *set;
	struct node *kids, *next;
	struct span texts[2][2]; /* of a set's alternatives: as written before, by [utf][cased] (pattern_emit) */
	int digits_known;        /* of a set's alternatives: can they begin with a digit (pattern_emit) */
	struct triggers *starts; /* of a set's alternatives: where they begin (pattern_stems) */
};

enum { PATTERN_DEPTH = 60, PATTERN_GROUPS = 50 };

/* Where %name comes from; returns the alternatives (NODE_ALT or other), or NULL when there is no such set. */
typedef struct node *(*set_lookup)(void *ctx, struct span name);

struct pattern_parser {
	struct arena *arena; /* owns the nodes */
	struct diags *diags;
	const struct place *at; /* for complaints */
	set_lookup lookup;
	void *ctx;
	bool cased;                        /* a rule with the field case: nothing is folded */
	bool in_set;                       /* named groups are refused */
	struct span names[PATTERN_GROUPS]; /* of the groups, in order of their opening */
	size_t n_names;
};

/* NULL: said why in diags. */
struct node *pattern_parse(struct pattern_parser *p, struct span source);

/* A plain text (cell of a lexicon) where only {endings}, ~ and spaces mean something. */
struct node *pattern_parse_plain(struct pattern_parser *p, struct span source);

/* Appends an alternative to a list of kids. */
void node_push(struct node *parent, struct node *kid);
/* A node without kids that lives as long as the arena. */
struct node *node_new(struct arena *a, enum node_kind kind);

#endif
