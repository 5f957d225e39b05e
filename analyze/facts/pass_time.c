/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Times: what an expression leaves to the document is filled in (the year, "last year", "until the end of the month"),
 * then each is a date or a deadline, and habits that bound nothing are dropped. Runs after goals and plan rows, whose
 * times are deadlines.
 */
#include <string.h>

#include "deadline.h"
#include "pass_time_p.h"
#include "morph.h"
#include "passes.h"
#include "time_frame.h"
#include "timeval.h"
#include "utf8.h"
#include "verbs.h"

enum { ANCHOR_WORDS = 7, SPAN_YEARS = 60, FEAST_BYTES = 90 };

/* Years of acts do not date what is told, but for the document's own name: acts[i] of the item with index i. Items are
 * sorted. */
static bool *find_in_acts(struct doc *d)
{
	bool *acts = arena_alloc(&d->arena, d->n_items + 1);
	size_t reach = 0;

	for (size_t i = 0; i < d->n_items; i++) {
		const struct item *it = &d->items[i];

		if (it->end > reach && !jval_get(it->norm, "self") &&
		    (it->type == ITEM_LEGAL_ACT || it->type == ITEM_CONVENTION || it->type == ITEM_RECOMMENDATION))
			reach = it->end;
		acts[i] = reach >= it->end;
	}
	return acts;
}

/* "не реже двух раз в год – с 1 марта и с 1 октября": the sentence says that it comes again. */
static bool beside_recurrence(const struct times *t, const struct item *it)
{
	size_t i = doc_sentence_at(t->d, it->start);
	size_t start = i < t->d->n_sentences ? t->d->sentences[i].start : it->start;
	size_t end = i < t->d->n_sentences ? t->d->sentences[i].end : it->end;

	for (size_t k = doc_item_from(t->d, start); k < t->d->n_items && t->d->items[k].start < end; k++) {
		const struct item *other = &t->d->items[k];
		const struct item *a = other->start < it->start ? other : it, *b = a == it ? other : it;

		if (time_is(other) &&
		    (span_starts(jval_str(other->norm, "value"), SPAN("R")) ||
		     span_starts(jval_str(other->norm, "value"), SPAN("--"))) &&
		    span_find_char(span_sub(t->r->fold, a->end, b->start), ';', 0) == SPAN_NONE)
			return true;
	}
	return false;
}

/* "ко Дню шахтёра (24 августа)": a feast comes every year. */
static bool is_feast(const struct times *t, const struct item *it, struct span value)
{
	static const char *const kinds[] = { "agreement", "charter", "programme" };
	static const char *const feasts[] = { " день ",    " дню ",   " дня ",   " днем ",
					      " праздник", " дзень ", " дзеня ", " свят" };
	size_t from = it->start > FEAST_BYTES ? it->start - FEAST_BYTES : 0;
	struct span before = span_sub(t->r->fold, from, it->start), kind = jval_str(t->d->meta, "kind");
	bool lasting = false;

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		lasting |= span_is(kind, kinds[i]);
	if (!lasting || t->frame.period || value.n != sizeof "@?-10-01" - 1 || !span_starts(value, SPAN("@?-")))
		return false;
	for (size_t i = 0; i < sizeof feasts / sizeof *feasts; i++)
		if (span_find(before, span_of(feasts[i]), 0) != SPAN_NONE)
			return true;
	return false;
}

/* "отчёты представлять до 20 января и до 20 июля", in a paper for several years: of each of them. */
static bool is_paired(const struct times *t, const struct item *it, struct span value)
{
	const struct item *items = t->d->items, *end = items + t->d->n_items;

	if (t->frame.period || !t->frame.starts || !span_starts(value, SPAN("../@?-")))
		return false;
	for (const struct item *o = it > items + 2 ? it - 2 : items; o < end && o <= it + 2; o++) {
		const struct item *a = o < it ? o : it, *b = a == it ? o : it;

		if (o != it && time_is(o) && a->end < b->start &&
		    span_is(span_sub(t->r->fold, a->end, b->start), " и ") &&
		    (jval_str(o->norm, "value").n == value.n || span_starts(jval_str(o->norm, "value"), SPAN("--"))))
			return true;
	}
	return false;
}

