/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Countries, regions and cities that are places: not parts of the names of bodies, acts or persons, which run before.
 * Known names in every case, regions by their noun (Псковская область), towns behind "г.", and words that the
 * dictionary marks as geographic.
 */
#include "passes.h"

#include "canonical.h"
#include "org_row.h"
#include "org_territory.h"
#include "place_english.h"
#include "place_list.h"
#include "place_p.h"
#include "place_regions.h"
#include "place_slavic.h"
#include "place_turkic.h"
#include "slavic.h"
#include "utf8.h"

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

void place_add(struct place_pass *p, size_t first, size_t last, struct span canonical, struct span country)
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

const struct morph_parse *place_noun_parse(struct tokens *ts, size_t i, unsigned tags)
{
	const struct token_info *info = token_info(ts, i);

	for (size_t k = 0; k < info->n; k++)
		if ((info->parse[k].tags & tags) == tags && !(info->parse[k].tags & M_PATR))
			return &info->parse[k];
	return NULL;
}

struct span place_without_ending(struct span word)
{
	static const char *const endings[] = { "а", "е" };
	static const char *const vowels = "аеёиоуыэюяьй";

	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
		struct span stem = span_sub(word, 0, word.n - span_of(endings[i]).n);
		size_t at = stem.n;

		if (!span_ends(word, span_of(endings[i])) || utf8_count(stem) < 4)
			continue;
		utf8_prev(stem, &at);
		if (span_find(span_of(vowels), span_sub(stem, at, stem.n), 0) == SPAN_NONE)
			return stem;
	}
	return word;
}

/* The last word (a noun) and the adjectives before it in the nominative. */
struct span place_nominative(const struct place_pass *p, size_t first, size_t last)
{
	struct org_cand c = { .first = first, .last = last, .head = last };

	/* республика Адыгея: the first word is the noun */
	for (size_t i = first; i < last; i++)
		if (token_parse(p->ts, i, M_NOUN, 0) && !token_parse(p->ts, i, M_ADJ, 0)) {
			c.head = i;
			break;
		}
	c.parse = place_noun_parse(p->ts, c.head, M_NOUN | M_SING | M_NOM);
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
		c.parse = place_noun_parse(p->ts, c.head, M_NOUN);
	if (!c.parse && first == last && p->ts->t[first].lang == LANG_RU)
		return place_without_ending(doc_slice(p->d, p->ts->t[first].start, p->ts->t[first].end));
	return canonical_name(&p->scan, &c, NULL, 0);
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
	static const char *const not_ukrainian[] = { "ў", "ы", "э", "ё", "қ", "ғ", "ң", "ө", "ү", "ұ", NULL };
	static const char *const not_belarusian[] = { "и", "ї", "є", "щ", "қ", "ғ", "ң", "ө", "ү", "ұ", NULL };

	for (const char *const *l = lang == LANG_UK ? not_ukrainian : not_belarusian; *l; l++)
		if (span_find(name, span_of(*l), 0) != SPAN_NONE)
			return lang == LANG_UK || lang == LANG_BE;
	return false;
}

/* Росія for the Російська Федерація: a name of one word that the row has in this language; else the name itself */
static struct span short_of(const struct place_pass *p, size_t i, struct span names, struct span name)
{
	enum { ALIKE = 3 };

	if ((p->ts->t[i].lang != LANG_UK && p->ts->t[i].lang != LANG_BE) || span_find_char(name, ' ', 0) == SPAN_NONE)
		return name;
	while (names.p) {
		struct span one = span_trim(span_cut(&names, '|'));

		/* Расія for the Расійская Федэрацыя, Беларусь for the Рэспубліка Беларусь */
		if (span_find_char(one, ' ', 0) == SPAN_NONE && !has_others_letters(one, p->ts->t[i].lang) &&
		    (span_ends(name, one) ||
		     (common_letters(one, name) >= ALIKE && org_row_is_in(one, p->ts->t[i].lang))))
			return one;
	}
	return name;
}

/* Україна in a Ukrainian text, Қазақстан in a Kazakh one: the name of the row that has most letters of the mention's.
 */
