/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Columns of a table without lines show in where words start. A zone is a run of rows that have wide gaps, with the
 * wrapped rests of cells between them; its columns are the places where several rows start a cell and that no word
 * crosses. Columns of prose, lists with their marks apart, and contents with page numbers look alike and are told
 * apart. Rows of text become rows of the table at larger leading, or where the first column begins anew.
 */
#include "pdf_align.h"

#include <math.h>
#include <stdlib.h>

#include "pdf_order.h"
#include "utf8.h"

enum { MAX_COLS = 40, MAX_STARTS = 2000, MAX_REST = 9, MAX_ROWS = 4096 };

/* A row of words on the page. */
struct trow {
	const size_t *words;
	size_t n;
	struct box box;
	double size;
	bool tab;  /* has a gap that is wide for it */
	bool bold; /* all of it */
	int conf;  /* OCR */
};

struct zone {
	const struct page_words *w;
	struct trow *rows; /* of the page */
	size_t from, to;
	double xs[MAX_COLS + 1];
	int cols;
	size_t start[MAX_ROWS]; /* rows that begin a row of the table */
	int n_starts;
};

static double gap_before(const struct page_words *w, const struct trow *r, size_t i)
{
	return w->v[r->words[i]].box.x0 - w->v[r->words[i - 1]].box.x1;
}

static struct trow make_row(const struct page_words *w, const size_t *words, size_t n)
{
	struct trow r = { words, n, w->v[words[0]].box, 0, false, true, w->v[words[0]].conf };
	double sum = 0, widest = 0, least = 1e9;
	for (size_t i = 0; i < n; i++) {
		r.box = box_join(r.box, w->v[words[i]].box);
		r.size = fmax(r.size, w->v[words[i]].size);
		r.bold = r.bold && w->v[words[i]].bold;
		if (i == 0)
			continue;
		sum += fmax(0, gap_before(w, &r, i));
		widest = fmax(widest, gap_before(w, &r, i));
		least = fmin(least, gap_before(w, &r, i));
	}
	double others = n > 2 ? (sum - widest) / (double)(n - 2) : 0;
	r.tab = widest > r.size && (n <= 3 || widest > 2 * others || (widest > 2 * r.size && least < 0.5 * widest));
	return r;
}

/* Does a cell start at word i: first of its row or behind a gap? */
static bool starts_cell(const struct page_words *w, const struct trow *r, size_t i)
{
	return i == 0 || gap_before(w, r, i) > 0.75 * w->v[r->words[i]].size;
}

/* Do both rows stand near enough to belong to one table? */
static bool near(const struct trow *a, const struct trow *b)
{
	return b->box.y0 - a->box.y1 < 2.2 * fmax(a->size, b->size) &&
	       fabs(a->size - b->size) < (a->conf ? 0.25 : 0.12) * a->size;
}

/* The next zone at or after row *at: from a row with a gap to the last one, rests of cells included. */
static bool next_zone(struct zone *z, size_t *at, size_t rows)
{
	while (*at < rows && !z->rows[*at].tab)
		++*at;
	if (*at == rows)
		return false;
	size_t last = *at;
	struct box b = z->rows[*at].box;
	for (size_t r = *at + 1; r < rows && r - last <= MAX_REST; r++) {
		const struct trow *row = &z->rows[r];
		bool wide = !row->tab && row->box.x1 - row->box.x0 > 0.6 * (b.x1 - b.x0) && row->n > 3;
		if (wide || !near(&z->rows[r - 1], row))
			break;
		b = box_join(b, row->box);
		if (row->tab)
			last = r;
	}
	z->from = *at;
	z->to = last + 1;
	*at = last + 1;
	return true;
}

struct start {
	double x;
	int count;
};

static int by_count(const void *a, const void *b)
{
	const struct start *p = a, *q = b;
	if (p->count != q->count)
		return q->count - p->count;
	return p->x < q->x ? -1 : p->x > q->x;
}

static int by_x(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return x < y ? -1 : x > y;
}

/* Places where cells of the zone start, the commonest first. */
static size_t collect_starts(const struct zone *z, struct start *s)
{
	size_t n = 0;
	for (size_t r = z->from; r < z->to; r++)
		for (size_t i = 0; i < z->rows[r].n; i++) {
			double x = z->w->v[z->rows[r].words[i]].box.x0;
			size_t k = 0;
			if (!starts_cell(z->w, &z->rows[r], i))
				continue;
			while (k < n && fabs(s[k].x - x) > 0.2 * z->rows[r].size)
				k++;
			if (k == MAX_STARTS)
				continue;
			if (k == n)
				s[n++] = (struct start){ x, 0 };
			s[k].x = fmin(s[k].x, x);
			s[k].count++;
		}
	qsort(s, n, sizeof *s, by_count);
	return n;
}

