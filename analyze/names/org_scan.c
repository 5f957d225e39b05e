/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding heads and what agrees with them: Алтайской республиканской организации, ОО «…», known names in every case. */
#include "org_scan.h"

#include <stdlib.h>

#include "abbr.h"
#include "org_chain.h"
#include "org_dash.h"
#include "org_form.h"
#include "org_local.h"
#include "org_party.h"
#include "org_phrase.h"
#include "org_tail.h"
#include "org_turkic.h"
#include "utf8.h"

enum { BACK = 7 /* words looked back over an inserted name: Крымской и г. Севастополя территориальной */ };

unsigned org_head_flags(const struct lexicon *heads, long row)
{
	static const struct {
		const char *name;
		unsigned flag;
	} names[] = {
		{ "strong", ORG_STRONG },
		{ "named", ORG_NAMED },
		{ "cap", ORG_CAP },
		{ "quote", ORG_QUOTE },
		{ "inner", ORG_INNER },
		{ "generic", ORG_GENERIC },
		{ "alias", ORG_ALIAS },
		{ "organ", ORG_ORGAN },
		{ "list", ORG_LIST },
		{ "po", ORG_PO },
		{ "v", ORG_V },
		{ "pri", ORG_PRI },
		{ "event", ORG_EVENT },
		{ "final", ORG_FINAL },
		{ "itself", ORG_ITSELF },
		{ "start", ORG_START },
		{ "defined", ORG_DEFINED },
	};
	struct span cell = lexicon_cell(heads, row, "flags");
	unsigned flags = 0;

	while (cell.p) {
		struct span word = span_cut(&cell, ' ');

		for (size_t i = 0; i < sizeof names / sizeof *names; i++)
			if (span_is(word, names[i].name))
				flags |= names[i].flag;
	}
	return flags;
}

/* ---- adjectives before the head ---- */

bool org_agrees(unsigned adjective, unsigned noun)
{
	if (!(adjective & noun & M_CASES) || !(adjective & noun & M_NUMBERS))
		return false;
	return (noun & M_PLUR) || !(noun & M_GENDERS) || (adjective & noun & M_GENDERS);
}

bool org_is_adjective(const struct org_scan *s, size_t i, const struct morph_parse *p)
{
	struct span word = token_fold(s->ts, i);

	if (p->tags & M_ADJ)
		return true;
	return p->tags & M_NOUN && p->tags & M_SURN && s->ts->t[i].cap && !s->ts->t[i].loud &&
	       (span_find(word, SPAN("ск"), 4) != SPAN_NONE || span_find(word, SPAN("цк"), 4) != SPAN_NONE);
}

static bool lemma_in(struct tokens *ts, size_t i, const struct morph_parse *p, enum word_use use)
{
	struct buf lemma = { 0 };
	bool found;

	morph_lemma(ts->morph, token_info(ts, i)->folded, p, &lemma);
	found = word_list_has(ts->lists, use, buf_span(&lemma));
	buf_free(&lemma);
	return found;
}

/* объединенная, специализированная: participles that have become adjectives of names */
static bool is_naming_participle(const struct org_scan *s, size_t i)
{
	return token_says(s->ts, i, WORDS_NAMING_PARTICIPLE);
}

/* The parses of the head (bits by index) with which the adjective at i agrees; 0: it is none, or no part of a name. */
static unsigned agreeing(const struct org_scan *s, size_t i, size_t head, unsigned left)
{
	const struct token_info *adjective, *noun = token_info(s->ts, head);
	unsigned both = 0;

	if (!token_is_word(s->ts, i) || (s->barrier && s->barrier[i]) ||
	    (s->ts->t[i].caps && !s->ts->t[head].caps)) /* ЗАЯВА Ради … */
		return 0;
	adjective = token_info(s->ts, i);
	for (size_t a = 0; a < adjective->n; a++) {
		const struct morph_parse *p = &adjective->parse[a];

		if (!org_is_adjective(s, i, p) || p->tags & M_PRON ||
		    (p->tags & M_PARTICIPLE && !s->ts->t[i].cap && !is_naming_participle(s, i)) ||
		    /* Совместный руководящий комитет: a capital within a sentence makes it a part of the name */
		    (lemma_in(s->ts, i, p, WORDS_WHICH_BODY) &&
		     !(s->ts->t[i].cap && !s->ts->t[i].first && !s->ts->t[i].loud && !s->ts->t[head].cap) &&
		     !abbr_has_letter(s, i, head)))
			continue;
		for (size_t n = 0; n < noun->n; n++)
			if (left & 1u << n && org_agrees(p->tags, noun->parse[n].tags))
				both |= 1u << n;
	}
	return both;
}

