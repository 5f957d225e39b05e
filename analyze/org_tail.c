/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far a name goes: case and agreement decide, because a name has no brackets. */
#include "org_tail.h"

#include "utf8.h"

enum {
	ADJECTIVES = 5, /* of one noun phrase */
	QUOTE_TOKENS = 40,
};

/* Genitives that measure time or only look like nouns: the name is over before them. */
static const char *const never_in_names[] = {
	"года",         "году",     "лет",       "месяца",  "месяцев", "дня",    "дней",  "недели",
	"часов",        "квартала", "полугодия", "раза",    "числа",   "самого", "того",  "этого",
	"которого",     "которой",  "которых",   "всего",   "всех",    "их",     "его",   "ее",
	"лица",         "имени",    "человек",   "порядке", "рамках",  "целях",  "время", "течение",
	"соответствии", "также",    "или",       "т",       NULL,
};

/* Words behind which a proper name stands uninflected: Республики Адыгея, города Москва. */
static const char *const place_words[] = {
	"рэспублікі",  "рэспубліка", "рэспубліцы", "республіки", "республика", "республики", "республике", "республику",
	"республикой", "области",    "область",    "города",     "город",      "городе",     "района",     "район",
	"штата",       "провинции",  "поселка",    "станции",    "села",       "имени",      NULL,
};

static bool is_capital(const struct org_scan *s, size_t i)
{
	const struct token *t = &s->ts->t[i];

	return t->cap && !t->loud;
}

static bool is_and(const struct org_scan *s, size_t i)
{
	static const char *const words[] = { "и", "і", "й", "та", "ды", NULL };

	return token_in(s->ts, i, words);
}

static bool is_roman(const struct org_scan *s, size_t i)
{
	struct span w = token_fold(s->ts, i);

	for (size_t k = 0; k < w.n; k++)
		if (!memchr("ivxlc", w.p[k], 5))
			return false;
	return true;
}

static bool is_known_verb(const struct org_scan *s, size_t i)
{
	const struct morph_parse *p = token_parse(s->ts, i, M_VERB, 0);

	return p && !(p->tags & M_PREDICTED);
}

/* МОТ, ЖКХ; not a verb that is shouted (ПОСТАНОВЛЯЕТ) */
static bool is_abbreviation(const struct org_scan *s, size_t i)
{
	enum { LETTERS = 8 };

	return token_is_word(s->ts, i) && s->ts->t[i].caps && !s->ts->t[i].loud && !is_roman(s, i) &&
	       utf8_count(token_fold(s->ts, i)) <= LETTERS && !is_known_verb(s, i);
}

static bool is_barrier(const struct org_scan *s, size_t i)
{
	return s->barrier && s->barrier[i];
}

static bool is_place(const struct org_scan *s, size_t i)
{
	size_t last;

	return s->places && gazetteer_at(s->places, s->ts, i, &last) != LEXICON_NONE;
}

/* ---- one noun phrase ---- */

static bool noun_in_case(const struct org_scan *s, size_t i, unsigned in_case, unsigned number)
{
	const struct token_info *info = token_info(s->ts, i);
	unsigned want = number ? number : (unsigned)M_NUMBERS;

	if (token_in(s->ts, i, never_in_names) || info->tags & (M_PREP | M_CONJ))
		return false;
	for (size_t k = 0; k < info->n; k++) {
		unsigned tags = info->parse[k].tags;

		if (!(tags & M_NOUN) || !(tags & want))
			continue;
		if (tags & in_case && !(tags & (M_NAME | M_PATR)))
			return true;
		if (tags & M_FIXED)
			return true;
	}
	return false;
}

static const struct morph_parse *adjective_in_case(const struct org_scan *s, size_t i, unsigned in_case)
{
	static const char *const others[] = { "других", "иных", "другим", "иным", NULL };
	const struct morph_parse *p = token_parse(s->ts, i, M_ADJ | in_case, 0);

	if (token_in(s->ts, i, others))
		return p;
	if (!p || p->tags & M_PRON || (p->tags & M_PARTICIPLE && !is_capital(s, i) && !s->ts->t[i].loud))
		return NULL;
	return p;
}

