/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one place that knows how rows are printed; commands only say what their columns mean. */
#include "table.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

#include "i18n.h"
#include "json.h"
#include "mem.h"
#include "utf8.h"

const char *const table_format_choices[] = { "table", "csv", "tsv", "json", "jsonl", NULL };

enum { MAX_COLUMNS = 32, GAP = 2, LEAST_FLEX = 16, PIPE_WIDTH = 100 };

struct table {
	enum table_format format;
	const struct column *columns;
	size_t n_columns;
	int width;
	bool color;
	struct buf *out;
	struct span row[MAX_COLUMNS];
	struct span *cells; /* of all rows, for the text table */
	size_t n_cells, cap_cells;
	size_t n_rows;
	struct arena arena;
};

struct table *table_new(enum table_format format, const struct column *columns, int width, bool color, struct buf *out)
{
	struct table *t = mem_alloc(sizeof *t);

	t->format = format;
	t->columns = columns;
	t->width = width;
	t->color = color;
	t->out = out;
	while (columns[t->n_columns].key && t->n_columns < MAX_COLUMNS)
		t->n_columns++;
	return t;
}

void table_put(struct table *t, size_t i, struct span value)
{
	t->row[i] = value.n ? arena_dup(&t->arena, value) : (struct span){ 0 };
}

void table_put_int(struct table *t, size_t i, long long value)
{
	t->row[i] = arena_printf(&t->arena, "%lld", value);
}

size_t table_rows(const struct table *t)
{
	return t->n_rows;
}

/* ---- for programs ---- */

static bool next_column(const struct table *t, size_t *i, unsigned flag)
{
	while (*i < t->n_columns && !(t->columns[*i].flags & flag))
		++*i;
	return *i < t->n_columns;
}

static void put_csv(struct span s, struct buf *out)
{
	bool quote = false;

	for (size_t i = 0; i < s.n; i++)
		quote |= s.p[i] == '"' || s.p[i] == ',' || s.p[i] == '\n' || s.p[i] == '\r';
	if (!quote) {
		buf_add(out, s);
		return;
	}
	buf_putc(out, '"');
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '"')
			buf_putc(out, '"');
		buf_putc(out, s.p[i]);
	}
	buf_putc(out, '"');
}

static void put_tsv(struct span s, struct buf *out)
{
	for (size_t i = 0; i < s.n; i++)
		buf_putc(out, s.p[i] == '\t' || s.p[i] == '\n' || s.p[i] == '\r' ? ' ' : s.p[i]);
}

static void put_separated(struct table *t, bool head)
{
	bool csv = t->format == TABLE_CSV;
	bool first = true;

	for (size_t i = 0; next_column(t, &i, COL_DATA); i++) {
		struct span s = head ? span_of(t->columns[i].key) : t->row[i];

		if (!first)
			buf_putc(t->out, csv ? ',' : '\t');
		first = false;
		if (csv)
			put_csv(s, t->out);
		else
			put_tsv(s, t->out);
	}
	buf_puts(t->out, csv ? "\r\n" : "\n");
}

static void put_object(struct table *t)
{
	struct json_out j = { t->out, false };

	json_open(&j, '{');
	for (size_t i = 0; next_column(t, &i, COL_DATA); i++) {
		if (!t->row[i].n)
			continue;
		json_key(&j, t->columns[i].key);
		if (t->columns[i].flags & (COL_NUMBER | COL_JSON)) {
			buf_add(t->out, t->row[i]);
			j.comma = true;
		} else {
			json_put_str(&j, t->row[i]);
		}
	}
	json_close(&j, '}');
}

/* ---- for people ---- */

size_t text_width(struct span s)
{
	size_t at = 0, n = 0;

	while (at < s.n) {
		unsigned c = utf8_next(s, &at);
		int w = c < 0x300 || (c >= 0x400 && c < 0x483) ? 1 : wcwidth((wchar_t)c);

		n += w < 0 ? 1 : (size_t)w;
	}
	return n;
}

void text_pad(size_t n, struct buf *out)
{
	while (n-- > 0)
		buf_putc(out, ' ');
}

