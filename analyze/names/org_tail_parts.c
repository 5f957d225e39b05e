/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parts of names that few bodies have: branches of companies, ministries in clipped words, unions of kinds of works. */
#include "org_tail_p.h"

#include "org_alone.h"
#include "org_phrase.h"
#include "org_territory.h"
#include "utf8.h"

void org_tail_take(struct tail *t, size_t last, bool proper)
{
	t->c->last = last;
	t->c->tail = true;
	t->c->proper |= proper;
	t->proper_last = proper;
	t->at = last + 1;
	t->parts++;
}

bool org_tail_is_report(const struct org_scan *s, const struct org_cand *c, size_t i)
{
	static const char *const organs[] = { "прэзідыум", "президія", "президії", "президією",
					      "президію",  "виконком", "выканкам" };
	const struct token *t = &s->ts->t[i];
	bool organ = false;

	if ((t->lang != LANG_UK && t->lang != LANG_BE) || t->cap || t->loud ||
	    token_info(s->ts, i)->head != LEXICON_NONE)
		return false;
	for (size_t k = 0; k < sizeof organs / sizeof *organs; k++)
		organ |= span_starts(token_fold(s->ts, c->head), span_of(organs[k]));
	return organ;
}

bool org_ends_body(const struct org_scan *s, size_t i)
{
	static const char *const kinds[] = { "government", "organ", "department", NULL };
	long row = token_is_word(s->ts, i) ? token_info(s->ts, i)->head : LEXICON_NONE;

	for (const char *const *k = kinds; row != LEXICON_NONE && !s->ts->t[i].cap && *k; k++)
		if (span_is(lexicon_cell(s->heads, row, "kind"), *k))
			return true;
	return false;
}

/* профсоюз работников предприятий с иностранными инвестициями, с участием иностранного капитала */
bool org_tail_kind_of_works(struct tail *t)
{
	static const char *const with[] = { "с", "со", NULL };
	static const char *const works[] = { "предприят", "организац", "учрежден", "компани", "обществ" };
	static const char *const kinds[] = { "иностранн", "негосударств", "смешанн", "частн", "государств",
					     "зарубежн",  "различн",      "разн",    "вредн", "особ" };
	struct tokens *ts = t->s->ts;
	size_t last, more;
	bool proper = false, fits = false, part = token_is(ts, t->at + 1, "участием");

	if (t->c->row == LEXICON_NONE || !token_in(ts, t->at, with) || !tokens_same_block(ts, t->at, t->at + 1) ||
	    !token_is_word(ts, t->at - 1) || !span_is(lexicon_cell(t->s->heads, t->c->row, "kind"), "union"))
		return false;
	for (size_t i = 0; i < sizeof works / sizeof *works; i++)
		fits |= span_starts(token_fold(ts, t->at - 1), span_of(works[i]));
	for (size_t i = 0; fits && !part && i < sizeof kinds / sizeof *kinds; i++)
		part |= span_starts(token_fold(ts, t->at + 1), span_of(kinds[i]));
	if (!fits || !part || !org_noun_phrase(t->s, t->at + 1, M_INS, &last, &proper))
		return false;
	if (token_is(ts, last, "участием") && org_noun_phrase(t->s, last + 1, M_GEN, &more, &proper))
		last = more;
	org_tail_take(t, last, proper);
	return true;
}

/* общество с ограниченной ответственностью «…», таварыства з абмежаванай адказнасцю «…» */
bool org_tail_liability(struct tail *t)
{
	static const char *const with[] = { "с", "з", NULL };
	static const char *const liability[] = { "ответственностью", "відповідальністю", "адказнасцю", NULL };
	const struct tokens *ts = t->s->ts;

	if (t->parts || !token_in(ts, t->at, with) || !tokens_same_block(ts, t->at, t->at + 3) ||
	    !token_in(ts, t->at + 2, liability) || !token_is_mark(ts, t->at + 3, '"'))
		return false;
	org_tail_take(t, t->at + 2, false);
	return true;
}

