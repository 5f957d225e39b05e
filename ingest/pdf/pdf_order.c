/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Words into lines in reading order. A column boundary is a river: a stretch of consecutive rows that all leave the
 * same x free and have text on both sides of it. Rows are found first, and a river is the longest run of rows at any x;
 * this takes rows × width steps and needs no tree of rectangles (XY-cut: Nagy & Seth 1984; white space as the
 * separator: Breuel 2002).
 */
#include "pdf_order.h"

#include <math.h>
#include <stdlib.h>

#include "pdf_bidi.h"
#include "utf8.h"

enum { BINS = 1024, MIN_ROWS = 3, LONG = 10, MAX_DEPTH = 40 };

struct order {
	struct pdf_text *t;
	const struct page_words *w;
	int page;
	void (*put_table)(void *ctx, int table);
	void *ctx;
};

struct river {
	size_t from, to; /* rows */
	double x;
	size_t score;
};

static int by_y(const void *a, const void *b, void *ctx)
{
	const struct page_words *w = ctx;
	const struct box *p = &w->v[*(const size_t *)a].box, *q = &w->v[*(const size_t *)b].box;
	double d = (p->y0 + p->y1) - (q->y0 + q->y1);
	if (d != 0)
		return d < 0 ? -1 : 1;
	return p->x0 < q->x0 ? -1 : p->x0 > q->x0;
}

static int by_x(const void *a, const void *b, void *ctx)
{
	const struct page_words *w = ctx;
	const struct word *p = &w->v[*(const size_t *)a], *q = &w->v[*(const size_t *)b];
	if (p->box.x0 != q->box.x0)
		return p->box.x0 < q->box.x0 ? -1 : 1;
	return p->at < q->at ? -1 : p->at > q->at;
}

/* Does b stand on the row: half of the lower of both is shared? */
static bool on_row(struct box row, struct box b)
{
	double top = fmax(row.y0, b.y0), bottom = fmin(row.y1, b.y1);
	double low = fmin(row.y1 - row.y0, b.y1 - b.y0);
	return bottom - top > 0.55 * low;
}

size_t pdf_rows(const struct page_words *w, size_t *words, size_t n, size_t *starts)
{
	size_t rows = 0;
	struct box row = { 0 };
	qsort_r(words, n, sizeof *words, by_y, (void *)w);
	for (size_t i = 0; i < n; i++) {
		const struct word *v = &w->v[words[i]];
		bool alone = v->table > 0 || (i && w->v[words[i - 1]].table > 0);
		if (i == 0 || alone || !on_row(row, v->box)) {
			starts[rows++] = i;
			row = v->box;
		} else if (v->box.y1 - v->box.y0 > row.y1 - row.y0) {
			row = v->box; /* the tallest word decides: a superscript in front must not */
		}
	}
	starts[rows] = n;
	for (size_t r = 0; r < rows; r++)
		qsort_r(words + starts[r], starts[r + 1] - starts[r], sizeof *words, by_x, (void *)w);
	return rows;
}

/* The font size that most bytes of the words have, to a quarter of a point; 10 where nothing says. */
static double usual_size(const struct page_words *w, const size_t *words, size_t n)
{
	size_t bytes[4 * 100] = { 0 }, best = 0;
	for (size_t i = 0; i < n; i++) {
		double q = w->v[words[i]].size * 4;
		size_t at = q >= 0 && q < 400 ? (size_t)q : 399;
		bytes[at] += w->v[words[i]].n;
		if (bytes[at] > bytes[best])
			best = at;
	}
	return best > 4 ? (double)best / 4 : 10;
}

static int cmp_double(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return x < y ? -1 : x > y;
}

