/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The adjectives before the head of an agreement: the lexicon has heads of one or two words ("трехстороннее
 * соглашение"), papers put any number of others before them, with the region's among them.
 */
#include "act_lead.h"

#include "utf8.h"

enum { MAX_LEAD = 4 };

/* The endings of an adjective that goes with "соглашение", "угода", "пагадненне", and its nominative; the longest
 * first.
 */
static const struct ending {
	const char *lang, *from, *to;
} endings[] = {
	{ "ru", "ского", "ское" }, { "ru", "скому", "ское" }, { "ru", "ским", "ское" }, { "ru", "ском", "ское" },
	{ "ru", "ого", "ое" },     { "ru", "ому", "ое" },     { "ru", "ым", "ое" },     { "ru", "ом", "ое" },
	{ "ru", "его", "ее" },     { "ru", "ему", "ее" },     { "ru", "им", "ее" },     { "ru", "ем", "ее" },
	{ "ru", "ое", "ое" },      { "ru", "ее", "ее" },      { "uk", "ої", "а" },      { "uk", "ою", "а" },
	{ "uk", "ій", "а" },       { "uk", "у", "а" },        { "uk", "а", "а" },       { "be", "ага", "ае" },
	{ "be", "аму", "ае" },     { "be", "ым", "ае" },      { "be", "ае", "ае" },     { "be", "ое", "ое" },
};

static const struct ending *ending_of(const struct doc *d, struct span word)
{
	struct span lang = jval_str(d->meta, "lang");

	if (!span_is(lang, "uk") && !span_is(lang, "be"))
		lang = SPAN("ru");
	for (size_t k = 0; k < sizeof endings / sizeof *endings; k++)
		if (span_is(lang, endings[k].lang) && span_ends(word, span_of(endings[k].from)))
			return &endings[k];
	return NULL;
}

static bool is_capital(const struct doc *d, struct word w)
{
	size_t at = w.start;

	return utf8_is_upper(utf8_next(d->text, &at));
}

/* "Кировского", "Донецкого": of a region, by its capital and its suffix. */
static bool is_of_region(const struct doc *d, struct word w, const struct ending *e, struct span word)
{
	struct span stem = span_sub(word, 0, word.n - span_of(e->from).n);

	return is_capital(d, w) &&
	       (span_starts(span_of(e->from), SPAN("ск")) || span_ends(stem, SPAN("ськ")) ||
		span_ends(stem, SPAN("цьк")) || span_ends(stem, SPAN("ск")) || span_ends(stem, SPAN("цк")));
}

static bool is_lead(const struct resolver *r, const struct doc *d, struct word w)
{
	struct span word = word_text(r->fold, w);
	const struct ending *e = ending_of(d, word);

	return e && (word_list_has(r->lists, WORDS_AGREEMENT_OF, word) || is_of_region(d, w, e, word));
}

size_t act_lead_words(const struct resolver *r, const struct doc *d, const struct words *w, size_t i)
{
	size_t n = 0;
	bool capital = is_capital(d, w->v[i]); /* "трехстороннего Генерального соглашения" begins with its capital */

	while (n < MAX_LEAD && n < i && (!capital || is_capital(d, w->v[i - n - 1])) &&
	       is_lead(r, d, w->v[i - n - 1]) && span_is(doc_slice(d, w->v[i - n - 1].end, w->v[i - n].start), " "))
		n++;
	return n;
}

struct span act_lead_name(const struct resolver *r, struct doc *d, const struct words *w, size_t i, size_t n)
{
	struct buf out = { 0 };
	struct span done;

	for (size_t k = i - n; k < i; k++) {
		struct span word = word_text(r->fold, w->v[k]);
		const struct ending *e = ending_of(d, word);
		size_t at = 0;

		if (!e)
			continue;
		word = span_sub(word, 0, word.n - span_of(e->from).n);
		if (k == i - n)
			buf_put_utf8(&out, utf8_upper(utf8_next(word, &at)));
		else
			buf_putc(&out, ' ');
		buf_add(&out, span_sub(word, at, word.n));
		buf_puts(&out, e->to);
	}
	done = arena_dup(&d->arena, buf_span(&out));
	buf_free(&out);
	return done;
}
