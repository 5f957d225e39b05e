/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bodies by what is said about them. */
#include "org_evidence.h"

#include <stdlib.h>

#include "canonical.h"
#include "org_letters.h"
#include "org_phrase.h"
#include "person_role.h"
#include "person_scan.h"
#include "utf8.h"

enum {
	ABBR_LETTERS = 7,
	QUOTE_WORDS = 5,
	LATIN_WORDS = 5,
};

struct evidence {
	const struct org_scan *s;
	const struct lexicon *roles, *not_orgs;
	const bool *taken;
	const struct span_index *quotes; /* names in quotes of the bodies that are known */
	struct org_guesses all;
};

/* ---- witnesses ---- */

/* Nouns that belong to a body, beside the roles of people. */
static bool is_belonging(const struct org_scan *s, size_t i)
{
	return token_says(s->ts, i, WORDS_BELONGS);
}

/* сообщает «Интерфакс», пишет Guardian */
static bool is_reporting(const struct org_scan *s, size_t i)
{
	return token_says(s->ts, i, WORDS_REPORTS);
}

/* A finite verb, not a noun that looks like one: then what stands before it acts. */
static bool is_acting(const struct org_scan *s, size_t i)
{
	const struct morph_parse *p = token_parse(s->ts, i, M_VERB, 0);

	return p && !(p->tags & M_PREDICTED) && !token_parse(s->ts, i, M_NOUN, 0) && !token_parse(s->ts, i, M_ADJ, 0);
}

static bool behind_preposition(const struct org_scan *s, size_t i)
{
	return token_is_word(s->ts, i) && token_info(s->ts, i)->tags & M_PREP;
}

/* ЦК, РК, ОСП in the column of the responsible: each alone between commas */
static bool is_listed_responsible(const struct evidence *e, size_t first, size_t last)
{
	static const char *const joints[] = { "и", "та", "і", "және", "жана", NULL };
	struct tokens *ts = e->s->ts;
	bool opens = first == 0 || !tokens_same_block(ts, first - 1, first) || !e->s->responsible[first - 1] ||
		     (ts->t[first - 1].kind == TOKEN_MARK && ts->t[first - 1].mark != '(') ||
		     token_in(ts, first - 1, joints);
	bool closes = last + 1 >= ts->n || !tokens_same_block(ts, last, last + 1) || !e->s->responsible[last + 1] ||
		      (ts->t[last + 1].kind == TOKEN_MARK && ts->t[last + 1].mark != '.') ||
		      token_in(ts, last + 1, joints) ||
		      /* УМЦ территориальных объединений: many have one */
		      (ts->t[last].caps && token_is_word(ts, last + 1) && !ts->t[last + 1].cap &&
		       token_parse(ts, last + 1, M_PLUR | M_GEN, M_ADJ | M_NOUN));

	return opens && closes;
}

/* first and last of the name without its quotes. */
static bool has_witness(const struct evidence *e, size_t first, size_t last)
{
	struct tokens *ts = e->s->ts;
	bool quoted = first > 0 && token_is_mark(ts, first - 1, '"');
	size_t before = first - 1 - quoted, after = last + 1 + quoted;
	bool has_before = first > (size_t)quoted && tokens_same_block(ts, before, first);

	if (has_before && token_is_word(ts, before) &&
	    (is_belonging(e->s, before) || is_reporting(e->s, before) ||
	     person_role_at(ts, e->roles, before) != LEXICON_NONE))
		return true;
	if (e->s->responsible && e->s->responsible[first] && is_listed_responsible(e, first, last))
		return true;
	/* на шахтах «Северная» и «Глубокая»: the next of a list of names in quotes */
	if (quoted && before > 1 && tokens_same_block(ts, before - 1, first) && token_is_mark(ts, before - 1, '\'') &&
	    (token_is(ts, before, "и") || token_is_mark(ts, before, ',')) && e->all.n &&
	    e->all.v[e->all.n - 1].last == before - 2 && e->all.v[e->all.n - 1].proved)
		return true;
	/* «Рыбак», МПРЛ и Союз ткачей: between two bodies */
	if (has_before && before > 0 && token_is_mark(ts, before, ',') && e->taken[before - 1] &&
	    tokens_same_block(ts, last, last + 2) && !quoted &&
	    (token_is_mark(ts, last + 1, ',') || token_is(ts, last + 1, "и")) && e->taken[last + 2])
		return true;
	/* the conjunction of a name that is known: МВД и ДПНИ */
	if (has_before && before > 0 && token_is(ts, before, "и") && e->taken[before - 1] && ts->t[before - 1].caps)
		return true;
	return tokens_same_block(ts, last, after) &&
	       (is_acting(e->s, after) || (quoted && is_reporting(e->s, after))) &&
	       !(has_before &&
		 (behind_preposition(e->s, before) ||
		  (token_is_word(ts, before) && token_parse(ts, before, M_NOUN, 0) && !ts->t[before].cap)));
}

