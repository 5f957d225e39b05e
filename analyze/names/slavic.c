/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ukrainian and Belarusian endings: for these languages there is no dictionary of forms that svod could ship or fetch.
 */
#include "slavic.h"

#include "utf8.h"

struct ending {
	const char *text;
	unsigned tags;
};

#define ADJ_F (M_ADJ | M_SING | M_FEM)
#define ADJ_M (M_ADJ | M_SING | M_MASC)
#define ADJ_N (M_ADJ | M_SING | M_NEUT)
#define ADJ_P (M_ADJ | M_PLUR)
#define NOUN_S (M_NOUN | M_SING)
#define NOUN_P (M_NOUN | M_PLUR)

/* The longer ending stands before the shorter one that it ends with; all rows that fit count. */
static const struct ending uk[] = {
	{ "ньої", ADJ_F | M_GEN },
	{ "ньою", ADJ_F | M_INS },
	{ "ньому", ADJ_M | M_DAT | M_LOC },
	{ "нього", ADJ_M | M_GEN },
	{ "нього", ADJ_N | M_GEN },
	{ "ня", ADJ_F | M_NOM },
	{ "ню", ADJ_F | M_ACC },
	{ "ої", ADJ_F | M_GEN },
	{ "ій", ADJ_F | M_DAT | M_LOC },
	{ "ою", ADJ_F | M_INS },
	{ "ую", ADJ_F | M_ACC },
	{ "а", ADJ_F | M_NOM },
	{ "у", ADJ_F | M_ACC },
	{ "ий", ADJ_M | M_NOM },
	{ "ій", ADJ_M | M_NOM },
	{ "ого", ADJ_M | M_GEN },
	{ "ого", ADJ_N | M_GEN },
	{ "ому", ADJ_M | M_DAT | M_LOC },
	{ "ому", ADJ_N | M_DAT | M_LOC },
	{ "им", ADJ_M | M_INS },
	{ "им", ADJ_N | M_INS },
	{ "е", ADJ_N | M_NOM },
	{ "і", ADJ_P | M_NOM },
	{ "их", ADJ_P | M_GEN | M_LOC },
	{ "им", ADJ_P | M_DAT },
	{ "ими", ADJ_P | M_INS },
	{ "ів", NOUN_P | M_GEN },
	{ "їв", NOUN_P | M_GEN },
	{ "ей", NOUN_P | M_GEN },
	{ "ок", NOUN_P | M_GEN },
	{ "ень", NOUN_P | M_GEN },
	{ "ань", NOUN_P | M_GEN },
	{ "ств", NOUN_P | M_GEN },
	{ "ій", NOUN_P | M_GEN },
	{ "и", NOUN_S | M_GEN | M_FEM },
	{ "і", NOUN_S | M_GEN | M_DAT | M_LOC | M_FEM },
	{ "ї", NOUN_S | M_GEN | M_FEM },
	{ "у", NOUN_S | M_GEN | M_MASC },
	{ "ю", NOUN_S | M_GEN | M_MASC },
	{ "а", NOUN_S | M_GEN | M_MASC },
	{ "я", NOUN_S | M_GEN | M_NEUT },
};

