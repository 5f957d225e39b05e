/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Whose an instrument of the ILO is where a paper speaks of several countries: what its sentence names by itself, the
 * row of its table, the sentence before ("Она ратифицировала и …"), the heading of its section ("2. Молдова"); else the
 * country of the document.
 */
#include <stdint.h>

#include "instrument_action.h"
#include "instrument_p.h"

enum {
	SECTION_BLOCKS = 400, /* cells count */
	FAR = 1 << 20,        /* bytes: any country on this side of a semicolon is nearer */
	ALONE_WORDS = 8,      /* of a heading that names a country */
	LABEL_WORDS = 3,      /* before a country that opens a paragraph */
	ANAPHOR_WORDS = 6     /* from the beginning of a sentence */
};

/* A country of the sentence at word k that is no part of a longer name: its code, else empty. */
static struct span country_at(const struct resolver *r, const struct words *w, size_t k, size_t *words)
{
	struct phrase_hit hit;

	if (!resolver_phrase_at(r, LEX_COUNTRIES, w, k, w->n, &hit) ||
	    item_index_over(&r->names, w->v[k].start, w->v[k + hit.words - 1].end))
		return (struct span){ 0 };
	*words = hit.words;
	return lexicon_cell(r->lexicon[LEX_COUNTRIES], hit.row, "iso");
}

/* "в Грузии, Молдове и Казахстане": countries in words [k, *end) that are named together; their code where they are
 * one. */
static struct span countries_at(const struct resolver *r, const struct words *w, size_t k, size_t *end)
{
	size_t words = 0;
	struct span one = country_at(r, w, k, &words), next = one;

	*end = k + 1;
	for (bool same = true; next.n;) {
		same = same && span_eq(one, next);
		one = same ? one : (struct span){ 0 };
		*end = k + words;
		k = *end;
		if (k < w->n && word_list_has(r->lists, WORDS_LIST_AND, word_text(r->fold, w->v[k])))
			k++;
		else if (k >= w->n || !words_open_with(r, w, k, ','))
			break;
		while (k < w->n && word_list_has(r->lists, WORDS_BEFORE_COUNTRY, word_text(r->fold, w->v[k])))
			k++;
		next = k < w->n ? country_at(r, w, k, &words) : (struct span){ 0 };
	}
	return one;
}

/* "на кыргызском, русском и узбекском языках": do the countries before word `to` name tongues? */
static bool are_tongues(const struct resolver *r, const struct words *w, size_t to)
{
	return to < w->n && word_list_has(r->lists, WORDS_LANGUAGE, word_text(r->fold, w->v[to]));
}

/* "опыт Финляндии", "French Law", "the Labour Code of the Republic of Armenia": a country at word k that does nothing
 * itself. */
static bool is_of_others(const struct resolver *r, const struct words *w, size_t k, size_t end)
{
	if (end < w->n &&
	    (span_is(word_text(r->fold, w->v[end]), "law") || span_is(word_text(r->fold, w->v[end]), "act")))
		return true;
	while (k && (word_list_has(r->lists, WORDS_BEFORE_COUNTRY, word_text(r->fold, w->v[k - 1])) ||
		     word_list_has(r->lists, WORDS_ENGLISH_STOP, word_text(r->fold, w->v[k - 1])) ||
		     (k > 1 && span_has_digit(word_text(r->fold, w->v[k - 1])) &&
		      span_is(word_text(r->fold, w->v[k - 2]), "act")))) /* "Wages Act 2023 of the United Kingdom" */
		k--;
	return k && (word_list_has(r->lists, WORDS_EXCEPT, word_text(r->fold, w->v[k - 1])) ||
		     word_list_has(r->lists, WORDS_OF_OTHERS, word_text(r->fold, w->v[k - 1])) ||
		     word_list_has(r->lists, WORDS_ACT_NOUN, word_text(r->fold, w->v[k - 1])));
}

