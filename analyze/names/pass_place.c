/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Countries, regions and cities that are places: not parts of the names of bodies, acts or persons, which run before.
 * Known names in every case, regions by their noun (Псковская область), towns behind "г.", and words that the
 * dictionary marks as geographic.
 */
#include "passes.h"

#include "canonical.h"
#include "naming.h"
#include "org_phrase.h"
#include "place_between.h"
#include "place_slavic.h"
#include "utf8.h"

struct place_pass {
	struct doc *d;
	const struct naming *n;
	struct org_scan scan;
	struct tokens *ts;
	bool *taken; /* a token each: it stands in a name that is no place, or in a place */
};

static void take(struct place_pass *p, size_t start, size_t end)
{
	size_t i = tokens_from(p->ts, start);

	if (i > 0 && p->ts->t[i - 1].end > start)
		i--;
	for (; i < p->ts->n && p->ts->t[i].start < end; i++)
		p->taken[i] = true;
}

static void take_names(struct place_pass *p)
{
	static const bool takes[ITEM_TYPES] = {
		[ITEM_ORG] = true,        [ITEM_PERSON] = true, [ITEM_LEGAL_ACT] = true,
		[ITEM_CONVENTION] = true, [ITEM_PLACE] = true,
	};

	for (size_t i = 0; i < p->d->n_items; i++) {
		const struct item *it = &p->d->items[i];

		if (it->type == ITEM_LEGAL_ACT && jval_get(it->norm, "self"))
			continue; /* the head of a document says where it was made */
		if (it->type < ITEM_TYPES && takes[it->type])
			take(p, it->start, it->end);
	}
}

static bool is_taken(const struct place_pass *p, size_t first, size_t last)
{
	for (size_t i = first; i <= last; i++)
		if (p->taken[i])
			return true;
	return false;
}

static void add_place(struct place_pass *p, size_t first, size_t last, struct span canonical, struct span country)
{
	size_t start = p->ts->t[first].start, end = p->ts->t[last].end;
	struct item *it;

	if (is_taken(p, first, last))
		return;
	take(p, start, end);
	it = doc_add_item(p->d, ITEM_PLACE, start, end, "pass.place");
	jval_set_str(&p->d->arena, it->norm, "canonical", canonical);
	if (country.n)
		jval_set_str(&p->d->arena, it->norm, "country", country);
}

/* The last word (a noun) and the adjectives before it in the nominative. */
static struct span nominative(const struct place_pass *p, size_t first, size_t last)
{
	struct org_cand c = { .first = first, .last = last, .head = last };

	/* республика Адыгея: the first word is the noun */
	for (size_t i = first; i < last; i++)
		if (token_parse(p->ts, i, M_NOUN, 0) && !token_parse(p->ts, i, M_ADJ, 0)) {
			c.head = i;
			break;
		}
	c.parse = token_parse(p->ts, c.head, M_NOUN | M_SING | M_NOM, 0);
	if (!c.parse || first < c.head)
		c.parse = token_parse(p->ts, c.head, M_NOUN | M_SING | M_GEOX, 0);
	for (size_t i = first; i < c.head; i++) {
		/* the case that adjective and noun share */
		const struct token_info *noun = token_info(p->ts, c.head);

		for (size_t k = 0; k < noun->n; k++)
			if (noun->parse[k].tags & M_NOUN && noun->parse[k].tags & M_SING &&
			    token_parse(p->ts, i, M_ADJ | M_SING | (noun->parse[k].tags & (M_CASES | M_GENDERS)), 0)) {
				c.parse = &noun->parse[k];
				break;
			}
	}
	if (!c.parse)
		c.parse = token_parse(p->ts, c.head, M_NOUN, 0);
	return canonical_name(&p->scan, &c, NULL, 0);
}

/* Україна in a Ukrainian text, Қазақстан in a Kazakh one: the name of the row that has letters like the mention's. */
static struct span in_own_language(const struct place_pass *p, size_t i, struct span names)
{
	enum { SAME_BYTES = 4 };
	struct span rest = names, word = doc_slice(p->d, p->ts->t[i].start, p->ts->t[i].end);

