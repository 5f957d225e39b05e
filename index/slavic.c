/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Endings of Ukrainian and Belarusian, for words that no dictionary has: what is new in a text (a surname, a borrowed
 * word) is declined as everything else. Source: the declension tables of any school grammar.
 */
#include "slavic.h"

#include "utf8.h"

/* Between spaces, longest first. */
static const char *const endings[] = {
	[SLAVIC_UK] =
		"уватимуть уватиме ювати увати уватись увався увалась увалися увала увало ували уємо уєте уйте ують "
		"ував уєш уючи ує уй ую іями ією іях іям ами ями ові еві єві ого ому ими іми ього ьому ім ах ях ам ям "
		"ів їв ом ем єм ою ею єю ия ії ія ію ій ий ої им их іх а я у ю о е є и і ї ь й",
	[SLAVIC_BE] =
		"аванне авання аваць явацца авацца аваўся авалася аваліся авала авалі аваў юцца уецца уеце уюць уйце "
		"уеш "
		"уем уючы уе уй ую ыямі іямі ыяй іяй ыях іях ыям іям амі ямі ага яга аму яму ому ымі імі ах ях ам ям "
		"аў яў еў оў ом ем эм аю яю ыя ыі ыю ый ія іі ію ій ай яй эй ей ою ею ая яя ую юю ае яе ое ым ім ых іх "
		"ы і а я у ю о е э ў ь й",
};
enum { STEM_LETTERS = 3 };

static bool is_vowel(unsigned c)
{
	return utf8_is_one_of(c, "аеєиіїоуюяыэё");
}

/* Nouns of the навчання, рашэнне kind have these behind the doubled consonant; районний, раённы have not. */
static bool is_soft(unsigned c)
{
	return utf8_is_one_of(c, "яюеії");
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

/* навчанн, платт: one of two equal consonants at the end goes. */
static size_t single(struct span s)
{
	size_t last = s.n, before;
	unsigned c = utf8_prev(s, &last);

	before = last;
	return s.n && before && !is_vowel(c) && utf8_prev(s, &before) == c ? last : s.n;
}

size_t slavic_stem(struct span word, enum slavic lang, char *out)
{
	struct span rest = span_of(endings[lang]), stem = word;
	size_t at = 0;

	while (rest.n) {
		struct span ending = span_cut(&rest, ' ');

		if (!span_ends(word, ending) || !is_stem(span_sub(word, 0, word.n - ending.n)))
			continue;
		stem = span_sub(word, 0, word.n - ending.n);
		if (is_soft(utf8_next(ending, &at)))
			stem.n = single(stem);
		break;
	}
	memcpy(out, stem.p, stem.n);
	return stem.n;
}