/* "the Governments of the Russian Federation and the Republic of Kazakhstan": is word k joined to a country in a name?
 */
static bool stands_with_named(const struct resolver *r, const struct words *w, size_t k)
{
	struct phrase_hit hit;

	while (k &&
	       (word_list_has(r->lists, WORDS_BEFORE_COUNTRY, word_text(r->fold, w->v[k - 1])) ||
		word_list_has(r->lists, WORDS_ENGLISH_STOP, word_text(r->fold, w->v[k - 1]))) &&
	       !word_list_has(r->lists, WORDS_LIST_AND, word_text(r->fold, w->v[k - 1])))
		k--;
	if (k < 2 || !word_list_has(r->lists, WORDS_LIST_AND, word_text(r->fold, w->v[k - 1])))
		return false;
	for (size_t t = k - 1 > 2 ? k - 3 : 0; t < k - 1; t++)
		if (resolver_phrase_at(r, LEX_COUNTRIES, w, t, k - 1, &hit) && t + hit.words <= k - 1)
			return true;
	return false;
}

/* "Грузии – № 81, № 135; Азербайджану – № 190": does a semicolon part that word from the item? */
static bool crosses(const struct resolver *r, struct word w, const struct item *it)
{
	size_t from = w.start < it->start ? w.end : it->end, to = w.start < it->start ? it->start : w.start;

	return span_find_char(span_sub(r->fold, from, to), ';', 0) != SPAN_NONE;
}

/* The country that these words name nearest to the item, empty for several together; false: none. */
static bool country_within(const struct resolver *r, const struct words *w, const struct item *it, struct span *country)
{
	size_t best = SIZE_MAX;

	for (size_t k = 0, last, words; k < w->n; k = last) {
		size_t far = w->v[k].end <= it->start ? it->start - w->v[k].end : w->v[k].start - it->start;
		struct span found;

		last = k + 1;
		if ((w->v[k].start < it->end && w->v[k].end > it->start) || !country_at(r, w, k, &words).n)
			continue;
		found = countries_at(r, w, k, &last);
		if (stands_with_named(r, w, k))
			found = (struct span){ 0 };
		far += crosses(r, w->v[k], it) ? FAR : 0;
		if (far >= best || is_of_others(r, w, k, last) || are_tongues(r, w, last))
			continue;
		*country = found;
		best = far;
	}
	return best < SIZE_MAX;
}

/* "2. Кыргызстан", "Республика Молдова:", a cell "Узбекистан": the country that a block names and nothing else. */
static struct span country_alone(const struct resolver *r, const struct block *b)
{
	struct words w = resolver_words(r, block_body(b), b->end);
	struct span found = { 0 };

	if (w.n > ALONE_WORDS)
		return found;
	for (size_t k = 0, words; k < w.n; k += words) {
		struct span here = country_at(r, &w, k, &words), word = word_text(r->fold, w.v[k]);

		if (here.n && found.n)
			return (struct span){ 0 };
		found = here.n ? here : found;
		if (here.n)
			continue;
		words = 1;
		if (!word_list_has(r->lists, WORDS_BEFORE_COUNTRY, word) && !span_has_digit(word))
			return (struct span){ 0 };
	}
	return found;
}

/* What may part a country that a paragraph begins with from what is told of it. */
static bool parts_label(struct span gap)
{
	static const char *const marks[] = { ".", ":", "–", "—", "-", "\n", NULL };

	gap = span_trim(gap);
	for (size_t n = 0; marks[n]; n++)
		if (span_starts(gap, span_of(marks[n])))
			return true;
	return false;
}

/*
 * "Республика Армения. Ратифицированы № 97 …", "Кыргызстан: …", "Uzbekistan – …": the country that stands in front of a
 * paragraph, an item or a heading and governs it, whatever bodies of other countries it names.
 */