	while (p->ts->t[i].lang != LANG_RU && rest.p) {
		struct span name = span_trim(span_cut(&rest, '|'));

		if (span_starts(name, span_sub(word, 0, word.n > 10 ? word.n - SAME_BYTES : word.n)))
			return name;
	}
	rest = names;
	return span_trim(span_cut(&rest, '|'));
}

/* Letters in which a and b begin alike. */
static size_t common_letters(struct span a, struct span b)
{
	size_t n = 0, at = 0, with = 0;

	while (at < a.n && with < b.n && utf8_lower(utf8_next(a, &at)) == utf8_lower(utf8_next(b, &with)))
		n++;
	return n;
}

/* Львоў is no name for a Ukrainian text, Львів none for a Belarusian one. */
static bool has_others_letters(struct span name, unsigned char lang)
{
	static const char *const not_ukrainian[] = { "ў", "ы", "э", "ё", NULL };
	static const char *const not_belarusian[] = { "и", "ї", "є", "щ", NULL };

	for (const char *const *l = lang == LANG_UK ? not_ukrainian : not_belarusian; *l; l++)
		if (span_find(name, span_of(*l), 0) != SPAN_NONE)
			return lang == LANG_UK || lang == LANG_BE;
	return false;
}

/* Львові → Львів, Алматыда → Алматы, in Kyiv → Kyiv: the row's names behind the first are those of other languages. */
static struct span city_in_own_language(const struct place_pass *p, size_t i, struct span names)
{
	enum { LIKE = 2 };
	struct span word = doc_slice(p->d, p->ts->t[i].start, p->ts->t[i].end), best = { 0 }, first;
	size_t most = LIKE - 1;

	first = names;
	first = span_trim(span_cut(&first, '|'));
	if (p->ts->t[i].lang != LANG_RU)
		span_cut(&names, '|');
	while (names.p) {
		struct span name = span_trim(span_cut(&names, '|'));
		size_t like = common_letters(word, name);

		if (span_eq(name, word))
			return name;
		if (like <= most || has_others_letters(name, p->ts->t[i].lang))
			continue;
		most = like;
		best = name;
	}
	return best.n ? best : first;
}

/* Віцебскай, Беларуская, Київського: without a dictionary an adjective looks like the place that it is made from */
static bool is_foreign_adjective(const struct place_pass *p, size_t i)
{
	static const char *const ends[] = { "скай",   "ская",   "скага", "скаму", "скую",  "цкай",  "цкая",  "цкага",
					    "ського", "ському", "ська",  "ської", "ській", "ський", "ським", "ською" };

	for (size_t k = 0; p->ts->t[i].lang != LANG_RU && k < sizeof ends / sizeof *ends; k++)
		if (span_ends(token_fold(p->ts, i), span_of(ends[k])))
			return true;
	return false;
}

/* Latin names have no cases: Gomez is not Gomel, Euro is not Europe */
static bool is_printed_name(const struct place_pass *p, size_t first, size_t last, struct span names)
{
	struct span word = doc_slice(p->d, p->ts->t[first].start, p->ts->t[last].end);

	while (names.p) {
		struct span name = span_trim(span_cut(&names, '|'));

		if (name.n == word.n && common_letters(name, word) == utf8_count(word))
			return true;
	}
	return false;
}

/* Шановний Германе Вікторовичу: who is spoken to is no place */
static bool is_addressed(const struct place_pass *p, size_t i)
{
	return i > 0 && tokens_same_block(p->ts, i - 1, i) && token_says(p->ts, i - 1, WORDS_ADDRESSED);
}

static bool by_name(struct place_pass *p, size_t i, size_t *last)
{
	long row = gazetteer_at(p->n->known_places, p->ts, i, last);
	struct span kind, names, country;

	if (row == LEXICON_NONE || !p->ts->t[i].cap || (*last == i && is_foreign_adjective(p, i)) ||
	    is_addressed(p, i) || span_starts(token_fold(p->ts, *last), SPAN("обласн")))
		return false;
	kind = lexicon_cell(p->n->places, row, "kind");
	country = lexicon_cell(p->n->places, row, "country");
	names = lexicon_cell(p->n->places, row, "name");
	if (p->ts->t[i].latin && !is_printed_name(p, i, *last, names))
		return false;
	if (span_is(kind, "country") || (span_is(kind, "region") && !country.n) || (p->ts->t[i].caps && *last == i))
		add_place(p, i, *last, in_own_language(p, i, names), country);
	else if (p->ts->t[i].lang != LANG_RU || span_is(kind, "city"))
		add_place(p, i, *last, city_in_own_language(p, i, names), country);
	else
		add_place(p, i, *last, nominative(p, i, *last), country);
	return true;
}

