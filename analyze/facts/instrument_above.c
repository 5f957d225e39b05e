/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What stands above an instrument of the ILO, or beside it in a table, tells what is done with it where its own
 * sentence does not: the line that introduces its list, the heading of its section; the cells of its row, the heads of
 * the columns, what stands right above the table.
 */
#include "instrument_p.h"

enum {
	SECTION_BLOCKS = 400, /* cells count */
	OPENS_WITHIN = 16,
	NOUN_WORDS = 5,
	FIRST_WORDS = 3 /* of a cell behind the instrument, which tells of other things later */
};

/* "СЛУШАЛИ:\nОб отношении к …": does a line that introduces something stand right above? */
static bool follows_colon(const struct doc *d, const struct block *b)
{
	return b > d->blocks && b->kind == BLOCK_PARA && b[-1].kind != BLOCK_CELL && b[-1].end > b[-1].start &&
	       d->text.p[b[-1].end - 1] == ':';
}

/* "Об отношении к Конвенции …": is there no verb before the instrument, in few words? */
static bool opens_with_noun(const struct governed *g, const struct block *b)
{
	struct words w = resolver_words(g->r, block_body(b), g->it->start);

	return w.n <= NOUN_WORDS && !instrument_has_verb(g->r, &w, 0, w.n);
}

/* "- № 47 «О …»": an item that is the instrument, rather than a sentence that tells something of it. */
static bool is_listed(const struct governed *g)
{
	const struct item *it = g->it;
	const struct block *b = it->block >= 0 ? &g->d->blocks[it->block] : NULL;
	struct words behind;

	if (!b || (b->kind != BLOCK_ITEM && !follows_colon(g->d, b)) ||
	    (it->start > block_body(b) + OPENS_WITHIN && !item_index_last(g->instruments, b->start, it->start) &&
	     !opens_with_noun(g, b)))
		return false;
	behind = resolver_words(g->r, it->end, b->end);
	for (size_t k = 0; k < behind.n; k++)
		if (!item_index_over(g->instruments, behind.v[k].start, behind.v[k].end) &&
		    instrument_has_verb(g->r, &behind, k, k + 1))
			return false;
	return true;
}

/* "3) внести в парламент законопроекты о ратификации:": an item that introduces items below it. */
static bool is_lead(const struct doc *d, const struct block *b)
{
	return b->kind != BLOCK_ITEM || (b->end > b->start && d->text.p[b->end - 1] == ':');
}

/* What block b tells by itself; *told: it does, be it of nothing done ("не ратифицирована"). */
static struct span action_of_block(const struct governed *g, const struct block *b, bool *told)
{
	struct words w = resolver_words(g->r, b->start, b->end);
	size_t end;
	struct span action = instrument_action_before(g, &w, w.n, &end);

	*told = end > 0;
	return action;
}

/* The same of a cell behind the instrument: only what it begins with. */
static struct span action_of_next_cell(const struct governed *g, const struct block *b, bool *told)
{
	struct words w = resolver_words(g->r, b->start, b->end);
	size_t end = 0;
	struct span action = { 0 };

	for (size_t n = 1; n <= w.n && n <= FIRST_WORDS && !end; n++)
		action = instrument_action_before(g, &w, n, &end);
	*told = end > 0;
	return action;
}

/* The heading cell of that column; NULL: none. */
static const struct block *head_of(const struct doc *d, const struct block *cell)
{
	for (const struct block *b = cell; b-- > d->blocks && b->table == cell->table && cell - b < SECTION_BLOCKS;)
		if (b->head && b->col == cell->col)
			return b;
	return NULL;
}

/* "26 ноября 1993 г." under "Дата ратификации": the head of a filled cell tells of its row, an empty one denies it. */
static struct span action_of_dated(const struct governed *g, const struct block *cell, bool *told)
{
	const struct block *head = head_of(g->d, cell);
	struct span action = head ? action_of_block(g, head, told) : (struct span){ 0 };

