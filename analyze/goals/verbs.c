/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Goals begin with a word that names an action; endings tell most of them, the lexicon the rest. */
#include "verbs.h"

#include "base_form.h"
#include "morph.h"
#include "utf8.h"

/* What may stand before the action word: "постоянно и последовательно проводить", "дальнейшее активное участие". */
enum { MAX_BEFORE = 5, MIN_LETTERS = 4 };

struct ending {
	const char *text;
	enum verb_form form;
};

/* The first that fits decides; VERB_NONE rows keep nouns out that merely end like verbs. */
static const struct ending endings[] = {
	{ "сть", VERB_NONE }, /* область, деятельность, часть */
	{ "сць", VERB_NONE }, /* дзейнасць */
	{ "ється", VERB_NONE },        { "ються", VERB_NONE },       { "яється", VERB_NONE }, /* uk, present */
	{ "ться", VERB_INFINITIVE },   { "тись", VERB_INFINITIVE },  { "чься", VERB_INFINITIVE },
	{ "тися", VERB_INFINITIVE }, /* uk */
	{ "цца", VERB_INFINITIVE },  /* be */
	{ "ать", VERB_INFINITIVE },    { "ять", VERB_INFINITIVE },   { "ить", VERB_INFINITIVE },
	{ "еть", VERB_INFINITIVE },    { "оть", VERB_INFINITIVE },   { "уть", VERB_INFINITIVE },
	{ "ыть", VERB_INFINITIVE },    { "йти", VERB_INFINITIVE },   { "вести", VERB_INFINITIVE },
	{ "нести", VERB_INFINITIVE },  { "рести", VERB_INFINITIVE }, { "везти", VERB_INFINITIVE },
	{ "асти", VERB_INFINITIVE },   { "ести", VERB_INFINITIVE },  { "лечь", VERB_INFINITIVE },
	{ "беречь", VERB_INFINITIVE }, { "мочь", VERB_INFINITIVE },  { "тичь", VERB_INFINITIVE },
	{ "увати", VERB_INFINITIVE },  { "ювати", VERB_INFINITIVE }, { "ити", VERB_INFINITIVE },
	{ "яти", VERB_INFINITIVE },    { "кати", VERB_INFINITIVE },  { "вати", VERB_INFINITIVE },
	{ "гати", VERB_INFINITIVE },   { "щати", VERB_INFINITIVE },  { "шати", VERB_INFINITIVE },
	{ "чати", VERB_INFINITIVE },   { "мати", VERB_INFINITIVE },  { "нути", VERB_INFINITIVE },
	{ "класці", VERB_INFINITIVE }, { "весці", VERB_INFINITIVE }, { "несці", VERB_INFINITIVE },
	{ "везці", VERB_INFINITIVE },  { "йсці", VERB_INFINITIVE },  { "аць", VERB_INFINITIVE },
	{ "яць", VERB_INFINITIVE },    { "іць", VERB_INFINITIVE },   { "ыць", VERB_INFINITIVE },
	{ "эць", VERB_INFINITIVE },    { "ець", VERB_INFINITIVE },   { "уць", VERB_INFINITIVE },
	{ "ание", VERB_NOUN },         { "ения", VERB_NOUN },        { "ение", VERB_NOUN },
	{ "ания", VERB_NOUN },         { "ению", VERB_NOUN },        { "анию", VERB_NOUN },
	{ "ением", VERB_NOUN },        { "анием", VERB_NOUN },       { "ении", VERB_NOUN },
	{ "ании", VERB_NOUN },         { "яние", VERB_NOUN },        { "витие", VERB_NOUN },
	{ "вития", VERB_NOUN },        { "витию", VERB_NOUN },       { "нятие", VERB_NOUN },
	{ "нятия", VERB_NOUN },        { "нятию", VERB_NOUN },       { "ствие", VERB_NOUN },
	{ "ствия", VERB_NOUN },        { "ствию", VERB_NOUN },       { "изация", VERB_NOUN },
	{ "изации", VERB_NOUN },       { "изацию", VERB_NOUN },      { "ення", VERB_NOUN },
	{ "ання", VERB_NOUN },         { "енню", VERB_NOUN },        { "анню", VERB_NOUN },
	{ "виток", VERB_NOUN },        { "енне", VERB_NOUN },        { "анне", VERB_NOUN },
};

/* "переглядати", "погасити", which the dictionary knows as they stand; "депутати" it knows as "депутат". */
static bool is_ukrainian_infinitive(const struct resolver *r, struct span word)
{
	struct buf stem = { 0 };
	bool same = r->base && base_form(r->base, SPAN("uk"), word, &stem) && span_eq(buf_span(&stem), word);

	buf_free(&stem);
	return same && utf8_count(word) > MIN_LETTERS;
}

enum verb_form verb_form_of(const struct resolver *r, struct span word)
{
	long row = lexicon_find(r->lexicon[LEX_ACTION_WORDS], word);
	struct span kind = lexicon_cell(r->lexicon[LEX_ACTION_WORDS], row, "form");
	struct morph_parse parse[MORPH_MAX];
	bool noun = false; /* a noun of the dictionary is no infinitive, but may name an action */

	if (row != LEXICON_NONE)
		return span_is(kind, "infinitive") ? VERB_INFINITIVE : span_is(kind, "noun") ? VERB_NOUN : VERB_NONE;
	if (utf8_count(word) < MIN_LETTERS)
		return VERB_NONE;
	if (morph_parses(r->morph, word, parse) && !(parse[0].tags & M_PREDICTED)) {
		noun = (parse[0].tags & M_NOUN) != 0;
		if (!noun)
			return parse[0].tags & M_INF ? VERB_INFINITIVE : VERB_NONE;
	}
	if (span_ends(word, SPAN("ти")) && is_ukrainian_infinitive(r, word))
		return VERB_INFINITIVE;
	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
		if (span_ends(word, span_of(endings[i].text)))
			return noun && endings[i].form == VERB_INFINITIVE ? VERB_NONE : endings[i].form;
	return VERB_NONE;
}

/* Adverbs and adjectives by ending; conjunctions and the words of the lexicon's form "before". */
bool verb_may_precede(const struct resolver *r, struct span word)
{
	static const char *const ends[] = { "но", "ски", "нее",  "ый",  "ой",   "ий",  "ое", "ее",
					    "ая", "яя",  "ого",  "его", "ому",  "ему", "ым", "ую",
					    "ых", "ые",  "ення", "ное", "ного", "ної", "не", "ly" };
	long row = lexicon_find(r->lexicon[LEX_ACTION_WORDS], word);

	if (row != LEXICON_NONE)
		return span_is(lexicon_cell(r->lexicon[LEX_ACTION_WORDS], row, "form"), "before");
	if (utf8_count(word) < MIN_LETTERS)
		return false;
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		if (span_ends(word, span_of(ends[i])))
			return true;
	return false;
}

enum verb_form verb_opens(const struct resolver *r, struct span fold, const struct words *w, size_t i, size_t end,
			  size_t *at)
{
	for (size_t k = i; k < end && k <= i + MAX_BEFORE; k++) {
		struct span word = word_text(fold, w->v[k]);
		enum verb_form f = verb_form_of(r, word);

		*at = k;
		if (f != VERB_NONE)
			return f;
		if (!verb_may_precede(r, word))
			return VERB_NONE;
	}
	return VERB_NONE;
}
