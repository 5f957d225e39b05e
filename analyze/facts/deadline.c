/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Date or deadline, by what stands around: the cell, the goal, the verb, the preposition. */
#include "deadline_p.h"

#include <limits.h>
#include <string.h>

#include "bisect.h"
#include "morph.h"
#include "utf8.h"
#include "verbs.h"

enum {
	CUE_PLAN = 1 << 0,
	CUE_NORM = 1 << 1,
	CUE_PAST = 1 << 2,
	NORM_WORDS = 8,
	LIST_BLOCKS = 60,
	FAR_UP = 400, /* blocks */
	LINE_BYTES = 1000
};

static void add(struct doc *d, struct stretches *s, size_t start, size_t end)
{
	ARENA_ROOM(&d->arena, s->v, s->n, s->cap);
	s->v[s->n] = (struct stretch){ start, end, s->n && s->v[s->n - 1].reach > end ? s->v[s->n - 1].reach : end };
	s->n++;
}

/* Stretches were added in the order of their starts. */
static bool covers(const struct stretches *s, const struct item *it)
{
	size_t lo;

	BISECT(lo, s->n, s->v[lo].start <= it->start);
	return lo > 0 && s->v[lo - 1].reach >= it->end;
}

/* Where the deadline cell of a plan row stands (pass_table leaves it in the item's field "cells"). */
static void add_cell(struct doc *d, struct stretches *s, const struct item *row)
{
	const struct jval *at = jval_get(jval_get(row->extra, "cells"), "deadline");

	if (at && at->type == JSON_ARRAY && at->count == 2)
		add(d, s, (size_t)at->first->i, (size_t)at->last->i);
}

/* "ПРОГНОЗ социально-экономического развития …" */
static bool is_forecast(const struct resolver *r, struct doc *d)
{
	struct span title = jval_str(d->meta, "title"), first = span_cut(&title, ' ');
	char *folded = arena_alloc(&d->arena, first.n + 1);

	utf8_fold(first, folded);
	return word_list_has(r->lists, WORDS_FORECAST, span_make(folded, first.n));
}

struct deadlines *deadlines_of(struct resolver *r, struct doc *d, struct day now)
{
	struct deadlines *dl = arena_alloc(&d->arena, sizeof *dl);

	*dl = (struct deadlines){ .r = r, .d = d, .now = now, .kind = jval_str(d->meta, "kind") };
	dl->now_guessed = !jval_str(d->meta, "date").n;
	dl->forecast = is_forecast(r, d);
	dl->times = item_index_of(d, 1u << ITEM_DATE | 1u << ITEM_DEADLINE);
	for (size_t i = 0; i < d->n_items; i++) {
		const struct item *it = &d->items[i];

		if (it->type == ITEM_TABLE_ROW)
			add_cell(d, &dl->cells, it);
		else if (it->type == ITEM_GOAL && !span_is(jval_str(it->norm, "level"), "section"))
			add(d, &dl->goals, it->start, it->end + 1); /* with the full stop of "1 мая т. г." */
		else if (it->type == ITEM_LEGAL_ACT || it->type == ITEM_CONVENTION || it->type == ITEM_RECOMMENDATION ||
			 it->type == ITEM_PROTOCOL || it->type == ITEM_ORG)
			add(d, &dl->names, it->start, it->end);
	}
	return dl;
}

/* ---- what stands around ---- */

static unsigned cue_of(const struct deadlines *dl, long row)
{
	struct span cue = lexicon_cell(dl->r->lexicon[LEX_TIME_CUES], row, "cue");

	return span_is(cue, "plan") ? CUE_PLAN : span_is(cue, "norm") ? CUE_NORM : CUE_PAST;
}

static bool one_of(struct span word, const char *const *list)
{
	for (; *list; list++)
		if (span_is(word, *list))
			return true;
	return false;
}

