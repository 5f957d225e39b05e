/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of one page: is there one, which words stand in it, and its cells as lines. */
#include "pdf_table.h"

#include <math.h>
#include <stdlib.h>

#include "pdf_order.h"

enum { MAX_STARTS = 512, HEAD_GAPS = 3 }; /* a row with three wide gaps may be a table's head above one row */
static const double WIDE_GAP = 1.5;       /* of the size of the type */

/* Starts of words behind a gap that is wider than the others of its row. */
struct starts {
	double x[MAX_STARTS];
	int rows[MAX_STARTS]; /* rows in succession that have it, near enough */
	int last[MAX_STARTS]; /* the latest of them */
	size_t n;
};

/* Notes a start at x in that row; returns how many rows have it by now. */
static int note_start(struct starts *s, double x, int row)
{
	for (size_t i = 0; i < s->n; i++) {
		if (fabs(s->x[i] - x) > 1)
			continue;
		if (row - s->last[i] > 6)
			s->rows[i] = 0;
		s->rows[i] += row != s->last[i] || s->rows[i] == 0;
		s->last[i] = row;
		return s->rows[i];
	}
	if (s->n == MAX_STARTS)
		return 0;
	s->x[s->n] = x;
	s->rows[s->n] = 1;
	s->last[s->n++] = row;
	return 1;
}

static double mean_gap(const struct page_words *w, const size_t *row, size_t n)
{
	double sum = 0;
	for (size_t i = 1; i < n; i++)
		sum += fmax(0, w->v[row[i]].box.x0 - w->v[row[i - 1]].box.x1);
	return n > 1 ? sum / (double)(n - 1) : 0;
}

/* Rows of words that are written upright; the caller frees *words and *starts. */
static size_t upright_rows(const struct page_words *w, size_t **words, size_t **starts)
{
	size_t n = 0;
	*words = mem_alloc((w->n + 1) * sizeof **words);
	*starts = mem_alloc((w->n + 1) * sizeof **starts);
	for (size_t i = 0; i < w->n; i++)
		if (w->v[i].turn == 0)
			(*words)[n++] = i;
	return pdf_rows(w, *words, n, *starts);
}

bool pdf_table_likely(const struct page_words *w)
{
	size_t *words, *from, rows = upright_rows(w, &words, &from);
	struct starts *s = mem_alloc(sizeof *s);
	bool likely = false;
	for (size_t r = 0; r < rows && !likely; r++) {
		const size_t *row = words + from[r];
		size_t n = from[r + 1] - from[r];
		double mean = mean_gap(w, row, n);
		int wide = 0;
		for (size_t i = 1; i < n && !likely; i++) {
			const struct word *a = &w->v[row[i - 1]], *b = &w->v[row[i]];
			double gap = b->box.x0 - a->box.x1, em = fmin(a->size, b->size);
			wide += gap > WIDE_GAP * em;
			likely = wide == HEAD_GAPS;
			if (!likely && gap > 0.42 * em && (gap > 1.25 * mean || gap > 1.5 * em || n == 2))
				likely = note_start(s, b->box.x0, (int)r) >= (gap > 1.2 * em ? 2 : 3);
		}
	}
	free(s);
	free(words);
	free(from);
	return likely;
}

static bool holds(struct box b, const struct word *v)
{
	double x = (v->box.x0 + v->box.x1) / 2, y = (v->box.y0 + v->box.y1) / 2;
	return x > b.x0 && x <= b.x1 && y > b.y0 && y <= b.y1;
}

/* A table has text in two cells at least, and no cell with nearly all of it on most of the page. */
static bool is_table(const struct page_words *w, const struct grid *g)
{
	size_t filled = 0, all = 0, most = 0;
	for (size_t c = 0; c < g->n; c++) {
		size_t here = 0;
		for (size_t i = 0; i < w->n; i++)
			here += w->v[i].table == 0 && holds(g->cells[c].box, &w->v[i]);
		filled += here > 0;
		all += here;
		most = here > most ? here : most;
	}
	double area = (g->box.x1 - g->box.x0) * (g->box.y1 - g->box.y0) / (w->width * w->height + 1);
	return filled >= 2 && !(most * 10 > all * 9 && area > 0.5 && all > 60);
}

