/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The counted noun behind a numeral, found by agreement. */
#include "counted.h"

#include <math.h>
#include <string.h>

#include "counted_p.h"
#include "utf8.h"

enum { ADJECTIVES = 6, COUNTED_WORDS = 7, LISTED_BYTES = 5, OBLIQUE = M_DAT | M_INS | M_LOC };

/* Is token i in that list of rules/lexicon/words.tsv? */
static bool listed(const struct tokens *ts, size_t i, enum word_use use)
{
	return word_list_has(ts->lists, use, token_fold(ts, i));
}

/* ---- what a Russian numeral asks of its noun ---- */

struct asks {
	unsigned number; /* of the noun where it stands in the genitive or agrees */
	unsigned cases;  /* of the noun in that number */
	bool plural_too; /* in oblique cases numeral and noun agree in the plural */
};

static struct asks asks_of(double value)
{
	long long n = (long long)fabs(value);

	if (value != floor(value))
		return (struct asks){ M_SING, M_GEN, true };
	if (n % 10 == 1 && n % 100 != 11)
		return (struct asks){ M_SING, M_NOM | M_GEN | M_DAT | M_ACC | M_INS | M_LOC, n != 1 };
	if (n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 12 || n % 100 > 14))
		return (struct asks){ M_SING, M_GEN, true };
	return (struct asks){ M_PLUR, M_GEN | OBLIQUE, false };
}

static bool fits(const struct asks *a, unsigned tags)
{
	if ((tags & a->number) && (tags & a->cases))
		return true;
	return a->plural_too && (tags & M_PLUR) && (tags & (M_GEN | OBLIQUE));
}

static const struct morph_parse *noun_parse(struct tokens *ts, size_t i, const struct asks *a, bool *other_number)
{
	const struct token_info *info = token_info(ts, i);

	*other_number = false;
	for (size_t k = 0; k < info->n; k++) {
		unsigned t = info->parse[k].tags;

		if (!(t & M_NOUN) || (t & (M_NAME | M_PATR | M_SURN)))
			continue;
		if (fits(a, t))
			return &info->parse[k];
		*other_number |=
			(t & (M_SING | M_GEN)) == (M_SING | M_GEN) || (t & (M_SING | M_NOM)) == (M_SING | M_NOM);
	}
	return NULL;
}

/* An adjective or participle in a case that may stand behind a numeral. */
static const struct morph_parse *adjective_parse(struct tokens *ts, size_t i)
{
	const struct token_info *info = token_info(ts, i);

	for (size_t k = 0; k < info->n; k++) {
		unsigned t = info->parse[k].tags;

		if ((t & M_ADJ) && !(t & M_PRON))
			return &info->parse[k];
	}
	return NULL;
}

/* ---- the unit's name ---- */

static void put_part(struct tokens *ts, struct span word, unsigned want, struct buf *out)
{
	struct morph_parse p[MORPH_MAX];
	size_t n = morph_parses(ts->morph, word, p);

	for (size_t i = 0; i < n; i++)
		if ((p[i].tags & M_NOUN) && morph_inflect(ts->morph, word, &p[i], want, out))
			return;
	buf_add(out, word);
}

/* Both halves of a compound decline: семинаров-совещаний. */
static void put_noun(struct tokens *ts, size_t i, const struct morph_parse *p, struct buf *out)
{
	struct span word = token_fold(ts, i);
	size_t dash = span_find_char(word, '-', 0);

	if (dash != SPAN_NONE && dash > 6 && word.n - dash > 6) {
		put_part(ts, span_sub(word, 0, dash), M_NOM | M_SING, out);
		buf_putc(out, '-');
		put_part(ts, span_sub(word, dash + 1, word.n), M_NOM | M_SING, out);
	} else if (span_is(word, "статей")) { /* of a paper; the dictionary has стать first */
		buf_puts(out, "статья");
	} else if (!morph_inflect(ts->morph, word, p, M_NOM | M_SING, out)) {
		morph_lemma(ts->morph, word, p, out);
	}
}

static void put_adjective(struct tokens *ts, size_t i, unsigned gender, struct buf *out)
{
	const struct morph_parse *p = adjective_parse(ts, i);

	if (!p || !morph_inflect(ts->morph, token_fold(ts, i), p, M_NOM | M_SING | (gender ? gender : M_MASC), out))
		buf_add(out, token_fold(ts, i));
	buf_putc(out, ' ');
}