/* "Заменить до 1 июня": an infinitive in what announces; not where it is a right or a possibility. */
static bool has_infinitive(const struct deadlines *dl, const struct item *it)
{
	struct stretch s = beside_sentence(dl, it);
	struct words w = resolver_words(dl->r, s.start, s.end);
	bool found = false;

	for (size_t i = 0; i < w.n; i++) {
		struct span word = word_text(dl->r->fold, w.v[i]);

		if (word_list_has(dl->r->lists, WORDS_FREE_TO, word))
			return false;
		found = found || verb_form_of(dl->r, word) == VERB_INFINITIVE;
	}
	return found;
}

/* Cues in the sentence; how long a rule holds counts only a few words before the time. */
static unsigned cues(const struct deadlines *dl, const struct item *it)
{
	bool since = span_ends(jval_str(it->norm, "value"), SPAN("/..")) && !has_infinitive(dl, it);
	struct stretch s = beside_sentence(dl, it);
	struct words w = resolver_words(dl->r, s.start, s.end);
	size_t self = words_from(&w, it->start), behind = words_from(&w, it->end);
	unsigned found = 0;

	for (size_t i = 0; i < w.n; i++) {
		struct phrase_hit hit;
		unsigned cue;

		if ((w.v[i].start >= it->start && w.v[i].start < it->end) ||
		    !resolver_phrase_at(dl->r, LEX_TIME_CUES, &w, i, w.n, &hit))
			continue;
		cue = cue_of(dl, hit.row);
		if (cue != CUE_NORM || (i < self && (since || self - i <= NORM_WORDS)) ||
		    (i >= behind && i - behind < NORM_WORDS / 2))
			found |= cue;
	}
	return found;
}

/* ---- the decision ---- */

/* An "and" with a year in figures right before it. */
static bool joins_year(const struct deadlines *dl, struct span word)
{
	size_t at = word.n ? (size_t)(word.p - dl->r->fold.p) : 0;

	return at > 4 && word_list_has(dl->r->lists, WORDS_LIST_AND, word) && dl->r->fold.p[at - 1] == ' ' &&
	       dl->r->fold.p[at - 2] >= '0' && dl->r->fold.p[at - 2] <= '9';
}

/* "план на 2026 год", "итоги 2022 года", "за 2023 год": a period belongs to a thing; "в 2026 году" dates an action. */
static bool belongs_to_thing(const struct deadlines *dl, const struct item *it, struct span value)
{
	struct span before[3];
	struct span behind = span_sub(dl->r->fold, it->end, dl->r->fold.n);

	if (span_starts(behind, SPAN(" арналған")) ||
	    span_starts(behind, SPAN(" арналган"))) /* "… жылға арналған жоспар" */
		return true;
	before[1] = before[2] = (struct span){ 0 };
	if (beside_words(dl, it, before, 3) == 0)
		return false;
	if (joins_year(dl, before[0])) { /* "у 2027 та 2028 роках" */
		before[0] = before[1];
		before[1] = before[2];
	}
	if (word_list_has(dl->r->lists, WORDS_PERIOD_OF, before[0]) &&
	    word_list_has(dl->r->lists, WORDS_SCHEDULED, before[1])) /* "намечен на 2026 год" */
		return false;
	if (word_list_has(dl->r->lists, WORDS_PERIOD_OF, before[0]))
		return value.n < 10 || span_find_char(value, '/', 0) == 4;
	/* "…, 2026-жылы кеминде 300 арыз даярдасын": when something is done; of a thing it is 2026-жылдагы */
	if (span_ends(span_sub(dl->r->fold, it->start, it->end), SPAN("жылы")))
		return false;
	return beside_is_year(value) && utf8_next(before[0], &(size_t){ 0 }) >= 0x400 &&
	       !word_list_has(dl->r->lists, WORDS_DATES_ACTION, before[0]) && !beside_is_verb(dl, before[0]);
}

static bool kind_is(const struct deadlines *dl, const char *const *kinds)
{
	return one_of(dl->kind, kinds);
}

