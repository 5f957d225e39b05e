/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Persons by the form of their names; the case in which a name stands is read from the role or preposition before it.
 */
#include "person_scan.h"

#include "patronymic.h"
#include "utf8.h"

static const char *const role_links[] = { "of", "the", "for", "and", "on", "in", NULL };

enum {
	ROLE_WORDS = 12, /* of an English role behind its name */
	ROLE_NEAR = 10,  /* for names that only a role proves */
	ROLE_NEXT = 4,   /* the same where no dictionary says which words are common */
	ROLE_BACK = 40, /* tokens between a role and its name: председатель Южного … Совета … Сазонов В. В. */
};

/* ---- the parts of a name ---- */

static size_t letters(const struct tokens *ts, size_t i)
{
	return utf8_count(token_fold(ts, i));
}

static bool is_initial(const struct tokens *ts, size_t i)
{
	return token_is_word(ts, i) && ts->t[i].cap && letters(ts, i) == 1 && token_is_mark(ts, i + 1, '.') &&
	       tokens_same_block(ts, i, i + 1);
}

/* A capital word that may be a surname: no head of bodies' names, no role, no preposition. */
static bool may_be_surname(struct tokens *ts, size_t i)
{
	static const char *const salutations[] = {
		"уважаем", "дорог", "шановн", "паважан", "құрметті", "урматтуу", NULL
	};
	const struct token_info *info;

	if (!token_is_word(ts, i) || !ts->t[i].cap || (ts->t[i].caps && !ts->t[i].loud && letters(ts, i) < 4) ||
	    letters(ts, i) < 2)
		return false;
	for (const char *const *s = salutations; *s; s++)
		if (span_starts(token_fold(ts, i), span_of(*s)) && ts->t[i].first)
			return false;
	info = token_info(ts, i);
	return info->head == LEXICON_NONE && !(info->tags & (M_PREP | M_CONJ));
}

static bool ends_in(struct span word, const char *const *ends)
{
	for (; *ends; ends++)
		if (span_ends(word, span_of(*ends)))
			return true;
	return false;
}

/* Бабаева, Сериков, Шкарлета: what a surname may look like; towns are called so as well */
static bool ends_like_surname(const struct tokens *ts, size_t i)
{
	static const char *const ends[] = { "ов",   "ев",   "ова",  "ева",  "ову",   "еву",   "овой", "евой",  "овым",
					    "евым", "ин",   "ина",  "ину",  "иной",  "иным",  "енко", "чук",   "чука",
					    "чуку", "ский", "ская", "ской", "ского", "скому", "ську", "ський", NULL };

	return ends_in(token_fold(ts, i), ends);
}

/* In the dictionary as a common word and not as a surname: Председатель, Информация */
static bool is_common_word(struct tokens *ts, size_t i)
{
	const struct token_info *info = token_info(ts, i);

	if (ts->t[i].lang != LANG_RU)
		return info->head != LEXICON_NONE;
	if (info->n == 0 || info->tags & (M_SURN | M_PREDICTED))
		return false;
	return !(info->tags & M_GEOX && ends_like_surname(ts, i));
}

static const struct morph_parse *name_parse(struct tokens *ts, size_t i, unsigned tag)
{
	if (!token_is_word(ts, i) || !ts->t[i].cap || (ts->t[i].caps && !ts->t[i].loud) || letters(ts, i) < 2)
		return NULL;
	for (size_t k = 0; k < token_info(ts, i)->n; k++) {
		const struct morph_parse *p = &token_info(ts, i)->parse[k];

		/* first names are known ones; patronymics are built by endings */
		if ((p->tags & tag) && (p->tags & M_NOUN) && (tag == M_PATR || !(p->tags & M_PREDICTED)))
			return p;
	}
	return NULL;
}

static bool is_eponym(const struct tokens *ts, size_t first)
{
	static const char *const of[] = { "имени", "им", "памяти", NULL };
	size_t at = first;

	if (at > 0 && token_is_mark(ts, at - 1, '.'))
		at--;
	return at > 0 && tokens_same_block(ts, at - 1, first) && token_in(ts, at - 1, of);
}