static struct span unit_name(struct tokens *ts, size_t first, size_t noun, const struct morph_parse *p, bool plain)
{
	struct buf b = { 0 };
	struct span s;

	for (size_t i = first; plain && i < noun; i++)
		if (!listed(ts, i, WORDS_EMPTY_ADJECTIVE) || span_starts(token_fold(ts, i), SPAN("первичн")))
			put_adjective(ts, i, p->tags & M_GENDERS, &b);
	put_noun(ts, noun, p, &b);
	s = arena_dup(ts->arena, buf_span(&b));
	buf_free(&b);
	return s;
}

struct span counted_name(struct tokens *ts, size_t first, size_t noun, const struct morph_parse *p)
{
	return unit_name(ts, first, noun, p, true);
}

/* ---- Russian ---- */

/* "150 уполномоченных", "186 тыс. работающих": a participle or adjective that has become a noun for people. */
static bool names_people(struct tokens *ts, size_t i)
{
	return listed(ts, i, WORDS_PEOPLE) && adjective_parse(ts, i);
}

static bool is_joint(const struct tokens *ts, size_t i)
{
	static const char *const conj[] = { "и", "или", NULL };

	return token_is_mark(ts, i, ',') || (token_is_word(ts, i) && token_in(ts, i, conj));
}

/* "17 новых", "9 крупных": an adjective that the dictionary also knows as a thing; people are nouns. */
static bool stands_for_noun(struct tokens *ts, size_t i, const struct morph_parse *p)
{
	return !(p->tags & M_ANIM) && adjective_parse(ts, i) && !names_people(ts, i);
}

static struct span joined(struct tokens *ts, struct span a, const char *between, struct span b)
{
	return arena_printf(ts->arena, "%.*s%s%.*s", SPAN_ARG(a), between, SPAN_ARG(b));
}

/* "7 видам спорта", "9 станциях метро": the noun alone would say nothing. */
static bool add_kind(struct tokens *ts, size_t i, size_t block_end, struct counted *c)
{
	static const char *const kinds[] = { "вид", "станция", "тип", "единица" };
	bool kind = false;

	for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
		kind |= span_is(c->unit, kinds[k]);
	if (!kind || !token_is_word(ts, i + 1) || ts->t[i + 1].start >= block_end || ts->t[i + 1].cap ||
	    listed(ts, i + 1, WORDS_FUNCTION) || !token_parse(ts, i + 1, M_NOUN | M_GEN, 0))
		return false;
	c->unit = joined(ts, c->unit, " ", token_fold(ts, i + 1));
	c->end = ts->t[i + 1].end;
	return true;
}

/* "158 представлений и рекомендаций": a second noun of the same case and number, and nothing that belongs to it. */
static void add_second(struct tokens *ts, size_t i, const struct morph_parse *first, size_t block_end,
		       struct counted *c)
{
	unsigned want = M_NOUN | M_PLUR | (first->tags & (M_GEN | OBLIQUE));
	const struct morph_parse *p;
	struct buf b = { 0 };

	if (!(first->tags & M_PLUR) || !token_is(ts, i + 1, "и") || !token_is_word(ts, i + 2) ||
	    ts->t[i + 2].start >= block_end || ts->t[i + 2].cap || utf8_count(token_fold(ts, i + 2)) < 3 ||
	    token_parse(ts, i + 2, M_ADJ, 0)) /* "в 6 областях и г. Минске" */
		return;
	p = token_parse(ts, i + 2, want, 0);
	if (!p || (p->tags & M_ANIM) != (first->tags & M_ANIM) ||
	    (token_is_word(ts, i + 3) && ts->t[i + 3].start < block_end && token_parse(ts, i + 3, M_NOUN | M_GEN, 0) &&
	     !listed(ts, i + 3, WORDS_FUNCTION)))
		return;
	put_noun(ts, i + 2, p, &b);
	c->unit = joined(ts, c->unit, " и ", buf_span(&b));
	c->end = ts->t[i + 2].end;
	buf_free(&b);
}

/* "экономически активных": an adverb that says how its adjective is. */
static bool qualifies(struct tokens *ts, size_t i)
{
	return span_ends(token_fold(ts, i), SPAN("ски")) && !adjective_parse(ts, i) &&
	       tokens_same_block(ts, i, i + 1) && token_is_word(ts, i + 1) && adjective_parse(ts, i + 1);
}