static const struct ending be[] = {
	{ "ай", ADJ_F | M_GEN | M_DAT | M_LOC | M_INS },
	{ "яй", ADJ_F | M_GEN | M_DAT | M_LOC },
	{ "ой", ADJ_F | M_GEN | M_DAT | M_LOC | M_INS },
	{ "ая", ADJ_F | M_NOM },
	{ "ую", ADJ_F | M_ACC },
	{ "ы", ADJ_M | M_NOM },
	{ "і", ADJ_M | M_NOM },
	{ "ага", ADJ_M | M_GEN },
	{ "ога", ADJ_M | M_GEN },
	{ "ага", ADJ_N | M_GEN },
	{ "аму", ADJ_M | M_DAT },
	{ "ым", ADJ_M | M_INS | M_LOC },
	{ "ім", ADJ_M | M_INS | M_LOC },
	{ "ым", ADJ_N | M_INS | M_LOC },
	{ "ім", ADJ_N | M_INS | M_LOC },
	{ "аму", ADJ_N | M_DAT },
	{ "ога", ADJ_N | M_GEN },
	{ "ым", ADJ_P | M_DAT },
	{ "ім", ADJ_P | M_DAT },
	{ "ае", ADJ_N | M_NOM },
	{ "ое", ADJ_N | M_NOM },
	{ "ыя", ADJ_P | M_NOM },
	{ "ія", ADJ_P | M_NOM },
	{ "ых", ADJ_P | M_GEN | M_LOC | M_DAT }, /* па працоўных пытаннях: where others have a dative */
	{ "іх", ADJ_P | M_GEN | M_LOC | M_DAT },
	{ "ях", NOUN_P | M_LOC | M_DAT },
	{ "ах", NOUN_P | M_LOC | M_DAT },
	{ "ымі", ADJ_P | M_INS },
	{ "цый", NOUN_P | M_GEN },
	{ "аў", NOUN_P | M_GEN },
	{ "яў", NOUN_P | M_GEN },
	{ "оў", NOUN_P | M_GEN },
	{ "ей", NOUN_P | M_GEN },
	{ "ак", NOUN_P | M_GEN },
	{ "ў", NOUN_P | M_GEN },
	{ "галін", NOUN_P | M_GEN },
	{ "е", NOUN_S | M_DAT | M_LOC | M_FEM },
	{ "ы", NOUN_S | M_GEN | M_DAT | M_LOC | M_FEM },
	{ "і", NOUN_S | M_GEN | M_DAT | M_LOC | M_FEM },
	{ "у", NOUN_S | M_GEN | M_MASC },
	{ "ю", NOUN_S | M_GEN | M_MASC },
	{ "а", NOUN_S | M_GEN | M_MASC },
	{ "я", NOUN_S | M_GEN | M_NEUT },
};

/* Nominatives by gender: masculine, feminine, neuter, plural. */
static const char *const nominatives[2][4] = {
	[SLAVIC_UK] = { "ий", "а", "е", "і" },
	[SLAVIC_BE] = { "ы", "ая", "ае", "ыя" },
};

static const char *const function_words[] = {
	"що",         "або",        "але",      "також",    "щодо",    "після",   "перед",      "через",   "серед",
	"усіх",       "всіх",       "яка",      "яку",      "який",    "якої",    "його",       "їхні",    "вона",
	"воно",       "вони",       "буде",     "було",     "була",    "були",    "може",       "мають",   "якщо",
	"цього",      "цієї",       "голова",   "голови",   "заява",   "основа",  "мова",       "умова",   "років",
	"щороку",     "щокварталу", "щомісяця", "щодня",    "щотижня", "одразу",  "року",       "роки",    "прыняў",
	"разгледзеў", "зацвердзіў", "заслухаў", "адзначыў", "абраў",   "даручыў", "пастанавіў", "вырашыў", "падпісаў",
	"падтрымаў",  "выступіў",   "гэта",     "якая",     "якія",    "таксама", "была",       "было",    "каля",
	"супраць",    "пасля",      "провів",   "привів",   "навів",   "довів",   "перевів",    "вивів",   "завів",
	"ввів",       "відповів",   "доповів",  "розповів", NULL,
};

/* праведзена, проведена, прынята: what has been done, and no genitive; Казахстана is one */
static bool is_done(struct span w)
{
	static const char *const ends[] = { "ена",   "ята",  "ыта",  "дзены", "аваны",
					    "яваны", "няты", "чана", "шана",  "жана" };
	enum { SHORTEST = 7 };

	if (utf8_count(w) < SHORTEST)
		return false;
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		if (span_ends(w, span_of(ends[i])))
			return true;
	return false;
}

bool slavic_is_verb(struct span w)
{
	static const char *const ends[] = { "ести", "ости", "езти", "огти",   "йти",   "оти",   "ть",    "ати",
					    "ити",  "яти",  "ути",  "є",      "ла",    "ли",    "ло",    "ють",
					    "емо",  "імо",  "ць",   "лі",     "ася",   "ося",   "ся",    "кае",
					    "тае",  "дае",  "ляе",  "класці", "весці", "несці", "уе",    "юе",
					    "цца",  "аваў", "яваў", "вёў",    "авана", "явана", "ована", "ювана" };

	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		if (span_ends(w, span_of(ends[i])))
			return !span_ends(w, SPAN("скае")) && !span_ends(w, SPAN("цкае"));
	/* заключыў, прапанаваў; калектыў is no verb */
	if (span_ends(w, SPAN("ыў")) && !span_ends(w, SPAN("тыў")))
		return true;
	return is_done(w);
}