/* Фонд Ф. Эберта, Гаагский университет Э. Роттердамского: a body's head right before an eponym in the genitive */
static bool is_named_body(struct tokens *ts, size_t first)
{
	static const char *const heads[] = { "фонд",   "университет", "институт", "академи",
					     "премии", "премия",      "центр",    "музе" };

	if (first == 0 || !tokens_same_block(ts, first - 1, first) || !token_is_word(ts, first - 1))
		return false;
	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
		if (span_starts(token_fold(ts, first - 1), span_of(heads[i])))
			return true;
	return false;
}

/* ---- roles and the case ---- */

long person_role_at(struct tokens *ts, const struct lexicon *roles, size_t i)
{
	const struct token_info *info;
	struct buf lemma = { 0 };
	long row = LEXICON_NONE;

	if (!token_is_word(ts, i) || ts->t[i].end - ts->t[i].start < 6)
		return LEXICON_NONE;
	info = token_info(ts, i);
	for (size_t k = 0; k < info->n && row == LEXICON_NONE; k++) {
		if (!(info->parse[k].tags & (M_NOUN | M_ADJ)))
			continue;
		buf_reset(&lemma);
		/* заведующего: a participle's lemma is a verb, the role is its nominative */
		if (!(info->parse[k].tags & M_PARTICIPLE) ||
		    !morph_inflect(ts->morph, info->folded, &info->parse[k],
				   M_NOM | M_SING | (info->parse[k].tags & M_FEM ? M_FEM : M_MASC), &lemma))
			morph_lemma(ts->morph, info->folded, &info->parse[k], &lemma);
		row = lexicon_find(roles, buf_span(&lemma));
	}
	if (row == LEXICON_NONE)
		row = lexicon_find(roles, info->folded);
	buf_free(&lemma);
	return row;
}

static unsigned noun_cases(struct tokens *ts, size_t i)
{
	const struct token_info *info = token_info(ts, i);
	unsigned cases = 0;

	for (size_t k = 0; k < info->n; k++)
		if (info->parse[k].tags & (M_NOUN | M_ADJ))
			cases |= info->parse[k].tags & M_CASES;
	return cases;
}

static unsigned preposition_cases(const struct tokens *ts, size_t i)
{
	static const struct {
		const char *word;
		unsigned cases;
	} table[] = {
		{ "от", M_GEN },
		{ "у", M_GEN },
		{ "для", M_GEN },
		{ "из", M_GEN },
		{ "без", M_GEN },
		{ "против", M_GEN },
		{ "к", M_DAT },
		{ "ко", M_DAT },
		{ "с", M_INS | M_GEN },
		{ "со", M_INS },
		{ "перед", M_INS },
		{ "над", M_INS },
		{ "между", M_INS },
		{ "о", M_LOC },
		{ "об", M_LOC },
		{ "при", M_LOC },
		{ "на", M_ACC | M_LOC },
		{ "за", M_ACC | M_INS },
		{ "про", M_ACC },
		{ "руководством", M_GEN },
		{ "председательством", M_GEN },
		{ "благодаря", M_DAT },
		{ "участием", M_GEN },
		{ "имя", M_GEN },
		{ "предложению", M_GEN },
		{ "информацию", M_GEN },
		{ "докладом", M_GEN },
	};

	for (size_t k = 0; k < sizeof table / sizeof *table; k++)
		if (token_is(ts, i, table[k].word))
			return table[k].cases;
	return 0;
}

/* комитет во главе с Петровым: who stands at the head, not a head of government */
static bool heads_others(const struct tokens *ts, size_t i)
{
	static const char *const at_the_head[] = { "главе", "чолі", "чале", NULL };
	static const char *const in[] = { "во", "на", "у", NULL };

	return i > 0 && token_in(ts, i, at_the_head) && token_in(ts, i - 1, in);
}

/* председателям, а не председателю: a role that several people in a row may have */
static bool is_shared(struct tokens *ts, size_t i)
{
	return ts->t[i].lang != LANG_RU || !token_parse(ts, i, M_NOUN | M_SING, 0);
}

