/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Regions, towns and villages in Kazakh and Kyrgyz, whose noun stands behind the name. */
#include "place_turkic.h"

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
bool place_turkic_list(struct place_pass *p, size_t i, size_t *last)
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
			place_add(
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
bool place_turkic_noun(struct place_pass *p, size_t i, size_t *last)
{
	static const struct {
		const char *stem, *noun;
	} nouns[] = {
		{ "облыс", " облысы" }, { "облус", " облусу" }, { "аудан", " ауданы" },
		{ "қала", "" },         { "шаар", "" },         { "ауыл", " ауылы" },
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
		place_add(p, i, *last,
			  arena_printf(&p->d->arena, "%.*s%s",
				       SPAN_ARG(doc_slice(p->d, p->ts->t[i].start, p->ts->t[i].end)), nouns[k].noun),
			  country);
		return true;
	}
	return false;
}
