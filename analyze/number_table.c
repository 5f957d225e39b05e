/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures in tables: the headings of a column, the label of a row or the caption say what a cell counts. */
#include "number_table.h"

#include <stdlib.h>

#include "tokens.h"

enum { CAPTION_BLOCKS = 2 };

bool number_has_digit(struct span s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] >= '0' && s.p[i] <= '9')
			return true;
	return false;
}

bool number_is_measure(struct span unit)
{
	static const char *const units[] = { "год",
					     "день",
					     "час",
					     "раз",
					     "месяц",
					     "неделя",
					     "часть",
					     "балл",
					     "голос",
					     "процентный пункт",
					     "календарный день",
					     "рабочий день",
					     "рік",
					     "година",
					     "жыл",
					     "year",
					     "day",
					     "hour",
					     NULL };

	for (const char *const *u = units; *u; u++)
		if (span_is(unit, *u))
			return true;
	return false;
}

/* Headings stand in the first rows. Of those above row below that cover the column the lowest is returned; NULL: none.
 */
static const struct block *heading_above(const struct number_table *n, const struct block *cell, int below)
{
	const struct block *found = NULL;

	for (size_t i = (size_t)n->first; i < n->d->n_blocks && n->d->blocks[i].table == cell->table; i++) {
		const struct block *b = &n->d->blocks[i];
		int width = b->colspan > 1 ? b->colspan : 1;

		if (!b->head && b->row > 0)
			break;
		if (b->row < below && b->col <= cell->col && cell->col < b->col + width)
			found = b;
	}
	return found;
}

double number_scale(struct span heading)
{
	static const struct {
		const char *stem;
		double by;
	} scales[] = { { "тыс", 1e3 }, { "тис", 1e3 }, { "млн", 1e6 },     { "млрд", 1e9 },
		       { "мың", 1e3 }, { "миң", 1e3 }, { "thousand", 1e3 } };

	for (size_t i = 0; i < sizeof scales / sizeof *scales; i++)
		if (span_find(heading, span_of(scales[i].stem), 0) != SPAN_NONE)
			return scales[i].by;
	return 1;
}

static const struct {
	const char *stem, *unit;
} heading_units[] = {
	{ "руб", "RUB" },           { "тенге", "KZT" },
	{ "теңге", "KZT" },         { "сомов", "KGS" },
	{ "сом,", "KGS" },          { "грн", "UAH" },
	{ "гривен", "UAH" },        { "евро", "EUR" },
	{ "долл", "USD" },          { "%", "%" },
	{ "процент", "%" },         { "человек", "человек" },
	{ "чел.", "человек" },      { "работник", "работник" },
	{ "женщин", "женщина" },    { "семинар", "семинар" },
	{ "случа", "случай" },      { "обращени", "обращение" },
	{ "проверок", "проверка" }, { "дней", "день" },
	{ "часов", "час" },         { "осіб", "людина" },
	{ "адам", "адам" },
};

/* "№", "Год", "Код": a figure below names a row, a year, a thing. */
static bool names_rows(struct span heading)
{
	static const char *const stems[] = { "№",    "п/п",  "год",    "рік",    "жыл",   "код",
					     "дата", "срок", "термін", "мерзім", "номер", NULL };
	struct span h = span_trim(heading);

	for (const char *const *s = stems; *s; s++)
		if (span_starts(h, span_of(*s)) && h.n < 24)
			return true;
	return false;
}