/* служащих, трудящихся: adjectives and participles that stand for people */
static bool stands_for_people(const struct org_scan *s, size_t i)
{
	static const char *const stems[] = { "служащ",       "трудящ",     "учащ",     "работающ",
					     "военнослужащ", "госслужащ",  "рабоч",    "пострадавш",
					     "обучающ",      "неработающ", "безработн" };

	for (size_t k = 0; k < sizeof stems / sizeof *stems; k++)
		if (span_starts(token_fold(s->ts, i), span_of(stems[k])))
			return true;
	return false;
}

/* Numbers (as M_NUMBERS) in which the adjective has this case. */
static unsigned adjective_numbers(const struct org_scan *s, size_t i, unsigned in_case)
{
	const struct token_info *info = token_info(s->ts, i);
	unsigned numbers = 0;

	for (size_t k = 0; k < info->n; k++)
		if ((info->parse[k].tags & M_ADJ) && (info->parse[k].tags & in_case))
			numbers |= info->parse[k].tags & M_NUMBERS;
	return numbers;
}

bool org_noun_phrase(const struct org_scan *s, size_t i, unsigned in_case, size_t *last, bool *proper)
{
	unsigned numbers = M_NUMBERS;
	size_t at = i, adjectives = 0;
	bool capital = false, listed = false;

	while (tokens_same_block(s->ts, i, at) && token_is_word(s->ts, at) && !is_barrier(s, at) &&
	       adjectives < ADJECTIVES) {
		if (noun_in_case(s, at, in_case, numbers) || is_abbreviation(s, at))
			break;
		if (stands_for_people(s, at) && token_parse(s->ts, at, M_ADJ | M_PLUR | in_case, 0)) {
			*last = at;
			return true;
		}
		if (!adjective_in_case(s, at, in_case))
			break;
		capital |= is_capital(s, at);
		numbers &= adjective_numbers(s, at, in_case);
		adjectives++;
		at++;
		/* государственных, банковских учреждений; профессионального и высшего образования */
		if ((token_is_mark(s->ts, at, ',') || is_and(s, at)) && tokens_same_block(s->ts, i, at + 1) &&
		    token_is_word(s->ts, at + 1) && adjective_in_case(s, at + 1, in_case) &&
		    !noun_in_case(s, at + 1, in_case, 0)) {
			at++;
			listed = true;
		}
	}
	if (!tokens_same_block(s->ts, i, at) || !token_is_word(s->ts, at) || is_barrier(s, at))
		return false;
	if (listed)
		numbers = M_NUMBERS;
	if (is_abbreviation(s, at) || (noun_in_case(s, at, in_case, numbers) && !(numbers == 0))) {
		*last = at;
		*proper = *proper || capital || is_capital(s, at) || is_abbreviation(s, at) || is_place(s, i) ||
			  is_place(s, at);
		return true;
	}
	return false;
}

/* ---- lists ---- */

/*
 * Does a noun phrase at i name somebody of its own: then it is the next item of a sentence's list, not of the tail's.
 * Libraries and schools in small letters are what a union or ministry is for; unions, councils and offices are bodies.
 */
static bool opens_other_name(const struct org_scan *s, size_t i, size_t last)
{
	static const char *const things[] = { "institution", "science", "health", "culture", "company", "media", NULL };

	for (size_t k = i; k <= last; k++) {
		long row = s->ts->t[k].kind == TOKEN_WORD ? token_info(s->ts, k)->head : LEXICON_NONE;
		bool thing = false;

		for (size_t t = 0; row != LEXICON_NONE && things[t]; t++)
			thing |= span_is(lexicon_cell(s->heads, row, "kind"), things[t]);
		if (row != LEXICON_NONE && (!thing || is_capital(s, k)))
			return true;
	}
	return is_capital(s, i) && !is_abbreviation(s, i);
}