/* The middle one of the gaps between the words of a row; a quarter of the size where there are none. */
static double usual_gap(const struct page_words *w, const size_t *words, size_t n, double size)
{
	double gaps[64];
	size_t g = 0;
	for (size_t i = 1; i < n && g < 64; i++) {
		double gap = w->v[words[i]].box.x0 - w->v[words[i - 1]].box.x1;
		if (gap > 0.1 * size)
			gaps[g++] = gap;
	}
	if (g == 0)
		return 0.25 * size;
	qsort(gaps, g, sizeof *gaps, cmp_double);
	return gaps[g / 2];
}

/* One character, a letter: a piece of a heading set with spaces between its letters. */
static bool is_single(const struct page_words *w, const struct word *v)
{
	unsigned char c = (unsigned char)w->text.p[v->at];
	return v->n == (c < 0x80 ? 1u : c < 0xe0 ? 2u : 3u) && (c >= 0xc0 || (c | 32) >= 'a');
}

/* Is the gap behind word i one of at least three even gaps between single letters (П О С Т А Н О В И Л)? */
static bool letter_spaced(const struct page_words *w, const size_t *words, size_t n, size_t i, double gap)
{
	size_t from = i, to = i + 1;
	while (from > 0 && is_single(w, &w->v[words[from - 1]]))
		from--;
	while (to + 1 < n && is_single(w, &w->v[words[to + 1]]))
		to++;
	if (!is_single(w, &w->v[words[i]]) || !is_single(w, &w->v[words[i + 1]]) || to - from < 4)
		return false;
	double least = gap;
	for (size_t k = from; k < to; k++)
		least = fmin(least, w->v[words[k + 1]].box.x0 - w->v[words[k]].box.x1);
	return gap < 1.6 * least + 0.5;
}

/* A hyphen alone: in justified text it may stand a little off the word that it belongs to. */
static bool is_hyphen(struct span s)
{
	return s.n == 1 && s.p[0] == '-';
}

/* Is there a space between word i and the next one of the row? Glued glyphs of another font stand closer than that. */
static bool space_after(const struct page_words *w, const size_t *words, size_t n, size_t i)
{
	const struct word *a = &w->v[words[i]], *b = &w->v[words[i + 1]];
	double gap = b->box.x0 - a->box.x1, size = fmin(a->size, b->size);
	if (letter_spaced(w, words, n, i, gap) || (gap < 0.1 * size && is_hyphen(page_words_text(w, b))))
		return false;
	return a->space || gap > 0.14 * size;
}

/* Appends the word; small raised digits behind another word become superscripts, so that 312¹ does not read 3121. */
static void put_word(struct buf *b, const struct page_words *w, const struct word *v, const struct word *before)
{
	static const char *const raised[] = { "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹" };
	struct span s = page_words_text(w, v);
	bool high = before && !v->conf && v->n <= 3 && v->size < 0.8 * before->size &&
		    v->box.y1 < before->box.y1 - 0.15 * before->size && v->box.x0 - before->box.x1 < 0.2 * before->size;
	for (size_t i = 0; i < s.n && high; i++)
		high = s.p[i] >= '0' && s.p[i] <= '9';
	if (!high) {
		buf_add(b, s);
		return;
	}
	for (size_t i = 0; i < s.n; i++)
		buf_puts(b, raised[s.p[i] - '0']);
}

struct line *pdf_line_add(struct pdf_text *t, const struct page_words *w, size_t *words, size_t n, int page)
{
	struct buf b = { 0 };
	struct line l = { .page = page, .cell = -1, .bold = true, .box = w->v[words[0]].box };
	long conf = 0;
	qsort_r(words, n, sizeof *words, by_x, (void *)w);
	for (size_t i = 0; i < n; i++) {
		const struct word *v = &w->v[words[i]];
		put_word(&b, w, v, i ? &w->v[words[i - 1]] : NULL);
		if (i + 1 < n && space_after(w, words, n, i))
			buf_putc(&b, ' ');
		l.box = box_join(l.box, v->box);
		l.bold = l.bold && v->bold;
		conf += v->conf;
	}
	pdf_bidi_line(&b);
	l.size = usual_size(w, words, n);
	l.space = usual_gap(w, words, n, l.size);
	l.first = w->v[words[0]].box.x1 - w->v[words[0]].box.x0;
	l.left = l.box.x0;
	l.right = l.box.x1;
	l.conf = (int)(conf / (long)n);
	l.text = arena_dup(&t->arena, buf_span(&b));
	buf_free(&b);
	ARENA_ROOM(&t->arena, t->lines, t->n, t->cap);
	t->lines[t->n] = l;
	return &t->lines[t->n++];
}