/* ---- what may be a name ---- */

static bool is_excluded(const struct evidence *e, size_t i)
{
	return lexicon_find(e->not_orgs, token_fold(e->s->ts, i)) != LEXICON_NONE ||
	       lexicon_find(e->s->forms, token_fold(e->s->ts, i)) != LEXICON_NONE;
}

/* РК and its like are places, and in the column of the responsible committees. */
static bool may_be_committee(const struct evidence *e, size_t i)
{
	long row = lexicon_find(e->not_orgs, token_fold(e->s->ts, i));

	return e->s->responsible && e->s->responsible[i] && is_listed_responsible(e, i, i) && row != LEXICON_NONE &&
	       span_is(lexicon_cell(e->not_orgs, row, "meaning"), "place");
}

static bool is_roman(struct span w)
{
	for (size_t k = 0; k < w.n; k++)
		if (!memchr("ivxlcdm", w.p[k], 7))
			return false;
	return true;
}

/* МКПП(р): the letter in the bracket says that employers are meant, and that it is a body */
static bool of_employers(const struct tokens *ts, size_t i)
{
	return tokens_same_block(ts, i, i + 3) && token_is_mark(ts, i + 1, '(') && ts->t[i + 1].glued &&
	       token_is(ts, i + 2, "р") && token_is_mark(ts, i + 3, ')');
}

/* РЕЗОЛЮЦИЯ МИТИНГА: a word that the dictionary has, too long for letters */
static bool is_shouted_word(struct tokens *ts, size_t i)
{
	enum { WORD_LETTERS = 6 };
	const struct token_info *info = token_info(ts, i);

	return info->n && !(info->tags & M_PREDICTED) && utf8_count(info->folded) >= WORD_LETTERS;
}

static bool abbreviation(const struct evidence *e, size_t i, size_t *last)
{
	struct tokens *ts = e->s->ts;
	size_t letters = utf8_count(token_fold(ts, i));

	*last = i;
	if (of_employers(ts, i))
		*last = i + 3;
	else if (letters > 2 && tokens_same_block(ts, i, i + 1) && ts->t[i + 1].caps &&
		 token_says(ts, i + 1, WORDS_COUNTRY_BEHIND)) /* МТСЗН РК */
		*last = i + 1;
	else if (tokens_same_block(ts, i, i + 1) && token_is_word(ts, i + 1) && ts->t[i + 1].cap &&
		 !ts->t[i + 1].caps) {
		size_t end;
		bool proper = false;

		/* КЦСОН Копейского городского округа */
		if (org_noun_phrase(e->s, i + 1, M_GEN, &end, &proper) && end > i + 1 && !ts->t[end].cap)
			*last = end;
	}
	return (ts->t[i].caps || org_letters_mixed(ts, i)) && !ts->t[i].latin && !ts->t[i].loud &&
	       !is_shouted_word(ts, i) && letters >= 2 && letters <= ABBR_LETTERS &&
	       (!is_excluded(e, i) || may_be_committee(e, i));
}

