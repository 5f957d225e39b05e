/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines to running text: the words that a line end has divided. The line feeds themselves clean_frame makes blanks. */
#include "clean_join.h"

#include <stdint.h>
#include <stdlib.h>

#include "clean_dict.h"
#include "clean_lexicon.h"
#include "utf8.h"

/* ---- the words of the document, as hashes ---- */

struct vocabulary {
	uint64_t *slot; /* open addressing; 0: free */
	size_t n, cap;  /* cap is a power of two */
};

enum { MAX_WORD_BYTES = 200, STEM_CHARS = 2 };

static bool has(const struct vocabulary *v, uint64_t h)
{
	for (size_t i = h & (v->cap - 1); v->slot[i]; i = (i + 1) & (v->cap - 1))
		if (v->slot[i] == h)
			return true;
	return false;
}

static void put(struct vocabulary *v, uint64_t h)
{
	size_t i = h & (v->cap - 1);

	while (v->slot[i] && v->slot[i] != h)
		i = (i + 1) & (v->cap - 1);
	v->n += !v->slot[i];
	v->slot[i] = h;
}

static void grow(struct vocabulary *v)
{
	struct vocabulary old = *v;

	v->cap = old.cap ? old.cap * 2 : 4096;
	v->n = 0;
	v->slot = mem_alloc(v->cap * sizeof *v->slot);
	for (size_t i = 0; i < old.cap; i++)
		if (old.slot[i])
			put(v, old.slot[i]);
	free(old.slot);
}

/* A folded word without its ending, so that one form of a word is found by another. */
static struct span stem(struct span folded)
{
	struct span s = folded;

	if (folded.n <= 12)
		return s;
	for (int i = 0; i < STEM_CHARS; i++)
		utf8_prev(folded, &s.n);
	return s;
}

static uint64_t word_hash(struct span folded)
{
	return span_hash(folded) | 1;
}

static uint64_t stem_hash(struct span folded)
{
	return (span_hash(stem(folded)) ^ 0x9E3779B97F4A7C15u) | 1;
}

static void add_word(struct vocabulary *v, struct span word)
{
	char folded[MAX_WORD_BYTES];

	if (word.n > sizeof folded)
		return;
	utf8_fold(word, folded);
	if (v->n * 2 + 4 > v->cap)
		grow(v);
	put(v, word_hash(span_make(folded, word.n)));
	put(v, stem_hash(span_make(folded, word.n)));
}

/* The end of the word at `at`: letters with single hyphens between them. Not at a word: at. */
static size_t word_end(struct span s, size_t at)
{
	size_t i = at;

	while (i < s.n) {
		size_t next = i;
		unsigned c = utf8_next(s, &next);

		if (c == '-' && i > at && next < s.n) {
			size_t peek = next;

			if (!utf8_is_letter(utf8_next(s, &peek)))
				break;
		} else if (!utf8_is_letter(c)) {
			break;
		}
		i = next;
	}
	return i;
}

static struct vocabulary *vocabulary_new(struct span text)
{
	struct vocabulary *v = mem_alloc(sizeof *v);

	grow(v);
	for (size_t i = 0; i < text.n;) {
		size_t end = word_end(text, i);

		if (end == i) {
			utf8_next(text, &i);
			continue;
		}
		if (end >= text.n || text.p[end] != '-') /* else it is divided here */
			add_word(v, span_sub(text, i, end));
		i = end;
	}
	return v;
}

void vocabulary_free(struct vocabulary *v)
{
	if (!v)
		return;
	free(v->slot);
	free(v);
}

static bool knows(const struct vocabulary *v, struct span word)
{
	char folded[MAX_WORD_BYTES];

	utf8_fold(word, folded);
	return has(v, word_hash(span_make(folded, word.n))) || has(v, stem_hash(span_make(folded, word.n)));
}

/* ---- one hyphen ---- */