static bool may_stand_between(const struct org_scan *s, size_t i)
{
	const struct token *t = &s->ts->t[i];

	if (t->kind == TOKEN_MARK && t->mark == '.') /* г. Севастополя, not the end of a sentence */
		return i > 0 && token_is_word(s->ts, i - 1) && s->ts->t[i - 1].end - s->ts->t[i - 1].start <= 4;
	if (t->kind == TOKEN_MARK)
		return t->mark == '(' || t->mark == ')' || t->mark == '-';
	return t->kind == TOKEN_WORD && token_info(s->ts, i)->head == LEXICON_NONE &&
	       (t->cap || token_is(s->ts, i, "и") || token_is(s->ts, i, "г") ||
		token_parse(s->ts, i, M_NOUN | M_GEN, 0) || token_parse(s->ts, i, M_ADJ, 0));
}

/* Does the adjective at i agree with a capital noun right behind it, before the head? */
static bool has_own_noun(const struct org_scan *s, size_t i, size_t head)
{
	const struct token_info *info;

	if (i + 1 >= head || !token_is_word(s->ts, i + 1))
		return false;
	/* Генерального директора Международного бюро: who somebody is */
	if (!s->ts->t[i + 1].cap && !token_parse(s->ts, i + 1, M_NOUN | M_ANIM, 0))
		return false;
	info = token_info(s->ts, i + 1);
	for (size_t k = 0; k < info->n; k++)
		if (info->parse[k].tags & M_NOUN && !(info->parse[k].tags & (M_NAME | M_SURN)))
			for (size_t a = 0; a < token_info(s->ts, i)->n; a++)
				if (token_info(s->ts, i)->parse[a].tags & M_ADJ &&
				    org_agrees(token_info(s->ts, i)->parse[a].tags, info->parse[k].tags))
					return true;
	return false;
}

/* A capital adjective further left, over an inserted name: Саха (Якутской) республиканской, Межрегиональной … и г. X */
static size_t adjective_over_insert(const struct org_scan *s, size_t at, size_t head, unsigned *left)
{
	size_t start = TOKEN_NONE;

	for (size_t back = 0; back < BACK && at > 0 && tokens_same_block(s->ts, at - 1, head); back++) {
		unsigned both;

		at--;
		/* … Тульской области и Тульской городской организацией: the first is the region's */
		both = s->ts->t[at].cap && !s->ts->t[at].loud && !token_says(s->ts, at + 1, WORDS_TERRITORY)
			       ? agreeing(s, at, head, *left)
			       : 0;
		/* Межпарламентской Ассамблеи и Евразийской комиссии: the adjective has a noun of its own */
		if (both && back > 0 && has_own_noun(s, at, head))
			break;
		if (both && back > 0) {
			*left = both;
			start = at;
			break;
		}
		if (!may_stand_between(s, at))
			break;
	}
	return start;
}

