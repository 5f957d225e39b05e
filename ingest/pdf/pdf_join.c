/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Tables over pages. A table goes on when nothing but furniture stands between its parts and its columns are the same.
 * Whether a row was cut by the page break is read off its words: a cell that goes on begins with a small letter or
 * follows a hyphen or a comma; a row that begins anew begins with a capital or a number, and fills the columns that the
 * row above it fills.
 */
#include "pdf_join.h"

#include <math.h>
#include <stdlib.h>

#include "utf8.h"

static const double SAME_X = 4; /* borders that close are the same, points */
enum { NUMBERED = 12 }; /* what the lack of a number says for a cut, more than capitals in several cells against */

/* A table while its parts are put together. */
struct chain {
	struct pdf_text *t;
	const struct table *head;
	struct table tail; /* lines and cells among which its last row lies */
	int rows;          /* so far */
};

static bool has_border(const struct table *a, double x)
{
	for (int i = 0; i < a->n_xs; i++)
		if (fabs(a->xs[i] - x) < SAME_X)
			return true;
	return false;
}

static bool all_borders(const struct table *a, const struct table *b)
{
	for (int i = 0; i < a->n_xs; i++)
		if (!has_border(b, a->xs[i]))
			return false;
	return true;
}

/* Does b go on what a began? */
static bool goes_on(const struct pdf_text *t, const struct table *a, const struct table *b)
{
	if (b->page != a->page + 1 || !(all_borders(a, b) || all_borders(b, a)))
		return false;
	for (size_t i = a->line1; i < b->line0; i++)
		if (t->lines[i].role == LINE_BODY)
			return false;
	return true;
}

/* Text of a cell without white space, for comparing; at most n bytes. */
static size_t squeeze(const struct pdf_text *t, const struct table *o, size_t cell, char *out, size_t n)
{
	size_t k = 0;
	for (size_t i = o->line0; i < o->line1; i++) {
		if (t->lines[i].cell != (int)cell)
			continue;
		struct span s = t->lines[i].text;
		for (size_t c = 0; c < s.n && k < n; c++)
			if (s.p[c] != ' ')
				out[k++] = s.p[c];
	}
	return k;
}

/* The next cell of a row at or after from, or cell1. */
static size_t row_cell(const struct pdf_text *t, const struct table *o, int row, size_t from)
{
	while (from < o->cell1 && t->cells[from].row != row)
		from++;
	return from;
}

/* Same words in row of a and of b, and words there are. */
static bool same_row(const struct pdf_text *t, const struct table *a, const struct table *b, int row)
{
	char x[400], y[400];
	size_t i = row_cell(t, a, row, a->cell0), k = row_cell(t, b, row, b->cell0), bytes = 0;
	for (; i < a->cell1 && k < b->cell1; i = row_cell(t, a, row, i + 1), k = row_cell(t, b, row, k + 1)) {
		size_t n = squeeze(t, a, i, x, sizeof x), m = squeeze(t, b, k, y, sizeof y);
		if (n != m || memcmp(x, y, n) != 0)
			return false;
		bytes += n;
	}
	return i == a->cell1 && k == b->cell1 && bytes > 8;
}

/* First or last line of a cell, NULL where it is empty. */
static const struct line *cell_line(const struct pdf_text *t, const struct table *o, size_t cell, bool last)
{
	const struct line *found = NULL;
	for (size_t i = o->line0; i < o->line1; i++)
		if (t->lines[i].cell == (int)cell && (last || !found))
			found = &t->lines[i];
	return found;
}

static bool is_small(unsigned c)
{
	return utf8_is_letter(c) && !utf8_is_upper(c);
}

/*
 * What the words say for (more than 0) or against b, the first line of a cell, going on a, the last line of the cell
 * above it (NULL: empty). The first cell of a row says most.
 */
static int goes_on_cell(const struct line *a, const struct line *b, bool first)
{
	size_t at = 0, end = a ? a->text.n : 0;
	unsigned begin = utf8_next(b->text, &at), last = a ? utf8_prev(a->text, &end) : 0;
	if (is_small(begin) || begin == ')' || begin == 0xbb)
		return a ? 3 : 1;
	if (last == '-' || last == ',')
		return 3;
	if (first && (!a || (begin >= '0' && begin <= '9')))
		return -4;
	return !a || last == '.' || last == ';' ? -2 : -1;
}

/* "7", "2.1.": the number of a row? */
static bool is_row_number(const struct line *l)
{
	size_t i = 0;
	while (l && i < l->text.n && ((l->text.p[i] >= '0' && l->text.p[i] <= '9') || l->text.p[i] == '.'))
		i++;
	return i > 0 && i == l->text.n;
}

/* Was this row of b cut off from the last row of a? */
static bool is_cut_row(const struct pdf_text *t, const struct table *a, int last, const struct table *b, int row)
{
	int score = 0, begun = 0;
	bool first = true;
	for (size_t k = row_cell(t, b, row, b->cell0); k < b->cell1; k = row_cell(t, b, row, k + 1), first = false) {
		size_t i = row_cell(t, a, last, a->cell0);
		while (i < a->cell1 && fabs(t->cells[i].x0 - t->cells[k].x0) > SAME_X)
			i = row_cell(t, a, last, i + 1);
		if (i == a->cell1 || fabs(t->cells[i].x1 - t->cells[k].x1) > SAME_X)
			return false;
		const struct line *above = cell_line(t, a, i, true), *here = cell_line(t, b, k, false);
		if (first && (here ? !above && is_row_number(here) : is_row_number(above)))
			score += NUMBERED; /* one number for both: a row of its own would have one, too */
		score += here ? goes_on_cell(above, here, first) : above != NULL;
		begun += here != NULL;
	}
	return begun && score > 0;
}

