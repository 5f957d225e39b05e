/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which candidates are names. Capitals are the best witness and the most deceptive one (sentences begin with them,
 * headings consist of them), so a name needs two of: a capital that means something, a tail, a proper name inside it.
 */
#include "org_accept.h"

#include <string.h>

#include "abbr.h"
#include "org_alone.h"
#include "org_meeting.h"
#include "org_territory.h"
#include "org_phrase.h"
#include "org_turkic.h"

bool org_has_identity(const struct org_scan *s, size_t first, size_t last)
{
	for (size_t i = first; i <= last; i++) {
		const struct token *t = &s->ts->t[i];
		size_t end;

		if (t->kind == TOKEN_MARK && t->mark == '"')
			return true;
		if (t->kind != TOKEN_WORD)
			continue;
		if (s->places && gazetteer_at(s->places, s->ts, i, &end) != LEXICON_NONE && (t->cap || t->loud))
			return true;
		if (t->loud)
			continue;
		if (t->caps || (t->cap && !t->first && token_info(s->ts, i)->head == LEXICON_NONE))
			return true;
	}
	return false;
}

/* профсоюзная организация «…», общественное объединение «…»: the words before the quote belong to the name */
static bool telling_adjective(const struct org_scan *s, const struct org_cand *c)
{
	for (size_t i = c->first; i < c->head; i++)
		if (token_says(s->ts, i, WORDS_TELLING))
			return true;
	return false;
}

/* учреждение здравоохранения «…», общество с ограниченной ответственностью «…»: all of it is the name */
static bool names_works(const struct org_scan *s, const struct org_cand *c)
{
	struct span kind = c->row == LEXICON_NONE ? (struct span){ 0 } : lexicon_cell(s->heads, c->row, "kind");

	if (c->quote == TOKEN_NONE || c->quote < c->head + 2 ||
	    !(span_is(kind, "institution") || span_is(kind, "company") || span_is(kind, "association")))
		return false;
	for (size_t i = c->head + 1; i < c->quote; i++)
		if (!token_says(s->ts, i, WORDS_SPHERE_OF_WORKS)) /* учреждение образования Федерации … «…» */
			return i > c->head + 1 && span_is(kind, "institution") && s->ts->t[i].cap && !s->ts->t[i].caps;
	return true;
}

/* Only what stands in the quotes is the name. */
static enum org_verdict inner_only(struct org_cand *c)
{
	if (c->quote == TOKEN_NONE || c->quote + 1 > c->last - 1)
		return ORG_NO;
	c->first = c->quote + 1;
	c->last--;
	c->head = TOKEN_NONE;
	c->parse = NULL;
	return ORG_NAME;
}

static bool union_tail(const struct org_scan *s, const struct org_cand *c)
{
	for (size_t i = c->head + 1; i <= c->last; i++)
		if (token_says(s->ts, i, WORDS_UNION_TAIL))
			return true;
	return false;
}

/* Международный конгресс промышленников и предпринимателей: people of professions have a body, no single meeting */
static bool of_professions(const struct org_scan *s, const struct org_cand *c)
{
	return c->last > c->head + 1 && (c->capital || c->weak_capital) && org_is_profession(s, c->head + 1) &&
	       org_is_profession(s, c->last);
}

static enum org_verdict accept_plural(const struct org_scan *s, const struct org_cand *c)
{
	if (c->quote != TOKEN_NONE && !(c->flags & (ORG_GENERIC | ORG_INNER)))
		return ORG_NO; /* газеты «…» и «…»: the quotes are candidates of their own */
	if (c->capital && c->tail && !(c->flags & ORG_INNER) && s->ts->t[c->head].cap)
		return ORG_NAME;
	return ORG_WEAK;
}

/* Об’єднання організацій роботодавців: without a dictionary the tail may be lost, the noun is not alone all the same */
static bool goes_on_in_genitive(const struct org_scan *s, const struct org_cand *c)
{
	const struct token *next = &s->ts->t[c->last + 1];

	return (s->ts->t[c->last].lang == LANG_UK || s->ts->t[c->last].lang == LANG_BE) &&
	       tokens_same_block(s->ts, c->last, c->last + 1) && next->kind == TOKEN_WORD && !next->cap &&
	       (token_info(s->ts, c->last + 1)->head != LEXICON_NONE ||
		token_parse(s->ts, c->last + 1, M_NOUN | M_PLUR | M_GEN, 0));
}