static size_t scan_left(const struct org_scan *s, size_t head, unsigned *left)
{
	size_t first = head, near = TOKEN_NONE;

	while (first > 0 && tokens_same_block(s->ts, first - 1, head)) {
		unsigned both = agreeing(s, first - 1, head, *left);
		size_t far;

		if (both) {
			*left = both;
			first--;
			continue;
		}
		/* Красноярская территориальная (краевая) организация */
		both = first > 3 && token_is_mark(s->ts, first - 1, ')') && token_is_mark(s->ts, first - 3, '(') &&
				       agreeing(s, first - 2, head, *left)
			       ? agreeing(s, first - 4, head, *left)
			       : 0;
		if (both && tokens_same_block(s->ts, first - 4, head)) {
			*left = both;
			first -= 4;
			continue;
		}
		if (first == head || s->ts->t[first].loud)
			break;
		far = adjective_over_insert(s, first, head, left);
		if (far == TOKEN_NONE)
			break;
		if (near == TOKEN_NONE)
			near = first;
		first = far;
	}
	/* Федерацией профсоюзов Донецкой … и Луганской федерацией: over the insert stands another body's tail */
	if (near != TOKEN_NONE && first > 0 && tokens_same_block(s->ts, first - 1, first) &&
	    token_is_word(s->ts, first - 1) && token_info(s->ts, first - 1)->head != LEXICON_NONE)
		first = near;
	/* Саха (Якутская) республиканская: the bracket belongs to the word before it */
	if (first >= 2 && tokens_same_block(s->ts, first - 2, head) && token_is_mark(s->ts, first - 1, '(') &&
	    token_is_mark(s->ts, first + 1, ')') && token_is_word(s->ts, first - 2) && s->ts->t[first - 2].cap)
		first -= 2;
	return first;
}

/* ---- candidates ---- */

static struct org_cand *add_cand(const struct org_scan *s, struct org_cands *cs)
{
	struct org_cand *c;

	ARENA_ROOM(s->ts->arena, cs->v, cs->n, cs->cap);
	c = &cs->v[cs->n++];
	*c = (struct org_cand){ .head = TOKEN_NONE, .row = LEXICON_NONE, .known = LEXICON_NONE, .quote = TOKEN_NONE };
	return c;
}

static void note_capitals(const struct org_scan *s, struct org_cand *c)
{
	size_t to = c->head == TOKEN_NONE ? c->first : c->head;

	for (size_t i = c->first; i <= to; i++) {
		const struct token *t = &s->ts->t[i];

		c->loud |= t->loud;
		if (t->kind != TOKEN_WORD || !t->cap || t->loud)
			continue;
		if (t->first)
			c->weak_capital = true;
		else
			c->capital = true;
	}
}

/* Российская Федерация, Содружество …: a place, not a body */
static bool is_only_place(const struct org_scan *s, size_t first, size_t head)
{
	size_t last;

	for (size_t i = first; i < head; i++)
		if (gazetteer_at(s->places, s->ts, i, &last) != LEXICON_NONE && last >= head)
			return true;
	return false;
}

static void add_final(const struct org_scan *s, struct org_cands *cs, size_t head, const struct org_parties *parties)
{
	size_t first, last;
	bool english = s->ts->t[head].lang == LANG_EN || s->ts->t[head].latin;
	struct org_cand *c;

	if (org_is_of_union(s, head, head + 1))
		return;
	if (!english && (org_turkic_part_of_paper(s, head) || org_turkic_wage_fund(s, head)))
		return;
	if (english && !org_english_chain(s, head, &first, &last))
		return;
	if (!english && !org_turkic_chain(s, head, &first, &last) && !org_turkic_defined(s, head, &first))
		return;
	if (is_only_place(s, first, head) ||
	    (english && (org_names_paper(s, last + 1) || org_party_opens_title(s, parties, first, head, last))))
		return;
	/* the last noun of a chain is its head: the others lie inside it */
	if (cs->n && cs->v[cs->n - 1].first == first && cs->v[cs->n - 1].last == last) {
		struct org_cand *before = &cs->v[cs->n - 1];

		/* Public Service Union: the union, not the service; Ministry of Public Service: the ministry */
		if (english && !org_chain_has_joint(s, before->head, head)) {
			before->head = head;
			before->row = token_info(s->ts, head)->head;
			before->flags = org_head_flags(s->heads, before->row);
		}
		return;
	}
	c = add_cand(s, cs);
	c->head = head;
	c->first = first;
	c->last = last;
	c->row = token_info(s->ts, head)->head;
	c->flags = org_head_flags(s->heads, c->row);
	if (english)
		org_english_quote(s, c);
	for (size_t i = first; i < head && !english && c->quote == TOKEN_NONE; i++)
		if (token_is_mark(s->ts, i, '"'))
			c->quote = i;
	c->tail = first < head || c->last > head;
	c->proper = c->tail;
	note_capitals(s, c);
	c->loud |= english && first < head && s->ts->t[first].caps && s->ts->t[head].caps;
	for (size_t i = head + 1; i <= last && english; i++)
		c->capital |= s->ts->t[i].cap && !s->ts->t[i].loud;
	c->capital |= !english && c->tail && token_is_mark(s->ts, first, '"');
	c->capital |= c->tail && c->weak_capital;
}

