/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Flattened tables back to rows and columns. */
#include "clean_table.h"

#include <string.h>

#include "clean_cells.h"
#include "clean_lexicon.h"
#include "clean_mark.h"
#include "utf8.h"

enum {
	MAX_COLUMNS = 30,
	HEAD_CHARS = 60, /* a column's heading is no longer */
};

struct cell {
	size_t start, end; /* of the text */
	size_t chars;
	bool gap; /* blank lines before it */
};

struct cells {
	struct cell *v; /* in the document's arena */
	size_t n, cap;
	size_t after;         /* the line behind the table */
	size_t head, columns; /* the first row of headings and its length; columns 0: none found */
};

static struct span cell_text(const struct doc *d, const struct cell *c)
{
	return doc_slice(d, c->start, c->end);
}

/* ---- headings ---- */

/* The letters of a heading, folded: "Ответствен-ные" and "Ответственные" are one. At most n bytes of out. */
static size_t letters(struct span s, char *out, size_t n)
{
	size_t used = 0;

	for (size_t i = 0; i < s.n;) {
		unsigned ch = utf8_lower(utf8_next(s, &i));

		if (ch == 0x451)
			ch = 0x435;
		if (utf8_is_word(ch) && used + 4 <= n)
			used += utf8_encode(ch, out + used);
	}
	return used;
}

static bool same_heading(const struct doc *d, const struct cell *a, const struct cell *b)
{
	char x[256], y[256];
	size_t n = letters(cell_text(d, a), x, sizeof x);

	return n > 0 && n == letters(cell_text(d, b), y, sizeof y) && !memcmp(x, y, n);
}

/* Does the cell read like the heading of a plan's column? Hyphens inside words and line ends do not matter. */
static bool is_column_name(const struct clean *c, const struct cell *cell)
{
	struct span s = cell_text(c->d, cell);
	char folded[512];
	size_t n = 0;

	if (cell->chars == 0 || cell->chars > HEAD_CHARS || s.n > sizeof folded)
		return false;
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] == '\n' || s.p[i] == '\t')
			folded[n++] = ' ';
		else if (s.p[i] != '-')
			folded[n++] = s.p[i];
	{
		char low[512];

		utf8_fold(span_make(folded, n), low);
		return lexicon_in(c->columns, span_make(low, n), NULL) != NULL;
	}
}

/* How many cells from i on are a row of headings: short ones up to a gap, two at least and half of them known. */
static size_t heading_row(const struct clean *c, const struct cells *t, size_t i)
{
	size_t n = 0, known = 0;

	while (i + n < t->n && n < MAX_COLUMNS && (n == 0 || !t->v[i + n].gap)) {
		const struct cell *cell = &t->v[i + n];

		if (cell->chars > HEAD_CHARS)
			break;
		known += is_column_name(c, cell);
		n++;
	}
	return n >= 2 && known >= 2 && known * 2 >= n ? n : 0;
}

static bool is_head_again(const struct doc *d, const struct cells *t, size_t i)
{
	size_t same = 0;

	if (!t->columns || i + t->columns > t->n)
		return false;
	for (size_t k = 0; k < t->columns; k++)
		same += same_heading(d, &t->v[t->head + k], &t->v[i + k]);
	return same * 4 >= t->columns * 3;
}

/* ---- a cell a line ---- */

/* Is this line's tab the beginning of a cell, and not of a toc entry or of the text behind a bullet? */
static bool begins_cell(const struct line *l)
{
	return l->tab;
}

/*
 * Collects the cells from line k on. Without columns known yet a line without a tab behind a gap ends the table when
 * no tab follows soon; what of it belongs to the last row is settled when rows are counted off.
 */
static void collect(const struct clean *c, const struct layout *ls, size_t k, struct cells *t)
{
	struct doc *d = c->d;
	size_t plain = 0;

	for (t->after = k; k < ls->n; k++) {
		const struct line *l = &ls->v[k];
		struct cell *last = t->n ? &t->v[t->n - 1] : NULL;

		if (begins_cell(l)) {
			ARENA_ROOM(&d->arena, t->v, t->n, t->cap);
			t->v[t->n++] = (struct cell){ l->start, l->end, l->chars, l->gap };
			plain = 0;
		} else if (last && ++plain <= 6) {
			last->end = l->end;
			last->chars += l->chars + 1;
			if (!last->chars || last->start >= last->end)
				last->start = l->start;
		} else {
			break;
		}
		if (plain == 0)
			t->after = k + 1;
	}
}

