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
	const char *lang; /* "входить", a present tense in Ukrainian, ends as a Russian infinitive does */
};

/* The first that fits decides; VERB_NONE rows keep nouns out that merely end like verbs: область, дзейнасць, кінець. */
static const struct ending endings[] = {
	{ "ецца", VERB_NONE, "be" },        { "юцца", VERB_NONE, "be" },         { "уцца", VERB_NONE, "be" },
	{ "сть", VERB_NONE, "ru" },         { "сць", VERB_NONE, "be" },          { "вець", VERB_NONE, "uk" },
	{ "інець", VERB_NONE, "uk" },       { "ється", VERB_NONE, "uk" },        { "ються", VERB_NONE, "uk" },
	{ "яється", VERB_NONE, "uk" },      { "ться", VERB_INFINITIVE, "ru" },   { "тись", VERB_INFINITIVE, "ru" },
	{ "тись", VERB_INFINITIVE, "uk" },  { "чься", VERB_INFINITIVE, "ru" },   { "тися", VERB_INFINITIVE, "uk" },
	{ "цца", VERB_INFINITIVE, "be" },   { "ать", VERB_INFINITIVE, "ru" },    { "ять", VERB_INFINITIVE, "ru" },
	{ "ить", VERB_INFINITIVE, "ru" },   { "еть", VERB_INFINITIVE, "ru" },    { "оть", VERB_INFINITIVE, "ru" },
	{ "уть", VERB_INFINITIVE, "ru" },   { "ыть", VERB_INFINITIVE, "ru" },    { "йти", VERB_INFINITIVE, "ru" },
	{ "вести", VERB_INFINITIVE, "ru" }, { "нести", VERB_INFINITIVE, "ru" },  { "рести", VERB_INFINITIVE, "ru" },
	{ "везти", VERB_INFINITIVE, "ru" }, { "асти", VERB_INFINITIVE, "ru" },   { "ести", VERB_INFINITIVE, "ru" },
	{ "лечь", VERB_INFINITIVE, "ru" },  { "беречь", VERB_INFINITIVE, "ru" }, { "мочь", VERB_INFINITIVE, "ru" },
	{ "тичь", VERB_INFINITIVE, "ru" },  { "йти", VERB_INFINITIVE, "uk" },    { "вести", VERB_INFINITIVE, "uk" },
	{ "нести", VERB_INFINITIVE, "uk" }, { "увати", VERB_INFINITIVE, "uk" },  { "ювати", VERB_INFINITIVE, "uk" },
	{ "ити", VERB_INFINITIVE, "uk" },   { "яти", VERB_INFINITIVE, "uk" },    { "кати", VERB_INFINITIVE, "uk" },
	{ "вати", VERB_INFINITIVE, "uk" },  { "гати", VERB_INFINITIVE, "uk" },   { "щати", VERB_INFINITIVE, "uk" },
	{ "шати", VERB_INFINITIVE, "uk" },  { "чати", VERB_INFINITIVE, "uk" },   { "мати", VERB_INFINITIVE, "uk" },
	{ "нути", VERB_INFINITIVE, "uk" },  { "класці", VERB_INFINITIVE, "be" }, { "весці", VERB_INFINITIVE, "be" },
	{ "несці", VERB_INFINITIVE, "be" }, { "везці", VERB_INFINITIVE, "be" },  { "йсці", VERB_INFINITIVE, "be" },
	{ "аць", VERB_INFINITIVE, "be" },   { "яць", VERB_INFINITIVE, "be" },    { "іць", VERB_INFINITIVE, "be" },
	{ "ыць", VERB_INFINITIVE, "be" },   { "эць", VERB_INFINITIVE, "be" },    { "ець", VERB_INFINITIVE, "be" },
	{ "уць", VERB_INFINITIVE, "be" },   { "ание", VERB_NOUN, "ru" },         { "ения", VERB_NOUN, "ru" },
	{ "ение", VERB_NOUN, "ru" },        { "ания", VERB_NOUN, "ru" },         { "ению", VERB_NOUN, "ru" },
	{ "анию", VERB_NOUN, "ru" },        { "ением", VERB_NOUN, "ru" },        { "анием", VERB_NOUN, "ru" },
	{ "ении", VERB_NOUN, "ru" },        { "ании", VERB_NOUN, "ru" },         { "яние", VERB_NOUN, "ru" },
	{ "витие", VERB_NOUN, "ru" },       { "вития", VERB_NOUN, "ru" },        { "витию", VERB_NOUN, "ru" },
	{ "нятие", VERB_NOUN, "ru" },       { "нятия", VERB_NOUN, "ru" },        { "нятию", VERB_NOUN, "ru" },
	{ "ствие", VERB_NOUN, "ru" },       { "ствия", VERB_NOUN, "ru" },        { "ствию", VERB_NOUN, "ru" },
	{ "изация", VERB_NOUN, "ru" },      { "изации", VERB_NOUN, "ru" },       { "изацию", VERB_NOUN, "ru" },
	{ "ення", VERB_NOUN, "uk" },        { "ання", VERB_NOUN, "uk" },         { "енню", VERB_NOUN, "uk" },
	{ "анню", VERB_NOUN, "uk" },        { "виток", VERB_NOUN, "ru" },        { "енне", VERB_NOUN, "be" },
	{ "анне", VERB_NOUN, "be" },
};

/* Is an ending of one language to be looked for in a text of another? Where Slavic ones disagree, only in its own. */
static bool may_be_in(struct span text, const char *lang)
{
	bool slavic = span_is(text, "ru") || span_is(text, "uk") || span_is(text, "be");

	return !slavic || span_is(text, lang);
}

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
		if (!noun && may_be_in(r->lang, "ru"))
			return parse[0].tags & M_INF ? VERB_INFINITIVE : VERB_NONE;
	}
	if (span_ends(word, SPAN("ти")) && is_ukrainian_infinitive(r, word))
		return VERB_INFINITIVE;
	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
		if (may_be_in(r->lang, endings[i].lang) && span_ends(word, span_of(endings[i].text)))
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
