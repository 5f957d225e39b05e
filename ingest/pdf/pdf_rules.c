/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Lines are found as edges: a place where grey changes between two neighbouring pixels, along a run that is longer than
 * a letter. A hair line gives two edges a pixel apart, which fall together; the border of a shaded cell gives one. So
 * dark, light and missing lines beside shading all come out alike. Rules that cross or touch make a grid, and cells of
 * the grid that no rule parts are merged.
 */
#include "pdf_rules.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>

enum {
	WHITE = 254,
	BLOT = 1,         /* grey that stands for a word: never part of an edge; rare, unlike black and white */
	CONTRAST = 24,    /* least difference of grey at an edge */
	MAX_RULES = 4000, /* of one direction on a page */
	MAX_LINES = 400,  /* grid lines of one direction */
	GAP = 2,          /* pixels that a run may miss: dotted lines */
};

static const double MIN_H = 14, MIN_V = 9; /* shortest rules, points: longer than dashes and letter stems */
static const double SHORT_H = 5;           /* the same between two vertical rules: the border of a narrow cell */
static const double NEAR = 3.6;            /* rules that close are one, points */

struct rule {
	double at, from, to; /* position across and extent along, points */
	int group;
};

struct rules {
	struct rule *v;
	size_t n, cap;
};

static void add_rule(struct rules *r, double at, double from, double to)
{
	if (r->n == MAX_RULES)
		return;
	MEM_ROOM(r->v, r->n, r->cap);
	r->v[r->n++] = (struct rule){ at, from, to, 0 };
}

static bool differ(unsigned char a, unsigned char b)
{
	return abs((int)a - (int)b) >= CONTRAST && a != BLOT && b != BLOT;
}

static int clamp(double v, int most)
{
	return v < 0 ? 0 : v > most ? most : (int)v;
}

/* Blots out the words, but for the edges of their boxes, where a rule may run. */
static void blot_words(struct picture im, const struct page_words *w)
{
	unsigned char *end = im.p + (size_t)im.width * (size_t)im.height;
	for (unsigned char *p = im.p; (p = memchr(p, BLOT, (size_t)(end - p))); p++)
		*p = BLOT + 1;
	for (size_t i = 0; i < w->n; i++) {
		struct box b = w->v[i].box;
		double edge = 0.18 * (b.y1 - b.y0);
		int x0 = clamp(b.x0 / im.scale, im.width), x1 = clamp(b.x1 / im.scale + 1, im.width);
		int y0 = clamp((b.y0 + edge) / im.scale, im.height),
		    y1 = clamp((b.y1 - edge) / im.scale + 1, im.height);
		for (int y = y0; y < y1 && x1 > x0; y++)
			memset(im.p + (size_t)y * (size_t)im.width + x0, BLOT, (size_t)(x1 - x0));
	}
}

/* A run of edge pixels that may miss a few. */
struct run {
	int from, last, count;
};

/* Rules being looked for in one direction: of least pixels at least, put into out. */
struct search {
	struct rules *out;
	double least, scale;
};

/* The run at that position across is over: it is a rule if it is long and dense enough. */
static void end_run(const struct search *s, struct run *r, int across)
{
	int length = r->last + 1 - r->from;
	if (r->count && length >= s->least && r->count * 5 >= length * 4)
		add_rule(s->out, across * s->scale, r->from * s->scale, (r->last + 1) * s->scale);
	r->count = 0;
}

static void note_edge(const struct search *s, struct run *r, int at, int across)
{
	if (r->count && at - r->last > GAP + 1)
		end_run(s, r, across);
	if (r->count++ == 0)
		r->from = at;
	r->last = at;
}

/* From x on, where two rows of n pixels may be unlike: most are alike, for most of a page. */
static int skip_alike(const unsigned char *a, const unsigned char *b, int x, int n)
{
	uint64_t p, q;
	for (; x + (int)sizeof p <= n; x += (int)sizeof p) {
		memcpy(&p, a + x, sizeof p);
		memcpy(&q, b + x, sizeof q);
		if (p != q)
			break;
	}
	return x;
}

