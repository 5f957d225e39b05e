/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which country a document is of: the names of countries are counted, those of its head and of its laws and
 * authorities more, those that it lists together not at all; without any, its towns and its language tell.
 */
#include "doc_country.h"

#include "naming.h"
#include "tokens.h"

enum {
	MAX_COUNTRIES = 128,
	HEAD_BLOCKS = 16,
	LETTERHEAD_BLOCKS = 3,
	LETTERHEAD_WORDS = 16,
	HEAD_WEIGHT = 20,
	STATE_WEIGHT = 3,
	MANY = 3, /* countries named together */
	MAX_TOGETHER = 32,
	POSTAL_DIGITS = 6,
	PLACE_WORDS = 8,
	CLEARLY = 2, /* a text is of the country that is named so many times as often as any other */
};

/* What a document is judged by. */
struct ground {
	struct resolver *r;
	struct doc *d;
};

/* "Республика Беларусь, 224030, г. Брест": has the line a postal code? */
static bool has_postal_code(struct span line)
{
	for (size_t i = 0, run = 0; i <= line.n; i++) {
		bool digit = i < line.n && line.p[i] >= '0' && line.p[i] <= '9';

		if (!digit && run == POSTAL_DIGITS)
			return true;
		run = digit ? run + 1 : 0;
	}
	return false;
}

/* "г. Ленкорань, Азербайджан": the line of the head that byte `at` is in says only where a paper was written. */
static bool in_place_line(const struct ground *g, size_t at)
{
	const struct block *b = &g->d->blocks[doc_block_at(g->d, at)];
	struct span behind = doc_slice(g->d, at, b->end);
	size_t comma = span_find_char(behind, ',', 0);

	return (b->kind == BLOCK_PARA && resolver_words(g->r, b->start, b->end).n <= PLACE_WORDS &&
		span_find_char(doc_slice(g->d, b->start, at), ',', 0) != SPAN_NONE) ||
	       has_postal_code(doc_slice(g->d, b->start, at)) ||
	       (comma != SPAN_NONE && span_find(span_sub(behind, 0, comma), SPAN("«"), 0) == SPAN_NONE &&
		has_postal_code(behind));
}

/* How often each country of the lexicon is named, by weight. */
struct tally {
	long count[MAX_COUNTRIES];
	bool any;
};

/* The countries that are named together from word i on, in *end words: "Армении, Беларуси и Казахстана". */
static size_t named_together(const struct ground *g, const struct words *w, size_t i, long rows[], size_t *end)
{
	struct phrase_hit hit;
	size_t n = 0;

	while (n < MAX_TOGETHER && i < w->n && phrases_at(g->r->phrases[LEX_COUNTRIES], g->r->fold, w, i, w->n, &hit)) {
		struct span gap;

		if (hit.row < MAX_COUNTRIES)
			rows[n++] = hit.row;
		*end = i += hit.words;
		if (i >= w->n)
			break;
		gap = span_sub(g->r->fold, w->v[i - 1].end, w->v[i].start);
		if (word_list_has(g->r->lists, WORDS_LIST_AND, word_text(g->r->fold, w->v[i])))
			i++;
		else if (span_find_char(gap, ',', 0) == SPAN_NONE)
			break;
		while (i < w->n && word_list_has(g->r->lists, WORDS_BEFORE_COUNTRY, word_text(g->r->fold, w->v[i])))
			i++;
	}
	return n;
}

/* Whose laws and authorities a text speaks of ("Правительство Молдовы", "Кодекса Республики Молдова"), it is of. */
static long weight_of(const struct ground *g, const struct item_index *bodies, const struct words *w, size_t i,
		      size_t head_end)
{
	const struct item *body;
	size_t k = i;

	if (w->v[i].start < head_end && !in_place_line(g, w->v[i].start))
		return HEAD_WEIGHT;
	body = item_index_over(bodies, w->v[i].start, w->v[i].end);
	while (k && word_list_has(g->r->lists, WORDS_BEFORE_COUNTRY, word_text(g->r->fold, w->v[k - 1])))
		k--;
	if ((body && span_is(jval_str(body->norm, "kind"), "government")) ||
	    (k && word_list_has(g->r->lists, WORDS_ACT_NOUN, word_text(g->r->fold, w->v[k - 1]))))
		return STATE_WEIGHT;
	return 1;
}

/* "на кыргызском и русском языках": is the word behind those of countries one for a tongue? */
static bool names_tongue(const struct ground *g, const struct words *w, size_t behind)
{
	return behind < w->n && word_list_has(g->r->lists, WORDS_LANGUAGE, word_text(g->r->fold, w->v[behind]));
}

/* "казахстанские коллеги", "опыт Финляндии": the countries of words [from, end) are those of guests and examples. */
static bool is_abroad(const struct ground *g, const struct words *w, size_t from, size_t end)
{
	while (from && word_list_has(g->r->lists, WORDS_BEFORE_COUNTRY, word_text(g->r->fold, w->v[from - 1])))
		from--;
	return (from && word_list_has(g->r->lists, WORDS_ABROAD, word_text(g->r->fold, w->v[from - 1]))) ||
	       (end < w->n && word_list_has(g->r->lists, WORDS_ABROAD, word_text(g->r->fold, w->v[end])));
}

