/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands around a title tells whether it is one: a head before it, a year, the ILO, quotes, and where it ends. */
#include "ilo.h"

#include <string.h>

#include "ilo_titles.h"
#include "morph.h"
#include "utf8.h"

/* LAST_* as adopted by the 113th session of the Conference (2025). */
enum {
	LAST_CONVENTION = 192,
	LAST_RECOMMENDATION = 209,
	SKIPPED = 10, /* words between a head and its title: "МОТ (пересмотренная) от 1 июля 1949 года" */
	YEAR_BEHIND = 5, /* words from the end of a title to its year: "от 28 июня 1930 года" */
	LONG_TITLE = 5,  /* words after which a title in quotes may go on */
	LIST_WORDS = 4,  /* words between two titles of a list: "1973 года, а также" */
};

static const struct lexicon *table(const struct resolver *r)
{
	return r->lexicon[LEX_ILO];
}

bool ilo_exists(const struct resolver *r, struct span code)
{
	long long number;

	if (code.n < 4 || !span_to_long(span_sub(code, 1, code.n), &number) || number < 1)
		return false;
	if (code.p[0] == 'C')
		return number <= LAST_CONVENTION;
	if (code.p[0] == 'R')
		return number <= LAST_RECOMMENDATION;
	return lexicon_find(table(r), code) != LEXICON_NONE;
}

struct span ilo_title(const struct resolver *r, struct span code, struct span lang)
{
	long row = lexicon_find(table(r), code);
	struct span ru = lexicon_cell(table(r), row, "title_ru"), uk = lexicon_cell(table(r), row, "title_uk");

	if (span_is(lang, "uk") && uk.n)
		return uk;
	return ru.n && !span_is(lang, "en") ? ru : lexicon_cell(table(r), row, "title_en");
}

/* What was seen of an instrument on the way to its title. */
struct seen {
	struct span year;
	bool ilo, revised, quoted;
};

static struct span word_at(const struct resolver *r, const struct words *w, size_t i)
{
	return i < w->n ? word_text(r->fold, w->v[i]) : (struct span){ 0 };
}

static struct span year_at(const struct resolver *r, const struct words *w, size_t i)
{
	struct span s = word_at(r, w, i);
	long long year;

	return s.n == 4 && span_to_long(s, &year) && year > 1918 && year < 2100 ? s : (struct span){ 0 };
}

/* What stands between word i and the next one. */
static struct span gap_behind(const struct resolver *r, const struct words *w, size_t i)
{
	return i + 1 < w->n ? span_sub(r->fold, w->v[i].end, w->v[i + 1].start) : (struct span){ 0 };
}

static bool has_any(struct span s, const char *const *marks)
{
	for (; *marks; marks++)
		if (span_find(s, span_of(*marks), 0) != SPAN_NONE)
			return true;
	return false;
}

static bool has_quote(struct span s)
{
	static const char *const quotes[] = { "«", "»", "\"", "“", "”", "„", NULL };

	return has_any(s, quotes);
}

/* A sentence or a member of a list ends here. A full stop after "г." and other short words does not. */
static bool breaks(const struct resolver *r, const struct words *w, size_t i)
{
	static const char *const ends[] = { ";", "!", "?", "…", NULL };
	struct span gap = gap_behind(r, w, i), word = word_at(r, w, i);

	return has_any(gap, ends) || (span_find_char(gap, '.', 0) != SPAN_NONE && utf8_count(word) > 2);
}

/* A year, a day, the ILO, "пересмотренная": what may stand between a head and its title, and behind that. */
static bool goes_between(const struct resolver *r, const struct words *w, size_t i, struct seen *s)
{
	struct span word = word_at(r, w, i);
	long long number;

	if (year_at(r, w, i).n)
		s->year = word;
	else if (word_list_has(r->lists, WORDS_ILO, word))
		s->ilo = true;
	else if (word_list_has(r->lists, WORDS_REVISED, word))
		s->revised = true;
	else if (!word_list_has(r->lists, WORDS_INSTRUMENT_BETWEEN, word) &&
		 (word.n > 3 || !span_to_long(word, &number)))
		return false;
	return true;
}

static bool row_is(const struct resolver *r, long row, const char *column, const char *what)
{
	return span_is(lexicon_cell(table(r), row, column), what);
}

static bool row_revised(const struct resolver *r, long row)
{
	return span_find(lexicon_cell(table(r), row, "title_en"), SPAN("(Revised)"), 0) != SPAN_NONE;
}

/* Of two instruments with one title: the revised one where that is said, the one in force, the newer one. */
static bool rather(const struct resolver *r, const struct seen *s, long a, long b)
{
	bool force_a = row_is(r, a, "status", "in force"), force_b = row_is(r, b, "status", "in force");

	if (s->revised && row_revised(r, a) != row_revised(r, b))
		return row_revised(r, a);
	if (force_a != force_b)
		return force_a;
	return span_cmp(lexicon_cell(table(r), a, "year"), lexicon_cell(table(r), b, "year")) > 0;
}

