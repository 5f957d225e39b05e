/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is done with an instrument of the ILO, and where: the words that govern it
 * (rules/lexicon/instrument_actions.tsv) before it, behind it, or in the line that introduces its list, and the country
 * that its sentence names.
 */
#include "instrument_action.h"

#include <stdint.h>

#include "morph.h"
#include "verbs.h"

/* How far the words are looked for. */
enum {
	SECTION_BLOCKS = 400, /* cells count */
	RELATIVE_WORDS = 8,
	LONG_SENTENCE = 1500, /* bytes to either side */
	DENIAL_WORDS = 3,
	BASIS_WORDS = 2,
	USE_WORDS = 8,
	LAW_WORDS = 16,
	LIST_GAP = 200, /* bytes between two instruments of a list */
	OPENS_WITHIN = 16
};

/* The instrument that is asked about. */
struct governed {
	const struct resolver *r;
	struct doc *d;
	const struct item *it;
	const struct item_index *instruments;
};

static struct span action_of(const struct resolver *r, const struct phrase_hit *hit)
{
	return lexicon_cell(r->lexicon[LEX_INSTRUMENT_ACTIONS], hit->row, "action");
}

static bool is_late_verb(struct span lang)
{
	return span_is(lang, "kk") || span_is(lang, "ky");
}

/*
 * The action word at word k, up to word end: none inside an instrument, whose title tells nothing of it ("О применении
 * принципов …"), and no ratification of a recommendation.
 */
static bool governs_at(const struct governed *g, const struct words *w, size_t k, size_t end, struct phrase_hit *hit)
{
	return resolver_phrase_at(g->r, LEX_INSTRUMENT_ACTIONS, w, k, end, hit) &&
	       !item_index_over(g->instruments, w->v[k].start, w->v[k].end) &&
	       !(g->it->type == ITEM_RECOMMENDATION && span_starts(action_of(g->r, hit), SPAN("ratif")));
}

/* "пока не ратифицировал", "has not ratified", "ратификациялаган эмес": what was not done. */
static bool is_denied(const struct resolver *r, const struct words *w, size_t k)
{
	for (size_t i = 0; i < k; i++)
		if (span_is(word_text(r->fold, w->v[i]), "neither") || span_is(word_text(r->fold, w->v[i]), "nor"))
			return true;
	while (k > 0 && word_list_has(r->lists, WORDS_AUXILIARY, word_text(r->fold, w->v[k - 1])))
		k--;
	return (k > 0 && word_list_has(r->lists, WORDS_DENIES, word_text(r->fold, w->v[k - 1]))) ||
	       (k + 1 < w->n && word_list_has(r->lists, WORDS_DENIES_BEFORE, word_text(r->fold, w->v[k + 1])));
}

/* Does another action word follow word k? */
static bool action_ahead(const struct resolver *r, const struct words *w, size_t k)
{
	struct phrase_hit hit;

	for (; k < w->n; k++)
		if (resolver_phrase_at(r, LEX_INSTRUMENT_ACTIONS, w, k, w->n, &hit))
			return true;
	return false;
}

/* Is one of the words a verb, by any reading? */
static bool has_verb(const struct resolver *r, const struct words *w, size_t from, size_t to)
{
	struct morph_parse parses[MORPH_MAX];

	for (size_t i = from; i < to && i < w->n; i++) {
		size_t n = r->morph ? morph_parses(r->morph, word_text(r->fold, w->v[i]), parses) : 0;

		for (size_t k = 0; k < n; k++)
			if (parses[k].tags & (M_VERB | M_INF | M_ADJ_SHORT) && !(parses[k].tags & M_PREDICTED))
				return true;
	}
	return false;
}

/* What stands between word k and the one before it. */
static struct span gap_before(const struct resolver *r, const struct words *w, size_t k)
{
	size_t from = k ? w->v[k - 1].end : w->v[0].start;

	return span_make(r->fold.p + from, w->v[k].start - from);
}