static struct span in_own_language(const struct place_pass *p, size_t i, struct span names)
{
	enum { SAME_BYTES = 4 };
	struct span rest = names, word = doc_slice(p->d, p->ts->t[i].start, p->ts->t[i].end), best = { 0 };
	size_t most = 0;

	while (p->ts->t[i].lang != LANG_RU && rest.p) {
		struct span name = span_trim(span_cut(&rest, '|'));

		if (p->ts->t[i].latin && name.n && (unsigned char)name.p[0] < 0x80)
			return name; /* the short name stands first: Kazakhstan for the Republic of Kazakhstan */
		if (span_starts(name, span_sub(word, 0, word.n > 10 ? word.n - SAME_BYTES : word.n)) &&
		    common_letters(name, word) > most) {
			most = common_letters(name, word);
			best = name;
		}
	}
	rest = names;
	return best.n ? short_of(p, i, names, best) : span_trim(span_cut(&rest, '|'));
}

/* Львові → Львів, Алматыда → Алматы, in Kyiv → Kyiv: the row's names behind the first are those of other languages. */
static struct span city_in_own_language(const struct place_pass *p, size_t i, struct span names)
{
	enum { LIKE = 2 };
	enum { ENDING = 3 }; /* letters that a case may add */
	struct span word = doc_slice(p->d, p->ts->t[i].start, p->ts->t[i].end), best = { 0 }, first, own = { 0 };
	bool slavic = p->ts->t[i].lang == LANG_UK || p->ts->t[i].lang == LANG_BE;
	size_t most = LIKE - 1;

