/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Surnames back into the nominative, by ending, case and gender: Баковой (dative) is Бакова, Баринову is Баринов. */
#include "person_name.h"

#include "mem.h"
#include "morph.h"
#include "utf8.h"

/* stem must end so, then ending in one of the cases goes to nominative, and the person is of that gender. */
struct ending {
	const char *stems; /* endings of the stem, by space; "" any consonant */
	const char *ending, *nominative;
	unsigned cases, gender;
};

#define POSSESSIVE "ов ев ин ын"
#define ADJECTIVE "ск цк"
#define HARD_K "бк вк дк зк йк лк мк нк пк рк тк шк жк чк"
#define OBLIQUE_F (M_GEN | M_DAT | M_INS | M_LOC)

static const struct ending endings[] = {
	{ "зод", "ой", "а", M_CASES, 0 },
	{ "зод", "у", "а", M_CASES, 0 },
	{ "зод", "ы", "а", M_CASES, 0 },
	{ "зод", "е", "а", M_CASES, 0 },
	{ POSSESSIVE, "", "", M_NOM, M_MASC },
	{ POSSESSIVE, "а", "а", M_NOM, M_FEM },
	{ POSSESSIVE, "а", "", M_GEN | M_ACC, M_MASC },
	{ POSSESSIVE, "у", "", M_DAT, M_MASC },
	{ POSSESSIVE, "у", "а", M_ACC, M_FEM },
	{ POSSESSIVE, "ым", "", M_INS, M_MASC },
	{ POSSESSIVE, "е", "", M_LOC, M_MASC },
	{ POSSESSIVE, "ой", "а", M_CASES, M_FEM }, /* no man is Ивановой */
	{ POSSESSIVE, "ою", "а", M_INS, M_FEM },
	{ ADJECTIVE, "ий", "ий", M_NOM, M_MASC },
	{ ADJECTIVE, "ой", "ой", M_NOM, M_MASC },
	{ ADJECTIVE, "ая", "ая", M_NOM, M_FEM },
	{ ADJECTIVE, "ого", "ий", M_GEN | M_ACC, M_MASC },
	{ ADJECTIVE, "ому", "ий", M_DAT, M_MASC },
	{ ADJECTIVE, "им", "ий", M_INS, M_MASC },
	{ ADJECTIVE, "ом", "ий", M_LOC, M_MASC },
	{ ADJECTIVE, "ой", "ая", OBLIQUE_F, M_FEM },
	{ ADJECTIVE, "ую", "ая", M_ACC, M_FEM },
	{ "ск цк", "и", "и", M_CASES, 0 },
	{ "н т д р в б л м", "ая", "ая", M_NOM, M_FEM },
	{ "н т д р в б л м", "ый", "ый", M_NOM, M_MASC },
	{ "н т д р в б л м", "ого", "ый", M_GEN | M_ACC, M_MASC },
	{ "н т д р в б л м", "ому", "ый", M_DAT, M_MASC },
	{ "н т д р в б л м", "ым", "ый", M_INS, M_MASC },
	{ "н т д р в б л м", "им", "ий", M_INS, M_MASC },
	{ "н т д р в б л м", "ую", "ая", M_ACC, M_FEM },
	{ "н т д р в б л м", "ой", "ой", M_NOM, M_MASC },
	{ "н т д р в б л м", "ой", "ая", M_GEN | M_DAT | M_INS | M_LOC, M_FEM },
	{ "к г х ж ш", "ого", "ий", M_GEN | M_ACC, M_MASC },
	{ "к г х ж ш", "ому", "ий", M_DAT, M_MASC },
	{ "ськ зьк цьк", "а", "а", M_NOM, M_FEM },
	{ "ськ зьк цьк", "ої", "а", M_GEN, M_FEM },
	{ "ськ зьк цьк", "ій", "а", M_DAT | M_LOC, M_FEM },
	{ "ськ зьк цьк", "у", "а", M_ACC, M_FEM },
	{ "ськ зьк цьк", "ою", "а", M_INS, M_FEM },
	{ "ськ зьк цьк", "ий", "ий", M_NOM, M_MASC },
	{ "ськ зьк цьк", "ого", "ий", M_GEN | M_ACC, M_MASC },
	{ "ськ зьк цьк", "ому", "ий", M_DAT | M_LOC, M_MASC },
	{ "ськ зьк цьк", "им", "ий", M_INS, M_MASC },
	{ "ов ев єв ін їн", "ої", "а", M_GEN, M_FEM },
	{ "ов ев єв ін їн", "ій", "а", M_DAT | M_LOC, M_FEM },
	{ "чук щук юк", "а", "", M_CASES, M_MASC },
	{ "чук щук юк", "у", "", M_CASES, M_MASC },
	{ "чук щук юк", "ом", "", M_CASES, M_MASC },
	{ "чук щук юк", "ові", "", M_DAT, M_MASC },
	{ "ав ев ёв ов ін ын", "ай", "а", M_CASES, M_FEM },
	{ "ск цк", "ай", "ая", M_CASES, M_FEM },
	{ "ск цк", "і", "і", M_CASES, M_MASC },
	{ "ск цк", "ага", "і", M_GEN | M_ACC, M_MASC },
	{ "ск цк", "аму", "і", M_DAT, M_MASC },
	{ "енк єнк энк янк", "а", "о", M_CASES, 0 },
	{ "енк єнк энк янк", "у", "о", M_CASES, 0 },
	{ "", "і", "а", M_DAT | M_LOC, 0 },
	{ "енк єнк энк", "ом", "о", M_INS, 0 },
	{ "енк єнк энк", "ові", "о", M_DAT, 0 },
	{ HARD_K, "ом", "о", M_INS, 0 },
	{ HARD_K, "а", "о", M_GEN | M_ACC, M_MASC }, /* Рибалка of Рибалко; Мельника has a vowel before */
	{ HARD_K, "у", "о", M_DAT, M_MASC },
	{ HARD_K, "ові", "о", M_DAT, M_MASC },
	{ "", "ця", "ець", M_GEN | M_ACC, M_MASC },
	{ "", "цю", "ець", M_DAT, M_MASC },
	{ "", "цеві", "ець", M_DAT, M_MASC },
	{ "", "цем", "ець", M_INS, M_MASC },
	{ "й", "", "", M_NOM, 0 },
	{ "", "", "", M_NOM, M_MASC },
	{ "", "а", "а", M_NOM, 0 },
	{ "", "я", "я", M_NOM, 0 },
	{ "", "а", "", M_GEN | M_ACC, M_MASC },
	{ "", "у", "", M_DAT, M_MASC },
	{ "", "у", "а", M_ACC, 0 },
	{ "", "ом", "", M_INS, M_MASC },
	{ "", "ем", "", M_INS, M_MASC },
	{ "", "ы", "а", M_GEN, 0 },
	{ "", "и", "а", M_GEN, 0 },
	{ "", "е", "", M_LOC, M_MASC },
	{ "", "е", "а", M_DAT | M_LOC, M_FEM },
	{ "", "ой", "а", M_INS, M_FEM },
	{ "е о и і", "я", "й", M_GEN | M_ACC, M_MASC },
	{ "е о и і", "ю", "й", M_DAT, M_MASC },
	{ "е о и і", "ем", "й", M_INS, M_MASC },
	{ "р л н т", "я", "ь", M_GEN | M_ACC, M_MASC },
	{ "р л н т", "ю", "ь", M_DAT, M_MASC },
	{ "р л н т", "ем", "ь", M_INS, M_MASC },
};

