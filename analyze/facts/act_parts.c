/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of a citation, each at one word: number, quoted title, time, issuer, country. */
#include "act_parts.h"

#include <string.h>

#include "act_name.h"
#include "act_text.h"
#include "morph.h"
#include "utf8.h"

enum { MAX_TITLE_BYTES = 700, MAX_NUMBER_BYTES = 24, MIN_OFFICE_BYTES = 16 };

const char *const reading_quotes[] = { "«", "“", "„", "\"", NULL };

struct span reading_word(const struct reading *x, size_t i)
{
	return word_text(x->r->fold, x->w->v[i]);
}

/* The text between word i and the one before it; before the first one, what the block begins with. */
struct span reading_gap(const struct reading *x, size_t i)
{
	int block = i ? -1 : doc_block_at(x->d, x->w->v[0].start);

	if (i)
		return doc_slice(x->d, x->w->v[i - 1].end, x->w->v[i].start);
	return block < 0 ? (struct span){ 0 } : doc_slice(x->d, x->d->blocks[block].start, x->w->v[0].start);
}

bool reading_has_any(struct span s, const char *const *signs)
{
	for (; *signs; signs++)
		if (span_find(s, span_of(*signs), 0) != SPAN_NONE)
			return true;
	return false;
}

bool reading_is_capital(const struct reading *x, size_t i)
{
	size_t at = x->w->v[i].start;

	return utf8_is_upper(utf8_next(x->d->text, &at));
}

const struct item *reading_name_at(const struct reading *x, size_t at)
{
	const struct item *it = item_index_at(&x->r->names, at, ITEM_ORG);

	if (it || !at)
		return it;
	(void)!utf8_prev(x->d->text, &at);
	return utf8_is_one_of(utf8_next(x->d->text, &(size_t){ at }), "«„“\"")
		       ? item_index_at(&x->r->names, at, ITEM_ORG)
		       : NULL;
}

/* The time that begins at byte at; dates inside an act may also have been read as deadlines. */
const struct item *reading_time_at(const struct reading *x, size_t at)
{
	const struct item *it = item_index_at(&x->r->times, at, ITEM_DATE);

	return it ? it : item_index_at(&x->r->times, at, ITEM_DEADLINE);
}

/* The first word that begins at or behind byte at. */
static size_t word_behind(const struct reading *x, size_t at)
{
	return words_from(x->w, at);
}

/* "законопроект о ратификации Конвенции № 190": the number of what it is about. */
static bool in_instrument(const struct reading *x, size_t at)
{
	return item_index_over(&x->r->standards, at, at + 1) != NULL;
}

/* Does a Cyrillic letter begin at that byte? Their first bytes in UTF-8 are D0 to D3. */
static bool is_cyrillic(struct span text, size_t at)
{
	return at < text.n && ((unsigned char)text.p[at] & 0xfc) == 0xd0;
}

/* "№ 414-V ЗРК": letters of the series of laws behind the number are of it. */
static size_t behind_series(const struct doc *d, size_t end)
{
	static const char *const series[] = { " ЗРК", " ҚРЗ" };

	for (size_t i = 0; i < sizeof series / sizeof *series; i++)
		if (span_starts(span_sub(d->text, end, d->text.n), span_of(series[i])) &&
		    !is_cyrillic(d->text, end + strlen(series[i])))
			return end + strlen(series[i]);
	return end;
}

/* "УП", "ПП", "ЗРУ": letters of a series of decrees or laws at word i. */
static bool is_series(const struct reading *x, size_t i)
{
	static const char *const series[] = { "УП", "ПП", "ПКМ", "ЗР", "ЗРУ" };

	for (size_t k = 0; k < sizeof series / sizeof *series; k++)
		if (span_is(doc_slice(x->d, x->w->v[i].start, x->w->v[i].end), series[k]))
			return true;
	return false;
}

