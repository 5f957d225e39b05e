/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The year of "15 мая" and "III квартал": what is said around them, and when the document was written. */
#include <string.h>

#include "morph.h"
#include "pass_time_p.h"
#include "timeval.h"

enum {
	LOOK_BACK = 400,
	FAR_BACK = 4000,
	LOOK_ITEMS = 200,
	HEADINGS_UP = 12,
	BRACKET_BYTES = 80,
	JOINT_BYTES = 8,
	LONG_SENTENCE = 2000
};

/* "../2024-07-01", "2024-07-01/..": one end, and as exact as a day. */
static bool is_bound(struct span value)
{
	return value.n == sizeof "../2024-07-01" - 1 &&
	       (span_starts(value, SPAN("../")) || span_ends(value, SPAN("/..")));
}

/* "40 случаев (в 2022 году – 55), в мае …": a year in brackets dates nothing outside of them. */
static bool bracket_closes(struct span text, size_t from, size_t to)
{
	for (size_t i = from; i < to && i < from + BRACKET_BYTES; i++) {
		if (text.p[i] == '(')
			return false;
		if (text.p[i] == ')')
			return true;
	}
	return false;
}

/*
 * The year that the last time in text[start, end) names, 0: none. Years of acts do not date what is told; a relative
 * year ("last year") holds for its sentence only, which begins at or after sentence.
 */
static int year_in(const struct times *t, size_t start, size_t end, size_t sentence)
{
	size_t first = doc_item_from(t->d, start), i = doc_item_from(t->d, end);

	if (i - first > LOOK_ITEMS)
		first = i - LOOK_ITEMS;
	while (i-- > first) {
		const struct item *it = &t->d->items[i];
		struct span v = jval_str(it->norm, "value");
		int y = time_is(it) && !timeval_open(v) ? time_single_year(v) : 0;

		if (!y && time_is(it) && !timeval_open(v) && is_bound(v)) /* "до 1 июля 2024 г. …, в IV квартале" */
			y = time_first_year(v);
		if (y && bracket_closes(t->d->text, it->end, end))
			continue;
		if (y && (it->start >= sentence || !jval_true(it->norm, "relative")) && !t->in_act[i] &&
		    (!t->frame.now.year || (y > t->frame.now.year - 6 && y < t->frame.now.year + 6)))
			return y;
	}
	return 0;
}

/* A heading dates what is below it only if it names one year. */
static int year_of_heading(const struct times *t, const struct block *b)
{
	int year = 0;

	for (size_t i = doc_item_from(t->d, b->start); i < t->d->n_items && t->d->items[i].start < b->end; i++) {
		const struct item *it = &t->d->items[i];
		struct span v = jval_str(it->norm, "value");
		int first, last;

		if (!time_is(it) || it->start < b->start || !timeval_extent(v, &first, &last) || t->in_act[i])
			continue;
		if (first / 10000 != last / 10000 || (year && first / 10000 != year))
			return 0;
		year = first / 10000;
	}
	return year;
}

static size_t sentence_start(const struct doc *d, const struct item *it)
{
	size_t i = doc_sentence_at(d, it->start);

	return i < d->n_sentences ? d->sentences[i].start : 0;
}

static bool is_above(const struct block *b, const struct block *of)
{
	if (b->hidden || b->kind == BLOCK_CELL)
		return false;
	return b->kind == BLOCK_HEADING || b->kind == BLOCK_TITLE || (of->kind == BLOCK_ITEM && b->level < of->level) ||
	       (of->kind == BLOCK_ITEM && b->kind == BLOCK_PARA);
}