static struct box extent(const struct page_words *w, const size_t *words, size_t n)
{
	struct box b = w->v[words[0]].box;
	for (size_t i = 1; i < n; i++)
		b = box_join(b, w->v[words[i]].box);
	return b;
}

/* Lines of those words that are turned by so many quarters. */
static size_t lines_turned_by(struct pdf_text *t, const struct page_words *w, const size_t *words, size_t n, int page,
			      int turn)
{
	struct page_words bent = *w;
	size_t *own = mem_alloc((n + 1) * sizeof *own), *starts = mem_alloc((n + 1) * sizeof *starts), k = 0, rows = 0;
	for (size_t i = 0; i < n; i++)
		if (w->v[words[i]].turn == turn)
			own[k++] = words[i];
	if (k) {
		bent.v = mem_alloc(w->n * sizeof *bent.v);
		memcpy(bent.v, w->v, w->n * sizeof *bent.v);
		for (size_t i = 0; i < k; i++)
			bent.v[own[i]].box = box_unturn(w->v[own[i]].box, 4 - turn, w->width, w->height);
		rows = pdf_rows(&bent, own, k, starts);
	}
	for (size_t r = 0; r < rows; r++) {
		struct line *l = pdf_line_add(t, &bent, own + starts[r], starts[r + 1] - starts[r], page);
		l->box = extent(w, own + starts[r], starts[r + 1] - starts[r]);
		l->left = l->box.x0;
		l->right = l->box.x1;
	}
	if (k)
		free(bent.v);
	free(own);
	free(starts);
	return rows;
}

size_t pdf_turned_lines(struct pdf_text *t, const struct page_words *w, const size_t *words, size_t n, int page)
{
	size_t lines = 0;
	for (int turn = 1; turn < 4; turn++)
		lines += lines_turned_by(t, w, words, n, page, turn);
	return lines;
}

/* Writes the rows as lines of one column. */
static void put_rows(struct order *o, size_t *words, size_t n, const size_t *starts, size_t rows)
{
	if (n == 0)
		return;
	struct box b = extent(o->w, words, n);
	int column = ++o->t->columns;
	for (size_t r = 0; r < rows; r++) {
		size_t *row = words + (starts[r] - starts[0]), k = starts[r + 1] - starts[r];
		if (o->w->v[row[0]].table > 0) {
			o->put_table(o->ctx, o->w->v[row[0]].table - 1);
			column = ++o->t->columns;
			continue;
		}
		struct line *l = pdf_line_add(o->t, o->w, row, k, o->page);
		l->left = b.x0;
		l->right = b.x1;
		l->column = column;
	}
}

/* Runs of rows at one x bin, while the rows are walked through. */
struct runs {
	size_t from[BINS];
	size_t left[BINS], right[BINS]; /* rows of the run with text on that side */
	size_t n;
	double x0, step;
};

static void close_run(const struct runs *s, size_t x, size_t row, struct river *best, size_t *width)
{
	size_t score = s->left[x] < s->right[x] ? s->left[x] : s->right[x];
	if (score < MIN_ROWS || score < best->score)
		return;
	double at = s->x0 + ((double)x + 0.5) * s->step;
	if (score == best->score && best->from == s->from[x] && best->to == row) {
		if (at - best->x < ((double)*width / 2 + 1.5) * s->step) { /* widen the river: its middle moves */
			++*width;
			best->x += s->step / 2;
		}
		return;
	}
	if (score == best->score)
		return;
	*best = (struct river){ s->from[x], row, at, score };
	*width = 1;
}

