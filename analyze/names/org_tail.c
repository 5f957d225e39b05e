/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far a name goes: case and agreement decide, because a name has no brackets. */
#include "org_tail.h"

#include "abbr.h"
#include "org_alone.h"
#include "org_eponym.h"
#include "org_phrase.h"
#include "org_quote.h"
#include "org_tail_p.h"
#include "org_territory.h"

#include "utf8.h"

/* ---- the tail, part by part ---- */

enum { PARTS_MAX = 30 /* of one name: no body's is longer, and a text of nothing but heads must end */ };

/* Конфедерация промышленников и предпринимателей: both are people */
static bool are_professions(const struct org_scan *s, size_t last)
{
	return org_is_profession(s, last) && token_is(s->ts, last + 1, "и") &&
	       tokens_same_block(s->ts, last, last + 2) && token_is_word(s->ts, last + 2) &&
	       org_is_profession(s, last + 2) && !s->ts->t[last + 2].cap;
}

/* Is the short name alone at the head, and does its tail not go on like the full name's? */
bool org_tail_of_alias(const struct tail *t, size_t np_first)
{
	return !t->new_name && !t->parts && org_stands_alone(t->s, t->c, np_first);
}

/* Президиум … союза работников X и Y: the tail of a tail may be a list where the inner head's may. */
static void inherit_list(const struct org_scan *s, struct org_cand *c, size_t first, size_t last)
{
	for (size_t i = first; i <= last; i++)
		if (s->ts->t[i].kind == TOKEN_WORD && token_info(s->ts, i)->head != LEXICON_NONE &&
		    token_parse(s->ts, i, M_NOUN | M_GEN | M_SING, 0))
			c->flags |= org_head_flags(s->heads, token_info(s->ts, i)->head) & ORG_LIST;
}

/* в Министерство труда Республики Казахстан предложения: one small noun behind a country is what is sent there */
static bool is_object(const struct org_scan *s, size_t i)
{
	if (org_is_territory(s, i))
		return false;
	return !s->ts->t[i].cap && token_info(s->ts, i)->head == LEXICON_NONE &&
	       (token_parse(s->ts, i, M_NOUN | M_ACC, 0) || token_parse(s->ts, i, M_NOUN | M_GEN | M_SING, 0)) &&
	       !token_parse(s->ts, i, M_NOUN | M_GEN | M_ANIM, 0);
}

/* Департамент політики ОДА щокварталу, … України Галузеву: without a dictionary any word may look like a genitive */
static bool is_guess_behind_place(const struct org_scan *s, size_t i)
{
	const struct token *t = &s->ts->t[i];
	bool letters = s->ts->t[i - 1].caps, country = org_is_place(s, i - 1) && !t->caps && !t->loud;

	if ((t->lang != LANG_UK && t->lang != LANG_BE) || org_is_territory(s, i) || org_is_place(s, i) ||
	    token_info(s->ts, i)->head != LEXICON_NONE)
		return false;
	return t->cap ? country && token_parse(s->ts, i, M_ADJ, 0)
		      : letters || country || org_ends_body(s, i - 1) || org_is_territory(s, i - 1);
}

/* ППО «Сталь» ГМПР: letters of a primary organization before the name in quotes */
static bool is_primary(const struct tail *t)
{
	static const char *const letters[] = { "ппо", "оппо", "мпо", NULL };

	return t->c->form && token_in(t->s->ts, t->c->first, letters);
}