/* The longest title of that year (any, where none is said); LEXICON_NONE: none. */
static long choose(const struct resolver *r, const struct seen *s, const struct ilo_hit *hits, size_t n, size_t *words)
{
	long best = LEXICON_NONE;

	*words = 0;
	for (size_t k = 0; k < n; k++) {
		if (hits[k].words < *words ||
		    (s->year.n && !span_eq(s->year, lexicon_cell(table(r), hits[k].row, "year"))))
			continue;
		if (hits[k].words > *words || rather(r, s, hits[k].row, best))
			best = hits[k].row;
		*words = hits[k].words;
	}
	return best;
}

/* Words that carry a title on and make it another one: "среди молодёжи", a noun in the genitive ("женщин"). */
static bool carries_on(const struct resolver *r, struct span word)
{
	struct morph_parse parses[MORPH_MAX];

	if (word_list_has(r->lists, WORDS_TITLE_GOES_ON, word))
		return true;
	return morph_parses(r->morph, word, parses) && !(parses[0].tags & M_PREDICTED) &&
	       parses[0].tags & (M_NOUN | M_ADJ) && parses[0].tags & M_GEN;
}

/* "… и членах их семей", "… и равных возможностях": behind "и" a title goes on in the case that "о" asks for. */
static bool joins_on(const struct resolver *r, struct span word)
{
	struct morph_parse parses[MORPH_MAX];
	size_t n = word_list_has(r->lists, WORDS_INSTRUMENT_HEAD, word) ? 0 : morph_parses(r->morph, word, parses);
	bool locative = false;

	for (size_t k = 0; k < n; k++) {
		if (parses[k].tags & M_NOM || !(parses[k].tags & (M_NOUN | M_ADJ)))
			return false;
		locative |= (parses[k].tags & M_LOC) != 0;
	}
	return locative;
}

/* Does a title that covers up to word last end there? s->quoted: it was opened by a quote. */
static bool ends_at(const struct resolver *r, const struct words *w, size_t last, size_t n_words, struct seen *s)
{
	struct span gap = gap_behind(r, w, last), next = word_at(r, w, last + 1);
	struct seen ahead = { 0 };

	if (last + 1 >= w->n)
		return true;
	if (s->quoted)
		return has_quote(gap) || n_words >= LONG_TITLE || span_find_char(gap, '(', 0) != SPAN_NONE;
	if (span_is(gap, "-"))
		return false;
	if (span_trim(gap).n || goes_between(r, w, last + 1, &ahead))
		return true;
	if (word_list_has(r->lists, WORDS_LIST_AND, next))
		return !joins_on(r, word_at(r, w, last + 2));
	return !carries_on(r, next);
}

/* Years, dates and "МОТ" directly behind a title that ends at word last; returns the word of the year, or last. */
static size_t look_behind(const struct resolver *r, const struct words *w, size_t last, struct seen *s)
{
	struct seen behind = { 0 };

	for (size_t k = last + 1; k < w->n && k <= last + YEAR_BEHIND; k++) {
		if (breaks(r, w, k - 1) || !goes_between(r, w, k, &behind))
			break;
		if (!behind.year.n)
			continue;
		s->year = behind.year;
		last = k;
		break;
	}
	s->ilo |= behind.ilo;
	s->revised |= behind.revised;
	return last;
}

/* Are the words [first, last] within one sentence and one pair of quotes? */
static bool is_whole(const struct resolver *r, const struct words *w, size_t first, size_t last)
{
	for (size_t k = first; k < last; k++)
		if (breaks(r, w, k) || has_quote(gap_behind(r, w, k)))
			return false;
	return true;
}

/* The title whose first word behind "о" is at; what stood before is in s. The words of it in m. */
static bool title_at(const struct resolver *r, const struct words *w, size_t at, char kind, struct seen *s,
		     struct ilo_match *m)
{
	struct ilo_hit hits[ILO_HITS];
	size_t n = ilo_titles_at(r->instruments, ILO_BEHIND_HEAD, kind, r->fold, w, at, hits), kept = 0, words;
	bool before = s->year.n;
	long row;

