/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Regions and districts: an adjective and the noun of a territory, which a list may have once. */
#include "place_regions.h"

#include "canonical.h"
#include "place_slavic.h"
#include "utf8.h"

/* Псковская область, Южного федерального округа: a capital adjective, perhaps others, a noun of territory */
static bool is_regional_adjective(const struct place_pass *p, size_t i)
{
	static const char *const ends[] = { "ском", "цком",  "ского", "цкого", "ский",  "цкий",  "ской",
					    "цкой", "ській", "цькій", "зькій", "ської", "цької", "зької",
					    "ская", "ська",  "цька",  "зька",  "скай",  "цкай" };

	for (size_t k = 0; token_is_word(p->ts, i) && p->ts->t[i].cap && k < sizeof ends / sizeof *ends; k++)
		if (span_ends(token_fold(p->ts, i), span_of(ends[k])))
			return true;
	return false;
}

/* Лесном, Заводскага: a capital adjective in the singular, made from a place's name or not */
static bool is_territory_adjective(const struct place_pass *p, size_t i)
{
	return is_regional_adjective(p, i) ||
	       (token_is_word(p->ts, i) && p->ts->t[i].cap && !p->ts->t[i].caps && !p->ts->t[i].first && !p->taken[i] &&
		token_parse(p->ts, i, M_ADJ | M_SING | M_MASC, M_GEN | M_LOC | M_DAT));
}

/* районах, районов: Каларашский район */
static bool is_districts(const struct place_pass *p, size_t i)
{
	return token_is_word(p->ts, i) &&
	       (span_starts(token_fold(p->ts, i), SPAN("район")) || span_starts(token_fold(p->ts, i), SPAN("раён")));
}

/* Лесном → Лесной, Заводскага → Заводскі */
static struct span district_adjective(const struct place_pass *p, size_t i)
{
	const struct morph_parse *parse = token_parse(p->ts, i, M_ADJ | M_SING | M_MASC, M_GEN | M_LOC | M_DAT);
	struct buf out = { 0 };
	struct span name;

	canonical_word(p->ts, p->d->text, i, parse, M_NOM | M_SING | M_MASC, &out);
	name = arena_dup(&p->d->arena, buf_span(&out));
	buf_free(&out);
	return name;
}

static bool is_regions(const struct place_pass *p, size_t i)
{
	if (is_districts(p, i))
		return true;
	if (token_is_word(p->ts, i) && span_starts(token_fold(p->ts, i), SPAN("областн")))
		return false; /* Псковской, Омской областных организаций */
	return token_is_word(p->ts, i) && (span_starts(token_fold(p->ts, i), SPAN("област")) ||
					   span_starts(token_fold(p->ts, i), SPAN("абласц")) ||
					   span_starts(token_fold(p->ts, i), SPAN("вобласц")));
}

/* Нарынской → Нарынская, Полтавській → Полтавська */
static struct span region_adjective(const struct place_pass *p, size_t i, bool district)
{
	struct span printed = doc_slice(p->d, p->ts->t[i].start, p->ts->t[i].end), folded = token_fold(p->ts, i);
	bool ukrainian = span_find(folded, SPAN("ьк"), 0) != SPAN_NONE;

	if (district)
		return district_adjective(p, i);
	size_t ending = span_ends(folded, SPAN("ая")) || span_ends(folded, SPAN("ой")) ||
					span_ends(folded, SPAN("ій")) || span_ends(folded, SPAN("ай")) ||
					span_ends(folded, SPAN("ої"))
				? 4
				: 2;

	return arena_printf(&p->d->arena, "%.*s%s", SPAN_ARG(span_sub(printed, 0, printed.n - ending)),
			    ukrainian ? "а" : "ая");
}

/* … область, with its country where the lexicon has it. */
static void add_region(struct place_pass *p, size_t first, size_t last, struct span adjective, bool district)
{
	struct span name = arena_printf(&p->d->arena, "%.*s %s", SPAN_ARG(adjective),
					district && p->ts->t[first].lang == LANG_BE ? "раён"
					: district                                  ? "район"
					: p->ts->t[first].lang == LANG_BE           ? "вобласць"
										    : "область"),
		    country = { 0 };
	long row = lexicon_find(p->n->places, name);

	if (row != LEXICON_NONE)
		country = lexicon_cell(p->n->places, row, "country");
	place_add(p, first, last, name, country);
}

/* 20 в Мурманской и 14 в Архангельской области: the noun that all share stands with the last */
bool place_shared_noun(struct place_pass *p, size_t i, size_t *last)
{
	enum { AHEAD = 8 };
	static const char *const prepositions[] = { "в", "во", "по", "из", "у", NULL };

	if (i == 0 || !is_regional_adjective(p, i) || !token_in(p->ts, i - 1, prepositions) ||
	    (token_is_word(p->ts, i + 1) && !token_is(p->ts, i + 1, "и") && !token_is(p->ts, i + 1, "та")))
		return false;
	for (size_t at = i + 2; at < i + AHEAD && tokens_same_block(p->ts, i, at + 1); at++) {
		if (token_is_mark(p->ts, at, '.') || token_is_mark(p->ts, at, ';'))
			break;
		if (!is_regional_adjective(p, at) || !is_regions(p, at + 1))
			continue;
		add_region(p, i, i, region_adjective(p, i, is_districts(p, at + 1)), is_districts(p, at + 1));
		*last = i;
		return true;
	}
	return false;
}

