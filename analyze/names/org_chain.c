/* SPDX-License-Identifier: GPL-3.0-or-later */
/* English names are chains of capitals, joined by small words. */
#include "org_chain.h"

#include "org_meeting.h"
#include "org_phrase.h"
#include "utf8.h"

enum { CHAIN_WORDS = 20 };

static bool is_small_joint(const struct org_scan *s, size_t i)
{
	static const char *const english[] = { "of", "and", "for", "the", "on", "in", "to", NULL };

	return token_in(s->ts, i, english);
}

/* A noun of bodies, but no county or city: State, County and Municipal Employees */
static bool heads_body(const struct org_scan *s, size_t i)
{
	long row = token_info(s->ts, i)->head;

	return row != LEXICON_NONE && !(org_head_flags(s->heads, row) & ORG_DEFINED);
}

/* Trade Union of Metallurgy, Mining and Chemical Industry Workers: trades up to their workers, no other body between */
static bool trades_list(const struct org_scan *s, size_t head, size_t comma)
{
	static const char *const unions[] = { "union",       "federation",  "confederation", "alliance",
					      "association", "brotherhood", "syndicate",     NULL };
	/* Trade Union of Workers of Light Industry, Furniture Industry and Communal Services: up to the last branch */
	bool joined = false, branches = token_says(s->ts, head + 2, WORDS_TRADES_LIST_END);

	if (!token_in(s->ts, head, unions) || !token_is(s->ts, head + 1, "of"))
		return false;
	for (size_t at = comma + 1; tokens_same_block(s->ts, comma, at) && at - comma < 10; at++) {
		if (token_is(s->ts, at, "and"))
			joined = true;
		else if (token_is_mark(s->ts, at, ','))
			continue;
		/* Federation of Food, Agriculture and Tourism Trade Unions */
		else if (joined && ((token_is(s->ts, at, "unions") && s->ts->t[at].cap) ||
				    (branches && s->ts->t[at].cap &&
				     !(tokens_same_block(s->ts, at, at + 1) && s->ts->t[at + 1].cap))))
			return true;
		else if (!token_is_word(s->ts, at) || !s->ts->t[at].cap || (heads_body(s, at) && !branches))
			return false;
		if (joined && token_says(s->ts, at, WORDS_TRADES_LIST_END))
			return true;
	}
	return false;
}

/* Ministry of Labour, Health and Social Affairs: a comma inside a ministry's name is followed by a capital and by
 * "and". */
static bool english_list(const struct org_scan *s, size_t head, size_t comma)
{
	if (!token_is_mark(s->ts, comma, ','))
		return false;
	/* Council of the Trade Union of Workers of …: the union may stand inside of its organ */
	for (size_t i = head; i + 2 < comma; i++)
		if (trades_list(s, i, comma))
			return true;
	if (!token_says(s->ts, head, WORDS_OFFICE_OF_SUBJECTS))
		return false;
	for (size_t at = comma + 1; tokens_same_block(s->ts, comma, at) && at - comma < 10; at++) {
		if (token_is(s->ts, at, "and"))
			return true;
		if (!token_is_mark(s->ts, at, ',') &&
		    !(token_is_word(s->ts, at) && (s->ts->t[at].cap || token_is(s->ts, at, "of"))))
			return false;
	}
	return false;
}

/* Words that have a capital only because a sentence begins with them. */
static bool is_english_opening(const struct org_scan *s, size_t i)
{
	return token_says(s->ts, i, WORDS_OUTSIDE_NAME);
}

/* Freedom of Association … Convention, Labour Code: the title of an act */
static bool english_act(const struct org_scan *s, size_t first, size_t last)
{
	for (size_t i = first; i <= last; i++)
		if (token_says(s->ts, i, WORDS_TITLE_OF_ACT))
			return true;
	return false;
}

