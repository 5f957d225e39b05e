/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A counting table of the document's own words; open addressing, 64-bit hashes only, since nobody asks for the words.
 */
#include "pdf_vocab.h"

#include <stdlib.h>

#include "utf8.h"

struct entry {
	unsigned long long hash;
	unsigned count;
};

struct vocab {
	struct entry *v;
	size_t n, size; /* size is a power of two */
};

static unsigned long long hash_word(struct span word)
{
	char small[256];
	if (word.n > sizeof small)
		word.n = sizeof small;
	word = utf8_whole(word);
	utf8_fold(word, small);
	unsigned long long h = span_hash(span_make(small, word.n));
	return h ? h : 1;
}

static struct entry *slot(const struct vocab *v, unsigned long long hash)
{
	size_t at = hash & (v->size - 1);
	while (v->v[at].hash && v->v[at].hash != hash)
		at = (at + 1) & (v->size - 1);
	return &v->v[at];
}

static void grow(struct vocab *v)
{
	struct vocab bigger = { .size = v->size ? v->size * 2 : 4096 };
	bigger.v = mem_alloc(bigger.size * sizeof *bigger.v);
	for (size_t i = 0; i < v->size; i++)
		if (v->v[i].hash)
			*slot(&bigger, v->v[i].hash) = v->v[i];
	bigger.n = v->n;
	free(v->v);
	*v = bigger;
}

static void count_word(struct vocab *v, struct span word)
{
	if (v->n * 2 >= v->size)
		grow(v);
	struct entry *e = slot(v, hash_word(word));
	v->n += e->hash == 0;
	e->hash = hash_word(word);
	e->count++;
}

/* Counts the words of a line; whole: also the first and the last one, which may be pieces. */
static void count_line(struct vocab *v, struct span s, bool whole)
{
	size_t from = 0, at = 0;
	while (at < s.n) {
		size_t here = at;
		if (utf8_is_word(utf8_next(s, &at)))
			continue;
		if (here > from && (whole || from > 0))
			count_word(v, span_sub(s, from, here));
		from = at;
	}
	if (at > from && whole)
		count_word(v, span_sub(s, from, at));
}

struct vocab *vocab_new(const struct pdf_text *t)
{
	struct vocab *v = mem_alloc(sizeof *v);
	grow(v);
	for (size_t i = 0; i < t->n; i++)
		count_line(v, t->lines[i].text, t->lines[i].cell < 0);
	return v;
}

void vocab_free(struct vocab *v)
{
	if (v)
		free(v->v);
	free(v);
}

unsigned vocab_count(const struct vocab *v, struct span word)
{
	return slot(v, hash_word(word))->count;
}