/* первичная профсоюзная организация ОАО «…» Горняцкого профсоюза России, … ГМПР: the union that it is a part of */
static bool is_union_behind(const struct tail *t)
{
	static const char *const letters[] = { "п", "у", NULL };
	size_t last;
	bool proper = false, letter = false;
	long row = t->c->row;

	if (!is_primary(t) && (row == LEXICON_NONE || !span_is(lexicon_cell(t->s->heads, row, "kind"), "union")))
		return false;
	if (org_is_abbreviation(t->s, t->at)) {
		for (const char *const *l = letters; *l; l++)
			letter |= span_find(token_fold(t->s->ts, t->at), span_of(*l), 0) != SPAN_NONE;
		return letter && utf8_count(token_fold(t->s->ts, t->at)) >= 3;
	}
	if (!org_noun_phrase(t->s, t->at, M_GEN, &last, &proper) || !token_is_word(t->s->ts, last))
		return false;
	row = token_info(t->s->ts, last)->head;
	/* Беларускага прафсаюза: without a dictionary the adjective is a phrase of its own */
	if (row == LEXICON_NONE && last == t->at && tokens_same_block(t->s->ts, last, last + 1) &&
	    token_is_word(t->s->ts, last + 1))
		row = token_info(t->s->ts, last + 1)->head;
	return row != LEXICON_NONE && span_is(lexicon_cell(t->s->heads, row, "kind"), "union");
}

bool org_tail_is_office(const struct org_scan *s, const struct org_cand *c)
{
	return c->row != LEXICON_NONE && span_is(lexicon_cell(s->heads, c->row, "kind"), "government") &&
	       !(c->flags & ORG_STRONG);
}

static bool take_genitive(struct tail *t)
{
	size_t last;
	bool proper = false;

	if (org_tail_foreign_company(t) || org_tail_is_demanded(t) || org_tail_is_object(t))
		return false;
	/* Мінфіну знайти гроші: an office in one word has only its country behind it */
	if (t->c->flags & ORG_ITSELF && !t->s->ts->t[t->at].cap && !t->s->ts->t[t->at].loud)
		return false;
	/* среди председателей ППО женщин: letters go on with a proper name alone */
	if (!t->parts && t->s->ts->t[t->c->head].caps && !t->s->ts->t[t->c->head].loud && !t->s->ts->t[t->at].cap)
		return false;
	/* behind a name in quotes only the body that it belongs to: ГБУ «…» Министерства труда … */
	if (t->c->quote != TOKEN_NONE && t->parts == t->parts_at_quote && !org_tail_people_of_union(t) &&
	    !(org_is_capital(t->s, t->at) && token_is_word(t->s->ts, t->at) &&
	      (token_info(t->s->ts, t->at)->head != LEXICON_NONE || is_union_behind(t))))
		return false;
	if (!org_noun_phrase(t->s, t->at, M_GEN, &last, &proper) || org_tail_of_alias(t, t->at))
		return false;
	if (org_is_act(t->s, t->at, last) &&
	    (t->parts || !(t->c->flags & ORG_ORGAN))) /* Секретариат Конвенции is a body */
		return false;
	/* Федерация профсоюзов Армении МОТ: in a list without commas, letters are the next body */
	if (t->proper_last && last == t->at && org_is_abbreviation(t->s, last) && t->c->flags & ORG_STRONG &&
	    t->c->row != LEXICON_NONE && span_is(lexicon_cell(t->s->heads, t->c->row, "kind"), "union") &&
	    org_is_place(t->s, last - 1))
		return false;
	if (t->parts == 0 && last == t->at && org_tail_is_report(t->s, t->c, last))
		return false;
	if (t->proper_last && last == t->at && is_guess_behind_place(t->s, last))
		return false;
	if (t->proper_last && last == t->at && (org_is_place(t->s, last - 1) || t->s->ts->t[last - 1].caps) &&
	    is_object(t->s, last))
		return false;
	if (org_is_abbreviation(t->s, last))
		t->c->abbr = true;
	inherit_list(t->s, t->c, t->at, last);
	/* Федерация профсоюзов образования и науки */
	if (token_is(t->s->ts, t->at - 1, "профсоюзов") && !proper)
		t->c->flags |= ORG_LIST;
	if (token_says(t->s->ts, last, WORDS_PEOPLE_OF_TRADES) || are_professions(t->s, last))
		t->c->flags |= ORG_LIST;
	org_tail_take(t, last, proper);
	if ((t->c->flags & ORG_LIST) && !proper && !org_ends_in_union(t->s, last) &&
	    org_list_behind(t->s, &last, M_GEN, &proper))
		org_tail_take(t, last, proper);
	return true;
}

