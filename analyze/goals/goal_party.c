/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Orders and demands name whom they are meant for: in the dative before the infinitive, between "from" and a dash, or,
 * in Kazakh and Kyrgyz, in the nominative at the beginning. The goal begins behind that name.
 */
#include "goal_party.h"

#include <string.h>

#include "morph.h"
#include "phrases.h"
#include "recase.h"
#include "utf8.h"
#include "verbs.h"

enum { ADDRESSED_WITHIN = 28, TERMS_FROM = 2, ASKED_WORDS = 8, SUBJECT_WORDS = 3, PARTY_WORDS = 12 };

/* The cases that folded word may stand in; 0: it may be something else than a noun or an adjective. */
static unsigned cases_of(const struct resolver *r, struct span word)
{
	struct morph_parse parses[MORPH_MAX];
	size_t n = morph_parses(r->morph, word, parses);
	unsigned cases = 0;

	for (size_t i = 0; i < n; i++)
		if (parses[i].tags & (M_NOUN | M_ADJ))
			cases |= parses[i].tags & M_CASES;
		else
			return 0;
	return cases;
}

/* Do an adjective and the noun behind it agree in a dative, and in no case that an object has ("Правовой инспекции")?
 */
static bool agrees_in_dative(const struct goal_ctx *g, struct span adjective, struct span noun)
{
	struct morph_parse a[MORPH_MAX], n[MORPH_MAX];
	size_t n_a = morph_parses(g->r->morph, adjective, a), n_n = morph_parses(g->r->morph, noun, n);
	unsigned cases = 0;

	for (size_t i = 0; i < n_a; i++)
		for (size_t k = 0; k < n_n; k++) {
			unsigned both = a[i].tags & n[k].tags;
			bool agree = (both & M_PLUR) || ((both & M_SING) && (both & M_GENDERS));

			if ((a[i].tags & M_ADJ) && (n[k].tags & M_NOUN) && agree)
				cases |= both & M_CASES;
		}
	return (cases & M_DAT) && !(cases & (M_NOM | M_ACC));
}

/*
 * Is the first word of an order, whose infinitive is word verb, a dative? One that may be its object (работу, контроль)
 * is none, unless the object stands behind the infinitive: "Комиссии провести проверку".
 */
static bool is_dative(const struct goal_ctx *g, const struct words *w, size_t verb)
{
	unsigned cases = cases_of(g->r, word_text(g->r->fold, w->v[0]));

	if (verb > 1 && agrees_in_dative(g, word_text(g->r->fold, w->v[0]), word_text(g->r->fold, w->v[1])))
		return true;
	if (!(cases & M_DAT))
		return false;
	if (!(cases & (M_NOM | M_ACC)))
		return true;
	return verb + 1 < w->n && (span_has_digit(word_text(g->r->fold, w->v[verb + 1])) ||
				   (cases_of(g->r, word_text(g->r->fold, w->v[verb + 1])) & M_ACC));
}

static bool ends_dative(struct span word)
{
	static const char *const datives[] = { "ам",   "ям",    "ому",   "ему", "им",   "ым",    "ению", "анию",
					       "телю", "уму",   "ету",   "ору", "исту", "нту",   "вету", "союзу",
					       "ілу",  "елу",   "эту",   "іту", "цыі",  "ції",   "тву",  "най",
					       "скай", "ській", "льнай", "аму", "яму",  "ічній", "овій", "льній" };

	for (size_t i = 0; i < sizeof datives / sizeof *datives; i++)
		if (span_ends(word, span_of(datives[i])))
			return true;
	return false;
}