bool pdf_table_claim(struct page_words *w, const struct grid *g, int index)
{
	if (!is_table(w, g))
		return false;
	for (size_t i = 0; i < w->n; i++)
		if (w->v[i].table == 0 && holds(g->box, &w->v[i]))
			w->v[i].table = -1;
	struct word *v = page_words_add(w, (struct span){ NULL, 0 }, g->box);
	v->table = index + 1;
	v->size = 0;
	return true;
}

enum weight { EMPTY, LIGHT, BOLD };

/* The lines of one cell; returns their weight. */
static enum weight put_cell(struct pdf_text *t, const struct page_words *w, struct box box, int page, int cell)
{
	size_t *words = mem_alloc((w->n + 1) * 2 * sizeof *words), *turned = words + w->n + 1, n = 0, n_turned = 0;
	size_t *starts = mem_alloc((w->n + 1) * sizeof *starts);
	bool bold = true;
	for (size_t i = 0; i < w->n; i++)
		if (w->v[i].table == -1 && w->v[i].n && holds(box, &w->v[i]))
			*(w->v[i].turn ? &turned[n_turned++] : &words[n++]) = i;
	size_t rows = pdf_rows(w, words, n, starts);
	for (size_t r = 0; r < rows; r++)
		pdf_line_add(t, w, words + starts[r], starts[r + 1] - starts[r], page);
	rows += pdf_turned_lines(t, w, turned, n_turned, page);
	for (size_t r = 0; r < rows; r++) {
		struct line *l = &t->lines[t->n - rows + r];
		l->cell = cell;
		l->left = box.x0;
		l->right = box.x1;
		bold = bold && l->bold;
	}
	free(words);
	free(starts);
	return rows == 0 ? EMPTY : bold ? BOLD : LIGHT;
}

static void copy_borders(struct pdf_text *t, struct table *o, const struct grid *g)
{
	o->xs = arena_alloc(&t->arena, (size_t)(g->cols + 1) * sizeof *o->xs);
	for (size_t i = 0; i < g->n; i++) {
		const struct grid_cell *c = &g->cells[i];
		o->xs[c->col] = c->box.x0;
		o->xs[c->col + c->colspan] = c->box.x1;
	}
	o->n_xs = 0;
	for (int i = 0; i <= g->cols; i++) /* a line that no cell ends at is none */
		if (i == 0 || o->xs[i] > 0)
			o->xs[o->n_xs++] = o->xs[i];
}

/* A row is a head when all its cells that hold text are bold, two at least, and the table has others. */
static void mark_heads(struct pdf_text *t, const struct table *o, const enum weight *weight)
{
	int *bold = mem_alloc((size_t)o->rows * 2 * sizeof *bold), *light = bold + o->rows, body = 0;
	for (size_t i = o->cell0; i < o->cell1; i++) {
		bold[t->cells[i].row] += weight[i - o->cell0] == BOLD;
		light[t->cells[i].row] += weight[i - o->cell0] == LIGHT;
		body += weight[i - o->cell0] == LIGHT;
	}
	for (size_t i = o->cell0; i < o->cell1 && body; i++)
		t->cells[i].head = bold[t->cells[i].row] > 1 && light[t->cells[i].row] == 0;
	free(bold);
}

void pdf_table_put(struct pdf_text *t, const struct page_words *w, const struct grid *g, int page)
{
	struct table o = { .page = page, .rows = g->rows, .line0 = t->n, .cell0 = t->n_cells };
	enum weight *weight = mem_alloc(g->n * sizeof *weight);
	for (size_t i = 0; i < g->n; i++) {
		const struct grid_cell *c = &g->cells[i];
		ARENA_ROOM(&t->arena, t->cells, t->n_cells, t->cap_cells);
		t->cells[t->n_cells] = (struct cell){ .row = c->row,
						      .col = c->col,
						      .rowspan = c->rowspan,
						      .colspan = c->colspan,
						      .x0 = c->box.x0,
						      .x1 = c->box.x1 };
		weight[i] = put_cell(t, w, c->box, page, (int)t->n_cells++);
	}
	o.line1 = t->n;
	o.cell1 = t->n_cells;
	copy_borders(t, &o, g);
	mark_heads(t, &o, weight);
	free(weight);
	ARENA_ROOM(&t->arena, t->tables, t->n_tables, t->cap_tables);
	t->tables[t->n_tables++] = o;
}