/* Кәсіподақ комитеттеріне: before a small noun of bodies it only says whose they are */
static bool belongs_to_noun(const struct org_scan *s, const struct org_cand *c)
{
	size_t next = c->last + 1;

	return s->ts->t[c->last].lang == LANG_TURKIC && tokens_same_block(s->ts, c->last, next) &&
	       token_is_word(s->ts, next) && !s->ts->t[next].cap &&
	       (token_info(s->ts, next)->head != LEXICON_NONE ||
		span_starts(token_fold(s->ts, next), SPAN("комитет")) ||
		span_starts(token_fold(s->ts, next), SPAN("ұйым")) ||
		span_starts(token_fold(s->ts, next), SPAN("уюм")));
}

/* решения президиума от 3 мая, постановление исполкома № 5: whose acts are cited is a name in any letters */
static bool is_cited(const struct org_scan *s, const struct org_cand *c)
{
	static const char *const of[] = { "от", "n", "від", "ад", NULL };
	size_t next = c->last + 1;

	return c->flags & ORG_ORGAN && c->flags & ORG_ALIAS && !c->plural && c->first > 0 &&
	       token_says(s->ts, c->first - 1, WORDS_DECISION) && tokens_same_block(s->ts, c->first - 1, next + 1) &&
	       (token_is_mark(s->ts, next, 0x2116) || token_in(s->ts, next, of)) &&
	       s->ts->t[next + 1].kind == TOKEN_NUMBER;
}

/* (далее – Учреждение): does the document define this noun as a short name? */
static bool is_defined_noun(const struct org_scan *s, long row)
{
	for (size_t i = 0; s->aliases && row != LEXICON_NONE && i < s->aliases->n; i++)
		if (s->aliases->v[i].row == row)
			return true;
	return false;
}

/* Министерства, облисполкомы и концерны решают: no sentence begins with the genitive of one */
static bool opens_as_many(const struct org_scan *s, const struct org_cand *c)
{
	return c->weak_capital && !c->capital && s->ts->t[c->first].lang == LANG_RU &&
	       token_parse(s->ts, c->head, M_NOUN | M_NOM | M_PLUR, 0) &&
	       !token_parse(s->ts, c->head, M_NOUN | M_NOM | M_SING, 0) && token_is_mark(s->ts, c->head + 1, ',');
}

static enum org_verdict accept_alone(const struct org_scan *s, const struct org_cand *c)
{
	if (goes_on_in_genitive(s, c) || belongs_to_noun(s, c) || opens_as_many(s, c))
		return ORG_NO;
	if (c->flags & ORG_ITSELF && (c->capital || c->weak_capital))
		return ORG_NAME;
	if (is_cited(s, c))
		return ORG_NAME;
	if (!(c->flags & ORG_ALIAS || is_defined_noun(s, c->row)) || !(c->capital || c->weak_capital || c->loud))
		return c->flags & ORG_ORGAN || (s->ts->t[c->head].lang == LANG_TURKIC && s->ts->t[c->head].cap) ||
				       (is_defined_noun(s, c->row) && abbr_is_small_compound(s, c->head))
			       ? ORG_WEAK
			       : ORG_NO;
	return ORG_SHORT;
}

/* японское правительство, украинский парламент: an adjective that begins like the name of a country */
static bool of_country(const struct org_scan *s, const struct org_cand *c)
{
	for (size_t i = c->first; i < c->head; i++)
		if (token_says(s->ts, i, WORDS_COUNTRY))
			return true;
	return false;
}

/* техническая инспекция труда: unions and states name theirs so, mostly in small letters */
static bool is_labour_inspectorate(const struct org_scan *s, const struct org_cand *c)
{
	static const char *const labour[] = { "труда", "праці", "працы", NULL };
	struct span head = token_fold(s->ts, c->head);

	return c->first < c->head && c->last > c->head &&
	       (span_starts(head, SPAN("инспекц")) || span_starts(head, SPAN("інспекц"))) &&
	       token_in(s->ts, c->head + 1, labour);
}

