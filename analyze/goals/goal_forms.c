/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The forms that orders and actions take, by the verb that opens or closes them. */
#include "goal_forms.h"

#include "goals.h"
#include "morph.h"
#include "utf8.h"
#include "verbs.h"

enum {
	TIME_WITHIN = 24,   /* bytes: "Протягом " */
	TIMES = 3,          /* "Дважды в год, в марте и октябре, рассматривать" */
	COPULA_WITHIN = 16, /* words */
	ENUMERATED_WITHIN = 8
};

bool goal_is_order(const struct resolver *r, const struct words *w)
{
	static const char *const endings[] = { "сын", "сін", "сүн", "син", "сун" };

	for (size_t i = 0; i < w->n; i++)
		for (size_t k = 0; k < sizeof endings / sizeof *endings; k++)
			if (span_ends(word_text(r->fold, w->v[i]), span_of(endings[k])))
				return true;
	return false;
}

bool goal_orders_demand(const struct resolver *r, const struct words *w)
{
	static const char *const demands[] = { "талап",     "сұралсын",    "суралсын",
					       "ұсынылсын", "сунушталсын", "тапсырылсын" };

	for (size_t i = w->n > 2 ? w->n - 2 : 0; i < w->n; i++)
		for (size_t k = 0; k < sizeof demands / sizeof *demands; k++)
			if (span_is(word_text(r->fold, w->v[i]), demands[k]))
				return goal_is_order(r, w);
	return false;
}

bool goal_keeps_control(const struct resolver *r, const struct words *w)
{
	for (size_t i = 1; i < w->n; i++)
		if (word_list_has(r->lists, WORDS_KEEPS_CONTROL, word_text(r->fold, w->v[i])))
			return true;
	return false;
}

/* Is word i the last one, or the last before a full stop, a dash or a bracket, behind which a plan says when and who?
 */
static bool clause_ends(const struct goal_ctx *g, const struct words *w, size_t i)
{
	struct span gap;

	if (i + 1 == w->n)
		return true;
	gap = doc_slice(g->d, w->v[i].end, w->v[i + 1].start);
	return span_starts(gap, SPAN(". ")) || span_starts(gap, SPAN(" –")) || span_starts(gap, SPAN(" —")) ||
	       span_starts(gap, SPAN(" (")) || span_starts(gap, SPAN("; "));
}

/* The endings of verbal nouns in the language of the block; NULL: it has none. */
static const char *const *verbal_endings(const struct goal_ctx *g, const struct words *w)
{
	static const char *const kazakh[] = { "у", "ю", NULL };
	static const char *const kyrgyz[] = { "уу", "үү", "оо", "өө", "юу", "юү", NULL };
	int block = doc_block_at(g->d, w->v[w->n - 1].start);
	struct span lang =
		block >= 0 && g->d->blocks[block].lang.n ? g->d->blocks[block].lang : jval_str(g->d->meta, "lang");

	return span_is(lang, "kk") ? kazakh : span_is(lang, "ky") ? kyrgyz : NULL;
}

bool goal_ends_in_verbal_noun(const struct goal_ctx *g, const struct words *w)
{
	for (const char *const *e = verbal_endings(g, w); e && *e; e++)
		for (size_t i = 1; i < w->n; i++)
			if (span_ends(word_text(g->r->fold, w->v[i]), span_of(*e)) && clause_ends(g, w, i))
				return true;
	return false;
}

bool goal_closes_with_verbal_noun(const struct goal_ctx *g, const struct words *w)
{
	enum { FEWEST = 3 };
	size_t last = w->n;

	if (w->n < FEWEST)
		return false;
	/* … ачуу (2026–2027-жылдар) */
	for (size_t i = w->n - 1; i > 0; i--)
		if (span_starts(doc_slice(g->d, w->v[i - 1].end, w->v[i].start), SPAN(" ("))) {
			last = i;
			break;
		}
	for (const char *const *e = verbal_endings(g, w); e && *e; e++)
		if (span_ends(word_text(g->r->fold, w->v[w->n - 1]), span_of(*e)) ||
		    (last > 1 && span_ends(word_text(g->r->fold, w->v[last - 1]), span_of(*e))))
			return true;
	return false;
}

