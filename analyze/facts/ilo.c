/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Titles of instruments are compared word by word, by their beginnings, because Russian inflects them. */
#include "ilo.h"

#include "utf8.h"

/* LAST_* as adopted by the 113th session of the Conference (2025). */
enum { LAST_CONVENTION = 192, LAST_RECOMMENDATION = 209, TITLE_WORDS = 40, SAME_BYTES = 10, SKIPPED = 8 };

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
	struct span ru = lexicon_cell(table(r), row, "title_ru");

	return ru.n && !span_is(lang, "en") ? ru : lexicon_cell(table(r), row, "title_en");
}

struct title {
	char fold[512];
	struct word v[TITLE_WORDS];
	size_t n;
};

/* The words of a title, folded, years left out. */
static void read_title(struct title *t, struct span text)
{
	struct span s = span_make(t->fold, text.n < sizeof t->fold ? text.n : sizeof t->fold);
	size_t from = 0;
	bool inside = false;

	t->n = 0;
	utf8_fold(span_sub(text, 0, s.n), t->fold);
	for (size_t at = 0; at <= s.n && t->n < TITLE_WORDS;) {
		size_t here = at;
		bool is = at < s.n && utf8_is_word(utf8_next(s, &at));

		if (is && !inside)
			from = here;
		if (inside && !is && (s.p[from] < '0' || s.p[from] > '9'))
			t->v[t->n++] = (struct word){ from, here };
		inside = is;
		if (here == s.n)
			break;
	}
}

static struct span title_word(const struct title *t, size_t i)
{
	return span_make(t->fold + t->v[i].start, t->v[i].end - t->v[i].start);
}

/* Equal, or equal for the first letters of both: свободе – свободы. */
static bool same_word(struct span a, struct span b)
{
	size_t n = a.n < b.n ? a.n : b.n;

	if (n < SAME_BYTES)
		return span_eq(a, b) ||
		       (n > 4 && a.n > n - 3 && b.n > n - 3 && span_eq(span_sub(a, 0, n - 2), span_sub(b, 0, n - 2)));
	return span_eq(span_sub(a, 0, SAME_BYTES), span_sub(b, 0, SAME_BYTES));
}

static struct span year_at(const struct resolver *r, const struct words *w, size_t i)
{
	struct span s = i < w->n ? word_text(r->fold, w->v[i]) : (struct span){ 0 };
	long long year;

	return s.n == 4 && span_to_long(s, &year) && year > 1918 && year < 2100 ? s : (struct span){ 0 };
}

/* English: the title ends with the head. */
static bool match_english(const struct resolver *r, const struct words *w, size_t i, long row, struct ilo_match *m)
{
	struct title t;
	size_t head;
	struct span year = year_at(r, w, i + 1);

	read_title(&t, lexicon_cell(table(r), row, "title_en"));
	for (head = t.n; head-- > 0;)
		if (span_is(title_word(&t, head), "convention") || span_is(title_word(&t, head), "recommendation"))
			break;
	if (head == SPAN_NONE || head < 1 || i < head)
		return false;
	for (size_t k = 0; k <= head; k++)
		if (!span_eq(title_word(&t, k), word_text(r->fold, w->v[i - head + k])))
			return false;
	if (year.n && !span_eq(year, lexicon_cell(table(r), row, "year")))
		return false;
	*m = (struct ilo_match){ lexicon_cell(table(r), row, "code"), i - head, year.n ? i + 1 : i };
	return true;
}

/* "о", "про": a title begins behind it. */
static bool is_about(struct span word)
{
	return span_is(word, "о") || span_is(word, "об") || span_is(word, "про");
}

/* Russian and Ukrainian: head, perhaps organization, year and "пересмотренная", then the title from its preposition on.
 */
static bool match_slavic(const struct resolver *r, const struct words *w, size_t i, long row, struct span title,
			 struct ilo_match *m)
{
	struct title t;
	size_t from = 0, at = i + 1;
	struct span year = { 0 };

	read_title(&t, title);
	while (from < t.n && !is_about(title_word(&t, from)))
		from++;
	if (from + 1 >= t.n)
		return false;
	for (; at < w->n && at < i + SKIPPED; at++) {
		struct span word = word_text(r->fold, w->v[at]);

		if (is_about(word))
			break;
		if (year_at(r, w, at).n)
			year = year_at(r, w, at);
	}
	if (at + (t.n - from) > w->n || (year.n && !span_eq(year, lexicon_cell(table(r), row, "year"))))
		return false;
	for (size_t k = from; k < t.n; k++)
		if (!same_word(title_word(&t, k), word_text(r->fold, w->v[at + k - from])))
			return false;
	*m = (struct ilo_match){ lexicon_cell(table(r), row, "code"), i, at + t.n - from - 1 };
	return true;
}

static bool match_either(const struct resolver *r, const struct words *w, size_t i, long row, struct ilo_match *m)
{
	static const char *const titles[] = { "title_ru", "short_ru", "short_uk" };
	bool recommendation = span_starts(word_text(r->fold, w->v[i]), SPAN("рекоменд"));

	if (recommendation != (lexicon_cell(table(r), row, "code").p[0] == 'R'))
		return false;
	for (size_t k = 0; k < sizeof titles / sizeof *titles; k++)
		if (match_slavic(r, w, i, row, lexicon_cell(table(r), row, titles[k]), m))
			return true;
	return false;
}

bool ilo_by_title(const struct resolver *r, const struct words *w, size_t i, struct ilo_match *m)
{
	struct span head = word_text(r->fold, w->v[i]);
	bool english = span_starts(head, SPAN("convention")) || span_starts(head, SPAN("recommendation"));
	size_t best = 0;
	int ties = 0;

	for (long row = 0; row < lexicon_rows(table(r)); row++) {
		struct ilo_match one;
		size_t length;

		if (!(english ? match_english(r, w, i, row, &one) : match_either(r, w, i, row, &one)))
			continue;
		length = one.last - one.first + 1;
		if (length < best)
			continue;
		ties = length > best ? 1 : ties + 1;
		best = length;
		*m = one;
	}
	return ties == 1;
}
