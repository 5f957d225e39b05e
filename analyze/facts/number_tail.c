/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands around a quantity and belongs to it: per what, of what, up to; and what its unit is called there. */
#include "number_tail.h"

#include <string.h>

#include "tokens.h"

enum { PER_BYTES = 300 /* that a phrase of the lexicon may take */ };

bool number_is_turkic(struct span lang)
{
	return span_starts(lang, SPAN("kk")) || span_starts(lang, SPAN("ky"));
}

/* "4 обзора в год": a rule has not seen the noun, so it could not see what stands behind it. */
static void add_per(const struct resolver *r, struct doc *d, struct item *it)
{
	size_t end = d->blocks[it->block].end;
	struct words w;
	struct phrase_hit hit;

	if (jval_get(it->norm, "per"))
		return;
	w = resolver_words(r, it->end, end < it->end + PER_BYTES ? end : it->end + PER_BYTES);
	if (!w.n || w.v[0].start != it->end + 1 || !phrases_at(r->phrases[LEX_PER], r->fold, &w, 0, w.n, &hit))
		return;
	it->end = w.v[hit.words - 1].end;
	jval_set_str(&d->arena, it->norm, "per", lexicon_cell(r->lexicon[LEX_PER], hit.row, "per"));
}

/* Tokens [first, last) in the nominative, each in its number: "заработной платы" = "заработная плата". */
static struct span nominative_of(const struct resolver *r, struct doc *d, size_t first, size_t last)
{
	struct tokens *ts = r->tokens;
	struct buf b = { 0 };
	struct span out;

	for (size_t i = first; i < last; i++) {
		const struct morph_parse *noun = token_parse(ts, i, M_NOUN | M_GEN, 0), *p = noun;
		unsigned gender = 0, number;

		for (size_t k = i; !p && k < last; k++)
			if ((noun = token_parse(ts, k, M_NOUN | M_GEN, 0)) != NULL)
				break;
		gender = noun ? noun->tags & M_GENDERS : 0;
		number = noun && (noun->tags & M_PLUR) && !(noun->tags & M_SING) ? M_PLUR : M_SING;
		p = p ? p : token_parse(ts, i, M_ADJ | M_GEN, 0);
		if (b.n)
			buf_putc(&b, ' ');
		if ((i > first && (p == noun || !noun) && token_parse(ts, i - 1, M_NOUN | M_GEN, 0)) || !p ||
		    !morph_inflect(ts->morph, token_fold(ts, i), p,
				   M_NOM | number | (p == noun || number == M_PLUR ? 0 : gender), &b))
			buf_add(&b, token_fold(ts, i));
	}
	out = arena_dup(&d->arena, buf_span(&b));
	buf_free(&b);
	return out;
}

/* "50 % медианной", "91 процента средней": the wage is not said. */
static bool is_average(const struct tokens *ts, size_t i)
{
	static const char *const stems[] = { "средн", "медианн", "сярэдн", "медыянн", "середн", "медіанн" };
	struct span word = token_is_word(ts, i) ? token_fold(ts, i) : (struct span){ 0 };

	for (size_t k = 0; k < sizeof stems / sizeof *stems; k++)
		if (span_starts(word, span_of(stems[k])))
			return span_ends(word, SPAN("ей")) || span_ends(word, SPAN("ой")) ||
			       span_ends(word, SPAN("яй")) || span_ends(word, SPAN("ай")) ||
			       span_ends(word, SPAN("ої")) || span_ends(word, SPAN("ньої")) ||
			       span_ends(word, SPAN("ого")) || span_ends(word, SPAN("его")) ||
			       span_ends(word, SPAN("яга")) || span_ends(word, SPAN("ага"));
	return false;
}

/* "46 % средней по стране": of where the average is; the token behind it. */
static size_t with_scope(struct tokens *ts, size_t last, size_t end)
{
	size_t i = last + 1;

	if (!is_average(ts, last - 1) || !(token_is(ts, last, "по") || token_is(ts, last, "па")))
		return last;
	if (token_is_word(ts, i) && token_is_word(ts, i + 1) && token_parse(ts, i, M_ADJ, M_DAT) &&
	    token_parse(ts, i + 1, M_NOUN, M_DAT))
		i++;
	return token_is_word(ts, i) && ts->t[i].start < end ? i + 1 : last;
}