/* Rows of the zone with a word that crosses x. */
static size_t crossed(const struct zone *z, double x)
{
	size_t n = 0;
	for (size_t r = z->from; r < z->to; r++)
		for (size_t i = 0; i < z->rows[r].n; i++) {
			const struct box *b = &z->w->v[z->rows[r].words[i]].box;
			if (b->x0 < x && b->x1 > x) {
				n++;
				break;
			}
		}
	return n;
}

/* Sets the columns of the zone. */
static void find_columns(struct zone *z)
{
	struct start *s = mem_alloc(MAX_STARTS * sizeof *s);
	size_t n = collect_starts(z, s), rows = z->to - z->from;
	double size = z->rows[z->from].size;
	z->cols = 0;
	for (size_t i = 0; i < n && z->cols < MAX_COLS; i++) {
		bool apart = s[i].count >= (rows >= 12 ? 3 : 2) && crossed(z, s[i].x - 0.5) * 12 <= rows;
		for (int k = 0; k < z->cols; k++)
			apart = apart && fabs(z->xs[k] - s[i].x) > 1.5 * size;
		if (apart)
			z->xs[z->cols++] = s[i].x;
	}
	free(s);
	qsort(z->xs, (size_t)z->cols, sizeof *z->xs, by_x);
}

/* The column that x lies in. */
static int column_of(const struct zone *z, double x)
{
	int c = 0;
	while (c + 1 < z->cols && x >= z->xs[c + 1] - 1)
		c++;
	return c;
}

/* Words of the row in column c; *first gets the first of them. */
static size_t cell_words(const struct zone *z, size_t row, int c, size_t *first)
{
	size_t n = 0;
	for (size_t i = 0; i < z->rows[row].n; i++)
		if (column_of(z, z->w->v[z->rows[row].words[i]].box.x0) == c) {
			if (n++ == 0)
				*first = z->rows[row].words[i];
		}
	return n;
}

static int filled(const struct zone *z, size_t row)
{
	size_t first;
	int n = 0;
	for (int c = 0; c < z->cols; c++)
		n += cell_words(z, row, c, &first) > 0;
	return n;
}

/* Does the row keep to the columns: no word over a border, and no run of words across one but where a cell starts? */
static bool fits(const struct zone *z, const struct trow *r)
{
	for (size_t i = 0; i < r->n; i++) {
		const struct box *b = &z->w->v[r->words[i]].box;
		int c = column_of(z, b->x0);
		if (c + 1 < z->cols && b->x1 > z->xs[c + 1] + 1)
			return false;
		if (i && c != column_of(z, z->w->v[r->words[i - 1]].box.x0) && !starts_cell(z->w, r, i) &&
		    fabs(b->x0 - z->xs[c]) > 0.2 * r->size)
			return false;
	}
	return r->box.x0 > z->xs[0] - 2;
}

/* Ends the zone above the first row that does not fit; false: nothing of it is left. */
static bool cut_misfits(struct zone *z)
{
	while (z->from < z->to && !fits(z, &z->rows[z->from]))
		z->from++;
	for (size_t r = z->from; r < z->to; r++)
		if (!fits(z, &z->rows[r]))
			z->to = r;
	return z->to > z->from + 1;
}

/* Rests of the last cells below the zone: rows inside one column, at its start, at normal leading. */
static void extend_down(struct zone *z, size_t rows)
{
	while (z->to < rows && near(&z->rows[z->to - 1], &z->rows[z->to]) && fits(z, &z->rows[z->to])) {
		const struct trow *r = &z->rows[z->to];
		int c = column_of(z, r->box.x0);
		double right = c + 1 < z->cols ? z->xs[c + 1] : z->w->width;
		if (r->box.y0 - z->rows[z->to - 1].box.y1 > 0.6 * r->size ||
		    fabs(r->box.x0 - z->xs[c]) > 0.3 * r->size || r->box.x1 > right || (c == 0 && z->cols == 2))
			break;
		z->to++;
	}
}

/* A word of digits and points, or one short sign: what lists have in front. */
static bool is_mark(struct span s)
{
	size_t at = 0;
	if (s.n > 14)
		return false;
	while (at < s.n && strchr("0123456789.)-*(", s.p[at]))
		at++;
	return at == s.n || utf8_count(s) == 1 || (utf8_count(s) == 2 && (s.p[s.n - 1] == ')' || s.p[s.n - 1] == '.'));
}

/* Share of the entries of a column that are marks or numbers, in per cent. */
static size_t marks_in(const struct zone *z, int c)
{
	size_t marks = 0, all = 0, first = 0;
	for (size_t r = z->from; r < z->to; r++) {
		size_t n = cell_words(z, r, c, &first);
		all += n > 0;
		marks += n == 1 && is_mark(page_words_text(z->w, &z->w->v[first]));
	}
	return all ? marks * 100 / all : 0;
}