static void count_countries(const struct ground *g, size_t head_end, struct tally *t)
{
	struct item_index bodies = item_index_of(g->d, 1u << ITEM_ORG);
	struct words w = resolver_words(g->r, 0, g->d->text.n);

	for (size_t i = 0, last; i < w.n; i = last) {
		long rows[MAX_TOGETHER];
		size_t end = i, n = named_together(g, &w, i, rows, &end);

		last = end > i ? end : i + 1;
		if (n && is_abroad(g, &w, i, last))
			continue;
		if (n < MANY && n && names_tongue(g, &w, last))
			continue;
		t->any = t->any || n;
		if (n < MANY) /* of those that a survey lists it is of none */
			for (size_t k = 0; k < n; k++)
				t->count[rows[k]] += weight_of(g, &bodies, &w, i, head_end);
	}
}

/*
 * The country most spoken of, none where another comes near it, as in a survey of many; names in the head and the title
 * weigh more. *any: one is named at all.
 */
static struct span country_of(const struct ground *g, size_t head_end, bool *any)
{
	struct tally t = { 0 };
	long best = 0, second = 0, others = 0;
	long rows = lexicon_rows(g->r->lexicon[LEX_COUNTRIES]);
	struct span iso = { 0 };

	count_countries(g, head_end, &t);
	for (long row = 0; row < rows && row < MAX_COUNTRIES; row++) {
		others += t.count[row] > 0;
		if (t.count[row] <= best) {
			second = t.count[row] > second ? t.count[row] : second;
			continue;
		}
		second = best;
		best = t.count[row];
		iso = lexicon_cell(g->r->lexicon[LEX_COUNTRIES], row, "iso");
	}
	*any = t.any;
	if (best == 1 && others > 1 && span_is(jval_str(g->d->meta, "lang"), "en")) /* named in passing */
		return (struct span){ 0 };
	return best < CLEARLY * second + (second > 1) ? (struct span){ 0 } : iso;
}

/* The country of the towns named before byte end ("г. Актобе, 3 марта"); none where they lie in several. */
static struct span country_of_towns(const struct ground *g, size_t end)
{
	struct tokens *ts = g->r->tokens;
	const struct lexicon *places = g->r->naming->places;
	struct span found = { 0 };

	for (size_t i = 0, last; i < ts->n && ts->t[i].start < end; i++) {
		long row = ts->t[i].cap || ts->t[i].loud ? gazetteer_at(g->r->naming->known_places, ts, i, &last)
							 : LEXICON_NONE;
		struct span country;

		if (row == LEXICON_NONE)
			continue;
		country = lexicon_cell(places, row, "country");
		if (found.n && !span_eq(found, country))
			return (struct span){ 0 };
		found = country;
		i = last;
	}
	return found;
}

/* Unions that write these languages are of one country, where the text names none at all. */
static struct span country_of_language(const struct ground *g)
{
	static const char *const countries[][2] = { { "be", "BY" }, { "uk", "UA" }, { "kk", "KZ" }, { "ky", "KG" } };
	struct span lang = jval_str(g->d->meta, "lang");

	for (size_t i = 0; i < sizeof countries / sizeof *countries; i++)
		if (span_is(lang, countries[i][0]))
			return span_of(countries[i][1]);
	return (struct span){ 0 };
}

/* "МЕЖДУНАРОДНОЕ ОБЪЕДИНЕНИЕ ПРОФСОЮЗОВ …": does the paper begin with a body of many countries? */
static bool is_international(const struct resolver *r, const struct doc *d)
{
	size_t blocks = d->n_blocks < LETTERHEAD_BLOCKS ? d->n_blocks : LETTERHEAD_BLOCKS;
	struct words w = resolver_words(r, 0, blocks ? d->blocks[blocks - 1].end : 0);

	return word_list_within(r->lists, WORDS_MANY_COUNTRIES, r->fold, &w, 0,
				w.n < LETTERHEAD_WORDS ? w.n : LETTERHEAD_WORDS);
}

struct span doc_country(struct resolver *r, struct doc *d, size_t head_end)
{
	struct ground g = { r, d };
	bool any;
	struct span country;

	if (!head_end && d->n_blocks && d->blocks[0].kind == BLOCK_TITLE)
		head_end = d->blocks[0].end;
	country = country_of(&g, head_end, &any);
	if (any && is_international(r, d))
		return (struct span){ 0 };

	if (!country.n && !any && d->n_blocks > HEAD_BLOCKS)
		country = country_of_towns(&g, d->blocks[HEAD_BLOCKS - 1].end);
	if (!country.n && !any) /* a survey of countries has none of its own, wherever it was written */
		country = country_of_towns(&g, d->text.n);
	return country.n ? country : country_of_language(&g);
}