/* The lines behind the last tab: those in the same breath continue its cell; what stands behind a gap does not. */
static void end_of_last_cell(const struct doc *d, const struct layout *ls, struct cells *t)
{
	struct cell *last = &t->v[t->n - 1];

	last->end = ls->v[t->after - 1].end;
	while (t->after < ls->n && !ls->v[t->after].gap && !ls->v[t->after].tab)
		last->end = ls->v[t->after++].end;
	last->chars = utf8_count(span_trim(cell_text(d, last)));
}

static void find_head(const struct clean *c, struct cells *t)
{
	for (size_t i = 0; i < t->n; i++) {
		size_t n = heading_row(c, t, i);

		if (!n)
			continue;
		t->head = i;
		t->columns = n;
		return;
	}
}

static void add_cell(struct doc *d, const struct cell *cell, int table, int row, int col, bool head)
{
	struct block *b;

	if (cell->start >= cell->end)
		return;
	b = doc_add_block(d, BLOCK_CELL, cell->start, cell->end);
	b->table = table;
	b->row = row;
	b->col = col;
	b->head = head;
}

static void add_heading(struct doc *d, const struct cell *cell)
{
	if (cell->start < cell->end)
		doc_add_block(d, BLOCK_HEADING, cell->start, cell->end)->level = 1;
}

/* How many cells from i on up to the next row of headings (with the section heading before it) or the end. */
static size_t cells_of_part(const struct doc *d, const struct cells *t, size_t i)
{
	size_t n = 0;

	while (i + n < t->n && !is_head_again(d, t, i + n))
		n++;
	if (i + n < t->n && n % t->columns == 1)
		n--; /* the heading of the next section */
	return n;
}

/* A section heading inside a part: alone between gaps, numbered, and the rest of the part counts off without it. */
static bool is_section(const struct doc *d, const struct cells *t, size_t i, size_t left)
{
	struct mark m = mark_of(cell_text(d, &t->v[i]));

	return left % t->columns != 0 && t->v[i].gap && (m.kind == MARK_NUMBER || m.kind == MARK_ROMAN) &&
	       t->v[i].chars > 10 && (left < 2 || t->v[i + 1].gap);
}

/* The rows of one part, which begins at cell i; returns the cell behind it. */
static size_t add_rows(struct clean *c, const struct cells *t, size_t i, size_t left, int *row)
{
	while (left > 0) {
		size_t n = left < t->columns ? left : t->columns;

		if (is_section(c->d, t, i, left)) {
			add_heading(c->d, &t->v[i++]);
			left--;
			continue;
		}
		for (size_t k = 0; k < n; k++)
			add_cell(c->d, &t->v[i + k], c->tables, *row, (int)k, false);
		++*row;
		i += n;
		left -= n;
	}
	return i;
}

static void add_table(struct clean *c, const struct cells *t)
{
	int row = 0;

	for (size_t i = 0; i < t->n;) {
		if (is_head_again(c->d, t, i)) {
			c->tables++;
			row = 0;
			for (size_t k = 0; k < t->columns; k++)
				add_cell(c->d, &t->v[i + k], c->tables, row, (int)k, true);
			row++;
			i = add_rows(c, t, i + t->columns, cells_of_part(c->d, t, i + t->columns), &row);
		} else {
			add_heading(c->d, &t->v[i++]);
		}
	}
}

/* ---- a row a line ---- */

enum { WIDE_BLANKS = 3 }; /* so many blanks stand for a tab where a table was printed with blanks */

/* The end of the field that begins at `at`, and the beginning of the next one (end of the line: both are `end`). */
static size_t field_end(struct span s, size_t at, size_t end, size_t *next)
{
	for (; at < end; at++) {
		size_t blanks = at;

		if (s.p[at] != '\t' && s.p[at] != ' ')
			continue;
		while (blanks < end && s.p[blanks] == ' ')
			blanks++;
		*next = blanks;
		if (s.p[at] == '\t') {
			*next = at + 1;
			return at;
		}
		if (blanks - at >= WIDE_BLANKS)
			return at;
		at = blanks - 1;
	}
	*next = end;
	return end;
}

static size_t count_fields(const struct doc *d, const struct line *l)
{
	size_t n = 0, next;

	for (size_t at = l->start; at < l->end; at = next, n++)
		field_end(d->text, at, l->end, &next);
	return n;
}

/* A contents line: dots lead to the page number. */
static bool is_toc_line(const struct doc *d, const struct line *l)
{
	struct span s = doc_slice(d, l->start, l->end);

	return span_find(s, SPAN("..."), 0) != SPAN_NONE || span_find(s, SPAN("\u2026"), 0) != SPAN_NONE;
}

static bool is_row(const struct doc *d, const struct line *l, size_t fields)
{
	return fields >= 3 && l->role == BLOCK_PARA && count_fields(d, l) == fields && !is_toc_line(d, l);
}