/* "№ 10-ФЗ", "N 5", "No. 12", "ЗР-135": true and *next behind it. */
bool reading_number(struct reading *x, size_t i, size_t *next)
{
	struct span text = span_sub(x->d->text, 0, x->w->v[x->w->n - 1].end);
	size_t start = x->w->v[i].start, end = start, sign = span_find(reading_gap(x, i), SPAN("№"), 0), dash;

	sign = sign == SPAN_NONE ? start : start - reading_gap(x, i).n + sign;
	if (sign == start) {
		struct span word = reading_word(x, i);

		if (i + 1 >= x->w->n)
			return false;
		if (span_is(word, "n") || span_is(word, "no") || span_is(word, "nr"))
			start = end = x->w->v[i + 1].start;
		else if (!is_series(x, i) || !span_is(reading_gap(x, i + 1), "-") ||
			 span_find_char(reading_gap(x, i), '(', 0) != SPAN_NONE)
			return false;
	}
	while (end < text.n && end - start < MAX_NUMBER_BYTES) {
		size_t at = end;
		unsigned c = utf8_next(text, &at);

		if (c == ' ' && act_spaced_dash(text, start, end)) { /* "№ 3 - 5" */
			end += sizeof " - " - 1;
			continue;
		}
		if (!utf8_is_word(c) && c != '-' && c != '/' && c != 0x2013 && c != 0x2011 &&
		    !(c == '.' && at < text.n && utf8_is_word((unsigned char)text.p[at])))
			break;
		end = at;
	}
	end = behind_series(x->d, end);
	if (x->a->number.n || end == start || !span_has_digit(doc_slice(x->d, start, end)) || in_instrument(x, start))
		return false;
	x->a->number = doc_slice(x->d, start, end);
	dash = span_find(x->a->number, SPAN(" - "), 0);
	if (dash != SPAN_NONE) /* "№ 3 - 5" is № 3-5 */
		x->a->number = arena_printf(&x->d->arena, "%.*s-%.*s", (int)dash, x->a->number.p,
					    (int)(x->a->number.n - dash - 3), x->a->number.p + dash + 3);
	x->a->number_at = (struct word){ sign, end };
	if (i && sign > start - reading_gap(x, i).n && is_series(x, i - 1)) /* "Указ … УП № 191" */
		x->a->number_at.start = x->w->v[i - 1].start;
	x->a->end = end;
	*next = word_behind(x, end);
	return true;
}

/* Is this place inside the name of an organization? Its quotes are not the act's title. */
static bool in_name(const struct reading *x, size_t at)
{
	const struct item *it = item_index_over(&x->r->names, at - (at > 0), at + 1);

	return it && it->end - at < MAX_TITLE_BYTES && !span_starts(doc_slice(x->d, it->start, at), SPAN("«"));
}

/* "«О Стратегии «Узбекистан – 2030», Закон …": does one sign, before byte at, close both quotations? */
static bool closes_both(struct span text, size_t at)
{
	size_t next = at + (at < text.n && text.p[at] == ' ');

	return next >= text.n || !utf8_is_letter(utf8_next(text, &next));
}

/* A quoted title that begins before word i. */
bool reading_title(struct reading *x, size_t i, size_t *next)
{
	struct span text = span_sub(x->d->text, 0, x->d->text.n), before = reading_gap(x, i);
	size_t at = x->w->v[i].start, inner = SPAN_NONE, behind = at;
	int depth = 1;

	if (x->a->title.n || !reading_has_any(before, reading_quotes) || in_name(x, at))
		return false;
	while (at < text.n && at - x->w->v[i].start < MAX_TITLE_BYTES && text.p[at] != '\n') {
		size_t from = at;
		unsigned c = utf8_next(text, &at);

		if (c == 0xab || c == 0x201e)
			depth++;
		if (c != 0xbb && c != 0x201d && c != '"' && c != 0x201c)
			continue;
		if (--depth == 0) {
			inner = from;
			behind = at;
			break;
		}
		if (inner == SPAN_NONE && closes_both(text, at)) {
			inner = from;
			behind = at;
		}
	}
	if (inner == SPAN_NONE)
		return false;
	x->a->title = doc_slice(x->d, x->w->v[i].start, inner);
	x->a->end = behind;
	*next = word_behind(x, behind);
	return true;
}

