/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Clipped words in the names of bodies: обком, горком, профком. */
#include "org_clipped.h"

#include "buf.h"
#include "recase.h"
#include "utf8.h"

enum { MAX_WORD = 40 };

static struct span code_of(enum token_lang lang)
{
	static const char *const codes[] = { [LANG_RU] = "ru", [LANG_UK] = "uk", [LANG_BE] = "be", [LANG_EN] = "en" };

	return span_of(lang == LANG_TURKIC ? NULL : codes[lang]);
}

struct span org_clipped_full(const struct lexicon *clipped, enum token_lang lang, struct span word)
{
	for (long row = 0; row < lexicon_rows(clipped); row++)
		if (span_eq(lexicon_cell(clipped, row, "word"), word) &&
		    span_eq(lexicon_cell(clipped, row, "lang"), code_of(lang)))
			return lexicon_cell(clipped, row, "full");
	return (struct span){ 0 };
}

/* The full form of the word, empty where it is no clipped one: as the lexicon has it, or in the genitive. */
static struct span full_form(struct arena *a, const struct lexicon *clipped, const struct morph *m, struct span lang,
			     struct span word)
{
	char folded[MAX_WORD];
	struct span key = { folded, word.n };

	if (word.n > sizeof folded)
		return span_make(NULL, 0);
	utf8_fold(word, folded);
	for (long row = 0; row < lexicon_rows(clipped); row++) {
		struct span name = lexicon_cell(clipped, row, "word"), full = lexicon_cell(clipped, row, "full");

		if (!span_eq(lexicon_cell(clipped, row, "lang"), lang))
			continue;
		if (span_eq(key, name))
			return full;
		if (m && span_is(lang, "ru") && span_starts(key, name) && span_is(span_sub(key, name.n, key.n), "а"))
			return recase(a, m, full, M_NOM, M_GEN);
	}
	return span_make(NULL, 0);
}

/* full, with a capital where the clipped word has one. */
static void put_full(struct buf *out, struct span full, struct span word)
{
	size_t at = 0, first = 0;
	unsigned c = utf8_next(full, &at);

	buf_put_utf8(out, utf8_is_upper(utf8_next(word, &first)) ? utf8_upper(c) : c);
	buf_add(out, span_sub(full, at, full.n));
}

/* Президиум Обкома: with a capital inside a name it is the short name that the paper has given its committee */
static bool is_short_name(struct span word, bool inside)
{
	size_t at = 0;

	return inside && span_ends(word, SPAN("а")) && utf8_is_upper(utf8_next(word, &at));
}

struct span org_in_full(struct arena *a, const struct lexicon *clipped, const struct morph *m, enum token_lang lang,
			struct span name)
{
	struct buf out = { 0 };
	struct span done;
	bool changed = false;

	if (span_find_char(name, ' ', 0) == SPAN_NONE) /* Оргкомитет: the text never says what it is in full */
		return name;
	for (size_t at = 0, end; at < name.n; at = end) {
		struct span word, full;

		end = span_find_char(name, ' ', at);
		end = end == SPAN_NONE ? name.n : end + 1;
		word = span_trim(span_sub(name, at, end));
		full = is_short_name(word, at > 0) ? (struct span){ 0 } : full_form(a, clipped, m, code_of(lang), word);
		if (full.n) {
			put_full(&out, full, word);
			buf_add(&out, span_sub(name, at + word.n, end));
			changed = true;
		} else {
			buf_add(&out, span_sub(name, at, end));
		}
	}
	done = changed ? arena_dup(a, buf_span(&out)) : name;
	buf_free(&out);
	return done;
}