/* In an agreement for years a day without a year is a day of each of them. */
static bool is_yearly(const struct times *t, const struct item *it, struct span value)
{
	struct span kind = jval_str(t->d->meta, "kind");

	if (is_feast(t, it, value) || is_paired(t, it, value))
		return true;
	if (span_find(span_sub(t->r->fold, it->start, it->end), SPAN("текущ"), 0) != SPAN_NONE &&
	    !span_is(kind, "agreement") && !span_is(kind, "charter"))
		return false;
	if (value.n == sizeof "@?-02-01/@?-03-15" - 1 && span_starts(value, SPAN("@?-")) &&
	    span_starts(span_sub(value, sizeof "@?-02-01" - 1, value.n), SPAN("/@?-")))
		value = span_sub(value, 0, sizeof "@?-02-01" - 1);
	if (span_starts(value, SPAN("../")))
		value = span_sub(value, 3, value.n);
	else if (span_ends(value, SPAN("/..")) && beside_recurrence(t, it))
		value = span_sub(value, 0, value.n - 3);
	if (!((value.n == sizeof "@?-10-01" - 1 && span_starts(value, SPAN("@?-"))) ||
	      (value.n == sizeof "@+0Y-10-01" - 1 &&
	       (span_starts(value, SPAN("@+0Y-")) || span_starts(value, SPAN("@+1Y-"))))))
		return false;
	return ((span_is(kind, "agreement") || span_is(kind, "charter")) && !t->frame.period) ||
	       (!span_is(kind, "report") && beside_recurrence(t, it)); /* "раз в год, до 8 марта" */
}

/* "Задачи на 2025 год: … к концу года" in a report of 2024: the end of the year that the tasks are for. */
static struct day planned_day(const struct times *t, const struct item *it, struct span value, struct day now)
{
	int year = time_in_report(t->d) && span_is(value, "../@+0Y-12-31") ? time_year_around(t, it) : 0;

	return year > now.year ? (struct day){ year, 0, 0 } : now;
}

/* "Until" words make an @? interval; the value is @?-10-01 or ../@?-10-01 and may have its year twice. */
static void fill(const struct times *t, struct item *it, struct span value)
{
	bool unstated = span_find(value, SPAN("@?"), 0) != SPAN_NONE || span_find(value, SPAN("@="), 0) != SPAN_NONE;
	struct span filled;
	struct buf b = { 0 };
	int year = unstated && !is_yearly(t, it, value) ? time_year_for(t, it, value) : t->frame.now.year;
	struct day now = t->frame.now.year ? t->frame.now : (struct day){ t->frame.period, 0, 0 };

	if (!is_yearly(t, it, value) && timeval_fill(value, planned_day(t, it, value, now), year, &b)) {
		jval_set_str(&t->d->arena, it->norm, "value", buf_span(&b));
		if (unstated)
			jval_set_true(&t->d->arena, it->norm, "year_inferred");
		else
			jval_set_true(&t->d->arena, it->norm, "relative");
	} else {
		/* no year anywhere: what is known stays, as a day of every year has it */
		for (size_t i = 0; i < value.n; i++) {
			struct span rest = span_sub(value, i, value.n);

			buf_putc(&b, value.p[i] == '@' ? '-' : value.p[i]);
			if (span_starts(rest, SPAN("@?")) || span_starts(rest, SPAN("@=")))
				i += sizeof "@?" - 2;
			else if (span_starts(rest, SPAN("@+0Y")) || span_starts(rest, SPAN("@+1Y")))
				i += sizeof "@+0Y" - 2;
		}
		filled = buf_span(&b);
		if (span_starts(filled,
				SPAN("../--"))) /* a day of every year needs no open end: "relation" says before */
			filled = span_sub(filled, 3, filled.n);
		jval_set_str(&t->d->arena, it->norm, "value", unstated || is_yearly(t, it, value) ? filled : SPAN(""));
		if (!is_yearly(t, it, value))
			jval_set_true(&t->d->arena, it->norm, "incomplete");
	}
	buf_free(&b);
}

/* ---- the event that a duration is counted from ---- */

static const char *const anchor_words[] = {
	"со дня",           "с момента",    "с даты",  "после",  "до дня",    "до",       "перед",  "со", "с",
	"по истечении",     "по окончании", "від дня", "з дня",  "з моменту", "після",    "з дати", "да", "пасля",
	"from the date of", "of",           "after",   "before", "from",      "prior to", NULL
};

static bool starts_with_word(struct span s, const char *word)
{
	struct span w = span_of(word);

	return span_starts(s, w) && s.n > w.n && s.p[w.n] == ' ';
}

/* "со дня получения жалобы рассмотреть её", "после подписания утверждают план": the event ends before what is to be
 * done; bytes of it. */
static size_t before_infinitive(const struct times *t, size_t start, size_t n)
{
	struct words w = resolver_words(t->r, start, start + n);

	for (size_t k = 1; k < w.n; k++) {
		struct morph_parse p[MORPH_MAX];
		size_t parses = morph_parses(t->r->morph, word_text(t->r->fold, w.v[k]), p), verbs = 0;

		while (verbs < parses && (p[verbs].tags & M_VERB))
			verbs++;
		if (verb_form_of(t->r, word_text(t->r->fold, w.v[k])) == VERB_INFINITIVE || (parses && verbs == parses))
			return w.v[k].start - start;
	}
	return n;
}