bool goal_amends(const struct goal_ctx *g, const struct block *b)
{
	struct words w = resolver_words(g->r, block_body(b), b->end);

	for (size_t i = 0; i < w.n; i++)
		if (word_list_has(g->r->lists, WORDS_AMENDS, word_text(g->r->fold, w.v[i])))
			return true;
	return false;
}

/* "Совместно с Министерством труда подготовить …" */
static bool opens_together(const struct goal_ctx *g, size_t start, size_t end)
{
	enum { COMPANY_WITHIN = 28 };
	struct words w = resolver_words(g->r, start, end);
	size_t at;

	return w.n && word_list_has(g->r->lists, WORDS_TOGETHER, word_text(g->r->fold, w.v[0])) &&
	       goal_find_infinitive(g->r, &w, 1, w.n < COMPANY_WITHIN ? w.n : COMPANY_WITHIN, &at);
}

bool goal_opens_with_infinitive(const struct goal_ctx *g, size_t start, size_t end)
{
	for (int times = 0; times < TIMES; times++) {
		size_t k = item_index_from(&g->r->times, start);
		const struct item *it = k < g->r->times.n ? item_index_get(&g->r->times, k) : NULL;

		if (goal_opening(g->r, start, end) == VERB_INFINITIVE)
			return true;
		if (!it || it->start >= start + TIME_WITHIN || it->end >= end)
			return opens_together(g, start, end);
		start = it->end;
	}
	return goal_opening(g->r, start, end) == VERB_INFINITIVE || opens_together(g, start, end);
}

bool goal_ends_open(const struct goal_ctx *g, const struct block *b)
{
	struct words w = resolver_words(g->r, block_body(b), b->end);

	return w.n && word_list_has(g->r->lists, WORDS_UNFINISHED, word_text(g->r->fold, w.v[w.n - 1]));
}

bool goal_states_itself(const struct goal_ctx *g, const struct words *w)
{
	struct lead noun, copula;

	if (w->n <= 3 || !goal_lead_at(g->r, w, 0, w->n, LEAD_NOUN, LEAD_INLINE, &noun))
		return false;
	if (span_find(doc_slice(g->d, w->v[0].end, w->v[w->n - 1].start), SPAN(" – "), 0) != SPAN_NONE ||
	    span_find(doc_slice(g->d, w->v[0].end, w->v[w->n - 1].start), SPAN(": "), 0) != SPAN_NONE)
		return true;
	for (size_t i = 1; i + 1 < w->n && i < COPULA_WITHIN; i++)
		if (goal_lead_at(g->r, w, i, w->n, LEAD_COPULA, LEAD_INLINE, &copula))
			return true;
	return false;
}

bool goal_opens_with_preposition(const struct goal_ctx *g, const struct block *b)
{
	struct words w = resolver_words(g->r, block_body(b), b->end);

	return w.n && word_list_has(g->r->lists, WORDS_PLACE_PREPOSITION, word_text(g->r->fold, w.v[0]));
}

size_t goal_behind_ban(const struct goal_ctx *g, size_t start, size_t end, struct lead *lead)
{
	struct words w = resolver_words(g->r, start, end);
	size_t n = word_list_phrase(g->r->lists, WORDS_BAN, g->r->fold, &w, 0, w.n);

	if (word_list_phrase(g->r->lists, WORDS_NOT_ALLOW, g->r->fold, &w, 0, w.n))
		lead->against = true;
	if (!n || w.n < n + 2 || verb_form_of(g->r, word_text(g->r->fold, w.v[n])) == VERB_INFINITIVE)
		return start;
	lead->against = true;
	return w.v[n].start;
}

size_t goal_enumerator(const struct goal_ctx *g, const struct words *w)
{
	return word_list_phrase(g->r->lists, WORDS_ENUMERATOR, g->r->fold, w, 0, w->n);
}

bool goal_is_enumerated(const struct goal_ctx *g, const struct words *w)
{
	size_t at, n = goal_enumerator(g, w);

	if (!n || !goal_find_infinitive(g->r, w, n, w->n < n + ENUMERATED_WITHIN ? w->n : n + ENUMERATED_WITHIN, &at))
		return false;
	for (size_t i = n; i < at; i++) {
		struct morph_parse p[MORPH_MAX];

		if (morph_parses(g->r->morph, word_text(g->r->fold, w->v[i]), p) && (p[0].tags & M_VERB))
			return false;
	}
	return true;
}
