/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Headings of columns, labels of rows and captions, read for what the figures of a table count. */
#include "number_table.h"

#include <stdlib.h>
#include <string.h>

#include "buf.h"
#include "counted.h"
#include "tokens.h"
#include "total.h"
#include "units.h"

enum {
	CAPTION_BLOCKS = 2,
	CAPTION_BYTES = 400,
	NAME_BYTES = 24,
	PLURAL_LEAST = 12 /* bytes */,
	WORD_LEAST = 6 /* bytes */,
	UNIT_COLUMN_WORDS = 4
};

static struct span fold_of(const struct number_table *n, size_t start, size_t end)
{
	return span_sub(n->r->fold, start, end);
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

/* "№", "Год", "Код": a figure below names a row, a year, a thing. */
static bool names_rows(const struct resolver *r, struct span heading)
{
	struct span h = span_trim(heading);

	if (span_starts(h, SPAN("дата ")) || span_starts(h, SPAN("срок ")) || span_starts(h, SPAN("сроки ")))
		return true; /* "Дата проведения" */
	return h.n < NAME_BYTES && word_list_has(r->lists, WORDS_ROW_NAME, h);
}

/* "Первичных организаций": the adjectives before noun i of a heading belong to the unit. */
static void with_adjectives(struct number_table *n, const struct block *head, size_t i, struct buf *unit)
{
	struct tokens *ts = n->r->tokens;
	size_t first = i;
	struct counted c;

	while (first > 0 && ts->t[first - 1].start >= head->start && token_is_word(ts, first - 1) &&
	       (token_parse(ts, first - 1, M_ADJ | M_GEN, M_PLUR) ||
		(token_parse(ts, first - 1, M_ADJ | M_NOM, M_PLUR) && token_parse(ts, i, M_NOUN | M_NOM, M_PLUR))))
		first--;
	if (first == i)
		return;
	c = counted_after(ts, n->r->base, ts->t[first].start, ts->t[i].end, 5, SPAN("ru"));
	buf_reset(unit);
	buf_add(unit, c.kind == COUNTED_NOUN && c.end == ts->t[i].end
			      ? c.unit
			      : counted_name(ts, first, i, token_parse(ts, i, M_NOUN | M_PLUR, M_GEN | M_NOM)));
}

/* "Мүчөлөр", "Бастауыш ұйымдар": Kazakh and Kyrgyz headings are plurals, which agglutinate. */
static bool turkic_heading(struct number_table *n, const struct block *head, struct item *it)
{
	static const char *const plurals[] = { "лар", "лер", "дар", "дер", "тар", "тер",
					       "лор", "лөр", "дор", "дөр", "тор", "төр" };
	struct span s = span_trim(span_sub(n->r->fold, block_body(head), head->end));

	if (span_ends(s, SPAN(" саны"))) /* "Мүшелер саны" */
		s = span_sub(s, 0, s.n - SPAN(" саны").n);
	for (size_t i = 0; i < sizeof plurals / sizeof *plurals; i++)
		if (s.n > PLURAL_LEAST && span_ends(s, span_of(plurals[i])) && !span_has_digit(s) &&
		    span_find_char(s, ',', 0) == SPAN_NONE) {
			jval_set_str(&n->d->arena, it->norm, "unit", span_sub(s, 0, s.n - span_of(plurals[i]).n));
			return true;
		}
	return false;
}

/* "Праверана арганізацый", "Проведено семінарів": what was done with them. */
static bool is_done(struct span word)
{
	return span_ends(word, SPAN("ана")) || span_ends(word, SPAN("ена")) || span_ends(word, SPAN("ано")) ||
	       span_ends(word, SPAN("ено"));
}

/* "Кількість працівників", "Перевірок", "Members": the noun that is not in its dictionary form. */
static bool plural_heading(struct number_table *n, const struct block *head, struct item *it, struct span lang)
{
	struct tokens *ts = n->r->tokens;

	for (size_t i = tokens_from(ts, head->start); i < ts->n && ts->t[i].start < head->end; i++) {
		struct counted c;
		size_t blank;

		if (!token_is_word(ts, i) || ts->t[i].end - ts->t[i].start < WORD_LEAST || is_done(token_fold(ts, i)) ||
		    counted_is_function_word(ts, i) || word_list_has(n->r->lists, WORDS_COUNT_OF, token_fold(ts, i)))
			continue;
		c = counted_after(ts, n->r->base, ts->t[i].start, head->end, 5, lang);
		if (c.kind != COUNTED_NOUN)
			continue;
		for (blank = c.unit.n; blank > 0 && c.unit.p[blank - 1] != ' ';)
			blank--;
		if (span_ends(fold_of(n, head->start, c.end), span_sub(c.unit, blank, c.unit.n)) ||
		    unit_is_measure(n->r->lists, c.unit))
			return false;
		jval_set_str(&n->d->arena, it->norm, "unit", c.unit);
		return true;
	}
	return false;
}

/* "Работающих", "Обученные": participles that have become nouns for people. */
static bool people_heading(struct number_table *n, const struct block *head, struct item *it)
{
	struct words w = resolver_words(n->r, head->start, head->end);
	struct tokens *ts = n->r->tokens;
	struct buf b = { 0 };
	const struct morph_parse *p;
	size_t i = w.n ? tokens_from(ts, w.v[0].start) : 0;

	if (w.n != 1 || !word_list_has(n->r->lists, WORDS_PEOPLE, token_fold(ts, i)))
		return false;
	p = token_parse(ts, i, M_ADJ | M_PLUR, 0);
	if (p && morph_inflect(ts->morph, token_fold(ts, i), p, M_NOM | M_SING | M_MASC, &b))
		jval_set_str(&n->d->arena, it->norm, "unit", buf_span(&b));
	buf_free(&b);
	return jval_str(it->norm, "unit").n > 0;
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
		if (token_is_word(ts, i + 1) && ts->t[i + 1].start < head->end &&
		    token_parse(ts, i, M_ADJ | M_PLUR, 0) &&
		    token_parse(ts, i + 1, M_PLUR, M_NOUN | M_ADJ)) { /* "новых рабочих мест" */
			struct counted c = counted_after(ts, n->r->base, ts->t[i].start, head->end, 5, SPAN("ru"));

			if (c.kind == COUNTED_NOUN) {
				buf_reset(&b);
				buf_add(&b, c.unit);
			}
		} else {
			with_adjectives(n, head, i, &b);
		}
		if (unit_is_measure(n->r->lists, buf_span(&b)) || span_starts(token_fold(ts, i), SPAN("год")) ||
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

/* "Охват, %"; not "2025 (3.0%)", where the heading itself counts. */
static bool says_percent(const struct number_table *n, const struct block *head)
{
	struct span s = doc_slice(n->d, head->start, head->end);

	for (size_t at = span_find_char(s, '%', 0); at != SPAN_NONE; at = span_find_char(s, '%', at + 1)) {
		size_t before = at;

		while (before > 0 && s.p[before - 1] == ' ')
			before--;
		if (!before || s.p[before - 1] < '0' || s.p[before - 1] > '9')
			return true;
	}
	return false;
}

/* Where begins what stands behind the last comma of a heading; without one: the heading. */
static size_t behind_comma(const struct number_table *n, const struct block *head)
{
	size_t at = head->end;

	while (at > head->start && n->d->text.p[at - 1] != ',')
		at--;
	return at;
}

/* "Численность работников, тыс. чел.": behind the last comma, where a scale stands there; else the whole heading. */
static size_t unit_part(const struct number_table *n, const struct block *head)
{
	size_t at = behind_comma(n, head);

	return at > head->start && number_scale(n->r, at, head->end) > 1 ? at : head->start;
}

/* Unit and scale that the lexicon knows in the words of a heading: "Объём финансирования, тыс. леев". */
static bool known_unit(struct number_table *n, const struct block *head, struct span *unit, double *by)
{
	const struct lexicon *l = n->r->lexicon[LEX_HEADING_UNITS];
	struct words w = resolver_words(n->r, unit_part(n, head), head->end);
	struct phrase_hit hit;

	*unit = (struct span){ 0 };
	*by = 1;
	for (size_t i = 0; i < w.n; i++) {
		struct span scale;
		long long times;

		if (!phrases_at(n->r->phrases[LEX_HEADING_UNITS], n->r->fold, &w, i, w.n, &hit) ||
		    item_index_over(&n->r->names, w.v[i].start, w.v[i].end)) /* "Профсоюза работников связи" */
			continue;
		scale = lexicon_cell(l, hit.row, "scale");
		if (span_to_long(scale, &times))
			*by = (double)times;
		else if (!unit->n)
			*unit = lexicon_cell(l, hit.row, "unit");
		i += hit.words - 1;
	}
	if (says_percent(n, head) &&
	    (!unit->n || span_ends(span_trim(fold_of(n, head->start, head->end)), SPAN("%")))) {
		*unit = SPAN("%"); /* "Доля работников с договором, %" */
		*by = 1;
	}
	return unit->n > 0;
}

/* The noun of a heading, of what stands behind its last comma first: "Памер, базавых велічынь". */
static bool noun_of_any_heading(struct number_table *n, const struct block *head, struct item *it, struct span lang)
{
	bool endings = span_starts(lang, SPAN("uk")) || span_starts(lang, SPAN("be")) || span_starts(lang, SPAN("en"));
	struct block part = *head;

	part.start = behind_comma(n, head);
	if (part.start > head->start && endings && plural_heading(n, &part, it, lang))
		return true;
	return endings ? plural_heading(n, head, it, lang)
		       : people_heading(n, head, it) || noun_of_heading(n, head, it);
}

static bool unit_of_heading(struct number_table *n, const struct block *head, struct item *it, bool nouns)
{
	struct span unit;
	double by;

	if (!known_unit(n, head, &unit, &by)) {
		struct span lang = head->lang.n ? head->lang : jval_str(n->d->meta, "lang");

		if (!nouns)
			return false;
		if (span_starts(lang, SPAN("kk")) || span_starts(lang, SPAN("ky")))
			return turkic_heading(n, head, it);
		if (!noun_of_any_heading(n, head, it, lang))
			return false;
		if (!lang.n || span_starts(lang, SPAN("ru")))
			unit = jval_str(it->norm, "unit"); /* "Члены профсоюзов, тыс." */
		else
			return true;
	}
	jval_set_str(&n->d->arena, it->norm, "unit", unit);
	if (by > 1 && jval_get(it->norm, "value"))
		jval_set_num(&n->d->arena, it->norm, "value", jval_num(it->norm, "value", 0) * by);
	return true;
}

/* "3.", "1.2", "IV": nothing but figures? */
static bool is_figures(const struct number_table *n, const struct block *b)
{
	struct span s = span_trim(fold_of(n, b->start, b->end));

	for (size_t i = 0; i < s.n; i++)
		if (!strchr("0123456789.,;:()-+%ivx ", s.p[i]))
			return false;
	return true;
}

/* The first cell of the row that has words: "3." in front of them numbers the row. */
static const struct block *row_label(const struct number_table *n, int block)
{
	const struct block *b = &n->d->blocks[block];
	const struct block *label = NULL;

	for (int i = block; i >= 0 && n->d->blocks[i].table == b->table && n->d->blocks[i].row == b->row; i--)
		if (i != block && resolver_words(n->r, n->d->blocks[i].start, n->d->blocks[i].end).n &&
		    !is_figures(n, &n->d->blocks[i]))
			label = &n->d->blocks[i];
	return label;
}

/* "Ед. изм.": the column that the head of the table, which begins at that block, calls so; -1: none. */
static int unit_column(const struct number_table *n, int first)
{
	const struct block *b = &n->d->blocks[first], *end = n->d->blocks + n->d->n_blocks;

	for (int table = b->table; b < end && b->table == table && (b->head || b->row == 0); b++) {
		struct words w = resolver_words(n->r, b->start, b->end);

		if (w.n && w.n < UNIT_COLUMN_WORDS &&
		    word_list_has(n->r->lists, WORDS_UNIT_COLUMN, word_text(n->r->fold, w.v[0])))
			return b->col;
	}
	return -1;
}

/* The cell of the row in the column of units; NULL: there is none. */
static const struct block *unit_cell(const struct number_table *n, const struct block *cell)
{
	const struct block *b = cell, *end = n->d->blocks + n->d->n_blocks;

	if (n->unit_col < 0 || cell->head || cell->row == 0)
		return NULL;
	while (b > n->d->blocks && b[-1].table == cell->table && b[-1].row == cell->row)
		b--;
	for (; b < end && b->table == cell->table && b->row == cell->row; b++)
		if (b->col == n->unit_col)
			return b;
	return NULL;
}

/* "2024 г.", "2027 (план)": a column of a year, which names no unit. */
static bool is_year_heading(const struct number_table *n, const struct block *head)
{
	struct span s = span_trim(fold_of(n, block_body(head), head->end));

	return s.n >= 4 && (span_starts(s, SPAN("20")) || span_starts(s, SPAN("19"))) && s.p[2] >= '0' &&
	       s.p[2] <= '9' && s.p[3] >= '0' && s.p[3] <= '9';
}

/* "Target 2026", "Выполнено на 1 июля 2025 г.": does it name a year anywhere? */
static bool has_year(const struct number_table *n, const struct block *head)
{
	struct span s = fold_of(n, block_body(head), head->end);

	for (size_t i = 0, digits = 0; i <= s.n; i++) {
		if (i < s.n && s.p[i] >= '0' && s.p[i] <= '9') {
			digits++;
			continue;
		}
		if (digits == 4 &&
		    (span_starts(span_sub(s, i - 4, i), SPAN("19")) || span_starts(span_sub(s, i - 4, i), SPAN("20"))))
			return true;
		digits = 0;
	}
	return false;
}

/* "из них женщин", "of whom killed" */
static bool tells_part(const struct number_table *n, const struct block *b)
{
	struct words w = resolver_words(n->r, block_body(b), b->end);

	return w.n && word_list_phrase(n->r->lists, WORDS_PART_ROW, n->r->fold, &w, 0, w.n);
}

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
	n->unit_col = unit_column(n, n->first);
	n->part = n->whole = NULL;
}

/* "взрослые" below "Путёвки": an adjective alone says which of what the heading above it names. */
static bool is_kind_alone(struct number_table *n, const struct block *head)
{
	struct words w = resolver_words(n->r, head->start, head->end);

	return w.n == 1 && token_parse(n->r->tokens, tokens_from(n->r->tokens, w.v[0].start), M_ADJ | M_PLUR, 0);
}

/* The unit that the headings over a cell tell, the lowest (head) first. */
static bool unit_of_headings(struct number_table *n, const struct block *cell, const struct block *head,
			     struct item *it)
{
	const struct block *above = heading_above(n, cell, head->row);

	if (above && is_kind_alone(n, head) && unit_of_heading(n, above, it, true))
		return true;
	for (; head; head = heading_above(n, cell, head->row))
		if (unit_of_heading(n, head, it, !is_year_heading(n, head)))
			return true;
	return false;
}

/* "2026 г. | 2027 г. | Всего, тыс. руб.": the column of the sum says what the years before it are in. */
static bool unit_of_total(struct number_table *n, const struct block *cell, const struct block *head, struct item *it)
{
	for (size_t i = (size_t)n->first; i < n->d->n_blocks && n->d->blocks[i].table == cell->table; i++) {
		const struct block *b = &n->d->blocks[i];
		struct words w = resolver_words(n->r, b->start, b->end);
		struct span unit;
		double by;

		if (b->row > head->row)
			break;
		if (b->row == head->row && opens_total(n->r->lists, n->r->fold, &w) && known_unit(n, b, &unit, &by) &&
		    unit_is_money(unit))
			return unit_of_heading(n, b, it, false);
	}
	return false;
}

static bool is_total_heading(struct number_table *n, const struct block *head)
{
	struct words w = resolver_words(n->r, head->start, head->end);

	return w.n == 1 && opens_total(n->r->lists, n->r->fold, &w);
}

/* What stands over a table and tells of other figures is no caption of it. */
static bool is_caption(const struct number_table *n, const struct block *b)
{
	if (b->end - b->start > CAPTION_BYTES)
		return false;
	for (size_t i = doc_item_from(n->d, b->start); i < n->d->n_items && n->d->items[i].start < b->end; i++)
		if (n->d->items[i].type == ITEM_NUMBER)
			return false;
	return true;
}

/* "Таблица 2. Смета, тыс. сомов": money in thousands is said of all figures below, whatever their rows name. */
static bool caption_is_scaled(struct number_table *n, struct item *it)
{
	const struct block *caption = n->first > 0 ? &n->d->blocks[n->first - 1] : NULL;
	struct span unit;
	double by;

	return caption && caption->table == 0 && is_caption(n, caption) && known_unit(n, caption, &unit, &by) &&
	       by > 1 && unit_is_money(unit) && unit_of_heading(n, caption, it, false);
}

/* "Показатель, тыс. руб." over the names of the rows: what the figures of the years beside them are in. */
static bool unit_of_corner(struct number_table *n, const struct block *label, const struct block *head, struct item *it)
{
	const struct block *corner = label ? heading_above(n, label, label->row) : NULL;
	struct span unit;
	double by;

	return corner && corner != head && is_year_heading(n, head) &&
	       span_find_char(doc_slice(n->d, corner->start, corner->end), ',', 0) != SPAN_NONE &&
	       known_unit(n, corner, &unit, &by) && unit_of_heading(n, corner, it, false);
}

/*
 * The nearest cell above label, in its column, that tells no part; NULL: none before the headings. Behind a row that
 * was asked about it is the same as for that one.
 */
static const struct block *whole_above(struct number_table *n, const struct block *label)
{
	const struct block *whole = NULL;

	for (int i = (int)(label - n->d->blocks) + 1; i-- > n->first && !n->d->blocks[i].head;) {
		const struct block *b = &n->d->blocks[i];

		if (b == n->part) {
			whole = n->whole;
			break;
		}
		if (b->col == label->col && b->row < label->row && b->table == label->table && !tells_part(n, b)) {
			whole = b;
			break;
		}
	}
	n->part = label;
	n->whole = whole;
	return whole;
}

/* "of whom killed" in the column or the row behind what it is a part of. */
static bool unit_of_part(struct number_table *n, const struct block *cell, const struct block *head,
			 const struct block *label, struct item *it)
{
	struct block left = *cell;
	const struct block *whole;

	while (head && tells_part(n, head) && left.col > 1) {
		left.col--;
		head = heading_above(n, &left, cell->row);
		if (head && !tells_part(n, head))
			return unit_of_headings(n, &left, head, it);
	}
	if (!label || !tells_part(n, label))
		return false;
	whole = whole_above(n, label);
	return whole && unit_of_heading(n, whole, it, true);
}

/* Without any heading a figure in a plan's cell numbers something; in a table of figures it counts, whatever it is. */
bool number_from_heading(struct number_table *n, struct item *it)
{
	const struct block *cell = &n->d->blocks[it->block];
	const struct block *label, *head, *unit;

	enter_table(n, it->block);
	label = row_label(n, it->block);
	head = heading_above(n, cell, cell->row);
	if (cell->col == 0 || !head || names_rows(n->r, span_sub(n->r->fold, head->start, head->end)))
		return false;
	if (unit_of_heading(n, head, it, false) || unit_of_part(n, cell, head, label, it))
		return true;
	unit = unit_cell(n, cell);
	if (unit && unit != cell &&
	    (unit_of_heading(n, unit, it, false) || (label && label != unit && unit_of_heading(n, label, it, true))))
		return true;
	if (unit_of_headings(n, cell, head, it))
		return true;
	if (cell->col > 1 && is_total_heading(n, head)) { /* "Всего" behind the columns that it adds up */
		struct block left = *cell;

		left.col--;
		head = heading_above(n, &left, cell->row);
		if (head && unit_of_headings(n, &left, head, it))
			return true;
	}
	if (caption_is_scaled(n, it) || (is_year_heading(n, head) && unit_of_total(n, cell, head, it)))
		return true;
	if (label && !unit_of_heading(n, label, it, false) && unit_of_corner(n, label, head, it))
		return true;
	if (jval_str(it->norm, "unit").n)
		return true;
	if (label && (is_year_heading(n, head) || !span_has_digit(span_sub(n->d->text, label->start, label->end)))) {
		struct words w = resolver_words(n->r, label->start, label->end);

		if (unit_of_heading(n, label, it, has_year(n, head) || opens_total(n->r->lists, n->r->fold, &w)))
			return true; /* "Всего проверок", or what the figures of the years below are */
	}
	for (int i = n->first - 1; i >= 0 && n->first - i <= CAPTION_BLOCKS && n->d->blocks[i].table == 0; i--)
		if (is_caption(n, &n->d->blocks[i]) && unit_of_heading(n, &n->d->blocks[i], it, false))
			return true;
	return !n->plan;
}

double number_scale(const struct resolver *r, size_t start, size_t end)
{
	struct words w = resolver_words(r, start, end);
	struct phrase_hit hit;
	long long n;

	for (size_t i = 0; i < w.n; i++)
		if (phrases_at(r->phrases[LEX_HEADING_UNITS], r->fold, &w, i, w.n, &hit) &&
		    span_to_long(lexicon_cell(r->lexicon[LEX_HEADING_UNITS], hit.row, "scale"), &n))
			return (double)n;
	return 1;
}
