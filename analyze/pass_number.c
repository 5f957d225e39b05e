/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Quantities: a bare figure gets the noun that it counts; one without a noun takes over what was counted before it
 * ("21 на станциях, 28 в сетях") or the heading of its table column; figures that name and do not count are dropped.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "counted.h"
#include "number_tail.h"
#include "passes.h"
#include "utf8.h"

enum { NEAR_BLOCKS = 12, COUNT_WORDS = 12, TOTAL_BYTES = 120, CAPTION_BLOCKS = 2 };

struct numbers {
	struct resolver *r;
	struct doc *d;
	struct span counted; /* what was counted last, and in which block */
	struct span money;
	int counted_block, money_block;
	bool money_last;   /* of the two, money was named last */
	struct item *last; /* the number before, as kept */
	size_t names_end;  /* the furthest end of a name that began so far */
	int table, first;  /* the current table: its number and first block */
	int *plans;        /* numbers of the tables that have plan rows, sorted */
	size_t n_plans;
	bool plan; /* it is one */
};

static struct span lang_of(const struct doc *d, const struct item *it)
{
	const struct block *b = it->block >= 0 ? &d->blocks[it->block] : NULL;

	return b && b->lang.n ? b->lang : jval_str(d->meta, "lang");
}

static bool is_money(struct span unit)
{
	static const char *const codes[] = { "RUB", "BYN", "KZT", "KGS", "UAH", "EUR", "USD",
					     "UZS", "TJS", "AMD", "GEL", "MDL", "CHF", "PLN",
					     "GBP", "CNY", "JPY", "AZN", "CZK", "TRY", NULL };

	for (const char *const *c = codes; *c; c++)
		if (span_is(unit, *c))
			return true;
	return false;
}

static double value_of(const struct item *it)
{
	double v = jval_num(it->norm, "value", NAN);

	if (isnan(v))
		v = jval_num(it->norm, "max", NAN);
	return isnan(v) ? jval_num(it->norm, "min", 0) : v;
}

static bool has_digit(struct span s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] >= '0' && s.p[i] <= '9')
			return true;
	return false;
}

static bool in_digits(const struct doc *d, const struct item *it)
{
	return has_digit(item_text(d, it));
}

/* A figure inside the name of something else is part of that name. */
static bool is_name(const struct item *it)
{
	switch (it->type) {
	case ITEM_DATE:
	case ITEM_DEADLINE:
	case ITEM_CONVENTION:
	case ITEM_RECOMMENDATION:
	case ITEM_PROTOCOL:
	case ITEM_LEGAL_ACT:
	case ITEM_ORG:
	case ITEM_PERSON:
		return true;
	default:
		return false;
	}
}

/* Units that measure and do not count: nobody goes on counting with them. */
static bool is_measure(struct span unit)
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

/* ---- cells ---- */

/* Headings stand in the first rows. Of those above row below that cover the column the lowest is returned; NULL: none.
 */
static const struct block *heading_above(const struct numbers *n, const struct block *cell, int below)
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