/* филиал «Южный» ПАО «Трасса», филиал № 3 РУП «Бумага»: the company whose branch it is */
bool org_tail_company_of_branch(struct tail *t)
{
	static const char *const branches[] = { "филиал", "філі", "філія", "подразделен", "отделени" };
	const struct tokens *ts = t->s->ts;
	size_t form = t->at, end;
	bool branch = false, number = !t->parts;

	for (size_t i = 0; i < sizeof branches / sizeof *branches; i++)
		branch |= span_starts(token_fold(ts, t->c->head), span_of(branches[i]));
	if (!branch || (t->parts && !(t->c->quote != TOKEN_NONE && t->parts == t->parts_at_quote)))
		return false;
	if (number) {
		if (!(token_is_mark(ts, t->at, 0x2116) || token_is(ts, t->at, "n")) ||
		    !tokens_same_block(ts, t->at, t->at + 2) || ts->t[t->at + 1].kind != TOKEN_NUMBER)
			return false;
		form = t->at + 2;
	}
	if (!tokens_same_block(ts, t->at, form + 1) || !token_is_word(ts, form) || !ts->t[form].caps ||
	    lexicon_find(t->s->forms, token_fold(ts, form)) == LEXICON_NONE || !token_is_mark(ts, form + 1, '"'))
		return false;
	end = org_quote_end(t->s, form + 1);
	if (end == TOKEN_NONE)
		return false;
	if (t->c->quote == TOKEN_NONE)
		t->c->quote = form + 1;
	org_tail_take(t, end, true);
	t->parts_at_quote = t->parts;
	return true;
}

/* первинна організація Профспілки … на КП «…»: where a union's organization works */
bool org_tail_workplace(struct tail *t)
{
	static const char *const at[] = { "на", "в", "у", "ў", NULL };
	size_t form = t->at + 1, end;

	if (t->c->quote != TOKEN_NONE || !t->parts || t->c->row == LEXICON_NONE || !token_in(t->s->ts, t->at, at) ||
	    !span_is(lexicon_cell(t->s->heads, t->c->row, "kind"), "union") || !(t->c->flags & ORG_GENERIC) ||
	    !tokens_same_block(t->s->ts, t->at, form + 1) || !token_is_word(t->s->ts, form) ||
	    !t->s->ts->t[form].caps || lexicon_find(t->s->forms, token_fold(t->s->ts, form)) == LEXICON_NONE ||
	    !token_is_mark(t->s->ts, form + 1, '"'))
		return false;
	end = org_quote_end(t->s, form + 1);
	if (end == TOKEN_NONE)
		return false;
	t->c->quote = form + 1;
	org_tail_take(t, end, true);
	t->parts_at_quote = t->parts;
	return true;
}

/* Межпарламентская Ассамблея государств – участников СНГ: whose states they are */
bool org_tail_member_states(struct tail *t)
{
	static const char *const of[] = { "государств", "стран", "держав", "дзяржаў", NULL };
	static const char *const members[] = { "участников", "участниц", "членов", "учасниць", "учасників", NULL };
	size_t at = t->at, last;
	bool proper = false;

	if (!t->parts || !token_is_mark(t->s->ts, at, '-') || !token_in(t->s->ts, at - 1, of) ||
	    !tokens_same_block(t->s->ts, at, at + 2) || !token_in(t->s->ts, at + 1, members) ||
	    !org_noun_phrase(t->s, at + 2, M_GEN, &last, &proper) || !proper)
		return false;
	org_tail_take(t, last, true);
	return true;
}

/* Минтруда и соцзащиты, Минтрудом и соцразвития РФ */
bool org_tail_office_second(struct tail *t)
{
	static const char *const and[] = { "и", "та", "і", NULL };
	const struct tokens *ts = t->s->ts;

	if (!token_in(ts, t->at, and) || !tokens_same_block(ts, t->at - 1, t->at + 1) || ts->t[t->at + 1].cap ||
	    !token_is_word(ts, t->at - 1) || !token_says(ts, t->at + 1, WORDS_OFFICE_SECOND) ||
	    !span_starts(token_fold(ts, t->at - 1), SPAN("мин")) ||
	    token_info(t->s->ts, t->at - 1)->head == LEXICON_NONE ||
	    !(org_head_flags(t->s->heads, token_info(t->s->ts, t->at - 1)->head) & ORG_ITSELF))
		return false;
	org_tail_take(t, t->at + 1, false);
	return true;
}

