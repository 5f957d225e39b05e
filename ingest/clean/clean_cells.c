/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of which only the lines are left: the numbers of their rows say where they were. */
#include "clean_cells.h"

#include "clean_lexicon.h"
#include "clean_mark.h"
#include "utf8.h"

enum {
	NUMBER_CHARS = 8, /* "№ п/п", "12." */
	HEAD_CHARS = 60,
	MIN_COLUMNS = 3,
	MAX_COLUMNS = 8,
	ROW_LINES = 40, /* a row is no longer */
};

struct lone {
	struct clean *c;
	const struct layout *ls;
	int columns;
	bool spaced; /* blank lines stand between cells, and a cell may have several lines */
	int row;
};

static struct span line_text(const struct clean *c, const struct line *l)
{
	return doc_slice(c->d, l->start, l->end);
}

static bool names_column(const struct clean *c, const struct line *l, const char *meaning)
{
	char low[4 * HEAD_CHARS];
	struct span s = line_text(c, l);

	if (!s.n || l->chars > HEAD_CHARS || s.n > sizeof low)
		return false;
	utf8_fold(s, low);
	return lexicon_in(c->columns, span_make(low, s.n), meaning) != NULL;
}

/* Does the line say n and nothing else: "3", "3.", "3)"? */
static bool is_number(const struct clean *c, const struct line *l, int n)
{
	struct span s = line_text(c, l);
	size_t at = 0;
	int value = 0;

	while (at < s.n && at < 4 && s.p[at] >= '0' && s.p[at] <= '9')
		value = value * 10 + (s.p[at++] - '0');
	return at > 0 && value == n && (at == s.n || (at + 1 == s.n && (s.p[at] == '.' || s.p[at] == ')')));
}

/* The line at or behind k that says n; SPAN_NONE: not within a row's length. */
static size_t find_number(const struct lone *t, size_t k, int n)
{
	for (size_t i = k; i < t->ls->n && i < k + ROW_LINES; i++)
		if (is_number(t->c, &t->ls->v[i], n))
			return i;
	return SPAN_NONE;
}

/* How many lines from k on are a row of headings; 0: none. */
static int headings(const struct lone *t, size_t k)
{
	int n = 1, known = 0;

	if (t->ls->v[k].chars > NUMBER_CHARS || !names_column(t->c, &t->ls->v[k], "number"))
		return 0;
	for (; k + (size_t)n < t->ls->n && n <= MAX_COLUMNS && !is_number(t->c, &t->ls->v[k + (size_t)n], 1); n++) {
		if (t->ls->v[k + (size_t)n].chars > HEAD_CHARS)
			return 0;
		known += names_column(t->c, &t->ls->v[k + (size_t)n], NULL);
	}
	return n >= MIN_COLUMNS && n <= MAX_COLUMNS && known >= 2 && known * 2 >= n - 1 ? n : 0;
}

static void add_cell(struct lone *t, size_t from, size_t to, int col, bool head)
{
	const struct line *v = t->ls->v;
	struct block *b = doc_add_block(t->c->d, BLOCK_CELL, v[from].start, v[to - 1].end);

	b->table = t->c->tables;
	b->row = t->row;
	b->col = col;
	b->head = head;
}

/* The line behind the cell that begins at k and ends before `end`. */
static size_t cell_end(const struct lone *t, size_t k, size_t end)
{
	for (k++; t->spaced && k < end && !t->ls->v[k].gap; k++)
		;
	return k;
}

/*
 * The cells of a row but its number: lines [from, to). More of them than there are columns: the first one is the text
 * of the plan, and was wrapped.
 */
static void add_cells(struct lone *t, size_t from, size_t to)
{
	int cells = 0, extra;

	for (size_t k = from; k < to; k = cell_end(t, k, to))
		cells++;
	extra = cells - (t->columns - 1);
	for (int col = 1; from < to; col++) {
		size_t end = cell_end(t, from, to);

		for (int i = 0; col == 1 && i < extra; i++)
			end = cell_end(t, end, to);
		add_cell(t, from, end, col, false);
		from = end;
	}
}

/* A heading between two rows: "II. Обучение". */
static bool is_section(const struct lone *t, size_t k)
{
	return mark_of(line_text(t->c, &t->ls->v[k])).kind == MARK_ROMAN;
}

/* The row whose number stands in line k, the next row's in line `next` (SPAN_NONE: it is the last). */
static size_t add_row(struct lone *t, size_t k, size_t next)
{
	size_t end = k + 1, section;

	if (next == SPAN_NONE)
		for (int i = 1; i < t->columns && end < t->ls->n && t->ls->v[end].chars; i++)
			end = cell_end(t, end, t->ls->n);
	else
		end = next;
	section = next != SPAN_NONE && end > k + 2 && is_section(t, end - 1) ? end - 1 : end;
	add_cell(t, k, k + 1, 0, false);
	add_cells(t, k + 1, section);
	if (section < end)
		doc_add_block(t->c->d, BLOCK_HEADING, t->ls->v[section].start, t->ls->v[section].end)->level = 1;
	t->row++;
	return end;
}

size_t cells_read(struct clean *c, const struct layout *ls, size_t k)
{
	struct lone t = { .c = c, .ls = ls };
	size_t next;

	t.columns = headings(&t, k);
	if (!t.columns || find_number(&t, k + (size_t)t.columns, 2) == SPAN_NONE)
		return k;
	t.spaced = ls->v[k + 1].gap;
	c->tables++;
	for (int i = 0; i < t.columns; i++)
		add_cell(&t, k + (size_t)i, k + (size_t)i + 1, i, true);
	t.row++;
	k += (size_t)t.columns;
	for (int n = 2; k != SPAN_NONE && k < ls->n && is_number(c, &ls->v[k], n - 1); n++) {
		next = find_number(&t, k + 1, n);
		k = add_row(&t, k, next);
	}
	return k;
}
