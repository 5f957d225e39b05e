/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose organ it is: what a paper calls Президиум or обком belongs to the body that speaks in it. */
#include "org_owner.h"

#include "org_accept.h"
#include "org_alone.h"
#include "org_body.h"
#include "org_chain.h"
#include "org_clipped.h"
#include "org_english.h"
#include "org_home.h"
#include "org_territory.h"
#include "org_phrase.h"
#include "org_turkic.h"

static struct arena *arena_of(const struct org_names *n)
{
	return n->scan->ts->arena;
}

static bool has_identity(const struct org_names *n, const struct org_cand *c)
{
	return c->quote != TOKEN_NONE || c->proper || (c->tail && org_has_identity(n->scan, c->head + 1, c->last));
}

/* The full name of the clipped word that heads the name (обком: областной комитет), empty: it is no clipped one. */
static struct span clipped_head(const struct org_names *n, const struct org_cand *c)
{
	struct span names = c->row == LEXICON_NONE ? (struct span){ 0 } : lexicon_cell(n->scan->heads, c->row, "lemma");

	return names.n ? org_clipped_full(n->naming->clipped, n->lang, span_trim(span_cut(&names, '|')))
		       : (struct span){ 0 };
}

/* Минский обком: the level is in the word */
static bool clipped_level(const struct org_names *n, const struct org_cand *c)
{
	struct span full = clipped_head(n, c);

	return full.n && word_list_has(n->scan->ts->lists, WORDS_BRANCH_LEVEL, span_cut(&full, ' '));
}

static bool is_organization(const struct tokens *ts, size_t i)
{
	static const char *const stems[] = { "организаци", "арганізац", "організац" };
	bool is = false;

	for (size_t k = 0; k < sizeof stems / sizeof *stems; k++)
		is |= span_starts(token_fold(ts, i), span_of(stems[k]));
	return is;
}

/* Does the name have that phrase behind an adjective? Камский территориальный комитет Профсоюза */
static bool has_phrase(struct span key, struct span phrase)
{
	size_t at = span_find(key, phrase, 1);

	return at != SPAN_NONE && key.p[at - 1] == ' ' && (at + phrase.n == key.n || key.p[at + phrase.n] == ' ') &&
	       span_find_char(span_sub(key, 0, at - 1), ' ', 0) == SPAN_NONE;
}

size_t org_owner_with_phrase(const struct org_names *n, struct span phrase)
{
	size_t found = ORG_NO_BODY;

	for (size_t i = 0; phrase.n && i < n->n; i++) {
		if (n->bodies[i].is_class || !n->bodies[i].mentions || !has_phrase(n->bodies[i].key, phrase))
			continue;
		if (found != ORG_NO_BODY)
			return ORG_NO_BODY;
		found = i;
	}
	return found;
}

size_t org_owner_clipped(const struct org_names *n, const struct org_cand *c)
{
	return org_owner_with_phrase(n, c->plural || !clipped_level(n, c) ? (struct span){ 0 } : clipped_head(n, c));
}

/* Сумська міська рада, Слонімскі раённы выканаўчы камітэт: authorities, whatever the union's own are called */
static bool is_authority(const struct tokens *ts, const struct org_cand *c)
{
	static const char *const executive[] = { "исполнительн", "виконавч", "выканаўч", "распорядительн" };
	static const char *const of_towns[] = { "обласн", "міськ", "районн", "сільськ", "селищн" };

	for (size_t i = 0; i < sizeof executive / sizeof *executive; i++)
		if (span_starts(token_fold(ts, c->head - 1), span_of(executive[i])))
			return true;
	if (ts->t[c->head].lang != LANG_UK || !span_starts(token_fold(ts, c->head), SPAN("рад")))
		return false;
	for (size_t i = 0; i < sizeof of_towns / sizeof *of_towns; i++)
		if (span_starts(token_fold(ts, c->head - 1), span_of(of_towns[i])))
			return true;
	return false;
}

/* Жамбылский областной комитет, Камская территориальная организация, Телавская организация: whose they are goes without
 * saying */
static bool is_regional_branch(const struct org_names *n, const struct org_cand *c)
{
	static const char *const heads[] = { "организаци", "комитет", "совет",     "рад",
					     "камітэт",    "комітет", "арганізац", "організац" };
	struct tokens *ts = n->scan->ts;
	bool branch = false, level;

	if (c->head == TOKEN_NONE || c->last != c->head || c->form || c->plural || c->head == c->first ||
	    !span_is(n->bodies[n->issuer].kind, "union"))
		return false;
	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
		branch |= span_starts(token_fold(ts, c->head), span_of(heads[i]));
	branch |= span_starts(token_fold(ts, c->head), SPAN("филиал")) &&
		  span_find_char(n->bodies[n->issuer].alias, ' ', 0) == SPAN_NONE;
	level = clipped_level(n, c);
	for (size_t k = c->first + 1; k < c->head; k++)
		level |= token_says(ts, k, WORDS_BRANCH_LEVEL);
	if (c->head == c->first + 1 && !level)
		return branch && org_is_regional(n->scan, c) && is_organization(ts, c->head);
	return (branch || clipped_level(n, c)) && level && !is_authority(ts, c);
}