/*
 * A role noun before the name, with only its own words between: no verb, no full stop, no closing bracket. stop: behind
 * the person before; beyond it only a role that both share counts.
 */
static void find_role(struct tokens *ts, const struct lexicon *roles, size_t stop, struct person *p)
{
	size_t depth = 0, found = TOKEN_NONE, at = p->first;

	for (size_t back = 0; back < ROLE_BACK && at > 0 && tokens_same_block(ts, at - 1, p->first); back++) {
		const struct token *t = &ts->t[--at];

		if (t->kind == TOKEN_MARK) {
			depth += t->mark == '\'' || t->mark == ')';
			if (depth && (t->mark == '"' || t->mark == '('))
				depth--;
			else if (!depth &&
				 (t->mark == ';' || t->mark == '(' || (t->mark == '.' && ts->t[at + 1].first)))
				break;
			continue;
		}
		if (depth || t->kind != TOKEN_WORD)
			continue;
		/* Совета председателей, администрации Губернатора: roles inside the name of a body */
		if (at > 0 && ts->t[at].lang != LANG_TURKIC && token_is_word(ts, at - 1) &&
		    tokens_same_block(ts, at - 1, at) && token_info(ts, at - 1)->head != LEXICON_NONE)
			continue;
		if (person_role_at(ts, roles, at) != LEXICON_NONE && !heads_others(ts, at) &&
		    (at >= stop || is_shared(ts, at))) {
			found = at;
			/* заместитель председателя: the first of a chain of roles is the person's */
			if (at > 0 && tokens_same_block(ts, at - 1, at) &&
			    person_role_at(ts, roles, at - 1) != LEXICON_NONE)
				continue;
			break;
		}
		if (found != TOKEN_NONE)
			break;
		if (token_parse(ts, at, M_VERB, 0) && !token_parse(ts, at, M_NOUN, 0) && !token_parse(ts, at, M_ADJ, 0))
			break;
	}
	p->role = found;
	p->role_first = found;
	while (p->role_first != TOKEN_NONE && p->role_first > 0 && tokens_same_block(ts, p->role_first - 1, found) &&
	       token_parse(ts, p->role_first - 1, M_ADJ, 0) && !token_parse(ts, p->role_first - 1, M_ADJ | M_PRON, 0) &&
	       noun_cases(ts, p->role_first - 1) & noun_cases(ts, found))
		p->role_first--;
}

/* The person before it in a list (Ясеневой А. П., Вязову К. Л. и …), or NULL. */
static const struct person *listed_before(const struct tokens *ts, const struct persons *ps, size_t first)
{
	const struct person *prev = ps->n ? &ps->v[ps->n - 1] : NULL;
	size_t gap;

	if (!prev || prev->last >= first || !tokens_same_block(ts, prev->last, first))
		return NULL;
	gap = first - prev->last - 1;
	if (gap == 1 && (token_is_mark(ts, first - 1, ',') || token_is(ts, first - 1, "и")))
		return prev;
	return NULL;
}

static void guess_case(struct tokens *ts, const struct lexicon *roles, const struct persons *ps, struct person *p)
{
	const struct person *before = listed_before(ts, ps, p->first);

	p->role = p->role_first = TOKEN_NONE;
	if (before) {
		p->cases = before->cases;
		if (before->role == TOKEN_NONE || !is_shared(ts, before->role))
			return;
		p->role = before->role;
		p->role_first = before->role_first;
		p->role_last = before->role_last;
		return;
	}
	if (p->first > 0 && tokens_same_block(ts, p->first - 1, p->first)) {
		if (token_is_mark(ts, p->first - 1, '(')) {
			p->cases = M_NOM;
			return;
		}
		p->cases = preposition_cases(ts, p->first - 1);
	}
	p->role_last = p->first ? p->first - 1 : 0;
	find_role(ts, roles, ps->n && ps->v[ps->n - 1].last < p->first ? ps->v[ps->n - 1].last + 1 : 0, p);
	/* Тарасенко А. В. – председатель, Дьячук Л. М.: the role behind the dash is the one before's */
	if (p->role != TOKEN_NONE && p->role_first > 1 && ps->n && ps->v[ps->n - 1].last + 2 == p->role_first &&
	    token_is_mark(ts, p->role_first - 1, '-'))
		p->role = p->role_first = TOKEN_NONE;
	if (!p->cases && p->role != TOKEN_NONE && ts->t[p->role].lang == LANG_RU) {
		p->cases = noun_cases(ts, p->role);
		/* the role itself may be behind a preposition or a noun that decides */
		if (p->cases & M_NOM)
			p->cases = M_NOM;
	}
	if (!p->cases)
		p->cases = M_NOM;
}