static bool is_particle(struct span s)
{
	static const char *const particles[] = { "то", "либо", "нибудь", "таки", "ка", "небудь", "небудзь" };

	for (size_t i = 0; i < sizeof particles / sizeof *particles; i++)
		if (span_is(s, particles[i]))
			return true;
	return false;
}

/* "двух-⏎и трёхлетний": the hyphen stands for the rest of the word. */
static bool is_conjunction(struct span s)
{
	static const char *const words[] = { "и", "или", "либо", "й", "або", "және" };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (span_is(s, words[i]))
			return true;
	return false;
}

static struct span last_word(struct span s)
{
	size_t at = s.n;

	while (at > 0) {
		size_t i = at;
		unsigned c = utf8_prev(s, &i);

		if (!utf8_is_letter(c) && c != '-')
			break;
		at = i;
	}
	return span_sub(s, at, s.n);
}

static bool is_capitals(struct span s)
{
	size_t n = 0;

	for (size_t i = 0; i < s.n; n++)
		if (!utf8_is_upper(utf8_next(s, &i)))
			return false;
	return n > 1;
}

static bool is_latin(struct span s)
{
	return s.n > 0 && (unsigned char)s.p[0] < 0x80;
}

/* "МОТ-⏎международная организация": a dash written as a hyphen; endings ("ФПК-⏎ом") are short. */
static bool is_explained(struct span left, struct span right)
{
	enum { ENDING_BYTES = 8 };
	size_t at = 0;

	return is_capitals(left) && right.n > ENDING_BYTES && !utf8_is_upper(utf8_next(right, &at));
}

enum { HALF_BYTES = 8, WORD_BYTES = 6, CELL_BYTES = 600 };

/* Two words of the language that make none together: "семинара-⏎совещания". Short halves are mostly prefixes. */
static bool is_compound(const struct word_oracle *o, struct span left, struct span right)
{
	size_t at = 0;

	if (!o->knows || left.n < HALF_BYTES || right.n < HALF_BYTES)
		return false;
	if (!o->knows(o->ctx, right))
		return false;
	if (utf8_is_upper(utf8_next(left, &at)) && !is_capitals(left)) /* half a name, or the start of a sentence */
		return span_ends(left, SPAN("о")) && o->knows(o->ctx, left);
	/* the first half of an adjective ends in о: "социально-экономический" */
	return o->knows(o->ctx, left) || span_ends(left, SPAN("о"));
}

/* The same question for words: letters on both sides. */
static enum hyphen between_words(const struct vocabulary *v, const struct word_oracle *o, struct span left,
				 struct span right)
{
	char whole[MAX_WORD_BYTES + 1], joined[MAX_WORD_BYTES + 1];
	struct span with = { whole, left.n + 1 + right.n }, without = { joined, left.n + right.n };

	if (with.n > MAX_WORD_BYTES)
		return HYPHEN_DROP;
	memcpy(whole, left.p, left.n);
	whole[left.n] = '-';
	memcpy(whole + left.n + 1, right.p, right.n);
	memcpy(joined, left.p, left.n);
	memcpy(joined + left.n, right.p, right.n);
	if (knows(v, with))
		return knows(v, without) ? HYPHEN_DROP : HYPHEN_KEEP;
	if (knows(v, without))
		return HYPHEN_DROP;
	if (right.n >= WORD_BYTES && o->is_half(o->ctx, left))
		return HYPHEN_KEEP;
	if (o->knows && o->knows(o->ctx, without))
		return HYPHEN_DROP;
	if (is_conjunction(right) || is_explained(left, right))
		return HYPHEN_DASH;
	if (is_particle(right) || (o->knows && o->knows(o->ctx, with))) /* "по-⏎русски", "из-⏎за" */
		return HYPHEN_KEEP;
	if (left.n >= HALF_BYTES && right.n >= HALF_BYTES && knows(v, left) && knows(v, right))
		return HYPHEN_KEEP; /* "әлеуметтік-⏎экономикалық": the text has both as words of their own */
	return is_compound(o, left, right) ? HYPHEN_KEEP : HYPHEN_DROP;
}