/* Behind the time, or at the preposition that ends it ("two weeks before [the congress]"). */
static size_t anchor_from(const struct times *t, const struct item *it)
{
	struct span said = span_sub(t->r->fold, it->start, it->end);

	for (const char *const *w = anchor_words; *w; w++)
		if (span_ends(said, span_of(*w)) && said.n > strlen(*w) && said.p[said.n - strlen(*w) - 1] == ' ')
			return it->end - strlen(*w);
	return it->end;
}

static void add_anchor(const struct times *t, struct item *it)
{
	size_t end = it->block >= 0 ? t->d->blocks[it->block].end : it->end;
	struct span rest = span_sub(t->r->fold, anchor_from(t, it), end);
	size_t at = 0, words = 0;

	while (rest.n && rest.p[0] == ' ')
		rest = span_sub(rest, 1, rest.n);
	for (const char *const *w = anchor_words; *w; w++) {
		if (!starts_with_word(rest, *w))
			continue;
		rest = span_sub(rest, strlen(*w) + 1, rest.n);
		while (at < rest.n && !strchr(",.;:()\n", rest.p[at]) && (rest.p[at] != ' ' || ++words < ANCHOR_WORDS))
			at++;
		at = before_infinitive(t, (size_t)(rest.p - t->r->fold.p), at);
		if (at)
			jval_set_str(&t->d->arena, it->norm, "anchor",
				     span_trim(span_sub(t->d->text, (size_t)(rest.p - t->r->fold.p),
							(size_t)(rest.p - t->r->fold.p) + at)));
		return;
	}
}

/* Is it a quantity that ends where the time begins? */
static bool measures(const struct item *before, const struct item *it)
{
	return before && before->type == ITEM_NUMBER && before->end + 1 >= it->start;
}

/* Does the year of "../2030" lie ahead of the day that the document is of? Nothing is measured against it yet. */
static bool is_ahead(const struct times *t, struct span value)
{
	return t->frame.now.year && time_first_year(value) > t->frame.now.year;
}

/* "рост к 2020 году в 2,1 раза": the change stands around the year of the past that it is measured against. */
static bool is_base_of_change(const struct times *t, const struct item *it)
{
	static const char *const changes[] = { "рост ",       "роста ",      "прирост ",  "снижение ",
					       "увеличение ", "сокращение ", "падение ",  "уменьшение ",
					       "темп ",       "рост, ",      "зростання " };
	struct span before = span_sub(t->r->fold, 0, it->start), behind = span_sub(t->r->fold, it->end, t->r->fold.n);
	bool change = false;

	for (size_t i = 0; i < sizeof changes / sizeof *changes && !change; i++)
		change = span_ends(before, span_of(changes[i]));
	return change && (span_starts(behind, SPAN(" в ")) || span_starts(behind, SPAN(" на ")) ||
			  span_starts(behind, SPAN(" составил")) || span_starts(behind, SPAN(" – ")));
}

/* "рост в 1,6 раза к 2022 году", "на 11 % к 2021 году": what a change is measured against bounds nothing. */
static void unbind_base(const struct times *t, struct item *it, const struct item *before)
{
	struct span value = jval_str(it->norm, "value"), unit = before ? jval_str(before->norm, "unit") : value;
	struct span fold = span_sub(t->r->fold, it->start, it->end);
	bool head = it->block >= 0 && t->d->blocks[it->block].kind == BLOCK_CELL &&
		    span_ends(span_trim(span_sub(t->d->text, it->end, t->d->blocks[it->block].end)), SPAN("%"));
	bool sign = head || span_ends(span_sub(t->r->fold, 0, it->start),
				      SPAN("% ")); /* the heading of a column: "% к 2023 г." */
	bool change = measures(before, it) &&
		      (span_is(unit, "%") || span_is(unit, "раз") || span_is(unit, "процентный пункт")) &&
		      !span_starts(span_sub(t->r->fold, before->start, before->end), SPAN("до ")) &&
		      !span_ends(span_sub(t->r->fold, 0, before->start), SPAN("до ")); /* "до 60 % к 2027 году" */

	change |= !is_ahead(t, value) && is_base_of_change(t, it);
	if (!(change || (sign && !measures(before, it))) || !span_starts(value, SPAN("../")) ||
	    !span_starts(fold, SPAN("к ")) || span_starts(fold, SPAN("к конц")) || (change && is_ahead(t, value)))
		return;
	it->start += sizeof "к " - 1;
	it->norm = jval_object(&t->d->arena);
	jval_set_str(&t->d->arena, it->norm, "value", span_sub(value, 3, value.n));
}

static struct span last_part(struct span value)
{
	return span_starts(value, SPAN("../")) ? span_sub(value, 3, value.n) : value;
}

