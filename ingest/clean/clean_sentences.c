/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Sentences. A full stop ends one unless it belongs to an abbreviation (rules/lexicon/abbreviations.tsv), to initials
 * or to a number, or a small letter follows. ICU's rules know none of the Russian abbreviations and are slower.
 */
#include "clean_dict.h"
#include "clean_lexicon.h"
#include "utf8.h"

enum { MAX_ABBREVIATION_BYTES = 40 };

/* Where the word (with full stops and hyphens inside) that ends at `at` begins. */
static size_t word_start(struct span s, size_t from, size_t at)
{
	while (at > from) {
		size_t i = at;
		unsigned c = utf8_prev(s, &i);

		if (!utf8_is_word(c) && c != '.' && c != '-')
			break;
		at = i;
	}
	return at;
}

/* "2031-ж", "5-ші": where the letters behind figures and a hyphen begin; at where there are none. */
static size_t behind_figures(struct span s, size_t at, size_t end)
{
	size_t i = at;

	while (i < end && s.p[i] >= '0' && s.p[i] <= '9')
		i++;
	return i > at && i + 1 < end && s.p[i] == '-' ? i + 1 : at;
}

/* The abbreviation that ends at the full stop at `dot`: its row, or NULL. Two words ("т. д") are tried first. */
static const struct lexicon_phrase *abbreviation(const struct clean *c, size_t from, size_t dot)
{
	struct span s = c->d->text;
	size_t one = word_start(s, from, dot), two = one;
	char folded[MAX_ABBREVIATION_BYTES];

	if (one > from + 1 && s.p[one - 1] == ' ' && s.p[one - 2] == '.')
		two = word_start(s, from, one - 1);
	for (size_t start = two;; start = one) {
		struct span word = span_sub(s, behind_figures(s, start, dot), dot);

		if (word.n && word.n <= sizeof folded) {
			const struct lexicon_phrase *p;

			utf8_fold(word, folded);
			p = lexicon_is(c->abbreviations, span_make(folded, word.n));
			if (p)
				return p;
		}
		if (start == one)
			return NULL;
	}
}

/* One capital before the full stop: initials, "И.О. Фамилия". */
static bool is_initial(struct span s, size_t from, size_t dot)
{
	size_t at = dot, before;
	unsigned c = utf8_prev(s, &at);

	before = at;
	return at >= from && utf8_is_upper(c) && (at == from || !utf8_is_word(utf8_prev(s, &before)));
}

/*
 * Behind "Фамилия И.О." a new sentence begins when the next word is no name; behind initials that stand before their
 * name ("И.О. Фамилия") never.
 */
static bool ends_with_name(struct clean *c, size_t from, size_t dot, size_t begin, size_t end)
{
	struct span s = c->d->text;
	size_t initials = word_start(s, from, dot), at, next = begin;

	at = begin;
	if (initials < from + 2 || s.p[initials - 1] != ' ')
		return false;
	at = word_start(s, from, initials - 1);
	if (!utf8_is_upper(utf8_next(s, &at)) || at + 2 >= initials)
		return false;
	while (next < end && utf8_is_letter(utf8_next(s, &next)))
		at = next;
	if (at < end && s.p[at] == '.' && at <= begin + 2) /* another initial */
		return false;
	return dict_is_plain(c, span_sub(s, begin, at));
}

/* Skips closing quotes and brackets, and further stops ("?!", "..."). */
static size_t skip_closing(struct span s, size_t at, size_t end)
{
	while (at < end) {
		size_t next = at;
		unsigned c = utf8_next(s, &next);

		if (c != 0xBB && c != 0x201D && c != 0x201C && c != '"' && c != ')' && c != '.' && c != '!' &&
		    c != '?' && c != 0x2026)
			break;
		at = next;
	}
	return at;
}

