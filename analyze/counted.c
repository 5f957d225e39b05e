/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The counted noun behind a numeral, found by agreement. */
#include "counted.h"

#include <math.h>
#include <string.h>

#include "utf8.h"

enum { ADJECTIVES = 6, OBLIQUE = M_DAT | M_INS | M_LOC };

/* Adjectives that tell where or how, not what is counted; with one of them the noun alone is the unit. */
static const char *const loose[] = { "международн", "зарубежн",  "различн", "разн",  "совместн", "обучающ",
				     "отраслев",    "иностранн", "онлайн",  "крупн", NULL };

/* Those that say nothing of the thing at all are left out of the unit. */
static const char *const empty[] = { "друг",    "указанн", "данн", "люб",  "подобн",       "нов",     "всех",
				     "последн", "перв",    "так",  "эт",   "дополнительн", "остальн", "прочи",
				     "наш",     "сво",     "их",   "кажд", "очередн",      NULL };

/* Things that are numbered rather than counted when they stand in the singular. */
static const char *const labels[] = { "уровень",    "этап",  "раздел",  "разряд", "класс",  "категория",
				      "тур",        "место", "степень", "сорт",   "курс",   "очередь",
				      "статья",     "пункт", "глава",   "часть",  "группа", "подпункт",
				      "приложение", "созыв", "абзац",   NULL };

static bool listed(struct span word, const char *const *list, bool prefix)
{
	for (; *list; list++)
		if (prefix ? span_starts(word, span_of(*list)) : span_is(word, *list))
			return true;
	return false;
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
		if (!listed(token_fold(ts, i), empty, true) || span_starts(token_fold(ts, i), SPAN("первичн")))
			put_adjective(ts, i, p->tags & M_GENDERS, &b);
	put_noun(ts, noun, p, &b);
	s = arena_dup(ts->arena, buf_span(&b));
	buf_free(&b);
	return s;
}

/* ---- Russian ---- */

/* "150 уполномоченных", "186 тыс. работающих": a participle or adjective that has become a noun for people. */
static bool names_people(struct tokens *ts, size_t i)
{
	static const char *const stems[] = { "уполномоченн",
					     "безработн",
					     "рабоч",
					     "взросл",
					     "больн",
					     "доверенн",
					     "осужденн",
					     "задержанн",
					     "арестованн",
					     "раненн",
					     "заболевш",
					     "освобожденн",
					     "застрахованн",
					     "уволенн",
					     "занят",
					     "делегированн",
					     "нанят",
					     "опрошенн",
					     "обученн",
					     "оздоровленн",
					     "охваченн",
					     "работающ",
					     "неработающ",
					     "учащи",
					     "обучающихся",
					     "трудящ",
					     "служащ",
					     "нуждающ",
					     "голосующ",
					     "участвующ",
					     "присутствующ",
					     "выступающ",
					     "проживающ",
					     "бастующ",
					     "пострадавш",
					     "погибш",
					     "проголосовавш",
					     "выступивш",
					     "прибывш",
					     "трудоустроенн",
					     "командированн",
					     "награжденн",
					     NULL };

	return listed(token_fold(ts, i), stems, true) && adjective_parse(ts, i);
}

static bool is_joint(const struct tokens *ts, size_t i)
{
	static const char *const conj[] = { "и", "или", NULL };

	return token_is_mark(ts, i, ',') || (token_is_word(ts, i) && token_in(ts, i, conj));
}

static struct counted russian(struct tokens *ts, size_t i, size_t block_end, double value)
{
	struct counted c = { 0 };
	struct asks asks = asks_of(value);
	size_t first = i, adjectives = 0;
	bool plain = true, other;

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
		if (p && (!adjective_parse(ts, i) || !token_is_word(ts, i + 1) || ts->t[i + 1].start >= block_end)) {
			struct buf b = { 0 };

			c.kind = COUNTED_NOUN;
			c.end = ts->t[i].end;
			c.unit = unit_name(ts, first, i, p, plain && adjectives <= 2);
			morph_lemma(ts->morph, token_fold(ts, i), p, &b);
			c.label = listed(buf_span(&b), labels, false);
			if ((p->tags & M_SING) && c.label)
				c.kind = COUNTED_LABEL;
			buf_free(&b);
			return c;
		}
		if (listed(token_fold(ts, i), loose, true))
			plain = false;
		if (!adjective_parse(ts, i) && !listed(token_fold(ts, i), loose, true) &&
		    !listed(token_fold(ts, i), empty, true)) {
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

			put_adjective(ts, i, M_MASC, &b);
			c.kind = COUNTED_NOUN;
			c.unit = arena_dup(ts->arena, span_trim(buf_span(&b)));
			buf_free(&b);
		}
	}
	return c;
}

/* ---- languages without a dictionary ---- */

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
	{ "дкаў", "дак" },
	{ "ткаў", "так" },
	{ "нкаў", "нак" },
	{ "ючих", "ючий" },
	{ "ячих", "ячий" },
	{ "аних", "аний" },
	{ "ених", "ений" },
	{ "лих", "лий" },
	{ "чкі", "чка" },
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
					     "лы",        "лі",  "уыш", "ыш",   "ғы",   "гі",  "лүү", "түү", NULL };
static const char *const slavic_adjectives[] = { "их",  "ых",  "іх", "ими", "ымі", "ім", "ым",
						 "ага", "ого", "ої", "і",   "ыя",  "ія", NULL };