static bool opens_with_dative(const struct goal_ctx *g, const struct words *w, size_t verb)
{
	size_t hyphen = w->n > 1 && span_is(doc_slice(g->d, w->v[0].end, w->v[1].start), "-") && verb > 1;
	struct span first = w->n ? word_text(g->r->fold, w->v[hyphen]) : (struct span){ 0 };
	const struct item *body = w->n ? item_index_at(&g->r->names, w->v[0].start, ITEM_ORG) : NULL;

	if (body && body->end < w->v[verb].start && resolver_words(g->r, body->start, body->end).n == 1)
		return true; /* "ЦК подготовить …" */
	return w->n && (ends_dative(first) || is_dative(g, w, verb));
}

bool goal_opens_with_dative(const struct goal_ctx *g, const struct words *w)
{
	return w->n && ends_dative(word_text(g->r->fold, w->v[0]));
}

/* "Отделу до 1 октября подготовить …": the time is of the goal; where the first one in text[start, end) begins, or end.
 */
static size_t before_time(const struct goal_ctx *g, size_t start, size_t end)
{
	size_t k = item_index_from(&g->r->times, start);

	return k < g->r->times.n && item_index_get(&g->r->times, k)->start < end
		       ? item_index_get(&g->r->times, k)->start
		       : end;
}

/* "членским организациям Профсоюза" → "Членские организации Профсоюза"; unchanged where it is not understood. */
static struct span nominative(const struct goal_ctx *g, struct span s, unsigned cases)
{
	struct span name = s;

	for (unsigned from = 1; from && from <= cases && name.p == s.p; from <<= 1)
		if (from & cases)
			name = recase(&g->d->arena, g->r->morph, s, from, M_NOM);
	return name.p == s.p ? s : text_capital(&g->d->arena, name);
}

struct span goal_addressee(const struct goal_ctx *g, size_t start, size_t end)
{
	const struct item *org = item_index_at(&g->r->names, start, ITEM_ORG);
	struct span s = doc_slice(g->d, start, end);
	size_t bracket = span_find_char(s, '(', 0);

	if (org && org->end <= end)
		return jval_str(org->norm, "canonical");
	s = span_trim(span_sub(s, 0, bracket == SPAN_NONE ? s.n : bracket));
	while (s.n && (s.p[s.n - 1] == ',' || s.p[s.n - 1] == ':'))
		s.n--;
	if (span_find(s, SPAN("«"), 0) != SPAN_NONE && span_find(s, SPAN("»"), 0) == SPAN_NONE &&
	    span_starts(span_sub(g->d->text, end, g->d->text.n), SPAN("»"))) /* words end before the quote */
		s.n += sizeof "»" - 1;
	return nominative(g, s, M_DAT);
}

struct span goal_asked(const struct goal_ctx *g, const struct words *w, size_t first, size_t last)
{
	struct span s;

	while (first < last && word_list_has(g->r->lists, WORDS_BEFORE_ASKED, word_text(g->r->fold, w->v[first])))
		first++;
	if (first >= last || last - first > ASKED_WORDS)
		return (struct span){ 0 };
	s = doc_slice(g->d, w->v[first].start, w->v[last - 1].end);
	if (span_find_char(s, ',', 0) != SPAN_NONE || span_find_char(s, ':', 0) != SPAN_NONE)
		return (struct span){ 0 };
	for (size_t k = item_index_from(&g->r->names, w->v[first].start); k < g->r->names.n; k++) {
		const struct item *it = item_index_get(&g->r->names, k);

		if (it->start >= w->v[last - 1].end)
			break;
		if (it->type == ITEM_ORG && it->start <= w->v[first].start + 1 && it->end + 4 >= w->v[last - 1].end)
			return jval_str(it->norm, "canonical");
	}
	return nominative(g, s, M_GEN | M_ACC | M_DAT);
}

static bool has_capital(const struct doc *d, size_t at)
{
	return utf8_is_upper(utf8_next(d->text, &at));
}

