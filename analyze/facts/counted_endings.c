/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The counted noun in languages without a dictionary of ours: by endings, and by word forms (common/wordforms.h) where
 * they are installed. */
#include <string.h>

#include "counted_p.h"

enum { PRESENT_LEAST = 10, PAST_LEAST = 12 /* bytes */ };

static bool one_of(const struct tokens *ts, struct span word, enum word_use use)
{
	return word_list_has(ts->lists, use, word);
}

struct ending {
	const char *from, *to;
};

static const struct ending uk_endings[] = {
	{ "дітей", "дитина" },
	{ "людей", "людина" },
	{ "осіб", "особа" },
	{ "рад", "рада" },
	{ "сімей", "сім'я" },
	{ "сем'яў", "сям'я" },
	{ "нкоў", "нок" },
	{ "ткоў", "ток" },
	{ "дкоў", "док" },
	{ "дкаў", "дак" },
	{ "ткаў", "так" },
	{ "нкаў", "нак" },
	{ "ючих", "ючий" },
	{ "ячих", "ячий" },
	{ "аних", "аний" },
	{ "ених", "ений" },
	{ "лих", "лий" },
	{ "чкі", "чка" },
	{ "нікі", "нік" },
	{ "чалавекі", "чалавек" },
	{ "векі", "век" },
	{ "дкі", "дак" },
	{ "ткі", "так" },
	{ "ркі", "рка" },
	{ "ўкі", "ўка" },
	{ "лкі", "лка" },
	{ "дзяцей", "дзіця" },
	{ "абласцях", "вобласць" },
	{ "абласцей", "вобласць" },
	{ "вак", "ўка" },
	{ "ак", "ка" },
	{ "ників", "ник" },
	{ "нняў", "нне" },
	{ "ень", "ення" },
	{ "іях", "ія" },
	{ "ій", "ія" },
	{ "остей", "ість" },
	{ "областей", "область" },
	{ "ектів", "ект" },
	{ "ців", "ець" },
	{ "ів", "" },
	{ "ях", "я" },
	{ "ості", "ість" },
	{ "ей", "" },
	{ "ами", "а" },
	{ "ах", "а" },
	{ "ь", "ь" },
	{ "ок", "ка" },
	{ "оў", "" },
	{ "аў", "" },
	{ "цаў", "ц" },
	{ NULL, NULL },
};
static const struct ending kk_endings[] = {
	{ "белсенді", "белсенді" },
	{ "тың", "" },
	{ "тің", "" },
	{ "дың", "" },
	{ "дің", "" },
	{ "тагы", "" },
	{ "дагы", "" },
	{ "тағы", "" },
	{ "дағы", "" },
	{ "тегі", "" },
	{ "дегі", "" },
	{ "теги", "" },
	{ "деги", "" },
	{ "жыйын", "жыйын" },
	{ "жиын", "жиын" },
	{ "ысы", "ыс" },
	{ "ісі", "іс" },
	{ "кәсіпорын", "кәсіпорын" },
	{ "орын", "орын" },
	{ "оқиға", "оқиға" },
	{ "баға", "баға" },
	{ "апта", "апта" },
	{ "окуя", "окуя" },
	{ "дарды", "" },
	{ "ларды", "" },
	{ "лерді", "" },
	{ "дерді", "" },
	{ "ына", "" },
	{ "іне", "" },
	{ "ның", "" },
	{ "нің", "" },
	{ "ти", "" },
	{ "ди", "" },
	{ "ды", "" },
	{ "ді", "" },
	{ "ты", "" },
	{ "ті", "" },
	{ "ны", "" },
	{ "ні", "" },
	{ "ға", "" },
	{ "ге", "" },
	{ "қа", "" },
	{ "ке", "" },
	{ "да", "" },
	{ "де", "" },
	{ "та", "" },
	{ "те", "" },
	{ "ду", "" },
	{ "дү", "" },
	{ "дан", "" },
	{ "ден", "" },
	{ "тан", "" },
	{ "тен", "" },
	{ "нан", "" },
	{ "нен", "" },
	{ "дөн", "" },
	{ "дон", "" },
	{ "төн", "" },
	{ "тон", "" },
	{ "дун", "" },
	{ "дүн", "" },
	{ "дын", "" },
	{ "дин", "" },
	{ "тун", "" },
	{ "түн", "" },
	{ "тын", "" },
	{ "тин", "" },
	{ "нын", "" },
	{ "нин", "" },
	{ "ну", "" },
	{ "нү", "" },
	{ "нун", "" },
	{ "нүн", "" },
	{ "сү", "" },
	{ "сын", "" },
	{ "сін", "" },
	{ "ын", "ы" },
	{ "ін", "і" },
	{ "га", "" },
	{ "го", "" },
	{ "гө", "" },
	{ "ка", "" },
	{ NULL, NULL },
};
static const struct ending en_endings[] = {
	{ "ies", "y" },   { "sses", "ss" },        { "ches", "ch" },       { "shes", "sh" }, { "women", "woman" },
	{ "men", "man" }, { "children", "child" }, { "people", "person" }, { "ss", "ss" },   { "us", "us" },
	{ "s", "" },      { NULL, NULL },
};
static const char *const kk_adjectives[] = { "жазатайым", "жас", "жаш", "жаңы", "жаңа", "түк", "дүк", "лүк", "дук",
					     "лук",       "тук", "лық", "лік",  "дық",  "дік", "тық", "тік", "лык",
					     "лик",       "дык", "дик", "тык",  "тик",  "луу", "дуу", "кы",  "қы",
					     "дүү",       "кті", "қты", "ктуу", "ктүү", "лы",  "лі",  "уыш", "ыш",
					     "ғы",        "гі",  "лүү", "түү",  NULL };