/* Marks the bins that a row leaves free, with half of the least river's width kept on both sides of its words. */
static void mark_row(const struct order *o, const struct runs *s, const size_t *row, size_t n, double half, char *busy)
{
	memset(busy, 0, s->n);
	for (size_t i = 0; i < n; i++) {
		double a = (o->w->v[row[i]].box.x0 - half - s->x0) / s->step;
		double b = (o->w->v[row[i]].box.x1 + half - s->x0) / s->step;
		size_t from = a > 0 ? (size_t)a : 0, to = b > 0 ? (size_t)b : 0;
		for (size_t x = from; x <= to && x < s->n; x++)
			busy[x] = 1;
	}
}

/* The river with most rows on its poorer side that leaves so much free on both sides of its middle; score 0: none. */
static struct river find_river_of(const struct order *o, const size_t *words, size_t n, const size_t *starts,
				  size_t rows, double half)
{
	struct box b = extent(o->w, words, n);
	double em = usual_size(o->w, words, n);
	struct river best = { 0 };
	size_t width = 0;
	char busy[BINS];
	if (rows < MIN_ROWS || b.x1 - b.x0 < 12 * em)
		return best;
	struct runs *s = mem_alloc(sizeof *s);
	s->x0 = b.x0;
	s->step = fmax(2, (b.x1 - b.x0) / (BINS - 1));
	s->n = (size_t)((b.x1 - b.x0) / s->step) + 1;
	size_t edge = (size_t)(4 * em / s->step);
	for (size_t r = 0; r <= rows; r++) {
		const size_t *row = words + starts[r < rows ? r : 0];
		size_t k = r < rows ? starts[r + 1] - starts[r] : 0;
		mark_row(o, s, row, k, half, busy);
		for (size_t x = edge; x + edge < s->n; x++) {
			double at = s->x0 + ((double)x + 0.5) * s->step;
			if (r == rows || busy[x]) {
				close_run(s, x, r, &best, &width);
				s->from[x] = r + 1;
				s->left[x] = s->right[x] = 0;
				continue;
			}
			s->left[x] += o->w->v[row[0]].box.x0 < at;
			s->right[x] += o->w->v[row[k - 1]].box.x1 > at;
		}
	}
	free(s);
	return best;
}

/* Do most rows go on at one place behind the river? Spaces that meet by chance do not. */
static bool is_bank(const struct order *o, const size_t *words, const size_t *starts, const struct river *v)
{
	size_t n = 0, same = 0, rows = v->to - v->from;
	double *at = mem_alloc(rows * sizeof *at);
	for (size_t r = v->from; r < v->to; r++) {
		size_t i = starts[r];
		while (i < starts[r + 1] && o->w->v[words[i]].box.x0 < v->x)
			i++;
		if (i < starts[r + 1])
			at[n++] = o->w->v[words[i]].box.x0;
	}
	qsort(at, n, sizeof *at, cmp_double);
	for (size_t i = 0; i < n; i++)
		same += fabs(at[i] - at[n / 2]) < 1.5;
	free(at);
	return same * 5 >= n * 3;
}

/*
 * A river is wider than the spaces of its text, or it is narrow (two languages side by side in a table without lines)
 * and long, with an even bank.
 */
static struct river find_river(const struct order *o, const size_t *words, size_t n, const size_t *starts, size_t rows)
{
	double em = usual_size(o->w, words, n);
	struct river wide = find_river_of(o, words, n, starts, rows, fmax(2.5, 0.3 * em)), narrow;
	if (rows < LONG || wide.score * 2 >= rows)
		return wide;
	narrow = find_river_of(o, words, n, starts, rows, 0.8);
	return narrow.score >= LONG && narrow.score > 2 * wide.score && is_bank(o, words, starts, &narrow) ? narrow
													   : wide;
}