static bool take_pri(struct tail *t)
{
	size_t last;
	bool proper = false;

	if (!(t->c->flags & ORG_PRI) || !token_is(t->s->ts, t->at, "при") ||
	    !org_noun_phrase(t->s, t->at + 1, M_LOC, &last, &proper) || !proper)
		return false;
	/* при Министерстве труда и социальной защиты */
	if (token_info(t->s->ts, last)->head != LEXICON_NONE)
		t->c->flags |= org_head_flags(t->s->heads, token_info(t->s->ts, last)->head) & ORG_LIST;
	org_tail_take(t, last, true);
	return true;
}

/* Союз организаций профсоюзов в Республике Карелия: where it is belongs to what unites those of a region */
static bool unites_organizations(const struct tail *t)
{
	static const char *const unions[] = { "профсоюзов", "профспілок", "прафсаюзаў", NULL };

	return t->parts && token_in(t->s->ts, t->at - 1, unions) && tokens_same_block(t->s->ts, t->at - 1, t->at + 1) &&
	       token_says(t->s->ts, t->at - 2, WORDS_ORGANIZATIONS) &&
	       (token_says(t->s->ts, t->at + 1, WORDS_PROPER_BEHIND) || org_is_place(t->s, t->at + 1));
}

static bool take_v(struct tail *t)
{
	static const char *const in[] = { "в", "во", "на", "у", "ў", NULL };
	size_t last;
	bool proper = false;

	if (!(t->c->flags & ORG_V || unites_organizations(t)) || !token_in(t->s->ts, t->at, in) ||
	    !org_noun_phrase(t->s, t->at + 1, M_LOC, &last, &proper) || !proper || !org_is_capital(t->s, t->at + 1))
		return false;
	org_tail_take(t, last, true);
	return true;
}

static bool take_eponym(struct tail *t)
{
	size_t last = org_eponym_end(t->s, t->at);

	if (last == TOKEN_NONE)
		return false;
	org_tail_take(t, last, true);
	return true;
}

/* Фонд Конрада Аденауэра, Институт Адама Смита: a first name in the genitive and a surname */
static bool take_bare_eponym(struct tail *t)
{
	static const char *const kinds[] = { "fund", "science", "institution", "health", "culture", NULL };
	struct span kind =
		t->c->row == LEXICON_NONE ? (struct span){ 0 } : lexicon_cell(t->s->heads, t->c->row, "kind");
	bool named = false;

	for (const char *const *k = kinds; *k; k++)
		named |= span_is(kind, *k);
	if (!named || t->parts || !tokens_same_block(t->s->ts, t->at, t->at + 1) || !org_is_capital(t->s, t->at) ||
	    !org_is_capital(t->s, t->at + 1) || !token_is_word(t->s->ts, t->at + 1) ||
	    !token_parse(t->s->ts, t->at, M_NAME | M_SING | M_GEN, 0))
		return false;
	org_tail_take(t, t->at + 1, true);
	return true;
}

static bool take_town(struct tail *t)
{
	size_t last = t->c->quote == TOKEN_NONE ? org_town_end(t->s, t->at) : TOKEN_NONE;

	if (last == TOKEN_NONE)
		return false;
	org_tail_take(t, last, true);
	return true;
}

/* What goes on behind a region that stands at the end so far. */
static bool take_more_territory(struct tail *t)
{
	size_t last = t->parts ? org_second_name_end(t->s, t->at) : TOKEN_NONE;

	if (last == TOKEN_NONE && t->proper_last)
		last = org_second_territory_end(t->s, t->at);
	if (last == TOKEN_NONE && t->parts)
		last = org_bracket_end(t->s, t->at);
	if (last == TOKEN_NONE)
		return false;
	org_tail_take(t, last, true);
	return true;
}