static bool opens_with(const struct resolver *r, const struct words *w, size_t k, char mark)
{
	return k && span_find_char(gap_before(r, w, k), mark, 0) != SPAN_NONE;
}

/*
 * "ратифицировала № 87, однако № 102 …", "ратифицировать № 87; в работе опираемся на …", "напоминает, что МОТ приняла
 * …": what was said in words before `from` is not said of what follows word to.
 */
static bool turns_between(const struct resolver *r, const struct words *w, size_t from, size_t to)
{
	for (size_t k = from; k < to; k++) {
		struct span word = word_text(r->fold, w->v[k]);

		if (word_list_has(r->lists, WORDS_TURNS, word) ||
		    (opens_with(r, w, k, ',') && k + 1 < w->n && word_list_has(r->lists, WORDS_AND_BUT, word) &&
		     action_ahead(r, w, k)) ||
		    (opens_with(r, w, k, ',') && word_list_has(r->lists, WORDS_THAT, word) && has_verb(r, w, k, to)) ||
		    (opens_with(r, w, k, ';') && has_verb(r, w, k, to)))
			return true;
	}
	return false;
}

/*
 * "Закон … «О ратификации Конвенции …»": a law of that name has ratified it; a draft law is about to. Is the
 * ratification at word k the beginning of a quoted title?
 */
static bool is_in_law(const struct resolver *r, const struct words *w, size_t k)
{
	if (!k || (span_find(gap_before(r, w, k - 1), SPAN("«"), 0) == SPAN_NONE &&
		   span_find_char(gap_before(r, w, k - 1), '"', 0) == SPAN_NONE))
		return false;
	for (size_t i = k > LAW_WORDS ? k - LAW_WORDS : 0; i < k; i++)
		if (word_list_has(r->lists, WORDS_DRAFT, word_text(r->fold, w->v[i])))
			return false;
	for (size_t i = k > LAW_WORDS ? k - LAW_WORDS : 0; i < k; i++)
		if (word_list_has(r->lists, WORDS_LAW, word_text(r->fold, w->v[i])))
			return true;
	return false;
}

/* The action of a hit at word k; empty for a ratification that did not happen. */
static struct span action_at(const struct resolver *r, const struct words *w, size_t k, const struct phrase_hit *hit)
{
	struct span action = action_of(r, hit);

	if (k &&
	    word_list_has(r->lists, WORDS_AGAINST, word_text(r->fold, w->v[k - 1]))) /* "письмо против присоединения" */
		return (struct span){ 0 };
	if (span_is(action, "ratify") && is_in_law(r, w, k))
		return SPAN("ratified");
	return span_is(action, "ratified") && is_denied(r, w, k) ? (struct span){ 0 } : action;
}

/* "применение", "виконання", "application": a noun that says what a report or a debate is about. */
static bool tells_of_use(struct span action, struct span word)
{
	static const char *const ends[] = {
		"ение", "ения", "ению", "ении", "ением", "ание",        "ания",           "ании",       "ання",
		"енне", "анне", "ання", "ення", "енні",  "application", "implementation", "compliance", "observance"
	};

	for (size_t i = 0; span_is(action, "implement") && i < sizeof ends / sizeof *ends; i++)
		if (span_ends(word, span_of(ends[i])))
			return true;
	return false;
}

static bool is_of(const struct resolver *r, struct span word, unsigned tags)
{
	struct morph_parse p[MORPH_MAX];

	return r->morph && morph_parses(r->morph, word, p) > 0 && !(p[0].tags & M_PREDICTED) && (p[0].tags & tags);
}

/* "обсудить на заседании президиума выполнение Конвенции": what is done with the application at word at, if told. */
static struct span verb_of_use(const struct governed *g, const struct words *w, size_t at)
{
	struct phrase_hit hit;
	struct span action;