static struct counted russian(struct tokens *ts, size_t i, size_t block_end, double value)
{
	struct counted c = { 0 };
	struct asks asks = asks_of(value);
	size_t first = i, adjectives = 0;
	bool plain = true, among = false, other;

	for (; i < ts->n && ts->t[i].start < block_end && adjectives <= ADJECTIVES; i++) {
		const struct morph_parse *p;

		if (token_is_mark(ts, i, '"') && i == first && token_is_word(ts, i + 1)) {
			first++;
			continue;
		}
		if (adjectives && is_joint(ts, i) && token_is_word(ts, i + 1) && adjective_parse(ts, i + 1)) {
			plain = false;
			continue;
		}
		if (!token_is_word(ts, i) || utf8_count(token_fold(ts, i)) < 3)
			break;
		p = noun_parse(ts, i, &asks, &other);
		if (p && span_starts(token_fold(ts, i), SPAN("соглашен"))) /* отраслевых, территориальных: its kinds */
			plain = true;
		if (p && (!adjective_parse(ts, i) || !token_is_word(ts, i + 1) || ts->t[i + 1].start >= block_end)) {
			struct buf b = { 0 };

			c.kind = stands_for_noun(ts, i, p) ? COUNTED_ADJ : COUNTED_NOUN;
			c.end = ts->t[i].end;
			c.unit = unit_name(ts, first, i, p, plain && adjectives <= 3 && !(among && adjectives > 1));
			if (c.kind == COUNTED_NOUN && !add_kind(ts, i, block_end, &c))
				add_second(ts, i, p, block_end, &c);
			morph_lemma(ts->morph, token_fold(ts, i), p, &b);
			c.label = i == first && word_list_has(ts->lists, WORDS_NUMBERED, buf_span(&b));
			if ((p->tags & M_SING) && c.label)
				c.kind = COUNTED_LABEL;
			buf_free(&b);
			return c;
		}
		if (qualifies(ts, i)) /* "экономически активных граждан" */
			continue;
		if (listed(ts, i, WORDS_CIRCUMSTANCE))
			plain = false;
		among |= listed(ts, i, WORDS_CIRCUMSTANCE_AMONG);
		if (!adjective_parse(ts, i) && !listed(ts, i, WORDS_CIRCUMSTANCE) &&
		    !listed(ts, i, WORDS_EMPTY_ADJECTIVE)) {
			if (i == first && other)
				c.kind = COUNTED_LABEL;
			/* a noun in the wrong number behind adjectives: a slip of the writer */
			if (adjectives && other && (p = token_parse(ts, i, M_NOUN, M_GEN)) != NULL) {
				c.kind = COUNTED_NOUN;
				c.end = ts->t[i].end;
				c.unit = unit_name(ts, first, i, p, plain && adjectives <= 2);
				return c;
			}
			break;
		}
		adjectives++;
		c = (struct counted){ .kind = COUNTED_ADJ, .end = ts->t[i].end };
		if (names_people(ts, i)) {
			struct buf b = { 0 };

			for (size_t k = first; k < i && plain && adjectives == i - first + 1;
			     k++) /* "молодых рабочих" */
				if (!listed(ts, k, WORDS_EMPTY_ADJECTIVE))
					put_adjective(ts, k, M_MASC, &b);
			put_adjective(ts, i, M_MASC, &b);
			c.kind = COUNTED_NOUN;
			c.unit = arena_dup(ts->arena, span_trim(buf_span(&b)));
			buf_free(&b);
		}
	}
	return c;
}

bool counted_is_function_word(const struct tokens *ts, size_t i)
{
	return i < ts->n && listed(ts, i, WORDS_FUNCTION);
}

struct counted counted_after(struct tokens *ts, struct base_forms *base, size_t at, size_t block_end, double value,
			     struct span lang)
{
	size_t i = tokens_from(ts, at);
	bool russian_text = !lang.n || span_starts(lang, SPAN("ru"));