size_t goal_with_preposition(const struct goal_ctx *g, const struct words *w, size_t i)
{
	size_t k = i;

	if (k > 1 && word_list_has(g->r->lists, WORDS_BEFORE_TIME_NOUN, word_text(g->r->fold, w->v[k - 1])))
		k--;                                         /* "в срок до 1 мая" */
	if (k > 0 && w->v[k - 1].end + 1 == w->v[k].start && /* no initial: "(Пак В.)" */
	    word_list_has(g->r->lists, WORDS_BEFORE_TIME, word_text(g->r->fold, w->v[k - 1])))
		return k - 1;
	return i;
}

/* "Министерству при уточнении бюджета на 2031 год предусмотреть …": so does what is to be done with it. */
static size_t before_condition(const struct goal_ctx *g, const struct words *w, size_t verb, size_t from)
{
	const struct item *body = item_index_at(&g->r->names, w->v[0].start, ITEM_ORG);

	for (size_t k = 1; body && k < verb && w->v[k].start < from; k++)
		if (w->v[k].start >= body->end && span_is(word_text(g->r->fold, w->v[k]), "при"))
			return w->v[k].start;
	return from;
}

/* "Членским организациям провести …": whom an order is given to stands in the dative before the infinitive. */
size_t goal_behind_addressee(const struct goal_ctx *g, const struct words *w, size_t start, struct span *actor)
{
	size_t at, limit = w->n < ADDRESSED_WITHIN ? w->n : ADDRESSED_WITHIN, from;

	if (!goal_find_infinitive(g->r, w, 0, limit, &at) || at == 0 || !opens_with_dative(g, w, at))
		return start;
	while (at > 1 && verb_may_precede(g->r, word_text(g->r->fold, w->v[at - 1])) &&
	       !ends_dative(word_text(g->r->fold, w->v[at - 1])) && !has_capital(g->d, w->v[at - 1].start))
		at--;
	from = before_time(g, w->v[0].end, w->v[at].start);
	for (size_t k = 1; k <= at; k++)
		if (w->v[k].start == from) {
			from = w->v[goal_with_preposition(g, w, k)].start; /* "у першым паўгоддзі" */
			break;
		}
	from = before_condition(g, w, at, from);
	*actor = goal_addressee(g, w->v[0].start, from);
	return from;
}

/* Is text[at, end) nothing but times and the signs between them: "февраль-март, октябрь"? */
static bool only_times(const struct goal_ctx *g, size_t at, size_t end)
{
	while (at < end) {
		const struct item *it = item_index_at(&g->r->times, at, ITEM_DATE);
		size_t next = at;

		it = it ? it : item_index_at(&g->r->times, at, ITEM_DEADLINE);
		if (!it && utf8_is_word(utf8_next(g->d->text, &next)))
			return false;
		at = it ? it->end : next;
	}
	return true;
}

/* "Провести семинар. Март", "… (II квартал)", "… — март, октябрь": times that end a task say when. */
static size_t before_closing_time(const struct goal_ctx *g, const struct words *w, size_t end)
{
	static const char *const signs[] = { ". ", " (", " – ", " — " };
	size_t n_signs = span_is(jval_str(g->d->meta, "kind"), "plan") ? 4 : 1; /* brackets and dashes in plans alone */
	size_t k = w->n ? item_index_from(&g->r->times, w->v[0].end) : 0;

	for (; w->n && k < g->r->times.n && item_index_get(&g->r->times, k)->start < end; k++) {
		size_t at = item_index_get(&g->r->times, k)->start;

		for (size_t i = 0; i < n_signs; i++)
			if (span_ends(span_sub(g->d->text, 0, at), span_of(signs[i])) && only_times(g, at, end))
				return at - span_of(signs[i]).n;
	}
	return end;
}

/* "Срок – до 1 мая. Ответственный – …": a sentence of its own that says when and who. */
static size_t before_labels(const struct goal_ctx *g, const struct words *w, size_t end)
{
	for (size_t i = TERMS_FROM; i < w->n; i++) {
		struct span between = doc_slice(g->d, w->v[i - 1].end, w->v[i].start);
		size_t stop = between.n;

		while (stop > 0 && between.p[stop - 1] != '.')
			stop--;
		if (stop && word_list_has(g->r->lists, WORDS_TERMS, word_text(g->r->fold, w->v[i])))
			return w->v[i - 1].end + stop - 1; /* "(25 чел.). Срок: …" */
	}
	return end;
}