/* Управление делами ФНПР, Упраўленне справамі Прэзідэнта */
bool org_tail_affairs(struct tail *t)
{
	static const char *const affairs[] = { "делами", "справами", "справамі", NULL };

	if (t->parts || !token_in(t->s->ts, t->at, affairs) ||
	    !token_says(t->s->ts, t->c->head, WORDS_RESPONSIBLE_OFFICE))
		return false;
	org_tail_take(t, t->at, false);
	return true;
}

/* профсоюза ИГ Металл: letters of a foreign name and its word, which nothing here declines */
bool org_tail_letters_and_word(struct tail *t)
{
	struct tokens *ts = t->s->ts;
	size_t at = t->at;

	if (t->parts || !org_is_abbreviation(t->s, at) || !tokens_same_block(ts, at, at + 1) ||
	    !token_is_word(ts, at + 1) || !org_is_capital(t->s, at + 1) || ts->t[at + 1].latin != ts->t[at].latin ||
	    org_is_barrier(t->s, at + 1) || token_info(ts, at + 1)->head != LEXICON_NONE || t->c->row == LEXICON_NONE ||
	    !span_is(lexicon_cell(t->s->heads, t->c->row, "kind"), "union") || token_parse(ts, at + 1, M_GEN, 0) ||
	    utf8_count(token_fold(ts, at)) > 3)
		return false;
	org_tail_take(t, at + 1, true);
	return true;
}

/* профсоюза работников химии ОАО «…»: workers are a company's, a trade is not; the company is of what stands before */
bool org_tail_foreign_company(const struct tail *t)
{
	struct tokens *ts = t->s->ts;

	return t->parts && t->c->row != LEXICON_NONE && !(t->c->flags & ORG_GENERIC) &&
	       span_is(lexicon_cell(t->s->heads, t->c->row, "kind"), "union") && token_is_word(ts, t->at) &&
	       ts->t[t->at].caps && lexicon_find(t->s->forms, token_fold(ts, t->at)) != LEXICON_NONE &&
	       token_is_word(ts, t->at - 1) && !token_parse(ts, t->at - 1, M_NOUN | M_GEN | M_PLUR | M_ANIM, 0);
}

/* требует от Агентства воздушного транспорта проверки: behind such a verb a thing in the genitive is what is wanted */
bool org_tail_is_demanded(const struct tail *t)
{
	enum { BACK = 8 };
	static const char *const verbs[] = { "треб", "добив", "добит", "ожид", "ждат", "ждёт", "ждет" };
	static const char *const concerns[] = { "населени",    "питани",  "образовани", "здравоохранени", "страховани",
						"обслуживани", "развити", "имуществ",   "регулировани",   "культур" };
	struct tokens *ts = t->s->ts;
	size_t from = t->c->first;
	bool verb = false;

	if (!t->parts || from == 0 || !token_is(ts, from - 1, "от") || !token_is_word(ts, t->at) || ts->t[t->at].cap ||
	    token_info(ts, t->at)->head != LEXICON_NONE || org_is_territory(t->s, t->at) ||
	    !token_parse(ts, t->at, M_NOUN | M_GEN | M_SING, 0) || token_parse(ts, t->at, M_NOUN | M_GEN | M_ANIM, 0))
		return false;
	for (size_t i = 0; i < sizeof concerns / sizeof *concerns; i++)
		if (span_starts(token_fold(ts, t->at), span_of(concerns[i])))
			return false;
	for (size_t back = 2; back < BACK && back <= from && tokens_same_block(ts, from - back, from); back++)
		for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
			verb |= token_is_word(ts, from - back) &&
				span_starts(token_fold(ts, from - back), span_of(verbs[i]));
	return verb;
}

