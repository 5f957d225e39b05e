/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Goals inside a sentence: a lead ("обязуется", "необходимо", "shall") and the clause behind it, a noun and its copula
 * ("целью … является …"), a clause before its verb (Kazakh, Kyrgyz), and in agreements the present tense that grants
 * something.
 */
#include "goal_sentence.h"

#include "goal_clause.h"
#include "goal_forms.h"
#include "goal_party.h"
#include "goal_put.h"
#include "goal_stance.h"
#include "goal_tail.h"
#include "goal_threat.h"
#include "morph.h"
#include "utf8.h"
#include "verbs.h"

/* A copula stands near its noun; an infinitive stands near its modal; a subject is short. */
enum {
	COPULA_WITHIN = 16,
	INFINITIVE_WITHIN = 14,
	ADDRESSEES_WITHIN = 40, /* "Просим Конфедерацию (МКП), союз UNI и центры – А, Б, В – поддержать …" */
	ACTOR_BYTES = 120,
	ONE_OF_WITHIN = 4,
	SUBJECT_WORDS = 3,
	ASKED_WITHIN = 8
};

/* Does text[start, end) end with a sign that ends a sentence? */
static bool closed(const struct doc *d, size_t start, size_t end)
{
	if (span_ends(doc_slice(d, start, end), SPAN(" etc."))) /* "at Work etc. Act 1974" */
		return end >= d->text.n || d->text.p[end] == '\n';
	while (end > start) {
		unsigned c = utf8_prev(d->text, &end);

		if (c == '.' || c == '!' || c == '?' || c == ':' || c == ';' || c == 0x2026)
			return true;
		if (!utf8_is_space(c) && c != ')' && c != 0xbb && c != '"' && c != 0x201d)
			return false;
	}
	return true;
}

bool goal_next_sentence(const struct doc *d, size_t *from, size_t end, size_t *start, size_t *stop)
{
	size_t lo;

	if (*from >= end)
		return false;
	lo = doc_sentence_at(d, *from);
	*start = *from;
	*stop = lo < d->n_sentences && d->sentences[lo].start < end ? d->sentences[lo].end : end;
	while (lo + 1 < d->n_sentences && d->sentences[lo + 1].start < end &&
	       !closed(d, *start, *stop)) /* cut by a line */
		*stop = d->sentences[++lo].end;
	if (*stop > end)
		*stop = end;
	*from = *stop;
	return true;
}

/* "Для достижения цели", "В 2024 году": a circumstance, no actor. */
static bool is_adverbial(struct span s)
{
	static const char *const words[] = { "О ",    "Об ",   "Для ",  "В ",   "На ",    "С ",     "По ",    "При ",
					     "За ",   "К ",    "У ",    "Из ",  "До ",    "Во ",    "Со ",    "З ",
					     "Від ",  "Під ",  "Ў ",    "Ад ",  "In ",    "For ",   "To ",    "On ",
					     "By ",   "At ",   "With ", "Под ", "После ", "Перед ", "Одним ", "Одной ",
					     "Если ", "Якщо ", "If ",   "Мы ",  "Ми ",    "We " };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (span_starts(s, span_of(words[i])))
			return true;
	return false;
}

/* "Мы", "МЫ": who speaks is said elsewhere. */
static bool is_we(struct span s)
{
	static const char *const pronouns[] = { "мы",   "нам",  "ми",   "we",  "біз", "биз",
						"наши", "наші", "нашы", "наш", "our", "что" };
	char fold[8];

	if (s.n > sizeof fold)
		return false;
	utf8_fold(s, fold);
	for (size_t i = 0; i < sizeof pronouns / sizeof *pronouns; i++)
		if (span_is(span_make(fold, s.n), pronouns[i]))
			return true;
	return false;
}

struct span goal_actor(const struct goal_ctx *g, size_t start, size_t lead)
{
	const struct doc *d = g->d;
	struct span s = span_trim(doc_slice(d, start, lead));
	const struct item *last = item_index_last(&g->r->names, start, lead);
	size_t at = 0;