static const char *const slavic_adjectives[] = { "их",  "ых",  "іх",  "ими", "ымі",  "ім",   "ым", "ага",
						 "ого", "ої",  "ий",  "ыя",  "ія",   "ая",   "яя", "нна",
						 "чна", "йна", "вна", "ьна", "ська", "цька", NULL };

static bool ends_with(struct span word, const char *const *list)
{
	for (; list && *list; list++)
		if (span_ends(word, span_of(*list)))
			return true;
	return false;
}

bool counted_is_slavic_adjective(struct span word)
{
	return word.n > 6 && ends_with(word, slavic_adjectives);
}

/* Ukrainian plurals in -і are adjectives where the dictionary says so: "смертельні"; "автомобілі" are things. */
static bool is_adjective(struct base_forms *base, struct span lang, struct span word)
{
	struct buf stem = { 0 };
	bool adjective;

	if (ends_with(word, slavic_adjectives))
		return true;
	if (!span_starts(lang, SPAN("uk")) || !span_ends(word, SPAN("і")) || word.n <= 6)
		return false;
	adjective = base && base_form(base, lang, word, &stem)
			    ? span_ends(buf_span(&stem), SPAN("ий")) || span_ends(buf_span(&stem), SPAN("ій"))
			    : span_ends(word, SPAN("ні")) || span_ends(word, SPAN("ькі"));
	buf_free(&stem);
	return adjective;
}

/* кәсіподақ белсендісін, кесиптик бирлик мүчөсү: the noun behind it belongs to the first one and is what is counted */
static bool is_possessed(const struct tokens *ts, size_t i)
{
	static const char *const endings[] = { "сі",   "сы",   "ісін",  "ысын",  "ісіне", "ысына", "сү", "су",
					       "лері", "лары", "сында", "сінде", "синде", "сүндө", NULL };

	return ts->t[i].end - ts->t[i].start > 10 && ends_with(token_fold(ts, i), endings);
}

/* "591 мың азаматтың жалақысы": the genitive ends what is counted. */
static bool is_turkic_genitive(struct span word)
{
	static const char *const endings[] = { "ның", "нің", "дың", "дің", "тың", "тің", "нын",
					       "нин", "дын", "дин", "тын", "тин", NULL };

	return ends_with(word, endings);
}