static unsigned gender_of(const struct morph_parse *p)
{
	return p ? p->tags & (M_MASC | M_FEM) : 0;
}

/* ---- patterns ---- */

/* Full names: patronymic and given name tell the case better than what stands before. */
static void cases_of_given(struct tokens *ts, struct person *p)
{
	const struct token_info *info = p->given != TOKEN_NONE ? token_info(ts, p->given) : NULL;
	unsigned cases = p->patronymic != TOKEN_NONE ? patronymic_cases(ts, p->patronymic) : 0;

	if (cases) {
		p->cases = cases;
		return;
	}

	for (size_t k = 0; info && k < info->n; k++)
		if (info->parse[k].tags & M_NAME && info->parse[k].tags & M_SING)
			cases |= info->parse[k].tags & M_CASES;
	if (cases & M_NOM)
		cases = M_NOM;
	if (cases)
		p->cases = p->cases & cases ? p->cases & cases : cases;
}

/* English: the role or title stands right before the name, or behind it and a comma. */
static bool beside_role(struct tokens *ts, const struct lexicon *roles, const struct person *p)
{
	static const char *const titles[] = { "mr", "mrs", "ms", "dr", "prof", "professor", NULL };
	size_t before = p->first, behind = p->last + 2;

	if (before > 1 && token_is_mark(ts, before - 1, '.'))
		before--;
	if (before > 0 && tokens_same_block(ts, before - 1, p->first) &&
	    (token_in(ts, before - 1, titles) ||
	     (before == p->first && person_role_at(ts, roles, before - 1) != LEXICON_NONE)))
		return true;
	for (size_t k = 0; k < 3 && token_is_mark(ts, p->last + 1, ',') && tokens_same_block(ts, p->last, behind); k++)
		if (person_role_at(ts, roles, behind++) != LEXICON_NONE)
			return true;
	return false;
}

/* English: "Jane Carter, General Secretary of the …" or "General Secretary Jane Carter"; the words as they stand. */
static void english_role(struct tokens *ts, const struct lexicon *roles, struct person *p)
{
	size_t behind = p->last + 2, k = behind;

	p->role = p->role_first = TOKEN_NONE;
	if (token_is_mark(ts, p->last + 1, ',') && tokens_same_block(ts, p->last, behind)) {
		while (k < behind + 3 && tokens_same_block(ts, p->last, k) &&
		       person_role_at(ts, roles, k) == LEXICON_NONE)
			k++;
		if (k < behind + 3 && tokens_same_block(ts, p->last, k)) {
			p->role = k;
			p->role_first = behind;
			while (k + 1 < behind + ROLE_WORDS && tokens_same_block(ts, p->last, k + 1) &&
			       token_is_word(ts, k + 1) && (ts->t[k + 1].cap || token_in(ts, k + 1, role_links)))
				k++;
			while (token_in(ts, k, role_links))
				k--;
			p->role_last = k;
			return;
		}
	}
	for (k = p->first; k-- > 0 && p->first - k <= ROLE_NEXT && tokens_same_block(ts, k, p->first) && ts->t[k].cap;)
		if (person_role_at(ts, roles, k) != LEXICON_NONE)
			p->role = p->role_first = k;
	p->role_last = p->first - 1;
}