/* "% суммы затрат на производство продукции": costs are costs of something; the token behind it. */
static size_t with_purpose(const struct resolver *r, struct tokens *ts, size_t last, size_t end)
{
	size_t i = last;

	if (!word_list_has(r->lists, WORDS_COSTS, token_fold(ts, last - 1)) || !token_is(ts, i, "на") ||
	    !token_is_word(ts, i + 1) || ts->t[i + 1].start >= end)
		return last;
	i += 2;
	if (token_is_word(ts, i) && ts->t[i].start < end && token_parse(ts, i, M_NOUN | M_GEN, 0))
		i++;
	return i;
}

/* Does a noun or adjective stand there? */
static bool is_word_of_phrase(const struct resolver *r, const struct tokens *ts, size_t i, size_t end)
{
	return token_is_word(ts, i) && ts->t[i].start < end &&
	       !word_list_has(r->lists, WORDS_FUNCTION, token_fold(ts, i));
}

/* "% заработной платы", "% от оклада": of what the share is; the index base "% к" is not part of the phrase. */
static void add_of(const struct resolver *r, struct doc *d, struct item *it)
{
	struct tokens *ts = r->tokens;
	size_t i = tokens_from(ts, it->end);
	size_t end = d->blocks[it->block].end;
	size_t first, last = 0;
	bool from = token_is_word(ts, i) && word_list_has(r->lists, WORDS_FROM, token_fold(ts, i));

	i += from;
	if (token_is_word(ts, i) && word_list_has(r->lists, WORDS_WHOSE, token_fold(ts, i)))
		i++;
	for (first = i; i < ts->n && i < first + 5 && token_is_word(ts, i) && ts->t[i].start < end; i++) {
		const struct morph_parse *p = token_parse(ts, i, M_GEN, M_NOUN | M_ADJ);

		if (!p || ts->t[i].cap || ts->t[i].end - ts->t[i].start < 6 ||
		    word_list_has(r->lists, WORDS_FUNCTION, token_fold(ts, i)))
			break;
		if (token_parse(ts, i, M_NOUN | M_GEN, 0) ||
		    ((last == i || word_list_has(r->lists, WORDS_PEOPLE, token_fold(ts, i))) &&
		     token_parse(ts, i, M_ADJ | M_GEN, M_PLUR))) /* "% занятых" */
			last = i + 1;
	}
	if (!last && is_average(ts, first) && ts->t[first].start < end && !is_word_of_phrase(r, ts, first + 1, end))
		last = first + 1;
	if (!last)
		return;
	last = with_scope(ts, last, end);
	last = with_purpose(r, ts, last, end);
	it->end = ts->t[last - 1].end;
	jval_set_str(&d->arena, it->norm, "of", nominative_of(r, d, first, last));
}

/* The ending of the genitive of Kazakh and Kyrgyz, in bytes; 0: it is none. */
static size_t genitive_ending(struct span word)
{
	static const char *const genitives[] = { "ның", "нің", "дың", "дің", "тың", "тің", "нын", "нин", "дын",
						 "дин", "тын", "тин", "нун", "нүн", "дун", "дүн", "тун", "түн" };

	for (size_t k = 0; k < sizeof genitives / sizeof *genitives; k++)
		if (span_ends(word, span_of(genitives[k])))
			return strlen(genitives[k]);
	return 0;
}

bool number_is_turkic_genitive(struct span word)
{
	return genitive_ending(word) > 0;
}

/* "Қызметкерлердің 78 пайызы": of what the share is stands before it, in the genitive, and is part of it where it opens
 * its clause. */