/* администрация ОАО «…»: who speaks for a company in small letters is the company */
static bool is_management(const struct org_scan *s, const struct org_cand *c)
{
	bool form = c->last > c->head && s->ts->t[c->last].caps &&
		    lexicon_find(s->forms, token_fold(s->ts, c->last)) != LEXICON_NONE;

	/* на заводе ООО «…»: what a company with its own form runs */
	if (c->quote > c->head + 1 && c->quote != TOKEN_NONE && !s->ts->t[c->head].cap && c->row != LEXICON_NONE &&
	    span_is(lexicon_cell(s->heads, c->row, "kind"), "company") && s->ts->t[c->head + 1].caps)
		return true;
	return (c->quote != TOKEN_NONE || form) && !s->ts->t[c->head].cap &&
	       token_says(s->ts, c->head, WORDS_MANAGEMENT);
}

/* служба охраны труда ГУП «…», управление ГО «…»: in small letters a part of the company, whose name it is */
static bool is_part_of_company(const struct org_scan *s, const struct org_cand *c)
{
	struct span kind = c->row == LEXICON_NONE ? (struct span){ 0 } : lexicon_cell(s->heads, c->row, "kind");

	return c->head != TOKEN_NONE && c->quote != TOKEN_NONE && c->quote > c->head + 1 && !c->form &&
	       !s->ts->t[c->first].cap && s->ts->t[c->quote - 1].caps && !(c->flags & ORG_STRONG) &&
	       !telling_adjective(s, c) &&
	       (span_is(kind, "department") || span_is(kind, "government") || span_is(kind, "institution"));
}

/* начальник отдела, заведующая отделом */
static bool is_in_role(const struct org_scan *s, const struct org_cand *c)
{
	return c->first > 0 && token_says(s->ts, c->first - 1, WORDS_OFFICE_ROLE);
}

/* отдел образования города Костаная, аддзел адукацыі Слонімскага раённага выканаўчага камітэта: an office of a town or
 * district, not a part of somebody's role */
static bool is_town_office(const struct org_scan *s, const struct org_cand *c)
{
	bool named = false;

	if (!token_says(s->ts, c->head, WORDS_TOWN_OFFICE) || c->plural || !c->tail || c->last < c->head + 2 ||
	    (c->first > 0 && token_says(s->ts, c->first - 1, WORDS_BELONGS)) || is_in_role(s, c))
		return false;
	for (size_t i = c->head + 1; i <= c->last; i++) {
		named |= s->ts->t[i].cap;
		if (token_says(s->ts, i, WORDS_OFFICE_OF) && ((i < c->last && s->ts->t[i + 1].cap) || named))
			return true;
	}
	return false;
}

/* Контрольно-ревизионная комиссия избирается: organs that every union has, whatever begins the sentence */
static bool is_own_organ(const struct org_scan *s, const struct org_cand *c)
{
	return c->first < c->head && c->flags & ORG_ORGAN && !c->plural && token_says(s->ts, c->first, WORDS_OWN_ORGAN);
}

/* председатель ревизионной комиссии: whoever has a chair is a body */
static bool is_chaired(const struct org_scan *s, const struct org_cand *c)
{
	static const char *const chairs[] = { "председател", "голов", "старшын" };
	bool is = false;

	for (size_t i = 0; c->first > 0 && c->last == c->head && i < sizeof chairs / sizeof *chairs; i++)
		is |= span_starts(token_fold(s->ts, c->first - 1), span_of(chairs[i]));
	return is && is_own_organ(s, c);
}

