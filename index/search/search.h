/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_SEARCH_H
#define SVOD_SEARCH_H

#include "ask.h"
#include "query.h"

/* svod search: the hits of a query in blocks, ranked, with their snippets. docs/man/svod-query.7 is its language. */
bool search_run(struct query *q, char **operands, int n, struct err *e);

/* One place that was found. Texts live in the hits' arena. */
struct hit {
	long long block, doc;
	struct span kind, label, name, hash, text; /* text of the block with MARK_ON and MARK_OFF */
	size_t start;                              /* of the block in the document */
	int page, line;                            /* 0: unknown */
	int para;                                  /* -1: unknown */
	struct span section;                       /* heading above */
	double score;
	struct span row; /* number of the plan's row, if it is one */
	bool shown;      /* of a concordance: a line of it is printed; else only text and start are there */
};

struct hits {
	struct hit *v;
	size_t n, cap;
	struct arena arena;
	long long places; /* all that there are, not only those in v */
	long long docs;   /* in which they are */
	size_t lines;     /* of a concordance: all that there are */
	size_t shown;     /* of them */
	bool about;       /* places is an estimate, docs is unknown */
	bool any_word;    /* no place had all words: these have some of them */
};

/* What is asked, ready to be run as SQL. */
struct search {
	struct query *q;
	struct ask ask;
	struct arena arena;
	struct buf fts;        /* MATCH expression; empty: filters only */
	struct places *places; /* of the words; NULL: filters only */
	bool kept;             /* its hits stand in the table temp.hits */
	struct where *where;
	struct buf said; /* how the query was understood, for the last line */
};

/*
 * Fills h (zeros before) with the page that the options ask for, in their order, and counts all places and documents;
 * text and the rest of a hit live in h->arena. 65 or 74 where the database fails; the caller calls hits_free either
 * way.
 */
bool search_find(struct search *s, struct hits *h, struct err *e) MUST_USE;
void hits_free(struct hits *h);

#endif
