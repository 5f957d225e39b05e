/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists of Kazakh and Kyrgyz bodies: the places stand one by one, the noun once behind the last, in the plural. */
#include "org_shared_turkic.h"

#include "org_turkic.h"

#include "org_phrase.h"
#include "utf8.h"

enum { NOUN_WORDS = 4 /* кәсіподақ ұйымдары */ };

/* Where the plural ending of a noun begins, behind which stand a possessive and a case: кеңеш|тери; 0: it is none. */
static size_t plural_at(struct span word)
{
	static const char *const many[] = { "лары", "лері", "лери", "дары", "дері", "дери", "тары", "тері",
					    "тери", "лору", "лөрү", "дору", "дөрү", "тору", "төрү" };
	enum { STEM = 6, ENDING = 10 }; /* bytes of the shortest noun, of the possessive and the longest case */

	for (size_t i = 0; i < sizeof many / sizeof *many; i++)
		for (size_t at = span_find(word, span_of(many[i]), STEM); at != SPAN_NONE;
		     at = span_find(word, span_of(many[i]), at + 1))
			if (word.n - at - span_of(many[i]).n <= ENDING)
				return at;
	return 0;
}

/* кеңеш → кеңеши, филиал → филиалы, бірлестік → бірлестігі: the noun of one body that is somebody's */
static struct span possessive(struct arena *a, struct span stem, bool kazakh)
{
	static const struct {
		const char *hard, *soft;
	} voiced[] = { { "к", "г" }, { "қ", "ғ" }, { "п", "б" } };
	static const char *const kk[] = { "ы", "і" }, *const ky[] = { "ы", "и", "у", "ү" };
	struct turkic_harmony h;
	struct span soft = { 0 };
	const char *end;

	if (!org_turkic_harmony(stem, kazakh, &h))
		return stem;
	end = kazakh ? kk[h.kind] : ky[h.kind];
	if (span_eq(h.last, h.vowel))
		return arena_printf(a, "%.*sс%s", SPAN_ARG(stem), end);
	for (size_t i = 0; i < sizeof voiced / sizeof *voiced; i++)
		if (span_is(h.last, voiced[i].hard))
			soft = span_of(voiced[i].soft);
	return soft.n ? arena_printf(a, "%.*s%.*s%s", SPAN_ARG(span_sub(stem, 0, stem.n - h.last.n)), SPAN_ARG(soft),
				     end)
		      : arena_printf(a, "%.*s%s", SPAN_ARG(stem), end);
}

static bool is_joint(const struct org_scan *s, size_t i)
{
	static const char *const and[] = { "және", "жана", "мен", "менен", NULL };

	return token_is_mark(s->ts, i, ',') || token_in(s->ts, i, and);
}

/* Абай және Ұлытау облыстық …: a capital before a joint, which no list of places has without its noun */
static bool may_be_place(const struct org_scan *s, size_t i)
{
	static const char *const there[] = { "да", "де", "та", "те", "до", "дө", "то", "тө" };

	for (size_t k = 0; k < sizeof there / sizeof *there; k++)
		if (span_ends(token_fold(s->ts, i), span_of(there[k])))
			return false;
	return !s->ts->t[i].first && token_info(s->ts, i)->head == LEXICON_NONE && is_joint(s, i + 1) &&
	       tokens_same_block(s->ts, i, i + 1);
}

/* A place at token i, with its level or without: Ош облустук, Шығыс Қазақстан; *end is the token behind it */
static bool takes_place(const struct org_scan *s, size_t i, size_t *end, bool *level)
{
	size_t last = i;

	if (!token_is_word(s->ts, i) || !s->ts->t[i].cap || s->ts->t[i].caps || org_is_barrier(s, i))
		return false;
	if (gazetteer_at(s->places, s->ts, i, &last) == LEXICON_NONE && !token_says(s->ts, i + 1, WORDS_BEHIND_PLACE) &&
	    !may_be_place(s, i))
		return false;
	if (tokens_same_block(s->ts, i, last + 1) && token_says(s->ts, last + 1, WORDS_BEHIND_PLACE))
		last++;
	*level = token_says(s->ts, last, WORDS_BEHIND_PLACE);
	*end = last + 1;
	return true;
}

/* кеңештери, кәсіподақ ұйымдары: small words up to a noun of bodies in the plural; TOKEN_NONE: there is none */
static size_t noun_behind(const struct org_scan *s, size_t at, bool kazakh)
{
	for (size_t i = at; i < at + NOUN_WORDS && tokens_same_block(s->ts, at - 1, i) && token_is_word(s->ts, i);
	     i++) {
		size_t stem = plural_at(token_fold(s->ts, i));
		long row = token_info(s->ts, i)->head;

		if (s->ts->t[i].cap || org_is_barrier(s, i))
			return TOKEN_NONE;
		if (stem && row == LEXICON_NONE) /* ұйымдары: the lexicon has ұйымы */
			row = lexicon_find(s->heads,
					   possessive(s->ts->arena, span_sub(token_fold(s->ts, i), 0, stem), kazakh));
		if (stem && row != LEXICON_NONE && org_head_flags(s->heads, row) & ORG_FINAL)
			return i;
	}
	return TOKEN_NONE;
}

size_t org_shared_turkic_at(const struct org_scan *s, size_t i, struct org_shared *v)
{
	size_t at = i, n = 0, noun, behind = i, end = i;
	struct span level = { 0 }, what, one;
	bool has_level = false, kazakh = s->ts->kazakh;

	if (s->ts->t[i].lang != LANG_TURKIC)
		return 0;
	while (n < ORG_SHARED_MAX && takes_place(s, at, &end, &has_level)) {
		v[n++] = (struct org_shared){ at, end - 1, { 0 } };
		behind = at = end;
		if (!tokens_same_block(s->ts, i, at + 1) || !is_joint(s, at))
			break;
		at++;
	}
	if (n < 2 || !has_level)
		return 0;
	noun = noun_behind(s, behind, kazakh);
	if (noun == TOKEN_NONE)
		return 0;
	level = span_sub(s->text, s->ts->t[behind - 1].start, s->ts->t[behind - 1].end);
	what = span_sub(s->text, s->ts->t[behind].start, s->ts->t[noun].start);
	one = span_sub(s->text, s->ts->t[noun].start, s->ts->t[noun].start + plural_at(token_fold(s->ts, noun)));
	one = possessive(s->ts->arena, one, kazakh);
	for (size_t k = 0; k < n; k++) {
		bool own = token_says(s->ts, v[k].last, WORDS_BEHIND_PLACE);
		struct span place = span_sub(s->text, s->ts->t[v[k].first].start, s->ts->t[v[k].last].end);

		v[k].name = arena_printf(s->ts->arena, "%.*s %.*s%s%.*s%.*s", SPAN_ARG(place),
					 SPAN_ARG(own ? (struct span){ 0 } : level), own ? "" : " ", SPAN_ARG(what),
					 SPAN_ARG(one));
	}
	v[n - 1].last = noun;
	return n;
}