/* Trade Union Confederation and Global Union: "and" behind the noun of one body begins another's name */
static bool parts_bodies(const struct org_scan *s, size_t and)
{
	static const char *const kinds[] = { "union", "company", "institution", "association", "fund", NULL };
	const struct token_info *before;

	if (and == 0 || !token_is(s->ts, and, "and") || !token_is_word(s->ts, and-1) ||
	    !tokens_same_block(s->ts, and-1, and) || !s->ts->t[and-1].cap)
		return false;
	before = token_info(s->ts, and-1);
	for (const char *const *k = kinds; before->head != LEXICON_NONE && *k; k++)
		if (span_is(lexicon_cell(s->heads, before->head, "kind"), *k))
			return true;
	return false;
}

/* ILO and IndustriALL Global Union, CITUN and Vinaria SRL: letters are a body of their own before a union or company */
static bool letters_before_body(const struct org_scan *s, size_t and, size_t head)
{
	enum { LETTERS = 3 };
	struct span kind = lexicon_cell(s->heads, token_info(s->ts, head)->head, "kind");

	return and > 0 && token_is(s->ts, and, "and") && tokens_same_block(s->ts, and-1, and) &&
	       token_is_word(s->ts, and-1) && s->ts->t[and-1].caps && !s->ts->t[and-1].loud &&
	       utf8_count(token_fold(s->ts, and-1)) >= LETTERS && and+1 < head && s->ts->t[and+1].cap &&
	       (span_is(kind, "union") || span_is(kind, "company"));
}

/* Parliament of Georgia and Kutaisi City Court: capitals that end in a noun of bodies of their own */
static bool other_body_behind(const struct org_scan *s, size_t and)
{
	size_t last = and;

	for (size_t at = and+1; tokens_same_block(s->ts, and, at) && token_is_word(s->ts, at) && s->ts->t[at].cap; at++)
		last = at;
	return last > and+1 && token_info(s->ts, last)->head != LEXICON_NONE &&
	       !span_ends(token_fold(s->ts, last), SPAN("s"));
}

/* the Advisory, Conciliation and Arbitration Service: subjects behind an article, up to the comma, where the list goes
 * on */
static bool subjects_before(const struct org_scan *s, size_t comma, size_t head)
{
	enum { BACK = 8 };
	size_t ignored;
	bool joined = false;

	if (!token_is_mark(s->ts, comma, ','))
		return false;
	for (size_t at = comma + 1; at < head; at++)
		joined |= token_is(s->ts, at, "and") && !s->ts->t[at].cap;
	for (size_t at = comma; joined && at > 0 && comma - at < BACK && tokens_same_block(s->ts, at - 1, comma);
	     at--) {
		if (token_is(s->ts, at - 1, "the"))
			return at < comma && token_is_word(s->ts, at);
		if (token_is_mark(s->ts, at - 1, ','))
			continue;
		if (!token_is_word(s->ts, at - 1) || !s->ts->t[at - 1].cap || s->ts->t[at - 1].caps ||
		    heads_body(s, at - 1) || gazetteer_at(s->places, s->ts, at - 1, &ignored) != LEXICON_NONE)
			return false;
	}
	return false;
}

static bool is_company(const struct org_scan *s, size_t head)
{
	return span_is(lexicon_cell(s->heads, token_info(s->ts, head)->head, "kind"), "company");
}

/* Ministry of Displaced Persons from the Occupied Territories */
static bool is_ministry(const struct org_scan *s, size_t head)
{
	return token_is(s->ts, head, "ministry") || token_is(s->ts, head, "department");
}

/* ILO Office in Moscow, Delegation in Baku: the town is part of the name; a union, court or ministry is only met there
 */
static bool has_offices(const struct org_scan *s, size_t head)
{
	return token_says(s->ts, head, WORDS_HAS_OFFICES);
}

/* the … Team in March */
static bool is_month(const struct tokens *ts, size_t i)
{
	static const char *const months[] = { "january", "february",  "march",   "april",    "may",      "june", "july",
					      "august",  "september", "october", "november", "december", NULL };

	return token_in(ts, i, months);
}