bool pdf_is_prose(const struct page_words *w, size_t *words, size_t n)
{
	if (n < 2 * MIN_ROWS)
		return false;
	struct box b = extent(w, words, n);
	size_t *starts = mem_alloc((n + 1) * sizeof *starts), full = 0;
	size_t rows = pdf_rows(w, words, n, starts);
	for (size_t r = 0; r < rows; r++)
		full += extent(w, words + starts[r], starts[r + 1] - starts[r]).x1 - b.x0 > 0.75 * (b.x1 - b.x0);
	free(starts);
	return rows >= MIN_ROWS && b.x1 - b.x0 >= 8 * usual_size(w, words, n) && full * 2 >= rows && n >= rows * 3 / 2;
}

static void order(struct order *o, size_t *words, size_t n, int depth);

/* Moves the words left of x to the front; returns their number. */
static size_t split_at(const struct order *o, size_t *words, size_t n, double x)
{
	size_t left = 0;
	for (size_t i = 0; i < n; i++) {
		const struct box *b = &o->w->v[words[i]].box;
		if ((b->x0 + b->x1) / 2 < x) {
			size_t t = words[left];
			words[left++] = words[i];
			words[i] = t;
		}
	}
	return left;
}

/* Rows at the ends of a run that stand apart from its two sides belong to what is above or below. */
static void trim(const struct order *o, const size_t *words, const size_t *starts, struct river *v)
{
	double em = usual_size(o->w, words + starts[v->from], starts[v->to] - starts[v->from]);
	size_t last = v->to;
	for (size_t r = v->from; r < v->to; r++)
		if (o->w->v[words[starts[r + 1] - 1]].box.x1 > v->x)
			last = r + 1;
	for (size_t r = last; r < v->to; r++) {
		struct box above = extent(o->w, words + starts[r - 1], starts[r] - starts[r - 1]);
		struct box here = extent(o->w, words + starts[r], starts[r + 1] - starts[r]);
		if (here.y0 - above.y1 > 0.8 * em) {
			v->to = r;
			return;
		}
	}
}

bool pdf_prose_river(const struct page_words *w, size_t *words, size_t n, double *x, double *y0, double *y1)
{
	struct order o = { .w = w };
	size_t *starts = mem_alloc((n + 1) * sizeof *starts);
	size_t rows = pdf_rows(w, words, n, starts);
	struct river v = n ? find_river(&o, words, n, starts, rows) : (struct river){ 0 };
	bool prose = false;
	if (v.score >= 2 * MIN_ROWS) {
		size_t from = starts[v.from], to = starts[v.to], left = split_at(&o, words + from, to - from, v.x);
		struct box b = extent(w, words + from, to - from);
		*x = v.x;
		*y0 = b.y0;
		*y1 = b.y1;
		prose = pdf_is_prose(w, words + from, left) && pdf_is_prose(w, words + from + left, to - from - left);
	}
	free(starts);
	return prose;
}

/* Does the word end a sentence? */
static bool ends_sentence(struct span s)
{
	return s.n && strchr(".!?:;", s.p[s.n - 1]);
}

/* Does the word go on with a sentence that began before it? */
static bool is_inside(struct span s)
{
	size_t at = 0;
	unsigned c = utf8_next(s, &at);
	return utf8_is_letter(c) && !utf8_is_upper(c);
}

/*
 * Columns that end above the foot of the page were made equally long, so what goes on below the right one alone is no
 * column: short lines of the text behind. Of the n words of the left column returns those that are the column, and
 * brings these to the front. The left column may be one line longer; whether it is, says what the right one begins
 * with.
 */