	for (size_t k = at; k-- > 0 && at - k <= USE_WORDS;) {
		if (!governs_at(g, w, k, at, &hit)) {
			if (is_of(g->r, word_text(g->r->fold, w->v[k]),
				  M_VERB | M_INF)) /* "изучает опыт и добивается применения" */
				break;
			continue;
		}
		action = action_of(g->r, &hit);
		return span_is(action, "discuss") || span_is(action, "report") || span_is(action, "inform")
			       ? action
			       : (struct span){ 0 };
	}
	return (struct span){ 0 };
}

/* "Конвенций № 135 и 154, ратифицированных страной, и Конвенции № 153": a participle behind a number tells of that. */
static bool belongs_backward(const struct resolver *r, const struct words *w, size_t k)
{
	struct morph_parse p[MORPH_MAX];

	return opens_with(r, w, k, ',') && span_has_digit(word_text(r->fold, w->v[k - 1])) && r->morph &&
	       morph_parses(r->morph, word_text(r->fold, w->v[k]), p) > 0 && (p[0].tags & M_PARTICIPLE) &&
	       !(p[0].tags & M_ADJ_SHORT);
}

/* The action word that ends nearest before word i (the longer of two); *end: behind its last word, 0: none. */
static struct span action_before(const struct governed *g, const struct words *w, size_t i, size_t *end)
{
	const struct resolver *r = g->r;
	struct phrase_hit hit, best = { 0 };
	size_t at = 0;

	*end = 0;
	for (size_t k = 0; k < i; k++)
		if (governs_at(g, w, k, i, &hit) && k + hit.words > *end && !belongs_backward(r, w, k) &&
		    !(k && *end == k &&
		      is_of(r, word_text(r->fold, w->v[k]), M_PARTICIPLE))) { /* "применение ратифицированных" */
			*end = k + hit.words;
			best = hit;
			at = k;
		}
	if (word_list_within(r->lists, WORDS_EXCEPT, r->fold, w, *end, i)) /* "ratified all, except No. 155" */
		return (struct span){ 0 };
	if (*end && (!action_of(r, &best).n || tells_of_use(action_of(r, &best), word_text(r->fold, w->v[at])))) {
		struct span verb = verb_of_use(g, w, at);

		if (verb.n)
			return verb;
	}
	return *end ? action_at(r, w, at, &best) : (struct span){ 0 };
}

/* The first action word at or behind word i, within its clause. */
static struct span action_after(const struct governed *g, const struct words *w, size_t i)
{
	struct phrase_hit hit;

	for (size_t k = i; k < w->n && !(k > i && opens_with(g->r, w, k, ';')); k++)
		if (governs_at(g, w, k, w->n, &hit))
			return action_at(g->r, w, k, &hit);
	return (struct span){ 0 };
}

/* "Конвенции № 156, ратифицированной страной": a participle behind a comma at word i. */
static struct span participle_behind(const struct governed *g, const struct words *w, size_t i)
{
	struct phrase_hit hit;
	struct span word = word_text(g->r->fold, w->v[i]);

	if (!opens_with(g->r, w, i, ',') || !governs_at(g, w, i, w->n, &hit) || !is_of(g->r, word, M_PARTICIPLE))
		return (struct span){ 0 };
	return action_of(g->r, &hit);
}

/* "…, которую Беларусь ратифицировала": a relative clause behind the item outweighs what stands before it. */
static struct span action_behind(const struct governed *g, const struct words *w, size_t i)
{
	struct phrase_hit hit;
	size_t end = i + RELATIVE_WORDS < w->n ? i + RELATIVE_WORDS : w->n;

	if (i >= w->n)
		return (struct span){ 0 };
	if (!word_list_has(g->r->lists, WORDS_WHICH, word_text(g->r->fold, w->v[i])))
		return participle_behind(g, w, i);
	for (size_t k = i; k < end; k++)
		if (governs_at(g, w, k, w->n, &hit))
			return action_of(g->r, &hit);
	return (struct span){ 0 };
}

