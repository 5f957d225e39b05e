/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which of the dictionary forms of a word is meant, and the endings of adjectives that agree with them. */
#include "base_form.h"

#include <stdlib.h>

#include "mem.h"
#include "utf8.h"
#include "wordforms.h"

struct base_forms {
	struct wordforms *words;
	struct buf stems;
};

struct base_forms *base_forms_new(void)
{
	struct base_forms *b = mem_alloc(sizeof *b);

	b->words = wordforms_new();
	return b;
}

void base_forms_free(struct base_forms *b)
{
	if (!b)
		return;
	wordforms_free(b->words);
	buf_free(&b->stems);
	free(b);
}

/* Some entries are plurals; of several stems the singular is meant. Adjectives end so as well, but have one stem. */
static bool is_plural(struct span stem)
{
	return span_ends(stem, SPAN("і")) || span_ends(stem, SPAN("ы")) || span_ends(stem, SPAN("и"));
}

/* The best stem that is no plural; where all are, the first. */
static bool put_stem(struct base_forms *b, struct span lang, struct span word, struct buf *out)
{
	struct span rest, best;

	buf_reset(&b->stems);
	if (!wordforms_stems(b->words, lang, word, &b->stems))
		return false;
	for (rest = buf_span(&b->stems), best = span_cut(&rest, '\n'); is_plural(best) && rest.n;)
		best = span_cut(&rest, '\n');
	if (is_plural(best)) {
		rest = buf_span(&b->stems);
		best = span_cut(&rest, '\n');
	}
	buf_add(out, best);
	return true;
}

/* Of a compound with a hyphen only the last part changes. */
static size_t last_part(struct span word)
{
	size_t at = word.n;

	while (at && word.p[at - 1] != '-')
		at--;
	return at;
}

bool base_form(struct base_forms *b, struct span lang, struct span word, struct buf *out)
{
	size_t before = out->n, part = last_part(word);

	if (put_stem(b, lang, word, out))
		return true;
	buf_add(out, span_sub(word, 0, part));
	if (part && put_stem(b, lang, span_sub(word, part, word.n), out))
		return true;
	out->n = before;
	return false;
}

enum gender { MASCULINE, FEMININE, NEUTER };

static enum gender gender_of(struct span noun)
{
	static const struct {
		const char *ending;
		enum gender gender;
	} endings[] = { { "ства", NEUTER },  { "цтва", NEUTER }, { "ння", NEUTER }, { "ття", NEUTER },
			{ "лля", NEUTER },   { "нне", NEUTER },  { "цце", NEUTER }, { "месца", NEUTER },
			{ "о", NEUTER },     { "е", NEUTER },    { "ё", NEUTER },   { "сть", FEMININE },
			{ "сць", FEMININE }, { "а", FEMININE },  { "я", FEMININE } };

	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
		if (span_ends(noun, span_of(endings[i].ending)))
			return endings[i].gender;
	return MASCULINE;
}

void base_adjective(struct span lang, struct span adjective, struct span noun, struct buf *out)
{
	static const struct {
		const char *lang, *from, *feminine, *neuter;
	} endings[] = {
		{ "uk", "ий", "а", "е" },     { "uk", "ій", "я", "є" },     { "be", "кі", "кая", "кае" },
		{ "be", "гі", "гая", "гае" }, { "be", "хі", "хая", "хае" }, { "be", "ны", "ная", "нае" },
		{ "be", "ы", "ая", "ае" },    { "be", "і", "яя", "яе" },
	};
	enum gender g = gender_of(noun);

	for (size_t i = 0; i < sizeof endings / sizeof *endings && g != MASCULINE; i++) {
		struct span from = span_of(endings[i].from);

		if (!span_starts(lang, span_of(endings[i].lang)) || !span_ends(adjective, from))
			continue;
		buf_add(out, span_sub(adjective, 0, adjective.n - from.n));
		buf_puts(out, g == FEMININE ? endings[i].feminine : endings[i].neuter);
		return;
	}
	buf_add(out, adjective);
}