/* Over before the document was written? */
static bool is_past(const struct deadlines *dl, struct span value)
{
	int first, last;
	int now = dl->now.year * 10000 + (dl->now.month ? dl->now.month : 1) * 100 + (dl->now.day ? dl->now.day : 1);

	return dl->now.year && timeval_extent(value, &first, &last) && last < now;
}

/* The document's own year in a paper of its second half is as likely a report of it as a plan. */
static bool own_year_is_past(const struct deadlines *dl, const struct item *it, struct span value)
{
	struct span before[4];
	struct day t;
	size_t n;

	if (!beside_is_year(value) || !time_day_of(value, &t) || t.year != dl->now.year || dl->now.month <= 6)
		return false;
	n = beside_words(dl, it, before, 4);
	for (size_t i = 1; i < n; i++)
		if (beside_is_verb(dl, before[i]))
			return false;
	return true;
}

/* "по состоянию на 1 января", "станом на 1 січня", "as of 1 January": how things stood that day. */
static bool is_as_of(const struct deadlines *dl, const struct item *it)
{
	struct span before[2];

	return beside_words(dl, it, before, 2) == 2 && word_list_has(dl->r->lists, WORDS_AS_OF, before[1]);
}

/* "план на II квартал", "взносы за март": behind a preposition of what a thing is for. */
static bool is_for(const struct deadlines *dl, const struct item *it)
{
	struct span before[1];

	return beside_words(dl, it, before, 1) > 0 && word_list_has(dl->r->lists, WORDS_PERIOD_OF, before[0]);
}

static bool in_goal(const struct deadlines *dl, const struct item *it, struct span value)
{
	int first, last;

	if (beside_names_thing(dl, it, value) || beside_dates_figure(dl, it, value))
		return false;
	if (value.n && value.p[0] == 'P' && jval_true(it->norm, "relative")) /* "за последние 12 месяцев" */
		return false;
	if (!timeval_extent(value, &first, &last))
		return true;
	if ((is_past(dl, value) && !(dl->now_guessed && last / 10000 == dl->now.year)) ||
	    own_year_is_past(dl, it, value))
		return false;
	if (span_ends(value, SPAN("/..")) &&
	    ((cues(dl, it) & CUE_NORM) || /* "с 1 января … устанавливается", "с 1 января составляет" */
	     span_starts(span_sub(dl->r->fold, it->end, dl->r->fold.n), SPAN(" составля"))))
		return false;
	return !((beside_is_years(value) || is_for(dl, it)) && belongs_to_thing(dl, it, value));
}

/* Does a heading above say that this part tells of how things are ("Анализ текущей ситуации")? */
static bool in_survey(const struct deadlines *dl, const struct item *it)
{
	static const char *const stems[] = { "анализ",   "аналіз",    "ситуаци",      "ситуаці",        "состояни",
					     "введени",  "вступ",     "итоги",        "достижен",       "стан ",
					     "уводзін",  "кіріспе",   "талдау",       "жағдай",         "киришүү",
					     "талдоо",   "абал",      "background",   "context",        "introduction",
					     "analysis", "situation", "where we are", "общие сведения", "преамбул" };
	int level = INT_MAX;

	for (int i = it->block - 1; i >= 0 && it->block - i < FAR_UP; i--) {
		const struct block *b = &dl->d->blocks[i];
		struct span fold = span_sub(dl->r->fold, b->start, b->end);

		if (b->kind != BLOCK_HEADING || b->level >= level)
			continue;
		level = b->level;
		for (size_t k = 0; k < sizeof stems / sizeof *stems; k++)
			if (span_find(fold, span_of(stems[k]), 0) != SPAN_NONE)
				return true;
	}
	return false;
}