/* before ends with the hyphen, after begins with the next line; both without blanks at the break. */
static enum hyphen hyphen_at_line_end(const struct vocabulary *v, const struct word_oracle *o, struct span before,
				      struct span after)
{
	struct span left = { before.p, before.n }, right;
	size_t at = 0, end;
	unsigned last, first = utf8_next(after, &at);

	utf8_prev(before, &left.n);
	end = left.n;
	last = utf8_prev(left, &end);
	if (!utf8_is_word(last) || !utf8_is_word(first))
		return HYPHEN_DASH;
	if (!utf8_is_letter(last) || !utf8_is_letter(first))
		return HYPHEN_KEEP;
	left = last_word(left);
	right = span_sub(after, 0, word_end(after, 0));
	if (utf8_is_upper(first) && (!is_capitals(left) || !is_capitals(right) || is_latin(left) != is_latin(right)))
		return HYPHEN_KEEP;
	return between_words(v, o, left, right);
}

/* ---- the pass ---- */

static bool is_hyphen(unsigned c)
{
	return c == '-' || c == 0x2010 || c == 0x2011;
}

static bool is_digit(struct span s, size_t at)
{
	return at < s.n && s.p[at] >= '0' && s.p[at] <= '9';
}

/* A date divided behind the month: 12.05.⏎2022. */
static bool is_divided_date(struct span s, size_t before, size_t after)
{
	return before >= 4 && s.p[before - 1] == '.' && is_digit(s, before - 2) && is_digit(s, before - 3) &&
	       s.p[before - 4] == '.' && is_digit(s, after) && is_digit(s, after + 1) && is_digit(s, after + 2) &&
	       is_digit(s, after + 3) && !is_digit(s, after + 4);
}

bool number_is_divided(struct span before, struct span after)
{
	static const char *const units[] = { " %",    "%",    " процент", " млн",  " млрд",
					     " трлн", " тыс", " відсотк", " пайыз" };
	size_t n = before.n, end = 0;

	if (n < 3 || !is_digit(before, n - 2))
		return false;
	if (before.p[n - 1] == '.')
		return is_digit(before, n - 3) && (n == 3 || before.p[n - 4] == ' ') && is_digit(after, 0) &&
		       is_digit(after, 1) && after.n > 6 && after.p[2] == '.' && is_digit(after, 3) &&
		       is_digit(after, 6);
	while (is_digit(after, end) && end < 2)
		end++;
	for (size_t i = 0; before.p[n - 1] == ',' && end && i < sizeof units / sizeof *units; i++)
		if (span_starts(span_sub(after, end, after.n), span_of(units[i])))
			return true;
	return false;
}

static bool known(void *ctx, struct span word)
{
	return dict_knows(ctx, word);
}

static bool is_half(void *ctx, struct span word)
{
	const struct clean *c = ctx;
	char folded[MAX_WORD_BYTES];
	const struct lexicon_phrase *p;

	utf8_fold(word, folded);
	p = lexicon_is(c->structure, span_make(folded, word.n));
	return p && span_is(p->tag, "compound");
}

/* A range of numbers with a dash: 2018–⏎2020. */
static bool is_divided_range(struct span s, size_t before, size_t after)
{
	return before >= 4 && span_eq(span_sub(s, before - 3, before), SPAN("\u2013")) && is_digit(s, before - 4) &&
	       is_digit(s, after);
}

/* Are most of the first words of the cell ones of the dictionary? Where they are not it says nothing of pieces. */
static bool is_in_dictionary(struct clean *c, const struct block *b)
{
	struct span s = doc_slice(c->d, b->start, b->end);
	size_t known = 0, all = 0;

	for (size_t at = 0, end; at<s.n; at = end> at ? end : at + 1) {
		end = word_end(s, at);
		if (end - at < WORD_BYTES)
			continue;
		all++;
		known += dict_knows(c, span_sub(s, at, end));
	}
	return known * 2 > all;
}