/* отделом социальной защиты Профсоюза: what it is for and whose it is; not in somebody's role */
static bool is_unions_department(const struct org_scan *s, const struct org_cand *c)
{
	const struct token_info *of = token_is_word(s->ts, c->last) ? token_info(s->ts, c->last) : NULL;

	if (!of || c->plural || c->last < c->head + 2 || is_in_role(s, c) || c->row == LEXICON_NONE ||
	    !span_is(lexicon_cell(s->heads, c->row, "kind"), "department") ||
	    (c->first > 0 && token_says(s->ts, c->first - 1, WORDS_BELONGS)))
		return false;
	if (org_is_abbreviation(s, c->last))
		return span_find(token_fold(s->ts, c->last), SPAN("п"), 0) != SPAN_NONE;
	return org_is_capital(s, c->last) && of->head != LEXICON_NONE &&
	       org_head_flags(s->heads, of->head) & ORG_ALIAS &&
	       span_is(lexicon_cell(s->heads, of->head, "kind"), "union");
}

/* областная трёхсторонняя комиссия: there is one of each level */
static bool is_tripartite(const struct org_scan *s, const struct org_cand *c)
{
	return !c->plural && c->head >= c->first + 2 && span_starts(token_fold(s->ts, c->head), SPAN("комисси")) &&
	       (span_starts(token_fold(s->ts, c->head - 1), SPAN("трехсторонн")) ||
		span_starts(token_fold(s->ts, c->head - 1), SPAN("трёхсторонн"))) &&
	       token_says(s->ts, c->head - 2, WORDS_BRANCH_LEVEL);
}

/* рабочая группа при МТМЗН, рабочая группа РТК: whose it is names it, in small letters too */
static bool is_working_group(const struct org_scan *s, const struct org_cand *c)
{
	return c->first < c->head && !c->plural && c->tail && c->proper &&
	       (token_is(s->ts, c->head + 1, "при") || s->ts->t[c->head + 1].cap) &&
	       span_starts(token_fold(s->ts, c->head), SPAN("групп")) &&
	       span_starts(token_fold(s->ts, c->head - 1), SPAN("рабоч"));
}

/* Служба инспекции труда, Служба государственного надзора …: what it inspects it does for the state */
static bool is_inspecting(const struct org_scan *s, const struct org_cand *c)
{
	static const char *const of[] = { "инспекции", "государственного", "государственной", "надзора", NULL };

	return c->tail && span_starts(token_fold(s->ts, c->head), SPAN("служб")) && c->last > c->head + 1 &&
	       token_in(s->ts, c->head + 1, of);
}

static enum org_verdict accept_small(const struct org_scan *s, const struct org_cand *c)
{
	bool identity =
		(org_has_identity(s, c->head + 1, c->last) && c->tail) || (c->flags & ORG_STRONG && of_country(s, c));

	if (is_town_office(s, c) || is_unions_department(s, c) || is_tripartite(s, c) || is_working_group(s, c))
		return ORG_NAME;
	/* заведующий правовым отделом ЦК: his part of the union is his role */
	if (c->row != LEXICON_NONE && !s->ts->t[c->first].cap && is_in_role(s, c) &&
	    span_is(lexicon_cell(s->heads, c->row, "kind"), "department"))
		return ORG_NO;
	if (c->flags & (ORG_CAP | ORG_QUOTE))
		return ORG_WEAK;
	if (is_labour_inspectorate(s, c) || is_chaired(s, c))
		return ORG_NAME;
	if (c->flags & ORG_GENERIC && !telling_adjective(s, c))
		return ORG_WEAK;
	if (identity || (c->proper && c->tail && !(c->flags & ORG_GENERIC)))
		return ORG_NAME;
	return ORG_WEAK;
}

/* Служба надзора при Министерстве …: whose office it is names it */
static bool stands_at_body(const struct org_scan *s, const struct org_cand *c)
{
	for (size_t i = c->head + 1; c->flags & ORG_PRI && i < c->last; i++)
		if (token_is(s->ts, i, "при") && org_is_capital(s, i + 1))
			return true;
	return false;
}

/* Молодёжный совет, Юридычная служба: all that stands in the cell, or between its commas */
static bool fills_its_place(const struct org_scan *s, const struct org_cand *c)
{
	const struct tokens *ts = s->ts;
	bool opens = c->first == 0 || !tokens_same_block(ts, c->first - 1, c->first) || !s->responsible[c->first - 1] ||
		     token_is_mark(ts, c->first - 1, ',') || token_is_mark(ts, c->first - 1, ';');
	size_t next = c->last + 1;

	return opens && (!tokens_same_block(ts, c->last, next) || !s->responsible[next] ||
			 token_is_mark(ts, next, ',') || token_is_mark(ts, next, ';'));
}