	if (last) {
		struct span name = jval_str(last->norm, "canonical");

		return name.n ? name : item_text(d, last);
	}
	while (s.n && (s.p[s.n - 1] == ',' || s.p[s.n - 1] == ':'))
		s.n--;
	if (is_we(s))
		return (struct span){ 0 };
	if (!s.n || s.n > ACTOR_BYTES || is_adverbial(s) || span_has_digit(s) ||
	    span_find_char(s, ',', 0) != SPAN_NONE || !utf8_is_upper(utf8_next(s, &at)))
		return (struct span){ 0 };
	return s;
}

bool goal_find_infinitive(const struct resolver *r, const struct words *w, size_t i, size_t end, size_t *at)
{
	for (*at = i; *at < end; ++*at) {
		struct span word = word_text(r->fold, w->v[*at]);

		if (verb_form_of(r, word) == VERB_INFINITIVE)
			return true;
		if (*at > 0 && span_is(word_text(r->fold, w->v[*at - 1]), "to") && !span_is(word, "the"))
			return true;
	}
	return false;
}

static bool is_demand(const struct lead *lead)
{
	return span_starts(span_of(lead->level), SPAN("demand"));
}

/* "поручает Исполкому подготовить": whom it is given to stands between lead and infinitive, as in a demand. */
static bool gives_order(const struct lead *lead)
{
	return span_is(span_of(lead->level), "directive") && lead->after == AFTER_ACTION;
}

/* Is what follows the lead a thing and no deed: "осуждает давление и заявляет …" goes on with another verb? */
static bool stands_for_thing(const struct lead *lead)
{
	return lead->after == AFTER_ANY && (lead->against || span_is(span_of(lead->level), "principle"));
}

/* Where the clause that begins at word i ends: before a stop phrase that a comma announces, or with the sentence. */
static size_t clause_end(const struct clause *c, size_t i, const struct lead *lead, size_t *next)
{
	struct lead stop;

	for (size_t k = i + 1; k < c->w.n; k++) {
		if (stands_for_thing(lead) && clause_joined(c, k) && goal_is_finite(c->g, clause_word(c, k))) {
			*next = k;
			return c->w.v[k - 2].end;
		}
		if (!goal_lead_at(c->g->r, &c->w, k, c->w.n, LEAD_STOP | LEAD_LEAD, LEAD_INLINE, &stop) ||
		    (stop.kind == LEAD_LEAD && !(stands_for_thing(lead) && clause_joined(c, k)) &&
		     ((stop.after != AFTER_ANY && !is_demand(&stop)) || !clause_joined(c, k) ||
		      span_is(span_of(stop.level), "commitment") || /* "shall … and shall …" */
		      (!stop.against && span_is(span_of(stop.level), lead->level)))))
			continue;
		if (stop.kind == LEAD_LEAD) {
			size_t end = c->w.v[k - 2].end;

			*next = k;
			return span_starts(doc_slice(c->g->d, end, c->end), SPAN("»")) ? end + 2 : end;
		}
		if (clause_gap_has(c, k, ",") || span_is(clause_word(c, k), "и")) {
			*next = k;
			return c->w.v[k - 1].end;
		}
	}
	*next = c->w.n;
	return c->end;
}

/* "agreed that a conference be held", "demands that wages should rise": what is to be, not what is. */
static bool is_subjunctive(const struct clause *c, size_t k)
{
	for (; k < c->w.n; k++)
		if (span_is(clause_word(c, k), "be") || span_is(clause_word(c, k), "should"))
			return true;
	return false;
}

/* The word at which a time begins that ends with word k - 1; k: there is none. */
static size_t time_before(const struct clause *c, size_t k)
{
	for (size_t i = 0; i < k; i++) {
		const struct item *it = item_index_at(&c->g->r->times, c->w.v[i].start, ITEM_DATE);

		it = it ? it : item_index_at(&c->g->r->times, c->w.v[i].start, ITEM_DEADLINE);
		if (it && it->end == c->w.v[k - 1].end)
			return i;
	}
	return k;
}

/* "требует от Правительства до 1 мая не допустить …": what is said of the verb at word k, back to word from. */
static size_t with_adverbs(const struct clause *c, size_t from, size_t k)
{
	static const char *const ends[] = { "но", "ly", "нее" };

	while (k > from && !clause_gap_has(c, k, ",")) {
		struct span word = clause_word(c, k - 1);
		size_t before = time_before(c, k);
		bool adverb = span_is(word, "не") || span_is(word, "ня") || span_is(word, "not");

		for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
			adverb |= word.n > 8 && span_ends(word, span_of(ends[i]));
		if (before >= from && before < k)
			k = before > from ? goal_with_preposition(c->g, &c->w, before) : before;
		else if (adverb)
			k--;
		else
			break;
	}
	return k;
}