	first = names;
	first = span_trim(span_cut(&first, '|'));
	if (p->ts->t[i].lang != LANG_RU)
		span_cut(&names, '|');
	while (names.p) {
		struct span name = span_trim(span_cut(&names, '|'));
		size_t like = common_letters(word, name);

		/* Києві, which the row has as a form of Київ */
		if (slavic && span_eq(name, word) && own.n && utf8_count(word) <= utf8_count(own) + ENDING)
			return own;
		if (span_eq(name, word)) /* "в Оше" is a form of the first name, Алма-Ата another one than Алматы */
			return p->ts->t[i].lang == LANG_RU && common_letters(first, word) + 1 >= utf8_count(first)
				       ? first
				       : name;
		if (like <= most || has_others_letters(name, p->ts->t[i].lang))
			continue;
		if (!own.n && most < LIKE)
			own = name;
		most = like;
		best = name;
	}
	/* Лубни, where the row has Лубны alone: as it is printed */
	if (!best.n && has_others_letters(first, p->ts->t[i].lang))
		return slavic_town(&p->d->arena, word);
	if (slavic && span_find_char(own, ' ', 0) != SPAN_NONE && span_find_char(best, ' ', 0) != SPAN_NONE)
		return own; /* Білої Церкви */
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

/* Кахети for Кахетия: another form of the name, which stays; not Абай for Область Абай */
static bool is_other_form(const struct place_pass *p, size_t first, size_t last, struct span names)
{
	enum { LIKE = 4 };
	struct span word = doc_slice(p->d, p->ts->t[first].start, p->ts->t[last].end), rest = names;

	return is_printed_name(p, first, last, names) && common_letters(span_trim(span_cut(&rest, '|')), word) >= LIKE;
}

/* Шановний Германе Вікторовичу: who is spoken to is no place */
static bool is_addressed(const struct place_pass *p, size_t i)
{
	return i > 0 && tokens_same_block(p->ts, i - 1, i) && token_says(p->ts, i - 1, WORDS_ADDRESSED);
}

/* 260 долларов США */
static bool is_of_money(const struct place_pass *p, size_t i)
{
	/* долл. США */
	if (i > 1 && token_is_mark(p->ts, i - 1, '.') && tokens_same_block(p->ts, i - 2, i))
		i--;
	return i > 0 && tokens_same_block(p->ts, i - 1, i) && token_is_word(p->ts, i - 1) &&
	       (span_starts(token_fold(p->ts, i - 1), SPAN("доллар")) ||
		span_starts(token_fold(p->ts, i - 1), SPAN("долл")) || token_is(p->ts, i - 1, "долари"));
}

/* Семье погибшего, Брати участь: a sentence begins with a common word, which only looks like a town in some case */
static bool is_common_word(const struct place_pass *p, size_t i, struct span names)
{
	const struct token_info *info = token_info(p->ts, i);
	struct span name = span_trim(span_cut(&names, '|'));

	if (!p->ts->t[i].first)
		return false;
	if (p->ts->t[i].lang == LANG_UK || p->ts->t[i].lang == LANG_BE)
		return common_letters(token_fold(p->ts, i), name) + 2 < utf8_count(name);
	for (size_t k = 0; k < info->n; k++)
		if (info->parse[k].tags & (M_GEOX | M_PREDICTED) || !(info->parse[k].tags & M_NOUN))
			return false;
	return info->n > 0;
}

/* Тегеранская конвенция, Уральский округ: an adjective is not the town that it is made from */
static bool is_adjective_alone(const struct place_pass *p, size_t first, size_t last, struct span names)
{
	const struct token_info *info = token_info(p->ts, first);

	if (first == last && (p->ts->t[first].lang == LANG_UK || p->ts->t[first].lang == LANG_BE))
		return slavic_is_town_adjective(token_fold(p->ts, first)) &&
		       span_find(names, SPAN("ький"), 0) == SPAN_NONE; /* у Кропивницькому */
	return first == last && p->ts->t[first].lang == LANG_RU && info->n > 0 && info->tags & M_ADJ &&
	       !token_parse(p->ts, first, M_NOUN | M_GEOX, 0);
}

/* OSH, safety and health at work, is no town */
static bool is_english_letters(const struct place_pass *p, size_t i)
{
	return p->ts->t[i].caps && !p->ts->t[i].loud && p->ts->t[i].end - p->ts->t[i].start <= 3 &&
	       token_is(p->ts, i, "osh");
}

static bool by_name(struct place_pass *p, size_t i, size_t *last)
{
	long row = gazetteer_at(p->n->known_places, p->ts, i, last);
	struct span kind, names, country;
	size_t end;

	if (row == LEXICON_NONE || !p->ts->t[i].cap || (*last == i && is_foreign_adjective(p, i)) ||
	    is_addressed(p, i) || span_starts(token_fold(p->ts, *last), SPAN("обласн")))
		return false;
	kind = lexicon_cell(p->n->places, row, "kind");
	country = lexicon_cell(p->n->places, row, "country");
	names = lexicon_cell(p->n->places, row, "name");
	if (is_of_money(p, i) || (*last == i && span_is(kind, "city") && place_begins_territory(p, i, &end)) ||
	    (*last == i && span_is(kind, "city") && is_common_word(p, i, names)) ||
	    (span_is(kind, "city") && is_adjective_alone(p, i, *last, names)))
		return false;
	if (p->ts->t[i].latin && (!is_printed_name(p, i, *last, names) || is_english_letters(p, i)))
		return false;
	if (span_is(kind, "country") || (span_is(kind, "region") && !country.n) || (p->ts->t[i].caps && *last == i))
		place_add(p, i, *last, in_own_language(p, i, names), country);
	else if (p->ts->t[i].lang != LANG_RU || span_is(kind, "city") || is_other_form(p, i, *last, names))
		place_add(p, i, *last, city_in_own_language(p, i, names), country);
	else
		place_add(p, i, *last, place_nominative(p, i, *last), country);
	return true;
}

/* Республика Саха (Якутия): the second name stands in a bracket, in the nominative in all cases */
static bool with_bracket(struct place_pass *p, size_t i, size_t *last)
{
	size_t end, close;
	long row;

	if (!token_says(p->ts, i, WORDS_PROPER_BEHIND))
		return false;
	row = gazetteer_at(p->n->known_places, p->ts, i, &end);
	close = row == LEXICON_NONE ? TOKEN_NONE : org_bracket_end(&p->scan, end + 1);
	if (close == TOKEN_NONE)
		return false;
	*last = close;
	place_add(p, i, close,
		  arena_printf(&p->d->arena, "%.*s %.*s", SPAN_ARG(place_nominative(p, i, end)),
			       SPAN_ARG(doc_slice(p->d, p->ts->t[end + 1].start, p->ts->t[close].end))),
		  lexicon_cell(p->n->places, row, "country"));
	return true;
}

static bool by_abbreviation(struct place_pass *p, size_t i, size_t *last)
{
	long row;

	if (!p->ts->t[i].caps || is_of_money(p, i))
		return false;
	/* МПА СНГ: letters behind letters are a body's */
	if (i > 0 && p->ts->t[i - 1].caps && !p->ts->t[i - 1].loud && tokens_same_block(p->ts, i - 1, i))
		return false;
	row = lexicon_find(p->n->place_abbrs, token_fold(p->ts, i));
	if (row == LEXICON_NONE)
		return false;
	*last = i;
	place_add(p, i, i, lexicon_cell(p->n->place_abbrs, row, "name"),
		  lexicon_cell(p->n->place_abbrs, row, "country"));
	return true;
}

/* 14 мая 2024 г. Протокол: behind a year the letter is the year's, unless a town's name stands there */
static bool is_behind_year(const struct place_pass *p, size_t i, size_t at)
{
	const struct token_info *info = token_info(p->ts, at);
	/* да 1 мая 2026 г. Маладзёжны савет: no dictionary tells what is common there */
	bool common = (p->ts->t[at].lang == LANG_BE || p->ts->t[at].lang == LANG_UK) &&
		      tokens_same_block(p->ts, at, at + 1) && token_is_word(p->ts, at + 1) && !p->ts->t[at + 1].cap;

	for (size_t k = 0; k < info->n; k++)
		common |= !(info->parse[k].tags & (M_GEOX | M_PREDICTED | M_SURN | M_NAME)) &&
			  info->parse[k].paradigm != SLAVIC_GUESS;
	return common && i > 0 && tokens_same_block(p->ts, i - 1, i) && p->ts->t[i - 1].kind == TOKEN_NUMBER;
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
	if (is_behind_year(p, i, at))
		return false;
	*last = at;
	/* a line of its own: г. Новая Слобода, 14 мая 2020 г.; nothing there governs another case */
	if (i == 0 || !tokens_same_block(p->ts, i - 1, i)) {
		struct span name;

		while (tokens_same_block(p->ts, at, *last + 1) && token_is_word(p->ts, *last + 1) &&
		       p->ts->t[*last + 1].cap && !p->ts->t[*last + 1].caps)
			++*last;
		name = canonical_text(&p->scan, at, *last);
		place_add(p, at, *last, name, (struct span){ 0 });
		return true;
	}
	if (p->ts->t[at].lang == LANG_UK || p->ts->t[at].lang == LANG_BE) {
		place_add(p, at, at, slavic_town(&p->d->arena, doc_slice(p->d, p->ts->t[at].start, p->ts->t[at].end)),
			  (struct span){ 0 });
		return true;
	}
	/* Нижняя Салда */
	if (token_parse(p->ts, at, M_ADJ, 0) && tokens_same_block(p->ts, at, at + 1) && token_is_word(p->ts, at + 1) &&
	    p->ts->t[at + 1].cap && token_parse(p->ts, at + 1, M_NOUN, 0))
		*last = at + 1;
	place_add(p, at, *last, place_nominative(p, at, *last), (struct span){ 0 });
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
	place_add(p, i, i, place_nominative(p, i, i), (struct span){ 0 });
	return true;
}

bool pass_place(struct resolver *r, struct doc *d, struct err *e)
{
	static bool (*const ways[])(struct place_pass * p, size_t i, size_t * last) = {
		place_turkic_list, place_turkic_noun, place_slavic_territory, place_english_list,
		with_bracket,      by_name,           by_abbreviation,        place_region_list,
		place_shared_noun, place_territory,   by_dictionary,          place_in_list,
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
		if (by_town(&p, i, &last) || place_named_region(&p, i, &last)) {
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
