/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is done with an instrument of the ILO: the words that govern it (rules/lexicon/instrument_actions.tsv) before
 * it, behind it, or in the line that introduces its list.
 */
#include "instrument_action.h"

#include "instrument_p.h"
#include "verbs.h"

/* How far the words are looked for. */
enum {
	DENIAL_WORDS = 3,
	USE_WORDS = 8,
	ATTRIBUTE_WORDS = 4,
	CONTRARY_WORDS = 6,
	LIST_GAP = 200 /* bytes between two instruments of a list */
};

/*
 * Is word k, which tells of an action, part of the name of a body? Not where the name has swallowed the instrument
 * before it, nor where it ends in that word ("перед Комітетом … медичного страхування ратифікацію").
 */
static bool in_name(const struct governed *g, const struct words *w, size_t k, struct span action)
{
	const struct item *name = item_index_over(&g->r->names, w->v[k].start, w->v[k].end);

	return name && !(name->start < g->it->end && g->it->start < name->end) &&
	       !(name->end == w->v[k].end && span_starts(action, SPAN("ratif")));
}

/*
 * The action word at word k, up to word end: none inside an instrument, whose title tells nothing of it ("О применении
 * принципов …"), nor in the name of a body ("Комитет экспертов по применению конвенций и рекомендаций").
 */
bool instrument_governs_at(const struct governed *g, const struct words *w, size_t k, size_t end,
			   struct phrase_hit *hit)
{
	return resolver_phrase_at(g->r, LEX_INSTRUMENT_ACTIONS, w, k, end, hit) &&
	       !item_index_over(g->instruments, w->v[k].start, w->v[k].end) &&
	       !in_name(g, w, k, instrument_action_of(g->r, hit));
}

/* Nobody ratifies a recommendation by itself: that is said of a convention beside it. */
static struct span possible(const struct governed *g, struct span action)
{
	return g->it->type == ITEM_RECOMMENDATION && span_starts(action, SPAN("ratif")) ? (struct span){ 0 } : action;
}

/* "применение", "виконання", "application": a noun that says what a report or a debate is about. */
static bool tells_of_use(struct span action, struct span word)
{
	static const char *const ends[] = {
		"ение", "ения", "ению", "ении", "ением", "ание",        "ания",           "ании",       "ання",
		"енне", "анне", "ення", "енні", "анні",  "application", "implementation", "compliance", "observance"
	};

	for (size_t i = 0; span_is(action, "implement") && i < sizeof ends / sizeof *ends; i++)
		if (span_ends(word, span_of(ends[i])))
			return true;
	return false;
}

/*
 * "обсудить на заседании президиума выполнение Конвенции", "… вопрос о ратификации Конвенции № 190 и применении
 * Рекомендации № 206": what is done with the application at word at, if told.
 */
static struct span verb_of_use(const struct governed *g, const struct words *w, size_t at)
{
	bool russian = span_is(jval_str(g->d->meta, "lang"), "ru");
	struct phrase_hit hit;
	size_t n = 0;

	for (size_t k = at; k-- > 0 && n <= 2 * USE_WORDS;) {
		struct span action;

		if (item_index_over(g->instruments, w->v[k].start, w->v[k].end))
			continue;
		n++;
		if (!instrument_governs_at(g, w, k, at, &hit)) {
			/* "изучает опыт и добивается применения"; the dictionary is Russian ("огляд стану дотримання")
			 */
			if (russian && instrument_word_is(g->r, word_text(g->r->fold, w->v[k]), M_VERB | M_INF))
				break;
			continue;
		}
		action = instrument_action_of(g->r, &hit);
		if (!span_is(action, "ratify"))
			return span_is(action, "discuss") || span_is(action, "report") || span_is(action, "inform")
				       ? action
				       : (struct span){ 0 };
	}
	return (struct span){ 0 };
}

/* "положения статьи 3 Конвенции", "критериями Рекомендации": index of the norms right before word i, or i. */
static size_t norms_before(const struct resolver *r, const struct words *w, size_t from, size_t i)
{
	size_t k = i;

	while (k > from && (instrument_is_participle(r, word_text(r->fold, w->v[k - 1])) ||
			    word_list_has(r->lists, WORDS_ARTICLE_OF, word_text(r->fold, w->v[k - 1])) ||
			    word_list_has(r->lists, WORDS_ILO, word_text(r->fold, w->v[k - 1])) ||
			    span_has_digit(word_text(r->fold, w->v[k - 1]))))
		k--;
	return k > from && word_list_has(r->lists, WORDS_NORMS, word_text(r->fold, w->v[k - 1])) ? k - 1 : i;
}

static bool takes_in(const struct resolver *r, const struct words *w, size_t k)
{
	return word_list_has(r->lists, WORDS_TAKES_IN, word_text(r->fold, w->v[k])) && !instrument_is_denied(r, w, k);
}