/*
 * "за то, чтобы зарплата росла", "требуем от властей, чтобы …": what is stood for begins behind the conjunction, at
 * most that many words on; k where there is none.
 */
static size_t behind_that(const struct clause *c, size_t k, size_t within)
{
	for (size_t i = k; i <= k + within && i + 2 < c->w.n; i++)
		if (word_list_has(c->g->r->lists, WORDS_SO_THAT, clause_word(c, i)) &&
		    (i == k || clause_gap_has(c, i, ",")))
			return i + 1;
	return k;
}

/* "ожидаем, что правительство внесёт …": the word behind the conjunction and a pronoun; SPAN_NONE: no conjunction. */
static size_t behind_expected(const struct clause *c, size_t k)
{
	struct morph_parse parse[MORPH_MAX];

	if (k + 3 >= c->w.n || !word_list_has(c->g->r->lists, WORDS_THAT, clause_word(c, k)))
		return SPAN_NONE;
	if (morph_parses(c->g->r->morph, clause_word(c, k + 1), parse) && (parse[0].tags & M_PRON))
		return k + 2;
	return k + 1;
}

/* The word where the goal behind a lead begins; SPAN_NONE: there is none. */
static size_t goal_word(const struct clause *c, size_t k, const struct lead *lead)
{
	const struct resolver *r = c->g->r;
	size_t at, limit = k + INFINITIVE_WITHIN < c->w.n ? k + INFINITIVE_WITHIN : c->w.n;
	bool demand = is_demand(lead) || gives_order(lead);

	if (demand && limit < c->w.n)
		limit = k + ADDRESSEES_WITHIN < c->w.n ? k + ADDRESSEES_WITHIN : c->w.n;
	if (k >= c->w.n || clause_gap_has(c, k, ".") || clause_gap_has(c, k, ";"))
		return SPAN_NONE;
	if (span_is(clause_word(c, k), "that") && lead->level[0] == 'd' && is_subjunctive(c, k + 1))
		return k + 1;
	if (lead->after == AFTER_VERB)
		return verb_opens(r, r->fold, &c->w, k, c->w.n, &at) == VERB_INFINITIVE ? k : SPAN_NONE;
	at = behind_that(c, k, demand ? ASKED_WITHIN : 1);
	if (at != k)
		return at;
	if (demand && k + 2 < c->w.n && span_is(clause_word(c, k), "that"))
		return k + 1; /* "demands that wages rise" */
	if (lead->after == AFTER_THAT)
		return behind_expected(c, k);
	if (word_list_has(c->g->r->lists, WORDS_THAT,
			  clause_word(c, k))) /* "договорились, что индексация проводится …" */
		return span_is(span_of(lead->level), "commitment") && k + 2 < c->w.n ? k + 1 : SPAN_NONE;
	if (lead->after == AFTER_ANY)
		return k + (span_is(clause_word(c, k), "also") || span_is(clause_word(c, k), "therefore"));
	if (span_is(clause_word(c, k), "по") || span_is(clause_word(c, k), "на"))
		k++;
	if (k < c->w.n && verb_opens(r, r->fold, &c->w, k, c->w.n, &at) != VERB_NONE)
		return k;
	if (!goal_find_infinitive(r, &c->w, k, limit, &at))
		return SPAN_NONE;
	for (size_t j = k + 1; j <= at; j++)
		if (clause_gap_has(c, j, ";") || (!demand && clause_gap_has(c, j, " – ")))
			return SPAN_NONE;
	if (demand && !clause_gap_has(c, at, ":"))
		return at && span_is(clause_word(c, at - 1), "to") ? at : with_adverbs(c, k, at);
	return demand || clause_gap_has(c, at, ":") || (at && span_is(clause_word(c, at - 1), "to")) ? at : k;
}