	*told = *told && span_starts(action, SPAN("ratif"));
	if (!*told)
		return (struct span){ 0 };
	return span_has_digit(doc_slice(g->d, cell->start, cell->end)) ? SPAN("ratified") : (struct span){ 0 };
}

/* What the other cells of the row tell: those before it, the nearest first, then those behind. */
static struct span action_of_row(const struct governed *g, bool *told)
{
	const struct doc *d = g->d;
	const struct block *own = &d->blocks[g->it->block];
	struct span action = { 0 };

	*told = false;
	for (const struct block *b = own; b-- > d->blocks && b->table == own->table && b->row == own->row;) {
		action = action_of_block(g, b, told);
		if (*told)
			return action;
	}
	for (const struct block *b = own + 1;
	     b < d->blocks + d->n_blocks && b->table == own->table && b->row == own->row; b++) {
		action = action_of_next_cell(g, b, told);
		if (!*told)
			action = action_of_dated(g, b, told);
		if (*told)
			return action;
	}
	return action;
}

/* "Даты ратификации", "Dates of ratification" */
static bool tells_dates(const struct resolver *r, const struct block *b)
{
	struct words w = resolver_words(r, b->start, b->end);

	for (size_t k = 0; k < w.n; k++)
		if (span_starts(word_text(r->fold, w.v[k]), SPAN("дат")) ||
		    span_starts(word_text(r->fold, w.v[k]), SPAN("date")))
			return true;
	return false;
}

/* Does another cell of the row hold figures? */
static bool has_dates(const struct doc *d, const struct block *own)
{
	for (const struct block *b = own + 1;
	     b < d->blocks + d->n_blocks && b->table == own->table && b->row == own->row; b++)
		if (span_has_digit(doc_slice(d, b->start, b->end)))
			return true;
	return false;
}

/* What the head of the column tells, else the caption, the heading or the line right above the table. */
static struct span action_above_table(const struct governed *g)
{
	const struct doc *d = g->d;
	const struct block *own = &d->blocks[g->it->block], *b = own, *head = head_of(d, own);
	bool told = false;
	struct span action = head ? action_of_block(g, head, &told) : (struct span){ 0 };

	while (!told && b > d->blocks && own - b < SECTION_BLOCKS && (b[-1].table == own->table || b[-1].hidden))
		b--;
	if (told || b == d->blocks || b[-1].table == own->table)
		return action;
	action = action_of_block(g, b - 1, &told);
	if (span_starts(action, SPAN("ratif")) && tells_dates(g->r, b - 1))
		return has_dates(d, own) ? SPAN("ratified") : (struct span){ 0 };
	return action;
}

/*
 * In a list the line that introduces it governs; where that tells of nothing, and elsewhere, the heading of the section
 * ("Ратифицировано", "Меры по выполнению").
 */
static struct span action_above(const struct governed *g)
{
	const struct doc *d = g->d;
	bool listed = is_listed(g);

	for (int i = g->it->block - 1; i >= 0 && i > g->it->block - SECTION_BLOCKS; i--) {
		const struct block *b = &d->blocks[i];
		struct span action;
		bool told;

		if (b->hidden || !is_lead(d, b) || (!listed && b->kind != BLOCK_HEADING))
			continue;
		action = action_of_block(g, b, &told);
		if (!listed && span_is(action, "report")) /* "COMMENTS on the draft …": the paper itself */
			return (struct span){ 0 };
		if (told || b->kind == BLOCK_HEADING || b->kind == BLOCK_TITLE)
			return action;
		listed = false;
	}
	return (struct span){ 0 };
}

struct span instrument_action_above(const struct governed *g)
{
	bool told;
	struct span action;

	if (g->it->block < 0 || !g->d->blocks[g->it->block].table)
		return action_above(g);
	action = action_of_row(g, &told);
	return told ? action : action_above_table(g);
}