/* "в соответствии с …, конвенциями МОТ" at words [from, i): a legal basis, which nobody does anything with. */
static bool is_basis(const struct resolver *r, const struct words *w, size_t from, size_t i)
{
	return word_list_within(r->lists, WORDS_BASIS, r->fold, w, from, i);
}

/*
 * "должны действовать в соответствии с …", "включить в перечень, руководствуясь …": a duty or a task in words [0, i)
 * makes the accordance a deed.
 */
static bool is_task(const struct resolver *r, const struct words *w, size_t i)
{
	if (word_list_within(r->lists, WORDS_DUTY, r->fold, w, 0, i))
		return true;
	for (size_t k = 0; k < i; k++) {
		enum verb_form form = verb_form_of(r, word_text(r->fold, w->v[k]));

		if (form == VERB_INFINITIVE || (form == VERB_NOUN && !k))
			return true;
	}
	return false;
}

/* "…, говорит Рекомендация № 130", "примером служат Конвенции …": a verb that tells of no action governs word i. */
static bool has_own_verb(const struct resolver *r, const struct words *w, size_t i)
{
	struct phrase_hit hit;

	return i && i < w->n && !resolver_phrase_at(r, LEX_INSTRUMENT_ACTIONS, w, i - 1, i, &hit) &&
	       is_of(r, word_text(r->fold, w->v[i - 1]), M_VERB);
}

/* "Қазақстан ратификациялаған № 87, № 98 … конвенциялары": a participle right before its list. */
static bool is_participle(const struct resolver *r, const struct words *w, size_t from, size_t first)
{
	static const char *const ends[] = { "ған", "ген", "қан", "кен", "ган", "гөн", "гон" };
	struct span word = from && from == first ? word_text(r->fold, w->v[from - 1]) : (struct span){ 0 };

	for (size_t k = 0; k < sizeof ends / sizeof *ends; k++)
		if (span_ends(word, span_of(ends[k])))
			return true;
	return false;
}

/* "а Конвенцию № 190 – пока нет": a denial for a verb, right behind and before another number. */
static bool denied_behind(const struct resolver *r, const struct words *w, size_t i)
{
	for (size_t k = i; k < i + DENIAL_WORDS && k < w->n; k++) {
		struct span word = word_text(r->fold, w->v[k]);

		if (opens_with(r, w, k, ';'))
			return false;
		if (word_list_has(r->lists, WORDS_SAYS_NO, word))
			return true;
		if (span_has_digit(word))
			return false;
	}
	return false;
}

/* "ratify the … Convention, and the\nViolence …": nothing ends before this place but a line. */
static bool goes_on(const struct doc *d, size_t at)
{
	while (at > 0 && (d->text.p[at - 1] == ' ' || d->text.p[at - 1] == '\n'))
		at--;
	return at > 0 && ((d->text.p[at - 1] >= 'a' && d->text.p[at - 1] <= 'z') || d->text.p[at - 1] == ',');
}

/* The sentence around an item, or its block where there are none; of a very long one what is near. */
static void sentence_of(const struct doc *d, const struct item *it, size_t *start, size_t *end)
{
	const struct block *b = it->block >= 0 ? &d->blocks[it->block] : NULL;
	size_t lo = doc_sentence_at(d, it->start);

	*start = b ? b->start : 0;
	*end = b ? b->end : d->text.n;
	if (lo < d->n_sentences && d->sentences[lo].start <= it->start && d->sentences[lo].end >= it->end) {
		*end = d->sentences[lo].end;
		while (lo > 0 && d->sentences[lo - 1].start >= *start && goes_on(d, d->sentences[lo].start))
			lo--;
		*start = d->sentences[lo].start;
	}
	if (it->start - *start > LONG_SENTENCE)
		*start = it->start - LONG_SENTENCE;
	if (*end > it->end + LONG_SENTENCE)
		*end = it->end + LONG_SENTENCE;
}