/* Полтавській, Сумській та Чернігівській областях; в областях: Нарынской, Таласской и Чуйской */
bool place_region_list(struct place_pass *p, size_t i, size_t *last)
{
	enum { MEMBERS = 20 };
	static const char *const and[] = { "и", "та", "і", "й", "и/или", NULL };
	size_t member[MEMBERS], n = 0, at = i;
	bool nouns, district, others = false;

	while (n < MEMBERS && tokens_same_block(p->ts, i, at) && is_territory_adjective(p, at)) {
		others |= !is_regional_adjective(p, at);
		member[n++] = at++;
		if (!tokens_same_block(p->ts, i, at + 1) ||
		    !(token_is_mark(p->ts, at, ',') || token_in(p->ts, at, and)) || !is_territory_adjective(p, at + 1))
			break;
		at++;
	}
	if (n < 2 || (others && !is_districts(p, at)))
		return false;
	district = is_districts(p, at) || (i >= 2 && token_is_mark(p->ts, i - 1, ':') && is_districts(p, i - 2));
	nouns = is_regions(p, at) || (i >= 2 && token_is_mark(p->ts, i - 1, ':') && is_regions(p, i - 2));
	for (size_t k = 0; k < n && nouns; k++) {
		bool with_noun = k + 1 == n && is_regions(p, at);
		struct span adjective = region_adjective(p, member[k], district);

		add_region(p, member[k], with_noun ? at : member[k], adjective, district);
	}
	*last = at;
	return nouns;
}

/* Гродзенскай вобласці, Шосткинського району: the noun of a territory, and the adjective that agrees with it */
bool place_slavic_territory(struct place_pass *p, size_t i, size_t *last)
{
	struct span name = slavic_territory(p->ts, p->d->text, i);

	if (!name.n)
		return false;
	place_add(p, i, i + 1, name, (struct span){ 0 });
	*last = i + 1;
	return true;
}

/* области Абай, областях Абай и Жетысу: the noun before a name that stays as it is */
bool place_named_region(struct place_pass *p, size_t i, size_t *last)
{
	static const char *const nouns[] = { "область", "области", "областью", "областях", "областям", NULL };
	struct tokens *ts = p->ts;

	if (!token_in(ts, i, nouns) || !tokens_same_block(ts, i, i + 1) || !token_is_word(ts, i + 1) ||
	    !ts->t[i + 1].cap || ts->t[i + 1].caps || token_parse(ts, i + 1, M_ADJ, 0) ||
	    token_info(ts, i + 1)->head != LEXICON_NONE || p->taken[i + 1] || is_regional_adjective(p, i + 1) ||
	    (i > 0 && tokens_same_block(ts, i - 1, i) && token_is_word(ts, i - 1) && token_parse(ts, i - 1, M_ADJ, 0)))
		return false;
	*last = i + 1;
	place_add(p, i, i + 1,
		  arena_printf(&p->d->arena, "область %.*s",
			       SPAN_ARG(doc_slice(p->d, ts->t[i + 1].start, ts->t[i + 1].end))),
		  (struct span){ 0 });
	return true;
}

bool place_begins_territory(const struct place_pass *p, size_t i, size_t *last)
{
	static const char *const stems[] = { "област",    "кра",       "округ",    "район",   "республик",
					     "поселени",  "сельсовет", "провинци", "губерни", "автономи",
					     "воеводств", "уезд",      "штат" };
	size_t at = i;

	while (tokens_same_block(p->ts, i, at) && token_is_word(p->ts, at) && at - i < 4 &&
	       token_parse(p->ts, at, M_ADJ, 0) && !token_parse(p->ts, at, M_ADJ | M_PRON, 0))
		at++;
	if (at == i || !tokens_same_block(p->ts, i, at) || !token_parse(p->ts, at, M_NOUN, 0) ||
	    token_parse(p->ts, i, M_ADJ | M_PARTICIPLE, 0))
		return false;
	for (size_t k = 0; k < sizeof stems / sizeof *stems; k++) {
		struct span word = token_fold(p->ts, at);

		if (!span_starts(word, span_of(stems[k])) || utf8_count(word) > utf8_count(span_of(stems[k])) + 3)
			continue;
		*last = at;
		return true;
	}
	return false;
}

bool place_territory(struct place_pass *p, size_t i, size_t *last)
{
	if (!place_begins_territory(p, i, last))
		return false;
	place_add(p, i, *last, place_nominative(p, i, *last), (struct span){ 0 });
	return true;
}