static bool recurs(const struct deadlines *dl, const struct item *it, unsigned cue)
{
	static const char *const binding[] = { "agreement", "charter", "resolution", "plan", NULL };
	static const char *const telling[] = { "report", "statement", NULL };

	if (cue & CUE_PLAN)
		return !(cue & CUE_PAST) || !kind_is(dl, telling);
	if (jval_str(it->norm, "comparator").n)
		return !kind_is(dl, telling);
	if (span_is(dl->kind, "programme")) /* tells of habits where it surveys what there is, of duties elsewhere */
		return !(cue & CUE_PAST) && dl->goals.n && dl->goals.v[0].start < it->start && !in_survey(dl, it);
	return kind_is(dl, binding) && !(cue & CUE_PAST);
}

/* Years and months: what a rule holds for, rather than a time to act in. */
static bool is_long(struct span value)
{
	return value.n > 2 && value.p[0] == 'P' && value.p[1] != 'T' &&
	       (value.p[value.n - 1] == 'Y' || value.p[value.n - 1] == 'M');
}

static bool counted_from_event(const struct deadlines *dl, const struct item *it, unsigned cue)
{
	static const char *const telling[] = { "report", "statement", NULL };

	if (jval_true(it->norm, "relative"))
		return false;
	if ((cue & CUE_NORM) && span_is(jval_str(it->norm, "relation"), "within") &&
	    is_long(jval_str(it->norm, "value")))
		return false; /* "действует в течение трёх лет" */
	return !kind_is(dl, telling) || ((cue & CUE_PLAN) && !(cue & CUE_PAST));
}

/* "объявит 5 мая митинг": a verb of the present or the future about a day to come; "действует до 5 мая" is no deed. */
static bool tells_future(const struct deadlines *dl, const struct item *it)
{
	static const char *const ends[] = { "ет",   "ит",   "ут",   "ют",   "ат",   "ят",
					    "ется", "ится", "утся", "ются", "атся", "ятся" };
	struct stretch s = beside_sentence(dl, it);
	struct words w = resolver_words(dl->r, s.start, s.end);
	bool found = false;

	for (size_t i = 0; i < w.n; i++) {
		struct span word = word_text(dl->r->fold, w.v[i]);
		struct morph_parse p[MORPH_MAX];
		bool verb = false;

		for (size_t k = 0; k < sizeof ends / sizeof *ends && !verb; k++)
			verb = span_ends(word, span_of(ends[k])) && morph_parses(dl->r->morph, word, p) > 0 &&
			       (p[0].tags & M_VERB) && !(p[0].tags & M_PREDICTED);
		if (verb && word_list_has(dl->r->lists, WORDS_STATE_VERB, word))
			return false;
		found |= verb;
	}
	return found;
}

/* "Прежние нормы применяются до 1 мая": how long things stay as they are. */
static bool tells_state(const struct deadlines *dl, const struct item *it)
{
	struct stretch s = beside_sentence(dl, it);
	struct words w = resolver_words(dl->r, s.start, s.end);

	for (size_t i = 0; i < w.n; i++)
		if (word_list_has(dl->r->lists, WORDS_STATE_VERB, word_text(dl->r->fold, w.v[i])))
			return true;
	return false;
}

/* "We call on the governments to": what the list below begins with is asked for. */
static bool lead_asks(const struct deadlines *dl, const struct item *it)
{
	static const char *const ends[] = { " to", " shall", " must", " will" };

	for (int i = it->block - 1; i >= 0 && it->block - i < LIST_BLOCKS; i--) {
		const struct block *b = &dl->d->blocks[i];
		struct span fold = span_trim(span_sub(dl->r->fold, block_body(b), b->end));

		if (b->hidden || (b->kind == BLOCK_ITEM && b->level >= dl->d->blocks[it->block].level &&
				  !span_ends(fold, SPAN(" to"))))
			continue;
		if (span_ends(fold, SPAN(":")))
			fold = span_trim(span_sub(fold, 0, fold.n - 1));
		for (size_t k = 0; k < sizeof ends / sizeof *ends; k++)
			if (span_ends(fold, span_of(ends[k])))
				return true;
		return false;
	}
	return false;
}