/* Swiftbox plc */
static bool is_small_form(const struct tokens *ts, size_t i)
{
	static const char *const forms[] = { "plc", "ltd", "llc", "inc", "gmbh", NULL };

	return token_in(ts, i, forms);
}

/* BOARD OF EDUCATION and …: a small word in capitals, between others, in a line that is not all in capitals */
static bool is_shouted(const struct tokens *ts, size_t i)
{
	return ts->t[i].caps && i > 0 && ts->t[i - 1].caps && tokens_same_block(ts, i - 1, i + 1) && ts->t[i + 1].caps;
}

/*
 * PAN-EUROPEAN REGIONAL COUNCIL / INTERNATIONAL TRADE UNION CONFEDERATION, IndustriALL Global Union / Regional
 * Conference: lines at the top of a paper, which a reader has joined. Does the noun of a body at i end one of them,
 * behind or before a name that everybody knows?
 */
static bool parts_letterhead(const struct org_scan *s, size_t i)
{
	enum { TOP = 40, WORDS = 3, LONGEST = 8 };
	size_t last;

	if (i > TOP || !token_is_word(s->ts, i) || token_info(s->ts, i)->head == LEXICON_NONE ||
	    !tokens_same_block(s->ts, i, i + 1) || !token_is_word(s->ts, i + 1) || !s->ts->t[i + 1].cap ||
	    token_info(s->ts, i + 1)->head != LEXICON_NONE)
		return false;
	if (gazetteer_at(s->known, s->ts, i + 1, &last) != LEXICON_NONE && last > i + 1)
		return true;
	for (size_t at = i; at > 0 && i - at < LONGEST && tokens_same_block(s->ts, at - 1, i); at--)
		if (i - at + 2 >= WORDS && gazetteer_at(s->known, s->ts, at - 1, &last) != LEXICON_NONE && last == i)
			return at == 1 || !tokens_same_block(s->ts, at - 2, i);
	return false;
}

/* REPUBLIC OF ARMENIA / REPUBLICAN TRIPARTITE COMMISSION: does a line end at i that holds a country and nothing else?
 */
static bool is_country_line(const struct org_scan *s, size_t i, size_t head)
{
	enum { WORDS = 4 };
	struct tokens *ts = s->ts;
	size_t last;

	if (!ts->t[i].caps || !tokens_new_line(ts, i + 1) || !ts->t[head].caps)
		return false;
	for (size_t at = i + 1; at > 0 && i + 1 - at < WORDS && tokens_same_block(ts, at - 1, i); at--)
		if (gazetteer_at(s->places, ts, at - 1, &last) != LEXICON_NONE && last == i &&
		    (at == 1 || !tokens_same_block(ts, at - 2, i) || tokens_new_line(ts, at - 1) ||
		     token_is(s->ts, at - 2, "of")))
			return true;
	return false;
}

/* Where the name begins that has its head there: adjectives, places and names of companies before it. */
static size_t chain_ahead(const struct org_scan *s, size_t head)
{
	struct tokens *ts = s->ts;
	size_t first = head, known;

	for (size_t at = head; at > 0 && tokens_same_block(ts, at - 1, head) && head - at < CHAIN_WORDS; at--) {
		const struct token *t = &ts->t[at - 1];
		bool possessive = t->kind == TOKEN_MARK && t->mark == 0x2019 && t->glued;

		/* Members of Ganja Steel CJSC */
		if (t->kind == TOKEN_WORD && token_is(ts, at, "of") && token_says(ts, at - 1, WORDS_BEHIND_BODY))
			break;
		if (t->kind == TOKEN_WORD && t->cap && !is_small_joint(s, at - 1) && !is_english_opening(s, at - 1) &&
		    !(s->barrier && s->barrier[at - 1]))
			first = at - 1;
		if (first == at - 1 && (parts_letterhead(s, at - 1) || is_country_line(s, at - 1, head))) {
			first = at;
			break;
		}
		if (first == at - 1 && org_meets(s, at - 1, head)) {
			first = at + 2;
			break;
		}
		if (first == at - 1)
			continue;
		if (parts_bodies(s, at - 1) || letters_before_body(s, at - 1, head) ||
		    (at > 1 && token_is(ts, at - 1, "and") && is_company(s, head) &&
		     gazetteer_at(s->places, ts, at - 2, &known) != LEXICON_NONE) ||
		    (!possessive && !subjects_before(s, at - 1, head) &&
		     !(t->kind == TOKEN_WORD && (token_is(ts, at - 1, "and") || token_is(ts, at - 1, "of")))))
			break;
	}
	return first;
}