/* юридический отдел, техническая инспекция: in the column of the responsible they need no capital */
static bool is_responsible_office(const struct org_scan *s, const struct org_cand *c)
{
	if (!s->responsible || c->head == TOKEN_NONE || !s->responsible[c->first] || c->plural ||
	    !(c->tail || c->first < c->head || token_says(s->ts, c->head, WORDS_OFFICE_ALONE)))
		return false;
	if (s->ts->t[c->first].cap && !(c->flags & ORG_GENERIC) && fills_its_place(s, c))
		return true;
	/* инспекции труда стран-участниц: many of them */
	if (c->first == c->head && token_parse(s->ts, c->head, M_NOUN | M_NOM | M_PLUR, 0) &&
	    !token_parse(s->ts, c->head, M_NOUN | M_NOM | M_SING, 0))
		return false;
	if (token_says(s->ts, c->head, WORDS_RESPONSIBLE_OFFICE))
		return c->first == 0 || !token_is_word(s->ts, c->first - 1) ||
		       !tokens_same_block(s->ts, c->first - 1, c->first);
	return false;
}

/* Отделу социальной защиты (Лукина О. В.): the order is given to a body and to whoever answers for it */
static bool names_its_person(const struct org_scan *s, const struct org_cand *c)
{
	enum { ROLE_WORDS = 2 }; /* (председатель Лукина О. В.) */

	if (c->head == TOKEN_NONE || !s->barrier || !s->ts->t[c->first].cap || !token_is_mark(s->ts, c->last + 1, '('))
		return false;
	for (size_t i = c->last + 2; i <= c->last + 2 + ROLE_WORDS && tokens_same_block(s->ts, c->last, i); i++)
		if (s->barrier[i])
			return true;
	return false;
}

/* республиканский комитет профсоюза горняков: an organ in small letters whose union is named by its people */
static bool is_organ_of_union(const struct org_scan *s, const struct org_cand *c)
{
	bool adjective = c->first < c->head;

	if (!(c->flags & ORG_ORGAN || (adjective && !c->plural && token_says(s->ts, c->head - 1, WORDS_BRANCH_LEVEL) &&
				       token_says(s->ts, c->head, WORDS_ORGANIZATIONS))) ||
	    !(adjective || abbr_is_small_compound(s, c->head)) || !c->tail || c->flags & ORG_CAP)
		return false;
	for (size_t i = c->head + 1; i + 1 <= c->last; i++)
		if (token_says(s->ts, i, WORDS_ORGAN_OF_UNION) && token_is_word(s->ts, i + 1))
			return true;
	return false;
}

/* Центральный комитет Профсоюза, исполкома Федерации: an organ of the body that has a short name with a capital */
static bool is_organ_of_short_name(const struct org_scan *s, const struct org_cand *c)
{
	const struct token_info *of;

	if (!(c->flags & ORG_ORGAN || (c->first < c->head && c->weak_capital && /* Учебному центру Федерации */
				       span_is(lexicon_cell(s->heads, c->row, "kind"), "institution"))) ||
	    c->plural || c->last != c->head + 1 || !(c->first < c->head || c->weak_capital || c->loud))
		return false;
	of = token_info(s->ts, c->last);
	if (!(org_is_capital(s, c->last) || (c->loud && s->ts->t[c->last].loud)) || of->head == LEXICON_NONE)
		return false;
	return is_defined_noun(s, of->head) || (org_head_flags(s->heads, of->head) & ORG_ALIAS &&
						span_is(lexicon_cell(s->heads, of->head, "kind"), "union"));
}