/* Thousands or millions in a heading: "тыс. сомов". */
static double scale_in(struct span heading)
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
static bool noun_of_heading(struct numbers *n, const struct block *head, struct item *it)
{
	struct tokens *ts = n->r->tokens;
	struct buf b = { 0 };

	for (size_t i = tokens_from(ts, head->start); i < ts->n && ts->t[i].start < head->end; i++) {
		bool word = token_is_word(ts, i) && ts->t[i].end - ts->t[i].start >= 6; /* "в" is also a century */
		const struct morph_parse *p = word ? token_parse(ts, i, M_NOUN | M_PLUR, M_GEN | M_NOM) : NULL;

		if (!p || !morph_inflect(ts->morph, token_fold(ts, i), p, M_NOM | M_SING, &b))
			continue;
		if (is_measure(buf_span(&b)) || span_starts(token_fold(ts, i), SPAN("год")) ||
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

static bool unit_of_heading(struct numbers *n, const struct block *head, struct item *it, bool nouns)
{
	struct span text = span_sub(n->r->fold, head->start, head->end);
	double by = scale_in(text);

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

static void find_plans(struct numbers *n)
{
	const struct doc *d = n->d;

	n->plans = arena_alloc(&n->d->arena, (d->n_items + 1) * sizeof *n->plans);
	for (size_t i = 0; i < d->n_items; i++)
		if (d->items[i].type == ITEM_TABLE_ROW && d->items[i].block >= 0)
			n->plans[n->n_plans++] = d->blocks[d->items[i].block].table;
	if (n->n_plans)
		qsort(n->plans, n->n_plans, sizeof *n->plans, by_number);
}

static bool is_plan(const struct numbers *n, int table)
{
	return n->n_plans && bsearch(&table, n->plans, n->n_plans, sizeof *n->plans, by_number);
}

static void enter_table(struct numbers *n, int block)
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

/*
 * A figure that fills its cell takes its unit from the headings of its column, the nearest first, from the label of its
 * row or from what stands over the table.
 */
static bool from_heading(struct numbers *n, struct item *it)
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
	if (label && label != cell && !has_digit(span_sub(n->d->text, label->start, label->end)) &&
	    unit_of_heading(n, label, it, false))
		return true;
	for (int i = n->first - 1; i >= 0 && n->first - i <= CAPTION_BLOCKS && n->d->blocks[i].table == 0; i--)
		if (unit_of_heading(n, &n->d->blocks[i], it, false))
			return true;
	return !n->plan;
}

/* ---- without a noun ---- */

static void remember(struct numbers *n, const struct item *it)
{
	struct span unit = jval_str(it->norm, "unit");

	if (!unit.n || span_is(unit, "%"))
		return;
	if (is_money(unit)) {
		n->money = unit;
		n->money_block = it->block;
		n->money_last = true;
	} else if (!is_measure(unit)) {
		n->counted = unit;
		n->counted_block = it->block;
		n->money_last = false;
	}
}

/* A list goes on with what its lead or its first item counted. */
static bool reaches(const struct numbers *n, int from, const struct item *it)
{
	if (from == it->block)
		return true;
	if (from < 0 || it->block - from > NEAR_BLOCKS || n->d->blocks[it->block].kind != BLOCK_ITEM)
		return false;
	for (int i = from + 1; i < it->block; i++)
		if (n->d->blocks[i].kind != BLOCK_ITEM && !n->d->blocks[i].hidden)
			return false;
	return true;
}

static bool has_multiplier(const struct numbers *n, const struct item *it)
{
	return scale_in(span_sub(n->r->fold, it->start, it->end)) > 1;
}

/* What follows a figure that stands for its noun: the end of the clause, a verb, a preposition; not another word. */
static bool may_stand_alone(struct numbers *n, const struct item *it, size_t end)
{
	static const char *const links[] = { "of", "were", "was", "are", "have", "has", "in", "at",
					     "on", "з",    "із",  "у",   "ў",    "під", NULL };
	struct tokens *ts = n->r->tokens;
	size_t i = tokens_from(ts, it->end);
	const struct morph_parse *p;

	if (i >= ts->n || ts->t[i].start >= end)
		return true;
	if (ts->t[i].kind == TOKEN_MARK)
		return ts->t[i].mark != ')' && ts->t[i].mark != '/' && ts->t[i].mark != ':';
	if (ts->t[i].kind != TOKEN_WORD)
		return false;
	if (token_in(ts, i, links) ||
	    token_info(ts, i)->tags & (M_VERB | M_INF | M_PREP | M_CONJ | M_ADJ_SHORT | M_ADV))
		return true;
	p = token_parse(ts, i, M_ADJ, M_NOM);
	return p != NULL;
}

/* "№ 17, 18 и 24": names, not counts. */
static bool in_list_of_names(const struct numbers *n, const struct item *it)
{
	const struct tokens *ts = n->r->tokens;
	size_t i = tokens_from(ts, it->start);

	while (i > 0 &&
	       (ts->t[i - 1].kind == TOKEN_NUMBER || token_is_mark(ts, i - 1, ',') || token_is(ts, i - 1, "и")))
		i--;
	return i > 0 && ts->t[i - 1].kind == TOKEN_MARK && ts->t[i - 1].mark == 0x2116;
}

/* "число обращений выросло с 310 до 640": what is counted stands behind the word for its count. */
static void counted_by_name(struct numbers *n, const struct item *it)
{
	static const char *const counts[] = { "число",      "числа",       "числом",    "количество",
					      "количества", "численность", "кількість", "кількості",
					      "колькасць",  "колькасці",   "number",    NULL };
	struct span lang = lang_of(n->d, it);
	struct tokens *ts = n->r->tokens;
	size_t i = tokens_from(ts, it->start);
	struct buf b = { 0 };

	for (size_t back = 0; i > 0 && back < COUNT_WORDS && ts->t[i - 1].block == it->block; back++) {
		const struct morph_parse *p;
		size_t at;

		i--;
		if (ts->t[i].kind == TOKEN_NUMBER || token_is_mark(ts, i, '.'))
			break;
		if (!token_is_word(ts, i) || !token_in(ts, i, counts))
			continue;
		if (lang.n && !span_starts(lang, SPAN("ru"))) {
			size_t behind = ts->t[i + token_is(ts, i + 1, "of")].end;
			struct counted c = counted_after(ts, n->r->base, behind, it->start, 5, lang);

			if (c.kind == COUNTED_NOUN) {
				n->counted = c.unit;
				n->counted_block = it->block;
			}
			break;
		}
		for (at = i + 1; token_is_word(ts, at) && !token_parse(ts, at, M_NOUN | M_GEN, M_PLUR) &&
				 token_parse(ts, at, M_ADJ | M_GEN, 0);)
			at++;
		p = token_is_word(ts, at) ? token_parse(ts, at, M_NOUN | M_GEN, M_PLUR) : NULL;
		if (p && morph_inflect(ts->morph, token_fold(ts, at), p, M_NOM | M_SING, &b)) {
			n->counted = arena_dup(&n->d->arena, buf_span(&b));
			n->counted_block = it->block;
		}
		break;
	}
	buf_free(&b);
}

/* "60 ұйымның 52-сінде": the ending stands for the noun. */
static bool has_ending(const struct numbers *n, const struct item *it)
{
	struct span fold = span_sub(n->r->fold, it->start, it->end);
	size_t letters = fold.n;

	while (letters > 0 && (unsigned char)fold.p[letters - 1] >= 0x80)
		letters--;
	return letters > 0 && letters < fold.n && !jval_get(it->norm, "comparator") &&
	       (fold.p[letters - 1] == '-' || (fold.p[letters - 1] >= '0' && fold.p[letters - 1] <= '9'));
}

static bool elliptic(struct numbers *n, struct item *it, size_t end, bool alone)
{
	bool money = has_multiplier(n, it) && n->money_last; /* "4 млн тенге, …, 310 тыс. – …" */
	struct span unit;

	if (in_list_of_names(n, it))
		return false;
	counted_by_name(n, it);
	unit = money ? n->money : n->counted;
	if (!in_digits(n->d, it) || !unit.n || !reaches(n, money ? n->money_block : n->counted_block, it))
		return false;
	if (value_of(it) != floor(value_of(it)) && !money && !has_multiplier(n, it))
		return false;
	if (!alone && !may_stand_alone(n, it, end))
		return false;
	jval_set_str(&n->d->arena, it->norm, "unit", unit);
	return true;
}

/* ---- the decision ---- */

static bool fills_block(const struct doc *d, const struct item *it)
{
	const struct block *b = &d->blocks[it->block];

	return it->start == block_body(b) && it->end + 1 >= b->end;
}

/* "одной из", "один раз": one is counted only where a noun follows at once. */
static bool is_one_word(const struct numbers *n, const struct item *it)
{
	return value_of(it) == 1 && !in_digits(n->d, it);
}

/* двое, трое, пятерых: people, where nothing else is named. */
static bool counts_people(const struct numbers *n, const struct item *it)
{
	static const char *const stems[] = { "двое",   "трое",    "троих",   "двоих",  "четвер",
					     "пятеро", "пятерых", "шестеро", "семеро", NULL };
	struct span fold = span_sub(n->r->fold, it->start, it->end);

	for (const char *const *s = stems; *s; s++)
		if (span_starts(fold, span_of(*s)) && !span_starts(fold, SPAN("четверт")))
			return true;
	return false;
}

/* "з 64 до 51": not of 64. */
static bool begins_range(const struct numbers *n, const struct item *it)
{
	const struct tokens *ts = n->r->tokens;
	size_t i = tokens_from(ts, it->end);

	return token_is(ts, i, "до") || token_is(ts, i, "да") || token_is(ts, i, "to");
}

/* "23 члена Совета из 27": the total of the number before. */
static bool is_total(struct numbers *n, const struct item *it)
{
	const struct tokens *ts = n->r->tokens;
	size_t i = tokens_from(ts, it->start);
	struct item *before = n->last;

	if (i == 0 || !(token_is(ts, i - 1, "из") || token_is(ts, i - 1, "з")) || !before ||
	    before->block != it->block || it->start - before->end > TOTAL_BYTES || value_of(before) > value_of(it) ||
	    begins_range(n, it))
		return false;
	jval_set_num(&n->d->arena, before->norm, "total", value_of(it));
	if (ts->t[i - 1].start == before->end + 1) /* "40 организациях из 54" */
		before->end = it->end;
	return true;
}

static bool settle(struct numbers *n, struct item *it)
{
	struct doc *d = n->d;
	size_t end = it->block >= 0 ? d->blocks[it->block].end : d->text.n;
	double value = value_of(it);
	struct counted c;

	if (jval_str(it->norm, "unit").n)
		return true;
	if (n->names_end >= it->end || is_one_word(n, it) || it->block < 0)
		return false;
	if (d->blocks[it->block].kind == BLOCK_CELL && fills_block(d, it))
		return from_heading(n, it);
	if (fills_block(d, it))
		return false;
	if (jval_get(it->norm, "total"))
		value = jval_num(it->norm, "total", value);
	if (number_is_turkic(lang_of(d, it)) && has_ending(n, it))
		return elliptic(n, it, end, true);
	c = counted_after(n->r->tokens, n->r->base, it->end, end, has_multiplier(n, it) ? 1000 : value, lang_of(d, it));
	switch (c.kind) {
	case COUNTED_NOUN:
		if (c.label && jval_get(it->norm, "min") && jval_get(it->norm, "max"))
			return false; /* 9-11 классов */
		jval_set_str(&d->arena, it->norm, "unit", c.unit);
		it->end = c.end;
		return true;
	case COUNTED_ADJ:
		if (!n->counted.n || !reaches(n, n->counted_block, it))
			return false;
		jval_set_str(&d->arena, it->norm, "unit", n->counted);
		it->end = c.end;
		return true;
	case COUNTED_LABEL:
		return false;
	case COUNTED_NONE:
		if (is_total(n, it))
			return false;
		if (counts_people(n, it)) {
			jval_set_str(&d->arena, it->norm, "unit", SPAN("человек"));
			return true;
		}
		return jval_get(it->norm, "total") || elliptic(n, it, end, c.verb);
	}
	return false;
}

/* Roubles of a Belarusian document are Belarusian unless it says otherwise. */
static void local_money(const struct numbers *n, struct item *it)
{
	struct span fold = span_sub(n->r->fold, it->start, it->end);

	if (span_is(jval_str(n->d->meta, "country"), "BY") && span_is(jval_str(it->norm, "unit"), "RUB") &&
	    span_find(fold, SPAN("росс"), 0) == SPAN_NONE)
		jval_set_str(&n->d->arena, it->norm, "unit", SPAN("BYN"));
}

/* "от 3 до 5 тысяч": the multiplier belongs to both ends. */
static void scale_range(const struct numbers *n, struct item *it)
{
	double min = jval_num(it->norm, "min", NAN), max = jval_num(it->norm, "max", NAN);
	double by = scale_in(span_sub(n->r->fold, it->start, it->end));

	if (isnan(min) || isnan(max))
		return;
	if (by > 1 && min * by <= max)
		min *= by;
	/* "с 21 до 14": it fell */
	jval_set_num(&n->d->arena, it->norm, "min", min < max ? min : max);
	jval_set_num(&n->d->arena, it->norm, "max", min < max ? max : min);
}

static bool overlaps_earlier(const struct numbers *n, const struct item *it)
{
	return n->last && n->last->end > it->start;
}

bool pass_number(struct resolver *r, struct doc *d, struct err *e)
{
	struct numbers n = { .r = r, .d = d, .counted_block = -1, .money_block = -1 };
	size_t kept = 0;

	(void)e;
	doc_sort_items(d);
	find_plans(&n);
	for (size_t i = 0; i < d->n_items; i++) {
		struct item it = d->items[i];

		if (it.type == ITEM_NUMBER) {
			if (overlaps_earlier(&n, &it) || !settle(&n, &it))
				continue;
			scale_range(&n, &it);
			local_money(&n, &it);
			if (it.block >= 0)
				number_add_tail(r, d, &it, lang_of(d, &it));
			remember(&n, &it);
		}
		if (is_name(&it) && it.end > n.names_end)
			n.names_end = it.end;
		d->items[kept++] = it;
		n.last = it.type == ITEM_NUMBER ? &d->items[kept - 1] : n.last;
	}
	d->n_items = kept;
	return true;
}