/* Where it ends. */
static size_t chain_behind(const struct org_scan *s, size_t head)
{
	struct tokens *ts = s->ts;
	size_t last = head, known;

	for (size_t at = head + 1; tokens_same_block(ts, head, at) && at - head < CHAIN_WORDS; at++) {
		const struct token *t = &ts->t[at];

		if (t->kind == TOKEN_WORD && t->cap && token_says(ts, at, WORDS_BEHIND_BODY) &&
		    !token_is(ts, at - 1, "of"))
			break;
		if (t->cap && (parts_letterhead(s, at - 1) || is_country_line(s, at - 1, at)))
			break;
		/* EXECUTIVE COUNCIL STATEMENT: whose paper it is, and its kind */
		if (t->cap && at == head + 1 && token_says(ts, at, WORDS_LOUD_TITLE))
			break;
		/* COUNCIL OF FREE UNIONS Conseil …: another line in small letters */
		if (t->kind == TOKEN_WORD && t->cap && !t->caps && ts->t[head].caps && !is_small_joint(s, at) &&
		    ts->t[at - 1].caps && ts->t[head].end - ts->t[head].start > 4)
			break;
		/* CITY SCHOOL DISTRICT and BUS DRIVERS: the other party of an agreement */
		if (token_is(ts, at, "and") && !t->caps && ts->t[at - 1].caps && !ts->t[at - 1].loud &&
		    tokens_same_block(ts, head, at + 1) && ts->t[at + 1].caps &&
		    ts->t[at - 1].end - ts->t[at - 1].start > 4)
			break;
		if (t->kind == TOKEN_WORD && t->cap && !is_small_joint(s, at) && !(s->barrier && s->barrier[at]))
			last = at;
		else if (token_is(ts, at, "in") &&
			 (is_company(s, head) || is_month(ts, at + 1) || token_is(ts, head, "government") ||
			  token_is(ts, head, "parliament") || token_is(ts, at + 1, "case") ||
			  token_is(ts, at + 1, "article") || token_is(ts, at + 1, "section")))
			break;
		else if (token_is(ts, at, "in") && !has_offices(s, head) &&
			 gazetteer_at(s->places, ts, at + 1, &known) != LEXICON_NONE)
			break;
		else if (token_is(ts, at, "and") &&
			 (is_small_joint(s, at + 1) || parts_bodies(s, at) || other_body_behind(s, at) ||
			  gazetteer_at(s->known, ts, at + 1, &known) != LEXICON_NONE))
			break;
		else if (!(t->kind == TOKEN_WORD && (!t->cap || t->loud || is_shouted(ts, at)) &&
			   (is_small_joint(s, at) || (token_is(ts, at, "from") && is_ministry(s, head)))) &&
			 !(t->kind == TOKEN_MARK && t->mark == 0x2019 && t->glued) && !english_list(s, head, at))
			break;
	}
	return last;
}

/* An English name: capitals joined by of, and, for, the …; begins and ends with a capital, an article stays outside. */
/* Lori Regional Administration, Administration of Tavush: of a level or place; Contract Administration is a subject. */
static bool administers_place(const struct org_scan *s, size_t head, size_t first, size_t last)
{
	size_t end;

	if (head > first && token_says(s->ts, head - 1, WORDS_ADMINISTERED))
		return true;
	for (size_t i = first; i <= last; i++)
		if (gazetteer_at(s->places, s->ts, i, &end) != LEXICON_NONE)
			return true;
	return false;
}

