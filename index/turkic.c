/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Endings of the agglutinating languages of Central Asia. There is no hunspell dictionary that conflates well (Kazakh
 * F1 .35, cutting words to five letters .41): but the endings are few, come in a fixed order (stem, plural, possessive,
 * case) and vary by vowel harmony alone, so a table of patterns does it. Sources: the declension tables of any school
 * grammar of the four languages.
 */
#include "turkic.h"

#include "utf8.h"

/*
 * Letters of a pattern: A = а е о ө э, I = ы і и у ү ұ, D = д т, N = н д т, L = л д т, G = г ғ к қ, B = м б п; others
 * stand for themselves. Longer patterns come first.
 */
static const char *const case_endings[] = {
	"менен", "нинг", "NIң", "NIн", "DAн", "нAн", "BAн", "нDA", "DA", "GA", "NI", "нA", "ро", "ни", "га", NULL,
};
static const char *const possessive_endings[] = {
	"IмIздIң", "IмIз", "IңIз", "IбIз", "IңAр", "ларI", "лерI", "амон", "атон", "ашон", "мIз",
	"ңIз",     "бIз",  "инг",  "сI",   "Iм",   "Iң",   "Iн",   "аш",   "I",    NULL,
};
static const char *const plural_endings[] = { "LAр", "ҳои", "ҳо", "гон", "ён", NULL };

enum { STEM_LETTERS = 3 };

static bool is_one_of(unsigned c, const char *letters)
{
	struct span s = span_of(letters);
	size_t at = 0;

	while (at < s.n)
		if (utf8_next(s, &at) == c)
			return true;
	return false;
}

static bool fits(unsigned c, unsigned pattern)
{
	static const struct {
		char name;
		const char *letters;
	} classes[] = {
		{ 'A', "аеоөэ" }, { 'I', "ыіиуүұ" }, { 'D', "дт" },  { 'N', "ндт" },
		{ 'L', "лдт" },   { 'G', "гғкқ" },   { 'B', "мбп" },
	};

	for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
		if (pattern == (unsigned)classes[i].name)
			return is_one_of(c, classes[i].letters);
	return c == pattern;
}

static bool has_vowel(struct span s)
{
	size_t at = 0;

	while (at < s.n)
		if (is_one_of(utf8_next(s, &at), "аеёиоуыэюяәөұүіӣӯў"))
			return true;
	return false;
}

/* Length of word without the ending, or word.n where it does not end so or too little would stay. */
static size_t without(struct span word, const char *ending)
{
	struct span pattern = span_of(ending);
	size_t p = pattern.n, w = word.n, before = word.n;

	while (p > 0) {
		unsigned want = utf8_prev(pattern, &p);

		if (w == 0 || !fits(utf8_prev(word, &w), want))
			return word.n;
	}
	word = span_sub(word, 0, w);
	return utf8_count(word) >= STEM_LETTERS && has_vowel(word) ? w : before;
}

static size_t strip(struct span word, const char *const *endings)
{
	for (; *endings; endings++) {
		size_t n = without(word, *endings);

		if (n < word.n)
			return n;
	}
	return word.n;
}

size_t turkic_stem(struct span word, char *out)
{
	static const struct {
		const char *voiced, *plain;
	} finals[] = { { "б", "п" }, { "г", "к" }, { "ғ", "қ" } };
	size_t n = strip(word, case_endings);

	n = strip(span_sub(word, 0, n), possessive_endings);
	n = strip(span_sub(word, 0, n), plural_endings);
	memcpy(out, word.p, n);
	for (size_t i = 0; i < sizeof finals / sizeof *finals; i++) {
		struct span voiced = span_of(finals[i].voiced);

		if (span_ends(span_make(out, n), voiced))
			memcpy(out + n - voiced.n, finals[i].plain, voiced.n);
	}
	return n;
}