/* Genitives of many that have no ending: Акадэмія навук, Міністерство внутрішніх справ */
static const char *const bare_genitives[] = {
	"навук",  "спраў",      "наук",   "справ",     "послуг",    "паслуг",    "громад",   "шкіл",
	"школ",   "бібліотек",  "прав",   "установ",   "устаноў",   "бібліятэк", "лікарень", "фабрик",
	"фабрык", "перевезень", "земляў", "рад",       "мистецтв",  "родин",     "машин",    "книг",
	"споруд", "доріг",      "шахт",   "надр",      "вод",       "сиріт",     "осіб",     "військ",
	"сіл",    "сил",        "ліків",  "верстатів", "медсестер", "машын",     NULL,
};

/* рэспубліканскі, міські, обласної: what ends so is an adjective and no genitive of a noun */
static bool is_plain_adjective(struct span w)
{
	static const char *const ends[] = { "скі",   "цкі",  "ські", "цькі",  "зькі",  "ский",
					    "ський", "скай", "цкай", "скага", "цкага", "ої" };

	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		if (span_ends(w, span_of(ends[i])))
			return true;
	return false;
}

/* діяльності, дзейнасці, засіданні: a quality or a deed, and no adjective */
static bool is_quality(struct span w)
{
	return span_ends(w, SPAN("ості")) || span_ends(w, SPAN("насці")) || span_ends(w, SPAN("анні")) ||
	       span_ends(w, SPAN("енні"));
}

/* міські, галузеві: adjectives of many; programmes and heads (програмі, голові) end in the same letter */
static bool is_of_many(struct span w)
{
	static const char *const ends[] = { "ні", "ькі", "чі", "ші", "кові", "еві" };

	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		if (span_ends(w, span_of(ends[i])))
			return true;
	return false;
}

static bool fits(enum slavic_lang lang, const struct ending *e, struct span w)
{
	if (!span_ends(w, span_of(e->text)))
		return false;
	/* підзвітна, повинна: in Ukrainian no genitive of one */
	if (lang == SLAVIC_UK && span_is(span_of(e->text), "а") && span_ends(w, SPAN("на")) && e->tags & M_NOUN)
		return false;
	if (e->tags & M_NOUN)
		return !is_plain_adjective(w);
	return !is_quality(w) && !(lang == SLAVIC_UK && span_is(span_of(e->text), "і") && !is_of_many(w));
}

static const struct ending *table(enum slavic_lang lang, size_t *n)
{
	*n = lang == SLAVIC_UK ? sizeof uk / sizeof *uk : sizeof be / sizeof *be;
	return lang == SLAVIC_UK ? uk : be;
}

bool slavic_is_bare_genitive(struct span folded)
{
	for (const char *const *w = bare_genitives; *w; w++)
		if (span_is(folded, *w))
			return true;
	return false;
}

size_t slavic_parses(enum slavic_lang lang, struct span folded, struct morph_parse out[MORPH_MAX])
{
	size_t rows, n = 0;
	const struct ending *t = table(lang, &rows);

	if (utf8_count(folded) < 4 || (slavic_is_verb(folded) && !(lang == SLAVIC_UK && span_ends(folded, SPAN("лі")))))
		return 0; /* торгівлі, землі: only Belarusian verbs end so */
	/* рекомендацій, інспекцій: many, and no adjective */
	if (lang == SLAVIC_UK && span_ends(folded, SPAN("цій"))) {
		out[0] = (struct morph_parse){ .tags = NOUN_P | M_GEN,
					       .paradigm = SLAVIC_GUESS,
					       .form = (unsigned)rows };
		return 1;
	}
	for (const char *const *w = function_words; *w; w++)
		if (span_is(folded, *w))
			return 0;
	if (slavic_is_bare_genitive(folded)) {
		out[0] = (struct morph_parse){ .tags = NOUN_P | M_GEN,
					       .paradigm = SLAVIC_GUESS,
					       .form = (unsigned)rows };
		return 1;
	}
	for (unsigned i = 0; i < rows && n < MORPH_MAX; i++)
		if (fits(lang, &t[i], folded))
			out[n++] = (struct morph_parse){ .tags = t[i].tags, .paradigm = SLAVIC_GUESS, .form = i };
	return n;
}

