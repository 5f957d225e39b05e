/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a block is in the frame of its paper: a thing in a list, a speech in minutes, the reason of what follows. */
#include "goal_frame.h"

#include "goal_block.h"
#include "goal_party.h"
#include "morph.h"
#include "utf8.h"
#include "verbs.h"

enum { SPEECH_WORDS = 7, REASON_WORDS = 5, MARK_BYTES = 8 };

bool goal_opens_with_thing(const struct goal_ctx *g, const struct words *w)
{
	struct span lang = jval_str(g->d->meta, "lang"), first;
	struct morph_parse p[MORPH_MAX];
	size_t n;

	if (w->n < 2)
		return false;
	first = word_text(g->r->fold, w->v[0]);
	if (span_has_digit(first) || verb_form_of(g->r, first) == VERB_INFINITIVE)
		return false;
	if (lang.n && !span_is(lang, "ru"))
		return span_is(lang, "uk") || span_is(lang, "be");
	n = morph_parses(g->r->morph, first, p);
	for (size_t i = 0; i < n; i++)
		if ((p[i].tags & (M_NOUN | M_ADJ)) && (p[i].tags & (M_NOM | M_ACC)) && !(p[i].tags & M_PRON))
			return true;
	return false;
}

bool goal_is_instrument(const struct goal_ctx *g, const struct block *b)
{
	size_t at = block_body(b), k = item_index_from(&g->acts, at);
	const struct item *it = k < g->acts.n ? item_index_get(&g->acts, k) : NULL;

	return (it && it->start < at + MARK_BYTES && it->start < b->end) ||
	       span_starts(span_sub(g->d->text, at, b->end), SPAN("№"));
}

bool goal_opens_speech(const struct goal_ctx *g, const struct block *b)
{
	struct words w = resolver_words(g->r, block_body(b), b->end);

	for (size_t i = 0; i < w.n && i < SPEECH_WORDS; i++)
		if (word_list_has(g->r->lists, WORDS_SPEECH, word_text(g->r->fold, w.v[i])))
			return span_starts(span_trim(span_sub(g->d->text, w.v[i].end, b->end)), SPAN(":")) ||
			       i + 1 == w.n;
	return false;
}

bool goal_opens_with_reason(const struct goal_ctx *g, size_t start, size_t end)
{
	struct words w = resolver_words(g->r, start, end);

	if (!w.n || !word_list_has(g->r->lists, WORDS_REASON, word_text(g->r->fold, w.v[0])))
		return false;
	for (size_t i = 1; i < w.n && i < REASON_WORDS; i++)
		if (word_list_has(g->r->lists, WORDS_THAT, word_text(g->r->fold, w.v[i])))
			return true;
	return false;
}