/*
 * "ratified all, except No. 155": is what words before `from` tell denied for word i? Not behind the end of the
 * sentence ("ратифицированы 24 конвенции, кроме № 155. В их числе:").
 */
static bool is_excepted(const struct resolver *r, const struct words *w, size_t from, size_t i)
{
	for (size_t k = i; k-- > from;) {
		if (word_list_has(r->lists, WORDS_EXCEPT, word_text(r->fold, w->v[k])))
			return true;
		if (words_open_with(r, w, k, '.') && span_has_digit(word_text(r->fold, w->v[k - 1])))
			return false;
	}
	return false;
}

/*
 * "включить в договор положения статьи 3 Конвенции", "відобразити в кодексі принципи …": norms right before word i that
 * are taken into something; index of the verb behind word from, or i.
 */
static size_t norms_taken(const struct resolver *r, const struct words *w, size_t from, size_t i)
{
	size_t k = norms_before(r, w, from, i);

	if (k == i)
		return i;
	for (size_t n = 0; k-- > from && n < USE_WORDS; n++)
		if (takes_in(r, w, k))
			return k;
	return i;
}

/* Where the words before word i may end that govern it: a phrase may hold the head of its name ("признала Конвенцию").
 */
static size_t reach_of(const struct resolver *r, const struct words *w, size_t i)
{
	return i < w->n && word_list_has(r->lists, WORDS_INSTRUMENT_STEM, word_text(r->fold, w->v[i])) ? i + 1 : i;
}

/*
 * "применение ратифицированных …", "доклад правительства по ратифицированным …": is the participle at word k but an
 * attribute of what is dealt with, as the phrase that ends before word `end` tells?
 */
static bool is_attribute(const struct governed *g, const struct words *w, size_t end, size_t k,
			 const struct phrase_hit *deed)
{
	return k >= end && k - end <= ATTRIBUTE_WORDS &&
	       instrument_is_participle(g->r, word_text(g->r->fold, w->v[k])) &&
	       (k == end || (!span_starts(instrument_action_of(g->r, deed), SPAN("ratif")) &&
			     instrument_action_of(g->r, deed).n && !instrument_has_verb(g->r, w, end, k)));
}

struct span instrument_action_before(const struct governed *g, const struct words *w, size_t i, size_t *end)
{
	const struct resolver *r = g->r;
	struct phrase_hit hit, best = { 0 };
	size_t at = 0, reach = reach_of(r, w, i), taken;

	*end = 0;
	for (size_t k = 0; k < i; k++) {
		k = instrument_clause_end(g, w, k, i);
		if (k < i && instrument_governs_at(g, w, k, reach, &hit) && k + hit.words > *end &&
		    !(k && *end && is_attribute(g, w, *end, k, &best))) {
			*end = k + hit.words;
			best = hit;
			at = k;
		}
	}
	*end = *end > i ? i : *end;
	if (is_excepted(r, w, *end, i))
		return (struct span){ 0 };
	taken = norms_taken(r, w, *end, i);
	if (taken < i) {
		*end = taken + 1;
		return SPAN("implement");
	}
	if (*end && (!instrument_action_of(r, &best).n ||
		     tells_of_use(instrument_action_of(r, &best), word_text(r->fold, w->v[at])))) {
		struct span verb = verb_of_use(g, w, at);

		if (verb.n)
			return verb;
	}
	return *end ? possible(g, instrument_action_at(r, w, at, &best)) : (struct span){ 0 };
}

/* "… и внёс предложение": a verb that tells of no action opens another clause at word k. */
static bool opens_other_clause(const struct governed *g, const struct words *w, size_t k)
{
	struct phrase_hit hit;

	return k && word_list_has(g->r->lists, WORDS_LIST_AND, word_text(g->r->fold, w->v[k - 1])) &&
	       instrument_word_is(g->r, word_text(g->r->fold, w->v[k]), M_VERB) &&
	       !instrument_governs_at(g, w, k, w->n, &hit);
}

/* "…: её текст знают единицы, но разослан перевод Рекомендации № 206": does another instrument stand right at word k?
 */
static bool governs_next(const struct governed *g, const struct words *w, size_t k)
{
	const struct item *next = k < w->n ? item_index_over(g->instruments, w->v[k].start, w->v[k].end) : NULL;

	return next && next->start > g->it->end && !words_open_with(g->r, w, k, ',');
}

struct span instrument_action_after(const struct governed *g, const struct words *w, size_t i, bool *said)
{
	struct phrase_hit hit;