/* The field of the line that begins at *at, which moves to the next one. */
static struct cell next_field(const struct doc *d, const struct line *l, size_t *at)
{
	size_t from = *at;
	struct span s = span_trim(doc_slice(d, from, field_end(d->text, from, l->end, at)));
	size_t start = (size_t)(s.p - d->text.p);

	return (struct cell){ start, start + s.n, utf8_count(s), false };
}

static void add_row_cells(struct clean *c, const struct line *l, int row, bool head)
{
	int col = 0;

	for (size_t at = l->start; at < l->end;) {
		struct cell cell = next_field(c->d, l, &at);

		add_cell(c->d, &cell, c->tables, row, col++, head);
	}
}

static bool has_tab(const struct doc *d, const struct line *l)
{
	return l->start < l->end && memchr(d->text.p + l->start, '\t', l->end - l->start);
}

/* How many columns line l names, which half of its fields at least are known to be headings of; 0: it is no such row.
 */
static size_t columns_named(const struct clean *c, const struct line *l)
{
	size_t n = 0, known = 0;

	if (!has_tab(c->d, l) || l->role != BLOCK_PARA || is_toc_line(c->d, l))
		return 0;
	for (size_t at = l->start; at < l->end; n++) {
		struct cell cell = next_field(c->d, l, &at);

		if (cell.chars > HEAD_CHARS)
			return 0;
		known += is_column_name(c, &cell);
	}
	return n >= 3 && known >= 2 && known * 2 >= n ? n : 0;
}

/* Is the line a row of a table of that many columns? Empty cells at its end are not there. */
static bool is_row_of(const struct doc *d, const struct line *l, size_t columns)
{
	return l->role == BLOCK_PARA && has_tab(d, l) && count_fields(d, l) <= columns;
}

/*
 * Rows below a row of headings: rows may lack cells at their end, and a line between two of them is the heading of a
 * section.
 */
static size_t rows_below_head(struct clean *c, const struct layout *ls, size_t k)
{
	size_t columns = columns_named(c, &ls->v[k]), end = k + 1;
	bool section = columns && k + 2 < ls->n && !has_tab(c->d, &ls->v[k + 1]) && !ls->v[k + 1].gap &&
		       is_row_of(c->d, &ls->v[k + 2], columns);
	int row = 0;

	if (!columns || end >= ls->n || !(section || is_row_of(c->d, &ls->v[end], columns)))
		return k;
	c->tables++;
	add_row_cells(c, &ls->v[k], row++, true);
	for (; end < ls->n && !ls->v[end].gap; end++) {
		const struct line *l = &ls->v[end];

		if (is_row_of(c->d, l, columns))
			add_row_cells(c, l, row++, false);
		else if (!has_tab(c->d, l) && end + 1 < ls->n && !ls->v[end + 1].gap &&
			 is_row_of(c->d, &ls->v[end + 1], columns))
			doc_add_block(c->d, BLOCK_HEADING, l->start, l->end)->level = 1;
		else
			break;
	}
	return end;
}

static size_t rows_in_lines(struct clean *c, const struct layout *ls, size_t k)
{
	size_t fields = count_fields(c->d, &ls->v[k]), n = 0;

	while (k + n < ls->n && is_row(c->d, &ls->v[k + n], fields))
		n++;
	if (n < 2)
		return k;
	c->tables++;
	for (size_t i = 0; i < n; i++)
		add_row_cells(c, &ls->v[k + i], (int)i, false);
	return k + n;
}

bool table_rows_begin(const struct clean *c, const struct layout *ls, size_t k)
{
	const struct line *l = &ls->v[k];
	size_t fields;

	if (k + 1 >= ls->n || !has_tab(c->d, l))
		return false;
	fields = count_fields(c->d, l);
	return (is_row(c->d, l, fields) && is_row(c->d, &ls->v[k + 1], fields)) || columns_named(c, l);
}

/* ---- both ---- */

size_t table_read(struct clean *c, const struct layout *ls, size_t k)
{
	struct cells t = { 0 };
	size_t behind;

	if (!begins_cell(&ls->v[k])) {
		behind = cells_read(c, ls, k);
		behind = behind > k ? behind : rows_below_head(c, ls, k);
		return behind > k ? behind : rows_in_lines(c, ls, k);
	}
	if (k < c->no_table)
		return k;
	collect(c, ls, k, &t);
	end_of_last_cell(c->d, ls, &t);
	find_head(c, &t);
	if (!t.columns) { /* nor is there one in what follows of these cells */
		c->no_table = t.after;
		return k;
	}
	add_table(c, &t);
	return t.after;
}