/* Is the line that ends at `before` one word, however long? */
static bool is_one_word(struct span s, size_t start, size_t before)
{
	while (before > start && s.p[before - 1] != '\n')
		if (s.p[--before] == ' ')
			return false;
	return true;
}

/*
 * Was a word wider than its cell cut between two lines without a hyphen ("ответствен⏎ные")? The dictionary knows the
 * whole and not both pieces, or, where the line is nothing but the piece, neither of them ("обученияпрофакти⏎ва").
 * *told: is_in_dictionary of the block, -1: not asked yet.
 */
static bool is_cut_word(struct clean *c, const struct block *b, size_t before, size_t after, int *told)
{
	char whole[MAX_WORD_BYTES + 1];
	struct span left = last_word(span_sub(c->d->text, b->start, before)),
		    right = span_sub(c->d->text, after, b->end), both = { whole, 0 };
	size_t at = 0, next = 0;
	bool head, tail;

	if (b->kind != BLOCK_CELL || !left.n || !utf8_is_letter(utf8_next(right, &at)) ||
	    utf8_is_upper(utf8_next(right, &next)) || !dict_is_there(c))
		return false;
	right = span_sub(right, 0, word_end(right, 0));
	both.n = left.n + right.n;
	if (both.n > MAX_WORD_BYTES)
		return false;
	head = dict_knows(c, left);
	tail = dict_knows(c, right);
	if (head && tail)
		return false;
	memcpy(whole, left.p, left.n);
	memcpy(whole + left.n, right.p, right.n);
	if (dict_knows(c, both))
		return true;
	if (head || tail || !is_one_word(c->d->text, b->start, before))
		return false;
	if (*told < 0)
		*told = is_in_dictionary(c, b);
	return *told;
}

/* The line end at `at` of block b: joins what belongs to one word. */
static void join_line(struct clean *c, struct vocabulary **v, const struct block *b, size_t at, int *told)
{
	struct word_oracle o;
	struct span s = c->d->text;
	size_t before = at, after = at, i;

	while (before > b->start && (s.p[before - 1] == ' ' || s.p[before - 1] == '\t' || s.p[before - 1] == '\n'))
		before--;
	while (after < b->end && (s.p[after] == ' ' || s.p[after] == '\t' || s.p[after] == '\n' || s.p[after] == '\f'))
		after++;
	if (before == b->start || after == b->end)
		return;
	if (is_divided_date(s, before, after) || is_divided_range(s, before, after) ||
	    number_is_divided(span_sub(s, b->start, before), span_sub(s, after, b->end)) ||
	    is_cut_word(c, b, before, after, told)) {
		edit_delete(&c->edits, c->d, before, after);
		return;
	}
	i = before;
	if (!is_hyphen(utf8_prev(s, &i)) || i == b->start)
		return;
	o = (struct word_oracle){ dict_is_there(c) ? known : NULL, is_half, c };
	if (!*v)
		*v = vocabulary_new(s);
	switch (hyphen_at_line_end(*v, &o, span_sub(s, b->start, before), span_sub(s, after, b->end))) {
	case HYPHEN_DASH:
		return;
	case HYPHEN_KEEP:
		edit_delete(&c->edits, c->d, before, after);
		return;
	case HYPHEN_DROP:
		edit_delete(&c->edits, c->d, i, after);
		return;
	}
}

void clean_join(struct clean *c)
{
	struct doc *d = c->d;
	struct vocabulary *v = NULL;

	for (size_t k = 0; k < d->n_blocks; k++) {
		const struct block *b = &d->blocks[k];
		int told = -1;

		for (size_t i = b->start; (i = span_find_char(d->text, '\n', i)) < b->end; i++)
			join_line(c, &v, b, i, &told);
	}
	vocabulary_free(v);
}