/* From the sentence outward: the block so far, what introduces the list, the headings above. */
int time_year_around(const struct times *t, const struct item *it)
{
	const struct block *of, *b;
	int year, up = 0;

	if (it->block < 0)
		return 0;
	of = &t->d->blocks[it->block];
	year = year_in(t, of->start, it->start, sentence_start(t->d, it));
	if (year)
		return year;
	for (int i = it->block - 1; i >= 0 && up < HEADINGS_UP && it->block - i < LOOK_BACK; i--) {
		b = &t->d->blocks[i];
		if (!is_above(b, of))
			continue;
		year = b->kind == BLOCK_PARA || b->kind == BLOCK_ITEM ? year_in(t, b->start, b->end, b->end)
								      : year_of_heading(t, b);
		if (year)
			return year;
		up++;
		of = b->kind == BLOCK_PARA ? of : b;
		if (b->kind == BLOCK_PARA)
			break;
	}
	for (int i = it->block - 1; i >= 0 && it->block - i < FAR_BACK; i--) {
		b = &t->d->blocks[i];
		if ((b->kind == BLOCK_HEADING || b->kind == BLOCK_TITLE) && (year = year_of_heading(t, b)) != 0)
			return year;
	}
	return 0;
}

/* "С опозданием, 29 ноября, выплачена премия": the sentence tells of what is over. */
static bool tells_past(const struct times *t, const struct item *it)
{
	static const char *const ends[] = { "л", "ла", "ло", "ли", "лся", "лась", "лось", "лись" };
	const struct block *b = it->block >= 0 ? &t->d->blocks[it->block] : NULL;
	size_t i = doc_sentence_at(t->d, it->start);
	bool told = i < t->d->n_sentences && t->d->sentences[i].start <= it->start;
	size_t start = told ? t->d->sentences[i].start : b ? b->start : it->start;
	size_t end = told ? t->d->sentences[i].end : b ? b->end : it->end;
	struct words w = resolver_words(t->r, start, end - start < LONG_SENTENCE ? end : start + LONG_SENTENCE);
	bool past = false;

	for (size_t k = 0; k < w.n; k++) {
		struct span word = word_text(t->r->fold, w.v[k]);
		struct morph_parse p[MORPH_MAX];

		if (morph_parses(t->r->morph, word, p) == 0 || (p[0].tags & M_PREDICTED))
			continue;
		if ((p[0].tags & M_INF) || word_list_has(t->r->lists, WORDS_SCHEDULED, word)) /* "назначено: 5 мая" */
			return false;
		past |= (p[0].tags & M_ADJ_SHORT) && (p[0].tags & M_PARTICIPLE);
		for (size_t e = 0; (p[0].tags & M_VERB) && e < sizeof ends / sizeof *ends; e++)
			past |= span_ends(word, span_of(ends[e]));
	}
	return past;
}

/* "за IV квартал": what is measured for a quarter or a month is over. */
static bool is_span_before(const struct times *t, const struct item *it, struct span value)
{
	return value.n < sizeof "2020-01-01" - 1 && span_ends(span_sub(t->r->fold, 0, it->start), SPAN(" за ")) &&
	       !span_is(jval_str(t->d->meta, "kind"), "plan");
}

/* "31 грудня звітного року" */
static bool names_own_year(const struct times *t, const struct item *it)
{
	static const char *const words[] = { "отчетн", "звітн", "справаздачн" };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (span_find(span_sub(t->r->fold, it->start, it->end), span_of(words[i]), 0) != SPAN_NONE)
			return true;
	return false;
}

/* "первое полугодие т.г." */
static bool names_current_year(const struct times *t, const struct item *it)
{
	static const char *const words[] = { "т.г",    "т. г", "текущ", "с.г",    "с. г",
					     "нынешн", "ц.р",  "ц. р",  "поточн", "бягуч" };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (span_find(span_sub(t->r->fold, it->start, it->end), span_of(words[i]), 0) != SPAN_NONE)
			return true;
	return false;
}

/* "осенью того же года": the year of the time before, wherever it stands. */
static int year_before(const struct times *t, const struct item *it)
{
	size_t i = doc_item_from(t->d, it->start);

	for (size_t back = 0; i-- > 0 && back < LOOK_ITEMS; back++) {
		const struct item *before = &t->d->items[i];
		struct span v = jval_str(before->norm, "value");

		if (time_is(before) && before->end <= it->start && !t->in_act[i] && !timeval_open(v) &&
		    time_first_year(v))
			return time_first_year(v);
	}
	return 0;
}