/* Is it something that is to be done, by the form of the sentence? */
static bool is_announced(const struct deadlines *dl, const struct item *it)
{
	static const char *const announcing[] = { "agreement", "charter", "resolution", "plan", "programme", NULL };
	bool in_list = it->block >= 0 && dl->d->blocks[it->block].kind == BLOCK_ITEM;

	return ((kind_is(dl, announcing) || in_list) && has_infinitive(dl, it)) || (in_list && lead_asks(dl, it));
}

/* "до конца 2027 года", "2027 жылдың соңына дейін": the end of a year is a term. */
static bool bounds_end(const struct deadlines *dl, const struct item *it)
{
	static const char *const ends[] = { "конц", "кінц", "канц", "соңын", "соңун", "аяғын", "аягын", "end of" };
	struct span fold = span_sub(dl->r->fold, it->start, it->end);

	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		if (span_find(fold, span_of(ends[i]), 0) != SPAN_NONE)
			return true;
	return false;
}

static bool outside(const struct deadlines *dl, const struct item *it, struct span value)
{
	static const char *const announcing[] = { "agreement", "charter", "resolution", "plan", "programme", NULL };
	unsigned cue = cues(dl, it) | (is_announced(dl, it) ? CUE_PLAN : 0);
	int now = dl->now.year * 10000 + dl->now.month * 100 + dl->now.day;
	int first, last;

	if (value.n && value.p[0] == 'P')
		return counted_from_event(dl, it, cue);
	if (value.n && (value.p[0] == 'R' || value.p[0] == '-'))
		return recurs(dl, it, cue);
	if (!timeval_extent(value, &first, &last))
		return (cue & CUE_PLAN) || (span_is(value, "as-needed") && recurs(dl, it, cue));
	if (is_past(dl, value) || (cue & CUE_NORM) || belongs_to_thing(dl, it, value) ||
	    beside_names_thing(dl, it, value))
		return false;
	if (!(cue & CUE_PAST) && dl->now.day && beside_last_part(value).n >= sizeof "2020-01" - 1 &&
	    (first ? first : last) > now && last < 99990000 && tells_future(dl, it))
		return true;
	if (!(cue & CUE_PAST) && dl->now.day && !kind_is(dl, announcing) && first > now && last < 99990000 &&
	    !beside_is_years(value) && has_infinitive(dl, it))
		return true;
	if (cue & CUE_PLAN)
		return !own_year_is_past(dl, it, value) && (!(cue & CUE_PAST) || dl->now.year);
	return kind_is(dl, announcing) && dl->now.year && !(cue & CUE_PAST) &&
	       (!beside_is_years(value) || bounds_end(dl, it)) && (first ? first : last) > now && last < 99990000 &&
	       dl->d->blocks[it->block < 0 ? 0 : it->block].kind != BLOCK_TITLE && !tells_state(dl, it);
}

/* "«20» декабря 2016 г.  «20» декабря 2016 г.": a line of nothing but days is where a paper was signed. */
static bool stands_alone(const struct deadlines *dl, const struct item *it)
{
	const struct block *b = it->block >= 0 ? &dl->d->blocks[it->block] : NULL;
	size_t at = b ? block_body(b) : 0;

	if (!b || b->kind == BLOCK_CELL || b->kind == BLOCK_ITEM || b->end - at > LINE_BYTES ||
	    span_find_char(jval_str(it->norm, "value"), '/', 0) != SPAN_NONE)
		return false;
	while (at < b->end) {
		size_t k = item_index_from(&dl->times, at), next = at;

		if (k < dl->times.n && item_index_get(&dl->times, k)->start == at)
			at = item_index_get(&dl->times, k)->end;
		else if (utf8_is_word(utf8_next(dl->d->text, &next)))
			return false;
		else
			at = next;
	}
	return true;
}

