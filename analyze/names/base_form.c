/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hunspell as a source of dictionary forms, and the endings of adjectives that agree with them. */
#include "base_form.h"

#include <hunspell/hunspell.h>
#include <stdlib.h>
#include <unistd.h>

#include "mem.h"
#include "utf8.h"

enum { LANGS = 2, WORD_BYTES = 80 };
static const char *const folder = "/usr/share/hunspell/";
static const char *const dictionaries[LANGS][2] = { { "uk", "uk_UA" }, { "be", "be_BY" } };

struct base_forms {
	Hunhandle *h[LANGS];
	bool tried[LANGS];
};

struct base_forms *base_forms_new(void)
{
	return mem_alloc(sizeof(struct base_forms));
}

void base_forms_free(struct base_forms *b)
{
	for (int i = 0; b && i < LANGS; i++)
		if (b->h[i])
			Hunspell_destroy(b->h[i]);
	free(b);
}

static Hunhandle *dictionary(struct base_forms *b, struct span lang)
{
	for (int i = 0; i < LANGS; i++) {
		struct buf aff = { 0 }, dic = { 0 };

		if (!span_starts(lang, span_of(dictionaries[i][0])))
			continue;
		buf_addf(&aff, "%s%s.aff", folder, dictionaries[i][1]);
		buf_addf(&dic, "%s%s.dic", folder, dictionaries[i][1]);
		if (!b->tried[i] && !access(buf_str(&aff), R_OK) && !access(buf_str(&dic), R_OK))
			b->h[i] = Hunspell_create(buf_str(&aff), buf_str(&dic));
		b->tried[i] = true;
		buf_free(&aff);
		buf_free(&dic);
		return b->h[i];
	}
	return NULL;
}

/* Some entries are plurals; of several stems the singular is meant. Adjectives end so as well, but have one stem. */
static bool is_plural(struct span stem)
{
	return span_ends(stem, SPAN("і")) || span_ends(stem, SPAN("ы")) || span_ends(stem, SPAN("и"));
}

static bool stem_of(Hunhandle *h, const char *word, struct buf *out)
{
	char **stems;
	int n = Hunspell_stem(h, &stems, word), best = 0;

	while (best + 1 < n && is_plural(span_of(stems[best])))
		best++;
	if (n > 0) {
		buf_puts(out, stems[is_plural(span_of(stems[best])) ? 0 : best]);
		Hunspell_free_list(h, &stems, n);
	}
	return n > 0;
}

bool base_form(struct base_forms *b, struct span lang, struct span word, struct buf *out)
{
	Hunhandle *h = dictionary(b, lang);
	struct buf w = { 0 };
	bool found = false;

	if (h && word.n <= WORD_BYTES) {
		buf_add(&w, word);
		found = stem_of(h, buf_str(&w), out);
		/* folding has made е of ё, which the Belarusian dictionary knows: раённы */
		for (size_t at = span_find(word, SPAN("е"), 0);
		     !found && at != SPAN_NONE && span_starts(lang, SPAN("be"));
		     at = span_find(word, SPAN("е"), at + 1)) {
			buf_reset(&w);
			buf_add(&w, span_sub(word, 0, at));
			buf_puts(&w, "ё");
			buf_add(&w, span_sub(word, at + sizeof "е" - 1, word.n));
			found = stem_of(h, buf_str(&w), out);
		}
	}
	buf_free(&w);
	return found;
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