/* Do all columns read as prose? Then they are columns of the page. */
static bool all_prose(const struct zone *z)
{
	size_t *words = mem_alloc((z->w->n + 1) * sizeof *words);
	bool prose = true;
	for (int c = 0; c < z->cols && prose; c++) {
		size_t n = 0;
		for (size_t r = z->from; r < z->to; r++)
			for (size_t i = 0; i < z->rows[r].n; i++)
				if (column_of(z, z->w->v[z->rows[r].words[i]].box.x0) == c)
					words[n++] = z->rows[r].words[i];
		prose = pdf_is_prose(z->w, words, n);
	}
	free(words);
	return prose;
}

/* Mean number of words in the lines of a column, in tenths. */
static size_t words_a_line(const struct zone *z, int c)
{
	size_t n = 0, lines = 0, first;
	for (size_t r = z->from; r < z->to; r++) {
		size_t here = cell_words(z, r, c, &first);
		n += here;
		lines += here > 0;
	}
	return lines ? n * 10 / lines : 0;
}

/* Has a row a place to sign in both columns? What stands over and under it belongs to those who sign. */
static bool is_signed(const struct zone *z)
{
	enum { MOST_ROWS = 10 };
	for (size_t r = z->from; r < z->to && z->to - z->from <= MOST_ROWS; r++) {
		size_t a = 0, b = 0;
		if (cell_words(z, r, 0, &a) && cell_words(z, r, 1, &b) &&
		    span_starts(page_words_text(z->w, &z->w->v[a]), SPAN("___")) &&
		    span_starts(page_words_text(z->w, &z->w->v[b]), SPAN("___")))
			return true;
	}
	return false;
}

/* Two columns whose heads end in a colon are two texts side by side (the parties of an agreement): one row. So are two
 * signatures. */
static bool side_by_side(const struct zone *z)
{
	if (z->cols != 2)
		return false;
	if (is_signed(z))
		return true;
	for (int c = 0; c < 2; c++) {
		struct span last = { NULL, 0 };
		for (size_t i = 0; i < z->rows[z->from].n; i++) {
			const struct word *v = &z->w->v[z->rows[z->from].words[i]];
			last = column_of(z, v->box.x0) == c ? page_words_text(z->w, v) : last;
		}
		if (!span_ends(last, SPAN(":")))
			return false;
	}
	return true;
}

static bool is_table(const struct zone *z)
{
	size_t full = 0, several = 0;
	for (size_t r = z->from; r < z->to; r++) {
		several += filled(z, r) > 1;
		full += filled(z, r) > 2;
	}
	if (z->cols < 2 || several < 2 || all_prose(z))
		return false;
	if (z->cols == 2) /* neither a list, nor contents, nor text in two columns */
		return several >= 3 && several * 3 >= z->to - z->from && marks_in(z, 0) < 60 && marks_in(z, 1) < 60 &&
		       (words_a_line(z, 0) <= 25 || words_a_line(z, 1) <= 25 || side_by_side(z));
	return full >= 2 || several >= 3;
}

/* Leading above the row, in points. */
static double step(const struct zone *z, size_t r)
{
	return z->rows[r].box.y1 - z->rows[r - 1].box.y1;
}

/* Leading of the lines inside cells: the least there is, within reason. */
static double line_step(const struct zone *z)
{
	double least = 1e9;
	for (size_t r = z->from + 1; r < z->to; r++)
		least = fmin(least, fmax(step(z, r), 0.9 * z->rows[r].size));
	return least;
}

static bool is_apart(const struct zone *z, size_t r, double least)
{
	return step(z, r) > least * (z->rows[r].conf ? 1.3 : 1.12);
}

/* Does the first column begin a new entry in this row? */
static bool begins(const struct zone *z, size_t r, bool numbered)
{
	size_t first = 0, at = 0;
	if (cell_words(z, r, 0, &first) == 0)
		return false;
	unsigned c = utf8_next(page_words_text(z->w, &z->w->v[first]), &at);
	return (!utf8_is_letter(c) || utf8_is_upper(c)) && (numbered || filled(z, r) > 1);
}

/*
 * Where rows of the table begin: at larger leading, if most entries of the first column that begin anew have it above
 * them, else at those entries. Light text below bold text begins a row in any case.
 */
static void find_starts(struct zone *z)
{
	double least = line_step(z);
	bool numbered = marks_in(z, 0) >= 50, one = side_by_side(z);
	size_t agree = 0, all = 0;
	for (size_t r = z->from + 1; r < z->to; r++)
		if (begins(z, r, numbered)) {
			all++;
			agree += is_apart(z, r, least);
		}
	bool apart = agree >= 2 && agree * 10 >= all * 7;
	z->n_starts = 0;
	for (size_t r = z->from; r < z->to && z->n_starts < MAX_ROWS; r++) {
		bool head = r > z->from && z->rows[r - 1].bold && !z->rows[r].bold;
		bool new = r > z->from && (head || (apart ? is_apart(z, r, least) : begins(z, r, numbered)));
		if (r == z->from || (new && !one))
			z->start[z->n_starts++] = r;
	}
}

