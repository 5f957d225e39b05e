/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a body is for, and for whom: по …, в сфере …, для …, and the territory of an office. */
#include "org_tail_p.h"

#include "org_phrase.h"
#include "org_territory.h"

static bool is_belarusian_po(const struct tail *t)
{
	return t->s->ts->t[t->at].lang == LANG_BE && token_is(t->s->ts, t->at, "па");
}

/* по противодействию торговле людьми и принудительному труду */
static void take_to(struct tail *t)
{
	size_t last, with;
	bool proper = false;

	if (!token_says(t->s->ts, t->at - 1, WORDS_OFFICE_TO) || !org_noun_phrase(t->s, t->at, M_DAT, &last, &proper))
		return;
	if (token_is(t->s->ts, last, "торговле") && org_noun_phrase(t->s, last + 1, M_INS, &with, &proper))
		last = with;
	org_tail_take(t, last, proper);
	if (org_list_behind(t->s, &last, M_DAT, &proper))
		org_tail_take(t, last, proper);
	t->proper_last = false;
}

/* по связям с общественностью, по взаимодействию с профсоюзами */
static void take_with(struct tail *t)
{
	static const char *const with[] = { "с", "со", NULL };
	size_t last, more;
	bool proper = false;

	/* по надзору за соблюдением трудового законодательства */
	if (token_says(t->s->ts, t->at - 1, WORDS_OFFICE_OVER) && token_is(t->s->ts, t->at, "за") &&
	    org_noun_phrase(t->s, t->at + 1, M_INS, &last, &proper)) {
		if (org_noun_phrase(t->s, last + 1, M_GEN, &more, &proper))
			last = more;
		org_tail_take(t, last, proper);
		t->proper_last = false;
		return;
	}
	if (!token_says(t->s->ts, t->at - 1, WORDS_OFFICE_WITH) || !token_in(t->s->ts, t->at, with) ||
	    !org_noun_phrase(t->s, t->at + 1, M_INS, &last, &proper))
		return;
	org_tail_take(t, last, proper);
	if (org_list_behind(t->s, &last, M_INS, &proper))
		org_tail_take(t, last, proper);
	t->proper_last = false;
}

/* Комитет экспертов по применению …: whose committee it is stands before what it is for */
static bool is_of_experts(const struct tail *t)
{
	return t->parts == 1 && t->c->flags & (ORG_ORGAN | ORG_PO) && t->at == t->c->head + 2 &&
	       token_says(t->s->ts, t->at - 1, WORDS_EXPERTS);
}

bool org_tail_po(struct tail *t)
{
	size_t last;
	bool proper = false;

	if (!(t->c->flags & ORG_PO) || !(token_is(t->s->ts, t->at, "по") || is_belarusian_po(t)) ||
	    !org_noun_phrase(t->s, t->at + 1, M_DAT, &last, &proper))
		return false;
	/* обязательства Профсоюзной организации по пунктам 3 и 4, решение Совета по итогам года */
	if (token_says(t->s->ts, t->at + 1, WORDS_NO_CONCERN) || org_tail_is_task(t))
		return false;
	/* ЗАО «…» по вопросу договора: behind a name in quotes it is what is talked about */
	if (t->c->quote != TOKEN_NONE && t->parts == t->parts_at_quote)
		return false;
	/* behind a proper name only organs and offices go on: Агентство Республики Казахстан по делам … */
	if (t->parts && !is_of_experts(t) &&
	    !(t->proper_last &&
	      (t->c->form || t->c->flags & ORG_ORGAN ||
	       (org_tail_is_office(t->s, t->c) &&
		(t->s->ts->t[t->at - 1].caps || token_says(t->s->ts, t->at + 1, WORDS_OFFICE_CONCERN))))))
		return false;
	if (!t->parts && org_tail_of_alias(t, t->at))
		return false;
	org_tail_take(t, last, proper);
	t->proper_last = false;
	if (org_list_behind(t->s, &last, M_DAT, &proper))
		org_tail_take(t, last, proper);
	take_with(t);
	/* по связям с общественностью, молодежной политике и развитию профсоюзного движения */
	if (t->at > last + 1) {
		size_t with = t->at - 1;

		if (org_list_behind(t->s, &with, M_DAT, &proper))
			org_tail_take(t, with, false);
	}
	take_to(t);
	return true;
}

/* … по надзору в сфере защиты прав потребителей; Державна служба з питань праці */
bool org_tail_sphere(struct tail *t)
{
	static const char *const in[] = { "в", "у", "з", "із", "зі", NULL };
	size_t last, from = t->at + 2;
	bool proper = false;

	/* комітет з питань праці: in Ukrainian what an office is for begins so */
	if (!(t->parts || t->s->ts->t[t->at].lang == LANG_UK) || !(t->c->flags & ORG_PO) ||
	    !token_in(t->s->ts, t->at, in) || !tokens_same_block(t->s->ts, t->at, t->at + 1) ||
	    !token_says(t->s->ts, t->at + 1, WORDS_OFFICE_SPHERE))
		return false;
	/* комісія із соціального діалогу: no noun of its own stands before what it is for */
	if (t->s->ts->t[t->at].lang == LANG_UK && token_parse(t->s->ts, t->at + 1, M_ADJ | M_GEN, 0))
		from--;
	if (!org_noun_phrase(t->s, from, M_GEN, &last, &proper))
		return false;
	org_tail_take(t, last, proper);
	t->proper_last = false;
	if (org_list_behind(t->s, &last, M_GEN, &proper))
		org_tail_take(t, last, proper);
	return true;
}

/* Управление … по Алтайскому краю: an office's territory */
bool org_tail_of_territory(struct tail *t)
{
	size_t last;
	bool proper = false;

	/* Территориальный орган Федеральной службы … по Курской области */
	if (!t->parts ||
	    !(org_tail_is_office(t->s, t->c) || span_starts(token_fold(t->s->ts, t->c->head), SPAN("орган"))) ||
	    !(token_is(t->s->ts, t->at, "по") || is_belarusian_po(t)) ||
	    !tokens_same_block(t->s->ts, t->at, t->at + 1) || !org_is_capital(t->s, t->at + 1) ||
	    !org_noun_phrase(t->s, t->at + 1, M_DAT, &last, &proper))
		return false;
	org_tail_take(t, last, true);
	return true;
}

bool org_tail_for(struct tail *t)
{
	size_t last;
	bool proper = false;

	if (!token_is(t->s->ts, t->at, "для") || !(t->c->flags & (ORG_PO | ORG_V)) ||
	    !(t->parts || (t->c->first < t->c->head && (t->c->capital || t->c->weak_capital))) ||
	    !org_noun_phrase(t->s, t->at + 1, M_GEN, &last, &proper) || !(proper || t->c->capital || !t->parts))
		return false;
	org_tail_take(t, last, proper);
	if (org_list_behind(t->s, &last, M_GEN, &proper))
		org_tail_take(t, last, proper);
	return true;
}