/* "Наказывать за такой отказ запрещается.": what is forbidden stands before the verb that closes the sentence. */
static size_t take_forbidden(struct clause *c, size_t i, const struct lead *lead)
{
	size_t at;

	if (i > 1 && i + lead->words == c->w.n && verb_opens(c->g->r, c->g->r->fold, &c->w, 0, i, &at) != VERB_NONE)
		goal_put(c->g, c->w.v[0].start, c->w.v[i - 1].end, lead, (struct span){ 0 });
	return c->w.n;
}

/* "to" before an infinitive, "чтобы" before what is wished for: not part of who is asked. */
static bool opens_clause(const struct clause *c, size_t k)
{
	return span_is(clause_word(c, k), "to") || word_list_has(c->g->r->lists, WORDS_SO_THAT, clause_word(c, k));
}

/* "разработан в целях исполнения Указа …": an aim that only names a paper says nothing of its own. */
static bool carries_out_law(const struct clause *c, size_t k)
{
	return word_list_has(c->g->r->lists, WORDS_CARRIES_OUT, clause_word(c, k)) && k + 1 < c->w.n &&
	       item_index_over(&c->g->acts, c->w.v[k + 1].start, c->w.v[k + 1].end);
}

/* "статья 42 Конституции гарантирует …", "Конвенция № 87 требует …": what a law or a convention says of itself. */
static bool tells_of_law(const struct clause *c, size_t i)
{
	static const char *const own[] = { "agreement", "programme", "plan", "strategy", "resolution", "charter" };
	const struct item *act = i ? item_index_last(&c->g->acts, c->start, c->w.v[i].start) : NULL;
	struct span between, kind;

	if (!act)
		return false;
	between = span_trim(doc_slice(c->g->d, act->end, c->w.v[i].start));
	kind = jval_str(act->norm, "kind");
	for (size_t k = 0; k < sizeof own / sizeof *own; k++)
		if (span_is(kind, own[k]) && !(jval_str(act->norm, "period").n && !jval_true(act->norm, "self")))
			return false;
	return !between.n || (span_ends(between, SPAN(")")) && span_find_char(between, '.', 0) == SPAN_NONE) ||
	       span_is(between, "»");
}

/* A goal behind the lead at word i; returns the word to go on from. */
static size_t take_lead(struct clause *c, size_t i, const struct lead *lead)
{
	size_t k = goal_word(c, i + lead->words, lead), next, end;
	struct lead one = *lead;
	struct span actor;

	if (k == SPAN_NONE && lead->against)
		return take_forbidden(c, i, lead);
	if (tells_of_law(c, i))
		return c->w.n;
	if (k == SPAN_NONE || (goal_no_stance(c, k) &&
			       word_list_has(c->g->r->lists, WORDS_IN_FAVOUR, clause_word(c, i + lead->words - 1))))
		return i + lead->words;
	end = clause_end(c, k, lead, &next);
	if (k + 1 >= c->w.n || c->w.v[k + 1].start >= end) /* one word says nothing */
		return next;
	if (span_is(span_of(one.level), "aim") && carries_out_law(c, k))
		return next;
	if (span_starts(span_of(one.level), SPAN("demand")) && i && span_is(clause_word(c, i - 1), "не"))
		return i + lead->words;
	actor = (is_demand(lead) || gives_order(lead)) && !lead->against && lead->after == AFTER_ACTION &&
				!word_list_has(c->g->r->lists, WORDS_SO_THAT_STUB, clause_word(c, i + lead->words))
			? goal_asked(c->g, &c->w, i + lead->words, k - opens_clause(c, k - 1))
			: (struct span){ 0 };
	if (!actor.n && !clause_joined(c, i) &&
	    !word_list_has(c->g->r->lists, WORDS_WE_ASK, clause_word(c, i + lead->words - 1)))
		actor = goal_actor(c->g, c->start, c->w.v[i].start);
	goal_put_stances(c, k, end, &one, actor);
	return next;
}

bool goal_noun_counts(const struct resolver *r, const struct words *w, size_t i)
{
	bool many = word_list_has(r->lists, WORDS_OF_AIMS, word_text(r->fold, w->v[i]));

	if (i && word_list_has(r->lists, WORDS_WITH_AIM, word_text(r->fold, w->v[i - 1])))
		return false;
	for (size_t k = i; many && k-- > 0 && i - k <= ONE_OF_WITHIN;)
		if (span_is(word_text(r->fold, w->v[k]), "из") || span_is(word_text(r->fold, w->v[k]), "із"))
			return true;
	return !many;
}

