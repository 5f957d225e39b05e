/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Conventions, recommendations and protocols of the ILO: numbers that do not exist are dropped, instruments named by
 * title alone are found, and each gets its official title, the country it is about and what is done with it.
 */
#include <stdio.h>

#include "ilo.h"
#include "passes.h"
#include "utf8.h"

/* How far back the line is looked for that introduces a list. */
enum { LEAD_BLOCKS = 60, RELATIVE_WORDS = 8, MAX_TITLE_BYTES = 300, PROTOCOL_WORDS = 16, RECENT = 8 };

static bool is_instrument(const struct item *it)
{
	return it->type == ITEM_CONVENTION || it->type == ITEM_RECOMMENDATION || it->type == ITEM_PROTOCOL;
}

static void drop_unknown(const struct resolver *r, struct doc *d)
{
	size_t kept = 0;

	for (size_t i = 0; i < d->n_items; i++)
		if (!is_instrument(&d->items[i]) || ilo_exists(r, jval_str(d->items[i].norm, "value")))
			d->items[kept++] = d->items[i];
	d->n_items = kept;
}

static bool covered_by(const struct doc *d, enum item_type type, size_t start, size_t end)
{
	for (size_t i = 0; i < d->n_items; i++)
		if (d->items[i].type == type && d->items[i].start < end && d->items[i].end > start)
			return true;
	return false;
}

/* Has an instrument been found here, by a rule (known) or just now? */
static bool covered(const struct doc *d, const struct item_index *known, size_t start, size_t end)
{
	size_t from = d->n_items > RECENT ? d->n_items - RECENT : 0;

	if (item_index_over(known, start, end))
		return true;
	for (size_t i = d->n_items; i-- > from;)
		if (is_instrument(&d->items[i]) && d->items[i].start < end && d->items[i].end > start)
			return true;
	return false;
}

static bool is_instrument_head(struct span word)
{
	return span_starts(word, SPAN("конвенц")) || span_is(word, "convention") || span_is(word, "recommendation");
}

/*
 * "Протокол 2014 года к Конвенции 1930 года …", "Protocol of 2002 to the … Convention, 1981": the years of protocol and
 * convention tell which one it is, or the number of a convention that was found there. Index of the lexicon's row.
 */
static long protocol_row(const struct resolver *r, const struct words *w, size_t i, size_t *last)
{
	const struct lexicon *l = r->lexicon[LEX_ILO];
	size_t end = i + PROTOCOL_WORDS < w->n ? i + PROTOCOL_WORDS : w->n, head = end;
	struct span own = { 0 }, base = { 0 };

	for (size_t k = i + 1; k < end; k++) {
		struct span word = word_text(r->fold, w->v[k]);
		long long year;

		if (head == end && is_instrument_head(word))
			head = k;
		if (word.n != 4 || !span_to_long(word, &year))
			continue;
		*last = k;
		if (own.n || k >= i + 4) {
			base = word;
			break;
		}
		own = word;
	}
	for (long row = 0; own.n && base.n && head < end && row < lexicon_rows(l); row++) {
		struct span code = lexicon_cell(l, row, "code");
		char convention[8];

		if (code.n != 4 || code.p[0] != 'P' || !span_eq(lexicon_cell(l, row, "year"), own))
			continue;
		snprintf(convention, sizeof convention, "C%.3s", code.p + 1);
		if (span_eq(lexicon_cell(l, lexicon_find(l, span_of(convention)), "year"), base))
			return row;
	}
	return LEXICON_NONE;
}

/* Drops conventions inside text[start, end): the protocol to them is what is meant. */
static void drop_inside(struct doc *d, size_t start, size_t end)
{
	size_t kept = 0;

	for (size_t i = 0; i < d->n_items; i++)
		if (d->items[i].type != ITEM_CONVENTION || d->items[i].start < start || d->items[i].start >= end)
			d->items[kept++] = d->items[i];
	d->n_items = kept;
}

static void find_protocols(const struct resolver *r, struct doc *d, const struct block *b)
{
	struct words w = resolver_words(r, b->start, b->end);

	for (size_t i = 0; i < w.n; i++) {
		struct span word = word_text(r->fold, w.v[i]);
		size_t last = i;
		struct item *it;
		long row;

		if ((!span_starts(word, SPAN("протокол")) && !span_is(word, "protocol") && !span_starts(word, SPAN("пратакол"))) ||
		    covered_by(d, ITEM_PROTOCOL, w.v[i].start, w.v[i].end))
			continue;
		row = protocol_row(r, &w, i, &last);
		if (row == LEXICON_NONE)
			continue;
		drop_inside(d, w.v[i].start, w.v[last].end);
		it = doc_add_item(d, ITEM_PROTOCOL, w.v[i].start, w.v[last].end, "instruments");
		jval_set_str(&d->arena, it->norm, "value", lexicon_cell(r->lexicon[LEX_ILO], row, "code"));
		jval_set_true(&d->arena, it->norm, "by_title");
	}
}