	*said = false;
	for (size_t k = i; k < w->n && !(k > i && words_open_with(g->r, w, k, ';')); k++) {
		if (k > i && opens_other_clause(g, w, k))
			break;
		*said = instrument_governs_at(g, w, k, w->n, &hit) &&
			!(span_is(instrument_action_of(g->r, &hit), "inform") && governs_next(g, w, k + hit.words));
		if (*said)
			return possible(g, instrument_action_at(g->r, w, k, &hit));
	}
	return (struct span){ 0 };
}

/* "положения Рекомендации № 177 включаются в договоры": a verb behind word i that carries its norms over. */
static bool goes_in_behind(const struct governed *g, const struct words *w, size_t i)
{
	for (size_t k = i; k < w->n && k < i + 2 * USE_WORDS && !words_open_with(g->r, w, k, ';'); k++)
		if (!item_index_over(g->instruments, w->v[k].start, w->v[k].end) && takes_in(g->r, w, k))
			return true;
	return false;
}

/* "Это противоречит Конвенции …", "нарушены статьи 3 и 5 Конвенции": said of words [from, i), the nearest to i. */
static bool is_against(const struct resolver *r, const struct words *w, size_t from, size_t i)
{
	size_t far = i > from + CONTRARY_WORDS ? i - CONTRARY_WORDS : from;

	return word_list_within(r->lists, WORDS_CONTRARY, r->fold, w, far, i);
}

/* "…, говорит Рекомендация № 130", "примером служат Конвенции …": a verb that tells of no action governs word i. */
static bool has_own_verb(const struct resolver *r, const struct words *w, size_t i)
{
	struct phrase_hit hit;

	return i && i < w->n && !resolver_phrase_at(r, LEX_INSTRUMENT_ACTIONS, w, i - 1, i, &hit) &&
	       instrument_word_is(r, word_text(r->fold, w->v[i - 1]), M_VERB);
}

/* "а Конвенцию № 190 – пока нет": a denial for a verb, right behind and before another number. */
static bool denied_behind(const struct resolver *r, const struct words *w, size_t i)
{
	for (size_t k = i; k < i + DENIAL_WORDS && k < w->n; k++) {
		struct span word = word_text(r->fold, w->v[k]);

		if (words_open_with(r, w, k, ';'))
			return false;
		if (span_is(word, "не") && k + 1 < w->n && span_is(words_gap_before(r, w, k + 1), " "))
			continue; /* "применяются не в полной мере" */
		if (word_list_has(r->lists, WORDS_SAYS_NO, word))
			return true;
		if (span_has_digit(word))
			return false;
	}
	return false;
}

/*
 * "Узбекистан принял Конвенцию № 167", "Республика Узбекистан. За 2016–2022 гг. приняты № 87, 81": a country has
 * ratified what it took up; what the ILO took up is but there.
 */
static bool is_accepted(const struct governed *g, const struct words *w, size_t i)
{
	if (!i || !word_list_has(g->r->lists, WORDS_ACCEPTED, word_text(g->r->fold, w->v[i - 1])))
		return false;
	for (size_t k = 0; k < i; k++)
		if (word_list_has(g->r->lists, WORDS_ILO, word_text(g->r->fold, w->v[k])))
			return false;
	return !instrument_is_denied(g->r, w, i - 1) && instrument_of_country(g->r, g->d, g->it);
}

/*
 * What is done with the item; *said: its sentence tells, even where it tells of nothing ("has not ratified", "в
 * соответствии с …"). Nearest first: a relative clause behind it; in Kazakh and Kyrgyz the verb behind its object; the
 * words before it; what follows.
 */
static struct span action_in(const struct governed *g, const struct instrument_place *at, bool *said)
{
	const struct resolver *r = g->r;
	const struct words w = at->w;
	size_t first = at->first, last = at->last, from;
	struct span action = instrument_clause_behind(g, &w, last);
	struct span before = instrument_action_before(g, &w, first, &from);

	*said = false;
	if (action.n)
		return possible(g, action);
	if (!before.n && is_accepted(g, &w, first))
		return possible(g, SPAN("ratified"));
	if (instrument_verb_is_last(g))
		return instrument_action_late(g, at, before, from, said);
	*said = from > 0;
	if (norms_before(r, &w, from, first) < first && goes_in_behind(g, &w, last))
		return SPAN("implement");
	if ((!span_is(before, "report") && is_against(r, &w, from, first)) || instrument_is_basis(r, &w, from, first)) {
		*said = true;
		return (struct span){ 0 };
	}
	if (from < first && has_own_verb(r, &w, first)) {
		action = instrument_action_after(g, &w, last, said);
		*said = true;
		return action;
	}
	if (span_is(before, "ratified") && denied_behind(r, &w, last))
		return (struct span){ 0 };
	if (span_is(before, "ratify") && last < w.n &&
	    word_list_has(r->lists, WORDS_HAPPENED,
			  word_text(r->fold, w.v[last]))) /* "ратификация … зарегистрирована" */
		return SPAN("ratified");
	if (from && !instrument_turns_between(r, &w, from, first))
		return before;
	action = instrument_action_after(g, &w, last, said);
	*said |= from > 0;
	return action;
}

