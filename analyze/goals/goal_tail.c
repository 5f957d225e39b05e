/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Goals before their verb, which Kazakh and Kyrgyz put last. */
#include "goal_tail.h"

#include "goal_party.h"
#include "goal_put.h"

static bool is_demand(const struct lead *lead)
{
	return span_is(span_of(lead->level), "demand");
}

/* A verbal noun in the case that the verbs ask for. */
static bool is_deed(struct span word)
{
	static const char *const endings[] = { "уды",  "уді",  "уға",  "уге", "юге", "юға", "ууга",
					       "үүгө", "оого", "өөгө", "у",   "уын", "уін" };

	for (size_t k = 0; k < sizeof endings / sizeof *endings; k++)
		if (span_ends(word, span_of(endings[k])))
			return true;
	return false;
}

/* … түзүү нормасына каршы чыгат: what somebody is against may be a thing, in the dative */
static bool is_opposed(const struct lead *tail, struct span word)
{
	static const char *const datives[] = { "на", "не", "ға", "ге", "қа", "ке", "га", "го", "гө", "ка", "ко", "кө" };
	bool dative = false;

	for (size_t k = 0; k < sizeof datives / sizeof *datives; k++)
		dative |= span_ends(word, span_of(datives[k]));
	return tail->against && tail->words > 1 && dative;
}

/* … шақырамыз, … чакырат */
static bool is_call(struct span word)
{
	return span_starts(word, SPAN("шақыр")) || span_starts(word, SPAN("чакыр"));
}

/* The first word of the clause that ends before word i: behind a semicolon or a comma that closes another tail. */
static size_t clause_first(const struct clause *c, size_t i)
{
	while (i && !clause_gap_has(c, i, ";"))
		i--;
	return i;
}

size_t goal_take_tail(struct clause *c, size_t i, const struct lead *tail)
{
	size_t next = i + tail->words, first = i ? clause_first(c, i - 1) : 0, subject, asked, start;
	const struct item *name;

	if (i == first || !(is_deed(clause_word(c, i - 1)) || is_opposed(tail, clause_word(c, i - 1))))
		return next;
	if (tail->against && next < c->w.n && !clause_gap_has(c, next, ";") && !clause_gap_has(c, next, ","))
		return next; /* "… қарсы күрес" */
	subject = first ? first : goal_subject_words(c->g, &c->w);
	subject = subject < i ? subject : 0;
	asked = !is_demand(tail) || tail->against ? subject
		: is_call(clause_word(c, i))      ? goal_called_words(c->g, &c->w, subject, i)
						  : goal_asked_words(c->g, &c->w, subject, i - 1);
	start = subject == first ? c->w.v[first].start : c->w.v[subject - 1].end;
	name = item_index_at(&c->g->r->names, c->w.v[first].start, ITEM_ORG);
	if (name && name->end < c->w.v[i].start)
		start = name->end;
	while (start < c->w.v[i].start && c->g->d->text.p[start] == ' ')
		start++;
	if (asked > subject)
		(void)!goal_put(c->g, c->w.v[asked].start, c->w.v[i - 1].end, tail,
				goal_asked_name(c->g, &c->w, subject, asked));
	else
		(void)!goal_put(c->g, start, c->w.v[i - 1].end, tail, goal_actor(c->g, c->start, start));
	return next;
}