static void find_titles(const struct resolver *r, struct doc *d, const struct item_index *known, const struct block *b)
{
	struct words w = resolver_words(r, b->start, b->end);

	for (size_t i = 0; i < w.n; i++) {
		struct ilo_match m;
		struct item *it;
		size_t start, end;

		if (!is_instrument_head(word_text(r->fold, w.v[i])) || covered(d, known, w.v[i].start, w.v[i].end) ||
		    !ilo_by_title(r, &w, i, &m))
			continue;
		start = w.v[m.first].start;
		end = w.v[m.last].end;
		if (span_starts(doc_slice(d, end, b->end), SPAN("»")))
			end += sizeof "»" - 1;
		it = doc_add_item(d, m.code.p[0] == 'R' ? ITEM_RECOMMENDATION : ITEM_CONVENTION, start, end,
				  "instruments");
		jval_set_str(&d->arena, it->norm, "value", m.code);
		jval_set_true(&d->arena, it->norm, "by_title");
		i = m.last;
	}
}

static struct span action_of(const struct resolver *r, const struct phrase_hit *hit)
{
	return lexicon_cell(r->lexicon[LEX_INSTRUMENT_ACTIONS], hit->row, "action");
}

static bool is_late_verb(struct span lang)
{
	return span_is(lang, "kk") || span_is(lang, "ky");
}

/* The action word that ends nearest before word i (the longer of two), else the first one behind it. */
static struct span action_near(const struct resolver *r, const struct words *w, size_t i)
{
	struct phrase_hit hit, best = { 0 };
	size_t end = 0;

	for (size_t k = 0; k < i; k++)
		if (phrases_at(r->phrases[LEX_INSTRUMENT_ACTIONS], r->fold, w, k, i, &hit) && k + hit.words > end) {
			end = k + hit.words;
			best = hit;
		}
	if (end)
		return action_of(r, &best);
	for (size_t k = i; k < w->n; k++)
		if (phrases_at(r->phrases[LEX_INSTRUMENT_ACTIONS], r->fold, w, k, w->n, &hit))
			return action_of(r, &hit);
	return (struct span){ 0 };
}

/* "…, которую Беларусь ратифицировала": a relative clause behind the item outweighs what stands before it. */
static struct span action_behind(const struct resolver *r, const struct words *w, size_t i)
{
	struct phrase_hit hit;
	size_t end = i + RELATIVE_WORDS < w->n ? i + RELATIVE_WORDS : w->n;

	if (i >= w->n ||
	    !(span_starts(word_text(r->fold, w->v[i]), SPAN("котор")) || span_is(word_text(r->fold, w->v[i]), "яку") ||
	      span_is(word_text(r->fold, w->v[i]), "which")))
		return (struct span){ 0 };
	for (size_t k = i; k < end; k++)
		if (phrases_at(r->phrases[LEX_INSTRUMENT_ACTIONS], r->fold, w, k, w->n, &hit))
			return action_of(r, &hit);
	return (struct span){ 0 };
}

/* "в соответствии с …, конвенциями МОТ": a legal basis, which nobody does anything with. */
static bool is_basis(const struct resolver *r, const struct words *w, size_t i)
{
	static const char *const phrases[] = {
		"в соответствии с", "на основе",        "на основании",       "руководствуясь", "відповідно до",
		"на підставі",      "у адпаведнасці з", "in accordance with", "pursuant to",    "guided by",
		"having regard to", "recalling",        "негізінде",          "ылайык"
	};

	for (size_t k = 0; k < i && k < w->n; k++)
		for (size_t n = 0; n < sizeof phrases / sizeof *phrases; n++)
			if (phrase_match(phrases[n], r->fold, w, k, w->n))
				return true;
	return false;
}

/* The sentence around an item, or its block where there are none. */
static void sentence_of(const struct doc *d, const struct item *it, size_t *start, size_t *end)
{
	const struct block *b = it->block >= 0 ? &d->blocks[it->block] : NULL;
	size_t lo = 0, hi = d->n_sentences;

	*start = b ? b->start : 0;
	*end = b ? b->end : d->text.n;
	while (hi > lo + 1) {
		size_t mid = lo + (hi - lo) / 2;

		if (d->sentences[mid].start <= it->start)
			lo = mid;
		else
			hi = mid;
	}
	if (lo < d->n_sentences && d->sentences[lo].start <= it->start && d->sentences[lo].end >= it->end) {
		*start = d->sentences[lo].start;
		*end = d->sentences[lo].end;
	}
}

/* What is done with the item; *basis: nothing, it is quoted as a basis. */
static struct span action_in(const struct resolver *r, struct doc *d, const struct item *it, bool *basis)
{
	struct span action;
	size_t start, end;
	struct words w;