/* ", NP … и NP" or "и NP" behind last; true: *last is moved to the end of the list. */
static bool list_behind(const struct org_scan *s, size_t *last, unsigned in_case, bool *proper)
{
	size_t at = *last + 1, end = *last;
	bool closed = false, some = false;

	while (tokens_same_block(s->ts, *last, at + 1) && !closed) {
		size_t np = 0;
		bool ignored = false;

		closed = is_and(s, at);
		if (!closed && !token_is_mark(s->ts, at, ','))
			break;
		if (!org_noun_phrase(s, at + 1, in_case, &np, &ignored) || opens_other_name(s, at + 1, np))
			return false;
		/* genitives that belong to the item: социального обеспечения населения */
		for (size_t more; org_noun_phrase(s, np + 1, M_GEN, &more, &ignored) &&
				  !opens_other_name(s, np + 1, more) && !is_abbreviation(s, np + 1);)
			np = more;
		end = np;
		at = np + 1;
		some = true;
		*proper |= is_abbreviation(s, np);
	}
	if (!some || !closed)
		return false;
	*last = end;
	return true;
}

/* ---- quotes ---- */

/* Is the next quote mark behind i, within the sentence, a closing one? */
static bool closes_again(const struct org_scan *s, size_t i, size_t stop)
{
	for (size_t at = i + 1; at < stop && tokens_same_block(s->ts, i, at); at++) {
		if (token_is_mark(s->ts, at, '\''))
			return true;
		if (token_is_mark(s->ts, at, '"') || (s->ts->t[at].first && token_is_mark(s->ts, at - 1, '.')))
			return false;
	}
	return false;
}

size_t org_quote_end(const struct org_scan *s, size_t i)
{
	size_t depth = 0, stop = i + QUOTE_TOKENS;

	for (size_t at = i; at < stop && tokens_same_block(s->ts, i, at); at++) {
		if (token_is_mark(s->ts, at, '"')) {
			depth++;
		} else if (token_is_mark(s->ts, at, '\'')) {
			/* «… «Қызмет» стоит …: one closing quote for two */
			if (--depth == 0 || !closes_again(s, at, stop))
				return at;
		} else if (token_is_mark(s->ts, at, ';') || token_is_mark(s->ts, at, '(')) {
			break;
		}
	}
	return TOKEN_NONE;
}

/* A quote behind a head is its name when it begins like a name: with a capital, and is no title of a text (О …, Об …).
 */
static bool quote_is_name(const struct org_scan *s, size_t i)
{
	static const char *const title_words[] = { "о", "об", "за", "в", "на", "про", NULL };
	size_t at = i + 1;

	while (token_is_mark(s->ts, at, '"'))
		at++;
	if (!tokens_same_block(s->ts, i, at) || s->ts->t[at].kind == TOKEN_MARK)
		return false;
	if (token_in(s->ts, at, title_words) && !s->ts->t[at].caps)
		return token_is(s->ts, at, "за");
	return s->ts->t[at].cap || s->ts->t[at].kind == TOKEN_NUMBER;
}

/* ---- the tail, part by part ---- */

struct tail {
	const struct org_scan *s;
	struct org_cand *c;
	size_t at;        /* next token */
	bool proper_last; /* the last part was a proper name: no list goes on behind it */
	unsigned parts, parts_at_quote;
};

static void take(struct tail *t, size_t last, bool proper)
{
	t->c->last = last;
	t->c->tail = true;
	t->c->proper |= proper;
	t->proper_last = proper;
	t->at = last + 1;
	t->parts++;
}

/* Профсоюз мелиораторов: people of one trade; not the people that every union has */
static bool is_profession(const struct org_scan *s, size_t i)
{
	static const char *const everywhere[] = { "член",     "представител", "председател", "участник", "руководител",
						  "активист", "лидер",        "кадр",        "делегат",  "ветеран" };

	if (!token_parse(s->ts, i, M_NOUN | M_GEN | M_PLUR | M_ANIM, 0))
		return false;
	for (size_t k = 0; k < sizeof everywhere / sizeof *everywhere; k++)
		if (span_starts(token_fold(s->ts, i), span_of(everywhere[k])))
			return false;
	return true;
}

