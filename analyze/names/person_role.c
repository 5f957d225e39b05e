/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person is, said before or behind the name; role and preposition tell the case in which the name stands. */
#include "person_role.h"

#include "given_name.h"

static const char *const role_links[] = { "of", "the", "for", "and", "on", "in", NULL };

enum {
	ROLE_WORDS = 12, /* of an English role behind its name */
	ROLE_BACK = 40, /* tokens between a role and its name: председатель Южного … Совета … Сазонов В. В. */
};

long person_role_at(struct tokens *ts, const struct lexicon *roles, size_t i)
{
	const struct token_info *info;
	struct buf lemma = { 0 };
	long row = LEXICON_NONE;

	if (!token_is_word(ts, i) || ts->t[i].end - ts->t[i].start < (ts->t[i].latin ? 4u : 6u))
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
	if (row == LEXICON_NONE && ts->t[i].lang == LANG_TURKIC) {
		struct span stem = turkic_stem(info->folded, 0);

		for (size_t k = 1; stem.n && row == LEXICON_NONE; k++) {
			row = lexicon_find(roles, stem);
			stem = turkic_stem(info->folded, k);
		}
	}
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

/* инспектора Бойко is one of them, not several, where the word can be both */
static unsigned role_cases(struct tokens *ts, size_t i)
{
	const struct token_info *info = token_info(ts, i);
	unsigned cases = 0;

	for (size_t k = 0; k < info->n; k++)
		if (info->parse[k].tags & M_NOUN && info->parse[k].tags & M_SING)
			cases |= info->parse[k].tags & M_CASES;
	return cases ? cases : noun_cases(ts, i);
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

/* орун басары, народний депутат: roles of two words */
static bool two_words(struct tokens *ts, const struct lexicon *roles, size_t i)
{
	struct span word;

	if (i == 0 || !token_is_word(ts, i - 1) || !tokens_same_block(ts, i - 1, i))
		return false;
	word = span_make(ts->fold.p + ts->t[i - 1].start, ts->t[i].end - ts->t[i - 1].start);
	return lexicon_find(roles, word) != LEXICON_NONE;
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
		/* директор бюро г-н Кузнецов: a form of address is no role */
		if (depth || t->kind != TOKEN_WORD || span_starts(token_fold(ts, at), SPAN("г-н")) ||
		    span_starts(token_fold(ts, at), SPAN("г-ж")))
			continue;
		/* Совета председателей, администрации Губернатора: roles inside the name of a body */
		if (at > 0 && ts->t[at].lang != LANG_TURKIC && token_is_word(ts, at - 1) &&
		    tokens_same_block(ts, at - 1, at) && token_info(ts, at - 1)->head != LEXICON_NONE)
			continue;
		if (person_role_at(ts, roles, at) != LEXICON_NONE && !heads_others(ts, at) &&
		    (at >= stop || is_shared(ts, at))) {
			found = at;
			if (two_words(ts, roles, at))
				found = --at;
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
	/* Зам. председателя: the abbreviation is the person's role */
	if (found != TOKEN_NONE && found > 1 && tokens_same_block(ts, found - 2, found) &&
	    token_is_mark(ts, found - 1, '.') && token_says(ts, found - 2, WORDS_DEPUTY_SHORTENED)) {
		p->role = p->role_first = found - 2;
		p->cases = M_NOM;
		return;
	}
	p->role = found;
	p->role_first = found;
	while (p->role_first != TOKEN_NONE && p->role_first > 0 && tokens_same_block(ts, p->role_first - 1, found) &&
	       token_parse(ts, p->role_first - 1, M_ADJ, 0) && !token_parse(ts, p->role_first - 1, M_ADJ | M_PRON, 0) &&
	       noun_cases(ts, p->role_first - 1) & noun_cases(ts, found))
		p->role_first--;
}

/* The first token behind the person before and the role that follows that one's name. */
static size_t behind_person(const struct persons *ps, size_t first)
{
	const struct person *prev = ps->n ? &ps->v[ps->n - 1] : NULL;

	if (!prev || prev->last >= first)
		return 0;
	if (prev->role != TOKEN_NONE && prev->role > prev->last && prev->role_last < first)
		return prev->role_last + 1;
	return prev->last + 1;
}

/* Лапицкий С. Н., председатель обкома, …: the role behind the name, up to the next mark or verb */
static void find_role_behind(struct tokens *ts, const struct lexicon *roles, struct person *p)
{
	enum { ADJECTIVES = 3, WORDS = 14 };
	size_t first = p->last + 2, role = first, last;

	if (!tokens_same_block(ts, p->last, first) ||
	    !(token_is_mark(ts, p->last + 1, ',') ||
	      (token_is_mark(ts, p->last + 1, '-') && !ts->t[p->last + 1].glued)))
		return;
	/* ведущего инженера: an adjective that is a role as well is none before another */
	while (role < first + ADJECTIVES && tokens_same_block(ts, first, role) && token_is_word(ts, role) &&
	       token_parse(ts, role, M_ADJ, 0) && !ts->t[role].cap &&
	       (person_role_at(ts, roles, role) == LEXICON_NONE ||
		(tokens_same_block(ts, role, role + 1) && person_role_at(ts, roles, role + 1) != LEXICON_NONE)))
		role++;
	if (!tokens_same_block(ts, first, role) || ts->t[role].cap || person_role_at(ts, roles, role) == LEXICON_NONE)
		return;
	for (last = role; last < role + WORDS && tokens_same_block(ts, role, last + 1); last++) {
		size_t i = last + 1;

		if (ts->t[i].kind == TOKEN_MARK && ts->t[i].mark != '"' && ts->t[i].mark != '\'' &&
		    !(ts->t[i].mark == '.' && ts->t[last].end - ts->t[last].start <= 4))
			break; /* not at г. Саров */
		if (ts->t[i].kind == TOKEN_WORD && token_parse(ts, i, M_VERB, 0) && !token_parse(ts, i, M_NOUN, 0) &&
		    !token_parse(ts, i, M_ADJ, 0))
			break;
		/* …, председатель Петров П. П.: the next one's role */
		if (ts->t[i].kind == TOKEN_WORD && ts->t[i].cap && ts->t[i].end - ts->t[i].start <= 2 &&
		    token_is_mark(ts, i + 1, '.'))
			return;
		if (ts->t[i].cap && token_parse(ts, i, M_NAME | M_SING, 0))
			return;
	}
	p->role = role;
	p->role_first = first;
	p->role_last = last;
}

/* Ukrainian and Belarusian: the lexicon lists the forms of a role, the nominative first. */
static bool is_listed_role(const struct tokens *ts, size_t i)
{
	return ts->t[i].lang == LANG_UK || ts->t[i].lang == LANG_BE;
}

/* Four forms: nominative, genitive and accusative, dative, instrumental; five: the accusative has its own. */
static unsigned cases_by_list(struct tokens *ts, const struct lexicon *roles, size_t role)
{
	static const unsigned four[] = { M_NOM, M_GEN | M_ACC, M_DAT, M_INS };
	static const unsigned five[] = { M_NOM, M_GEN, M_DAT, M_ACC, M_INS };
	struct span forms = lexicon_cell(roles, person_role_at(ts, roles, role), "lemma");
	struct span word = token_fold(ts, role);
	size_t at = 0, n = 0;
	bool found = false;

	for (; forms.p; n++)
		if (span_eq(span_trim(span_cut(&forms, '|')), word) && !found) {
			at = n;
			found = true;
		}
	if (!found || at == 0)
		return found ? M_NOM : 0;
	if (n == 4)
		return four[at];
	return n == 5 ? five[at] : M_GEN | M_DAT | M_ACC | M_INS;
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

/* И. о. заведующего, врио директора: the role is in the genitive, whatever the name is in */
static bool is_acting(const struct tokens *ts, size_t role)
{
	if (role == 0 || !tokens_same_block(ts, role - 1, role))
		return false;
	return token_says(ts, role - 1, WORDS_ACTING) ||
	       (role > 2 && token_is_mark(ts, role - 1, '.') && token_is(ts, role - 2, "о"));
}

/* г-же А. Русу: the case of the form of address for a woman right before the name; 0: there is none */
static unsigned address_cases(const struct tokens *ts, size_t first)
{
	static const struct {
		const char *end;
		unsigned cases;
	} forms[] = { { "жа", M_NOM }, { "жи", M_GEN }, { "же", M_DAT | M_LOC }, { "жу", M_ACC }, { "жой", M_INS } };

	for (size_t i = 0; first > 0 && tokens_same_block(ts, first - 1, first) &&
			   span_starts(token_fold(ts, first - 1), SPAN("г-ж")) && i < sizeof forms / sizeof *forms;
	     i++)
		if (span_ends(token_fold(ts, first - 1), span_of(forms[i].end)))
			return forms[i].cases;
	if (first < 3 || !tokens_same_block(ts, first - 3, first) || !token_is_mark(ts, first - 2, '-') ||
	    !ts->t[first - 1].glued || !token_is(ts, first - 3, "г"))
		return 0;
	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
		if (token_is(ts, first - 1, forms[i].end))
			return forms[i].cases;
	return 0;
}

void person_guess_case(struct tokens *ts, const struct lexicon *roles, const struct persons *ps, struct person *p)
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
		if (token_is_mark(ts, p->first - 1, ':') && p->first > 1 && token_says(ts, p->first - 2, WORDS_HEARD))
			p->cases = M_GEN | M_ACC;
	}
	p->role_last = p->first ? p->first - 1 : 0;
	find_role(ts, roles, behind_person(ps, p->first), p);
	if (p->role == TOKEN_NONE && !p->latin)
		find_role_behind(ts, roles, p);
	/* Тарасенко А. В. – председатель, Дьячук Л. М.: the role behind the dash is the one before's */
	if (p->role != TOKEN_NONE && p->role_first > 1 && ps->n && ps->v[ps->n - 1].last + 2 == p->role_first &&
	    token_is_mark(ts, p->role_first - 1, '-'))
		p->role = p->role_first = TOKEN_NONE;
	if (!p->cases && p->role != TOKEN_NONE && is_listed_role(ts, p->role))
		p->cases = cases_by_list(ts, roles, p->role);
	if (!p->cases && p->role != TOKEN_NONE && is_acting(ts, p->role_first))
		p->cases = M_NOM | M_DAT | M_INS;
	if (!p->cases && p->role != TOKEN_NONE && ts->t[p->role].lang == LANG_RU) {
		p->cases = role_cases(ts, p->role);
		/* the role itself may be behind a preposition or a noun that decides */
		if (p->cases & M_NOM)
			p->cases = M_NOM;
	}
	if (address_cases(ts, p->first)) {
		p->cases = address_cases(ts, p->first);
		p->genders = M_FEM;
	}
	if (!p->cases)
		p->cases = M_NOM;
}

/* English: the role or title stands right before the name, or behind it and a comma. */
bool person_beside_role(struct tokens *ts, const struct lexicon *roles, const struct person *p)
{
	size_t before = p->first, behind = p->last + 2;

	/* Jane Carter said; Jane Carter, who chairs … */
	if (tokens_same_block(ts, p->last, p->last + 1) &&
	    (token_says(ts, p->last + 1, WORDS_SPEAKS) ||
	     (token_is_mark(ts, p->last + 1, ',') && tokens_same_block(ts, p->last, behind) &&
	      token_is(ts, behind, "who"))))
		return true;
	/* moved by Jane Carter */
	if (before > 1 && tokens_same_block(ts, before - 2, before) && token_is(ts, before - 1, "by") &&
	    token_says(ts, before - 2, WORDS_DONE_BY))
		return true;
	if (before > 1 && token_is_mark(ts, before - 1, '.'))
		before--;
	/* Chairperson: Jane Carter */
	if (before > 1 && token_is_mark(ts, before - 1, ':') && tokens_same_block(ts, before - 2, p->first) &&
	    person_role_at(ts, roles, before - 2) != LEXICON_NONE)
		return true;
	if (before > 0 && tokens_same_block(ts, before - 1, p->first) &&
	    (token_says(ts, before - 1, WORDS_TITLE) ||
	     (before == p->first && person_role_at(ts, roles, before - 1) != LEXICON_NONE)))
		return true;
	/* Jane Carter (President) */
	if (token_is_mark(ts, p->last + 1, '(') && tokens_same_block(ts, p->last, behind + 1) &&
	    (person_role_at(ts, roles, behind) != LEXICON_NONE ||
	     person_role_at(ts, roles, behind + 1) != LEXICON_NONE))
		return true;
	for (size_t k = 0; k < 3 && token_is_mark(ts, p->last + 1, ',') && tokens_same_block(ts, p->last, behind); k++)
		if (person_role_at(ts, roles, behind++) != LEXICON_NONE)
			return true;
	return false;
}

/* English: "Jane Carter, General Secretary of the …" or "General Secretary Jane Carter"; the words as they stand. */
void person_english_role(struct tokens *ts, const struct lexicon *roles, struct person *p)
{
	size_t behind = p->last + 2, k = behind;

	p->role = p->role_first = TOKEN_NONE;
	if ((token_is_mark(ts, p->last + 1, ',') || token_is_mark(ts, p->last + 1, '(')) &&
	    tokens_same_block(ts, p->last, behind)) {
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
	for (k = p->first;
	     k-- > 0 && p->first - k <= PERSON_ROLE_NEXT && tokens_same_block(ts, k, p->first) && ts->t[k].cap;)
		if (person_role_at(ts, roles, k) != LEXICON_NONE ||
		    (p->role != TOKEN_NONE && token_says(ts, k, WORDS_RANK)))
			p->role_first = p->role = k;
	p->role_last = p->first - 1;
}

/* A name alone in its line, below a line that begins with a role: how many documents are signed. */
bool person_signs_below_role(struct tokens *ts, const struct lexicon *roles, const struct person *p)
{
	size_t at = p->first;

	if (!at || tokens_same_block(ts, at - 1, at) || tokens_same_block(ts, p->last, p->last + 1))
		return false;
	for (at--; at > 0 && tokens_same_block(ts, at - 1, at);)
		at--;
	return person_role_at(ts, roles, at) != LEXICON_NONE ||
	       (tokens_same_block(ts, at, at + 1) && person_role_at(ts, roles, at + 1) != LEXICON_NONE);
}

unsigned person_cases_before(struct tokens *ts, const struct lexicon *roles, size_t first)
{
	enum { MARKS = 3 };
	static const char *const listened[] = { "слушали", "заслушали", NULL };
	size_t at = first;

	while (at > 0 && first - at < MARKS && ts->t[at - 1].kind == TOKEN_MARK)
		at--;
	if (at > 0 && token_in(ts, at - 1, listened))
		return M_ACC;
	if (at < 2 || !token_is(ts, at - 1, "тов") || !token_is_mark(ts, at, '.') ||
	    !tokens_same_block(ts, at - 2, first) || !token_is_word(ts, at - 2) ||
	    token_info(ts, at - 2)->tags & (M_PREP | M_VERB) || person_role_at(ts, roles, at - 2) != LEXICON_NONE)
		return 0;
	return token_parse(ts, at - 2, M_NOUN, 0) ? M_GEN : 0;
}
