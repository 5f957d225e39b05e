/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_TEMPLATE_H
#define SVOD_TEMPLATE_H

#include "rules_p.h"

/* Templates of norm members: "{y}-{m:month}-{d:02}". */

/* Compiles f->value into t; groups are looked up in r. False: said in rs->diags. */
bool template_compile(struct ruleset *rs, const struct rule *r, const struct field *f, struct template *t);

/* What a template is filled with. */
struct fill {
	struct ruleset *rs;
	struct span cased; /* text as printed; the groups are offsets into it */
	const size_t *groups;
	size_t n_groups;
	const struct jval *previous; /* norm of the item before ({^.KEY}), or NULL */
	struct buf *scratch;         /* three, reused from fill to fill */
};

enum { FILL_SCRATCH = 3 };

/* Appends the filled template. False: a group took no part, or a function has no value for it (out is unchanged). */
bool template_fill(const struct template *t, const struct fill *f, struct buf *out);

/* The groups of a name: the first that took part; false: none. */
bool fill_group(const struct fill *f, const struct group_ref *g, size_t *start, size_t *end);

#endif