size_t goal_before_terms(const struct goal_ctx *g, const struct words *w, size_t end)
{
	return before_closing_time(g, w, before_labels(g, w, end));
}

/* Where word k begins, the sign of its number included: "№ 190 Конвенцияны". */
static size_t with_number_sign(const struct goal_ctx *g, const struct words *w, size_t k)
{
	struct span before = span_sub(g->d->text, w->v[k - 1].end, w->v[k].start);

	return w->v[k].start - (span_ends(before, SPAN("№ ")) ? sizeof "№ " - 1 : 0);
}

/* Does a dash stand before word k? */
static bool behind_a_dash(const struct goal_ctx *g, const struct words *w, size_t k)
{
	struct span gap = doc_slice(g->d, w->v[k - 1].end, with_number_sign(g, w, k));

	return span_ends(gap, SPAN("– ")) || span_ends(gap, SPAN("— ")) || span_ends(gap, SPAN(" - "));
}

size_t goal_behind_asked(const struct goal_ctx *g, const struct words *w, size_t start, bool demand, struct span *actor)
{
	size_t limit = w->n < ADDRESSED_WITHIN ? w->n : ADDRESSED_WITHIN, at;
	size_t first = w->n && word_list_has(g->r->lists, WORDS_FROM, word_text(g->r->fold, w->v[0]));
	size_t name = first || (w->n && (span_is(word_text(g->r->fold, w->v[0]), "к") || /* "к работодателям –" */
					 span_is(word_text(g->r->fold, w->v[0]), "ко")));

	for (size_t k = 1; (first || demand) && k < limit; k++) {
		if (!behind_a_dash(g, w, k))
			continue;
		first |= k <= ASKED_WORDS && goal_asked_words(g, w, 0, k) == k;
		if (span_has_digit(word_text(g->r->fold, w->v[k])) &&
		    with_number_sign(g, w, k) == w->v[k].start) /* "за – 34, проти – 0" */
			return start;
		if (!first && (k > ASKED_WORDS || goal_find_infinitive(g->r, w, 0, k, &at) ||
			       !goal_find_infinitive(g->r, w, k, limit, &at)))
			return start;
		*actor = goal_addressee(g, w->v[name].start, w->v[k - 1].end);
		return with_number_sign(g, w, k);
	}
	return start;
}

/* "Кеңестер құрылсын": what is to be made is no actor. */
static bool is_passive_order(struct span verb)
{
	static const char *const endings[] = { "ылсын", "ілсін", "илсин", "улсун", "үлсүн",
					       "нсын",  "нсін",  "нсин",  "нсун",  "нсүн" };

	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
		if (span_ends(verb, span_of(endings[i])))
			return true;
	return false;
}

/* "Департамент (Қ.Т. Бейсенбаев)": behind the bracket that follows byte at, or at. */
static size_t behind_bracket(const struct doc *d, size_t at, size_t end)
{
	size_t close = span_starts(doc_slice(d, at, end), SPAN(" ("))
			       ? span_find_char(span_sub(d->text, 0, end), ')', at)
			       : SPAN_NONE;

	return close == SPAN_NONE ? at : close + 1;
}

