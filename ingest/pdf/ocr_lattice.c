/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where several readings of a word differ, each is right in other letters. All words that can be put together from them
 * are looked up; what the dictionary does not know falls away, and rarely more than one remains.
 */
#include "ocr_lattice.h"

#include <string.h>

enum { MOST_LETTERS = 40, MOST_CHOICES = 6, MOST_WORDS = 1500 };

/* Letters that look alike where print is worn, thin, or cut off at the foot of a line. */
static const char *const doubles[][2] = {
	{ "д", "л" }, { "р", "п" }, { "ц", "п" }, { "ц", "и" }, { "щ", "ш" }, { "й", "и" }, { "и", "н" }, { "н", "п" },
	{ "о", "с" }, { "е", "с" }, { "ь", "ъ" }, { "г", "т" }, { "э", "з" }, { "и", "п" }, { "л", "п" },
};

struct lattice {
	size_t letters;
	size_t n[MOST_LETTERS];
	char choice[MOST_LETTERS][MOST_CHOICES][2];
	const struct ocr_oracle *o;
	struct buf *out;
	size_t found;
};

static bool are_doubles(const char *a, const char *b)
{
	for (size_t d = 0; d < 2 * (sizeof doubles / sizeof *doubles); d++)
		if (memcmp(a, doubles[d / 2][d & 1], 2) == 0 && memcmp(b, doubles[d / 2][1 - (d & 1)], 2) == 0)
			return true;
	return false;
}

int ocr_lattice_cost(const struct ocr_readings *r, struct span word)
{
	enum { DOUBLE = 1, OTHER = 3, NEVER = 1000 };
	int cost = 0;

	for (size_t at = 0; at < word.n; at += 2) {
		bool same = false, twin = false;
		for (size_t i = 0; i < r->n; i++) {
			if (r->v[i].n != word.n)
				return NEVER;
			same = same || memcmp(r->v[i].p + at, word.p + at, 2) == 0;
			twin = twin || are_doubles(r->v[i].p + at, word.p + at);
		}
		if (!same)
			cost += twin ? DOUBLE : at + 4 < word.n ? OTHER : NEVER;
	}
	return r->n ? cost : NEVER;
}

static void add_choice(struct lattice *l, size_t at, const char *letter)
{
	for (size_t i = 0; i < l->n[at]; i++)
		if (memcmp(l->choice[at][i], letter, 2) == 0)
			return;
	if (l->n[at] < MOST_CHOICES)
		memcpy(l->choice[at][l->n[at]++], letter, 2);
}

static void look_up(struct lattice *l, struct span word)
{
	if (span_eq(buf_span(l->out), word) || !l->o->knows(l->o->ctx, word))
		return;
	l->found++;
	buf_reset(l->out);
	buf_add(l->out, word);
}

/* The word itself, and with each letter taken for each of its doubles. */
static void look_up_doubles(struct lattice *l, char *word)
{
	struct span s = span_make(word, 2 * l->letters);

	look_up(l, s);
	for (size_t at = 0; at < s.n; at += 2)
		for (size_t d = 0; d < 2 * (sizeof doubles / sizeof *doubles); d++) {
			char was[2];
			if (memcmp(s.p + at, doubles[d / 2][d & 1], 2) != 0)
				continue;
			memcpy(was, word + at, 2);
			memcpy(word + at, doubles[d / 2][1 - (d & 1)], 2);
			look_up(l, s);
			memcpy(word + at, was, 2);
		}
}

/* All words of the lattice, counted through like digits. */
static void look_up_all(struct lattice *l)
{
	size_t digit[MOST_LETTERS] = { 0 }, at = 0;
	char word[2 * MOST_LETTERS];

	while (at < l->letters && l->found < 2) {
		for (size_t i = 0; i < l->letters; i++)
			memcpy(word + 2 * i, l->choice[i][digit[i]], 2);
		look_up_doubles(l, word);
		for (at = 0; at < l->letters && ++digit[at] == l->n[at]; at++)
			digit[at] = 0;
	}
}

bool ocr_lattice_word(const struct ocr_readings *r, const struct ocr_oracle *o, struct buf *out)
{
	struct lattice l = { .letters = r->n ? r->v[0].n / 2 : 0, .o = o, .out = out };
	size_t words = 1;

	buf_reset(out);
	if (!o->knows || l.letters == 0 || l.letters > MOST_LETTERS)
		return false;
	for (size_t i = 0; i < r->n; i++)
		for (size_t at = 0; at < l.letters; at++)
			add_choice(&l, at, r->v[i].p + 2 * at);
	for (size_t at = 0; at < l.letters && words <= MOST_WORDS; at++)
		words *= l.n[at];
	if (words <= MOST_WORDS)
		look_up_all(&l);
	if (l.found != 1)
		buf_reset(out);
	return l.found == 1;
}