/* САМАРСКАЯ ОБЛАСТНАЯ ОРГАНИЗАЦИЯ, ИСПОЛНИТЕЛЬНЫЙ КОМИТЕТ: who speaks, in capitals in a line of its own */
static bool is_letterhead(const struct org_scan *s, const struct org_cand *c)
{
	bool alone = !(c->first > 0 && tokens_same_block(s->ts, c->first - 1, c->first) &&
		       !tokens_new_line(s->ts, c->first)) &&
		     !(tokens_same_block(s->ts, c->last, c->last + 1) && !tokens_new_line(s->ts, c->last + 1));
	/* … ПРОМЫШЛЕННОСТИ КОСТРОМСКАЯ ОБЛАСТНАЯ ОРГАНИЗАЦИЯ ПРЕЗИДИУМ: lines that a reader has joined */
	bool among = c->first > 0 && s->ts->t[c->first - 1].loud && c->last + 1 < s->ts->n &&
		     s->ts->t[c->last + 1].loud && c->parse && c->parse->tags & M_NOM &&
		     token_parse(s->ts, c->first, M_ADJ | M_NOM | M_SING, 0);

	if (!c->loud || c->plural || c->first == c->head || c->last != c->head || !(alone || among))
		return false;
	for (size_t i = c->first; i < c->head; i++)
		if (token_says(s->ts, i, WORDS_LETTERHEAD))
			return true;
	/* БЕЛОМОРСКАЯ ОРГАНИЗАЦИЯ */
	return alone && token_says(s->ts, c->head, WORDS_ORGANIZATIONS) && org_is_regional(s, c);
}

/* «Арай» газеті: a newspaper is what stands in the quotes */
static bool is_media_in_quotes(const struct org_scan *s, struct org_cand *c)
{
	size_t end;

	if (s->ts->t[c->head].lang != LANG_TURKIC || !token_is_mark(s->ts, c->first, '"') ||
	    !span_is(lexicon_cell(s->heads, c->row, "kind"), "media"))
		return false;
	end = org_quote_end(s, c->first);
	if (end == TOKEN_NONE || end + 1 != c->head)
		return false;
	c->quote = c->first;
	c->last = end;
	return inner_only(c) == ORG_NAME;
}

/* УК РФ: letters of a legal form before those of a country are a code of laws */
static bool is_code(const struct org_scan *s, const struct org_cand *c)
{
	return c->form && c->quote == TOKEN_NONE && c->last == c->first + 1 &&
	       token_says(s->ts, c->last, WORDS_COUNTRY_BEHIND);
}

/* немецкий профсоюз IG Metall, французская Всеобщая конфедерация труда: where it is from is no part of the name */
static void drop_origin(const struct org_scan *s, struct org_cand *c)
{
	struct span kind = c->row == LEXICON_NONE ? (struct span){ 0 } : lexicon_cell(s->heads, c->row, "kind");
	struct org_cand first = *c;

	if (c->head == TOKEN_NONE || c->first >= c->head || s->ts->t[c->first].cap || s->ts->t[c->first].loud ||
	    span_is(kind, "government"))
		return;
	first.head = c->first + 1;
	if (of_country(s, &first) &&
	    (s->ts->t[c->first + 1].cap || c->quote != TOKEN_NONE || (c->last > c->head && s->ts->t[c->last].latin)))
		c->first++;
}

/* комитеттер, Жогорку Кеңештин комитеттерине: many, and no name */
static bool is_turkic_plural(const struct org_scan *s, const struct org_cand *c)
{
	return s->ts->t[c->head].lang == LANG_TURKIC &&
	       (org_turkic_plural(token_fold(s->ts, c->head)) ||
		(org_turkic_theirs(token_fold(s->ts, c->head)) && !token_is_mark(s->ts, c->first, '"')));
}

/* A name of the gazetteer; с глобальными профсоюзами: many, and none of them named */
static enum org_verdict accept_known(const struct org_cand *c)
{
	bool capital = c->capital || c->weak_capital || c->loud;

	return capital || (c->last > c->first && !c->plural) ? ORG_NAME : ORG_NO;
}

enum org_verdict org_accept(const struct org_scan *s, struct org_cand *c)
{
	bool adjective;