/* "два раза в год – к 5 июля и 10 января": the preposition bounds both days. */
static void bind_second(const struct times *t, struct item *it, const struct item *before)
{
	struct span value = jval_str(it->norm, "value"), first;

	if (!before || !time_is(before) || value.n < sizeof "--01-10" - 1 || timeval_open(value) ||
	    span_find_char(value, '/', 0) != SPAN_NONE || value.n != last_part(jval_str(before->norm, "value")).n ||
	    !span_is(span_sub(t->r->fold, before->end, it->start), " и "))
		return;
	first = jval_str(before->norm, "value");
	if (span_starts(first, SPAN("../")))
		jval_set_str(&t->d->arena, it->norm, "value", arena_printf(&t->d->arena, "../%.*s", SPAN_ARG(value)));
}

/* ---- what is no time of this document ---- */

/* regular, continuous, as-needed: only where they say when something is to be done. */
static bool is_habit(struct span value)
{
	return span_is(value, "regular") || span_is(value, "continuous") || span_is(value, "as-needed") ||
	       span_is(value, "per-schedule");
}

static bool is_of_the_day(struct span value)
{
	for (size_t i = 1; i < value.n; i++)
		if (strchr("DdWwse", value.p[i]))
			return true;
	return span_find(value, SPAN("@>"), 0) != SPAN_NONE || span_find(value, SPAN("@<"), 0) != SPAN_NONE ||
	       (value.p[0] == '@' && !span_starts(value, SPAN("@+0Y-")) &&
		span_find(value, SPAN("/@"), 0) != SPAN_NONE);
}

/* "The current year" of a statute is any year; "today" is a manner of speaking. */
static bool is_generic(const struct times *t, const struct item *it, struct span value)
{
	const struct doc *d = t->d;
	struct span kind = jval_str(d->meta, "kind");

	if (!timeval_open(value) || span_find(value, SPAN("@?"), 0) != SPAN_NONE ||
	    span_find(value, SPAN("@="), 0) != SPAN_NONE || is_yearly(t, it, value))
		return false;
	if (span_is(value, "@+0D"))
		return true;
	/* days and weeks from now, weekdays, seasons: only news speaks of them */
	if (!span_is(kind, "statement") && !span_is(kind, "other") && is_of_the_day(value))
		return true;
	return span_is(kind, "charter") || span_is(kind, "convention") || span_is(kind, "agreement");
}

static void note_impossible(struct doc *d, const struct item *it, struct span value)
{
	struct note *n;
	int first, last;
	bool odd = timeval_extent(value, &first, &last) && first && last < 99990000 &&
		   last / 10000 - first / 10000 > SPAN_YEARS;

	if (timeval_possible(value) && !odd)
		return;
	n = doc_add_note(d, NOTE_WARN, "impossible_date", "\"%.*s\" cannot be as it stands",
			 SPAN_ARG(item_text(d, it)));
	n->placed = true;
	n->start = it->start;
	n->end = it->end;
}

bool pass_time(struct resolver *r, struct doc *d, struct err *e)
{
	struct times t = { .r = r, .d = d };
	struct deadlines *dl;
	size_t n = 0;

	(void)e;
	doc_sort_items(d);
	t.in_act = find_in_acts(d);
	t.frame = time_frame_of(d, t.in_act);
	for (size_t i = 0; i < d->n_items; i++) {
		struct item *it = &d->items[i];
		struct span value = jval_str(it->norm, "value");

		if (!time_is(it) || is_generic(&t, it, value))
			continue;
		unbind_base(&t, it, i ? &d->items[i - 1] : NULL);
		value = jval_str(it->norm, "value");
		if (timeval_open(value))
			fill(&t, it, value);
		else if (value.n && value.p[0] == 'P' && jval_str(it->norm, "relation").n)
			add_anchor(&t, it);
		bind_second(&t, it, i ? &d->items[i - 1] : NULL);
		note_impossible(d, it, jval_str(it->norm, "value"));
	}
	dl = deadlines_of(r, d, t.frame.now);
	for (size_t i = 0; i < d->n_items; i++) {
		struct item it = d->items[i];
		struct span value = jval_str(it.norm, "value");

		if (time_is(&it) && deadline_is(dl, &it)) {
			it.type = ITEM_DEADLINE;
			it.id = (struct span){ 0 };
		}
		if (time_is(&it) && jval_true(it.norm, "heading") && !span_is(jval_str(d->meta, "kind"), "plan"))
			continue;
		if (time_is(&it) && (timeval_open(value) || !value.n ||
				     (it.type == ITEM_DATE && (is_habit(value) || jval_true(it.norm, "during")))))
			continue;
		d->items[n++] = it;
	}
	d->n_items = n;
	return true;
}