/* "250-ден астам жас қатысты.": a verb in the past closes the clause. */
static bool closes_with_verb(const struct tokens *ts, size_t i, size_t block_end)
{
	static const char *const past[] = { "ды", "ді", "ты", "ті", "ди", "ти", "ду", "дү", "ту", "тү", NULL };

	return ends_with(token_fold(ts, i), past) &&
	       (i + 1 >= ts->n || ts->t[i + 1].start >= block_end || token_is_mark(ts, i + 1, '.') ||
		token_is_mark(ts, i + 1, ',') || token_is_mark(ts, i + 1, ';'));
}

/* "312 загинуло", "3 загінулі", "40 працюють": a verb, of which nothing is counted. */
static bool is_slavic_verb(struct base_forms *base, struct span lang, struct span word)
{
	static const char *const past[] = { "ло", "ли", "ла", "лося", "лися", "лася", "лі", "ліся",
					    "в",  "ў",  "но", "то",   "на",   "та",   NULL };
	/* "11 задоволено": what was done to them; nothing else ends so in Ukrainian */
	static const char *const done[] = { "ано", "ено", "єно", "яно", NULL };
	static const char *const done_be[] = { "авана", "івана", "явана",  "едзена", "ўлена",  "волена",
					       "нена",  "шана",  "нанана", "рнута",  "несена", NULL };
	/* "4 980 працюють": no plural noun ends so */
	static const char *const present[] = { "ють", "уть", "ються", "уться", "яться", "аться", NULL };
	/* "7 загінулі": measures and things in -лі are short */
	static const char *const past_be[] = { "алі", "улі", "ылі", "елі", "ілі", "ялі", "ліся", NULL };
	static const char *const present_be[] = { "юць", "уць", "юцца", "уцца", "яцца", "ацца", NULL };
	struct buf stem = { 0 };
	bool verb;

	if (word.n > PRESENT_LEAST && ends_with(word, span_starts(lang, SPAN("uk")) ? present : present_be))
		return true;
	if (ends_with(word, span_starts(lang, SPAN("uk")) ? done : span_starts(lang, SPAN("be")) ? done_be : NULL))
		return true;
	if (span_starts(lang, SPAN("be")) && word.n > PAST_LEAST && ends_with(word, past_be) &&
	    !span_ends(word, SPAN("білі")))
		return true;
	if (!base || !ends_with(word, past) || !base_form(base, lang, word, &stem))
		return false;
	verb = span_starts(lang, SPAN("uk"))
		       ? span_ends(buf_span(&stem), SPAN("ти")) || span_ends(buf_span(&stem), SPAN("тися"))
		       : span_ends(buf_span(&stem), SPAN("ць")) && !span_ends(buf_span(&stem), SPAN("сць"));
	buf_free(&stem);
	return verb;
}

static void put_base(struct span word, const struct ending *e, struct buf *out)
{
	size_t shortest = e == en_endings ? 1 : 4; /* bytes of what is left */

	for (; e->from; e++) {
		struct span from = span_of(e->from);

		if (span_ends(word, from) && (word.n == from.n || word.n > from.n + shortest)) {
			buf_add(out, span_sub(word, 0, word.n - from.n));
			buf_puts(out, e->to);
			return;
		}
	}
	buf_add(out, word);
}

/*
 * The dictionary's form, or the one that the ending suggests: irregular plurals, and where the dictionary takes a
 * plural for a lemma (позовів).
 */
static void put_base_form(struct base_forms *base, struct span lang, struct span word, const struct ending *e,
			  struct buf *out)
{
	size_t before = out->n;