static bool is_vowel(unsigned c)
{
	static const unsigned vowels[] = {
		0x430, 0x435, 0x438, 0x43e, 0x443, 0x44b, 0x44d, 0x44e, 0x44f, 0x456, 0x454
	};

	for (size_t i = 0; i < sizeof vowels / sizeof *vowels; i++)
		if (vowels[i] == c)
			return true;
	return false;
}

static bool stem_fits(struct span stem, const char *stems)
{
	struct span list = span_of(stems);
	size_t at = stem.n;

	if (utf8_count(stem) < 2)
		return false;
	if (!list.n)
		return !is_vowel(utf8_prev(stem, &at)) && !span_ends(stem, SPAN("ь")) && !span_ends(stem, SPAN("й"));
	while (list.p)
		if (span_ends(stem, span_cut(&list, ' ')))
			return true;
	return false;
}

/* Седых, Кличко, Дурново, Живаго, Гиске: in no case another form. */
static bool never_declines(struct span folded)
{
	static const char *const fixed[] = { "ани",   "ари",  "ини",  "ури",  "иани", "уани", "елиа", "ых",
					     "их",    "ко",   "ово",  "аго",  "яго",  "ки",   "ли",   "дзе",
					     "швили", "оол",  "заде", "анлы", "имлы", "амлы", "улы",  "кызы",
					     "оглы",  "уулу", "ұлы",  "қызы", "ия",   "о",    "э" };

	if (span_ends(folded, SPAN("ого")) || span_ends(folded, SPAN("его")))
		return false;
	for (size_t i = 0; i < sizeof fixed / sizeof *fixed; i++)
		if (span_ends(folded, span_of(fixed[i])))
			return true;
	return false;
}

/* One part of a surname; false, and nothing appended, where no ending can stand in these cases. */
static bool part_in_cases(struct span part, struct span f, unsigned cases, unsigned genders, struct buf *out)
{
	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
		const struct ending *e = &endings[i];
		struct span tail = span_of(e->ending), stem = span_sub(f, 0, f.n - tail.n);

		/* Данте is no dative of a woman unless she is known to be one */
		if (!genders && e->gender == M_FEM && span_is(tail, "е"))
			continue;
		if (!(e->cases & cases) || (genders && e->gender && !(e->gender & genders)) || !span_ends(f, tail) ||
		    !stem_fits(stem, e->stems))
			continue;
		buf_add(out, span_sub(part, 0, stem.n));
		buf_puts(out, e->nominative);
		return true;
	}
	return false;
}

/* A form that cannot stand in the case that was guessed (Шмакову as a nominative) is taken for what it can be. */
static void part_nominative(struct span part, unsigned cases, unsigned genders, struct buf *out)
{
	char folded[128];
	struct span f = { folded, part.n };

	if (part.n < sizeof folded)
		utf8_fold(part, folded);
	/* г-же Кожокару: only a man's name has this ending in the dative */
	if (part.n < sizeof folded && genders == M_FEM && !(cases & M_ACC) && cases & M_DAT &&
	    span_ends(f, SPAN("у"))) {
		buf_add(out, part);
		return;
	}
	/* Стамати: where a nominative is sure, the ending is the name's own */
	if (part.n < sizeof folded && cases == M_NOM && span_ends(f, SPAN("ти"))) {
		buf_add(out, part);
		return;
	}
	if (part.n >= sizeof folded || never_declines(f) ||
	    (!part_in_cases(part, f, cases, genders, out) &&
	     !part_in_cases(part, f, M_CASES & ~(unsigned)M_LOC, genders, out)))
		buf_add(out, part);
}

void person_nominative(struct span surname, unsigned cases, unsigned genders, struct buf *out)
{
	struct span rest = surname;

	while (rest.p) {
		struct span part = span_cut(&rest, '-');

		part_nominative(part, cases, genders, out);
		if (rest.p)
			buf_putc(out, '-');
	}
}
