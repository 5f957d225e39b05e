/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ukrainian and Belarusian names in the genitive: an act is named by whose it is, and no dictionary declines it. */
#include "slavic_genitive.h"

#include "buf.h"
#include "utf8.h"

enum { WORD_BYTES = 96 };

struct change {
	const char *from, *to; /* endings; an empty one fits every word */
};

/* The longer ending stands before the shorter one. */
static const struct change adjectives[2][10] = {
	[SLAVIC_UK] = { { "ня", "ньої" },
			{ "а", "ої" },
			{ "ий", "ого" },
			{ "ній", "нього" },
			{ "нє", "нього" },
			{ "е", "ого" },
			{ NULL, NULL } },
	[SLAVIC_BE] = { { "гарадскі", "гарадскога" },
			{ "няя", "няй" },
			{ "ая", "ай" },
			{ "ні", "няга" },
			{ "ы", "ага" },
			{ "і", "ага" },
			{ "няе", "няга" },
			{ "ае", "ага" },
			{ "ое", "ога" },
			{ NULL, NULL } },
};

static const struct change nouns[2][9] = {
	[SLAVIC_UK] = { { "ія", "ії" },
			{ "ня", "ня" },
			{ "я", "і" },
			{ "а", "и" },
			{ "о", "а" },
			{ "ь", "і" },
			{ "й", "ю" },
			{ "", "у" },
			{ NULL, NULL } },
	[SLAVIC_BE] = { { "ія", "іі" },
			{ "ыя", "ыі" },
			{ "не", "ня" },
			{ "ка", "кі" },
			{ "га", "гі" },
			{ "ва", "ва" },
			{ "а", "ы" },
			{ "", "а" },
			{ NULL, NULL } },
};

/* навчання, аб'яднання: neuter nouns do not change, others in -ня do */
static bool is_neuter(struct span word)
{
	return span_ends(word, SPAN("ння")) || span_ends(word, SPAN("ття"));
}

static bool put_changed(struct span word, const struct change *table, struct buf *out)
{
	char fold[WORD_BYTES];

	if (word.n > sizeof fold)
		return false;
	utf8_fold(word, fold);
	for (const struct change *c = table; c->from; c++) {
		struct span end = span_of(c->from);

		if (!span_ends(span_make(fold, word.n), end))
			continue;
		buf_add(out, span_sub(word, 0, word.n - end.n));
		buf_puts(out, c->to);
		return true;
	}
	return false;
}

/* V, 3-й: the number of a meeting, in Cyrillic or Latin letters */
static bool is_number(struct span word)
{
	static const char *const letters[] = { "I", "V", "X", "L", "І", "Х" };

	if (word.n && word.p[0] >= '0' && word.p[0] <= '9')
		return true;
	for (size_t at = 0, i; at < word.n;) {
		size_t from = at;

		utf8_next(word, &at);
		for (i = 0; i < sizeof letters / sizeof *letters; i++)
			if (span_is(span_sub(word, from, at), letters[i]))
				break;
		if (i == sizeof letters / sizeof *letters)
			return false;
	}
	return word.n > 0;
}

/* Is it a noun that heads names, in the nominative of its row? */
static bool is_head(const struct lexicon *heads, struct span word)
{
	static const char *const meetings[] = { "пленум", "з'їзд",       "з’їзд",      "з'езд",
						"з’езд",  "конференція", "канферэнцыя" };
	char fold[WORD_BYTES];

	if (word.n > sizeof fold)
		return false;
	utf8_fold(word, fold);
	for (size_t i = 0; i < sizeof meetings / sizeof *meetings; i++)
		if (span_is(span_make(fold, word.n), meetings[i]))
			return true;
	return lexicon_find(heads, span_make(fold, word.n)) != LEXICON_NONE;
}

struct span slavic_genitive_name(struct arena *a, const struct lexicon *heads, enum slavic_lang lang, struct span name)
{
	struct buf b = { 0 };
	struct span rest = name, done = name;
	bool head = false, goes_on = true;

	while (rest.n && !head && goes_on) {
		struct span word = span_cut(&rest, ' ');

		head = is_head(heads, word);
		if (is_number(word) || (head && lang == SLAVIC_UK && is_neuter(word)))
			buf_add(&b, word);
		else
			goes_on = put_changed(word, head ? nouns[lang] : adjectives[lang], &b);
		if (rest.p)
			buf_putc(&b, ' ');
	}
	if (head && goes_on) {
		buf_add(&b, rest);
		done = arena_dup(a, buf_span(&b));
	}
	buf_free(&b);
	return done;
}