/* конкурс «Лучшая организация»: what stands in the quotes that open at i is a title */
bool org_is_titled(const struct org_scan *s, size_t i)
{
	return i > 0 && token_says(s->ts, i - 1, WORDS_TITLED);
}

static void add_head(const struct org_scan *s, struct org_cands *cs, size_t head)
{
	const struct token_info *info = token_info(s->ts, head);
	unsigned left = 0;
	struct org_cand *c;

	for (size_t i = 0; i < info->n && i < 32; i++)
		if (info->parse[i].tags & M_NOUN)
			left |= 1u << i;
	if (info->n && !left)
		return;
	c = add_cand(s, cs);
	c->head = head;
	c->row = info->head;
	c->flags = org_head_flags(s->heads, info->head);
	c->first = scan_left(s, head, &left);
	for (size_t i = 0; i < info->n && i < 32; i++) {
		if (!(left & 1u << i))
			continue;
		/* лагере is of лагерь, whose row it has, and not of лагер */
		if (!c->parse || i == info->head_parse || ((c->parse->tags & M_PLUR) && (info->parse[i].tags & M_SING)))
			c->parse = &info->parse[i];
	}
	c->plural = c->parse && (c->parse->tags & M_PLUR);
	if (is_only_place(s, c->first, head)) {
		cs->n--;
		return;
	}
	note_capitals(s, c);
	org_tail(s, c);
	if (c->weak_capital && c->first > 0 && token_is_mark(s->ts, c->first - 1, '"') &&
	    token_is_mark(s->ts, c->last + 1, '\'') && !org_is_titled(s, c->first - 1))
		c->capital = true; /* the whole quote is the name */
	if (c->first > 0 && tokens_same_block(s->ts, c->first - 1, head) && org_is_form(s, c->first - 1)) {
		c->first--;
		c->form = true;
	}
}

/* ПАО Сбербанк, АО KEGOC, ООО Ромашка: a company's name without its quotes */
static bool bare_company(const struct org_scan *s, struct org_cand *c)
{
	static const char *const companies[] = {
		"обществ", "товарищ", "предприят", "товарист", "таварыств", "серіктест"
	};
	struct span meaning = lexicon_cell(s->forms, lexicon_find(s->forms, token_fold(s->ts, c->first)), "meaning");
	size_t at = c->first + 1;
	bool company = false;

	for (size_t i = 0; i < sizeof companies / sizeof *companies; i++)
		company |= span_find(meaning, span_of(companies[i]), 0) != SPAN_NONE;
	if (!company || c->last != c->first || s->ts->t[c->first].loud || !tokens_same_block(s->ts, c->first, at) ||
	    !token_is_word(s->ts, at) || !s->ts->t[at].cap || s->ts->t[at].loud || (s->barrier && s->barrier[at]))
		return false;
	c->last = at;
	while (s->ts->t[at].latin && tokens_same_block(s->ts, at, c->last + 1) && token_is_word(s->ts, c->last + 1) &&
	       s->ts->t[c->last + 1].latin && s->ts->t[c->last + 1].cap)
		c->last++;
	while (token_is_mark(s->ts, c->last + 1, '-') && s->ts->t[c->last + 1].glued &&
	       tokens_same_block(s->ts, at, c->last + 2) && s->ts->t[c->last + 2].glued)
		c->last += 2;
	c->tail = c->proper = true;
	return true;
}

