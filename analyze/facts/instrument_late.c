/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is done with an instrument in Kazakh and Kyrgyz, where the verb stands behind its object, and a participle of
 * ratification before it.
 */
#include "instrument_p.h"

enum {
	BASIS_WORDS = 2,
	REACH_WORDS = 16, /* from the object to its verb */
	MEMBER_WORDS = 12 /* between two members of a list */
};

bool instrument_verb_is_last(const struct governed *g)
{
	struct span lang = jval_str(g->d->meta, "lang");

	return span_is(lang, "kk") || span_is(lang, "ky");
}

static bool ends_in_one_of(struct span word, const char *const *ends, size_t n)
{
	for (size_t k = 0; k < n; k++)
		if (span_ends(word, span_of(ends[k])))
			return true;
	return false;
}

/* "колдонулган", "ратификацияланған": a participle of Kazakh or Kyrgyz, by its ending. */
static bool is_turkic_participle(struct span word)
{
	static const char *const ends[] = { "ған", "ген", "қан", "кен", "ган", "гөн", "гон" };

	return ends_in_one_of(word, ends, sizeof ends / sizeof *ends);
}

/* "қолданылуын", "аткарылышын": a verbal noun of Kazakh or Kyrgyz, by its ending. */
static bool is_turkic_verbal_noun(struct span word)
{
	static const char *const ends[] = { "уы", "уын", "уына", "уу", "ушу", "ушун", "ышы", "ышын", "ишин", "үшүн" };

	return ends_in_one_of(word, ends, sizeof ends / sizeof *ends);
}

/* Is what words [k, end) tell, by their form or by what follows, what another word is about ("қолдану туралы")? */
static bool is_inner(const struct resolver *r, const struct words *w, size_t k, size_t end)
{
	return is_turkic_participle(word_text(r->fold, w->v[k])) ||
	       is_turkic_verbal_noun(word_text(r->fold, w->v[k])) ||
	       (end < w->n && word_list_has(r->lists, WORDS_TOPIC_BEHIND, word_text(r->fold, w->v[end])));
}

/*
 * In Kazakh and Kyrgyz the verb stands behind its object: the first that is no participle of something else ("№ 170
 * Конвенция … колдонулган цехтерде түшүндүрүү"); what is done with the application outweighs that ("қолданылуын
 * талдауға", "қолданылуы туралы есеп").
 */
static struct span late_action(const struct governed *g, const struct words *w, size_t i, bool *said)
{
	struct span action = instrument_action_after(g, w, i, said);
	struct phrase_hit hit;
	bool use = span_is(action, "implement"), inner = false;

	for (size_t k = i; use && k < w->n && k < i + REACH_WORDS && !words_open_with(g->r, w, k, ';'); k++) {
		struct span next;

		if (!instrument_governs_at(g, w, k, w->n, &hit))
			continue;
		next = instrument_action_of(g->r, &hit);
		if (span_is(next, "report") || (inner && (span_is(next, "inform") || span_is(next, "discuss"))))
			return next;
		inner = is_inner(g->r, w, k, k + hit.words);
	}
	return action;
}

/* "Қазақстан ратификациялаған № 87, № 98 … конвенциялары": a participle right before its list. */
static bool is_late_participle(const struct resolver *r, const struct words *w, size_t from, size_t first)
{
	return from && from == first && is_turkic_participle(word_text(r->fold, w->v[from - 1]));
}

/* "№ 95 жана «…» № 148 Конвенцияларынын": the word behind the last member of the list that ends before word i. */
static size_t behind_members(const struct governed *g, const struct words *w, size_t i)
{
	struct phrase_hit hit;
	size_t last = i;

	for (size_t k = i; k < w->n && k < last + MEMBER_WORDS && !words_open_with(g->r, w, k, ';'); k++) {
		if (item_index_over(g->instruments, w->v[k].start, w->v[k].end))
			last = k + 1;
		else if (instrument_governs_at(g, w, k, w->n, &hit))
			break;
	}
	return last;
}

struct span instrument_action_late(const struct governed *g, const struct instrument_place *at, struct span before,
				   size_t from, bool *said)
{
	bool participle = is_late_participle(g->r, &at->w, from, at->first);
	size_t last = behind_members(g, &at->w, at->last);
	struct span action = { 0 };

	if (instrument_is_basis(g->r, &at->w, last, last + BASIS_WORDS)) {
		*said = true;
		return participle ? before : action;
	}
	action = late_action(g, &at->w, last, said);
	if (participle && !span_is(action, "implement"))
		return before;
	return *said || instrument_turns_between(g->r, &at->w, from, at->first) ? action : before;
}