/* A name alone in its line, below a line that begins with a role: how many documents are signed. */
static bool signs_below_role(struct tokens *ts, const struct lexicon *roles, const struct person *p)
{
	size_t at = p->first;

	if (!at || tokens_same_block(ts, at - 1, at) || tokens_same_block(ts, p->last, p->last + 1))
		return false;
	for (at--; at > 0 && tokens_same_block(ts, at - 1, at);)
		at--;
	return person_role_at(ts, roles, at) != LEXICON_NONE ||
	       (tokens_same_block(ts, at, at + 1) && person_role_at(ts, roles, at + 1) != LEXICON_NONE);
}

/* True: what p covers is done with, though an eponym is not added. */
static bool add_person(struct tokens *ts, const struct lexicon *roles, struct persons *ps, struct person p)
{
	if (is_eponym(ts, p.first) || (p.initials[0] != TOKEN_NONE && is_named_body(ts, p.first)))
		return true; /* not a person, and no other one in it */
	guess_case(ts, roles, ps, &p);
	if (p.latin ? !beside_role(ts, roles, &p)
		    : p.needs_role && !signs_below_role(ts, roles, &p) &&
			      (p.role == TOKEN_NONE || p.first - p.role > (p.near ? ROLE_NEXT : ROLE_NEAR)))
		return false;
	if (p.latin)
		english_role(ts, roles, &p);
	cases_of_given(ts, &p);
	ARENA_ROOM(ts->arena, ps->v, ps->n, ps->cap);
	ps->v[ps->n++] = p;
	return true;
}

static struct person empty_person(size_t first)
{
	return (struct person){ .first = first,
				.last = first,
				.surname = first,
				.initials = { TOKEN_NONE, TOKEN_NONE },
				.given = TOKEN_NONE,
				.patronymic = TOKEN_NONE };
}

/* Initials that begin at i, one or two, each with its point; *next is the token behind them. */
static bool take_initials(const struct tokens *ts, size_t i, struct person *p, size_t *next)
{
	if (!is_initial(ts, i))
		return false;
	p->initials[0] = i;
	*next = i + 2;
	if (tokens_same_block(ts, i, *next) && is_initial(ts, *next)) {
		p->initials[1] = *next;
		*next += 2;
	}
	return true;
}

/* председателя Белхимпрофсоюза С. М. Климова: a union's name in one word */
static bool names_body(const struct tokens *ts, size_t i)
{
	static const char *const stems[] = { "профсо", "прафса", "профсп", "проф", "обком", "крайком", "совпроф" };

	for (size_t k = 0; k < sizeof stems / sizeof *stems; k++)
		if (span_find(token_fold(ts, i), span_of(stems[k]), 0) != SPAN_NONE)
			return true;
	return false;
}

/* СамГМУ, ГМПР in a line that is not in capitals: letters of a body, no surname where one stands behind the initials */
static bool is_letters(const struct tokens *ts, size_t i)
{
	struct span word = span_sub(ts->text, ts->t[i].start, ts->t[i].end);
	size_t capitals = 0;

	if (ts->t[i].loud)
		return false;
	for (size_t at = 0; at < word.n;) {
		unsigned c = utf8_next(word, &at);

		if (c == '-')
			return false;
		capitals += utf8_is_upper(c);
	}
	return capitals >= 2;
}

/* Иванова И. И. */
static bool surname_first(struct tokens *ts, size_t i, struct person *p)
{
	size_t next;

	*p = empty_person(i);
	if (!may_be_surname(ts, i) || !tokens_same_block(ts, i, i + 1) || !take_initials(ts, i + 1, p, &next))
		return false;
	p->last = next - 1;
	/* Председатель Н. А. Водянов: a common word before, a surname behind */
	if ((is_common_word(ts, i) || p->initials[1] == TOKEN_NONE || names_body(ts, i) || is_letters(ts, i)) &&
	    tokens_same_block(ts, i, next) && may_be_surname(ts, next) && !is_common_word(ts, next))
		return false;
	return p->initials[1] != TOKEN_NONE || !is_common_word(ts, i);
}

/* И. И. Иванова */
static bool initials_first(struct tokens *ts, size_t i, struct person *p)
{
	size_t next;

	*p = empty_person(i);
	if (!take_initials(ts, i, p, &next) || !tokens_same_block(ts, i, next) || !may_be_surname(ts, next))
		return false;
	if (p->initials[1] == TOKEN_NONE && is_common_word(ts, next))
		return false;
	p->surname = p->last = next;
	return true;
}

