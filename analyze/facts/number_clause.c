/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands around a figure in its clause: may it stand for its noun, does the clause end with it? */
#include "number_clause.h"

#include <math.h>

#include "counted.h"
#include "number_table.h"
#include "units.h"
#include "utf8.h"

double number_value_of(const struct item *it)
{
	double v = jval_num(it->norm, "value", NAN);

	if (isnan(v))
		v = jval_num(it->norm, "max", NAN);
	return isnan(v) ? jval_num(it->norm, "min", 0) : v;
}

struct span number_lang(const struct doc *d, const struct item *it)
{
	const struct block *b = it->block >= 0 ? &d->blocks[it->block] : NULL;

	return b && b->lang.n ? b->lang : jval_str(d->meta, "lang");
}

/* "(в 2022 г. – 2 118)" */
bool number_behind_dash(const struct resolver *r, const struct item *it)
{
	static const char *const places[] = { "в", "у", "ў", NULL };
	size_t i = tokens_from(r->tokens, it->start);

	if (i > 1 && token_in(r->tokens, i - 1, places)) /* "(сейчас – в 29)" */
		i--;
	return i > 0 && token_is_mark(r->tokens, i - 1, '-') && !r->tokens->t[i - 1].glued;
}

/* "с 120 часов …, вместо нынешних 90": the figure that another one is to replace. */
bool number_is_replaced(const struct resolver *r, const struct item *it)
{
	static const char *const instead[] = { "вместо", "против", "замест", "замість", NULL };
	struct tokens *ts = r->tokens;
	size_t i = tokens_from(ts, it->start);

	if (i > 1 && token_is_word(ts, i - 1) && !token_in(ts, i - 1, instead) && token_parse(ts, i - 1, M_ADJ, 0))
		i--;
	return i > 0 && token_is_word(ts, i - 1) && token_in(ts, i - 1, instead);
}

/* "31 процент, в цехах – 54", "до 23,6 процента, у остальных – до 18": a share behind a share of the same sentence. */
bool number_is_next_share(const struct resolver *r, const struct doc *d, const struct item *it, const struct item *last)
{
	static const char *const bounds[] = { "до", "да", "лишь", "только", "на", NULL };
	struct span unit = last ? jval_str(last->norm, "unit") : (struct span){ 0 };
	size_t i = tokens_from(r->tokens, it->start), s = doc_sentence_at(d, it->start);
	bool plain = jval_num(it->norm, "value", jval_num(it->norm, "max", 101)) <= 100;

	if (i > 0 && token_in(r->tokens, i - 1, bounds))
		i--;
	return last && plain && last->block == it->block && unit.n &&
	       (span_is(unit, "%") || (unit_is_measure(r->lists, unit) && !unit_is_money(unit))) &&
	       s == doc_sentence_at(d, last->start) && i > 0 && token_is_mark(r->tokens, i - 1, '-') &&
	       !r->tokens->t[i - 1].glued && number_ends_clause(r, d, it);
}

/* "60 договоров (было 22)" */
static bool behind_was(const struct resolver *r, const struct item *it)
{
	static const char *const was[] = { "было",   "был",  "была", "были", "стало", "осталось", "против", "таких",
					   "вместо", "було", "були", "was",  "were",  "from",     NULL };
	size_t i = tokens_from(r->tokens, it->start);

	return i > 0 && (token_in(r->tokens, i - 1, was) || number_is_replaced(r, it));
}

/* What follows a figure that stands for its noun: the end of the clause, a verb, a preposition; not another word. */
bool number_may_stand_alone(const struct resolver *r, const struct doc *d, const struct item *it, size_t end)
{
	struct tokens *ts = r->tokens;
	size_t i = tokens_from(ts, it->end);
	const struct morph_parse *p;

	if (i >= ts->n || ts->t[i].start >= end || span_ends(item_text(d, it), SPAN("."))) /* "8 млн." */
		return true;
	if (ts->t[i].kind == TOKEN_MARK && jval_get(it->norm, "min") && jval_get(it->norm, "max"))
		return ts->t[i].mark != '/' && ts->t[i].mark != ':'; /* "на 14 (с 73 до 59)" */
	if (ts->t[i].kind == TOKEN_MARK)
		return (ts->t[i].mark != ')' || number_behind_dash(r, it) || behind_was(r, it)) &&
		       ts->t[i].mark != '/' && ts->t[i].mark != ':';
	if (ts->t[i].kind != TOKEN_WORD)
		return false;
	if (word_list_has(r->lists, WORDS_BEHIND_FIGURE, token_fold(ts, i)) || counted_is_function_word(ts, i) ||
	    token_info(ts, i)->tags & (M_VERB | M_INF | M_PREP | M_CONJ | M_ADJ_SHORT | M_ADV))
		return true;
	p = token_parse(ts, i, M_ADJ, M_NOM);
	return p != NULL;
}

/* "питание – 36 500, проезд – 15 500;": nothing but a sign behind the figure. */
bool number_ends_clause(const struct resolver *r, const struct doc *d, const struct item *it)
{
	const struct tokens *ts = r->tokens;
	size_t i = tokens_from(ts, it->end);

	return span_ends(item_text(d, it), SPAN(".")) || i >= ts->n || ts->t[i].block != it->block ||
	       token_is_mark(ts, i, ',') || token_is_mark(ts, i, ';') || token_is_mark(ts, i, '.') ||
	       (token_is_mark(ts, i, ')') && number_behind_dash(r, it));
}

/* "по трём отказано, ещё два не рассмотрены" */
bool number_is_done_to(const struct resolver *r, const struct doc *d, const struct item *it)
{
	struct tokens *ts = r->tokens;
	size_t i = tokens_from(ts, it->end);

	if (!span_starts(number_lang(d, it), SPAN("ru")))
		return false;
	if (i > 1 && token_is(ts, tokens_from(ts, it->start) - 1, "по") && token_is_word(ts, i) &&
	    token_parse(ts, i, M_PREP, 0))
		return true; /* "восемь человек, по четыре от стороны" */
	if (token_is_word(ts, i) && ts->t[i].block == it->block && token_parse(ts, i, M_VERB | M_PLUR, 0))
		return true; /* "девять находятся в работе" */
	i += token_is(ts, i, "не");
	return token_is_word(ts, i) && ts->t[i].block == it->block && token_parse(ts, i, M_ADJ_SHORT, 0);
}

/* "– 604,2 млн. Ставка …": what follows is another sentence. */
bool number_closes_sentence(const struct resolver *r, const struct doc *d, const struct item *it)
{
	const struct tokens *ts = r->tokens;
	size_t i = tokens_from(ts, it->end);

	return span_ends(item_text(d, it), SPAN(".")) && number_scale(r, it->start, it->end) > 1 &&
	       token_is_word(ts, i) && ts->t[i].cap;
}

/* "3 группы по 12 детей": counted, not named. */
bool number_is_shared_out(const struct tokens *ts, size_t end)
{
	size_t i = tokens_from(ts, end);

	return token_is(ts, i, "по") && i + 1 < ts->n && ts->t[i + 1].kind == TOKEN_NUMBER;
}