/*
 * "№ 87, № 98 (основополагающие), 135 и № 144 «О …»", "о жилье – № 115; о питании – № 102": is `it` in one list with
 * the item before it, so that one action holds for both?
 */
static bool continues_list(const struct resolver *r, const struct doc *d, const struct item *before,
			   const struct item *it)
{
	struct words w, behind;

	if (!before || before->block != it->block || before->end > it->start || it->start - before->end > LIST_GAP ||
	    span_find(doc_slice(d, before->end, it->start), SPAN(". "), 0) != SPAN_NONE)
		return false;
	w = resolver_words(r, before->end, it->start);
	behind = resolver_words(r, it->end, d->blocks[it->block].end);
	for (size_t k = 0; k < w.n; k++)
		if (word_list_has(r->lists, WORDS_TURNS, word_text(r->fold, w.v[k])))
			return false;
	return !denied_behind(r, &behind, 0) && !instrument_is_basis(r, &w, 0, w.n) &&
	       !instrument_action_ahead(r, &w, 0) && !instrument_has_verb(r, &w, 0, w.n);
}

/*
 * "исполнения Конвенции № 131, ратифицированной страной", "напомнила о Конвенциях № 81 и 155, ратифицированных …": does
 * what governs the instrument, at the word before `from`, outweigh the clause at word last, which says that it was
 * ratified? What is done with it does; an application does where it is a task by its form and the clause but a
 * participle.
 */
static bool outweighs_ratified(const struct governed *g, const struct words *w, struct span before, size_t from,
			       size_t last)
{
	struct span word = from ? word_text(g->r->fold, w->v[from - 1]) : (struct span){ 0 };

	if (span_is(before, "inform") || span_is(before, "discuss") || span_is(before, "report"))
		return true;
	return span_is(before, "implement") && from && last < w->n &&
	       instrument_is_participle(g->r, word_text(g->r->fold, w->v[last])) &&
	       (verb_form_of(g->r, word) != VERB_NONE || tells_of_use(before, word));
}

/* What a clause behind the item tells of it alone, be it in a list or not: "а Конвенцию № 161, ратифицированную …". */
static struct span clause_of(const struct governed *g, const struct instrument_place *at)
{
	struct span action = instrument_clause_behind(g, &at->w, at->last), before;
	size_t from;

	if (!span_is(action, "ratified") || instrument_verb_is_last(g))
		return action;
	before = instrument_action_before(g, &at->w, at->first, &from);
	return outweighs_ratified(g, &at->w, before, from, at->last) &&
			       !instrument_turns_between(g->r, &at->w, from, at->first)
		       ? before
		       : action;
}

/* "Страна ратифицировала 54 конвенции. Среди них – № 87": what the sentence before tells. */
static struct span action_of_those(const struct governed *g, const struct instrument_place *at)
{
	size_t sentence = doc_sentence_at(g->d, at->start), end;
	struct words w;

	if (!sentence || sentence >= g->d->n_sentences ||
	    !word_list_phrase(g->r->lists, WORDS_AMONG_OF_THOSE, g->r->fold, &at->w, 0, at->first))
		return (struct span){ 0 };
	w = resolver_words(g->r, g->d->sentences[sentence - 1].start, g->d->sentences[sentence - 1].end);
	return instrument_action_before(g, &w, w.n, &end);
}

static struct instrument_place place_of(const struct governed *g)
{
	struct instrument_place at;
	size_t end;

	instrument_sentence(g->d, g->it, &at.start, &end);
	at.w = resolver_words(g->r, at.start, end);
	at.first = words_from(&at.w, g->it->start);
	at.last = words_from(&at.w, g->it->end);
	return at;
}

struct span instrument_action(const struct resolver *r, struct doc *d, const struct item *it, const struct item *before,
			      const struct item_index *instruments)
{
	const struct governed g = { r, d, it, instruments };
	const struct instrument_place at = place_of(&g);
	struct span action = clause_of(&g, &at);
	bool said;

	if (action.n)
		return possible(&g, action);
	if (continues_list(r, d, before, it) &&
	    !(it->type == ITEM_RECOMMENDATION && span_is(jval_str(before->norm, "action"), "ratified")))
		return jval_str(before->norm, "action");
	action = action_in(&g, &at, &said);
	if (action.n || said)
		return action;
	action = action_of_those(&g, &at);
	if (action.n)
		return possible(&g, action);
	return instrument_action_above(&g);
}