/* Years, halves and quarters are what an act is for, not when it was made; so is a month behind "на". */
static bool is_period(const struct reading *x, size_t i, struct span value)
{
	if (span_find_char(value, '/', 0) != SPAN_NONE || value.n == sizeof "2020" - 1)
		return true;
	if (value.n < sizeof "2020-01" - 1 || value.n >= sizeof "2020-01-01" - 1)
		return false;
	return value.p[sizeof "2020-" - 1] > '9' || span_is(reading_word(x, i), "на");
}

/* Strategies and programmes have a year by which they end: "Стратегия развития края до 2035 года". */
static bool is_programme(const struct reading *x)
{
	struct span kind = lexicon_cell(x->r->lexicon[LEX_ACT_KINDS], x->a->kind_row, "kind");

	return x->a->kind_row != LEXICON_NONE && (span_is(kind, "strategy") || span_is(kind, "programme"));
}

bool reading_treaty_year(struct reading *x, size_t i)
{
	size_t k = i + (i + 1 < x->w->n && word_list_has(x->r->lists, WORDS_ACT_TIME, reading_word(x, i)));
	const struct item *it = reading_time_at(x, x->w->v[k].start);
	struct span value = it ? jval_str(it->norm, "value") : (struct span){ 0 };

	if (!it || x->a->date_at.end || !(value.n == sizeof "1966" - 1 || value.n == sizeof "1966-01-01" - 1))
		return false;
	x->a->date = value;
	x->a->about = true;
	x->a->date_at = (struct word){ x->w->v[i].start, it->end };
	x->a->end = it->end;
	return true;
}

static bool is_treaty(const struct reading *x)
{
	return x->a->kind_row != LEXICON_NONE &&
	       span_is(lexicon_cell(x->r->lexicon[LEX_ACT_KINDS], x->a->kind_row, "kind"), "treaty");
}

/* A date or a period, with "от", "на" before it. */
bool reading_time(struct reading *x, size_t i, size_t *next)
{
	size_t k = i;
	const struct item *it;
	struct span value;

	if (i && word_list_has(x->r->lists, WORDS_OTHER_TIME, reading_word(x, i - 1)))
		return false;
	if (is_treaty(x)) {
		bool done = reading_treaty_year(x, i);

		*next = done ? word_behind(x, x->a->end) : i;
		return done;
	}
	if (i + 1 < x->w->n && word_list_has(x->r->lists, WORDS_ACT_TIME, reading_word(x, i)))
		k++;
	if (k > i && k + 1 < x->w->n && word_list_has(x->r->lists, WORDS_PERIOD_NOUN, reading_word(x, k)))
		k++;
	it = reading_time_at(x, x->w->v[k].start);
	if (!it) /* «2» июня: the quote is of the date */
		it = reading_time_at(x, x->w->v[k].start - (x->w->v[k].start > 1 ? 2 : 0));
	if (!it || it->end > x->d->text.n)
		return false;
	value = jval_str(it->norm, "value");
	if (span_starts(value, SPAN("../")) && value.n == sizeof "../2030" - 1 && is_programme(x) &&
	    (span_starts(item_text(x->d, it), SPAN("до ")) || span_starts(item_text(x->d, it), SPAN("да ")))) {
		x->a->period = value;
		x->a->end = it->end;
		*next = word_behind(x, it->end);
		return true;
	}
	if (!value.n || value.p[0] < '0' || value.p[0] > '9')
		return false;
	if (value.n == sizeof "2020-01-01" - 1 && (x->a->date.n || (k == i && span_ends(reading_gap(x, i), SPAN("(")))))
		return false; /* "до конца соглашения (31 декабря 2024 г.)" */
	if (k == i && value.n == sizeof "2020" - 1 && x->a->kind_row != LEXICON_NONE && i &&
	    x->w->v[i - 1].end == x->a->head_end) /* "План 2023 г." heads a column */
		return false;
	if (is_period(x, i, value)) {
		x->a->period = value;
	} else if (!x->a->date.n) {
		x->a->date = value;
		x->a->date_at = (struct word){ x->w->v[i].start < it->start ? x->w->v[i].start : it->start, it->end };
	}
	x->a->end = it->end;
	*next = word_behind(x, it->end);
	return true;
}