/* ОО «…», ФГАОУ ВО «…», ФКУЗ МСЧ МВД России по …: a legal form and the capitals behind it */
static void add_form(const struct org_scan *s, struct org_cands *cs, size_t first)
{
	size_t last = first;
	struct org_cand *c;

	while (tokens_same_block(s->ts, first, last + 1) && token_is_word(s->ts, last + 1) && s->ts->t[last + 1].caps &&
	       !s->ts->t[last + 1].loud && last - first < 3)
		last++;
	/* КГП на ПХВ «…»: on what right it has its property */
	if (token_is(s->ts, last + 1, "на") && tokens_same_block(s->ts, first, last + 3) &&
	    token_is(s->ts, last + 2, "пхв") && token_is_mark(s->ts, last + 3, '"'))
		last += 2;
	c = add_cand(s, cs);
	c->first = first;
	c->head = last;
	c->flags = ORG_PO | ORG_QUOTE | ORG_GENERIC;
	c->form = true;
	note_capitals(s, c);
	org_tail(s, c);
	c->tail |= last > first;
	c->proper |= last > first;
	if (c->quote == TOKEN_NONE && !c->proper && !bare_company(s, c))
		cs->n--;
}

/* «АрселорМиттал Теміртау» АҚ: in Kazakh and Kyrgyz the legal form stands behind the name */
static bool add_form_behind(const struct org_scan *s, struct org_cands *cs, size_t form)
{
	size_t open;
	struct org_cand *c;

	if (s->ts->t[form].lang != LANG_TURKIC || form < 2 || !token_is_mark(s->ts, form - 1, '\''))
		return false;
	open = org_turkic_quote_open(s, form - 1);
	if (open == form - 1)
		return false;
	/* «…» ШЖҚ РМК: the right on which it has its property, and its form */
	if (tokens_same_block(s->ts, form, form + 1) && token_is_word(s->ts, form + 1) && s->ts->t[form].caps &&
	    s->ts->t[form + 1].cap && lexicon_find(s->forms, token_letters(s->ts, form + 1)) != LEXICON_NONE)
		form++;
	c = add_cand(s, cs);
	c->first = open;
	c->last = form;
	c->quote = open;
	c->form = c->proper = c->tail = c->capital = true;
	return true;
}

/* Talco OJSC: in English the legal form may stand behind the name */
static bool ends_company(const struct org_scan *s, size_t form)
{
	long row = token_info(s->ts, form)->head;

	return s->ts->t[form].latin && row != LEXICON_NONE && org_head_flags(s->heads, row) & ORG_FINAL && form > 0 &&
	       tokens_same_block(s->ts, form - 1, form) && s->ts->t[form - 1].cap && s->ts->t[form - 1].latin &&
	       !(tokens_same_block(s->ts, form, form + 1) &&
		 (s->ts->t[form + 1].cap || token_is_mark(s->ts, form + 1, '"')));
}

/* Совет Федерации: a known name, but where a document calls its union Федерация the council of this one */
static bool is_organ_of_alias(const struct org_scan *s, size_t first, size_t last)
{
	long row = token_is_word(s->ts, last) ? token_info(s->ts, last)->head : LEXICON_NONE;

	for (size_t i = 0; s->aliases && last == first + 1 && row != LEXICON_NONE && i < s->aliases->n; i++)
		if (s->aliases->v[i].row == row)
			return true;
	return false;
}

static void add_known(const struct org_scan *s, struct org_cands *cs, size_t first)
{
	size_t last;
	long row = gazetteer_at(s->known, s->ts, first, &last);
	struct org_cand *c;

	if (row == LEXICON_NONE || is_organ_of_alias(s, first, last))
		return;
	c = add_cand(s, cs);
	c->first = first;
	c->last = last;
	c->known = row;
	/* … палата предпринимателей «Атамекен»: the quote that the name opens is closed behind it */
	for (size_t i = first; i <= last && token_is_mark(s->ts, last + 1, '\''); i++)
		if (token_is_mark(s->ts, i, '"') && org_quote_end(s, i) == last + 1)
			c->last = last + 1;
	note_capitals(s, c);
}