/* The copula behind noun i, or a dash; the index of the word behind it, SPAN_NONE where there is none. */
static size_t behind_copula(const struct clause *c, size_t i)
{
	struct lead copula;

	for (size_t k = i; k < c->w.n && k <= i + COPULA_WITHIN; k++) {
		if ((clause_gap_is_dash(c, k) || clause_gap_has(c, k, ": ")) && i < ONE_OF_WITHIN)
			return k;
		if (!goal_lead_at(c->g->r, &c->w, k, c->w.n, LEAD_COPULA, LEAD_INLINE, &copula))
			continue;
		if (k && span_is(clause_word(c, k - 1), "не"))
			return SPAN_NONE;
		return k + copula.words;
	}
	return SPAN_NONE;
}

/* "Повышение … является одной из задач": the goal stands before the copula. */
static bool take_reversed(struct clause *c, size_t i, const struct lead *noun)
{
	struct lead copula;
	size_t at;

	for (size_t k = i; k-- > 0 && i - k <= 2 * ONE_OF_WITHIN;) {
		if (!goal_lead_at(c->g->r, &c->w, k, c->w.n, LEAD_COPULA, LEAD_INLINE, &copula) || k == 0)
			continue;
		if (verb_opens(c->g->r, c->g->r->fold, &c->w, 0, k, &at) != VERB_NOUN)
			return false;
		goal_put(c->g, c->w.v[0].start, c->w.v[k - 1].end, noun, (struct span){ 0 });
		return true;
	}
	return false;
}

/* May this word open what an aim is: a noun that is no genitive, an adjective of one, or an infinitive? */
static bool opens_aim(const struct resolver *r, struct span word)
{
	struct morph_parse parse[MORPH_MAX];
	size_t n = morph_parses(r->morph, word, parse);
	unsigned cases = 0;

	for (size_t i = 0; i < n; i++)
		cases |= parse[i].tags & M_CASES;
	return verb_form_of(r, word) == VERB_INFINITIVE || ((cases & (M_NOM | M_ACC)) && !(cases & M_GEN));
}

/*
 * "Стороны считают главной целью Соглашения повышение …": the copula stands before noun i, and what the aim is behind
 * the genitives of the noun. SPAN_NONE: it does not.
 */
static size_t behind_genitives(const struct clause *c, size_t i, const struct lead *noun)
{
	struct lead copula;
	size_t k = i > ONE_OF_WITHIN ? i - ONE_OF_WITHIN : 0;
	bool before = false;

	for (; k < i; k++)
		before |= goal_lead_at(c->g->r, &c->w, k, c->w.n, LEAD_COPULA, LEAD_INLINE, &copula) &&
			  !word_list_has(c->g->r->lists, WORDS_DENIES, k ? clause_word(c, k - 1) : (struct span){ 0 });
	for (k = i + noun->words; before && k < c->w.n && k <= i + noun->words + ONE_OF_WITHIN; k++)
		if (clause_gap_has(c, k, ",") || opens_aim(c->g->r, clause_word(c, k)))
			return clause_gap_has(c, k, ",") ? SPAN_NONE : k;
	return SPAN_NONE;
}

static size_t take_noun(struct clause *c, size_t i, const struct lead *noun)
{
	size_t k, at, next, end;

	if (!goal_noun_counts(c->g->r, &c->w, i))
		return i + noun->words;
	if (take_reversed(c, i, noun))
		return c->w.n;
	k = behind_genitives(c, i, noun);
	if (k == SPAN_NONE)
		k = behind_copula(c, i + noun->words);
	if (k == SPAN_NONE || k >= c->w.n)
		return i + noun->words;
	if (noun->after == AFTER_ACTION && verb_opens(c->g->r, c->g->r->fold, &c->w, k, c->w.n, &at) == VERB_NONE)
		return i + noun->words;
	if (verb_form_of(c->g->r, clause_word(c, k)) == VERB_NONE && span_is(clause_word(c, k), "не"))
		return i + noun->words;
	end = clause_end(c, k, noun, &next);
	goal_put(c->g, c->w.v[k].start, end, noun, (struct span){ 0 });
	return next;
}