static struct span country_of_label(const struct resolver *r, const struct block *b)
{
	struct words w = resolver_words(r, block_body(b), b->end);
	struct span found;
	size_t k = 0, words = 0;

	while (k < w.n && k < LABEL_WORDS && word_list_has(r->lists, WORDS_BEFORE_COUNTRY, word_text(r->fold, w.v[k])))
		k++;
	if (k >= w.n)
		return (struct span){ 0 };
	found = country_at(r, &w, k, &words);
	if (!found.n || k + words >= w.n || !parts_label(words_gap_before(r, &w, k + words)) ||
	    (span_is(words_gap_before(r, &w, k + words), "-")))
		return (struct span){ 0 };
	return found;
}

/*
 * In a table: the country that another cell of the row names, or the head of the column. *several: other columns are of
 * several countries.
 */
static struct span country_of_row(const struct resolver *r, const struct doc *d, const struct item *it, bool *several)
{
	const struct block *own = &d->blocks[it->block];
	struct span found = { 0 };
	size_t countries = 0;

	for (int i = it->block - 1; i >= 0 && !found.n && i > it->block - SECTION_BLOCKS; i--) {
		const struct block *b = &d->blocks[i];

		if (b->table != own->table)
			break;
		if (b->row == own->row || (b->head && b->col == own->col))
			found = country_alone(r, b);
		countries += b->head && country_alone(r, b).n;
	}
	*several = countries > 1;
	for (size_t i = (size_t)it->block + 1; i < d->n_blocks && !found.n; i++) {
		const struct block *b = &d->blocks[i];

		if (b->table != own->table || b->row != own->row)
			break;
		found = country_alone(r, b);
	}
	return found;
}

/* "Узбекистан ратифицировал № 87. Страна применяет и …": the country that the sentence before names alone. */
static bool country_before(const struct resolver *r, const struct doc *d, const struct item *it, struct span *country)
{
	size_t start, end, at;
	struct words w;
	bool points_back = false;

	instrument_sentence(d, it, &start, &end);
	at = doc_sentence_at(d, start);
	if (!at || at >= d->n_sentences || d->sentences[at - 1].start < d->blocks[it->block].start)
		return false;
	w = resolver_words(r, start, it->start);
	for (size_t k = 0; k < w.n && k < ANAPHOR_WORDS; k++)
		points_back |= word_list_has(r->lists, WORDS_THAT_STATE, word_text(r->fold, w.v[k]));
	w = resolver_words(r, d->sentences[at - 1].start, d->sentences[at - 1].end);
	return points_back && country_within(r, &w, it, country);
}

static bool stands_in(struct span word)
{
	return span_is(word, "в") || span_is(word, "во") || span_is(word, "у") || span_is(word, "in");
}

/* "Ратификация в Республике Молдова", "The situation in Georgia": the one country that a heading speaks of. */
static struct span country_of_heading(const struct resolver *r, const struct block *b)
{
	struct span found = country_of_label(r, b);
	struct words w = resolver_words(r, block_body(b), b->end);

	for (size_t k = 0, words; !found.n && k < w.n; k++) {
		struct span here = country_at(r, &w, k, &words);
		size_t at = k;

		if (!here.n)
			continue;
		while (at && (word_list_has(r->lists, WORDS_BEFORE_COUNTRY, word_text(r->fold, w.v[at - 1])) ||
			      span_is(word_text(r->fold, w.v[at - 1]), "the")))
			at--;
		return at && k + words == w.n && stands_in(word_text(r->fold, w.v[at - 1])) ? here : found;
	}
	return found;
}

/* "За годы независимости Узбекистан ратифицировал:": the country of the line that introduces the item's list. */
static struct span country_of_lead(const struct resolver *r, const struct doc *d, const struct item *it)
{
	struct span found = { 0 };
	int i = it->block;