static int by_place(const void *a, const void *b)
{
	const struct org_cand *x = a, *y = b;

	if (x->first != y->first)
		return x->first < y->first ? -1 : 1;
	if (x->last != y->last)
		return x->last > y->last ? -1 : 1;
	return x->head < y->head ? -1 : x->head > y->head;
}

/* A known name that was also found by its grammar is one candidate, with what both say. */
static void join_known(struct org_cands *cs)
{
	size_t kept = 0;

	for (size_t i = 0; i < cs->n; i++) {
		struct org_cand *before = kept ? &cs->v[kept - 1] : NULL, *c = &cs->v[i];

		if (before && before->first == c->first && before->last == c->last &&
		    (before->known != LEXICON_NONE || c->known != LEXICON_NONE)) {
			long known = before->known != LEXICON_NONE ? before->known : c->known;

			if (before->head == TOKEN_NONE)
				*before = *c;
			before->known = known;
			continue;
		}
		cs->v[kept++] = *c;
	}
	cs->n = kept;
}

/* Комитет МОТ по свободе объединения жалоб …: a known name ends where it ends, and a small noun behind it is no part */
static void end_known(const struct org_scan *s, struct org_cands *cs)
{
	enum {
		WORDS = 3
	}; /* behind a shorter one one thing alone is sent there: в Государственную Думу законопроекта */

	static const char *const joints[] = { "и", NULL };

	for (size_t i = 0; i + 1 < cs->n; i++) {
		struct org_cand *c = &cs->v[i];

		for (size_t k = i + 1; k < cs->n && cs->v[k].first == c->first; k++)
			if (cs->v[k].known != LEXICON_NONE && c->known == LEXICON_NONE && !s->ts->t[c->last].cap &&
			    (c->last == cs->v[k].last + 1 ||
			     /* нормы Международной организации труда и сыроварни */
			     (c->last == cs->v[k].last + 2 && cs->v[k].last >= c->first + 2 &&
			      token_in(s->ts, c->last - 1, joints))) &&
			    (c->last > cs->v[k].last + 1 || cs->v[k].last >= c->first + WORDS ||
			     (cs->v[k].last > c->first && token_parse(s->ts, c->last, M_NOUN | M_SING | M_GEN, 0)))) {
				c->last = cs->v[k].last;
				c->known = cs->v[k].known;
			}
	}
}

struct org_cands org_scan(const struct org_scan *s)
{
	struct org_parties parties = org_parties_of(s);
	struct org_cands cs = { 0 };

	for (size_t i = 0; i < s->ts->n; i++) {
		struct org_cand local;
		bool form;

		if (!token_is_word(s->ts, i) || (s->barrier && s->barrier[i]))
			continue;
		if (org_party_at(s, &parties, i, &local)) {
			*add_cand(s, &cs) = local;
			i = local.last;
			continue;
		}
		add_known(s, &cs, i);
		if (org_local_at(s, i, &local)) {
			*add_cand(s, &cs) = local;
			continue;
		}
		form = org_is_form(s, i);
		if (form && add_form_behind(s, &cs, i))
			continue;
		if (form && ends_company(s, i))
			add_final(s, &cs, i, &parties);
		else if (form)
			add_form(s, &cs, i);
		else if (token_info(s->ts, i)->head != LEXICON_NONE) {
			if (org_head_flags(s->heads, token_info(s->ts, i)->head) & ORG_FINAL)
				add_final(s, &cs, i, &parties);
			else
				add_head(s, &cs, i);
		}
	}
	if (cs.n)
		qsort(cs.v, cs.n, sizeof *cs.v, by_place);
	join_known(&cs);
	end_known(s, &cs);
	org_dash_extend(s, &cs);
	return cs;
}