/* The next edge between two rows of n pixels, at x or behind it; n: there is none. */
static int next_edge(const unsigned char *a, const unsigned char *b, int x, int n)
{
	while (x < n && !differ(a[x], b[x]))
		x = a[x] == b[x] ? skip_alike(a, b, x + 1, n) : x + 1;
	return x;
}

static const unsigned char *row_of(struct picture im, int y)
{
	return im.p + (size_t)y * (size_t)im.width;
}

/* Most rows of a page, and all between two rules of a table, are like the one above. */
static bool same_row(struct picture im, int y)
{
	return y > 0 && memcmp(row_of(im, y - 1), row_of(im, y), (size_t)im.width) == 0;
}

/* Edges along rows: between a row of pixels and the next one. */
static void find_across(struct picture im, struct rules *out)
{
	const struct search s = { out, SHORT_H / im.scale, im.scale };
	for (int y = 0; y + 1 < im.height; y++) {
		struct run r = { 0 };
		if (same_row(im, y + 1))
			continue;
		for (int x = 0; (x = next_edge(row_of(im, y), row_of(im, y + 1), x, im.width)) < im.width; x++)
			note_edge(&s, &r, x, y + 1);
		end_run(&s, &r, y + 1);
	}
}

/* Edges along columns; the picture is still walked row by row. */
static void find_down(struct picture im, struct rules *out)
{
	const struct search s = { out, MIN_V / im.scale, im.scale };
	struct run *r = mem_alloc((size_t)im.width * sizeof *r);
	int *edges = mem_alloc((size_t)im.width * sizeof *edges), n = 0;
	for (int y = 0; y < im.height; y++) {
		const unsigned char *a = row_of(im, y);
		if (!same_row(im, y)) {
			n = 0;
			for (int x = 0; (x = next_edge(a, a + 1, x, im.width - 1)) < im.width - 1; x++)
				edges[n++] = x;
		}
		for (int i = 0; i < n; i++)
			note_edge(&s, &r[edges[i]], y, edges[i] + 1);
	}
	for (int x = 0; x < im.width; x++)
		end_run(&s, &r[x], x + 1);
	free(edges);
	free(r);
}

static int by_at(const void *a, const void *b)
{
	const struct rule *p = a, *q = b;
	if (p->at != q->at)
		return p->at < q->at ? -1 : 1;
	return p->from < q->from ? -1 : p->from > q->from;
}

static bool meet(const struct rule *h, const struct rule *v)
{
	return h->at > v->from - NEAR && h->at < v->to + NEAR && v->at > h->from - NEAR && v->at < h->to + NEAR;
}

static bool ends_at(double x, double y, const struct rules *v)
{
	for (size_t i = 0; i < v->n; i++)
		if (fabs(v->v[i].at - x) < NEAR && y > v->v[i].from - NEAR && y < v->v[i].to + NEAR)
			return true;
	return false;
}

/* Short rules across that do not lie between two rules down are dashes and underlines. */
static void drop_dashes(struct rules *h, const struct rules *v)
{
	size_t n = 0;
	for (size_t i = 0; i < h->n; i++) {
		const struct rule *r = &h->v[i];
		if (r->to - r->from >= MIN_H || (ends_at(r->from, r->at, v) && ends_at(r->to, r->at, v)))
			h->v[n++] = *r;
	}
	h->n = n;
}

static int root(const int *parent, int i)
{
	while (parent[i] != i)
		i = parent[i];
	return i;
}

/* Numbers rules that hang together with the same group. */
static void group_rules(struct rules *h, struct rules *v)
{
	size_t n = h->n + v->n;
	int *parent = mem_alloc((n + 1) * sizeof *parent);
	for (size_t i = 0; i < n; i++)
		parent[i] = (int)i;
	for (size_t i = 0; i < h->n; i++)
		for (size_t k = 0; k < v->n; k++)
			if (meet(&h->v[i], &v->v[k]))
				parent[root(parent, (int)(h->n + k))] = root(parent, (int)i);
	for (size_t i = 0; i < n; i++)
		*(i < h->n ? &h->v[i].group : &v->v[i - h->n].group) = root(parent, (int)i);
	free(parent);
}