/* добиваться в рамках комиссии ратификации: behind such a verb an action in the genitive is what is fought for */
static bool is_reached(const struct tail *t)
{
	enum { BACK = 8 };
	static const char *const actions[] = { "ации", "иции", "ения", "ания", "ятия" };
	static const char *const verbs[] = { "добив", "добит", "достич", "достиг" };
	struct tokens *ts = t->s->ts;
	size_t from = t->c->first;
	bool action = false;

	for (size_t i = 0; i < sizeof actions / sizeof *actions; i++)
		action |= span_ends(token_fold(ts, t->at), span_of(actions[i]));
	for (size_t back = 1;
	     action && !t->parts && back < BACK && back <= from && tokens_same_block(ts, from - back, from); back++)
		for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
			if (token_is_word(ts, from - back) &&
			    span_starts(token_fold(ts, from - back), span_of(verbs[i])))
				return true;
	return false;
}

/*
 * The genitive of one is the accusative of many: a verb's object behind a body that something is sent to (accusative)
 * or done with (instrumental) is no part of its name.
 */
bool org_tail_is_object(const struct tail *t)
{
	static const char *const in[] = { "в", "во", NULL };
	struct tokens *ts = t->s->ts;
	const struct org_cand *c = t->c;
	unsigned tags = c->parse ? c->parse->tags : 0;

	if (!token_is_word(ts, t->at) || ts->t[t->at].cap)
		return false;
	if (is_reached(t))
		return true;
	if (token_says(ts, t->at, WORDS_SENT_THERE))
		return (!t->parts && c->first == c->head) ||
		       tags & M_DAT || /* представить Отраслевому профсоюзу сведения */
		       (tags & M_ACC && c->first > 0 && token_in(ts, c->first - 1, in));
	return t->parts && tags & M_INS && token_says(ts, t->at, WORDS_DONE_WITH);
}

/* План действий Генерального Совета ФНПР по реализации …: councils are called by nothing that is to be done */
bool org_tail_is_task(const struct tail *t)
{
	static const char *const councils[] = { "совет", "президиум", "исполком", "секретариат",
						"рад",   "президі",   "савет" };
	bool council = false;

	for (size_t i = 0; t->parts && t->proper_last && i < sizeof councils / sizeof *councils; i++)
		council |= span_starts(token_fold(t->s->ts, t->c->head), span_of(councils[i]));
	/* план трёхсторонней комиссии по реализации …: for what it is, it is called по регулированию */
	council |= !t->parts && t->c->first < t->c->head &&
		   span_starts(token_fold(t->s->ts, t->c->head - 1), SPAN("трехсторонн"));
	return council && token_says(t->s->ts, t->at + 1, WORDS_TASK);
}

/* Свободный профсоюз Белорусский: an adjective with a capital right behind the noun, and nothing more of the name */
bool org_tail_adjective(struct tail *t)
{
	struct tokens *ts = t->s->ts;
	size_t at = t->at;
	const struct token_info *info;

	if (t->parts || !t->c->parse || !(t->c->flags & ORG_STRONG) || t->c->first == t->c->head ||
	    !token_is_word(ts, at) || !org_is_capital(t->s, at) || ts->t[at].caps ||
	    (tokens_same_block(ts, at, at + 1) && ts->t[at + 1].kind == TOKEN_WORD && ts->t[at + 1].cap))
		return false;
	info = token_info(ts, at);
	for (size_t k = 0; k < info->n; k++)
		if (info->parse[k].tags & M_ADJ && org_agrees(info->parse[k].tags, t->c->parse->tags)) {
			org_tail_take(t, at, true);
			return true;
		}
	return false;
}

/* организаций предпринимателей (работодателей) Азербайджанской Республики */
bool org_tail_bracket(struct tail *t)
{
	const struct tokens *ts = t->s->ts;

	if (!t->parts || t->proper_last || !token_is_mark(ts, t->at, '(') || !tokens_same_block(ts, t->at, t->at + 3) ||
	    !token_is_word(ts, t->at + 1) || ts->t[t->at + 1].cap || !token_is_mark(ts, t->at + 2, ')') ||
	    !token_parse(t->s->ts, t->at + 1, M_NOUN | M_PLUR | M_GEN, 0) || !org_is_capital(t->s, t->at + 3) ||
	    !token_parse(t->s->ts, t->at + 3, M_GEN, 0))
		return false;
	org_tail_take(t, t->at + 2, false);
	return true;
}