static void add_whole(const struct resolver *r, struct doc *d, struct item *it)
{
	struct tokens *ts = r->tokens;
	size_t i = tokens_from(ts, it->start), ending;
	struct span word;

	if (i == 0 || !token_is_word(ts, i - 1) || ts->t[i - 1].block != it->block)
		return;
	word = token_fold(ts, i - 1);
	ending = genitive_ending(word);
	if (!ending || word_list_has(r->lists, WORDS_OF_THEM, word)) /* "оның 31 пайызы" */
		return;
	if (ts->t[i - 1].first || i < 2 || !token_is_word(ts, i - 2))
		it->start = ts->t[i - 1].start;
	jval_set_str(&d->arena, it->norm, "of", span_sub(word, 0, word.n - ending));
}

/* "120 000 теңгеге дейін", "5 000 сомго чейин": up to so much. */
static void add_up_to(const struct resolver *r, struct doc *d, struct item *it)
{
	static const char *const words[] = { " дейін", " чейин" };
	struct span behind = span_sub(r->fold, it->end, d->blocks[it->block].end);

	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		struct span word = span_of(words[i]);

		if (!span_starts(behind, word) || jval_get(it->norm, "comparator"))
			continue;
		it->end += word.n;
		jval_set_str(&d->arena, it->norm, "comparator", SPAN("up_to"));
	}
}

/* "87% of the individual premium", "two thirds of them": up to the first plural or what cannot belong to the noun. */
static void add_of_english(const struct resolver *r, struct doc *d, struct item *it)
{
	enum { WORDS_OF = 6 };
	static const char *const before[] = { "the",  "all",   "our",   "its",   "their", "his", "her",
					      "each", "every", "those", "these", "such",  "any", NULL };
	static const char *const behind[] = { "cast", "due", "owed", NULL };
	struct tokens *ts = r->tokens;
	size_t i = tokens_from(ts, it->end), end = d->blocks[it->block].end, first;

	if (!token_is(ts, i, "of") || ts->t[i].start != it->end + 1 || jval_get(it->norm, "of"))
		return;
	for (i++; token_in(ts, i, before); i++)
		;
	for (first = i; i < first + WORDS_OF && token_is_word(ts, i) && ts->t[i].start < end; i++) {
		struct span word = token_fold(ts, i);

		if (word_list_has(r->lists, WORDS_ENGLISH_STOP, word))
			break;
		if (span_is(word, "them") || span_is(word, "us")) {
			i++;
			break;
		}
		if (span_ends(word, SPAN("s")) && !span_ends(word, SPAN("ss")) && !span_ends(word, SPAN("us"))) {
			i += 1 + (size_t)(i + 1 < ts->n && ts->t[i + 1].start < end && token_in(ts, i + 1, behind));
			break;
		}
	}
	if (i == first)
		return;
	it->end = ts->t[i - 1].end;
	jval_set_str(&d->arena, it->norm, "of", span_sub(r->fold, ts->t[first].start, it->end));
}

/* "каждый пятый коллективный договор": the noun that agrees with the share is part of it. */
static void add_each(const struct resolver *r, struct item *it)
{
	enum { EACH_WORDS = 3 };
	struct tokens *ts = r->tokens;
	size_t i = tokens_from(ts, it->end), nth = i ? i - 1 : 0;
	const struct morph_parse *each = NULL, *p;

	if (!i || !span_starts(span_sub(r->fold, it->start, it->end), SPAN("кажд")) ||
	    !(each = token_parse(ts, nth, M_ADJ | M_SING, 0)))
		return;
	for (size_t last = i + EACH_WORDS; i < last && token_is_word(ts, i) && ts->t[i].block == it->block; i++) {
		p = token_parse(ts, i, M_NOUN | M_SING, each->tags & M_CASES);
		if (p && !token_parse(ts, i, M_ADJ, 0)) {
			it->end = ts->t[i].end;
			return;
		}
		if (!token_parse(ts, i, M_ADJ | M_SING, each->tags & M_CASES))
			return;
	}
}