	sentence_of(d, it, &start, &end);
	w = resolver_words(r, start, end);
	action = action_behind(r, &w, words_from(&w, it->end));
	if (!action.n && is_late_verb(jval_str(d->meta, "lang"))) { /* the verb stands behind its object */
		struct words behind = { w.v + words_from(&w, it->end), w.n - words_from(&w, it->end) };

		action = action_near(r, &behind, 0);
	}
	if (!action.n)
		action = action_near(r, &w, words_from(&w, it->start));
	*basis = !action.n && is_basis(r, &w, words_from(&w, it->start));
	return action;
}

/* A country, no town in it: its canonical name is a name of rules/lexicon/countries.tsv. */
static bool is_country_name(const struct resolver *r, const struct item *place)
{
	const struct lexicon *l = r->lexicon[LEX_COUNTRIES];
	struct span name = jval_str(place->norm, "canonical");

	for (long row = 0; row < lexicon_rows(l); row++)
		if (span_eq(lexicon_cell(l, row, "title_ru"), name))
			return true;
	return false;
}

/* The country that the sentence names as a place of its own; else that of the document. */
static struct span country_for(const struct resolver *r, struct doc *d, const struct item_index *places,
			       const struct item *it)
{
	struct span country = jval_str(d->meta, "country");
	size_t start, end;

	sentence_of(d, it, &start, &end);
	for (size_t k = item_index_from(places, start); k < places->n && item_index_get(places, k)->start < end; k++) {
		const struct item *place = item_index_get(places, k);

		if (jval_str(place->norm, "country").n == 2 && is_country_name(r, place) &&
		    !item_index_over(&r->names, place->start, place->end))
			country = jval_str(place->norm, "country");
	}
	return country;
}

/* In a list the line that introduces it governs. */
static struct span action_of_lead(const struct resolver *r, struct doc *d, const struct item *it)
{
	for (int i = it->block - 1; i >= 0 && i > it->block - LEAD_BLOCKS; i--) {
		const struct block *b = &d->blocks[i];
		struct words w;

		if (b->hidden || b->kind == BLOCK_ITEM)
			continue;
		w = resolver_words(r, b->start, b->end);
		return action_near(r, &w, w.n);
	}
	return (struct span){ 0 };
}

/* "Recalling the Right to Organise … Convention": the item begins with the title. */
static void begin_with_title(const struct resolver *r, struct doc *d, struct item *it)
{
	struct span title = ilo_title(r, jval_str(it->norm, "value"), SPAN("en"));
	char fold[MAX_TITLE_BYTES];
	size_t comma = span_find_char(title, ',', 0), at;

	title = span_sub(title, 0, comma == SPAN_NONE ? title.n : comma);
	if (!title.n || title.n > sizeof fold)
		return;
	utf8_fold(title, fold);
	at = span_find(span_sub(r->fold, it->start, it->end), span_make(fold, title.n), 0);
	if (at == SPAN_NONE || !at)
		return;
	it->start += at;
	jval_set_str(&d->arena, it->norm, "title", doc_slice(d, it->start, it->start + title.n));
}

bool pass_instruments(struct resolver *r, struct doc *d, struct err *e)
{
	struct span lang = jval_str(d->meta, "lang");
	struct item_index known, places;

	(void)e;
	drop_unknown(r, d);
	for (size_t i = 0; i < d->n_blocks; i++)
		if (!d->blocks[i].hidden)
			find_protocols(r, d, &d->blocks[i]);
	known = item_index_of(d, 1u << ITEM_CONVENTION | 1u << ITEM_RECOMMENDATION | 1u << ITEM_PROTOCOL);
	for (size_t i = 0; i < d->n_blocks; i++)
		if (!d->blocks[i].hidden)
			find_titles(r, d, &known, &d->blocks[i]);
	resolver_index(r, d);
	places = item_index_of(d, 1u << ITEM_PLACE);
	for (size_t i = 0; i < d->n_items; i++) {
		struct item *it = &d->items[i];
		struct span official, action, country;
		bool basis;

		if (!is_instrument(it))
			continue;
		begin_with_title(r, d, it);
		official = ilo_title(r, jval_str(it->norm, "value"), lang);
		action = action_in(r, d, it, &basis);
		if (!action.n && it->block >= 0 && d->blocks[it->block].kind == BLOCK_ITEM)
			action = action_of_lead(r, d, it);
		if (official.n)
			jval_set_str(&d->arena, it->norm, "official", official);
		country = country_for(r, d, &places, it);
		if (country.n && !basis && !jval_get(it->norm, "country"))
			jval_set_str(&d->arena, it->norm, "country", country);
		if (action.n && !jval_get(it->norm, "action"))
			jval_set_str(&d->arena, it->norm, "action", action);
	}
	return true;
}