/* тристоронній, внутрішній: soft stems, which the dative of a woman's form does not tell from hard ones */
static bool is_soft_stem(struct span stem)
{
	static const char *const ends[] = { "сторонн", "внутрішн", "зовнішн", "середн", "дорожн", "верхн", "нижн" };

	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		if (span_ends(stem, span_of(ends[i])))
			return true;
	return false;
}

/* абласное, гарадское: with the stress on their ending */
static bool is_stressed_stem(struct span stem)
{
	static const char *const stems[] = { "абласн", "Абласн", "гарадск", "Гарадск", "марск" };

	for (size_t i = 0; i < sizeof stems / sizeof *stems; i++)
		if (span_is(stem, stems[i]))
			return true;
	return false;
}

void slavic_nominative(enum slavic_lang lang, struct span printed, const struct morph_parse *p, unsigned want,
		       struct buf *out)
{
	static const char *const soft[] = { "ній", "ня", "нє" };
	size_t rows, ending;
	const struct ending *t = table(lang, &rows);
	int gender = want & M_PLUR ? 3 : want & M_FEM ? 1 : want & M_NEUT ? 2 : 0;

	if (p->form >= rows || !(t[p->form].tags & M_ADJ)) {
		buf_add(out, printed);
		return;
	}
	ending = span_of(t[p->form].text).n;
	if (t[p->form].tags & M_NOM && t[p->form].tags & want & (M_GENDERS | M_PLUR)) {
		buf_add(out, printed);
		return;
	}
	buf_add(out, span_sub(printed, 0, printed.n - ending));
	/* тристоронньої: a soft stem */
	if (lang == SLAVIC_UK && span_starts(span_of(t[p->form].text), SPAN("нь")) && gender < 3) {
		buf_puts(out, soft[gender]);
		return;
	}
	if (lang == SLAVIC_UK && gender < 3 && is_soft_stem(buf_span(out))) {
		out->n -= SPAN("н").n;
		buf_puts(out, soft[gender]);
		return;
	}
	/* беларускі: no ы behind к, г, х */
	if (lang == SLAVIC_BE && gender == 2 && is_stressed_stem(buf_span(out)))
		buf_puts(out, "ое");
	else if (lang == SLAVIC_BE && gender == 0 &&
		 (span_ends(buf_span(out), SPAN("к")) || span_ends(buf_span(out), SPAN("г")) ||
		  span_ends(buf_span(out), SPAN("х"))))
		buf_puts(out, "і");
	else
		buf_puts(out, nominatives[lang][gender]);
}

/* у and ў of the word that begins at byte at, behind a space */
static bool is_short_u_place(struct span name, size_t at)
{
	return at > 1 && name.p[at - 1] == ' ' &&
	       (span_starts(span_sub(name, at, name.n), SPAN("у")) ||
		span_starts(span_sub(name, at, name.n), SPAN("ў")));
}

static bool ends_in_vowel(struct span s)
{
	static const char *const vowels[] = { "а", "е", "ё", "і", "о", "у", "ы", "э", "ю", "я" };

	for (size_t i = 0; i < sizeof vowels / sizeof *vowels; i++)
		if (span_ends(s, span_of(vowels[i])))
			return true;
	return false;
}

void slavic_short_u(struct span name, struct buf *out)
{
	size_t from = 0;

	for (size_t at = 0; at < name.n; at++) {
		if (!is_short_u_place(name, at))
			continue;
		buf_add(out, span_sub(name, from, at));
		buf_puts(out, ends_in_vowel(span_sub(name, 0, at - 1)) ? "ў" : "у");
		from = at + SPAN("у").n;
	}
	buf_add(out, span_sub(name, from, name.n));
}