/* The first noun of a heading in the genitive or nominative plural: "Проведено проверок", "Участники". */
static bool noun_of_heading(struct number_table *n, const struct block *head, struct item *it)
{
	struct tokens *ts = n->r->tokens;
	struct buf b = { 0 };

	for (size_t i = tokens_from(ts, head->start); i < ts->n && ts->t[i].start < head->end; i++) {
		bool word = token_is_word(ts, i) && ts->t[i].end - ts->t[i].start >= 6; /* "в" is also a century */
		const struct morph_parse *p = word ? token_parse(ts, i, M_NOUN | M_PLUR, M_GEN | M_NOM) : NULL;

		if (!p || !morph_inflect(ts->morph, token_fold(ts, i), p, M_NOM | M_SING, &b))
			continue;
		if (number_is_measure(buf_span(&b)) || span_starts(token_fold(ts, i), SPAN("год")) ||
		    span_is(token_fold(ts, i), "лет")) {
			buf_reset(&b);
			continue;
		}
		jval_set_str(&n->d->arena, it->norm, "unit", buf_span(&b));
		break;
	}
	buf_free(&b);
	return jval_str(it->norm, "unit").n > 0;
}

static bool unit_of_heading(struct number_table *n, const struct block *head, struct item *it, bool nouns)
{
	struct span text = span_sub(n->r->fold, head->start, head->end);
	double by = number_scale(text);

	for (size_t i = 0; i < sizeof heading_units / sizeof *heading_units; i++) {
		if (span_find(text, span_of(heading_units[i].stem), 0) == SPAN_NONE)
			continue;
		jval_set_str(&n->d->arena, it->norm, "unit", span_of(heading_units[i].unit));
		if (by > 1 && jval_get(it->norm, "value"))
			jval_set_num(&n->d->arena, it->norm, "value", jval_num(it->norm, "value", 0) * by);
		return true;
	}
	return nouns && noun_of_heading(n, head, it);
}

/* The first cell of the row. */
static const struct block *row_label(const struct doc *d, int block)
{
	const struct block *b = &d->blocks[block];

	for (int i = block; i >= 0 && d->blocks[i].table == b->table && d->blocks[i].row == b->row; i--)
		if (d->blocks[i].col == 0)
			return &d->blocks[i];
	return NULL;
}

/* A figure in a plan's cell numbers something; in a table of figures it counts, whatever it is. */
static int by_number(const void *x, const void *y)
{
	int a = *(const int *)x, b = *(const int *)y;

	return (a > b) - (a < b);
}

void number_table_open(struct number_table *n, struct resolver *r, struct doc *d)
{
	*n = (struct number_table){ .r = r, .d = d };
	n->plans = arena_alloc(&n->d->arena, (d->n_items + 1) * sizeof *n->plans);
	for (size_t i = 0; i < d->n_items; i++)
		if (d->items[i].type == ITEM_TABLE_ROW && d->items[i].block >= 0)
			n->plans[n->n_plans++] = d->blocks[d->items[i].block].table;
	if (n->n_plans)
		qsort(n->plans, n->n_plans, sizeof *n->plans, by_number);
}

static bool is_plan(const struct number_table *n, int table)
{
	return n->n_plans && bsearch(&table, n->plans, n->n_plans, sizeof *n->plans, by_number);
}

static void enter_table(struct number_table *n, int block)
{
	int table = n->d->blocks[block].table;

	if (n->table == table)
		return;
	n->table = table;
	n->first = block;
	while (n->first > 0 && n->d->blocks[n->first - 1].table == table)
		n->first--;
	n->plan = is_plan(n, table);
}

bool number_from_heading(struct number_table *n, struct item *it)
{
	const struct block *cell = &n->d->blocks[it->block];
	const struct block *label = row_label(n->d, it->block);
	const struct block *head;

	enter_table(n, it->block);
	head = heading_above(n, cell, cell->row);
	if (cell->col == 0 || !head || names_rows(span_sub(n->r->fold, head->start, head->end)))
		return false;
	for (; head; head = heading_above(n, cell, head->row))
		if (unit_of_heading(n, head, it, true))
			return true;
	if (label && label != cell && !number_has_digit(span_sub(n->d->text, label->start, label->end)) &&
	    unit_of_heading(n, label, it, false))
		return true;
	for (int i = n->first - 1; i >= 0 && n->first - i <= CAPTION_BLOCKS && n->d->blocks[i].table == 0; i--)
		if (unit_of_heading(n, &n->d->blocks[i], it, false))
			return true;
	return !n->plan;
}