/* Positions of a group's rules (sorted by at), close ones as one; returns how many. */
static int positions(const struct rules *r, int group, double *out)
{
	int n = 0;
	double last = 0, first = 0;
	for (size_t i = 0; i < r->n; i++) {
		if (r->v[i].group != group)
			continue;
		if (n > 0 && r->v[i].at - last < NEAR && r->v[i].at - first < 2 * NEAR) {
			last = r->v[i].at;
			out[n - 1] = (first + last) / 2;
			continue;
		}
		if (n == MAX_LINES)
			break;
		first = last = out[n++] = r->v[i].at;
	}
	return n;
}

/* Is there a rule of the group at this position that covers the point along it? */
static bool covers(const struct rules *r, int group, double at, double point)
{
	for (size_t i = 0; i < r->n; i++) {
		const struct rule *p = &r->v[i];
		if (p->group == group && fabs(p->at - at) < NEAR + 0.5 && p->from - 1 < point && p->to + 1 > point)
			return true;
	}
	return false;
}

/* Where rules of the other direction reach beyond the first or last line, an outer border was left out: add it. */
static int add_borders(const struct rules *r, int group, double *lines, int n)
{
	double from = lines[0], to = lines[n - 1];
	for (size_t i = 0; i < r->n; i++)
		if (r->v[i].group == group) {
			from = fmin(from, r->v[i].from);
			to = fmax(to, r->v[i].to);
		}
	if (from < lines[0] - 3 * NEAR && n < MAX_LINES) {
		memmove(lines + 1, lines, (size_t)n * sizeof *lines);
		lines[0] = from;
		n++;
	}
	if (to > lines[n - 1] + 3 * NEAR && n < MAX_LINES)
		lines[n++] = to;
	return n;
}

struct lattice {
	const struct rules *h, *v;
	int group;
	double xs[MAX_LINES + 2], ys[MAX_LINES + 2];
	int nx, ny;
	char *taken;
};

/* Is the elementary cell (row, col) parted from the one to its right (or below it)? */
static bool parted_right(const struct lattice *l, int row, int col)
{
	return col + 2 == l->nx || covers(l->v, l->group, l->xs[col + 1], (l->ys[row] + l->ys[row + 1]) / 2);
}

static bool parted_below(const struct lattice *l, int row, int col)
{
	return row + 2 == l->ny || covers(l->h, l->group, l->ys[row + 1], (l->xs[col] + l->xs[col + 1]) / 2);
}

static struct grid_cell take_cell(struct lattice *l, int row, int col)
{
	struct grid_cell c = { .row = row, .col = col, .rowspan = 1, .colspan = 1 };
	int cols = l->nx - 1;
	while (!parted_right(l, row, col + c.colspan - 1) && !l->taken[row * cols + col + c.colspan])
		c.colspan++;
	for (bool open = true; open;) {
		for (int k = 0; k < c.colspan; k++)
			open = open && !parted_below(l, row + c.rowspan - 1, col + k) &&
			       !l->taken[(row + c.rowspan) * cols + col + k];
		c.rowspan += open;
	}
	for (int r = row; r < row + c.rowspan; r++)
		for (int k = col; k < col + c.colspan; k++)
			l->taken[r * cols + k] = 1;
	c.box = (struct box){ l->xs[col], l->ys[row], l->xs[col + c.colspan], l->ys[row + c.rowspan] };
	return c;
}

/* The grid of one group of rules; n is 0 where there is none. */
static struct grid make_grid(struct lattice *l, struct arena *a)
{
	struct grid g = { 0 };
	l->nx = positions(l->v, l->group, l->xs);
	l->ny = positions(l->h, l->group, l->ys);
	if (l->nx < 1 || l->ny < 1)
		return g;
	l->nx = add_borders(l->h, l->group, l->xs, l->nx);
	l->ny = add_borders(l->v, l->group, l->ys, l->ny);
	g.cols = l->nx - 1;
	g.rows = l->ny - 1;
	if (g.cols < 1 || g.rows < 1 || g.rows * g.cols < 2)
		return g;
	g.box = (struct box){ l->xs[0], l->ys[0], l->xs[g.cols], l->ys[g.rows] };
	g.cells = arena_alloc(a, (size_t)(g.rows * g.cols) * sizeof *g.cells);
	l->taken = mem_alloc((size_t)(g.rows * g.cols));
	for (int r = 0; r < g.rows; r++)
		for (int c = 0; c < g.cols; c++)
			if (!l->taken[r * g.cols + c])
				g.cells[g.n++] = take_cell(l, r, c);
	free(l->taken);
	return g;
}

