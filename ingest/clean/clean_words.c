/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Blanks inside words. Letter-spaced headings ("П О С Т А Н О В И Л") are known by their shape. Words that a conversion
 * has cut at the border of two runs ("органи зациями") are looked for only in documents that show such damage, where
 * letters stand alone that are no words, and in recognized pages. A blank goes when the dictionary knows the whole and
 * not the parts.
 */
#include "clean_dict.h"
#include "utf8.h"

enum {
	SPACED_CAPITALS = 4, /* so many capitals with a blank between them are a spaced word */
	SPACED_LETTERS = 6,  /* the same for small letters, also behind a capital */
	SPACED_MOST = 60,    /* letters in a row that are looked at for several words */
	MAX_ROWS = 200,      /* rows a document for which the dictionary is asked */
	MAX_NOTES = 200,
};

/* ---- letter-spaced words ---- */

static size_t blank_at(struct span s, size_t i)
{
	if (i < s.n && s.p[i] == ' ')
		return 1;
	return i + 1 < s.n && s.p[i] == '\xC2' && s.p[i + 1] == '\xA0' ? 2 : 0;
}

/* A letter at `at` that stands alone: the byte behind it, 0 if there is none. *upper says which kind. */
static size_t lone_letter(struct span s, size_t at, bool *upper)
{
	size_t end = at, next;
	unsigned c = utf8_next(s, &end);

	if (!utf8_is_letter(c))
		return 0;
	*upper = utf8_is_upper(c);
	next = end;
	return end < s.n && utf8_is_word(utf8_next(s, &next)) ? 0 : end;
}

/* The end of the spaced word that begins at `at` and how many letters it has; a gap of two blanks ends the word. */
static size_t spaced_end(struct span s, size_t at, size_t *letters)
{
	bool first = false, rest = false, upper = false;
	size_t end = lone_letter(s, at, &first), blank, next;

	*letters = end > 0;
	while (end && (blank = blank_at(s, end)) > 0 && !blank_at(s, end + blank) && end + blank < s.n) {
		next = lone_letter(s, end + blank, &upper);
		if (!next || (upper && !first) || (*letters > 1 && upper != rest))
			break;
		rest = upper;
		end = next;
		++*letters;
	}
	return end;
}

/* A row of letters that stand alone: their bytes without blanks, and which of them begin a word. */
struct spaced {
	char bytes[2 * SPACED_MOST];
	size_t at[SPACED_MOST + 1], n; /* the n letters lie at at[i] … at[i + 1] */
	bool begins[SPACED_MOST];
};

static bool take_letters(struct span s, struct spaced *out)
{
	size_t n = 0;

	out->n = 0;
	for (size_t i = 0; i < s.n;) {
		size_t blank = blank_at(s, i), from = i;

		i += blank;
		if (blank)
			continue;
		utf8_next(s, &i);
		if (out->n == SPACED_MOST || i - from > 2)
			return false;
		out->begins[out->n] = false;
		out->at[out->n++] = n;
		memcpy(out->bytes + n, s.p + from, i - from);
		n += i - from;
	}
	out->at[out->n] = n;
	return true;
}

/* Is it a word, as one of several in a row? What has one letter is a preposition or conjunction. */
static bool is_part(struct clean *c, struct span word)
{
	static const char *const single[] = { "О", "В", "К", "С", "У", "И", "А", "о", "в", "к", "с", "у", "и", "а" };

	if (word.n > 2)
		return dict_knows(c, word);
	for (size_t i = 0; i < sizeof single / sizeof *single; i++)
		if (span_is(word, single[i]))
			return true;
	return false;
}

/*
 * Cuts the row into the fewest words that the dictionary knows, a word of one or two letters counting for three. Where
 * it cannot be cut so it stays one.
 */
static void cut_row(struct clean *c, struct spaced *s)
{
	enum { NEVER = 1000, SHORT = 3 };
	int cost[SPACED_MOST + 1] = { 0 };
	size_t from[SPACED_MOST + 1] = { 0 };

	for (size_t end = 1; end <= s->n; end++) {
		cost[end] = NEVER;
		for (size_t i = 0; i < end; i++) {
			int here = cost[i] + (end - i < SHORT ? SHORT : 1);

			if (here >= cost[end] || !is_part(c, span_make(s->bytes + s->at[i], s->at[end] - s->at[i])))
				continue;
			cost[end] = here;
			from[end] = i;
		}
	}
	for (size_t end = s->n; cost[s->n] < NEVER && end > 0; end = from[end])
		s->begins[from[end]] = true;
}