static bool is_name_word(struct tokens *ts, size_t i)
{
	return may_be_surname(ts, i) && !ts->t[i].latin && (!ts->t[i].caps || ts->t[i].loud) && letters(ts, i) >= 3;
}

/* Омарова Ерлана Тулегеновича, Георгію Федоровичу Труханову: the patronymic proves names that no dictionary has */
static bool with_patronymic(struct tokens *ts, size_t i, struct person *p)
{
	*p = empty_person(i);
	if (!tokens_same_block(ts, i, i + 2) || !is_name_word(ts, i) || !is_name_word(ts, i + 1) ||
	    patronymic_at(ts, i))
		return false;
	/* Слушали Ивана Петровича Сидорова: the sentence's first word is no surname where one follows */
	if (patronymic_at(ts, i + 2) && tokens_same_block(ts, i, i + 3) && is_name_word(ts, i + 3) &&
	    (ts->t[i].first || is_common_word(ts, i)))
		return false;
	if (patronymic_at(ts, i + 2)) {
		p->given = i + 1;
		p->patronymic = i + 2;
	} else if (patronymic_at(ts, i + 1) && is_name_word(ts, i + 2)) {
		p->given = i;
		p->patronymic = i + 1;
		p->surname = i + 2;
	} else {
		return false;
	}
	p->last = i + 2;
	p->genders = patronymic_gender(ts, p->patronymic);
	return true;
}

/* Иванов Иван Иванович */
static bool surname_and_full_name(struct tokens *ts, size_t i, struct person *p)
{
	const struct morph_parse *given = i + 1 < ts->n ? name_parse(ts, i + 1, M_NAME) : NULL;
	const struct morph_parse *patronymic = i + 2 < ts->n ? name_parse(ts, i + 2, M_PATR) : NULL;

	*p = empty_person(i);
	if (!given || !tokens_same_block(ts, i, i + 1) || !may_be_surname(ts, i))
		return false;
	if (!patronymic && (is_common_word(ts, i) || !token_parse(ts, i, M_SURN, 0) || token_parse(ts, i, M_NAME, 0)))
		return false;
	p->given = i + 1;
	p->last = i + 1;
	p->genders = gender_of(given);
	if (patronymic && tokens_same_block(ts, i, i + 2)) {
		p->patronymic = p->last = i + 2;
		p->genders = gender_of(patronymic);
	}
	return true;
}

/* A Latin capital word that is neither the head of a body's name nor in capitals throughout. */
static bool is_latin_name(struct tokens *ts, size_t i)
{
	return token_is_word(ts, i) && ts->t[i].latin && ts->t[i].cap && (!ts->t[i].caps || ts->t[i].loud) &&
	       token_info(ts, i)->head == LEXICON_NONE;
}

static const char *const roles_like_names[] = { "аким", "акима", "акиму", "акимом", "акиме", NULL };

/* A word that no dictionary has, or has as a name: what first names and surnames of many peoples are. */
static bool is_unknown_name(struct tokens *ts, size_t i)
{
	return may_be_surname(ts, i) && !ts->t[i].latin && !ts->t[i].caps && !ts->t[i].loud && letters(ts, i) >= 3 &&
	       !is_common_word(ts, i) && (!token_parse(ts, i, M_GEOX, 0) || ends_like_surname(ts, i));
}

/* Григорій ОСОВИЙ: how papers are signed; four letters tell it from an abbreviation */
static bool is_loud_surname(struct tokens *ts, size_t i)
{
	return token_is_word(ts, i) && ts->t[i].caps && !ts->t[i].latin && letters(ts, i) >= 4 &&
	       !tokens_same_block(ts, i, i + 1) && !is_common_word(ts, i);
}

