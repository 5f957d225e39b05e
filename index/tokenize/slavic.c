/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Endings and changing sounds of Ukrainian and Belarusian, for words that no dictionary has: what is new in a text (a
 * surname, a borrowed word) is declined as everything else. Source: the declension tables of any school grammar.
 */
#include "slavic.h"

#include "utf8.h"

/* Words inflected alike: how they end in a dictionary, and how in a text (longest first), between spaces; -: nothing.
 */
struct class
{
	const char *lemma, *forms;
	bool verb;
};

static const struct class uk_classes[] = {
	{ "- а о", "ові еві ами ів ам ах ом ем ою ею ей а у и і е о -", false },
	{ "ь й я е 'я", "'ями 'ям 'ях 'єю 'ю 'ї еві єві ями ів їв ям ях ем єм ею єю ей я ю і ї е є ь й", false },
	{ "ий ій", "ього ьому ьої ьою ого ому ими іми ий ій им ім их іх ої ою а я у ю е є і", false },
	{ "увати ювати",
	  "уватимуть уватиме увалися увалась увалося ювати увати увався увала увало ували ювала ювали уватись уватися "
	  "уємось уємося уються ується уємо уєте уйте ують ував ював уєш уючи ує уй ую",
	  true },
	{ "ати яти", "атиму атиме ати яти ають яють аємо аєте айте ала яла али яли ало яло аєш ає яє аю яю ав яв ай",
	  true },
	{ "ити іти итися",
	  "итимуть итиме илися илася иться яться имося ився ити ити имо ите ять или ила ило ать ить иш ив люся лю",
	  true },
	{ "нути", "нуться неться нути немо нете нуть нула нули нуло неш нув не ну", true },
};
static const struct class be_classes[] = {
	{ "- а о ы", "амі аў оў ам ах ом ай ой аю ою эй а у ы і е э о -", false },
	{ "ь й я е ё 'я", "'ямі 'ям 'ях 'ей 'ю 'і ямі яў еў ям ях ем яй ей яю ею я ю і е ь й", false },
	{ "ы і", "яга яму ага ога аму ому ымі імі ая яя ой ай яй ую юю ае яе ое ее ыя ія ых іх ым ім ы і", false },
	{ "аваць яваць",
	  "аваліся авалася аваўся явацца авацца юцца уецца аваць яваць авала авалі явала явалі аваў яваў уеце уюць "
	  "уйце "
	  "уеш уем уючы уе уй ую",
	  true },
	{ "аць яць", "аецца аць яць аюць яюць аеце айце аем аеш ае яе аю яю ала яла алі ялі аў яў ай", true },
	{ "іць ыць", "іцца ыцца яцца іліся ілася іўся іць ыць яць аць іла ыла ілі ылі іце ыце іш ім ыш ым іў ыў лю",
	  true },
	{ "нуць", "нуцца нецца нуць нула нулі нем неш неце нуў не ну", true },
};
static const struct {
	const struct class *v;
	size_t n;
} classes[] = {
	[SLAVIC_UK] = { uk_classes, sizeof uk_classes / sizeof *uk_classes },
	[SLAVIC_BE] = { be_classes, sizeof be_classes / sizeof *be_classes },
};
enum { STEM_LETTERS = 3, MOST_BYTES = 120 };

/* Consonants before е, і, ы of a case, and as they are in the dictionary: нозі нога, праверцы праверка, годзе год. */
static const struct {
	const char *soft, *hard;
} finals[][8] = {
	[SLAVIC_UK] = { { "ц", "к" }, { "з", "г" }, { "с", "х" } },
	[SLAVIC_BE] = { { "дз", "д" }, { "ц", "т" }, { "ц", "к" }, { "з", "г" }, { "с", "х" } },
};

/* Vowels that change with the stress or the syllable, as in the text and as in the dictionary. */
static const struct {
	const char *text, *lemma;
} vowels[][8] = {
	[SLAVIC_UK] = { { "о", "і" }, { "е", "і" }, { "і", "о" }, { "і", "е" } },
	[SLAVIC_BE] = { { "а", "о" }, { "о", "а" }, { "я", "е" }, { "е", "я" }, { "е", "ё" } },
};

static bool is_vowel(unsigned c)
{
	return utf8_is_one_of(c, "аеєиіїоуюяыэё");
}

static bool is_stem(struct span s)
{
	size_t at = 0;

	if (utf8_count(s) < STEM_LETTERS)
		return false;
	while (at < s.n)
		if (is_vowel(utf8_next(s, &at)))
			return true;
	return false;
}

/* Words beside those that are there already. */
static void put_word(struct buf *out, size_t from, struct span word, struct span ending)
{
	struct span rest = span_sub(buf_span(out), from, out->n);

	while (rest.n) {
		struct span one = span_cut(&rest, '\n');

		if (one.n == word.n + ending.n && span_starts(one, word) && span_ends(one, ending))
			return;
	}
	buf_add(out, word);
	buf_add(out, ending);
	buf_putc(out, '\n');
}