bool org_english_chain(const struct org_scan *s, size_t head, size_t *first, size_t *last)
{
	const struct tokens *ts = s->ts;

	*first = chain_ahead(s, head);
	*last = chain_behind(s, head);
	if (token_is(ts, *last, "regulation") || token_is(ts, *last, "directive"))
		return false; /* under Council Regulation (EC) No … */
	/* the Federation of Trade Unions of Uzbekistan / No. 14-07: the number of its decision */
	if (*last > head && (token_is(ts, *last, "no") || token_is(ts, *last, "nos")))
		--*last;
	/* Technical Inspection, WFU Inspection; Labour Inspection is a subject */
	if (token_is(ts, head, "inspection") && *last == head &&
	    (*first == head || (!ts->t[*first].caps && !token_says(ts, *first, WORDS_ISSUERS_ORGAN))))
		return false;
	if (token_is(ts, head, "administration") && !administers_place(s, head, *first, *last))
		return false;
	return (ts->t[head].cap || (is_small_form(ts, head) && *first < head)) && !english_act(s, *first, *last);
}

bool org_chain_has_joint(const struct org_scan *s, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (is_small_joint(s, i) && !token_is(s->ts, i, "and"))
			return true;
	return false;
}

/* Confederation of Trade Unions “Korpu” of the Republic of Moldova: the country behind a name in quotes */
static void take_country_behind(const struct org_scan *s, struct org_cand *c)
{
	size_t at = c->last + 1, last;

	if (!token_is(s->ts, at, "of") || !tokens_same_block(s->ts, c->last, at + 1))
		return;
	at += 1 + token_is(s->ts, at + 1, "the");
	if (tokens_same_block(s->ts, c->last, at) && gazetteer_at(s->places, s->ts, at, &last) != LEXICON_NONE)
		c->last = last;
}

/* General Council of the Confederation … “Birge”: an organ of a union that has a name for itself */
static bool is_of_union(const struct org_scan *s, const struct org_cand *c)
{
	for (size_t i = c->head + 1; i <= c->last; i++)
		if (token_is_word(s->ts, i) && token_info(s->ts, i)->head != LEXICON_NONE &&
		    span_is(lexicon_cell(s->heads, token_info(s->ts, i)->head, "kind"), "union"))
			return true;
	return false;
}

/* Trade Union of Ferry Workers “Korpu”: the name of one word or two that it has for itself */
void org_english_quote(const struct org_scan *s, struct org_cand *c)
{
	enum { QUOTE_TOKENS = 6 };
	size_t open = c->last + 1, end;
	struct span kind = lexicon_cell(s->heads, c->row, "kind");

	if (!tokens_same_block(s->ts, c->last, open + 1) || !token_is_mark(s->ts, open, '"') ||
	    !(span_is(kind, "union") || span_is(kind, "association") || span_is(kind, "fund") || is_of_union(s, c)) ||
	    s->ts->t[open + 1].kind != TOKEN_WORD || !s->ts->t[open + 1].cap)
		return;
	end = org_quote_end(s, open);
	if (end == TOKEN_NONE || end - open > QUOTE_TOKENS)
		return;
	c->quote = open;
	c->last = end;
	take_country_behind(s, c);
}

/* "Association Agreements", "Trade Union Act", Government House: an English noun behind the chain that it only
 * describes. */
bool org_names_paper(const struct org_scan *s, size_t i)
{
	static const char *const papers[] = { "agreement", "agreements", "act",         "law",
					      "treaty",    "house",      "building",    "charter",
					      "code",      "regulation", "regulations", "directive" };

	if (i >= s->ts->n || !tokens_same_block(s->ts, i - 1, i) || !s->ts->t[i].cap)
		return false;
	for (size_t k = 0; k < sizeof papers / sizeof *papers; k++)
		if (span_is(token_fold(s->ts, i), papers[k]))
			return true;
	return false;
}