/* Is the short name alone at the head, and does its tail not go on like the full name's? */
static bool tail_of_alias(const struct tail *t, size_t np_first)
{
	static const char *const union_words[] = { "профсоюзов", "работников", "независимых", "профессиональных",
						   "свободных",  "трудящихся", NULL };
	const struct org_aliases *a = t->s->aliases;
	bool hit = false, fits = false;

	if (!a || t->parts || t->c->first != t->c->head || t->c->row == LEXICON_NONE)
		return false;
	for (size_t i = 0; i < a->n; i++) {
		if (a->v[i].row != t->c->row)
			continue;
		hit = true;
		fits |= span_eq(a->v[i].next_word, token_fold(t->s->ts, np_first)) ||
			token_in(t->s->ts, np_first, union_words) || is_profession(t->s, np_first);
	}
	return hit && !fits;
}

/* Президиум … союза работников X и Y: the tail of a tail may be a list where the inner head's may. */
static void inherit_list(const struct org_scan *s, struct org_cand *c, size_t first, size_t last)
{
	for (size_t i = first; i <= last; i++)
		if (s->ts->t[i].kind == TOKEN_WORD && token_info(s->ts, i)->head != LEXICON_NONE &&
		    token_parse(s->ts, i, M_NOUN | M_GEN | M_SING, 0))
			c->flags |= org_head_flags(s->heads, token_info(s->ts, i)->head) & ORG_LIST;
}

static bool take_genitive(struct tail *t)
{
	size_t last;
	bool proper = false;

	/* behind a name in quotes only the body that it belongs to: ГБУ «…» Министерства труда … */
	if (t->c->quote != TOKEN_NONE && t->parts == t->parts_at_quote &&
	    !(is_capital(t->s, t->at) && token_is_word(t->s->ts, t->at) &&
	      token_info(t->s->ts, t->at)->head != LEXICON_NONE))
		return false;
	if (!org_noun_phrase(t->s, t->at, M_GEN, &last, &proper) || tail_of_alias(t, t->at))
		return false;
	if (is_abbreviation(t->s, last))
		t->c->abbr = true;
	inherit_list(t->s, t->c, t->at, last);
	take(t, last, proper);
	if ((t->c->flags & ORG_LIST) && !proper && list_behind(t->s, &last, M_GEN, &proper))
		take(t, last, proper);
	return true;
}

static bool is_office(const struct org_scan *s, const struct org_cand *c)
{
	return c->row != LEXICON_NONE && span_is(lexicon_cell(s->heads, c->row, "kind"), "government") &&
	       !(c->flags & ORG_STRONG);
}

static bool take_po(struct tail *t)
{
	/* what an office is for, not what it is asked for */
	static const char *const concerns[] = {
		"делам",          "вопросам", "надзору",       "контролю",        "труду",  "статистике",
		"защите",         "развитию", "регулированию", "управлению",      "охране", "чрезвычайным",
		"стандартизации", "культуре", "образованию",   "здравоохранению", NULL
	};
	size_t last;
	bool proper = false;

	if (!(t->c->flags & ORG_PO) || !token_is(t->s->ts, t->at, "по") ||
	    !org_noun_phrase(t->s, t->at + 1, M_DAT, &last, &proper))
		return false;
	/* behind a proper name only organs and offices go on: Агентство Республики Казахстан по делам … */
	if (t->parts && !(t->proper_last && (t->c->form || t->c->flags & ORG_ORGAN ||
					     (is_office(t->s, t->c) && token_in(t->s->ts, t->at + 1, concerns)))))
		return false;
	if (!t->parts && tail_of_alias(t, t->at))
		return false;
	take(t, last, proper);
	t->proper_last = false;
	if (list_behind(t->s, &last, M_DAT, &proper))
		take(t, last, proper);
	return true;
}

/* … по надзору в сфере защиты прав потребителей; Державна служба з питань праці */
static bool take_sphere(struct tail *t)
{
	static const char *const in[] = { "в", "у", "з", "із", NULL };
	static const char *const spheres[] = { "сфере", "области", "сфері", "галузі", "питань", "пытаннях", NULL };
	size_t last;
	bool proper = false;

	if (!t->parts || !(t->c->flags & ORG_PO) || !token_in(t->s->ts, t->at, in) ||
	    !tokens_same_block(t->s->ts, t->at, t->at + 1) || !token_in(t->s->ts, t->at + 1, spheres) ||
	    !org_noun_phrase(t->s, t->at + 2, M_GEN, &last, &proper))
		return false;
	take(t, last, proper);
	t->proper_last = false;
	if (list_behind(t->s, &last, M_GEN, &proper))
		take(t, last, proper);
	return true;
}

