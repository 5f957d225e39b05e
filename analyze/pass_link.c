/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Joins what stands together: a plan row and its goal get the deadline, the responsible bodies and the partners that
 * its cells name; a goal gets the deadline and the measure stated inside it. Runs when all items are there and
 * numbered.
 */
#include "passes.h"

enum { MAX_NAMES = 64, TERMS_BYTES = 160, HEADING_BLOCKS = 40 };

static bool inside(const struct item *in, size_t start, size_t end)
{
	return in->start >= start && in->end <= end;
}

/* The first item of type a (or b) in text[start, end), or NULL. */
static const struct item *first_of(const struct doc *d, size_t start, size_t end, enum item_type a, enum item_type b)
{
	const struct item *second = NULL;

	for (size_t i = doc_item_from(d, start); i < d->n_items && d->items[i].start < end; i++) {
		const struct item *it = &d->items[i];

		if (it->type == a && inside(it, start, end))
			return it;
		if (it->type == b && inside(it, start, end) && !second)
			second = it;
	}
	return second;
}

static bool has_name(const struct jval *names, struct span name)
{
	for (const struct jval *v = names->first; v; v = v->next)
		if (span_eq(v->s, name))
			return true;
	return false;
}

/* The canonical names of the organizations in text[start, end), each once, in their order. */
static struct jval *names_in(struct doc *d, size_t start, size_t end)
{
	struct jval *names = jval_array(&d->arena);
	size_t behind = start;

	for (size_t i = doc_item_from(d, start); i < d->n_items && d->items[i].start < end; i++) {
		const struct item *it = &d->items[i];
		struct span name = jval_str(it->norm, "canonical");

		if (it->type != ITEM_ORG || it->start < behind || !inside(it, start, end))
			continue;
		behind = it->end;
		name = name.n ? name : item_text(d, it);
		if (!has_name(names, name) && names->count < MAX_NAMES)
			jval_push(names, jval_string(&d->arena, name));
	}
	return names->count ? names : NULL;
}

/* Where that cell of a row stands, as pass_table left it in the item's field "cells". */
static bool find_cell(const struct item *row, const char *column, size_t *start, size_t *end)
{
	const struct jval *at = jval_get(jval_get(row->extra, "cells"), column);

	if (!at || at->type != JSON_ARRAY || at->count != 2)
		return false;
	*start = (size_t)at->first->i;
	*end = (size_t)at->last->i;
	return true;
}

/* The last time in text[start, end), or NULL. */
static const struct item *last_time(const struct doc *d, size_t start, size_t end)
{
	const struct item *last = NULL;

	for (size_t i = doc_item_from(d, start); i < d->n_items && d->items[i].start < end; i++)
		if ((d->items[i].type == ITEM_DEADLINE || d->items[i].type == ITEM_DATE) &&
		    inside(&d->items[i], start, end))
			last = &d->items[i];
	return last;
}

static bool is_point(struct span value)
{
	return value.n && value.p[0] >= '0' && value.p[0] <= '9' && span_find_char(value, '/', 0) == SPAN_NONE;
}

/* The value of a row's deadline; a beginning and an end in columns of their own are one stretch of time. */
static struct span row_deadline(struct doc *d, size_t start, size_t end)
{
	const struct item *first = first_of(d, start, end, ITEM_DEADLINE, ITEM_DATE), *last = last_time(d, start, end);
	struct span from, to;

	if (!first)
		return (struct span){ 0 };
	from = jval_str(first->norm, "value");
	to = jval_str(last->norm, "value");
	if (first->block < 0 || last->block < 0 || d->blocks[first->block].col == d->blocks[last->block].col ||
	    !is_point(from) || !is_point(to))
		return from;
	return arena_printf(&d->arena, "%.*s/%.*s", SPAN_ARG(from), SPAN_ARG(to));
}

static void link_row(struct doc *d, struct item *row)
{
	static const char *const partner_cells[] = { "partners", "budget" };
	size_t start, end;

	if (find_cell(row, "deadline", &start, &end)) {
		struct span when = row_deadline(d, start, end);

		if (when.n)
			jval_set_str(&d->arena, row->norm, "deadline", when);
	}
	if (find_cell(row, "responsible", &start, &end))
		jval_set(&d->arena, row->norm, "responsible", names_in(d, start, end));
	for (size_t i = 0; i < 2 && !jval_get(row->norm, "partners"); i++)
		if (find_cell(row, partner_cells[i], &start, &end))
			jval_set(&d->arena, row->norm, "partners", names_in(d, start, end));
}

