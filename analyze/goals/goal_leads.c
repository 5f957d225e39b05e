/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads rows of the lexicon of goal leads into what the pass works with. */
#include "goal_leads.h"

struct name {
	const char *text;
	unsigned value;
};

static const struct name kinds_by_name[] = {
	{ "lead", LEAD_LEAD },
	{ "noun", LEAD_NOUN },
	{ "copula", LEAD_COPULA },
	{ "tail", LEAD_TAIL },
	{ "grant", LEAD_GRANT },
	{ "stop", LEAD_STOP },
	{ "speech", LEAD_SPEECH },
	{ "party", LEAD_PARTY },
	{ "state", LEAD_STATE },
	{ "permit", LEAD_PERMIT },
	{ NULL, 0 },
};
static const struct name wheres[] = {
	{ "list", LEAD_LIST }, { "inline", LEAD_INLINE }, { "both", LEAD_BOTH }, { NULL, LEAD_BOTH }
};
static const struct name afters[] = { { "action", AFTER_ACTION },
				      { "order", AFTER_ORDER },
				      { "verb", AFTER_VERB },
				      { "that", AFTER_THAT },
				      { NULL, AFTER_ANY } };
static const char *const levels[] = { "aim",       "goal",       "task",   "means",  "principle",
				      "directive", "commitment", "demand", "action", NULL };

static unsigned value_of(const struct name *table, struct span text)
{
	while (table->text && !span_is(text, table->text))
		table++;
	return table->value;
}

static const char *level_of(struct span text)
{
	const char *const *level = levels;

	while (*level && !span_is(text, *level))
		level++;
	return *level ? *level : "demand";
}

static struct lead read_row(const struct lexicon *l, const struct phrase_hit *hit)
{
	struct span level = lexicon_cell(l, hit->row, "level");

	return (struct lead){
		.kind = (enum lead_kind)value_of(kinds_by_name, lexicon_cell(l, hit->row, "kind")),
		.after = (enum lead_after)value_of(afters, lexicon_cell(l, hit->row, "after")),
		.level = span_is(level, "forbidden") ? "commitment" : level_of(level),
		.against = span_is(level, "against") || span_is(level, "forbidden"),
		.words = hit->words,
	};
}

bool goal_lead_at(const struct resolver *r, const struct words *w, size_t i, size_t end, unsigned kinds, unsigned where,
		  struct lead *lead)
{
	const struct lexicon *l = r->lexicon[LEX_GOAL_LEADS];
	struct phrase_hit hits[PHRASE_HITS];
	size_t n = phrases_all(r->phrases[LEX_GOAL_LEADS], r->fold, w, i, end, hits);

	*lead = (struct lead){ 0 };
	for (size_t k = 0; k < n; k++) {
		struct lead one = read_row(l, &hits[k]);

		if (one.kind == LEAD_SPEECH) {
			*lead = one;
			return false;
		}
		if ((one.kind & kinds) && (value_of(wheres, lexicon_cell(l, hits[k].row, "where")) & where)) {
			*lead = one;
			return true;
		}
	}
	return false;
}
