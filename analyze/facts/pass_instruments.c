/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Conventions, recommendations and protocols of the ILO: numbers that do not exist are dropped, instruments named by
 * title alone are found, and each gets its official title, the country it is about and what is done with it.
 */
#include <stdint.h>
#include <stdio.h>

#include "ilo.h"
#include "bisect.h"
#include "instrument_action.h"
#include "passes.h"
#include "utf8.h"

enum {
	MAX_TITLE_BYTES = 300,
	PROTOCOL_WORDS = 16,
	LONG_SENTENCE = 1500, /* bytes before the item */
	RECENT = 8,
	TO_IT_WORDS = 4,
	RANGE_MAX = 20, /* from the first to the last */
	YEAR_BEHIND = sizeof ", 2019" - 1,
	INSTRUMENTS = 1u << ITEM_CONVENTION | 1u << ITEM_RECOMMENDATION | 1u << ITEM_PROTOCOL
};

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

/* "№ 149 Конвенциясы, № 157 және № 206 ұсынымдары": a number that both heads claim is of the one behind its list. */
static void drop_twice_read(struct doc *d)
{
	struct item_index other = item_index_of(d, 1u << ITEM_RECOMMENDATION);
	bool *twice = other.n ? arena_alloc(&d->arena, d->n_items * sizeof *twice) : NULL;
	size_t kept = 0;

	if (!twice)
		return;
	for (size_t i = 0; i < d->n_items; i++) {
		const struct item *it = &d->items[i], *same = NULL;

		if (it->type == ITEM_CONVENTION)
			same = item_index_at(&other, it->start, ITEM_RECOMMENDATION);
		twice[i] = same && same->end == it->end;
	}
	for (size_t i = 0; i < d->n_items; i++)
		if (!twice[i])
			d->items[kept++] = d->items[i];
	d->n_items = kept;
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

static bool is_instrument_head(const struct resolver *r, struct span word)
{
	return word_list_has(r->lists, WORDS_INSTRUMENT_HEAD, word);
}

/*
 * "Протокол 2014 года к Конвенции 1930 года …", "Protocol of 2002 to the … Convention, 1981": the years of protocol and
 * convention tell which one it is; its own year is enough. Index of the lexicon's row.
 */
static long protocol_row(const struct resolver *r, const struct words *w, size_t i, size_t *last)
{
	const struct lexicon *l = r->lexicon[LEX_ILO];
	size_t end = i + PROTOCOL_WORDS < w->n ? i + PROTOCOL_WORDS : w->n, head = end;
	struct span own = { 0 }, base = { 0 };
	struct ilo_match title;

	for (size_t k = i + 1; k < end; k++) {
		struct span word = word_text(r->fold, w->v[k]);
		long long year;

		if (head == end && is_instrument_head(r, word))
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
	if (own.n && !base.n && head < end) { /* no two protocols are of one year */
		size_t stop = head;

		while (stop + 1 < end && !is_instrument_head(r, word_text(r->fold, w->v[stop])))
			stop++;
		*last = stop > *last ? stop : *last;
	}
	if (base.n && span_cmp(base, own) > 0) /* "…, не позднее 1 сентября 2026 года": no year of a convention */
		base = (struct span){ 0 };
	for (long row = 0; own.n && head < end && row < lexicon_rows(l); row++) {
		struct span code = lexicon_cell(l, row, "code");
		char convention[8];

		if (code.n != 4 || code.p[0] != 'P' || !span_eq(lexicon_cell(l, row, "year"), own))
			continue;
		snprintf(convention, sizeof convention, "C%.3s", code.p + 1);
		if (base.n && !span_eq(lexicon_cell(l, lexicon_find(l, span_of(convention)), "year"), base))
			continue;
		if (ilo_by_title(r, w, head, &title) && span_is(title.code, convention) && title.last > *last)
			*last = title.last;
		return row;
	}
	return LEXICON_NONE;
}

/*
 * "Конвенция № 155 … и Протокол 2002 года к ней", "the Protocol of 2014 thereto": the protocol to the convention that
 * is named nearest before word i. Index of the lexicon's row.
 */
static long protocol_to_it(const struct resolver *r, const struct doc *d, const struct words *w, size_t i, size_t *last)
{
	const struct lexicon *l = r->lexicon[LEX_ILO];
	size_t end = i + 1 + TO_IT_WORDS < w->n ? i + 1 + TO_IT_WORDS : w->n, far = 0;
	struct span year = { 0 }, code = { 0 };
	bool to_it = false;
	char protocol[8];
	long row;

	for (size_t k = i + 1; k < end; k++) {
		struct span word = word_text(r->fold, w->v[k]);
		long long number;

		if (word_list_has(r->lists, WORDS_TO_IT, word))
			to_it = true;
		else if (word.n == 4 && span_to_long(word, &number))
			year = word;
		else
			continue;
		*last = k;
	}
	for (size_t k = 0; to_it && k < d->n_items; k++) {
		const struct item *it = &d->items[k];

		if (it->type != ITEM_CONVENTION || it->end > w->v[i].start || it->end < far ||
		    it->end + LONG_SENTENCE < w->v[i].start)
			continue;
		far = it->end;
		code = jval_str(it->norm, "value");
	}
	if (code.n != 4)
		return LEXICON_NONE;
	snprintf(protocol, sizeof protocol, "P%.3s", code.p + 1);
	row = lexicon_find(l, span_of(protocol));
	return row != LEXICON_NONE && year.n && !span_eq(lexicon_cell(l, row, "year"), year) ? LEXICON_NONE : row;
}

/* Stretches of text in their order. */
struct places {
	struct span_place {
		size_t start, end;
	} * v;
	size_t n, cap;
};

/* Drops conventions inside the places: the protocol to them is what is meant. */
static void drop_inside(struct doc *d, const struct places *p)
{
	size_t kept = 0;

	for (size_t i = 0; i < d->n_items; i++) {
		const struct item *it = &d->items[i];
		size_t lo;

		BISECT(lo, p->n,
		       p->v[lo].end <= it->start); /* the first place that ends behind the beginning of the item */
		if (it->type != ITEM_CONVENTION || lo == p->n || it->start < p->v[lo].start)
			d->items[kept++] = *it;
	}
	d->n_items = kept;
}

static void find_protocols(const struct resolver *r, struct doc *d, const struct item_index *known,
			   const struct block *b, struct places *found)
{
	struct words w = resolver_words(r, b->start, b->end);

	for (size_t i = 0; i < w.n; i++) {
		struct span word = word_text(r->fold, w.v[i]);
		size_t last = i;
		struct item *it;
		long row;

		if (!word_list_has(r->lists, WORDS_PROTOCOL, word) || item_index_over(known, w.v[i].start, w.v[i].end))
			continue;
		row = protocol_to_it(r, d, &w, i, &last);
		if (row == LEXICON_NONE) {
			last = i;
			row = protocol_row(r, &w, i, &last);
		}
		if (row == LEXICON_NONE)
			continue;
		ARENA_ROOM(&d->arena, found->v, found->n, found->cap);
		found->v[found->n++] = (struct span_place){ w.v[i].start, w.v[last].end };
		it = doc_add_item(d, ITEM_PROTOCOL, w.v[i].start, w.v[last].end, "instruments");
		jval_set_str(&d->arena, it->norm, "value", lexicon_cell(r->lexicon[LEX_ILO], row, "code"));
		jval_set_true(&d->arena, it->norm, "by_title");
		i = last;
	}
}

/* Does a known instrument begin between these places? */
static bool known_between(const struct item_index *known, size_t start, size_t end)
{
	size_t k = item_index_from(known, start);

	return k < known->n && item_index_get(known, k)->start < end;
}

/* The item of an instrument that is named by title at the words of m. */
static void add_titled(struct doc *d, const struct block *b, const struct words *w, const struct ilo_match *m)
{
	size_t start = w->v[m->first].start, end = w->v[m->last].end;
	struct item *it;

	/* a quote that was opened within; one that a list opens before its title stays outside */
	if (span_starts(doc_slice(d, end, b->end), SPAN("»")) &&
	    span_find(doc_slice(d, start, end), SPAN("«"), 0) != SPAN_NONE)
		end += sizeof "»" - 1;
	it = doc_add_item(d, m->code.p[0] == 'R' ? ITEM_RECOMMENDATION : ITEM_CONVENTION, start, end, "instruments");
	jval_set_str(&d->arena, it->norm, "value", m->code);
	jval_set_true(&d->arena, it->norm, "by_title");
}

/* Is there no known instrument in these words? "20 конвенций, включая Конвенцию № 122 о …" */
static bool is_new(const struct item_index *known, const struct words *w, const struct ilo_match *m)
{
	return !known_between(known, w->v[m->first].start, w->v[m->last].end);
}

static void find_titles(const struct resolver *r, struct doc *d, const struct item_index *known, const struct block *b)
{
	struct words w = resolver_words(r, b->start, b->end);

	for (size_t i = 0; i < w.n; i++) {
		struct ilo_match m, next;

		if (!is_instrument_head(r, word_text(r->fold, w.v[i])) || covered(d, known, w.v[i].start, w.v[i].end) ||
		    !ilo_by_title(r, &w, i, &m) || !is_new(known, &w, &m))
			continue;
		add_titled(d, b, &w, &m);
		for (; ilo_next_title(r, &w, &m, &next) && is_new(known, &w, &next); m = next)
			add_titled(d, b, &w, &next);
		i = m.last > i ? m.last : i;
	}
}

/* "Recalling the Right to Organise … Convention", "the Seafarers' Identity … Convention": the title is where it begins.
 */
static void begin_with_title(const struct resolver *r, struct doc *d, struct item *it)
{
	struct span title = ilo_title(r, jval_str(it->norm, "value"), SPAN("en"));
	char fold[MAX_TITLE_BYTES];
	size_t comma = span_find_char(title, ',', 0), at, from;

	title = span_sub(title, 0, comma == SPAN_NONE ? title.n : comma);
	if (!title.n || title.n > sizeof fold)
		return;
	utf8_fold(title, fold);
	from = it->start > title.n ? it->start - title.n : 0;
	at = span_find(span_sub(r->fold, from, it->end), span_make(fold, title.n), 0);
	if (at == SPAN_NONE || from + at == it->start)
		return;
	it->start = from + at;
	at = it->start + title.n;
	if (span_starts(doc_slice(d, at, it->end), SPAN(", ")) && it->end - at > YEAR_BEHIND)
		at += YEAR_BEHIND;
	jval_set_str(&d->arena, it->norm, "title", doc_slice(d, it->start, at));
}

/* "Конвенции № 147–149": every member between is meant; they have the place of the range's end. */
static void fill_range(struct doc *d, size_t from, size_t to)
{
	struct span first = jval_str(d->items[from].norm, "value"), last = jval_str(d->items[to].norm, "value");
	long long a, b;

	if (!span_to_long(span_sub(first, 1, first.n), &a) || !span_to_long(span_sub(last, 1, last.n), &b) ||
	    b - a > RANGE_MAX)
		return;
	while (++a < b) {
		struct item *it =
			doc_add_item(d, d->items[to].type, d->items[to].start, d->items[to].end, "instruments");

		jval_set_str(&d->arena, it->norm, "value", arena_printf(&d->arena, "%c%03lld", last.p[0], a));
		jval_set_true(&d->arena, it->norm, "in_range");
	}
}

static void fill_ranges(struct doc *d)
{
	size_t before = SIZE_MAX;

	for (size_t i = 0, n = d->n_items; i < n; i++) {
		if (!is_instrument(&d->items[i]))
			continue;
		if (jval_get(d->items[i].norm, "range") && before < i && d->items[before].type == d->items[i].type)
			fill_range(d, before, i);
		before = i;
	}
}

bool pass_instruments(struct resolver *r, struct doc *d, struct err *e)
{
	struct span lang = jval_str(d->meta, "lang");
	struct item_index known;
	struct places protocols = { 0 };
	const struct item *before = NULL; /* the instrument read last */

	(void)e;
	fill_ranges(d);
	drop_unknown(r, d);
	drop_twice_read(d);
	known = item_index_of(d, 1u << ITEM_PROTOCOL);
	for (size_t i = 0; i < d->n_blocks; i++)
		if (!d->blocks[i].hidden)
			find_protocols(r, d, &known, &d->blocks[i], &protocols);
	drop_inside(d, &protocols);
	known = item_index_of(d, INSTRUMENTS);
	for (size_t i = 0; i < d->n_blocks; i++)
		if (!d->blocks[i].hidden)
			find_titles(r, d, &known, &d->blocks[i]);
	resolver_index(r, d);
	known = item_index_of(d, INSTRUMENTS);
	for (size_t k = 0; k < known.n; k++) { /* in the order of the text: lists share an action */
		struct item *it = &d->items[known.v[k]];
		struct span official, action, country;

		begin_with_title(r, d, it);
		official = ilo_title(r, jval_str(it->norm, "value"), lang);
		action = instrument_action(r, d, it, before, &known);
		before = it;
		if (official.n)
			jval_set_str(&d->arena, it->norm, "official", official);
		country = instrument_country(r, d, it);
		if (country.n && !jval_get(it->norm, "country"))
			jval_set_str(&d->arena, it->norm, "country", country);
		if (action.n && !jval_get(it->norm, "action"))
			jval_set_str(&d->arena, it->norm, "action", action);
	}
	return true;
}
