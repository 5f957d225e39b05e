/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Endings of the languages of Central Asia. There is no dictionary of Debian that conflates well, but the endings are
 * few, come in a fixed order (stem, number, possessor, case) and vary by the sound before them, so tables do it.
 * Sources: the declension tables of any school grammar of the five languages.
 *
 * Where a boundary is ambiguous (органы is орган-ы, сананы is сана-ны) the shorter reading is taken, and the stem goes
 * through the same tables until nothing comes off any more: what is taken too much off one form is then taken off all
 * of them, and they still meet. make morphology measures what that costs.
 */
#include "turkic.h"

#include "utf8.h"

/* What may stand before an ending. */
enum before {
	ANY,
	VOWEL,
	CONSONANT,
	HIGH,  /* ы і и у ү ұ: the possessive of the third person */
	NASAL, /* м н ң, or HIGH */
	OWN    /* м ң: the possessive of the first and second person */
};

/*
 * Letters of a pattern: A = а е о ө э, I = ы і и у ү ұ; and, by the sound before them, D = д т, G = г ғ к қ, N = н
 * (behind a vowel or a nasal) д т, L = л (behind a vowel, р, й, у) д т; others stand for themselves. The first that
 * fits is taken.
 */
struct ending {
	const char *pattern;
	enum before before;
};

static const struct ending turkic_cases[] = {
	{ "нинг", ANY }, { "NIң", ANY }, { "NIн", ANY }, { "нDAн", HIGH }, { "нAн", NASAL }, { "мен", ANY },
	{ "бен", ANY },  { "пен", ANY }, { "DAн", ANY }, { "дан", ANY },   { "нDA", HIGH },  { "DA", ANY },
	{ "да", ANY },   { "GA", ANY },  { "га", ANY },  { "NI", ANY },    { "ни", ANY },    { "нA", HIGH },
	{ "A", OWN },    { "н", VOWEL }, { NULL, ANY },
};
static const struct ending turkic_possessors[] = {
	{ "IмIз", CONSONANT }, { "IңIз", CONSONANT }, { "IбIз", CONSONANT }, { "ингиз", CONSONANT }, { "мIз", VOWEL },
	{ "ңIз", VOWEL },      { "бIз", VOWEL },      { "нгиз", VOWEL },     { "инг", CONSONANT },   { "сI", VOWEL },
	{ "Iм", CONSONANT },   { "Iң", CONSONANT },   { "м", VOWEL },        { "ң", VOWEL },         { "I", CONSONANT },
	{ "с", VOWEL },        { NULL, ANY },
};
static const struct ending turkic_numbers[] = { { "LAр", ANY }, { "лар", ANY }, { NULL, ANY } };

static const struct ending tajik_objects[] = { { "ро", ANY }, { NULL, ANY } };
static const struct ending tajik_possessors[] = {
	{ "амон", ANY }, { "атон", ANY }, { "ашон", ANY }, { "ямон", VOWEL }, { "ятон", VOWEL }, { "яшон", VOWEL },
	{ "ам", ANY },   { "ат", ANY },   { "аш", ANY },   { "ям", VOWEL },   { "ят", VOWEL },   { "яш", VOWEL },
	{ "и", ANY },    { "ӣ", ANY },    { "е", ANY },    { NULL, ANY },
};
static const struct ending tajik_numbers[] = {
	{ "ҳо", ANY }, { "гон", VOWEL }, { "ён", VOWEL }, { "он", CONSONANT }, { NULL, ANY }
};

static const struct ending *const turkic[] = { turkic_cases, turkic_possessors, turkic_numbers };
static const struct ending *const tajik[] = { tajik_objects, tajik_possessors, tajik_numbers };
enum { GROUPS = 3, STEM_LETTERS = 3 };

static bool is_vowel(unsigned c)
{
	return utf8_is_one_of(c, "аеёиоуыэюяәөұүіӣӯў");
}

static bool is_high(unsigned c)
{
	return utf8_is_one_of(c, "ыіиуүұ");
}

static bool is_voiceless(unsigned c)
{
	return utf8_is_one_of(c, "кқпстфхҳцчшщһбвгғд");
}

static unsigned last_of(struct span s)
{
	size_t at = s.n;

	return s.n ? utf8_prev(s, &at) : 0;
}

/* Does c stand for the letter of a pattern, with prev before it? */
static bool fits(unsigned c, unsigned pattern, unsigned prev)
{
	switch (pattern) {
	case 'A':
		return utf8_is_one_of(c, "аеоөэ");
	case 'I':
		return is_high(c);
	case 'D':
		return c == (is_voiceless(prev) ? 0x442 : 0x434);
	case 'G':
		return utf8_is_one_of(c, is_voiceless(prev) ? "кқ" : "гғ");
	case 'N':
		if (is_vowel(prev) || utf8_is_one_of(prev, "мнң"))
			return c == 0x43d || (c == 0x434 && !is_vowel(prev));
		return c == (is_voiceless(prev) ? 0x442 : 0x434);
	case 'L':
		if (is_vowel(prev) || utf8_is_one_of(prev, "рйу"))
			return c == 0x43b || (c == 0x434 && !is_vowel(prev));
		return c == (is_voiceless(prev) ? 0x442 : 0x434);
	}
	return c == pattern;
}

static bool may_stand_before(unsigned c, enum before before)
{
	switch (before) {
	case ANY:
		return true;
	case VOWEL:
		return is_vowel(c);
	case CONSONANT:
		return !is_vowel(c);
	case HIGH:
		return is_high(c);
	case NASAL:
		return is_high(c) || utf8_is_one_of(c, "мнң");
	case OWN:
		return utf8_is_one_of(c, "мң");
	}
	return false;
}