/* им. М. В. Ломоносова behind the letters at i */
static bool eponym_behind(const struct evidence *e, size_t i, size_t *last)
{
	static const char *const named[] = { "им", "имени", NULL };
	struct tokens *ts = e->s->ts;
	size_t at = i + 2, words = 0;

	if (!tokens_same_block(ts, i, i + 2) || !token_in(ts, i + 1, named))
		return false;
	if (token_is_mark(ts, at, '.'))
		at++;
	for (; tokens_same_block(ts, i, at) && words < 4; at++) {
		if (token_is_word(ts, at) && ts->t[at].cap)
			*last = at, words++;
		else if (!(token_is_mark(ts, at, '.') && words && utf8_count(token_fold(ts, at - 1)) <= 2))
			break;
	}
	return words > 0;
}

/* МГУ им. М. В. Ломоносова: the eponym proves the body */
static bool with_eponym(const struct evidence *e, size_t i, size_t *last)
{
	return e->s->ts->t[i].caps && !e->s->ts->t[i].loud && eponym_behind(e, i, last);
}

/* УлГТУ, КубГУ, ОмГУ: a town's first letters and those of its university */
static bool university(const struct evidence *e, size_t i, size_t *last)
{
	enum { SMALL = 4, CAPITALS = 2, LONGEST = 4 };
	struct tokens *ts = e->s->ts;
	struct span word = span_sub(e->s->text, ts->t[i].start, ts->t[i].end);
	size_t at = 0, small = 0, capitals = 0, end = i;

	if (ts->t[i].lang != LANG_RU || !ts->t[i].cap || ts->t[i].caps || ts->t[i].latin || !span_ends(word, SPAN("У")))
		return false;
	utf8_next(word, &at);
	while (at < word.n) {
		bool capital = utf8_is_upper(utf8_next(word, &at));

		if (!capital && capitals)
			return false;
		small += !capital;
		capitals += capital;
	}
	if (!small || small > SMALL || capitals < CAPITALS || capitals > LONGEST)
		return false;
	*last = i;
	/* ОмГУ им. Ф. М. Достоевского */
	if (eponym_behind(e, i, &end))
		*last = end;
	return true;
}

/* Росстат, Минэнерго, Госгортехнадзор: what abbreviates an office and is no word */
static bool office_word(const struct evidence *e, size_t i, size_t *last)
{
	struct tokens *ts = e->s->ts;
	const struct token_info *info;

	*last = i;
	if (ts->t[i].lang != LANG_RU || !ts->t[i].cap || ts->t[i].caps || ts->t[i].loud || ts->t[i].latin ||
	    utf8_count(token_fold(ts, i)) < 6)
		return false;
	info = token_info(ts, i);
	/* Рослесхоз: a prefix and a word, unless the sentence's capital is all there is */
	if ((info->n &&
	     (!(info->tags & M_PREDICTED) ||
	      (info->parse[0].lead_bytes && (ts->t[i].first || !(span_starts(info->folded, SPAN("рос")) ||
								 span_starts(info->folded, SPAN("госком")) ||
								 span_starts(info->folded, SPAN("мин"))))))) ||
	    info->tags & (M_SURN | M_NAME))
		return false;
	/* Госкомпром Удмуртии */
	if (tokens_same_block(ts, i, i + 1) && token_is_word(ts, i + 1) && org_is_capital(e->s, i + 1) &&
	    token_parse(ts, i + 1, M_GEN, 0) && org_is_place(e->s, i + 1))
		*last = i + 1;
	return word_list_has(ts->lists, WORDS_OFFICE_WORD, info->folded);
}

/* BBC, Lenta.ru, The Wall Street Journal */
static bool latin(const struct evidence *e, size_t i, size_t *last)
{
	struct tokens *ts = e->s->ts;
	size_t at = i, words = 0;

	if (!ts->t[i].latin || !ts->t[i].cap || ts->t[i].loud || is_roman(token_fold(ts, i)) || is_excluded(e, i) ||
	    utf8_count(token_fold(ts, i)) < 2)
		return false;
	*last = i;
	while (tokens_same_block(ts, i, at) && words < LATIN_WORDS) {
		if (token_is_word(ts, at) && ts->t[at].latin &&
		    (ts->t[at].cap || token_is(ts, at, "of") || token_is(ts, at, "and") || token_is(ts, at, "the"))) {
			if (ts->t[at].cap)
				*last = at;
			words++;
			at++;
		} else if (token_is_mark(ts, at, '.') && ts->t[at].glued && token_is_word(ts, at + 1) &&
			   ts->t[at + 1].glued && ts->t[at + 1].latin && !ts->t[at + 1].cap) {
			*last = at + 1;
			at += 2;
		} else {
			break;
		}
	}
	return true;
}