/* Kazakh and Kyrgyz: the body that is ordered to act opens the sentence in the nominative. */
size_t goal_behind_body(const struct goal_ctx *g, size_t start, size_t end, struct span *actor)
{
	static const char *const oblique[] = { "ның", "нің", "дың", "дің", "тың", "тің", "нын", "нин",
					       "дын", "дин", "нун", "дун", "на",  "не",  "мен", "пен",
					       "бен", "нан", "нен", "дан", "ден", "тан", "тен", "ға",
					       "ге",  "қа",  "ке",  "да",  "де",  "та",  "те" };
	static const char *const behind[] = { " менен",   " мен ", " бірлес", " бірге",  " биргелик", " туралы",
					      " жөнүндө", " үшін", " үчүн",   " арқылы", " аркылуу" };
	const struct doc *d = g->d;
	size_t k = item_index_from(&g->r->names, start);
	const struct item *it = k < g->r->names.n ? item_index_get(&g->r->names, k) : NULL;
	size_t stop = it && it->end < end ? behind_bracket(d, it->end, end) : 0;
	bool nominative = stop && it->start <= start + 2 && stop + 1 < end && d->text.p[stop] == ' ';

	for (size_t i = 0; nominative && i < sizeof oblique / sizeof *oblique; i++)
		nominative = !span_ends(span_sub(g->r->fold, it->start, it->end), span_of(oblique[i]));
	for (size_t i = 0; nominative && i < sizeof behind / sizeof *behind; i++)
		nominative = !span_starts(span_sub(g->r->fold, stop, end), span_of(behind[i]));
	if (!nominative) {
		struct words w = resolver_words(g->r, start, end);
		size_t n = goal_subject_words(g, &w);

		if (!n || is_passive_order(word_text(g->r->fold, w.v[w.n - 1])) || (it && it->start < w.v[n - 1].end) ||
		    d->text.p[w.v[n - 1].end] != ' ')
			return start;
		*actor = doc_slice(d, w.v[0].start, w.v[n - 1].end);
		return w.v[n - 1].end;
	}
	*actor = jval_str(it->norm, "canonical");
	return stop;
}

static bool ends_in(struct span word, const char *const *endings)
{
	for (; *endings; endings++)
		if (word.n > strlen(*endings) + 2 && span_ends(word, span_of(*endings)))
			return true;
	return false;
}

size_t goal_subject_words(const struct goal_ctx *g, const struct words *w)
{
	size_t words = word_list_phrase(g->r->lists, WORDS_ORDERED_BODY, g->r->fold, w, 0, w->n);
	static const char *const plurals[] = { "лар", "лер", "дар", "дер", "тар", "тер", "лор",
					       "лөр", "дор", "дөр", "тор", "төр", NULL };

	if (words && w->n > words)
		return words;
	for (size_t k = 0; k < SUBJECT_WORDS && k + 1 < w->n; k++)
		if (ends_in(word_text(g->r->fold, w->v[k]), plurals))
			return k + 1;
	return 0;
}

/* Does the text of a name end so? */
static bool ends_case(const struct goal_ctx *g, const struct item *name, const char *const *endings)
{
	return ends_in(span_sub(g->r->fold, name->start, name->end), endings);
}

size_t goal_called_words(const struct goal_ctx *g, const struct words *w, size_t from, size_t end)
{
	static const char *const accusatives[] = { "ды",  "ді",  "ты",   "ті",    "ны",    "ні",  "ди",  "ти",  "ни",
						   "ду",  "дү",  "ту",   "тү",    "ну",    "нү",  "сын", "сін", "син",
						   "сун", "сүн", "ігін", "лығын", "лигин", "рин", NULL };
	static const char *const objects[] = { "ды", "ді", "ты", "ті", "ны", "ні", "ди", "ти", "ни",
					       "ду", "дү", "ту", "тү", "ну", "нү", "ға", "ге", "қа",
					       "ке", "га", "го", "гө", "ка", "ко", "кө", NULL };
	const struct item *name = from < end ? item_index_at(&g->r->names, w->v[from].start, ITEM_ORG) : NULL;

	if (name && name->end < w->v[end - 1].start && ends_case(g, name, accusatives))
		return words_from(w, name->end);
	for (size_t k = from; k + 2 < end && k < from + SUBJECT_WORDS; k++)
		if (ends_in(word_text(g->r->fold, w->v[k]),
			    (const char *const[]){ "ларды", "лерді", "дарды", "дерді", "тарды", "терді", "лерди",
						   "дерди", "терди", "лорду", "лөрдү", NULL }))
			return ends_in(word_text(g->r->fold, w->v[k + 1]), objects) ? k + 1 : from;
	return from;
}

