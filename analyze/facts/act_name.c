/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an act is called: one name for all its citations, so that they can be counted as one. */
#include "act_name.h"

#include <string.h>

#include "naming.h"
#include "recase.h"
#include "slavic_genitive.h"
#include "utf8.h"

enum { OFFICE_WORDS = 6 }; /* "Министерства промышленности и строительства" */

void act_put_date(struct buf *out, struct span iso, struct span lang)
{
	const char *of = span_is(lang, "uk") ? "від" : span_is(lang, "be") ? "ад" : span_is(lang, "en") ? "of" : "от";

	if (iso.n == sizeof "2020-01-01" - 1)
		buf_addf(out, " %s %.2s.%.2s.%.4s", of, iso.p + 8, iso.p + 5, iso.p);
}

struct span act_name_genitive(const struct resolver *r, struct doc *d, struct span name)
{
	struct span known =
		lexicon_cell(r->lexicon[LEX_SPEAKERS], lexicon_find(r->lexicon[LEX_SPEAKERS], name), "genitive");
	struct span lang = jval_str(d->meta, "lang");

	if (known.n)
		return known;
	if (span_is(lang, "uk") || span_is(lang, "be"))
		return slavic_genitive_name(&d->arena, r->naming->heads, span_is(lang, "uk") ? SLAVIC_UK : SLAVIC_BE,
					    name);
	return recase(&d->arena, r->morph, name, M_NOM, M_GEN);
}

/* Text [from, to) without what is cut out of it; a dash between years is a hyphen. */
static void put_text(struct buf *out, const struct doc *d, const struct act *a, size_t from, size_t to)
{
	const struct word cut[] = { a->date_at, a->number_at, a->country_at, a->issuer_at };
	const struct span instead[] = { { 0 }, { 0 }, a->country, a->issuer_full };

	while (from < to) {
		size_t end = to, next = to;
		struct span other = { 0 };

		for (size_t i = 0; i < sizeof cut / sizeof *cut; i++) {
			if (cut[i].start == cut[i].end || cut[i].start < from || cut[i].start >= end)
				continue;
			end = cut[i].start;
			next = cut[i].end;
			other = instead[i];
		}
		buf_add(out, doc_slice(d, from, end));
		buf_add(out, other);
		from = next;
	}
}

/* Where the issuer or country behind the head ends: title, date or number begin. */
static size_t lead_end(const struct doc *d, const struct act *a)
{
	size_t end = a->end, title = a->title.n ? (size_t)(a->title.p - d->text.p) : end;
	const size_t own[] = { title, a->date_at.end ? a->date_at.start : end,
			       a->number_at.end ? a->number_at.start : end };

	for (size_t i = 0; i < sizeof own / sizeof *own; i++)
		if (own[i] >= a->head_end && own[i] < end)
			end = own[i];
	if (end == title && a->title.n)
		(void)!utf8_prev(d->text, &end); /* its quote */
	return end;
}

/* The first bracket of s that no quotation holds: a title keeps its own. */
static size_t open_bracket(struct span s)
{
	int depth = 0;
	bool straight = false;

	for (size_t at = 0; at < s.n;) {
		size_t here = at;
		unsigned c = utf8_next(s, &at);

		depth += (c == 0xab || c == 0x201e) - (c == 0xbb || c == 0x201d);
		straight ^= c == '"';
		if (c == '(' && depth <= 0 && !straight)
			return here;
	}
	return SPAN_NONE;
}

static struct span without_brackets(struct doc *d, struct span s)
{
	size_t open = open_bracket(s), close = open == SPAN_NONE ? open : span_find_char(s, ')', open);

	while (close != SPAN_NONE) {
		size_t before = open && s.p[open - 1] == ' ' ? open - 1 : open;

		s = arena_printf(&d->arena, "%.*s%.*s", (int)before, s.p, (int)(s.n - close - 1), s.p + close + 1);
		open = open_bracket(s);
		close = open == SPAN_NONE ? open : span_find_char(s, ')', open);
	}
	return s;
}

static struct span with_hyphens(struct doc *d, struct span s)
{
	static const char *const dashes[] = { " – ", " — ", "–", "—", " - " };

	for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++) {
		size_t at = span_find(s, span_of(dashes[i]), 0), n = strlen(dashes[i]);

		if (at != SPAN_NONE && at && at + n < s.n && s.p[at - 1] >= '0' && s.p[at - 1] <= '9' &&
		    s.p[at + n] >= '0' && s.p[at + n] <= '9')
			return arena_printf(&d->arena, "%.*s-%.*s", (int)at, s.p, (int)(s.n - at - n), s.p + at + n);
	}
	return s;
}

