/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Clauses behind an instrument of the ILO that tell of it alone: "…, ратифицированной страной в 2008 году", "…, которую
 * Беларусь ратифицировала". They outweigh the words before it, and tell nothing of what follows them.
 */
#include "ilo_titles.h"
#include "instrument_p.h"

enum {
	CLAUSE_WORDS = 8, /* up to the action */
	TITLE_WORDS = 16  /* of a title without quotes behind a number */
};

bool instrument_is_participle(const struct resolver *r, struct span word)
{
	static const char *const ends[] = { "ваний", "вана",  "ване",   "вану",   "вані",    "ваної",
					    "ваною", "ваних", "ваними", "ваны",   "ваная",   "ваную",
					    "ваныя", "ванай", "ваных",  "ванымі", "ratified" };
	struct morph_parse p[MORPH_MAX];

	if (r->morph && morph_parses(r->morph, word, p) > 0 && !(p[0].tags & M_PREDICTED))
		return (p[0].tags & M_PARTICIPLE) && !(p[0].tags & M_ADJ_SHORT);
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		if (span_ends(word, span_of(ends[i])))
			return true;
	return false;
}

/* May this word of such a clause speak of several: "ратифицированных", "которые", "які"? English does not tell. */
static bool is_plural(struct span word)
{
	static const char *const ends[] = { "ых",   "ими",  "ыми", "ые",       "их",   "ым",   "им",
					    "ие",   "ні",   "ні",  "які",      "яких", "яким", "ыя",
					    "якія", "якіх", "ымі", "ratified", "which" };

	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		if (span_ends(word, span_of(ends[i])))
			return true;
	return false;
}

/* "которую", "к которой" at word i: index of the pronoun, or w->n. */
static size_t which_at(const struct resolver *r, const struct words *w, size_t i)
{
	for (size_t k = i; k < w->n && k < i + 2; k++)
		if (word_list_has(r->lists, WORDS_WHICH, word_text(r->fold, w->v[k])))
			return k;
	return w->n;
}

static bool in_instrument(const struct governed *g, const struct words *w, size_t k)
{
	return item_index_over(g->instruments, w->v[k].start, w->v[k].end) != NULL;
}

/* Behind "и № 98, № 154" at word i, the other members of the list; i where there are none. */
static size_t behind_list(const struct governed *g, const struct words *w, size_t i)
{
	size_t end = i;

	for (size_t k = i; k < w->n; k++) {
		if (in_instrument(g, w, k))
			end = k + 1;
		else if (!word_list_has(g->r->lists, WORDS_LIST_AND, word_text(g->r->fold, w->v[k])))
			break;
	}
	return end;
}

/* Behind "о трудящихся с семейными обязанностями" at word i, where a comma ends it; else i. */
static size_t behind_title(const struct governed *g, const struct words *w, size_t i)
{
	if (i >= w->n || !ilo_is_about(word_text(g->r->fold, w->v[i])))
		return i;
	for (size_t k = i + 1; k < w->n && k < i + TITLE_WORDS && !in_instrument(g, w, k); k++)
		if (words_open_with(g->r, w, k, ','))
			return k;
	return i;
}

/* Behind "of the International Labour Organization (ILO)" at word i. */
static size_t behind_owner(const struct governed *g, const struct words *w, size_t i)
{
	while (i < w->n && !words_open_with(g->r, w, i, ',') &&
	       (item_index_over(&g->r->names, w->v[i].start, w->v[i].end) ||
		word_list_has(g->r->lists, WORDS_ILO, word_text(g->r->fold, w->v[i])) ||
		word_list_has(g->r->lists, WORDS_ARTICLE_OF, word_text(g->r->fold, w->v[i]))))
		i++;
	return i;
}

/* Does word k, behind a comma, open a clause? *verb: where its action may begin. */
static bool opens_clause(const struct governed *g, const struct words *w, size_t k, size_t *verb)
{
	size_t which;

	if (k >= w->n || !words_open_with(g->r, w, k, ','))
		return false;
	which = which_at(g->r, w, k);
	*verb = which < w->n ? which : k;
	return which < w->n || instrument_is_participle(g->r, word_text(g->r->fold, w->v[k]));
}

struct span instrument_clause_behind(const struct governed *g, const struct words *w, size_t i)
{
	size_t list = behind_list(g, w, i), k = behind_title(g, w, behind_owner(g, w, list)), verb, end;
	struct phrase_hit hit;

	if (!opens_clause(g, w, k, &verb) || (list > i && !is_plural(word_text(g->r->fold, w->v[verb]))))
		return (struct span){ 0 };
	end = k == verb && which_at(g->r, w, k) == w->n ? k + 1 : verb + CLAUSE_WORDS;
	for (k = verb; k < end && k < w->n; k++)
		if (instrument_governs_at(g, w, k, w->n, &hit))
			return instrument_action_at(g->r, w, k, &hit);
	return (struct span){ 0 };
}

size_t instrument_clause_end(const struct governed *g, const struct words *w, size_t k, size_t to)
{
	size_t verb;

	if (!k || k >= to || !in_instrument(g, w, k - 1) || in_instrument(g, w, k) || !opens_clause(g, w, k, &verb))
		return k;
	for (k = verb + 1; k < to && !words_open_with(g->r, w, k, ',') && !words_open_with(g->r, w, k, ';'); k++)
		;
	return k;
}