/* Управление … по Алтайскому краю: an office's territory */
static bool take_territory(struct tail *t)
{
	size_t last;
	bool proper = false;

	if (!t->parts || !is_office(t->s, t->c) || !token_is(t->s->ts, t->at, "по") ||
	    !tokens_same_block(t->s->ts, t->at, t->at + 1) || !is_capital(t->s, t->at + 1) ||
	    !org_noun_phrase(t->s, t->at + 1, M_DAT, &last, &proper))
		return false;
	take(t, last, true);
	return true;
}

static bool take_pri(struct tail *t)
{
	size_t last;
	bool proper = false;

	if (!(t->c->flags & ORG_PRI) || !token_is(t->s->ts, t->at, "при") ||
	    !org_noun_phrase(t->s, t->at + 1, M_LOC, &last, &proper) || !proper)
		return false;
	take(t, last, true);
	return true;
}

static bool take_v(struct tail *t)
{
	static const char *const in[] = { "в", "во", "на", NULL };
	size_t last;
	bool proper = false;

	if (!(t->c->flags & ORG_V) || !token_in(t->s->ts, t->at, in) ||
	    !org_noun_phrase(t->s, t->at + 1, M_LOC, &last, &proper) || !proper || !is_capital(t->s, t->at + 1))
		return false;
	take(t, last, true);
	return true;
}

/* имени Ф. Эберта, им. И.Т. Трубилина, имени Владимира Матвиенко: initials and capital words */
static bool take_eponym(struct tail *t)
{
	static const char *const named[] = { "имени", "им", NULL };
	size_t at = t->at + 1, last = TOKEN_NONE, words = 0;

	if (!token_in(t->s->ts, t->at, named))
		return false;
	if (token_is_mark(t->s->ts, at, '.'))
		at++;
	while (tokens_same_block(t->s->ts, t->at, at) && words < 5) {
		const struct token *tok = &t->s->ts->t[at];

		if (tok->kind == TOKEN_WORD && tok->cap)
			last = at, words++;
		else if (!(tok->kind == TOKEN_MARK && tok->mark == '.' && last != TOKEN_NONE &&
			   t->s->ts->t[last].end - t->s->ts->t[last].start <= 4))
			break;
		at++;
	}
	if (last == TOKEN_NONE)
		return false;
	take(t, last, true);
	return true;
}

/* г. Севастополя, гор. Минска */
static bool take_town(struct tail *t)
{
	static const char *const towns[] = { "г", "гг", "гор", "пос", "с", "р", NULL };
	size_t at = t->at + 1;

	if (t->c->quote != TOKEN_NONE || !token_in(t->s->ts, t->at, towns) || !token_is_mark(t->s->ts, at, '.') ||
	    !tokens_same_block(t->s->ts, t->at, at + 1) || !token_is_word(t->s->ts, at + 1) || !t->s->ts->t[at + 1].cap)
		return false;
	take(t, at + 1, true);
	return true;
}

static bool take_quote(struct tail *t)
{
	size_t end;

	if (!token_is_mark(t->s->ts, t->at, '"') || t->c->quote != TOKEN_NONE || !quote_is_name(t->s, t->at))
		return false;
	/* behind a proper name a quote is mostly the title of something else */
	if (t->parts && t->c->proper && !(t->c->flags & ORG_GENERIC) &&
	    !(token_is_word(t->s->ts, t->at - 1) && token_info(t->s->ts, t->at - 1)->head != LEXICON_NONE))
		return false;
	end = org_quote_end(t->s, t->at);
	if (end == TOKEN_NONE)
		return false;
	if (end > t->at + 4 && tail_of_alias(t, t->at + 1))
		return false;
	t->c->quote = t->at;
	take(t, end, true);
	t->parts_at_quote = t->parts;
	return true;
}

