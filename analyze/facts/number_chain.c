/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists of figures whose unit is printed once, behind the last one. */
#include "number_chain.h"

#include <string.h>

#include "number_table.h"

enum { CHAIN_ITEMS = 12, JOINT_BYTES = 16 };

static bool is_joint(struct span between)
{
	static const char *const joints[] = { ", ",    "; ",   " и ",    " или ", " та ", " і ", " або ",
					      " and ", " or ", ", and ", ", и ",  " й ",  " ці " };

	for (size_t i = 0; i < sizeof joints / sizeof *joints; i++)
		if (span_is(between, joints[i]))
			return true;
	return false;
}

/* Digits with blanks and a decimal sign, and nothing else. */
static bool is_bare(const struct doc *d, const struct item *it)
{
	struct span s = item_text(d, it);

	for (size_t i = 0; i < s.n; i++)
		if (!strchr("0123456789., ", s.p[i]))
			return false;
	return s.n > 0 && !jval_str(it->norm, "unit").n && jval_get(it->norm, "value");
}

static void take(const struct resolver *r, struct doc *d, struct item *it, const struct item *last)
{
	double by = number_scale(r, last->start, last->end);

	jval_set_str(&d->arena, it->norm, "unit", jval_str(last->norm, "unit"));
	if (by > 1)
		jval_set_num(&d->arena, it->norm, "value", jval_num(it->norm, "value", 0) * by);
}

bool number_from_chain(const struct resolver *r, struct doc *d, size_t next, struct item *it)
{
	size_t end = it->end;

	if (!is_bare(d, it))
		return false;
	for (size_t i = next; i < d->n_items && i < next + CHAIN_ITEMS; i++) {
		const struct item *other = &d->items[i];

		if (other->start > end + JOINT_BYTES)
			return false;
		if (other->type != ITEM_NUMBER || other->start < end)
			continue;
		if (!is_joint(span_sub(r->fold, end, other->start)))
			return false;
		if (jval_str(other->norm, "unit").n) {
			if (!jval_get(other->norm, "value") || jval_get(other->norm, "comparator"))
				return false;
			take(r, d, it, other);
			return true;
		}
		if (!is_bare(d, other))
			return false;
		end = other->end;
	}
	return false;
}
