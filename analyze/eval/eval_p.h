/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_EVAL_P_H
#define SVOD_EVAL_P_H

#include "eval.h"
#include "eval_words.h"

/* Private to svod-eval: gold documents, the items of both sides as ranges of reference words, and the counts. */

struct mark { /* an item of the gold or of the stream */
	struct span type, value, detail, text;
	size_t lo, hi; /* words of the reference; lo > hi: stands nowhere in it */
	struct span alt_type;
	bool optional;
	bool used;
};

struct marks {
	struct mark *v; /* malloc'd */
	size_t n, cap;
};

struct gold_doc {
	struct span key;  /* "003", or the whole stem */
	struct span text; /* the reference */
	struct eval_words words;
	struct jval **items; /* lines of the gold */
	size_t n_items, cap_items;
	size_t *code_points; /* byte offset of each code point, and of the end */
	bool seen;
};

enum { FIG_GOLD, FIG_PREDICTED, FIG_STRICT, FIG_RELAXED, FIG_VALUE, FIG_FULL, FIGS };

struct figure {
	struct span type;
	size_t n[FIGS];
};

struct miss { /* one line of --errors */
	struct span type, doc, what, gold, gold_value, got, got_value;
};

struct eval {
	const struct eval_options *o;
	struct arena arena; /* gold and everything that is printed at the end */
	struct json_parser *json;
	struct gold_doc *docs;
	size_t n_docs, cap_docs;
	struct jval *slices; /* slices.json, or NULL */
	struct figure *figures;
	size_t n_figures, cap_figures;
	struct miss *misses;
	size_t n_misses, cap_misses;
};

/* eval_gold.c: reads o->gold (and o->texts) into v. */
bool eval_gold_load(struct eval *v, struct err *e) MUST_USE;

/* The gold document that a path belongs to, or NULL. */
struct gold_doc *eval_gold_for(struct eval *v, struct span path);

/* Byte offset in g->text of a code point. */
size_t eval_gold_byte(const struct gold_doc *g, long code_point);

/* eval_score.c: compares gold and predicted marks of one document, adds to the figures and misses. Takes both apart. */
void eval_score(struct eval *v, struct span doc, struct marks *gold, struct marks *predicted,
		const struct jval *slices);

/* The figure of a type, made when new. */
struct figure *eval_figure(struct eval *v, struct span type);

/* Appends a mark of zeros; the pointer is good until the next append. The caller frees m->v. */
struct mark *marks_add(struct marks *m);

#endif