static struct grid make_grid(const struct zone *z, struct arena *a)
{
	struct grid g = { .rows = z->n_starts, .cols = z->cols };
	g.cells = arena_alloc(a, (size_t)(g.rows * g.cols) * sizeof *g.cells);
	for (int r = 0; r < g.rows; r++) {
		size_t first = z->start[r], next = r + 1 < g.rows ? z->start[r + 1] : z->to;
		double top = first == z->from ? z->rows[first].box.y0 - 1
					      : (z->rows[first].box.y0 + z->rows[first - 1].box.y1) / 2;
		double foot = next == z->to ? z->rows[next - 1].box.y1 + 1
					    : (z->rows[next].box.y0 + z->rows[next - 1].box.y1) / 2;
		for (int c = 0; c < g.cols; c++)
			g.cells[g.n++] = (struct grid_cell){
				{ z->xs[c] - 2, top, c + 1 < g.cols ? z->xs[c + 1] - 2 : z->w->width, foot }, r, c, 1, 1
			};
	}
	g.box = box_join(g.cells[0].box, g.cells[g.n - 1].box);
	return g;
}

/* The words of row r on one side of x, into out; returns their number. */
static size_t side_words(const struct zone *z, size_t r, double x, bool right, size_t *out)
{
	size_t n = 0;
	for (size_t i = 0; i < z->rows[r].n; i++)
		if ((z->w->v[z->rows[r].words[i]].box.x0 > x) == right)
			out[n++] = z->rows[r].words[i];
	return n;
}

/*
 * Do rows [from, to) on one side of x have wide gaps within them? Then that side is no column of prose. Rows that reach
 * its right edge do not count: justified lines may be stretched.
 */
static bool side_has_tabs(const struct zone *z, size_t from, size_t to, double x, bool right)
{
	size_t tabs = 0, seen = 0, *words = mem_alloc((z->w->n + 1) * sizeof *words);
	double edge = 0;
	for (size_t r = from; r < to; r++) {
		size_t n = side_words(z, r, x, right, words);
		edge = n ? fmax(edge, make_row(z->w, words, n).box.x1) : edge;
	}
	for (size_t r = from; r < to; r++) {
		size_t n = side_words(z, r, x, right, words);
		struct trow row = n ? make_row(z->w, words, n) : (struct trow){ 0 };
		seen += n > 0;
		tabs += row.tab && row.box.x1 < edge - 2;
	}
	free(words);
	return tabs * 5 > seen;
}

size_t pdf_align_grids(const struct page_words *w, struct arena *a, struct grid **out)
{
	size_t *words = mem_alloc((w->n + 1) * sizeof *words), *from = mem_alloc((w->n + 1) * sizeof *from), n = 0;
	size_t found = 0, cap = 0, at = 0;
	*out = NULL;
	for (size_t i = 0; i < w->n; i++)
		if (w->v[i].turn == 0 && w->v[i].table >= 0)
			words[n++] = i;
	double x = 0, y0 = 0, y1 = 0;
	bool columns = pdf_prose_river(w, words, n, &x, &y0, &y1);
	size_t rows = pdf_rows(w, words, n, from);
	struct zone *z = mem_alloc(sizeof *z);
	z->w = w;
	z->rows = mem_alloc((rows + 1) * sizeof *z->rows);
	for (size_t r = 0; r < rows; r++)
		z->rows[r] = make_row(w, words + from[r], from[r + 1] - from[r]);
	size_t top = 0, foot = rows;
	while (top < foot && z->rows[top].box.y0 < y0 - 1)
		top++;
	while (foot > top && z->rows[foot - 1].box.y1 > y1 + 1)
		foot--;
	columns = columns && !side_has_tabs(z, top, foot, x, false) && !side_has_tabs(z, top, foot, x, true);
	while (next_zone(z, &at, rows)) {
		find_columns(z);
		if (z->cols < 2 || !cut_misfits(z))
			continue;
		extend_down(z, rows);
		at = z->to;
		if (!is_table(z) || (columns && z->rows[z->from].box.y0 >= y0 - 1 &&
				     z->rows[z->to - 1].box.y1 <= y1 + 1 && z->xs[0] < x && z->xs[z->cols - 1] > x))
			continue;
		find_starts(z);
		ARENA_ROOM(a, *out, found, cap);
		(*out)[found++] = make_grid(z, a);
	}
	free(z->rows);
	free(z);
	free(words);
	free(from);
	return found;
}