void text_fit(struct span s, size_t width, struct buf *out)
{
	size_t at = 0, n = 0;

	if (text_width(s) <= width) {
		buf_add_plain(out, s, "");
		return;
	}
	while (at < s.n && n + 1 < width) {
		size_t before = at, w;

		utf8_next(s, &at);
		w = text_width(span_sub(s, before, at));
		if (n + w + 1 > width) {
			at = before;
			break;
		}
		n += w;
	}
	while (at > 0 && s.p[at - 1] == ' ')
		at--;
	buf_add_plain(out, span_sub(s, 0, at), "");
	buf_puts(out, "…");
}

int text_terminal_width(void)
{
	const char *set = getenv("COLUMNS");
	struct winsize w;
	long n = set ? strtol(set, NULL, 10) : 0;

	if (n > 0 && n < 10000)
		return (int)n;
	return isatty(STDOUT_FILENO) && ioctl(STDOUT_FILENO, TIOCGWINSZ, &w) == 0 && w.ws_col ? w.ws_col : PIPE_WIDTH;
}

/* Headings that are a column's key in capitals. */
static const char *const headings[] = {
	N_("ABBR"),      N_("ACTION"),    N_("AS_OF"),     N_("CHARS"),      N_("COUNT"), N_("COUNTRY"), N_("DEADLINE"),
	N_("DOCUMENTS"), N_("EXPANSION"), N_("INDICATOR"), N_("INSTRUMENT"), N_("ITEMS"), N_("KIND"),    N_("LANG"),
	N_("MENTIONS"),  N_("NAME"),      N_("PLACE"),     N_("PLACES"),     N_("QUERY"), N_("RESULT"),  N_("ROW"),
	N_("ROWS"),      N_("TEXT"),      N_("TIME"),      N_("TITLE"),      N_("TYPE"),  N_("UNIT"),    N_("VALUE"),
	N_("VALUES"),    N_("WHAT"),      N_("WHERE"),     N_("WORD"),
};

static struct span title_of(const struct column *c, struct buf *scratch)
{
	buf_reset(scratch);
	if (c->title) {
		buf_puts(scratch, *c->title ? _(c->title) : ""); /* gettext("") is the catalogue's head */
		return buf_span(scratch);
	}
	for (const char *k = c->key; *k; k++)
		buf_putc(scratch, *k >= 'a' && *k <= 'z' ? (char)(*k - 32) : *k);
	for (size_t i = 0; i < sizeof headings / sizeof *headings; i++) {
		if (!span_is(buf_span(scratch), headings[i]))
			continue;
		buf_reset(scratch);
		buf_puts(scratch, _(headings[i]));
		break;
	}
	return buf_span(scratch);
}

/* Natural widths, then flexible columns share what the terminal leaves, by how much they want. */
static void find_widths(struct table *t, size_t width[])
{
	size_t fixed = 0, wanted = 0, columns = 0, left, most;
	struct buf title = { 0 };

	for (size_t i = 0; next_column(t, &i, COL_TEXT); i++, columns++) {
		width[i] = text_width(title_of(&t->columns[i], &title));
		for (size_t r = 0; r < t->n_rows; r++) {
			size_t w = text_width(t->cells[r * t->n_columns + i]);

			width[i] = w > width[i] ? w : width[i];
		}
		*(t->columns[i].flags & COL_FLEX ? &wanted : &fixed) += width[i];
	}
	buf_free(&title);
	fixed += columns ? (columns - 1) * GAP : 0;
	left = t->width > 0 && (size_t)t->width > fixed ? (size_t)t->width - fixed : 0;
	if (t->width == 0 || wanted <= left)
		return;
	wanted = 0; /* one very long cell does not starve the other columns */
	most = left > LEAST_FLEX ? left : LEAST_FLEX;
	for (size_t i = 0; next_column(t, &i, COL_TEXT); i++) {
		if (!(t->columns[i].flags & COL_FLEX))
			continue;
		width[i] = width[i] < most ? width[i] : most;
		wanted += width[i];
	}
	for (size_t i = 0; next_column(t, &i, COL_TEXT); i++) {
		size_t share;

		if (!(t->columns[i].flags & COL_FLEX))
			continue;
		share = wanted ? width[i] * left / wanted : 0;
		if (share < LEAST_FLEX && width[i] > share)
			share = width[i] < LEAST_FLEX ? width[i] : LEAST_FLEX;
		wanted -= width[i];
		left -= share < left ? share : left;
		width[i] = share;
	}
}