/* "7 ноября и 25 декабря 2022 г.": the year is said with the last day. 0: it is not. */
static int year_behind(const struct times *t, const struct item *it, struct span value)
{
	static const char *const joints[] = { ", ",    " и ",    " та ",   " і ",       " й ",
					      " and ", " және ", " жана ", ", а также " };
	const struct item *next = it + 1, *end = t->d->items + t->d->n_items;
	struct span between, v;
	struct day day;

	while (next < end && (!time_is(next) || next->start < it->end))
		next++;
	if (value.n != sizeof "@?-01-01" - 1 || next >= end || next->start - it->end > 2 * JOINT_BYTES)
		return 0;
	between = span_sub(t->r->fold, it->end, next->start);
	v = jval_str(next->norm, "value");
	for (size_t i = 0; i < sizeof joints / sizeof *joints; i++)
		if (span_is(between, joints[i])) {
			if (span_starts(v, SPAN("@?-")) && v.n == value.n)
				return year_behind(t, next, v);
			return v.n == sizeof "2020-01-01" - 1 && !timeval_open(v) && time_day_of(v, &day) ? day.year
													  : 0;
		}
	return 0;
}

/* Is it inside what is to be done? Goals are found before times; items are sorted. */
static bool in_goal(const struct times *t, const struct item *it)
{
	for (const struct item *o = it; o-- > t->d->items && it - o < LOOK_ITEMS && o->block + 1 >= it->block;)
		if (o->type == ITEM_GOAL && o->end + 1 >= it->end) /* the full stop of "т. г." */
			return true;
	return false;
}

/* "в 2025 году выполнено … Решили: до конца полугодия провести": nothing is to be done before the paper is written. */
static int year_to_come(const struct times *t, const struct item *it, struct span value, int year)
{
	struct buf b = { 0 };
	struct day now = t->frame.now;
	int first, last;

	if (now.day && year == now.year - 1 && in_goal(t, it) && timeval_fill(value, now, year, &b) &&
	    timeval_extent(buf_span(&b), &first, &last) && last < now.year * 10000 + now.month * 100 + now.day)
		year = now.year;
	buf_free(&b);
	return year;
}

/*
 * Without any year nearby the document's own year serves; a report tells of months before its date, and what is to be
 * done until a month that has passed is to be done in the next year.
 */
int time_year_for(const struct times *t, const struct item *it, struct span value)
{
	int year = span_find(value, SPAN("@="), 0) != SPAN_NONE && !names_own_year(t, it) ? year_before(t, it)
											  : year_behind(t, it, value);
	struct buf b = { 0 };
	int first, last;
	int now = t->frame.now.year * 10000 + t->frame.now.month * 100 + t->frame.now.day;

	if (year)
		return year;
	if (names_current_year(t, it) && !time_in_report(t->d) && t->frame.now.day)
		return t->frame.now.year;
	year = year_to_come(t, it, value, time_year_around(t, it));
	if (t->frame.period &&
	    span_is(jval_str(t->d->meta, "kind"), "plan")) /* "отчёт за прошлый год. Срок – до 20 января" */
		return t->frame.period;
	if (year || t->frame.period)
		return year ? year : t->frame.period;
	year = t->frame.now.year;
	if (year &&
	    t->frame.starts > year) /* "III кв." of a programme for the years to come: of each of them, or of one */
		return 0;
	if (!year || !t->frame.now.month || !timeval_fill(value, t->frame.now, year, &b))
		return year;
	if (timeval_extent(buf_span(&b), &first, &last)) {
		if (first == 0 && last < now)
			year++;
		else if (first > now &&
			 (time_in_report(t->d) || is_span_before(t, it, buf_span(&b)) || tells_past(t, it)))
			year--;
	}
	buf_free(&b);
	return year;
}