/* Can a sentence begin at `at`: a capital, a digit, behind opening quotes or a dash? */
static bool can_begin(struct span s, size_t at, size_t end)
{
	while (at < end) {
		unsigned c = utf8_next(s, &at);

		if (utf8_is_upper(c) || (c >= '0' && c <= '9') || c == 0x2116)
			return true;
		if (c != 0xAB && c != 0x201E && c != 0x201C && c != '"' && c != '(' && c != '-' && c != 0x2013 &&
		    c != 0x2014 && c != ' ')
			return false;
	}
	return false;
}

/* Does a number stand before the word that ends at the full stop at dot? "тыс. руб." counts as one with what is before.
 */
static bool is_behind_number(struct span s, size_t from, size_t dot)
{
	size_t at = word_start(s, from, dot);

	if (behind_figures(s, at, dot) > at)
		return true;
	while (at > from && (s.p[at - 1] == ' ' || s.p[at - 1] == '.'))
		at--;
	if (at > from && s.p[at - 1] >= '0' && s.p[at - 1] <= '9')
		return true;
	return at > from && at < dot && s.p[at] == '.'; /* behind another abbreviation */
}

/* "1." at the beginning of a sentence: the number of what follows. */
static bool is_number_alone(struct span s, size_t from, size_t dot)
{
	for (size_t i = from; i < dot; i++)
		if ((s.p[i] < '0' || s.p[i] > '9') && s.p[i] != '.')
			return false;
	return dot > from && dot - from <= 6;
}

static bool is_dash(struct span s, size_t at)
{
	unsigned c = utf8_next(s, &at);

	return c == '-' || c == 0x2013 || c == 0x2014;
}

/* Does the sentence that began at from end with the stop at `at`? Sets *after to the byte behind it and its quotes. */
static bool is_end(struct clean *c, size_t from, size_t at, size_t end, size_t *after)
{
	struct span s = c->d->text;
	const struct lexicon_phrase *a;
	size_t next = at, begin;
	unsigned stop = utf8_next(s, &next);

	if (stop != '.' && stop != '!' && stop != '?' && stop != 0x2026)
		return false;
	*after = skip_closing(s, next, end);
	if (*after >= end || s.p[*after] != ' ')
		return false;
	begin = *after + 1;
	if (!can_begin(s, begin, end))
		return false;
	if (stop != '.' || *after > next)
		return true;
	if (is_number_alone(s, from, at))
		return false;
	if (is_initial(s, from, at))
		return ends_with_name(c, from, at, begin, end);
	a = abbreviation(c, from, at);
	if (!a)
		return true;
	/* what may end a sentence does so before a word, not before a number */
	if ((s.p[begin] >= '0' && s.p[begin] <= '9') || is_dash(s, begin) ||
	    span_starts(span_sub(s, begin, end), SPAN("№")))
		return false;
	return span_is(a->tag, "end") || (span_is(a->tag, "number") && is_behind_number(s, from, at));
}

static void split_block(struct clean *c, const struct block *b)
{
	struct doc *d = c->d;
	size_t from = block_body(b);

	for (size_t i = from; (i = bytes_next(&c->bytes, BYTES_STOP, span_sub(d->text, 0, b->end), i)) < b->end; i++) {
		size_t after;

		if (!is_end(c, from, i, b->end, &after))
			continue;
		doc_add_sentence(d, from, after);
		from = i = after + 1;
	}
	if (from < b->end)
		doc_add_sentence(d, from, b->end);
}

static bool is_running(const struct block *b)
{
	return !b->hidden && !b->head &&
	       (b->kind == BLOCK_PARA || b->kind == BLOCK_ITEM || b->kind == BLOCK_NOTE || b->kind == BLOCK_CELL);
}

void clean_sentences(struct clean *c)
{
	struct doc *d = c->d;

	d->n_sentences = 0;
	for (size_t i = 0; i < d->n_blocks; i++)
		if (is_running(&d->blocks[i]))
			split_block(c, &d->blocks[i]);
}