/* Cuts the words that fit into width columns off *rest; a longer word is cut in itself. */
static struct span cut_line(struct span *rest, size_t width)
{
	struct span s = *rest;
	size_t at = 0, space = 0, n = 0;

	while (at < s.n) {
		size_t before = at, w;
		bool is_space = s.p[at] == ' ' || s.p[at] == '\n';

		utf8_next(s, &at);
		w = is_space ? 1 : text_width(span_sub(s, before, at));
		if (is_space)
			space = before;
		if (n + w > width && !(is_space && n + w == width + 1)) {
			at = space ? space : before > 0 ? before : at;
			break;
		}
		n += w;
	}
	*rest = span_sub(s, at, s.n);
	while (rest->n && (rest->p[0] == ' ' || rest->p[0] == '\n'))
		*rest = span_sub(*rest, 1, rest->n);
	return span_sub(s, 0, at);
}

/* One printed line of a row: what of each cell is left goes into left. True when more is left. */
static bool put_line(struct table *t, struct span *left, const size_t width[])
{
	size_t pending = 0; /* spaces before the next cell: none at the end of a line */
	bool more = false;

	for (size_t i = 0; next_column(t, &i, COL_TEXT); i++) {
		bool right = t->columns[i].flags & COL_NUMBER;
		struct span s = left[i];
		size_t w;

		if (t->columns[i].flags & COL_WRAP)
			s = cut_line(&left[i], width[i]);
		else
			left[i] = (struct span){ 0 };
		more |= left[i].n > 0;
		w = text_width(s);
		w = w > width[i] ? width[i] : w;
		if (s.n) {
			text_pad(pending + (right ? width[i] - w : 0), t->out);
			pending = 0;
			text_fit(s, width[i], t->out);
		}
		pending += (s.n ? right ? 0 : width[i] - w : width[i]) + GAP;
	}
	buf_putc(t->out, '\n');
	return more;
}

static void put_head(struct table *t, const size_t width[])
{
	struct span cells[MAX_COLUMNS] = { 0 };
	struct buf titles[MAX_COLUMNS] = { 0 };

	for (size_t i = 0; next_column(t, &i, COL_TEXT); i++)
		cells[i] = title_of(&t->columns[i], &titles[i]);
	while (put_line(t, cells, width))
		continue;
	for (size_t i = 0; i < t->n_columns; i++)
		buf_free(&titles[i]);
}

static void put_text(struct table *t)
{
	size_t width[MAX_COLUMNS] = { 0 };

	if (t->n_rows == 0)
		return;
	find_widths(t, width);
	if (t->color)
		buf_puts(t->out, "\033[1m");
	put_head(t, width);
	if (t->color)
		buf_puts(t->out, "\033[0m");
	for (size_t r = 0; r < t->n_rows; r++)
		while (put_line(t, &t->cells[r * t->n_columns], width))
			continue;
}

/* ---- rows ---- */

static void keep_row(struct table *t)
{
	for (size_t i = 0; i < t->n_columns; i++) {
		MEM_ROOM(t->cells, t->n_cells, t->cap_cells);
		t->cells[t->n_cells++] = t->row[i];
	}
}

void table_end_row(struct table *t)
{
	switch (t->format) {
	case TABLE_TEXT:
		keep_row(t);
		break;
	case TABLE_CSV:
	case TABLE_TSV:
		if (t->n_rows == 0)
			put_separated(t, true);
		put_separated(t, false);
		break;
	case TABLE_JSON:
		buf_puts(t->out, t->n_rows ? ",\n " : "[");
		put_object(t);
		break;
	case TABLE_JSONL:
		put_object(t);
		buf_putc(t->out, '\n');
		break;
	}
	t->n_rows++;
	memset(t->row, 0, sizeof t->row);
	if (t->format != TABLE_TEXT)
		arena_reset(&t->arena);
}

void table_end(struct table *t)
{
	switch (t->format) {
	case TABLE_TEXT:
		put_text(t);
		break;
	case TABLE_CSV:
	case TABLE_TSV:
		if (t->n_rows == 0)
			put_separated(t, true);
		break;
	case TABLE_JSON:
		buf_puts(t->out, t->n_rows ? "]\n" : "[]\n");
		break;
	case TABLE_JSONL:
		break;
	}
	free(t->cells);
	arena_free(&t->arena);
	free(t);
}