static bool quoted(const struct evidence *e, size_t i, size_t *last)
{
	struct tokens *ts = e->s->ts;
	size_t end;

	if (i == 0 || !token_is_mark(ts, i - 1, '"') || !ts->t[i].cap ||
	    (token_info(ts, i)->tags & M_PREP && !ts->t[i].caps))
		return false;
	if (org_is_titled(e->s, i - 1))
		return false;
	end = org_quote_end(e->s, i - 1);
	if (end == TOKEN_NONE || end <= i || end - i > QUOTE_WORDS)
		return false;
	for (size_t k = i; k < end; k++)
		if (ts->t[k].kind == TOKEN_MARK ? ts->t[k].mark != '-' : is_acting(e->s, k))
			return false;
	*last = end - 1;
	return true;
}

/* ---- */

static struct span lemma_key(const struct evidence *e, size_t first, size_t last)
{
	struct buf key = { 0 };
	struct span out;

	for (size_t i = first; i <= last; i++) {
		const struct token_info *info;

		if (e->s->ts->t[i].kind != TOKEN_WORD)
			continue;
		info = token_info(e->s->ts, i);
		if (info->n && !e->s->ts->t[i].caps)
			morph_lemma(e->s->ts->morph, info->folded, &info->parse[0], &key);
		else
			buf_add(&key, info->folded);
		buf_putc(&key, ' ');
	}
	out = arena_dup(e->s->ts->arena, buf_span(&key));
	buf_free(&key);
	return out;
}

/* «Северной верфи»: an adjective and its noun, both oblique; «Новая газета» may be a nominative and stays */
static bool agreeing_pair(const struct evidence *e, size_t first, struct org_cand *c)
{
	struct tokens *ts = e->s->ts;
	const struct token_info *noun = token_info(ts, first + 1);

	if (token_parse(ts, first, M_NOUN, 0) || !token_parse(ts, first, M_ADJ, 0))
		return false;
	for (size_t pass = 0; pass < 2; pass++)
		for (size_t i = 0; i < noun->n; i++) {
			unsigned tags = noun->parse[i].tags;

			if (!(tags & M_NOUN) || !(tags & M_NOM) != (pass > 0) ||
			    !token_parse(ts, first, M_ADJ | (tags & (M_CASES | M_NUMBERS)), 0))
				continue;
			if (tags & M_SING &&
			    !token_parse(ts, first, M_ADJ | (tags & (M_CASES | M_NUMBERS | M_GENDERS)), 0))
				continue;
			c->head = first + 1;
			c->parse = &noun->parse[i];
			return true;
		}
	return false;
}

/* УлГТУ: letters, which nothing declines */
static bool has_capital_end(const struct org_scan *s, size_t i)
{
	struct span word = span_sub(s->text, s->ts->t[i].start, s->ts->t[i].end);
	size_t at = word.n;

	return s->ts->t[i].kind == TOKEN_WORD && utf8_is_upper(utf8_prev(word, &at));
}

static struct span base_name(const struct evidence *e, size_t first, size_t last)
{
	struct org_cand c = { .first = first, .last = last, .head = first };
	const struct token_info *info = token_info(e->s->ts, first);

	if (e->s->ts->t[first].caps || e->s->ts->t[first].latin || org_letters_mixed(e->s->ts, first) ||
	    has_capital_end(e->s, first)) {
		struct canonical_change named = { first + 1, first + 2, SPAN("имени") };
		bool eponym = last > first + 2 && token_is(e->s->ts, first + 1, "им");

		return canonical_name(e->s, &c, &named, eponym ? 1 : 0);
	}
	if (last > first && agreeing_pair(e, first, &c))
		return canonical_name(e->s, &c, NULL, 0);
	/* «Голоса Америки»: an oblique form in the quotes */
	/* Белгосстрах is no plural of a word that nobody knows */
	c.parse = info->n && info->parse[0].tags & M_NOUN &&
				  !(info->parse[0].tags & M_PREDICTED && info->parse[0].tags & M_PLUR)
			  ? &info->parse[0]
			  : NULL;
	return canonical_name(e->s, &c, NULL, 0);
}