	if (i < 0 || d->blocks[i].kind != BLOCK_ITEM)
		return found;
	while (i > 0 && i > it->block - SECTION_BLOCKS && (d->blocks[i].kind == BLOCK_ITEM || d->blocks[i].hidden))
		i--;
	if (d->blocks[i].kind == BLOCK_PARA && d->blocks[i].end > d->blocks[i].start &&
	    d->text.p[d->blocks[i].end - 1] == ':') {
		struct words w = resolver_words(r, d->blocks[i].start, d->blocks[i].end);

		found = country_of_label(r, &d->blocks[i]);
		if (!found.n)
			country_within(r, &w, it, &found);
	}
	return found;
}

/* "2.1. Добиваться …": a name without a colon above it is of another part of the paper. */
static bool is_numbered(const struct block *b)
{
	return b->kind == BLOCK_ITEM && span_has_digit(b->mark);
}

/* The country that a heading above, or a line that introduces what follows, names alone. */
static struct span country_above(const struct resolver *r, const struct doc *d, const struct item *it)
{
	int level = INT32_MAX;
	bool numbered = is_numbered(&d->blocks[it->block]);

	for (int i = it->block - 1; i >= 0 && i > it->block - SECTION_BLOCKS; i--) {
		const struct block *b = &d->blocks[i];
		bool heading = b->kind == BLOCK_HEADING;
		struct span found;

		numbered = numbered || is_numbered(b);
		if (b->hidden || (heading && b->level >= level) ||
		    (!heading && (b->kind != BLOCK_PARA || b->end == b->start || level != INT32_MAX ||
				  (numbered && d->text.p[b->end - 1] != ':'))))
			continue;
		found = country_alone(r, b);
		if (!found.n && heading)
			found = country_of_heading(r, b);
		if (found.n)
			return found;
		if (heading && b->level <= 1)
			break;
		level = heading ? b->level : level;
	}
	return (struct span){ 0 };
}

/* "Submit to the Jogorku Kenesh of the Kyrgyz Republic": whose body of state the sentence names, in a paper of many. */
static struct span country_of_body(const struct resolver *r, const struct words *w)
{
	struct span found = { 0 };

	for (size_t k = 0; k < w->n; k++) {
		const struct item *body = item_index_over(&r->names, w->v[k].start, w->v[k].end);
		struct phrase_hit hit;
		struct span here;

		if (!body || !span_is(jval_str(body->norm, "kind"), "government") ||
		    !resolver_phrase_at(r, LEX_COUNTRIES, w, k, w->n, &hit))
			continue;
		here = lexicon_cell(r->lexicon[LEX_COUNTRIES], hit.row, "iso");
		if (found.n && !span_eq(found, here))
			return (struct span){ 0 };
		found = here;
	}
	return found;
}

bool instrument_of_country(const struct resolver *r, const struct doc *d, const struct item *it)
{
	struct span country = { 0 };
	size_t start, end;
	struct words w;

	if (it->block >= 0 && country_of_label(r, &d->blocks[it->block]).n)
		return true;
	instrument_sentence(d, it, &start, &end);
	w = resolver_words(r, start, it->start);
	return country_within(r, &w, it, &country) && country.n;
}

struct span instrument_country(const struct resolver *r, struct doc *d, const struct item *it)
{
	struct span country = { 0 };
	size_t start, end;
	struct words w;
	bool several = false, named;

	instrument_sentence(d, it, &start, &end);
	w = resolver_words(r, start, end);
	named = country_within(r, &w, it, &country);
	if (country.n || it->block < 0)
		return country;
	country = country_of_label(r, &d->blocks[it->block]);
	if (country.n || named)
		return country;
	if (d->blocks[it->block].table)
		country = country_of_row(r, d, it, &several);
	if (country.n || several || country_before(r, d, it, &country))
		return country;
	country = country_of_lead(r, d, it);
	if (!country.n)
		country = country_above(r, d, it);
	if (!country.n)
		country = jval_str(d->meta, "country");
	return country.n ? country : country_of_body(r, &w);
}
