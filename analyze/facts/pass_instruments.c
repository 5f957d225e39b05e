/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Conventions, recommendations and protocols of the ILO: numbers that do not exist are dropped, instruments named by
 * title alone are found, and each gets its official title, the country it is about and what is done with it.
 */
#include <stdint.h>
#include <stdio.h>

#include "ilo.h"
#include "bisect.h"
#include "morph.h"
#include "passes.h"
#include "utf8.h"

/* How far back the line is looked for that introduces a list. */
enum {
	LEAD_BLOCKS = 60,
	RELATIVE_WORDS = 8,
	LONG_SENTENCE = 1500, /* bytes to either side */
	MAX_TITLE_BYTES = 300,
	PROTOCOL_WORDS = 16,
	RECENT = 8,
	DENIAL_WORDS = 3,
	TO_IT_WORDS = 4,
	BASIS_WORDS = 2,
	USE_WORDS = 8,
	YEAR_BEHIND = sizeof ", 2019" - 1,
	OPENS_WITHIN = 16
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
	for (long row = 0; own.n && head < end && row < lexicon_rows(l); row++) {
		struct span code = lexicon_cell(l, row, "code");
		char convention[8];

		if (code.n != 4 || code.p[0] != 'P' || !span_eq(lexicon_cell(l, row, "year"), own))
			continue;
		snprintf(convention, sizeof convention, "C%.3s", code.p + 1);
		if (!base.n || span_eq(lexicon_cell(l, lexicon_find(l, span_of(convention)), "year"), base))
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

static void find_titles(const struct resolver *r, struct doc *d, const struct item_index *known, const struct block *b)
{
	struct words w = resolver_words(r, b->start, b->end);

	for (size_t i = 0; i < w.n; i++) {
		struct ilo_match m;
		struct item *it;
		size_t start, end;

		if (!is_instrument_head(r, word_text(r->fold, w.v[i])) || covered(d, known, w.v[i].start, w.v[i].end) ||
		    !ilo_by_title(r, &w, i, &m))
			continue;
		start = w.v[m.first].start;
		end = w.v[m.last].end;
		if (known_between(known, start, end)) /* "20 конвенций, включая Конвенцию № 122 о …" */
			continue;
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

/* "пока не ратифицировал", "has not ratified", "ратификациялаган эмес": what was not done. */
static bool is_denied(const struct resolver *r, const struct words *w, size_t k)
{
	for (size_t i = 0; i < k; i++)
		if (span_is(word_text(r->fold, w->v[i]), "neither") || span_is(word_text(r->fold, w->v[i]), "nor"))
			return true;
	while (k > 0 && word_list_has(r->lists, WORDS_AUXILIARY, word_text(r->fold, w->v[k - 1])))
		k--;
	return (k > 0 && word_list_has(r->lists, WORDS_DENIES, word_text(r->fold, w->v[k - 1]))) ||
	       (k + 1 < w->n && word_list_has(r->lists, WORDS_DENIES_BEFORE, word_text(r->fold, w->v[k + 1])));
}

/* Does another action word follow word k? */
static bool action_ahead(const struct resolver *r, const struct words *w, size_t k)
{
	struct phrase_hit hit;

	for (; k < w->n; k++)
		if (resolver_phrase_at(r, LEX_INSTRUMENT_ACTIONS, w, k, w->n, &hit))
			return true;
	return false;
}

/* "ратифицировала № 87, однако № 102 …": what was said before the turn is not said of what follows it. */
static bool turns_between(const struct resolver *r, const struct words *w, size_t from, size_t to)
{
	for (size_t k = from; k < to; k++)
		if (word_list_has(r->lists, WORDS_TURNS, word_text(r->fold, w->v[k])) ||
		    (k && k + 1 < w->n && word_list_has(r->lists, WORDS_AND_BUT, word_text(r->fold, w->v[k])) &&
		     span_find_char(span_make(r->fold.p + w->v[k - 1].end, w->v[k].start - w->v[k - 1].end), ',', 0) !=
			     SPAN_NONE &&
		     action_ahead(r, w, k)))
			return true;
	return false;
}

/* The action of a hit at word k; empty for a ratification that did not happen. */
static struct span action_at(const struct resolver *r, const struct words *w, size_t k, const struct phrase_hit *hit)
{
	struct span action = action_of(r, hit);

	return span_is(action, "ratified") && is_denied(r, w, k) ? (struct span){ 0 } : action;
}

/* "применение", "виконання", "application": a noun that says what a report or a debate is about. */
static bool tells_of_use(struct span action, struct span word)
{
	static const char *const ends[] = {
		"ение", "ения", "ению", "ении", "ением", "ание",        "ания",           "ании",       "ання",
		"енне", "анне", "ання", "ення", "енні",  "application", "implementation", "compliance", "observance"
	};

	for (size_t i = 0; span_is(action, "implement") && i < sizeof ends / sizeof *ends; i++)
		if (span_ends(word, span_of(ends[i])))
			return true;
	return false;
}

static bool is_verb(const struct resolver *r, struct span word)
{
	struct morph_parse p[MORPH_MAX];

	return r->morph && morph_parses(r->morph, word, p) > 0 && !(p[0].tags & M_PREDICTED) &&
	       (p[0].tags & (M_VERB | M_INF));
}

/* "обсудить на заседании президиума выполнение Конвенции": what is done with the application at word at, if told. */
static struct span verb_of_use(const struct resolver *r, const struct words *w, size_t at)
{
	struct phrase_hit hit;
	struct span action;

	for (size_t k = at; k-- > 0 && at - k <= USE_WORDS;) {
		if (!resolver_phrase_at(r, LEX_INSTRUMENT_ACTIONS, w, k, at, &hit)) {
			if (is_verb(r, word_text(r->fold, w->v[k]))) /* "изучает опыт и добивается применения" */
				break;
			continue;
		}
		action = action_of(r, &hit);
		return span_is(action, "discuss") || span_is(action, "report") || span_is(action, "inform")
			       ? action
			       : (struct span){ 0 };
	}
	return (struct span){ 0 };
}

/* The action word that ends nearest before word i (the longer of two); *end: behind its last word, 0: none. */
static struct span action_before(const struct resolver *r, const struct words *w, size_t i, size_t *end)
{
	struct phrase_hit hit, best = { 0 };
	size_t at = 0;

	*end = 0;
	for (size_t k = 0; k < i; k++)
		if (resolver_phrase_at(r, LEX_INSTRUMENT_ACTIONS, w, k, i, &hit) && k + hit.words > *end) {
			*end = k + hit.words;
			best = hit;
			at = k;
		}
	if (word_list_within(r->lists, WORDS_EXCEPT, r->fold, w, *end, i)) /* "ratified all, except No. 155" */
		return (struct span){ 0 };
	if (*end && (!action_of(r, &best).n || tells_of_use(action_of(r, &best), word_text(r->fold, w->v[at])))) {
		struct span verb = verb_of_use(r, w, at);

		if (verb.n)
			return verb;
	}
	return *end ? action_at(r, w, at, &best) : (struct span){ 0 };
}

/* The first action word at or behind word i. */
static struct span action_after(const struct resolver *r, const struct words *w, size_t i)
{
	struct phrase_hit hit;

	for (size_t k = i; k < w->n; k++)
		if (resolver_phrase_at(r, LEX_INSTRUMENT_ACTIONS, w, k, w->n, &hit))
			return action_at(r, w, k, &hit);
	return (struct span){ 0 };
}

/* "…, которую Беларусь ратифицировала": a relative clause behind the item outweighs what stands before it. */
static struct span action_behind(const struct resolver *r, const struct words *w, size_t i)
{
	struct phrase_hit hit;
	size_t end = i + RELATIVE_WORDS < w->n ? i + RELATIVE_WORDS : w->n;

	if (i >= w->n || !word_list_has(r->lists, WORDS_WHICH, word_text(r->fold, w->v[i])))
		return (struct span){ 0 };
	for (size_t k = i; k < end; k++)
		if (resolver_phrase_at(r, LEX_INSTRUMENT_ACTIONS, w, k, w->n, &hit))
			return action_of(r, &hit);
	return (struct span){ 0 };
}

/* "в соответствии с …, конвенциями МОТ" at words [from, i): a legal basis, which nobody does anything with. */
static bool is_basis(const struct resolver *r, const struct words *w, size_t from, size_t i)
{
	return word_list_within(r->lists, WORDS_BASIS, r->fold, w, from, i);
}

/* "должны действовать в соответствии с …": a duty in words [0, i) makes the accordance a deed. */
static bool is_duty(const struct resolver *r, const struct words *w, size_t i)
{
	return word_list_within(r->lists, WORDS_DUTY, r->fold, w, 0, i);
}

/* "а Конвенцию № 190 – пока нет": a denial for a verb, right behind. */
static bool denied_behind(const struct resolver *r, const struct words *w, size_t i)
{
	size_t end = i + DENIAL_WORDS < w->n ? i + DENIAL_WORDS : w->n;

	return word_list_within(r->lists, WORDS_SAYS_NO, r->fold, w, i, end);
}

/* "ratify the … Convention, and the\nViolence …": nothing ends before this place but a line. */
static bool goes_on(const struct doc *d, size_t at)
{
	while (at > 0 && (d->text.p[at - 1] == ' ' || d->text.p[at - 1] == '\n'))
		at--;
	return at > 0 && ((d->text.p[at - 1] >= 'a' && d->text.p[at - 1] <= 'z') || d->text.p[at - 1] == ',');
}

/* The sentence around an item, or its block where there are none; of a very long one what is near. */
static void sentence_of(const struct doc *d, const struct item *it, size_t *start, size_t *end)
{
	const struct block *b = it->block >= 0 ? &d->blocks[it->block] : NULL;
	size_t lo = doc_sentence_at(d, it->start);

	*start = b ? b->start : 0;
	*end = b ? b->end : d->text.n;
	if (lo < d->n_sentences && d->sentences[lo].start <= it->start && d->sentences[lo].end >= it->end) {
		*end = d->sentences[lo].end;
		while (lo > 0 && d->sentences[lo - 1].start >= *start && goes_on(d, d->sentences[lo].start))
			lo--;
		*start = d->sentences[lo].start;
	}
	if (it->start - *start > LONG_SENTENCE)
		*start = it->start - LONG_SENTENCE;
	if (*end > it->end + LONG_SENTENCE)
		*end = it->end + LONG_SENTENCE;
}

/*
 * What is done with the item; *basis: nothing, it is quoted as a basis; *said: the words before it tell, even where
 * they tell of nothing ("has not ratified"). Nearest first: a relative clause behind it; in
 * Kazakh and Kyrgyz the verb behind its object; the words before it; what follows.
 */
static struct span action_in(const struct resolver *r, struct doc *d, const struct item *it, bool *basis, bool *said)
{
	struct span action, before;
	size_t start, end, first, last, from;
	struct words w;

	sentence_of(d, it, &start, &end);
	w = resolver_words(r, start, end);
	first = words_from(&w, it->start);
	last = words_from(&w, it->end);
	before = action_before(r, &w, first, &from);
	*basis = *said = false;
	action = action_behind(r, &w, last);
	if (action.n)
		return action;
	if (is_late_verb(jval_str(d->meta, "lang"))) {
		*basis = is_basis(r, &w, last, last + BASIS_WORDS);
		if (*basis)
			return action;
		action = action_after(r, &w, last);
		return action.n ? action : before;
	}
	*basis = is_basis(r, &w, from, first);
	if (*basis && is_duty(r, &w, first)) {
		*basis = false;
		return SPAN("implement");
	}
	*said = from > 0;
	if (span_is(before, "ratified") && denied_behind(r, &w, last))
		return (struct span){ 0 };
	if (*basis || (from && !turns_between(r, &w, from, first)))
		return *basis ? action : before;
	return action_after(r, &w, last);
}

/* A country of the sentence at word k that is no part of a longer name: its code, else empty. */
static struct span country_at(const struct resolver *r, const struct words *w, size_t k)
{
	struct phrase_hit hit;

	if (!resolver_phrase_at(r, LEX_COUNTRIES, w, k, w->n, &hit) ||
	    item_index_over(&r->names, w->v[k].start, w->v[k + hit.words - 1].end))
		return (struct span){ 0 };
	return lexicon_cell(r->lexicon[LEX_COUNTRIES], hit.row, "iso");
}

/* The country that the sentence names by itself, the nearest to the item; else that of the document. */
static struct span country_for(const struct resolver *r, struct doc *d, const struct item *it)
{
	struct span country = jval_str(d->meta, "country");
	size_t start, end, best = SIZE_MAX;
	struct words w;

	sentence_of(d, it, &start, &end);
	w = resolver_words(r, start, end);
	for (size_t k = 0; k < w.n; k++) {
		size_t far = w.v[k].end <= it->start ? it->start - w.v[k].end : w.v[k].start - it->start;
		struct span found;

		if (far >= best || (w.v[k].start < it->end && w.v[k].end > it->start))
			continue;
		found = country_at(r, &w, k);
		if (!found.n)
			continue;
		country = found;
		best = far;
	}
	return country;
}

/* "- № 47 «О …»": an item that is the instrument, rather than a sentence of its own. */
static bool opens_item(const struct doc *d, const struct item *it)
{
	const struct block *b = it->block >= 0 ? &d->blocks[it->block] : NULL;

	return b && b->kind == BLOCK_ITEM && it->start <= block_body(b) + OPENS_WITHIN;
}

/* In a list the line that introduces it governs. */
static struct span action_of_lead(const struct resolver *r, struct doc *d, const struct item *it)
{
	size_t end;

	for (int i = it->block - 1; i >= 0 && i > it->block - LEAD_BLOCKS; i--) {
		const struct block *b = &d->blocks[i];
		struct words w;

		if (b->hidden || b->kind == BLOCK_ITEM)
			continue;
		w = resolver_words(r, b->start, b->end);
		return action_before(r, &w, w.n, &end);
	}
	return (struct span){ 0 };
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

bool pass_instruments(struct resolver *r, struct doc *d, struct err *e)
{
	struct span lang = jval_str(d->meta, "lang");
	struct item_index known;
	struct places protocols = { 0 };

	(void)e;
	drop_unknown(r, d);
	known = item_index_of(d, 1u << ITEM_PROTOCOL);
	for (size_t i = 0; i < d->n_blocks; i++)
		if (!d->blocks[i].hidden)
			find_protocols(r, d, &known, &d->blocks[i], &protocols);
	drop_inside(d, &protocols);
	known = item_index_of(d, 1u << ITEM_CONVENTION | 1u << ITEM_RECOMMENDATION | 1u << ITEM_PROTOCOL);
	for (size_t i = 0; i < d->n_blocks; i++)
		if (!d->blocks[i].hidden)
			find_titles(r, d, &known, &d->blocks[i]);
	resolver_index(r, d);
	for (size_t i = 0; i < d->n_items; i++) {
		struct item *it = &d->items[i];
		struct span official, action, country;
		bool basis, said;

		if (!is_instrument(it))
			continue;
		begin_with_title(r, d, it);
		official = ilo_title(r, jval_str(it->norm, "value"), lang);
		action = action_in(r, d, it, &basis, &said);
		if (!action.n && !basis && !said && opens_item(d, it))
			action = action_of_lead(r, d, it);
		if (official.n)
			jval_set_str(&d->arena, it->norm, "official", official);
		country = country_for(r, d, it);
		if (country.n && !jval_get(it->norm, "country"))
			jval_set_str(&d->arena, it->norm, "country", country);
		if (action.n && !jval_get(it->norm, "action"))
			jval_set_str(&d->arena, it->norm, "action", action);
	}
	return true;
}