static bool is_quoted_letters(const struct tail *t)
{
	const struct tokens *ts = t->s->ts;

	return t->c->flags & ORG_STRONG && tokens_same_block(ts, t->at, t->at + 2) && token_is_word(ts, t->at + 1) &&
	       token_is_mark(ts, t->at + 2, '\'') && (ts->t[t->at + 1].latin || ts->t[t->at + 1].caps);
}

static bool take_quote(struct tail *t)
{
	static const char *const for_what[] = { "за", "о", "об", "про", "пра", "аб", NULL };
	size_t end;

	if (!token_is_mark(t->s->ts, t->at, '"') || t->c->quote != TOKEN_NONE || !org_quote_is_name(t->s, t->at))
		return false;
	if (t->parts && org_quote_is_events(t->s, t->c, t->at))
		return false;
	/* Съезд Конфедерации профсоюзов «За единство»: what a union's paper is called, no name of a union */
	if (t->parts && token_in(t->s->ts, t->at + 1, for_what) && t->c->row != LEXICON_NONE &&
	    span_is(lexicon_cell(t->s->heads, t->c->row, "kind"), "union"))
		return false;
	/* behind a proper name a quote is mostly the title of something else, unless it is letters: … Молдовы
	 * «SINDTRANS» */
	if (t->parts && !is_quoted_letters(t) && t->c->proper && !(t->c->flags & ORG_GENERIC) &&
	    !org_quote_is_own(t->s, t->c, t->at) &&
	    !(token_is_word(t->s->ts, t->at - 1) && token_info(t->s->ts, t->at - 1)->head != LEXICON_NONE))
		return false;
	end = org_quote_end(t->s, t->at);
	if (end == TOKEN_NONE)
		return false;
	if (end > t->at + 4 && org_tail_of_alias(t, t->at + 1))
		return false;
	t->c->quote = t->at;
	org_tail_take(t, end, true);
	t->parts_at_quote = t->parts;
	return true;
}

/* первичная организация «…» Профсоюза строителей «…»: the name in quotes of the union that it is a part of */
static bool take_unions_quote(struct tail *t)
{
	enum { QUOTE_TOKENS = 6 };
	size_t end;

	if (t->c->quote == TOKEN_NONE || t->parts <= t->parts_at_quote || !token_is_mark(t->s->ts, t->at, '"') ||
	    !org_quote_is_name(t->s, t->at) || t->c->row == LEXICON_NONE ||
	    !span_is(lexicon_cell(t->s->heads, t->c->row, "kind"), "union"))
		return false;
	end = org_quote_end(t->s, t->at);
	if (end == TOKEN_NONE || end > t->at + QUOTE_TOKENS)
		return false;
	org_tail_take(t, end, true);
	return true;
}

/* администрация ОАО «…», комитет ГБУ ДПО «…»: a legal form and the name in quotes behind it */
static bool take_form(struct tail *t)
{
	size_t at = t->at, end;

	if (org_tail_foreign_company(t))
		return false;
	while (at - t->at < 3 &&
	       (org_is_abbreviation(t->s, at) ||
		(token_is_word(t->s->ts, at) && t->s->ts->t[at].loud && token_is_mark(t->s->ts, at + 1, '"') &&
		 lexicon_find(t->s->forms, token_fold(t->s->ts, at)) != LEXICON_NONE))) /* РАБОТНИКОВ ГАУЗ «…» */
		at++;
	if (at == t->at || t->c->quote != TOKEN_NONE || !tokens_same_block(t->s->ts, t->at, at) ||
	    !token_is_mark(t->s->ts, at, '"') || !org_quote_is_name(t->s, at))
		return false;
	end = org_quote_end(t->s, at);
	if (end == TOKEN_NONE)
		return false;
	t->c->quote = at;
	org_tail_take(t, end, true);
	t->parts_at_quote = t->parts;
	return true;
}