/* Kazakh and Kyrgyz passives stand at the end: … беріледі, … төлөнөт. */
static bool ends_late(struct span verb)
{
	static const char *const endings[] = { "леді",  "лады",  "неді",  "нады",  "илет",  "нөт",
					       "талат", "ленет", "ланат", "нылат", "лынат", "гиленет" };

	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
		if (span_ends(verb, span_of(endings[i])))
			return true;
	return false;
}

/* "Работодатель ежемесячно, не позднее 10 числа, перечисляет": times between the party and its verb are of the goal. */
static size_t over_times(const struct clause *c, size_t k)
{
	while (k && time_before(c, k) < k)
		k = goal_with_preposition(c->g, &c->w, time_before(c, k));
	return k;
}

/* A passive grant is the whole sentence; an active one begins with its verb, the party before it is the actor. */
static size_t take_grant(struct clause *c, size_t i, const struct lead *grant)
{
	struct span verb = clause_word(c, i);
	bool passive =
		grant->kind == LEAD_GRANT && (span_ends(verb, SPAN("ся")) || span_ends(verb, SPAN("ься")) ||
					      span_ends(verb, SPAN("цца")) || grant->words > 1 || ends_late(verb));
	size_t start = c->start, k = i;

	while (k && verb_may_precede(c->g->r, clause_word(c, k - 1)))
		k--;
	k = over_times(c, k);
	if (!passive)
		k = goal_behind_actor(c, k);
	if (!passive)
		start = c->w.v[k].start;
	if ((c->w.n < k + 2 && !ends_late(verb)) ||
	    (passive && c->w.n <= SUBJECT_WORDS)) /* "Дополнительно предоставляется:" */
		return c->w.n;
	goal_put(c->g, start, c->end, grant, passive ? (struct span){ 0 } : goal_actor(c->g, c->start, start));
	return c->w.n;
}

void goal_in_sentence(struct goal_ctx *g, size_t start, size_t end)
{
	struct clause c = { .g = g, .start = start, .end = end };
	unsigned kinds = LEAD_NOUN | (g->statute ? 0 : LEAD_LEAD | LEAD_TAIL) | (g->agreement ? LEAD_GRANT : 0);
	struct lead lead, state;
	size_t before = g->d->n_items, verb;

	c.w = resolver_words(g->r, start, end);
	for (size_t i = 0; i < c.w.n;) {
		if (!goal_lead_at(g->r, &c.w, i, c.w.n, kinds, LEAD_INLINE, &lead)) {
			i += lead.kind == LEAD_SPEECH ? lead.words : 1;
			continue;
		}
		if (lead.kind == LEAD_LEAD)
			i = take_lead(&c, i, &lead);
		else if (lead.kind == LEAD_NOUN)
			i = take_noun(&c, i, &lead);
		else if (lead.kind == LEAD_TAIL)
			i = goal_take_tail(&c, i, &lead);
		else if (i && word_list_has(g->r->lists, WORDS_RELATIVE, clause_word(&c, i - 1)))
			i += lead.words; /* "предприятия, які здійснюють монтаж": which ones they are */
		else if (goal_lead_at(g->r, &c.w, i, c.w.n, LEAD_STATE, LEAD_INLINE, &state) &&
			 state.words > lead.words) /* "сохраняет действие" */
			i += state.words;
		else if (goal_party_acts(g, &c.w, &verb) && verb < i) /* "проводит …, оказывает …": the first deed */
			i = take_grant(&c, verb, &(struct lead){ .kind = LEAD_PARTY, .level = lead.level, .words = 1 });
		else
			i = take_grant(&c, i, &lead);
	}
	if (g->d->n_items == before && goal_is_enumerated(g, &c.w))
		goal_put(g, c.w.v[0].start, end, &(struct lead){ .kind = LEAD_LEAD, .level = "goal" },
			 (struct span){ 0 });
	if (!g->agreement && !g->statute && g->d->n_items == before && goal_is_threat(&c, &verb))
		take_grant(&c, verb, &(struct lead){ .kind = LEAD_PARTY, .level = "commitment", .words = 1 });
	if (g->agreement && g->d->n_items == before && goal_party_acts(g, &c.w, &verb))
		take_grant(&c, verb, &(struct lead){ .kind = LEAD_PARTY, .level = "commitment", .words = 1 });
}
