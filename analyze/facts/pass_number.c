/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Quantities: a bare figure gets the noun that it counts; one without a noun takes over what was counted before it
 * ("21 на станциях, 28 в сетях") or the heading of its table column; figures that name and do not count are dropped.
 */
#include <math.h>
#include <string.h>

#include "counted.h"
#include "number_chain.h"
#include "number_clause.h"
#include "number_names.h"
#include "number_table.h"
#include "number_tail.h"
#include "number_total.h"
#include "passes.h"
#include "units.h"
#include "utf8.h"

enum {
	NEAR_BLOCKS = 12,
	COUNT_WORDS = 16,
	LEAST_SUM = 100,
	LIST_TOKENS = 200,
	FALL_BYTES = 160,
	LEAD_WORDS = 4,
	LIST_BYTES = 4096 /* of a list in one paragraph, back to its lead */
};

struct numbers {
	struct resolver *r;
	struct doc *d;
	struct span counted; /* what was counted last, and in which block */
	struct span money;
	int counted_block, money_block;
	double money_scale; /* what that sum was multiplied by */
	int named_block;    /* where a figure had its noun before it */
	bool money_last;    /* of the two, money was named last */
	struct item *last;  /* the number before, as kept */
	size_t names_end;   /* the furthest end of a name that began so far */
	struct number_table table;
	size_t next; /* index of the item behind the one that is looked at */
};

