/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The margins that tell whether a line is short: a wide header must not make every line below it look broken early. */
#include "pdf_margins.h"

#include <math.h>

static bool is_running(const struct line *l)
{
	return l->role == LINE_BODY && l->cell < 0;
}

/* Do a and the next line b of the document stand together, as lines of one paragraph or list? */
static bool together(const struct line *a, const struct line *b)
{
	double step = b->box.y1 - a->box.y1;
	return is_running(a) && is_running(b) && a->column == b->column && fabs(a->size - b->size) < 1 && step > 0 &&
	       step < 2.2 * b->size;
}

/* Margins of the lines [from, to) of one column: what they reach. */
static void column_margins(struct line *l, size_t from, size_t to)
{
	double left = 1e9, right = 0;
	for (size_t i = from; i < to; i++) {
		left = is_running(&l[i]) ? fmin(left, l[i].box.x0) : left;
		right = is_running(&l[i]) ? fmax(right, l[i].box.x1) : right;
	}
	for (size_t i = from; i < to; i++)
		if (is_running(&l[i])) {
			l[i].left = left;
			l[i].right = right;
		}
}

/* Lines [from, to) stand together: where most of them end at one x, that is their margin. */
static void stretch_margins(struct line *l, size_t from, size_t to)
{
	double right = 0;
	size_t flush = 0;
	for (size_t i = from; i < to; i++)
		right = fmax(right, l[i].box.x1);
	for (size_t i = from; i < to; i++)
		flush += l[i].box.x1 > right - 1;
	for (size_t i = from; i < to && flush >= 3 && flush * 2 >= to - from; i++)
		l[i].right = right;
}

void pdf_margins(struct pdf_text *t)
{
	for (size_t from = 0, i = 1; i <= t->n; i++)
		if (i == t->n || t->lines[i].column != t->lines[from].column) {
			column_margins(t->lines, from, i);
			from = i;
		}
	for (size_t from = 0, i = 1; i <= t->n; i++)
		if (i == t->n || !together(&t->lines[i - 1], &t->lines[i])) {
			stretch_margins(t->lines, from, i);
			from = i;
		}
}