/* Three letters with a vowel, or a vowel and a consonant: the shortest roots of these languages (іс, ел, иш). */
static bool is_stem(struct span s)
{
	size_t at = 0, letters = utf8_count(s);
	unsigned first = s.n ? utf8_next(s, &at) : 0;

	if (letters == 2)
		return is_vowel(first) && !is_vowel(utf8_next(s, &at));
	if (letters < STEM_LETTERS)
		return false;
	for (at = 0; at < s.n;)
		if (is_vowel(utf8_next(s, &at)))
			return true;
	return false;
}

/* Length of word without the ending, or word.n where it does not end so or too little would stay. */
static size_t without(struct span word, const struct ending *ending)
{
	struct span pattern = span_of(ending->pattern);
	size_t p = pattern.n, w = word.n;

	while (p > 0) {
		unsigned want = utf8_prev(pattern, &p), c;

		if (w == 0)
			return word.n;
		c = utf8_prev(word, &w);
		if (!fits(c, want, last_of(span_sub(word, 0, w))))
			return word.n;
	}
	if (!may_stand_before(last_of(span_sub(word, 0, w)), ending->before) || !is_stem(span_sub(word, 0, w)))
		return word.n;
	return w;
}

static size_t strip(struct span word, const struct ending *endings)
{
	for (; endings->pattern; endings++) {
		size_t n = without(word, endings);

		if (n < word.n)
			return n;
	}
	return word.n;
}

static size_t strip_all(struct span word, const struct ending *const groups[GROUPS])
{
	size_t n = word.n, before;

	do {
		before = n;
		for (size_t i = 0; i < GROUPS; i++)
			n = strip(span_sub(word, 0, n), groups[i]);
	} while (n < before);
	return n;
}

/* A stop that a vowel behind it had voiced: кітабы, кітап. */
static size_t unvoice(char *stem, size_t n)
{
	static const struct {
		const char *voiced, *plain;
	} finals[] = { { "б", "п" }, { "г", "к" }, { "ғ", "қ" } };

	for (size_t i = 0; i < sizeof finals / sizeof *finals; i++) {
		struct span voiced = span_of(finals[i].voiced);

		if (span_ends(span_make(stem, n), voiced))
			memcpy(stem + n - voiced.n, finals[i].plain, voiced.n);
	}
	return n;
}

/* A vowel that drops out before an ending: халық, халқы. Taken out of all forms. */
static size_t drop_vowel(char *stem, size_t n)
{
	struct span s = span_make(stem, n);
	size_t last = n, vowel, before;

	if (utf8_count(s) < 4 || !utf8_is_one_of(utf8_prev(s, &last), "қкнрлз"))
		return n;
	vowel = last;
	if (!is_high(utf8_prev(s, &vowel)))
		return n;
	before = vowel;
	if (is_vowel(utf8_prev(s, &before)) || !is_stem(span_sub(s, 0, vowel)))
		return n;
	memmove(stem + vowel, stem + last, n - last);
	return n - (last - vowel);
}

size_t turkic_stem(struct span word, char *out)
{
	size_t n = strip_all(word, turkic);

	memcpy(out, word.p, n);
	return drop_vowel(out, unvoice(out, n));
}

size_t tajik_stem(struct span word, char *out)
{
	size_t n = strip_all(word, tajik);

	memcpy(out, word.p, n);
	return n;
}

/* ---- Uzbek in Latin letters ---- */

void uzbek_cyrillic(struct span word, struct buf *out)
{
	static const struct {
		const char *latin, *cyrillic;
	} letters[] = {
		{ "o'", "ў" }, { "g'", "ғ" }, { "sh", "ш" }, { "ch", "ч" }, { "ya", "я" }, { "yu", "ю" }, { "yo", "е" },
		{ "ye", "е" }, { "'", "ъ" },  { "a", "а" },  { "b", "б" },  { "c", "с" },  { "d", "д" },  { "e", "е" },
		{ "f", "ф" },  { "g", "г" },  { "h", "ҳ" },  { "i", "и" },  { "j", "ж" },  { "k", "к" },  { "l", "л" },
		{ "m", "м" },  { "n", "н" },  { "o", "о" },  { "p", "п" },  { "q", "қ" },  { "r", "р" },  { "s", "с" },
		{ "t", "т" },  { "u", "у" },  { "v", "в" },  { "w", "в" },  { "x", "х" },  { "y", "й" },  { "z", "з" },
	};
	enum { LETTERS = sizeof letters / sizeof *letters };

	for (size_t at = 0, i; at < word.n; at += i < LETTERS ? strlen(letters[i].latin) : 1) {
		struct span rest = span_sub(word, at, word.n);

		for (i = 0; i < LETTERS && !span_starts(rest, span_of(letters[i].latin)); i++)
			;
		if (i < LETTERS)
			buf_puts(out, letters[i].cyrillic);
		else
			buf_putc(out, word.p[at]);
	}
}

bool uzbek_letters(struct span word)
{
	for (size_t i = 0; i < word.n; i++) {
		char next = i + 1 < word.n ? word.p[i + 1] : 0;

		if ((word.p[i] == 'o' || word.p[i] == 'g') && next == '\'' && !(i + 2 < word.n && word.p[i + 2] == 's'))
			return true;
		if (word.p[i] == 'q' && next != 'u')
			return true;
	}
	return false;
}