static bool by_abbreviation(struct place_pass *p, size_t i, size_t *last)
{
	long row;

	if (!p->ts->t[i].caps)
		return false;
	row = lexicon_find(p->n->place_abbrs, token_fold(p->ts, i));
	if (row == LEXICON_NONE)
		return false;
	*last = i;
	add_place(p, i, i, lexicon_cell(p->n->place_abbrs, row, "name"),
		  lexicon_cell(p->n->place_abbrs, row, "country"));
	return true;
}

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

/* районах, районов: Каларашский район */
static bool is_districts(const struct place_pass *p, size_t i)
{
	return token_is_word(p->ts, i) && p->ts->t[i].lang == LANG_RU &&
	       span_starts(token_fold(p->ts, i), SPAN("район"));
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
	size_t at = span_find(folded, SPAN("ск"), 4);

	if (district)
		return arena_printf(
			&p->d->arena, "%.*sий",
			SPAN_ARG(span_sub(printed, 0, (at != SPAN_NONE ? at : span_find(folded, SPAN("цк"), 4)) + 4)));
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
					district                          ? "район"
					: p->ts->t[first].lang == LANG_BE ? "вобласць"
									  : "область"),
		    country = { 0 };
	long row = lexicon_find(p->n->places, name);

	if (row != LEXICON_NONE)
		country = lexicon_cell(p->n->places, row, "country");
	add_place(p, first, last, name, country);
}