	if (token_is_mark(ts, i, '(')) { /* 10 (десяти) дней */
		size_t close = i + 1;

		while (token_is_word(ts, close))
			close++;
		if (close > i + 1 && token_is_mark(ts, close, ')'))
			i = close + 1;
	}
	if (i >= ts->n || ts->t[i].start >= block_end || (token_is_word(ts, i) && counted_is_function_word(ts, i)))
		return (struct counted){ 0 };
	return russian_text ? russian(ts, i, block_end, value) : counted_by_endings(ts, base, i, block_end, lang);
}

static bool is_adjective(struct tokens *ts, size_t i, bool russian_text)
{
	if (!token_is_word(ts, i))
		return false;
	return russian_text ? adjective_parse(ts, i) != NULL : counted_is_slavic_adjective(token_fold(ts, i));
}

/* The figure of token i: the last three digits are enough for agreement. */
static double figure_at(const struct tokens *ts, size_t i)
{
	struct span s = token_fold(ts, i);
	double v = 0;

	for (size_t k = s.n > 3 ? s.n - 3 : 0; k < s.n; k++)
		if (s.p[k] >= '0' && s.p[k] <= '9')
			v = v * 10 + (s.p[k] - '0');
	return v;
}

static struct span joined_unit(struct tokens *ts, struct base_forms *base, size_t adjective, const struct counted *noun,
			       struct span lang, bool russian_text)
{
	size_t space = noun->unit.n;
	struct buf b = { 0 };
	struct span head, s;

	while (space > 0 && noun->unit.p[space - 1] != ' ')
		space--;
	head = span_sub(noun->unit, space, noun->unit.n);
	if (russian_text) {
		struct morph_parse p[MORPH_MAX];

		put_adjective(ts, adjective, morph_parses(ts->morph, head, p) ? p[0].tags & M_GENDERS : 0, &b);
	} else {
		struct buf base_adj = { 0 };

		if (base && base_form(base, lang, token_fold(ts, adjective), &base_adj))
			base_adjective(lang, buf_span(&base_adj), head, &b);
		else
			buf_add(&b, token_fold(ts, adjective));
		buf_putc(&b, ' ');
		buf_free(&base_adj);
	}
	buf_add(&b, head);
	s = arena_dup(ts->arena, buf_span(&b));
	buf_free(&b);
	return s;
}

static bool is_year(const struct tokens *ts, size_t i)
{
	struct span s = token_fold(ts, i);

	return ts->t[i].kind == TOKEN_NUMBER && s.n == 4 && (span_starts(s, SPAN("20")) || span_starts(s, SPAN("19")));
}

/* "50, 55 и 60 лет": bare figures, and the noun behind the last one; it stays outside the first. */
static struct counted counted_last(struct tokens *ts, struct base_forms *base, size_t at, size_t i, size_t block_end,
				   struct span lang)
{
	struct counted c = { 0 };

	while (i + 1 < ts->n && ts->t[i].start < block_end && !is_year(ts, i + 1) &&
	       (token_is_mark(ts, i, ',') || (token_is_word(ts, i) && listed(ts, i, WORDS_LAST_FIGURE))) &&
	       ts->t[i + 1].kind == TOKEN_NUMBER && ts->t[i + 1].end - ts->t[i + 1].start < LISTED_BYTES) {
		c = counted_after(ts, base, ts->t[i + 1].end, block_end, figure_at(ts, i + 1), lang);
		i += 2;
	}
	if (c.kind != COUNTED_NOUN || c.label)
		return (struct counted){ 0 };
	c.end = at;
	return c;
}

struct counted counted_ahead(struct tokens *ts, struct base_forms *base, size_t at, size_t block_end, struct span lang)
{
	bool russian_text = !lang.n || span_starts(lang, SPAN("ru"));
	size_t first = tokens_from(ts, at), i = first + 1;
	struct counted c;

	if (first >= ts->n || ts->t[first].start >= block_end)
		return (struct counted){ 0 };
	if (!is_adjective(ts, first, russian_text))
		return counted_last(ts, base, at, first, block_end, lang);
	for (size_t lists = 0; lists < ADJECTIVES; lists++) {
		size_t joints = i;

		while (token_is_mark(ts, i, ',') || (token_is_word(ts, i) && listed(ts, i, WORDS_NEXT_FIGURE)))
			i++;
		if (i == joints || i >= ts->n || ts->t[i].kind != TOKEN_NUMBER || ts->t[i].start >= block_end)
			break;
		while (i + 1 < ts->n && ts->t[i + 1].kind == TOKEN_NUMBER)
			i++;
		c = counted_after(ts, base, ts->t[i].end, block_end, figure_at(ts, i), lang);
		if (c.kind == COUNTED_NOUN) {
			c.unit = joined_unit(ts, base, first, &c, lang, russian_text);
			c.end = ts->t[first].end;
			return c;
		}
		if (!is_adjective(ts, ++i, russian_text))
			break;
		i++;
	}
	return (struct counted){ 0 };
}