static bool any_taken(const struct evidence *e, size_t first, size_t last)
{
	for (size_t i = first; i <= last; i++)
		if (e->taken[i] || (e->s->barrier && e->s->barrier[i]))
			return true;
	return false;
}

/* А. Серова («Риф»), For "Reef": what one body is called in quotes, with no other noun before that it may be of */
static bool is_known_quote(const struct evidence *e, size_t first, size_t last)
{
	static const char *const small[] = { "for", "of", "by", "and", "with", "to", "from", NULL };
	struct tokens *ts = e->s->ts;
	const struct span_entry *known = span_index_get(
		e->quotes, canonical_key(ts->arena, span_sub(e->s->text, ts->t[first].start, ts->t[last].end)));
	size_t before = first - 2;

	if (!known || known->next)
		return false;
	if (first < 2 || !tokens_same_block(ts, before, first) || !token_is_word(ts, before))
		return true;
	return token_in(ts, before, small) ||
	       (token_info(ts, before)->tags & (M_PREP | M_CONJ) && !ts->t[before].latin);
}

static void collect(struct evidence *e)
{
	static bool (*const kinds[])(const struct evidence *e, size_t i, size_t *last) = { quoted,     with_eponym,
											   university, abbreviation,
											   latin,      office_word };
	struct tokens *ts = e->s->ts;

	for (size_t i = 0; i < ts->n; i++) {
		size_t last = i;

		if (!token_is_word(ts, i) || !ts->t[i].cap)
			continue;
		for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
			struct org_guess g;

			if (!kinds[k](e, i, &last) || any_taken(e, i, last))
				continue;
			g = (struct org_guess){ i, last, lemma_key(e, i, last), base_name(e, i, last), false };
			g.proved = kinds[k] == office_word || kinds[k] == with_eponym || kinds[k] == university ||
				   of_employers(ts, i) || (kinds[k] == quoted && is_known_quote(e, i, last)) ||
				   has_witness(e, i, last);
			ARENA_ROOM(ts->arena, e->all.v, e->all.n, e->all.cap);
			e->all.v[e->all.n++] = g;
			i = last;
			break;
		}
	}
}

static int by_key(const void *a, const void *b)
{
	const struct org_guess *x = a, *y = b;
	int order = span_cmp(x->key, y->key);

	if (order)
		return order;
	return x->first < y->first ? -1 : x->first > y->first;
}

static int by_place(const void *a, const void *b)
{
	const struct org_guess *x = a, *y = b;

	return x->first < y->first ? -1 : x->first > y->first;
}

struct org_guesses org_evidence(const struct org_scan *s, const struct lexicon *roles, const struct lexicon *not_orgs,
				const bool *taken, const struct span_index *quotes)
{
	struct evidence e = { .s = s, .roles = roles, .not_orgs = not_orgs, .taken = taken, .quotes = quotes };
	size_t kept = 0;

	collect(&e);
	if (e.all.n)
		qsort(e.all.v, e.all.n, sizeof *e.all.v, by_key);
	for (size_t from = 0; from < e.all.n;) {
		size_t to = from;
		bool proved = false;
		struct span name = e.all.v[from].name;

		for (; to < e.all.n && span_eq(e.all.v[to].key, e.all.v[from].key); to++) {
			proved |= e.all.v[to].proved;
			/* the shortest form is most often the nominative */
			if (e.all.v[to].name.n < name.n)
				name = e.all.v[to].name;
		}
		for (size_t i = from; i < to && proved; i++) {
			e.all.v[kept] = e.all.v[i];
			e.all.v[kept++].name = name;
		}
		from = to;
	}
	e.all.n = kept;
	if (kept)
		qsort(e.all.v, kept, sizeof *e.all.v, by_place);
	return e.all;
}