/* 20 в Мурманской и 14 в Архангельской области: the noun that all share stands with the last */
static bool by_shared_noun(struct place_pass *p, size_t i, size_t *last)
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
static bool by_region_list(struct place_pass *p, size_t i, size_t *last)
{
	enum { MEMBERS = 20 };
	static const char *const and[] = { "и", "та", "і", "й", "и/или", NULL };
	size_t member[MEMBERS], n = 0, at = i;
	bool nouns, district;

	while (n < MEMBERS && tokens_same_block(p->ts, i, at) && is_regional_adjective(p, at)) {
		member[n++] = at++;
		if (!tokens_same_block(p->ts, i, at + 1) ||
		    !(token_is_mark(p->ts, at, ',') || token_in(p->ts, at, and)) || !is_regional_adjective(p, at + 1))
			break;
		at++;
	}
	if (n < 2)
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

/* облыстық, қалалық, райондук: of a body, not the region itself */
static bool is_turkic_adjective(const struct place_pass *p, size_t i)
{
	static const char *const ends[] = { "лық", "тық", "дық", "лык", "дык", "тук", "дук" };

	for (size_t k = 0; k < sizeof ends / sizeof *ends; k++)
		if (span_ends(token_fold(p->ts, i), span_of(ends[k])))
			return true;
	return false;
}

/* Жыйынга Чүй жана Талас облустарынан …: the sentence's first word says where to they came */
static bool opens_in_dative(const struct place_pass *p, size_t i)
{
	static const char *const ends[] = { "га", "ге", "ға", "ка", "ке", "қа", "го", "гө", "ко", "кө" };

	for (size_t k = 0; p->ts->t[i].first && k < sizeof ends / sizeof *ends; k++)
		if (span_ends(token_fold(p->ts, i), span_of(ends[k])))
			return true;
	return false;
}

/* Қостанай, Ақмола және Солтүстік Қазақстан облыстарында: the noun that all share stands behind the last */
static bool by_turkic_list(struct place_pass *p, size_t i, size_t *last)
{
	enum { MEMBERS = 20, WORDS = 2 };
	static const struct {
		const char *stem, *noun;
	} nouns[] = {
		{ "облыстар", "облысы" }, { "облустар", "облусу" }, { "аудандар", "ауданы" }, { "райондор", "району" }
	};
	static const char *const and[] = { "және", "жана", "мен", "менен", NULL };
	size_t first[MEMBERS], end[MEMBERS], n = 0, at = i;

	if (p->ts->t[i].lang != LANG_TURKIC || opens_in_dative(p, i))
		return false;
	while (n < MEMBERS && token_is_word(p->ts, at) && p->ts->t[at].cap && tokens_same_block(p->ts, i, at)) {
		first[n] = at;
		while (at + 1 - first[n] < WORDS && token_is_word(p->ts, at + 1) && p->ts->t[at + 1].cap)
			at++;
		end[n++] = at++;
		if (!token_is_mark(p->ts, at, ',') && !token_in(p->ts, at, and))
			break;
		at++;
	}
	for (size_t k = 0; n >= 2 && tokens_same_block(p->ts, i, at) && k < sizeof nouns / sizeof *nouns; k++) {
		if (!token_is_word(p->ts, at) || !span_starts(token_fold(p->ts, at), span_of(nouns[k].stem)))
			continue;
		for (size_t m = 0; m < n; m++)
			add_place(
				p, first[m], m + 1 == n ? at : end[m],
				arena_printf(&p->d->arena, "%.*s %s",
					     SPAN_ARG(doc_slice(p->d, p->ts->t[first[m]].start, p->ts->t[end[m]].end)),
					     nouns[k].noun),
				(struct span){ 0 });
		*last = at;
		return true;
	}
	return false;
}

/* Қостанай облысы, Көкшетау қаласында; Ысык-Көл облусу: Kazakh and Kyrgyz put the noun behind the name */
static bool by_turkic_noun(struct place_pass *p, size_t i, size_t *last)
{
	static const struct {
		const char *stem, *noun;
	} nouns[] = {
		{ "облыс", " облысы" }, { "облус", " облусу" }, { "аудан", " ауданы" },
		{ "қала", "" },         { "шаар", "" },         { "ауыл", "" },
	};
	struct span country = { 0 };
	size_t known;
	long row;

	if (p->ts->t[i].lang != LANG_TURKIC || !tokens_same_block(p->ts, i, i + 1) || !token_is_word(p->ts, i + 1))
		return false;
	for (size_t k = 0; k < sizeof nouns / sizeof *nouns; k++) {
		if (!span_starts(token_fold(p->ts, i + 1), span_of(nouns[k].stem)) || is_turkic_adjective(p, i + 1))
			continue;
		*last = *nouns[k].noun ? i + 1 : i;
		row = gazetteer_at(p->n->known_places, p->ts, i, &known);
		if (row != LEXICON_NONE)
			country = lexicon_cell(p->n->places, row, "country");
		add_place(p, i, *last,
			  arena_printf(&p->d->arena, "%.*s%s",
				       SPAN_ARG(doc_slice(p->d, p->ts->t[i].start, p->ts->t[i].end)), nouns[k].noun),
			  country);
		return true;
	}
	return false;
}

/* Гродзенскай вобласці, Шосткинського району: the noun of a territory, and the adjective that agrees with it */
static bool by_slavic_territory(struct place_pass *p, size_t i, size_t *last)
{
	struct span name = slavic_territory(p->ts, p->d->text, i);

	if (!name.n)
		return false;
	add_place(p, i, i + 1, name, (struct span){ 0 });
	*last = i + 1;
	return true;
}

static bool by_territory(struct place_pass *p, size_t i, size_t *last)
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
		add_place(p, i, at, nominative(p, i, at), (struct span){ 0 });
		return true;
	}
	return false;
}