size_t goal_asked_words(const struct goal_ctx *g, const struct words *w, size_t from, size_t end)
{
	static const char *const ablatives[] = { "нан", "нен", "дан", "ден", "тан", "тен", "нон",
						 "нөн", "дон", "дөн", "тон", "төн", NULL };

	const struct item *name = from < w->n ? item_index_at(&g->r->names, w->v[from].start, ITEM_ORG) : NULL;

	if (!name && from < w->n && w->v[from].start) /* behind a quote */
		name = item_index_at(&g->r->names, w->v[from].start - (sizeof "«" - 1), ITEM_ORG);
	if (name && end && name->end < w->v[end - 1].end && ends_case(g, name, ablatives))
		return words_from(w, name->end);
	for (size_t k = from; k < end && k < from + ASKED_WORDS; k++) {
		if (!ends_in(word_text(g->r->fold, w->v[k]), ablatives) ||
		    span_ends(word_text(g->r->fold, w->v[k]), SPAN("стан")))
			continue;
		return item_index_over(&g->r->times, w->v[k].start, w->v[k].end) ? from : k + 1;
	}
	return from;
}

struct span goal_asked_name(const struct goal_ctx *g, const struct words *w, size_t from, size_t to)
{
	enum { ABLATIVE = sizeof "нен" - 1 };
	struct span s = doc_slice(g->d, w->v[from].start, w->v[to - 1].end);
	const struct item *it = item_index_at(&g->r->names, w->v[from].start, ITEM_ORG);

	return it && it->end == w->v[to - 1].end ? jval_str(it->norm, "canonical") : span_sub(s, 0, s.n - ABLATIVE);
}

bool goal_is_finite(const struct goal_ctx *g, struct span word)
{
	static const char *const ru[] = { "ет",   "ит",   "ют",   "ут",   "ят",   "ат",
					  "ется", "ится", "ются", "утся", "ятся", NULL };
	static const char *const uk[] = { "ує", "ює", "ає", "яє", "ить", "їть", "ють", "уть", "ять", "ає", NULL };
	static const char *const be[] = { "уе", "юе", "ае", "яе", "уць", "юць", "іць", "ыць", "яць", NULL };
	struct span lang = jval_str(g->d->meta, "lang");
	struct morph_parse p[MORPH_MAX];
	size_t n;

	if (span_is(lang, "uk") || span_is(lang, "be"))
		return ends_in(word, span_is(lang, "uk") ? uk : be) && verb_form_of(g->r, word) == VERB_NONE;
	n = ends_in(word, ru) ? morph_parses(g->r->morph, word, p) : 0;
	for (size_t i = 0; i < n; i++)
		if (!(p[i].tags & M_VERB))
			return false;
	return n > 0;
}

/* Kazakh and Kyrgyz: the party opens the sentence and its verb, in the present or as an order, closes it. */
static bool party_acts_late(const struct goal_ctx *g, const struct words *w, size_t *verb)
{
	static const char *const finite[] = { "еді", "ады", "йді", "йды", "ет",  "ат",  "йт",  "от", "өт",
					      "шат", "шет", "сын", "сін", "сүн", "син", "сун", NULL };
	const struct item *name = item_index_at(&g->r->names, w->v[0].start, ITEM_ORG);
	struct lead lead;
	size_t k = name ? words_from(w, name->end) : 0;

	if (!name && goal_lead_at(g->r, w, 0, w->n, LEAD_PARTY, LEAD_INLINE, &lead))
		k = lead.words;
	*verb = k;
	for (size_t i = k + 1; k && i < w->n; i++) {
		struct span gap = i + 1 < w->n ? doc_slice(g->d, w->v[i].end, w->v[i + 1].start) : SPAN(":");

		if (!span_starts(gap, SPAN(":")) || !ends_in(word_text(g->r->fold, w->v[i]), finite))
			continue;
		return !goal_lead_at(g->r, w, i, w->n, LEAD_STATE, LEAD_INLINE, &lead) &&
		       !goal_lead_at(g->r, w, i - 1, w->n, LEAD_STATE, LEAD_INLINE, &lead);
	}
	return false;
}