/* Heads of papers in languages that the dictionary does not know: "ТОК ТОМ" would be two words of Russian. */
static bool is_head(struct span word)
{
	static const char *const heads[] = { "ТОКТОМ",    "ЧЕЧИМ",    "БУЙРУК",    "ҚАУЛЫ",   "ШЕШІМ",
					     "ҚАРАР",     "БҰЙРЫҚ",   "ПОСТАНОВА", "РІШЕННЯ", "РОЗПОРЯДЖЕННЯ",
					     "НАКАЗ",     "ПРОТОКОЛ", "ПАСТАНОВА", "РАШЭННЕ", "ЗАГАД",
					     "РЕЗОЛЮЦІЯ", "РЭЗАЛЮЦЫЯ" };

	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
		if (span_is(word, heads[i]))
			return true;
	return false;
}

/*
 * Is the row of letters a word, or several? Many capitals are, without asking; else, and to tell where one of several
 * ends, the dictionary is asked.
 */
static bool is_spaced(struct clean *c, struct span row, bool ask, struct spaced *s)
{
	size_t i = 0, second;
	bool capitals = utf8_is_upper(utf8_next(row, &i)), many;

	i += blank_at(row, i);
	second = i;
	capitals = capitals && utf8_is_upper(utf8_next(row, &second));
	if (!take_letters(row, s))
		return true; /* too long to be looked at: one word */
	many = s->n >= (size_t)(capitals ? SPACED_CAPITALS : SPACED_LETTERS);
	if (!ask || !dict_is_there(c))
		return many;
	if (dict_knows(c, span_make(s->bytes, s->at[s->n])) || is_head(span_make(s->bytes, s->at[s->n])))
		return true;
	if (many)
		cut_row(c, s);
	return many;
}

/* Takes the blanks out of the row, but those before its words. A colon behind belongs to the word. */
static void close_up(struct clean *c, size_t at, size_t end, const struct spaced *words)
{
	struct span s = c->d->text;
	size_t letter = 0;

	for (size_t i = at; i < end;) {
		size_t blank = blank_at(s, i);

		if (blank && !(letter < words->n && words->begins[letter]))
			edit_delete(&c->edits, c->d, i, i + blank);
		i += blank;
		if (blank)
			continue;
		utf8_next(s, &i);
		letter++;
	}
	if (blank_at(s, end) && end + 1 < s.n && s.p[end + 1] == ':')
		edit_delete(&c->edits, c->d, end, end + 1);
}

/* May a spaced word begin at i: a letter between blanks, and another one behind it? */
static bool may_be_spaced(struct span s, size_t i)
{
	unsigned char b = (unsigned char)s.p[i];
	size_t end = i + (b < 0x80 ? 1 : 2), blank = blank_at(s, end);

	if (b < 'A' || (b >= 0x80 && (b < 0xD0 || b > 0xD3)) || !blank || end + blank + 1 >= s.n)
		return false;
	end += blank;
	return blank_at(s, end + ((unsigned char)s.p[end] < 0x80 ? 1 : 2)) > 0;
}

void clean_spaced(struct clean *c)
{
	struct span s = c->d->text;
	struct spaced words = { .n = 0 };
	size_t rows = 0;

	for (size_t i = 0; i < s.n; i = bytes_next(&c->bytes, BYTES_WORD, s, i) + 1) {
		size_t letters, end;

		if (!may_be_spaced(s, i))
			continue;
		end = spaced_end(s, i, &letters);
		if (letters < SPACED_CAPITALS)
			continue;
		if (is_spaced(c, span_sub(s, i, end), rows++ < MAX_ROWS, &words))
			close_up(c, i, end, &words);
		i = end;
	}
}

/* ---- words in two parts ---- */