/* The longest of the forms' endings that the word has; false: none. */
static bool take_ending(struct span word, const char *forms, struct span *stem, struct span *ending)
{
	struct span rest = span_of(forms);

	while (rest.n) {
		*ending = span_cut(&rest, ' ');
		if (span_is(*ending, "-"))
			ending->n = 0;
		*stem = span_sub(word, 0, word.n - (ending->n < word.n ? ending->n : word.n));
		if (span_ends(word, *ending) && stem->n)
			return true;
	}
	return false;
}

static unsigned first_of(struct span s)
{
	size_t at = 0;

	return s.n ? utf8_next(s, &at) : 0;
}

static unsigned last_of(struct span s)
{
	size_t at = s.n;

	return s.n ? utf8_prev(s, &at) : 0;
}

/* навчанн, платт: one of two equal consonants at the end goes. */
static struct span single(struct span s)
{
	size_t last = s.n, before;
	unsigned c = utf8_prev(s, &last);

	before = last;
	return last && !is_vowel(c) && utf8_prev(s, &before) == c ? span_sub(s, 0, last) : s;
}

/* The stem with its last consonant as it is before other endings. */
static void put_finals(struct span stem, struct span ending, enum slavic lang, struct buf *out, size_t from)
{
	char changed[MOST_BYTES + 4];

	if (!utf8_is_one_of(first_of(ending), "еіыэ"))
		return;
	for (size_t i = 0; finals[lang][i].soft; i++) {
		struct span soft = span_of(finals[lang][i].soft), hard = span_of(finals[lang][i].hard);

		if (!span_ends(stem, soft))
			continue;
		memcpy(changed, stem.p, stem.n - soft.n);
		memcpy(changed + stem.n - soft.n, hard.p, hard.n);
		put_word(out, from, span_make(changed, stem.n - soft.n + hard.n), SPAN(""));
	}
}

/* кучерець кучерця, праверак праверка: the vowel before the last consonant goes. */
static void put_without_vowel(struct span stem, struct span ending, const char *before, struct buf *out, size_t from)
{
	size_t last = stem.n, vowel;
	char changed[MOST_BYTES + 4];
	struct span head;

	if (ending.n && !span_is(ending, "ь") && !span_is(ending, "ей"))
		return;
	if (!utf8_is_one_of(utf8_prev(stem, &last), before) || !last)
		return;
	vowel = last;
	if (!utf8_is_one_of(utf8_prev(stem, &vowel), "оеєая"))
		return;
	head = span_sub(stem, 0, vowel);
	if (is_vowel(last_of(head)) || utf8_count(head) < 2)
		return;
	memcpy(changed, head.p, head.n);
	memcpy(changed + head.n, stem.p + last, stem.n - last);
	put_word(out, from, span_make(changed, head.n + stem.n - last), SPAN(""));
}

/* ---- stems ---- */

/* ў is в before a vowel; behind a soft ending of a noun one of two consonants goes. */
static void put_stem(struct span stem, struct span ending, enum slavic lang, struct buf *out, size_t from)
{
	char changed[MOST_BYTES + 4];

	if (!is_stem(stem))
		return;
	if (utf8_is_one_of(first_of(ending), "яюеєіьї"))
		put_word(out, from, single(stem), SPAN(""));
	if (!utf8_is_one_of(first_of(ending), "яюеєьї")) {
		memcpy(changed, stem.p, stem.n);
		if (span_ends(stem, SPAN("ў")))
			memcpy(changed + stem.n - 2, "в", 2);
		put_word(out, from, span_make(changed, stem.n), SPAN(""));
	}
	put_finals(stem, ending, lang, out, from);
	put_without_vowel(stem, ending, "кц", out, from);
}

void slavic_stems(struct span word, enum slavic lang, struct buf *out)
{
	size_t from = out->n;
	struct span stem, ending;

	word = utf8_whole(span_sub(word, 0, MOST_BYTES));
	for (size_t i = 0; i < classes[lang].n; i++)
		if (take_ending(word, classes[lang].v[i].forms, &stem, &ending)) {
			put_stem(stem, ending, lang, out, from);
			if (span_ends(ending, SPAN("ў"))) /* a case of саюз, or a name as Быкаў */
				put_stem(word, SPAN(""), lang, out, from);
		}
	if (out->n == from)
		put_word(out, from, word, SPAN(""));
}

/* ---- lemmas ---- */