static bool by_town(struct place_pass *p, size_t i, size_t *last)
{
	size_t at = i + 1;

	if (token_says(p->ts, i, WORDS_TOWN_SHORTENED)) {
		/* Г. Сериков: an initial */
		if (p->ts->t[i].cap && !p->ts->t[i].loud && !p->ts->t[i].first)
			return false;
		if (!token_is_mark(p->ts, at++, '.'))
			return false;
	} else if (!token_says(p->ts, i, WORDS_TOWN)) {
		return false;
	}
	if (!tokens_same_block(p->ts, i, at) || !token_is_word(p->ts, at) || !p->ts->t[at].cap ||
	    token_info(p->ts, at)->head != LEXICON_NONE || utf8_count(token_fold(p->ts, at)) < 3)
		return false;
	if (by_name(p, at, last))
		return true;
	*last = at;
	/* a line of its own: г. Новая Слобода, 14 мая 2020 г.; nothing there governs another case */
	if (i == 0 || !tokens_same_block(p->ts, i - 1, i)) {
		struct span name;

		while (tokens_same_block(p->ts, at, *last + 1) && token_is_word(p->ts, *last + 1) &&
		       p->ts->t[*last + 1].cap && !p->ts->t[*last + 1].caps)
			++*last;
		name = canonical_text(&p->scan, at, *last);
		add_place(p, at, *last, name, (struct span){ 0 });
		return true;
	}
	if (p->ts->t[at].lang == LANG_UK || p->ts->t[at].lang == LANG_BE) {
		add_place(p, at, at, slavic_town(&p->d->arena, doc_slice(p->d, p->ts->t[at].start, p->ts->t[at].end)),
			  (struct span){ 0 });
		return true;
	}
	/* Нижняя Салда */
	if (token_parse(p->ts, at, M_ADJ, 0) && tokens_same_block(p->ts, at, at + 1) && token_is_word(p->ts, at + 1) &&
	    p->ts->t[at + 1].cap && token_parse(p->ts, at + 1, M_NOUN, 0))
		*last = at + 1;
	add_place(p, at, *last, nominative(p, at, *last), (struct span){ 0 });
	return true;
}

/* УрФУ: an abbreviation, whatever the dictionary makes of its letters */
static bool has_inner_capital(const struct place_pass *p, size_t i)
{
	struct span word = doc_slice(p->d, p->ts->t[i].start, p->ts->t[i].end);
	size_t at = 0;

	utf8_next(word, &at);
	while (at < word.n) {
		unsigned c = utf8_next(word, &at);

		if (c == '-')
			utf8_next(word, &at);
		else if (utf8_is_upper(c))
			return true;
	}
	return false;
}

/* A capital word that the dictionary has as a geographic name and as nothing else. */
static bool by_dictionary(struct place_pass *p, size_t i, size_t *last)
{
	const struct token_info *info = token_info(p->ts, i);

	if (!info->n || p->ts->t[i].caps || has_inner_capital(p, i) || utf8_count(token_fold(p->ts, i)) < 4)
		return false;
	for (size_t k = 0; k < info->n; k++)
		if (!(info->parse[k].tags & M_GEOX) || info->parse[k].tags & (M_PREDICTED | M_SURN | M_NAME))
			return false;
	*last = i;
	add_place(p, i, i, nominative(p, i, i), (struct span){ 0 });
	return true;
}

/* in Batumi, Samtredia and Poti */
static bool by_neighbours(struct place_pass *p, size_t i, size_t *last)
{
	const struct token *t = &p->ts->t[i];

	if (!place_between(&p->scan, p->n->places, i))
		return false;
	*last = i;
	add_place(p, i, i, t->latin ? doc_slice(p->d, t->start, t->end) : nominative(p, i, i), (struct span){ 0 });
	return true;
}

bool pass_place(struct resolver *r, struct doc *d, struct err *e)
{
	static bool (*const ways[])(struct place_pass * p, size_t i, size_t * last) = {
		by_turkic_list, by_turkic_noun, by_slavic_territory, by_name,       by_abbreviation,
		by_region_list, by_shared_noun, by_territory,        by_dictionary, by_neighbours,
	};
	struct place_pass p = { .d = d, .n = r->naming, .ts = r->tokens };

	(void)e;
	p.taken = arena_alloc(&d->arena, p.ts->n + 1);
	take_names(&p);
	p.scan = (struct org_scan){ .ts = p.ts, .text = d->text, .places = p.n->known_places };
	for (size_t i = 0; i < p.ts->n; i++) {
		size_t last;

		if (!token_is_word(p.ts, i))
			continue;
		if (by_town(&p, i, &last)) {
			i = last;
			continue;
		}
		for (size_t k = 0; p.ts->t[i].cap && k < sizeof ways / sizeof *ways; k++) {
			if (!ways[k](&p, i, &last))
				continue;
			i = last;
			break;
		}
	}
	return true;
}