	for (const struct ending *whole = e; whole->from; whole++)
		if (span_is(word, whole->from)) {
			buf_puts(out, whole->to);
			return;
		}
	/* some entries of the dictionary are plurals: выпадкі */
	if (base && base_form(base, lang, word, out) && !span_eq(span_sub(buf_span(out), before, out->n), word) &&
	    !span_ends(buf_span(out), SPAN("кі")))
		return;
	out->n = before;
	put_base(word, e, out);
}

/* "5 abstained": a verb, not "120 registered unions". */
static bool is_past_tense(const struct tokens *ts, size_t i, size_t block_end)
{
	return span_ends(token_fold(ts, i), SPAN("ed")) &&
	       !(token_is_word(ts, i + 1) && ts->t[i + 1].start < block_end &&
		 !one_of(ts, token_fold(ts, i + 1), WORDS_ENGLISH_STOP));
}

/* "health and safety representatives": the plural noun stands right behind the second word. */
static bool joins_nouns(const struct tokens *ts, size_t i, size_t block_end)
{
	return token_is_word(ts, i + 1) && token_is_word(ts, i + 2) && ts->t[i + 2].start < block_end &&
	       !span_ends(token_fold(ts, i + 1), SPAN("s")) && span_ends(token_fold(ts, i + 2), SPAN("s"));
}

/* "шматдзетных" → "шматдзетны", "віддалених" → "віддалений" */
static void put_adjective(struct span word, bool ukrainian, struct buf *out)
{
	static const struct ending uk[] = { { "них", "ний" }, { "их", "ий" }, { "іх", "ій" }, { NULL, NULL } };
	static const struct ending be[] = {
		{ "кіх", "кі" }, { "гіх", "гі" }, { "ых", "ы" }, { "іх", "і" }, { NULL, NULL }
	};

	put_base(word, ukrainian ? uk : be, out);
}

/* An adjective before the noun it agrees with, and a blank; plain: the language leaves it as it is printed. */
static void put_attribute(struct base_forms *base, bool plain, struct span lang, struct span word, struct span noun,
			  struct buf *unit)
{
	struct buf adjective = { 0 };

	if (plain) {
		buf_add(unit, word);
	} else {
		if (!base || !base_form(base, lang, word, &adjective))
			put_adjective(word, span_starts(lang, SPAN("uk")), &adjective);
		base_adjective(lang, buf_span(&adjective), noun, unit);
	}
	buf_putc(unit, ' ');
	buf_free(&adjective);
}

/*
 * "Кеңестің 27 мүшесі", "ЖЧКсынын 236 кызматкерине": whose they are is said before the figure, and the noun leans on
 * it; what is counted is the bare noun. Empty: nothing is leant on.
 */
static struct span without_owner(const struct tokens *ts, size_t noun)
{
	static const char *const leaning[] = { "сінің", "сының", "синин", "сынын", "сунун", "сүнүн", "сіне",  "сына",
					       "сине",  "суна",  "сүнө",  "сінде", "сында", "синде", "сунда", "сүндө",
					       "сін",   "сын",   "син",   "сун",   "сүн",   "інің",  "ының",  "инин",
					       "ынын",  "унун",  "үнүн",  "іне",   "ына",   "ине",   "уна",   "үнө",
					       "інде",  "ында",  "инде",  "унда",  "үндө",  "сі",    "сы",    "си",
					       "су",    "сү",    "ін",    "ын",    "ин",    "ун",    "үн",    "і",
					       "ы",     "и",     "у",     "ү",     NULL };
	enum { NOUN_LEAST = 6 /* bytes of what is left */ };
	struct span word = token_fold(ts, noun);
	size_t number = noun;

	while (number > 0 && ts->t[number - 1].kind == TOKEN_NUMBER && ts->t[number - 1].block == ts->t[noun].block)
		number--;
	if (number == noun || number == 0 || !token_is_word(ts, number - 1) ||
	    !is_turkic_genitive(token_fold(ts, number - 1)) || ts->t[number - 1].block != ts->t[noun].block)
		return (struct span){ 0 };
	for (const char *const *e = leaning; *e; e++)
		if (span_ends(word, span_of(*e)) && word.n >= span_of(*e).n + NOUN_LEAST)
			return span_sub(word, 0, word.n - span_of(*e).n);
	return (struct span){ 0 };
}

