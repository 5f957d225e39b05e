/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What somebody will do if a demand is not met ("Если требования не выполнят, Профсоюз проведёт …"), or for their own
 * part ("Со своей стороны Департамент подготовит …"): a promise without a verb that promises.
 */
#include "goal_threat.h"

#include "goal_party.h"

enum { VERB_WITHIN = 24, PART_WORDS = 4 };

/* "проведёт", "звернецца", "проведе": the dictionary tells a Russian future, endings the others behind a name. */
static bool is_future(const struct clause *c, size_t k)
{
	static const char *const uk[] = { "не", "се", "де", "же", "ме", "ться", "уть", "ють", "ить", "ять" };
	static const char *const be[] = { "не", "се", "дзе", "жа", "цца", "уць", "юць", "іць", "ыць", "яць" };
	struct span lang = jval_str(c->g->d->meta, "lang"), word = clause_word(c, k);
	const char *const *endings = span_is(lang, "uk") ? uk : be;

	if (!span_is(lang, "uk") && !span_is(lang, "be"))
		return goal_is_finite(c->g, word);
	for (size_t i = 0; i < sizeof uk / sizeof *uk; i++)
		if (word.n > 8 && span_ends(word, span_of(endings[i])))
			return true;
	return goal_is_finite(c->g, word);
}

/* The word at which the name of a body begins that opens the main clause; SPAN_NONE: none does. */
static size_t who_acts(const struct clause *c)
{
	size_t own = word_list_phrase(c->g->r->lists, WORDS_OWN_PART, c->g->r->fold, &c->w, 0, c->w.n);

	if (own)
		return own < c->w.n && item_index_at(&c->g->r->names, c->w.v[own].start, ITEM_ORG) ? own : SPAN_NONE;
	if (!c->w.n || !word_list_has(c->g->r->lists, WORDS_CONDITION, clause_word(c, 0)))
		return SPAN_NONE;
	for (size_t i = PART_WORDS; i < c->w.n; i++)
		if (clause_gap_has(c, i, ",") && item_index_at(&c->g->r->names, c->w.v[i].start, ITEM_ORG))
			return i;
	return SPAN_NONE;
}

/* Kazakh and Kyrgyz: "… митингілер өткізеді", the verb stands last. */
static bool closes_with_future(const struct clause *c)
{
	static const char *const endings[] = { "еді", "ады", "йді", "йды", "ет", "ат", "йт", "от", "өт" };

	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
		if (span_ends(clause_word(c, c->w.n - 1), span_of(endings[i])))
			return true;
	return false;
}

bool goal_is_threat(const struct clause *c, size_t *verb)
{
	struct span lang = jval_str(c->g->d->meta, "lang");
	size_t who = who_acts(c);

	if (who == SPAN_NONE)
		return false;
	*verb = who = words_from(&c->w, item_index_at(&c->g->r->names, c->w.v[who].start, ITEM_ORG)->end);
	if (span_is(lang, "kk") || span_is(lang, "ky"))
		return who + 1 < c->w.n && closes_with_future(c);
	for (; *verb + 1 < c->w.n && *verb < who + VERB_WITHIN; ++*verb)
		if (is_future(c, *verb))
			return true;
	return false;
}
