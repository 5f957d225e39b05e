/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Only confusions with a certain answer are repaired: a Roman numeral has to come out valid, an abbreviation has to be
 * unsure itself and to have one near relative that is sure, and a word has to have one reading in the dictionary.
 */
#include "ocr_mend.h"

#include <stdlib.h>

#include "ocr_rivals.h"
#include "utf8.h"

enum { UNSURE = 60, SURE = 85, MAX_LETTERS = 8 };

static const struct {
	unsigned cyrillic;
	const char *roman;
} numerals[] = { { 0x425, "X" }, { 0x41f, "II" }, { 0x428, "III" }, { 0x423, "V" }, { 0x406, "I" }, { 0x421, "C" } };

static const char *const counted[] = { "съезд",    "пленум", "созыв", "век",   "столети", "конференц",
				       "конгресс", "сесси",  "з'їзд", "з’їзд", "з'езд",   "з’езд" };

static const char *roman_of(unsigned c, char latin[2])
{
	if (c < 0x80 && c && strchr("IVXC", (int)c)) {
		latin[0] = (char)c;
		latin[1] = 0;
		return latin;
	}
	for (size_t i = 0; i < sizeof numerals / sizeof *numerals; i++)
		if (numerals[i].cyrillic == c)
			return numerals[i].roman;
	return NULL;
}

/* A numeral up to 89 as it is written: tens, then units, no sign more often than the rules allow. */
static bool is_roman(const char *s)
{
	static const char *const tens[] = { "LXXX", "LXX", "LX", "XL", "XXX", "XX", "X", "L", "" };
	static const char *const units[] = { "VIII", "VII", "III", "IV", "VI", "IX", "II", "V", "I", "" };
	for (size_t t = 0; t < sizeof tens / sizeof *tens; t++)
		for (size_t u = 0; u < sizeof units / sizeof *units; u++) {
			size_t n = strlen(tens[t]);
			if (strncmp(s, tens[t], n) == 0 && strcmp(s + n, units[u]) == 0)
				return n > 0 || *units[u];
		}
	return false;
}

/* The numeral that the letters of s stand for, into out (room for 40); false: s is none, or is Latin already. */
static bool read_roman(struct span s, char *out)
{
	char latin[2];
	size_t letters = 0, n = 0;
	bool cyrillic = false, other = false;
	for (size_t at = 0; at < s.n; letters++) {
		unsigned c = utf8_next(s, &at);
		const char *r = roman_of(c, latin);
		if (!r || letters == MAX_LETTERS)
			return false;
		cyrillic = cyrillic || c >= 0x80;
		other = other || (c != 0x425 && c >= 0x80);
		memcpy(out + n, r, strlen(r) + 1);
		n += strlen(r);
	}
	return letters > 1 && cyrillic && other && is_roman(out);
}

/* The text of the word becomes head, middle, tail; the change is logged. */
static void replace(struct page_words *w, struct word *v, struct span head, struct span old, const char *now,
		    struct span tail, struct buf *log)
{
	buf_puts(log, log->n ? ", " : "");
	buf_add(log, old);
	buf_puts(log, " → ");
	buf_puts(log, now);
	struct buf b = { 0 };
	buf_add(&b, head);
	buf_puts(&b, now);
	buf_add(&b, tail);
	v->at = w->text.n;
	v->n = b.n;
	buf_add(&w->text, buf_span(&b));
	buf_free(&b);
}

/* The run of capitals at the end of s, closing punctuation left aside: its start in *from, its end in *to. */
static void last_capitals(struct span s, size_t *from, size_t *to)
{
	size_t at = s.n;
	*to = s.n;
	while (at > 0) {
		unsigned c = utf8_prev(s, &at);
		if (utf8_is_letter(c))
			break;
		*to = at;
	}
	at = *from = *to;
	while (at > 0 && utf8_is_upper(utf8_prev(s, &at)))
		*from = at;
}

static bool begins_counted(struct span s)
{
	char small[64];
	if (s.n > sizeof small)
		s = utf8_whole(span_sub(s, 0, sizeof small));
	utf8_fold(s, small);
	for (size_t i = 0; i < sizeof counted / sizeof *counted; i++)
		if (span_starts(span_make(small, s.n), span_of(counted[i])))
			return true;
	return false;
}

static bool mend_roman(struct page_words *w, size_t i, struct buf *log)
{
	struct word *v = &w->v[i];
	struct span s = page_words_text(w, v);
	char roman[40];
	size_t from, to;
	last_capitals(s, &from, &to);
	bool act = from > 1 && s.p[from - 1] == '-' && s.p[from - 2] >= '0' && s.p[from - 2] <= '9';
	bool count = from == 0 && i + 1 < w->n && begins_counted(page_words_text(w, &w->v[i + 1]));
	if (!act && !count)
		return false;
	if (!read_roman(span_sub(s, from, to), roman) || (act && span_find(span_sub(s, from, to), SPAN("Х"), 0) != 0))
		return false;
	replace(w, v, span_sub(s, 0, from), span_sub(s, from, to), roman, span_sub(s, to, s.n), log);
	return true;
}

/* Do two words of capitals differ in one letter only? */
static bool one_apart(struct span a, struct span b)
{
	size_t i = 0, k = 0, off = 0;
	while (i < a.n && k < b.n)
		off += utf8_next(a, &i) != utf8_next(b, &k);
	return i == a.n && k == b.n && off == 1;
}

static bool is_abbreviation(struct span s)
{
	size_t letters = 0;
	for (size_t at = 0; at < s.n; letters++)
		if (!utf8_is_upper(utf8_next(s, &at)))
			return false;
	return letters >= 3 && letters <= MAX_LETTERS;
}