/* Профсоюз «Жол» дорожников, Федерация профсоюзов «Бирлик» Кыргызской Республики: whose union it is, or where it is,
 * behind the name that it has for itself */
bool org_tail_people_of_union(const struct tail *t)
{
	const struct token *at = &t->s->ts->t[t->at];

	if (t->c->row == LEXICON_NONE || t->c->flags & ORG_GENERIC || t->c->quote == TOKEN_NONE ||
	    t->parts != t->parts_at_quote || !token_is_word(t->s->ts, t->at) ||
	    !span_is(lexicon_cell(t->s->heads, t->c->row, "kind"), "union"))
		return false;
	if (at->cap)
		return org_is_place(t->s, t->at) && !org_is_barrier(t->s, t->at);
	return t->c->quote == t->c->head + 1 && org_is_profession(t->s, t->at);
}

/* Бюро … (АКТРАВ) Международной организации труда: the name goes on behind its abbreviation */
bool org_tail_over_bracket(struct tail *t)
{
	size_t last;
	bool proper = false;

	if (!token_is_mark(t->s->ts, t->at, '(') || !tokens_same_block(t->s->ts, t->at, t->at + 3) ||
	    !org_is_abbreviation(t->s, t->at + 1) || !token_is_mark(t->s->ts, t->at + 2, ')') ||
	    !org_is_capital(t->s, t->at + 3) || org_is_barrier(t->s, t->at + 3) ||
	    !org_noun_phrase(t->s, t->at + 3, M_GEN, &last, &proper))
		return false;
	org_tail_take(t, last, true);
	return true;
}

/* филиал ПАО «Сети» – «Курскэнерго»: the branch's own name behind its company's */
bool org_tail_name_of_branch(struct tail *t)
{
	const struct tokens *ts = t->s->ts;
	size_t end;

	if (t->c->quote == TOKEN_NONE || t->parts != t->parts_at_quote || !token_is_mark(ts, t->at, '-') ||
	    ts->t[t->at].glued || !tokens_same_block(ts, t->at, t->at + 2) || !token_is_mark(ts, t->at + 1, '"') ||
	    !span_starts(token_fold(ts, t->c->head), SPAN("филиал")))
		return false;
	end = org_quote_end(t->s, t->at + 1);
	if (end == TOKEN_NONE)
		return false;
	org_tail_take(t, end, true);
	return true;
}

/* Комитет Жогорку Кенеша: a body that everybody knows, in words that have no cases here */
bool org_tail_known(struct tail *t)
{
	size_t last;

	if (t->parts || !(t->c->flags & ORG_ORGAN) || t->s->ts->t[t->at].loud || !org_is_capital(t->s, t->at) ||
	    t->s->ts->t[t->at].caps || gazetteer_at(t->s->known, t->s->ts, t->at, &last) == LEXICON_NONE ||
	    last == t->at)
		return false;
	org_tail_take(t, last, true);
	return true;
}

/* комунальне підприємство «Водоканал» Лубенської міської ради: whose it is belongs to the name of Ukrainian works */
bool org_tail_council(struct tail *t)
{
	static const char *const levels[] = { "міської", "обласної", "районної", "селищної", "сільської", NULL };
	const struct tokens *ts = t->s->ts;

	if (t->c->quote == TOKEN_NONE || t->parts != t->parts_at_quote || ts->t[t->at].lang != LANG_UK ||
	    !tokens_same_block(ts, t->at, t->at + 2) || !token_is_word(ts, t->at) || !ts->t[t->at].cap ||
	    !span_ends(token_fold(ts, t->at), SPAN("ої")) || !token_in(ts, t->at + 1, levels) ||
	    !token_is(ts, t->at + 2, "ради"))
		return false;
	org_tail_take(t, t->at + 2, true);
	return true;
}