/* Is it a body that a union has, and not an office of state or a commission of several parties? */
static bool is_unions_organ(const struct org_names *n, const struct org_cand *c)
{
	static const char *const of_state[] = { "министр",     "кабинет",     "өкмөт",     "үкімет",
						"басқарма",    "башкарма",    "парламент", "комиссия",
						"инспекция",   "департамент", "кызмат",    "қызмет",
						"администрац", "әкімд",       "мэри",      "сот" };
	static const char *const own[] = { "тексеру",    "текшерүү",   "ревизия", "бақылау", "мандат",
					   "техникалық", "техникалык", "құқық",   "укук",    "келісу",
					   "әйелдер",    "аялдар",     "жастар",  "жаштар" };
	/* Ұлттық статистика комитеті, ХЕҰ Сарапшылар комитеті */
	static const char *const others[] = { "ұлттық", "улуттук", "мемлекет", "мамлекет", "сарапшылар", "эксперттер" };
	struct tokens *ts = n->scan->ts;
	struct span kind = c->row == LEXICON_NONE ? (struct span){ 0 } : lexicon_cell(n->scan->heads, c->row, "kind");

	if (!(span_is(kind, "organ") || span_is(kind, "department") || span_starts(kind, SPAN("gov"))))
		return false;
	for (size_t i = 0; i < sizeof own / sizeof *own; i++)
		if (span_starts(token_fold(ts, c->first), span_of(own[i])))
			return true;
	for (size_t i = 0; i < sizeof of_state / sizeof *of_state; i++)
		if (span_starts(token_fold(ts, c->head), span_of(of_state[i])))
			return false;
	/* Мемлекеттік … комитеті; Жети-Өгүз райондук кеңеши: a local council */
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		if (span_starts(token_fold(ts, c->first), span_of(others[i])))
			return false;
	return !(c->first + 1 < c->head && token_says(ts, c->head - 1, WORDS_BEHIND_PLACE) &&
		 (span_starts(token_fold(ts, c->head), SPAN("кеңе")) ||
		  span_starts(token_fold(ts, c->head), SPAN("кене"))));
}

/* Шығыс Қазақстан филиалы, Чүй облустук комитети: a union's branch, which has its place before it */
static bool is_turkic_branch(const struct org_names *n, const struct org_cand *c)
{
	struct tokens *ts = n->scan->ts;
	struct span head = token_fold(ts, c->head);
	size_t last;
	long place;

	if (c->first == c->head || c->last != c->head || !ts->t[c->first].cap)
		return false;
	/* Шығыс Қазақстан филиалы, Оқу-әдістемелік орталығы */
	for (size_t i = c->first; i < c->head && span_starts(head, SPAN("филиал")); i++)
		if (token_is_word(ts, i) && org_is_place(n->scan, i))
			return true;
	if (span_starts(token_fold(ts, c->first), SPAN("оқу")) || span_starts(token_fold(ts, c->first), SPAN("окуу")))
		return span_starts(head, SPAN("орталығ")) || span_starts(head, SPAN("борбор"));
	place = gazetteer_at(n->scan->places, ts, c->first, &last);
	if (place == LEXICON_NONE || last >= c->head)
		return false;
	return span_starts(head, SPAN("комитет")) && last + 2 == c->head &&
	       token_says(ts, last + 1, WORDS_BEHIND_PLACE);
}

/* Уюштуруу бөлүмү, Борбордук комитет: in Kazakh and Kyrgyz the issuer stands before its organ, in the genitive */
static struct span behind_issuer(const struct org_names *n, const struct org_cand *c, struct span name)
{
	const struct tokens *ts = n->scan->ts;
	struct span inside = org_names_inside(n, n->issuer);

	/* Орталық Кеңесі: the short name may stand before its organ as it is */
	bool owned = n->bodies[n->issuer].alias.n && span_starts(name, n->bodies[n->issuer].alias) &&
		     c->head > c->first && ts->t[c->head].cap;

	if (!inside.n || owned || span_starts(name, inside) || (!is_unions_organ(n, c) && !is_turkic_branch(n, c)) ||
	    (c->first == c->head && !token_says(ts, c->head, WORDS_ORGAN_ALONE)) || c->last != c->head ||
	    org_is_of_union(n->scan, c->head - 1, c->head)) /* Кәсіподақ комитеті */
		return name;
	for (size_t i = c->first; i < c->head && !is_turkic_branch(n, c); i++)
		if (ts->t[i].kind != TOKEN_WORD || (i > c->first && ts->t[i].cap) || org_is_place(n->scan, i) ||
		    org_turkic_genitive(token_fold(ts, i)))
			return name;
	return arena_printf(arena_of(n), "%.*s %.*s", SPAN_ARG(inside),
			    SPAN_ARG(org_turkic_possessive(arena_of(n), name, ts->kazakh)));
}