/* A letter that stands alone and cannot: small, no word of one letter in any language here, not behind a number. */
static bool is_stray(struct span s, size_t at)
{
	static const char *const stray[] = { "х", "ы", "ь", "ъ", "щ", "ц", "ф", "ш", "э", "ю", "н", "л" };
	unsigned char before = (unsigned char)s.p[at - 2], after = at + 3 < s.n ? (unsigned char)s.p[at + 2] : ' ';

	if (before < 0x80 || (after != ' ' && after != ',' && after != '\n'))
		return false;
	for (size_t i = 0; i < sizeof stray / sizeof *stray; i++)
		if (span_eq(span_sub(s, at, at + 2), span_of(stray[i])))
			return true;
	return false;
}

/* Does the text show the damage: letters alone, or words that begin with ь, ъ, ы? */
static bool looks_cut(struct span s)
{
	for (size_t i = 1; (i = span_find_char(s, ' ', i)) + 4 < s.n; i++) {
		unsigned char a = (unsigned char)s.p[i + 1], b = (unsigned char)s.p[i + 2];

		if (i == SPAN_NONE)
			return false;
		if (i < 2 || a < 0xD0 || a > 0xD1)
			continue;
		if (is_stray(s, i + 1) || (a == 0xD1 && b >= 0x8A && b <= 0x8C && (unsigned char)s.p[i - 1] >= 0x80))
			return true;
	}
	return false;
}

/* Was any of it recognized in a picture? There a wide gap between two letters is enough to cut a word. */
static bool is_recognized(const struct doc *d)
{
	for (size_t i = 0; i < d->n_blocks; i++)
		if (d->blocks[i].conf)
			return true;
	return false;
}

/* The word of Cyrillic letters that begins at `at`; empty if there is none. */
static struct span cyrillic_word(struct span s, size_t at)
{
	size_t end = at;

	while (end + 1 < s.n && (unsigned char)s.p[end] >= 0xD0 && (unsigned char)s.p[end] <= 0xD3)
		end += 2;
	return span_sub(s, at, end);
}

static size_t cyrillic_before(struct span s, size_t end)
{
	while (end >= 2 && (unsigned char)s.p[end - 2] >= 0xD0 && (unsigned char)s.p[end - 2] <= 0xD3)
		end -= 2;
	return end;
}

/* Are the words on both sides of the blank at `at` one word? */
static bool is_cut_word(struct clean *c, size_t at)
{
	struct span s = c->d->text, right = cyrillic_word(s, at + 1), left;
	size_t first = at + 1;
	char joined[120];

	left = span_sub(s, cyrillic_before(s, at), at);
	if (!left.n || !right.n || left.n + right.n > sizeof joined || left.n + right.n < 10)
		return false;
	if (utf8_is_upper(utf8_next(s, &first)) || (dict_knows(c, left) && (dict_knows(c, right) && right.n > 2)))
		return false;
	if (right.n <= 2 && !is_stray(s, at + 1))
		return false;
	memcpy(joined, left.p, left.n);
	memcpy(joined + left.n, right.p, right.n);
	return dict_knows(c, span_make(joined, left.n + right.n));
}

static void note_joined(struct clean *c, size_t at)
{
	struct doc *d = c->d;
	struct span right = cyrillic_word(d->text, at + 1);
	size_t start = cyrillic_before(d->text, at);
	struct note *n;

	doc_add_note(d, NOTE_INFO, "split_word", "a blank inside a word was removed: %.*s",
		     SPAN_ARG(doc_slice(d, start, at + 1 + right.n)));
	n = &d->notes[d->n_notes - 1];
	n->placed = true;
	n->start = start;
	n->end = at + 1 + right.n;
}

void clean_cut_words(struct clean *c)
{
	struct doc *d = c->d;
	size_t notes = 0;

	if ((!looks_cut(d->text) && !is_recognized(d)) || !dict_is_there(c))
		return;
	for (size_t i = 0; (i = span_find_char(d->text, ' ', i)) != SPAN_NONE; i++) {
		if (!is_cut_word(c, i))
			continue;
		edit_delete(&c->edits, d, i, i + 1);
		if (notes++ < MAX_NOTES)
			note_joined(c, i);
		i += cyrillic_word(d->text, i + 1).n;
	}
}
