/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Towns that no lexicon has, by the company they keep. */
#include "place_list.h"

#include "canonical.h"
#include "place_slavic.h"
#include "slavic.h"

enum { MEMBERS = 12, LONGEST = 3 /* tokens of a known name */ };

struct run {
	size_t known;  /* members that are known places */
	size_t before; /* token before the first member, or TOKEN_NONE */
};

static bool is_joint(const struct place_pass *p, size_t i)
{
	static const char *const and[] = { "и", "или", "та", "і", "й", "ды", "або", "and", "or", "және", "жана", NULL };

	return token_is_mark(p->ts, i, ',') || token_in(p->ts, i, and);
}

/* Latin names have no cases, and a gazetteer alone would find what begins alike as well. */
static bool is_printed(const struct place_pass *p, long row, size_t first, size_t last)
{
	struct span names = lexicon_cell(p->n->places, row, "name"),
		    word = span_sub(p->d->text, p->ts->t[first].start, p->ts->t[last].end);

	while (names.p)
		if (span_eq(span_trim(span_cut(&names, '|')), word))
			return true;
	return !p->ts->t[first].latin;
}

static bool is_known(const struct place_pass *p, size_t first, size_t *last)
{
	long row = token_is_word(p->ts, first) && p->ts->t[first].cap
			   ? gazetteer_at(p->n->known_places, p->ts, first, last)
			   : LEXICON_NONE;

	return row != LEXICON_NONE && is_printed(p, row, first, *last);
}

/* A capital inside a sentence that may be a town's name: no noun of bodies, no word of another kind. */
static bool may_be_town(const struct place_pass *p, size_t i)
{
	const struct token *t = &p->ts->t[i];
	const struct token_info *info;

	if (!token_is_word(p->ts, i) || !t->cap || t->caps || t->first || t->loud)
		return false;
	info = token_info(p->ts, i);
	if (info->head != LEXICON_NONE || t->end - t->start < 4)
		return false;
	return info->n == 0 || info->parse[0].paradigm == SLAVIC_GUESS || (info->tags & M_NOUN);
}

/* Members behind and before the one at [first, last]: each a known place, or what may be one. */
static struct run run_around(const struct place_pass *p, size_t i)
{
	struct run r = { 0 };
	size_t at = i, end;

	for (size_t n = 0; n < MEMBERS && tokens_same_block(p->ts, i, at + 2) && is_joint(p, at + 1); n++) {
		if (is_known(p, at + 2, &end)) {
			r.known++;
			at = end;
		} else if (may_be_town(p, at + 2)) {
			at += 2;
		} else {
			break;
		}
	}
	at = i;
	for (size_t n = 0; n < MEMBERS && at >= 2 && tokens_same_block(p->ts, at - 2, i) && is_joint(p, at - 1); n++) {
		size_t first = TOKEN_NONE;

		for (size_t k = 2; k < 2 + LONGEST && k <= at && first == TOKEN_NONE; k++)
			if (is_known(p, at - k, &end) && end == at - 2)
				first = at - k;
		if (first != TOKEN_NONE)
			r.known++;
		else if (may_be_town(p, at - 2))
			first = at - 2;
		else
			break;
		at = first;
	}
	r.before = at > 0 && tokens_same_block(p->ts, at - 1, i) ? at - 1 : TOKEN_NONE;
	return r;
}

/* в посёлках Баутино и Лагань, гг. Воткинска, Глазова */
static bool is_town_noun(const struct place_pass *p, size_t i)
{
	if (i == TOKEN_NONE)
		return false;
	if (token_is_mark(p->ts, i, '.') && i > 0)
		return token_says(p->ts, i - 1, WORDS_TOWN_SHORTENED) && !p->ts->t[i - 1].cap &&
		       (i < 2 || p->ts->t[i - 2].kind != TOKEN_NUMBER);
	return token_says(p->ts, i, WORDS_TOWN);
}

/* съезд водников (Нови-Сад, октябрь 2021 г.): where and when */
static bool is_dated_bracket(const struct place_pass *p, size_t i)
{
	return i > 0 && token_is_mark(p->ts, i - 1, '(') && token_is_mark(p->ts, i + 1, ',') &&
	       tokens_same_block(p->ts, i, i + 3) && p->ts->t[i + 2].end > p->ts->t[i + 2].start &&
	       (p->ts->t[i + 2].kind == TOKEN_NUMBER || p->ts->t[i + 3].kind == TOKEN_NUMBER);
}

/* в, из, под …; the noun of a town; г. */
static bool governs_place(const struct place_pass *p, size_t i)
{
	static const char *const english[] = { "in", "at", "from", "of", "between", NULL };

	if (i == TOKEN_NONE || !token_is_word(p->ts, i))
		return false;
	return token_info(p->ts, i)->tags & M_PREP || token_in(p->ts, i, english) ||
	       token_says(p->ts, i, WORDS_PLACE_PREPOSITION);
}

/* The case that the words before the list ask for. */
static unsigned case_of(const struct place_pass *p, size_t before)
{
	static const char *const in[] = { "в", "во", "на", NULL };

	return before != TOKEN_NONE && token_in(p->ts, before, in) ? M_LOC : M_GEN;
}

/* Капане → Капан; what has no such case (Кахети, Бэлць) stays as it is printed. */
static struct span town_in_nominative(const struct place_pass *p, size_t i, unsigned in_case)
{
	struct tokens *ts = p->ts;
	struct span printed = span_sub(p->d->text, ts->t[i].start, ts->t[i].end), name;
	const struct morph_parse *parse;
	struct buf out = { 0 };

	if (ts->t[i].latin || ts->t[i].lang == LANG_TURKIC)
		return printed;
	if (ts->t[i].lang != LANG_RU)
		return slavic_town(ts->arena, printed);
	if (span_ends(printed, SPAN("и")) || span_ends(printed, SPAN("о")) || span_ends(printed, SPAN("у")))
		return printed;
	parse = place_noun_parse(ts, i, M_NOUN | M_SING | M_MASC | in_case);
	if (!parse)
		parse = place_noun_parse(ts, i, M_NOUN | M_SING | in_case);
	if (!parse || parse->tags & M_PATR) /* "в Шаартузе", which the dictionary does not know, is not Шаартузович */
		return place_without_ending(printed);
	canonical_word(ts, p->d->text, i, parse, M_NOM | M_SING, &out);
	name = arena_dup(ts->arena, buf_span(&out));
	buf_free(&out);
	return name;
}

/* Абай, Туркестан, Шымкент: a region that is named without its noun */
static struct span with_noun(const struct place_pass *p, struct span name)
{
	long row = lexicon_find(p->n->places, arena_printf(&p->d->arena, "область %.*s", SPAN_ARG(name)));
	struct span names = row == LEXICON_NONE ? name : lexicon_cell(p->n->places, row, "name");

	return span_trim(span_cut(&names, '|'));
}

bool place_in_list(struct place_pass *p, size_t i, size_t *last)
{
	struct run r;

	if (p->taken[i] || !may_be_town(p, i))
		return false;
	r = run_around(p, i);
	if (!(r.known > 1 || (r.known == 1 && governs_place(p, r.before)) || is_town_noun(p, r.before) ||
	      is_dated_bracket(p, i)))
		return false;
	*last = i;
	place_add(p, i, i, with_noun(p, town_in_nominative(p, i, case_of(p, r.before))), (struct span){ 0 });
	return true;
}
