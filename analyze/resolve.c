/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of passes, and what they share. */
#include "resolve.h"

#include <string.h>

#include "base_form.h"
#include "i18n.h"
#include "ilo_titles.h"
#include "morph.h"
#include "naming.h"
#include "passes.h"
#include "tokens.h"
#include "utf8.h"

/*
 * The order is that of dependence: names and times first, because plan rows, goals and acts quote them; instruments
 * before acts, so that a convention is not taken for a treaty; goals after rows, because a cell is a goal; then what
 * looks back over all items: facts of the document, checks, repetitions.
 */
const struct pass resolve_passes[] = {
	{ "person", pass_person },
	{ "org", pass_org },
	{ "docfacts", pass_docfacts },
	{ "instruments", pass_instruments },
	{ "acts", pass_acts },
	{ "table", pass_table },
	{ "goal", pass_goal },
	{ "event", pass_event },
	{ "place", pass_place },
	{ "time", pass_time },
	{ "number", pass_number },
	{ "link", pass_link },
	{ "event-facts", pass_event_facts },
	{ "check-figures", pass_check_figures },
	{ "check-counts", pass_check_counts },
	{ "check-tables", pass_check_tables },
	{ "check-plan", pass_check_plan },
	{ "check-abbr", pass_check_abbr },
	{ "check-text", pass_check_text },
	{ "dup", pass_dup },
	{ 0 },
};

/* phrases: the first column, where it holds phrases to be found in text. */
static const struct {
	const char *name, *phrases;
} lexicons[RESOLVE_LEXICONS] = {
	[LEX_COLUMNS] = { "columns", "heading" },
	[LEX_DOC_KINDS] = { "doc_kinds", "head" },
	[LEX_COUNTRIES] = { "countries", "name" },
	[LEX_ILO] = { "ilo", NULL },
	[LEX_INSTRUMENT_ACTIONS] = { "instrument_actions", "phrase" },
	[LEX_SPEAKERS] = { "speakers", NULL },
	[LEX_ACT_KINDS] = { "act_kinds", "head" },
	[LEX_KNOWN_ABBR] = { "known_abbr", NULL },
	[LEX_GOAL_LEADS] = { "goal_leads", "phrase" },
	[LEX_ACTION_WORDS] = { "action_words", NULL },
	[LEX_TIME_CUES] = { "time_cues", "phrase" },
	[LEX_PER] = { "per", "phrase" },
	[LEX_MEETINGS] = { "meetings", "form" },
	[LEX_HEADING_UNITS] = { "heading_units", "heading" },
};

bool resolver_open(struct resolver *r, struct err *e)
{
	r->morph = morph_open(NULL, e);
	if (!r->morph)
		return false;
	r->base = base_forms_new();
	r->naming = naming_open(r->morph, e);
	r->lists = r->naming ? word_lists_open(e) : NULL;
	if (!r->lists)
		return false;
	for (int i = 0; i < RESOLVE_LEXICONS; i++) {
		r->lexicon[i] = lexicon_open(lexicons[i].name, e);
		if (!r->lexicon[i])
			return false;
		if (lexicons[i].phrases)
			r->phrases[i] = phrases_new(r->lexicon[i], lexicons[i].phrases);
	}
	r->instruments = ilo_titles_new(r->lexicon[LEX_ILO]);
	return true;
}

void resolver_close(struct resolver *r)
{
	ilo_titles_free(r->instruments);
	for (int i = 0; i < RESOLVE_LEXICONS; i++) {
		phrases_free(r->phrases[i]);
		lexicon_close(r->lexicon[i]);
	}
	naming_close(r->naming);
	word_lists_close(r->lists);
	base_forms_free(r->base);
	word_cache_free(&r->known_words);
	morph_close(r->morph);
	*r = (struct resolver){ 0 };
}

void resolver_index(struct resolver *r, struct doc *d)
{
	r->names = item_index_of(d, 1u << ITEM_ORG);
	r->times = item_index_of(d, 1u << ITEM_DATE | 1u << ITEM_DEADLINE);
	r->standards = item_index_of(d, 1u << ITEM_CONVENTION | 1u << ITEM_RECOMMENDATION | 1u << ITEM_PROTOCOL);
}

struct words resolver_words(const struct resolver *r, size_t start, size_t end)
{
	size_t from = words_from(&r->words, start), to = words_from(&r->words, end);

	if (to > from && r->words.v[to - 1].end > end) /* cut inside a word */
		to--;
	return (struct words){ r->words.v + from, to > from ? to - from : 0 };
}

/* The longest phrase of one lexicon that begins at a word. */
struct phrase_memo {
	int row;
	unsigned char asked, words;
	unsigned short bytes;
};

static void forget_phrases(struct resolver *r, struct doc *d)
{
	for (int i = 0; i < RESOLVE_LEXICONS; i++)
		r->memo[i] = r->phrases[i] ? arena_alloc(&d->arena, (r->words.n + 1) * sizeof **r->memo) : NULL;
}

bool resolver_phrase_at(const struct resolver *r, enum resolve_lexicon lexicon, const struct words *w, size_t i,
			size_t end, struct phrase_hit *hit)
{
	size_t at = (size_t)(w->v - r->words.v) + i;
	struct phrase_memo *m = &r->memo[lexicon][at];

	if (!m->asked) {
		m->asked = 1;
		if (phrases_at(r->phrases[lexicon], r->fold, &r->words, at, r->words.n, hit)) {
			m->row = (int)hit->row;
			m->words = (unsigned char)hit->words;
			m->bytes = (unsigned short)hit->bytes;
		}
	}
	if (i + m->words > end) /* it ends too far: is there a shorter one? */
		return phrases_at(r->phrases[lexicon], r->fold, w, i, end, hit);
	*hit = (struct phrase_hit){ m->row, m->words, m->bytes };
	return m->words > 0;
}

bool resolver_run(struct resolver *r, struct doc *d, struct err *e)
{
	char *fold;
	bool ok = true;

	if (!d->has_text)
		return true;
	fold = arena_alloc(&d->arena, d->text.n + 1);
	utf8_fold(d->text, fold);
	r->fold = span_make(fold, d->text.n);
	r->lang = jval_str(d->meta, "lang");
	r->words = words_of(&d->arena, r->fold, 0, d->text.n);
	forget_phrases(r, d);
	r->issuer = r->issuer_name = (struct span){ 0 };
	r->tokens = tokens_of(d, r->fold, r->morph, r->naming->heads, &r->known_words);
	r->tokens->lists = r->lists;
	r->tokens->given = r->naming->given_names;
	d->has_items = true;
	for (const struct pass *p = resolve_passes; ok && p->name; p++)
		if (!r->only || !strcmp(r->only, p->name))
			ok = p->run(r, d, e) || err_in(e, _("pass %s"), p->name);
	doc_sort_items(d);
	doc_number_items(d);
	doc_add_made(d, "svod-resolve");
	r->fold = r->lang = (struct span){ 0 };
	r->words = (struct words){ 0 };
	r->tokens = NULL;
	return ok;
}