/* There is one code of a kind in a country: its number tells nothing. */
static bool is_code(const struct resolver *r, const struct act *a)
{
	struct span kind = lexicon_cell(r->lexicon[LEX_ACT_KINDS], a->kind_row, "kind");

	return span_is(kind, "code") || span_is(kind, "constitution");
}

static bool is_agreement(const struct resolver *r, const struct act *a)
{
	return span_is(lexicon_cell(r->lexicon[LEX_ACT_KINDS], a->kind_row, "kind"), "agreement");
}

/* Who issues laws: a country's letters behind it are the country, not a body of a union. */
static bool is_of_state(struct span before)
{
	static const char *const stems[] = { "Президент", "Правительств", "Парламент", "кодекс",     "Закон",
					     "закон",     "Министерств",  "Мажилис",   "Конституци", "Кабинет" };
	size_t at = before.n;

	for (int words = 0; words < OFFICE_WORDS; words++) {
		while (at > 0 && before.p[at - 1] != ' ')
			at--;
		for (size_t i = 0; i < sizeof stems / sizeof *stems; i++)
			if (span_starts(span_sub(before, at, before.n), span_of(stems[i])))
				return true;
		if (!at)
			return false;
		at--;
	}
	return false;
}

/* "Указ Президента РФ", "Трудовой кодекс РК": the country by its name; letters of others are the document's own. */
static struct span with_country(const struct resolver *r, struct doc *d, struct span s)
{
	const struct lexicon *l = r->lexicon[LEX_COUNTRIES];

	for (long row = 0; row < lexicon_rows(l); row++) {
		struct span abbr = lexicon_cell(l, row, "abbr"), iso = lexicon_cell(l, row, "iso");
		size_t at = abbr.n ? span_find(s, abbr, 0) : SPAN_NONE;

		if (at == SPAN_NONE || at == 0 || s.p[at - 1] != ' ' ||
		    !(at + abbr.n == s.n || s.p[at + abbr.n] == ' ' || s.p[at + abbr.n] == ',') ||
		    !(span_is(iso, "RU") || span_eq(iso, jval_str(d->meta, "country"))) ||
		    !is_of_state(span_sub(s, 0, at - 1)))
			continue;
		return arena_printf(&d->arena, "%.*s%.*s%.*s", (int)at, s.p, SPAN_ARG(lexicon_cell(l, row, "genitive")),
				    (int)(s.n - at - abbr.n), s.p + at + abbr.n);
	}
	return s;
}

/* "на 2020-2022 гг.", "г.г.": years are written out. */
static struct span with_years(struct doc *d, struct span s)
{
	static const char *const shortened[] = { " гг.", " г.г.", " гг", " рр.", " рр" };

	for (size_t i = 0; i < sizeof shortened / sizeof *shortened; i++) {
		struct span end = span_of(shortened[i]);

		if (span_ends(s, end) && s.n > end.n && s.p[s.n - end.n - 1] >= '0' && s.p[s.n - end.n - 1] <= '9')
			return arena_printf(&d->arena, "%.*s %s", (int)(s.n - end.n), s.p,
					    span_starts(end, SPAN(" р")) ? "роки" : "годы");
	}
	return s;
}

/* "Labour Code", "Працоўны кодэкс": whose it is in the languages that the lexicon of countries has no names in. */
static struct span code_of_others(struct doc *d, struct span s)
{
	static const struct {
		const char *iso, *lang, *of;
	} owners[] = {
		{ "AM", "en", "of the Republic of Armenia" },    { "AZ", "en", "of the Republic of Azerbaijan" },
		{ "BY", "en", "of the Republic of Belarus" },    { "GE", "en", "of Georgia" },
		{ "KG", "en", "of the Kyrgyz Republic" },        { "KZ", "en", "of the Republic of Kazakhstan" },
		{ "MD", "en", "of the Republic of Moldova" },    { "RU", "en", "of the Russian Federation" },
		{ "TJ", "en", "of the Republic of Tajikistan" }, { "UA", "en", "of Ukraine" },
		{ "UZ", "en", "of the Republic of Uzbekistan" }, { "BY", "be", "Рэспублікі Беларусь" },
	};
	struct span country = jval_str(d->meta, "country"), lang = jval_str(d->meta, "lang");

	if (span_is(lang, "kk") && span_is(country, "KZ"))
		return arena_printf(&d->arena, "Қазақстан Республикасының %.*s", SPAN_ARG(s));
	for (size_t i = 0; i < sizeof owners / sizeof *owners; i++)
		if (span_is(country, owners[i].iso) && span_is(lang, owners[i].lang))
			return arena_printf(&d->arena, "%.*s %s", SPAN_ARG(s), owners[i].of);
	return s;
}