/* The word behind a party of the agreement that stands at word i; i: none does. */
static size_t behind_party(const struct goal_ctx *g, const struct words *w, size_t i)
{
	const struct item *name = item_index_at(&g->r->names, w->v[i].start, ITEM_ORG);
	struct lead party;

	if (name)
		return words_from(w, name->end);
	return goal_lead_at(g->r, w, i, w->n, LEAD_PARTY, LEAD_INLINE, &party) ? i + party.words : i;
}

/* "при наличии средств", "в соответствии с законом": not of what is done, unless a time begins so. */
static bool is_condition(const struct clause *c, size_t i)
{
	size_t end = c->w.v[i + 1 < c->w.n ? i + 1 : i].end;

	return word_list_has(c->g->r->lists, WORDS_CIRCUMSTANCE_FIRST, clause_word(c, i)) &&
	       !item_index_over(&c->g->r->times, c->w.v[i].start, end);
}

/* "Правительство, Работодатели и Наниматели": the word behind all parties that open with the one at word i; i: none. */
static size_t behind_parties(const struct clause *c, size_t i)
{
	size_t k = behind_party(c->g, &c->w, i);

	while (k > i && k + 1 < c->w.n) {
		size_t next = clause_joined(c, k + 1) ? k + 1 : k;

		if ((next == k && !clause_gap_has(c, k, ", ")) || behind_party(c->g, &c->w, next) <= next)
			return next == k ? k : i;
		k = behind_party(c->g, &c->w, next);
	}
	return k;
}

size_t goal_behind_actor(const struct clause *c, size_t verb)
{
	size_t first = 0;

	for (size_t i = 0; i < verb && !first; i++)
		if ((i == 0 || clause_gap_has(c, i, ", ")) && behind_parties(c, i) > i)
			first = behind_parties(c, i);
	if (!first || first > verb || is_condition(c, first) || clause_gap_has(c, first, "(") ||
	    clause_gap_has(c, first, ","))
		return verb;
	return first;
}

bool goal_party_acts(const struct goal_ctx *g, const struct words *w, size_t *verb)
{
	struct span lang = jval_str(g->d->meta, "lang");
	struct lead state;
	size_t k;

	if (!w->n)
		return false;
	if (span_is(lang, "kk") || span_is(lang, "ky"))
		return party_acts_late(g, w, verb);
	k = behind_party(g, w, 0);
	/* "О ходе выполнения стороны отчитываются …": the party behind a circumstance */
	for (size_t i = 1; !k && i < PARTY_WORDS && i + 1 < w->n &&
			   word_list_has(g->r->lists, WORDS_CIRCUMSTANCE_FIRST, word_text(g->r->fold, w->v[0]));
	     i++) {
		size_t behind = behind_party(g, w, i);

		k = behind > i && behind < w->n && goal_is_finite(g, word_text(g->r->fold, w->v[behind])) ? behind : 0;
	}
	for (size_t first = k; k && k < w->n && k < first + PARTY_WORDS; k++) {
		struct span word = word_text(g->r->fold, w->v[k]);

		if (word_list_has(g->r->lists, WORDS_RELATIVE, word) ||
		    goal_lead_at(g->r, w, k, w->n, LEAD_STATE | LEAD_LEAD, LEAD_INLINE, &state))
			return false;
		if (!goal_is_finite(g, word))
			continue;
		*verb = k;
		return true;
	}
	return false;
}