/* What may stand before a noun phrase that opens its clause. */
static bool opens_clause(const struct tokens *ts, size_t first, bool comma)
{
	return first == 0 || ts->t[first - 1].block != ts->t[first].block ||
	       (ts->t[first - 1].kind == TOKEN_MARK && (comma || ts->t[first - 1].mark != ',')) ||
	       listed(ts, first - 1, WORDS_BEFORE_COUNTED);
}

/* "Членских организаций стало 17": a verb or a short participle. */
static bool is_deed(struct tokens *ts, size_t i)
{
	return token_is_word(ts, i) && (token_parse(ts, i, M_VERB, 0) || token_parse(ts, i, M_ADJ_SHORT, 0));
}

/* жінок, працівників, ткачоў, асоб */
static bool is_genitive_plural(struct span word)
{
	static const char *const endings[] = { "ів", "їв", "ей",   "ок",  "ек", "ень", "осіб", "аў",
					       "яў", "оў", "асоб", "цэй", "ак", "ых",  "ёў" };

	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
		if (span_ends(word, span_of(endings[i])))
			return utf8_count(word) > 3;
	return false;
}

struct span counted_before_slavic(struct tokens *ts, struct base_forms *base, size_t start, struct span lang)
{
	size_t i = tokens_from(ts, start), noun = i - 2, first = i - 2;
	struct counted c;

	if (i < 2 || !(token_is_mark(ts, i - 1, ':') || (token_is_mark(ts, i - 1, '-') && !ts->t[i - 1].glued)) ||
	    !tokens_same_block(ts, noun, i) || !token_is_word(ts, noun) || !is_genitive_plural(token_fold(ts, noun)))
		return (struct span){ 0 };
	while (first > 0 && token_is_word(ts, first - 1) && tokens_same_block(ts, first - 1, noun) &&
	       counted_is_slavic_adjective(token_fold(ts, first - 1)))
		first--;
	if (!opens_clause(ts, first, true))
		return (struct span){ 0 };
	c = counted_after(ts, base, ts->t[first].start, ts->t[noun].end, 5, lang);
	return c.kind == COUNTED_NOUN && c.end == ts->t[noun].end && !span_eq(c.unit, token_fold(ts, noun))
		       ? c.unit
		       : (struct span){ 0 };
}

struct span counted_before(struct tokens *ts, size_t start, bool comma)
{
	size_t i = tokens_from(ts, start), noun, first;
	const struct morph_parse *p;
	struct buf b = { 0 };
	struct span unit;

	if (i < 2 ||
	    !(token_is_mark(ts, i - 1, ':') || (token_is_mark(ts, i - 1, '-') && !ts->t[i - 1].glued) ||
	      is_deed(ts, i - 1)) ||
	    !tokens_same_block(ts, i - 2, i))
		return (struct span){ 0 };
	for (noun = i - 2; noun > 0 && token_is_word(ts, noun) && i - noun < COUNTED_WORDS; noun--) {
		for (first = noun;
		     first > 0 && is_adjective(ts, first - 1, true) && token_parse(ts, first - 1, M_GEN | M_PLUR, 0);)
			first--;
		p = utf8_count(token_fold(ts, noun)) > 2 ? token_parse(ts, noun, M_NOUN | M_GEN | M_PLUR, 0) : NULL;
		if (p && opens_clause(ts, first, comma)) {
			for (size_t k = first; k < noun; k++)
				if (!listed(ts, k, WORDS_EMPTY_ADJECTIVE) ||
				    span_starts(token_fold(ts, k), SPAN("первичн")))
					put_adjective(ts, k, p->tags & M_GENDERS, &b);
			put_noun(ts, noun, p, &b);
			unit = arena_dup(ts->arena, buf_span(&b));
			buf_free(&b);
			return unit;
		}
		if (!token_parse(ts, noun, M_GEN, 0))
			break;
	}
	return (struct span){ 0 };
}