static void set_id(struct doc *d, struct item *goal, const char *key, const struct item *to)
{
	if (to && to->id.n && !jval_get(goal->norm, key))
		jval_set_str(&d->arena, goal->norm, key, to->id);
}

/*
 * The deadline stated behind a goal that states none itself: "… обучение. Срок: 18–20 февраля", in its block or in a
 * short one below that says nothing else. Another goal on the way takes it for itself.
 */
static const struct item *deadline_behind(const struct doc *d, const struct item *goal)
{
	const struct block *b = goal->block >= 0 ? &d->blocks[goal->block] : NULL, *below = b ? b + 1 : NULL;
	size_t end;

	if (!b)
		return NULL;
	end = b->end;
	if ((size_t)goal->block + 1 < d->n_blocks && below->kind == BLOCK_PARA && !below->mark.n && !below->hidden &&
	    below->end - below->start <= TERMS_BYTES)
		end = below->end;
	for (size_t i = doc_item_from(d, goal->end); i < d->n_items && d->items[i].start < end; i++) {
		if (d->items[i].type == ITEM_GOAL)
			return NULL;
		if (d->items[i].type == ITEM_DEADLINE)
			return &d->items[i];
	}
	return NULL;
}

/* "МАРТ" above the actions of a plan: the deadline that fills the nearest line above which is no item of the list. */
static const struct item *deadline_above(const struct doc *d, const struct item *goal)
{
	for (int i = goal->block - 1; i >= 0 && i > goal->block - HEADING_BLOCKS; i--) {
		const struct block *b = &d->blocks[i];
		size_t at = doc_item_from(d, b->start);

		for (; at < d->n_items && d->items[at].start < b->end; at++)
			if (d->items[at].type == ITEM_DEADLINE && d->items[at].start == block_body(b) &&
			    d->items[at].end + 1 >= b->end)
				return &d->items[at];
		if (b->kind == BLOCK_HEADING || b->kind == BLOCK_TITLE)
			break;
	}
	return NULL;
}

/* A row's goal takes the deadline of the row and the figure of its indicator or result. */
static void link_goal(struct doc *d, struct item *goal, const struct item *row)
{
	size_t start, end;

	/* a goal leaves the full stop of "1 мая т. г." outside */
	set_id(d, goal, "deadline", first_of(d, goal->start, goal->end + 1, ITEM_DEADLINE, ITEM_DEADLINE));
	set_id(d, goal, "indicator", first_of(d, goal->start, goal->end, ITEM_NUMBER, ITEM_NUMBER));
	if (!row) {
		set_id(d, goal, "deadline", deadline_behind(d, goal));
		if (goal->block >= 0 && d->blocks[goal->block].kind == BLOCK_ITEM)
			set_id(d, goal, "deadline", deadline_above(d, goal));
		return;
	}
	if (find_cell(row, "deadline", &start, &end))
		set_id(d, goal, "deadline", first_of(d, start, end, ITEM_DEADLINE, ITEM_DATE));
	if (find_cell(row, "indicator", &start, &end))
		set_id(d, goal, "indicator", first_of(d, start, end, ITEM_NUMBER, ITEM_NUMBER));
	if (find_cell(row, "expected_result", &start, &end))
		set_id(d, goal, "indicator", first_of(d, start, end, ITEM_NUMBER, ITEM_NUMBER));
}

bool pass_link(struct resolver *r, struct doc *d, struct err *e)
{
	size_t row = SPAN_NONE;

	(void)r;
	(void)e;
	doc_sort_items(d);
	doc_number_items(d);
	for (size_t i = 0; i < d->n_items; i++) {
		struct item *it = &d->items[i];

		if (it->type == ITEM_TABLE_ROW) {
			row = i;
			link_row(d, it);
		} else if (it->type == ITEM_GOAL) {
			bool in_row = row != SPAN_NONE && d->items[row].end >= it->end;

			link_goal(d, it, in_row ? &d->items[row] : NULL);
		}
	}
	return true;
}