/*
 * What is done with the item; *basis: nothing, it is quoted as a basis; *said: the words before it tell, even where
 * they tell of nothing ("has not ratified"). Nearest first: a relative clause behind it; in
 * Kazakh and Kyrgyz the verb behind its object; the words before it; what follows.
 */
static struct span action_in(const struct governed *g, bool *basis, bool *said)
{
	const struct resolver *r = g->r;
	const struct item *it = g->it;
	struct span action, before;
	size_t start, end, first, last, from;
	struct words w;

	sentence_of(g->d, it, &start, &end);
	w = resolver_words(r, start, end);
	first = words_from(&w, it->start);
	last = words_from(&w, it->end);
	before = action_before(g, &w, first, &from);
	*basis = *said = false;
	action = action_behind(g, &w, last);
	if (action.n)
		return action;
	if (is_late_verb(jval_str(g->d->meta, "lang"))) {
		*basis = is_basis(r, &w, last, last + BASIS_WORDS);
		if (*basis)
			return action;
		if (is_participle(r, &w, from, first))
			return before;
		action = action_after(g, &w, last);
		return action.n ? action : before;
	}
	*basis = is_basis(r, &w, from, first);
	if (*basis && is_task(r, &w, first)) {
		*basis = false;
		return SPAN("implement");
	}
	*said = from > 0;
	if (from < first && has_own_verb(r, &w, first)) {
		*said = true;
		return action_after(g, &w, last);
	}
	if (span_is(before, "ratified") && denied_behind(r, &w, last))
		return (struct span){ 0 };
	if (span_is(before, "ratify") && last < w.n &&
	    word_list_has(r->lists, WORDS_HAPPENED,
			  word_text(r->fold, w.v[last]))) /* "ратификация … зарегистрирована" */
		return SPAN("ratified");
	if (*basis || (from && !turns_between(r, &w, from, first)))
		return *basis ? action : before;
	return action_after(g, &w, last);
}

/* A country of the sentence at word k that is no part of a longer name: its code, else empty. */
static struct span country_at(const struct resolver *r, const struct words *w, size_t k, size_t *words)
{
	struct phrase_hit hit;

	if (!resolver_phrase_at(r, LEX_COUNTRIES, w, k, w->n, &hit) ||
	    item_index_over(&r->names, w->v[k].start, w->v[k + hit.words - 1].end))
		return (struct span){ 0 };
	*words = hit.words;
	return lexicon_cell(r->lexicon[LEX_COUNTRIES], hit.row, "iso");
}

/* "в Грузии, Молдове и Казахстане": countries in words [k, *end) that are named together; their code where they are
 * one. */
static struct span countries_at(const struct resolver *r, const struct words *w, size_t k, size_t *end)
{
	size_t words = 0;
	struct span one = country_at(r, w, k, &words), next = one;

	*end = k + 1;
	for (bool same = true; next.n;) {
		same = same && span_eq(one, next);
		one = same ? one : (struct span){ 0 };
		*end = k + words;
		k = *end;
		if (k < w->n && word_list_has(r->lists, WORDS_LIST_AND, word_text(r->fold, w->v[k])))
			k++;
		else if (k >= w->n || !opens_with(r, w, k, ','))
			break;
		next = k < w->n ? country_at(r, w, k, &words) : (struct span){ 0 };
	}
	return one;
}

/* "на кыргызском, русском и узбекском языках": do the countries before word `to` name tongues? */
static bool are_tongues(const struct resolver *r, const struct words *w, size_t to)
{
	return to < w->n && word_list_has(r->lists, WORDS_LANGUAGE, word_text(r->fold, w->v[to]));
}

/* "опыт Финляндии", "the Labour Code of the Republic of Armenia": a country at word k that does nothing itself. */
static bool is_of_others(const struct resolver *r, const struct words *w, size_t k)
{
	while (k && (word_list_has(r->lists, WORDS_BEFORE_COUNTRY, word_text(r->fold, w->v[k - 1])) ||
		     word_list_has(r->lists, WORDS_ENGLISH_STOP, word_text(r->fold, w->v[k - 1]))))
		k--;
	return k && (word_list_has(r->lists, WORDS_OF_OTHERS, word_text(r->fold, w->v[k - 1])) ||
		     word_list_has(r->lists, WORDS_ACT_NOUN, word_text(r->fold, w->v[k - 1])));
}