bool reading_is_subject(const struct reading *x, size_t i)
{
	struct morph_parse p[MORPH_MAX];
	size_t n = x->r->morph ? morph_parses(x->r->morph, reading_word(x, i), p) : 0;
	unsigned tags = 0;

	for (size_t k = 0; k < n; k++)
		tags |= p[k].tags;
	return (tags & M_NOM) && !(tags & (M_GEN | M_PREDICTED));
}

/* A decision is of the organ as it is called everywhere: with whose it is, be that left out or printed in full. */
static bool is_decision(const struct reading *x)
{
	struct span kind = x->a->kind_row == LEXICON_NONE
				   ? (struct span){ 0 }
				   : lexicon_cell(x->r->lexicon[LEX_ACT_KINDS], x->a->kind_row, "kind");

	return span_is(kind, "resolution") || span_is(kind, "order");
}

static bool is_directive(const struct reading *x)
{
	static const char *const heads[] = { "Директива", "Дырэктыва", "Directive" };
	struct span head = lexicon_cell(x->r->lexicon[LEX_ACT_KINDS], x->a->kind_row, "nominative");

	for (size_t n = 0; n < sizeof heads / sizeof *heads; n++)
		if (span_is(head, heads[n]))
			return true;
	return false;
}

bool reading_begins_subject(const struct reading *x, size_t i, size_t next)
{
	struct morph_parse p[MORPH_MAX];
	size_t n;

	if (!i || next + 1 >= x->w->n || !reading_is_capital(x, i) || !span_is(reading_gap(x, i), " ") ||
	    reading_is_capital(x, next) || !span_is(reading_gap(x, next), " ") || !x->r->morph)
		return false;
	n = morph_parses(x->r->morph, reading_word(x, next), p);
	return n && (p[0].tags & M_NOUN) && (p[0].tags & M_GEN) && !(p[0].tags & M_PREDICTED);
}

/* Is it one word for a body of the state that has a longer name? */
static bool is_short_office(const struct reading *x, const struct item *it)
{
	struct span printed = item_text(x->d, it);

	return span_is(jval_str(it->norm, "kind"), "government") && span_find_char(printed, ' ', 0) == SPAN_NONE &&
	       span_find_char(jval_str(it->norm, "canonical"), ' ', 0) != SPAN_NONE && printed.n > MIN_OFFICE_BYTES;
}

bool reading_issuer(struct reading *x, size_t i, size_t *next)
{
	const struct item *it = reading_name_at(x, x->w->v[i].start);

	if (!it || x->a->issuer.n || is_series(x, i) ||
	    (reading_is_subject(x, i) && (x->a->period.n || span_is(jval_str(x->d->meta, "lang"), "ru"))))
		return false;
	if (x->a->title.n && span_eq(item_text(x->d, it), jval_str(it->norm, "canonical")))
		return false; /* "відповідно до Закону «Про зайнятість» Кабінет Міністрів постановляє" */
	x->a->issuer = jval_str(it->norm, "canonical");
	if (!x->a->issuer.n)
		x->a->issuer = item_text(x->d, it);
	if (is_decision(x) && !is_directive(x) && span_is(jval_str(it->norm, "kind"), "organ") && x->r->issuer.n &&
	    span_ends(x->a->issuer, x->r->issuer)) {
		x->a->issuer_at = (struct word){ it->start, it->end };
		x->a->issuer_full = act_name_genitive(x->r, x->d, x->a->issuer);
	} else if (is_decision(x) && is_short_office(x, it)) { /* "приказ Министерства": of the one named in full */
		x->a->issuer_at = (struct word){ it->start, it->end };
		x->a->issuer_full = act_name_genitive(x->r, x->d, x->a->issuer);
	} else if (is_decision(x) && x->r->issuer.n && x->w->v[i - (i > 0)].end > x->a->head_end &&
		   span_eq(x->a->issuer, jval_str(x->d->meta, "issuer"))) { /* "III съезда Профсоюза … «Суусамыр»" */
		x->a->issuer_at = (struct word){ it->start, it->end };
		x->a->issuer_full = x->r->issuer;
	}
	x->a->end = it->end;
	*next = word_behind(x, it->end);
	return true;
}