/* доклад Совета … «Ҳамкор» III съезду: the number of what stands behind it */
static bool numbers_meeting(const struct org_scan *s, size_t i)
{
	return org_is_roman(s, i) && tokens_same_block(s->ts, i, i + 1) && token_is_word(s->ts, i + 1) &&
	       !s->ts->t[i + 1].latin;
}

/* Президиум N 5 */
static bool is_number_sign(const struct org_scan *s, size_t i)
{
	return token_is(s->ts, i, "n") && tokens_same_block(s->ts, i, i + 1) && s->ts->t[i + 1].kind == TOKEN_NUMBER;
}

/* Федерація профспілок Полісся: without a dictionary the name of a region may have no known case */
static bool is_unions_region(const struct tail *t)
{
	const struct tokens *ts = t->s->ts;
	const struct token_info *info = token_info(t->s->ts, t->at);

	/* Ассоциация ткачей Мазендерана: behind people of a trade a word that no dictionary has */
	if (ts->t[t->at].lang == LANG_RU && org_is_profession(t->s, t->at - 1) && !ts->t[t->at].caps &&
	    !ts->t[t->at].loud && (info->n == 0 || info->tags & M_PREDICTED) &&
	    !(info->tags & (M_SURN | M_NAME | M_PATR)) && info->head == LEXICON_NONE)
		return true;
	if (ts->t[t->at].lang == LANG_RU && org_is_profession(t->s, t->at - 1) && org_is_place(t->s, t->at))
		return true;
	return (ts->t[t->at].lang == LANG_UK || ts->t[t->at].lang == LANG_BE) && t->parts && !t->proper_last &&
	       !ts->t[t->at].caps && t->c->row != LEXICON_NONE && token_info(t->s->ts, t->at)->head == LEXICON_NONE &&
	       span_is(lexicon_cell(t->s->heads, t->c->row, "kind"), "union");
}

/* A word of another script or an unknown name in its base form: MEMUR-SEN, Республики Адыгея */
static bool take_uninflected(struct tail *t)
{
	struct tokens *ts = t->s->ts;
	const struct token *tok = &ts->t[t->at];

	if (!token_is_word(ts, t->at) || org_is_barrier(t->s, t->at))
		return false;
	/* РЕСПУБЛИКИ КАЗАХСТАН in a heading */
	if (tok->loud && token_says(ts, t->at - 1, WORDS_PROPER_BEHIND) && org_is_place(t->s, t->at)) {
		org_tail_take(t, t->at, true);
		return true;
	}
	if (!org_is_capital(t->s, t->at) || org_is_postal_code(t->s, t->at))
		return false;
	/* областной организации Росуглепрофа, Президиум Дорпрофжел */
	if (abbr_is_compound(t->s, t->at) &&
	    (span_ends(token_fold(ts, t->at), SPAN("а")) || span_ends(token_fold(ts, t->at), SPAN("жел")))) {
		org_tail_take(t, t->at, true);
		return true;
	}
	if (tok->latin && !is_number_sign(t->s, t->at) && !numbers_meeting(t->s, t->at) &&
	    (t->parts || tok->caps || t->c->flags & (ORG_GENERIC | ORG_QUOTE | ORG_NAMED | ORG_STRONG))) {
		size_t last = t->at;

		while (tokens_same_block(ts, last, last + 1) && token_is_word(ts, last + 1) && ts->t[last + 1].latin &&
		       ts->t[last + 1].cap)
			last++;
		org_tail_take(t, last, true);
		return true;
	}
	if (org_is_verb(t->s, t->at) || /* Курганской области ПОСТАНОВЛЯЕТ */
	    (!token_says(ts, t->at - 1, WORDS_PROPER_BEHIND) && !is_unions_region(t)))
		return false;
	org_tail_take(t, t->at, true);
	return true;
}