	drop_origin(s, c);
	adjective = c->first < c->head && !c->form;
	if (c->known != LEXICON_NONE)
		return accept_known(c);
	/* организация – добровольное объединение членов Профсоюза: what it is, not what it is called */
	if (is_code(s, c) || (adjective && span_starts(token_fold(s->ts, c->first), SPAN("добровольн"))))
		return ORG_NO;
	if (c->row == LEXICON_NONE)
		return c->quote != TOKEN_NONE || c->proper ? ORG_NAME : ORG_NO;
	if (c->head != TOKEN_NONE && token_is(s->ts, c->head + 1, "законодательства") && c->last > c->head &&
	    span_starts(token_fold(s->ts, c->head), SPAN("собрани"))) /* a journal of laws */
		return ORG_NO;
	if (org_is_course(s, c) ||
	    (c->head != TOKEN_NONE && token_says(s->ts, c->head, WORDS_UNIONS_MEETING) && union_tail(s, c)))
		return ORG_NO;
	if (org_is_numbered_meeting(s, c) || org_is_world_congress(s, c))
		return ORG_NO;
	if (c->flags & ORG_DEFINED ||
	    (c->flags & ORG_FINAL && (org_is_meeting(s, c) || is_turkic_plural(s, c) || is_management(s, c))))
		return ORG_NO;
	if (c->flags & ORG_FINAL && is_media_in_quotes(s, c))
		return ORG_NAME;
	if (c->flags & ORG_FINAL)
		return c->tail ? ORG_NAME : accept_alone(s, c);
	if (c->flags & ORG_INNER)
		return inner_only(c);
	if (c->plural)
		return accept_plural(s, c);
	if (c->head != TOKEN_NONE && !c->form && !s->ts->t[c->first].cap && is_management(s, c))
		return ORG_NO;
	if (is_part_of_company(s, c))
		return ORG_WEAK;
	if (names_works(s, c))
		return ORG_NAME;
	if (c->quote != TOKEN_NONE) {
		if (c->flags & ORG_CAP && !c->capital && !c->weak_capital && c->quote != c->head + 1)
			return ORG_WEAK; /* отдел кадров ОАО «…»: the company is the name */
		if (c->flags & ORG_GENERIC && !c->form && !c->capital && !telling_adjective(s, c))
			return inner_only(c);
		return ORG_NAME;
	}
	if (c->form || is_responsible_office(s, c) ||
	    ((c->tail || c->first < c->head) && !c->plural && names_its_person(s, c)))
		return ORG_NAME;
	if (c->flags & ORG_EVENT && !union_tail(s, c) && !of_professions(s, c) &&
	    !org_has_identity(s, c->head + (c->head < c->last), c->last))
		return ORG_NO;
	if (c->numbered)
		return ORG_NAME;
	if (c->flags & ORG_QUOTE)
		return ORG_NO;
	if (!adjective && !c->tail)
		return accept_alone(s, c);
	if (c->capital)
		return c->tail || s->ts->t[c->head].cap || !(c->flags & ORG_CAP) || /* Организационному отделу */
				       span_is(lexicon_cell(s->heads, c->row, "kind"), "department")
			       ? ORG_NAME
			       : ORG_WEAK;
	if ((c->weak_capital && (org_is_regional(s, c) || is_own_organ(s, c) || is_labour_inspectorate(s, c) ||
				 is_tripartite(s, c) || is_inspecting(s, c))) ||
	    is_organ_of_short_name(s, c) || is_letterhead(s, c))
		return ORG_NAME;
	if (c->weak_capital && c->tail && c->first < c->head && !(c->flags & (ORG_GENERIC | ORG_CAP)) &&
	    (token_says(s->ts, c->first, WORDS_LEVEL) ||
	     (token_says(s->ts, c->first, WORDS_BRANCH_LEVEL) && token_is(s->ts, c->head + 1, "по"))))
		return ORG_NAME;
	if (c->weak_capital)
		return c->tail && (c->flags & (ORG_STRONG | ORG_START) || stands_at_body(s, c) ||
				   org_has_identity(s, c->head + 1, c->last))
			       ? ORG_NAME
			       : ORG_WEAK;
	if (c->loud)
		return c->tail && (c->flags & ORG_STRONG || union_tail(s, c) || c->proper) ? ORG_NAME : ORG_WEAK;
	return is_organ_of_union(s, c) ? ORG_NAME : accept_small(s, c);
}
