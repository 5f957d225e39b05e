/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks are items like all others, so that search, export and reports show them without further ado. */
#include "checks.h"

#include <math.h>

struct item *check_add(struct doc *d, size_t start, size_t end, const char *kind, const char *result)
{
	struct item *it = doc_add_item(d, ITEM_CHECK, start, end, "check");

	jval_set_str(&d->arena, it->norm, "kind", span_of(kind));
	jval_set_str(&d->arena, it->norm, "result", span_of(result));
	return it;
}

void check_figures(struct doc *d, struct item *check, double stated, double computed)
{
	jval_set_num(&d->arena, check->norm, "stated", stated);
	jval_set_num(&d->arena, check->norm, "computed", computed);
}

void check_texts(struct doc *d, struct item *check, struct span stated, struct span computed)
{
	jval_set_str(&d->arena, check->norm, "stated", stated);
	jval_set_str(&d->arena, check->norm, "computed", computed);
}

void check_part(struct doc *d, struct item *check, struct span id)
{
	struct jval *parts = jval_get(check->norm, "parts");

	if (!id.n)
		return;
	if (!parts) {
		parts = jval_array(&d->arena);
		jval_set(&d->arena, check->norm, "parts", parts);
	}
	jval_push(parts, jval_string(&d->arena, id));
}

bool check_repeats(const struct doc *d, const struct item *it)
{
	return jval_true(it->norm, "dup") ||
	       (it->block >= 0 && (d->blocks[it->block].dup || d->blocks[it->block].hidden));
}

double check_number(const struct item *it)
{
	if (it->type != ITEM_NUMBER || !jval_get(it->norm, "value"))
		return NAN;
	return jval_num(it->norm, "value", NAN);
}