static bool in_digits(const struct doc *d, const struct item *it)
{
	return span_has_digit(item_text(d, it));
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

/* Where the name of an act ends: what a title without quotes counts is counted ("приказ № 7 о переводе 12 сварщиков").
 */
static size_t name_end(const struct doc *d, const struct item *it)
{
	struct span text = item_text(d, it), number = jval_str(it->norm, "number");
	size_t at = it->type == ITEM_LEGAL_ACT && number.n ? span_find(text, number, 0) : SPAN_NONE;

	return at == SPAN_NONE || span_find(text, SPAN("«"), 0) != SPAN_NONE ||
			       span_find_char(text, '"', 0) != SPAN_NONE
		       ? it->end
		       : it->start + at + number.n;
}

/* ---- without a noun ---- */

static bool has_multiplier(const struct numbers *n, const struct item *it)
{
	return number_scale(n->r, it->start, it->end) > 1;
}

static void remember(struct numbers *n, const struct item *it)
{
	struct span unit = jval_str(it->norm, "unit");

	if (!unit.n || span_is(unit, "%"))
		return;
	if (unit_is_money(unit)) {
		n->money = unit;
		if (n->money_block != it->block || has_multiplier(n, it)) /* not a part that took its sum's scale */
			n->money_scale = number_scale(n->r, it->start, it->end);
		n->money_block = it->block;
		n->money_last = true;
	} else if (!unit_is_measure(n->r->lists, unit)) {
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

static bool is_share_at(const struct numbers *n, size_t at)
{
	struct span behind = span_sub(n->r->fold, at, n->r->fold.n);

	return span_starts(behind, SPAN("%")) || span_starts(behind, SPAN(" %")) ||
	       span_starts(behind, SPAN(" процент"));
}

/* "число обращений выросло с 310 до 640": what is counted stands behind the word for its count. */
static bool counted_by_name(struct numbers *n, const struct item *it)
{
	struct span lang = number_lang(n->d, it);
	struct tokens *ts = n->r->tokens;
	size_t i = tokens_from(ts, it->start);
	struct buf b = { 0 };
	bool named = false;

	for (size_t back = 0; i > 0 && back < COUNT_WORDS && ts->t[i - 1].block == it->block; back++) {
		const struct morph_parse *p;
		size_t at;

		i--;
		if ((ts->t[i].kind == TOKEN_NUMBER && !is_share_at(n, ts->t[i].end)) || token_is_mark(ts, i, '.'))
			break; /* "число аварий выросло на 17% и достигло 640" */
		if (!token_is_word(ts, i) || !word_list_has(n->r->lists, WORDS_COUNT_OF, token_fold(ts, i)))
			continue;
		if (lang.n && !span_starts(lang, SPAN("ru"))) {
			size_t behind = ts->t[i + token_is(ts, i + 1, "of")].end;
			struct counted c = counted_after(ts, n->r->base, behind, it->start, 5, lang);

			if (c.kind == COUNTED_NOUN) {
				n->counted = c.unit;
				n->counted_block = it->block;
				named = true;
			}
			break;
		}
		if (token_parse(ts, i + 1, M_ADJ | M_GEN, M_PLUR)) { /* "число коллективных договоров" */
			struct counted c = counted_after(ts, n->r->base, ts->t[i].end, it->start, 5, lang);

			if (c.kind == COUNTED_NOUN) {
				n->counted = c.unit;
				n->counted_block = it->block;
				named = true;
				break;
			}
		}
		for (at = i + 1; token_is_word(ts, at) && !token_parse(ts, at, M_NOUN | M_GEN, M_PLUR) &&
				 token_parse(ts, at, M_ADJ | M_GEN, 0);)
			at++;
		p = token_is_word(ts, at) ? token_parse(ts, at, M_NOUN | M_GEN, M_PLUR) : NULL;
		if (p && morph_inflect(ts->morph, token_fold(ts, at), p, M_NOM | M_SING, &b)) {
			n->counted = arena_dup(&n->d->arena, buf_span(&b));
			n->counted_block = it->block;
			named = true;
		} else if (token_is_word(ts, i + 1) && ts->t[i + 1].caps) { /* "число ДТП" */
			n->counted = doc_slice(n->d, ts->t[i + 1].start, ts->t[i + 1].end);
			n->counted_block = it->block;
			named = true;
		}
		break;
	}
	buf_free(&b);
	return named;
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

/* "Первичных организаций – 1 846" */
static bool named_before(struct numbers *n, const struct item *it)
{
	struct span lang = number_lang(n->d, it), unit;

	bool slavic = span_starts(lang, SPAN("uk")) || span_starts(lang, SPAN("be"));

	if (lang.n && !slavic && !span_starts(lang, SPAN("ru")))
		return false;
	if (n->counted.n && n->counted_block != it->block && n->counted_block != n->named_block &&
	    reaches(n, n->counted_block, it)) /* "526 обращений по вопросам: увольнений – 45, …" */
		return false;
	unit = slavic ? counted_before_slavic(n->r->tokens, n->r->base, it->start, lang)
		      : counted_before(n->r->tokens, it->start, n->named_block == it->block);
	if (!unit.n || unit_is_measure(n->r->lists, unit))
		return false;
	n->named_block = it->block;
	n->counted = unit;
	n->counted_block = it->block;
	n->money_last = false;
	return true;
}

/* "выполнено 41, не выполнено семь", "nine complaints; two were examined": a numeral in words that stands for its noun.
 */
static bool word_stands_for(const struct numbers *n, const struct item *it)
{
	const struct tokens *ts = n->r->tokens;
	size_t i = tokens_from(ts, it->start);

	if (number_value_of(it) < 2 || n->counted_block != it->block ||
	    (i > 0 && word_list_has(n->r->lists, WORDS_ALL_OF, token_fold(ts, i - 1))))
		return false;
	return number_ends_clause(n->r, n->d, it) || has_multiplier(n, it) || number_is_done_to(n->r, n->d, it) ||
	       span_starts(number_lang(n->d, it), SPAN("en"));
}

/* "365,9 тыс. руб., в том числе: на обучение – 74,2; на помощь – 118,3": parts in the scale of their sum. */
static bool shares_scale(const struct numbers *n, const struct item *it)
{
	return n->money_scale > 1 && n->money_block == it->block && number_value_of(it) != floor(number_value_of(it)) &&
	       !has_multiplier(n, it) && number_behind_dash(n->r, it) && number_ends_clause(n->r, n->d, it);
}

/* "Расходы по разделам, тыс. тенге: I – 11 200, II – 8 940": what the lead of the list says of all its figures. */
static bool said_by_lead(struct numbers *n, struct item *it)
{
	const struct block *b = &n->d->blocks[it->block];
	size_t colon = it->start, by;
	struct phrase_hit hit;
	struct words w;

	if (has_multiplier(n, it) || !in_digits(n->d, it) || !number_behind_dash(n->r, it) ||
	    !number_ends_clause(n->r, n->d, it))
		return false;
	while (colon > b->start && it->start - colon < LIST_BYTES && n->d->text.p[colon - 1] != ':')
		colon--;
	if (colon == b->start || n->d->text.p[colon - 1] != ':')
		return false;
	w = resolver_words(n->r, b->start, colon);
	for (by = w.n > LEAD_WORDS ? w.n - LEAD_WORDS : 0; by < w.n; by++) {
		double scale = number_scale(n->r, w.v[by].start, colon);
		struct span unit;

		if (scale <= 1 || (by && span_has_digit(word_text(n->r->fold, w.v[by - 1]))) ||
		    !phrases_at(n->r->phrases[LEX_HEADING_UNITS], n->r->fold, &w, by, w.n, &hit))
			continue;
		unit = lexicon_cell(n->r->lexicon[LEX_HEADING_UNITS], hit.row, "unit");
		for (size_t k = by + hit.words; !unit.n && k < w.n; k++)
			if (phrases_at(n->r->phrases[LEX_HEADING_UNITS], n->r->fold, &w, k, w.n, &hit))
				unit = lexicon_cell(n->r->lexicon[LEX_HEADING_UNITS], hit.row, "unit");
		if (!unit.n)
			return false;
		jval_set_str(&n->d->arena, it->norm, "unit", unit);
		if (jval_get(it->norm, "value"))
			jval_set_num(&n->d->arena, it->norm, "value", number_value_of(it) * scale);
		return true;
	}
	return false;
}

/* "долг 1,7 млрд тенге перед 500 рабочими, из него 910 млн …": people are not counted in millions. */
static bool is_millions(const struct numbers *n, const struct item *it)
{
	return n->money.n && n->money_block == it->block && number_scale(n->r, it->start, it->end) >= 1e6;
}

/* "до 240 часов вместо нынешних 120", "31 процент, в цехах – 54": the unit of the number before, a measure too. */
static bool goes_on(struct numbers *n, struct item *it)
{
	bool replaced = number_is_replaced(n->r, it) && number_ends_clause(n->r, n->d, it);

	if (!in_digits(n->d, it) || !n->last || n->last->block != it->block ||
	    !(replaced || (number_is_next_share(n->r, n->d, it, n->last) && !named_before(n, it))))
		return false;
	jval_set_str(&n->d->arena, it->norm, "unit", jval_str(n->last->norm, "unit"));
	return true;
}

static bool elliptic(struct numbers *n, struct item *it, size_t end, bool alone)
{
	bool scaled = n->money_last && shares_scale(n, it);
	bool money = scaled || is_millions(n, it) ||
		     (n->money_last && (has_multiplier(n, it) || /* "4 млн тенге, …, 310 тыс. – …" */
					(n->money_block == it->block && number_value_of(it) >= LEAST_SUM &&
					 number_ends_clause(n->r, n->d, it))));
	struct span unit;

	if (number_in_list_of_names(n->r->tokens, it))
		return false;
	if (said_by_lead(n, it) || goes_on(n, it))
		return true;
	if (!named_before(n, it) && counted_by_name(n, it))
		money = scaled || is_millions(n, it);
	unit = money ? n->money : n->counted;
	if ((!in_digits(n->d, it) && (money || !word_stands_for(n, it))) || !unit.n ||
	    !reaches(n, money ? n->money_block : n->counted_block, it))
		return false;
	if (number_value_of(it) != floor(number_value_of(it)) && !money && !has_multiplier(n, it))
		return false;
	if (!alone && !number_may_stand_alone(n->r, n->d, it, end))
		return false;
	jval_set_str(&n->d->arena, it->norm, "unit", unit);
	if (scaled && jval_get(it->norm, "value"))
		jval_set_num(&n->d->arena, it->norm, "value", number_value_of(it) * n->money_scale);
	return true;
}

/* "с числом работающих свыше 50": whom a bound counts is said right before it, behind the word for their count. */
static bool is_threshold(struct numbers *n, struct item *it)
{
	struct tokens *ts = n->r->tokens;
	size_t i = tokens_from(ts, it->start);
	struct buf b = { 0 };
	const struct morph_parse *p;
	bool people;

	if (i < 2 || !jval_get(it->norm, "comparator") || !tokens_same_block(ts, i - 2, i) ||
	    !token_is_word(ts, i - 1) || !word_list_has(n->r->lists, WORDS_COUNT_OF, token_fold(ts, i - 2)))
		return false;
	people = word_list_has(n->r->lists, WORDS_PEOPLE, token_fold(ts, i - 1));
	p = people ? token_parse(ts, i - 1, M_ADJ | M_GEN, M_PLUR) : token_parse(ts, i - 1, M_NOUN | M_GEN, M_PLUR);
	if (p && morph_inflect(ts->morph, token_fold(ts, i - 1), p, M_NOM | M_SING | (people ? M_MASC : 0), &b))
		jval_set_str(&n->d->arena, it->norm, "unit", buf_span(&b));
	buf_free(&b);
	return jval_str(it->norm, "unit").n > 0;
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
	return number_value_of(it) == 1 && !in_digits(n->d, it);
}

/* "один свободный день", "at least one inspector": one of a measure, or behind a bound, is a quantity; "один раз" is
 * none. */
static bool one_counts(const struct numbers *n, const struct item *it)
{
	size_t end = n->d->blocks[it->block].end;
	struct counted c = counted_after(n->r->tokens, n->r->base, it->end, end, 1, number_lang(n->d, it));

	return c.kind == COUNTED_NOUN &&
	       (unit_is_measure(n->r->lists, c.unit) || span_is(jval_str(it->norm, "comparator"), "ge")) &&
	       !span_ends(c.unit, SPAN("раз")) && !span_ends(c.unit, SPAN("часть"));
}

/* двое, трое, пятерых: people, where nothing else is named. */
static bool counts_people(const struct numbers *n, const struct item *it)
{
	struct span fold = span_sub(n->r->fold, it->start, it->end);

	return word_list_has(n->r->lists, WORDS_SO_MANY_PEOPLE, fold) && !span_starts(fold, SPAN("четверт"));
}

/* "пострадали 14 рабочих, из них двое погибли": those who were counted before, where they are people. */
static struct span people_counted(const struct numbers *n, const struct item *it)
{
	bool turkic = number_is_turkic(number_lang(n->d, it));
	struct morph_parse p[MORPH_MAX];
	size_t blank = n->counted.n, parses;

	if (!n->counted.n || n->counted_block != it->block)
		return turkic ? SPAN("адам") : SPAN("человек");
	if (turkic)
		return n->counted;
	while (blank > 0 && n->counted.p[blank - 1] != ' ')
		blank--;
	parses = morph_parses(n->r->morph, span_sub(n->counted, blank, n->counted.n), p);
	return parses && (p[0].tags & M_ANIM) ? n->counted : SPAN("человек");
}

/* The noun stands behind a later figure. */
static bool ahead(struct numbers *n, struct item *it, size_t end)
{
	struct counted c = counted_ahead(n->r->tokens, n->r->base, it->end, end, number_lang(n->d, it));

	if (c.kind != COUNTED_NOUN)
		return false;
	jval_set_str(&n->d->arena, it->norm, "unit", c.unit);
	it->end = c.end;
	return true;
}

/* "пяцёра загінулі", "үшеуі қаза тапты": people, and what they did, where no dictionary tells a verb. */
static bool is_deed(const struct numbers *n, const struct item *it)
{
	const struct tokens *ts = n->r->tokens;
	struct span lang = number_lang(n->d, it), word;
	size_t i = tokens_from(ts, it->end);

	if (number_is_turkic(lang))
		return true;
	if (span_starts(lang, SPAN("ru")) || i >= ts->n)
		return false;
	word = token_fold(ts, i);
	return span_ends(word, SPAN("лі")) || span_ends(word, SPAN("ліся")) || span_ends(word, SPAN("ли")) ||
	       span_ends(word, SPAN("лися"));
}

static bool settle(struct numbers *n, struct item *it)
{
	struct doc *d = n->d;
	size_t end = it->block >= 0 ? d->blocks[it->block].end : d->text.n;
	double value = number_value_of(it);
	struct counted c;

	if (number_is_initialled(n->d, it) || number_is_list_mark(n->r->tokens, n->d, it) ||
	    number_is_quoted(n->r->tokens, n->d, it))
		return false;
	if (is_one_word(n, it) && span_is(jval_str(it->norm, "unit"), "раз")) /* "имеют право один раз продлить" */
		return false;
	if (jval_str(it->norm, "unit").n || (n->names_end < it->end && number_from_chain(n->r, d, n->next, it)))
		return true;
	if (n->names_end >= it->end || it->block < 0 || (is_one_word(n, it) && !one_counts(n, it)))
		return false;
	if (d->blocks[it->block].kind == BLOCK_CELL && fills_block(d, it))
		return number_from_heading(&n->table, it);
	if (fills_block(d, it))
		return false;
	if (jval_get(it->norm, "total"))
		value = jval_num(it->norm, "total", value);
	if (number_follows_total(n->r, d, it, n->last))
		return false;
	if (number_is_turkic(number_lang(d, it)) && has_ending(n, it))
		return elliptic(n, it, end, true);
	if (is_threshold(n, it))
		return true;
	c = number_closes_sentence(n->r, n->d, it)
		    ? (struct counted){ 0 }
		    : counted_after(n->r->tokens, n->r->base, it->end, end, has_multiplier(n, it) ? 1000 : value,
				    number_lang(d, it));
	if (c.kind == COUNTED_NOUN && counts_people(n, it) && is_deed(n, it))
		c.kind = COUNTED_NONE;
	switch (c.kind) {
	case COUNTED_NOUN:
		if (c.label && jval_get(it->norm, "min") && jval_get(it->norm, "max"))
			return false; /* 9-11 классов */
		jval_set_str(&d->arena, it->norm, "unit", c.unit);
		it->end = c.end;
		return true;
	case COUNTED_ADJ:
		if (ahead(n, it, end))
			return true;
		if (number_is_total(n->r, d, it, n->last)) { /* "118 делегатов из 124 избранных" */
			if (n->last->end == it->end)
				n->last->end = c.end;
			return false;
		}
		if (!n->counted.n || !reaches(n, n->counted_block, it)) {
			if (!c.unit.n)
				return false;
			jval_set_str(&d->arena, it->norm, "unit", c.unit);
			it->end = c.end;
			return true;
		}
		jval_set_str(&d->arena, it->norm, "unit", n->counted);
		it->end = c.end;
		return true;
	case COUNTED_LABEL:
		if (!c.unit.n || (in_digits(d, it) && !number_is_shared_out(n->r->tokens, c.end)) ||
		    value < 2) /* "в два этапа": words count */
			return false;
		jval_set_str(&d->arena, it->norm, "unit", c.unit);
		it->end = c.end;
		return true;
	case COUNTED_NONE:
		if (ahead(n, it, end))
			return true;
		if (number_is_total(n->r, d, it, n->last))
			return false;
		if (counts_people(n, it)) {
			jval_set_str(&d->arena, it->norm, "unit", people_counted(n, it));
			return true;
		}
		return jval_get(it->norm, "total") || elliptic(n, it, end, c.verb);
	}
	return false;
}

/* Does a verb of decrease stand before it in its block? */
static bool falls(const struct numbers *n, const struct item *it)
{
	static const char *const stems[] = { "сократ", "снизи", "уменьш", "упал",   "скорот",
					     "зменш",  "знизи", "паменш", "скараці" };
	size_t start = n->d->blocks[it->block].start;
	struct span before =
		span_sub(n->r->fold, it->start > start + FALL_BYTES ? it->start - FALL_BYTES : start, it->start);

	for (size_t i = 0; i < sizeof stems / sizeof *stems; i++)
		if (span_find(before, span_of(stems[i]), 0) != SPAN_NONE)
			return true;
	return false;
}

/* "от 3 до 5 тысяч": the multiplier belongs to both ends. */
static void scale_range(const struct numbers *n, struct item *it)
{
	double min = jval_num(it->norm, "min", NAN), max = jval_num(it->norm, "max", NAN);
	double by = number_scale(n->r, it->start, it->end);

	if (isnan(min) || isnan(max))
		return;
	if (by > 1 && (min * by <= max || (min < by && falls(n, it)))) /* "сократилась со 120 до 36 тыс." */
		min *= by;
	/* "с 21 до 14": it fell */
	jval_set_num(&n->d->arena, it->norm, "min", min < max ? min : max);
	jval_set_num(&n->d->arena, it->norm, "max", min < max ? max : min);
}

static bool overlaps_earlier(const struct numbers *n, const struct item *it)
{
	return n->last && n->last->end > it->start;
}

/* "8.01 Step 1. …": the number of a paragraph with a capital behind it, as English agreements count them. */
static bool numbers_paragraph(const struct numbers *n, const struct item *it)
{
	enum { DIGITS = 2 }; /* behind the point */
	struct span text = n->d->text;
	const struct block *b = it->block >= 0 ? &n->d->blocks[it->block] : NULL;
	size_t at = it->start, point;

	if (!b || b->kind == BLOCK_CELL || it->start != block_body(b))
		return false;
	while (at < it->end && text.p[at] >= '0' && text.p[at] <= '9')
		at++;
	point = at++;
	while (at < it->end && text.p[at] >= '0' && text.p[at] <= '9')
		at++;
	if (point == it->start || text.p[point] != '.' || at - point != DIGITS + 1 || at >= b->end || text.p[at] != ' ')
		return false;
	at++;
	return utf8_is_upper(utf8_next(span_sub(text, 0, b->end), &at));
}

bool pass_number(struct resolver *r, struct doc *d, struct err *e)
{
	struct numbers n = { .r = r, .d = d, .counted_block = -1, .money_block = -1, .named_block = -1 };
	size_t kept = 0;
	bool *names;

	(void)e;
	doc_sort_items(d);
	number_table_open(&n.table, r, d);
	names = numbers_of_instruments(d);
	for (size_t i = 0; i < d->n_items; i++) {
		struct item it = d->items[i];

		n.next = i + 1;
		if (it.type == ITEM_NUMBER) {
			if (names[i] || overlaps_earlier(&n, &it) || numbers_paragraph(&n, &it) || !settle(&n, &it))
				continue;
			scale_range(&n, &it);
			number_name_locally(d, &it, r->fold, number_lang(d, &it));
			if (it.block >= 0)
				number_add_tail(r, d, &it, number_lang(d, &it));
			remember(&n, &it);
		}
		if (is_name(&it) && name_end(d, &it) > n.names_end)
			n.names_end = name_end(d, &it);
		d->items[kept++] = it;
		n.last = it.type == ITEM_NUMBER ? &d->items[kept - 1] : n.last;
	}
	d->n_items = kept;
	return true;
}