/* The country that an abbreviation printed in capitals stands for: РК, КР. */
static bool read_country_abbr(struct reading *x, size_t i)
{
	const struct lexicon *l = x->r->lexicon[LEX_COUNTRIES];
	struct span word = doc_slice(x->d, x->w->v[i].start, x->w->v[i].end);

	for (long row = 0; row < lexicon_rows(l); row++) {
		struct span abbr = lexicon_cell(l, row, "abbr");

		if (!abbr.n || !span_eq(abbr, word))
			continue;
		x->a->iso = lexicon_cell(l, row, "iso");
		x->a->country = lexicon_cell(l, row, "genitive");
		x->a->country_at = x->w->v[i];
		return true;
	}
	return false;
}

/* "Республики Казахстан", "Российской Федерации", "України", "РК" */
bool reading_country(struct reading *x, size_t i, size_t *next)
{
	struct phrase_hit hit;
	size_t k = i + word_list_has(x->r->lists, WORDS_BEFORE_COUNTRY, reading_word(x, i));

	if (read_country_abbr(x, i)) {
		*next = i + 1;
	} else if (k < x->w->n && !act_is_of_country(reading_word(x, k)) &&
		   phrases_at(x->r->phrases[LEX_COUNTRIES], x->r->fold, x->w, k, x->w->n, &hit)) {
		x->a->iso = lexicon_cell(x->r->lexicon[LEX_COUNTRIES], hit.row, "iso");
		*next = k + hit.words;
	} else {
		return false;
	}
	if (*next < x->w->n && word_list_has(x->r->lists, WORDS_BEHIND_COUNTRY, reading_word(x, *next)))
		++*next;
	x->a->end = x->w->v[*next - 1].end;
	return true;
}

static bool is_union(struct span word)
{
	static const char *const unions[] = { "ес", "єс", "еэс", "эс", "eu", "ec" };

	for (size_t n = 0; n < sizeof unions / sizeof *unions; n++)
		if (span_is(word, unions[n]))
			return true;
	return false;
}

bool reading_directive(struct reading *x, size_t i, size_t *next)
{
	struct span lang = jval_str(x->d->meta, "lang");
	size_t k = i < x->w->n && is_union(reading_word(x, i)) ? i + 1 : i, first = k;

	while (k < x->w->n && (span_has_digit(reading_word(x, k)) || (k > first && is_union(reading_word(x, k)))) &&
	       (k == first || span_is(reading_gap(x, k), "/")))
		k++;
	if (k < first + 2 || !is_directive(x))
		return false;
	x->a->number = doc_slice(x->d, x->w->v[first].start, x->w->v[k - 1].end);
	x->a->end = x->w->v[k - 1].end;
	x->a->about = true;
	if (!span_is(lang, "uk") && !span_is(lang, "be") && k < x->w->n &&
	    word_list_has(x->r->lists, WORDS_ACT_ABOUT, reading_word(x, k)))
		x->a->number_at = (struct word){ x->w->v[first].start, x->a->end };
	*next = k;
	return true;
}
