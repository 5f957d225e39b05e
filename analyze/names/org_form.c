/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Letters before a name in quotes that say what kind of body it is: ООО, КТУП, ДК, and in Kazakh behind it. */
#include "org_form.h"

#include "org_phrase.h"
#include "utf8.h"

/* ЖЧКсында: in Kazakh and Kyrgyz the ending may stand right behind the letters of a form */
static bool is_form_with_ending(const struct org_scan *s, size_t i)
{
	struct span letters;

	if (s->ts->t[i].lang != LANG_TURKIC || !s->ts->t[i].cap)
		return false;
	letters = token_letters(s->ts, i);
	return letters.n < s->ts->t[i].end - s->ts->t[i].start && letters.n >= 4 &&
	       lexicon_find(s->forms, letters) != LEXICON_NONE;
}

/* КТУП «…», ОГБУК «…»: letters that no list has, before a quote, with the end of a legal form */
static bool ends_like_form(const struct org_scan *s, size_t i)
{
	enum { SHORTEST = 3, LONGEST = 8 };
	static const char *const ends[] = { "уп",  "бу",  "ку",  "ау",  "ао",  "оо",  "буз", "бук", "боу", "аоу", "доу",
					    "поу", "дпо", "лхк", "схк", "лпк", "пкф", "гпу", "кху", "спк", "лху" };
	size_t letters;

	if (!s->ts->t[i].caps || s->ts->t[i].loud || s->ts->t[i].latin || !token_is_mark(s->ts, i + 1, '"') ||
	    (i > 0 && s->ts->t[i - 1].caps && tokens_same_block(s->ts, i - 1, i)) ||
	    !tokens_same_block(s->ts, i, i + 1))
		return false;
	letters = utf8_count(token_fold(s->ts, i));
	if (letters < SHORTEST || letters > LONGEST)
		return false;
	for (size_t k = 0; k < sizeof ends / sizeof *ends; k++)
		if (span_ends(token_fold(s->ts, i), span_of(ends[k])))
			return true;
	return false;
}

/* ДК «Металлург», КПТ «Жолдас», SRL «Ungheni»: letters right before a short name in quotes say what kind of body it is
 */
static bool is_before_name(const struct org_scan *s, size_t i)
{
	enum { SHORTEST = 2, LONGEST = 6, QUOTE_TOKENS = 9 };
	const struct tokens *ts = s->ts;
	size_t letters, end;

	if (!ts->t[i].caps || ts->t[i].loud || !tokens_same_block(ts, i, i + 2) || !token_is_mark(ts, i + 1, '"') ||
	    ts->t[i].lang == LANG_EN || ts->t[i].lang == LANG_TURKIC || org_is_roman(s, i) || org_is_titled(s, i + 1) ||
	    token_says(ts, i, WORDS_LOUD_TITLE) || /* ЗАЯВА «…» */
	    (s->not_orgs && lexicon_find(s->not_orgs, token_fold(ts, i)) != LEXICON_NONE))
		return false;
	/* ГБУ ДПО «…»: the first of them is the form */
	if (i > 0 && tokens_same_block(ts, i - 1, i) && ts->t[i - 1].caps)
		return false;
	letters = utf8_count(token_fold(ts, i));
	if (letters < SHORTEST || letters > LONGEST || !org_quote_is_name(s, i + 1) ||
	    ts->t[i + 2].kind != TOKEN_WORD || lexicon_find(s->forms, token_fold(ts, i + 2)) != LEXICON_NONE)
		return false;
	end = org_quote_end(s, i + 1);
	return end != TOKEN_NONE && end - i <= QUOTE_TOKENS && gazetteer_at(s->known, s->ts, i, &end) == LEXICON_NONE;
}

bool org_is_form(const struct org_scan *s, size_t i)
{
	if (token_is_word(s->ts, i) && (is_form_with_ending(s, i) || ends_like_form(s, i) || is_before_name(s, i)))
		return true;
	/* JSC “…” */
	if (token_is_word(s->ts, i) && s->ts->t[i].latin && s->ts->t[i].caps &&
	    s->ts->t[i].end - s->ts->t[i].start == 3 && token_is_mark(s->ts, i + 1, '"'))
		return lexicon_find(s->forms, token_fold(s->ts, i)) != LEXICON_NONE;
	return token_is_word(s->ts, i) && s->ts->t[i].cap && s->ts->t[i].end - s->ts->t[i].start >= 4 &&
	       (s->ts->t[i].caps || s->ts->t[i].end - s->ts->t[i].start >= 6) &&
	       lexicon_find(s->forms, token_fold(s->ts, i)) != LEXICON_NONE && !token_parse(s->ts, i, M_PREP, 0);
}
