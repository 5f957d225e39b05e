/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The words around an instrument of the ILO: its sentence, what stands between words, and what a word may be. Shared by
 * those that ask what is done with it and where.
 */
#include "instrument_p.h"

enum {
	CUT_BYTES = 8,        /* from the beginning of a sentence to an instrument that begins it */
	LONG_SENTENCE = 1500, /* bytes to either side */
	SHORT_WORD = 6        /* bytes: a preposition, which is a verb by its second reading (при) */
};

bool instrument_has_verb(const struct resolver *r, const struct words *w, size_t from, size_t to)
{
	struct morph_parse parses[MORPH_MAX];

	for (size_t i = from; i < to && i < w->n; i++) {
		struct span word = word_text(r->fold, w->v[i]);
		size_t n = r->morph ? morph_parses(r->morph, word, parses) : 0;

		for (size_t k = 0; k < n && (!k || word.n > SHORT_WORD); k++)
			if (parses[k].tags & (M_VERB | M_INF | M_ADJ_SHORT) && !(parses[k].tags & M_PREDICTED))
				return true;
	}
	return false;
}

bool instrument_word_is(const struct resolver *r, struct span word, unsigned tags)
{
	struct morph_parse p[MORPH_MAX];

	return r->morph && morph_parses(r->morph, word, p) > 0 && !(p[0].tags & M_PREDICTED) && (p[0].tags & tags);
}

struct span words_gap_before(const struct resolver *r, const struct words *w, size_t k)
{
	size_t from = k ? w->v[k - 1].end : w->v[0].start;

	return span_make(r->fold.p + from, w->v[k].start - from);
}

bool words_open_with(const struct resolver *r, const struct words *w, size_t k, char mark)
{
	return k && span_find_char(words_gap_before(r, w, k), mark, 0) != SPAN_NONE;
}

/* "ratify the … Convention, and the\nViolence …": nothing ends before this place but a line. */
static bool goes_on(const struct doc *d, size_t at)
{
	while (at > 0 && (d->text.p[at - 1] == ' ' || d->text.p[at - 1] == '\n'))
		at--;
	return at > 0 && ((d->text.p[at - 1] >= 'a' && d->text.p[at - 1] <= 'z') || d->text.p[at - 1] == ',');
}

/* "ратифицировать в 2026–2027 гг. | Конвенции № 155": has a point behind "г." cut off what the sentence is about? */
static bool is_cut(const struct doc *d, const struct item *it, size_t at)
{
	static const char *const ends[] = { " г.", " гг.", "гг.", " р.", " рр.", " ст.", "экз.", "прим.", "асоб." };
	struct span before = span_trim(doc_slice(d, at > CUT_BYTES ? at - CUT_BYTES : 0, at));

	for (size_t k = 0; at + CUT_BYTES > it->start && k < sizeof ends / sizeof *ends; k++)
		if (span_ends(before, span_of(ends[k])))
			return true;
	return false;
}

/* Does block b go on with the sentence of the block before it, as where the lines of a page became blocks? */
static bool joins_block(const struct doc *d, const struct block *b)
{
	static const char *const ends[] = { ",", " and", " the", " of", " и", " та", " МОТ", " МОП", "№" };
	const struct block *before = b > d->blocks ? b - 1 : NULL;

	if (!before || b->kind != BLOCK_PARA || b->table || before->table || before->hidden ||
	    (before->kind != BLOCK_PARA && before->kind != BLOCK_ITEM))
		return false;
	for (size_t k = 0; k < sizeof ends / sizeof *ends; k++)
		if (span_ends(span_trim(doc_slice(d, before->start, before->end)), span_of(ends[k])))
			return true;
	return false;
}

void instrument_sentence(const struct doc *d, const struct item *it, size_t *start, size_t *end)
{
	const struct block *b = it->block >= 0 ? &d->blocks[it->block] : NULL;
	size_t lo = doc_sentence_at(d, it->start);

	*start = !b ? 0 : joins_block(d, b) ? b[-1].start : b->start;
	*end = b ? b->end : d->text.n;
	if (lo < d->n_sentences && d->sentences[lo].start <= it->start && d->sentences[lo].end >= it->end) {
		*end = d->sentences[lo].end;
		while (lo > 0 && d->sentences[lo - 1].start >= *start &&
		       (goes_on(d, d->sentences[lo].start) || is_cut(d, it, d->sentences[lo].start) ||
			(b && d->sentences[lo].start == b->start)))
			lo--;
		*start = d->sentences[lo].start;
	}
	if (it->start - *start > LONG_SENTENCE)
		*start = it->start - LONG_SENTENCE;
	if (*end > it->end + LONG_SENTENCE)
		*end = it->end + LONG_SENTENCE;
}