	for (size_t k = 0; k < n; k++) {
		size_t last = at + hits[k].words - 1;

		if (is_whole(r, w, at, last) && (before || ends_at(r, w, last, hits[k].words, s)))
			hits[kept++] = hits[k];
	}
	row = choose(r, s, hits, kept, &words);
	if (row == LEXICON_NONE)
		return false;
	m->last = at + words - 1;
	if (!before) {
		struct seen behind = *s;
		size_t year = look_behind(r, w, m->last, &behind);
		size_t dated_words;
		long dated = choose(r, &behind, hits, kept, &dated_words);

		s->ilo |= behind.ilo;
		if (dated !=
		    LEXICON_NONE) { /* a year that none of them has is of something else: of the ratification */
			row = dated;
			words = dated_words;
			s->year = behind.year;
			m->year = behind.year.n ? year : 0;
			m->last = at + words - 1;
		}
	}
	m->code = lexicon_cell(table(r), row, "code");
	/* recommendations of all sorts are about the same things; a title of one word is said of many */
	return s->year.n || s->ilo || s->quoted || (kind == 'C' && words > 1);
}

/* Конвенция [МОТ] [(пересмотренная)] [1949 года] о …; false also where something else stands before "о". */
static bool behind_head(const struct resolver *r, const struct words *w, size_t i, char kind, struct ilo_match *m)
{
	struct seen s = { 0 };
	size_t at = i + 1;

	for (; at < w->n && at <= i + SKIPPED; at++) {
		if (breaks(r, w, at - 1))
			return false;
		s.quoted |= has_quote(gap_behind(r, w, at - 1));
		if (ilo_is_about(word_at(r, w, at)))
			break;
		if (!goes_between(r, w, at, &s))
			return false;
	}
	m->first = i;
	return at + 1 < w->n && ilo_is_about(word_at(r, w, at)) && title_at(r, w, at + 1, kind, &s, m);
}

/* … Convention[ (Revised)][, 1949]; … туралы [1949 жылғы] конвенция. */
static bool before_head(const struct resolver *r, const struct words *w, size_t i, char kind, struct ilo_match *m)
{
	struct ilo_hit hits[ILO_HITS];
	struct seen s = { 0 }, behind = { 0 };
	size_t at = i, n, words;
	long row;

	while (at > 0 && at + YEAR_BEHIND > i && !breaks(r, w, at - 1) && goes_between(r, w, at - 1, &s))
		at--;
	if (!at || breaks(r, w, at - 1))
		return false;
	n = ilo_titles_at(r->instruments, ILO_BEFORE_HEAD, kind, r->fold, w, at - 1, hits);
	m->last = i;
	for (size_t k = i + 1; k < w->n && k <= i + 2 && !breaks(r, w, k - 1) && goes_between(r, w, k, &behind); k++)
		if (behind.year.n) {
			s.year = behind.year;
			m->last = k;
			break;
		}
	s.revised |= behind.revised;
	row = n ? choose(r, &s, hits, n, &words) : LEXICON_NONE;
	if (row == LEXICON_NONE)
		return false;
	m->first = at - words;
	s.ilo |= m->first > 0 && word_list_has(r->lists, WORDS_ILO, word_at(r, w, m->first - 1));
	m->code = lexicon_cell(table(r), row, "code");
	return is_whole(r, w, m->first, at - 1) && (kind == 'C' || s.year.n || s.ilo);
}

bool ilo_by_title(const struct resolver *r, const struct words *w, size_t i, struct ilo_match *m)
{
	struct span head = word_at(r, w, i);
	char kind = word_list_has(r->lists, WORDS_RECOMMENDATION, head) ? 'R' : 'C';

	*m = (struct ilo_match){ 0 };
	if (i && word_list_has(r->lists, WORDS_NOT_ILO, word_at(r, w, i - 1)))
		return false;
	return behind_head(r, w, i, kind, m) || before_head(r, w, i, kind, m);
}

bool ilo_next_title(const struct resolver *r, const struct words *w, const struct ilo_match *before,
		    struct ilo_match *m)
{
	struct seen s = { .ilo = true }, skipped = { 0 };
	char kind = before->code.p[0];
	size_t from = (before->year > before->last ? before->year : before->last) + 1, at = from;
	bool comma = false;

	for (; at < w->n && at <= from + LIST_WORDS; at++) {
		struct span word = word_at(r, w, at), gap = gap_behind(r, w, at - 1);

		if (span_find_char(gap, '.', 0) != SPAN_NONE && utf8_count(word_at(r, w, at - 1)) > 2)
			return false;
		comma |= span_find_char(gap, ',', 0) != SPAN_NONE || span_find_char(gap, ';', 0) != SPAN_NONE ||
			 word_list_has(r->lists, WORDS_LIST_AND, word);
		s.quoted = has_quote(gap);
		if (ilo_is_about(word))
			break;
		if (!goes_between(r, w, at, &skipped) && !word_list_has(r->lists, WORDS_LIST_AND, word))
			return false;
	}
	*m = (struct ilo_match){ .first = at };
	return comma && at + 1 < w->n && ilo_is_about(word_at(r, w, at)) && title_at(r, w, at + 1, kind, &s, m);
}