/* English words that no counted thing contains: behind one of them a figure has no noun of its own. */
static const char *const english_stops[] = {
	"a",      "an",    "the",    "of",      "in",      "on",     "at",    "by",    "to",    "from",   "with",
	"for",    "as",    "than",   "and",     "or",      "but",    "not",   "who",   "which", "that",   "this",
	"per",    "under", "over",   "is",      "are",     "was",    "were",  "be",    "has",   "have",   "had",
	"may",    "might", "can",    "could",   "shall",   "should", "will",  "must",  "would", "during", "without",
	"within", "after", "before", "between", "among",   "since",  "until", "while", "when",  "if",     "so",
	"all",    "each",  "into",   "through", "against", "about",  NULL,
};
/* Plurals without s. */
static const char *const english_plurals[] = { "people", "women", "men", "children", "staff", "personnel", NULL };

static bool ends_with(struct span word, const char *const *list)
{
	for (; *list; list++)
		if (span_ends(word, span_of(*list)))
			return true;
	return false;
}

/* кәсіподақ белсендісін, кесиптик бирлик мүчөсү: the noun behind it belongs to the first one and is what is counted */
static bool is_possessed(const struct tokens *ts, size_t i)
{
	static const char *const endings[] = { "сі", "сы", "ісін", "ысын", "ісіне", "ысына",
					       "сү", "су", "лері", "лары", NULL };

	return ts->t[i].end - ts->t[i].start > 10 && ends_with(token_fold(ts, i), endings);
}

/* "еңбек инспекторы", "эмгек шарты": the first noun tells of what kind the second is. */
static bool is_kind_noun(struct span word)
{
	static const char *const kinds[] = { "еңбек",    "кәсіподақ", "жұмыс",    "оқу",    "құқық", "өндіріс",
					     "мемлекет", "жер",       "заң",      "мыйзам", "эмгек", "иш",
					     "окуу",     "өндүрүш",   "мамлекет", NULL };

	return listed(word, kinds, false);
}

/* "312 загинуло", "3 загінулі": a verb in the past, of which nothing is counted. */
static bool is_past_verb(struct base_forms *base, struct span lang, struct span word)
{
	static const char *const past[] = { "ло", "ли", "ла", "лося", "лися", "лася", "лі", "ліся", "в", "ў", NULL };
	struct buf stem = { 0 };
	bool verb;

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
		 !listed(token_fold(ts, i + 1), english_stops, false));
}

/* "health and safety representatives": the plural noun stands right behind the second word. */
static bool joins_nouns(const struct tokens *ts, size_t i, size_t block_end)
{
	return token_is_word(ts, i + 1) && token_is_word(ts, i + 2) && ts->t[i + 2].start < block_end &&
	       !span_ends(token_fold(ts, i + 1), SPAN("s")) && span_ends(token_fold(ts, i + 2), SPAN("s"));
}

static struct counted by_endings(struct tokens *ts, struct base_forms *base, size_t i, size_t block_end,
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
		if (english && adjectives && span_is(word, "and") && joins_nouns(ts, i, block_end))
			continue;
		if (english ? listed(word, english_stops, false) || is_past_tense(ts, i, block_end) : word.n < 4)
			break;
		if (!english && !turkic && !adjectives && is_past_verb(base, lang, word)) {
			c.verb = true;
			break;
		}
		adjective = token_is_word(ts, i + 1) && ts->t[i + 1].start < block_end &&
			    (english ? !span_ends(word, SPAN("s")) && !listed(word, english_plurals, false) &&
					       adjectives < 3
				     : ends_with(word, turkic ? kk_adjectives : slavic_adjectives));
		if (adjective)
			continue;
		if (turkic && token_is_word(ts, i + 1) && ts->t[i + 1].start < block_end &&
		    (is_possessed(ts, i + 1) || is_kind_noun(word))) {
			buf_add(&noun, word);
			buf_putc(&noun, ' ');
			word = token_fold(ts, ++i);
			first = i;
		}
		put_base_form(english || turkic ? NULL : base, lang, word, endings, &noun);
		c.kind = COUNTED_NOUN;
		c.end = ts->t[i].end;
		break;
	}
	for (; c.kind == COUNTED_NOUN && first < i; first++) {
		struct buf adjective = { 0 };

		if (english || turkic || !base || !base_form(base, lang, token_fold(ts, first), &adjective))
			buf_add(&unit, token_fold(ts, first));
		else
			base_adjective(lang, buf_span(&adjective), buf_span(&noun), &unit);
		buf_putc(&unit, ' ');
		buf_free(&adjective);
	}
	if (c.kind == COUNTED_NOUN) {
		buf_add(&unit, buf_span(&noun));
		c.unit = arena_dup(ts->arena, buf_span(&unit));
	}
	buf_free(&unit);
	buf_free(&noun);
	return c;
}

/* Words that cannot be counted: they begin what follows the figure. */
static bool is_function_word(const struct tokens *ts, size_t i)
{
	static const char *const words[] = { "и",    "в",  "на", "по",  "из",   "с",    "к",   "от", "до", "за", "для",
					     "при",  "у",  "о",  "об",  "та",   "з",    "і",   "із", "ў",  "да", "ад",
					     "the",  "of", "in", "to",  "and",  "or",   "for", "on", "at", "by", "және",
					     "жана", "не", "а",  "или", "from", "with", "per", NULL };

	return token_in(ts, i, words);
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
	if (i >= ts->n || ts->t[i].start >= block_end || (token_is_word(ts, i) && is_function_word(ts, i)))
		return (struct counted){ 0 };
	return russian_text ? russian(ts, i, block_end, value) : by_endings(ts, base, i, block_end, lang);
}