static bool take_number(struct tail *t)
{
	size_t last;

	/* Конвенция Международной организации труда № 154: the number of what stands before */
	if (t->s->known && token_is_mark(t->s->ts, t->at, 0x2116) && token_is_word(t->s->ts, t->c->first) &&
	    gazetteer_at(t->s->known, t->s->ts, t->c->first, &last) != LEXICON_NONE && last + 1 == t->at)
		return false;
	/* Президиума ОО «…» № 8: the paper's number */
	if (t->c->quote != TOKEN_NONE || !token_is_mark(t->s->ts, t->at, 0x2116) ||
	    !tokens_same_block(t->s->ts, t->at, t->at + 1) || t->s->ts->t[t->at + 1].kind != TOKEN_NUMBER ||
	    t->c->flags & (ORG_STRONG | ORG_ORGAN) ||
	    (t->c->first > 0 && token_says(t->s->ts, t->c->first - 1, WORDS_DECISION)))
		return false;
	t->c->numbered = true;
	org_tail_take(t, t->at + 1, true);
	return true;
}

static void take_all(struct tail *t)
{
	static bool (*const parts[])(struct tail * t) = {
		org_tail_company_of_branch,
		org_tail_liability,
		take_town,
		take_more_territory,
		take_eponym,
		take_bare_eponym,
		take_form,
		take_quote,
		take_unions_quote,
		take_number,
		org_tail_over_bracket,
		org_tail_bracket,
		org_tail_council,
		org_tail_sphere,
		org_tail_po,
		org_tail_of_territory,
		take_pri,
		org_tail_workplace,
		take_v,
		org_tail_for,
		org_tail_member_states,
		org_tail_office_second,
		org_tail_affairs,
		org_tail_letters_and_word,
		org_tail_kind_of_works,
		org_tail_adjective,
		org_tail_name_of_branch,
		take_genitive,
		org_tail_known,
		take_uninflected,
	};
	bool went_on = true;

	while (went_on && t->parts < PARTS_MAX && tokens_same_block(t->s->ts, t->c->head, t->at) &&
	       !org_is_barrier(t->s, t->at)) {
		went_on = false;
		/* … профсоюзов Грузии, and the town in the next line of the letterhead */
		if (t->proper_last && org_is_capital(t->s, t->at) && org_is_place(t->s, t->at) &&
		    org_is_place(t->s, t->at - 1) && !token_says(t->s->ts, t->at - 1, WORDS_PROPER_BEHIND) &&
		    !token_is_mark(t->s->ts, t->at, '(') &&
		    (tokens_new_line(t->s->ts, t->at) || token_is_mark(t->s->ts, t->at + 1, ',')))
			break;
		for (size_t i = 0; i < sizeof parts / sizeof *parts && !went_on; i++)
			went_on = parts[i](t);
	}
}

/* Offices and funds: there are many, and one that has the short name Министерство may write to another. */
static bool may_have_namesakes(const struct org_scan *s, const struct org_cand *c)
{
	struct span kind = c->row == LEXICON_NONE ? (struct span){ 0 } : lexicon_cell(s->heads, c->row, "kind");

	return span_is(kind, "government") || span_is(kind, "fund") || span_is(kind, "science");
}

/* Министерство занятости и сокращения бедности: what stands behind the word in the genitive is its name */
static bool is_ministry(const struct org_scan *s, const struct org_cand *c)
{
	return token_says(s->ts, c->head, WORDS_MINISTRY);
}

void org_tail(const struct org_scan *s, struct org_cand *c)
{
	struct tail t = { .s = s, .c = c, .at = c->head + 1 };

	c->last = c->head;
	c->quote = TOKEN_NONE;
	take_all(&t);
	if (!c->tail && s->aliases && may_have_namesakes(s, c)) {
		struct org_cand other = *c;

		t = (struct tail){ .s = s, .c = &other, .at = c->head + 1, .new_name = true };
		take_all(&t);
		if (other.proper || (is_ministry(s, c) && other.last > c->head + 1))
			*c = other;
	}
}