/* "three hours' pay", "45 days’ consultation": of what so long a time is. */
static void add_possessed(const struct resolver *r, struct doc *d, struct item *it)
{
	static const char *const signs[] = { "' ", "’ ", "'s ", "’s " };
	struct span behind = span_sub(r->fold, it->end, d->blocks[it->block].end);
	size_t i;

	for (size_t k = 0; k < sizeof signs / sizeof *signs; k++) {
		if (!span_starts(behind, span_of(signs[k])))
			continue;
		i = tokens_from(r->tokens, it->end + span_of(signs[k]).n);
		if (token_is_word(r->tokens, i) &&
		    !word_list_has(r->lists, WORDS_ENGLISH_STOP, token_fold(r->tokens, i)))
			it->end = r->tokens->t[i].end;
		return;
	}
}

void number_add_tail(const struct resolver *r, struct doc *d, struct item *it, struct span lang)
{
	add_up_to(r, d, it);
	add_per(r, d, it);
	if (span_is(jval_str(it->norm, "unit"), "часть") && span_starts(lang, SPAN("ru"))) {
		add_of(r, d, it);
		add_each(r, it);
	}
	if (span_starts(lang, SPAN("en"))) {
		if (span_is(jval_str(it->norm, "unit"), "share") || span_is(jval_str(it->norm, "unit"), "%"))
			add_of_english(r, d, it);
		add_possessed(r, d, it);
		return;
	}
	if (!span_is(jval_str(it->norm, "unit"), "%"))
		return;
	if (number_is_turkic(lang))
		add_whole(r, d, it);
	else
		add_of(r, d, it);
}

/* Roubles of a Belarusian document are Belarusian unless it says otherwise. */
static void local_money(struct doc *d, struct item *it, struct span text)
{
	struct span fold = span_sub(text, it->start, it->end);

	if (span_is(jval_str(d->meta, "country"), "BY") && span_is(jval_str(it->norm, "unit"), "RUB") &&
	    span_find(fold, SPAN("росс"), 0) == SPAN_NONE)
		jval_set_str(&d->arena, it->norm, "unit", SPAN("BYN"));
}

/* The lexicon of units calls things by their Russian names; Ukrainian and Belarusian have their own. */
static void local_unit(struct doc *d, struct item *it, struct span lang)
{
	static const struct {
		const char *ru, *uk, *be;
	} names[] = { { "человек", "людина", "чалавек" },
		      { "часть", "частина", "частка" },
		      { "килограмм", "кілограм", "кілаграм" },
		      { "километр", "кілометр", "кіламетр" },
		      { "литр", "літр", "літр" },
		      { "тонна", "тонна", "тона" },
		      { "голос", "голос", "голас" },
		      { "час", "година", "гадзіна" },
		      { "год", "рік", "год" },
		      { "месяц", "місяць", "месяц" },
		      { "неделя", "тиждень", "тыдзень" },
		      { "день", "день", "дзень" },
		      { "минута", "хвилина", "хвіліна" },
		      { "календарный день", "календарний день", "каляндарны дзень" },
		      { "рабочий день", "робочий день", "рабочы дзень" } };
	struct span unit = jval_str(it->norm, "unit");
	bool uk = span_starts(lang, SPAN("uk"));

	for (size_t i = 0; (uk || span_starts(lang, SPAN("be"))) && i < sizeof names / sizeof *names; i++)
		if (span_is(unit, names[i].ru))
			jval_set_str(&d->arena, it->norm, "unit", span_of(uk ? names[i].uk : names[i].be));
	if (span_starts(lang, SPAN("en")) && span_is(unit, "часть"))
		jval_set_str(&d->arena, it->norm, "unit", SPAN("share"));
	if (span_starts(lang, SPAN("en")) && span_is(unit, "голос"))
		jval_set_str(&d->arena, it->norm, "unit", SPAN("vote"));
	if (span_starts(unit, SPAN("ў"))) /* "80 удзельнікаў", behind a vowel "ўдзельнікаў" */
		jval_set_str(&d->arena, it->norm, "unit",
			     arena_printf(&d->arena, "у%.*s", (int)(unit.n - 2), unit.p + 2));
}

void number_name_locally(struct doc *d, struct item *it, struct span fold, struct span lang)
{
	local_money(d, it, fold);
	local_unit(d, it, lang);
}