/* "№ 102 об обеспечении – 2028 год;": an item of a list that ends with when its thing is to be done. */
static bool closes_item(const struct deadlines *dl, const struct item *it, struct span value)
{
	static const char *const kinds[] = { "plan", "programme", "resolution", NULL };
	const struct block *b = it->block >= 0 ? &dl->d->blocks[it->block] : NULL;
	struct span before = span_sub(dl->d->text, 0, it->start);
	int first, last;

	return b && b->kind == BLOCK_ITEM && kind_is(dl, kinds) && it->end + 1 >= b->end && dl->now.year &&
	       (span_ends(before, SPAN(" – ")) || span_ends(before, SPAN(" — ")) || span_ends(before, SPAN(" - "))) &&
	       timeval_extent(value, &first, &last) && first / 10000 >= dl->now.year && !is_past(dl, value);
}

/* "1. Консультировать членов профсоюза. Постоянно." in a plan. */
static bool closes_action(const struct deadlines *dl, const struct item *it)
{
	const struct block *b = it->block >= 0 ? &dl->d->blocks[it->block] : NULL;

	return b && span_is(dl->kind, "plan") && b->kind == BLOCK_ITEM && it->end + 1 >= b->end &&
	       span_ends(span_sub(dl->d->text, 0, it->start), SPAN(". "));
}

/* "ЯНВАРЬ", "II квартал" above what a plan lists for it. */
static bool heads_plan(const struct deadlines *dl, const struct item *it, struct span value)
{
	const struct block *b = it->block >= 0 ? &dl->d->blocks[it->block] : NULL;

	return b && span_is(dl->kind, "plan") && b->kind != BLOCK_CELL && b->kind != BLOCK_ITEM &&
	       it->start == block_body(b) && it->end + 1 >= b->end && value.n < sizeof "2020-01-01" - 1 &&
	       (!beside_is_year(value) || jval_true(it->norm, "heading"));
}

/* "Копия верна: А. Цой, 12.03.25": the last words of a paper say when it was signed. */
static bool closes_paper(const struct deadlines *dl, const struct item *it, struct span value)
{
	const struct block *b = it->block >= 0 ? &dl->d->blocks[it->block] : NULL;

	return b && (size_t)it->block + 1 == dl->d->n_blocks && b->kind != BLOCK_CELL && b->kind != BLOCK_ITEM &&
	       it->end + 1 >= b->end && value.n == sizeof "2020-01-01" - 1 && !has_infinitive(dl, it);
}

/* A day before that of the paper: nothing can be done by it any more ("как постановил суд 27.01.2031"). */
static bool has_passed(const struct deadlines *dl, struct span value)
{
	int year = calendar_digits(value, 0, 4), month = calendar_digits(value, 5, 2),
	    day = calendar_digits(value, 8, 2);

	if (value.n != sizeof "2020-01-01" - 1 || year < 0 || month < 0 || day < 0 || dl->now_guessed || !dl->now.day)
		return false;
	return year * 10000 + month * 100 + day < dl->now.year * 10000 + dl->now.month * 100 + dl->now.day;
}

/* "Effective January 1, 2026, the rates shall be increased": from when a norm holds. */
static bool is_effective(const struct deadlines *dl, const struct item *it)
{
	return span_starts(span_sub(dl->r->fold, it->start, it->end), SPAN("effective "));
}

bool deadline_is(struct deadlines *dl, const struct item *it)
{
	struct span value = jval_str(it->norm, "value");

	if (covers(&dl->cells, it))
		return true;
	if (heads_plan(dl, it, value) || closes_action(dl, it) || closes_item(dl, it, value) ||
	    beside_is_labelled(dl, it))
		return true;
	if (jval_true(it->norm, "holiday") || dl->forecast || has_passed(dl, value) || is_effective(dl, it))
		return false;
	if (covers(&dl->names, it) || closes_paper(dl, it, value) || stands_alone(dl, it) || is_as_of(dl, it))
		return false;
	if (covers(&dl->goals, it))
		return in_goal(dl, it, value);
	if (it->block >= 0 &&
	    (dl->d->blocks[it->block].kind == BLOCK_TITLE || dl->d->blocks[it->block].kind == BLOCK_HEADING))
		return false;
	return outside(dl, it, value);
}
