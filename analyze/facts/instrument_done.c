/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What an action word before or behind an instrument of the ILO comes to: "не ратифицирована" is nothing, "должна быть
 * ратифицирована" is still to be done, "принял закон о ратификации" is done.
 */
#include "instrument_p.h"

enum { LAW_WORDS = 16, LAW_BEFORE = 3, PASSED_WORDS = 8, DUE_WORDS = 2, MANY_WORDS = 6 };

struct span instrument_action_of(const struct resolver *r, const struct phrase_hit *hit)
{
	return lexicon_cell(r->lexicon[LEX_INSTRUMENT_ACTIONS], hit->row, "action");
}

bool instrument_is_denied(const struct resolver *r, const struct words *w, size_t k)
{
	for (size_t i = k; i-- > 0 && !span_is(word_text(r->fold, w->v[i]), "that");)
		if (word_list_has(r->lists, WORDS_DENIES_CLAUSE, word_text(r->fold, w->v[i])))
			return true;
	while (k > 0 && word_list_has(r->lists, WORDS_AUXILIARY, word_text(r->fold, w->v[k - 1])))
		k--;
	if (k > 1 && span_is(word_text(r->fold, w->v[k - 1]), "to") &&
	    span_starts(word_text(r->fold, w->v[k - 2]), SPAN("fail"))) /* "fails to apply" */
		return true;
	return (k > 0 && (word_list_has(r->lists, WORDS_DENIES, word_text(r->fold, w->v[k - 1])) ||
			  word_list_has(r->lists, WORDS_POORLY, word_text(r->fold, w->v[k - 1])))) ||
	       (k + 1 < w->n && word_list_has(r->lists, WORDS_DENIES_BEFORE, word_text(r->fold, w->v[k + 1])));
}

bool instrument_is_basis(const struct resolver *r, const struct words *w, size_t from, size_t i)
{
	return word_list_within(r->lists, WORDS_BASIS, r->fold, w, from, i);
}

/* Does a draft of a law stand in words [from, to)? */
static bool is_draft(const struct resolver *r, const struct words *w, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (word_list_has(r->lists, WORDS_DRAFT, word_text(r->fold, w->v[i])))
			return true;
	return false;
}

/* "Жогорку Кенеш принял закон о ратификации …": is the ratification at word k that of a law that was passed? */
static bool is_in_passed_law(const struct resolver *r, const struct words *w, size_t k)
{
	size_t from = k > PASSED_WORDS ? k - PASSED_WORDS : 0, law = k;

	while (law > from && k - law < LAW_BEFORE && !word_list_has(r->lists, WORDS_LAW, word_text(r->fold, w->v[law])))
		law--;
	if (!word_list_has(r->lists, WORDS_LAW, word_text(r->fold, w->v[law])) || is_draft(r, w, from, k))
		return false;
	for (size_t i = from; i < law; i++)
		if (word_list_has(r->lists, WORDS_LAW_PASSED, word_text(r->fold, w->v[i])) &&
		    !instrument_is_denied(r, w, i))
			return true;
	return false;
}

/*
 * "Закон … «О ратификации Конвенции …»": a law of that name has ratified it; a draft law is about to. Is the
 * ratification at word k the beginning of a quoted title?
 */
static bool is_in_law(const struct resolver *r, const struct words *w, size_t k)
{
	size_t from = k > LAW_WORDS ? k - LAW_WORDS : 0;

	if (!k)
		return false;
	if (span_find(words_gap_before(r, w, k - 1), SPAN("«"), 0) == SPAN_NONE &&
	    span_find_char(words_gap_before(r, w, k - 1), '"', 0) == SPAN_NONE)
		return is_in_passed_law(r, w, k);
	if (is_draft(r, w, from, k))
		return false;
	for (size_t i = from; i < k; i++)
		if (word_list_has(r->lists, WORDS_LAW, word_text(r->fold, w->v[i])))
			return true;
	return false;
}

/* "должна быть ратифицирована", "shall be ratified": what the participle at word k says is still to be done. */
static bool is_due(const struct resolver *r, const struct words *w, size_t k)
{
	size_t from = k > DUE_WORDS ? k - DUE_WORDS : 0;

	for (size_t i = from; i < k; i++)
		if (word_list_has(r->lists, WORDS_TO_BE, word_text(r->fold, w->v[i])))
			return true;
	return false;
}

/* "денонсированы многими странами": none of them is meant. */
static bool is_by_many(const struct resolver *r, const struct words *w, size_t k)
{
	for (size_t i = k; i < k + MANY_WORDS && i < w->n; i++)
		if (word_list_has(r->lists, WORDS_MANY_STATES, word_text(r->fold, w->v[i])))
			return true;
	return false;
}

struct span instrument_action_at(const struct resolver *r, const struct words *w, size_t k,
				 const struct phrase_hit *hit)
{
	struct span action = instrument_action_of(r, hit);

	if (k && !span_is(action, "denounce") &&
	    word_list_has(r->lists, WORDS_AGAINST, word_text(r->fold, w->v[k - 1]))) /* "письмо против присоединения" */
		return (struct span){ 0 };
	if (k && word_list_has(r->lists, WORDS_ASKS_WHO,
			       word_text(r->fold, w->v[k - 1]))) /* "кто ратифицировал, кто медлит" */
		return (struct span){ 0 };
	if (span_is(action, "ratify") && is_in_law(r, w, k))
		return SPAN("ratified");
	if (!span_is(action, "ratify") && !span_is(action, "denounce") && instrument_is_denied(r, w, k))
		return (struct span){ 0 };
	if (span_is(action, "denounce") && is_by_many(r, w, k + hit->words))
		return (struct span){ 0 };
	return span_is(action, "ratified") && is_due(r, w, k) ? SPAN("ratify") : action;
}
