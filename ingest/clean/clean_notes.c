/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Notes on damage that stays in the text: words with letters of two alphabets (a Latin C in "система") and tokens that
 * have grown together ("декабрь2022", "ЦК,РК", "проектГС"). The text is quoted as it is printed; rules see a repaired
 * view.
 */
#include "clean_p.h"
#include "utf8.h"

enum {
	MAX_NOTES = 300,  /* of each kind in a document; one more says that there are others */
	WORD_LETTERS = 3, /* parts of grown-together words are at least so long */
};

enum sort { NONE, LATIN, CYR_LOWER, CYR_UPPER, DIGIT, COMMA };

/* The sort of the character at s.p[i] and its length. Only what the questions below need is told apart. */
static enum sort sort_at(struct span s, size_t i, size_t *bytes)
{
	unsigned char b = (unsigned char)s.p[i], b2;

	*bytes = 1;
	if (b < 0x80) {
		if ((b | 0x20) >= 'a' && (b | 0x20) <= 'z')
			return LATIN;
		return b >= '0' && b <= '9' ? DIGIT : b == ',' ? COMMA : NONE;
	}
	if (b < 0xD0 || b > 0xD3 || i + 1 >= s.n)
		return NONE;
	*bytes = 2;
	b2 = (unsigned char)s.p[i + 1];
	if (b == 0xD0)
		return b2 < 0xB0 ? CYR_UPPER : CYR_LOWER;
	if (b == 0xD1)
		return b2 < 0xA0 ? CYR_LOWER : b2 & 1 ? CYR_LOWER : CYR_UPPER;
	return b2 & 1 ? CYR_LOWER : CYR_UPPER;
}

static void add_note(struct doc *d, const char *code, size_t start, size_t end, size_t *count)
{
	struct note *n;

	if (++*count > MAX_NOTES + 1)
		return;
	if (*count == MAX_NOTES + 1) {
		doc_add_note(d, NOTE_INFO, code, "there are more of these than are noted");
		return;
	}
	doc_add_note(d, NOTE_INFO, code, "%.*s", SPAN_ARG(utf8_whole(doc_slice(d, start, end))));
	n = &d->notes[d->n_notes - 1];
	n->placed = true;
	n->start = start;
	n->end = end;
}

/* The token around `at`: up to blanks. */
static void token_around(struct span s, size_t at, size_t *start, size_t *end)
{
	*start = *end = at;
	while (*start > 0 && (unsigned char)s.p[*start - 1] > ' ')
		--*start;
	while (*end < s.n && (unsigned char)s.p[*end] > ' ')
		++*end;
}

/* How many letters (or digits) of the sort stand from i on, as far as it matters. */
static size_t count_from(struct span s, size_t i, enum sort want)
{
	size_t n = 0, bytes;

	for (; i < s.n && n <= WORD_LETTERS && sort_at(s, i, &bytes) == want; i += bytes)
		n++;
	return n;
}

/* Have the characters on both sides of `at` grown together? run is the number of letters of class a before it. */
static bool is_glued(struct span s, size_t at, enum sort a, enum sort b, size_t run)
{
	if (a == CYR_LOWER && b == DIGIT)
		return run >= WORD_LETTERS;
	if (a == CYR_LOWER && b == CYR_UPPER)
		return run >= WORD_LETTERS;
	if (a == DIGIT && b == CYR_LOWER)
		return count_from(s, at, CYR_LOWER) > WORD_LETTERS;
	return a == COMMA && (b == CYR_LOWER || b == CYR_UPPER);
}

/* The sort of the character that ends at `at`, and how many of it stand there in a row, as far as it matters. */
static enum sort sort_before(struct span s, size_t at, size_t *run)
{
	enum sort first = NONE;
	size_t bytes;

	for (*run = 0; at > 0 && *run <= WORD_LETTERS; ++*run) {
		size_t i = at;
		enum sort now;

		utf8_prev(s, &i);
		now = sort_at(s, i, &bytes);
		if (*run && now != first)
			break;
		first = now;
		at = i;
		if (now == NONE)
			break;
	}
	return first;
}

/* Notes what has grown together at `at`, between two characters; returns the end of its token, or 0. */
static size_t look_at(struct clean *c, size_t at, size_t *mixed, size_t *glued)
{
	struct span s = c->d->text;
	size_t start, end, run, bytes;
	enum sort before = sort_before(s, at, &run), now = sort_at(s, at, &bytes);
	bool scripts = (before == LATIN && (now == CYR_LOWER || now == CYR_UPPER)) ||
		       ((before == CYR_LOWER || before == CYR_UPPER) && now == LATIN);

	if (before == NONE || now == NONE || before == now || !(scripts || is_glued(s, at, before, now, run)))
		return 0;
	token_around(s, at, &start, &end);
	add_note(c->d, scripts ? "mixed_script" : "glued", start, end, scripts ? mixed : glued);
	return end;
}

/* Can characters have grown together at byte i? Only where what is no ASCII blank or sign stands on both sides. */
static bool is_seam(struct span s, size_t i)
{
	return i > 0 && i < s.n && (unsigned char)s.p[i - 1] > ' ' && (unsigned char)s.p[i] > ' ' &&
	       ((unsigned char)s.p[i - 1] >= 0x80) != ((unsigned char)s.p[i] >= 0x80);
}

void clean_notes(struct clean *c)
{
	struct span s = c->d->text;
	size_t mixed = 0, glued = 0;

	for (size_t i = 0; (i = bytes_next(&c->bytes, BYTES_GROWN, s, i)) < s.n; i++) {
		unsigned char b = (unsigned char)s.p[i];
		size_t end = 0;

		if (b >= 0x80) { /* a capital behind a letter */
			if (i >= 2 && s.p[i - 1] == '\xD0' && (unsigned char)s.p[i - 2] >= 0x80)
				end = look_at(c, i - 1, &mixed, &glued);
		} else {
			if (is_seam(s, i))
				end = look_at(c, i, &mixed, &glued);
			if (!end && (is_seam(s, i + 1) || b == ','))
				end = look_at(c, i + 1, &mixed, &glued);
		}
		if (end)
			i = end;
	}
}