static size_t above_rest(const struct order *o, size_t *words, size_t n, const size_t *right, size_t n_right)
{
	struct box b = extent(o->w, right, n_right), all = extent(o->w, words, n);
	if (all.y1 > 0.8 * o->w->height || all.y1 <= b.y1)
		return n;
	size_t *starts = mem_alloc((n + 1) * sizeof *starts), rows = pdf_rows(o->w, words, n, starts), r = 0, first = 0;
	while (r < rows && (o->w->v[words[starts[r]]].box.y0 + o->w->v[words[starts[r]]].box.y1) / 2 < b.y1)
		r++;
	for (size_t i = 1; i < n_right; i++) {
		const struct box *x = &o->w->v[right[i]].box, *best = &o->w->v[right[first]].box;
		if (x->y1 < best->y0 || (x->y0 < best->y1 && x->x0 < best->x0))
			first = i;
	}
	bool inside = is_inside(page_words_text(o->w, &o->w->v[right[first]]));
	size_t keep = n;
	for (size_t k = r; k < rows && k <= r + 1 && keep == n; k++)
		if (k && ends_sentence(page_words_text(o->w, &o->w->v[words[starts[k] - 1]])) != inside)
			keep = starts[k];
	free(starts);
	return keep;
}

/* Exchanges the first k of n words with those behind them; both keep their order. */
static void rotate(size_t *words, size_t k, size_t n)
{
	size_t *first = mem_alloc((k + 1) * sizeof *first);
	memcpy(first, words, k * sizeof *words);
	memmove(words, words + k, (n - k) * sizeof *words);
	memcpy(words + n - k, first, k * sizeof *words);
	free(first);
}

static void order(struct order *o, size_t *words, size_t n, int depth)
{
	if (n == 0)
		return;
	size_t *starts = mem_alloc((n + 1) * sizeof *starts);
	size_t rows = pdf_rows(o->w, words, n, starts);
	struct river v = depth < MAX_DEPTH ? find_river(o, words, n, starts, rows) : (struct river){ 0 };
	if (v.score == 0) {
		put_rows(o, words, n, starts, rows);
		free(starts);
		return;
	}
	trim(o, words, starts, &v);
	size_t from = starts[v.from], to = starts[v.to];
	size_t left = split_at(o, words + from, to - from, v.x);
	bool columns =
		pdf_is_prose(o->w, words + from, left) && pdf_is_prose(o->w, words + from + left, to - from - left);
	if (columns) {
		size_t keep = above_rest(o, words + from, left, words + from + left, to - from - left);
		rotate(words + from + keep, left - keep, to - from - keep);
		to -= left - keep;
		order(o, words, from, depth + 1);
		order(o, words + from, keep, depth + 1);
		order(o, words + from + keep, to - from - keep, depth + 1);
		order(o, words + to, n - to, depth + 1);
	} else if (v.from == 0 && v.to == rows) {
		rows = pdf_rows(o->w, words, n, starts);
		put_rows(o, words, n, starts, rows);
	} else {
		order(o, words, from, depth + 1);
		size_t *own = mem_alloc((to - from + 1) * sizeof *own);
		put_rows(o, words + from, to - from, own, pdf_rows(o->w, words + from, to - from, own));
		free(own);
		order(o, words + to, n - to, depth + 1);
	}
	free(starts);
}

void pdf_order_page(struct pdf_text *t, const struct page_words *w, int page, void (*put_table)(void *ctx, int table),
		    void *ctx)
{
	struct order o = { t, w, page, put_table, ctx };
	size_t *words = mem_alloc((w->n + 1) * sizeof *words), n = 0;
	for (size_t i = 0; i < w->n; i++)
		if (w->v[i].turn == 0 && w->v[i].table >= 0)
			words[n++] = i;
	order(&o, words, n, 0);
	n = 0;
	for (size_t i = 0; i < w->n; i++)
		if (w->v[i].turn && w->v[i].table == 0)
			words[n++] = i;
	n = pdf_turned_lines(t, w, words, n, page);
	for (size_t i = 0; i < n; i++)
		t->lines[t->n - n + i].column = ++t->columns;
	free(words);
}