/* "Трудовой кодекс", and no country: that of the document. */
static struct span code_of_country(const struct resolver *r, struct doc *d, const struct act *a, struct span s)
{
	const struct lexicon *l = r->lexicon[LEX_COUNTRIES];
	struct span country = jval_str(d->meta, "country"), lang = jval_str(d->meta, "lang");

	if (!span_is(lexicon_cell(r->lexicon[LEX_ACT_KINDS], a->kind_row, "kind"), "code") ||
	    !span_eq(s, lexicon_cell(r->lexicon[LEX_ACT_KINDS], a->kind_row, "nominative")) ||
	    span_find_char(s, ' ', 0) == SPAN_NONE || span_find(s, SPAN(" об "), 0) != SPAN_NONE)
		return s;
	if (span_is(lang, "en") || span_is(lang, "be") || span_is(lang, "kk"))
		return code_of_others(d, s);
	if (!span_is(lang, "ru") && !span_is(lang, "uk"))
		return s;
	if (span_is(lang, "uk"))
		return span_is(country, "UA") && span_find(s, SPAN("України"), 0) == SPAN_NONE
			       ? arena_printf(&d->arena, "%.*s України", SPAN_ARG(s))
			       : s;
	for (long row = 0; country.n && row < lexicon_rows(l); row++)
		if (span_eq(lexicon_cell(l, row, "iso"), country) && lexicon_cell(l, row, "genitive").n)
			return arena_printf(&d->arena, "%.*s %.*s", SPAN_ARG(s),
					    SPAN_ARG(lexicon_cell(l, row, "genitive")));
	return s;
}

static const char *revised_in(struct span lang)
{
	return span_is(lang, "uk")   ? " (переглянута)"
	       : span_is(lang, "be") ? " (перагледжаная)"
	       : span_is(lang, "en") ? " (revised)"
				     : " (пересмотренная)";
}

/* "Самарское областное трехстороннее соглашение", "Соглашение о минимальной …": needs no date to be told from others.
 */
static bool is_known_by_head(const struct act *a, struct span head)
{
	return (a->lead.n && !a->number.n) || span_find(head, SPAN(" о "), 0) != SPAN_NONE;
}

/* "Отраслевое соглашение", behind adjectives of its own "Кировское областное отраслевое соглашение". */
static void put_head(struct buf *out, struct doc *d, const struct act *a, struct span head)
{
	char *fold = arena_alloc(&d->arena, head.n + 1);

	if (!a->lead.n) {
		buf_add(out, head);
		return;
	}
	utf8_fold(head, fold);
	buf_addf(out, "%.*s %.*s", SPAN_ARG(a->lead), (int)head.n, fold);
}

/* The canonical name: nominative head, issuer or country, title or what it is about, period; else "от … № …". */
static struct span act_canonical(const struct resolver *r, struct doc *d, const struct act *a)
{
	struct span head = lexicon_cell(r->lexicon[LEX_ACT_KINDS], a->kind_row, "nominative"), done;
	struct buf b = { 0 };

	put_head(&b, d, a, head);
	buf_putc(&b, ' ');
	if (a->first) {
		put_text(&b, d, a->first, a->first->head_end, lead_end(d, a->first));
		buf_putc(&b, ' ');
	}
	put_text(&b, d, a, a->head_end, a->end);
	done = without_brackets(d, arena_dup(&d->arena, buf_span(&b)));
	buf_reset(&b);
	buf_add(&b, done);
	if (a->revised)
		buf_puts(&b, revised_in(jval_str(d->meta, "lang")));
	if (!a->title.n && !a->about && !a->period.n && !is_code(r, a) && !(a->party && is_agreement(r, a)) &&
	    !is_known_by_head(a, head)) {
		act_put_date(&b, a->date, jval_str(d->meta, "lang"));
		if (a->number.n)
			buf_addf(&b, " № %.*s", SPAN_ARG(a->number));
	}
	done = with_hyphens(d, text_squeeze(&d->arena, arena_dup(&d->arena, buf_span(&b))));
	buf_free(&b);
	return code_of_country(r, d, a, with_years(d, with_country(r, d, done)));
}

static void set_if(struct doc *d, struct item *it, const char *key, struct span value)
{
	if (value.n)
		jval_set_str(&d->arena, it->norm, key, value);
}

void act_put_norm(const struct resolver *r, struct doc *d, struct item *it, const struct act *a)
{
	const struct lexicon *l = r->lexicon[LEX_ACT_KINDS];

	set_if(d, it, "canonical", act_canonical(r, d, a));
	set_if(d, it, "kind", lexicon_cell(l, a->kind_row, "kind"));
	set_if(d, it, "number", a->number);
	set_if(d, it, "date", a->date);
	set_if(d, it, "period", a->period);
	set_if(d, it, "issuer", a->issuer);
}