/* Is the last word of the name the genitive of a clipped word that the document defines: обкома? */
static bool ends_in_short_name(const struct org_names *n, struct span key)
{
	size_t at = key.n;

	while (at > 0 && key.p[at - 1] != ' ')
		at--;
	return at > 0 && span_ends(key, SPAN("кома")) &&
	       span_index_get(&n->by_short, span_sub(key, at, key.n - SPAN("а").n));
}

/* Департамент международных связей, по вопросам защиты интересов трудящихся: what unions have departments for */
static bool is_unions_department(const struct org_names *n, const struct org_cand *c)
{
	enum { WORDS = 6 };
	struct tokens *ts = n->scan->ts;
	size_t i = c->head + 1;

	if (!span_is(n->bodies[n->issuer].kind, "union") || !span_starts(token_fold(ts, c->head), SPAN("департамент")))
		return false;
	if (token_is(ts, i, "по") && (token_is(ts, i + 1, "вопросам") || token_is(ts, i + 1, "защите")))
		i += 2;
	else if (token_is(ts, i, "по"))
		i++;
	if (i > c->last)
		return false;
	if (token_says(ts, i, WORDS_UNIONS_CONCERN))
		return true;
	for (size_t k = i; k <= c->last && k < i + WORDS; k++)
		if (token_in(ts, k, (const char *const[]){ "трудящихся", "профсоюзного", NULL }))
			return true;
	return false;
}

/* Рэспубліканскі камітэт прафсаюза медыкаў: whose organ it is stands behind its noun, in small letters too */
static bool names_its_union(const struct org_names *n, const struct org_cand *c)
{
	const struct org_scan *s = n->scan;

	for (size_t i = c->head + 1; c->head != TOKEN_NONE && i < c->last; i++)
		if (token_is_word(s->ts, i) && token_info(s->ts, i)->head != LEXICON_NONE &&
		    span_is(lexicon_cell(s->heads, token_info(s->ts, i)->head, "kind"), "union") &&
		    org_is_profession(s, i + 1))
			return true;
	return false;
}

/* An organ without its body is the issuer's: Президиум → Президиум Профсоюза. */
struct span org_owner_added(const struct org_names *n, const struct org_cand *c, struct span name)
{
	struct span inside, key = canonical_key(arena_of(n), name);

	if (n->issuer != ORG_NO_BODY && n->lang == LANG_TURKIC)
		return behind_issuer(n, c, name);
	if (n->issuer != ORG_NO_BODY && n->lang == LANG_EN)
		return org_english_of_issuer(n, c, name);
	if (n->issuer != ORG_NO_BODY && is_regional_branch(n, c)) {
		inside = is_organization(n->scan->ts, c->head) ? org_home_union(n) : org_names_inside(n, n->issuer);
		return inside.n ? arena_printf(arena_of(n), "%.*s %.*s", SPAN_ARG(name), SPAN_ARG(inside)) : name;
	}
	if (n->issuer == ORG_NO_BODY || has_identity(n, c) || names_its_union(n, c) ||
	    !(c->flags & (ORG_ORGAN | ORG_NAMED | ORG_CAP)) || c->plural)
		return name;
	inside = org_names_inside(n, n->issuer);
	if (ends_in_short_name(n, key)) /* Президиум обкома */
		return name;
	if (inside.n && span_ends(key, canonical_key(arena_of(n), inside))) /* ПРЕЗИДИУМ ФЕДЕРАЦИИ, горкома профсоюза */
		return name;
	if (c->row != LEXICON_NONE && span_is(lexicon_cell(n->scan->heads, c->row, "lemma"), "филиал") &&
	    n->bodies[n->issuer].quote_text.n && span_find_char(n->bodies[n->issuer].alias, ' ', 0) != SPAN_NONE)
		return arena_printf(arena_of(n), "%.*s «%.*s»", SPAN_ARG(name),
				    SPAN_ARG(n->bodies[n->issuer].quote_text));
	/* Юридический отдел, Відділ охорони праці */
	if (inside.n && c->row != LEXICON_NONE &&
	    (c->first < c->head ? span_starts(lexicon_cell(n->scan->heads, c->row, "kind"), SPAN("department"))
				: c->tail && n->scan->ts->t[c->head].lang == LANG_UK &&
					  token_says(n->scan->ts, c->head + 1, WORDS_UNIONS_CONCERN) &&
					  span_is(lexicon_cell(n->scan->heads, c->row, "kind"), "department")))
		return arena_printf(arena_of(n), "%.*s %.*s", SPAN_ARG(name), SPAN_ARG(inside));
	if (inside.n && c->tail && is_unions_department(n, c))
		return arena_printf(arena_of(n), "%.*s %.*s", SPAN_ARG(name), SPAN_ARG(inside));
	if (inside.n && c->tail && span_ends(key, SPAN("управление делами")))
		return arena_printf(arena_of(n), "%.*s %.*s", SPAN_ARG(name), SPAN_ARG(inside));
	if (inside.n && word_list_has(n->scan->ts->lists, WORDS_ISSUERS_ORGAN, span_cut(&key, ' ')))
		return arena_printf(arena_of(n), "%.*s %.*s", SPAN_ARG(name), SPAN_ARG(inside));
	return name;
}
