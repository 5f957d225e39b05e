/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * An exact form is looked for in the texts of the rows that have its lemma. Most have it as plain words or have other
 * forms of it: they are told here, so that only the rest is cut into tokens.
 */
#include "glance.h"

#include "utf8.h"

/* Numbers of the letters а … я, ё as е, by the two bytes of either case: 64 of D0, 64 of D1. 0: another character. */
static const unsigned char russian[128] = {
	0,  6,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  1,  2,  3,  4,  5,  6,  7,  8,  9, 10, 11, 12,
	13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 1,  2,  3,  4,  5, 6,  7,  8,
	9,  10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 0, 6,
};

/* The number of the letter at byte i; 0: another character stands there. */
static unsigned letter_at(struct span s, size_t i)
{
	unsigned char lead = i + 1 < s.n ? (unsigned char)s.p[i] : 0;

	return (lead & 0xfe) == 0xd0 ? russian[(lead & 1) << 6 | ((unsigned char)s.p[i + 1] & 0x3f)] : 0;
}

static bool is_russian(struct span word)
{
	for (size_t i = 0; i < word.n; i += 2)
		if (!letter_at(word, i))
			return false;
	return word.n > 0;
}

static bool is_latin(unsigned char c)
{
	return (unsigned char)((c | 0x20) - 'a') < 26;
}

/* What a character beside the word, or anywhere in the text, lets one say. */
static enum glance edge_of(unsigned c)
{
	if (c >= 0x400 && c < 0x530)
		return GLANCE_NO; /* the word goes on with a letter that is not Russian */
	if (c < 0x80)
		return is_latin((unsigned char)c) || c == '\'' ? GLANCE_UNSURE : GLANCE_YES;
	return utf8_is_one_of(c, "\u00a0«»–—“”„…№") ? GLANCE_YES : GLANCE_UNSURE;
}

/* Bytes [from, to) are the word: is it one by itself? */
static enum glance is_whole(struct span text, size_t from, size_t to)
{
	size_t at = from;
	enum glance before = from ? edge_of(utf8_prev(text, &at)) : GLANCE_YES;
	enum glance behind = to < text.n ? edge_of((at = to, utf8_next(text, &at))) : GLANCE_YES;

	if (before == GLANCE_NO || behind == GLANCE_NO)
		return GLANCE_NO;
	return before == GLANCE_YES && behind == GLANCE_YES ? GLANCE_YES : GLANCE_UNSURE;
}

/* The run of Russian letters that begins at *at, which moves behind it. */
static enum glance meet_run(struct span text, size_t *at, struct span word)
{
	size_t from = *at, i = from, same = 0;

	while (same < word.n && letter_at(text, i) == letter_at(word, same))
		i += 2, same += 2;
	if (same == word.n && !letter_at(text, i)) {
		*at = i;
		return is_whole(text, from, i);
	}
	while (letter_at(text, i))
		i += 2;
	*at = i;
	return GLANCE_NO;
}

/* Characters that folding drops, and Latin letters that may belong to a Cyrillic word: a word may be hidden there. */
static bool may_hide(struct span text, size_t i)
{
	unsigned char c = (unsigned char)text.p[i];
	unsigned char before = i ? (unsigned char)text.p[i - 1] : 0;
	unsigned char next = i + 1 < text.n ? (unsigned char)text.p[i + 1] : 0;

	if (c < 0x80)
		return is_latin(c) && (before >= 0x80 || next >= 0x80);
	return c == 0xcc || c == 0xcd || (c == 0xc2 && next == 0xad) ||
	       (c == 0xe2 && (next == 0x80 || next == 0x81) && i + 2 < text.n &&
		utf8_is_one_of(utf8_next(text, &i), "\u200b\u200c\u200d\u2060"));
}

enum glance glance(struct span text, struct span word)
{
	bool unsure = false;
	size_t at = 0;

	if (!is_russian(word))
		return GLANCE_UNSURE;
	while (at < text.n) {
		enum glance here;

		if (!letter_at(text, at)) {
			unsure |= may_hide(text, at++);
			continue;
		}
		here = meet_run(text, &at, word);
		if (here == GLANCE_YES)
			return here;
		unsure |= here == GLANCE_UNSURE;
	}
	return unsure ? GLANCE_UNSURE : GLANCE_NO;
}
