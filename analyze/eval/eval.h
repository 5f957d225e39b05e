/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_EVAL_H
#define SVOD_EVAL_H

#include <stdio.h>

#include "doc.h"
#include "err.h"
#include "log.h"
#include "opt.h"

/*
 * Precision and recall of a stream against gold annotations (NAME.jsonl beside the reference text NAME.txt).
 * Both texts are cut into folded words and aligned; spans are compared as ranges of words of the reference:
 *   strict  = same type, same first and last word;     relaxed = same type and overlap, one to one;
 *   value   = relaxed and equal normalized value;      full    = value and equal detail (unit; country and action).
 * A document belongs to the gold of its file's stem, or else of its leading digits (003_table.docx: 003.jsonl).
 * Gold marked optional or uncertain costs nothing when missed; alt_type is accepted as well.
 */
struct eval;

struct eval_options {
	struct opt_common common;
	const char *gold, *texts, *output;
	bool no_dup, partial;
	long errors;         /* list up to so many missed and spurious items of each type */
	struct opt_list min; /* "date.value=0.95" */
};

/* Reads the gold folder. Errors: 66 no folder or no gold in it, 65 a line that is not valid. */
struct eval *eval_open(const struct eval_options *o, struct err *e);
/* Frees it with everything that it holds; v may be NULL. */
void eval_close(struct eval *v);

/* Scores one document; a document without gold is passed over (and said, at level 1). */
bool eval_add(struct eval *v, struct doc *d, const struct log *l, struct err *e) MUST_USE;

/*
 * Prints the figures (table or JSON) to out. Returns 0, or 1 where a figure is below its --min or a gold document was
 * missing (unless --partial).
 */
int eval_report(struct eval *v, FILE *out);

#endif