static int by_top(const void *a, const void *b)
{
	const struct grid *p = a, *q = b;
	if (p->box.y0 != q->box.y0)
		return p->box.y0 < q->box.y0 ? -1 : 1;
	return p->box.x0 < q->box.x0 ? -1 : p->box.x0 > q->box.x0;
}

static bool inside(struct box a, struct box b)
{
	return a.x0 > b.x0 - NEAR && a.x1 < b.x1 + NEAR && a.y0 > b.y0 - NEAR && a.y1 < b.y1 + NEAR;
}

/* Drops grids that lie inside another one: a frame in a cell. */
static size_t drop_inner(struct grid *g, size_t n)
{
	size_t kept = 0;
	for (size_t i = 0; i < n; i++) {
		bool inner = false;
		for (size_t k = 0; k < n && !inner; k++)
			inner = k != i && inside(g[i].box, g[k].box) && (g[k].n > g[i].n || k < i);
		if (!inner)
			g[kept++] = g[i];
	}
	return kept;
}

static size_t make_grids(struct rules *h, struct rules *v, struct arena *a, struct grid **out)
{
	size_t n = 0, cap = 0;
	struct lattice *l = mem_alloc(sizeof *l);
	l->h = h;
	l->v = v;
	group_rules(h, v);
	char *done = mem_alloc(h->n + v->n + 1);
	for (size_t i = 0; i < h->n; i++) {
		l->group = h->v[i].group;
		if (done[l->group])
			continue;
		done[l->group] = 1;
		struct grid g = make_grid(l, a);
		if (g.n < 2)
			continue;
		ARENA_ROOM(a, *out, n, cap);
		(*out)[n++] = g;
	}
	free(done);
	free(l);
	return n;
}

size_t pdf_rules_grids(struct picture im, const struct page_words *w, struct arena *a, struct grid **out)
{
	struct rules h = { 0 }, v = { 0 };
	size_t n = 0;
	*out = NULL;
	blot_words(im, w);
	find_across(im, &h);
	if (h.n)
		find_down(im, &v);
	drop_dashes(&h, &v);
	if (h.n && v.n) {
		qsort(h.v, h.n, sizeof *h.v, by_at);
		qsort(v.v, v.n, sizeof *v.v, by_at);
		n = make_grids(&h, &v, a, out);
	}
	if (n) {
		qsort(*out, n, sizeof **out, by_top);
		n = drop_inner(*out, n);
	}
	free(h.v);
	free(v.v);
	return n;
}

/* Grey below which a pixel is ink: a quarter of the way from paper (the commonest light grey) to the darkest ink. */
static unsigned char ink_level(struct picture im)
{
	size_t count[256] = { 0 }, n = (size_t)im.width * (size_t)im.height, seen = 0;
	int paper = 128, ink = 0;
	for (size_t i = 0; i < n; i++)
		count[im.p[i]]++;
	for (int g = 128; g < 256; g++)
		paper = count[g] > count[paper] ? g : paper;
	while (ink < 127 && (seen += count[ink]) * 200 < n)
		ink++;
	return (unsigned char)(paper - (paper - ink) / 4);
}

struct picture pdf_rules_shrink(struct picture im, int by)
{
	struct picture out = { .width = im.width / by, .height = im.height / by, .scale = im.scale * by };
	if (out.width == 0 || out.height == 0)
		return out;
	out.p = mem_alloc((size_t)out.width * (size_t)out.height);
	unsigned char dark = ink_level(im);
	memset(out.p, WHITE, (size_t)out.width * (size_t)out.height);
	for (int y = 0; y < out.height * by; y++) {
		const unsigned char *from = im.p + (size_t)y * (size_t)im.width;
		unsigned char *to = out.p + (size_t)(y / by) * (size_t)out.width;
		for (int x = 0; x < out.width * by; x++)
			if (from[x] < dark)
				to[x / by] = 0;
	}
	return out;
}