/* председатель Сатыбалды Даулеталин: behind a role, two words that can only be a name */
static bool role_and_two_names(struct tokens *ts, size_t i, struct person *p)
{
	*p = empty_person(i);
	if (!tokens_same_block(ts, i, i + 1) || (ts->t[i].first && i > 0 && tokens_same_block(ts, i - 1, i)) ||
	    (i > 0 && tokens_same_block(ts, i - 1, i) && ts->t[i - 1].kind == TOKEN_MARK) || !is_unknown_name(ts, i) ||
	    !(is_unknown_name(ts, i + 1) || is_loud_surname(ts, i + 1)))
		return false;
	if (tokens_same_block(ts, i, i + 2) &&
	    (token_is_mark(ts, i + 2, '"') || (token_is_word(ts, i + 2) && ts->t[i + 2].cap)))
		return false;
	p->given = i;
	p->surname = p->last = i + 1;
	p->needs_role = true;
	p->near = ts->t[i].lang != LANG_RU;
	return true;
}

/* Елена Тимашова, Ивана Петровича Сидорова */
static bool full_name_and_surname(struct tokens *ts, size_t i, struct person *p)
{
	const struct morph_parse *given = name_parse(ts, i, M_NAME), *patronymic;
	size_t next = i + 1;

	*p = empty_person(i);
	if (!given || next >= ts->n || !tokens_same_block(ts, i, next))
		return false;
	/* Аким … области: a role that is also a first name */
	if (token_in(ts, i, roles_like_names) && !name_parse(ts, next, M_PATR))
		return false;
	p->given = i;
	p->genders = gender_of(given);
	patronymic = name_parse(ts, next, M_PATR);
	if (patronymic) {
		p->patronymic = next++;
		p->genders = gender_of(patronymic);
	}
	if (!tokens_same_block(ts, i, next) || !may_be_surname(ts, next) || ts->t[next].latin ||
	    (is_common_word(ts, next) && !patronymic))
		return false;
	/* a place behind a first name is a place: Владимир Калининград */
	if (token_parse(ts, next, M_GEOX, 0) && !token_parse(ts, next, M_SURN, 0))
		return false;
	p->surname = p->last = next;
	return true;
}

/* Ms Jane Carter, General Secretary Jane Carter, Jane Carter, President: capitals beside a role or title */
static bool english_name(struct tokens *ts, size_t i, struct person *p)
{
	size_t last = i + 1;

	*p = empty_person(i);
	if (!is_latin_name(ts, i) || letters(ts, i) < 2)
		return false;
	if (tokens_same_block(ts, i, i + 2) && letters(ts, i + 1) == 1 && token_is_mark(ts, i + 2, '.'))
		last = i + 3; /* Jane M. Carter */
	if (!tokens_same_block(ts, i, last) || !is_latin_name(ts, last) || letters(ts, last) < 2 ||
	    (tokens_same_block(ts, i, last + 1) && is_latin_name(ts, last + 1)))
		return false;
	p->given = i;
	p->surname = p->last = last;
	p->needs_role = true;
	p->latin = true;
	return true;
}

/* Председатель М. М. Орда: the role is no surname */
static bool begins_with_role(struct tokens *ts, const struct lexicon *roles, const struct person *p)
{
	return p->initials[0] != p->first && !(token_info(ts, p->first)->tags & (M_SURN | M_NAME)) &&
	       person_role_at(ts, roles, p->first) != LEXICON_NONE;
}

struct persons person_scan(struct tokens *ts, const struct lexicon *roles)
{
	static bool (*const patterns[])(struct tokens * ts, size_t i, struct person * p) = {
		surname_first,         initials_first,     with_patronymic, surname_and_full_name,
		full_name_and_surname, role_and_two_names, english_name,
	};
	struct persons ps = { 0 };

	for (size_t i = 0; i < ts->n; i++) {
		struct person p;

		if (!token_is_word(ts, i) || !ts->t[i].cap)
			continue;
		for (size_t k = 0; k < sizeof patterns / sizeof *patterns; k++) {
			if (!patterns[k](ts, i, &p) || begins_with_role(ts, roles, &p) ||
			    !add_person(ts, roles, &ps, p))
				continue;
			i = p.last;
			break;
		}
	}
	return ps;
}