/* Hides the first rows of b that repeat the head of the table; returns how many. */
static int hide_heads(struct pdf_text *t, const struct table *head, const struct table *b)
{
	int n = 0;
	while (n < b->rows - 1 && n < head->rows && same_row(t, head, b, n))
		n++;
	for (size_t i = b->line0; i < b->line1; i++) {
		struct line *l = &t->lines[i];
		if (l->cell >= 0 && t->cells[l->cell].row < n) {
			l->cell = -1;
			l->role = LINE_HEADER;
		}
	}
	return n;
}

/* Lines of the cut row of b go to the cells of the last row of a. */
static void mend_row(struct pdf_text *t, const struct table *a, int last, const struct table *b, int row)
{
	for (size_t i = b->line0; i < b->line1; i++) {
		struct line *l = &t->lines[i];
		if (l->cell < (int)b->cell0 || t->cells[l->cell].row != row)
			continue;
		size_t k = row_cell(t, a, last, a->cell0);
		while (k < a->cell1 && fabs(t->cells[k].x0 - t->cells[l->cell].x0) > SAME_X)
			k = row_cell(t, a, last, k + 1);
		if (k < a->cell1)
			l->cell = (int)k;
	}
}

/* Appends part b to the chain. */
static void add_part(struct chain *c, const struct table *b)
{
	struct pdf_text *t = c->t;
	int heads = hide_heads(t, c->head, b);
	bool cut = is_cut_row(t, &c->tail, c->rows - 1, b, heads);
	if (cut)
		mend_row(t, &c->tail, c->rows - 1, b, heads);
	int shift = c->rows - heads - cut, own = b->rows - heads - cut;
	for (size_t i = b->cell0; i < b->cell1; i++)
		t->cells[i].row += shift;
	c->rows += own;
	if (own > 0)
		c->tail = *b;
	c->tail.line1 = b->line1;
	c->tail.cell1 = b->cell1;
}

struct keyed {
	size_t key, at;
};

static int by_key(const void *a, const void *b)
{
	const struct keyed *p = a, *q = b;
	if (p->key != q->key)
		return p->key < q->key ? -1 : 1;
	return p->at < q->at ? -1 : p->at > q->at;
}

/* Puts the lines of the chain in the order of its cells; furniture follows the row that it stood behind. */
static void sort_lines(struct pdf_text *t, size_t from, size_t to)
{
	struct keyed *k = mem_alloc((to - from + 1) * sizeof *k);
	struct line *copy = mem_alloc((to - from + 1) * sizeof *copy);
	size_t most = 0;
	for (size_t i = from; i < to; i++) {
		const struct line *l = &t->lines[i];
		size_t key = l->cell >= 0 ? 2 * (size_t)l->cell : most + 1;
		if (l->cell >= 0 && key > most)
			most = key;
		k[i - from] = (struct keyed){ key, i };
	}
	qsort(k, to - from, sizeof *k, by_key);
	for (size_t i = 0; i < to - from; i++)
		copy[i] = t->lines[k[i].at];
	if (to > from)
		memcpy(t->lines + from, copy, (to - from) * sizeof *copy);
	free(k);
	free(copy);
}

/* Columns counted over all parts: a part may lack a border that the others have. */
static void number_columns(struct pdf_text *t, size_t first, size_t last, int number)
{
	double xs[1024];
	int n = 0;
	for (size_t p = first; p <= last; p++)
		for (int i = 0; i < t->tables[p].n_xs; i++) {
			int at = 0;
			double x = t->tables[p].xs[i];
			while (at < n && xs[at] < x - SAME_X)
				at++;
			if ((at < n && fabs(xs[at] - x) <= SAME_X) || n == 1024)
				continue;
			memmove(xs + at + 1, xs + at, (size_t)(n - at) * sizeof *xs);
			xs[at] = x;
			n++;
		}
	for (size_t i = t->tables[first].cell0; i < t->tables[last].cell1; i++) {
		struct cell *c = &t->cells[i];
		int from = 0, to;
		while (from + 1 < n && xs[from] < c->x0 - SAME_X)
			from++;
		to = from;
		while (to < n && xs[to] < c->x1 - SAME_X)
			to++;
		c->table = number;
		c->col = from;
		c->colspan = to > from ? to - from : 1;
	}
}

void pdf_join_tables(struct pdf_text *t)
{
	int number = 0;
	for (size_t i = 0; i < t->n_tables;) {
		struct chain c = { .t = t, .head = &t->tables[i], .tail = t->tables[i], .rows = t->tables[i].rows };
		size_t last = i;
		while (last + 1 < t->n_tables && goes_on(t, &t->tables[last], &t->tables[last + 1]))
			add_part(&c, &t->tables[++last]);
		number_columns(t, i, last, ++number);
		sort_lines(t, t->tables[i].line0, t->tables[last].line1);
		i = last + 1;
	}
}