/* администрация ОАО «…», комитет ГБУ ДПО «…»: a legal form and the name in quotes behind it */
static bool take_form(struct tail *t)
{
	size_t at = t->at, end;

	while (is_abbreviation(t->s, at) && at - t->at < 3)
		at++;
	if (at == t->at || t->c->quote != TOKEN_NONE || !tokens_same_block(t->s->ts, t->at, at) ||
	    !token_is_mark(t->s->ts, at, '"') || !quote_is_name(t->s, at))
		return false;
	end = org_quote_end(t->s, at);
	if (end == TOKEN_NONE)
		return false;
	t->c->quote = at;
	take(t, end, true);
	t->parts_at_quote = t->parts;
	return true;
}

/* A word of another script or an unknown name in its base form: MEMUR-SEN, Республики Адыгея */
static bool take_uninflected(struct tail *t)
{
	struct tokens *ts = t->s->ts;
	const struct token *tok = &ts->t[t->at];

	if (!token_is_word(ts, t->at) || is_barrier(t->s, t->at))
		return false;
	/* РЕСПУБЛИКИ КАЗАХСТАН in a heading */
	if (tok->loud && token_in(ts, t->at - 1, place_words) && is_place(t->s, t->at)) {
		take(t, t->at, true);
		return true;
	}
	if (!is_capital(t->s, t->at))
		return false;
	if (tok->latin && (t->parts || tok->caps || t->c->flags & (ORG_GENERIC | ORG_QUOTE | ORG_NAMED))) {
		size_t last = t->at;

		while (tokens_same_block(ts, last, last + 1) && token_is_word(ts, last + 1) && ts->t[last + 1].latin &&
		       ts->t[last + 1].cap)
			last++;
		take(t, last, true);
		return true;
	}
	if (!token_in(ts, t->at - 1, place_words))
		return false;
	take(t, t->at, true);
	return true;
}

static bool take_number(struct tail *t)
{
	if (!token_is_mark(t->s->ts, t->at, 0x2116) || !tokens_same_block(t->s->ts, t->at, t->at + 1) ||
	    t->s->ts->t[t->at + 1].kind != TOKEN_NUMBER || t->c->flags & (ORG_STRONG | ORG_ORGAN))
		return false;
	t->c->numbered = true;
	take(t, t->at + 1, true);
	return true;
}

/* Бюро … (АКТРАВ) Международной организации труда: the name goes on behind its abbreviation */
static bool take_over_bracket(struct tail *t)
{
	size_t last;
	bool proper = false;

	if (!token_is_mark(t->s->ts, t->at, '(') || !tokens_same_block(t->s->ts, t->at, t->at + 3) ||
	    !is_abbreviation(t->s, t->at + 1) || !token_is_mark(t->s->ts, t->at + 2, ')') ||
	    !is_capital(t->s, t->at + 3) || is_barrier(t->s, t->at + 3) ||
	    !org_noun_phrase(t->s, t->at + 3, M_GEN, &last, &proper))
		return false;
	take(t, last, true);
	return true;
}

static bool take_for(struct tail *t)
{
	size_t last;
	bool proper = false;

	if (!token_is(t->s->ts, t->at, "для") || !t->parts || !(t->c->flags & (ORG_PO | ORG_V)) ||
	    !org_noun_phrase(t->s, t->at + 1, M_GEN, &last, &proper) || !(proper || t->c->capital))
		return false;
	take(t, last, proper);
	return true;
}

void org_tail(const struct org_scan *s, struct org_cand *c)
{
	static bool (*const parts[])(struct tail * t) = {
		take_town, take_eponym,    take_form, take_quote, take_number, take_over_bracket, take_sphere,
		take_po,   take_territory, take_pri,  take_v,     take_for,    take_genitive,     take_uninflected,
	};
	struct tail t = { .s = s, .c = c, .at = c->head + 1 };
	bool went_on = true;

	c->last = c->head;
	c->quote = TOKEN_NONE;
	while (went_on && tokens_same_block(s->ts, c->head, t.at) && !is_barrier(s, t.at)) {
		went_on = false;
		for (size_t i = 0; i < sizeof parts / sizeof *parts && !went_on; i++)
			went_on = parts[i](&t);
	}
}