struct span instrument_country(const struct resolver *r, struct doc *d, const struct item *it)
{
	struct span country = jval_str(d->meta, "country");
	size_t start, end, best = SIZE_MAX;
	struct words w;

	sentence_of(d, it, &start, &end);
	w = resolver_words(r, start, end);
	for (size_t k = 0, last, words; k < w.n; k = last) {
		size_t far = w.v[k].end <= it->start ? it->start - w.v[k].end : w.v[k].start - it->start;
		struct span found;

		last = k + 1;
		if ((w.v[k].start < it->end && w.v[k].end > it->start) || !country_at(r, &w, k, &words).n)
			continue;
		found = countries_at(r, &w, k, &last);
		if (far >= best || is_of_others(r, &w, k) || are_tongues(r, &w, last))
			continue;
		country = found;
		best = far;
	}
	return country;
}

/* "- № 47 «О …»": an item that is the instrument, rather than a sentence that tells something of it. */
static bool is_listed(const struct governed *g)
{
	const struct item *it = g->it;
	const struct block *b = it->block >= 0 ? &g->d->blocks[it->block] : NULL;
	struct words behind;

	if (!b || b->kind != BLOCK_ITEM ||
	    (it->start > block_body(b) + OPENS_WITHIN && !item_index_last(g->instruments, b->start, it->start)))
		return false;
	behind = resolver_words(g->r, it->end, b->end);
	for (size_t k = 0; k < behind.n; k++)
		if (!item_index_over(g->instruments, behind.v[k].start, behind.v[k].end) &&
		    has_verb(g->r, &behind, k, k + 1))
			return false;
	return true;
}

/* "3) внести в парламент законопроекты о ратификации:": an item that introduces items below it. */
static bool is_lead(const struct doc *d, const struct block *b)
{
	return b->kind != BLOCK_ITEM || (b->end > b->start && d->text.p[b->end - 1] == ':');
}

/*
 * In a list the line that introduces it governs; where that tells of nothing, and elsewhere, the heading of the section
 * ("Ратифицировано", "Меры по выполнению").
 */
static struct span action_above(const struct governed *g, bool listed)
{
	const struct doc *d = g->d;
	size_t end;

	for (int i = g->it->block - 1; i >= 0 && i > g->it->block - SECTION_BLOCKS; i--) {
		const struct block *b = &d->blocks[i];
		struct span action;
		struct words w;

		if (b->hidden || !is_lead(d, b) || (!listed && b->kind != BLOCK_HEADING))
			continue;
		w = resolver_words(g->r, b->start, b->end);
		action = action_before(g, &w, w.n, &end);
		if (end || b->kind == BLOCK_HEADING || b->kind == BLOCK_TITLE)
			return action;
		listed = false;
	}
	return (struct span){ 0 };
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
	return !denied_behind(r, &behind, 0) && !is_basis(r, &w, 0, w.n) && !action_ahead(r, &w, 0) &&
	       !has_verb(r, &w, 0, w.n);
}

struct span instrument_action(const struct resolver *r, struct doc *d, const struct item *it, const struct item *before,
			      const struct item_index *instruments)
{
	const struct governed g = { r, d, it, instruments };
	bool basis, said;
	struct span action;

	if (continues_list(r, d, before, it) &&
	    !(it->type == ITEM_RECOMMENDATION && span_starts(jval_str(before->norm, "action"), SPAN("ratif"))))
		return jval_str(before->norm, "action");
	action = action_in(&g, &basis, &said);
	if (action.n || basis || said)
		return action;
	return action_above(&g, is_listed(&g));
}