static struct span capitals_of(const struct page_words *w, const struct word *v)
{
	size_t from, to;
	struct span s = page_words_text(w, v);
	last_capitals(s, &from, &to);
	return span_sub(s, from, to);
}

/* The sure abbreviation one letter away that stands on the pages twice or more; empty: none, or more than one. */
static struct span relative_of(struct span s, const struct page_words *const *known, size_t n)
{
	struct span found = { NULL, 0 };
	size_t times = 0;
	for (size_t p = 0; p < n; p++)
		for (size_t i = 0; i < known[p]->n; i++) {
			const struct word *v = &known[p]->v[i];
			struct span t = v->conf >= SURE ? capitals_of(known[p], v) : found;
			if (v->conf < SURE || !is_abbreviation(t) || !one_apart(s, t))
				continue;
			if (times && !span_eq(found, t))
				return (struct span){ NULL, 0 };
			found = t;
			times++;
		}
	return times > 1 ? found : (struct span){ NULL, 0 };
}

static bool mend_abbreviation(struct page_words *w, size_t i, const struct page_words *const *known, size_t n,
			      struct buf *log)
{
	struct word *v = &w->v[i];
	struct span s = page_words_text(w, v);
	size_t from, to;
	last_capitals(s, &from, &to);
	if (v->conf >= UNSURE || !is_abbreviation(span_sub(s, from, to)))
		return false;
	struct span better = relative_of(span_sub(s, from, to), known, n);
	if (better.n == 0)
		return false;
	char *now = mem_dup(better);
	replace(w, v, span_sub(s, 0, from), span_sub(s, from, to), now, span_sub(s, to, s.n), log);
	free(now);
	return true;
}

/* ---- words ---- */

enum { SHAKY = 95, WORD_LETTERS = 6, TELLING_WORDS = 10, KNOWN_SHARE = 80 };

/* The small Russian letters of s between its punctuation; empty where there is anything else among them. */
static struct span small_word(struct span s)
{
	size_t from = 0, to = s.n;

	while (to > from) {
		size_t i = to;
		if (utf8_is_word(utf8_prev(s, &i)))
			break;
		to = i;
	}
	while (from < to) {
		size_t i = from;
		if (utf8_is_word(utf8_next(s, &i)))
			break;
		from = i;
	}
	for (size_t at = from; at < to;) {
		unsigned c = utf8_next(s, &at);
		if (c != 0x451 && (c < 0x430 || c > 0x44f))
			return (struct span){ NULL, 0 };
	}
	return span_sub(s, from, to);
}

/* Half of a word that a line end divides is no word. */
static bool is_half(const struct page_words *w, size_t i)
{
	struct span before = i > 0 ? page_words_text(w, &w->v[i - 1]) : SPAN("");
	return span_ends(page_words_text(w, &w->v[i]), SPAN("-")) || (before.n > 1 && span_ends(before, SPAN("-")));
}

/* Does the dictionary know the language of the page, and was the page read well? */
static bool is_known_language(const struct page_words *w, const struct ocr_oracle *o)
{
	size_t words = 0, found = 0;

	for (size_t i = 0; o->knows && i < w->n; i++) {
		struct span s = small_word(page_words_text(w, &w->v[i]));
		if (s.n < 2 * WORD_LETTERS || is_half(w, i))
			continue;
		words++;
		found += o->knows(o->ctx, s);
	}
	return words >= TELLING_WORDS && found * 100 >= words * KNOWN_SHARE;
}

/* The word becomes now where word, a part of it, stands. */
static void replace_word(struct page_words *w, struct word *v, struct span word, struct span now, struct buf *log)
{
	struct span s = page_words_text(w, v);
	size_t from = (size_t)(word.p - s.p);
	char *text = mem_dup(now);
	replace(w, v, span_sub(s, 0, from), word, text, span_sub(s, from + word.n, s.n), log);
	free(text);
}

static bool mend_word(struct page_words *w, size_t i, const struct ocr_oracle *o, struct buf *log)
{
	struct word *v = &w->v[i];
	struct span word = small_word(page_words_text(w, v));
	struct buf now = { 0 };
	bool mended = v->conf < SHAKY && word.n >= 2 * WORD_LETTERS && !is_half(w, i) && !o->knows(o->ctx, word) &&
		      ocr_lattice_word(&(struct ocr_readings){ &word, 1 }, o, &now);
	if (mended)
		replace_word(w, v, word, buf_span(&now), log);
	buf_free(&now);
	return mended;
}

/* A word of a line that was read several times. Halves of words are put to the vote alone. */
static bool mend_by_rivals(struct page_words *w, size_t i, const struct page_words *other,
			   const struct ocr_known *known, const struct ocr_oracle *o, struct buf *log)
{
	static const struct ocr_known nothing;
	bool half = is_half(w, i);
	struct buf now = { 0 };
	struct span none = { NULL, 0 };
	bool better = ocr_rivals_agree(w, i, other, half ? &nothing : known, half ? NULL : o, &now);
	if (better)
		replace(w, &w->v[i], none, page_words_text(w, &w->v[i]), buf_str(&now), none, log);
	buf_free(&now);
	return better;
}

size_t ocr_mend(struct page_words *w, const struct page_words *other, const struct page_words *const *known, size_t n,
		const struct ocr_oracle *o, struct buf *log)
{
	const struct ocr_known all = { known, n };
	bool words = is_known_language(w, o);
	size_t changed = 0;
	for (size_t i = 0; i < w->n; i++)
		changed += mend_by_rivals(w, i, other, &all, words ? o : NULL, log) || mend_roman(w, i, log) ||
			   mend_abbreviation(w, i, known, n, log) || (words && mend_word(w, i, o, log));
	return changed;
}