/* One vowel of the stem as it is in other forms: договор договір, гарад горад. */
static void put_vowels(struct span stem, enum slavic lang, struct buf *out, size_t from)
{
	struct buf changed = { 0 };

	for (size_t at = 0, start = 0; at < stem.n; start = at) {
		unsigned c = utf8_next(stem, &at);

		for (size_t i = 0; is_vowel(c) && vowels[lang][i].text; i++) {
			if (!utf8_is_one_of(c, vowels[lang][i].text))
				continue;
			buf_reset(&changed);
			buf_add(&changed, span_sub(stem, 0, start));
			buf_puts(&changed, vowels[lang][i].lemma);
			buf_add(&changed, span_sub(stem, at, stem.n));
			put_word(out, from, buf_span(&changed), SPAN(""));
		}
	}
	buf_free(&changed);
}

/* канц канец, дн дзень: a vowel comes between the last two consonants where no ending follows. */
static void put_with_vowel(struct span stem, enum slavic lang, struct buf *out, size_t from)
{
	static const char *const inserted[] = { [SLAVIC_UK] = "ое", [SLAVIC_BE] = "оае" };
	struct span rest = span_of(inserted[lang]);
	size_t last = stem.n, at = 0;
	struct buf changed = { 0 };

	if (!stem.n || is_vowel(utf8_prev(stem, &last)) || !last || is_vowel(last_of(span_sub(stem, 0, last))))
		return;
	while (at < rest.n) {
		unsigned c = utf8_next(rest, &at);

		buf_reset(&changed);
		buf_add(&changed, span_sub(stem, 0, last));
		if (lang == SLAVIC_BE && c == 0x435 && span_ends(buf_span(&changed), SPAN("д")))
			buf_puts(&changed, "з");
		buf_put_utf8(&changed, c);
		buf_add(&changed, span_sub(stem, last, stem.n));
		put_word(out, from, buf_span(&changed), SPAN(""));
	}
	buf_free(&changed);
}

/* вокны акно, абласцей вобласць: Belarusian puts в before a stressed о at the beginning. */
static void put_beginnings(struct span stem, struct buf *out, size_t from)
{
	struct buf changed = { 0 };

	if (span_starts(stem, SPAN("во")) || span_starts(stem, SPAN("а"))) {
		bool stressed = span_starts(stem, SPAN("во"));

		buf_puts(&changed, stressed ? "а" : "во");
		buf_add(&changed, span_sub(stem, stressed ? strlen("во") : strlen("а"), stem.n));
		put_word(out, from, buf_span(&changed), SPAN(""));
	}
	buf_free(&changed);
}

/* The stem of one ending and all that it may be in the dictionary. */
static void put_changed(struct span stem, struct span ending, enum slavic lang, struct buf *out, size_t from)
{
	put_word(out, from, stem, SPAN(""));
	put_finals(stem, ending, lang, out, from);
	put_without_vowel(stem, ending, "кцлнрдтвьў", out, from);
	put_with_vowel(stem, lang, out, from);
	put_vowels(stem, lang, out, from);
	if (lang == SLAVIC_BE)
		put_beginnings(stem, out, from);
	if (lang == SLAVIC_UK && (span_is(ending, "ь") || !ending.n)) /* навчань: навчання */
		put_word(out, from, stem, span_sub(stem, stem.n - 2, stem.n));
}

static void put_lemmas(const struct class *class, struct span stem, struct span ending, enum slavic lang,
		       struct buf *out, size_t from)
{
	struct buf stems = { 0 };
	struct span rest;

	if (class->verb)
		put_word(&stems, 0, stem, SPAN(""));
	else
		put_changed(stem, ending, lang, &stems, 0);
	for (rest = buf_span(&stems); rest.n;) {
		struct span one = span_cut(&rest, '\n'), lemmas = span_of(class->lemma);

		while (lemmas.n) {
			struct span lemma = span_cut(&lemmas, ' ');

			put_word(out, from, one, span_is(lemma, "-") ? SPAN("") : lemma);
		}
	}
	buf_free(&stems);
}

void slavic_lemmas(struct span word, enum slavic lang, struct buf *out)
{
	size_t from = out->n;
	struct span stem, ending;

	word = utf8_whole(span_sub(word, 0, MOST_BYTES));
	for (size_t i = 0; i < classes[lang].n; i++)
		if (take_ending(word, classes[lang].v[i].forms, &stem, &ending))
			put_lemmas(&classes[lang].v[i], stem, ending, lang, out, from);
}

bool slavic_is_lemma(struct span word, enum slavic lang)
{
	/* What no word in a dictionary ends with, or what only plural ones do. */
	static const char *const others[] = {
		[SLAVIC_UK] = "ами ями ах ях ам ям ів їв ою ею ого ому их ими и і ї у ю",
		[SLAVIC_BE] = "амі ямі ах ях ам ям аў оў яў ей ою ею ага ога аму ому ых ымі ы і у ю",
	};
	struct span rest = span_of(others[lang]);

	if (span_ends(word, lang == SLAVIC_UK ? SPAN("ти") : SPAN("скі")))
		return true;
	while (rest.n)
		if (span_ends(word, span_cut(&rest, ' ')))
			return false;
	return true;
}