struct counted counted_by_endings(struct tokens *ts, struct base_forms *base, size_t i, size_t block_end,
				  struct span lang)
{
	bool english = span_starts(lang, SPAN("en"));
	bool turkic = span_starts(lang, SPAN("kk")) || span_starts(lang, SPAN("ky"));
	const struct ending *endings = english ? en_endings : turkic ? kk_endings : uk_endings;
	struct counted c = { 0 };
	struct buf unit = { 0 }, noun = { 0 };
	size_t first = i, adjectives = 0;

	for (; adjectives < 4; i++, adjectives++) {
		struct span word;
		bool adjective;

		if (!token_is_word(ts, i) || ts->t[i].start >= block_end)
			break;
		word = token_fold(ts, i);
		if (turkic && one_of(ts, word, WORDS_CHANGE_VERB))
			break;
		if (english && adjectives && span_is(word, "and") && joins_nouns(ts, i, block_end))
			continue;
		if (english ? one_of(ts, word, WORDS_ENGLISH_STOP) || is_past_tense(ts, i, block_end) : word.n < 4)
			break;
		if (!english && !turkic && !adjectives && is_slavic_verb(base, lang, word)) {
			c.verb = true;
			break;
		}
		if (english && adjectives == 0 && span_is(word, "ones"))
			break;
		adjective = token_is_word(ts, i + 1) && ts->t[i + 1].start < block_end &&
			    (english ? (!span_ends(word, SPAN("s")) || span_ends(word, SPAN("ss"))) &&
					       !one_of(ts, word, WORDS_ENGLISH_PLURAL) && adjectives < 3
				     : (turkic ? ends_with(word, kk_adjectives) : is_adjective(base, lang, word)) &&
					       !counted_is_function_word(ts, i + 1) &&
					       (turkic || !is_slavic_verb(base, lang, token_fold(ts, i + 1))));
		if (adjective && !(turkic && closes_with_verb(ts, i + 1, block_end)))
			continue;
		if (english ? adjectives && span_is(word, "ones")
			    : !turkic && word.n > 6 && is_adjective(base, lang, word) &&
				      !one_of(ts, word, WORDS_PERSON_ADJECTIVE) &&
				      !(token_is_word(ts, i + 1) && ts->t[i + 1].start < block_end)) {
			c.kind = COUNTED_ADJ; /* "5 смертельних": of what was counted before */
			c.end = ts->t[i].end;
			c.unit = word;
			break;
		}
		if (turkic && !is_turkic_genitive(word) && token_is_word(ts, i + 1) && ts->t[i + 1].start < block_end &&
		    !counted_is_function_word(ts, i + 1) &&
		    (is_possessed(ts, i + 1) || one_of(ts, word, WORDS_KIND_NOUN))) {
			buf_add(&noun, word);
			buf_putc(&noun, ' ');
			word = token_fold(ts, ++i);
			first = i;
		}
		if (turkic && first == i && !noun.n && without_owner(ts, i).n)
			buf_add(&noun, without_owner(ts, i));
		else
			put_base_form(english || turkic ? NULL : base, lang, word, endings, &noun);
		c.kind = COUNTED_NOUN;
		c.end = ts->t[i].end;
		break;
	}
	if (c.kind == COUNTED_NOUN) {
		for (; first < i; first++) {
			if (one_of(ts, token_fold(ts, first), WORDS_AS_MANY_MORE)) /* "five more countries" */
				continue;
			put_attribute(english || turkic ? NULL : base, english || turkic, lang, token_fold(ts, first),
				      buf_span(&noun), &unit);
		}
		buf_add(&unit, buf_span(&noun));
		c.unit = arena_dup(ts->arena, buf_span(&unit));
	}
	buf_free(&unit);
	buf_free(&noun);
	return c;
}
