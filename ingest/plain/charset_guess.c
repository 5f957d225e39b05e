/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which charset was it? Each candidate's letters are judged by how likely they follow each other, by the case of
 * letters inside a word, and by characters that nobody writes. Forty bytes are enough, where detectors that count bytes
 * need hundreds.
 */
#include "charset_guess.h"

#include <stdbool.h>

#include "letter_pairs.h"
#include "utf8.h"

/* What one of these costs, in bits. */
enum {
	COST_CASE = 7,      /* a capital behind a small letter */
	COST_CASE_BACK = 3, /* a small letter behind two capitals */
	COST_SCRIPTS = 9,   /* Cyrillic and Latin in one word */
	COST_FOREIGN = 13,  /* a Cyrillic letter of none of the languages */
	COST_PUNCTUATION = 5,
	COST_ODD = 13,     /* box drawing and the like */
	COST_NOTHING = 20, /* no character at all */
	COST_ACCENT = 6,   /* é inside a Latin word */
	COST_LONE_ACCENT = 11
};

enum shape { SHAPE_OTHER, SHAPE_LATIN, SHAPE_CYRILLIC, SHAPE_ACCENT };

struct letter {
	enum shape shape;
	int class;
	bool upper;
};

static struct letter look_at(unsigned c)
{
	struct letter l = { SHAPE_OTHER, 0, false };
	unsigned low;

	if (c < 0x80) {
		l.shape = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ? SHAPE_LATIN : SHAPE_OTHER;
		l.upper = c >= 'A' && c <= 'Z';
		return l;
	}
	if (c >= 0x400 && c <= 0x52f) {
		low = utf8_lower(c);
		l.class = letter_class(low);
		l.upper = low != c;
		l.shape = SHAPE_CYRILLIC;
	} else if ((c >= 0xc0 && c <= 0x24f && c != 0xd7 && c != 0xf7) || c == 0xaa || c == 0xba) {
		l.shape = SHAPE_ACCENT;
		l.upper = utf8_lower(c) != c;
	}
	return l;
}

static int cost_of_sign(unsigned c)
{
	static const unsigned short common[] = { 0xa0,   0xa7,   0xab,   0xb0,   0xb7,   0xbb,   0xad,   0x2013,
						 0x2014, 0x2018, 0x2019, 0x201a, 0x201c, 0x201d, 0x201e, 0x2022,
						 0x2026, 0x20ac, 0x2116, 0xa9,   0xae,   0x2122 };

	if (c < 0x80)
		return 0;
	if (c < 0xa0 || c == 0xfffd)
		return COST_NOTHING;
	for (size_t i = 0; i < sizeof common / sizeof *common; i++)
		if (c == common[i])
			return COST_PUNCTUATION;
	return COST_ODD;
}

static int cost_of_case(const struct letter *before, const struct letter *prev, const struct letter *now)
{
	if (prev->shape != SHAPE_CYRILLIC || now->shape != SHAPE_CYRILLIC)
		return 0;
	if (!prev->upper && now->upper)
		return COST_CASE;
	if (prev->upper && !now->upper && before->shape == SHAPE_CYRILLIC && before->upper)
		return COST_CASE_BACK;
	return 0;
}

static int cost_of_letter(const struct letter *prev, const struct letter *now)
{
	if (now->shape == SHAPE_ACCENT)
		return prev->shape == SHAPE_LATIN ? COST_ACCENT : COST_LONE_ACCENT;
	if (!now->class)
		return COST_FOREIGN;
	if (prev->shape == SHAPE_LATIN || prev->shape == SHAPE_ACCENT)
		return COST_SCRIPTS;
	return letter_pair_bits(prev->class, now->class);
}

struct guess_score guess_score(const unsigned *c, size_t n)
{
	struct guess_score s = { 0, 0 };
	struct letter before = { SHAPE_OTHER, 0, false }, prev = before;

	for (size_t i = 0; i < n; i++) {
		struct letter now = look_at(c[i]);

		s.chars += c[i] >= 0x80;
		if (now.shape == SHAPE_CYRILLIC || now.shape == SHAPE_ACCENT)
			s.bits += cost_of_letter(&prev, &now) + cost_of_case(&before, &prev, &now);
		else
			s.bits += cost_of_sign(c[i]);
		if (prev.shape == SHAPE_CYRILLIC && now.shape == SHAPE_OTHER)
			s.bits += letter_pair_bits(prev.class, 0);
		else if (prev.shape == SHAPE_CYRILLIC && now.shape == SHAPE_LATIN)
			s.bits += COST_SCRIPTS;
		before = prev;
		prev = now;
	}
	return s;
}

/* Takes lines with a byte beyond ASCII until the sample is full. */
static bool next_telling_line(struct span *rest, struct span *line)
{
	while (rest->n) {
		size_t end = span_find_char(*rest, '\n', 0), i = 0;

		end = end == SPAN_NONE ? rest->n : end + 1;
		*line = span_sub(*rest, 0, end);
		*rest = span_sub(*rest, end, rest->n);
		while (i < line->n && (unsigned char)line->p[i] < 0x80)
			i++;
		if (i < line->n)
			return true;
	}
	return false;
}

/* The first characters of s that matter for guessing (those on lines with more than ASCII), decoded by table. */
static size_t guess_sample_bytes(struct span s, const struct charset_table *t, unsigned out[GUESS_SAMPLE])
{
	struct span line;
	size_t n = 0;

	while (n < GUESS_SAMPLE && next_telling_line(&s, &line)) {
		for (size_t i = 0; i < line.n && n < GUESS_SAMPLE; i++) {
			unsigned char b = (unsigned char)line.p[i];
			unsigned c = b < 0x80 ? b : t->high[b - 0x80];

			out[n++] = c ? c : 0xfffd;
		}
	}
	return n;
}

size_t guess_sample_utf8(struct span s, unsigned out[GUESS_SAMPLE])
{
	struct span line;
	size_t n = 0;

	while (n < GUESS_SAMPLE && next_telling_line(&s, &line)) {
		size_t at = 0;

		while (at < line.n && n < GUESS_SAMPLE)
			out[n++] = utf8_next(line, &at);
	}
	return n;
}

const struct charset_table *guess_table(struct span bytes, struct guess_score *score)
{
	const struct charset_table *best = &charset_tables[0];
	unsigned sample[GUESS_SAMPLE];

	*score = (struct guess_score){ 0, 0 };
	for (const struct charset_table *t = charset_tables; t->name; t++) {
		struct guess_score s = guess_score(sample, guess_sample_bytes(bytes, t, sample));

		s.bits += t->prior_bits;
		if (t == best || s.bits < score->bits) {
			best = t;
			*score = s;
		}
	}
	return best;
}
